"""Whose body meets, where the lines at a paper's head part the two: `Town of Pier Hill` over `Regular Meeting of Council`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.meeting.body_names import may_meet
from extract.meeting.pieces import Piece
from extract.meeting.when import DATE
from models.page import Word
from models.record import Field

HEAD = 8  # pieces
_LETTER = 16  # the same, of a letter that calls to a meeting
SAME_EDGE = 3.0  # points
NEAR = 1.0  # times the size of a name: white between it and what kind of body it is
LARGER = 1.15  # times the type of the line below
_PLACE = re.compile(
    r"(?:The\s+)?(?:Corporation\s+of\s+the\s+)?(?P<place>(?:(?:Regional|Rural|District|Summer|Resort|United|County|City)\s+)?"
    r"(?:City|Town|Village|County|Counties|Township|Borough|Municipality|Hamlet|District|Region|Shire|Parish)\s+of\s+(?:the\s+)?"
    r"[A-Z][\w’'.&-]*(?:\s+(?:[A-Z][\w’'.&-]*|of|the|and|&|\d{1,4}))*)"
    r"(?:\s+[–—-]\s+(?P<own>(?:Town |Village |City |Municipal )?(?:Council|Board|Commission))\s+(?:Regular\s+)?(?:Meeting\s+)?Minutes)?",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"(?:the\s+)?(?:(?:town|village|city|county|municipal|township)\s+)?(?:council|board|commission)", re.IGNORECASE
)
# What a body is, in whoever's name: `Police and Crime Panel`, `Fire and Rescue Authority`, `NHS Foundation Trust`.
_KINDS = re.compile(
    r"(?:(?:police|crime|fire|rescue|civil|contingencies|combined|national|park|nhs|foundation|health|integrated|care|joint"
    r"|metropolitan|unitary|town|parish|community|city|county|district|borough|and|&)\s+)+"
    r"(?:panel|authority|board|council|trust|commissioner|service|partnership)",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z][\w’'.-]+(?:\s+(?:[A-Z][\w’'.-]+|and|&|of|the|upon|on|with)){0,4}")
_CALLED = re.compile(
    r"(?P<body>[A-Z][^,:;–—]{2,70}?)\s+(?:(?:[Mm]onthly|[Ww]eekly|[Rr]egular|[Tt]elephone|[Oo]nline)\s+)?"
    r"(?:[Mm]eeting|[Tt]eleconference|[Tt]elecon|[Cc]onference\s+[Cc]all|[Cc]all|[Ss]ession)(?=\s*(?:$|[,:–—(]|\d|on\s+\d))"
)

# Where in its site a printed web page stands, below the site's own name and links: `Home › Library › Minutes`.
_TRAIL = re.compile(r"\s[›»]\s|^(?:Home|You are here)\s*[:/>|]\s")

_OF_MEETINGS = re.compile(
    r"(?:(?:annual|ordinary|extraordinary|special|general|regular|monthly|full|last|previous)\s*)+", re.IGNORECASE
)
_CLUB = re.compile(r"[A-Z][\w’'&.-]*(?:\s+(?:[A-Z&][\w’'&.-]*|of|the|and|for|in|at)){0,8}(?:\s+\([^()]*\))?")
_PAPER = re.compile(
    r"\b(?:minutes?|notes?|agenda|meetings?|draft|unconfirmed|confirmed|unapproved|approved)\b", re.IGNORECASE
)


# A name of several parts: `meeting of the Audit, Risk and Finance Committee will be held`.
_LISTED = (
    r"(?P<body>(?:[A-Z][\w’'-]*,\s+){1,4}(?:[A-Z][\w’'-]*,?\s+|and\s+|&\s+|of\s+|the\s+){1,7}?"
    r"(?:(?:[Ss]ub-?\s?)?[Cc]ommittee|Board|Panel|Group|Forum|Commission|Partnership|Cabinet|Council))\b"
)
# or `Notes of the Audit, Risk and Finance Committee meeting`
_LISTED_BODY = (
    r"(?:\bmeeting\s+of|^(?:(?:Draft|DRAFT)\s+)?(?:Minutes|MINUTES|Notes|NOTES)\s+(?:of|for))\s+(?:the\s+)?"
    rf"{_LISTED}(?=\s+(?:which|was|is|to be|held|will|on|at|in|took|meeting)\b|\s*[.,;:(]|\s*$)"
)
LISTED_BODY, LISTED_CAPITALS = re.compile(_LISTED_BODY), re.compile(_LISTED_BODY, re.IGNORECASE)
LISTED_TITLE = re.compile(
    rf"{_LISTED}\s*[:–-]\s*(?:Draft\s+)?(?:Minutes|Notes)\b"
)  # `Audit, Risk and Finance Committee: Minutes`


# The electors of a place, who meet by law once a year: no meeting of its council
_ELECTORS = re.compile(
    r"(?:(?:the\s+)?(?:[A-Z][\w’'&-]*\s+){0,4}?annual\s+(?:parish|town|village|community)\s+(?:meeting|assembly)"
    r"|annual\s+(?:meeting|assembly)\s+of\s+(?:the\s+)?(?:parish|electors|local government electors)(?:\s+of\s+[^,;:]{3,50})?)",
    re.IGNORECASE,
)


def electors_meeting(pieces: Sequence[Piece]) -> Field | None:
    """The yearly meeting of a place’s electors, where a line of the title is its name: `ANNUAL PARISH MEETING`."""
    for piece, start, end in _lines(pieces):
        titled = piece.bold or piece.upper or piece.centred or piece.level is not None
        if titled and _ELECTORS.fullmatch(piece.text, start, end):
            return piece.field(start, end, 0.8)
    return None


def listed_body(text: str) -> re.Match[str] | None:
    """Where a text names a body of several parts, commas between them, as the one that meets."""
    if "," not in text:
        return None
    return (LISTED_CAPITALS if text.isupper() else LISTED_BODY).search(text) or LISTED_TITLE.match(text)


# `a meeting of the above Committee`, `the above-named meeting`: its name is the heading of the letter
_ABOVE = re.compile(
    r"\b(?:meeting\s+of\s+(?:the|this)\s+|the\s+)above(?:[\s-]*(?:named|mentioned))?\s+(?:[a-z]+\s+)?"
    r"(?:committee|board|council|panel|forum|group|meeting|body|authority|joint board)\b",
    re.IGNORECASE,
)
# how to reach whoever sends a paper out: lines beside the name of the council at its head
_CONTACT = re.compile(
    r"(?:(?:council|direct|general)\s+)?(?:contact|direct|tel|telephone|phone|fax|e-?mail|web(?:\s?site)?|mobile|enquiries|please ask for"
    r"|(?:our|your)?\s?ref)\b[^:]{0,20}:|.*(?:@|\bwww\.)",
    re.IGNORECASE,
)


def is_contact(text: str) -> bool:
    """Whether a line at a paper's head says how to reach somebody."""
    return _CONTACT.match(text) is not None


