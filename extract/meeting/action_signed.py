"""Actions signed on a line of their own below them, without a colon: `Action SH`, `Action CB, JH – by next meeting`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.meeting.action import Action
from extract.meeting.action_ends import last_sentence
from extract.meeting.action_marks import SIGNED_BY
from extract.meeting.action_parts import WHEN
from extract.meeting.pieces import Piece
from extract.meeting.ranges import Used

_SIGNED = re.compile(
    rf"[\[(]?(?:ACTION|Action)S?s?\s+(?:(?:by|for|BY|FOR)\s+)?(?P<owner>{SIGNED_BY}(?:\s*,\s*[A-Z]{{2,4}}|\s+and\s+[A-Z]{{2,4}})*)"
    r"(?:\s*[–—,(-]\s*(?P<due>[^:]{3,40}?))?\W*"
)


def signed_below(pieces: Sequence[Piece], i: int, used: Used) -> Action | None:
    """The action that the paragraph above ends with, where piece `i` says who is to act, and by when, and nothing else."""
    piece = pieces[i]
    match = _SIGNED.fullmatch(piece.text) if piece.text.startswith(("Action", "ACTION", "(", "[")) else None
    if match is None or i == 0 or piece.marker or (match["due"] and not WHEN.fullmatch(match["due"])):
        return None
    above = i - 1
    text = pieces[above].text
    if not text or pieces[above].cells or (pieces[above].bold and not piece.bold):
        return None
    start = 0
    if used.is_free(above):
        start = last_sentence(text, 0, len(text))
        used.add(above, start, len(text))
    used.add(i)
    due = piece.field(*match.span("due")) if match["due"] else None
    return Action([(above, start, len(text))], piece.field(*match.span("owner")), due, piece.words, 0.85)
