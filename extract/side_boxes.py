"""Boxes ruled one under the other at the right edge of a page, beside text that no rule holds: what became of each thing beside it.

No table is seen there, for one column of cells makes none. Each box is read by itself, behind the text that stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.lines import columns_on
from extract.paragraphs import make_paragraph
from models.geometry import Box, Spots
from models.page import Page, Rule, Word
from models.section import Paragraph

FEWEST = 3  # boxes with words in one column of a document
FURTHEST = 0.5  # of the way across the page: the column begins no further left
NARROWEST, WIDEST = 0.08, 0.4  # share of the page's width
SLACK = 2.0  # points
TALL = 0.15  # share of the page's height that a rule runs down which parts the text from what stands beside it
HANGING = 36.0  # points from the left edge of the text: the numbers of items begin no further in
OPEN = 8.0  # points: where no rule shuts a box, the line beside its end is beside it
COVERED = 0.75  # share of a box's height that its left side is ruled
BESIDE = 0.5  # share of the boxes that must have text beside them
_NUMBER = re.compile(r"[*#]{0,2}(?:[A-Z]{1,2}-)?\d{1,5}(?:[.-]\d{1,4})*[a-z]?[.)]?")


def side_boxes(
    pages: Sequence[Page], words: Mapping[int, Sequence[Word]], tables: Mapping[int, Sequence[Box]]
) -> Mapping[int, list[Box]]:
    """The boxes with words, by page. `words` and `tables` are those of each page; a word that a table holds is none of `words`."""
    found = {page.number: list(_boxes(page, words[page.number], tables.get(page.number, ()))) for page in pages}
    every = [box for boxes in found.values() for box in boxes]
    return {
        number: [b for b in boxes if sum(_of_one_column(b, other) for other in every) >= FEWEST]
        for number, boxes in found.items()
        if boxes
    }


def side_paragraph(page: Page, words: Sequence[Word]) -> Iterator[Paragraph]:
    """What stands in one box as one paragraph, however its lines are set."""
    lines = [line for column in columns_on(page, words) for line in column.lines]
    if lines:
        yield replace(make_paragraph(lines), beside=True)


def _of_one_column(one: Box, other: Box) -> bool:
    return abs(one.x0 - other.x0) <= SLACK and abs(one.x1 - other.x1) <= SLACK


def _boxes(page: Page, words: Sequence[Word], tables: Sequence[Box]) -> Iterator[Box]:
    right = [r for r in page.rules if r.x0 > FURTHEST * page.width - SLACK]
    level = [r for r in right if NARROWEST * page.width < r.x1 - r.x0 < WIDEST * page.width and not r.vertical]
    upright = [r for r in right if r.vertical]
    if not upright:
        return
    spots = Spots(words)
    drawn = [box for stack in _stacks(level) for box in _between(stack, upright)] if len(level) > 1 else []
    drawn = drawn or list(_behind(page, upright))
    drawn = [b for b in drawn if not any(b.overlap(t) > 0 for t in tables)]
    rows = [row for box in drawn for row in _rows(box, spots)]
    full = [b for b in rows if spots.inside(b)]
    beside = [b for b in full if spots.inside(Box(0.0, b.top, b.x0, b.bottom))]
    if len(beside) >= BESIDE * len(full):
        yield from full


def _between(stack: Sequence[Rule], upright: Sequence[Rule]) -> Iterator[Box]:
    """The boxes between level rules, one below the other, whose left side is ruled too; a page break may leave the last one open."""
    x0, x1 = stack[0].x0, stack[0].x1
    sides = [r for r in upright if abs(r.x0 - x0) <= SLACK]
    top, bottom = min((r.top for r in sides), default=0.0), max((r.bottom for r in sides), default=0.0)
    for above, below in pairwise([top, *(r.top for r in stack), bottom]):
        box = Box(x0, above, x1, below)
        if below - above > 2 * SLACK and _ruled(sides, box):
            yield box._replace(bottom=below + OPEN) if below > stack[-1].top + SLACK else box


def _behind(page: Page, upright: Sequence[Rule]) -> Iterator[Box]:
    """All that stands right of the one rule that runs down a page, or between two."""
    x0, x1 = min(r.x0 for r in upright), max(r.x0 for r in upright)
    sides = [r for r in upright if r.x0 - x0 <= SLACK]
    two = x1 - x0 > SLACK
    box = Box(x0, min(r.top for r in sides), x1 if two else page.width, max(r.bottom for r in sides) + OPEN)
    known = all(r.x0 - x0 <= SLACK or x1 - r.x0 <= SLACK for r in upright)
    if known and box.height > TALL * page.height and box.width < WIDEST * page.width and _ruled(sides, box):
        yield box


def _rows(box: Box, spots: Spots[Word]) -> list[Box]:
    """A box beside several numbered things is cut where each begins: their numbers hang out at the left."""
    left = spots.inside(Box(0.0, box.top, box.x0, box.bottom))
    edge = min((w.x0 for w in left), default=0.0) + HANGING
    tops = sorted(w.top - SLACK for w in left if w.x0 < edge and _NUMBER.fullmatch(w.text))
    if len(tops) < 2:
        return [box]
    cuts = [box.top, *tops[1:], box.bottom]
    return [Box(box.x0, a, box.x1, b) for a, b in pairwise(cuts) if b - a > 2 * SLACK]


def _stacks(level: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Level rules of the same two ends, top to bottom; of two in one place the first."""
    stacks: list[list[Rule]] = []
    for rule in sorted(level, key=lambda r: r.top):
        own = next((s for s in stacks if abs(s[0].x0 - rule.x0) <= SLACK and abs(s[0].x1 - rule.x1) <= SLACK), None)
        if own is None:
            stacks.append([rule])
        elif rule.top - own[-1].top > SLACK:
            own.append(rule)
    return (s for s in stacks if len(s) > 1)


def _ruled(sides: Sequence[Rule], box: Box) -> bool:
    """Whether the left side of a box is ruled, in one piece or in several."""
    held = sum(max(0.0, min(r.bottom, box.bottom) - max(r.top, box.top)) for r in sides)
    return held >= COVERED * box.height
