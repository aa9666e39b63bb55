"""What a register says of itself: its title, the body it belongs to, the day it stands at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from extract.registers.fields import cell_field
from extract.registers.form_labels import is_known_label, key_of
from extract.registers.form_names import name_in
from extract.registers.layout import Layout
from extract.registers.whose import RISKY, STANDS_AT, body_of, running_parts
from extract.registers.wording import find_period, take_apart
from extract.text import text_of
from extract.vocabularies import rows
from extract.wording import fold
from models.page import Word
from models.record import Field
from models.section import Paragraph, Section
from models.table import Table

_NAMES_REGISTER = re.compile(
    r"\brisk (?:management )?(?:register|log|profiles?)\b|\bassurance framework\b", re.IGNORECASE
)
_ANNEX = re.compile(
    r"(?:annex|appendix)\s+\w{1,3}\s*[:.–—-]*\s+(?P<title>(?:[\w&’'-]+\s+){0,6}?risk (?:management )?(?:register|log))"
    r"(?:\W*\b(?:as )?(?:at|of)\b.*)?$",
    re.IGNORECASE,
)
_LONGEST_TITLE = 14  # words
_REPEATED = 3  # times; no title stands so often in the midst of its paper's pages
_LABEL = 2  # words of a label that is no title of a register
_GUESSED = 0.75  # a title that names no risk, a date that may be the meeting's
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
_LABELLED = re.compile(r"^(?P<label>[A-Za-z ]{3,24}?)\s*:\s+(?P<value>\S.*)$")
_ADOPTED = re.compile(r"\b(?:adopted|approved|agreed|reviewed|accepted) (?:by|at|on)\b", re.IGNORECASE)


def register_facts(section: Section, layouts: Sequence[Layout]) -> dict[str, Field]:
    """`register_title`, `organisation` and `as_of` as printed, each only where something is printed."""
    facts: dict[str, Field] = {}
    annexed = _annexed(section, layouts)
    title = _own_words(annexed) if annexed is not None else _title(section, layouts)
    if title is not None:
        facts["register_title"] = title
    body = body_of(section, title, [cell for layout in layouts for cell in layout.titles])
    if body is not None:
        facts["organisation"] = body
    dated = (_date_behind(annexed) if annexed is not None else None) or _as_of(section, layouts, title)
    if dated is not None:
        facts["as_of"] = dated
    return facts


def _annexed(section: Section, layouts: Sequence[Layout]) -> Paragraph | None:
    """The heading of the annex that a report's register is, on the page where its table begins: `Annex A – Our risk register`."""
    if section.paper.title is None or _ANNEX.match(section.paper.title.text):
        return None
    head = next((p for p in _whole(section) if p.heading_level is not None and _ANNEX.match(p.text)), None)
    cells = [cell for layout in layouts for c in layout.columns for cell in c.heading] if head is not None else []
    return head if head is not None and head.words[0].page in {c.words[0].page for c in cells if c.words} else None


def _own_words(annexed: Paragraph) -> Field:
    """An annex's heading without its letter and its day."""
    match = _ANNEX.match(annexed.text)
    first = len(annexed.text[: match.start("title")].split()) if match else 0
    words = annexed.words[first : first + len(match["title"].split())] if match else annexed.words
    return Field(text_of(words), words)


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
    own = [p for p in (paper.title, heading) if p is not None and not _names_one_risk(p, section)]
    framed = [cell for layout in layouts for cell in layout.titles if RISKY.search(cell.text)]
    for candidate in own:
        if RISKY.search(candidate.text):
            return title_field(candidate)
    if framed:
        return cell_field(framed[0], "lattice")
    labelled = _labelled(section, "title")
    if labelled is not None and RISKY.search(labelled.text):
        return labelled
    for paragraph in _near_top(section.paragraphs):
        if (
            RISKY.search(paragraph.text)
            and paragraph.heading_level is not None
            and not _names_one_risk(paragraph, section)
        ):
            return title_field(paragraph)
    for paragraph in paper.opening[:4]:  # a line over a spreadsheet, set like the rest
        line = title_field(paragraph)
        if (
            _NAMES_REGISTER.search(line.text)
            and len(line.text.split()) <= _LONGEST_TITLE
            and line.text[-1:] not in ".;:"
        ):
            return replace(line, confidence=0.85)
    for words in running_parts(section):
        text = text_of(words)
        if _NAMES_REGISTER.search(text) and len(words) <= _LONGEST_TITLE:
            return Field(text, tuple(words), confidence=0.8)
    if labelled is not None:
        return replace(labelled, confidence=_GUESSED)
    if (
        paper.title is None
        or _names_one_risk(paper.title, section)
        or fold(paper.title.text.rstrip(":")) in _of_parts()
    ):
        return None  # `Executive summary` names no paper
    return replace(title_field(paper.title), confidence=_GUESSED)


