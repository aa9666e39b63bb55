"""Headings of attendance that run on into their lists without a mark between: `Present Cllr A Smith (Chair), Cllr B Jones`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from extract.meeting.attendance_prose import FINITE
from extract.meeting.names import has_role, title_end
from extract.meeting.offices import PLURAL, SHARED
from extract.meeting.persons import persons_of_list
from extract.meeting.pieces import Piece
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold

LONGEST = 6  # words of a heading
# Without bold type only these words make the first words of a line a heading: `Clerk Ann Lee` is no list.
_TELLS = re.compile(r"\b(?:present|attend\w*|apolog\w+|absen\w+|regrets)\b", re.IGNORECASE)
_WORD = re.compile(r"\S+")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@cache
def beginnings() -> frozenset[str]:
    """The first five letters of all headings, as they may be printed: few texts need to be looked at for one."""
    heads = [text[:5] for text in vocabulary("attendance_headings")]
    return frozenset(form for head in heads for form in (head.capitalize(), head.upper()))


def run_in(piece: Piece) -> tuple[str, int] | None:
    """The status that a heading at the head of its own list gives, and where the heading ends; None where names do not follow it.

    `Also present were A Smith …` is a sentence.
    """
    if piece.marker is not None or piece.table is not None:
        return None
    text = piece.text
    end = piece.bold_head
    if not 0 < end < len(text):
        end = 0 if _TELLS.search(text[:60]) is None else _plain_head(text)
    if not end or text[:end].endswith((" were", " was")):
        return None
    status = vocabulary("attendance_headings").get(fold(text[:end]))
    return (status, end) if status is not None and _lists(text, end) else None


def _plain_head(text: str) -> int:
    """Where the longest known heading at the head of a text ends; 0 where none stands there."""
    known = vocabulary("attendance_headings")
    ends = [m.end() for m, _ in zip(_WORD.finditer(text), range(LONGEST), strict=False)]
    return next((e for e in reversed(ends) if e < len(text) and _TELLS.search(text[:e]) and fold(text[:e]) in known), 0)


def _lists(text: str, start: int) -> bool:
    """Whether people follow right behind a heading, and no sentence."""
    while start < len(text) and text[start].isspace():
        start += 1
    if not text[start : start + 1].isupper() or FINITE.search(_BRACKETS.sub("", text[start:])):
        return False
    people = persons_of_list(text, start)
    if not people:
        return False
    before = text[start : people[0].name.start]
    return not before or fold(before) in SHARED | PLURAL.keys() or title_end(before) == len(before) or has_role(before)


def parted(pieces: Sequence[Piece]) -> tuple[list[Piece], list[int]]:
    """The pieces, cut where a line of one is a heading and nothing else; and of each, which of the pieces it comes from."""
    found: list[Piece] = []
    origins: list[int] = []
    for i, piece in enumerate(pieces):
        parts = _parts(piece) if len(piece.lines) > 1 and piece.table is None else [piece]
        found.extend(parts)
        origins.extend([i] * len(parts))
    return found, origins


def _parts(piece: Piece) -> list[Piece]:
    known = vocabulary("attendance_headings")
    cuts: list[int] = []
    for (a, b), (start, end) in zip([x for x in piece.lines if x[1] > x[0]], piece.line_spans, strict=True):
        line = piece.text[start:end]
        if b - a <= LONGEST and fold(line.rstrip(" :")) in known and (_TELLS.search(line) or line.endswith(":")):
            cuts.extend((a, b))
    edges = sorted({0, *cuts, len(piece.words)})
    return [piece.part(a, b) for a, b in pairwise(edges)] if cuts else [piece]
