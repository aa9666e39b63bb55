"""Papers that hold the minutes of several meetings, one after the other: where each begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.meeting.headings import ITEM
from extract.meeting.minutes_signs import NEAR, attendance_heading, titled
from extract.meeting.pieces import Piece
from extract.meeting.when import CLOCK, DATE
from models.late import late

MASTHEAD = 10  # pieces: the members may stand in the masthead, over the title
_YEAR = re.compile(r"\d{4}\b|[/.]\d\d\b")
# What a heading may say beside the day: `Meeting held on 4 June 2031 at 10 am`, `Meeting 7 – 4 June 2031`
_BESIDE = late(
    rf"(?:(?:weekly|monthly|team)\s+)?(?:(?:meeting|notes|minutes)\s*(?:no\.?\s*|#)?\d{{0,3}})?\s*(?:[:,|–-]|(?:held\s+)?on)?"
    rf"|[\s,|–-]*(?:at\s+)?{CLOCK}(?:\s*(?:-|–|to)\s*{CLOCK})?",
    re.IGNORECASE,
)


def beginnings(pieces: Sequence[Piece]) -> list[int]:
    """The pieces with which meetings begin, the first among them."""
    starts = [0]
    for i in range(MASTHEAD, len(pieces)):
        if _begins(pieces, i, starts[-1]):
            starts.append(i)
    return starts


def _begins(pieces: Sequence[Piece], i: int, start: int) -> bool:
    """Whether another meeting's minutes begin here: a title or a day as a heading, soon followed by who was present.

    `start` is where the meeting before began: its own list stands above.
    """
    piece = pieces[i]
    if not (piece.bold or piece.upper or piece.level) or not (_is_day(piece) or titled(piece)):
        return False
    if ITEM.match(pieces[min(i + 1, len(pieces) - 1)].text):
        return False
    return _lists_present(pieces[i + 1 : i + NEAR]) and _lists_present(pieces[start:i])


def _is_day(piece: Piece) -> bool:
    """Whether a heading says no more than when a meeting was: `Tuesday 4 June 2031`."""
    day = DATE.search(piece.text) if piece.marker is None and not piece.cells and _YEAR.search(piece.text) else None
    if day is None:
        return False
    before, behind = piece.text[: day.start()].strip(), piece.text[day.end() :].strip(" .:")
    return _BESIDE.fullmatch(before) is not None and _BESIDE.fullmatch(behind) is not None


def _lists_present(pieces: Sequence[Piece]) -> bool:
    return any((h := attendance_heading(p)) is not None and h[0] == "present" for p in pieces)
