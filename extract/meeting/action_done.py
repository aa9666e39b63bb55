"""`Action:` over what a board did: `Action: Adopted Resolution 24-3.`, or the answer to a `Recommendation:` right above it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.meeting.action_labels import labelled_parts
from extract.meeting.pieces import Piece
from extract.meeting.vocabulary import words_of
from extract.wording import fold

_ADVICE = re.compile(r"(?:Staff |Officer |Committee |Board )?Recommend(?:ation|ed [Aa]ction)s?\s*[:–—-]", re.IGNORECASE)
_HOW = re.compile(r"(?:Unanimously|Duly|Motion|The (?:Board|Council|Committee|Commission))\s+", re.IGNORECASE)
# What is still to be done: `Approved minutes to be sent to the clerk`
_AHEAD = re.compile(r"\b(?:to be|will|shall|must|should)\b|[A-Z]{2,4}\s+to\s+[a-z]")
_PAST = frozenset({"chose", "took", "gave", "made", "held", "sent", "set", "heard", "put", "left", "let", "withdrew"})
_WORD = re.compile(r"[A-Za-z]+")


def tells_done(pieces: Sequence[Piece], i: int, start: int) -> bool:
    """Whether the words behind a mark `Action:`, from `start` on, tell what was done, not what somebody is to do."""
    text = pieces[i].text
    if _AHEAD.search(text, start) is not None or labelled_parts(text, start) is not None:
        return False
    how = _HOW.match(text, start)
    first = _WORD.match(text, how.end() if how else start)
    said = fold(first.group()) if first is not None else ""
    if i and _ADVICE.match(pieces[i - 1].text):
        return said.endswith("ed") or said in _PAST
    return said.endswith(("ed", "wn")) and said in words_of("dispositions", "done")
