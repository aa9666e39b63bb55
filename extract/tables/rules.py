"""The straight edges of a page that may border cells: strokes and thin rectangles, joined where they are one line."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.page import Fill, Page

SAME_LINE = 1.2  # points two strokes may lie apart and still be one line drawn twice
JOIN_GAP = 2.5  # points two strokes of one line may be apart: corners that stop short
REACH = 3.0  # points a rule may stop short of the rule it should meet
SHORTEST = 3.0  # points: a shorter stroke is a dot or part of a letter

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Edges:
    """Edges as rows of (at, start, end): level ones at a height, left to right; upright ones at an x, top to bottom."""

    level: Floats
    upright: Floats


def edges_of(page: Page) -> Edges:
    """All edges of a page that show, joined. White rules count only where they part fills."""
    fills = [f for f in page.fills if not is_white(f.colour)]
    level: list[tuple[float, float, float]] = []
    upright: list[tuple[float, float, float]] = []
    for rule in page.rules:
        if is_white(rule.colour) and not _parts_fills(rule.x0, rule.top, rule.x1, rule.bottom, fills):
            continue
        if rule.vertical:
            upright.append((rule.x0, rule.top, rule.bottom))
        else:
            level.append((rule.top, rule.x0, rule.x1))
    return Edges(join(level), join(upright))


def is_white(colour: str) -> bool:
    """Whether a colour cannot be told from the paper."""
    return min(int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)) >= 250


def _parts_fills(x0: float, top: float, x1: float, bottom: float, fills: list[Fill]) -> bool:
    x, y = (x0 + x1) / 2, (top + bottom) / 2
    return any(f.x0 - 2 <= x <= f.x1 + 2 and f.top - 2 <= y <= f.bottom + 2 for f in fills)


def join(strokes: list[tuple[float, float, float]]) -> Floats:
    """Strokes (at, start, end) made one where they lie on one line and touch; too short ones are left out."""
    if not strokes:
        return np.empty((0, 3))
    strokes.sort()
    lines: list[list[tuple[float, float, float]]] = [[strokes[0]]]
    for stroke in strokes[1:]:
        if stroke[0] - lines[-1][0][0] <= SAME_LINE:
            lines[-1].append(stroke)
        else:
            lines.append([stroke])
    joined: list[tuple[float, float, float]] = []
    for line in lines:
        line.sort(key=lambda s: s[1])
        at, start, end = line[0]
        longest = end - start
        for next_at, next_start, next_end in line[1:]:
            if next_start - end <= JOIN_GAP:
                if next_end - next_start > longest:  # the longest piece says where the line is
                    at, longest = next_at, next_end - next_start
                end = max(end, next_end)
            else:
                joined.append((at, start, end))
                at, start, end = next_at, next_start, next_end
                longest = end - start
        joined.append((at, start, end))
    edges: Floats = np.array(joined)
    long_enough: Floats = edges[edges[:, 2] - edges[:, 1] >= SHORTEST]
    return long_enough


def groups(edges: Edges) -> list[Edges]:
    """Edges that hang together by meeting each other; each group is one grid. Edges that meet nothing are left out."""
    level, upright = edges.level, edges.upright
    if not len(level) or not len(upright):
        return []
    meets = (
        (level[:, None, 0] >= upright[None, :, 1] - REACH)
        & (level[:, None, 0] <= upright[None, :, 2] + REACH)
        & (upright[None, :, 0] >= level[:, None, 1] - REACH)
        & (upright[None, :, 0] <= level[:, None, 2] + REACH)
    )
    found: list[Edges] = []
    free = meets.any(axis=1)
    while free.any():
        rows = np.zeros(len(level), dtype=bool)
        rows[int(np.argmax(free))] = True
        while True:
            columns = meets[rows].any(axis=0)
            more = meets[:, columns].any(axis=1)
            if (more == rows).all():
                break
            rows = more | rows
        free &= ~rows
        found.append(Edges(level[rows], upright[columns]))
    return found
