"""Headings over those who attended: what they say of the people under them, and where they end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.meeting.attendance_run_in import beginnings, run_in
from extract.meeting.names import is_name
from extract.meeting.pieces import Piece
from extract.meeting.vocabulary import vocabulary
from extract.remembering import remembered
from extract.wording import fold
from models.record import Field

_PREFIX = re.compile(r"^(?P<head>[^:]{3,70}?)\s*(?::[\s–-]*|\s[–-]\s(?=\S)|\s*[–-]\s*$)")


_CAPITALS = re.compile(r"^(?P<head>[A-Z][A-Z/&() ]{4,50}[A-Z)])\s+(?=[A-Z][a-z])")


_KEYWORDS = (
    ("apolog", "apologies"),
    ("absent", "absent"),
    ("not present", "absent"),
    ("attendance", "in_attendance"),
    ("also present", "in_attendance"),
    ("attending", "in_attendance"),
    ("invited", "in_attendance"),
    ("observ", "in_attendance"),
    ("guests", "in_attendance"),
    ("officers", "in_attendance"),
    ("staff", "in_attendance"),
    ("present", "present"),
    ("attendees", "present"),
)


# who came, and what is told of, from or to them: `Staff and council reports`, `Officers' updates`, `Presentations`
_OF_PEOPLE = frozenset({"invited", "observ", "guests", "officers", "staff", "present"})
_OF_BUSINESS = re.compile(
    r"\b(?:reports?|updates?|comments?|matters|issues|surveys?|(?:re)?presentations?|observations|communications?|business"
    r"|announcements?|remarks|items?|training|wellbeing|polic(?:y|ies)|pay|appointments?|recruitment|vacanc(?:y|ies)|awards?)\b"
)


_NO_SURNAMES = ("attendees", "attendance", "present", "absent", "apologies", "guests")  # `District Attendees`


_CONTACT = re.compile(
    r"@|\b(?:https?|www)\b|\b(?:Tel|Telephone|Phone|Email|E-mail)\b\.?\s*:?|\b0\d{2,4}[\s-]\d{3,}", re.IGNORECASE
)


# a sentence over a list: `The Chair called the meeting to order at 7 p.m. with the following members participating by phone:`
_ANNOUNCED = re.compile(
    r"\b[Tt]he\s+following\b(?:\s+[\w’'-]+){0,5}?\s+(?:(?:was|were|being|are|is)\s+)?(?P<how>present|attend\w+|participating"
    r"|absent)\b[^.:;]{0,80}:$"
)
_BESIDE = re.compile(r"\b(?:also|staff|officers|officials|guests|others?)\b", re.IGNORECASE)


_COUNT_ALONE = re.compile(r"\d{1,2}\s*(?:[.;,]|$)")  # `Absent: 1.` is of a vote


_LONGEST = 150  # characters: no heading that is known is half as long


_TITLES = frozenset({"minutes", "notes"})


@remembered(4096)  # agendas and minutes ask it of each piece, to claim and to read
def heading_of(piece: Piece) -> tuple[str, int] | None:
    """The status that a heading of attendance gives, and where in the piece it ends."""
    told = _told(piece)
    # `Clerk: Mrs A Smith, 1 High Street, clerk@…`: the head of a letter
    return told if told is not None and _CONTACT.search(piece.text) is None else None


def _told(piece: Piece) -> tuple[str, int] | None:
    text = piece.text
    known = vocabulary("attendance_headings")
    folded = fold(text) if len(text) <= _LONGEST else ""
    if folded in _TITLES and not text.endswith(":"):
        return None  # the title of the paper, not `Minutes:` and who takes them
    if folded in known:
        return known[folded], len(text)
    if " | " in text and folded:  # `TE HUNGA ĀPITI KUA TAE MAI | ALSO PRESENT`: the same in two languages
        halves = (known[fold(h)] for h in text.split(" | ") if fold(h) in known)
        if (both := next(halves, None)) is not None:
            return both, len(text)
    for pattern in (_PREFIX,) if text[1:2] > "Z" else (_PREFIX, _CAPITALS):
        match = pattern.match(text)
        if match is None or _COUNT_ALONE.match(text, match.end()):
            continue
        head = fold(re.sub(r"\([^)]*\)", "", match["head"]))
        if head in _TITLES and ":" not in match.group():
            continue  # `MINUTES – Regular Session`
        told = next((known[part] for part in (head, *re.split(r"\s*/\s*", head)) if part in known), None)
        if told is not None:  # in two languages either half says it
            return told, match.end()
        status = _by_keyword(head)
        if status and (match["head"].isupper() or piece.bold_head >= len(match["head"]) or ":" in match.group()):
            return status, match.end()
    if (piece.bold or piece.upper) and len(text.split()) <= 8 and (folded.endswith(_NO_SURNAMES) or not is_name(text)):
        status = _by_keyword(fold(text))
        return (status, len(text)) if status else None
    if text[-1:] == ":" and "following" in text and (announced := announces(piece)) is not None:
        beside = _BESIDE.search(announced.group()) is not None
        return "absent" if announced["how"] == "absent" else "in_attendance" if beside else "present", len(text)
    return run_in(piece) if text[:5] in beginnings() else None


def announces(piece: Piece) -> re.Match[str] | None:
    """What a sentence says over a list of people that it announces: `… with the following members present:`."""
    return _ANNOUNCED.search(piece.text) if piece.text.endswith(":") and "following" in piece.text else None


_INNER = re.compile(r"(?<=[.;])\s+(?P<head>[A-Z][A-Za-z ]{3,30}?)\s*:\s*(?=[A-Z])")


# Behind a list, who else was there or was not: `… and E Brown (EB). Apologies had been received from F Green.`
_TOLD_BEHIND = re.compile(
    r"(?<=[.;\])])\s+(?P<head>(?:(?P<away>[Aa]pologies|[Rr]egrets)(?:\s+for\s+absence)?"
    r"|(?P<beside>[Aa]lso\s+(?:in\s+attendance|present|attending)|[Ii]n\s+attendance))"
    r"(?:\s+(?:had|have|has|was|were|also|been|received|sent|given|noted|submitted|tendered|accepted|came)){0,4}"
    r"(?:\s+(?:from|by))?)\s*:?\s+(?=(?:[Tt]he\s+)?[A-Z])"
)


# `… and E Brown (EB). Flo Green, the clerk, was also in attendance.`
_ALSO = re.compile(
    r"(?<=[.;])\s+(?P<people>[A-Z][^.;]{3,160}?),?\s+(?P<head>(?:was|were)\s+(?:also\s+(?:present|attending|there)|(?:also\s+)?in\s+attendance))\b"
)


def segments(piece: Piece, start: int, status: str, heading: Field) -> Iterator[tuple[int, int, str, Field]]:
    """Stretches of a paragraph with their status: a further heading may stand within it (`… C Brown. Guests: D Green.`)."""
    known = vocabulary("attendance_headings")
    closes = _ALSO.search(piece.text, start) if " was " in piece.text or " were " in piece.text else None
    if closes is not None:
        yield from segments(until(piece, closes.start()), start, status, heading)
        yield closes.start("people"), closes.start("head"), "in_attendance", piece.field(*closes.span("head"))
        return
    inside = [*_INNER.finditer(piece.text, start), *_TOLD_BEHIND.finditer(piece.text, start)]
    for match in sorted(inside, key=lambda m: (m.start(), m.re is _TOLD_BEHIND)):
        if match.start() < start:
            continue
        told = match.groupdict()
        inner = known.get(fold(match["head"]))
        inner = inner or ("apologies" if told.get("away") else "in_attendance" if told.get("beside") else None)
        if inner is None:
            continue
        yield start, match.start(), status, heading
        start, status, heading = match.end(), inner, piece.field(match.start("head"), match.end())
    yield start, len(piece.text), status, heading


def until(piece: Piece, end: int) -> Piece:
    """The piece up to a place in its text."""
    count = sum(1 for _, b in piece.spans if b <= end)
    return piece.part(0, count) if count else piece


# Who asked those who came: `Non-members in attendance at the request of the Chief Officer`
_ASKED = re.compile(r"\s(?:at|by|on)\s(?:the\s)?(?:request|invitation|behest|discretion)\b.*$")


def _by_keyword(head: str) -> str | None:
    head = _ASKED.sub("", head)
    if len(head.split()) > 7:
        return None
    found = next(((word, status) for word, status in _KEYWORDS if word in head), None)
    if found is None or (found[0] in _OF_PEOPLE and _OF_BUSINESS.search(head) is not None):
        return None
    return found[1]
