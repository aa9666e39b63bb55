"""What minutes and agendas say of their meeting: body, date, start and end, place, chair."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.meeting.bodies import body_of
from extract.meeting.persons import persons_of_list
from extract.meeting.pieces import Piece
from extract.meeting.venue import venue_of, with_lines_below
from extract.meeting.vocabulary import fact_named, words_of
from extract.meeting.when import CLOCK, DATE, MONTH, TIME
from extract.meeting.wrapped_titles import whole_titles
from extract.wording import fold
from models.late import late
from models.record import Field

CLOSING = re.compile(
    r"^(?:next meeting\s*:|(?:there being|with) no (?:further|other) business|the meeting (?:was )?(?:then )?(?:ended|closed"
    r"|finished|concluded|rose|terminated)|meeting (?:closed|ended|finished)"
    r"|the chair(?:man)? (?:then )?(?:closed|thanked (?:everyone|members|all|those)\b.{0,60}\bclosed)"
    r"|(?:this|that|which) conclude[sd] the (?:business|proceedings)\b"
    r"|drawing the meeting to a close|signed\b|chair(?:man)?\s*[.…_:]*$|chair(?:man)?\s*(?:…|\.{3}|_{3})"
    r"|date\s*[.…_]{3}|(?:©|copyright\b|\(c\))\W*(?:19|20)\d\d\b|all content is available under\b"
    r"|(?:mayor|president|secretary|clerk|reeve|convener|provost)\s*:?\s*[_….]{3,}|signature"
    r"|(?:mayor|chair(?:man|woman|person)?|president|convener|provost)(?:\s*/\s*\w+)?\s*\((?:date|signed|signature)\)\s*$"
    r"|presiding (?:member|officer)\s*(?:$|[.…_:]|date\b)"
    r"|I (?:hereby )?(?:confirm|certify|declare) that (?:the|these|this)\b|attest(?:ed)?(?: by)?\s*(?::|$)|respectfully submitted\b"
    r"|[^.]{0,80}\b(?:approved|adopted|confirmed|passed)\b[^.]{0,60}(?:_{4,}|\.{6,}|…{3,})"
    r"|(?:(?:read|certified|approved|adopted|passed) and )?(?:confirmed|approved|adopted|signed|certified|passed|dated)"
    r"(?: and \w+)?,? (?:on )?this (?:the )?(?:\d|_{2})|certified (?:to be )?(?:a true|correct|true and)\b|(?:minutes )?recorded by\s*:"
    r"|\(?duration of (?:the )?meeting|this was all the business|(?:minutes|memorandum) (?:signed|approved|prepared|taken)\b"
    r"|(?:mayor|chair(?:man|person)?|clerk|reeve|president)\s*:\s*(?:$|(?:[A-Z][a-z-]+\s?){1,3}:)|\.{3,}|…+|[^.…_:]{2,24}:\s*(?:[.…_]\s?){6,}"
    r"|[A-Z][^:.]{2,50}\sattest(?:ed)?(?: by)?\s*:|(?:these|the) minutes (?:were|are) (?:hereby )?(?:confirmed|approved|adopted|signed)\b"
    r"|(?:approved|adopted|confirmed) (?:by|at) (?:the |a )?[^.:]{3,80}?\bon\s[^.:]{4,30}\d{4}\W*$|_{3,})",
    re.IGNORECASE,
)


def meeting_facts(pieces: Sequence[Piece]) -> dict[str, Field]:
    """What the pieces that open a paper say of its meeting. A fact that is not printed is not there."""
    facts: dict[str, Field] = {}
    pieces = whole_titles([p.unmarked() if p.marker and _VALUE.match(p.text) else p for p in pieces])
    for i, piece in enumerate(pieces):
        for name, field in _labelled(piece):
            facts.setdefault(name, with_lines_below(field, piece, pieces[i + 1 :]) if name == "venue" else field)
    date = _date(pieces)
    if date is not None:
        sure = 1.0 if _is_the_date(pieces, *date) else 0.75
        facts.setdefault("meeting_date", date[0].field(date[1].start("date"), date[1].end("date"), sure))
    for name, field in _times(pieces, date[0] if date else None):
        facts.setdefault(name, field)
    body = body_of(pieces)
    if body is not None:
        facts.setdefault("body", body)
    venue = venue_of(pieces, date[0] if date else None)
    if venue is not None:
        facts.setdefault("venue", venue)
    return facts


_SHORT = 40  # characters beside the date
_VALUE = re.compile(
    rf"(?:am|pm|a\.m|p\.m|hours|hrs|to|–|-|until|{MONTH})(?!\w)", re.IGNORECASE
)  # what was taken for a list's number is a time or day


# A summons says when the meeting is; the date over it is that of the letter.
_TO_BE_HELD = late(
    r"\b(?:summoned|notice is (?:hereby )?given|invited|(?:to|will) be held|(?:will|to) take place)\b", re.IGNORECASE
)


def _date(pieces: Sequence[Piece]) -> tuple[Piece, re.Match[str]] | None:
    """The first date that is no other meeting's; of a letter that calls to a meeting the meeting's own."""
    every = [(p, m) for p in pieces for m in DATE.finditer(p.text) if not _other_meeting(p.text, m.start())]
    own = [d for d in every if not _is_stamp(*d)]
    dates = iter(own or every)
    first = next(dates, None)
    if first is None or first[0].label is not None or first[1].group().strip() != first[0].text.strip(" ."):
        return first
    return next((d for d in dates if _TO_BE_HELD.search(d[0].text[: d[1].start()])), first)


# Over the title of minutes that are a paper of a later meeting: `15 August 2024   Item 4`
_STAMP = late(
    r"\W*(?:agenda\s+)?(?:item|enclosure|appendix|annex|paper)\s*(?:no\.?\s*)?[A-Z]?\d{0,2}[A-Z]?(?:\.\d)?\W*",
    re.IGNORECASE,
)


def _is_stamp(piece: Piece, date: re.Match[str]) -> bool:
    """Whether the line of a date holds but it and the item of an agenda, which are those of the meeting that is given the paper."""
    start, end = next((s for s in piece.line_spans if s[0] <= date.start() < s[1]), (0, len(piece.text)))
    rest = f"{piece.text[start : date.start()]} {piece.text[date.end() : end]}"
    return len(rest) < _SHORT and _STAMP.fullmatch(rest) is not None


def _is_the_date(pieces: Sequence[Piece], piece: Piece, match: re.Match[str]) -> bool:
    """Whether a date is surely the meeting's: the only one, or one that the words before it call so."""
    before = f"{piece.label or ''} {piece.text[: match.start()]}"
    called = re.search(
        r"\b(?:held|meeting|minutes|agenda|on|date|committee|board|council|panel)\b", before, re.IGNORECASE
    )
    return called is not None or len({fold(m["date"]) for p in pieces for m in DATE.finditer(p.text)}) == 1


