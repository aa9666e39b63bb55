"""Items of minutes that stand between the lists of people and the numbered items, and bear no number: `Opening Prayer`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.meeting.headings import Heading
from extract.meeting.leading_items import with_leading
from extract.meeting.minutes_signs import attendance_heading
from extract.meeting.pieces import Piece


def with_opening(pieces: Sequence[Piece], headings: list[Heading]) -> list[Heading]:
    """The headings, and before numbered ones those of usual items that have a text, below the lists of people."""
    if not headings or headings[0].number is None:
        return headings
    found = with_leading(pieces, headings)
    before = found[: len(found) - len(headings)]
    listed = max((i for i in range(headings[0].index) if attendance_heading(pieces[i]) is not None), default=-1)
    kept = [
        h
        for h, after in pairwise([*before, headings[0]])
        if h.index > listed >= 0 and after.index > h.stop and pieces[h.stop].label is None
    ]
    return [*kept, *headings]
