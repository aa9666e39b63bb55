"""Whether a section speaks of risks as closely as forms of risks do, by its words alone: what is asked first, as it costs least."""

from __future__ import annotations

from functools import cache

from extract.once import once_a_page
from extract.vocabularies import rows
from extract.wording import head_of
from models.page import Page
from models.section import Section

_FEWEST = 3  # words of risks on a page of forms
_CLOSE = 1 / 120  # of all its words; the labels of a form are half of them words of risks


def speaks_of_risks(section: Section) -> bool:
    """Whether on one of its pages the words of risks stand that close."""
    return any(map(_page_speaks, section.pages))


@once_a_page
def _page_speaks(page: Page) -> bool:
    told = sum([head_of(word.text) in _of_risks() for word in page.words])
    return told >= _FEWEST and told >= _CLOSE * len(page.words)


@cache
def _of_risks() -> frozenset[str]:
    return frozenset(head_of(row["printed"]) for row in rows("risk_words"))
