"""Whether a text is the name of a body, and whether it names one or says only what kind it is."""

from __future__ import annotations

import re
from functools import cache

from extract.meeting.vocabulary import vocabulary
from extract.vocabularies import rows
from extract.wording import fold

# fmt: off
_GENERIC = frozenset({
    "the", "parish", "town", "city", "county", "district", "borough", "community", "council", "board",
    "panel", "committee", "trustees", "governors", "governing", "body", "trust", "full", "annual",
    "authority", "commission", "corporation", "partnership", "forum", "assembly", "cabinet",
})
# fmt: on

_LONGEST_TEAM = 8  # words
# `Councillor A Smith   Anyshire Council`; `For the attention of the Board`
_NO_BODY = re.compile(
    r"(?i:for|to|by|from|at|in)\s|(?:Councillors?|Cllrs?|Aldermen|Alderman|Crs?|Mr|Mrs|Ms|Miss|Dr)\.?\s+[A-Z]"
)
OPEN_END = frozenset(["of", "and", "for", "the", "in", "on", "at", "with"])  # a name that goes on in the next line
# `Officials’ Group on Openness`, not `Report from the Committee on Finance`, nor `Council on Monday`
_ABOUT = re.compile(
    r"(?:(?:[A-Z&][\w’'-]*|and|of|for)\s+){0,8}(?P<kind>[A-Z]\w+)\s+(?:on|ON)\s+(?:(?:the|THE)\s+)?(?!\w{3,6}day\b)[A-Z]"
)
_NUMBERED = re.compile(
    r"\b(?:no\.?|number|#)\s*\d{1,4}\b|(?<=\bdistrict)\s+\d{1,4}\b|(?<=\bregion)\s+\d{1,3}\b", re.IGNORECASE
)


@cache
def _meeting() -> frozenset[str]:
    """Words that name a body only where it is said to have met."""
    return frozenset(row["printed"] for row in rows("bodies_of_meetings"))


def names_body(text: str) -> bool:
    """Whether a text is the name of a body: few words, one of them (the last, or before `of`) a word for a body."""
    if _NO_BODY.match(text) or fold(text) in vocabulary("usual_items"):
        return False
    text = _NUMBERED.sub(" ", re.sub(r"\s*\([^()]*\)\s*$", "", text))
    words = re.findall(r"[a-z]+", fold(text))
    if not 1 <= len(words) <= 12 or any(c.isdecimal() for c in text) or words[-1] in OPEN_END:
        return False
    named = {w for row in rows("bodies") for w in row["printed"].split()[-1:]}
    words[-1] = words[-1] if words[-1] in named else words[-1].removesuffix("s")
    if words[-1] in named or (words[-1] == "meeting" and len(words) > 1 and words[-2] in named):
        return True
    if "of" in words and any(w in named for w in words[: words.index("of")][:3]):
        return True
    if " on " not in text and " ON " not in text:  # as nearly everywhere
        return False
    return (about := _ABOUT.match(text)) is not None and about["kind"].casefold() in named


def may_meet(text: str) -> bool:
    """Whether a text names who met where a title says that somebody did: a body, or a team, a network, a working party."""
    if names_body(text):
        return True
    words = fold(text).split()
    own = _meeting()
    named = 1 < len(words) <= _LONGEST_TEAM and not any(c.isdecimal() for c in text) and not _NO_BODY.match(text)
    return named and (words[-1] in own or " ".join(words[-2:]) in own)


def names_one(text: str) -> bool:
    """Whether a text names a body, and not with general words alone."""
    return names_body(text) and not is_general(text)


def is_general(body: str) -> bool:
    """Whether all words are those of many bodies: `the Parish Council`."""
    return all(w.casefold() in _GENERIC for w in re.findall(r"[\w’'-]+", body))
