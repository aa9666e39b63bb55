"""Votes counted by letters, as clerks of US cities print them: `(Y-5)`, `(Y-4; N-1, Smith)`, `Y-3, N-1, A-1`.

And lines that count what stood against each other: `Motion by Councillor Orr - 13 votes`, `Amendment - 5`.
"""

from __future__ import annotations

import re

from models.late import late

_WHO = r"[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,2}"
_NAMES = rf"(?:[\s,:(]+(?P<%s_names>{_WHO}(?:(?:,\s*|\s+and\s+|,\s+and\s+){_WHO})*)\)?(?=\s*[;.)\],]|\s*$))?"
_SIDE = r"(?:[;,]\s*|\s+)(?:%s)\s?[-–=:]\s?(?P<%s>\d{1,2})\b" + _NAMES
TALLY = late(
    r"[(\[]?\bY(?:eas?|es)?\s?[-–=]\s?(?P<votes_for>\d{1,2})\b"
    + _NAMES % "votes_for"
    + rf"(?:{_SIDE % ('N(?:ays?|oes|o)?', 'votes_against', 'votes_against')})?"
    + rf"(?:{_SIDE % ('A(?:bstain(?:ed|ing)?|bst)?', 'abstentions', 'abstentions')})?"
    + rf"(?:{_SIDE % ('Ab(?:sent)?', 'absent', 'absent')})?"
    + r"\s*[)\]]?"
)
_OPENS = re.compile(r"\bY(?:eas?|es)?\s?[-–=]\s?\d")
SIDES = ("votes_for", "votes_against", "abstentions", "absent")


def tally_in(text: str, start: int = 0) -> re.Match[str] | None:
    """The first tally of a text from a place on; its groups are the sides, and those who took them (`votes_against_names`)."""
    return TALLY.search(text, start) if _OPENS.search(text, start) is not None else None


_STOOD = late(
    r"(?:votes?\s+(?:cast\s+)?)?(?:for\s+)?(?:the\s+)?(?P<what>motion|amendment|abstentions?|abstained)"
    r"(?:\s+\(?(?:moved\s+)?(?:by|of|from)\s+[^\d:–—]{2,50}?)?[\s:=.…–—-]*(?<=[\s:=.…–—-])\(?(?P<count>\d{1,3})\)?(?:\s+votes?)?\W*$",
    re.IGNORECASE,
)
# `Votes for: 6; against: 0; abstentions: 1 (Orr)`, at the head of a line
LINED = re.compile(
    r"Votes?\s+(?:for|in favou?r)\s*[:=–-]\s*(?P<votes_for>\d{1,3})\b[\s;,.]+(?:votes?\s+)?against\s*[:=–-]\s*(?P<votes_against>\d{1,3})\b"
    r"(?:\s*\((?P<votes_against_names>[^()\d]+)\))?"
    r"(?:[\s;,.]+(?:abstentions?|abstain(?:ed|ing)?)\s*[:=–-]\s*(?P<abstentions>\d{1,3})\b(?:\s*\((?P<abstentions_names>[^()\d]+)\))?)?",
    re.IGNORECASE,
)


def line_of_counts(text: str) -> re.Match[str] | None:
    """The sides and their counts of a line that begins with them; its groups are as those of a tally."""
    return LINED.match(text)


VOTES = frozenset({"Vote", "VOTE", "vote"})  # how such a line begins
_BEGINS = frozenset("aAfFmMtTvV")
LONGEST = 90  # characters of such a line


def tally_of(text: str) -> re.Match[str] | None:
    """What a line counts that holds nothing else: those for a motion, for an amendment, or who abstained (`what`, `count`)."""
    if text[:1] not in _BEGINS or len(text) > LONGEST:
        return None
    return _STOOD.match(text)
