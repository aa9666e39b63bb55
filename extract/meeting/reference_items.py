"""Items told by the reference of their report: `AUD-2014.20   Policy for …` in bold, among headings that have no numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.meeting.attendance_headings import heading_of
from extract.meeting.heading_looks import SET_APART, heading_look
from extract.meeting.headings import Heading, number_of
from extract.meeting.pieces import Piece
from extract.meeting.plain_headings import styled_headings
from extract.meeting.run_ins import is_usual

# The letters of a committee or department, and a number in two parts: the year is one of them
REFERENCE = re.compile(r"[A-Z]{1,6}[-/. ]?\d{1,4}(?:[./-]\d{1,4})+[a-z]?")
LARGER = 0.4  # points of type
FEWEST = 3  # references in one type: fewer may be those of papers that a heading names


def with_references(pieces: Sequence[Piece], headings: Sequence[Heading]) -> list[Heading]:
    """The headings, and among them those behind references, where no heading has a number."""
    if not headings or any(h.number is not None or h.item is not None for h in headings):
        return list(headings)
    inside = {i for h in headings for i in range(h.index, h.stop)}
    found = [
        Heading(i, i + 1, ref, (i,), score=0.85)
        for i in range(headings[0].index + 1, len(pieces))
        if i not in inside and (ref := _reference(pieces[i])) is not None
    ]
    if len(found) < FEWEST or len({round(2 * pieces[h.index].size) for h in found}) > 1:
        return list(headings)
    return sorted([*headings, *found], key=lambda h: h.index)


def over_references(pieces: Sequence[Piece], headings: Sequence[Heading]) -> list[Heading]:
    """The headings; where only references that count on have been found, the larger ones without numbers among which they stand."""
    first = headings[0].number if headings else None
    if first is None or REFERENCE.fullmatch(first) is None:
        return list(headings)
    own = {h.index for h in headings if h.number is not None and REFERENCE.fullmatch(h.number)}
    if len(own) < len(headings):
        return list(headings)
    size = max(pieces[i].size for i in own)
    capitals = all(pieces[i].upper for i in own)
    plain = [i for i in styled_headings(pieces, 0) if i not in own and _reference(pieces[i]) is None]
    over = [i for i in plain if pieces[i].size > size + LARGER or (pieces[i].upper and not capitals)]
    above = [i for i in over if i < min(own)]
    usual = any(
        is_usual(pieces[i].text) and heading_of(pieces[i]) is None for i in above
    )  # not `PRESENT`, `APOLOGIES` alone
    if len(over) < max(FEWEST, len(plain)) or not usual or max(over) < min(own):
        return list(headings)
    return [Heading(i, i + 1, None, (i,), score=0.7) for i in over]


def _reference(piece: Piece) -> str | None:
    """The reference at the head of a title in bold."""
    if not piece.bold or piece.cells or piece.centred or heading_look(piece) < SET_APART:
        return None
    own = number_of(piece)
    told = own is not None and REFERENCE.fullmatch(own[0]) is not None and piece.text[own[1] :].strip() != ""
    return own[0] if own is not None and told else None
