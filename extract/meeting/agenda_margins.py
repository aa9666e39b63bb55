"""Times of an agenda that stand in its margin, before the numbers of its items: `6:05 PM   3.  PROCLAMATIONS`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.meeting.pieces import Piece
from models.record import Field

TIME = re.compile(r"\d{1,2}[:.]\d{2}(?:\s?(?:[ap]\.?m\b\.?|hrs))?(?=\s|$)", re.IGNORECASE)
_DIGITS = frozenset("0123456789")
FEWEST = 3
LEVEL = 4.0  # points: they begin at one edge
APART = 0.5  # times the size of type: so much white sets a time apart from what follows


def without_times(pieces: Sequence[Piece]) -> tuple[list[Piece], list[int], dict[int, Field]]:
    """The pieces without the times in the margin, of each where it stood, and the times by these places; none where they are few.

    In the row of a table the time has come behind the number: `10.  9:10 PM` before the title.
    """
    found = {i: count for i, piece in enumerate(pieces) if piece.text[:1] in _DIGITS and (count := _time_before(piece))}
    edge = min((pieces[i].words[0].x0 for i in found), default=0.0)
    found = {i: count for i, count in found.items() if pieces[i].words[0].x0 - edge < LEVEL}
    if len(found) < FEWEST:
        return list(pieces), list(range(len(pieces))), {}
    kept: list[Piece] = []
    places: list[int] = []
    number: Piece | None = None
    for i, piece in enumerate(pieces):
        count = found.get(i, 0)
        if count == len(piece.words) > 0:
            number = piece
            continue
        bare = piece.part(count, len(piece.words)) if count else piece
        if number is not None:
            bare = replace(bare, marker=number.marker, marker_words=number.marker_words, table=None)
        kept.append(bare)
        places.append(i if number is None else i - 1)
        number = None
    return kept, places, {i: pieces[i].field(0, pieces[i].spans[count - 1][1]) for i, count in found.items()}


def _time_before(piece: Piece) -> int:
    """How many words at the head of a piece are a time that white sets apart from its words, or that stands alone; 0: none."""
    if piece.cells:
        return 0
    match = TIME.match(piece.text)
    count = sum(b <= match.end() for _, b in piece.spans) if match else 0
    if count == len(piece.words) and piece.marker_words:
        return count if piece.words and piece.words[0].x0 < piece.marker_words[0].x0 else 0
    if not 0 < count < len(piece.words) or piece.marker:
        return 0
    last, after = piece.words[count - 1], piece.words[count]
    apart = after.x0 - last.x1 > APART * after.font.size and abs(after.bottom - last.bottom) < after.font.size
    return count if apart else 0
