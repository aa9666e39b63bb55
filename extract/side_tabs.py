"""Words on their side at the edge of a page: `Item 14` on a coloured tab, `Attachment 1` down the margin. They are no text of the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.gridded import in_grid
from extract.text import lines_of
from models.geometry import box_around
from models.page import Page, Word

MARGIN = 0.12  # share of the page's width, at each side
MIDDLE = 0.12  # share of its height, at head and foot, where running lines may reach further than the text
UPRIGHT = 0.8  # share of the page's words
APART = 3.0  # points of white between the text and a tab
LONGEST = 5  # words
STAMP = re.compile(
    r"(?:(?:agenda\s+)?item|attachment|appendix|annex|annexure|enclosure|schedule|paper|section|part|tab)"
    r"(?:\s+(?:no\.?|number))?\s*[:.]?\s*(?:\d{1,3}(?:\.\d{1,2})*[a-z]?|[a-z]\d{0,2}|[ivx]{1,4})\.?",
    re.IGNORECASE,
)


def side_tabs(page: Page) -> list[tuple[Word, ...]]:
    """What is stamped on the sides of a page, word by word; mostly nothing."""
    turned = [w for w in page.words if w.turned in (90, 270)]
    if not turned or len(turned) > (1 - UPRIGHT) * len(page.words):
        return []
    head, foot = page.height * MIDDLE, page.height * (1 - MIDDLE)
    text = [w for w in page.words if w.turned == 0 and w.top > head and w.bottom < foot]
    if not text:
        return []
    left, right = min(w.x0 for w in text) - APART, max(w.x1 for w in text) + APART
    beside = [
        w
        for w in turned
        if (w.x0 > right and w.x0 > page.width * (1 - MARGIN)) or (w.x1 < left and w.x1 < page.width * MARGIN)
    ]
    return [
        tuple(line)
        for side in (90, 270)
        for line in _phrases([w for w in beside if w.turned == side])
        if len(line) <= LONGEST
        and STAMP.fullmatch(" ".join(w.text for w in line))
        and not in_grid(page, box_around(line))
    ]


def _phrases(words: Sequence[Word]) -> list[list[Word]]:
    """Lines of words on their side, each cut where more than a space parts two of them."""
    found: list[list[Word]] = []
    for line in lines_of(words) if words else ():
        run: list[Word] = []
        for word in line:
            if run and _white(run[-1], word) > word.font.size:
                found.append(run)
                run = []
            run.append(word)
        found.append(run)
    return found


def _white(one: Word, two: Word) -> float:
    return max(one.top, two.top) - min(one.bottom, two.bottom)
