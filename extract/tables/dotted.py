"""Columns of a table without rules that hold drawn marks alone: dots, arrows, icons and painted cells, under a heading or none."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from itertools import pairwise

from extract.symbols import is_slanted, shape_name
from extract.tables.marks import is_colourful
from extract.tables.textlines import TextLine
from models.geometry import Box
from models.page import Page, Shape

SMALLEST, LARGEST = 4.0, 30.0  # points a side of a mark
SAME_MIDDLE = 3.0  # points two marks of one column may stand apart sideways
SQUARE, WHITE = 0.7, 1.5  # how square a mark is at least; points of white between two
WIDEST, FULL = 0.2, 0.8  # shares of a table's width and height: a column of painted cells
_ARROWS = frozenset({"up", "down", "level", "up_right", "down_right"})
BEYOND = 110.0  # points behind a table's last words in which marks may stand beside its rows
SAME_ROW, FEWEST_BEYOND = 0.8, 3  # of the font size: a mark stands no further off the middle of its row; rows
FEWEST, MOSTLY = 2, 0.5  # marks of a column; share of the table's lines


def with_mark_columns(
    xs: Sequence[float], heads: Sequence[TextLine], body: Sequence[TextLine], page: Page, right: float
) -> list[float]:
    """The bounds of a table's columns, with one more before (and behind) each column of marks that no words share."""
    found = list(xs)
    far = max(right, found[-1])
    inked = [(w.x0, w.x1) for line in body for w in line.words]
    for start, end in [*_columns(body, page, found[0], far), *_painted(heads, body, page, found[0], far)]:
        if any(x0 < end and start < x1 for x0, x1 in inked):
            continue
        before = max((x1 for x0, x1 in inked if x1 <= start), default=None)
        behind = min((x0 for x0, x1 in inked if x0 >= end), default=None)
        if before is not None and not any(before <= x <= start for x in found[1:-1]):
            insort(found, _between(before, start, heads))
        if behind is not None and not any(end <= x <= behind for x in found[1:-1]):
            insort(found, (end + behind) / 2)
        if end > found[-1] and behind is None:
            found[-1] = end + 2
        inked.append((start, end))  # another column of marks may stand beside it
    return found


def _columns(body: Sequence[TextLine], page: Page, left: float, right: float) -> list[tuple[float, float]]:
    """From where to where the marks reach that stand below each other beside the lines of a table."""
    top, bottom = min(n.top for n in body) - 4, max(n.bottom for n in body) + 4
    boxes = [s.box for s in page.shapes if (s.fill and is_colourful(s.fill)) or _is_arrow(s, top, bottom)]
    boxes += [f.box for f in page.fills if is_colourful(f.colour)]
    boxes += [i.box for i in page.images if i.mark or i.colour]
    marks = [b for b in boxes if _is_mark(b) and top < b.middle_y < bottom and left < b.x0 and b.x1 < right + BEYOND]
    groups: list[list[Box]] = []
    for box in sorted(marks, key=lambda b: b.x0 + b.x1):
        if groups and abs((box.x0 + box.x1) - (groups[-1][-1].x0 + groups[-1][-1].x1)) < 2 * SAME_MIDDLE:
            groups[-1].append(box)
        else:
            groups.append([box])
    rows = [line for line in body if len(line.segments) > 1]
    return [
        (min(b.x0 for b in group), max(b.x1 for b in group))
        for group in groups
        if _apart(group)
        and len({round(b.middle_y) for b in group}) >= max(FEWEST, MOSTLY * len(rows))
        and (group[0].x1 < right + 2 or _beside_all(group, rows))
    ]


def _beside_all(marks: Sequence[Box], rows: Sequence[TextLine]) -> bool:
    """Whether each row of a table has its mark behind its end, where no heading stands, and no mark stands elsewhere."""
    beside = [any(abs(b.middle_y - (n.top + n.bottom) / 2) < SAME_ROW * n.size for b in marks) for n in rows]
    return len(rows) >= FEWEST_BEYOND and all(beside) and len({round(b.middle_y) for b in marks}) <= len(rows)


def _painted(
    heads: Sequence[TextLine], body: Sequence[TextLine], page: Page, left: float, right: float
) -> list[tuple[float, float]]:
    """From where to where coloured cells reach that stand on each other all down a table: a status without words.

    A heading stands over them.
    """
    named = [(w.x0 + w.x1) / 2 for line in heads for w in line.words]
    top, bottom = min(n.top for n in body), max(n.bottom for n in body)
    high: dict[tuple[int, int], float] = {}
    for fill in page.fills:
        narrow = SMALLEST < fill.x1 - fill.x0 < WIDEST * (right - left) and left < fill.x0 < right
        if narrow and is_colourful(fill.colour):
            shared = min(fill.bottom, bottom) - max(fill.top, top)
            place = (round(fill.x0), round(fill.x1))
            high[place] = high.get(place, 0.0) + max(shared, 0.0)
    return [
        (float(a), float(b))
        for (a, b), down in high.items()
        if down > FULL * (bottom - top) and any(a < x < b for x in named)
    ]


def _is_mark(box: Box) -> bool:
    least, most = sorted((box.width, box.height))
    return least >= SMALLEST and most <= LARGEST and least > SQUARE * most


def _is_arrow(shape: Shape, top: float, bottom: float) -> bool:
    """Whether a shape of any colour beside the lines is an arrow: that black ones stand below each other is no chance."""
    return top < shape.top < bottom and _is_mark(shape.box) and (is_slanted(shape) or shape_name(shape) in _ARROWS)


def _apart(group: Sequence[Box]) -> bool:
    """Whether marks stand below each other with white between: painted cells touch."""
    ordered = sorted(group, key=lambda b: b.top)
    return all(two.top - one.bottom > WHITE or abs(two.top - one.top) < 1 for one, two in pairwise(ordered))


def _between(before: float, start: float, heads: Sequence[TextLine]) -> float:
    """The bound between words and marks: in the first white of the headings behind these words."""
    words = [w for line in heads for w in line.words]
    ends = max([before, *(w.x1 for w in words if w.x0 < before)])
    begins = min([start, *(w.x0 for w in words if w.x0 >= before - 1)])
    return (ends + begins) / 2 if ends < begins else (before + start) / 2
