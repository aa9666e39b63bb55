"""People whom sentences name: those who sent apologies, and those who came to present something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.meeting.attendance_column_heads import headed_columns, heads_roles
from extract.meeting.attendance_lists import find_columns, persons_of
from extract.meeting.attendance_meant import codes_are_initials
from extract.meeting.attendee import Attendee, make_attendee
from extract.meeting.names import title_end
from extract.meeting.persons import persons_of_line, persons_of_list
from extract.meeting.pieces import Piece
from extract.meeting.resolved import sentence_end
from models.record import Field

# `Apologies were accepted for Cllr A Smith`, not `for absence`, `for the reasons given`
_FOR = (
    r"(?:accepted|noted|received|recorded|approved|given|tendered|made)\s+for(?!\s+(?:the\s+(?!following)|absences?|non|not|this|today|lateness))"
    r"|for(?=\s+(?:Cllrs?|Councill?ors?|Crs?|Mr|Mrs|Ms|Dr|Trustee|Governor)\b)"
)
_APOLOGY = re.compile(
    r"\bapolog(?:y|ies)\b(?:(?!\b(?:from|on behalf of|by)\b)[^.;:]){0,120}?\b(?:from|on behalf of|submitted by"
    rf"|sent by|tendered by|made by|intimated by|given by|offered by|conveyed by|{_FOR})\b\s*:?\s*(?:the following\s*:?\s*)?",
    re.IGNORECASE,
)


# at the head of an item: `Apologies: Cllr A Smith and B Jones.`
_LED = re.compile(
    r"apologies(?:\s+(?:for\s+absence|received|given|noted|accepted|sent|tendered)){0,2}\s*:\s*", re.IGNORECASE
)


_SENT = re.compile(
    r"^(?P<names>.{3,200}?)\s+(?:had\s+)?(?:sent|gave|given|submitted|tendered|offered)\s+(?:\w+\s+)?apologies\b",
    re.IGNORECASE,
)


_CUT = re.compile(
    r",?\s+(?:who|whose|which|for whom|with|were|was|had|be|is|are|due to|owing to|because|as\b|in whose)\b|\s+[–-]\s+|;"
)


# who came in their place: `from Cllr Orr, Cllr Penn was present as alternate`
_CAME = re.compile(
    r"\s+(?:was|were|had been)\s+(?:also\s+)?(?:present|in attendance|substitut|deputi|attending|represent)"
)
_GUEST = re.compile(r"\b(?:presented|attended|joined|gave|spoke|addressed|was (?:also )?(?:present|in attendance))\b")


def guests_in(pieces: Sequence[Piece]) -> list[Attendee]:
    """People whom a sentence before the first item brings in: `The auditor, A Smith, Firm LLP, presented …`."""
    found: list[Attendee] = []
    for piece in pieces:
        match = _GUEST.search(piece.text)
        if match is None or match.start() > 120:
            continue
        parts = list(re.finditer(r"[^,]+", piece.text[: match.start()]))
        for n, part in enumerate(parts):
            person = persons_of_line(piece.text, part.start(), part.end())
            if person is None or person.name.start != part.start() + len(part.group()) - len(part.group().lstrip()):
                continue
            heading = piece.field(*match.span())
            guest = make_attendee(piece, person, "in_attendance", heading)
            body = parts[n + 1] if n + 1 < len(parts) else None
            if body is not None and "affiliation" not in guest.fields and len(body.group().split()) <= 6:
                guest.fields["affiliation"] = piece.field(body.start(), body.end(), 0.7)
            guest.fields["status"] = replace(guest.fields["status"], confidence=0.7)
            found.append(guest)
    return found


def apologies_in(pieces: Sequence[Piece]) -> list[Attendee]:
    """The people for whom a sentence reports apologies."""
    found: list[Attendee] = []
    for i, piece in enumerate(pieces):
        for match in _APOLOGY.finditer(piece.text):
            end = sentence_end(piece.text, match.end())
            cut = _CUT.search(piece.text, match.end(), end)
            heading = piece.field(match.start(), match.end())
            stop = cut.start() if cut else end
            if cut is not None and _CAME.match(piece.text, cut.start()):
                stop = max(piece.text.rfind(mark, match.end(), stop) for mark in (",", " and ", " but "))
            people = persons_of_list(piece.text, match.end(), max(stop, match.end()))
            found.extend(make_attendee(piece, p, "apologies", heading) for p in people)
            if not people and end - match.end() < 3:
                found.extend(_listed_under(pieces, i, heading))
        led = _LED.match(piece.text)
        if led is not None and _APOLOGY.search(piece.text) is None:
            end = sentence_end(piece.text, led.end())
            people = [] if _FINITE.search(piece.text, led.end(), end) else persons_of_list(piece.text, led.end(), end)
            found.extend(make_attendee(piece, p, "apologies", piece.field(*led.span())) for p in people)
            continue
        sent = _SENT.match(piece.text)
        if sent and not _APOLOGY.search(piece.text):
            heading = piece.field(sent.end("names"), sent.end())
            found.extend(
                make_attendee(piece, p, "apologies", heading) for p in persons_of_list(piece.text, 0, sent.end("names"))
            )
    return found


_FINITE = re.compile(
    r"\b(?:was|were|had|has|have|is|are|said|asked|welcomed|reported|noted|sent|gave|joined|left)\b", re.IGNORECASE
)
_OF_APOLOGIES = re.compile(
    r"^(?!.*\b(?:present|attendance|attending)\b).*\b(?:apolog(?:y|ies)|absences?)\b", re.IGNORECASE
)
MOSTLY = 0.7  # share of a sentence that is names, where nothing else is said
_INITIAL = re.compile(r"[A-Z]\.?\s(?:[A-Z]\.?\s)?[A-Z][a-z’'-]")
_ASIDE = re.compile(r"\s*\([^()]*\)|\s[–-]\s[a-z][^,;.]*")  # why somebody was away, their initials
_ABSENT = re.compile(r"(?:absent|away|not present|from)\s*:\s*", re.IGNORECASE)
_UNDER = re.compile(
    r"^\W*(?:(?:were|was|had been|have been|have)\s+)?(?:received|accepted|noted|submitted)\b[^.]{0,20}?\b(?:from|by|for)\s*:?\s+",
    re.IGNORECASE,
)


def apologies_under(pieces: Sequence[Piece], heading: str) -> list[Attendee]:
    """Those whom the text under the heading `Apologies` names without the word: `received from A Smith (work)`."""
    match = _UNDER.match(pieces[0].text) if pieces else None
    if match is None:
        return _named_alone(pieces[0]) if pieces and _OF_APOLOGIES.search(heading) else []
    piece, end = pieces[0], sentence_end(pieces[0].text, match.end())
    cut = _CUT.search(piece.text, match.end(), end)
    people = persons_of_list(piece.text, match.end(), cut.start() if cut else end)
    return [make_attendee(piece, p, "apologies", piece.field(*match.span())) for p in people]


def _named_alone(piece: Piece) -> list[Attendee]:
    """The people of a first sentence that holds nothing but names with titles or initials: `Cllr S Holt (work), A Penn – ill.`"""
    end = sentence_end(piece.text, 0)
    lead = _ABSENT.match(piece.text, 0, end)
    start = lead.end() if lead is not None else 0
    people = persons_of_list(piece.text, start, end)
    known = sum(p.initials is not None for p in people)  # `Ida Holt (IH), Tom Orr (TO).`
    led = title_end(piece.text, start) > start or _INITIAL.match(piece.text, start) is not None
    people = people if led or known > len(people) / 2 >= 1 else []
    bare = _ASIDE.sub("", piece.text[start:end])
    named = sum(len(p.name.of(piece.text)) for p in people)
    if not people or people[0].name.start > start or _FINITE.search(bare):
        return []
    if named < MOSTLY * len(bare.strip(" .")) and lead is None:
        return []
    heading = piece.field(people[0].name.start, people[-1].name.end, 0.75)
    found = [make_attendee(piece, p, "apologies", heading) for p in people]
    codes_are_initials(found)
    for attendee in found:
        attendee.fields["status"] = replace(attendee.fields["status"], confidence=0.75)
    return found


def _listed_under(pieces: Sequence[Piece], i: int, heading: Field) -> Iterator[Attendee]:
    below = pieces[i + 1 :]
    columns = find_columns([p for p in below if not p.cells])
    headed = headed_columns(below, columns)
    if columns is not None and below and heads_roles(below[0], columns):
        below = below[1:]
    own = next(iter(headed.values()), columns)
    for piece in below:
        people = persons_of(piece, 0, own)
        if not people:
            return
        yield from (make_attendee(piece, p, "apologies", heading) for p in people)
