"""A group of edges -> a lattice: the lines of a grid and the cells between them, spans included."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extract.tables.rules import REACH, Edges, Floats
from models.geometry import Box

SAME_GRID_LINE = 3.2  # points: double rules, and rules drawn a little apart in each row, are one grid line

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Place:
    """The rows and columns a cell covers, both ends included."""

    row: int
    column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Lattice:
    """A grid read from edges. `owner[row, column]` is the number of the place that covers it, -1 outside the table."""

    xs: Floats
    ys: Floats
    places: tuple[Place, ...]
    owner: Ints
    open_places: frozenset[int] = frozenset()  # places that a missing outer rule leaves open to the page
    ragged: bool = False  # whether some region between the rules was no rectangle and had to be cut
    open_above: tuple[bool, ...] = ()  # of each column, whether no rule runs above the first row
    open_below: tuple[bool, ...] = ()
    walls: Bools | None = None  # [line, row]: where the upright lines are drawn
    floors: Bools | None = None  # [line, column]: where the level ones are

    @property
    def box(self) -> Box:
        return Box(float(self.xs[0]), float(self.ys[0]), float(self.xs[-1]), float(self.ys[-1]))

    def box_of(self, place: Place) -> Box:
        return Box(
            float(self.xs[place.column]),
            float(self.ys[place.row]),
            float(self.xs[place.last_column + 1]),
            float(self.ys[place.last_row + 1]),
        )


def lattice(edges: Edges) -> Lattice | None:
    """The grid that a group of edges draws; None where it encloses nothing.

    Columns and rows that stick out past the outermost rules (a missing outer rule) are kept, as open places.
    """
    xs = cluster(np.concatenate([edges.upright[:, 0], edges.level[:, 1], edges.level[:, 2]]))
    ys = cluster(np.concatenate([edges.level[:, 0], edges.upright[:, 1], edges.upright[:, 2]]))
    if len(xs) < 2 or len(ys) < 2:
        return None
    walls = _coverage(edges.upright, xs, ys)  # [line, row]: is there a rule at this x along this row
    floors = _coverage(edges.level, ys, xs)  # [line, column]
    # A line that closes nothing (an underline inside a cell, a tick of a ruler) is no line of the grid.
    keep_x: Bools = np.asarray(walls.any(axis=1))
    keep_y: Bools = np.asarray(floors.any(axis=1))
    keep_x[[0, -1]] = keep_y[[0, -1]] = True
    if not (keep_x.all() and keep_y.all()):
        xs, ys = xs[keep_x], ys[keep_y]
        if len(xs) < 2 or len(ys) < 2:
            return None
        walls, floors = _coverage(edges.upright, xs, ys), _coverage(edges.level, ys, xs)
    return between(xs, ys, walls, floors)


def between(xs: Floats, ys: Floats, walls: Bools, floors: Bools) -> Lattice:
    """The cells between lines: `walls[line, row]` and `floors[line, column]` say where each line is drawn."""
    places, open_places, ragged = _places(walls, floors)
    drawn = with_owner(xs, ys, places)
    above, below = (tuple((~line).tolist()) for line in (floors[0], floors[-1]))
    return Lattice(xs, ys, drawn.places, drawn.owner, open_places, ragged, above, below, walls, floors)


def with_owner(xs: Floats, ys: Floats, places: list[Place]) -> Lattice:
    """A lattice from its lines and places."""
    owner = np.full((len(ys) - 1, len(xs) - 1), -1, dtype=np.int64)
    for number, place in enumerate(places):
        owner[place.row : place.last_row + 1, place.column : place.last_column + 1] = number
    return Lattice(xs, ys, tuple(places), owner)


def cluster(values: Floats) -> Floats:
    """Values less than `SAME_GRID_LINE` apart made one: the middle of each cluster's ends."""
    values = np.sort(values)
    breaks = np.flatnonzero(np.diff(values) > SAME_GRID_LINE) + 1
    starts = np.concatenate([[0], breaks])
    ends = np.concatenate([breaks, [len(values)]]) - 1
    # Most drawn position wins over stray ends: the median of the cluster, its middle value or the mean of the two there.
    middles: Floats = (values[(starts + ends) // 2] + values[(starts + ends + 1) // 2]) / 2
    return middles


def _coverage(lines: Floats, at: Floats, across: Floats) -> Bools:
    """[i, j]: whether a line at `at[i]` runs along the whole strip between `across[j]` and `across[j + 1]`."""
    covered = np.zeros((len(at), len(across) - 1), dtype=bool)
    if not len(lines):
        return covered
    index = np.abs(lines[:, None, 0] - at[None, :]).argmin(axis=1)
    near = np.abs(lines[:, 0] - at[index]) <= SAME_GRID_LINE
    first = np.searchsorted(across, lines[:, 1] - REACH)
    last = np.searchsorted(across, lines[:, 2] + REACH, side="right") - 1
    for i, a, b in zip(index[near].tolist(), first[near].tolist(), last[near].tolist(), strict=True):
        if b > a:
            covered[i, a:b] = True
    return covered


def _places(walls: Bools, floors: Bools) -> tuple[list[Place], frozenset[int], bool]:
    """The cells between the edges: boxes of the grid with no edge between them are one cell."""
    rows, columns = walls.shape[1], floors.shape[1]
    sides, levels = walls.T.tolist(), floors.tolist()
    places: list[Place] = []
    open_places: set[int] = set()
    ragged = False
    for boxes in regions(sides, levels):
        across = [c for _, c in boxes]
        place = Place(boxes[0][0], min(across), boxes[-1][0], max(across))
        whole = (place.last_row - place.row + 1) * (place.last_column - place.column + 1) == len(boxes)
        ragged = ragged or not whole
        parts = [place] if whole else _rectangles(set(boxes))
        at_side = place.column == 0 or place.last_column == columns - 1
        at_end = place.row == 0 or place.last_row == rows - 1
        if at_side and at_end:  # open on one side is a missing outer rule; around a corner it is no part of the table
            beside = any((c == 0 and not sides[r][0]) or (c == columns - 1 and not sides[r][-1]) for r, c in boxes)
            above = any((r == 0 and not levels[0][c]) or (r == rows - 1 and not levels[-1][c]) for r, c in boxes)
            if beside and above:
                open_places.update(range(len(places), len(places) + len(parts)))
        places.extend(parts)
    order_of = sorted(range(len(places)), key=lambda i: (places[i].row, places[i].column))
    return [places[i] for i in order_of], frozenset(n for n, i in enumerate(order_of) if i in open_places), ragged


def regions(sides: list[list[bool]], levels: list[list[bool]]) -> list[list[tuple[int, int]]]:
    """Boxes (row, column) of the grid with no edge between them, in reading order, a list for each region.

    `sides[row]` tells of each upright line whether it is drawn along the row, `levels[line]` the same of each column.
    """
    region_of: list[list[list[tuple[int, int]]]] = []
    for row, side in enumerate(sides):
        here: list[list[tuple[int, int]]] = []
        for column in range(len(side) - 1):
            region = here[-1] if column and not side[column] else []
            region.append((row, column))
            here.append(region)
        region_of.append(here)
    for row in range(1, len(sides)):
        for column, closed in enumerate(levels[row]):
            upper, lower = region_of[row - 1][column], region_of[row][column]
            if closed or upper is lower:
                continue
            upper.extend(lower)
            for r, c in lower:
                region_of[r][c] = upper
    found = {id(region): region for here in region_of for region in here}
    return [sorted(region) for region in found.values()]


def _rectangles(boxes: set[tuple[int, int]]) -> list[Place]:
    """A region that is no rectangle, cut into rectangles: runs along each row, joined downwards where alike."""
    runs: list[Place] = []
    for row in sorted({r for r, _ in boxes}):
        columns = sorted(c for r, c in boxes if r == row)
        start = columns[0]
        for here, after in zip(columns, [*columns[1:], -9], strict=True):
            if after != here + 1:
                for number, above in enumerate(runs):
                    if above.last_row == row - 1 and (above.column, above.last_column) == (start, here):
                        runs[number] = Place(above.row, start, row, here)
                        break
                else:
                    runs.append(Place(row, start, row, here))
                start = after
    return runs
