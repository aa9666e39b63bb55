"""Where tables without a full grid stand: between level rules of one width, or where lines share wide gaps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from extract.tables.rules import Edges, Floats
from extract.tables.textlines import TextLine, box_of_lines, text_lines
from models.geometry import Box, box_around
from models.page import Word

SAME_END = 10.0  # points two rules of one table may end apart
LONG_RULE = 60.0  # points: a shorter one underlines a word or a heading
PROSE_WORDS = 7
WIDEST_GAP_OF_PROSE = 2.2  # of the font size: justified lines stretch their spaces
NOTE = re.compile(r"^\s*(?:\*|†|‡|notes?\b|key\b|sources?\b|\(?\d\)|continued\b)", re.IGNORECASE)
LINES_APART = 2.6  # of the usual pitch: rows further apart are two tables


@dataclass(slots=True, eq=False)
class Region:
    """Lines that may be a table, with the rules that run through them."""

    lines: list[TextLine]
    level: Floats  # level rules inside or on the edge: (at, start, end)
    walls: list[float]  # x of upright rules inside
    framed: bool  # level rules of one width above and below

    @property
    def box(self) -> Box:
        box = box_of_lines(self.lines)
        if not len(self.level):
            return box
        return Box(
            min(box.x0, float(self.level[:, 1].min())),
            min(box.top, float(self.level[:, 0].min())),
            max(box.x1, float(self.level[:, 2].max())),
            max(box.bottom, float(self.level[:, 0].max())),
        )


def zones(words: Sequence[Word], level: Floats, depth: int = 0) -> list[list[Word]]:
    """Words of a page parted where prose stands in columns side by side, so that a table in one of them is seen alone."""
    lines = text_lines(words)
    gutter = _gutter(lines, level) if depth < 3 and len(lines) >= 6 else None
    if gutter is None:
        return [list(words)]
    a, b, top, bottom = gutter
    middle = (a + b) / 2
    beside = [w for w in words if top <= (w.top + w.bottom) / 2 <= bottom]
    left = [w for w in beside if (w.x0 + w.x1) / 2 < middle]
    right = [w for w in beside if (w.x0 + w.x1) / 2 >= middle]
    rest = [w for w in words if not top <= (w.top + w.bottom) / 2 <= bottom]
    parts = [part for side in (left, right) if side for part in zones(side, level, depth + 1)]
    above = [w for w in rest if w.bottom <= top + 2]
    below = [w for w in rest if w.bottom > top + 2]
    return [*([above] if above else []), *parts, *([below] if below else [])]


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


def _parted_at(line: TextLine, x: float) -> bool:
    return any(one.x1 <= x <= two.x0 for one, two in zip(line.segments, line.segments[1:], strict=False))


def _is_prose_segment(words: Sequence[Word]) -> int:
    """1 for a run of text as prose has it: several words, most of them in small letters."""
    return int(len(words) >= 4 and sum(w.text[:1].islower() for w in words) >= 0.4 * len(words))


def is_prose(line: TextLine, width: float, share: float = 0.5) -> bool:
    """Whether a line fills its column, or `share` of it, with running text."""
    if len(line.words) < PROSE_WORDS:
        return False
    gap = max((b.x0 - a.x1 for a, b in zip(line.words, line.words[1:], strict=False)), default=0.0)
    letters = sum(w.text[:1].isalpha() for w in line.words)
    return (
        letters >= 0.6 * len(line.words) and gap < WIDEST_GAP_OF_PROSE * line.size and line.x1 - line.x0 > share * width
    )


def is_tabular(line: TextLine, width: float) -> bool:
    """Whether a line shows a wide gap and is no stretched line of prose."""
    return len(line.segments) >= 2 and not is_prose(line, width)


def find_regions(words: Sequence[Word], edges: Edges) -> list[Region]:
    """Candidates for tables without a full grid. Framed rows of figures come first: beside them, labels look like prose."""
    left = list(words)
    found: list[Region] = []
    if len(edges.level) >= 2:
        taken: set[int] = set()
        for frame in frames(text_lines(left), edges.level, edges.upright, _around(left)):
            frame = _with_row_above(frame, [w for w in left if id(w) not in taken])
            lines = _lines_in([w for w in left if id(w) not in taken], frame)
            if sum(_has_figure_cells(line) for line in lines) >= max(2, 0.3 * len(lines)):
                found.append(_region(lines, edges, frame[0], frame[1], framed=True))
                taken.update(id(w) for line in lines for w in line.words)
        left = [w for w in left if id(w) not in taken]
    for zone in zones(left, edges.level):
        found += _in_zone(zone, edges)
    return found


def _in_zone(words: Sequence[Word], edges: Edges, depth: int = 0) -> list[Region]:
    """Candidates among words that stand in one column of the page, or in one box."""
    if len(words) < 4:
        return []
    found: list[Region] = []
    box = _around(words)
    level = edges.level[(edges.level[:, 2] > box.x0 - 5) & (edges.level[:, 1] < box.x1 + 5)]
    used: set[int] = set()
    for frame in frames(text_lines(words), level, edges.upright, box):
        free = [w for w in words if id(w) not in used]
        frame = _with_row_above(frame, free)
        lines = _lines_in(free, frame)
        if len(lines) < 2:
            continue
        region = _region(lines, edges, frame[0], frame[1], framed=True)
        inside = [w for line in lines for w in line.words]
        used.update(id(w) for w in inside)
        if region.framed or depth > 1:
            found.append(region)
        else:  # a box: what stands in it is looked at by itself
            top, bottom = frame[0] + 3, frame[1] - 3
            inner = edges.level[(edges.level[:, 0] > top) & (edges.level[:, 0] < bottom)]
            found += _in_zone(inside, Edges(inner, edges.upright), depth + 1)
    for run in runs(text_lines([w for w in words if id(w) not in used]), box.width):
        found.append(_region(run, edges, run[0].top - 14, run[-1].bottom + 8, framed=False))
    return found


def region_of(words: Sequence[Word], edges: Edges, box: Box) -> Region | None:
    """A region known by its rules: the words inside a grid whose rules part groups of rows or columns only."""
    lines = text_lines([w for w in words if box.holds_middle_of(w)])
    return _region(lines, edges, box.top, box.bottom, framed=True) if len(lines) >= 2 else None


def _around(words: Sequence[Word]) -> Box:
    return box_around(words) if words else Box(0, 0, 0, 0)


def _with_row_above(
    frame: tuple[float, float, float, float], words: Sequence[Word]
) -> tuple[float, float, float, float]:
    """A frame, and the row right above it where every row has its rule below it and none has one above."""
    top, bottom, left, right = frame
    inside = _lines_in(words, frame)
    above = _lines_in(words, (top - 2.5 * (inside[0].bottom - inside[0].top), top, left, right)) if inside else []
    if not above or len(inside[0].segments) < 2:
        return frame
    row, first = above[-1], inside[0]
    like = len(row.segments) == len(first.segments) and all(
        min(abs(a.x0 - b.x0), abs(a.x1 - b.x1)) < 6 for a, b in zip(row.segments, first.segments, strict=True)
    )
    close = first.top - row.bottom < 1.0 * first.size and (
        len(above) == 1 or row.top - above[-2].bottom > 0.8 * first.size
    )
    return (row.top - 1, bottom, left, right) if like and close else frame


def _lines_in(words: Sequence[Word], frame: tuple[float, float, float, float]) -> list[TextLine]:
    top, bottom, left, right = frame
    box = Box(left - 12, top - 1, right + 12, bottom + 1)
    return text_lines([w for w in words if box.holds_middle_of(w)])


def _has_figure_cells(line: TextLine) -> bool:
    """Whether figures stand in two places of a line by themselves, or in one beside a label."""
    return sum(s.figure for s in line.segments) >= 2 or (len(line.segments) == 2 and line.segments[1].figure)


def _region(lines: list[TextLine], edges: Edges, top: float, bottom: float, *, framed: bool) -> Region:
    box = box_of_lines(lines)
    level = edges.level
    if len(level):
        level = level[
            (level[:, 0] >= top - 2) & (level[:, 0] <= bottom + 2) & (level[:, 2] > box.x0) & (level[:, 1] < box.x1)
        ]
    walls = [
        float(at)
        for at, start, end in edges.upright.tolist()
        if box.x0 < at < box.x1 and min(end, box.bottom) - max(start, box.top) > 0.5 * box.height
    ]
    if framed and _is_box(level, edges.upright, top, bottom):
        framed = False  # a box around whatever it holds
    return Region(lines, level, walls, framed)


def _is_box(level: Floats, upright: Floats, top: float, bottom: float) -> bool:
    """Whether rules run around a stretch and none through it: the long ones stand at its top and bottom only."""
    if not len(level):
        return False
    width = float(level[:, 2].max() - level[:, 1].min())
    long = level[level[:, 2] - level[:, 1] > 0.8 * width]
    through = ((long[:, 0] > top + 6) & (long[:, 0] < bottom - 6)).any()
    return not through and _sided(upright, top, bottom, float(level[:, 1].min()), float(level[:, 2].max()))


def _sided(upright: Floats, top: float, bottom: float, left: float, right: float) -> bool:
    """Whether upright rules close a stretch on both sides."""
    if not len(upright):
        return False
    tall = upright[(upright[:, 1] < top + 0.2 * (bottom - top)) & (upright[:, 2] > bottom - 0.2 * (bottom - top))]
    return bool((abs(tall[:, 0] - left) < SAME_END).any() and (abs(tall[:, 0] - right) < SAME_END).any())


def frames(
    lines: Sequence[TextLine], level: Floats, upright: Floats, zone: Box
) -> list[tuple[float, float, float, float]]:
    """Stretches between level rules of one width with tabular lines between them: (top, bottom, left, right).

    Stretches closed at their sides and others are never one: the gap between two boxes is no row.
    """
    rules = sorted(r for r in level.tolist() if r[2] - r[1] >= max(LONG_RULE, 0.2 * zone.width))
    found: list[tuple[float, float, float, float]] = []
    used: set[int] = set()
    for number, (at, left, right) in enumerate(rules):
        if number in used:
            continue
        bottom, tabular, sided = at, 0, False
        members = [number]
        for later in range(number + 1, len(rules)):
            y, x0, x1 = rules[later]
            if later in used or abs(x0 - left) > SAME_END or abs(x1 - right) > SAME_END:
                continue
            closed = _sided(upright, bottom, y, x0, x1)
            if len(members) > 1 and closed != sided:
                break
            sided = closed
            strip = [n for n in lines if bottom - 1 < (n.top + n.bottom) / 2 < y + 1 and n.x1 > left and n.x0 < right]
            wide = [n for n in strip if is_tabular(n, right - left)]
            prose = [n for n in strip if is_prose(n, right - left, 0.7)]
            loose = len(wide) < 0.25 * len(strip) if len(strip) > 4 else not wide and (len(strip) > 3 or not tabular)
            if strip and y - bottom > 6 and (loose or len(prose) > 0.34 * len(strip)):
                break
            tabular += len(wide)
            bottom = y
            members.append(later)
        if tabular >= 2 and bottom > at:
            found.append((at, bottom, left, right))
            used.update(members[:-1])  # the last rule of one table may be the first of the next
    # The rules under group headings have one width too: the widest frames are taken first.
    return sorted(found, key=lambda f: (round((f[2] - f[3]) / 20), f[0]))


def runs(lines: Sequence[TextLine], width: float) -> list[list[TextLine]]:
    """Lines that hang together around tabular ones: three or more with wide gaps, at most three short lines between them."""
    if not lines:
        return []
    found: list[list[TextLine]] = []
    run: list[TextLine] = []
    waiting: list[TextLine] = []  # short lines that belong to the run only if it goes on
    tabular = 0
    prose: TextLine | None = None  # the line above, where it is running text

    def close() -> None:
        nonlocal run, waiting, tabular
        if tabular >= 3:
            for line in waiting:  # the last lines of a cell
                if (
                    line.top - run[-1].bottom > 0.5 * line.size
                    or line.x1 - line.x0 > 0.4 * width
                    or NOTE.match(line.text)
                ):
                    break
                run.append(line)
            found.append(run)
        run, waiting, tabular = [], [], 0

    for line in lines:
        previous = waiting[-1] if waiting else run[-1] if run else None
        if previous is not None and line.top - previous.bottom > max(LINES_APART * line.size, 22):
            close()
        if is_tabular(line, width):
            run.extend(waiting)
            waiting = []
            run.append(line)
            tabular += 1
            prose = None
        elif is_prose(line, width):
            close()
            prose = line
        elif prose is not None and line.top - prose.bottom < 0.6 * line.size and abs(line.size - prose.size) < 0.5:
            prose = line  # the last, short line of a paragraph
        else:
            prose = None
            waiting.append(line)
            if len(waiting) > 3:
                if run:
                    close()
                waiting = waiting[-3:]
    close()
    return found