def _names_one_risk(paragraph: Paragraph, section: Section) -> bool:
    """Whether a heading names one risk (`SR1: Flooding`, `Risk 1 of 5`), or is a label, or repeated as those of forms are."""
    words = title_field(paragraph).words
    name = name_in(words)
    numbered = name is not None and (bool(name.taken) or any(c.isalpha() for w in name.ref for c in w.text))
    staged = len(words) == 1 or take_apart(key_of(words)).stage is not None
    label = staged and len(words) <= _LABEL and is_known_label(key_of(words))
    again = [p for p in section.paragraphs if p.text == paragraph.text]
    below = [p for p in again if any(o.page == p.page and o.top < p.top for o in section.paragraphs)]
    return numbered or label or len(below) >= _REPEATED  # a title may head each page


def _labelled(section: Section, field: str) -> Field | None:
    """What stands beside `Title of report` or `Date` on the first page: in a table of labels, or in a line."""
    labels = {fold(row["printed"]) for row in rows("report_labels") if row["canonical"] == field}
    for block in section.whole or section.blocks:
        if isinstance(block, Table) and block.first_page == section.paper.first_page:
            for cell in block.cells:
                beside = block.at(cell.row, cell.last_column + 1) if fold(cell.text.rstrip(": ")) in labels else None
                if beside is not None and beside.text and beside.column_span + cell.column_span >= block.columns - 1:
                    return cell_field(beside, block.method)
        elif isinstance(block, Paragraph) and block.page == section.paper.first_page:
            match = _LABELLED.match(block.text)
            if match is not None and fold(match["label"]) in labels:
                behind = block.words[len(match["label"].split()) :]
                behind = behind[1:] if behind and behind[0].text == ":" else behind
                return Field(match["value"], behind, confidence=0.95)
    return None


@cache
def _of_parts() -> frozenset[str]:
    """The folded headings of a report's parts: none is a paper's title."""
    return frozenset(fold(row["printed"]) for row in rows("report_headings"))


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
    top = list(_near_top(section.paragraphs)) + list(section.paper.opening[:12])
    for paragraph in top:
        stands = STANDS_AT.search(paragraph.text) and not _of_meeting(paragraph, section)
        for words in _runs_to_bar(paragraph.all_words) if stands else ():
            said = text_of(words)
            if STANDS_AT.search(said) and len(said) < _LONGEST_LINE and _dated(said):
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
    headings = [p for p in _whole(section) if p.heading_level is not None and RISKY.search(p.text)]
    for paragraph in [*headings, *top]:  # `BAF summary at 31 December 2024`; a sentence of the opening
        dated = _date_behind(paragraph)
        if dated is not None:
            return replace(dated, confidence=0.9 if paragraph in headings else 0.8)
    for paragraph in top:  # the meeting that adopted it
        for words in _runs_to_bar(paragraph.all_words) if _ADOPTED.search(paragraph.text) else ():
            said = text_of(words)
            if _ADOPTED.search(said) and len(said) < _LONGEST_LINE and _dated(said):
                return Field(said, words, confidence=_GUESSED)
    date = section.paper.date
    if date is not None and len(date.text) < 80:
        return replace(paragraph_field(date), confidence=_GUESSED)
    met = _labelled(section, "meeting_date") or _met(section)
    return replace(met, confidence=_GUESSED) if met is not None and _dated(met.text) else None


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
    match = _LABELLED.match(paragraph.text)
    if match is None or not fold(match["label"]).startswith("date"):
        return False
    beside = [m for p in section.paper.opening[:12] if p is not paragraph and (m := _LABELLED.match(p.text))]
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


def _whole(section: Section) -> list[Paragraph]:
    return [b for b in section.whole or section.blocks if isinstance(b, Paragraph)]


def _dated(text: str) -> bool:
    period = find_period(text)
    return period is not None and _YEAR.search(period) is not None


def _near_top(paragraphs: Sequence[Paragraph]) -> Iterable[Paragraph]:
    return paragraphs[:10]
