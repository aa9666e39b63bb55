"""Ruled lists that touch: where below the rows of one a line of headings begins that is divided in another way, or is not as wide,
as are the rows below it, or says other things, another table begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.tables.draft import DraftCell, Grid
from extract.tables.fills import WHITE
from extract.tables.words import folded, heading_words
from models.geometry import Box

FEWEST_ROWS = 2  # of the list above, below its headings; of the one below, its headings with it
HEADLESS_ROWS = 3  # without headings, from which rows alike are of a list that goes on here
NAMED, SURELY_NAMED = 0.5, 0.75  # share of the headings that are known; where division alone does not tell
FEWEST_HEADINGS, OTHER = 3, 0.5  # of them, and share that is new, where they are divided as those above

Row = Sequence[DraftCell]
Starts = frozenset[int]


def apart(grid: Grid) -> list[Grid]:
    """A grid as the tables that it is made of; mostly itself."""
    if grid.rows < 2 * FEWEST_ROWS + 1 or grid.columns < 3 or not grid.alone:
        return [grid]
    rows = grid.by_row()
    starts = [frozenset([c.column for c in row]) for row in rows]
    cuts = [0]
    for n in range(FEWEST_ROWS + 1, grid.rows - FEWEST_ROWS + 1):
        if len(starts[n]) > 1 and _stands_out(rows[n]) and _begins(rows, starts, cuts[-1], n):
            titled = len(starts[n - 1]) == 1 and _stands_out(rows[n - 1])
            cuts.append(n - 1 if titled else n)
    return [_part(grid, a, b) for a, b in pairwise([*cuts, grid.rows])] if len(cuts) > 1 else [grid]


def _begins(rows: Sequence[Row], starts: Sequence[Starts], first: int, n: int) -> bool:
    """Whether a table begins with a row below the list that begins with `first`."""
    if any(c.row < n for c in rows[n]) or any(_prints_again(rows[n], rows[m]) for m in range(first, n)):
        return False  # below each record a list of its own
    head = next((m for m in range(first, n) if len(starts[m]) > 1), n)
    heads = [m for m in range(head, n) if all(_stands_out(rows[k]) for k in range(head, m + 1))]
    body = range(head + len(heads), n)
    divided = frozenset[int]().union(*(starts[m] for m in heads or body[:1]))
    fewest = FEWEST_ROWS if heads else HEADLESS_ROWS  # of a list of the page before
    if len(body) < fewest or not all(starts[m] <= divided for m in body):
        return False
    wide, ends = _end(rows[n]), {_end(rows[m]) for m in (*heads, *body)}
    apart_so = starts[n] - divided and divided - starts[n]
    if not (apart_so or wide not in ends or (heads and _says_other(rows[n], [rows[m] for m in heads]))):
        return False
    end = next((m for m in range(n + 1, len(rows)) if not starts[m] <= starts[n] or _end(rows[m]) > wide), len(rows))
    goes_on = end == len(rows) or _stands_out(rows[end])
    least = NAMED if apart_so else SURELY_NAMED
    return end - n >= FEWEST_ROWS and goes_on and not _stands_out(rows[n + 1]) and _named(rows[n], least)


def _prints_again(row: Row, above: Row) -> bool:
    """Whether a row is word for word one above it."""
    return len(row) == len(above) and [c.printed for c in row] == [c.printed for c in above]


def _end(row: Row) -> int:
    return max(c.last_column for c in row)


def _says_other(row: Row, heads: Sequence[Row]) -> bool:
    """Whether most headings of a row are none of those above."""
    known = {folded(c.printed) for head in heads for c in head}
    held = [c for c in row if c.words]
    return len(held) >= FEWEST_HEADINGS and sum(folded(c.printed) not in known for c in held) > OTHER * len(held)


def _stands_out(row: Row) -> bool:
    """Whether a row is set as headings are: all of it bold, or on a colour."""
    held = [c for c in row if c.words]
    bold = all(w.font.bold for c in held for w in c.words if w.text[:1].isalnum())
    return bool(held) and (bold or all(c.fill not in {None, WHITE} for c in held))


def _named(row: Row, least: float) -> bool:
    phrases, single = heading_words()
    held = [[folded(w.text) for w in c.words] for c in row if c.words]
    known = sum("".join(parts) in phrases or any(p in single for p in parts) for parts in held)
    return len(held) > 1 and known >= least * len(held)


def _part(grid: Grid, first: int, end: int) -> Grid:
    """Some rows of a grid as one of their own, with the columns that these have."""
    cells = [c for c in grid.cells if first <= c.row < end]
    edges = sorted({e for c in cells for e in (c.column, c.last_column + 1)})
    place = {edge: n for n, edge in enumerate(edges)}
    moved = [
        replace(
            c,
            row=c.row - first,
            last_row=c.last_row - first,
            column=place[c.column],
            last_column=place[c.last_column + 1] - 1,
        )
        for c in cells
    ]
    xs = [grid.xs[edge] for edge in edges]
    boxes = [box for c in cells for _, box in c.boxes]
    box = Box(xs[0], min(b.top for b in boxes), xs[-1], max(b.bottom for b in boxes))
    return replace(grid, xs=xs, rows=end - first, cells=moved, pieces=[(grid.page, box)], bands=[], repeated=[])
