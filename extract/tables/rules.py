"""The straight edges of a page that may border cells: strokes and thin rectangles, joined where they are one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extract.tables.fills import Canvas, alike, is_white
from models.geometry import Box
from models.page import Page, Rule

SAME_LINE = 1.2  # points two strokes may lie apart and still be one line drawn twice
JOIN_GAP = 2.5  # points two strokes of one line may be apart: corners that stop short
REACH = 3.0  # points a rule may stop short of the rule it should meet
WIDE_ROW = 45.0  # points: the height of a row of one cell over the whole width
THICKEST_BAR = 4.5  # points
FEWEST_SEEN = 3  # rules in the colour of the paper that stand out from painted cells, and so tell of a grid
SHORTEST = 3.0  # points: a shorter stroke is a dot or part of a letter

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Edges:
    """Edges as rows of (at, start, end): level ones at a height, left to right; upright ones at an x, top to bottom."""

    level: Floats
    upright: Floats


def edges_of(page: Page, canvas: Canvas) -> Edges:
    """All edges of a page that show, joined. What cannot be told from the colours on both its sides is no edge."""
    level: list[tuple[float, float, float]] = []
    upright: list[tuple[float, float, float]] = []
    drawn = [rule for rule in page.rules if id(rule) not in canvas.strips]
    shown = [rule for rule in drawn if _shows(rule, canvas)]
    if len(shown) < len(drawn):
        shown += _of_the_same_grid(shown, drawn)
    for rule in shown:
        if rule.vertical:
            upright.append((rule.x0, rule.top, rule.bottom))
        else:
            level.append((rule.top, rule.x0, rule.x1))
    for fill in page.fills:
        # Bars a little thicker than rules, white ones between coloured cells above all.
        wide, high = fill.x1 - fill.x0, fill.bottom - fill.top
        if min(wide, high) > THICKEST_BAR or max(wide, high) < 3 * min(wide, high):
            continue
        middle_x, middle_y = (fill.x0 + fill.x1) / 2, (fill.top + fill.bottom) / 2
        if high > wide:
            bar = Rule(middle_x, fill.top, middle_x, fill.bottom, wide, fill.colour)
        else:
            bar = Rule(fill.x0, middle_y, fill.x1, middle_y, high, fill.colour)
        if _shows(bar, canvas):
            (upright if high > wide else level).append(
                (middle_x, fill.top, fill.bottom) if high > wide else (middle_y, fill.x0, fill.x1)
            )
    return Edges(join(level), join(upright))


def _shows(rule: Rule, canvas: Canvas) -> bool:
    """Whether a rule can be seen: a white one on paper, or a slice of a gradient, cannot."""
    if not canvas.has_like(rule.colour):
        return True
    off = rule.width / 2 + 1.2
    length = max(rule.x1 - rule.x0, rule.bottom - rule.top)
    samples = max(2, min(12, int(length / 15)))
    for number in range(samples):
        share = (number + 0.5) / samples
        if rule.vertical:
            y = rule.top + share * length
            sides = (rule.x0 - off, y), (rule.x0 + off, y)
        else:
            x = rule.x0 + share * length
            sides = (x, rule.top - off), (x, rule.top + off)
        if any(not alike(canvas.at(*side), rule.colour) for side in sides):
            return True
    return False


def _of_the_same_grid(shown: Sequence[Rule], drawn: Sequence[Rule]) -> list[Rule]:
    """Rules in the colour of the paper that cannot be seen, but end at, or cross, such rules that can: between cells without
    a colour they go on as between those that have one.
    """
    known = {id(rule) for rule in shown}
    seen = [rule for rule in shown if is_white(rule.colour)]
    if len(seen) < FEWEST_SEEN:
        return []
    hidden = [rule for rule in drawn if id(rule) not in known and is_white(rule.colour)]
    found: list[Rule] = []
    while seen and hidden:
        met = _meeting(hidden, seen)
        seen = [rule for rule, meets in zip(hidden, met, strict=True) if meets]
        hidden = [rule for rule, meets in zip(hidden, met, strict=True) if not meets]
        found += seen
    return found


def _meeting(rules: Sequence[Rule], others: Sequence[Rule]) -> list[bool]:
    """Which rules touch one of the others that stands across them."""
    near = np.array([(r.x0 - REACH, r.x1 + REACH, r.top - REACH, r.bottom + REACH) for r in others])
    upright = np.array([r.vertical for r in others])
    return [
        bool(
            (
                (upright != r.vertical)
                & (near[:, 0] <= r.x1)
                & (near[:, 1] >= r.x0)
                & (near[:, 2] <= r.bottom)
                & (near[:, 3] >= r.top)
            ).any()
        )
        for r in rules
    ]


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


def outside(edges: Edges, boxes: Sequence[Box]) -> Edges:
    """The edges that are not of grids already read."""
    if not boxes:
        return edges
    level = [
        r
        for r in edges.level.tolist()
        if not any(b.top - 2 <= r[0] <= b.bottom + 2 and r[1] > b.x0 - 4 and r[2] < b.x1 + 4 for b in boxes)
    ]
    upright = [
        r
        for r in edges.upright.tolist()
        if not any(b.x0 - 2 <= r[0] <= b.x1 + 2 and r[1] > b.top - 4 and r[2] < b.bottom + 4 for b in boxes)
    ]
    return Edges(np.array(level).reshape(-1, 3), np.array(upright).reshape(-1, 3))


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
    lone = level[~meets.any(axis=1)]
    if len(lone):
        found = [_with_lone_rules(group, lone) for group in found]
    sides = upright[~meets.any(axis=0)]
    if len(sides):
        found = [_with_lone_sides(group, sides) for group in found]
    return _stacked(found)


def _with_lone_sides(group: Edges, sides: Floats) -> Edges:
    """A group takes upright rules of its own height: the sides of columns whose cells run on over both page breaks."""
    top, bottom = float(group.upright[:, 1].min()), float(group.upright[:, 2].max())
    fits = sides[(abs(sides[:, 1] - top) <= REACH) & (abs(sides[:, 2] - bottom) <= REACH)]
    return Edges(group.level, np.vstack([group.upright, fits])) if len(fits) else group


def _ends(group: Edges) -> tuple[float, float]:
    return float(group.level[:, 1].min()), float(group.level[:, 2].max())


def _is_open(group: Edges) -> bool:
    """Whether no upright rule stands at either side."""
    left, right = _ends(group)
    return bool(group.upright[:, 0].min() > left + REACH and group.upright[:, 0].max() < right - REACH)


def _stacked(found: list[Edges]) -> list[Edges]:
    """Groups with open sides and the same ends, one close above the other, made one: a row of one wide cell parts them."""
    done: list[Edges] = []
    for group in sorted(found, key=lambda g: float(g.level[:, 0].min())):
        last = done[-1] if done else None
        if last is not None and _is_open(group) and _is_open(last):
            apart = float(group.level[:, 0].min()) - float(last.level[:, 0].max())
            same = all(abs(a - b) <= REACH for a, b in zip(_ends(group), _ends(last), strict=True))
            if same and 0 <= apart <= WIDE_ROW:
                done[-1] = Edges(np.vstack([last.level, group.level]), np.vstack([last.upright, group.upright]))
                continue
        done.append(group)
    return done


def _with_lone_rules(group: Edges, lone: Floats) -> Edges:
    """A group whose sides are open takes the level rules of its own width above and below it: rows of one wide cell."""
    if not _is_open(group):
        return group
    left, right = _ends(group)
    fits = lone[(abs(lone[:, 1] - left) <= REACH) & (abs(lone[:, 2] - right) <= REACH)]
    top, bottom = float(group.level[:, 0].min()), float(group.level[:, 0].max())
    taken: list[Floats] = []
    for rule in sorted(fits.tolist()):
        if bottom < rule[0] <= bottom + WIDE_ROW:
            taken.append(np.array(rule))
            bottom = rule[0]
    for rule in sorted(fits.tolist(), reverse=True):
        if top - WIDE_ROW <= rule[0] < top:
            taken.append(np.array(rule))
            top = rule[0]
    return Edges(np.vstack([group.level, *taken]), group.upright) if taken else group
