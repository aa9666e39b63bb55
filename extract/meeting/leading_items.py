"""Items of an agenda that stand before the numbered ones and bear no number: `Apologies for absence` over `1. Minutes`."""

from __future__ import annotations

from collections.abc import Sequence

from extract.meeting.headings import Heading
from extract.meeting.pieces import Piece
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold

SAME_SIZE = 0.6  # points


def with_leading(pieces: Sequence[Piece], headings: list[Heading]) -> list[Heading]:
    """The headings, and before them usual items of meetings that are set as their titles are."""
    if not headings or not headings[0].words:
        return headings
    first = pieces[headings[0].words[0]]
    usual = vocabulary("usual_items")
    before = [
        i
        for i in range(headings[0].index)
        if pieces[i].marker is None and fold(pieces[i].text) in usual and _set_alike(pieces[i], first)
    ]
    return [*(Heading(i, i + 1, None, (i,), score=0.8) for i in before), *headings]


def _set_alike(piece: Piece, title: Piece) -> bool:
    return (
        (piece.bold or piece.upper)
        and piece.bold == (title.bold or bool(title.bold_head))
        and piece.upper == title.upper
        and abs(piece.size - title.size) < SAME_SIZE
    )
