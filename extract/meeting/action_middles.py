"""Marks of actions within a paragraph: `… in May. Action: A to write. Action: B to call.`"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.meeting.action import Action
from extract.meeting.action_marks import MIDDLE, shut
from extract.meeting.action_words import due_at_end, due_in, owner_in
from extract.meeting.attendance_headings import until
from extract.meeting.pieces import Piece


def up_to_next(pieces: Sequence[Piece], i: int, start: int) -> Sequence[Piece]:
    """The pieces, the one at `i` cut where another mark stands in it: `Action: A to write. Action: B to call.`"""
    after = MIDDLE.search(pieces[i].text, start) if "ction" in pieces[i].text[start:].casefold() else None
    return pieces if after is None else [*pieces[:i], until(pieces[i], after.start()), *pieces[i + 1 :]]


def further(piece: Piece, i: int, start: int) -> list[Action]:
    """The actions behind further marks in a piece, each up to the next."""
    if "ction" not in piece.text[start:].casefold():
        return []
    marks = list(MIDDLE.finditer(piece.text, start))
    ends = [*(m.start() for m in marks[1:]), len(piece.text)]
    return [in_text(until(piece, end), i, mark) for mark, end in zip(marks, ends, strict=False)]


def in_text(piece: Piece, i: int, mark: re.Match[str]) -> Action:
    """`… ACTION: JB to write.`: what follows the mark is the action."""
    end, due = due_at_end(piece, mark.end())
    end = min(end, shut(piece.text, mark))
    owners = owner_in(piece, mark.end(), end)
    taken = piece.words_in(mark.start(), mark.end())
    return Action([(i, mark.end(), end)], owners, due or due_in(piece, mark.end(), end), taken, 0.85)
