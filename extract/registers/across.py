"""Registers too wide for the sheet: the columns that a spreadsheet prints on the next sheets, row by row those of the sheets before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.columns import Assigned
from extract.registers.layout import Layout
from extract.wording import fold
from models.table import Cell, Table

_FEWEST = 2  # rows, and columns that are known
_BY_ORDER = 0.9  # that rows of two sheets belong together is told by their number and order
_STATED = frozenset({"title", "description"})


def goes_across(left: Table, over: Layout, right: Table, layout: Layout, columns: Sequence[Assigned]) -> bool:
    """Whether a table is the further columns of the register on the sheets before it: it states no risk of its own, its
    headings are known, and it has as many rows."""
    told = {a.field for a in columns if a.field not in {None, "other", "ref"} and a.column.leaf}
    rows = right.rows - layout.heading_rows
    return (
        right.first_page > left.first_page
        and rows == left.rows - over.heading_rows >= _FEWEST
        and len(told) >= _FEWEST
        and not told & _STATED
        and not (over.bands or layout.bands)
        and not _repeats(left, over, right, layout)
    )


def _repeats(left: Table, over: Layout, right: Table, layout: Layout) -> bool:
    """Whether most headings are those of the register before: then it is another one, or an earlier edition."""
    known = {fold(c.text) for c in left.cells if c.row < over.heading_rows and c.text}
    own = [fold(c.text) for c in right.cells if c.row < layout.heading_rows and c.text]
    return sum(text in known for text in own) > len(own) / 2


def joined(left: Table, over: Layout, right: Table, layout: Layout) -> Table:
    """Both as one table; a column that the second prints again, as sheets repeat their first ones, is left out."""
    headings = max(over.heading_rows, layout.heading_rows)
    cells = [_moved(c, headings - over.heading_rows, 0) for c in left.cells]
    again = {
        n for n in range(right.columns)
        if any(_texts(left, m, over.heading_rows) == _texts(right, n, layout.heading_rows) for m in range(left.columns))
    }  # fmt: skip
    places: dict[int, int] = {}
    for n in range(right.columns):
        if n not in again:
            places[n] = left.columns + len(places)
    for cell in right.cells:
        own = [places[n] for n in range(cell.column, cell.last_column + 1) if n in places]
        if own:
            moved = _moved(cell, headings - layout.heading_rows, own[0] - cell.column)
            sure = min(cell.confidence, _BY_ORDER)
            cells.append(replace(moved, column_span=len(own), confidence=sure))
    cells.sort(key=lambda c: (c.row, c.column))
    return Table(
        tuple(cells), headings + left.rows - over.heading_rows, left.columns + len(places), headings,
        (*left.pieces, *right.pieces), left.method, min(left.confidence, right.confidence),
    )  # fmt: skip


def _moved(cell: Cell, down: int, right: int) -> Cell:
    return replace(cell, row=cell.row + down, column=cell.column + right)


def _texts(table: Table, column: int, heading_rows: int) -> tuple[str, ...]:
    """What a column prints below its headings, with the last of them."""
    cells = (table.at(row, column) for row in range(max(0, heading_rows - 1), table.rows))
    return tuple(fold(c.text) if c is not None else "" for c in cells)
