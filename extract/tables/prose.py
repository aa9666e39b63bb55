"""Telling lines of running text from lines of a table."""

from __future__ import annotations

import re
from itertools import pairwise

from extract.tables.textlines import TextLine

PROSE_WORDS = 7
WIDEST_GAP_OF_PROSE = 2.2  # of the font size: justified lines stretch their spaces
STRETCHED = 0.45  # of the font size: the usual space of a line that is stretched to its margins
MARKER = re.compile(
    r"^(?:\(?\d{1,3}(?:\.\d{1,3}){0,3}[.)]?|\(?[a-z][.)]|\(?[ivx]{1,5}[.)]|[•‣▪●◦∙·▫■□➢➤►\uf0b7\uf0a7o–-])$",
    re.IGNORECASE,
)
NOTE = re.compile(r"^\s*(?:\*|†|‡|[¹²³⁴-⁹]|notes?\b|key\b|sources?\b|\(?\d\)|continued\b)", re.IGNORECASE)


def is_prose(line: TextLine, width: float, share: float = 0.5) -> bool:
    """Whether a line fills its column, or `share` of it, with running text."""
    if len(line.words) < PROSE_WORDS or line.x1 - line.x0 <= share * width:
        return False
    gaps = [b.x0 - a.x1 for a, b in pairwise(line.words)]
    widest = max(gaps)
    if widest >= WIDEST_GAP_OF_PROSE * line.size:
        return False
    if sum([w.text[:1].isalpha() for w in line.words]) < 0.6 * len(line.words):
        return False
    # A stretched line has wide spaces throughout; one wide gap among narrow ones parts columns.
    return widest < 1.1 * line.size or sorted(gaps)[len(gaps) // 2] > STRETCHED * line.size


def is_tabular(line: TextLine, width: float) -> bool:
    """Whether a line shows a wide gap and is neither a stretched line of prose nor a numbered paragraph or list item."""
    return len(line.segments) >= 2 and not is_prose(line, width) and not hangs(line)


def hangs(line: TextLine) -> bool:
    """Whether a line is a number, letter or bullet with text hanging beside it: a paragraph, a heading or a list item."""
    if len(line.segments) < 2 or len(line.segments[0].words) != 1 or not MARKER.match(line.words[0].text):
        return False
    text = line.segments[1]
    if len(line.segments) > 2:  # a stretched line of text falls apart
        last = line.segments[-1].words
        return len(line.words) >= PROSE_WORDS + 1 and len(last) >= 3 and not any(c.isdecimal() for c in last[-1].text)
    return not text.figure
