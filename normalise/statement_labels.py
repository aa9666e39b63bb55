"""What is named before its figure in a list (`thefts: 17,118 offences (+3.9%)`), and what an average is of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalise.periods import Period
from normalise.quantities import Quantity
from normalise.statement_parts import Statement, way_of

_LABEL = re.compile(r"\s*[•·–-]?\s*(?P<label>[A-Za-z][^:;.,()\d]{2,60}?)\s*:\s*$")
_TARGET = re.compile(r"\b(?:targets?|goals?|budgets?|plans?|forecasts?|thresholds?|page|table|figure)\b", re.IGNORECASE)
_NOUN = re.compile(r"\s*(?:[a-z][\w’'-]*\s*){0,4}(?P<open>\((?:(?:up|down)\s)?)?")
_NOTHING_ELSE = re.compile(r"\s*(?:[a-z][\w’'-]*\s*){0,4}[.;,]?\s*(?:and)?\s*$")
_AVERAGE = re.compile(r"^\s*(?:An?\s+)?average\s+of\s+$", re.IGNORECASE)
_OF_AVERAGE = re.compile(
    r"(?P<per>(?:\s+per\s+[a-z][\w-]*)?)\s+(?:was|were|is|are|has been|have been)\s+"
    r"(?P<done>[a-z]+(?:ed|en|t)\b(?:\s(?!(?:in|during|over|at|between)\b)[\w’'-]+){0,4})"
)
_SURE = 0.7


def labelled(
    sentence: str, start: int, numbers: Sequence[Quantity], periods: Sequence[Period], led: Period | None
) -> Statement | None:
    """An item of a list: what stands before the colon, its figure, and how it changed in brackets behind that.

    `led` is the period of the sentence that leads in to the list; without one only a change makes an item a measure.
    """
    value = numbers[0] if numbers else None
    head = _LABEL.match(sentence[: value.at]) if value is not None else None
    if value is None or head is None or _TARGET.search(head["label"]) or value.sign:
        return None
    behind = _NOUN.match(sentence, value.until)
    change = numbers[1] if len(numbers) > 1 and behind and behind["open"] and behind.end() == numbers[1].at else None
    way = None if change is None else way_of(sentence, change)
    if change is not None and (change.unit not in {"%", "percentage points"} or (way is None and not change.sign)):
        return None
    if change is None and (led is None or _NOTHING_ELSE.match(sentence, value.until) is None):
        return None
    moved = None if change is None else way * abs(change.value) if way is not None else change.value
    lead = len(sentence) - len(sentence.lstrip())
    return Statement(
        start + lead, start + len(sentence), head["label"].strip(), value, None, moved,
        change.unit if change is not None else None, periods[0] if periods else led, None, None, _SURE,
    )  # fmt: skip


def average_of(sentence: str, value: Quantity) -> str:
    """What an average that begins its sentence is of: `working days per head lost to sickness`; "" of other figures."""
    unit = re.search(r"[A-Za-z][A-Za-z ]*$", value.text)
    done = _OF_AVERAGE.match(sentence, value.until)
    if unit is None or done is None or _AVERAGE.match(sentence[: value.at]) is None:
        return ""
    return f"{unit.group().strip()}{done['per']} {done['done']}"
