"""Stripes: rows of a table without rules that are painted cell by cell, every other row of it. They tell its columns for all rows.

Painted headings tell the columns as well; ratings in each row, one on the other, tell the rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

import numpy as np

from extract.tables.fills import is_white
from extract.tables.rules import Edges, Floats
from models.page import Fill, Page

FEWEST_CELLS = 3
FEWEST_HEADS = 4  # painted headings, below which ratings tell the rows
MOST_FILLS = 3_000  # more are a drawing
NARROWEST, LOWEST, HIGHEST = 9.0, 6.0, 260.0  # points: smaller is a badge, higher no row
SAME_EDGE = 1.2  # points by which edges of one place may differ
ABUTS = 1.0  # points of white between two cells of a stripe
MOSTLY = 0.8  # share of a table's width that ratings do not cover
USUAL = 0.5  # share of a stripe's width that its own colour covers: the rest are ratings
INSIDE = 4.0  # points from the sides of a table
ASIDE = 1.8  # points between a rule and the side of a cell that it draws
MOST_COMPARED = 400_000  # rules and cells: more are a ruled sheet


class ToldBy(Enum):
    """What tells the rows of a table, besides what is painted across it."""

    STRIPES = auto()
    RATINGS = auto()
    TEXTS = auto()  # its one row is that of the headings


@dataclass(frozen=True, slots=True)
class Stripes:
    """The stripes of one table: its columns' edges, and the top and bottom of each row that is told, from above."""

    xs: tuple[float, ...]
    rows: tuple[tuple[float, float], ...]
    told_by: ToldBy = ToldBy.STRIPES

    @property
    def left(self) -> float:
        return self.xs[0]

    @property
    def right(self) -> float:
        return self.xs[-1]


def stripes_of(page: Page, ruled: Edges) -> list[Stripes]:
    """The tables of a page that may be striped: stripes of the same cells and colour, a row of white between, and no rules."""
    if not FEWEST_CELLS <= len(page.fills) <= MOST_FILLS:
        return []
    runs = [run for row in _rows(page.fills, ruled.upright) for run in _runs(row)]
    heads = [run for run in runs if len(run) >= FEWEST_HEADS]
    found: list[Stripes] = []
    while runs:
        xs, colour = _edges(runs[0]), _usual(runs[0])
        own = [run for run in runs if _same(_edges(run), xs) and _usual(run) == colour]
        runs = [run for run in runs if run not in own]
        for part in _below_each_other(own) if colour is not None else ():
            table = Stripes(xs, tuple((run[0].top, run[0].bottom) for run in part))
            if not _is_ruled(table, ruled):
                found.append(table)
    for run in heads:
        rows = _rated(run, page.fills)
        table = Stripes(_edges(run), rows, ToldBy.RATINGS)
        if not rows:
            table = Stripes(_edges(run), ((run[0].top, run[0].bottom),), ToldBy.TEXTS)
        if not _is_ruled(table, ruled):
            found.append(table)
    return found


def _rated(heads: Sequence[Fill], fills: Sequence[Fill]) -> tuple[tuple[float, float], ...]:
    """The rows below painted cells, headings perhaps, that ratings in some of their columns tell: one on the other, without a gap."""
    xs = _edges(heads)
    inside = [
        f
        for f in fills
        if f.top >= heads[0].bottom - SAME_EDGE and f.x0 >= xs[0] - SAME_EDGE and f.x1 <= xs[-1] + SAME_EDGE
    ]
    cells = [f for f in inside if all(min(abs(x - edge) for edge in xs) <= SAME_EDGE for x in (f.x0, f.x1))]
    rows: list[tuple[float, float]] = []
    low = heads[0].bottom
    while own := [f for f in cells if abs(f.top - low) <= SAME_EDGE and LOWEST <= f.bottom - f.top <= HIGHEST]:
        bottoms = [f.bottom for f in own]
        if max(bottoms) - min(bottoms) > SAME_EDGE:
            break
        if len(own) > 1 and sum(f.x1 - f.x0 for f in own) >= MOSTLY * (xs[-1] - xs[0]):
            return ()  # a matrix, or a row that is a stripe
        rows.append((low, bottoms[0]))
        low = bottoms[0]
    return tuple(rows)