def _other_meeting(text: str, place: int) -> bool:
    """Whether a date is that of minutes to be approved, or of the next meeting."""
    before = text[:place].casefold()
    return bool(
        re.search(
            r"next meeting|previous meeting|last meeting|\b(?:previous|next|last)(?: minutes| call)?\s*:\s*$"
            r"|(?:approved|published|issued|amended|updated)(?!\s+minutes)|version|draft\s+v",
            before[-60:],
        )
    )


LONGEST_LABEL = 24  # characters
_SIDE_BY_SIDE = re.compile(r"\s\|\s(?=[A-Za-z][A-Za-z /&]{1,24}?\s*:)")


def _labelled(piece: Piece) -> Iterator[tuple[str, Field]]:
    """Facts set as label and value: in two cells, or `Venue: …` in a line."""
    parts = list(_SIDE_BY_SIDE.finditer(piece.text)) if " | " in piece.text and piece.label is None else []
    if parts:  # `Chair: A Smith | Scribe: B Jones`
        starts, stops = [0, *(m.end() for m in parts)], [*(m.start() for m in parts), len(piece.text)]
        for start, stop in zip(starts, stops, strict=True):
            own = [n for n, (a, b) in enumerate(piece.spans) if start <= a and b <= stop]
            yield from _labelled(piece.part(own[0], own[-1] + 1)) if own else ()
        return
    label, start = piece.label, 0
    if label is None and len(piece.lines) > 1 and (below := _fact_line(piece)):
        yield from _labelled(piece.part(below, len(piece.words)))  # `Venue: …` on the line below the title
        piece = piece.part(0, below)
    if label is None:
        match = re.match(r"(?P<label>[A-Za-z][A-Za-z /&]{1,24}?)\s*:\s*(?=\S)", piece.text)
        if match is None or (piece.bold_head > match.end() + 40 and not match["label"].isupper()):
            return
        label, start = match["label"], match.end()
    name = fact_named(label)
    if name is None:
        return
    if name in {"time", "meeting_date", "end_time"}:
        date = DATE.search(piece.text, start)
        if name == "meeting_date" and date:
            yield "meeting_date", piece.field(date.start("date"), date.end("date"))
        dated = date is not None and name == "meeting_date"
        time = TIME.search(piece.text, date.end() if date and dated else start)
        if time is None and date is not None and dated:
            time = TIME.search(piece.text[: date.start()], start)  # `9.30 am, Thursday 25 September 2025`
        if time:
            yield (
                "end_time" if name == "end_time" else "start_time",
                piece.field(time.start("start"), time.end("start")),
            )
            if time["end"]:
                yield "end_time", piece.field(time.start("end"), time.end("end"))
    elif name == "chair" and not _begins_with_person(piece.text, start):
        return  # `Chair: Treaty and Land Acknowledgement` heads what the chair says
    elif name == "body" or piece.label is not None or name in {"venue", "chair"}:
        yield name, piece.field(start, note=label)


