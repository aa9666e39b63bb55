"""Dates and times as papers of meetings print them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.meeting.pieces import Piece
from models.late import late
from models.record import Field

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr"
    r"|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)


DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s*(?:the\s+)?)?"  # `Wednesday14th` lacks its space


# A day, or several together, without a year: `15-16 May`, `Friday 4 and Saturday 5 June`, `May 3`.
_DAY_OF = rf"{DAY}\d{{1,2}}(?:st|nd|rd|th)?"
DAYS = (
    rf"(?:{_DAY_OF}(?:\s*(?:-|–|to|and|&)\s*{_DAY_OF})?\s+(?:of\s+)?{MONTH}|{DAY}{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?)\b"
)


DATE = re.compile(
    rf"(?P<date>{DAY}\d{{1,2}}\s?(?:st|nd|rd|th)?\s+(?:of\s+|day\s+of\s+)?{MONTH},?\s+\d{{4}}"
    rf"|{MONTH}\s+\d{{1,2}}(?:(?:st|nd|rd|th)?,?\s+|,)\d{{4}}"
    # one mark parts all of it: `20/23-24` is a paper's number in the session 2023-24
    r"|\b\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.|-\d{1,2}-)(?:20)?\d\d\b|\b20\d\d-\d\d-\d\d\b)",
    re.IGNORECASE,
)


CLOCK = (
    r"(?:\d{1,2}[:.]\d{2}\s*(?:am|pm|a\.m\.?|p\.m\.?|hours|hrs|noon)?|\d{1,2}\s*(?:am|pm|a\.m\.?|p\.m\.?|noon)"
    r"|\d{4}\s*(?:hours|hrs)|(?:12\s+)?noon|midday)"
)


TIME = re.compile(
    rf"(?<![\d/.-])(?P<start>{CLOCK})(?:\s*(?:-|–|—|to|until)\s*(?P<end>{CLOCK}))?(?![\d/])", re.IGNORECASE
)


ENDED = re.compile(
    rf"\b(?:meeting|session|business|Chair(?:man)?|Mayor|Panel|Board|Committee|Council)"
    rf"\b[^.]{{0,60}}?\b(?:ended|closed|finished|concluded|rose|adjourn(?:ed|s)?|terminated)"
    rf"\b[^.]{{0,60}}?\bat\s+(?:approximately\s+)?(?P<time>{CLOCK})"
    rf"|\b(?:ended|closed|finished|concluded|adjourn(?:ed|ment)?|closure|close|end|finish)\b(?:\s+of\s+(?:the\s+)?meeting"
    rf"|\s+the\s+(?:business|proceedings)(?:\s+of\s+the\s+(?:meeting|council|committee))?|\s+the\s+meeting|\s+time)?\s*(?:at|:|-|–)\s*(?P<bare>{CLOCK})"
    rf"|(?:\bmeeting\s+(?:was\s+)?(?:ended|closed|finished|concluded|adjourned|terminated)[\s,]+\(?|^adjourn(?:ment|ed)?\s+[(\[])(?P<plain>{CLOCK})"
    rf"|^(?:At\s+)?(?P<first>{CLOCK})[,\s]+(?:(?:the\s+)?(?:[A-Z]\w+\s+)?(?:meeting|Council|Board|Commission|Committee)\s+(?:was\s+)?adjourned\b"
    r"|The\s+(?:chair\w*|(?:deputy\s+)?mayor)\b[^.]{0,120}?\bdeclared\s+the\s+meeting\s+closed\b)",
    re.IGNORECASE,
)


# and went on later: `The hearing adjourned at 11.55 am and reconvened at 1.20 pm`
_AGAIN = re.compile(
    r"[^.;]{0,40}\b(?:re-?conven\w+|resum\w+|re-?start\w+|re-?open\w+|for (?:a |an |lunch|\w+ minutes)|(?:short|comfort) break)",
    re.IGNORECASE,
)
# `(Duration of meeting: 10.00 am - 1.25 pm)`
_DURATION = late(
    rf"\W*duration\s+of\s+(?:the\s+)?(?:meeting|hearing|session)\W{{1,4}}(?:from\s+)?(?P<start>{CLOCK})\s*(?:-|–|—|to|until)\s*(?P<end>{CLOCK})",
    re.IGNORECASE,
)
# what else ends at a time: `The public hearing was closed at 7:40 pm`
_OTHER_END = re.compile(
    r"\b(?:hearings?|floor|public\s+comments?|comment\s+period|public\s+participation|consultation|polls?|bids?|tenders?|nominations|(?:executive|closed)\s+session)\b",
    re.IGNORECASE,
)
# On a line of its own, below what ended then: `Time: 12:09 pm.` under a motion to adjourn
_AT = re.compile(rf"[(\[]?Time\s*[:–-]\s*(?P<time>{CLOCK})[)\]]?\W*", re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:adjourn(?:ed|s|ment)?(?!\s+(?:in)?to\b)|terminat\w+|closur?e|closed(?!\s+(?:session|part|meeting))|clos(?:e|ing)\s+of|concluded)\b",
    re.IGNORECASE,
)
NEAR = 4  # pieces above such a line
_OPENED = r"opened(?!\s+(?:the\s+)?(?:public\s+)?(?:hearing|floor|comment))"
STARTED = late(
    rf"\b(?:meeting|session|Chair(?:man)?|Mayor)\b[^.]{{0,80}}?\b(?:{_OPENED}|started|commenced|began|convened|called to order)"
    rf"\b[^.]{{0,90}}?(?:\bat|@)\s+(?:approximately\s+)?(?P<time>{CLOCK})"
    rf"|\b(?:declared\s+(?:the\s+)?(?:meeting|session)\s+open(?:ed)?|(?:opened|convened|commenced)\s+the\s+(?:meeting|session))"
    rf"\b[^.]{{0,60}}?(?:\bat|@)\s+(?:approximately\s+)?(?P<declared>{CLOCK})"
    rf"|\bto order\b[^.]{{0,40}}?(?:\bat|@)\s+(?:approximately\s+)?(?P<ordered>{CLOCK})"
    rf"|\b(?:call(?:ed)? to order|meeting (?:opened|commenced|began|started))\s*(?:[:–-]|at|@)\s*(?P<bare>{CLOCK})",
    re.IGNORECASE,
)


# At the end of minutes: `(The meeting started at 7.00 pm and finished at 8.15 pm)`, `Meeting commenced 7.00 pm`
_LASTED = late(
    rf"\b(?:meeting|session|business|committee|council|board|panel),?\s+(?:(?:which|that|having)\s+)?(?:was\s+)?(?:opened|started|commenced|began|convened)\s*(?:at|:|-|–)?\s*(?P<time>{CLOCK})"
    rf"|^\W*(?:started|commenced|began|opened|start(?:\s+time)?)\s*(?:at|:|-|–)?\s*(?P<bare>{CLOCK})",
    re.IGNORECASE,
)
ENDING = 12  # pieces at the end of minutes


def ended_in(text: str) -> re.Match[str] | None:
    """Where a text says when the meeting ended: not where it says that it went on later."""
    match = ENDED.search(text)
    return None if match is None or _AGAIN.match(text, match.end()) else match


def told_at(piece: Piece) -> Piece:
    """The piece, its time no number of a list: `2.51 pm` at its head."""
    timed = piece.marker is not None and piece.text[:2].casefold() in {"am", "pm", "a.", "p."}
    return piece.unmarked() if timed and TIME.match(f"{piece.marker} {piece.text[:4]}") else piece


def _lasted_in(text: str) -> re.Match[str] | None:
    return _DURATION.match(text) if "uration" in text[:12] or "URATION" in text[:12] else None


def end_time(pieces: Sequence[Piece]) -> Field | None:
    """When the meeting ended, as its last lines say."""
    last = [told_at(p) for p in pieces[-40:]]
    for i, piece in reversed(list(enumerate(last))):
        alone = _AT.fullmatch(piece.text) if piece.text[:6].strip("([").casefold().startswith("time") else None
        if alone is not None and any(_ENDS.search(p.text) for p in last[max(0, i - NEAR) : i]):
            return piece.field(*alone.span("time"), 0.85)
        lasted = _lasted_in(piece.text)
        if lasted is not None:
            return piece.field(*lasted.span("end"), 0.9)
        match = ended_in(piece.text)
        if match and not _ends_otherwise(piece.text, match):
            name = next(n for n in ("time", "bare", "plain", "first") if match[n])
            return piece.field(match.start(name), match.end(name), 0.9)
    return None


def _ends_otherwise(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence says of a part of the meeting, or of something else, that it ended."""
    sentence = text[max(text.rfind(". ", 0, match.start()), 0) : match.end()]
    return _OTHER_END.search(sentence) is not None and "adjourn" not in sentence.casefold()


def told_at_end(pieces: Sequence[Piece]) -> Field | None:
    """When the meeting began, where the lines that say when it ended say so: `The meeting commenced at 1 pm and concluded at 5 pm`."""
    last = pieces[-ENDING:]
    for i, piece in reversed(list(enumerate(last))):
        lasted = _lasted_in(piece.text)
        if lasted is not None:
            return piece.field(*lasted.span("start"), 0.9)
        if not any(ENDED.search(p.text) for p in last[max(0, i - 1) : i + 2]):
            continue
        match = _LASTED.search(piece.text)
        if match is not None:
            name = "time" if match["time"] else "bare"
            return piece.field(*match.span(name), 0.9)
    return None


def start_time(pieces: Sequence[Piece]) -> Field | None:
    """When the meeting began, where a sentence of its first items says so."""
    for piece in pieces[:30]:
        match = STARTED.search(piece.text)
        if match:
            name = next(n for n in ("time", "declared", "ordered", "bare") if match[n])
            return piece.field(match.start(name), match.end(name), 0.85)
    return None
