"""What a register is called: its title over it, in its running lines, across its table or as the heading of an annex."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from extract.registers.fields import cell_field
from extract.registers.form_labels import is_known_label, key_of
from extract.registers.form_names import name_in
from extract.registers.layout import Layout
from extract.registers.whose import RISKY, gap_parts, running_parts
from extract.registers.wording import take_apart
from extract.text import text_of
from extract.vocabularies import rows
from extract.wording import fold
from models.record import Field
from models.section import Paragraph, Section
from models.table import Table

NAMES_REGISTER = re.compile(
    r"\brisk (?:management )?(?:register|log|profiles?)\b|\bassurance framework\b", re.IGNORECASE
)
_ANNEX = re.compile(
    r"(?:annex|appendix)\s+\w{1,3}\s*[:.–—-]*\s+(?P<title>(?:[\w&’'-]+\s+){0,6}?risk (?:management )?(?:register|log))"
    r"(?:\W*\b(?:as )?(?:at|of)\b.*)?$",
    re.IGNORECASE,
)
# the heading of what explains the scores of a register: `Risk matrix`, `Key to scores`
_EXPLAINS = re.compile(
    r"(?:(?:risk|score|scoring|rating|assessment|5 ?x ?5|inherent|residual|gross|net|current|target|and|&)s?\s+)*"
    r"(?:matrix|heat ?map|legend|key(?:\s+to\s+[\w ]{1,30})?)$",
    re.IGNORECASE,
)
_TELLS_DAY = re.compile(
    r"\(?\b(?:last )?(?:updated|reviewed|revised|amended)\s*:?\s+(?:on )?\d|\bdate\s*:\s+\d", re.IGNORECASE
)
_LONGEST_TITLE = 14  # words
_REPEATED = 3  # times; no title stands so often in the midst of its paper's pages
_LABEL = 2  # words of a label that is no title of a register
GUESSED = 0.75  # a title that names no risk, a date that may be the meeting's
LABELLED = re.compile(r"^(?P<label>[A-Za-z ]{3,24}?)\s*:\s+(?P<value>\S.*)$")


def title_of(section: Section, layouts: Sequence[Layout]) -> Field | None:
    paper, heading = section.paper, section.heading
    own = [p for p in (paper.title, heading) if p is not None and not _is_no_title(p, section)]
    framed = [cell for layout in layouts for cell in layout.titles if RISKY.search(cell.text)]
    if (
        own
        and not NAMES_REGISTER.search(own[0].text)
        and (beside := _over_tables(section, own[0], layouts)) is not None
    ):
        return title_field(beside)
    for candidate in own:
        if RISKY.search(candidate.text):
            return title_field(candidate)
    if framed:
        return _undated(cell_field(framed[0], "lattice"))
    told = labelled(section, "title")
    if told is not None and RISKY.search(told.text):
        return told
    for paragraph in near_top(section.paragraphs):
        if (
            RISKY.search(paragraph.text)
            and paragraph.heading_level is not None
            and not _is_no_title(paragraph, section)
        ):
            return title_field(paragraph)
    for paragraph in paper.opening[:4]:  # a line over a spreadsheet, set like the rest
        line = title_field(paragraph)
        if (
            NAMES_REGISTER.search(line.text)
            and len(line.text.split()) <= _LONGEST_TITLE
            and line.text[-1:] not in ".;:"
        ):
            return replace(line, confidence=0.85)
    for words in running_parts(section):
        text = text_of(words)
        if NAMES_REGISTER.search(text) and len(words) <= _LONGEST_TITLE:
            return Field(text, tuple(words), confidence=0.8)
    if told is not None:
        return replace(told, confidence=GUESSED)
    if paper.title is None or _is_no_title(paper.title, section) or fold(paper.title.text.rstrip(":")) in _of_parts():
        return None  # `Executive summary` names no paper
    return replace(title_field(paper.title), confidence=GUESSED)


def _over_tables(section: Section, first: Paragraph, layouts: Sequence[Layout]) -> Paragraph | None:
    """A register's own heading on the page where its table begins, behind a page with another that ranks no higher: its map."""
    level = first.heading_level
    named = [
        p for p in section.paragraphs if p.heading_level and p.page != first.page and NAMES_REGISTER.search(p.text)
    ]
    if level is None or not named:
        return None
    page = min([c.words[0].page for lay in layouts for col in lay.columns for c in col.heading if c.words], default=0)
    own = [p for p in named if (p.heading_level or 0) <= level and p.page == page]
    return next((p for p in own if len(p.words) <= _LONGEST_TITLE and not _names_one_risk(p, section)), None)


