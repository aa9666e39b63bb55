"""Who led a meeting: as its list of people says, as a sentence says, or by the post of the one who opened it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.meeting.attendee import CHAIRED, Attendee
from extract.meeting.movers import SOMEBODY
from extract.meeting.opening import is_chair
from extract.meeting.persons import persons_of_list
from extract.meeting.pieces import Piece
from extract.wording import fold
from models.late import late
from models.record import Field

_OPENED = re.compile(
    r"\b[Tt]he\s+(?P<post>(?:(?:Lord|Deputy|Acting|Town|City)\s+){0,2}Mayor|(?:Deputy\s+)?(?:Shire\s+)?President|Reeve|Warden|Provost)\b[^.]{0,40}?"
    r"\b(?:declared\s+the\s+meeting\s+(?:duly\s+)?(?:open(?:ed)?|closed)|(?:opened|commenced|closed)\s+the\s+meeting)\b"
)
MOST_CHAIRS = 2  # who lead a meeting together
_LED = (
    late(
        rf"(?P<who>{SOMEBODY})(?:,\s+[A-Z][^,.]{{2,40}},)?\s+(?:then\s+)?(?:called|brought)\s+(?:the\s+[^.]{{0,80}}?)?to\s+order\b"
    ),
    late(
        rf"\b(?:meeting|session|call)\s+was\s+(?:led|chaired|presided\s+over|facilitated|moderated|hosted|convened)\s+by\s+(?:the\s+)?"
        rf"(?P<who>{SOMEBODY}(?:\s+(?:and|&)\s+{SOMEBODY})?)"
    ),
    late(rf"\bto\s+order\b[^.]{{0,60}}?\bby\s+(?:the\s+)?(?:[Cc]hair(?:man|person)?,\s+)?(?P<who>{SOMEBODY})"),
    late(
        rf"(?P<who>{SOMEBODY})(?:,\s+[A-Z][^,.]{{2,40}},)?\s+(?:presided|(?:was\s+)?presiding|took the [Cc]hair|chaired the meeting)\b"
    ),
    late(
        rf"\b(?:meeting|session)\b(?:[^.]|\.(?=\d)){{0,80}}?\b(?:with|and)\s+(?:the\s+[A-Z]\w+,\s+)?(?P<who>{SOMEBODY}),?\s+(?:was\s+)?in\s+the\s+[Cc]hair\b"
    ),
)
_LEADS = re.compile(
    r"(?!(?:Vice|Deputy|Former|Past|Assistant)\b)[A-Z]\w+\s(?:Chair(?:man|woman|person)?|Convenor|Convener)"
)
_LEADS = re.compile(
    r"(?!(?:Vice|Deputy|Former|Past|Assistant)\b)[A-Z]\w+\s(?:Chair(?:man|woman|person)?|Convenor|Convener)"
)


def chair_said(pieces: Sequence[Piece]) -> Field | None:
    """Who led the meeting, where a sentence says who called it to order or presided."""
    for piece in pieces[:30]:
        title = piece.bold_head if not piece.bold else 0  # `CALL TO ORDER A Smith called the meeting to order`
        for pattern in _LED:
            match = pattern.search(piece.text, title)
            people = persons_of_list(piece.text, *match.span("who")) if match else []
            named = [piece.field(p.name.start, p.name.end, 0.85) for p in people[:MOST_CHAIRS]]
            if len(people) == 1:
                return named[0]
            if len(people) == MOST_CHAIRS:
                words = tuple(w for field in named for w in field.words)
                return replace(named[0], text="; ".join(field.text for field in named), words=words)
    return None


def chair_of(pieces: Sequence[Piece], attendees: Sequence[Attendee]) -> Field | None:
    """Who led the meeting; None where nothing says so."""
    return _listed(attendees) or chair_said(pieces) or _by_post(pieces, attendees)


def _by_post(pieces: Sequence[Piece], attendees: Sequence[Attendee]) -> Field | None:
    """The one present who holds the post that opened the meeting: `The Mayor declared the meeting open`."""
    held = {
        fold(a.fields["role"].text): a.fields["person"]
        for a in attendees
        if a.status == "present" and "role" in a.fields
    }
    for piece in pieces if held else ():
        match = _OPENED.search(piece.text)
        if match is not None:
            return held.get(fold(match["post"]))
    return None


def _listed(attendees: Sequence[Attendee]) -> Field | None:
    here = [a.fields for a in attendees if a.status == "present" and "role" in a.fields]
    headed = [f for f in (a.fields for a in attendees) if fold(f["status"].text).endswith("in the chair")]
    led = [f for f in here if f["role"].note == CHAIRED] or headed or [f for f in here if is_chair(f["role"].text)]
    if led:
        return led[0]["person"]
    nearly = [f for f in here if _LEADS.fullmatch(f["role"].text)]  # `Planning Convener`: nobody else leads
    return replace(nearly[0]["person"], confidence=0.75) if len(nearly) == 1 else None
