"""What stands under headings that tell of decisions: an item called `Decisions`, or `Decision of the Lead Member for Homes` in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.meeting.pieces import Piece
from extract.meeting.ranges import Used
from extract.meeting.resolved import Resolution

DECISIONS = re.compile(r"(?:key |summary of )?decisions?(?: made| taken| agreed)?\s*:?", re.IGNORECASE)  # of headings
_OF_WHOM = re.compile(r"(?:The )?[Dd]ecisions? (?:of|by|taken by) (?:the )?[A-Z][^.;:]{3,70}:?")


def decides_under(pieces: Sequence[Piece], i: int) -> bool:
    """Whether a piece is a heading that says who decided, over plain text: what was decided."""
    piece = pieces[i]
    if not piece.bold or not piece.text[:12].casefold().count("decision") or i + 1 == len(pieces):
        return False
    plain = not (pieces[i + 1].bold or pieces[i + 1].cells or pieces[i + 1].starts_row)
    return plain and _OF_WHOM.fullmatch(piece.text) is not None


def listed_decisions(pieces: Sequence[Piece], used: Used) -> list[Resolution]:
    """The entries of an item that is called `Decisions`, as notes of a meeting may end; [] where it is no list alone."""
    if not pieces or any(p.marker is None or p.cells or not used.is_free(i) for i, p in enumerate(pieces)):
        return []
    for i in range(len(pieces)):
        used.add(i)
    return [Resolution([(i, 0, len(p.text))], lead_in="agreed", confidence=0.78) for i, p in enumerate(pieces)]
