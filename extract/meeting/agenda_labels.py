"""What papers go with an item of an agenda, as a line of its own says behind a label: `Attachments: Staff Report (p. 4); Map`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.meeting.pieces import Piece
from extract.meeting.vocabulary import words_of
from extract.wording import fold
from models.record import Field

_LABEL = re.compile(r"(?P<label>[A-Z][A-Za-z()]+(?:\s[A-Za-z()]+)?)\s*:\s*(?=\S)")


def cut_at_labels(piece: Piece) -> list[Piece]:
    """A piece, cut before the first of its lines that begins with such a label."""
    if ":" not in piece.text or piece.cells:
        return [piece]
    for a, b in piece.lines:
        if b > a > 0 and _end_of_label(piece.text[piece.spans[a][0] :]):
            return [piece.part(0, a), piece.part(a, len(piece.words))]
    return [piece]


def without_papers(pieces: Sequence[Piece]) -> tuple[list[Piece], Field | None]:
    """The pieces under a title without those behind such a label, and what these name."""
    ends = [_end_of_label(piece.text) if ":" in piece.text else 0 for piece in pieces]
    if not any(ends):
        return list(pieces), None
    named = [piece.field(end) for piece, end in zip(pieces, ends, strict=True) if end]
    text = "; ".join(field.text for field in named)
    whole = replace(named[0], text=text, words=tuple(w for field in named for w in field.words))
    return [piece for piece, end in zip(pieces, ends, strict=True) if not end], whole


def _end_of_label(text: str) -> int:
    match = _LABEL.match(text)
    return match.end() if match and fold(match["label"]) in words_of("agenda_words", "papers") else 0
