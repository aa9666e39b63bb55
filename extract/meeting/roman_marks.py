"""Items numbered `I.`, `V.` and `X.` among `II.`, `IV.` and the like: such letters alone could be initials of a name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.meeting.pieces import Piece

_ALONE = re.compile(r"(?P<mark>[IVX]\.)\s+\S")
_BESIDE = {"I.": {"II."}, "V.": {"IV.", "VI."}, "X.": {"IX.", "XI."}}  # one of these numbers another item
SAME_EDGE = 14.0  # points: Roman numbers may be set flush right


def with_roman_marks(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, letters at their heads as numbers where the number before or behind one numbers another piece."""
    marks = {p.marker: p for p in pieces if p.marker is not None and p.marker in _MARKS}
    return [_marked(p, marks) for p in pieces] if marks else list(pieces)


_MARKS = frozenset(mark for marks in _BESIDE.values() for mark in marks)


def _marked(piece: Piece, marks: Mapping[str, Piece]) -> Piece:
    if piece.marker is not None or piece.cells or piece.text[:1] not in "IVX":
        return piece
    match = _ALONE.match(piece.text)
    if match is None or len(piece.words) < 2 or piece.words[0].text != match["mark"]:
        return piece
    known = [marks[m] for m in _BESIDE[match["mark"]] if m in marks]
    if not any(abs(k.left - piece.left) < SAME_EDGE for k in known):
        return piece
    return replace(piece.part(1, len(piece.words)), marker=match["mark"], marker_words=piece.words[:1])
