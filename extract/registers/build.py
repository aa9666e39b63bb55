"""A risk's cells as printed records: the risk, its controls, mitigations, trends, and what no other view holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.looks import look_of
from extract.registers.items import Item, items_of
from extract.registers.labels import labelled_parts, staged_parts
from extract.registers.rows import RiskRows, Sourced
from extract.text import BULLETS
from extract.wording import words_of
from models.geometry import Box
from models.page import Page, Word
from models.record import Field, Printed
from models.table import Cell

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
_ACTION_COLUMNS = {
    "action": "description",
    "action_owner": "owners",
    "action_target": "target_text",
    "action_status": "status_text",
    "action_rag": "rag",
}
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
    facts = {"paper": setting.paper}
    whole = Printed("risks", fields, confidence=_least(fields.values()), context=setting.context, facts=facts)
    records = [whole]
    for name, kind in _KINDS.items():
        items = [i for i in items_of([c for c, _ in risk.cells.get(name, ())]) if not i.subheading]
        sure = _confidence(risk.cells.get(name, ()))
        records.extend(control(whole, kind, n, item_field(i, method, sure), i) for n, i in enumerate(items, start=1))
    records.extend(_actions(risk, whole, method, setting.pages))
    seen = set()
    for cell, column in risk.trends:
        if column.column.index not in seen:
            seen.add(column.column.index)
            records.append(Printed("risk_trends", {"trend": field_of([(cell, column)], method)}, whole))
    for cell, column in risk.others:
        if cell.text:
            header = " > ".join(column.column.path)
            text = text_field([(cell, column)], method)
            records.append(Printed("risk_fields", {"text": text}, whole, facts={"header": header or None}))
    return records


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
        if name in _RISK_COLUMNS:
            fields[_RISK_COLUMNS[name]] = text_field(printed, method) if name in _TEXTS else field_of(printed, method)
        elif stages := staged_parts([c for c, _ in printed]):
            fields |= _of_stages(stages, field_of(printed, method))
        else:  # a measure: the first cell that holds it
            fields[name.replace("_impact_score", "_impact")] = field_of(printed[:1], method)
    for name in ("title", "description"):
        if name in fields and (parts := labelled_parts([c for c, _ in risk.cells.get(name, ())])):
            own = fields.pop(name)
            for part, item in parts.items():
                text = Field(item.text, item.words, own.method, own.confidence, place=own.place, note=own.note)
                fields.setdefault(_RISK_COLUMNS.get(part or name, name), text)
    if "title" not in fields and "description" in fields:
        fields["title"] = fields.pop("description")  # one statement, under whatever heading, is the title
    if "category" not in fields and risk.band is not None and fields:
        fields["category"] = cell_field(risk.band, method)
    return fields


def _of_stages(stages: Mapping[str, tuple[Word, ...]], whole: Field) -> dict[str, Field]:
    """The scores of several stages out of one cell."""
    fields = {}
    for stage, words in stages.items():
        text = " ".join(w.text for w in words).strip(" :=;,-–")
        name = f"{stage}_both" if look_of(text) == "product" else f"{stage}_score"
        fields[name] = Field(text, words, whole.method, min(0.9, whole.confidence), note=whole.note)
    return fields


def _actions(risk: RiskRows, whole: Printed, method: str, pages: Mapping[int, Page]) -> Iterable[Printed]:
    """Each mitigation row is an action; a row that has nothing but a bulleted list of them is one action a bullet."""
    position = 0
    progress = _progress(risk, method) if len(risk.actions) == 1 else {}
    for row in risk.actions:
        cells = [c for c, _ in row.get("action", ())]
        items = items_of(cells)
        listed = [i for i in items if not i.subheading]
        alone = all(not (c.text or c.symbols) for name, s in row.items() if name != "action" for c, _ in s)
        if alone and len(listed) > 1 and any(i.marker for i in listed):
            sure = _confidence(row["action"])
            for item in listed:
                position += 1
                text = item_field(item, method, sure)
                yield Printed(
                    "risk_actions", {"description": text}, whole, taken=item.marker, facts={"position": position}
                )
            continue
        fields = dict(progress)
        for name, sourced in row.items():
            printed = [
                s
                for s in sourced
                if s[0].text or s[0].symbols or (name in {"action_status", "action_rag"} and s[0].fill)
            ]
            if printed:
                fields[_ACTION_COLUMNS[name]] = (
                    text_field(printed, method) if name == "action" else field_of(printed, method)
                )
        for name in {"status_text", "rag"} & set(fields):
            fields[name] = _painted(fields[name], pages)
        if len(fields) > len(progress):
            position += 1
            yield Printed("risk_actions", fields, whole, _least(fields.values()), facts={"position": position})


def _painted(field: Field, pages: Mapping[int, Page]) -> Field:
    """A status shown by a dot alone, with the dot's colour as its fill."""
    if field.fill is not None or not field.symbols or field.place is None or field.place[0] not in pages:
        return field
    box = Box(*field.place[1])
    colours = [s.fill for s in pages[field.place[0]].shapes if s.fill and box.holds_middle_of(s)]
    return replace(field, fill=colours[-1]) if colours else field


