"""A risk's cells as printed records: the risk, its controls, mitigations, trends, and what no other view holds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extract.looks import arrows_in, look_of
from extract.registers.actions import actions, painted, says_none
from extract.registers.control_lists import rows_of_list
from extract.registers.fields import cell_field, confidence, field_of, item_field, least, text_field
from extract.registers.items import Item, items_of, split_items
from extract.registers.labels import labelled_parts, staged_parts
from extract.registers.rows import RiskRows, Sourced
from extract.registers.unheaded import MEASURES, measure_of
from extract.registers.wording import take_apart
from extract.tables.marks import is_colourful
from extract.text import BULLETS
from extract.word_pairs import axes_in, is_likelihood, word_pair
from extract.wording import likeness, phrases
from models.page import Page, Word
from models.record import Field, Printed

# column field -> the view's column
_RISK_COLUMNS = {
    "ref": "ref",
    "title": "title",
    "description": "description",
    "cause": "cause",
    "consequence": "impact",
    "owner": "owners",
    "rating": "rating",
    "category": "category",
}
_TEXTS = frozenset({"title", "description", "cause", "consequence", "category"})
_WITH_ARROW = ("current_score", "current_both", "previous_score")  # scores beside which the trend may be printed
_DASHES = frozenset({"-", "‐", "‑", "–", "—", "―"})
_OPERATORS = re.compile(r"\s*[×*=]\s*|\s+[xX]\s+")
_MOST_TERMS = 3
_KINDS = {"control": "key_control", "activity": "activity"}


@dataclass(frozen=True, slots=True)
class Setting:
    """What the section around a risk gives: facts of the register, the paper's number, its pages with what is drawn."""

    context: Mapping[str, Field]
    paper: int  # its own key of initials counts
    pages: Mapping[int, Page]


def risk_records(risk: RiskRows, setting: Setting, method: str) -> list[Printed]:
    """The risk's records, the risk itself first."""
    fields = risk_fields(risk, method)
    if not fields:
        return []
    if "rating" in fields:
        fields["rating"] = painted(fields["rating"], setting.pages)
    facts = {"paper": setting.paper}
    whole = Printed("risks", fields, None, least(fields.values()), tuple(risk.taken), setting.context, facts)
    records = [whole]
    for name, kind in _KINDS.items():
        listed = split_items(
            rows_of_list(risk.cells.get(name, ())) or items_of([c for c, _ in risk.cells.get(name, ())])
        )
        items = [i for i in listed if not i.subheading and (len(listed) > 1 or not _is_nothing(kind, i.text))]
        sure = confidence(risk.cells.get(name, ()))
        records.extend(control(whole, kind, n, item_field(i, method, sure), i) for n, i in enumerate(items, start=1))
    records.extend(actions(risk, whole, method, setting.pages))
    seen = set()
    for cell, column in risk.trends:
        if column.column.index not in seen:
            seen.add(column.column.index)
            records.append(Printed("risk_trends", {"trend": field_of([(cell, column)], method)}, whole))
    if not seen:
        records.extend(_trend_beside_score(risk, whole, method))
    for sourced in _other_cells(risk):
        if not _parted(sourced) and not _says_nothing(sourced):
            header = " > ".join(sourced[0][1].column.printed)
            text = text_field(sourced, method)
            records.append(Printed("risk_fields", {"text": text}, whole, facts={"header": header or None}))
    return records


def _says_nothing(sourced: Sequence[Sourced]) -> bool:
    """Whether cells hold but a dash, or the formula of a score (`Likelihood × Impact = Score`), which labels the row beside it."""
    text = " ".join(c.text for c, _ in sourced).strip()
    if text in _DASHES:
        return True
    terms = _OPERATORS.split(text)
    measured = (likeness(term, phrases("columns_register")).keys() & set(MEASURES) for term in terms)
    return 1 < len(terms) <= _MOST_TERMS and all(measured)


def _is_nothing(kind: str, text: str) -> bool:
    """Whether the one text under controls or activities says that there are none."""
    return look_of(text) == "none" or (kind == "activity" and says_none(text))


def _trend_beside_score(risk: RiskRows, whole: Printed, method: str) -> list[Printed]:
    """The arrow printed in the cell of the current score, or of the one before it, where no column of its own holds the trend."""
    for cell, column in (s for name in _WITH_ARROW for s in risk.cells.get(name, ())[:1]):
        arrows = tuple(w for w in cell.words if arrows_in(w.text) and not any(c.isdigit() for c in w.text))
        if arrows or look_of("", cell.symbols) == "arrow":  # a dot beside a score is its colour
            whole_cell = field_of([(cell, column)], method)
            text = " ".join(w.text for w in arrows)
            return [Printed("risk_trends", {"trend": replace(whole_cell, text=text, words=arrows, note=None)}, whole)]
    return []