def _rows(fills: Sequence[Fill], upright: Floats) -> list[list[Fill]]:
    """Three cells or more of one top and bottom, with no rule at their sides. In arrays: some pages have thousands of fills."""
    at = np.array([(f.top, f.bottom, f.x0, f.x1) for f in fills])
    high, wide = at[:, 1] - at[:, 0], at[:, 3] - at[:, 2]
    cells = (wide >= NARROWEST) & (high >= LOWEST) & (high <= HIGHEST)
    if len(upright):
        if len(upright) * len(at) > MOST_COMPARED:
            return []  # a ruled sheet
        x, start, end = upright.T[:, :, None]
        beside = (abs(x - at[:, 2]) <= ASIDE) | (abs(x - at[:, 3]) <= ASIDE)
        cells &= ~(beside & (start < at[:, 1] - ASIDE) & (end > at[:, 0] + ASIDE)).any(axis=0)
    (own,) = cells.nonzero()
    if len(own) < FEWEST_CELLS:
        return []
    _, home, count = np.unique(at[own, :2].round(), axis=0, return_inverse=True, return_counts=True)
    found: list[list[Fill]] = []
    for row in np.flatnonzero(count >= FEWEST_CELLS).tolist():
        held = [fills[n] for n in own[home.ravel() == row].tolist()]
        found.append([f for f in held if not is_white(f.colour)])
    return found


def _runs(row: Sequence[Fill]) -> Iterator[list[Fill]]:
    """Cells of one height as runs that stand side by side without white between."""
    run: list[Fill] = []
    for fill in sorted(row, key=lambda f: (f.x0, f.x1)):
        if run and not -ABUTS <= fill.x0 - run[-1].x1 <= ABUTS:
            if fill.x1 <= run[-1].x1 + ABUTS:
                continue  # painted again, or a badge inside a cell
            if len(run) >= FEWEST_CELLS:
                yield run
            run = []
        run.append(fill)
    if len(run) >= FEWEST_CELLS:
        yield run


def _edges(run: Sequence[Fill]) -> tuple[float, ...]:
    return (run[0].x0, *((a.x1 + b.x0) / 2 for a, b in pairwise(run)), run[-1].x1)


def _usual(run: Sequence[Fill]) -> str | None:
    """The colour of most of a stripe; None where none covers as much as half of it."""
    wide: Counter[str] = Counter()
    for fill in run:
        wide[fill.colour] += round(fill.x1 - fill.x0)
    colour, width = wide.most_common(1)[0]
    return colour if width >= USUAL * (run[-1].x1 - run[0].x0) else None


def _same(one: Sequence[float], two: Sequence[float]) -> bool:
    return len(one) == len(two) and all(abs(a - b) <= SAME_EDGE for a, b in zip(one, two, strict=True))


def _below_each_other(runs: Sequence[list[Fill]]) -> Iterator[list[list[Fill]]]:
    """Runs from above, as far as a row of white stands between each two of them."""
    found: list[list[Fill]] = []
    for run in sorted(runs, key=lambda r: r[0].top):
        if found and not LOWEST <= run[0].top - found[-1][0].bottom <= HIGHEST:
            yield found
            found = []
        found.append(run)
    if found:
        yield found


def _is_ruled(table: Stripes, ruled: Edges) -> bool:
    """Whether rules part the rows or the columns of a table: they tell it better than its colours."""
    top, bottom = table.rows[0][0], table.rows[-1][1]
    level, upright = ruled.level, ruled.upright
    across = (level[:, 0] > top + INSIDE) & (level[:, 0] < bottom - INSIDE)
    across &= (level[:, 1] < table.right - INSIDE) & (level[:, 2] > table.left + INSIDE)
    down = (upright[:, 0] > table.left + INSIDE) & (upright[:, 0] < table.right - INSIDE)
    down &= (upright[:, 1] < bottom - INSIDE) & (upright[:, 2] > top + INSIDE)
    return bool(across.any() or down.any())
