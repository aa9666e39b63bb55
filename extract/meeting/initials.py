"""Initials told from the name that they are those of."""

from __future__ import annotations

import re

from extract.meeting.names import title_end

INITIALS = re.compile(r"\(?([A-Z][A-Za-z]{0,3}[A-Z][a-z]{0,2})\)?")


def is_initials_of(text: str, name: str) -> bool:
    """Whether a text is nothing but the initials of a name, in brackets or not."""
    match = INITIALS.fullmatch(text.strip())
    return match is not None and fits(match[1], name)


def fits(initials: str, name: str) -> bool:
    """Whether initials can be those of a name: `KO` of Kieron O'Hara, `JTe` of Jeni Tennison."""
    words = re.findall(r"[^\W\d_]+", name[title_end(name) :])
    letters = [w[0].casefold() for w in words]
    tail = re.search(r"[A-Z][a-z]+$", initials)  # told apart from another's: `JAb` of Joy Abara
    spelt = ".*".join(tail.group().casefold()) if tail is not None else ""
    if spelt and not any(re.match(spelt, w.casefold()) for w in words[1:]):
        return False
    capitals = [c.casefold() for c in initials if c.isupper()]
    return len(capitals) >= 2 and bool(letters) and capitals[0] == letters[0] and capitals[-1] in letters[1:]