def risk_fields(risk: RiskRows, method: str) -> dict[str, Field]:
    """The fields of the risk itself, named as the view's columns."""
    fields: dict[str, Field] = {}
    for name, sourced in risk.cells.items():
        if name in _KINDS:
            continue
        printed = [s for s in sourced if s[0].text or s[0].symbols] or (sourced if name == "rating" else [])
        if not printed:
            continue
        if name == "owner":  # a sheet that is not merged repeats the owner in each row
            printed = [s for i, s in enumerate(printed) if s[0].text not in {p[0].text for p in printed[:i]}]
            fields["owners"] = _of_columns(printed, method)
            continue
        if name in _RISK_COLUMNS:
            fields[_RISK_COLUMNS[name]] = text_field(printed, method) if name in _TEXTS else field_of(printed, method)
        elif stages := staged_parts([c for c, _ in printed]):
            fields |= _of_stages(stages, field_of(printed, method))
        elif measure_of(name) in {"both", "score"} and (pair := _in_words(printed[0], name, method)):
            fields |= pair
        else:  # a measure: the first cell that holds it
            fields[name.replace("_impact_score", "_impact")] = field_of(printed[:1], method)
    for name in ("title", "description", "cause", "consequence"):
        own = fields.get(_RISK_COLUMNS[name])
        parts = labelled_parts([c for c, _ in risk.cells.get(name, ())]) if own is not None else {}
        if own is None or not parts or (name in {"cause", "consequence"} and len(parts) < 2):
            continue
        del fields[_RISK_COLUMNS[name]]
        for part, item in parts.items():
            fields.setdefault(_RISK_COLUMNS[part or name], _part_of(own, item))
    for sourced in filter(_parted, _other_cells(risk)):  # `Causes and consequences` over both, each labelled
        own = text_field(sourced, method)
        for part, item in labelled_parts([c for c, _ in sourced]).items():
            fields.setdefault(_RISK_COLUMNS[str(part)], _part_of(own, item))
    if "rating" in fields and look_of(fields["rating"].text) in {"banded", "ranked"}:  # `High (16)`: the score too
        path = risk.cells["rating"][0][1].column.path
        stage = next((s for s in (take_apart(t).stage for t in reversed(path)) if s), "current")
        fields.setdefault(f"{stage}_score", fields["rating"])
    if "rating" not in risk.cells and (painted_score := _score_in_colour(risk)):
        fields["rating"] = field_of(painted_score, method)
    if "title" not in fields and "description" in fields:
        fields["title"] = fields.pop("description")  # one statement, under whatever heading, is the title
    if "category" not in fields and risk.band is not None and fields:
        fields["category"] = cell_field(risk.band, method)
    return fields


def _in_words(sourced: Sourced, name: str, method: str) -> dict[str, Field]:
    """Likelihood and impact printed as two words in one cell; the heading says which is which where the words do not."""
    pair = word_pair(sourced[0].text)
    axes = axes_in(sourced[1].column.leaf)
    if pair is None or not (is_likelihood(pair[0]) or (axes and name.endswith("_both"))):
        return {}
    if axes == ("impact", "likelihood") and not is_likelihood(pair[0]):
        pair = pair[1], pair[0]
    whole, stage = field_of([sourced], method), name.partition("_")[0]
    return {f"{stage}_{m}": replace(whole, text=t) for m, t in zip(("likelihood", "impact"), pair, strict=True)}


def _score_in_colour(risk: RiskRows) -> list[Sourced]:
    """The cell of the score as it stands, where its colour alone says how high that is: a rating."""
    for name in ("current_score", "residual_score"):
        cells = [s for s in risk.cells.get(name, ()) if s[0].text or s[0].symbols or s[0].fill]
        if cells:
            alone = all(not c.text and not c.symbols and c.fill is not None and is_colourful(c.fill) for c, _ in cells)
            return cells[:1] if alone else []
    return []


def _of_columns(printed: Sequence[Sourced], method: str) -> Field:
    """Who owns: a person in one column and a post in the next stay apart."""
    whole = field_of(printed, method)
    if len({a.column.index for _, a in printed}) < 2:
        return whole
    return replace(whole, text="; ".join(c.text for c, _ in printed if c.text), breaks=())


def _part_of(whole: Field, item: Item) -> Field:
    """One labelled part of a cell that holds several; a list's items are joined, as elsewhere, without their bullets."""
    bare = tuple([w for w in item.words if w.text not in BULLETS])
    item = Item(bare, item.marker) if bare else item
    return Field(item.text, item.words, whole.method, whole.confidence, place=whole.place, note=whole.note)


def _other_cells(risk: RiskRows) -> list[list[Sourced]]:
    """The printed cells that are none of a risk's fields; one that the page cuts is whole again."""
    found: list[list[Sourced]] = []
    for cell, column in risk.others:
        if not cell.text:
            continue
        before = next((s for s in reversed(found) if _of_column(s) == _of_column([(cell, column)])), None)
        last = before[-1][0] if before is not None else None
        cut = last is not None and cell.page == last.page + 1
        goes_on = (
            cut and last is not None and (cell.text[:1].islower() or labelled_parts([cell]) or labelled_parts([last]))
        )
        if before is not None and goes_on:
            before.append((cell, column))
        else:
            found.append([(cell, column)])
    return found


def _of_column(sourced: Sequence[Sourced]) -> tuple[int, tuple[str, ...]]:
    return sourced[0][1].column.index, sourced[0][1].column.path


def _parted(sourced: Sequence[Sourced]) -> bool:
    """Whether a cell that is none of a risk's fields is all made of labelled ones, two or more."""
    parts = labelled_parts([c for c, _ in sourced])
    return len(parts) > 1 and None not in parts


def _of_stages(stages: Mapping[str, tuple[Word, ...]], whole: Field) -> dict[str, Field]:
    """The scores of several stages out of one cell."""
    fields = {}
    for stage, words in stages.items():
        text = " ".join(w.text for w in words).strip(" :=;,-–")
        name = f"{stage}_both" if look_of(text) == "product" else f"{stage}_score"
        fields[name] = Field(text, words, whole.method, min(0.9, whole.confidence), note=whole.note)
    return fields


def control(whole: Printed, kind: str, position: int, text: Field, item: Item) -> Printed:
    """One control or activity of a risk."""
    return Printed(
        "risk_controls", {"text": text}, whole, text.confidence, item.marker, facts={"kind": kind, "position": position}
    )
