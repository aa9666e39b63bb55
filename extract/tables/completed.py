"""The edges of a lattice that are seen and not ruled: where colours change, and columns that only the headings divide."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extract.tables.fills import Canvas, alike
from extract.tables.grid import Bools, Lattice, between
from extract.tables.rules import Floats
from extract.tables.textlines import phrases
from models.page import Word

ASIDE = 2.6  # points from a line at which the colours on both its sides are looked at
UNLIKE = 60  # colours further apart than the slices of a gradient
DEEPEST_HEADING = 4  # rows from the top in which columns are named
HEADING_LINE = 0.8  # share of the rows below that lack an edge for it to be one of the headings only
STRAY = 10  # one row in so many may have words across an edge that the others keep to
BESIDE = 0.4  # share of the rows with words that must have some on both sides of the edge
HELD = 0.5  # share of the rows that must hold words at all: the levels of a plot hold none
INSIDE = 1.0  # points a word may reach over an edge and still keep to its column


def completed(drawn: Lattice, words: Sequence[Word], canvas: Canvas) -> Lattice:
    """The lattice with the edges that a reader sees besides its rules.

    Cells of different colours are two cells. Columns that are divided in the headings and nowhere below go on to the foot of
    the table where the words below keep to them.
    """
    if drawn.walls is None or drawn.floors is None or (drawn.walls[1:-1].all() and drawn.floors[1:-1].all()):
        return drawn
    walls, floors = drawn.walls.copy(), drawn.floors.copy()
    _by_colour(walls, floors, drawn, canvas)
    _by_headings(walls, floors, drawn, words)
    if (walls == drawn.walls).all() and (floors == drawn.floors).all():
        return drawn
    return between(drawn.xs, drawn.ys, walls, floors)


def _by_colour(walls: Bools, floors: Bools, drawn: Lattice, canvas: Canvas) -> None:
    """Draw the edges at which one colour ends and another begins."""
    if canvas.is_blank:
        return
    xs, ys = drawn.xs.tolist(), drawn.ys.tolist()
    for line, column in np.argwhere(~floors[1:-1]).tolist():
        y, width = ys[line + 1], xs[column + 1] - xs[column]
        places = [xs[column] + width * share for share in (0.2, 0.5, 0.8)]
        floors[line + 1, column] = all(_changes(canvas, (x, y - ASIDE), (x, y + ASIDE)) for x in places)
    for line, row in np.argwhere(~walls[1:-1]).tolist():
        x, height = xs[line + 1], ys[row + 1] - ys[row]
        places = [ys[row] + height * share for share in (0.2, 0.5, 0.8)]
        walls[line + 1, row] = all(_changes(canvas, (x - ASIDE, y), (x + ASIDE, y)) for y in places)


def _changes(canvas: Canvas, one: tuple[float, float], two: tuple[float, float]) -> bool:
    return not alike(canvas.at(*one), canvas.at(*two), UNLIKE)


def _by_headings(walls: Bools, floors: Bools, drawn: Lattice, words: Sequence[Word]) -> None:
    """Draw the edges between columns that only headings divide, down the rows whose words keep to them."""
    rows = walls.shape[1]
    divided = walls[1:-1].sum(axis=0)
    top = int(np.argmax(divided[: min(DEEPEST_HEADING, rows - 1)])) if rows > 1 else 0
    missing = [
        line + 1
        for line in np.flatnonzero(walls[1:-1, top]).tolist()
        if top + 1 < rows and (~walls[line + 1, top + 1 :]).mean() >= HEADING_LINE
    ]
    if not missing:
        return
    crossed = _crossed(drawn.xs, drawn.ys, words)
    filled = _filled(drawn.xs, drawn.ys, words)
    owner = drawn.owner
    for line in missing:
        below = [row for row in range(top + 1, rows) if not walls[line, row]]
        over = [row for row in below if crossed[line, row]]
        both = held = 0
        for row in below:
            here = owner[row] == owner[row, line]  # the columns of the cell that the line would divide
            left, right = filled[:line, row][here[:line]].any(), filled[line:, row][here[line:]].any()
            both += left and right
            held += left or right
        if len(over) > len(below) // STRAY or both < max(1, BESIDE * held) or held < HELD * len(below):
            continue
        for row in below:
            walls[line, row] = not crossed[line, row] and _is_row(floors, row)


def _is_row(floors: Bools, row: int) -> bool:
    """Whether a row has an edge above or below over most of its width, so that it is no piece of a larger cell."""
    return bool(floors[row].mean() >= 0.5 or floors[row + 1].mean() >= 0.5)


def _crossed(xs: Floats, ys: Floats, words: Sequence[Word]) -> Bools:
    """[line, row]: whether words of the row stand across the line between two columns."""
    crossed = np.zeros((len(xs), len(ys) - 1), dtype=bool)
    for x0, x1, middle in phrases(words):
        row = int(np.searchsorted(ys, middle)) - 1
        if 0 <= row < len(ys) - 1:
            crossed[(xs > x0 + INSIDE) & (xs < x1 - INSIDE), row] = True
    return crossed


def _filled(xs: Floats, ys: Floats, words: Sequence[Word]) -> Bools:
    """[column, row]: whether a word stands there."""
    filled = np.zeros((len(xs) - 1, len(ys) - 1), dtype=bool)
    for word in words:
        row = int(np.searchsorted(ys, (word.top + word.bottom) / 2)) - 1
        column = int(np.searchsorted(xs, (word.x0 + word.x1) / 2)) - 1
        if 0 <= row < len(ys) - 1 and 0 <= column < len(xs) - 1:
            filled[column, row] = True
    return filled
