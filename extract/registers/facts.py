"""What a register says of itself: its title, the body it belongs to, the day it stands at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.registers.fields import cell_field
from extract.registers.layout import Layout
from extract.registers.wording import find_period, take_apart
from extract.text import lines_of, text_of
from extract.vocabularies import rows
from models.page import Word
from models.record import Field
from models.section import Paragraph, Section

_RISKY = re.compile(r"\brisks?\b|\bassurance framework\b|\bBAF\b", re.IGNORECASE)
_NAMES_REGISTER = re.compile(r"\brisk (?:register|log|profile)\b|\bassurance framework\b", re.IGNORECASE)
_LONGEST_TITLE = 14  # words
_LONGEST_LINE = 110  # characters of a line at the head of a paper
_GUESSED = 0.75  # a title that names no risk, a date that may be the meeting's
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?!\s?[/–-]\s?\d)")
_STANDS_AT = re.compile(
    r"\b(?:as (?:at|of|on)|position at|position as at|correct at|correct as at|updated|last updated|last reviewed|"
    r"date of (?:this )?(?:register|review|update)|reviewed|date|version date)\b[:\s]",
    re.IGNORECASE,
)
_ADOPTED = re.compile(r"\b(?:adopted|approved|agreed|reviewed|accepted) (?:by|at|on)\b", re.IGNORECASE)
_SMALL = frozenset({"of", "and", "for", "the", "&"})
_REGISTER_WORDS = frozenset({"risk", "risks", "corporate", "strategic", "force", "operational", "board", "register"})
_PARTS = re.compile(r"\s+[-–—|]\s+|:\s+")


def register_facts(section: Section, layouts: Sequence[Layout]) -> dict[str, Field]:
    """`register_title`, `organisation` and `as_of` as printed, each only where something is printed."""
    facts: dict[str, Field] = {}
    title = _title(section, layouts)
    if title is not None:
        facts["register_title"] = title
    paper = section.paper
    if paper.organisation is not None:
        facts["organisation"] = paragraph_field(paper.organisation)
    elif (line := _body_line(section)) is not None:
        facts["organisation"] = line
    elif title is not None and (body := _body_in(title) or _body_before(title)) is not None:
        facts["organisation"] = body
    dated = _as_of(section, layouts, title)
    if dated is not None:
        facts["as_of"] = dated
    return facts


def paragraph_field(paragraph: Paragraph) -> Field:
    return Field(paragraph.text, paragraph.all_words)


def title_field(paragraph: Paragraph) -> Field:
    """A title without what is printed on the same line at the other edge of the page: a date, a page reference."""
    words = paragraph.words
    for i, (a, b) in enumerate(pairwise(words)):
        if abs(a.top - b.top) < 0.5 * a.font.size and b.x0 - a.x1 > 5 * a.font.size:
            return Field(text_of(words[: i + 1]), words[: i + 1])
    return paragraph_field(paragraph)


def _title(section: Section, layouts: Sequence[Layout]) -> Field | None:
    paper, heading = section.paper, section.heading
    framed = [layout.title for layout in layouts if layout.title is not None and _RISKY.search(layout.title.text)]
    for candidate in (paper.title, heading):
        if candidate is not None and _RISKY.search(candidate.text):
            return title_field(candidate)
    if framed:
        return cell_field(framed[0], "lattice")
    for paragraph in _near_top(section.paragraphs):
        if _RISKY.search(paragraph.text) and paragraph.heading_level is not None:
            return title_field(paragraph)
    for paragraph in paper.opening[:4]:  # a line over a spreadsheet, set like the rest
        line = title_field(paragraph)
        if (
            _NAMES_REGISTER.search(line.text)
            and len(line.text.split()) <= _LONGEST_TITLE
            and line.text[-1:] not in ".;:"
        ):
            return replace(line, confidence=0.85)
    return replace(title_field(paper.title), confidence=_GUESSED) if paper.title is not None else None


def _body_line(section: Section) -> Field | None:
    """A body named at the head of a line that goes on to date the register: `Anytown Council as at 30 June 2024`."""
    named = {row["printed"] for row in rows("bodies")}
    for paragraph in section.paper.opening[:6]:
        match = _STANDS_AT.search(paragraph.text)
        part = paragraph.text[: match.start()].strip(" ,–-|") if match is not None else ""
        words = re.findall(r"[a-z]+", part.casefold())
        if 2 <= len(words) <= 9 and words[-1] in named and part[:1].isupper():
            return Field(part, paragraph.words[: len(part.split())], confidence=0.9)
    # the body before what the paper is a part of, over the title or in the running head: `Anytown Council – 4 May`
    lines = [p.words for p in section.paper.opening[:6]]
    lines += [tuple(line) for line in lines_of(section.pages[0].words)[:2]] if section.pages else []
    for line in lines:
        part = _PARTS.split(text_of(line))[0]
        words = re.findall(r"[a-z]+", part.casefold())
        if 2 <= len(words) <= 9 and words[-1] in named and part[:1].isupper() and len(text_of(line)) < _LONGEST_LINE:
            return Field(part, tuple(line[: len(part.split())]), confidence=0.8)
    return None


def _body_in(title: Field) -> Field | None:
    """The body that a title names in one of its parts: `ANYTOWN COUNCIL - RISK REGISTER`."""
    named = {row["printed"] for row in rows("bodies")}
    for part in _PARTS.split(title.text):
        words = re.findall(r"[a-z]+", part.casefold())
        if words and not _RISKY.search(part) and (words[-1] in named or (words[0] in named and "of" in words)):
            return Field(part, _words_of(part, title.words), title.method, min(0.9, title.confidence))
    return None


def _body_before(title: Field) -> Field | None:
    """The body that a title begins with: `Anyshire Constabulary Force Risk Register`."""
    named = {row["printed"] for row in rows("bodies")}
    words = title.text.split()
    for count in range(min(8, len(words) - 1), 1, -1):
        if words[count - 1].casefold() in named and all(w[:1].isupper() or w in _SMALL for w in words[:count]):
            part = " ".join(words[:count])
            if not _RISKY.search(part) and words[count].casefold() in _REGISTER_WORDS:
                return Field(part, _words_of(part, title.words), title.method, min(0.85, title.confidence))
    return None


def _words_of(part: str, words: Iterable[Word]) -> tuple[Word, ...]:
    left = part.split()
    found = []
    for word in words:
        if left and word.text == left[0]:
            found.append(word)
            left.pop(0)
    return tuple(found) if not left else tuple(words)


def _as_of(section: Section, layouts: Sequence[Layout], title: Field | None) -> Field | None:
    """The date over the current scores; else a line that dates the register; else the date in the title."""
    for layout in layouts:
        for column in layout.columns:
            for cell in reversed(column.heading):
                heading = take_apart(cell.text)
                if heading.stage == "current" and heading.period and _YEAR.search(heading.period):
                    return cell_field(cell, "lattice")
    top = list(_near_top(section.paragraphs)) + list(section.paper.opening[:12])
    for paragraph in top:
        if _STANDS_AT.search(paragraph.text) and len(paragraph.text) < 120 and _dated(paragraph.text):
            return paragraph_field(paragraph)
    if title is not None and _dated(title.text):
        return title
    for paragraph in top:  # the meeting that adopted it
        if _ADOPTED.search(paragraph.text) and len(paragraph.text) < 160 and _dated(paragraph.text):
            return replace(paragraph_field(paragraph), confidence=_GUESSED)
    date = section.paper.date
    return replace(paragraph_field(date), confidence=_GUESSED) if date is not None and len(date.text) < 80 else None


def _dated(text: str) -> bool:
    period = find_period(text)
    return period is not None and _YEAR.search(period) is not None


def _near_top(paragraphs: Sequence[Paragraph]) -> Iterable[Paragraph]:
    return paragraphs[:10]
