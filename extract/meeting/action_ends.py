"""Actions that only their owner, at the end of a paragraph or below it, tells from what was said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.meeting.action import Action
from extract.meeting.action_marks import SIGNED_BY
from extract.meeting.action_words import looks_like_owner
from extract.meeting.pieces import Piece
from extract.meeting.ranges import Used
from extract.meeting.resolved import SENTENCE

INSIDE = re.compile(
    r"[\[(]?\b(?:ACTION|Action)(?: (?:point|Point))?(?:\s+\d+)?\s*[:–—]\s*(?P<owner>[A-Z][\w’'/&,.\s-]{0,60}?)"
    r"(?:[,;]?\s*(?:\(?(?:[Dd]ue|[Bb]y)\b:?\s*(?P<due>[^)\]]{3,40}))\)?)?[\])]?\s*[.;]?\s*$"
)
# `… through the year. Action CB, JH`: without a colon only initials behind a sentence sign it
_SIGNED = re.compile(
    rf"(?<=[.!?)])\s+[\[(]?(?:ACTION|Action)\s+(?P<owner>{SIGNED_BY}(?:\s*,\s*[A-Z]{{2,4}}|\s+and\s+[A-Z]{{2,4}})*)"
    r"(?:\s*[,–—-]?\s*\b[Bb]y\b:?\s*(?P<due>[^)\]:]{3,40}?))?[\])]?\s*[.;]?\s*$"
)
HANGING = re.compile(r"(?<=[.!?)])\s+[\[(]?(?:ACTION|Action)\s*[:–—]\s*$")
_LABEL = re.compile(r"(?:RESOLVED|AGREED|DECISION|NOTED|Resolved|Agreed)\s*[:–—-]\s*")
SHORT = 60  # characters of an owner on a line of its own


def owner_at_end(text: str) -> re.Match[str] | None:
    """`… ACTION: JB` at the end of a text."""
    inside = INSIDE.search(text) or (_SIGNED.search(text) if "ction" in text or "ACTION" in text else None)
    return inside if inside is not None and looks_like_owner(inside["owner"]) else None


def owner_below(pieces: Sequence[Piece], i: int, used: Used) -> Action | None:
    """A paragraph that ends `… Action:` over a line of its own with who is to act, as where bold type wraps."""
    piece, below = pieces[i], pieces[i + 1] if i + 1 < len(pieces) else None
    match = HANGING.search(piece.text)
    if match is None or below is None or below.marker or len(below.text) > SHORT or not looks_like_owner(below.text):
        return None
    start = last_sentence(piece.text, 0, match.start())
    used.add(i, start, len(piece.text))
    used.add(i + 1)
    return Action(
        [(i, start, match.start())], below.field(), None, piece.words_in(match.start(), len(piece.text)), 0.75
    )


def at_end(piece: Piece, i: int, inside: re.Match[str], used: Used) -> Action:
    """A paragraph that ends `… ACTION: JB`: its last sentence is the action."""
    free = used.free(i)
    begin = free[-1][0] if free else 0
    start = last_sentence(piece.text, begin, inside.start())
    used.add(i, start, len(piece.text))
    label = _LABEL.match(piece.text, start, inside.start())
    start = label.end() if label else start
    due = piece.field(inside.start("due"), inside.end("due")) if inside["due"] else None
    owner = piece.field(inside.start("owner"), inside.end("owner"))
    return Action([(i, start, inside.start())], owner, due, piece.words_in(inside.start(), len(piece.text)), 0.8)


def last_sentence(text: str, start: int, end: int) -> int:
    place = start
    for match in SENTENCE.finditer(text, start, end):
        if text[match.end() : end].strip(" ([-–"):
            place = match.end()
    return place
