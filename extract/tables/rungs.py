"""Rows between level rules: their columns, by white, by colours and by where shorter rules end, and the cells that these make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from extract.tables.rules import Edges, join
from extract.tables.textlines import PHRASE, TextLine, cut
from extract.text import BULLETS
from models.page import Fill, Word

SAME_END = 4.0  # points by which the ends of the rules of one table may differ
FEWEST_ROWS = 3
RIVERS = (
    (16, 2.5),
    (8, 5.0),
    (0, 9.0),
)  # (lines, points of white between columns): in few lines, spaces meet by chance
FLUSH, MOSTLY_FLUSH = 1.5, 0.8  # points; share of the lines
JOINED = 0.4  # of the font size: white between words of one text
APART = 8.0  # points between an edge of one band's and a column's of all
INDENT = 12.0  # points: a text that begins so far inside may be of the second column
INSIDE = 1.0  # points a word may reach over an edge
MOSTLY_DRAWN = 0.5  # share of the rows in which a colour must end for its edge to be one of a column without words
SAME_ROW = 3.0  # points a coloured cell of headings may be higher or lower than its row

Part = tuple[float, float, float]  # a level rule as (height, start, end)
Bools = NDArray[np.bool_]


@dataclass(slots=True, eq=False)
class Band:
    """What stands between two level rules. `open`: one of them is the page's end; `walls`: upright edges drawn in it alone."""

    top: float
    bottom: float
    lines: list[TextLine]
    open: bool = False
    walls: Sequence[float] = ()
    heads: bool = False  # headings on colour
    columnar: bool = False  # its one text begins where texts of a later column do
    second: bool = False  # on a stripe of colour below the row that it belongs to, no rule between them
    across: bool = False  # its one text begins so, and is of the columns behind too
    painted: bool = False  # bold, on one stripe of colour across the table: a section's title
    parts: Sequence[Part] = ()  # shorter level rules inside it, top to bottom
    marks: Sequence[tuple[float, float]] = ()  # from where to where small shapes and icons reach that are drawn in it
    colours: Sequence[float] = ()  # where coloured cells begin and end, once for each row that shorter rules part

    def spans(self, left: float, right: float) -> bool:
        """Whether it holds one text across the table: a band over the rows that follow."""
        single = not self.columnar and all(len(line.segments) == 1 for line in self.lines)
        return bool(self.lines) and single and (self.across or self.lines[0].x0 < left + 0.15 * (right - left))

    def is_section(self) -> bool:
        """Whether its one bold text on a stripe of colour is the title of the rows that follow."""
        return self.painted and not self.parts and len(self.lines) == len(self.lines[0].segments) == 1

    def is_second(self) -> bool:
        """Whether it says more of the row above it, and is no title of those below."""
        return self.second and not self.painted

    def strips(self) -> list[tuple[float, float]]:
        """Its rows as shorter rules part them: (top, bottom)."""
        return list(pairwise([self.top, *sorted({at for at, _, _ in self.parts}), self.bottom]))

    def phrases(self, top: float, bottom: float) -> list[tuple[float, float]]:
        """From where to where the phrases of its lines reach that have their middle between two heights."""
        held = [line for line in self.lines if top <= (line.top + line.bottom) / 2 < bottom]
        return [(s.x0, s.x1) for line in held for s in cut(line.words, PHRASE * line.size)]


def fits(line: TextLine, xs: Sequence[float]) -> bool:
    """Whether no word of a line stands across a column's edge."""
    return not any(w.x0 + INSIDE < x < w.x1 - INSIDE for w in line.words for x in xs[1:-1])


def put_columnar(bands: Sequence[Band], left: float) -> None:
    """Note which bands hold one text that begins where texts beside others do, the first column being blank: it is of that column,
    or, on a stripe of its own, across those after it.
    """
    lines = [line for band in bands for line in band.lines if len(line.segments) > 1]
    starts = [s.x0 for line in lines for s in line.segments[1:]]
    for band in bands:
        x0 = band.lines[0].x0 if band.lines else left
        begun = x0 > left + INDENT and sum(abs(x - x0) <= FLUSH for x in starts) >= 2
        band.columnar, band.across = begun and not band.second, begun and band.second


def heading_bands(run: Sequence[Band]) -> int:
    """How many of the first bands are headings: on colour, or in bold type over rows that are not."""
    if any(band.heads for band in run):
        return next(n for n in range(len(run), 0, -1) if run[n - 1].heads)
    bold = [bool(band.lines) and all(line.bold for line in band.lines) and not band.is_section() for band in run]
    count = bold.index(False) if False in bold else 0
    return count if count <= 2 else 0


