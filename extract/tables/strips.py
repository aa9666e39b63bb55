"""Rows of coloured cells side by side: headings above all, and every other row. Their edges divide a table as rules do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from extract.tables.fills import alike, is_white
from extract.tables.rules import Edges, Floats, join
from extract.tables.textlines import phrases
from models.page import Fill, Page, Word

NARROWEST, LOWEST, HIGHEST = 9.0, 6.0, 160.0  # points: smaller is a badge, higher no row
WIDEST_GAP = 4.5  # points of white between two cells
OVERLAP = 1.6  # points two cells may lie on each other
SAME_ROW = 1.2  # points
SAME_END = 4.5  # points
TALLEST_ROW = 95.0  # points from one level edge to the next
SAME_EDGE = 3.2  # points a rule may lie off the edge of a colour and be the same edge
FAR = 24.0  # points of white between two texts that are of two columns
KEPT = 0.6  # share of the columns to which the words of a row must keep


@dataclass(frozen=True, slots=True)
class Strip:
    """Coloured cells side by side: the edges between them from left to right."""

    xs: tuple[float, ...]
    top: float
    bottom: float


def strips_of(page: Page) -> list[Strip]:
    """The strips of a page, top to bottom. Strips of the same cells and colours right above each other are one."""
    fills = [
        f
        for f in page.fills
        if f.x1 - f.x0 >= NARROWEST and LOWEST <= f.bottom - f.top <= HIGHEST and not is_white(f.colour)
    ]
    fills.sort(key=lambda f: (f.top, f.x0))
    rows: list[list[Fill]] = []
    for fill in fills:
        home = next(
            (
                row
                for row in reversed(rows[-40:])
                if abs(row[0].top - fill.top) <= SAME_ROW and abs(row[0].bottom - fill.bottom) <= SAME_ROW
            ),
            None,
        )
        if home is None:
            rows.append([fill])
        else:
            home.append(fill)
    runs = [run for row in rows if len(row) >= 2 for run in _runs(row)]
    boxes = np.array([(f.x0, f.top, f.x1, f.bottom) for f in fills]).reshape(-1, 4)
    found = _merged([run for run in runs if not all(_lies_on_cell(f, fills, boxes) for f in run)])
    return [s for s in found if not any(o is not s and _lies_in(s, o) for o in found)]


def _lies_on_cell(fill: Fill, fills: Sequence[Fill], boxes: Floats) -> bool:
    """Whether a fill is not seen: it is drawn, as behind a line of text, on a higher cell of its colour and about its width."""
    x0, top, x1, bottom = boxes.T
    over = (abs(x0 - fill.x0) <= SAME_END) & (abs(x1 - fill.x1) <= SAME_END) & (top <= fill.top + SAME_ROW)
    over &= (bottom >= fill.bottom - SAME_ROW) & (bottom - top > fill.bottom - fill.top + SAME_ROW)
    return any(alike(fills[n].colour, fill.colour) for n in np.flatnonzero(over).tolist())


def _lies_in(one: Strip, two: Strip) -> bool:
    """Whether a strip is a line of text marked inside the cells of another."""
    return (
        two.top - SAME_ROW <= one.top
        and one.bottom <= two.bottom + SAME_ROW
        and one.bottom - one.top < two.bottom - two.top - SAME_ROW
        and two.xs[0] - OVERLAP <= one.xs[0]
        and one.xs[-1] <= two.xs[-1] + OVERLAP
    )


def _runs(row: list[Fill]) -> list[list[Fill]]:
    """Fills of one row as runs of cells without more than a gap between them."""
    runs: list[list[Fill]] = []
    for fill in sorted(row, key=lambda f: (f.x0, f.x1)):
        last = runs[-1][-1] if runs else None
        if last is not None and -OVERLAP <= fill.x0 - last.x1 <= WIDEST_GAP:
            runs[-1].append(fill)
        elif last is None or fill.x0 > last.x1 - OVERLAP:
            runs.append([fill])
    return [run for run in runs if len(run) >= 2]


def _merged(runs: list[list[Fill]]) -> list[Strip]:
    done: list[tuple[Strip, list[str]]] = []
    for run in sorted(runs, key=lambda r: r[0].top):
        inner = [(a.x1 + b.x0) / 2 for a, b in pairwise(run)]
        strip = Strip((run[0].x0, *inner, run[-1].x1), run[0].top, run[0].bottom)
        colours = [f.colour for f in run]
        above = next((n for n in range(len(done) - 1, -1, -1) if abs(done[n][0].bottom - strip.top) <= 0.8), None)
        if above is not None and same_edges(done[above][0].xs, strip.xs):
            same = all(alike(a, b) for a, b in zip(done[above][1], colours, strict=True))
            if same:
                done[above] = (Strip(strip.xs, done[above][0].top, strip.bottom), colours)
                continue
        done.append((strip, colours))
    return [strip for strip, _ in done]


def same_edges(one: Sequence[float], two: Sequence[float]) -> bool:
    return len(one) == len(two) and all(abs(a - b) <= SAME_ROW for a, b in zip(one, two, strict=True))


NOTHING: Floats = np.empty((0, 4))


def middles_of(words: Sequence[Word]) -> Floats:
    """Phrases as rows of (middle across, middle down, left, right)."""
    return np.array([((x0 + x1) / 2, y, x0, x1) for x0, x1, y in phrases(words)]).reshape(-1, 4)


def same_ends(one: Strip, two: Strip) -> bool:
    """Whether two strips begin and end at the same places."""
    return abs(one.xs[0] - two.xs[0]) <= SAME_END and abs(one.xs[-1] - two.xs[-1]) <= SAME_END


def with_strips(edges: Edges, strips: Sequence[Strip], middles: Floats, fills: Sequence[Fill]) -> Edges:
    """The edges of a page, and those of its strips that no rule draws yet.

    Below a strip its columns go on over level edges with its ends: rules, and other strips.
    """
    if not strips:
        return edges
    level: list[tuple[float, float, float]] = []
    upright: list[tuple[float, float, float]] = []
    for strip in strips:
        if _ruled_within(strip, edges):
            continue  # its sides are open as those of all the table's rows are
        level += [(y, strip.xs[0], strip.xs[-1]) for y in (strip.top, strip.bottom)]
        upright += [(x, strip.top, strip.bottom) for x in strip.xs]
        if all(_drawn((x, strip.top, strip.bottom), edges.upright) for x in (strip.xs[0], strip.xs[-1])):
            continue  # a table with rules at its sides has rules where its cells end
        _go_on(strip, [*edges.level.tolist(), *level], strips, middles, fills, edges.upright, upright)
    level = [e for e in level if not _drawn(e, edges.level)]
    upright = [e for e in upright if not _drawn(e, edges.upright)]
    return Edges(join([*map(_row, edges.level.tolist()), *level]), join([*map(_row, edges.upright.tolist()), *upright]))


def _ruled_within(strip: Strip, edges: Edges) -> bool:
    """Whether rules part the cells of a strip, and run above and below it: only its sides are not drawn."""
    inner = [(x, strip.top, strip.bottom) for x in strip.xs[1:-1]]
    across = [(y, strip.xs[0], strip.xs[-1]) for y in (strip.top, strip.bottom)]
    return bool(inner) and all(_drawn(e, edges.upright) for e in inner) and all(_drawn(e, edges.level) for e in across)


def _row(edge: list[float]) -> tuple[float, float, float]:
    return edge[0], edge[1], edge[2]


def _drawn(edge: tuple[float, float, float], drawn: Floats) -> bool:
    """Whether a rule runs along all of an edge already."""
    if not len(drawn):
        return False
    at, start, end = edge
    near = (abs(drawn[:, 0] - at) <= SAME_EDGE) & (drawn[:, 1] <= start + SAME_EDGE) & (drawn[:, 2] >= end - SAME_EDGE)
    return bool(near.any())


def _go_on(
    strip: Strip,
    level: Sequence[Sequence[float]],
    strips: Sequence[Strip],
    middles: Floats,
    fills: Sequence[Fill],
    drawn: Floats,
    upright: list[tuple[float, float, float]],
) -> None:
    """Draw a strip's columns down to the last level edge below it that has its ends."""
    others = [s for s in strips if s is not strip]
    ends = [(s.top, s.xs[0], s.xs[-1]) for s in strips] + [(s.bottom, s.xs[0], s.xs[-1]) for s in strips]
    heights = sorted(
        at
        for at, start, end in (*level, *ends)
        if at > strip.bottom + LOWEST and abs(start - strip.xs[0]) <= SAME_END and abs(end - strip.xs[-1]) <= SAME_END
    )
    top, title = strip.bottom, None  # where the edges of a row of one text begin, if the last one was such
    for bottom in heights:
        if bottom - top < LOWEST:
            continue
        if bottom - top > TALLEST_ROW or any(_begins_another(s, strip, bottom) for s in others):
            return
        if any(
            abs(s.top - top) <= SAME_ROW and abs(s.bottom - bottom) <= SAME_ROW and same_ends(s, strip) for s in others
        ):
            top = bottom
            continue  # coloured cells of its own divide the row
        inside = middles[(middles[:, 1] > top) & (middles[:, 1] < bottom)]
        inside = inside[(inside[:, 0] > strip.xs[0]) & (inside[:, 0] < strip.xs[-1])]
        row = _without_title(inside)
        kept = [x for x in strip.xs[1:-1] if not ((row[:, 2] < x - 1) & (row[:, 3] > x + 1)).any()]
        if not len(inside) or len(kept) < KEPT * (len(strip.xs) - 2):
            return  # white between two tables, or text across the columns
        if len(set(np.searchsorted(strip.xs, inside[:, 0]).tolist())) == 1:
            bands = [f for f in fills if _is_row(f, top, bottom)]
            coloured = any(abs(s.top - bottom) <= SAME_ROW or abs(s.bottom - top) <= SAME_ROW for s in others)
            if not bands and coloured:
                return  # a title over the next table
            if _stand_apart(inside):  # a row of the next table, under its title
                del upright[title if title is not None else len(upright) :]
                return
            kept = [x for x in kept if not any(f.x0 < x - 3 and f.x1 > x + 3 for f in bands)]
            title = None if bands else len(upright)
        else:
            title = None
        if not _is_divided(drawn, strip, top, bottom):
            upright += [(x, top, bottom) for x in (strip.xs[0], *kept, strip.xs[-1])]
        top = bottom