def annexed_heading(section: Section, layouts: Sequence[Layout]) -> Paragraph | None:
    """The heading of the annex that a report's register is, on the page where its table begins: `Annex A – Our risk register`."""
    if section.paper.title is None or _ANNEX.match(section.paper.title.text):
        return None
    head = next((p for p in whole_text(section) if p.heading_level is not None and _ANNEX.match(p.text)), None)
    cells = [cell for layout in layouts for c in layout.columns for cell in c.heading] if head is not None else []
    return head if head is not None and head.words[0].page in {c.words[0].page for c in cells if c.words} else None


def own_words(annexed: Paragraph) -> Field:
    """An annex's heading without its letter and its day."""
    match = _ANNEX.match(annexed.text)
    first = len(annexed.text[: match.start("title")].split()) if match else 0
    words = annexed.words[first : first + len(match["title"].split())] if match else annexed.words
    return Field(text_of(words), words)


def title_field(paragraph: Paragraph) -> Field:
    """A title without what is printed on the same line at the other edge of the page: a body, a date, a page reference."""
    parts = list(gap_parts(paragraph.words))
    if len(parts) == 1:
        return _undated(paragraph_field(paragraph))
    words = next((part for part in parts if NAMES_REGISTER.search(text_of(part))), parts[0])
    return _undated(Field(text_of(words), words))


def _undated(title: Field) -> Field:
    """A title of a register without the day that a label behind it tells: `Corporate Risk Register Last updated: 3 May 2031`."""
    match = _TELLS_DAY.search(title.text)
    if match is None or not NAMES_REGISTER.search(title.text[: match.start()]):
        return title
    text = title.text[: match.start()].rstrip(" ,–-|(")
    count = len(text.split())
    return replace(title, text=text, words=title.words[:count], breaks=())


def paragraph_field(paragraph: Paragraph) -> Field:
    return Field(paragraph.text, paragraph.all_words)


def _is_no_title(paragraph: Paragraph, section: Section) -> bool:
    """Whether a heading names one risk, or heads the matrix or the key that explains the scores."""
    return bool(_EXPLAINS.match(paragraph.text)) or _names_one_risk(paragraph, section)


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


def labelled(section: Section, field: str) -> Field | None:
    """What stands beside `Title of report` or `Date` on the first page: in a table of labels, or in a line."""
    labels = {fold(row["printed"]) for row in rows("report_labels") if row["canonical"] == field}
    for block in section.whole or section.blocks:
        if isinstance(block, Table) and block.first_page == section.paper.first_page:
            for cell in block.cells:
                beside = block.at(cell.row, cell.last_column + 1) if fold(cell.text.rstrip(": ")) in labels else None
                if beside is not None and beside.text and beside.column_span + cell.column_span >= block.columns - 1:
                    return cell_field(beside, block.method)
        elif isinstance(block, Paragraph) and block.page == section.paper.first_page:
            match = LABELLED.match(block.text)
            if match is not None and fold(match["label"]) in labels:
                behind = block.words[len(match["label"].split()) :]
                behind = behind[1:] if behind and behind[0].text == ":" else behind
                return Field(match["value"], behind, confidence=0.95)
    return None


@cache
def _of_parts() -> frozenset[str]:
    """The folded headings of a report's parts: none is a paper's title."""
    return frozenset(fold(row["printed"]) for row in rows("report_headings"))


def whole_text(section: Section) -> list[Paragraph]:
    return [b for b in section.whole or section.blocks if isinstance(b, Paragraph)]


def near_top(paragraphs: Sequence[Paragraph]) -> Iterable[Paragraph]:
    return paragraphs[:10]
