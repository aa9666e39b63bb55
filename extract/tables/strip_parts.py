"""Strips that are as wide as their table, and those that are but its coloured part."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from extract.tables.rules import Edges, Floats
from extract.tables.strips import SAME_EDGE, SAME_END, SAME_ROW, TALLEST_ROW, Strip, same_edges, same_ends
from models.page import Word

BESIDE = 60.0  # points


def whole_and_parts(
    strips: Sequence[Strip], words: Sequence[Word], middles: Floats, level: Floats
) -> tuple[list[Strip], list[Strip]]:
    """Strips that are as wide as their table and begin it, and those that are but its coloured part. `level` are the level rules."""
    held = [s for s in strips if _holds_words(s, middles)]
    parts: list[Strip] = []
    whole: list[Strip] = []
    for strip in held:  # top to bottom
        above = [s for s in (*whole, *parts) if same_ends(s, strip) and 0 <= strip.top - s.bottom <= TALLEST_ROW]
        is_part = any(s in parts for s in above) or _stands_beside(strip, held, middles)
        is_part = is_part or (
            not above and not _heads_again(strip, whole, level) and _begun_above(strip, held, words, level)
        )
        (parts if is_part else whole).append(strip)
    return whole, parts


def _heads_again(strip: Strip, whole: Sequence[Strip], level: Floats) -> bool:
    """Whether the columns of a strip are named again, over some of the rows of one table: those above have level rules to it."""
    first = next((s for s in whole if len(s.xs) > 1 and same_edges(s.xs, strip.xs)), None)
    if first is None:
        return False
    ends = (abs(level[:, 1] - strip.xs[0]) <= SAME_END) & (abs(level[:, 2] - strip.xs[-1]) <= SAME_END)
    between = level[ends & (level[:, 0] > first.bottom - SAME_EDGE) & (level[:, 0] < strip.top + SAME_EDGE), 0]
    heights = [first.bottom, *sorted(between.tolist()), strip.top]
    return bool(len(between)) and all(b - a <= TALLEST_ROW for a, b in pairwise(heights))


def _stands_beside(strip: Strip, strips: Sequence[Strip], middles: Floats) -> bool:
    """Whether words stand close beside a strip that are in no other."""
    row = middles[(middles[:, 1] > strip.top) & (middles[:, 1] < strip.bottom)]
    near = row[
        ((row[:, 0] < strip.xs[0]) & (row[:, 3] > strip.xs[0] - BESIDE))
        | ((row[:, 0] > strip.xs[-1]) & (row[:, 2] < strip.xs[-1] + BESIDE))
    ]
    return any(not any(s.xs[0] < x < s.xs[-1] and s.top < y < s.bottom for s in strips) for x, y, _, _ in near.tolist())


def _begun_above(strip: Strip, strips: Sequence[Strip], words: Sequence[Word], level: Floats) -> bool:
    """Whether a line of the table, without a colour, stands right above a strip: words in two of its columns and none across."""
    over = [
        w
        for w in words
        if strip.top - 2.2 * (w.bottom - w.top) < (w.top + w.bottom) / 2 < strip.top
        and w.x1 > strip.xs[0]
        and w.x0 < strip.xs[-1]
    ]
    if not over or any(s.top < w.top < s.bottom and s.xs[0] < w.x0 < s.xs[-1] for w in over[:1] for s in strips):
        return False
    low = max(w.bottom for w in over)
    line = [w for w in over if w.bottom > low - 3]
    if any(w.x0 < strip.xs[0] - SAME_END or w.x1 > strip.xs[-1] + SAME_END for w in line):
        return False
    crossed = sum(any(w.x0 + 1 < x < w.x1 - 1 for w in line) for x in strip.xs[1:-1])
    columns = {int(np.searchsorted(strip.xs, (w.x0 + w.x1) / 2)) for w in line}
    if crossed or len(columns) < max(2, 0.5 * (len(strip.xs) - 1)):
        return False
    # a rule, and white below it, end what stands above
    ends = [y for y, x0, _ in level.tolist() if abs(x0 - strip.xs[0]) <= SAME_END]
    return not any(low - SAME_EDGE < y < strip.top - SAME_EDGE for y in ends)


def part_edges(parts: Sequence[Strip]) -> Edges:
    """The edges of strips that are but a part of their table: the heights of its rows, and some of its columns."""
    level = [(y, s.xs[0], s.xs[-1]) for s in parts for y in (s.top, s.bottom)]
    upright: list[tuple[float, float, float]] = []
    for x in sorted({round(x) for s in parts for x in s.xs}):
        own = [s for s in parts if any(abs(x - edge) <= SAME_ROW for edge in s.xs)]
        at = next(edge for edge in own[0].xs if abs(x - edge) <= SAME_ROW)
        upright.append((at, min(s.top for s in own), max(s.bottom for s in own)))
    return Edges(np.array(level).reshape(-1, 3), np.array(upright).reshape(-1, 3))


def _holds_words(strip: Strip, middles: Floats) -> bool:
    """Whether words stand in two cells of a strip or more, and hardly any across their edges."""
    inside = middles[(middles[:, 1] > strip.top) & (middles[:, 1] < strip.bottom)]
    inside = inside[(inside[:, 0] > strip.xs[0]) & (inside[:, 0] < strip.xs[-1])]
    if not len(inside):
        return False
    cells = np.searchsorted(strip.xs, inside[:, 0])
    crossing = sum(((inside[:, 2] < x - 1) & (inside[:, 3] > x + 1)).any() for x in strip.xs[1:-1])
    return len(set(cells.tolist())) >= 2 and bool(crossing <= 0.2 * (len(strip.xs) - 2))
