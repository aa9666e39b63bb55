"""Footers that stand right below a page's text, wherever that ends: a web page's or a slide's, printed a part to a page."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extract.furniture_kept import NEIGHBOURS, Edge
from extract.gridded import in_grid
from extract.page_numbers import number_amid
from extract.text import lines_of
from models.geometry import box_around
from models.page import Page

MOST_WORDS = 24
SAME_LINE = 0.5  # of the type
_DIGITS = re.compile(r"\d+")


def with_ends(pages: Sequence[Page], edges: Mapping[int, Sequence[Edge]]) -> dict[int, Edge]:
    """Page number -> its last line, where that says the page's number as those of neighbour pages do, at whatever height."""
    high = {page.number: end for page in pages if not edges[page.number] or not edges[page.number][-1].foot
            if (end := _end(page)) is not None}  # fmt: skip
    if not high:
        return {}
    low = {n: next((e for e in lines if e.foot and e.outermost), None) for n, lines in edges.items()}
    ends = {n: end for n, end in {**low, **high}.items() if end is not None}
    return {n: end for n, end in ends.items() if any(_counts(end, ends.get(m)) for m in _near(n))}


def _near(number: int) -> list[int]:
    return [n for n in range(number - NEIGHBOURS, number + NEIGHBOURS + 1) if n != number]


def _counts(end: Edge, other: Edge | None) -> bool:
    """Whether two last lines are alike, and their pages' numbers are as far apart as the pages."""
    if other is None or other.pattern != end.pattern:
        return False
    own, its = number_amid(end.text)[0], number_amid(other.text)[0]
    return own is not None and its is not None and its - own == other.page - end.page


def _end(page: Page) -> Edge | None:
    """The last line of a page whose text ends early, where it says `page`; in no table."""
    level = [w for w in page.words if w.turned == 0]
    if not level:
        return None
    low = max([w.bottom for w in level])
    last = [w for w in level if w.bottom > low - SAME_LINE * w.font.size]
    if len(last) > MOST_WORDS or not any(w.text.casefold() in {"page", "p."} for w in last):
        return None
    words = tuple(w for line in lines_of(last) for w in line)
    box = box_around(words)
    text = " ".join([w.text for w in words])
    if in_grid(page, box):
        return None
    return Edge(page.number, words, box, text, _DIGITS.sub("#", text.casefold()), foot=True, outermost=True)
