"""The number or bullet at the head of a line, by which paragraphs are told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.remembering import remembered
from extract.text import BULLETS
from models.page import Word
from models.section import Line

NUMBER = re.compile(
    r"^(?:\d{1,3}(?:\.\d{1,3}){1,4}\.?|\d{1,4}[.)]|\(\d{1,3}\)\.?|\(?[a-zA-Z][.)]|\([a-z]{1,2}\)\.?|[a-z]\)|\(?[ivxl]{1,6}[.)]|\([ivxl]{1,6}\)\.?"
    r"|[IVX]{2,6}[.)])$"
)
_YEAR = re.compile(r"(?:19|20)\d\d[.)]")
_DAY = re.compile(r"(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\.\d\d")  # `28.09.17`, below the title of a paper
_OF_HEADING = re.compile(r"(?!(?:19|20)\d\d$)\d{1,4}")
BARE = re.compile(r"^(?:\d{1,4}|[ivx]{1,5}|[A-Z]?\d{1,3}[a-z]?)$")
_MONTH = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b", re.IGNORECASE
)  # `15 NOVEMBER`
_ENDS_WITH_MONTH = re.compile(rf"\b{_MONTH.pattern}\.?,?$", re.IGNORECASE)
TAB = 0.9  # times the size of type: so much white after a bare number makes it a label


@remembered(512)  # asked of each line by its neighbours too
def marker_of(line: Line) -> tuple[str | None, tuple[Word, ...]]:
    """The number or bullet at a line's head, and its words."""
    first = line.words[0]
    text = first.text
    if len(line.words) == 1:
        # a label alone on its line has its text on the next; a year that ends a sentence is none, nor is a day
        if not NUMBER.match(text) or text[-1:].isalpha() or _YEAR.fullmatch(text) or _DAY.fullmatch(text):
            return None, ()
        return text, (first,)
    gap = line.words[1].x0 - first.x1
    if len(text) == 1 and (text in BULLETS or text in "oxØüv‐-–") and not text.isalnum():
        return "•", (first,)
    if text in {"o", "§", "Ø", "ü"} and gap > 0.4 * first.font.size:
        return "•", (first,)
    if NUMBER.match(text) and (gap > 0.15 * first.font.size):
        if re.fullmatch(r"[A-Z]\.", text) and gap < TAB * first.font.size:
            return None, ()  # an initial: J. Smith
        return text, (first,)
    if BARE.match(text) and gap > TAB * first.font.size and not first.superscript:
        return text, (first,)
    return None, ()


def heading_number(lines: Sequence[Line]) -> tuple[str | None, tuple[Word, ...]]:
    """`628 PUBLIC QUESTION TIME`: the number of a heading in bold or capitals, though only a space follows it."""
    first = lines[0].words
    if len(lines) > 3 or len(first) < 2 or not _OF_HEADING.fullmatch(first[0].text) or _MONTH.match(first[1].text):
        return None, ()
    words = [w for line in lines for w in line.words if any(map(str.isalpha, w.text))]
    emphatic = all(w.font.bold for w in words) or all(w.text.isupper() for w in words)
    return (first[0].text, (first[0],)) if emphatic and first[1].text[:1].isupper() else (None, ())


def is_year_behind(before: str, marker: str | None) -> bool:
    """Whether what looks like a number is the year of a date that the line before begins: `by 30 November` over `2024.`"""
    return marker is not None and _YEAR.fullmatch(marker) is not None and _ENDS_WITH_MONTH.search(before) is not None
