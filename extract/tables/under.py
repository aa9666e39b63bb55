"""What stands under headings that are drawn as a grid of their own: the rows of the table, without rules or with few."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from extract.tables.borderless import read_region
from extract.tables.draft import DraftCell, Grid
from extract.tables.fills import Canvas
from extract.tables.ladders import read_ladders
from extract.tables.prose import NOTE, is_prose
from extract.tables.regions import LINES_APART, Region
from extract.tables.rules import Edges
from extract.tables.seam import share_columns
from extract.tables.textlines import TextLine, text_lines
from extract.text import BULLETS
from models.geometry import Box
from models.page import Page, Word

MOST_ROWS = 3  # a grid of more rows is a table by itself
INSIDE = 1.0  # points a word may reach over an edge
BEYOND = 4.0  # points the words below may reach past the sides of the headings
EDGE = 2.0  # points an edge of the headings and the rule at it may be apart
NEAR = 30.0  # points below the headings in which the first row has a word
STRAY = 12  # one line in so many may run over an edge


def with_rows_below(grid: Grid, words: Sequence[Word], edges: Edges, page: Page, canvas: Canvas) -> Grid | None:
    """The table whose headings, or first rows, `grid` is; None where no rows in its columns stand right below it."""
    lines = _up_to_gap(lines_under(grid, words), grid, edges)
    tabular = sum(_columns_held(line, grid.xs) >= 2 for line in lines)
    if tabular < 1 or (tabular < 2 and grid.rows == 1):
        return None
    box = grid.box
    inner = [x for x in grid.xs[1:-1] if _crossing(lines, x) <= len(lines) // STRAY]
    if len(inner) < 0.6 * len(grid.xs[1:-1]):
        return None
    bottom = lines[-1].bottom + 2
    level = edges.level
    level = level[(level[:, 0] >= box.bottom - 2) & (level[:, 0] <= bottom + 6)]
    level = level[(level[:, 2] > box.x0) & (level[:, 1] < box.x1)]
    region = Region(lines, level, inner, framed=False, headed=True, heads=0)
    region.sides = (box.x0, box.x1)
    body = read_region(region, page, canvas)
    if body is None or body.columns < 2:
        return None
    return _stacked(grid, body)


def _up_to_gap(lines: list[TextLine], grid: Grid, edges: Edges) -> list[TextLine]:
    """The lines above the first white between two rules as wide as the grid: what stands below it is another table."""
    box = grid.box
    at = [y for y, x0, x1 in edges.level.tolist() if abs(x0 - box.x0) <= BEYOND and abs(x1 - box.x1) <= BEYOND]
    below = sorted(y for y in at if y > box.bottom - EDGE)
    middles = [(line.top + line.bottom) / 2 for line in lines]
    end = next((a for a, b in pairwise(below) if b - a > BEYOND and not any(a < y < b for y in middles)), None)
    return lines if end is None else [line for line, y in zip(lines, middles, strict=True) if y < end]


def with_ladder_below(grid: Grid, words: Sequence[Word], ruled: Edges, page: Page, canvas: Canvas) -> Grid | None:
    """The table whose headings are `grid` and whose rows level rules of its width part, right below it; else None."""
    box = grid.box
    level = ruled.level[ruled.level[:, 0] >= box.bottom - EDGE]
    wide = level[(abs(level[:, 1] - box.x0) <= BEYOND) & (abs(level[:, 2] - box.x1) <= BEYOND)]
    if not len(wide) or wide[:, 0].max() < box.bottom + EDGE:
        return None
    if not len(wide[wide[:, 0] < box.bottom + EDGE]):  # the rule that closes the headings opens the first row
        level = np.vstack([level, [[box.bottom, box.x0, box.x1]]])
    upright = ruled.upright[ruled.upright[:, 1] >= box.bottom - EDGE]
    free = [w for w in words if (w.top + w.bottom) / 2 > box.bottom]
    if min((w.top for w in free), default=1e6) > box.bottom + NEAR:
        return None
    ladders = read_ladders(free, Edges(level, upright), page, canvas, [grid])
    body = next((b for b in ladders if abs(b.box.top - box.bottom) <= BEYOND and b.columns == grid.columns), None)
    return _stacked(grid, body) if body is not None else None


def lines_under(grid: Grid, words: Sequence[Word]) -> list[TextLine]:
    """The lines right below a grid that keep to its columns, top to bottom."""
    box = grid.box
    below = Box(box.x0 - BEYOND, box.bottom - 1, box.x1 + BEYOND, 1e6)
    found: list[TextLine] = []
    bottom = box.bottom
    for line in text_lines([w for w in words if below.holds_middle_of(w)]):
        white = line.top - bottom
        if white > max(LINES_APART * line.size, 18) or line.turned:
            break
        crossed = sum(any(w.x0 + INSIDE < x < w.x1 - INSIDE for w in line.words) for x in grid.xs[1:-1])
        one = len(line.segments) == 1
        if crossed > 1 or (crossed and one) or line.x0 < box.x0 - BEYOND or line.x1 > box.x1 + BEYOND:
            break
        if is_prose(line, box.width, 0.6) or (one and NOTE.match(line.text)) or line.words[0].text in BULLETS:
            break  # of a text or a list below the table
        found.append(line)
        bottom = max(bottom, line.bottom)
    while found and _columns_held(found[-1], grid.xs) < 2 and found[-1].words[0].font.bold:
        found.pop()  # a title of what comes next
    return found


def _columns_held(line: TextLine, xs: Sequence[float]) -> int:
    return len({int(np.searchsorted(xs, (w.x0 + w.x1) / 2)) for w in line.words})


def _crossing(lines: Sequence[TextLine], x: float) -> int:
    return sum(any(w.x0 + INSIDE < x < w.x1 - INSIDE for w in line.words) for line in lines)


def _headings_in(grid: Grid) -> int:
    """How many of the first rows are headings: all, but where the first is on a colour and a later one is not set as it is."""
    first = grid.in_row(0)
    colours = Counter(c.fill for c in first).most_common(1)
    if not colours or colours[0][0] is None:
        return grid.rows
    for row in range(1, grid.rows):
        cells = grid.in_row(row)
        other = cells and Counter(c.fill for c in cells).most_common(1)[0][0] != colours[0][0]
        if other and _is_bold(first) and not _is_bold(cells):
            return row
    return grid.rows


def _is_bold(cells: Sequence[DraftCell]) -> bool:
    words = [w for c in cells for w in c.words]
    return sum(w.font.bold for w in words) > 0.8 * len(words)


def _stacked(upper: Grid, lower: Grid) -> Grid:
    """Both grids as one, the second below the first."""
    lower.xs = [upper.xs[0], *lower.xs[1:-1], upper.xs[-1]]
    share_columns(upper, lower)
    top, bottom = upper.box.bottom, lower.box.bottom
    for cell in lower.cells:
        page, box = cell.boxes[0]
        start = top if cell.row == 0 else box.top
        cell.boxes[0] = (page, Box(max(box.x0, upper.xs[0]), start, min(box.x1, upper.xs[-1]), box.bottom))
        cell.row += upper.rows
        cell.last_row += upper.rows
    page, box = upper.pieces[0]
    grid = Grid(
        list(upper.xs),
        upper.rows + lower.rows,
        [*upper.cells, *lower.cells],
        [(page, Box(box.x0, box.top, box.x1, bottom))],
        lower.method,
        min(upper.confidence, lower.confidence),
        least_heading_rows=_headings_in(upper) if upper.rows <= MOST_ROWS else 0,
    )
    grid.sort()
    return grid