def rivers(run: Sequence[Band], left: float, right: float) -> list[tuple[float, float]]:
    """Stripes without words through all rows but those of one text across the table, and headings over several columns."""
    count = heading_bands(run)
    own = [band for band in run if not band.spans(left, right)]
    heads = [line for band in run[:count] if band in own for line in band.lines]
    body = [line for band in run[count:] if band in own for line in band.lines]
    lines = body or heads
    if not lines:
        return []
    covered: Bools = np.zeros(int(right - left) + 1, dtype=bool)
    for line in lines:
        for a, b in zip(line.words, [*line.words[1:], None], strict=True):
            end = b.x0 if b is not None and 0 <= b.x0 - a.x1 < JOINED * line.size else a.x1
            covered[max(int(a.x0 - left), 0) : max(int(end - left) + 1, 0)] = True
    for start, stop in (mark for band in run[count:] if body and band in own for mark in band.marks):
        # a light stands in a column of its own
        covered[max(int(start - left), 0) : max(int(stop - left) + 1, 0)] = True
    least = next(white for number, white in RIVERS if len(lines) >= number)
    if body:
        _cover_with_headings(covered, [band for band in run[:count] if band in own], left, least)
        lines = [*heads, *body]
    inked = np.flatnonzero(covered)
    stripes = np.flatnonzero(np.diff(inked) > RIVERS[0][1])
    return [
        (left + a + 1, left + b)
        for a, b in zip(inked[stripes].tolist(), inked[stripes + 1].tolist(), strict=True)
        if b - a - 1 >= (RIVERS[0][1] if _is_flush(lines, left + b) else least)
    ]


def _cover_with_headings(covered: Bools, heads: Sequence[Band], left: float, least: float) -> None:
    """Headings right over the rows cover their columns as words do, save those that stand over several."""
    body = covered.copy()
    for band in heads[-1:]:
        for line in band.lines:
            for phrase in cut(line.words, JOINED * line.size):
                a, b = max(int(phrase.x0 - left), 0), int(phrase.x1 - left) + 1
                ink = np.flatnonzero(body[a:b])
                grouped = any(s < phrase.x0 and phrase.x1 < e and at > line.top for at, s, e in band.parts)
                if not grouped and (not len(ink) or np.diff(ink).max(initial=0) <= least):
                    covered[a:b] = True


def _is_flush(lines: Sequence[TextLine], x: float) -> bool:
    """Whether the words beyond a stripe begin at one place on all lines that have some there: no spaces meet so by chance."""
    firsts = [next((w.x0 for w in line.words if w.x0 >= x - FLUSH), None) for line in lines]
    beyond = [first for first in firsts if first is not None]
    return sum(abs(first - x) <= FLUSH for first in beyond) >= max(FEWEST_ROWS, MOSTLY_FLUSH * len(beyond))


def columns_of(
    run: list[Band], left: float, right: float, known: Sequence[Sequence[float]]
) -> tuple[list[float], bool]:
    """Where the columns of a run begin and end, and whether they are some of the `known` ones, of the page before."""
    white = rivers(run, left, right)
    drawn = _drawn(run, left, right)
    own = [line for band in run[heading_bands(run) :] for line in band.lines if not band.spans(left, right)]
    for xs in known:
        if len(xs) > len(white) + 2 and own and all(fits(line, xs) for line in own):
            return list(xs), True
    starts = [w.x0 for band in run for line in band.lines for w in line.words]
    inner: list[float] = []
    over = [band for band in run[: heading_bands(run)] if not band.spans(left, right)][-1:]
    headings = sorted(p for band in over for p in band.phrases(band.top, band.bottom))
    for start, end in white:
        own_edges = [x for x in drawn if start - 1 <= x <= end + 1]
        if own_edges:
            inner += own_edges if own_edges[-1] - own_edges[0] > APART else [max(own_edges, key=lambda x: drawn[x])]
            continue
        flush = sum(abs(x - end) < 1.5 for x in starts) >= 2
        edge = max(end - 2, (start + end) / 2) if flush else (start + end) / 2
        inner.append(_clear_of(headings, edge, start, end))
    inner = _with_sure_edges(inner, run, drawn, left, right)
    words = [w for band in run for line in band.lines for w in line.words]
    xs = [left, *sorted(inner)]
    kept = [x for a, x in pairwise(xs) if not _only_bullets(words, a, x)]
    return [left, *kept, right] if kept else [left], False


def _clear_of(headings: Sequence[tuple[float, float]], edge: float, start: float, end: float) -> float:
    """An edge within the white from `start` to `end`: between two headings that share it, if it would stand in one of them."""
    if not any(a + INSIDE < edge < b - INSIDE for a, b in headings):
        return edge
    gaps = [(max(a[1], start), min(b[0], end)) for a, b in pairwise(headings)]
    return next(((a + b) / 2 for a, b in gaps if b - a > 0), edge)


