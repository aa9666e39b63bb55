"""Headings without numbers in two levels: groups (`DELEGATIONS:`, `REPORTS`) with nothing of their own over the items that are minuted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from extract.meeting.attendance_headings import heading_of
from extract.meeting.heading_looks import heading_look
from extract.meeting.headings import Heading
from extract.meeting.movers import movers_in
from extract.meeting.pieces import Piece
from extract.meeting.resolved_marks import is_mark

HEADING = 2.0  # what a heading looks like at least
FEWEST_GROUPS = 2  # headings of the upper level
FEWEST = 3  # headings of the lower level
LED = 0.8  # share of them that stand over text
UNLIKE = 0.7  # share of them that differ: what is printed under each item alike (`Discussion`) is a label
LONGEST = 24  # words

Style = tuple[bool, bool, int]


def with_groups(pieces: Sequence[Piece], headings: Sequence[Heading]) -> list[Heading]:
    """The headings, and those of the lower level; what stands over one of these at once is a group, no item."""
    if len(headings) < FEWEST_GROUPS or any(h.number is not None or h.cut or h.item is not None for h in headings):
        return list(headings)
    heads = {h.index for h in headings}
    lower = _lower(pieces, heads)
    below = set(lower)
    upper = [replace(h, group=h.index + 1 in below) for h in headings]
    return sorted([*upper, *(Heading(i, i + 1, None, (i,), score=0.7) for i in lower)], key=lambda h: h.index)


def _lower(pieces: Sequence[Piece], heads: set[int]) -> list[int]:
    """The headings of the lower level; none unless one of them stands right below a heading."""
    starts = [i + 1 for i in heads if i + 2 < len(pieces) and i + 1 not in heads and _is_heading(pieces[i + 1])]
    styles = {_style(pieces[i]) for i in starts}
    members: dict[Style, list[int]] = defaultdict(list)
    for i in range(min(heads) + 1, len(pieces) - 1) if styles else ():
        if i not in heads and _style(pieces[i]) in styles and _is_heading(pieces[i]):
            members[_style(pieces[i])].append(i)
    found = max(members.values(), key=len, default=[])
    over = heads.union(found)
    led = sum(i + 1 not in over for i in found)
    texts = {pieces[i].text for i in found}
    enough = len(found) >= FEWEST and led >= LED * len(found) and len(texts) >= UNLIKE * len(found)
    return found if enough else []


def _style(piece: Piece) -> Style:
    return piece.bold, piece.upper, round(piece.size * 2)


def _is_heading(piece: Piece) -> bool:
    if piece.marker is not None or piece.label is not None or piece.aside or len(piece.text.split()) > LONGEST:
        return False
    told = is_mark(piece) or heading_of(piece) is not None
    return heading_look(piece) >= HEADING and not told and next(movers_in(piece.text), None) is None
