"""Actions written in parts between dashes: `A Smith – write to the school – 6 June`, or with the owner behind."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from extract.meeting.names import has_role, is_name, title_end
from extract.meeting.when import MONTH
from models.late import late

Span = tuple[int, int]
# `(by 16 May 2025)` at the end of an action
DUE_IN_BRACKETS = re.compile(r"\s*[(\[](?P<due>[^()\[\]]{3,40})[)\]]\s*\.?\s*$")
SENTENCE_END = re.compile(r"[.;?!]\s+(?=[A-Z])")
SEVERAL = re.compile(
    r"(?:Cllrs|Councillors|Messrs|Drs|Professors)\.?\s+"
)  # one title for several people, who may be surnames
EVERYBODY = frozenset({"all", "everyone", "all members", "all present"})
_LEAD = re.compile(
    r"\s*(?P<who>[A-Z][\w’'.-]*(?:(?:\s*[/&,+]\s*|\s+and\s+|\s+)(?:[A-Z][\w’'.-]*|of|the|for)){0,6})(?:\s*:|\s+[–—-])\s+(?=\S)"
)
_BRACKETED = re.compile(r"\s*[\[(](?P<who>[^\[\]()]{2,60})[\])]\s*[:–—-]?\s*(?=[^\W\d_])")  # `[AB, CD] Write to …`
DASH = re.compile(r"\s+[–—-]\s+")
INITIALS = re.compile(r"[A-Z]{2,4}[a-z]?(?:\s?[/&,+]\s?[A-Z]{2,4}[a-z]?)*")
_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?"
WHEN = late(
    r"(?:(?:due|deadline)\s*:?\s*)?(?:(?:by|before|for|at|in time for|no later than|end(?: of)?|mid|early|late)\s+)*"
    r"(?:the\s+)?(?:end of\s+(?:the\s+)?)?"
    rf"(?:{_DAY}{MONTH}(?:,?\s+\d{{4}})?(?:\s+(?:meeting|board|committee))?|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|20\d\d|Q[1-4](?:\s+[\d/]+)?"
    r"|(?:the\s+)?(?:next|following)\s+(?:\w+\s+)?(?:meeting|board|committee|week|month|quarter|year)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri)day|month|week|year|quarter|term|ongoing|asap|immediate(?:ly)?)\s*\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Parts:
    """Where owner, action and date stand in a text. `sure` is the chance that this is what the parts are."""

    owner: Span
    action: Span
    due: Span | None
    sure: float


def dashed_parts(text: str, start: int, end: int, known: Collection[str] = ()) -> Parts | None:
    """The parts of an action between dashes; None where neither its first nor its last part is somebody.

    `known` are the names of those at the meeting, word by word.
    """
    parts = list(_parts(text, start, end))
    due = parts.pop() if len(parts) > 1 and WHEN.fullmatch(text[slice(*parts[-1])]) else None
    if len(parts) < 2:
        return _owner_behind(text, parts[0], due, known) if due is not None else None
    if due is None and (bracket := DUE_IN_BRACKETS.search(text, parts[-1][0], end)) and WHEN.fullmatch(bracket["due"]):
        due = bracket.span("due")
        parts[-1] = (parts[-1][0], bracket.start())
    sure = 0.9 if due is not None else 0.75  # without a date the dash may be one of the sentence
    for owner, rest in ((parts[0], parts[1:]), (parts[-1], parts[:-1])):
        if _is_somebody(text[slice(*owner)], known):
            return Parts(owner, (rest[0][0], rest[-1][1]), due, sure)
    return None


def lead_owner(text: str, start: int, end: int, known: Collection[str] = ()) -> tuple[Span, int] | None:
    """Who is named at the head of an action, before a colon or a dash or in brackets, and where its words begin:
    `Jim: circulate the draft`."""
    match = _LEAD.match(text, start, end) or _BRACKETED.match(text, start, end)
    return (match.span("who"), match.end()) if match is not None and _is_somebody(match["who"], known) else None


def due_in_brackets(text: str, start: int, end: int) -> tuple[int, Span] | None:
    """Where an action ends that a date in brackets follows, and the date: `… (due 14 June)`."""
    match = DUE_IN_BRACKETS.search(text, start, end)
    return (match.start(), match.span("due")) if match is not None and WHEN.fullmatch(match["due"]) else None


def due_behind_dash(text: str, start: int, end: int) -> tuple[int, Span] | None:
    """Where an action ends that a date behind a dash follows, and the date: `… – by 20 June 2024`."""
    *before, last = _parts(text, start, end)
    return (before[-1][1], last) if before and WHEN.fullmatch(text[slice(*last)]) else None


def due_behind(text: str, start: int, end: int) -> tuple[int, Span] | None:
    """Where an action ends that a date follows, in brackets or behind a dash, and the date."""
    return due_in_brackets(text, start, end) or due_behind_dash(text, start, end)


def _owner_behind(text: str, told: Span, due: Span, known: Collection[str]) -> Parts | None:
    """An action in sentences with its owner behind them: `To write to the school. Mrs A Smith – by 6 June`."""
    for match in SENTENCE_END.finditer(text, *told):
        owner = (match.end(), told[1])
        if _is_somebody(text[slice(*owner)], known):
            return Parts(owner, (told[0], match.start() + 1), due, 0.9)
    return None


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    for match in DASH.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _is_somebody(text: str, known: Collection[str] = ()) -> bool:
    """Whether a text is initials, a name, or a post in capitals, alone or with others."""
    text = text.strip(" .:")
    if INITIALS.fullmatch(text) or text.casefold() in EVERYBODY:
        return True
    several = SEVERAL.match(text)
    text = text[several.end() :] if several else text
    each = [p for p in re.split(r"\s*(?:[,;/&+]|\band\b)\s*", text) if p]
    return 0 < len(each) <= 4 and all(
        p in known or _is_one(p) or (several is not None and is_name(p, alone=False)) for p in each
    )


def is_owner(text: str, known: Collection[str]) -> bool:
    """Whether a text surely names those who are to act: with a title, by their post, or as people of the meeting."""
    each = [p for p in re.split(r"\s*(?:[,;/&+]|\band\b)\s*", text.strip(" .:")) if p]
    return 0 < len(each) <= 4 and all(
        all(w in known for w in p.split()) or title_end(p) or has_role(p) or (not known and is_name(p)) for p in each
    )


def _is_one(text: str) -> bool:
    words = text.split()
    if is_name(text) or INITIALS.fullmatch(text) is not None:
        return True
    small = {"of", "the", "for", "to", "in"}
    return has_role(text) and len(words) <= 7 and all(w[0].isupper() or w in small for w in words)
