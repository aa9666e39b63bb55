"""Who was against a motion or abstained, told beside its result: `CARRIED 4-0, Orr abstaining`, `OPPOSED: Directors Orr and Lake`."""

from __future__ import annotations

import re

from extract.meeting.pieces import Piece
from extract.meeting.rolls import RollCall, column_of
from extract.meeting.side_lines import NAME, are_names
from models.late import late

_NAMES = rf"{NAME}(?:(?:,\s+(?:and\s+)?|\s+and\s+|\s*&\s*){NAME}){{0,8}}"
_BEHIND = late(
    rf"[\s,;:.(\d/–—-]*(?:with\s+)?(?P<who>{_NAMES})\s+(?:(?:having\s+)?(?:voted|voting)\s+)?"
    r"(?P<side>abstain(?:ed|ing|s)|opposed|opposing|dissenting|against|no|nay)\b"
)
_LINE = late(
    rf"(?P<side>(?i:opposed|against|dissenting|abstain(?:ed|ing)|abstentions?))\s*[:–-]\s*(?P<who>{_NAMES})\W*$"
)
OPPOSES = frozenset("oadOAD")  # letters that such a line begins with


def dissent_behind(piece: Piece, i: int, place: int) -> RollCall | None:
    """The side that is named right behind a result, which ends at a place in a text."""
    match = _BEHIND.match(piece.text, place) if len(piece.text) > place + 8 else None
    return _told(match, i) if match is not None else None


def dissent_below(piece: Piece, i: int) -> RollCall | None:
    """The side that a line of its own names."""
    if piece.cells:
        return None
    match = _LINE.match(piece.text)
    return _told(match, i) if match is not None and are_names(match["who"]) else None


def _told(match: re.Match[str], i: int) -> RollCall:
    start, end = match.span("who")
    return RollCall(i, match.start(), i + 1, match.end(), names={column_of(match["side"]): [(i, start, end)]})
