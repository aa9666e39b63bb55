"""Running lists that print each post right behind its name, without a comma: `Mr Tom Orr Senate Assessor, Dr Ida Penn Lay Member`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.meeting.name_spans import Range, trim
from extract.meeting.names import has_role, title_end
from extract.meeting.person_parts import Person, with_part
from extract.meeting.vocabulary import words_of
from extract.wording import fold

FEWEST = 2  # people of a list
MOSTLY = 0.6  # share of the entries that print a post so
NAME = 2  # words of a name at least
LONGEST = 4  # words of a name, and of a post
_BETWEEN = re.compile(r"[,;]\s*(?:and\s+)?|\s+(?:and|&)\s+(?=[A-Z])")
_LEAD = re.compile(r"\s*(?:Members|Officers|Others|Governors|Trustees)\s*:\s*")
_NOTE = re.compile(r"\(([^()]*)\)")
_ACRONYM = re.compile(r"[A-Z]{2,5}")


def posts_close(text: str, start: int, end: int) -> list[Person]:
    """The people of such a list, each named with a title; [] of another: most entries must print a post behind the name."""
    if "," not in text[start:end] and ";" not in text[start:end]:
        return []
    lead = _LEAD.match(text, start, end)
    begin = lead.end() if lead else start
    if title_end(text, begin) == begin:
        return []  # most lists: no more is asked of them
    entries: list[Range] = []
    people: list[Person] = []
    posted = 0
    for entry in _entries(text, begin, end):
        person = _person(text, entry)
        posted += person is not None and person.role is not None
        if person is None or posted < len(people) - FEWEST:
            return []
        entries.append(entry)
        people.append(person)
    if posted < max(FEWEST, MOSTLY * len(people)):
        return []
    return [_with_notes(text, p, entry) for p, entry in zip(people, entries, strict=True)]


def _entries(text: str, start: int, end: int) -> Iterator[Range]:
    """The entries of the list, brackets kept whole; what stands between two people is a comma, or `and` before a title."""
    place = start
    for match in _BETWEEN.finditer(text, start, end):
        inside = text.count("(", place, match.start()) > text.count(")", place, match.start())
        if inside or (match.group()[0].isspace() and title_end(text, match.end()) == match.end()):
            continue
        yield trim(text, place, match.start())
        place = match.end()
    last = trim(text, place, end)
    if last.end > last.start:
        yield last


def _with_notes(text: str, person: Person, entry: Range) -> Person:
    """The person with what brackets behind the post say."""
    for note in _NOTE.finditer(text, (person.role or person.name).end, entry.end):
        person = with_part(text, person, Range(*note.span(1)), organisation=False)
    return person


def _person(text: str, entry: Range) -> Person | None:
    """Who an entry names with a title, and the post close behind, which begins with the first word that is one's or leads up to it."""
    first = title_end(text, entry.start)
    if first == entry.start:
        return None
    stop = min(entry.end, *(m.start() for m in _NOTE.finditer(text, first, entry.end)), entry.end)
    words = list(re.finditer(r"\S+", text[first:stop]))
    cut = next((n for n, w in enumerate(words) if n >= NAME and _leads(w.group())), len(words))
    if not NAME <= cut <= LONGEST or len(words) - cut > LONGEST + 1:
        return None
    if not all(w.group()[0].isupper() for w in words[:cut]):
        return None
    person = Person(trim(text, entry.start, first + words[cut - 1].end()))
    if cut < len(words):
        post = trim(text, first + words[cut].start(), stop)
        if not has_role(post.of(text)):
            return None
        person = replace(person, role=post)
    return person if not any(map(str.isalnum, _NOTE.sub("", text[stop : entry.end]))) else None


def _leads(word: str) -> bool:
    """Whether a post may begin with a word: `Assessor`, `Co-opted`, `Senate`, `SRC`."""
    return has_role(word) or _ACRONYM.fullmatch(word) is not None or fold(word) in words_of("person_words", "leads")
