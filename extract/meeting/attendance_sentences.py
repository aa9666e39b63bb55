"""Who was there, told in sentences: `The meeting was attended by A Smith (Chair), B Jones and C Brown.`"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.meeting.attendance_meant import away
from extract.meeting.attendance_prose import FINITE
from extract.meeting.attendee import Attendee, make_attendee
from extract.meeting.name_spans import Range
from extract.meeting.offices import each_ones
from extract.meeting.person_parts import Person
from extract.meeting.persons import persons_of_list
from extract.meeting.pieces import Piece
from extract.meeting.resolved import sentence_end
from extract.meeting.surnames import bare_surnames, post_and_surname
from extract.wording import fold

_WHO = (
    r"(?:members|councillors|governors|trustees|directors|commissioners|supervisors|alder(?:men|persons)|persons|people"
    r"|officers|staff|guests|those|following)"
)
_OF = r"(?:board|council|committee|commission|panel|authority)"  # `Board members present were …`
_OPENS = re.compile(
    rf"(?:(?P<beside>also\s+(?:in\s+attendance|present|attending|joining|there)\s+(?:was|were)|in\s+attendance\s+(?:was|were)"
    rf"|(?:the\s+meeting|it)\s+was\s+also\s+attended\s+by|(?:other\s+)?(?:officers|staff|guests)\s+(?:present|in\s+attendance"
    rf"|attending)\s+(?:(?:virtually|remotely|online|by\s+phone|via\s+\w+)\s+)?(?:was|were))"
    rf"|(?:the\s+meeting|it)\s+was\s+attended\s+by|there\s+(?:was|were)\s+present|present\s+(?:was|were)"
    rf"|(?:(?:the|those)\s+)?(?:following\s+)?(?:{_OF}\s+)?(?P<who>{_WHO})\s+(?:present|attending|in\s+attendance)\s+(?:was|were)"
    rf"|(?:the\s+)?following\s+(?:{_WHO}\s+)?(?:was|were)\s+(?:present|in\s+attendance)|those\s+attending\s+(?:was|were))"
    rf"\s*:?\s*(?:the\s+following\s*:?\s*)?",
    re.IGNORECASE,
)
# `Directors present virtually via Zoom: Ames, Bolt.`, `Trustees absent: Cray.`, in a paragraph that tells more than that
_LABELLED = re.compile(
    rf"(?:(?:and\s+)?(?P<whose>(?:(?:{_OF}|voting|non-voting|other|district|town|city|county|school)\s+)?{_WHO}|also)\s+)?"
    r"(?P<how>present|attending|participating|in\s+attendance|absent|excused|not\s+present)"
    r"(?:\s+(?:in\s+person|virtually|remotely|on-?line|electronically|(?:by|via|over|through)\s+(?:[\w-]+\s?){1,2}))*"
    r"\s*(?P<colon>:)\s*",
    re.IGNORECASE,
)
# `The Clerk, Mrs A Orr, and a member of the public were also present.`
_CLOSES = re.compile(
    r"\s(?:(?:was|were)\s+(?:also\s+(?:present|in\s+attendance|there)|in\s+attendance)"
    r"|(?:also\s+)?attended\s+(?:for|from|until|the\s+meeting|(?:agenda\s+)?items?))\b",
    re.IGNORECASE,
)
_AWAY = frozenset({"absent", "not present"})
_BESIDE = re.compile(r"also|officers|staff|guests", re.IGNORECASE)
_AGAIN = re.compile(r",?\s+and\s+(?:also\s+)?by\s+(?:the\s+)?|;\s+and\s+", re.IGNORECASE)
_ANY = frozenset({"members", "councillors"})  # what all are, or a title
_FEWEST = 2  # people: one name behind such words may be the subject of something else
_SAYS = re.compile(r"\b(?:present|attend\w*|absent)\b", re.IGNORECASE)  # one of these stands in each


def told_present(pieces: Sequence[Piece]) -> Iterator[Attendee]:
    """The people of sentences that open with who attended; those `also` there were there beside the members."""
    for piece in pieces:
        place = 0 if _SAYS.search(piece.text) else len(piece.text)
        while place < len(piece.text):
            end = sentence_end(piece.text, place)
            match = _OPENS.match(piece.text, place)
            labelled = _LABELLED.match(piece.text, place) if match is None and ":" in piece.text else None
            if match is not None:
                yield from _named(piece, match, end)
            elif labelled is not None:
                yield from _under_label(piece, labelled, end)
            elif (closes := _CLOSES.search(piece.text, place, end)) is not None:
                yield from _before(piece, place, closes)
            place = end + 1


def told_beside(pieces: Sequence[Piece], listed: Sequence[Attendee]) -> list[Attendee]:
    """The people whom sentences say to be there beside those of lists; members only where no list has any."""
    told = list(told_present(pieces))
    if not told:
        return []
    known = {a.fields["person"].text for a in listed}
    members = any(a.status == "present" for a in listed)
    told = [a for a in told if a.fields["person"].text not in known]
    away(told)
    return [a for a in told if not (members and a.status == "present")]


def _named(piece: Piece, match: re.Match[str], end: int) -> list[Attendee]:
    status = "in_attendance" if match["beside"] else "present"
    heading = piece.field(*match.span())
    cuts = [m.span() for m in _AGAIN.finditer(piece.text, match.end(), end)]
    starts = [match.end(), *(b for _, b in cuts)]
    stops = [*(a for a, _ in cuts), end]
    people = [p for a, b in zip(starts, stops, strict=True) for p in persons_of_list(piece.text, a, b)]
    enough = len(people) >= _FEWEST or (match["beside"] and people)
    who = match["who"] and each_ones(match["who"]) if status == "present" else None
    if who and fold(match["who"]) not in _ANY:  # `Those Commissioners present were …`
        at = Range(*match.span("who"))
        people = [p if p.role is not None else replace(p, role=at, role_text=who) for p in people]
    return [make_attendee(piece, p, status, heading) for p in people] if enough else []


def _before(piece: Piece, start: int, match: re.Match[str]) -> list[Attendee]:
    """The people with whom a sentence begins that says that they were there as well."""
    people = persons_of_list(piece.text, start, match.start())
    if not people or FINITE.search(piece.text, start, match.start()):
        return []
    first = min([people[0].name.start, *([people[0].role.start] if people[0].role else [])])
    heading = piece.field(*match.span())
    begun = piece.text[start:first].strip().casefold() in {"", "the"}
    return [make_attendee(piece, p, "in_attendance", heading) for p in people] if begun else []


def _under_label(piece: Piece, match: re.Match[str], end: int) -> Iterator[Attendee]:
    """The people of a sentence behind `Directors present:`; surnames alone name people there."""
    how, whose = match["how"].casefold(), match["whose"] or ""
    beside = how == "in attendance" or _BESIDE.match(whose) is not None
    status = "apologies" if how == "excused" else "absent" if how in _AWAY else "in_attendance" if beside else "present"
    heading = piece.field(*match.span())
    people = [Person(name, sure=0.85) for name in bare_surnames(piece.text, match.end(), end)]
    inside = match.start() > 0 and not people  # `Absent: Director Orr` on a line of its own is of a vote
    held = post_and_surname(piece.text, match.end(), end) if inside else None
    people = [Person(held[1], role=held[0], sure=0.85)] if held is not None else people
    for person in people or persons_of_list(piece.text, match.end(), end):
        yield make_attendee(piece, person, status, heading)
