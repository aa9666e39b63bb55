"""What a register says of itself: its title, the body it belongs to, the day it stands at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.registers.fields import cell_field
from extract.registers.layout import Layout
from extract.registers.titles import (
    GUESSED,
    LABELLED,
    NAMES_REGISTER,
    annexed_heading,
    labelled,
    near_top,
    own_words,
    paragraph_field,
    title_field,
    title_of,
    whole_text,
)
from extract.registers.whose import RISKY, STANDS_AT, body_of, gap_parts, running_parts
from extract.registers.wording import find_period, take_apart
from extract.text import text_of
from extract.vocabularies import rows
from extract.wording import fold
from models.page import Word
from models.record import Field
from models.section import Paragraph, Section

_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?!\s?[/–-]\s?\d)")
# `BAF summary at 31 December 2024`, `the risks at the end of quarter 2 (30 September 2024)`
_AT = re.compile(
    r"\b(?:(?:as )?at|as of|position (?:for|to)|(?:quarter|period|year|month) (?:to|end(?:ed|ing)?))\s+(?:the\s+)?"
    r"(?:(?:end|close) of (?:the )?)?(?:(?:quarter|q|month|period|(?:financial |half )?year)\s?(?:[1-4]|one|two|three|four)?\s?"
    r"(?:(?:19|20)\d\d(?:\s?[/–-]\s?\d\d)?)?)?\s*[,(–-]?\s*$",
    re.IGNORECASE,
)
# what a running line says of the day its register stands at; a day alone may be that of its print
_STANDS_THERE = re.compile(
    r"(?:\w+ ){0,2}(?:as (?:at|of|on)|(?:position|correct|status|scores) at)\b[:\s]", re.IGNORECASE
)
MEETING = re.compile(
    r"(?:[\w&’' ]+ )?(?:committee|board|cabinet|council|panel|meeting)\s*(?:(?:of|on|held on|,|:|–|-)\s*)?",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)? [A-Za-z]+ (?:19|20)\d\d")
_LONGEST_LINE = 120  # characters of a line that dates its register
_BARS = frozenset("|•·")
_ABBREVIATED = 4  # letters; a shorter word may end in a stop within a sentence
_LONGEST_DATING = 14  # words of a sentence that says no more than when
_NEXT = re.compile(r"\breview (?:date|due)\b|\bnext review\b", re.IGNORECASE)
_ADOPTED = re.compile(r"\b(?:adopted|approved|agreed|reviewed|accepted) (?:by|at|on)\b", re.IGNORECASE)


def register_facts(section: Section, layouts: Sequence[Layout]) -> dict[str, Field]:
    """`register_title`, `organisation` and `as_of` as printed, each only where something is printed."""
    facts: dict[str, Field] = {}
    annexed = annexed_heading(section, layouts)
    title = own_words(annexed) if annexed is not None else title_of(section, layouts)
    if title is not None:
        facts["register_title"] = title
    body = body_of(section, title, [cell for layout in layouts for cell in layout.titles])
    if body is not None:
        facts["organisation"] = body
    dated = (_date_behind(annexed) if annexed is not None else None) or _as_of(section, layouts, title)
    if dated is not None:
        facts["as_of"] = dated
    return facts


def _as_of(section: Section, layouts: Sequence[Layout], title: Field | None) -> Field | None:
    """The date over the current scores; else a line that dates the register; else the date in the title."""
    for layout in layouts:
        over = [(cell, take_apart(cell.text)) for column in layout.columns for cell in reversed(column.heading)]
        undated = {h.rest for _, h in over if h.stage == "current" and not h.period}
        for cell, heading in over:  # `Net, June 2024` beside `Net` is the score before
            current = heading.stage == "current" and heading.rest not in undated
            if current and heading.period and _YEAR.search(heading.period):
                return cell_field(cell, "lattice")
    for cell in (cell for layout in layouts for cell in layout.titles):
        if STANDS_AT.search(cell.text) and _dated(cell.text):
            return cell_field(cell, "lattice")
    top = list(near_top(section.paragraphs)) + list(section.paper.opening[:12])
    for paragraph in top:
        stands = STANDS_AT.search(paragraph.text) and not _of_meeting(paragraph, section)
        parts = list(gap_parts(paragraph.all_words)) if stands else []
        for words in (run for part in parts for run in _runs_to_bar(part)):
            said = text_of(words)
            if STANDS_AT.search(said) and len(said) < _LONGEST_LINE and _dated(said) and not _of_next(said):
                return Field(said, words)
    for paragraph in top:  # `As of 30 June 2024. Ratings are …`: its first sentence
        first = _first_sentence(paragraph)
        if first is not None and _STANDS_THERE.match(first.text) and _dated(first.text):
            return replace(first, confidence=0.95)
    if title is not None and _dated(title.text):
        return title
    for words in running_parts(section):
        if _STANDS_THERE.match(text_of(words)) and _dated(text_of(words)):
            return Field(text_of(words), tuple(words), confidence=0.9)
    if (beside := _beside_title(section)) is not None:
        return beside
    headings = [p for p in whole_text(section) if p.heading_level is not None and RISKY.search(p.text)]
    for paragraph in headings:  # `Risk Register Autumn 2031` below the name of the body
        period = find_period(paragraph.text) if NAMES_REGISTER.search(paragraph.text) else None
        if period is not None and _YEAR.search(period) and paragraph.text.rstrip(" )").endswith(period):
            return replace(title_field(paragraph), confidence=0.9)
    for paragraph in [*headings, *top]:  # `BAF summary at 31 December 2024`; a sentence of the opening
        dated = _date_behind(paragraph)
        if dated is not None:
            return replace(dated, confidence=0.9 if paragraph in headings else 0.8)
    for paragraph in top:  # the meeting that adopted it
        for words in _runs_to_bar(paragraph.all_words) if _ADOPTED.search(paragraph.text) else ():
            said = text_of(words)
            if _ADOPTED.search(said) and len(said) < _LONGEST_LINE and _dated(said) and not _of_next(said):
                return Field(said, words, confidence=GUESSED)
    date = section.paper.date
    if date is not None and len(date.text) < 80:
        return replace(paragraph_field(date), confidence=GUESSED)
    met = labelled(section, "meeting_date") or _met(section)
    return replace(met, confidence=GUESSED) if met is not None and _dated(met.text) else None


def _beside_title(section: Section) -> Field | None:
    """A month or a day that stands by itself in the line at a page's head that says what register this is."""
    lines = [list(gap_parts(p.words)) for p in section.paper.opening[:2]]
    for parts in [*lines, list(running_parts(section))]:
        if len(parts) < 2 or not any(NAMES_REGISTER.search(text_of(words)) for words in parts):
            continue
        for words in parts:
            said = text_of(words)
            if find_period(said) == said and _YEAR.search(said):
                return Field(said, tuple(words), confidence=0.85)
    return None


