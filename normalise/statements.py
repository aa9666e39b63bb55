"""Measures stated in running text: `46 homicides, compared to 52 in the year ending June 2019, a 12% reduction`.

A statement is read where a number is compared with another one, or a change is stated. Whether the change follows from
the two numbers is for the checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from normalise.periods import Period
from normalise.quantities import Quantity, find_quantities, periods_among_numbers
from normalise.vocabularies import any_form, fold, vocabulary


@dataclass(frozen=True, slots=True)
class Statement:
    """One stated measure. `at` and `until` are its sentence in the text."""

    at: int
    until: int
    measure: str
    value: Quantity | None
    baseline: Quantity | None
    change: float | None
    change_unit: str | None
    period: Period | None
    baseline_period: Period | None
    area: str | None
    confidence: float


_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-Z\d“‘(])|\s+(?=•)")
_COMPARED = re.compile(
    r"\b(?:compared\s+(?:to|with)|in comparison (?:to|with)|against|versus|vs\.?|up\s+from|down\s+from|rising\s+from|"
    r"an?\s+(?:increase|rise|reduction|fall|decrease)\s+from)\b",
    re.IGNORECASE,
)
_FROM_TO = re.compile(r"\bfrom\b(?P<b>(?:[^.;]|\.(?=\d)){1,40}?)\bto\b(?P<v>(?:[^.;]|\.(?=\d)){1,40})", re.IGNORECASE)
_TO_FROM = re.compile(r"\bto\b(?P<v>(?:[^.;]|\.(?=\d)){1,30}?)\bfrom\b(?P<b>(?:[^.;]|\.(?=\d)){1,30})", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:was|were|is|are|has been|have been|had been|has|have|had|stood at|stands at|reached|averaged|remained|remains|"
    r"saw|totalled|currently|would|will|could|pays|cost|costs|stood|stands|would|will|could|pays|cost|costs|stood|stands|rose|fell|increased|decreased|reduced|improved|declined|dropped|grew|up|down)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:In|During|Over|For|Since|By|At|As at|Between|From|Within)\b[^,]{2,60},\s*", re.IGNORECASE)
_AREA = re.compile(r"\b[Ii]n\s+(?P<area>(?:the\s+)?[A-Z][\w’'-]+(?:\s+(?:and\s+|of\s+)?[A-Z][\w’'-]+){0,3})")
_STOP = re.compile(
    r"[,;(–]|\s(?:in|during|by|between|over|since|at|from|for|up|down|compared|against|versus|vs|which|that|who|was|were|is|"
    r"are|has|have|and\s+\d|were|recorded|reported|to)\b",
    re.IGNORECASE,
)


def find_statements(text: str, breaks: Sequence[int] = ()) -> Iterator[Statement]:
    """The stated measures of a paragraph, sentence by sentence, in printed order. `breaks`: where bullets begin."""
    start = 0
    for end in sorted({*(m.start() for m in _SENTENCE.finditer(text)), *breaks, len(text)} - {0}):
        sentence = text[start:end]
        found = _statement(sentence, start)
        if found is not None:
            yield found
        start = end


def _statement(sentence: str, start: int) -> Statement | None:
    periods = list(periods_among_numbers(sentence))
    numbers = list(find_quantities(sentence, [(p.at, p.until) for p in periods]))
    if not numbers:
        return None
    pair = _compared(sentence, numbers) or _moved(sentence, numbers)
    if pair is None:
        return _change_alone(sentence, start, numbers, periods)
    value, baseline, split = pair
    change = _change(sentence, numbers, (value, baseline))
    measure, value = _measure(sentence, value, baseline, periods)
    if not measure:
        return None
    mine, theirs = _periods(periods, value, baseline, split)
    area = _area(sentence, periods)
    measure = measure.removeprefix(f"In {area} ") if area else measure
    sure = 0.85 if change is not None else 0.78
    lead = len(sentence) - len(sentence.lstrip())
    return Statement(
        start + lead,
        start + len(sentence),
        measure,
        value,
        baseline,
        change[0] if change else None,
        change[1] if change else None,
        mine,
        theirs,
        area,
        sure,
    )


def _change_alone(
    sentence: str, start: int, numbers: Sequence[Quantity], periods: Sequence[Period]
) -> Statement | None:
    """`Vehicle crime is down 16% compared to the baseline`: a change without its two numbers."""
    for number in numbers:
        direction = _direction(sentence, number)
        if direction is None or number.unit not in {"%", "percentage points"}:
            continue
        subject = _subject(sentence[: number.at], periods)
        if not subject:
            return None
        than = re.search(r"\b(?:than|compared|versus|vs|against|since|on)\b", sentence[number.until :], re.IGNORECASE)
        theirs = [p for p in periods if than is not None and p.at >= number.until + than.start()]
        lead = len(sentence) - len(sentence.lstrip())
        place = start + lead, start + len(sentence)
        change = direction * abs(number.value)
        period = theirs[0] if theirs else None
        return Statement(*place, subject, None, None, change, number.unit, None, period, _area(sentence, periods), 0.7)
    return None


def _compared(sentence: str, numbers: Sequence[Quantity]) -> tuple[Quantity, Quantity, int] | None:
    """`V …, compared to B`: the last number before the words of comparison, the first one behind them."""
    for match in _COMPARED.finditer(sentence):
        before = [q for q in numbers if q.until <= match.start() and not _is_change(sentence, q)]
        after = [q for q in numbers if match.end() <= q.at <= match.end() + 60 and not _is_change(sentence, q)]
        if before and after and _alike(before[-1], after[0], near=after[0].at - match.end() <= 12):
            return before[-1], after[0], match.start()
    return None


def _moved(sentence: str, numbers: Sequence[Quantity]) -> tuple[Quantity, Quantity, int] | None:
    """`from B to V`, `to V from B`."""
    for pattern in (_FROM_TO, _TO_FROM):
        for match in pattern.finditer(sentence):
            at = {name: [q for q in numbers if match.start(name) <= q.at < match.end(name)] for name in ("b", "v")}
            if at["b"] and at["v"] and _alike(at["v"][0], at["b"][0]):
                near = sentence[match.start("b") : at["b"][0].at], sentence[match.start("v") : at["v"][0].at]
                if all(len(n.split()) <= 3 for n in near):
                    return at["v"][0], at["b"][0], match.start()
    return None


def _alike(value: Quantity, baseline: Quantity, *, near: bool = True) -> bool:
    """Whether two numbers may be compared: of one unit, or the second printed without one right behind `compared to`."""
    return value.unit == baseline.unit or (near and baseline.unit in {"count", None})


def _is_change(sentence: str, number: Quantity) -> bool:
    return _direction(sentence, number) is not None and number.unit in {"%", "percentage points"}


def _direction(sentence: str, number: Quantity) -> int | None:
    """1 or -1 where words beside a number say that it is a rise or a fall."""
    said_after, said_before = _changes()
    match = said_after.match(sentence[number.until :]) or said_before.search(sentence[: number.at])
    if match is None:
        return None
    word = match["w"] or match.groupdict().get("v") or ""
    return 1 if vocabulary("change_words").get(fold(word)) == "up" else -1


@cache
def _changes() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words of a change as they stand behind a number, and before one."""
    words = any_form("change_words")
    return (
        re.compile(rf"\s+(?:\w+\s+)?(?P<w>{words})\b(?!\s+(?:from|to)\b)", re.IGNORECASE),
        re.compile(
            rf"\b(?P<w>{words})\s+(?:\w+\s+)?(?:of|by)\s+(?:just\s+|over\s+|almost\s+|around\s+)?$"
            rf"|(?<!makes )(?<!made )(?<!make )\b(?P<v>up|down)\s+(?:by\s+)?$",
            re.IGNORECASE,
        ),
    )


