"""Which body meets: named in `meeting of the …`, in a title line, or as `the … meeting`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.meeting.body_names import OPEN_END, is_general, may_meet, names_body, names_one
from extract.meeting.body_places import (
    below_trail,
    called_meeting,
    electors_meeting,
    headed_above,
    is_contact,
    is_kind,
    listed_body,
    over_kind,
    with_place,
)
from extract.meeting.pieces import Piece
from extract.meeting.when import DATE, DAY, MONTH
from extract.wording import fold
from models.record import Field

MEETING_OF = re.compile(
    rf"\bmeeting\s+of\s+(?:the\s+)?(?P<body>[^,:;]{{4,120}}?)(?=\s+(?:which was\s+|was\s+|to be\s+)?(?:held"
    rf"|will be|took place|on\b|at\b|in\b)|\s*[,:;(–]|\s+-\s|\s+{DAY}\d{{1,2}}|\s+{DAY}{MONTH}\s+\d"
    rf"|\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|$)",
    re.IGNORECASE,
)

# `the decisions taken by the Cabinet at its meeting on …`, `Decisions of the Executive held on …`
DECIDED_BY = re.compile(
    r"(?i:\bdecisions?\s+(?:(?:were\s+|was\s+)?(?:taken|made|reached|agreed)\s+(?:by|at)\s+|of\s+)(?:the\s+|a\s+)?"
    r"(?:meeting\s+of\s+(?:the\s+)?)?)(?P<body>[A-Z][^,:;]{3,90}?)"
    rf"(?i:\s+(?:(?:at|in)\s+(?:its|the|their|a)\s+meeting|meeting|(?:which\s+(?:was\s+)?)?held|on\s+{DAY}\d))",
)

# What minutes are called before the word for them, and what a meeting is called that is no part of its body's name.
_STATE = (
    r"(?:(?:part\s+(?:[a-d]|\d|one|two)\b(?:\s*[:–-])?|draft|unconfirmed|confirmed|unapproved|approved|ratified|unratified|final|public"
    r"|open|formal)\s+)*"
)
_KIND = re.compile(
    r"(?:(?:public|open|private|closed|regular|ordinary|extraordinary|special|monthly|quarterly|annual|emergency|inaugural"
    r"|formal|virtual|hybrid)\s+)+",
    re.IGNORECASE,
)

_KIND_BEHIND = re.compile(
    r"\s+(?:regular|ordinary|extraordinary|special|monthly|annual|general|emergency)\s+(?P<own>\w+)$", re.IGNORECASE
)

TITLED = re.compile(
    rf"^{_STATE}(?P<body>[A-Z][^,:;–]{{3,90}}?)(?:\s+|\s?[–-]\s?|\s?:\s)(?:(?:public|open|ordinary|(?P<kind>regular|special"
    r"|weekly|fortnightly|monthly|quarterly|annual))\s+)?(?:(?:meeting|session)\s*)?(?:[–-]\s*)?"
    r"(?:minutes|agenda|notes|(?<=session\s)memorandum|(?<=meeting\s)memorandum)\b(?!\s+of(?!\s+(?:the\s+)?meeting\b))",
    re.IGNORECASE,
)

# `Cabinet – Decision Sheet`, `Executive: Notice of Decisions`, `Planning Committee Decision List`
SHEET_OF = re.compile(
    r"(?P<body>[A-Z][^,:;–—]{3,90}?)(?:\s*[:–—]\s*|\s-\s|\s+)(?:(?:notice|summary|record|list|schedule|sheet) of (?:key )?decisions"
    r"|decisions? (?:sheet|list|notice|record|summary))\b",
    re.IGNORECASE,
)

CALLED = re.compile(
    r"(?P<body>[A-Z][^,:;–]{3,90}?)\s+(?:public|open|private|regular|ordinary|extraordinary|special|monthly|quarterly|annual"
    r"|emergency|inaugural|work|study|board)?\s*(?:meeting|session|workshop)(?:\s+(?:held\s+)?in\s+(?:public|private))?\s*$",
    re.IGNORECASE,
)

# `Data Format TC Meeting #7 May 31, 2017`
NUMBERED_MEETING = re.compile(r"(?P<body>[A-Z][^,:;–]{3,90}?)\s+meeting\s+(?:#|no\.?|number)\s*\d", re.IGNORECASE)

MINUTES_OF = re.compile(
    rf"^{_STATE}(?:minutes|notes|agenda)\s+(?:of|for)\s+(?:the\s+)?(?P<body>[^,:;]{{4,90}}?)(?:(?P<alone>$)|\s+"
    rf"(?:AGM\s+|annual\s+(?:general\s+)?)?(?:(?:meeting\s+)?\(?(?:held|on\s+{DAY}\d|(?:in\s+)?(?:public|private)\b)|meeting(?:\s+(?:no\.?|number|#)\s*\d{{1,4}}\b|(?:\s+\d{{1,4}})?$)))",
    re.IGNORECASE,
)

X_MEETING = re.compile(
    r"\b(?:minutes|notes|agenda|record)\s+(?:of|for)\s+(?:the|a|an)\s+(?P<body>[^,:;]{4,90}?)\s+(?:meeting)\b",
    re.IGNORECASE,
)

_NO_NAME = re.compile(r"\b(?:meetings?|minutes|agenda|draft|unconfirmed|held|present|public)\b", re.IGNORECASE)
TEAM = 4  # pieces at the head
LONG_NAME = 9  # words: few bodies have a longer name
ADDRESSED = re.compile(
    r"(?:to|location|venue|place)\s*:\s|to (?:all |the )?members\b", re.IGNORECASE
)  # whom a summons is sent to
ALIGNED = 3.0  # points between the middles of lines set in the middle
_PLACE = re.compile(r"(?:city|town|village|county|township|borough) of (?P<name>[^,:;–()]{2,60})", re.IGNORECASE)
_PAPER = re.compile(
    rf"{_STATE}(?:(?:regular|special)\s+)?(?:meeting\s+)?(?:minutes?|notes?|agenda|report)\b", re.IGNORECASE
)
_HELD = re.compile(rf"{_STATE}(?:minutes?|notes?)\s+of\s+(?:the|a)\s+(?:\w+\s+)?meeting\s+held\b", re.IGNORECASE)
_SPLIT = re.compile(r"\s+[–—-]\s+|\s*[|:]\s*")

# Behind a body's name: `Board of Directors – Meeting in Public`, `Board Meeting (Monday, February 10, 2025)`.
_BEHIND = re.compile(
    r"\s+[–—-]\s+(?:(?:public|private|open|regular|ordinary|extraordinary|special|part \w+)\s+)?(?:board\s+)?meetings?"
    r"(?:\s+(?:held\s+)?in\s+(?:public|private))?$"
    rf"|\s*\([^()]*(?:{MONTH}|\d{{4}})[^()]*\)$",
    re.IGNORECASE,
)


# Before the word for a meeting: `Governing Body Virtual Meeting`
_HOW_MET = re.compile(r"\s+(?:virtual|hybrid|online|remote|zoom)$", re.IGNORECASE)
# `Board of Education Regular Meeting`
_REGULAR = re.compile(
    r"(?P<body>.+?)\s+(?:regular|ordinary|extraordinary|special|monthly|annual|emergency)\s+(?:(?:council|board|committee)\s+)?meeting",
    re.IGNORECASE,
)


def body_of(pieces: Sequence[Piece]) -> Field | None:
    """The body that met: named in `meeting of the …`, in a title line, or as `the … meeting`."""
    found = electors_meeting(pieces) or with_place(_named(pieces), pieces)
    if found is not None and (match := _REGULAR.fullmatch(found.text)) is not None and names_one(match["body"]):
        found = replace(found, text=match["body"])
    if found is not None and (how := _HOW_MET.search(found.text)) is not None and names_body(found.text[: how.start()]):
        found = replace(found, text=found.text[: how.start()])
    if found is not None and (said := _BEHIND.search(found.text)) is not None and said.start() > 2:
        found = replace(found, text=found.text[: said.start()].rstrip())
    if found is not None and (_NO_NAME.search(found.text) or len(found.text.split()) > LONG_NAME):
        return replace(found, confidence=min(found.confidence, 0.7))
    return found


def _named(pieces: Sequence[Piece]) -> Field | None:
    if (headed := headed_above(pieces)) is not None:
        return headed
    for piece in pieces[:14]:
        match = listed_body(piece.text) or MEETING_OF.search(piece.text)
        if match and may_meet(match["body"]):
            start, end = _in_its_line(piece, *match.span("body"))
            return _fuller(piece.text[start:end], pieces) or piece.field(start, end, 0.9)
    for piece in pieces[:10]:
        match = MINUTES_OF.match(piece.text) if piece.label is None else None
        titled = piece.bold or piece.level is not None  # `Minutes of Anyshire City Council` alone is a title
        if match and may_meet(match["body"]) and (match["alone"] is None or titled):
            return _bare(piece, *match.span("body"), pieces)
        if piece.label is not None or len(piece.text) > 160:
            continue
        for start, end in [*piece.line_spans, (0, len(piece.text))]:
            line = piece.text[start:end]
            match = TITLED.match(line) or NUMBERED_MEETING.match(line) or SHEET_OF.match(line)
            if match and may_meet(match["body"]) and not (match.groupdict().get("kind") and is_general(match["body"])):
                return _bare(piece, start + match.start("body"), start + match.end("body"), pieces)
    for piece in pieces[:8]:
        match = DECIDED_BY.search(piece.text)
        if match and names_body(match["body"]):
            return _fuller(match["body"], pieces) or piece.field(*match.span("body"), 0.85)
    over = _over_meeting(pieces[:6])
    if over is not None:
        return over
    titles = list(_leading_titles(pieces))
    if titles:
        own = _general_meeting(titles[-1].text)  # `Ordinary Council Meeting` below the name of the council
        if own and (named := next((t for t in titles[:-1] if fold(t.text).endswith(own)), None)) is not None:
            return named
        return titles[-1] if len(titles) < 2 or not _inside(titles[-1].text, titles[0].text) else titles[0]
    for i, piece in enumerate(pieces[:14]):
        match = X_MEETING.search(piece.text)
        if match and is_kind(match["body"]):
            name = over_kind(pieces[:i])
            if name is not None:
                return name
        elif match:
            return piece.field(match.start("body"), match.end("body"), 0.75)
    called = called_meeting(pieces)
    told = next((p.field(a, b, 0.75) for p, a, b in called if may_meet(p.text[a:b])), None)
    told = told or next((f for f in map(_team, pieces[:TEAM]) if f is not None), None)
    return told or next(filter(None, map(_municipality, pieces[:4])), None)


def _team(piece: Piece) -> Field | None:
    """`Executive Team` as a line of its own at the head, where no line names a council, board or committee."""
    headed = piece.label is None and (piece.level is not None or piece.bold or piece.upper)
    return piece.field(0, len(piece.text), 0.75) if headed and may_meet(piece.text) else None


def _municipality(piece: Piece) -> Field | None:
    """`Town of Pier Hill` over the day, where no council or board is named."""
    place = _PLACE.fullmatch(piece.text) if piece.level is not None or piece.bold or piece.centred else None
    return piece.field(0, len(piece.text), 0.75) if place is not None else None


def _in_its_line(piece: Piece, start: int, end: int) -> tuple[int, int]:
    """A name in a masthead ends with its line: `REGULAR MEETING OF THE BOARD OF SUPERVISORS` over `COUNTY OF ALDERLEY`."""
    line = next(((a, b) for a, b in piece.line_spans if a <= start < b < end), None)
    if line is None or not (piece.centred or piece.upper):
        return start, end
    name = piece.text[start : line[1]].rstrip()
    rest = piece.text[line[1] :].split()
    if not rest or rest[0].casefold() in OPEN_END:  # `METROPOLITAN DISTRICT` over `OF ALDERLEY HELD IN …`
        return start, end
    return (start, start + len(name)) if names_body(name) and rest[0][0].isupper() else (start, end)


def _over_meeting(pieces: Sequence[Piece]) -> Field | None:
    """`Planning Commission Regular Meeting` as a line of a masthead; `COMMISSION MEETING` below the name that it ends."""
    before: Field | None = None
    for piece in pieces:
        if piece.label is not None or piece.marker or not (piece.bold or piece.centred or _under(before, piece)):
            return None
        for start, end in piece.line_spans or ((0, len(piece.text)),):
            match = CALLED.match(piece.text[start:end])
            if match and names_body(match["body"]) and not _KIND.match(match["body"] + " "):
                own = piece.field(start, start + match.end("body"), 0.8)
                place = _PLACE.fullmatch(before.text) if before is not None else None
                if before is not None and place is not None and is_general(own.text):
                    return replace(own, text=f"{place['name']} {own.text}", words=(*before.words, *own.words))
                if len(own.words) > 1:
                    return own
                name = before is not None and not (names_body(before.text) or DATE.search(before.text))
                if before is None or not name or _KIND.match(before.text + " ") or _PAPER.match(before.text):
                    return None
                return replace(own, text=f"{before.text} {own.text}", words=(*before.words, *own.words))
            before = piece.field(start, end)
    return None


def _under(before: Field | None, piece: Piece) -> bool:
    """Whether a line stands in the middle below the one before it, as those of a masthead do."""
    if before is None or not before.words or not piece.words:
        return False
    middles = [min(w.x0 for w in words) + max(w.x1 for w in words) for words in (before.words, piece.words)]
    return abs(middles[0] - middles[1]) < 2 * ALIGNED


def _fuller(body: str, pieces: Sequence[Piece]) -> Field | None:
    """`the Parish Council` as the title line names it in full, unless a title line names it just so."""
    if not is_general(body):
        return None
    titles = [found for piece in pieces[:8] if piece.label is None for found in _title_lines(piece)]
    if any(fold(t.text) == fold(body) for t in titles):
        return None
    # not the line that the word stands in itself: `Ordinary Meeting of Council`
    return next((t for t in titles if fold(t.text).endswith(fold(body)) and not MEETING_OF.search(t.text)), None)


def _bare(piece: Piece, start: int, end: int, pieces: Sequence[Piece]) -> Field:
    """A body without the kind of its meeting: `Public Board` is the board of the organisation that the first lines name."""
    behind = _KIND_BEHIND.search(piece.text, start, end)
    if behind is not None and names_body(piece.text[start : behind.start()]) and is_general(behind["own"]):
        end = behind.start()  # `Anyshire Council Ordinary Council Meeting`
    kind = _KIND.match(piece.text, start, end)
    if kind is not None and is_general(piece.text[kind.end() : end]):
        start = kind.end()
        whole = _fuller(piece.text[start:end], pieces)
        if whole is None and len(piece.text[start:end].split()) == 1 and (named := next(_leading_titles(pieces), None)):
            whole = replace(named, confidence=0.75)
        return whole or piece.field(start, end, 0.75)
    return _fuller(piece.text[start:end], pieces) or piece.field(start, end, 0.85)


def _general_meeting(title: str) -> str:
    """The general word for a body in `Ordinary Council Meeting`, folded; "" in other titles."""
    kind = _KIND.match(title)
    rest = fold(title[kind.end() :] if kind else title)
    own = rest.removesuffix("meeting").strip()
    return own if own and own != rest and is_general(own) else ""


def _leading_titles(pieces: Sequence[Piece]) -> Iterator[Field]:
    """The lines at the head of a paper that name bodies, up to its facts: the last names the one that meets."""
    missed = 0
    for piece in pieces[below_trail(pieces) : 10]:
        if piece.label is not None or missed > 2:
            return
        found = list(_title_lines(piece))
        yield from found
        address = is_contact(piece.text) or (
            piece.level is None and not piece.bold and any(c.isdecimal() for c in piece.text)
        )
        missed = 0 if found else missed if address else missed + 1


def _inside(short: str, long: str) -> bool:
    return short != long and fold(short) in fold(long)


def _title_lines(piece: Piece) -> Iterator[Field]:
    """Lines that do nothing but name a body, alone or before a dash and a date."""
    if len(piece.text) > 240 or piece.marker or piece.text.endswith(":") or ADDRESSED.match(piece.text):
        return
    spans = [*piece.line_spans] if len(piece.line_spans) > 1 else []
    titled = any(_PAPER.match(piece.text[a:b]) for a, b in spans)  # `DRAFT MINUTES OF THE BOARD MEETING` below a name
    told = next((n for n, (a, b) in enumerate(spans) if _HELD.match(piece.text[a:b])), len(spans))
    spans = spans[:told]  # what follows is the rest of a sentence: the place
    if spans and not titled and all(piece.text[a].isupper() and names_body(piece.text[a:b].strip()) for a, b in spans):
        yield from (piece.field(a, b, 0.85) for a, b in spans)  # the organisation over its committee
        return
    for start, end in [*([] if titled else [(0, len(piece.text))]), *spans]:
        text = piece.text[start:end]
        cut, said = _SPLIT.search(text), _BEHIND.search(text)
        head = text[: cut.start()] if cut and DATE.search(text[cut.end() :]) else text
        head = text[: said.start()] if said is not None and said.start() > 2 else head
        inner = re.search(r"\s[–—-]\s(?P<inner>[^–—]+?)(?:\s*\([^)]*\))?$", head)
        if inner and names_body(inner["inner"]):
            yield piece.field(start + inner.start("inner"), start + inner.end("inner"), 0.8)
            return
        if names_body(head) and not _PAPER.match(head):
            yield piece.field(start, start + len(head), 0.85)
            return
