"""Scoring matrices: the grid of products whose colours say from which score on a risk is red, amber or green."""

from __future__ import annotations

from collections.abc import Iterable

from extract.families import Claim, Family
from extract.registers.matrices import products
from models.record import Field, Printed
from models.section import Section


def claim(section: Section) -> Claim:
    """Sure where a small square table holds the products of two scales."""
    if not any(products(t) for t in section.tables):
        return Claim(0.0)
    rest = len(section.blocks) - 1
    return Claim(0.9 if rest <= 6 else 0.55, ("a grid of products",))


def read(section: Section) -> Iterable[Printed]:
    """Each product with its colour, one record a place of the grid; the cells themselves are the table's."""
    for table in section.tables:
        for likelihood, impact, cell in products(table):
            page, box = cell.boxes[0]
            place = (page, (box.x0, box.top, box.x1, box.bottom))
            score = Field(cell.text, cell.words, table.method, cell.confidence, cell.fill, cell.symbols, place)
            facts = {"one": likelihood, "other": impact}
            yield Printed("risk_matrix", {"score": score}, confidence=cell.confidence, facts=facts)


FAMILY = Family("matrix", claim, read)