def _fact_line(piece: Piece) -> int:
    """The first word of a line below the first that begins with the label of a fact; 0 where none does."""
    for (a, b), (start, end) in zip(piece.lines[1:], piece.line_spans[1:], strict=False):
        label, colon, _ = piece.text[start:end].partition(":")
        if colon and b > a and len(label) <= LONGEST_LABEL and fact_named(label) is not None:
            return a
    return 0


def _begins_with_person(text: str, start: int) -> bool:
    people = persons_of_list(text, start, len(text))
    return bool(people) and not any(c.isalnum() for c in text[start : people[0].name.start])


# Before a time that is none of the meeting's: `The deadline for call-in is 5.00 pm on …`.
_OTHER_TIME = re.compile(
    r"\b(?:deadline|call(?:ed)?[- ]in|expir\w+|into (?:force|effect)|implement\w*|publish\w+|no later than|closing date)\b[^.]*$",
    re.IGNORECASE,
)

# Behind the time it began: `The meeting began at 10.02 am and ended at 11.48 am`.
_AND_ENDED = late(
    rf"[\s,]*(?:and|[–-])?\s*(?:it\s+|the\s+meeting\s+)?(?:ended|closed|finished|concluded|rose|adjourned|terminated|ending|closing|finishing|concluding)\s+(?:at\s+)?(?P<end>{CLOCK})",
    re.IGNORECASE,
)


def _times(pieces: Sequence[Piece], dated: Piece | None) -> Iterator[tuple[str, Field]]:
    near = [dated] if dated is not None else []
    near += [p for p in pieces[:12] if p is not dated and len(p.text) < 260]
    for piece in near:
        date = DATE.search(piece.text)
        for match in TIME.finditer(piece.text):
            if date and date.start() <= match.start() < date.end():
                continue
            if _OTHER_TIME.search(piece.text[max(0, match.start() - 70) : match.start()]):
                continue
            lettered = re.search(r"[a-z]", match["start"], re.IGNORECASE)
            if (
                not lettered
                and ":" not in match["start"]
                and not match["end"]
                and not piece.text[: match.start()].rstrip().casefold().endswith("at")
            ):
                continue
            yield "start_time", piece.field(match.start("start"), match.end("start"))
            ended = match if match["end"] else _AND_ENDED.match(piece.text, match.end())
            if ended:
                yield "end_time", piece.field(ended.start("end"), ended.end("end"))
            return


def is_chair(role: str) -> bool:
    """Whether a printed role is that of the one who led the meeting."""
    folded = fold(role)
    inside = re.search(r"\(([^(),]+)\)$", role)  # `Trustee (Chair)`
    if inside and is_chair(inside[1]):
        return True
    first = fold(re.split(r"[,;(&/]| and ", role)[0])  # `Chair, co-opted governor`
    last = fold(re.split(r"[,;]|\band\b", role)[-1])  # `Non-Executive Member, Chair`, `Leader of the Council and Chair`
    return (
        not {first, last}.isdisjoint(words_of("meeting_facts", "chair"))
        or first in {"chair of governors", "chair of the board", "chair of trustees"}
        or folded in {"in the chair", "chair in the chair", "acting chair", "chairing", "presiding"}
        or first in {"cathaoirleach", "cadeirydd", "shire president", "presiding member", "presiding officer"}
    )
