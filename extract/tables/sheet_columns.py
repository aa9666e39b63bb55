"""The columns of a list without grid lines: between each two headings the place that no word crosses and where words begin."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from extract.tables.textlines import PHRASE, TextLine, cut, is_figure
from extract.tables.words import folded, heading_words
from extract.text import lines_of
from models.page import Word

CLOSE = 0.4  # of the font size: words nearer than this are of one heading
CROSSED = 14  # lines of which one may run over its column
MOSTLY = 0.8  # share of the lines
NEAR = 0.5  # points within which edges are one
FEWEST_FIGURES = 3  # that tell of a column


@dataclass(slots=True, eq=False)
class Heading:
    """The words of a heading, of one line or several."""

    words: list[Word]

    @property
    def x0(self) -> float:
        return min(w.x0 for w in self.words)

    @property
    def x1(self) -> float:
        return max(w.x1 for w in self.words)


def headings_in(lines: Sequence[TextLine]) -> list[Heading]:
    """The headings from left to right; one that stands over several is a group of them, and no heading of a column."""
    found: list[Heading] = []
    for line in reversed(lines):
        for part in cut(line.words, CLOSE * line.size):
            x1 = max(w.x1 for w in part.words)
            under = [h for h in found if min(h.x1, x1) > max(h.x0, part.x0)]
            if not under:
                found.append(Heading(list(part.words)))
            elif len(under) == 1:
                under[0].words.extend(part.words)
    return sorted(found, key=lambda h: h.x0)


def parted_headings(heads: Sequence[TextLine], body: Sequence[TextLine]) -> list[Heading]:
    """The headings from left to right, those of figures parted from the next, which stands but a space behind them."""
    found: list[Heading] = []
    for heading in headings_in(heads):
        at = next((n for n in range(1, len(heading.words)) if _are_two(heading.words, n, body)), None)
        found += [Heading(heading.words)] if at is None else [Heading(heading.words[:at]), Heading(heading.words[at:])]
    return found


def _are_two(words: Sequence[Word], n: int, body: Sequence[TextLine]) -> bool:
    """Whether two known headings stand side by side, figures set to the right under the first, texts under the second."""
    phrases, _ = heading_words()
    left, right = ("".join(folded(w.text) for w in part) for part in (words[:n], words[n:]))
    if words[n].top > words[0].bottom or left not in phrases or right not in phrases or left + right in phrases:
        return False
    under = [[w for w in line.words if w.x1 > words[0].x0 and w.x0 < words[n].x0] for line in body]
    ends = [part[0] for part in under if part and is_figure(part[0].text)]
    return len(ends) >= FEWEST_FIGURES and all(abs(w.x1 - ends[0].x1) <= NEAR for w in ends)


def columns_below(headings: Sequence[Heading], body: Sequence[Word], refs: Sequence[Word]) -> list[float]:
    """The edges of the columns; [] where words run across them, or one heading or none stands over them.

    Of the places that no word crosses it is the one that leaves words at its left on most lines of references, and where all
    that stands behind it begins; else where the heading does: figures may stand at the right of their column, far from that.
    """
    if len(headings) < 2:
        return []
    words = [*body, *(w for h in headings for w in h.words)]
    beside = [[w for w in body if w.top < ref.bottom and w.bottom > ref.top] for ref in refs]
    lines = lines_of(body)
    most = len(lines) // CROSSED
    xs = [min(w.x0 for w in words) - 1]
    ends = [*(h.x0 for h in headings[2:]), inf]
    for (left, right), end in zip(pairwise(headings), ends, strict=True):
        starts = {round(w.x0, 1) for w in words if left.x0 < w.x0 < max(right.x1, right.x0 + 1)}
        ranked = [
            (
                _crossed(words, x),
                x > right.x0 + NEAR,
                -_filled(beside, xs[-1], x),
                -_begun(lines, x, end),
                abs(x - right.x0),
                x,
            )
            for x in starts
        ]
        if not ranked or min(ranked)[0] > most:
            return []
        xs.append(min(ranked)[-1] - NEAR)
    xs.append(max(w.x1 for w in words) + 1)
    return xs if all(a < b for a, b in pairwise(xs)) else []


def _crossed(words: Sequence[Word], x: float) -> int:
    return sum([w.x0 < x - NEAR and w.x1 > x + NEAR for w in words])


def _filled(beside: Sequence[Sequence[Word]], left: float, right: float) -> int:
    return sum([any(left <= w.x0 < right - NEAR for w in words) for words in beside])


def _begun(lines: Sequence[Sequence[Word]], x: float, end: float) -> int:
    """How many lines begin a text at a place, where nearly all do that have one behind it: what stands but a space behind
    a word that is no figure goes on with it."""
    begun = held = 0
    for line in lines:
        at = next((n for n, w in enumerate(line) if x - NEAR <= w.x0 < end), None)
        if at is None:
            continue
        held += 1
        word, before = line[at], line[at - 1] if at else None
        apart = before is None or word.x0 - before.x1 > PHRASE * word.font.size or is_figure(before.text)
        begun += apart and word.x0 - x <= NEAR
    return begun if begun >= MOSTLY * held else 0


def keeps(headings: Sequence[Heading], xs: Sequence[float]) -> bool:
    """Whether headings stand one in each of some columns."""
    places = [bisect_right(xs, h.x0 + NEAR) for h in headings]
    return places == list(range(1, len(xs))) and not any(_crossed(h.words, x) for h in headings for x in xs)
