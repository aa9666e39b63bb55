"""Tables inside cells of other tables: taken out, so that each is read by itself and no word stands in two cells."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extract.tables.draft import Grid
from extract.tables.field import Field
from extract.tables.grid import Bools, Lattice, Place, between, regions
from models.page import Word

FEWEST = 2  # rows and columns of a table inside a cell
WITHIN = 2.0  # points a table may reach over the cell that it stands in


def parted(drawn: Lattice, field: Field) -> list[Lattice]:
    """A lattice less the tables inside its cells, and each of these; alone where it has none.

    Around such a table a part of its cell is left, which is no rectangle, and no word of the cell stands beside the table.
    """
    if not drawn.ragged or drawn.walls is None or drawn.floors is None:
        return [drawn]
    walls, floors = drawn.walls.copy(), drawn.floors.copy()
    words = field.within(drawn.box)
    inner: list[Lattice] = []
    for boxes in regions(walls.T.tolist(), floors.tolist()):
        whole = _hull(boxes)
        rest = {
            (r, c) for r in range(whole.row, whole.last_row + 1) for c in range(whole.column, whole.last_column + 1)
        }
        rest -= set(boxes)
        if not rest or not _closed(whole, drawn.walls, drawn.floors):
            continue
        blocks = [_hull(block) for block in _blocks(rest)]
        if sum((b.last_row - b.row + 1) * (b.last_column - b.column + 1) for b in blocks) != len(rest):
            continue
        found = [_cut_out(drawn, block) for block in blocks]
        if not all(found) or any(_has_words_beside(drawn, block, boxes, words) for block in blocks):
            continue
        inner += [lattice for lattice in found if lattice is not None]
        walls[whole.column + 1 : whole.last_column + 1, whole.row : whole.last_row + 1] = False
        floors[whole.row + 1 : whole.last_row + 1, whole.column : whole.last_column + 1] = False
    return [_without_blank_lines(drawn, walls, floors), *inner] if inner else [drawn]


def _hull(boxes: Sequence[tuple[int, int]]) -> Place:
    rows, columns = [r for r, _ in boxes], [c for _, c in boxes]
    return Place(min(rows), min(columns), max(rows), max(columns))


def _closed(place: Place, walls: Bools, floors: Bools) -> bool:
    """Whether rules run all around a place."""
    rows, columns = slice(place.row, place.last_row + 1), slice(place.column, place.last_column + 1)
    sides = walls[place.column, rows].all() and walls[place.last_column + 1, rows].all()
    return bool(sides and floors[place.row, columns].all() and floors[place.last_row + 1, columns].all())


def _blocks(boxes: set[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Boxes of a grid (row, column) that touch each other, block by block."""
    left, found = set(boxes), []
    while left:
        block = [left.pop()]
        for r, c in block:  # grows while it is walked
            near = {(r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)} & left
            left -= near
            block.extend(near)
        found.append(block)
    return found


def _cut_out(drawn: Lattice, block: Place) -> Lattice | None:
    """The lattice of one part of a grid; None where that is not closed, or no table."""
    assert drawn.walls is not None
    assert drawn.floors is not None
    rows, columns = slice(block.row, block.last_row + 1), slice(block.column, block.last_column + 1)
    if not _closed(block, drawn.walls, drawn.floors):
        return None
    xs = drawn.xs[block.column : block.last_column + 2]
    ys = drawn.ys[block.row : block.last_row + 2]
    walls = drawn.walls[block.column : block.last_column + 2, rows]
    floors = drawn.floors[block.row : block.last_row + 2, columns]
    cut = _without_blank_lines(Lattice(xs, ys, (), drawn.owner), walls, floors)
    return cut if min(cut.owner.shape) >= FEWEST else None


def _without_blank_lines(drawn: Lattice, walls: Bools, floors: Bools) -> Lattice:
    """A lattice without the lines of which nothing is drawn: they are lines of the tables inside its cells, or around them."""
    keep_x: Bools = np.asarray(walls.any(axis=1))
    keep_y: Bools = np.asarray(floors.any(axis=1))
    keep_x[[0, -1]] = keep_y[[0, -1]] = True
    walls = np.logical_and.reduceat(walls[keep_x], np.flatnonzero(keep_y)[:-1], axis=1)
    floors = np.logical_and.reduceat(floors[keep_y], np.flatnonzero(keep_x)[:-1], axis=1)
    return between(drawn.xs[keep_x], drawn.ys[keep_y], walls, floors)


def _has_words_beside(drawn: Lattice, block: Place, boxes: Sequence[tuple[int, int]], words: Sequence[Word]) -> bool:
    """Whether words of the cell around a block stand to the left or right of it."""
    beside = {(r, c) for r, c in boxes if block.row <= r <= block.last_row}
    for word in words:
        row = int(np.searchsorted(drawn.ys, (word.top + word.bottom) / 2)) - 1
        column = int(np.searchsorted(drawn.xs, (word.x0 + word.x1) / 2)) - 1
        if (row, column) in beside:
            return True
    return False


def inside(drawn: Lattice, read: Sequence[Grid]) -> list[Grid]:
    """The tables of those `read` that stand each inside one cell of a lattice, or in a box."""
    cells = [drawn.box_of(place) for place in drawn.places]
    return [
        grid
        for grid in read
        if grid.alone and min(grid.rows, grid.columns) >= FEWEST and any(c.contains(grid.box, WITHIN) for c in cells)
    ]
