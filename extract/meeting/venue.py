"""Where a meeting is held: in a sentence, behind its time, or as a line or an address of its own near its date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.meeting.body_names import names_body
from extract.meeting.pieces import Piece
from extract.meeting.ranges import join_stretches
from extract.meeting.when import CLOCK, DATE, DAY, DAYS, MONTH, TIME
from extract.wording import fold
from models.record import Field

_SAID = (
    re.compile(
        rf"\b(?:held|take place|took place|be held)\s+(?:virtually\s+|remotely\s+)?(?:in|at)"
        rf"\s+(?-i:the\s+)?(?P<venue>[^;]{{4,140}}?)(?=,?\s+(?:on|at|from|(?:commencing|starting|beginning)"
        rf"(?:\s+at)?)\s+(?:{DAY}(?:\d|{MONTH}\s+\d)|{CLOCK})|,?\s+{DAYS}|,?\s+(?:for|to)\s+(?:the\s+)?(?:transact\w*|purposes?|consider|discuss)\b|,?\s+in\s+(?:respect|connection)\b|\.?\s*$|(?<!\bSt)(?<!\bMt)\.\s)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{CLOCK}\s*(?:,|–|-|in|at)\s+(?:the\s+)?(?P<venue>(?:[A-Z]|the\s)[^;]{{4,140}}?)"
        r"(?:,?\s+for\s+(?:the\s+)?(?:transact\w*|purposes?)\b.*|\s+\((?:the\s+)?meeting\b.*)?\.?$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b\d{{4}},?\s+(?i:in|at)\s+(?i:the\s+)?(?P<venue>[A-Z][^;]{{4,120}}?)(?=,?\s+(?:at|from|(?:commencing"
        rf"|starting|beginning)(?:\s+at)?)\s+{CLOCK}|,?\s+(?i:in\s+(?:respect|connection))\b|(?<!\bSt)\.\s+[A-Z][a-z]+\s|\.?$)"
    ),
)
_POSTCODE = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|\b[A-Z]{2},?\s\d{5}(?:-\d{4})?$"
)  # or of America: `CA 92604`
_OF_PAPER = re.compile(
    r"\b(?:minutes?|agenda|meetings?|notes|proceedings|draft|unconfirmed|confirmed|public|session|present|copy)\b",
    re.IGNORECASE,
)  # titles of papers, and what they are called
_PLACES = re.compile(
    r"\b(?:Chamber|Hall|House|Centre|Room|Suite|Library|Building|Streets?|Roads?|Headquarters|HQ|Office|Offices"
    r"|School|Hotel|Theatre|Microsoft Teams|MS Teams|Teams|Zoom|Virtual|Online|Remote|Campus|Pavilion)\b",
    re.IGNORECASE,
)

# A line that is nothing but a place: `Council Chambers`, `Main Hall`, `The Long Room`.
_OWN_PLACE = re.compile(
    r"(?:The\s+)?(?:[A-Z][\w’'-]*\s+){1,4}(?:Chambers?|Hall|Boardroom|Room(?:\s+\w{1,2})?|Suite|Theatre|Auditorium|Library|Pavilion|Centre|Center)"
)

# `Online via Zoom`, `By Microsoft Teams`, as a line
_SERVICE = (
    r"(?:(?:Microsoft|MS)\s+Teams|Teams|Zoom|Google\s+Meet|Webex|video\s?-?conferenc(?:e|ing)|tele-?conference)"
    r"(?:\s+(?:meeting|call|video\s?conference))?"
)
_ONLINE = re.compile(
    rf"(?:(?:held\s+)?(?:online|remotely|virtual(?:ly)?)[\s,:–-]+)?(?:(?:via|by|on|using|through)\s+)?{_SERVICE}",
    re.IGNORECASE,
)
# `Held on 4 May 2031 via Microsoft Teams`, `Virtual Meeting via Zoom`
_BY_SERVICE = re.compile(
    rf"(?:\b\d{{4}},?|{CLOCK},?|\b(?:meeting|held))\s+(?:virtually\s+|remotely\s+|online\s+)?"
    rf"(?:via|by|on|using|through)\s+(?P<venue>{_SERVICE})(?=\W*$|[\s,]+(?:(?:on|at|from)\s|{DAY}(?:\d|{MONTH}\s+\d)))",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\s+(?:Ask for|Telephone|Tel|Contact|Email|E-mail|Enquiries)\b\s*:?"
)  # what stands beside the place
_BETWEEN = re.compile(
    r"\s+[·•|]\s+|(?<=\d{4})\s+[–—]\s+(?=[A-Z])"
)  # `10:00–10:45 · Room 2, Pier House | Teams`: side by side in a line
_NUMBERED = re.compile(
    r"\b(?:Room|Suite|Unit|Floor|Level|Hall|Office|Lab|Theatre|Building|Block)\s*(?:No\.?\s*)?$"
)  # `Room 4.07` is no time
_LEAD = r"(?:(?:in|at|via)\s+)?(?:the\s+)?"
_NOWHERE = frozenset({"person", "public", "private", "camera"})  # `held in public`
_NEAR = 3  # lines after the date
_LONGEST = 140  # characters
INDENT, SAME_EDGE = 30.0, 2.0  # points: how far right of their label values stand; from the same place
MOST_LINES = 4  # of an address below its first
MOST_WRAPPED = 2  # words
_GAP = 2.5  # times the size of type: what stands behind such a gap is another column


def venue_of(pieces: Sequence[Piece], dated: Piece | None) -> Field | None:
    """The place as a sentence says it, or as it stands by itself right after `dated`, the piece with the meeting's date."""
    for piece in pieces[:14]:
        if piece.label is None and (found := _said(piece)) is not None:
            return found
    at = next((i for i, p in enumerate(pieces) if p is dated), None)
    found, above = (_by_itself(pieces[at:]), _above_date(pieces, at)) if at is not None else (None, None)
    # an address that stands over the date has perhaps a line over it that says what is there
    return above if above is not None and (found is None or set(found.words) <= set(above.words)) else found


