"""Tables whose rows are told by colour alone: every other row is shaded, or headings and bands are, and no rules are drawn.

The edges of what is painted across the table stand for level rules; what stands between two of them is a row, as between rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from extract.tables.draft import Grid
from extract.tables.field import Field
from extract.tables.fills import Canvas, alike, is_white
from extract.tables.ladders import SHORTEST, read_ladders
from extract.tables.rules import Edges, Floats, join
from extract.tables.rungs import SAME_END, Bools
from extract.tables.textlines import text_lines
from models.geometry import Box
from models.page import Fill, Page

FEWEST_FILLS, MOST_FILLS = 2, 1_500  # more are a drawing
NARROWEST, LOWEST, HIGHEST = 12.0, 6.0, 260.0  # points: smaller is a badge, higher no row
BESIDE, FAR = 5.0, 80.0  # points
SAME_LINE = 1.2  # points
ASIDE = 1.8  # points from an edge at which the colours on both its sides are looked at
FEWEST_PATCHES = 6
MOST_OF_ROW = 0.8  # share of a table's width that a patch has at most
WHOLLY = 0.98  # share of its area that patches cover, each place once
PATCHES_IN_ROW, PATCHES_IN_WIDE_ROW = 3, 2
FEWEST_RULES = 2  # from end to end within the rows that colours tell
RIGHT_BELOW = 7.0  # points below the edge of a row that its first line begins at most
SMALLEST = 6.0  # points: the smaller letters are no words to tell rows by
FEWEST_BESIDE = 3  # texts side by side
PLACES = (0.1, 0.5, 0.9)  # shares of an edge's length at which they are


def painted_ladders(page: Page, field: Field, canvas: Canvas, ruled: Edges, before: Sequence[Grid]) -> list[Grid]:
    """The tables of a page whose rows are painted. `before` are the tables of the page before."""
    if canvas.is_blank or not FEWEST_FILLS <= len(page.fills) <= MOST_FILLS:
        return []
    if seconds := _second_rows(page, ruled):
        found = read_ladders(field.words, ruled, page, canvas, before)
        return [g for g in found if any(g.box.top < f.top < f.bottom <= g.box.bottom + SAME_LINE for f in seconds)]
    level = _levels(page, canvas, ruled.upright)
    if len(level) <= FEWEST_FILLS:
        return []
    level = _with_rows_told(level, field, ruled)
    found = read_ladders(field.words, Edges(level, ruled.upright), page, canvas, before, painted=True)
    found = [grid for grid in found if not (_has_more_beside(grid, page, field) or _is_quilt(grid, page))]
    return [grid for grid in found if not _is_ruled_within(grid, ruled)]


def _second_rows(page: Page, ruled: Edges) -> list[Fill]:
    """The stripes on which entries have a second row from end to end, and a rule below it alone; none where there are few."""
    wide = [f for f in page.fills if f.x1 - f.x0 >= SHORTEST * page.width and not is_white(f.colour)]
    found: list[Fill] = []
    for fill in wide:
        ends = (abs(ruled.level[:, 1] - fill.x0) <= SAME_END) & (abs(ruled.level[:, 2] - fill.x1) <= SAME_END)
        heights = ruled.level[ends, 0]
        below, above = (
            abs(heights - fill.bottom) <= SAME_LINE,
            (heights < fill.top - LOWEST) & (heights > fill.top - HIGHEST),
        )
        if below.any() and above.any() and not (abs(heights - fill.top) <= SAME_LINE).any():
            found.append(fill)
    colours = Counter(f.colour for f in found)
    return [f for f in found if colours[f.colour] >= FEWEST_FILLS]


def _is_ruled_within(grid: Grid, ruled: Edges) -> bool:
    """Whether rules from end to end part what colours tell as one cell: rules tell the rows, and the colours are bands and ratings."""
    box = grid.box
    heights = ruled.level[_across(ruled.level, box.x0, box.x1, box.top + LOWEST, box.bottom - LOWEST), 0]
    cells = [own for cell in grid.cells for _, own in cell.boxes]
    return (
        sum(any(own.top + LOWEST < y < own.bottom - LOWEST for own in cells) for y in heights.tolist()) >= FEWEST_RULES
    )


def _across(level: Floats, left: float, right: float, top: float, bottom: float) -> Bools:
    """Which rules between two heights run from the left to the right."""
    ends = (level[:, 1] <= left + SAME_END) & (level[:, 2] >= right - SAME_END)
    return ends & (level[:, 0] > top) & (level[:, 0] < bottom)


def _is_quilt(grid: Grid, page: Page) -> bool:
    """Whether each cell is painted by itself, without a gap and in a colour unlike its neighbours': the colours are the cells."""
    box = grid.box
    own = [f for f in page.fills if not is_white(f.colour) and box.contains(f.box, SAME_LINE)]
    if len(own) < FEWEST_PATCHES or any(f.x1 - f.x0 > MOST_OF_ROW * box.width for f in own):
        return False
    covered = sum((f.x1 - f.x0) * (f.bottom - f.top) for f in own)
    if not WHOLLY * box.width * box.height <= covered <= box.width * box.height * (2 - WHOLLY):
        return False
    rows = [[f.colour for f in own if f.top < y < f.bottom] for y in {f.top + SAME_LINE for f in own}]
    if any(len(set(row)) < PATCHES_IN_WIDE_ROW for row in rows):
        return False
    return sum(len(row) >= PATCHES_IN_ROW for row in rows) >= 0.5 * len(
        rows
    )  # some may have cells over several columns


