"""What a risk scores: likelihood, impact and score of each stage, and the band in which they put it."""

from __future__ import annotations

import re

from models.record import Field, Finding, Printed, Record, Value
from normalise.dates import find_dates
from normalise.document import Context
from normalise.ratings import read_rating
from normalise.scores import Scored, read_pair, read_score
from normalise.vocabularies import fold

STAGES = ("gross", "previous", "current", "residual", "target")
_BAND_BEHIND = re.compile(r"[(\[,–-]\s*([A-Za-z][A-Za-z ]+)[)\]]?$")  # of `4 x 5 = 20 (Very High)`
_IMPACT_FIRST = re.compile(
    r"\b(?:impact|severity|consequence|i)\s*(?:x|×|\*|/|and|&|by)\s*(?:likelihood|probability|l|p)\b", re.I
)

Values = dict[str, Value]


def add_stage(values: Values, printed: Printed, stage: str) -> None:
    """Likelihood, impact and score of one stage, from cells of their own or from one that holds them together."""
    both = printed.fields.get(f"{stage}_both")
    if both is not None:
        pair = read_pair(both.text, _IMPACT_FIRST.search(both.note or "") is not None)
        if pair is None:
            _add_score(values, f"{stage}_score", both, read_score(both.text))
        else:
            sure = min(pair.confidence, both.confidence)
            for name, number in (("likelihood", pair.likelihood), ("impact", pair.impact), ("score", pair.score)):
                if number is not None and (stage != "previous" or name == "score"):
                    values[f"{stage}_{name}"] = Value(number, both, sure)
    for measure in ("likelihood", "impact", "score"):
        field = printed.fields.get(f"{stage}_{measure}")
        if field is not None:
            _add_score(values, f"{stage}_{measure}", field, read_score(field.text))
    _add_factors(values, printed, stage)
    field = printed.fields.get("previous_score") if stage == "previous" else None
    told = (
        "previous_score" in values or "previous_score_label" in values
    )  # a dash for a new risk was printed at no time
    if field is not None and field.note and told:
        date = next(find_dates(field.note), None)
        if date is not None:
            values["previous_as_of"] = Value(date.iso, None, 0.95)


def _add_factors(values: Values, printed: Printed, stage: str) -> None:
    """Likelihood and impact printed behind the score (`16 (4 x 4)`), where no cell of their own holds them."""
    score = printed.fields.get(f"{stage}_score")
    if score is None or stage == "previous" or any(f"{stage}_{m}" in printed.fields for m in ("likelihood", "impact")):
        return
    pair = read_pair(score.text, _IMPACT_FIRST.search(score.note or "") is not None)
    if pair is not None:
        sure = min(pair.confidence, score.confidence)
        for name, number in (("likelihood", pair.likelihood), ("impact", pair.impact)):
            if number is not None:
                values.setdefault(f"{stage}_{name}", Value(number, score, sure))


def _add_score(values: Values, name: str, field: Field, scored: Scored) -> None:
    sure = min(scored.confidence, field.confidence)
    if scored.number is not None:
        values[name] = Value(scored.number, field, sure)
    elif scored.label is not None:
        values[f"{name}_label"] = Value(scored.label, field, sure)


def add_rating(values: Values, printed: Printed) -> None:
    """The band: its own column, else the word that stands for the score the risk has now."""
    field = printed.fields.get("rating")
    if field is not None:
        found = read_rating(field.text, field.fill)
        if found is not None:
            values["rating"] = Value(found[0], field, min(found[1], field.confidence))
        elif (scored := read_score(field.text)).number is not None and "current_score" not in values:
            _add_score(values, "current_score", field, scored)
        return
    for name in ("current_score", "residual_score", "current_both", "residual_both"):
        field = printed.fields.get(name)
        band = _BAND_BEHIND.search(field.text) if field is not None and name.endswith("_both") else None
        found = read_rating(band[1] if band else field.text, None) if field is not None else None
        if found is not None:
            values["rating"] = Value(found[0], field, min(found[1], 0.9))
            return


def tell_unknown_rating(printed: Printed, record: Record, context: Context) -> None:
    field = printed.fields.get("rating")
    if field is None or not field.text or read_score(field.text).number is not None:
        return
    if "rating" not in record.values and fold(field.text) not in {"n/a", "-", "tbc", "closed"}:
        message = f"the rating {field.text!r} is none that is known: add it to normalise/vocabulary/ratings.csv"
        context.findings.append(Finding("unknown rating", "warning", message, record, "rating", field.text))