def headed_above(pieces: Sequence[Piece]) -> Field | None:
    """Whose meeting a letter calls to that speaks of `the above Committee`: the last heading over that sentence that names a body."""
    at = next((i for i, p in enumerate(pieces[:_LETTER]) if "above" in p.text and _ABOVE.search(p.text)), 0)
    for piece in reversed(pieces[:at]):
        headed = piece.level is not None or piece.bold or piece.upper or piece.centred
        if headed and piece.label is None and not piece.marker and may_meet(piece.text):
            return piece.field(0, len(piece.text), 0.9)
    return None


def is_kind(said: str) -> bool:
    """Whether words before `meeting` say which kind it is, and not whose: `Annual General`."""
    return _OF_MEETINGS.fullmatch(said) is not None


def over_kind(above: Sequence[Piece]) -> Field | None:
    """Whose meeting it is that a title calls by its kind alone: the name at the head of the paper, be it a club's or a hall's."""
    for piece, start, end in _lines(above):
        set_off = piece.bold or piece.centred or piece.upper or piece.level is not None
        if set_off and _CLUB.fullmatch(piece.text, start, end) and not _PAPER.search(piece.text, start, end):
            return piece.field(start, end, 0.75)
    return None


def below_trail(pieces: Sequence[Piece]) -> int:
    """The first piece of a printed web page that is none of its site's; 0 where no line says where in the site it stands."""
    return next((i + 1 for i, p in enumerate(pieces[:HEAD]) if _TRAIL.search(p.text)), 0)


def with_place(found: Field | None, pieces: Sequence[Piece]) -> Field | None:
    """The body; a bare `Council` with the municipality that a line at the head names, as `Town of Pier Hill Council`, and a bare
    `Police and Crime Panel` with the name that is set large over it.
    """
    if found is not None and _OWN.fullmatch(found.text) is None:
        return _with_name_over(found, pieces)
    for piece, start, end in _lines(pieces):
        match = _PLACE.fullmatch(piece.text, start, end)
        if match is None:
            continue
        own = found or (piece.field(*match.span("own"), 0.85) if match["own"] else None)
        place = piece.field(*match.span("place"))
        if own is None or {id(w) for w in own.words} & {id(w) for w in place.words}:
            return found
        said = own.text.removeprefix("the ")
        said = said.title() if said.isupper() and not place.text.isupper() else said
        return replace(own, text=f"{place.text} {said}", words=(*place.words, *own.words), confidence=0.8)
    return found


def _with_name_over(found: Field, pieces: Sequence[Piece]) -> Field:
    """A body that says of what kind it is alone, with whose it is: set in larger type right over it, at its edge or its middle."""
    if _KINDS.fullmatch(found.text) is None:
        return found
    lines = [piece.field(start, end) for piece, start, end in _lines(pieces)]
    for line in lines:
        if _NAME.fullmatch(line.text) and _KINDS.fullmatch(line.text) is None and _stands_over(line.words, found.words):
            return replace(found, text=f"{line.text} {found.text}", words=(*line.words, *found.words), confidence=0.8)
    return found


def _stands_over(name: Sequence[Word], body: Sequence[Word]) -> bool:
    if not (name and body) or name[0].page != body[0].page:
        return False
    size = name[0].font.size
    beside = abs(name[0].x0 - body[0].x0) < SAME_EDGE
    under = abs(name[0].x0 + name[-1].x1 - body[0].x0 - body[-1].x1) < 2 * SAME_EDGE
    near = 0 <= body[0].top - name[0].top < (1 + NEAR) * size
    return near and (beside or under) and size > LARGER * body[0].font.size


def _lines(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, int, int]]:
    for piece in pieces[:HEAD]:
        if piece.label is None and not piece.cells:
            yield from ((piece, start, end) for start, end in piece.line_spans or ((0, len(piece.text)),))


def called_meeting(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, int, int]]:
    """Where headings name what met before the word for a meeting: `Web Working Group Teleconference`, `Board meeting, 12 March`."""
    for piece, start, end in _lines(pieces):
        match = _CALLED.match(piece.text, start, end) if piece.bold or piece.level is not None else None
        if match is not None and (match.end() == end or DATE.search(piece.text, match.end(), end) is not None):
            yield piece, *match.span("body")