def _met(section: Section) -> Field | None:
    """The day of the meeting that a line of the head or a running line names: `Audit Committee of 3 May 2024`."""
    lines = [p.words for p in section.paper.opening[:4]]
    for words in (part for line in (*lines, *running_parts(section)) for part in _runs_to_bar(line)):
        said = text_of(words)
        period = find_period(said)
        if period is not None and _DAY.fullmatch(period) and MEETING.fullmatch(said.removesuffix(period)):
            return Field(period, words[-len(period.split()) :])
    return None


def _runs_to_bar(words: Sequence[Word]) -> Iterable[tuple[Word, ...]]:
    """A line in the parts between its bars or dots, and in its sentences."""
    part: list[Word] = []
    for word in words:
        if part and part[-1].text[-1:] == "." and len(part[-1].text) > _ABBREVIATED and word.text[:1].isupper():
            yield tuple(part)
            part = []
        if word.text not in _BARS:
            part.append(word)
            continue
        yield tuple(part)
        part = []
    yield tuple(part)


def _first_sentence(paragraph: Paragraph) -> Field | None:
    """The first sentence of a text of several; None where it is one, or its first is long."""
    for count, word in enumerate(paragraph.words[: _LONGEST_DATING - 1], start=1):
        if word.text[-1:] == "." and count < len(paragraph.words) and paragraph.words[count].text[:1].isupper():
            words = paragraph.words[:count]
            return Field(text_of(words).rstrip("."), words)
    return None


def _of_meeting(paragraph: Paragraph, section: Section) -> bool:
    """Whether a line dates the meeting that a report goes to: it says so, or a report's other labels stand around it."""
    match = LABELLED.match(paragraph.text)
    if match is None or not fold(match["label"]).startswith("date"):
        return False
    beside = [m for p in section.paper.opening[:12] if p is not paragraph and (m := LABELLED.match(p.text))]
    kinds = {
        row["canonical"] for row in rows("report_labels") if fold(row["printed"]) in {fold(m["label"]) for m in beside}
    }
    return "meeting" in fold(match["label"]) or bool(kinds & {"organisation", "authors", "sender", "purpose"})


def _date_behind(paragraph: Paragraph) -> Field | None:
    """The date that a text of risks says they stand at, with its words; None where it says none."""
    if not RISKY.search(paragraph.text):
        return None
    texts = [w.text for w in paragraph.words]
    for count in range(len(texts), 0, -1):
        for first in range(len(texts) - count + 1) if count <= 4 else ():
            said = " ".join(texts[first : first + count])
            period = find_period(said)
            full = period is not None and period == said.strip(" ,.;()") and _YEAR.search(said)
            if full and _AT.search(" ".join((*texts[max(0, first - 8) : first], ""))):
                return Field(said.strip(" ,.;()"), paragraph.words[first : first + count])
    return None


def _dated(text: str) -> bool:
    period = find_period(text)
    return period is not None and _YEAR.search(period) is not None


def _of_next(text: str) -> bool:
    """Whether the first date of a text is that of a review to come: `Date adopted: … Review date: Autumn 2032`."""
    coming = _NEXT.search(text)
    return coming is not None and text.index(find_period(text) or "") > coming.start()
