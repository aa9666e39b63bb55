"""Cells as fields: their text without bullets, their words, their place, the heading they stand under."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extract.registers.items import Item, items_of
from extract.registers.rows import Sourced
from extract.text import BULLETS
from models.record import Field
from models.table import Cell


def item_field(item: Item, method: str, sure: float) -> Field:
    """One item of a list."""
    return Field(item.text, item.words, method, sure)


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
        confidence=confidence(sourced),
        fill=next((c.fill for c in cells if c.fill), None),
        symbols=tuple(s for c in cells for s in c.symbols),
        place=(page, (box.x0, box.top, box.x1, box.bottom)),
        note=" > ".join(sourced[0][1].column.printed) or None,
    )


def cell_field(cell: Cell, method: str) -> Field:
    """A cell that stands in no column: a band, a title inside the frame."""
    page, box = cell.boxes[0]
    place = (page, (box.x0, box.top, box.x1, box.bottom))
    return Field(cell.text, cell.words, method, cell.confidence, cell.fill, cell.symbols, place)


def confidence(sourced: Sequence[Sourced]) -> float:
    """The least chance among the cells, of being read right and of standing in the right column."""
    return min((c.confidence * a.confidence for c, a in sourced), default=1.0)


def least(fields: Iterable[Field]) -> float:
    """The least confidence among fields."""
    return min((f.confidence for f in fields), default=1.0)
