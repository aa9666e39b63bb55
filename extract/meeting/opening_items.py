"""Items of minutes that stand between the lists of people and the numbered items, and bear no number: `Opening Prayer`."""

from __future__ import annotations

from collections.abc import Sequence

from extract.meeting.attendance_prose import is_prose
from extract.meeting.headings import Heading
from extract.meeting.leading_items import set_alike
from extract.meeting.minutes_signs import attendance_heading
from extract.meeting.pieces import Piece
from extract.meeting.run_ins import is_usual

LONGEST = 8  # words of a title that is not known for a usual item's


def with_opening(pieces: Sequence[Piece], headings: list[Heading]) -> list[Heading]:
    """The headings, and before numbered ones those set as they are over a text, below the lists of people."""
    if not headings or headings[0].number is None or not headings[0].words:
        return headings
    first = headings[0].index
    listed = max((i for i in range(first) if attendance_heading(pieces[i]) is not None), default=None)
    if listed is None:
        return headings
    title = pieces[headings[0].words[0]]
    before = [i for i in range(listed + 1, first - 1) if _heads(pieces[i], pieces[i + 1], title)]
    return [*(Heading(i, i + 1, None, (i,), score=0.8) for i in before), *headings]


def _heads(piece: Piece, below: Piece, title: Piece) -> bool:
    """Whether a line is a title set as another, and a text of its own stands below it."""
    if piece.marker or piece.label is not None or piece.cells or below.label is not None or below.bold or below.cells:
        return False
    if not set_alike(piece, title) or piece.level != title.level:
        return False
    return is_usual(piece.text) or (len(piece.text.split()) <= LONGEST and is_prose(below))
