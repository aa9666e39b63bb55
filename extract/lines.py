"""The text of a page outside its tables: lines in reading order, columns of text one after the other."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median

from extract.text import lines_of, lines_on
from models.geometry import Box, box_around
from models.page import Page, Word
from models.section import Line

GUTTER = 9.0  # points: the least white between two columns of text
FEWEST_LINES = 3  # on either side of a gutter
BADGE = 2.0  # times the size of type: a title and the words within a badge or logo beside it
BESIDE = 3.0  # times the larger size of type: so much white parts these two
APART = 6.0  # times the size of type: so much white between two texts of one line
UNLIKE = 1.15  # and so much larger one of them: they are no one text
FOOT = 1.5  # times its size of type: so much white stands over the notice at the foot of a page
WITHIN = 0.8  # share of the width up to a stamp in the margin that the text is wide at least
RAGGED = 0.06  # share of the width by which lines may end before its edge
LISTED = 0.9  # share of lines that stand in pairs and begin with a capital where two columns are lists read across
ALIGNED = 3.0  # points: baselines so near are one line of a table-like list
LABEL = 5  # words of the longest line of a label at the left of a list


@dataclass(frozen=True, slots=True)
class Column:
    """Lines of one column of text, top to bottom, and the edges that its text keeps."""

    lines: tuple[Line, ...]
    left: float
    right: float


def columns_on(page: Page, words: Sequence[Word]) -> list[Column]:
    """`text_columns` of words of a page, whose lines it may know already."""
    return text_columns(words, page.number, partial(lines_on, page))


def text_columns(
    words: Sequence[Word], page: int, read: Callable[[Sequence[Word]], list[list[Word]]] = lines_of
) -> list[Column]:
    """Words of one page -> columns of lines in reading order. Turned words come last, each run a column of its own."""
    upright = [w for w in words if w.turned == 0]
    columns: list[Column] = []
    if upright:
        rows = read(upright)
        if len(rows) < FEWEST_LINES:
            columns.append(_column(rows, page))
        else:
            for band in _bands(rows):
                columns.extend(_split(band, page))
    for turn in (90, 180, 270) if len(upright) < len(words) else ():
        turned = [w for w in words if w.turned == turn]
        if turned:
            columns.append(_column(lines_of(turned), page))
    return columns


def _column(rows: Sequence[Sequence[Word]], page: int) -> Column:
    lines = tuple([_line(part, page) for row in rows for part in _parted(row)])
    right = max([line.x1 for line in lines])
    if lines[-1].x1 == right and len(lines) >= FEWEST_LINES:
        right = _right(lines)
    elif lines[0].x1 == right and len(lines) > FEWEST_LINES:
        right = _right_below(lines)
    return Column(lines, min([line.x0 for line in lines]), right)


def _right(lines: Sequence[Line]) -> float:
    """The right edge of lines whose last reaches furthest; a notice in smaller type far below the others does not count, as at the
    foot of a web page.
    """
    foot, before = lines[-1], lines[-2]
    apart = foot.top - before.bottom > FOOT * foot.size and foot.size < before.size
    return max([line.x1 for line in lines[:-1]]) if apart else foot.x1


def _right_below(lines: Sequence[Line]) -> float:
    """The right edge of lines whose first reaches furthest; what was stamped into the margin (`Agenda Item 3`) does not count, where
    several lines below it end at an edge further in.
    """
    stamp, below = lines[0], lines[1:]
    left, right = min([line.x0 for line in below]), max([line.x1 for line in below])
    width = right - left
    apart = stamp.x0 > left + width / 2 and stamp.bottom <= below[0].top and width >= WITHIN * (stamp.x1 - left)
    return right if apart and sum(line.x1 > right - RAGGED * width for line in below) >= FEWEST_LINES else stamp.x1


def _parted(row: Sequence[Word]) -> list[Sequence[Word]]:
    """A row as it is, or its two sides, where a heading stands at the left and a note in other type or ink at the right edge.

    A large heading may be as high as two lines of the note.
    """
    for at, (a, b) in enumerate(itertools.pairwise(row), start=1):
        white = b.x0 - a.x1
        if white < BESIDE * a.font.size:  # as nearly everywhere
            continue
        size = max(a.font.size, b.font.size)
        if white < BESIDE * size:
            continue
        left, right = {w.font.size for w in row[:at]}, {w.font.size for w in row[at:]}
        badge = min(left) > BADGE * max(right) or min(right) > BADGE * max(left)
        if white < APART * size and not badge:
            continue
        larger = min(left) > UNLIKE * max(right) or min(right) > UNLIKE * max(left)
        if larger or {w.font.colour for w in row[:at]}.isdisjoint({w.font.colour for w in row[at:]}):
            return [line for side in (row[:at], row[at:]) for line in lines_of(side)]
    return [row]


def _line(words: Sequence[Word], page: int) -> Line:
    box = box_around(words)
    return Line(tuple(words), page, box.x0, box.top, box.x1, box.bottom)


def _bands(rows: list[list[Word]]) -> list[list[list[Word]]]:
    """Rows cut where a gutter begins or ends: within a band either one gutter holds from top to bottom, or none does."""
    bands: list[tuple[Box | None, list[list[Word]]]] = []
    for row in rows:
        gaps = _gaps(row)
        if bands:
            gutter, members = bands[-1]
            kept = _narrow(gutter, row, gaps) if gutter is not None else None
            if gutter is not None and kept is not None and row[0].top - members[-1][0].bottom < 6 * row[0].font.size:
                bands[-1] = (kept, [*members, row])
                continue
        widest = max(gaps, key=lambda g: g.width, default=None)
        if widest is not None:
            bands.append((widest, [row]))
        elif bands and bands[-1][0] is None:
            bands[-1][1].append(row)
        else:
            bands.append((None, [row]))
    return [rows for _, rows in _merge(bands)]


def _merge(bands: list[tuple[Box | None, list[list[Word]]]]) -> list[tuple[Box | None, list[list[Word]]]]:
    """A band that makes no true columns joins its neighbours, so that paragraphs are not cut by a chance gap."""
    merged: list[tuple[Box | None, list[list[Word]]]] = []
    for gutter, rows in bands:
        true = gutter if gutter is not None and _two_columns(gutter, rows) else None
        if true is not None and merged and merged[-1][0] is None:
            rows = [*_head_of_right(merged[-1][1], true, rows), *rows]
            merged = merged if merged[-1][1] else merged[:-1]
        if merged and merged[-1][0] is None and true is None:
            merged[-1][1].extend(rows)
        else:
            merged.append((true, rows))
    return merged


def _head_of_right(above: list[list[Word]], gutter: Box, rows: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """Rows taken off the end of `above` where the right column begins higher than the first row with both sides.

    Down from the first row that stands right of the gutter, all rows close over it keep to one side.
    """
    first = len(above)
    top = rows[0][0].top
    for i in range(len(above) - 1, -1, -1):
        row = above[i]
        right = row[0].x0 >= gutter.x1 - 1
        if not right and row[-1].x1 > gutter.x0 + 1:
            break
        if top - max(w.bottom for w in row) > 3 * row[0].font.size:
            break
        top = row[0].top
        if right:
            first = i
    taken = above[first:]
    del above[first:]
    return taken


def _gaps(row: Sequence[Word]) -> list[Box]:
    return [
        Box(a.x1, a.top, b.x0, a.bottom)
        for a, b in itertools.pairwise(row)
        if b.x0 - a.x1 >= GUTTER and b.x0 - a.x1 >= 1.2 * a.font.size
    ]


def _narrow(gutter: Box, row: Sequence[Word], gaps: Sequence[Box]) -> Box | None:
    """The gutter as far as this row leaves it white; None where a word crosses it."""
    if row[-1].x1 <= gutter.x0 + 1 or row[0].x0 >= gutter.x1 - 1:
        return gutter  # only one side is printed here
    if row[0].x0 < gutter.x0 and row[-1].x1 <= gutter.x1 - GUTTER:
        return Box(row[-1].x1, gutter.top, gutter.x1, gutter.bottom)  # the left side alone, the longest line so far
    if row[0].x0 >= gutter.x0 + GUTTER and row[-1].x1 > gutter.x1:
        return Box(
            gutter.x0, gutter.top, row[0].x0, gutter.bottom
        )  # the right side alone: a number hung out before its text
    for gap in gaps:
        left, right = max(gap.x0, gutter.x0), min(gap.x1, gutter.x1)
        if right - left >= GUTTER:
            return Box(left, gutter.top, right, gutter.bottom)
    return None


def _two_columns(gutter: Box, rows: Sequence[Sequence[Word]]) -> bool:
    """Whether the white between is a gutter of text columns, not the space after numbers, or of a list in two columns read across.

    Text columns have three lines or more on both sides, lines that fill their column, and baselines that need not agree.
    """
    sides = (
        [[w for w in row if w.x1 <= gutter.x0 + 1] for row in rows],
        [[w for w in row if w.x0 >= gutter.x1 - 1] for row in rows],
    )
    left, right = [row for row in sides[0] if row], [row for row in sides[1] if row]
    if len(left) < FEWEST_LINES or len(right) < FEWEST_LINES:
        return False
    width = max(r[-1].x1 for r in right) - min(r[0].x0 for r in left)
    for side in (left, right):
        own = max(r[-1].x1 for r in side) - min(r[0].x0 for r in side)
        full = [r for r in side if r[-1].x1 - r[0].x0 > 0.6 * own]
        if own < 0.2 * width or median(len(r) for r in side) < 2:
            return False
        if len(full) < 0.35 * len(side):
            return False
    both = sum(bool(a) and bool(b) for a, b in zip(*sides, strict=True))
    if both < 0.6 * min(len(left), len(right)):
        return not _labelled(*sides)
    rows_of_both = [r for side in (left, right) for r in side]
    paired = both > LISTED * len(right)
    if paired and sum(r[0].text[:1].isupper() for r in rows_of_both) > LISTED * len(rows_of_both):
        return False  # names: lines of text that runs on begin in lower case as well
    wrapped = [r for r in rows_of_both if len(r) >= 4]
    return len(wrapped) > 0.6 * (len(left) + len(right)) and not _labelled(*sides)


def _labelled(left: Sequence[Sequence[Word]], right: Sequence[Sequence[Word]]) -> bool:
    """Whether what stands at the left beside the right side is labels of it: `Present` beside the first name, nothing beside the others.

    Text above and below the right side does not count: the title, the items that follow.
    """
    first = next((n for n, (a, b) in enumerate(zip(left, right, strict=True)) if a and b), None)
    last = max(n for n, b in enumerate(right) if b)
    if first is None:
        return False
    beside = range(first, last + 1)
    labels = [left[n] for n in beside if left[n]]
    return all(not left[n] or right[n] for n in beside) and all(len(label) <= LABEL for label in labels)


def _split(rows: list[list[Word]], page: int) -> list[Column]:
    """The columns of a band, left to right; one column where it has no gutter."""
    white = [_gaps(row) for row in rows]
    gutter = next((max(gaps, key=lambda g: g.width) for gaps in white if gaps), None)
    for row, gaps in zip(rows, white, strict=True):  # from the first row on: text above the first gap may run across it
        gutter = _narrow(gutter, row, gaps) if gutter is not None else None
    if gutter is None or not _two_columns(gutter, rows):
        return [_column(rows, page)]
    words = [w for row in rows for w in row]
    left = [w for w in words if w.x1 <= gutter.x0 + 1]
    right = [w for w in words if w.x1 > gutter.x0 + 1]
    # a side may hold columns again
    return [c for side in (left, right) if side for band in _bands(lines_of(side)) for c in _split(band, page)]
