"""Numbers of minutes in a column of their own: `CFA/23/41` beside the heading that it numbers, which is read after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.meeting.letters import BEFORE, BEHIND, BETWEEN
from extract.meeting.pieces import Piece

# Of several parts, one of them a number: what the reader of markers takes for none.
_REFERENCE = re.compile(
    rf"{BEFORE}?\d{{1,4}}(?:[./-]{BETWEEN}?\d{{1,4}})+{BEHIND}?[a-z]?[.:]?|[A-Z]{{1,6}}[-/. ]?\d{{1,4}}[a-z]?[.:]?"
)
SLACK = 3.0  # points: a number stands no higher or lower than what it numbers


def with_numbers_beside(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces; a reference alone, with a text right of it on its line, is that text's marker."""
    found = list(pieces)
    alone = [i for i, p in enumerate(found[:-1]) if p.words and not p.words[1:]]  # a word each
    for i in reversed([i for i in alone if _REFERENCE.fullmatch(found[i].text) and _beside(found[i], found[i + 1])]):
        number, piece = found[i : i + 2]
        found[i : i + 2] = [
            replace(piece, marker=number.text, marker_words=number.words, level=piece.level or number.level)
        ]
    return found


def _beside(number: Piece, piece: Piece) -> bool:
    plain = (p.marker is None and p.label is None and p.table is None and not p.cells for p in (number, piece))
    if not all(plain) or not number.words or not piece.words:
        return False
    first, last = piece.words[0], number.words[-1]
    return first.page == last.page and abs(first.top - last.top) < SLACK and first.x0 > last.x1