def _above_date(pieces: Sequence[Piece], at: int) -> Field | None:
    """The lines of a masthead right over its date, below the name of the body, where one of them is an address or a place."""
    if pieces[at].label is not None:
        return None
    lines = [
        (i, a, b)
        for i in range(max(0, at - _NEAR), at + 1)
        for a, b in pieces[i].line_spans or ((0, len(pieces[i].text)),)
    ]
    dated = next((n for n, (i, a, b) in enumerate(lines) if i == at and DATE.search(pieces[i].text, a, b)), 0)
    found: list[tuple[int, int, int]] = []
    for i, a, b in lines[max(0, dated - MOST_LINES) : dated][::-1]:
        text, piece = pieces[i].text[a:b].strip(), pieces[i]
        plain = text.title() if text.isupper() else text
        if not (piece.centred or piece.upper or piece.bold) or piece.label is not None or piece.marker or piece.cells:
            break
        if names_body(text) or _OF_PAPER.search(text) or not plain[:1].isalnum() or ":" in text or TIME.search(text):
            break
        found.insert(0, (i, a, b))
    if not any(_is_place(pieces[i].text[a:b].strip(" ,.")) for i, a, b in found):
        return None
    whole = join_stretches(pieces, found, 0.8)
    return replace(whole, text=whole.text.rstrip(" ,."))


def with_lines_below(venue: Field, piece: Piece, below: Sequence[Piece]) -> Field:
    """A place behind a label in a column at its left (`Location:   Pier House`), with the lines of its address that stand below it."""
    if piece.label is not None and piece.table is not None:
        return _whole_cell(venue, piece, below)
    if piece.label is not None or not venue.words or venue.words[0].x0 - piece.left < INDENT:
        return venue
    for line in below[:MOST_LINES]:
        first, last = line.words[0] if line.words else None, venue.words[-1]
        if first is None or line.label is not None or line.marker or line.cells or first.page != last.page:
            break
        if abs(first.x0 - venue.words[0].x0) > SAME_EDGE or first.top - last.bottom > last.font.size:
            break
        if line.bold or DATE.search(line.text) or TIME.search(line.text):
            break
        venue = replace(venue, text=f"{venue.text} {line.text}", words=(*venue.words, *line.words), confidence=0.85)
    return venue


def _whole_cell(venue: Field, piece: Piece, below: Sequence[Piece]) -> Field:
    """A place with the other lines of its cell, as far as none says when or whom to ask."""
    for line in below[:MOST_LINES]:
        if line.table is not piece.table or line.row != piece.row or line.label_words != piece.label_words:
            break
        if DATE.search(line.text) or TIME.search(line.text) or _OFFICE.match(f" {line.text}") or "@" in line.text:
            break
        venue = replace(venue, text=f"{venue.text} {line.text}", words=(*venue.words, *line.words), confidence=0.85)
    return venue


def _said(piece: Piece) -> Field | None:
    online = _BY_SERVICE.search(piece.text) if len(piece.text) < _LONGEST else None
    if online is not None:
        return piece.field(*online.span("venue"), 0.85)
    for pattern in _SAID:
        match = pattern.search(piece.text)
        if match is None or DATE.match(match["venue"]) or TIME.match(match["venue"]):
            continue
        if _NUMBERED.search(piece.text[: match.start()]):
            continue
        if fold(match["venue"].strip(" ()")) not in _NOWHERE:
            flags = (
                re.IGNORECASE if match["venue"].isupper() else 0
            )  # `The Long Room` is a name, `THE LONG ROOM` may be none
            lead = re.match(_LEAD, match["venue"], flags)
            return piece.field(match.start("venue") + (lead.end() if lead else 0), match.end("venue"), 0.85)
    return None


