"""A third column in minutes with headings at the left: what was resolved, or is to be done, stands at the right of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from models.page import Word
from models.section import Line

WIDE = 1.3  # times the size of type: so much white parts two columns
CLOSE = 0.35  # times the size of type: a space between two words
NEAR = 4.0  # points: lines of one column begin so near each other
APART = 120.0  # points: the column begins so far right of the text at least
FEWEST = 6  # its lines
PROSE = 2.5  # words of its lines on average: initials of owners in a margin have fewer
ACROSS = 0.06  # share of the lines that may run across its edge


def right_edge(lines: Sequence[Line], edge: float) -> float | None:
    """Where a column of text at the right of the text (which begins at `edge`) begins; None where there is none."""
    starts: Counter[int] = Counter()
    for line in lines:
        if line.x1 > edge + APART:
            starts.update(round(x) for x in _starts(line) if x > edge + APART)
    if not starts:
        return None
    best = max(starts, key=lambda x: sum(starts[x + d] for d in (-1, 0, 1)))
    if sum(starts[best + d] for d in (-1, 0, 1)) < FEWEST:
        return None
    own = [far for line in lines if (far := behind(line.words, best))]
    first, last = min((w[0].page, w[0].top) for w in own), max((w[0].page, w[0].top) for w in own)
    within = [line for line in lines if first <= (line.page, line.top) <= last]
    across = sum(line.x0 < best - NEAR and line.x1 > best + NEAR and not behind(line.words, best) for line in within)
    prose = sum(map(len, own)) >= PROSE * len(own)
    return float(best) if prose and across <= ACROSS * len(within) else None


def _starts(line: Line) -> list[float]:
    """Where the cells of a line begin."""
    return [
        line.words[0].x0,
        *(b.x0 for a, b in pairwise(line.words) if b.x0 - a.x1 > WIDE * a.font.size),
    ]


def behind(words: Sequence[Word], edge: float) -> Sequence[Word]:
    """The words of a line that stand in the column that begins at an edge."""
    for n, word in enumerate(words):
        if abs(word.x0 - edge) < NEAR:
            parted = n == 0 or word.x0 - words[n - 1].x1 > CLOSE * word.font.size
            return words[n:] if parted else ()
    return ()
