"""Scoring matrices among tables: grids of products of two scales."""

from __future__ import annotations

from extract.remembering import remembered
from models.table import Cell, Table


@remembered(256)
def products(table: Table) -> tuple[tuple[int, int, Cell], ...]:
    """(row factor, column factor, cell) of each place of a matrix; () where the table is none.

    The factors run from 1, up or down and left or right; heading cells may stand on any side.
    """
    if not 3 <= table.columns <= 8 or not 3 <= table.rows <= 9:
        return ()
    numbers = {
        (c.row, c.column): c for c in table.cells if c.text.strip().isdecimal() and c.row_span == c.column_span == 1
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
