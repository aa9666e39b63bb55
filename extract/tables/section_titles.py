"""Titles of sections in a table whose rows have a rule below them alone: no rule parts a title from the row that it stands over."""

from __future__ import annotations

from collections.abc import Sequence

from extract.tables.draft import DraftCell, Grid
from extract.tables.open_rows import divided
from extract.tables.rules import Floats
from extract.tables.textlines import TextLine, text_lines
from models.geometry import Box

FEWEST_COLUMNS, FEWEST_ROWS = 3, 3
ABOVE, BELOW = 0.6, 0.25  # of a title's size: white around it
INSIDE = 4.0  # points from the sides of a table
OUTSIDE = 1.0  # points a word may reach over the side of its table


def stands_over(lines: Sequence[TextLine], top: float, left: float, right: float) -> bool:
    """Whether the first of the lines below a rule is a title: bold, apart, at the left, over a row that is not bold."""
    if len(lines) < 2 or len(lines[0].segments) > 1 or len(lines[1].segments) < 2:
        return False
    title, row = lines[0], lines[1]
    if (
        not title.bold
        or row.bold
        or title.top - top < ABOVE * title.size
        or row.top - title.bottom < BELOW * title.size
    ):
        return False
    return left - OUTSIDE <= title.x0 <= row.x0 + OUTSIDE and title.x1 < (left + right) / 2


def part_titles(grid: Grid, upright: Floats) -> None:
    """Make rows of their own of the titles that stand with the row below them, where no upright rules part the cells."""
    if not grid.alone or grid.columns < FEWEST_COLUMNS or grid.rows < FEWEST_ROWS:
        return
    box = grid.box
    inside = upright[(upright[:, 0] > box.x0 + INSIDE) & (upright[:, 0] < box.x1 - INSIDE)]
    if ((inside[:, 1] < box.bottom - INSIDE) & (inside[:, 2] > box.top + INSIDE)).any():
        return
    for row, cells in reversed(list(enumerate(grid.by_row()))):
        first = next((c for c in cells if c.words), None)
        if row == 0 or first is None or first.column or not first.words[0].font.bold or len(cells) < FEWEST_COLUMNS:
            continue
        if any(c.row != row or c.last_row != row for c in cells):
            continue
        lines = text_lines([w for c in cells for w in c.words])
        if stands_over(lines, cells[0].boxes[0][1].top, box.x0, box.x1):
            _part(grid, cells, lines[0], (lines[0].bottom + lines[1].top) / 2)


def _part(grid: Grid, cells: Sequence[DraftCell], title: TextLine, at: float) -> None:
    """The title of a row as the row above it, down to the height `at`."""
    row, own = cells[0].row, {id(w) for w in title.words}
    page, box = cells[0].boxes[0]
    for cell in grid.cells:
        if cell.row >= row:
            cell.row += 1
            cell.last_row += 1
    for cell in cells:
        cell.words = [w for w in cell.words if id(w) not in own]
        cell.lines = [rest for line in cell.lines if (rest := [w for w in line if id(w) not in own])]
        number, place = cell.boxes[0]
        cell.boxes[0] = (number, Box(place.x0, at, place.x1, place.bottom))
        if cell.column_span > 1 and (parts := divided(cell, grid.xs)):  # it was the title that ran over the edge
            grid.cells.remove(cell)
            grid.cells += parts
    over = Box(grid.xs[0], box.top, grid.xs[-1], at)
    grid.cells.append(
        DraftCell(row, 0, row, grid.columns - 1, [(page, over)], list(title.words), lines=[list(title.words)])
    )
    grid.rows += 1
    grid.sort()
