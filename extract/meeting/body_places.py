"""Whose body meets, where the lines at a paper's head part the two: `Town of Pier Hill` over `Regular Meeting of Council`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.meeting.pieces import Piece
from extract.meeting.when import DATE
from models.record import Field

HEAD = 8  # pieces
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
_CALLED = re.compile(
    r"(?P<body>[A-Z][^,:;–—]{2,70}?)\s+(?:(?:[Mm]onthly|[Ww]eekly|[Rr]egular|[Tt]elephone|[Oo]nline)\s+)?"
    r"(?:[Mm]eeting|[Tt]eleconference|[Tt]elecon|[Cc]onference\s+[Cc]all|[Cc]all|[Ss]ession)(?=\s*(?:$|[,:–—(]|\d|on\s+\d))"
)

# Where in its site a printed web page stands, below the site's own name and links: `Home › Library › Minutes`.
_TRAIL = re.compile(r"\s[›»]\s|^(?:Home|You are here)\s*[:/>|]\s")


def below_trail(pieces: Sequence[Piece]) -> int:
    """The first piece of a printed web page that is none of its site's; 0 where no line says where in the site it stands."""
    return next((i + 1 for i, p in enumerate(pieces[:HEAD]) if _TRAIL.search(p.text)), 0)


def with_place(found: Field | None, pieces: Sequence[Piece]) -> Field | None:
    """The body; a bare `Council` with the municipality that a line at the head names, as `Town of Pier Hill Council`."""
    if found is not None and _OWN.fullmatch(found.text) is None:
        return found
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
