"""Prose in columns side by side: words parted at the gutters, so that a table in one column is seen alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from extract.tables.rules import Floats
from extract.tables.textlines import PHRASE, LineReader, TextLine, cut, is_figure
from models.page import Word

WIDE_GUTTER = 1.5  # of the font size: the white between two tables
FEWEST_ROWS = 2  # of each of two tables side by side that stand on no line of the other


def zones(words: Sequence[Word], level: Floats, lines_of_page: LineReader, depth: int = 0) -> list[list[Word]]:
    """Words of a page parted where prose stands in columns side by side, so that a table in one of them is seen alone."""
    lines = lines_of_page(words)
    gutter = _gutter(lines, level) if depth < 3 and len(lines) >= 6 else None
    if gutter is None:
        return [list(words)]
    above, left, right, below = _around(words, gutter)
    parts = [part for side in (left, right) if side for part in zones(side, level, lines_of_page, depth + 1)]
    return [*([above] if above else []), *parts, *([below] if below else [])]


def side_by_side(words: Sequence[Word], level: Floats, lines_of_page: LineReader) -> list[list[Word]]:
    """Words of a page parted where two tables without rules stand side by side, each with lines of its own."""
    lines = lines_of_page(words)
    gutter = _between_tables(lines, level) if len(lines) >= 2 * FEWEST_ROWS else None
    return [part for part in _around(words, gutter) if part] if gutter is not None else [list(words)]


def _around(words: Sequence[Word], gutter: tuple[float, float, float, float]) -> tuple[list[Word], ...]:
    """Words above a gutter, to its left, to its right, and below it."""
    a, b, top, bottom = gutter
    middle = (a + b) / 2
    beside = [w for w in words if top <= (w.top + w.bottom) / 2 <= bottom]
    left = [w for w in beside if (w.x0 + w.x1) / 2 < middle]
    right = [w for w in beside if (w.x0 + w.x1) / 2 >= middle]
    rest = [w for w in words if not top <= (w.top + w.bottom) / 2 <= bottom]
    return [w for w in rest if w.bottom <= top + 2], left, right, [w for w in rest if w.bottom > top + 2]


def _gutter(lines: Sequence[TextLine], level: Floats) -> tuple[float, float, float, float] | None:
    """The white between two columns of prose: (left, right, top, bottom); None where there is none."""
    right_end = int(max(line.x1 for line in lines) / 2) + 2
    votes = np.zeros(right_end, dtype=np.int64)
    for line in lines:
        for one, two in zip(line.segments, line.segments[1:], strict=False):
            weight = _is_prose_segment(one.words) + _is_prose_segment(two.words)
            if weight and two.x0 - one.x1 >= 7:
                votes[int(one.x1 / 2) + 1 : int(two.x0 / 2)] += weight
    best = int(votes.argmax())
    if votes[best] < 12:
        return None
    x = 2.0 * best + 1
    touching = {n for n, line in enumerate(lines) if _parted_at(line, x)}
    if not touching:
        return None
    # The longest stretch of lines that no word crosses.
    stretch: tuple[int, int, int] = (0, 0, 0)
    start = 0
    count = 0
    for n in range(len(lines) + 1):
        if n == len(lines) or any(s.x0 < x < s.x1 for s in lines[n].segments):
            if count > stretch[2]:
                stretch = (start, n, count)
            start, count = n + 1, 0
        else:
            count += n in touching and any(_is_prose_segment(s.words) for s in lines[n].segments)
    first, end, count = stretch
    inside = lines[first:end]
    if count < 6:
        return None
    top, bottom = min(line.top for line in inside), max(line.bottom for line in inside)
    crossing = [rule for rule in level if top < rule[0] < bottom and rule[1] < x - 15 and rule[2] > x + 15]
    if len(crossing) >= 3:
        return None  # rules run through both sides: a table
    edges_left = [s.x1 for line in inside for s in line.segments if s.x1 <= x]
    edges_right = [s.x0 for line in inside for s in line.segments if s.x0 >= x]
    if not edges_left or not edges_right:
        return None
    return max(edges_left), min(edges_right), top - 1, bottom + 1


def _between_tables(lines: Sequence[TextLine], level: Floats) -> tuple[float, float, float, float] | None:
    """The white between two tables side by side, told by rows of each that stand on no line of the other."""
    rows = [line for line in lines if _is_row(line)]
    if len(rows) < 2 * FEWEST_ROWS:
        return None
    first, last = sorted([row.x1 for row in rows])[FEWEST_ROWS - 1], sorted([row.x0 for row in rows])[-FEWEST_ROWS]
    if last - first < WIDE_GUTTER * lines[0].size:
        return None  # no row ends before another begins
    votes = np.zeros(int(max(line.x1 for line in lines) / 2) + 2, dtype=np.int64)
    for line in lines:
        for one, two in pairwise(line.segments):
            votes[int(max(one.x1, first) / 2) + 1 : int(min(two.x0, last) / 2)] += 1
        if line.x1 < last:
            votes[int(max(line.x1, first) / 2) + 1 : int(last / 2)] += 1
    x = 2.0 * int(votes.argmax()) + 1
    inside = _stretch(lines, x)
    left = [line for line in inside if line.x1 < x and _is_row(line)]
    right = [line for line in inside if line.x0 > x and _is_row(line)]
    if min(len(left), len(right)) < FEWEST_ROWS:
        return None
    top, bottom = min(line.top for line in inside), max(line.bottom for line in inside)
    if any(top < at < bottom and start < x - 15 and stop > x + 15 for at, start, stop in level.tolist()):
        return None
    before = max(w.x1 for line in inside for w in line.words if w.x1 <= x)
    after = min(w.x0 for line in inside for w in line.words if w.x0 >= x)
    return (before, after, top - 1, bottom + 1) if after - before >= WIDE_GUTTER * lines[0].size else None


def _stretch(lines: Sequence[TextLine], x: float) -> Sequence[TextLine]:
    """The longest run of lines that no phrase crosses at `x`, from the first row of a table to the last."""
    best: Sequence[TextLine] = ()
    start = 0
    for n in range(len(lines) + 1):
        if n == len(lines) or any(p.x0 < x < p.x1 for p in cut(lines[n].words, PHRASE * lines[n].size)):
            best = max(best, lines[start:n], key=len)
            start = n + 1
    rows = [n for n, line in enumerate(best) if _parted_at(line, x) or _is_row(line)]
    return best[rows[0] : rows[-1] + 1] if rows else ()


def _is_row(line: TextLine) -> bool:
    """Whether a line is a label and figures beside it."""
    if not is_figure(line.words[-1].text):
        return False
    phrases = cut(line.words, PHRASE * line.size)
    return len(phrases) >= 2 and phrases[-1].figure and not phrases[0].figure


def _parted_at(line: TextLine, x: float) -> bool:
    return any(one.x1 <= x <= two.x0 for one, two in zip(line.segments, line.segments[1:], strict=False))


def _is_prose_segment(words: Sequence[Word]) -> int:
    """1 for a run of text as prose has it: several words, most of them in small letters."""
    return int(len(words) >= 4 and len([1 for w in words if w.text[:1].islower()]) >= 0.4 * len(words))
