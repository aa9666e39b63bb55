"""Where the business of a meeting ends in print, and lines about its end, its signature or its log of actions begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.meeting.attendance_lists import cells_of
from extract.meeting.chains import LARGER
from extract.meeting.headings import Heading
from extract.meeting.log_columns import TITLE as LOG_TITLE
from extract.meeting.log_columns import log_columns
from extract.meeting.names import has_role
from extract.meeting.opening import CLOSING, is_chair
from extract.meeting.persons import persons_of_line
from extract.meeting.pieces import Piece
from extract.meeting.when import ended_in, told_at

_MOVED = re.compile(r"(?:that|to)\b|.{0,20}\b(?:moved|motion)\b", re.IGNORECASE)  # `That the meeting adjourn at 8 pm`
LAST_LINES = 3  # of a paper: who signs stands in one of them
_OF_END = re.compile(
    r"^end|\b(?:clos(?:e|ing|ed|ure)|adjourn\w*|conclusion|termination|end of)\b", re.IGNORECASE
)  # of headings
_NEXT = re.compile(r"the next (?:\w+ ){0,3}?meeting (?:is|will be|takes place|will take place)\b", re.IGNORECASE)
_OF_DATES = re.compile(r"\b(?:meetings?|dates?|calendar|programme|schedule)\b", re.IGNORECASE)  # of headings
LONG_TITLE = 140  # characters of the title of a log of actions
ALIKE = 0.3  # points between two sizes of type that are one
LOG_NEAR = 6  # pieces: how far below it its table begins


def closing(pieces: Sequence[Piece], headings: Sequence[Heading]) -> int:
    """Where the lines after the business begin: who signed, and when the meeting ended."""
    start = headings[-1].stop if headings else 0
    if headings and headings[-1].cut == 0:
        start += 1  # the first text under a heading is the item's own, be it `The meeting closed at …`
    tabled = 0 < start <= len(pieces) and pieces[start - 1].table is not None  # the first text of the last item
    for i in range(start, len(pieces)):
        if (
            (tabled and pieces[i].table is None)  # below the table that holds the items
            or (pieces[i].level is not None and _opens_part(pieces, i, headings))
            or _signature(pieces, i)
            or _opens_log(pieces, i)
            or _says_next(pieces[i], headings, pieces)
            or CLOSING.match(pieces[i].text)
            or (ended_in(told_at(pieces[i]).text) and len(pieces[i].text) < 160 and not _MOVED.match(pieces[i].text))
        ):
            return i
    for i in range(max(start - 1, 0), start):
        if i < len(pieces) and CLOSING.match(pieces[i].text) and not _OF_END.search(_heading_text(pieces, headings)):
            return i
    return len(pieces)


def _opens_part(pieces: Sequence[Piece], i: int, headings: Sequence[Heading]) -> bool:
    """Whether a heading parts the paper as one before the first item does (`Attendees`, `Discussion`): in larger type than the
    items' numbered ones."""
    piece, first = pieces[i], headings[0].index if headings else 0
    if piece.marker or not first or any(h.number is None or not h.words for h in headings):
        return False
    if piece.size < LARGER * max(pieces[h.words[0]].size for h in headings):
        return False
    return any(
        p.level is not None and p.bold == piece.bold and abs(p.size - piece.size) < ALIKE for p in pieces[:first]
    )


def _says_next(piece: Piece, headings: Sequence[Heading], pieces: Sequence[Piece]) -> bool:
    """Whether a line below an item that is about other things says when the body meets again."""
    return (
        piece.marker is None and bool(_NEXT.match(piece.text)) and not _OF_DATES.search(_heading_text(pieces, headings))
    )


def _opens_log(pieces: Sequence[Piece], i: int) -> bool:
    """Whether a heading stands over a log of actions that is printed behind the minutes."""
    piece = pieces[i]
    headed = (piece.bold or piece.level is not None) and len(piece.text) < LONG_TITLE and LOG_TITLE.search(piece.text)
    tables = (p.table for p in pieces[i + 1 : i + LOG_NEAR] if p.cells and p.table is not None)
    return bool(headed) and any(log_columns(t)[1] > 0 for t in tables)


def _signature(pieces: Sequence[Piece], i: int) -> bool:
    """Whether one of the last lines is the name of the one who signs: `A SMITH, Convener`."""
    if i < len(pieces) - LAST_LINES:
        return False
    if _signed_beside(pieces[i : i + 2]):
        return True
    person = persons_of_line(pieces[i].text) if len(pieces[i].text) < 60 else None
    return person is not None and person.role is not None and is_chair(person.role.of(pieces[i].text))


def _signed_beside(pieces: Sequence[Piece]) -> bool:
    """Whether several who sign stand side by side, each with a post behind the name or below it."""
    if pieces[0].cells or pieces[0].marker or not pieces[0].words:
        return False
    rows = [[" ".join(w.text for w in cell) for cell in row] for piece in pieces for row in cells_of(piece)]
    names = [persons_of_line(text) for text in rows[0]]
    if len(names) < 2 or not all(names):
        return False
    beside = all(p is not None and p.role is not None for p in names)
    return beside or (len(rows) > 1 and len(rows[1]) == len(names) and all(map(has_role, rows[1])))


def _heading_text(pieces: Sequence[Piece], headings: Sequence[Heading]) -> str:
    return " ".join(pieces[i].text for i in headings[-1].words) if headings else ""