def _drawn(run: list[Band], left: float, right: float) -> dict[float, int]:
    """Edges that colours and the ends of shorter rules draw between columns, and in how many rows.

    In one row alone is none, but among headings, which stand for all.
    """
    places: list[float] = []
    heads = run[: heading_bands(run)] * sum(len(band.strips()) for band in run)
    for band in (*heads, *run):
        ends = [x for _, a, b in band.parts for x in (a, b)]
        drawn_in_it = [x for x in band.walls if x not in band.colours]
        places += [*drawn_in_it, *band.colours, *dict.fromkeys(round(x, 1) for x in ends)]
    counts = Counter(round(x) for x in places if left + SAME_END < x < right - SAME_END)
    found: dict[float, int] = {}
    for x, count in sorted(counts.items()):
        near = next((y for y in found if abs(x - y) <= 2), None)
        if near is None:
            found[float(x)] = count
        elif count > found[near]:
            found[float(x)] = count + found.pop(near)
        else:
            found[near] += count
    return {x: count for x, count in found.items() if count > 1}


def _with_sure_edges(
    inner: list[float], run: Sequence[Band], drawn: dict[float, int], left: float, right: float
) -> list[float]:
    """The edges between columns, and those drawn in most rows that stand in no white: of columns without words.

    One that stands in the white of another, between the same words, takes its place.
    """
    rows = [band for band in run if not band.spans(left, right)]
    words = [w for band in rows[heading_bands(rows) :] for line in band.lines for w in line.words]
    for x, count in drawn.items():
        if any(abs(x - y) <= APART for y in inner) or count < max(
            2, MOSTLY_DRAWN * sum(len(band.strips()) for band in rows)
        ):
            continue
        if any(w.x0 + INSIDE < x < w.x1 - INSIDE for w in words):
            continue
        low = max((w.x1 for w in words if w.x1 <= x + INSIDE), default=left)
        high = min((w.x0 for w in words if w.x0 >= x - INSIDE), default=right)
        same = [y for y in inner if low < y < high and y not in drawn]
        inner = [*(y for y in inner if y not in same), x]
    return inner


def _only_bullets(words: Sequence[Word], start: float, end: float) -> bool:
    """Whether nothing but the bullets of the next column's lists stands between two places."""
    held = [w for w in words if start <= (w.x0 + w.x1) / 2 < end]
    return bool(held) and all(w.text in BULLETS for w in held)


def cells_of(run: Sequence[Band], xs: Sequence[float], fills: Sequence[Fill]) -> Edges:
    """The rules of a run, and upright ones between its columns, as if they were drawn."""
    level = [(band.top, xs[0], xs[-1]) for band in run if not (band.open and band is run[0])]
    level += [(band.bottom, xs[0], xs[-1]) for band in run if not (band.open and band is run[-1])]
    level += [part for band in run for part in band.parts]
    upright = [(x, run[0].top, run[-1].bottom) for x in (xs[0], xs[-1])]
    heads = heading_bands(run)
    for number, band in enumerate(run):
        if number < heads and not band.is_section():
            upright += _heading_walls(band, xs, fills)
        elif not band.spans(xs[0], xs[-1]):
            upright += [(x, band.top, band.bottom) for x in xs[1:-1]]
        walls = [x for x in band.walls if all(abs(x - other) > APART for other in xs)]
        upright += [(x, band.top, band.bottom) for x in walls]
    return Edges(join(level), join(upright))


def _heading_walls(band: Band, xs: Sequence[float], fills: Sequence[Fill]) -> list[Part]:
    """The edges between headings: none where one stands across, or stands by itself over several columns, as colour or a rule
    below it tells.
    """
    found: list[Part] = []
    for top, bottom in band.strips():
        phrases = band.phrases(top, bottom)
        groups = [(a, b) for at, a, b in band.parts if abs(at - bottom) < 1]
        row = [f for f in fills if abs(f.top - top) <= SAME_ROW and abs(f.bottom - bottom) <= SAME_ROW]
        groups += [(f.x0, f.x1) for f in row if f.x1 - f.x0 < 0.9 * (xs[-1] - xs[0])]
        groups = [g for g in groups if _holds_one(phrases, *g)]
        for x in xs[1:-1]:
            crossed = any(a + INSIDE < x < b - INSIDE for a, b in phrases)
            grouped = any(a + SAME_END < x < b - SAME_END for a, b in groups)
            if not crossed and not grouped:
                found.append((x, top, bottom))
    return found


def _holds_one(phrases: Sequence[tuple[float, float]], left: float, right: float) -> bool:
    """Whether the phrases between two places stand below each other: they are one heading."""
    own = sorted(p for p in phrases if left - INSIDE <= (p[0] + p[1]) / 2 <= right + INSIDE)
    return bool(own) and all(b[0] < a[1] for a, b in pairwise(own))
