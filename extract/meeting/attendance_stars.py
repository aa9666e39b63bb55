"""Lists of all members in which a mark says who came: `* Cllr A Orr` above `* denotes attendance`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.meeting.attendee import Attendee
from extract.meeting.pieces import Piece
from models.page import Word

MARKS = frozenset("*✓✔√#†")
_TOLD = re.compile(
    r"[(\[\s*✓✔√#†]*(?:=|–|-|:)?\s*(?:denotes?|indicates?|means|signifies|marks|=|–|-)?\s*(?:that\s+)?(?:the\s+)?(?:members?\s+|councillors?\s+|those\s+)?"
    r"(?P<how>attendance|in attendance|attended|present|absent|absence|apologies|apologies received)[)\].]*",
    re.IGNORECASE,
)
_SAYS = re.compile(r"denote|indicate|mean|signif|mark|[=–-]", re.IGNORECASE)
LONGEST = 40  # characters of the line that tells
FEWEST = 2  # people with a mark


def with_stars(found: Sequence[Attendee], pieces: Sequence[Piece]) -> int | None:
    """Settles who of a list came where a line says what its mark means; the place of that line, None where there is none."""
    told = next(((i, m) for i, p in enumerate(pieces) if (m := _told(p)) is not None), None)
    if told is None:
        return None
    starred = {id(word) for piece in pieces for word in _behind_marks(piece)}
    listed = {id(w) for piece in pieces[: told[0]] for w in piece.words}
    here = [a for a in found if a.status == "present" and {id(w) for w in a.fields["person"].words} & listed]
    marked = [a for a in here if {id(w) for w in a.fields["person"].words} & starred]
    if len(marked) < FEWEST:
        return None
    came = "a" if told[1]["how"].casefold().startswith(("att", "in att", "pres")) else ""
    for attendee in here:
        if (attendee in marked) != bool(came):
            away = "absent" if came or told[1]["how"].casefold().startswith("abs") else "apologies"
            attendee.status = away
            attendee.fields["status"] = replace(attendee.fields["status"], note=away, confidence=0.75)
    return told[0]


def _told(piece: Piece) -> re.Match[str] | None:
    """What a line says that a mark means."""
    printed = " ".join([*(w.text for w in piece.marker_words), piece.text]) if len(piece.text) <= LONGEST else ""
    if printed[:2].strip("(")[:1] not in MARKS or _SAYS.search(printed) is None:
        return None
    return _TOLD.fullmatch(printed)


def _behind_marks(piece: Piece) -> Iterator[Word]:
    before = " ".join(w.text for w in piece.marker_words)
    for word in piece.words:
        if before in MARKS or word.text[0] in MARKS:
            yield word
        before = word.text
