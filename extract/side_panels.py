"""A panel beside the text of a page, in smaller type: the links and notices at the side of a printed web page, a contact box.

It stands at the right or left edge, boxed, painted, or behind one rule that runs down beside the text; it is no part of that text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from extract.frames import ruled_boxes
from extract.text import lines_of
from models.geometry import Box, Spots
from models.page import Page, Word

NARROWEST, WIDEST = 0.12, 0.38  # share of the page's width
LOWEST = 0.08  # share of the page's height
FURTHEST = 0.6  # of the way across the page: a panel at the right begins no further left; one at the left mirrors it
LINES = 4  # in the panel, and beside it
SMALLER = 0.93  # its type against that of the text beside it
SLACK = 2.0  # points


def side_panels(page: Page, words: Sequence[Word], tables: Sequence[Box]) -> list[Box]:
    """The panels of a page whose text no frame holds; a table is none, nor what stands beside one."""
    found: list[Box] = []
    spots: Spots[Word] | None = None
    for box in dict.fromkeys(_boxes(page)):
        if any(box.overlap(other) > 0 for other in (*found, *tables)):
            continue
        spots = spots or Spots(words)
        if _is_panel(page, box, spots):
            found.append(box)
    return found


def _boxes(page: Page) -> Iterator[Box]:
    """What is drawn so that a panel may stand in it: boxes and fills of its shape, and the space behind a rule."""
    least = LOWEST * page.height
    upright = [r for r in page.rules if r.bottom - r.top >= least and r.vertical]
    fills = [f.box for f in page.fills if f.bottom - f.top >= least]
    drawn = [*(ruled_boxes(page) if len(upright) > 1 else ()), *fills]
    drawn += [Box(r.x0, r.top - SLACK, page.width, r.bottom + SLACK) for r in upright]
    drawn += [Box(0.0, r.top - SLACK, r.x1, r.bottom + SLACK) for r in upright]
    for box in drawn:
        right = box.x0 >= FURTHEST * page.width
        left = box.x1 <= (1 - FURTHEST) * page.width
        if (right or left) and NARROWEST * page.width <= box.width <= WIDEST * page.width and box.height >= least:
            yield box


def _is_panel(page: Page, box: Box, spots: Spots[Word]) -> bool:
    """Whether a box holds lines in smaller type than those that stand beside it, and no word of these reaches into it."""
    inside = spots.inside(box)
    if not inside or any(w.x0 < box.x0 - SLACK or w.x1 > box.x1 + SLACK for w in inside):
        return False
    right = box.x0 > page.width / 2
    rest = Box(0.0, box.top, box.x0, box.bottom) if right else Box(box.x1, box.top, page.width, box.bottom)
    beside = spots.inside(rest)
    if len(lines_of(inside)) < LINES or len(lines_of(beside)) < LINES:
        return False
    return median(w.font.size for w in inside) <= SMALLER * median(w.font.size for w in beside)
