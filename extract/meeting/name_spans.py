"""Stretches of a text that names people: trimmed, and what follows a name cut into its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Range:
    """A stretch of a text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


def trim(text: str, start: int, end: int) -> Range:
    """A stretch without blanks and stray punctuation at its ends."""
    while start < end and (text[start].isspace() or text[start] in ",;:–—-.•*✓✔√#†"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—-*" or _full_stop(text, start, end)):
        end -= 1
    return Range(start, end)


def _full_stop(text: str, start: int, end: int) -> bool:
    """A stop that ends the sentence, not an initial or a shortened word."""
    return text[end - 1] == "." and not re.search(r"(?:^|[\s.])[A-Z]\.$|\b(?:Jr|Sr|Esq|Inc)\.$", text[start:end])


def parts_behind(text: str, rest: Range) -> Iterator[Range]:
    """What follows a name, cut at brackets, dashes and commas: each part a role, a body or honours."""
    place = rest.start
    depth = 0
    for i in range(rest.start, rest.end + 1):
        at_end = i == rest.end
        character = "" if at_end else text[i]
        if character in "([":
            depth += 1
            if depth == 1:
                yield trim(text, place, i)
                place = i + 1
        elif character in ")]" and depth:
            depth -= 1
            if depth == 0:
                yield trim(text, place, i)
                place = i + 1
        elif at_end or (depth == 0 and (character in ",;–—" or (character == "-" and _loose(text, i, rest)))):
            yield trim(text, place, i)
            place = i + 1


def _loose(text: str, place: int, rest: Range) -> bool:
    """A hyphen with white on one side at least is a dash."""
    return place == rest.start or text[place - 1].isspace() or (place + 1 < rest.end and text[place + 1].isspace())
