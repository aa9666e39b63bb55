"""Where a matrix places each risk: likelihood and impact of the risks whose rows lack them, and a check of those that have them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from models.record import Field, Finding, Printed, Record, Value
from normalise.document import Check, Context, Handler

_RULE = "risk map differs from the register"
_ORDER = ("current", "residual", "gross", "target")  # of stages, where a map does not say which it shows
_MISSES = (
    0.2  # share of the risks on a map whose product may differ from their score, if the map is to be of that stage
)

Place = tuple[int, int, Field, float]  # likelihood, impact, the reference on the map, how sure


def placed(printed: Printed, parent: Record | None, context: Context) -> Iterable[Record]:  # noqa: ARG001 (a Handler)
    """A place on a map is no row of a view: it is there for the risk that stands on it."""
    return ()


def add_places(values: dict[str, Value], context: Context) -> None:
    """Likelihood and impact of a stage that has neither, from the map; nothing where the row's score is not their product."""
    ref = values.get("ref")
    for stage, places in _maps(context).items() if ref is not None else ():
        place = places.get(_plain(str(ref.value))) if ref is not None else None
        names = [f"{stage}_{m}{end}" for m in ("likelihood", "impact") for end in ("", "_label")]
        if place is None or any(n in values for n in names):
            continue
        likelihood, impact, source, sure = place
        score = values.get(f"{stage}_score")
        if score is not None and score.value != likelihood * impact:
            continue
        values[f"{stage}_likelihood"] = Value(likelihood, source, sure)
        values[f"{stage}_impact"] = Value(impact, source, sure)


def check_places(records: Sequence[Record], context: Context) -> Iterable[Finding]:
    """Risks that stand elsewhere on the map than their row says, or whose score is not the product of their place."""
    maps = _maps(context)
    for record in records if maps else ():
        ref = record.values.get("ref")
        if record.view != "risks" or ref is None:
            continue
        for stage, places in maps.items():
            place = places.get(_plain(str(ref.value)))
            if place is None:
                continue
            told = {"likelihood": place[0], "impact": place[1], "score": place[0] * place[1]}
            values = {name: record.values.get(f"{stage}_{name}") for name in told}
            wrong = [n for n, v in values.items() if v and isinstance(v.value, int | float) and v.value != told[n]]
            if wrong and (value := values[wrong[0]]) is not None:
                said, name = f"{value.value:g}", f"{stage}_{wrong[0]}"
                where = f"likelihood {place[0]}, impact {place[1]} on the map"
                message = f"{ref.value} stands at {where}, its row says {wrong[0]} {said}"
                yield Finding(_RULE, "warning", message, record, name, said, str(told[wrong[0]]))


def _maps(context: Context) -> Mapping[str, Mapping[str, Place]]:
    """Stage -> plain reference -> its place, of the maps of the document; a reference at two places of one stage has none."""
    cached = context.cache.get("risk maps")
    if isinstance(cached, dict):
        return cached
    by_stage: dict[str | None, dict[str, list[Place]]] = {}
    refs = _references(context)
    for item in context.printed:
        if item.view == "risk_map":
            likelihood, impact, stage = (item.facts.get(n) for n in ("likelihood", "impact", "stage"))
            if isinstance(likelihood, int) and isinstance(impact, int):
                field = item.fields["ref"]
                key = _plain(field.text)
                key = refs.get(key, key)
                named = stage if isinstance(stage, str) else None
                by_stage.setdefault(named, {}).setdefault(key, []).append((likelihood, impact, field, item.confidence))
    found: dict[str, dict[str, Place]] = {}
    for stage, places in by_stage.items():
        one = {key: held[0] for key, held in places.items() if len({p[:2] for p in held}) == 1}
        found.setdefault(stage or _stage_of(one, context), {}).update(one)
    context.cache["risk maps"] = found
    return found


def _references(context: Context) -> dict[str, str]:
    """A bare number -> the reference whose number it is, where all references begin alike (`4` is `SR4`)."""
    told = {_plain(i.fields["ref"].text) for i in context.printed if i.view == "risks" and "ref" in i.fields}
    letters = {re.sub(r"\d.*", "", ref) for ref in told}
    prefix = next(iter(letters), "")
    return {ref[len(prefix) :]: ref for ref in told} if len(letters) == 1 and prefix else {}


def _stage_of(places: Mapping[str, Place], context: Context) -> str:
    """The stage whose scores are the products of the places; the current one where no scores say."""
    for stage in _ORDER:
        scores = {}
        for item in context.printed:
            field = item.fields.get(f"{stage}_score") if item.view == "risks" and "ref" in item.fields else None
            if field is not None and (numbers := re.findall(r"\d+", field.text)):
                scores[_plain(item.fields["ref"].text)] = numbers
        both = [str(places[ref][0] * places[ref][1]) in scores[ref] for ref in scores if ref in places]
        if both and sum(both) >= (1 - _MISSES) * len(both):
            return stage
    return "current"


def _plain(ref: str) -> str:
    """A reference without signs, case and leading noughts: `SR-04` is `sr4`."""
    return re.sub(r"(?<!\d)0+(?=\d)", "", re.sub(r"[^a-z0-9]", "", ref.casefold()))


HANDLERS: dict[str, Handler] = {"risk_map": placed}
CHECKS: tuple[Check, ...] = (check_places,)
