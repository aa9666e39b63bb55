"""Who is to act and by when, by the grammar of an action's own words."""

from __future__ import annotations

import re
from collections.abc import Collection

from extract.meeting.action_parts import is_owner
from extract.meeting.pieces import Piece
from models.late import late
from models.record import Field

NAMED = re.compile(r"(?P<owner>[A-Z][^,;]{1,60}?)\s*[,;(–-]?\s+(?P<due>(?:by|due|before)\b:?\s.{3,40}?)[)\].\s]*")


DUE = re.compile(
    r"[,;(\[]?\s*\b(?:Due|Deadline|By when|Timescale|Target|Completion)"
    r"(?:\s+date)?\s*[:–-]\s*(?P<due>[^)\];]+)[)\]]?\s*\.?\s*$",
    re.IGNORECASE,
)


_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr"
    r"|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)


BY = late(
    rf"\b(?:by|before|in time for|no later than|at|for|to)"
    rf"\s+(?:the\s+)?(?:(?:(?:end of|mid|early|late)[\s-]+(?:the\s+)?)?"
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+(?=\d))?(?:\d{{1,2}}(?:st|nd|rd"
    rf"|th)?\s+(?:of\s+)?)?{_MONTH}(?:\s+\d{{1,2}}(?:st|nd|rd|th)?(?![\d:.]\d|\d))?(?:,?\s+\d{{4}})?"
    r"(?:\s+(?:meeting|board|committee))?"
    r"|end of (?:the )?(?:month|week|year|quarter|financial year|term|day)|next (?:meeting|board|committee"
    r"|week|month)|following meeting|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})",
)


# `… for the November meeting`, at its end: by then it is to be ready
_MEETS = late(rf"for\s+the\s+{_MONTH}\s+(?:meeting|board|committee)$")
# `Edit section 7. Due 23 May 2031`: a sentence of its own
_DUE_SAID = late(
    rf"(?<=[.;?!])\s+Due\s+(?:(?:on|by)\s+)?(?P<due>(?:\d|[Ee]nd\s|[Nn]ext\s|{_MONTH}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[^.;]{{0,30}}?)\.?\s*$"
)


# `… to the Board in January 2020.`: a day or month with its year ends the sentence of what is to be done
_LAST = late(
    rf"\b(?P<due>(?:in|on)\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}\s+\d{{4}})\s*\.?\s*$"
)
# what was, not what is to be: `the minutes of the meeting on 3 May 2031`
_WAS = re.compile(
    r"\b(?:held|minutes|notes|dated|published|issued|approved|agreed|adopted|signed|began|started|ended|expired|since|from|was|were|had|took)\b",
    re.IGNORECASE,
)


DATED = re.compile(
    rf"(?:end of\s+|mid\s+|early\s+|late\s+|by\s+)*(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}"
    rf"|\d{{1,2}}[/.]\d{{1,2}}|\b20\d\d\b|\b(?:Ongoing|ASAP|Immediate|Next meeting)\b",
    re.IGNORECASE,
)


# `Write to the county`: whom something is sent to does not act
_TO = r"to(?!\s+(?:the|an?|our|their|his|her|its|all|each|every|any|this|these|those|next|members|residents)\b)"
_VERB = rf"(?:{_TO}|will|shall|should|must|would|agreed to|undertook to|is to|are to|is asked to|was asked to)"


# `The accounts will be brought to …`: what something is done to does not act
_DONE = r"(?!be\s+(?:\w+ly\s+)?(?:\w+(?:ed|en|ght|wn)|made|sent|put|held|built|set|read|paid|laid|told)\b)"


OWNER = re.compile(
    rf"^(?:(?P<clause>[A-Z][^,]{{3,60}}),\s+)?(?P<owner>[A-Z][\w’'.-]*(?:[\s,/&]+(?:and\s+"
    rf"|the\s+)?(?!(?:will|shall|should|must|would)\b)[\w’'.()-]+){{0,7}}?)\s+{_VERB}\s+(?=[a-z]){_DONE}"
)


_PLACED = re.compile(
    r"\s(?:on|in|at|from)\s+(?:the|an?|our|next)\s"
)  # `Ferry put on the next agenda and HC asked to …`


SECOND = re.compile(rf"(?:\band|;)\s+(?P<owner>(?:[A-Z][\w’'.-]*)(?:\s+[A-Z][\w’'.-]*){{0,3}})\s+{_VERB}\s+(?=[a-z])")


_HELPED = re.compile(r"\s+with\s+(?:\S+\s+){1,4}(?:input|support|help|advice|assistance)$")  # `Clerk with Board input`
# `to speak with the Quay Trust and the Lamp Trust to learn …`: whom one acts with does not act
_JOINED = re.compile(r"\b(?:with|between)\b[^.;]*$")


def due_at_end(piece: Piece, start: int) -> tuple[int, Field | None]:
    """Where an action's text ends before `Due: …`, and the due date."""
    match = DUE.search(piece.text, start) or (_DUE_SAID.search(piece.text, start) if " Due " in piece.text else None)
    if match is None:
        return len(piece.text), None
    return match.start(), piece.field(match.start("due"), match.end("due"))


def due_in(piece: Piece, start: int, end: int) -> Field | None:
    """A due date within an action's sentence: `by 28 February 2014`. What merely speaks of a date (`for the March report`) is none."""
    best = None
    for match in BY.finditer(piece.text, start, end):
        if re.search(r"\b(?:not|until)\b", piece.text[max(start, match.start() - 30) : match.start()]):
            continue  # `not to be cut before August`
        if match.group().split()[0] in {"by", "before", "no"} or piece.text[match.end() : end].strip(" .") == "":
            best = match
            if match.group().startswith("by"):
                break
    if best is None:
        return _due_last(piece, start, end)
    if best.group().split()[0] in {"at", "for", "to"}:
        meets = _MEETS.search(piece.text, best.start(), best.end())
        return piece.field(best.start(), best.end(), confidence=0.75) if meets is not None else None
    end = best.end() - best.group().endswith(".")
    return piece.field(best.start(), end, confidence=0.85)


def _due_last(piece: Piece, start: int, end: int) -> Field | None:
    """The day or month that the one sentence of an action ends with: `… to the Committee on 23 October 2031.`"""
    if " in " not in piece.text[start:end] and " on " not in piece.text[start:end]:
        return None
    last = _LAST.search(piece.text, start, end)
    if last is None or ". " in piece.text[start : last.start()] or _WAS.search(piece.text, start, last.start()):
        return None
    return piece.field(*last.span("due"), confidence=0.8)


def owner_in(piece: Piece, start: int, end: int) -> Field | None:
    """Who is to act, by the grammar of `JB to write …`, `the Clerk will …`; others after `and` or a semicolon."""
    text = piece.text[start:end]
    lead = len(text) - len(text.lstrip(" .–-"))
    match = OWNER.match(text[lead:])
    if match is None or _PLACED.search(match["owner"]) is not None:
        return None
    a, b = start + lead + match.start("owner"), start + lead + match.end("owner")
    if helped := _HELPED.search(piece.text, a, b):
        b = helped.start()
    first = piece.field(a, b, confidence=0.9)
    others = [m for m in SECOND.finditer(piece.text, b, end) if not _JOINED.search(piece.text, b, m.start())]
    if not others:
        return first
    more = [piece.field(*m.span("owner"), confidence=0.85) for m in others]
    each = dict.fromkeys(f.text for f in (first, *more))  # `JB to write; JB to ring`
    return Field("; ".join(each), tuple(w for f in (first, *more) for w in f.words), confidence=0.85)


def in_brackets(text: str, start: int, known: Collection[str] = ()) -> re.Match[str] | None:
    """Who is to act, and perhaps by when, in round brackets at the end of an action: people alone, or people and a date.

    `known` are the names of those at the meeting, word by word.
    """
    match = ROUND.search(text, start)
    if match is None or not looks_like_owner(match["owner"]):
        return None
    initials = re.match(rf"(?:{_INITIALS}|All)$", match["owner"]) is not None
    sentence = text[: match.start()].rstrip().endswith((".", ";", "?", "!"))
    return match if match["due"] or sentence or initials or is_owner(match["owner"], known) else None


def names_only(text: str) -> bool:
    """Whether a text says who, and perhaps by when, and not what: `Jo Penn, by May 2025`."""
    named = NAMED.fullmatch(text.strip())
    return looks_like_owner(text) or (named is not None and looks_like_owner(named["owner"]))


def looks_like_owner(text: str) -> bool:
    """Whether a text names people only: initials, names, posts, `All`, in a few words without a verb."""
    text = text.strip(" .:;()[]")
    words = re.findall(r"[\w’'.-]+", text)
    if not 1 <= len(words) <= 8 or re.search(rf"\s{_VERB}\s", text):
        return False
    small = {"and", "the", "all", "of", "for", "with", "&"}
    return all(w[0].isupper() or w.casefold() in small for w in words) and words[0][0].isupper()


_INITIALS = r"[A-Z]{2,4}[a-z]?(?:\s?[/&,+]\s?[A-Z]{2,4}[a-z]?)*"


# What follows the action's sentence: `RO by September 2024`, `PV/RO`, `By 30th May.`
BRACKET = re.compile(
    r"\s*\[(?P<owner>[A-Z][^\[\]–—]{1,60}?)(?:\s*(?:[–—;,]|\s-\s)\s*(?P<due>[^\[\]]{3,40}))?\]\s*\.?\s*$"
)  # `… [Director of Finance – by 31 July 2023]`
ROUND = late(
    r"(?<=[.;?!\w])\s+\((?P<owner>[A-Z][^()–—;]{1,60}?)(?:(?:\s*[;,–—-]\s*|\s+(?=by\s))(?P<due>(?:[Bb]y|[Bb]efore|[Dd]ue|[Aa]t|[Ff]or"
    rf"|[Ww]ithin|[Ii]n time|\d|[Ee]nd|[Oo]ngoing|[Ii]mmediate|[Nn]ext|ASAP|{_MONTH})[^()]{{0,40}}))?\)\s*\.?\s*$"
)  # `… (Clerk; by 16 May 2025)`
TAIL = late(
    rf"(?<=[.;?!])\s+(?:\(?(?P<owner>{_INITIALS}|All)\b)?\s*(?:[,;–-]\s*)?(?P<due>(?:[Bb]y|[Bb]efore|[Dd]ue(?::"
    rf"| by| on)?|[Dd]eadline:?)\s+(?:the\s+)?(?:end of\s+(?:the\s+)?)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:{_MONTH}|\d{{1,2}}[/.]\d{{1,2}}|next meeting|month|week"
    rf"|year|term)[^.;]{{0,14}}?)?\)?\s*\.?\s*$"
)