def _by_itself(pieces: Sequence[Piece]) -> Field | None:
    """The first line that is a place, and the lines that go on with its address where it ends with a comma."""
    lines = list(_lines(pieces))
    near = sum(index < _NEAR for index, _, _ in lines)
    for n, (index, start, end) in enumerate(lines[:near]):
        piece = pieces[index]
        text = piece.text[start:end]
        lead = re.match(_LEAD if text.isupper() else r"(?:in|at|via)\s+(?:the\s+)?", text, re.IGNORECASE)
        start += lead.end() if lead and lead.end() < len(text) else 0
        text = piece.text[start:end].rstrip(" ,")
        if not _is_place(text):
            continue
        if n and text[:1].isdecimal() and _names_place(pieces, lines[n - 1], lines[n]):
            return join_stretches(pieces, [lines[n - 1], (index, start, start + len(text))], 0.8)
        rest = list(_address(pieces, lines[n:])) or list(_wrapped(pieces, lines[n : n + 2]))
        rest = rest or [(i, a, b) for i, a, b in lines[n + 1 : n + 2] if _is_street(pieces[i].text[a:b])]
        if rest:
            found = join_stretches(pieces, [(index, start, end), *rest], 0.8)
            return replace(found, text=found.text.rstrip(" ,."))
        return piece.field(start, start + len(text), 0.85)
    return None


def _is_street(text: str) -> bool:
    """Whether a line is a street with its number, up to the code of the post: `5 Quay Road Pier Hill, CA 90001`."""
    return text[:1].isdecimal() and _POSTCODE.search(text) is not None and not (DATE.search(text) or TIME.search(text))


def _names_place(pieces: Sequence[Piece], above: tuple[int, int, int], below: tuple[int, int, int]) -> bool:
    """Whether the line over a street and its number says what stands there: `Pier House` over `5 Quay Road, Port, CA 90001`."""
    text = pieces[above[0]].text[above[1] : above[2]]
    own = above[0] == below[0] or (pieces[above[0]].centred and pieces[below[0]].centred)
    return (
        own and text[:1].isupper() and not (DATE.search(text) or TIME.search(text) or names_body(text) or ":" in text)
    )


def _lines(pieces: Sequence[Piece]) -> Iterator[tuple[int, int, int]]:
    """Each line as piece, start and end in its text, up to what stands beside it."""
    for index, piece in enumerate(pieces[: 2 * _NEAR]):
        for start, end in piece.line_spans if len(piece.line_spans) > 1 else [(0, len(piece.text))]:
            end = min(_gap(piece, start, end), end)
            text = _OFFICE.split(piece.text[start:end])[0].rstrip(". ")
            stop = start + len(text)
            for between in _BETWEEN.finditer(piece.text, start, stop):
                yield index, start, between.start()
                start = between.end()
            yield index, start, stop


def _gap(piece: Piece, start: int, end: int) -> int:
    """Where in a line's text another column begins; its end, where none does."""
    held = [(w, a) for w, (a, b) in zip(piece.words, piece.spans, strict=True) if a >= start and b <= end]
    for (left, _), (right, a) in pairwise(held):
        if right.x0 - left.x1 > _GAP * piece.size:
            return a
    return end


def _is_place(text: str) -> bool:
    if DATE.search(text) or "@" in text or re.search(r"https?:|www\.|:\s", text) or len(text) >= _LONGEST:
        return False
    named = _PLACES.search(text) and not names_body(text) and "," in text
    own = _OWN_PLACE.fullmatch(text.title() if text.isupper() else text)  # `IN THE VILLAGE HALL` of a masthead
    return bool(_POSTCODE.search(text) or named or own or _ONLINE.fullmatch(text))


def _address(pieces: Sequence[Piece], lines: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """The lines below the first for as long as each before them ends with a comma."""
    for (above, _, stop), (index, start, end) in pairwise(lines):
        text = pieces[index].text[start:end]
        own = pieces[index].marker is None and pieces[index].page == pieces[above].page
        if not pieces[above].text[:stop].endswith(",") or not own or not text[:1].isupper() or ":" in text:
            return
        if DATE.search(text) or TIME.match(text) or len(text) >= _LONGEST / 2 or names_body(text):
            return
        yield index, start, end


def _wrapped(pieces: Sequence[Piece], lines: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """The last word or two of an address that wraps without a comma: `…, 4 Pier Road, Northport` over `Sands`."""
    if len(lines) < 2 or lines[0][0] != lines[1][0]:
        return
    index, start, end = lines[1]
    above, text = pieces[index].text[slice(*lines[0][1:])], pieces[index].text[start:end]
    alone = end >= len(pieces[index].text.rstrip(" ."))  # nothing stands below it
    worded = all(w[0].isupper() and w.replace("-", "").isalpha() for w in text.split())
    if "," in above and alone and worded and 0 < len(text.split()) <= MOST_WRAPPED and not _is_place(text):
        yield index, start, end
