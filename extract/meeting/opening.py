"""What minutes and agendas say of their meeting: body, date, start and end, place, chair."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.meeting.pieces import Piece
from extract.meeting.vocabulary import vocabulary, words_of
from extract.vocabularies import rows
from extract.wording import fold
from models.record import Field

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+(?:the\s+)?)?"
DATE = re.compile(
    rf"(?P<date>{_DAY}\d{{1,2}}\s?(?:st|nd|rd|th)?\s+(?:of\s+|day\s+of\s+)?{_MONTH},?\s+\d{{4}}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    r"|\b\d{1,2}[/.-]\d{1,2}[/.-](?:20)?\d\d\b|\b20\d\d-\d\d-\d\d\b)",
    re.IGNORECASE,
)
_CLOCK = r"(?:\d{1,2}[:.]\d{2}\s*(?:am|pm|a\.m\.?|p\.m\.?|hours|hrs|noon)?|\d{1,2}\s*(?:am|pm|a\.m\.?|p\.m\.?|noon)|\d{4}\s*(?:hours|hrs)|(?:12\s+)?noon|midday)"
TIME = re.compile(rf"(?<![\d/.-])(?P<start>{_CLOCK})(?:\s*(?:-|–|—|to|until)\s*(?P<end>{_CLOCK}))?(?![\d/])", re.IGNORECASE)
ENDED = re.compile(
    rf"\b(?:meeting|session|business|Chair(?:man)?|Mayor|Panel|Board|Committee|Council)\b[^.]{{0,60}}?\b(?:ended|closed|finished|concluded|rose|adjourned|terminated)\b[^.]{{0,60}}?\bat\s+(?:approximately\s+)?(?P<time>{_CLOCK})"
    rf"|\b(?:ended|closed|finished|concluded|closure|close|end|finish)\b(?:\s+of\s+(?:the\s+)?meeting|\s+the\s+meeting|\s+time)?\s*(?:at|:|-|–)\s*(?P<bare>{_CLOCK})",
    re.IGNORECASE,
)
STARTED = re.compile(rf"\b(?:meeting|session|Chair(?:man)?)\b[^.]{{0,50}}?\b(?:opened|started|commenced|began|convened)\b[^.]{{0,40}}?\bat\s+(?P<time>{_CLOCK})", re.IGNORECASE)
CLOSING = re.compile(
    r"^(?:(?:there being|with) no (?:further|other) business|the meeting (?:was )?(?:then )?(?:ended|closed|finished|concluded|rose|terminated)|meeting (?:closed|ended|finished)"
    r"|the chair(?:man)? (?:then )?(?:closed|thanked (?:everyone|members|all|those)\b.{0,60}\bclosed)|drawing the meeting to a close|signed\b|chair(?:man)?\s*[.…_:]*$|chair(?:man)?\s*(?:…|\.{3}|_{3})|date\s*[.…_]{3}"
    r"|(?:mayor|president|secretary|clerk|reeve|convener|provost)\s*:?\s*[_….]{3,}|signature|\(?duration of (?:the )?meeting|this was all the business|minutes (?:signed|approved|prepared|taken)\b|(?:mayor|chair(?:man|person)?|clerk|reeve|president)\s*:\s*(?:$|(?:[A-Z][a-z-]+\s?){1,3}:)|\.{3,}|…+|_{3,})",
    re.IGNORECASE,
)
MEETING_OF = re.compile(
    rf"\bmeeting\s+of\s+(?:the\s+)?(?P<body>[^,:;]{{4,120}}?)(?=\s+(?:which was\s+|was\s+|to be\s+)?(?:held|will be|took place|on\b|at\b|in\b)|\s*[,:;(–]|\s+-\s|\s+{_DAY}\d{{1,2}}|$)",
    re.IGNORECASE,
)
TITLED = re.compile(
    r"^(?:draft\s+|unconfirmed\s+|confirmed\s+)?(?P<body>[A-Z][^,:;–]{3,90}?)\s+(?:public\s+|open\s+|ordinary\s+)?(?:meeting\s*)?(?:[–-]\s*)?(?:minutes|agenda|notes)\b(?!\s+of)",
    re.IGNORECASE,
)
MINUTES_OF = re.compile(rf"^(?:draft\s+)?(?:minutes|notes|agenda)\s+(?:of|for)\s+(?:the\s+)?(?P<body>[^,:;]{{4,90}}?)\s+(?:meeting\s+)?(?:held|on\s+{_DAY}\d)", re.IGNORECASE)
X_MEETING = re.compile(r"\b(?:minutes|notes|agenda|record)\s+(?:of|for)\s+(?:the|a|an)\s+(?P<body>[^,:;]{4,90}?)\s+(?:meeting)\b", re.IGNORECASE)
VENUE = (
    re.compile(
        rf"\b(?:held|take place|took place|be held)\s+(?:virtually\s+|remotely\s+)?(?:in|at)\s+(?:the\s+)?(?P<venue>[^;]{{4,140}}?)(?=,?\s+(?:on|at|from|(?:commencing|starting|beginning)(?:\s+at)?)\s+(?:{_DAY}\d|{_CLOCK})|\.?\s*$|\.\s)",
        re.IGNORECASE,
    ),
    re.compile(rf"{_CLOCK}\s*(?:,|–|-|in|at)\s+(?:the\s+)?(?P<venue>(?:[A-Z]|the\s)[^;]{{4,140}}?)\.?$", re.IGNORECASE),
    re.compile(rf"\b\d{{4}},?\s+(?:in|at)\s+(?:the\s+)?(?P<venue>[A-Z][^;]{{4,120}}?)(?=,?\s+(?:at|from|(?:commencing|starting|beginning)(?:\s+at)?)\s+{_CLOCK}|\.?$)"),
)
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b")
_PLACES = re.compile(
    r"\b(?:Chamber|Hall|House|Centre|Room|Suite|Library|Building|Street|Road|Headquarters|HQ|Office|Offices|School|Hotel|Theatre|Microsoft Teams|MS Teams|Teams|Zoom|Virtual|Online|Remote|Campus|Pavilion)\b",
    re.IGNORECASE,
)
_GENERIC = frozenset("the parish town city county district borough community council board panel committee trustees governors governing body trust full annual".split())
_SPLIT = re.compile(r"\s+[–—-]\s+|\s*[|:]\s*")


def meeting_facts(pieces: Sequence[Piece]) -> dict[str, Field]:
    """What the pieces that open a paper say of its meeting. A fact that is not printed is not there."""
    facts: dict[str, Field] = {}
    pieces = [p.unmarked() if p.marker and _VALUE.match(p.text) else p for p in pieces]
    for piece in pieces:
        for name, field in _labelled(piece):
            facts.setdefault(name, field)
    date = next(((p, m) for p in pieces for m in DATE.finditer(p.text) if not _other_meeting(p.text, m.start())), None)
    if date is not None:
        facts.setdefault("meeting_date", date[0].field(date[1].start("date"), date[1].end("date")))
    for name, field in _times(pieces, date[0] if date else None):
        facts.setdefault(name, field)
    body = _body(pieces)
    if body is not None:
        facts.setdefault("body", body)
    venue = _venue(pieces, date[0] if date else None)
    if venue is not None:
        facts.setdefault("venue", venue)
    return facts


_VALUE = re.compile(rf"(?:am|pm|a\.m|p\.m|hours|hrs|to|–|-|until|{_MONTH})(?!\w)", re.IGNORECASE)  # what was taken for a list's number is a time or day


def _other_meeting(text: str, place: int) -> bool:
    """Whether a date is that of minutes to be approved, or of the next meeting."""
    before = text[:place].casefold()
    return bool(re.search(r"next meeting|previous meeting|last meeting|approved|published|issued|amended|updated|version|draft\s+v", before[-60:]))


def _labelled(piece: Piece) -> Iterator[tuple[str, Field]]:
    """Facts set as label and value: in two cells, or `Venue: …` in a line."""
    label, start = piece.label, 0
    if label is None:
        match = re.match(r"(?P<label>[A-Za-z][A-Za-z /&]{1,24}?)\s*:\s*(?=\S)", piece.text)
        if match is None or piece.bold_head > match.end() + 40:
            return
        label, start = match["label"], match.end()
    name = vocabulary("meeting_facts").get(fold(label))
    if name is None:
        return
    if name in {"time", "meeting_date", "end_time"}:
        date = DATE.search(piece.text, start)
        if name == "meeting_date" and date:
            yield "meeting_date", piece.field(date.start("date"), date.end("date"))
        time = TIME.search(piece.text, date.end() if date and name == "meeting_date" else start)
        if time:
            yield "end_time" if name == "end_time" else "start_time", piece.field(time.start("start"), time.end("start"))
            if time["end"]:
                yield "end_time", piece.field(time.start("end"), time.end("end"))
    elif name == "body" or piece.label is not None or name in {"venue", "chair"}:
        yield name, piece.field(start, note=label)


def _times(pieces: Sequence[Piece], dated: Piece | None) -> Iterator[tuple[str, Field]]:
    near = [dated] if dated is not None else []
    near += [p for p in pieces[:12] if p is not dated and len(p.text) < 260]
    for piece in near:
        date = DATE.search(piece.text)
        for match in TIME.finditer(piece.text):
            if date and date.start() <= match.start() < date.end():
                continue
            lettered = re.search(r"[a-z]", match["start"], re.IGNORECASE)
            if not lettered and ":" not in match["start"] and not match["end"] and not piece.text[: match.start()].rstrip().casefold().endswith("at"):
                continue
            yield "start_time", piece.field(match.start("start"), match.end("start"))
            if match["end"]:
                yield "end_time", piece.field(match.start("end"), match.end("end"))
            return


def _body(pieces: Sequence[Piece]) -> Field | None:
    """The body that met: named in `meeting of the …`, in a title line, or as `the … meeting`."""
    for piece in pieces[:14]:
        match = MEETING_OF.search(piece.text)
        if match and names_body(match["body"]):
            return _fuller(match["body"], pieces) or piece.field(match.start("body"), match.end("body"), 0.9)
    for piece in pieces[:10]:
        match = MINUTES_OF.match(piece.text) if piece.label is None else None
        if match and names_body(match["body"]):
            return piece.field(match.start("body"), match.end("body"), 0.85)
        if piece.label is not None or len(piece.text) > 160:
            continue
        for start, end in [*piece.line_spans, (0, len(piece.text))]:
            match = TITLED.match(piece.text[start:end])
            if match and names_body(match["body"]):
                return piece.field(start + match.start("body"), start + match.end("body"), 0.85)
    titles = list(_leading_titles(pieces))
    if titles:
        return titles[-1] if len(titles) < 2 or not _inside(titles[-1].text, titles[0].text) else titles[0]
    for piece in pieces[:14]:
        match = X_MEETING.search(piece.text)
        if match and match["body"].casefold() not in {"annual", "ordinary", "last", "previous", "special", "full"}:
            return piece.field(match.start("body"), match.end("body"), 0.75)
    return None


def _fuller(body: str, pieces: Sequence[Piece]) -> Field | None:
    """`the Parish Council` as the title line names it in full, unless a title line names it just so."""
    if any(not w.casefold() in _GENERIC for w in re.findall(r"[\w’'-]+", body)):
        return None
    titles = [found for piece in pieces[:8] if piece.label is None for found in _title_lines(piece)]
    if any(fold(t.text) == fold(body) for t in titles):
        return None
    return next((t for t in titles if fold(t.text).endswith(fold(body))), None)


def _leading_titles(pieces: Sequence[Piece]) -> Iterator[Field]:
    """The lines at the head of a paper that name bodies, up to its facts: the last names the one that meets."""
    missed = 0
    for piece in pieces[:10]:
        if piece.label is not None or missed > 2:
            return
        found = list(_title_lines(piece))
        yield from found
        missed = 0 if found else missed + 1


def _inside(short: str, long: str) -> bool:
    return short != long and fold(short) in fold(long)


def _title_lines(piece: Piece) -> Iterator[Field]:
    """Lines that do nothing but name a body, alone or before a dash and a date."""
    if len(piece.text) > 240 or piece.marker:
        return
    spans = [*piece.line_spans] if len(piece.line_spans) > 1 else []
    for start, end in [(0, len(piece.text)), *spans]:
        text = piece.text[start:end]
        cut = _SPLIT.search(text)
        head = text[: cut.start()] if cut and DATE.search(text[cut.end() :]) else text
        inner = re.search(r"\s[–—-]\s(?P<inner>[^–—]+?)(?:\s*\([^)]*\))?$", head)
        if inner and names_body(inner["inner"]):
            yield piece.field(start + inner.start("inner"), start + inner.end("inner"), 0.8)
            return
        if names_body(head) and not re.match(r"(?:minutes|notes|agenda|report)\b", head, re.IGNORECASE):
            yield piece.field(start, start + len(head), 0.85)
            return


def names_body(text: str) -> bool:
    """Whether a text is the name of a body: few words, one of them (the last, or before `of`) a word for a body."""
    words = re.findall(r"[a-z]+", fold(text))
    if not 1 <= len(words) <= 12 or any(c.isdigit() for c in text):
        return False
    named = {w for row in rows("bodies") for w in row["printed"].split()[-1:]}
    words[-1] = words[-1] if words[-1] in named else words[-1].removesuffix("s")
    if words[-1] in named or (words[-1] == "meeting" and len(words) > 1 and words[-2] in named):
        return True
    return "of" in words and any(w in named for w in words[: words.index("of")][:3])


def _venue(pieces: Sequence[Piece], dated: Piece | None) -> Field | None:
    for piece in pieces[:14]:
        if piece.label is not None:
            continue
        for pattern in VENUE:
            match = pattern.search(piece.text)
            if match and not DATE.match(match["venue"]) and fold(match["venue"]) not in {"person", "public", "private", "camera"}:
                lead = re.match(r"(?:(?:in|at|via)\s+)?(?:the\s+)?", match["venue"])
                return piece.field(match.start("venue") + (lead.end() if lead else 0), match.end("venue"), 0.85)
    at = next((i for i, p in enumerate(pieces) if p is dated), None)
    if at is None:
        return None
    for piece in pieces[at : at + 3]:  # a line of its own, near the date
        for start, end in piece.line_spans if len(piece.line_spans) > 1 else [(0, len(piece.text))]:
            text = piece.text[start:end].rstrip(". ")
            lead = re.match(r"(?:in|at|via)\s+(?:the\s+)?", text, re.IGNORECASE)
            if lead and lead.end() < len(text):
                start, text = start + lead.end(), text[lead.end() :]
            whole = not DATE.search(text) and "@" not in text and not re.search(r"https?:|www\.|:\s", text)
            if whole and len(text) < 140 and (POSTCODE.search(text) or (_PLACES.search(text) and not names_body(text) and "," in text)):
                return piece.field(start, start + len(text), 0.85)
    return None


def end_time(pieces: Sequence[Piece]) -> Field | None:
    """When the meeting ended, as its last lines say."""
    for piece in reversed(pieces[-40:]):
        match = ENDED.search(piece.text)
        if match:
            name = "time" if match["time"] else "bare"
            return piece.field(match.start(name), match.end(name), 0.9)
    return None


def start_time(pieces: Sequence[Piece]) -> Field | None:
    """When the meeting began, where a sentence of its first items says so."""
    for piece in pieces[:30]:
        match = STARTED.search(piece.text)
        if match:
            return piece.field(match.start("time"), match.end("time"), 0.85)
    return None


def is_chair(role: str) -> bool:
    """Whether a printed role is that of the one who led the meeting."""
    folded = fold(role)
    first = fold(re.split(r"[,;(&/]| and ", role)[0])  # `Chair, co-opted governor`
    return first in words_of("meeting_facts", "chair") or first in {"chair of governors", "chair of the board", "chair of trustees"} or folded in {"in the chair", "chair in the chair", "acting chair", "chairing"}