def _without_title(inside: Floats) -> Floats:
    """Phrases between two rules without the first, where it stands alone on its line at the left and several side by side below it."""
    if len(inside) < 3:
        return inside
    first = inside[inside[:, 1].argmin()]
    rest = inside[inside[:, 1] > first[1] + SAME_ROW]
    alone = len(rest) == len(inside) - 1 and first[2] <= inside[:, 2].min() + SAME_END
    return rest if alone and (abs(rest[:, 1] - rest[:, 1].min()) <= SAME_ROW).sum() > 1 else inside


def _stand_apart(inside: Floats) -> bool:
    """Whether phrases of one column stand on one line with much white between them: they are of other columns."""
    rows = sorted(inside.tolist(), key=lambda p: (round(p[1]), p[2]))
    return any(abs(a[1] - b[1]) <= SAME_ROW and b[2] - a[3] > FAR for a, b in pairwise(rows))


def _begins_another(below: Strip, strip: Strip, top: float) -> bool:
    """Whether as many coloured cells, of other widths, begin at a height: the headings of the next table."""
    alike = len(below.xs) == len(strip.xs) and same_ends(below, strip)
    return alike and abs(below.top - top) <= SAME_ROW and not same_edges(below.xs, strip.xs)


def _is_divided(drawn: Floats, strip: Strip, top: float, bottom: float) -> bool:
    """Whether a rule divides the columns between two heights: then rules say which."""
    if not len(drawn):
        return False
    inner = (drawn[:, 0] > strip.xs[0] + SAME_END) & (drawn[:, 0] < strip.xs[-1] - SAME_END)
    return bool((inner & (drawn[:, 1] < bottom - SAME_END) & (drawn[:, 2] > top + SAME_END)).any())


def _is_row(fill: Fill, top: float, bottom: float) -> bool:
    return abs(fill.top - top) <= 2 and abs(fill.bottom - bottom) <= 2 and not is_white(fill.colour)
