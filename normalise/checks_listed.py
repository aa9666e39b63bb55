"""The signs, in who is listed at a meeting, of lines and columns read wrongly: words within names, somebody else within a role.

As in `checks_sense`, a rule tells that a value is to be looked at, not what would be right. What the paper itself writes in small
letters elsewhere is a word and no given name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from models.record import Finding, Record
from normalise.checks_likeness import text_of, told
from normalise.document import Check, Context
from normalise.people import clean_name, kind_of
from normalise.vocabularies import fold, vocabulary

LONGEST_ROLE = 14  # words, beyond which several people stand in it
SENTENCE = 4  # words, from which what ends in a stop is one
SHORTEST_WORD, SHORTEST_BODY = 4, 3  # letters
PROSE = ("text", "heading", "action", "motion")
_SMALL = re.compile(rf"(?<=\s)[a-z]{{{SHORTEST_WORD},}}(?=[\s,;])")  # none of an address
_LETTERS = re.compile(r"(?!(?:II|III|IV|JR|SR)\b)[A-Z]{1,5}")
_TAIL = re.compile(r"\b(?:of|the|and|to|for|with|by|in)$|[,(&/–-]$")
_NO_BODY = re.compile(
    r".*\d|[(\[]|(?:virtual(?:ly)?|remote(?:ly)?|online|in person|by (?:phone|zoom|teams)|via\b.*|left\b.*|until\b.*|from\b.*)$",
    re.IGNORECASE,
)
_INITIALLED = re.compile(r"(?:[A-Z][\w.'’-]*\s){1,4}\([A-Z]{2,4}\)")


def listed_are_people(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """Whoever is listed under words that no person is called by; a role or a body that is, or holds, somebody else."""
    listed = [record for record in records if record.view == "attendance"]
    if not listed:
        return
    prose = " ".join([text_of(record, field) for record in records for field in PROSE if field in record.values])
    words = set(_SMALL.findall(prose)) - vocabulary("names_that_are_words").keys()
    first = {name.split()[0] for record in listed if " " in (name := text_of(record, "person"))}
    for record in listed:
        yield from _of_name(record, words)
        yield from _of_role(record)
        yield from _of_body(record, first)


def _of_name(record: Record, words: set[str]) -> Iterator[Finding]:
    name = text_of(record, "person")
    parts = name.split()
    if len(parts) < 2:
        return
    post = vocabulary("posts").get(fold(parts[-1]))
    if post in {"post", "people"} and len(parts) > 2:
        yield told("a post in a name", record, "person", name, "a name that ends in a post")
        if "role" not in record.values:
            yield Finding("a post in a name", "warning", f"the post of {name!r} is read as a name", record, "role")
    elif parts[0] in {"The", "An"} or kind_of(name) in {"post", "group", "people"}:
        yield told("not a person's name", record, "person", name, "a person's name")
    elif not name.isupper() and len(parts[0].strip(".")) > 1 and _LETTERS.fullmatch(parts[-1]):
        yield told("letters behind a name", record, "person", name, "a name with its letters")
    elif any(part.lower() in words for part in (parts[0], *parts[1:-1])):
        yield told("a word in a name", record, "person", name, "a name, and one of its words is a common one here")


def _of_role(record: Record) -> Iterator[Finding]:
    role = text_of(record, "role")
    parts = role.split()
    if len(parts) > LONGEST_ROLE:
        yield told("several in a role", record, "role", role, "a role as long as a list")
    elif (role.endswith(".") and len(parts) > SENTENCE) or _TAIL.search(role):
        yield told("text seems cut", record, "role", role, "a role")


def _of_body(record: Record, first: set[str]) -> Iterator[Finding]:
    body = text_of(record, "affiliation")
    if not body:
        return
    if _INITIALLED.fullmatch(body) or (" " in body and body.split()[0] in first and clean_name(body) == body):
        yield told("a person read as a role", record, "affiliation", body, "an affiliation, and seems a person")
    elif _NO_BODY.match(body) or sum(map(str.isalpha, body)) < SHORTEST_BODY or kind_of(body) == "post":
        yield told("not a body's name", record, "affiliation", body, "an affiliation")


CHECKS: Sequence[Check] = (listed_are_people,)
