"""The signs, in what is read of minutes, of a layout read wrongly: headings that are none, texts that run on, lists in one piece.

As in `checks_sense`, a rule tells that a value is to be looked at, not what would be right.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from models.record import Finding, Record
from normalise.checks_likeness import text_of, told
from normalise.checks_meetings import by_meeting
from normalise.document import Check, Context
from normalise.people import clean_name, kind_of
from normalise.vocabularies import fold

FEW = 0.25  # share of the items of a meeting
REPEATED = 3  # items of one meeting under the same heading, from which it is none
_FATE = re.compile(
    r"(?:resolved|carried|moved|seconded|defeated)\b|proposed (?:by\b|\()|motion (?:carried|lost|passed)\b",
    re.IGNORECASE,
)
_ENDS_ANOTHER = re.compile(
    r"(?:(?:unanimously |motion )?(?:carried|defeated)(?: unanimously)?|lost)(?:[.:]|\s+(?-i:[A-Z0-9]))", re.IGNORECASE
)
_NUMBERED = re.compile(r"(?!(?:19|20)\d\d[/–-])(?=\S*\d)(?:\S+[/.]\S+|[A-Z]{1,5}\d{1,5})\s+\S")
_STRAY = re.compile(r"[a-z][.!?]\s(?:\d{1,2}\.\d{1,2}|\d{1,3})$")  # behind the last sentence
_LIST = re.compile(
    r"(?:[:;]|\bto)[\s-]+(?:\(?(?P<figure>1)[.)]|\(?(?P<roman>i)[.)]|\(?(?P<letter>a)[.)])\s.+?\s"
    r"\(?(?:(?(figure)2|(?(roman)ii|b)))[.)]\s",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"by (?:a majority|\w+ votes?\b|\d+)|(?:by|until|before|at) (?:the )?(?:next|following|\d)", re.IGNORECASE
)
_SHORT = 6  # words of a date, or of a count of votes, that stands for what was to be done


def items_are_items(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """Headings of one meeting that recur, tell what became of a motion or begin with a number that none has."""
    for items in by_meeting(records, "minutes").values():
        headings = [text_of(item, "heading") for item in items]
        times = Counter(fold(h) for h in headings if h)
        numbered = [item for item in items if "number" not in item.values and _NUMBERED.match(text_of(item, "heading"))]
        for item, heading in zip(items, headings, strict=True):
            recurs = len(times) > 1 and times[fold(heading)] >= REPEATED
            if heading and (recurs or _FATE.match(heading)):
                yield told("not a heading", item, "heading", heading, "a heading")
        for item in numbered if len(numbered) >= REPEATED else ():
            heading = text_of(item, "heading")
            yield told("a number in a heading", item, "heading", heading, "a heading")
            yield Finding("a number in a heading", "warning", f"no number is read beside {heading!r}", item, "number")
        yield from _over_parts(items)


def _over_parts(items: Sequence[Record]) -> Iterator[Finding]:
    """An item of which nothing is read, before one that is numbered as a part of it, where few others are so.

    Where many are, the numbers of the first level head sections of the minutes.
    """
    over = [
        (item, part)
        for item, part in pairwise(items)
        if (number := text_of(item, "number").rstrip("."))
        and "text" not in item.values
        and text_of(part, "number").startswith((f"{number}.", f"{number}("))
    ]
    if len(over) > FEW * len(items):
        return
    for item, part in over:
        message = f"no word is read of item {text_of(item, 'number')}, and {text_of(part, 'number')} stands as an item"
        yield Finding("an item of which nothing is read", "warning", message, item)
        yield Finding("a part read as an item", "warning", message, part)


def texts_are_of_their_items(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """A text that begins with how another item ended, or ends with the number of the next."""
    for record in records:
        text = text_of(record, "text") if record.view == "minutes" else ""
        if text and (_ENDS_ANOTHER.match(text) or _STRAY.search(text[-9:])):
            message = f"the text begins or ends with what is another's: {text[:25]!r} … {text[-25:]!r}"
            yield Finding("text seems cut", "warning", message, record, "text", text)


def decisions_are_told_apart(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """A resolution or a motion that holds a numbered list; one that is but a count of votes, an action that is but a date."""
    for record in records:
        field = {"resolutions": "text", "votes": "motion", "minute_actions": "action"}.get(record.view)
        text = text_of(record, field) if field else ""
        if not field:
            continue
        if record.view == "resolutions" and _LIST.search(text):
            yield told("a list in one resolution", record, field, text[:80], "one resolution")
        elif _COUNTED.match(text) and len(text.split()) <= _SHORT + 4 * (record.view != "minute_actions"):
            yield told("not what was decided", record, field, text, "what was decided or is to be done")
        if record.view == "votes":
            yield from _letters(record)


def _letters(vote: Record) -> Iterator[Finding]:
    """A mover of whose name only a letter is read."""
    for field in ("proposer", "seconder"):
        name = text_of(vote, field)
        if name and len(clean_name(name).replace(".", "")) < 2 and kind_of(name) != "post":
            yield told("not a person's name", vote, field, name, "a person's name")


CHECKS: Sequence[Check] = (items_are_items, texts_are_of_their_items, decisions_are_told_apart)
