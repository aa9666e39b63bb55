"""The columns of records that have notes below them: told by the headings and the rows together, as neither tells enough alone.

Between two headings there is one edge, in the widest white that the rows leave there, however narrow it is; wide white that no
word of the headings crosses is one too (a column of lights under no heading, two headings a mere space apart).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.tables.rules import Edges, join
from extract.tables.rungs import FLUSH, INSIDE, Part
from extract.tables.textlines import PHRASE, TextLine, cut, is_figure

NARROWEST = 1.5  # points of white
WIDE, WIDE_OF_FEW, FEW = 6.0, 9.0, 8  # points of white that is an edge by itself; the same in fewer lines than so many
FARTHEST = 12.0  # points an edge may move from page to page
FEWEST_FLUSH = 2  # texts that begin at one place

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Heads:
    """Headings over columns, left to right, as from where to where each reaches; and those over several of them."""

    names: tuple[Span, ...]
    groups: tuple[tuple[float, Span], ...]  # (foot, from where to where the headings below it reach)


def heads_of(lines: Sequence[TextLine]) -> Heads:
    """The headings that some lines print, each of one line or more below each other."""
    names: list[Span] = []
    groups: list[tuple[float, Span]] = []
    for line in reversed(lines):
        fresh: list[Span] = []
        for phrase in cut(line.words, PHRASE * line.size):
            under = [n for n in names if n[0] < phrase.x1 - INSIDE and phrase.x0 + INSIDE < n[1]]
            if len(under) > 1:
                groups.append((line.bottom, (min(n[0] for n in under), max(n[1] for n in under))))
                continue
            names = [n for n in names if n not in under]
            fresh.append((min([phrase.x0, *(n[0] for n in under)]), max([phrase.x1, *(n[1] for n in under)])))
        names = sorted([*names, *fresh])
    return Heads(tuple(names), tuple(groups))


def columns_between(
    heads: Sequence[TextLine], rows: Sequence[TextLine], marks: Sequence[Span], left: float, right: float
) -> list[float] | None:
    """Where columns begin and end, from `left` to `right`; None where the rows leave no white between two headings.

    `marks` are from where to where lights and arrows reach that are drawn in the rows.
    """
    ink = sorted([*((w.x0, w.x1) for line in rows for w in line.words), *marks])
    white, around = list(_white(ink)), list(_with_sides(ink, left, right))
    edges: list[float] = []
    taken: set[Span] = set()
    named = heads_of(heads).names
    for one, two in pairwise(named):
        between = [g for g in around if min(g[1], two[0]) - max(g[0], one[1]) > 0]
        if not between:
            return None
        gap = max(between, key=lambda g: g[1] - g[0])
        edges.append((max(gap[0], one[1]) + min(gap[1], two[0])) / 2)
        taken.add(gap)
    wide = WIDE if len(rows) >= FEW else WIDE_OF_FEW
    words = sorted((w.x0, w.x1) for line in heads for w in line.words)
    other = [_clear(gap, words) for gap in white if gap not in taken and gap[1] - gap[0] >= wide]
    edges += [x for x in other if x is not None]
    return [left, *sorted(edges), right]


def moved(known: Sequence[float], rows: Sequence[TextLine], marks: Sequence[Span]) -> list[float] | None:
    """The columns of the page before for further rows, each edge in the white that is nearest: a text may reach a little further here.

    None where an edge would move too far, or two would meet.
    """
    left, *inner, right = known
    around = list(_with_sides(sorted([*((w.x0, w.x1) for line in rows for w in line.words), *marks]), left, right))
    placed: list[float] = []
    for x in inner:
        near = min(around, key=lambda g: max(g[0] - x, x - g[1], 0.0))
        at = x if near[0] <= x <= near[1] else (near[0] + near[1]) / 2
        if abs(at - x) > FARTHEST or (placed and at <= placed[-1]):
            return None
        placed.append(at)
    return [left, *placed, right]


def parts_phrases(rows: Sequence[TextLine], xs: Sequence[float]) -> bool:
    """Whether an edge stands between words that are but a space apart, and nothing says that the second begins a cell: it is no
    figure, nor do the texts of other rows begin where it does.
    """
    starts = [s.x0 for line in rows for s in line.segments]
    for line in rows:
        for a, b in pairwise(line.words):
            near = b.x0 - a.x1 < PHRASE * line.size and not is_figure(b.text)
            cut_there = any(a.x1 - INSIDE < x < b.x0 + INSIDE for x in xs[1:-1])
            if near and cut_there and sum(abs(b.x0 - x) <= FLUSH for x in starts) < FEWEST_FLUSH:
                return True
    return False


def _white(ink: Sequence[Span]) -> Iterator[Span]:
    """The stripes between words and marks that run down all rows."""
    reached: float | None = None
    for start, end in ink:
        if reached is not None and start - reached >= NARROWEST:
            yield reached, start
        reached = end if reached is None else max(reached, end)


def _with_sides(ink: Sequence[Span], left: float, right: float) -> Iterator[Span]:
    """The same, and what is white at both sides: columns stand there that are blank in all rows."""
    yield left, ink[0][0]
    yield from _white(ink)
    yield max(end for _, end in ink), right


def _clear(gap: Span, words: Sequence[Span]) -> float | None:
    """A place in white at which no word of the headings stands: its middle, or the widest white that they leave in it."""
    inside = [w for w in words if w[0] < gap[1] and gap[0] < w[1]]
    bounds = [gap[0], *(x for w in inside for x in w), gap[1]]
    free = [(a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=True) if b - a > 0.5]
    if not inside:
        return (gap[0] + gap[1]) / 2
    a, b = max(free, key=lambda f: f[1] - f[0], default=(0.0, 0.0))
    return (a + b) / 2 if b > a else None


def heading_edges(lines: Sequence[TextLine], xs: Sequence[float], top: float, bottom: float) -> Edges:
    """The edges between headings, as if they were drawn: one over several columns has none of these, and a level one below it."""
    level: list[Part] = []
    grouped: list[tuple[float, float, float]] = []
    for foot, (start, end) in heads_of(lines).groups:
        a = max(x for x in xs if x <= start + INSIDE)
        b = min(x for x in xs if x >= end - INSIDE)
        below = min((line.top for line in lines if line.top > foot - INSIDE), default=foot)
        level.append(((foot + below) / 2, a, b))
        grouped.append(((foot + below) / 2, a, b))
    upright = [
        (x, max([top, *(y for y, a, b in grouped if a + INSIDE < x < b - INSIDE)]), bottom)
        for x in xs[1:-1]
        if not any(w.x0 + INSIDE < x < w.x1 - INSIDE for line in lines for w in line.words if not _over(line, grouped))
    ]
    return Edges(join(level), join(upright))


def _over(line: TextLine, grouped: Sequence[tuple[float, float, float]]) -> bool:
    """Whether a line holds headings over several columns."""
    return any(line.bottom <= y for y, _, _ in grouped)
