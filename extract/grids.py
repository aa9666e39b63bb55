"""Grids of coloured cells that grow worse towards one corner: the matrices on which risks are placed, drawn or as a table."""

from __future__ import annotations

import colorsys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from extract.remembering import remembered
from extract.tables.marks import is_colourful
from models.geometry import Box
from models.page import Fill, Page

_SMALLEST, _LARGEST = 4.0, 220.0  # points; the side of a cell
_FEWEST, _MOST = 3, 6  # steps of a scale
_SAME = 2.0  # points within which two edges are one
_GAP = 0.35  # of a cell's side that may be white between two cells
_ALIKE = 0.3  # by how much the widths of cells may differ
_FALLS = 0.12  # share of the neighbours that may grow milder towards the bad corner
_FULL = 0.85  # share of the places that are painted in a colour
AXES = frozenset(
    {
        "likelihood",
        "probability",
        "frequency",
        "chance",
        "impact",
        "severity",
        "consequence",
        "consequences",
        "magnitude",
    }
)  # what names an axis


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Cells side by side on a page. `up` and `right` tell that the upper row and the right column are the worst."""

    page: int
    columns: tuple[tuple[float, float], ...]  # from left to right
    rows: tuple[tuple[float, float], ...]  # from the top down
    colours: tuple[tuple[str | None, ...], ...]  # row by row
    up: bool
    right: bool

    @property
    def box(self) -> Box:
        return Box(self.columns[0][0], self.rows[0][0], self.columns[-1][1], self.rows[-1][1])

    def cell(self, row: int, column: int) -> Box:
        return Box(self.columns[column][0], self.rows[row][0], self.columns[column][1], self.rows[row][1])

    def places(self) -> Iterator[tuple[int, int, Box]]:
        """(row, column, box) of each cell, counted from the mildest step of each scale, from 1."""
        down, across = len(self.rows), len(self.columns)
        for r in range(down):
            for c in range(across):
                yield (down - r if self.up else r + 1), (c + 1 if self.right else across - c), self.cell(r, c)


@remembered(16)
def grids_of(page: Page) -> tuple[Grid, ...]:
    """The grids of a page, from left to right."""
    boxes = cells_among(page.fills)
    if len(boxes) < _FEWEST * _FEWEST:
        return ()
    return tuple(sorted((g for level in _levels(boxes) for g in _grids(page, level)), key=lambda g: g.box.x0))


def cells_among(fills: Sequence[Fill], largest: float = _LARGEST) -> list[Fill]:
    """The fills that may be a cell of a grid, by their sides."""
    return [f for f in fills if _SMALLEST <= f.x1 - f.x0 <= largest and _SMALLEST <= f.bottom - f.top <= largest]


def _levels(fills: Sequence[Fill]) -> Iterator[list[Fill]]:
    """Fills in parts one below the other, between which a page is clear: no matrix of one goes on in the next."""
    ordered = sorted(fills, key=attrgetter("top"))
    start, low = 0, -_SAME
    for at, fill in enumerate(ordered):
        if at > start and fill.top - low > _GAP * (fill.bottom - fill.top) + _SAME:
            yield ordered[start:at]
            start, low = at, fill.bottom
        elif fill.bottom > low:
            low = fill.bottom
    yield ordered[start:]


def _grids(page: Page, fills: Sequence[Fill]) -> Iterator[Grid]:
    columns: dict[tuple[int, int], dict[int, tuple[float, float, str]]] = {}
    edges: dict[tuple[int, int], tuple[float, float]] = {}
    for fill in fills:
        key = (round(fill.x0 / _SAME), round(fill.x1 / _SAME))
        edges.setdefault(key, (fill.x0, fill.x1))
        columns.setdefault(key, {})[round(fill.top / _SAME)] = (fill.top, fill.bottom, fill.colour)
    runs: list[list[tuple[int, int]]] = []
    for key in sorted((k for k, held in columns.items() if len(held) >= _FEWEST), key=lambda k: edges[k]):
        # tiles above or below a matrix may begin between two of its columns
        run = next((r for r in reversed(runs) if _beside(edges[r[-1]], edges[key])), None)
        if run is None:
            runs.append([key])
        else:
            run.append(key)
    for run in runs:
        yield from _grid(page, run, columns, edges)


def _beside(a: tuple[float, float], b: tuple[float, float]) -> bool:
    wide, other = a[1] - a[0], b[1] - b[0]
    return -_SAME <= b[0] - a[1] <= _GAP * wide and abs(wide - other) <= _ALIKE * max(wide, other)


def _grid(
    page: Page,
    run: Sequence[tuple[int, int]],
    columns: dict[tuple[int, int], dict[int, tuple[float, float, str]]],
    edges: dict[tuple[int, int], tuple[float, float]],
) -> Iterator[Grid]:
    """The grids that columns side by side make, one below the other."""
    if len(run) < _FEWEST:
        return
    held_at = Counter(top for key in run for top in columns[key])
    tops = sorted(t for t in held_at if held_at[t - 1] + held_at[t] + held_at[t + 1] >= 2)
    levels: list[int] = []
    for top in tops:
        if not levels or top - levels[-1] > 1:
            levels.append(top)
    rows = []
    for level in levels:
        cells = [next((columns[k][t] for t in (level, level + 1, level - 1) if t in columns[k]), None) for k in run]
        held = [c for c in cells if c is not None]
        if sum(is_colourful(c[2]) for c in held) >= max(2, len(run) - 2):
            rows.append((held[0][0], max(c[1] for c in held), [c[2] if c is not None else None for c in cells]))
    part: list[tuple[float, float, list[str | None]]] = []
    for row in [*rows, None]:
        if row is not None and (not part or -_SAME <= row[0] - part[-1][1] <= _GAP * (row[1] - row[0]) + _SAME):
            part.append(row)
            continue
        made = _made(page, [edges[k] for k in run], part)
        if made is not None:
            yield made
        part = [row] if row is not None else []


def _made(
    page: Page, columns: Sequence[tuple[float, float]], rows: Sequence[tuple[float, float, list[str | None]]]
) -> Grid | None:
    kept = [
        c for c in range(len(columns)) if sum(is_colourful(r[2][c] or "#000000") for r in rows) >= max(2, len(rows) - 2)
    ]
    if not (_FEWEST <= len(rows) <= _MOST and _FEWEST <= len(kept) <= _MOST):
        return None
    colours = [[row[2][c] for c in kept] for row in rows]
    flat = [c for row in colours for c in row if c is not None and is_colourful(c)]
    if len(set(flat)) < 2 or len(flat) < _FULL * len(rows) * len(kept):
        return None
    harm = [[_harm(c) for c in row] for row in colours]
    up, right = _tilt([*zip(*harm, strict=True)]) < 0, _tilt(harm) > 0
    if _against(harm if right else [row[::-1] for row in harm]) > _FALLS:
        return None
    turned = [list(column) for column in zip(*harm, strict=True)]
    if _against([column[::-1] for column in turned] if up else turned) > _FALLS:
        return None
    return Grid(
        page.number,
        tuple(columns[c] for c in kept),
        tuple((row[0], row[1]) for row in rows),
        tuple(tuple(row) for row in colours),
        up,
        right,
    )


def _harm(colour: str | None) -> float | None:
    """How bad a colour says that a place is: from blue (0) over green and yellow to red (1); None of grey and black."""
    if colour is None or not is_colourful(colour):
        return None
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue = colorsys.rgb_to_hsv(red, green, blue)[0]
    return 1.0 if hue > 0.9 else max(0.0, 1 - hue / 0.66)


def _steps(lines: Sequence[Sequence[float | None]]) -> Iterator[float]:
    for line in lines:
        for a, b in pairwise(line):
            if a is not None and b is not None and abs(a - b) > 0.03:
                yield b - a


def _tilt(lines: Sequence[Sequence[float | None]]) -> float:
    """Above 0 where lines grow worse from first to last."""
    return sum(_steps(lines))


def _against(lines: Sequence[Sequence[float | None]]) -> float:
    """The share of the neighbours that grow milder; 1 where nothing changes at all."""
    steps = list(_steps(lines))
    pairs = sum(max(0, len(line) - 1) for line in lines)
    return sum(s < 0 for s in steps) / pairs if steps else 1.0
