"""The head of a report: whose it is, what it is called, for which meeting, by whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.families.report_labels import (
    LABEL,
    Front,
    asks,
    front_sheet,
    label_of,
    labelled,
    more_senders,
    read_grid,
    read_sheet,
)
from extract.letter_marks import without_marks
from extract.letterheads import names_body, names_in_lines
from extract.meeting.pieces import piece_of_paragraph
from extract.paragraphs import make_paragraph
from extract.section import DATE
from models.geometry import box_around
from models.page import Word
from models.record import Field
from models.section import Block, Line, Paragraph
from models.table import Table

LONGEST_FRONT = 14  # blocks
MASTHEAD_GAP = 1.1  # times the size of type: so much white parts the pieces of a masthead's line
LONGEST_STAMP = 60  # characters of a line above the title that says what a paper is for
PROSE = 220  # characters from which a paragraph is no line of a report's head
_MEETING = re.compile(
    r"\s*[,–-]?\s*\b(?:(?:(?:public|private|open|closed|ordinary|extraordinary)\s+)?(?:meeting|session)"
    r"(?:\s+(?:held\s+)?in\s+(?:public|private))?(?:\s+(?:held\s+)?on)?\W*"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)?|(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\W*$",
    re.IGNORECASE,
)
_KIND = re.compile(r"(?:ordinary|extraordinary|special|regular)\s+(?:council|board|court|committee)", re.IGNORECASE)
_AROUND_DATE = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|meeting|held|date|dated|board|on|of|the|at)\b", re.IGNORECASE
)
_APPENDIX = re.compile(r"^(?:appendix|annex|enclosure|agenda item|item|paper)\b[\s\w.:()–-]{0,12}$", re.IGNORECASE)


def read_front(blocks: Sequence[Block], first_heading: int, title: Paragraph | None = None) -> Front:
    """The head of a report: its blocks before the first heading of its text (`first_heading`, a place in `blocks`).

    `title` is the paper's, where another family has read it already and it is none of `blocks`.
    """
    front = Front()
    head = blocks[: min(first_heading, LONGEST_FRONT)]
    sheets = any(isinstance(b, Table) and front_sheet(b) for b in head)
    lines = [b for b in head if isinstance(b, Paragraph) and not ((m := LABEL.match(b.text)) and asks(m))]
    read_grid(front, lines, fewest=1 if sheets else 2)
    sender: Paragraph | None = None
    for block in head:
        if isinstance(block, Table):
            read_sheet(front, block)
        elif isinstance(block, Paragraph) and id(block) not in front.used:
            if sender is not None and more_senders(front, sender, block):
                continue
            labelled(front, block)
            sender = block if id(block) in front.used and label_of(block) == "sender" else None
    free = [b for b in head if isinstance(b, Paragraph) and id(b) not in front.used and len(b.text) < PROSE]
    for whole, parts in names_in_lines(free):
        _organisation_or_date(front, whole)
        front.used.update(id(p) for p in parts if id(whole) in front.used)
    free = [p for p in free if id(p) not in front.used]
    for paragraph in [part for p in free for part in _parts_of_line(p)]:
        _organisation_or_date(front, paragraph)
    if front.addressed is not None:
        front.put("organisation", front.addressed)
    if front.sender is not None:
        front.put("presented_by" if "authors" in front.fields else "authors", front.sender)
    if front.sponsor is not None:
        front.put("presented_by", front.sponsor)
    free = [p for p in free if id(p) not in front.used]
    if "title" not in front.fields and title is not None:
        front.put("title", Field(title.text, title.words, confidence=0.86))
    elif "title" not in front.fields:
        _title(front, free, blocks)
    over = _over_title(front, free)
    for paragraph in free:
        if id(paragraph) not in front.used and (id(paragraph) in over or _APPENDIX.match(paragraph.text)):
            front.used.add(id(paragraph))
            front.other.extend(paragraph.all_words)
    return front


def _over_title(front: Front, free: Sequence[Paragraph]) -> set[int]:
    """The short lines above the title that say what kind of paper it is, and which: `For decision     Paper 3`."""
    title = front.fields.get("title")
    if title is None or not title.words:
        return set()
    page, top = title.words[0].page, title.words[0].top
    above = (p for p in free if p.page == page and p.lines[-1].bottom <= top + 1 and p.marker is None)
    return {id(p) for p in above if len(p.text) < LONGEST_STAMP and not p.text.rstrip().endswith((".", ":"))}


def _parts_of_line(paragraph: Paragraph) -> list[Paragraph]:
    """A masthead's line in its parts: `UNIVERSITY COURT     19 March 2025     Paper C24/37`, `Board | 3 May 2024`.

    Of several lines it is the first in which the name of a body and a date stand apart: a timetable of meetings.
    """
    if paragraph.marker:
        return [paragraph]
    for line in paragraph.lines:
        if len(paragraph.lines) > 1 and not DATE.search(line.text):
            continue
        parts = _runs(line)
        dated = [part for part in parts if DATE.search(part.text)]
        if len(parts) > 1 and dated and (len(paragraph.lines) == 1 or (len(parts) == 2 and names_body(parts[0].text))):
            return parts
    return [paragraph]


def _runs(line: Line) -> list[Paragraph]:
    runs: list[list[Word]] = [[]]
    for word in line.words:
        if runs[-1] and word.x0 - runs[-1][-1].x1 > MASTHEAD_GAP * word.font.size:
            runs.append([])
        if word.text in {"|", "•", "·"}:
            runs.append([])
        else:
            runs[-1].append(word)
    return [make_paragraph([Line(tuple(run), line.page, *box_around(run))]) for run in runs if run]


def _organisation_or_date(front: Front, paragraph: Paragraph) -> None:
    """A line that names a body, a line that is a date, or both in one."""
    piece = piece_of_paragraph(paragraph)
    date = DATE.search(paragraph.text)
    rest = paragraph.text
    if date:
        rest = (paragraph.text[: date.start()] + paragraph.text[date.end() :]).strip(" ,–-")
        if not _AROUND_DATE.sub("", rest).strip(" ,:–-"):
            front.put("meeting_date", piece.field(date.start(), date.end()))
            _use(front, paragraph)
            return
    body = _MEETING.sub("", rest).strip(" ,–-")
    if not names_body(body) or _KIND.fullmatch(body):
        return
    if date:
        front.put("meeting_date", piece.field(date.start(), date.end()))
    if "organisation" not in front.fields:
        start = paragraph.text.find(body)
        if start >= 0:
            front.put("organisation", piece.field(start, start + len(body), 0.92))
    elif not date and (not (paragraph.bold or paragraph.upper) or paragraph.size > _size(front.fields["organisation"])):
        return  # a line of text, or a title, that happens to name a body; a committee under its council is neither
    _use(front, paragraph)


def running_date(heads: Sequence[Paragraph]) -> Field | None:
    """The date of the meeting as the running header prints it: alone, or behind the name of a body or a meeting."""
    for paragraph in heads:
        date = DATE.search(paragraph.text)
        if date is None:
            continue
        rest = (paragraph.text[: date.start()] + paragraph.text[date.end() :]).strip(" ,–-|")
        body = _MEETING.sub("", rest).strip(" ,–-")
        if not _AROUND_DATE.sub("", rest).strip(" ,:–-") or body != rest or names_body(body):
            return piece_of_paragraph(paragraph).field(date.start(), date.end(), 0.85)
    return None


def running_meeting(feet: Sequence[Paragraph]) -> dict[str, Field]:
    """Body and date of the meeting, where a running footer is nothing else: `Harbour Executive – 2nd November 2031`."""
    for paragraph in feet:
        date = DATE.search(paragraph.text)
        body = paragraph.text[: date.start()].strip(" ,–-|") if date is not None else ""
        if date is not None and date.end() == len(paragraph.text) and body[:1].isupper() and names_body(body):
            piece = piece_of_paragraph(paragraph)
            return {
                "organisation": piece.field(0, len(body.split(" | ")[0]), 0.8),
                "meeting_date": piece.field(date.start(), date.end(), 0.85),
            }
    return {}


def _size(field: Field) -> float:
    return max((w.font.size for w in field.words), default=0.0) + 0.6


def _use(front: Front, paragraph: Paragraph) -> None:
    front.used.add(id(paragraph))
    held = {w for f in front.fields.values() for w in f.words}
    front.other.extend(w for w in paragraph.all_words if w not in held)


def _title(front: Front, free: Sequence[Paragraph], blocks: Sequence[Block]) -> None:
    """The line of the head that stands out most; a line of the same look right below it belongs to it."""
    heads = [p for p in free if not _APPENDIX.match(p.text) and any(c.isalpha() for c in p.text)]
    heads = [p for p in heads if p.heading_level is not None or p.bold or p.upper] or heads
    heads = list(without_marks(heads, (b for b in blocks[:LONGEST_FRONT] if isinstance(b, Paragraph))))
    if not heads:
        return
    over = _over_sender(front, blocks)
    title = max(heads, key=lambda p: (round(p.size), p.bold, p is over, p.heading_level is not None, -p.top))
    parts = [title]
    place = next(i for i, b in enumerate(blocks) if b is title)
    for following in blocks[place + 1 : place + 3]:
        if not isinstance(following, Paragraph) or not _goes_on(parts[-1], following):
            break
        parts.append(following)
    words = tuple(w for i, p in enumerate(parts) for w in (p.all_words if i else p.words))
    text = " ".join(" ".join(w.text for w in p.all_words) if i and p.marker else p.text for i, p in enumerate(parts))
    sure = 0.92 if title.heading_level is not None and len(heads) == 1 else 0.86
    front.put("title", Field(text, words, confidence=sure))
    front.used.update(id(p) for p in parts)


def _over_sender(front: Front, blocks: Sequence[Block]) -> Block | None:
    """What stands right above the line `Report of the Director …`: of lines that look alike it is the title."""
    named = front.sender.words[:1] if front.sender is not None else ()
    for over, block in pairwise(blocks[:LONGEST_FRONT]):
        if named and isinstance(block, Paragraph) and named[0] in block.words:
            return over
    return None


def _goes_on(title: Paragraph, following: Paragraph) -> bool:
    """Whether a line is the rest of a title: same type, right below, and it does not begin anew."""
    same = abs(following.size - title.size) < 0.6 and following.bold == title.bold
    below = 0 < following.top - title.lines[-1].top < 2.2 * title.size and following.page == title.page
    dash = bool(following.marker_words) and following.marker_words[0].text in "–—-"
    return (
        same
        and below
        and (dash or following.text[:1].islower() or title.text.endswith((":", "–", "-", ",", "and", "of")))
    )