def _progress(risk: RiskRows, method: str) -> dict[str, Field]:
    """What a free column says of how far the risk's one mitigation is (`Mitigation status / Response`)."""
    for cell, column in risk.others:
        words = set(words_of(" ".join(column.column.path)))
        if cell.text and words & {"status", "progress"} and words & {"mitigation", "mitigations", "action", "actions"}:
            return {"progress_text": field_of([(cell, column)], method)}
    return {}


def control(whole: Printed, kind: str, position: int, text: Field, item: Item) -> Printed:
    """One control or activity of a risk."""
    return Printed(
        "risk_controls", {"text": text}, whole, text.confidence, item.marker, facts={"kind": kind, "position": position}
    )


def item_field(item: Item, method: str, confidence: float) -> Field:
    return Field(item.text, item.words, method, confidence)


def text_field(sourced: Sequence[Sourced], method: str) -> Field:
    """A running text of one or more cells; where it is a list, its items joined with a space, without their bullets."""
    field = field_of(sourced, method)
    cells = [c for c, _ in sourced]
    if not any(w.text in BULLETS or w.text in {"-", "–"} for c in cells for w in c.words):
        return field
    items = items_of(cells)
    glyphs = [i for i in items if i.marker and not i.marker[0].text.strip("().").isalnum()]
    if not glyphs:
        return field
    bullets = {id(w) for i in glyphs for w in i.marker}
    words = tuple(w for w in field.words if id(w) not in bullets)
    numbered = [" ".join(w.text for w in i.marker if id(w) not in bullets) for i in items]
    text = " ".join(f"{n} {i.text}".strip() for n, i in zip(numbered, items, strict=True))
    return Field(text, words, field.method, field.confidence, field.fill, field.symbols, field.place, field.note)


def field_of(sourced: Sequence[Sourced], method: str) -> Field:
    """Cells of one column as one field; its note is the heading they stand under."""
    cells = [c for c, _ in sourced]
    page, box = cells[0].boxes[0]
    return Field(
        text=" ".join(c.text for c in cells if c.text),
        words=tuple(w for c in cells for w in c.words),
        method=method,
        confidence=_confidence(sourced),
        fill=next((c.fill for c in cells if c.fill), None),
        symbols=tuple(s for c in cells for s in c.symbols),
        place=(page, (box.x0, box.top, box.x1, box.bottom)),
        note=" > ".join(sourced[0][1].column.path) or None,
    )


def cell_field(cell: Cell, method: str) -> Field:
    """A cell that stands in no column: a band, a title inside the frame."""
    page, box = cell.boxes[0]
    place = (page, (box.x0, box.top, box.x1, box.bottom))
    return Field(cell.text, cell.words, method, cell.confidence, cell.fill, cell.symbols, place)


def _confidence(sourced: Sequence[Sourced]) -> float:
    return min((c.confidence * a.confidence for c, a in sourced), default=1.0)


def _least(fields: Iterable[Field]) -> float:
    return min((f.confidence for f in fields), default=1.0)
