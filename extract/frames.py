"""Boxes drawn beside each other on a page, each with a text of its own: cards, panels of a slide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.once import once_a_page
from extract.text import lines_of
from models.geometry import Box, Spots
from models.page import Page, Word

SMALLEST, LARGEST = 0.02, 0.6  # share of the page that a box of text takes
LINES = 2  # a box of one line is a heading over what stands below it
SLACK = 2.0  # points
CORNER = 12.0  # points: rules end so far from a corner that is rounded
THINNEST = 1.5  # points: a border alone is as thick as this and half as much again
EDGE = 9.0  # points: no border of a box is painted thicker


def text_frames(page: Page, words: Sequence[Word], tables: Sequence[Box] = ()) -> list[Box]:
    """Boxes that stand side by side, or beside a table, and hold texts of their own: row by row, each left to right."""
    least, most = SMALLEST * page.width * page.height, LARGEST * page.width * page.height
    drawn = [f.box for f in page.fills if least < (f.x1 - f.x0) * (f.bottom - f.top) < most]
    drawn += [s.box for s in page.shapes if not s.curved and least < (s.x1 - s.x0) * (s.bottom - s.top) < most]
    drawn += ruled_boxes(page)
    boxes = _outermost(drawn)
    if not boxes:
        return []
    spots = Spots(words)
    lines = {part: _lines_in(part, spots) for box in boxes for part in _parted(page, box, spots)}
    full = [box for box, number in lines.items() if number >= LINES]
    full = [box for box in full if not any(box.contains(t, SLACK) or t.contains(box, SLACK) for t in tables)]
    beside = [box for box in full if any(_beside(box, other) for other in (*full, *tables) if other is not box)]
    tall = [box for box in beside if lines[box] >= 3]
    by_table = any(_beside(box, table) for box in tall for table in tables)
    return _rows(beside) if len(tall) >= 2 or by_table else []


def _lines_in(box: Box, spots: Spots[Word]) -> int:
    return len(lines_of(spots.inside(box)))


def _parted(page: Page, box: Box, spots: Spots[Word]) -> list[Box]:
    """A box whose left or right part is painted from top to bottom is two: a card with its labels beside its text."""
    high, wide = 0.8 * box.height, LARGEST * box.width
    for fill in page.fills:
        if not (high < fill.bottom - fill.top and fill.x1 - fill.x0 < wide):
            continue
        if not box.contains(fill, SLACK):
            continue
        part = fill.box
        if abs(part.x0 - box.x0) <= 2 * SLACK:
            sides = [Box(box.x0, box.top, part.x1, box.bottom), Box(part.x1, box.top, box.x1, box.bottom)]
        elif abs(part.x1 - box.x1) <= 2 * SLACK:
            sides = [Box(box.x0, box.top, part.x0, box.bottom), Box(part.x0, box.top, box.x1, box.bottom)]
        else:
            continue
        if all(_lines_in(side, spots) >= LINES for side in sides):
            return sides
    return [box]


def ruled_boxes(page: Page, smallest: float = SMALLEST) -> list[Box]:
    """Boxes drawn with four rules, of at least that share of the page."""
    least = smallest * page.width * page.height
    return [box for box in _ruled_boxes(page) if box.width * box.height > least]


@once_a_page
def _ruled_boxes(page: Page) -> list[Box]:
    area = page.width * page.height
    level = sorted((r for r in page.rules if r.x1 - r.x0 > 0.1 * page.width and not r.vertical), key=lambda r: r.top)
    upright = [r for r in page.rules if r.vertical and r.bottom - r.top > 0.03 * page.height]
    found = []
    for number, top in enumerate(level):
        for bottom in level[number + 1 :]:
            if abs(bottom.x0 - top.x0) > SLACK or abs(bottom.x1 - top.x1) > SLACK or bottom.top - top.top < 4 * SLACK:
                continue
            reach = [
                r for r in upright if r.top <= top.top + SLACK + CORNER and r.bottom >= bottom.top - SLACK - CORNER
            ]
            left = [r.x0 for r in reach if -CORNER <= r.x0 - top.x0 <= SLACK]
            right = [r.x0 for r in reach if -SLACK <= r.x0 - top.x1 <= CORNER]
            box = Box(max(left, default=top.x0), top.top, min(right, default=top.x1), bottom.top)
            if left and right and box.width * box.height < LARGEST * area:
                found.append(box)
            break
    return found


def edged_boxes(page: Page, least: tuple[float, float]) -> list[Box]:
    """Boxes whose borders are painted as strips, as browsers print them, of at least that width and height.

    A border of another colour or thickness is a strip of its own: two sides of one height and a strip across make a box.
    """
    drawn = [f.box for f in page.fills if f.x1 - f.x0 <= EDGE or f.bottom - f.top <= EDGE]
    if drawn:  # one side painted, and the others ruled
        drawn += [Box(r.x0, r.top, r.x1, r.bottom) for r in page.rules]
    upright = sorted((b for b in drawn if b.width < b.height and b.height >= least[1]), key=lambda b: b.x0)
    level = [b for b in drawn if b.height < b.width and b.width >= least[0]]
    return list(dict.fromkeys(_between(upright, level, least[0])))


def _between(upright: Sequence[Box], level: Sequence[Box], narrowest: float) -> Iterator[Box]:
    for number, left in enumerate(upright):
        alike = (
            b
            for b in upright[number + 1 :]
            if abs(b.top - left.top) <= SLACK and abs(b.bottom - left.bottom) <= SLACK and b.x1 - left.x0 >= narrowest
        )
        for right in alike:
            box = Box(left.x0, left.top, right.x1, left.bottom)
            across = [b for b in level if abs(b.x0 - box.x0) <= EDGE and abs(b.x1 - box.x1) <= EDGE]
            if any(abs(b.top - box.top) <= SLACK or abs(b.bottom - box.bottom) <= SLACK for b in across):
                yield box
                break


def edge_colour(page: Page, box: Box) -> str | None:
    """The colour of the one border of a box that is painted thicker than the others, at its top or its left."""
    edges = [f for f in page.fills if min(f.x1 - f.x0, f.bottom - f.top) <= EDGE and box.contains(f, SLACK)]
    top = [f for f in edges if abs(f.box.top - box.top) <= SLACK and f.box.width > 0.9 * box.width]
    left = [f for f in edges if abs(f.box.x0 - box.x0) <= SLACK and f.box.height > 0.9 * box.height]
    thick = [(f.box.height, f.colour) for f in top] + [(f.box.width, f.colour) for f in left]
    thickest, colour = max(thick, default=(0.0, None))
    others = (
        min((width for width, _ in thick), default=0.0) if len(thick) > 1 else THINNEST
    )  # the other sides are ruled
    return colour if thickest > 1.5 * others else None


def _outermost(boxes: Sequence[Box]) -> list[Box]:
    """Boxes that lie in no other, one of each place."""
    kept: list[Box] = []
    for box in sorted(boxes, key=lambda b: -b.width * b.height):
        if not any(other.contains(box, SLACK) or box.overlap(other) > 0.2 * box.width * box.height for other in kept):
            kept.append(box)
    return kept


def _beside(a: Box, b: Box) -> bool:
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    return shared > 0.5 * min(a.height, b.height) and (a.x1 <= b.x0 + SLACK or b.x1 <= a.x0 + SLACK)


def _rows(boxes: Sequence[Box]) -> list[Box]:
    rows: list[list[Box]] = []
    for box in sorted(boxes, key=lambda b: b.top):
        for row in rows:
            if _beside(row[0], box):
                row.append(box)
                break
        else:
            rows.append([box])
    return [box for row in rows for box in sorted(row, key=lambda b: b.x0)]
