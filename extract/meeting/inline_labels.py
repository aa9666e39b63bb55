"""Lists printed in a line: `That Council: 1. notes …; 2. asks …; and 3. writes …`, `(i) …; (ii) …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BRACKETED = re.compile(r"(?:(?<=\s)|^)\((?P<label>[a-z]|[ivx]{1,5}|\d{1,2})\)\s")
_BARE = re.compile(r"(?:(?<=\s)|^)(?P<label>[a-z]|[ivx]{1,5}|\d{1,2})[.)]\s")
_ENDS = re.compile(r"(?:[:;,.–—-]|\b(?:and|or|that|to))\s*$", re.IGNORECASE)  # what stands before a label of a list
_FIRST = frozenset({"a", "i", "1"})
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi")
LEAD = 60  # characters: what stands before the first label says who resolves


def follows(last: str, label: str) -> bool:
    """Whether a label is the next after another: 3 after 2, iv after iii, d after c."""
    if last.isdecimal() and label.isdecimal():
        return int(label) == int(last) + 1
    if last in _ROMANS[:-1] and label == _ROMANS[_ROMANS.index(last) + 1]:
        return True
    return len(last) == len(label) == 1 and last.isalpha() and ord(label) == ord(last) + 1


def labels_in(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The labels of a list that stands in a line from `start` on, in order; [] where there is none.

    The first stands near the start, each is the next of the one before, and what is before it has come to an end.
    """
    for pattern in (_BRACKETED, _BARE):
        found: list[re.Match[str]] = []
        for match in _near(pattern, text, start, end):
            fits = follows(found[-1]["label"], match["label"]) if found else match["label"] in _FIRST
            bracketed = pattern is _BRACKETED
            before = text[start : match.start()].strip()
            if fits and (bracketed or not before or _ENDS.search(before)):
                found.append(match)
        if found:
            return found
    return []


def _near(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    first = pattern.search(text, start, end)
    if first is not None and first.start() - start < LEAD:
        yield from pattern.finditer(text, first.start(), end)
