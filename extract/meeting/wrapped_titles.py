"""Titles of meetings that run over lines set as paragraphs of their own: `… HELD ON 14` over `MARCH 2024 AT THE OLD MILL`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.meeting.pieces import Piece, piece_of_words
from extract.meeting.when import DAYS, MONTH
from models.late import late

NEAR = 12  # pieces: the masthead
LONGEST = 200  # characters of a line that is a title's
SOLID = 1.9  # times the size of type: the lines of one title stand no further apart
_WORDS = r"meeting|minutes|minute|notes|held"
_OPEN = late(
    rf"\b(?:{_WORDS})\b.*(?:\b(?:held|on|at|of|the|in|and|from|via|by|{DAYS}|{MONTH}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|,"
    r"|\bon\s+(?:the\s+)?(?:\w{6,9}day,?\s+)?\d{1,2}(?:st|nd|rd|th)?)$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}")


def whole_titles(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, the lines of a title that ends in the middle of what it says put together."""
    found: list[Piece] = []
    for i, piece in enumerate(pieces):
        before = found[-1] if found and i < NEAR else None
        if before is not None and _is_line(before) and _OPEN.search(before.text) and _goes_on(before, piece):
            lines = [list(p.words[a:b]) for p in (before, piece.unmarked()) for a, b in p.lines]
            joined = piece_of_words([w for line in lines for w in line], lines)
            found[-1] = replace(joined, level=before.level, centred=before.centred)
        else:
            found.append(piece)
    return found


def _is_line(piece: Piece) -> bool:
    return piece.label is None and piece.table is None and piece.marker is None and len(piece.text) < LONGEST


def _goes_on(before: Piece, piece: Piece) -> bool:
    """Whether a piece is the next line of a title: in the same type, right below it."""
    marked = piece.marker is not None and _YEAR.match(piece.marker) is None
    if piece.label is not None or piece.table is not None or marked or not piece.words or piece.page != before.page:
        return False
    same = piece.bold == before.bold and abs(piece.size - before.size) < 0.6
    return same and 0 < piece.words[0].top - before.words[-1].top < SOLID * before.size
