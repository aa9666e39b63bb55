"""Scoring matrices: the grid of products whose colours say from which score on a risk is red, amber or green."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from extract.families import Claim, Family
from models.record import Field, Printed
from models.section import Section
from models.table import Cell, Table


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


@lru_cache(maxsize=256)
def products(table: Table) -> tuple[tuple[int, int, Cell], ...]:
    """(row factor, column factor, cell) of each place of a matrix; () where the table is none.

    The factors run from 1, up or down and left or right; heading cells may stand on any side.
    """
    if not 3 <= table.columns <= 8 or not 3 <= table.rows <= 9:
        return ()
    numbers = {
        (c.row, c.column): c for c in table.cells if c.text.strip().isdigit() and c.row_span == c.column_span == 1
    }
    rows = sorted({r for r, _ in numbers if sum(r == q for q, _ in numbers) >= 3})
    columns = sorted({c for _, c in numbers if sum(c == q for _, q in numbers) >= 3})
    if not 3 <= len(rows) <= 6 or not 3 <= len(columns) <= 6:
        return ()
    for down in (1, -1):
        for right in (1, -1):
            found = []
            for i, r in enumerate(rows[::down], start=1):
                for j, c in enumerate(columns[::right], start=1):
                    cell = numbers.get((r, c))
                    if cell is not None and int(cell.text) == i * j:
                        found.append((i, j, cell))
            if len(found) >= 0.9 * len(rows) * len(columns):
                return tuple(found)
    return ()


FAMILY = Family("matrix", claim, read)
