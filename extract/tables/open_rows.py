"""Rows of a table that are drawn as one cell between rows that are divided: where a style shades every other row, the others
have no edges of their own. What stands in them keeps to the columns of their neighbours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extract.tables.celltext import reading_lines
from extract.tables.draft import DraftCell, Grid
from extract.tables.textlines import phrases
from models.geometry import Box

FEWEST_ROWS = 2  # of each kind
FEWEST_COLUMNS = 3
MOSTLY = 0.5  # share of the columns in which such a row has words


def divide_open_rows(grid: Grid) -> None:
    """Cut rows of one cell at the edges that the divided rows have, where all of them keep to these."""
    if grid.columns < FEWEST_COLUMNS or grid.rows < 2 * FEWEST_ROWS or not grid.alone:
        return
    wide = [c for c in grid.cells if c.column == 0 and c.last_column == grid.columns - 1 and c.words]
    if len(wide) < FEWEST_ROWS or any(c.row_span > 1 for c in wide):
        return
    rows = Counter(c.row for c in grid.cells)
    divided = {row for row, count in rows.items() if count == grid.columns}
    if len(divided) < FEWEST_ROWS or any(not {c.row - 1, c.row + 1} & divided for c in wide):
        return
    parts = [_parts(cell, grid.xs) for cell in wide]
    if not all(parts):
        return
    cut = {id(c) for c in wide}
    grid.cells = [c for c in grid.cells if id(c) not in cut] + [part for cells in parts for part in cells]
    grid.sort()


def _parts(cell: DraftCell, xs: Sequence[float]) -> list[DraftCell]:
    """The cells of an open row; [] where a phrase runs over an edge, or few columns have words."""
    found = divided(cell, xs)
    return found if sum(bool(part.words) for part in found) >= max(2, MOSTLY * len(found)) else []


def divided(cell: DraftCell, xs: Sequence[float]) -> list[DraftCell]:
    """The cell of each column that a cell stands over, `xs` being the edges of all; [] where a phrase runs over one of these."""
    own = xs[cell.column : cell.last_column + 2]
    if any(x0 + 1 < x < x1 - 1 for x0, x1, _ in phrases(cell.words) for x in own[1:-1]):
        return []
    page, box = cell.boxes[0]
    found = []
    for n, (left, right) in enumerate(pairwise(own), start=cell.column):
        words = [w for w in cell.words if left <= (w.x0 + w.x1) / 2 < right]
        lines = reading_lines(words) if words else []
        found.append(
            DraftCell(
                cell.row, n, cell.last_row, n, [(page, Box(left, box.top, right, box.bottom))],
                [w for line in lines for w in line], cell.fill, lines=lines, confidence=min(cell.confidence, 0.9),
                open_above=cell.open_above, open_below=cell.open_below,
            )
        )  # fmt: skip
    return found
