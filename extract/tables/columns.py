"""The columns of a table without rules between them: rivers of white that run down its lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from extract.middles import median
from extract.tables.textlines import TextLine, is_figure, usual_space

STEP = 0.5  # points
NARROWEST = 1.5  # points of white between two columns
FEWEST_STARTS, MOSTLY, SAME_START = 3, 0.8, 1.0  # lines; share of them; points
LABELS_ABOVE = 0.8  # labels a row of figures, where none of them stands beside its figures


def rivers(
    lines: Sequence[TextLine], walls: Sequence[float] = (), marks: Sequence[tuple[float, float]] = ()
) -> list[tuple[float, float]]:
    """Stretches of white (left, right) that part columns over `lines`, left to right; `walls` are upright rules that do.
    `marks` say where headings on their side and drawn marks stand: a column may hold no other words.

    A river may be crossed by few lines (a label that runs over). It parts columns only where the words on its two sides
    stand further apart than words of one phrase do.
    """
    if not lines:
        return []
    left = min([line.x0 for line in lines] + [a for a, _ in marks]) - 1
    right = max([line.x1 for line in lines] + [b for _, b in marks]) + 1
    size = median([line.size for line in lines])
    bins = int((right - left) / STEP) + 2
    cover = np.zeros(bins + 1, dtype=np.int64)
    for line in lines:
        inked = np.zeros(bins, dtype=bool)
        for word in line.words:
            inked[
                int((word.x0 - left) / STEP) : max(int((word.x1 - left) / STEP), int((word.x0 - left) / STEP)) + 1
            ] = True
        cover[:bins] += inked
    crossed = len(lines) // 14
    for a, b in marks:
        cover[int((a - left) / STEP) : int((b - left) / STEP) + 1] += crossed + 1
    white = cover[:bins] <= crossed
    edges = np.flatnonzero(np.diff(np.concatenate([[False], white, [False]]).astype(np.int8)))
    narrowest = size * (0.3 if len(lines) >= 8 else 0.5 if len(lines) >= 4 else 0.8)
    space = max(usual_space(lines), 0.2) * size
    found: list[tuple[float, float]] = []
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        a, b = left + start * STEP, left + end * STEP
        if a <= left + 1 or b >= right - 1 or b - a < narrowest:
            continue
        inside = [wall for wall in walls if a - 1 <= wall <= b + 1]
        if inside:
            found.append((inside[0], inside[0]))  # the rule says where in the white the edge is
        elif _parts(lines, a, b, space, size):
            found.append((a, b))
    for wall in walls:
        if left < wall < right and not any(a - 1 <= wall <= b + 1 for a, b in found):
            found.append((wall, wall))
    return sorted(found)


def _parts(lines: Sequence[TextLine], a: float, b: float, space: float, size: float) -> bool:
    """Whether the words on both sides of a river stand apart as columns do, in most lines that have both."""
    gaps: list[float] = []
    middle = (a + b) / 2
    for line in lines:
        before = [w.x1 for w in line.words if w.x1 <= middle + 1]
        after = [w.x0 for w in line.words if w.x0 >= middle - 1]
        if before and after:
            gaps.append(min(after) - max(before))
    if not gaps:
        return True
    return median(gaps) >= max(1.7 * space, 0.55 * size)


def before_figures(body: Sequence[TextLine], rows: Sequence[TextLine]) -> list[tuple[float, float]]:
    """The white between labels and figures where no figure stands on the line of its label."""
    left = min((line.x0 for line in rows), default=0.0)
    labels = [line.x1 for line in body if line.x1 < left]
    if len(labels) < max(2, LABELS_ABOVE * len(rows)):
        return []
    return [(max(labels), left)]


def part_figures(lines: Sequence[TextLine], xs: Sequence[float]) -> list[float]:
    """Columns in which nearly every line has the same number of figures side by side are that many columns.

    However narrow the white between them, it must run through all these lines.
    """
    edges = list(xs)
    for left, right in pairwise(xs):
        inside = [[w for w in line.words if left <= (w.x0 + w.x1) / 2 <= right] for line in lines]
        rows = [words for words in inside if len(words) >= 2 and all(is_figure(w.text) for w in words)]
        if len(rows) < 3:
            continue
        count = Counter(len(words) for words in rows).most_common(1)[0][0]
        rows = [words for words in rows if len(words) == count]
        if len(rows) < 0.7 * sum(bool(words) for words in inside):
            continue
        for n in range(count - 1):
            ends, starts = max(words[n].x1 for words in rows), min(words[n + 1].x0 for words in rows)
            if ends < starts + 1:
                edges.append((ends + starts) / 2)
    return sorted(edges)


def common_starts(lines: Sequence[TextLine], xs: Sequence[float]) -> list[float]:
    """Where the words of a column begin on nearly all lines at one place: what begins there is no rest of the column before,
    however narrow the white between a number and its text.
    """
    found: list[float] = []
    for left, right in list(pairwise(xs))[1:]:
        starts = [
            next((w.x0 for w in line.words if left <= (w.x0 + w.x1) / 2 <= right), None)
            for line in lines
            if not line.turned
        ]
        held = [x for x in starts if x is not None]
        if len(held) < FEWEST_STARTS:
            continue
        usual = median(held)
        if sum(abs(x - usual) <= SAME_START for x in held) >= MOSTLY * len(held):
            found.append(usual)
    return found


def bounds(lines: Sequence[TextLine], parted: Sequence[tuple[float, float]], left: float, right: float) -> list[float]:
    """The edges of the columns: the middle of what white of each river all lines leave, and the ends of the table."""
    words = [(w.x0, w.x1) for line in lines for w in line.words]
    middles = [_middle_of_white(a, b, words) for a, b in parted]
    return [min(left, min(line.x0 for line in lines) - 1), *middles, right]


def _middle_of_white(a: float, b: float, words: Sequence[tuple[float, float]]) -> float:
    """The middle of a river, less what words of the column before reach into it, where white is left beyond them."""
    inside = [(x0, x1) for x0, x1 in words if x1 > a + 1 and x0 < b - 1]
    end = max((x1 for _, x1 in inside), default=a)
    return (end + b) / 2 if a < end < b - NARROWEST else (a + b) / 2


def column_of(xs: Sequence[float], x0: float, x1: float) -> tuple[int, int]:
    """First and last column that an extent touches by more than its edge: a third of it, or a third of the column."""
    touched = []
    least = 0.34 * (x1 - x0)
    for number, (left, right) in enumerate(pairwise(xs)):
        shared = (right if right < x1 else x1) - (left if left > x0 else x0)
        if shared > least or shared > 0.34 * (right - left):
            touched.append(number)
    if not touched:
        middle = (x0 + x1) / 2
        nearest = min(range(len(xs) - 1), key=lambda n: abs((xs[n] + xs[n + 1]) / 2 - middle))
        return nearest, nearest
    return touched[0], touched[-1]