def _change(
    sentence: str, numbers: Sequence[Quantity], known: tuple[Quantity, Quantity]
) -> tuple[float, str | None] | None:
    for number in numbers:
        if number in known:
            continue
        direction = _direction(sentence, number)
        if direction is not None:
            return direction * abs(number.value), number.unit
        bracketed = sentence[: number.at].rstrip().endswith("(") and sentence[number.until :].lstrip().startswith(")")
        if bracketed and number.sign:
            return number.value, number.unit
    return None


def _measure(sentence: str, value: Quantity, baseline: Quantity, periods: Sequence[Period]) -> tuple[str, Quantity]:
    """What is measured: the words right behind a count, else what the sentence is about before its verb.

    In `3,960 working days lost` the days are what is counted.
    """
    behind = sentence[value.until :]
    stop = _STOP.search(behind)
    ends = [p.at - value.until for p in periods if p.at >= value.until]
    cut = min([stop.start() if stop else len(behind), *ends])
    noun = re.sub(r"\s+(?:in|for|during|by)$", "", behind[:cut].strip(" .")).strip()
    named = bool(noun) and len(noun.split()) <= 8 and not re.match(r"of\b", noun)
    if value.unit in {"count", None} and named:
        return re.sub(r"^(?:more|additional)\s+", "", noun), value
    subject = _subject(sentence[: min(value.at, baseline.at)], periods)
    worded = re.search(r"[A-Za-z]{3}[A-Za-z ]*$", value.text)
    if not subject and named and worded:
        return f"{worded.group()} {noun}", replace(value, unit="count")
    return subject, value


def _subject(before: str, periods: Sequence[Period]) -> str:
    """What a sentence is about, from its words before a number: those before the verb, less what leads in."""
    subject = _LEAD.sub("", before.strip())
    verb = _VERB.search(subject)
    subject = re.sub(r",?\s+(?:which|that|who)\s*$", "", subject[: verb.start()]) if verb else ""
    subject = re.sub(r"^(?:However|Overall|Also|Additionally|Currently),?\s+(?=[a-z])", "", subject.strip(" ,"))
    subject = re.sub(r"^(?:The|the|A|An|Our|There|This|That|It|These|They|Which)\b\s*", "", subject).strip(" ,–-")
    for period in periods:
        subject = subject.replace(period.text, "").strip(" ,")
    return subject if 0 < len(subject.split()) <= 14 else ""


def _periods(
    periods: Sequence[Period], value: Quantity, baseline: Quantity, split: int
) -> tuple[Period | None, Period | None]:
    """The period of the value and that of the number it is compared with."""
    later = max(value.at, baseline.at)
    if value.at < baseline.at:
        mine = [p for p in periods if p.until <= split]
        theirs = [p for p in periods if p.at > baseline.at and p.at - baseline.until < 50]
    else:
        mine = [p for p in periods if p.at > later or p.until <= min(value.at, baseline.at)]
        theirs = [p for p in periods if baseline.until <= p.at < value.at]
    near = sorted(mine, key=lambda p: abs(p.at - value.at))
    return (near[0] if near else None), (theirs[0] if theirs else None)


def _area(sentence: str, periods: Sequence[Period]) -> str | None:
    for match in _AREA.finditer(sentence):
        if any(p.at < match.end("area") and match.start("area") < p.until for p in periods):
            continue
        if re.match(
            r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Q\d)\b",
            match["area"],
        ):
            continue
        return match["area"]
    return None