def _has_more_beside(grid: Grid, page: Page, field: Field) -> bool:
    """Whether coloured cells go on beside a table, or words stand there beside its rows: it is but a part of one."""
    box = grid.box
    for fill in page.fills:
        if box.top < (fill.top + fill.bottom) / 2 < box.bottom and not is_white(fill.colour):
            if fill.x1 > box.x1 + BESIDE and fill.x0 < box.x1 + BESIDE:
                return True
            if fill.x0 < box.x0 - BESIDE and fill.x1 > box.x0 - BESIDE:
                return True
    tops = [c.boxes[0][1] for c in grid.cells if c.column == 0 and c.row >= grid.least_heading_rows]
    near = field.within(Box(box.x0 - FAR, box.top, box.x0, box.bottom))
    near += field.within(Box(box.x1, box.top, box.x1 + FAR, box.bottom))
    return any(b.top < (w.top + w.bottom) / 2 < b.bottom for w in near for b in tops)


def _levels(page: Page, canvas: Canvas, upright: Floats) -> Floats:
    """The upper and lower edges of coloured cells at which the colour changes, those side by side made one."""
    shown: list[tuple[float, float, float]] = []
    silent: list[tuple[float, float, float]] = []  # between two cells of one colour
    for fill in page.fills:
        wide, high = fill.x1 - fill.x0, fill.bottom - fill.top
        if wide < NARROWEST or not LOWEST <= high <= HIGHEST or is_white(fill.colour) or _is_ruled(fill, upright):
            continue
        for y in (fill.top, fill.bottom):
            (shown if _shows(y, fill, canvas) else silent).append((y, fill.x0, fill.x1))
    if shown and silent:
        at = np.array(shown)
        beside = [e for e in silent if _goes_on(e, at)]
        shown += beside
    return join(shown)


def _with_rows_told(level: Floats, field: Field, ruled: Edges) -> Floats:
    """The edges, those between ratings one on the other made as wide as the table: where texts begin side by side right below one,
    and no rules tell the rows.
    """
    wide = level[:, 2] - level[:, 1]
    left, right = level[wide.argmax(), 1:]
    across = (abs(level[:, 1] - left) <= SAME_END) & (abs(level[:, 2] - right) <= SAME_END)
    short = ~across & (level[:, 1] >= left - SAME_END) & (level[:, 2] <= right + SAME_END)
    if (
        across.sum() < FEWEST_FILLS
        or not short.any()
        or _across(ruled.level, left, right, level[0, 0], level[-1, 0]).any()
    ):
        return level
    told = level.copy()
    for number in np.flatnonzero(short).tolist():
        y = float(level[number, 0])
        near = field.within(Box(left, y - RIGHT_BELOW, right, y + RIGHT_BELOW + SMALLEST))
        (first, *_) = [*text_lines([w for w in near if w.top >= y - ASIDE]), None]
        if first is None or first.top > y + RIGHT_BELOW or len(first.segments) < FEWEST_BESIDE:
            continue
        if not any(w.top < y - ASIDE and w.bottom > y + ASIDE for w in near):
            told[number, 1:] = left, right
    return told[np.lexsort((told[:, 1], told[:, 0]))]


def _goes_on(edge: tuple[float, float, float], shown: Floats) -> bool:
    """Whether an edge goes on one that shows, at its side."""
    y, x0, x1 = edge
    level = abs(shown[:, 0] - y) <= SAME_LINE
    return bool((level & ((abs(shown[:, 2] - x0) <= ASIDE) | (abs(shown[:, 1] - x1) <= ASIDE))).any())


def _is_ruled(fill: Fill, upright: Floats) -> bool:
    """Whether a rule stands at the side of a fill, or in it: rules say then what the cells are."""
    if not len(upright):
        return False
    beside = (upright[:, 0] > fill.x0 - ASIDE) & (upright[:, 0] < fill.x1 + ASIDE)
    return bool((beside & (upright[:, 1] < fill.bottom - ASIDE) & (upright[:, 2] > fill.top + ASIDE)).any())


def _shows(y: float, fill: Fill, canvas: Canvas) -> bool:
    xs = [share * (fill.x1 - fill.x0) + fill.x0 for share in PLACES]
    return any(not alike(canvas.at(x, y - ASIDE), canvas.at(x, y + ASIDE)) for x in xs)
