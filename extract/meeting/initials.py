"""Initials told from the name that they are those of."""

from __future__ import annotations

import re

from extract.meeting.name_spans import Range
from extract.meeting.names import has_role, title_end
from extract.meeting.vocabulary import words_of

INITIALS = re.compile(r"\(?([A-Z][A-Za-z]{0,3}[A-Z][a-z]{0,2})\)?")
AHEAD = re.compile(r"[(\[](?P<own>[A-Z][A-Za-z]{0,3}[A-Z][a-z]{0,2})[)\]]\s*[:–—-]?\s*(?=[A-Z])")  # before the name
_BEHIND = re.compile(r"\s*[(\[]([A-Z][A-Za-z]{0,3}[A-Z][a-z]{0,2})[)\]]")
_LETTERS = re.compile(r"[^\W\d_]+")
_TAIL = re.compile(r"[A-Z][a-z]+$")
# Before a post, these are no given names: `Deputy Dean (DD)`.
_OF_POST = re.compile(
    r"(?:School|Head|Chief|Deputy|Associate|Assistant|Vice|Pro|Acting|Interim|Senior|Lead|Executive|Police|Parish|Church|Special|Area|Game"
    r"|Park|Traffic|Community|Fire|Health|Business|Digital|Climate|Safety|Equality|Honorary|Lay|Area|Sub|Under|Shop|Club)\b"
)


def is_initials_of(text: str, name: str) -> bool:
    """Whether a text is nothing but the initials of a name, in brackets or not."""
    match = INITIALS.fullmatch(text.strip())
    return match is not None and fits(match[1], name)


def fits(initials: str, name: str) -> bool:
    """Whether initials can be those of a name: `KO` of Kieron O'Hara, `JTe` of Jeni Tennison."""
    words = _LETTERS.findall(name[title_end(name) :])
    # `AMcK` of Ann McKay: a capital within a name is one of its letters too
    letters = [c.casefold() for w in words for i, c in enumerate(w) if i == 0 or (c.isupper() and not w.isupper())]
    tail = _TAIL.search(initials)  # told apart from another's: `JAb` of Joy Abara
    spelt = ".*".join(tail.group().casefold()) if tail is not None else ""
    if spelt and not any(re.match(spelt, w.casefold()) for w in words[1:]):
        return False
    capitals = [c.casefold() for c in initials if c.isupper()]
    return len(capitals) >= 2 and bool(letters) and capitals[0] == letters[0] and capitals[-1] in letters[1:]


def named_by_initials(text: str, span: Range) -> bool:
    """Whether two words are a name by the initials in brackets behind them, though the surname is a post too: `Ada Cook (AC)`."""
    words = span.of(text).split()
    if len(words) != 2 or words[1].casefold() not in words_of("person_words", "surname"):
        return False
    behind = _BEHIND.match(text, span.end)
    given = words[0][:1].isupper() and words[0].isalpha() and not has_role(words[0]) and not _OF_POST.match(words[0])
    return behind is not None and given and fits(behind[1], span.of(text))
