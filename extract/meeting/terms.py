"""Terms over their values, as lists on web pages are printed: `Chair` in bold, and set in below it who that was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extract.meeting.pieces import Piece
from extract.meeting.vocabulary import words_of
from extract.wording import fold

HEAD = 30  # pieces, in which such lists stand
SET_IN = 8.0  # points that a value stands further in than its term
LONGEST = 80  # characters of a value


def with_terms(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces; a value set in below a term that names who led the meeting has the term as its label."""
    found: list[Piece] = []
    for i, piece in enumerate(pieces):
        if found and i < HEAD and _is_term(found[-1]) and _is_value(found[-1], piece):
            term = found.pop()
            piece = replace(piece, label=term.text, label_words=term.words)
        found.append(piece)
    return found


@cache
def _terms() -> frozenset[str]:
    return words_of("meeting_facts", "chair")


def _is_term(piece: Piece) -> bool:
    emphatic = (piece.bold or piece.level is not None) and piece.marker is None and piece.label is None
    return emphatic and not piece.cells and fold(piece.text.rstrip(" :")) in _terms()


def _is_value(term: Piece, piece: Piece) -> bool:
    plain = bool(piece.text) and not piece.bold and piece.label is None and piece.table is None
    return plain and piece.page == term.page and piece.left > term.left + SET_IN and len(piece.text) <= LONGEST
