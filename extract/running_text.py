"""Running text beside figures, as commentary stands between scorecards: no record of theirs, but it may state measures."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import groupby

from models.document import Extracted
from models.page import Word
from models.record import Field, Printed, Unread
from models.section import Section

FAMILIES = frozenset({"scorecard", "deliverables"})  # that read tables and cards, and leave the text between them
SHORTEST = 40  # characters of a paragraph of prose
NOT_STATED = "running text that states no measure"


def commentary(rest: Section) -> Iterator[Printed]:
    """The paragraphs of whole sentences with a number in them, each to be looked through for the measures that it states."""
    title = rest.paper.title
    for block in rest.paragraphs:
        prose = block.heading_level is None and len(block.text) >= SHORTEST and block.text.endswith((".", "!", "”"))
        if prose and any(map(str.isdigit, block.text)):
            fields = {"text": Field(block.text, block.words, confidence=0.9)}
            if title is not None:
                fields["report"] = Field(title.text, title.words)
            if block.marker and block.marker_words and block.marker != "•":
                fields["number"] = Field(block.marker.strip("()."), block.marker_words)
            yield Printed("stated_measures", fields, confidence=0.9)


def given_back(found: Extracted, words: Collection[Word], reason: str = NOT_STATED) -> Extracted:
    """The same with some words, of which nothing was made after all, among those that nobody read."""
    if not words:
        return found
    ordered = sorted(words, key=lambda w: (w.page, w.number))
    unread = list(found.unread)
    accounts = list(found.accounts)
    for page, run in groupby(ordered, key=lambda w: w.page):
        own = tuple(run)
        unread.append(Unread(page, own, reason))
        accounts = [
            replace(a, recorded=a.recorded - len(own), unread=a.unread + len(own)) if a.page == page else a
            for a in accounts
        ]
    return replace(found, unread=tuple(unread), accounts=tuple(accounts))
