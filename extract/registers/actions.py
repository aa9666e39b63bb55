"""A risk's mitigations: rows of their own, lists in one cell, or stacked in one row beside their owners and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from extract.looks import look_of
from extract.registers.brackets import parted
from extract.registers.fields import confidence, field_of, item_field, least, text_field
from extract.registers.items import Item, items_of, split_items
from extract.registers.labelled_lines import labelled_actions
from extract.registers.parallel import stacked
from extract.registers.rows import RiskRows, Sourced
from extract.tables.marks import is_colourful
from extract.text import text_of
from extract.vocabularies import rows as vocabulary
from extract.wording import fold, words_of
from models.geometry import Box
from models.page import Page, Word
from models.record import Field, Printed

# column field -> the view's column; `rag` is read by its fill where nothing is printed
_COLUMNS = {
    "action": "description",
    "action_owner": "owners",
    "action_target": "target_text",
    "action_status": "status_text",
    "action_rag": "rag",
}
_COLOURED = frozenset({"action_status", "action_rag"})
_STACKED = 0.95  # where one mitigation ends is told by heights alone

_SHORT = 14  # words that give a reason for doing nothing
_REASON = re.compile(
    r"(?: (?:is |are )?(?:planned|proposed|required|needed|necessary|identified|due))?\s*(?:$|[;:,.(–-]|as\b|because\b|at\b)"
)
_NONE = re.compile(r"none(?:\s*[:;,(]|\s+-\s)")  # and the reason behind it
_OF_EACH = 0.75  # that one date is that of each item of a list

_COUNTED = re.compile(r"\(?(\d{1,2})[.)]")

Told = tuple[dict[str, Field], tuple[Word, ...]]
Row = Mapping[str, Sequence[Sourced]]


def actions(risk: RiskRows, whole: Printed, method: str, pages: Mapping[int, Page]) -> Iterator[Printed]:
    """The mitigations of a risk in printed order, numbered from 1, and why there is none where that is said."""
    progress = _progress(risk, method) if len(risk.actions) == 1 else {}
    counted = _are_counted(risk.actions)
    position = 0
    for row in risk.actions:
        if _is_none(row):
            yield from _reason(row, whole, method)
            continue
        told = _labelled(row, method) or _listed(row, method) or _stacked(row, method) or _shared(row, method)
        for fields, bullet in told or _single(_bare(row) if counted else row, method, progress, pages):
            position += 1
            yield Printed("risk_actions", fields, whole, least(fields.values()), bullet, facts={"position": position})


def _reason(row: Row, whole: Printed, method: str) -> Iterator[Printed]:
    """What stands in place of a mitigation and says why there is none: a text of the risk that no other view holds."""
    sourced = [s for s in row.get("action", ()) if s[0].text]
    if sourced and not _says_only_none(" ".join(c.text for c, _ in sourced)):
        header = " > ".join(sourced[0][1].column.printed)
        yield Printed("risk_fields", {"text": text_field(sourced, method)}, whole, facts={"header": header or None})


def _are_counted(rows: Sequence[Row]) -> bool:
    """Whether each row of several begins with its number, in order: `1. Dredge the bar` over `2. Buy a second lamp`."""
    heads = [row["action"][0][0].words[:1] for row in rows if row.get("action") and row["action"][0][0].text]
    counted = [_COUNTED.fullmatch(head[0].text) for head in heads if head]
    return len(counted) > 1 and [int(m[1]) if m else 0 for m in counted] == list(range(1, len(counted) + 1))


def _bare(row: Row) -> Row:
    """A row without the number before its action, which says no more than its place."""
    if not row.get("action"):
        return row
    (cell, column), *rest = row["action"]
    words, text = cell.words[1:], cell.text.partition(" ")[2]
    return {**row, "action": [(replace(cell, words=words, text=text), column), *rest]} if words else row


def _is_none(row: Row) -> bool:
    """`None`, `N/A` and the like with nothing beside them say that there is no mitigation."""
    said = {name: " ".join(c.text for c, _ in sourced) for name, sourced in row.items()}
    words = [text for name, text in said.items() if name == "action" or any(c.isalnum() for c in text)]
    drawn = any(c.symbols for sourced in row.values() for c, _ in sourced)
    return ("action" in said or not drawn) and all(map(says_none, words))


def says_none(text: str) -> bool:
    """Whether a text says that there is nothing, by itself or with the reason behind it: `No further action; at target`,
    `None: the risk is tolerated`."""
    said = fold(text).rstrip(".")
    begins = [n for n in _nothing() if n.startswith("no ") and said.startswith(n)]
    short = len(said.split()) <= _SHORT
    reasoned = short and (_NONE.match(said) or any(_REASON.match(said[len(n) :]) for n in begins))
    return bool(_says_only_none(text) or reasoned)


def _says_only_none(text: str) -> bool:
    return look_of(text) == "none" or fold(text).rstrip(".") in _nothing()


@cache
def _nothing() -> frozenset[str]:
    return frozenset(r["printed"] for r in vocabulary("no_action"))


def _labelled(row: Row, method: str) -> list[Told]:
    """Actions in one cell with nothing beside it, each with who and when on labelled lines below it."""
    if any(c.text or c.symbols for name, sourced in row.items() if name != "action" for c, _ in sourced):
        return []
    told: list[Told] = []
    for cell, column in row.get("action", ()):
        parted_cell = labelled_actions(cell.words)
        if not parted_cell:
            return []
        sure = confidence([(cell, column)])
        for parts in parted_cell:
            labels = tuple(parts.pop("", ()))
            fields = {_COLUMNS[n]: Field(text_of(w), tuple(w), method, sure) for n, w in parts.items()}
            told.append((fields, labels))
    return told


def _listed(row: Row, method: str) -> list[Told]:
    """A list by bullets or semicolons with nothing beside it: each item is a mitigation."""
    beside = [c for name, sourced in row.items() if name != "action" for c, _ in sourced]
    if any(c.text or c.symbols for c in beside):
        return []
    items = [i for i in split_items(items_of([c for c, _ in row.get("action", ())])) if not i.subheading]
    if len(items) < 2 or not any(i.marker or i.joined for i in items):
        return []
    sure = confidence(row["action"])
    return [(parted(i.words) or {"description": item_field(i, method, sure)}, i.marker) for i in items]


def _stacked(row: Row, method: str) -> list[Told]:
    """Several mitigations in one row, each with what stands beside it."""
    beside = {name: [c for c, _ in sourced] for name, sourced in row.items() if name != "action"}
    if "action_target" in row and _healed(target := field_of(row["action_target"], method)) is not target:
        return []  # the lines of one broken date are no dates of several mitigations
    told: list[Told] = []
    for item, parts in stacked([c for c, _ in row.get("action", ())], beside):
        fields = {"description": item_field(item, method, min(_STACKED, confidence(row["action"])))}
        for name, words in parts.items():
            cell = field_of(row[name], method)
            sure = min(_STACKED, cell.confidence)
            fields[_COLUMNS[name]] = replace(cell, text=text_of(words), words=tuple(words), confidence=sure)
        told.append((fields, item.marker))
    return told


def _shared(row: Row, method: str) -> list[Told]:
    """A bulleted list beside one date, and nothing else: the date is taken to hold for each item, and told as unsure."""
    beside = {name: sourced for name, sourced in row.items() if name != "action" and any(c.text for c, _ in sourced)}
    items = [i for i in items_of([c for c, _ in row.get("action", ())]) if not i.subheading]
    if set(beside) != {"action_target"} or len(items) < 2 or not all(_is_bullet(i) for i in items):
        return []
    target = _healed(field_of(beside["action_target"], method))
    if look_of(target.text) not in {"date", "when"}:
        return []
    sure = min(_OF_EACH, confidence(row["action"]))
    unsure = replace(target, confidence=min(_OF_EACH, target.confidence))
    return [({"description": item_field(i, method, sure), "target_text": unsure}, i.marker) for i in items]


def _is_bullet(item: Item) -> bool:
    return bool(item.marker) and not any(c.isalnum() for w in item.marker for c in w.text)


def _healed(field: Field) -> Field:
    """A date in figures that a narrow column breaks inside its year (`30/09/20 24`) as it is meant."""
    whole = re.sub(r"\s+", "", field.text)
    broken = whole != field.text and re.fullmatch(r"\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d", whole)
    return replace(field, text=whole) if broken else field


def _single(row: Row, method: str, progress: Mapping[str, Field], pages: Mapping[int, Page]) -> list[Told]:
    """One mitigation."""
    fields: dict[str, Field] = {}
    for name, sourced in row.items():
        printed = [s for s in sourced if s[0].text or s[0].symbols or (name in _COLOURED and s[0].fill)]
        if printed and name == "action":
            fields["description"] = text_field(printed, method)
        elif printed:
            field = _healed(field_of(printed, method))
            fields[_COLUMNS[name]] = painted(field, pages) if name in _COLOURED else field
    if set(fields) == {"description"}:
        fields = parted(fields["description"].words) or fields
    return [({**progress, **fields}, ())] if fields else []


def painted(field: Field, pages: Mapping[int, Page]) -> Field:
    """A status or rating shown by a dot alone, drawn or printed, with the dot's colour as its fill."""
    if field.words and not any(c.isalnum() for c in field.text) and is_colourful(ink := field.words[-1].font.colour):
        return replace(field, fill=ink)
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
