"""Matrices of likelihood and impact: grids of products whose colours say from which score on a risk is red, amber or green,
and maps on which risks are placed by their references."""

from __future__ import annotations

from collections.abc import Iterable

from extract.families import Claim, Family, surely
from extract.registers.heat_maps import heat_maps
from extract.registers.matrices import products
from models.record import Field, Printed
from models.section import Paragraph, Section
from models.table import Table

_AROUND = 6  # blocks beside a matrix in a section that is there for it


def claim(section: Section) -> Claim:
    """Sure where a small square table holds the products of two scales, or references of risks stand in coloured cells."""
    products_of = [t for t in section.tables if products(t)]
    placed = _placed(section)
    if not products_of and not placed:
        return Claim(0.0)
    words = {id(w) for record in placed for f in record.fields.values() for w in f.words}
    rest = [b for b in section.blocks if not words or not any(id(w) in words for w in _words(b))]
    reason = "a grid of products" if products_of else f"{len(placed)} references in coloured cells"
    return Claim(0.9 if len(rest) - len(products_of) < _AROUND else 0.55, (reason,))


def read(section: Section) -> Iterable[Printed]:
    """Each product with its colour, one record a place of the grid; the cells themselves are the table's. Each risk on a map."""
    for table in section.tables:
        for likelihood, impact, cell in products(table):
            page, box = cell.boxes[0]
            place = (page, (box.x0, box.top, box.x1, box.bottom))
            score = Field(cell.text, cell.words, table.method, cell.confidence, cell.fill, cell.symbols, place)
            facts = {"one": likelihood, "other": impact}
            yield Printed("risk_matrix", {"score": score}, confidence=cell.confidence, facts=facts)
    yield from _placed(section)


def _placed(section: Section) -> list[Printed]:
    """The risks on the section's maps, of those whose words no other family has taken."""
    maps = heat_maps(section)
    free = {id(w) for block in section.blocks for w in _words(block)} if maps else set()
    return [m for m in maps if all(id(w) in free for w in m.fields["ref"].words)]


def _words(block: object) -> Iterable[object]:
    if isinstance(block, Table):
        return (w for cell in block.cells for w in cell.words)
    return block.all_words if isinstance(block, Paragraph) else getattr(block, "words", ())


FAMILY = Family("matrix", claim, read, surely(0.9))
