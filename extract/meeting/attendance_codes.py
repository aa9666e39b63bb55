"""Codes behind names in lists without rules: `Tom Orr    A`, who sent apologies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.meeting.attendee import Attendee
from extract.meeting.pieces import Piece
from extract.meeting.vocabulary import vocabulary
from models.page import Word

WIDE = 1.2  # times the size of type: so much white parts a code from the name
LONGEST = 2  # letters of a code
FEWEST = 2  # codes in the lists of a meeting


def without_codes(pieces: Sequence[Piece]) -> tuple[list[Piece], dict[int, tuple[str, Word]]]:
    """The pieces without the codes behind names of one line each; of each such piece, what its code says and the code."""
    held = {i: word for i, p in enumerate(pieces) if " " in p.text[-3:-1] and (word := _code(p)) is not None}
    kept = held if len(held) >= FEWEST else {}
    known = vocabulary("attendance_codes")
    found = [p.part(0, len(p.words) - 1) if i in kept else p for i, p in enumerate(pieces)]
    return found, {i: (known[word.text.casefold()], word) for i, word in kept.items()}


def told_by_code(people: Sequence[Attendee], code: tuple[str, Word] | None) -> None:
    """Gives the people of a line the status that its code says."""
    if code is None:
        return
    status, word = code
    for attendee in people:
        told = attendee.fields["status"]
        attendee.status = status
        attendee.fields["status"] = replace(told, text=word.text, words=(word,), note=status)


def _code(piece: Piece) -> Word | None:
    """The last word of a line, where it is a code far behind the others."""
    if len(piece.lines) != 1 or len(piece.words) < 3 or piece.cells or piece.table is not None or piece.bold:
        return None
    before, last = piece.words[-2:]
    if len(last.text) > LONGEST or not last.text.isupper() or last.x0 - before.x1 < WIDE * last.font.size:
        return None
    return last if last.text.casefold() in vocabulary("attendance_codes") else None
