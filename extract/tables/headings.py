"""Which rows are headings, which are bands, and the heading path over each body cell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.tables.draft import DraftCell, Grid

NUMBER = re.compile(r"^[-+£$€(]*\d[\d,.]*\s*[%)kmbn]*$")
MOST_HEADING_ROWS = 6


def find_headings(grid: Grid) -> None:
    """Set `heading_rows`, `bands` and `is_heading` from how the rows look."""
    grid.bands = [r for r in range(grid.rows) if _is_band(grid, r)]
    last = grid.least_heading_rows - 1
    row = grid.least_heading_rows
    body = _Body(grid)
    while row < min(grid.rows - 1, MOST_HEADING_ROWS):
        if row in grid.bands:
            row += 1
            continue
        if _heading_score(grid, row, body) < 2:
            break
        last = row
        row += 1
    if last >= 0:
        grid.heading_rows = last + 1
        for cell in grid.cells:
            cell.is_heading = cell.row <= last and cell.row not in grid.bands


def _is_band(grid: Grid, row: int) -> bool:
    cells = grid.over_row(row)
    if grid.columns < 2 or len(cells) != 1:
        return False
    return cells[0].column_span == grid.columns and cells[0].row_span == 1 and bool(cells[0].words)


class _Body:
    """How the rows of a table look in general: what a heading row stands out from."""

    def __init__(self, grid: Grid) -> None:
        words = [w for c in grid.cells if c.row > 0 for w in c.words if any(ch.isalnum() for ch in w.text)]
        self.bold = sum(w.font.bold for w in words) / len(words) if words else 0.0
        filled = [c.fill for c in grid.cells if c.row > 0]
        self.filled = sum(f is not None for f in filled) / len(filled) if filled else 0.0


def _heading_score(grid: Grid, row: int, body: _Body) -> float:
    cells = [c for c in grid.over_row(row) if c.words]
    if not cells:
        return 0.0
    words = [w for c in cells for w in c.words if any(ch.isalnum() for ch in w.text)]
    bold = sum(w.font.bold for w in words) / len(words) if words else 0.0
    score = 0.5 if row == 0 else 0.0
    if bold > 0.8:
        score += 1.5 if body.bold < 0.6 else 0.5
    own = grid.in_row(row)
    filled = sum(c.fill is not None for c in own) / len(own) if own else 0.0
    if filled > 0.6:
        score += 1.5 if body.filled < 0.5 else 0.5
    if any(w.turned for w in words):
        score += 1.5
    numbers = sum(bool(NUMBER.match(_text(c))) for c in cells)
    score += 0.5 if numbers == 0 else -1.5 * numbers / len(cells)
    if max(len(c.words) for c in cells) > 25:
        score -= 1
    return score


def set_headers(grid: Grid) -> None:
    """The heading path of every body cell: what stands over all its columns, outermost first."""
    headings = [c for c in grid.cells if c.is_heading and c.text]
    for cell in grid.cells:
        if not cell.is_heading and cell.row not in grid.bands:
            cell.header = path(headings, cell)


def path(headings: Sequence[DraftCell], cell: DraftCell) -> tuple[str, ...]:
    over = [h for h in headings if h.column <= cell.column and h.last_column >= cell.last_column]
    if not over:
        over = [h for h in headings if h.column <= cell.column <= h.last_column]
    texts: list[str] = []
    for heading in sorted(over, key=lambda h: h.row):
        if not texts or texts[-1] != heading.text:
            texts.append(heading.text)
    return tuple(texts)


def _text(cell: DraftCell) -> str:
    return cell.text or cell.printed
