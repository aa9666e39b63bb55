"""Lists whose letters stand without a stop before a wide space: `it was resolved to:` over `A   Note …` and `B   Approve …`.

They may have been read as the rows of a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.meeting.pieces import Piece, piece_of_words

WIDE = 0.9  # times the size of type: so much white parts a letter from its text
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def with_lettered_lists(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces; below a colon the letters from A on, each before a text, are the markers of these."""
    found = list(pieces)
    i = 1
    while i < len(found):
        stop = _end(found, i) if found[i - 1].text[-1:] == ":" else i
        for n in range(i, stop):
            found[n] = _labelled(found[n])
        i = max(stop, i) + 1
    return found


def _end(pieces: Sequence[Piece], i: int) -> int:
    """The piece after the list that begins with piece `i`; `i` where none does."""
    stop = i
    while stop < len(pieces) and stop - i < len(LETTERS) and _letter(pieces[stop]) == LETTERS[stop - i]:
        stop += 1
    return stop


def _letter(piece: Piece) -> str | None:
    """The letter that a piece begins with; None of other pieces."""
    if piece.cells:
        first, rest = piece.cells[0], piece.cells[1:]
        held = len(first.text) == 1 and first.column == 0 and len(rest) == 1 and rest[0].text[:1].isupper()
        return first.text if held else None
    if piece.marker or piece.label is not None or len(piece.words) < 2 or len(piece.words[0].text) != 1:
        return None
    letter, word = piece.words[:2]
    wide = word.x0 - letter.x1 > WIDE * letter.font.size
    return letter.text if wide and word.text[:1].isupper() else None


def _labelled(piece: Piece) -> Piece:
    if piece.cells:
        letter, told = piece.cells[:2]
        made = piece_of_words(told.words)
        return replace(made, marker=letter.text, marker_words=letter.words)
    number = piece.words[:1]
    return replace(piece.part(1, len(piece.words)), marker=number[0].text, marker_words=number, aside=piece.aside)
