"""Measures stated in running text: `46 homicides, compared to 52 in the year ending June 2019, a 12% reduction`.

A statement is read where a number is compared with another one, or a change is stated. Whether the change follows from
the two numbers is for the checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from normalise.periods import Period
from normalise.quantities import Quantity, find_quantities
from normalise.statement_counts import counted, in_brackets, of_places, part_of_them, share_of
from normalise.statement_labels import average_of, labelled
from normalise.statement_lean import again, being, had, met_for, of_which
from normalise.statement_lists import of_other_places
from normalise.statement_parts import (
    Statement,
    area_of,
    change_beside,
    measure_of,
    subject_of,
    way_of,
    without_area,
    without_services,
)
from normalise.statement_periods import dated, nearest, noted_behind, periods_in, periods_of

_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-Z\d“‘(])|\s+(?=•)")
_COMPARED = re.compile(
    r"\b(?:compared\s+(?:to|with)|in comparison (?:to|with)|against|versus|vs\.?|up\s+from|down\s+from|rising\s+from|"
    r"(?:higher|lower|more|fewer|less|greater|better|worse)\s+than|"
    r"an?\s+(?:increase|rise|reduction|fall|decrease|improvement|drop|decline)\s+(?:from|on)|relative to)\b",
    re.IGNORECASE,
)
_FROM_TO = re.compile(r"\bfrom\b(?P<b>(?:[^.;]|\.(?=\d)){1,40}?)\bto\b(?P<v>(?:[^.;]|\.(?=\d)){1,40})", re.IGNORECASE)
_TO_FROM = re.compile(r"\bto\b(?P<v>(?:[^.;]|\.(?=\d)){1,30}?)\bfrom\b(?P<b>(?:[^.;]|\.(?=\d)){1,30})", re.IGNORECASE)

_ABOUT = r"(?:(?:just|only|over|under|almost|nearly|around|about|approximately|at|now|currently|still|an?|the|average|of|on|some)\s+){0,4}"
_STATED = re.compile(
    r"\b(?P<verb>stood|stands|stand|reached|reaches|averaged|averages|remained|remains|totalled|totaled|totals|took|takes|was|were|is|are|"
    rf"amounted to|ended the (?:year|quarter|month)|achieved|rose to|fell to|increased to|decreased to|improved to|dropped to)\s+{_ABOUT}$",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"^(?:stood|stands?|reached|averaged|remained|remains|total|amounted|rose|fell|increased|decreased|improved|dropped)",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\b(?:targets?|goal|standard|plan(?:ned)?|budget(?:ed)?|threshold|trajectory|limit|ambition|forecast|projected|projection)\b",
    re.IGNORECASE,
)
_LED_TO = re.compile(
    r"(?:\s+to|(?:\s+(?:on|from|since|compared\s+(?:to|with))\s[^,.;\d]{3,30})?,\s+(?:at|to|reaching|standing at))"
    r"\s+(?:just |over |almost |around )?"
)
_SHARE_BESIDE = re.compile(r"\s*\(\d[\d.,]*\s?%\)")
_DIGIT = re.compile(r"\d")
_COUNT_WORD = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|\w+teen|ten|eleven|twelve|\w+ty)\b", re.IGNORECASE
)
_NOTHING_COUNTED = re.compile(
    r"\s*(?:[,;(]|\.?$|\.\s|(?:in|at|during|for|as at|by the end|against|compared|down|up|on)\b(?!\s+\w+ed\b))",
    re.IGNORECASE,
)
_INCREASED_BY = re.compile(
    r"\b(?:increased|rose|grew|fell|decreased|dropped|declined|reduced|up|down)\s+by\s+$", re.IGNORECASE
)
_RATE = re.compile(
    r"\s+(?P<unit>[a-z][\w-]*(?:\s[a-z][\w-]*){0,2}\s+per\s+(?:[\d,]+\s+)?[a-z][\w-]*(?:\s(?:employee|person|member|head|days?|residents?|population))?)"
)
_CHANGE_OF = re.compile(
    r"\ban?\s+(?:increase|rise|reduction|fall|decrease|drop|decline|improvement|growth|gain|loss)\s+of\s+(?:just\s+|over\s+|almost\s+|around\s+)?$",
    re.IGNORECASE,
)
_THERE_WERE = re.compile(
    r"\bthere\s+(?:were|was|are|is|have been|has been)\s+(?:a total of\s+|some\s+|just\s+|only\s+|over\s+)?$",
    re.IGNORECASE,
)


def find_statements(text: str, breaks: Sequence[int] = (), title: str = "") -> Iterator[Statement]:
    """The stated measures of a paragraph, sentence by sentence, in printed order.

    `breaks`: where bullets begin. `title`: of the paper; it says which year a bare month or quarter lies in.
    """
    start = 0
    last: Statement | None = None
    led: Period | None = None  # the period of what leads in to a list
    for end in sorted({*(m.start() for m in _SENTENCE.finditer(text)), *breaks, len(text)} - {0}):
        sentence = text[start:end]
        stated = _statements(sentence, start, last, led)
        led = _leads_in(sentence) if ":" in sentence[-2:] else led if stated else None
        for found in stated:
            measure = _SHARE_BESIDE.sub("", without_area(found.measure, found.area))
            yield replace(found, measure=measure, period=dated(found.period, title))
        last = stated[-1] if stated else None
        last = replace(last, measure=without_area(last.measure, last.area)) if last is not None else None
        start = end


def _leads_in(sentence: str) -> Period | None:
    """The period of a sentence that a list follows: `Boats mended in May 2031 were as follows:`."""
    return next(iter(periods_in(sentence)), None)


def _statements(sentence: str, start: int, last: Statement | None, led: Period | None) -> Sequence[Statement]:
    if _DIGIT.search(sentence) is None and _COUNT_WORD.search(sentence) is None:
        return ()  # most sentences, whose periods nobody has to look for
    periods = periods_in(sentence)
    numbers = list(find_quantities(sentence, [(p.at, p.until) for p in periods]))
    numbers = without_services(sentence, numbers) if "calls to " in sentence else numbers
    places = of_places(sentence, start, periods) if len(numbers) > 1 else []
    if places:
        return places
    found = again(sentence, start, numbers, periods, last) if last is not None else None
    found = found or (labelled(sentence, start, numbers, periods, led) if ":" in sentence else None)
    found = found or _statement(sentence, start, numbers, periods)
    part = of_which(sentence, start, numbers, periods, found)
    others = of_other_places(sentence, start, found, numbers) if found is not None and len(numbers) > 1 else []
    return [s for s in (found, *others, part) if s is not None]


def _statement(sentence: str, start: int, numbers: Sequence[Quantity], periods: Sequence[Period]) -> Statement | None:
    pair = (_compared(sentence, numbers) or _moved(sentence, numbers)) if numbers else None
    if pair is None:
        for read in (part_of_them, _change_alone, _alone, _share, met_for, counted, had, being):
            found = read(sentence, start, numbers, periods)
            if found is not None:
                return found
        return None
    value, baseline, split = pair
    change = _change(sentence, numbers, (value, baseline))
    shared = share_of(sentence, value, periods)
    measure, value = (shared, value) if shared else measure_of(sentence, value, baseline, periods)
    measure = measure or average_of(sentence, value)
    if not measure:
        return None
    mine, theirs = periods_of(periods, value, baseline, split)
    area = area_of(sentence, periods)
    sure = 0.85 if change is not None else 0.78
    return Statement(
        *_place(sentence, start),
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
    """`Vehicle crime is down 16% compared to the baseline`: a change with its value, where that is printed, or without."""
    for number in numbers:
        direction = way_of(sentence, number)
        counted = number.unit in {"count", None} and _CHANGE_OF.search(sentence[: number.at]) is not None
        by = _INCREASED_BY.search(sentence[: number.at]) is not None
        moved = by and (number.unit == "count" or _led_to(sentence, number, numbers) is not None)
        if direction is None or (number.unit not in {"%", "percentage points"} and not (counted or moved)):
            continue
        value = _changed(sentence, number, numbers)
        if value is not None:
            subject, value = measure_of(sentence, value, min(value, number, key=lambda q: q.at), periods)
        else:
            subject = subject_of(sentence[: number.at], periods)
        if not subject or (counted and value is None):
            return None
        than = re.search(r"\b(?:than|compared|versus|vs|against|since|on)\b", sentence[number.until :], re.IGNORECASE)
        theirs = [p for p in periods if than is not None and p.at >= number.until + than.start()]
        mine = [p for p in periods if p not in theirs] if value is not None else []
        change = direction * abs(number.value)
        baseline = noted_behind(sentence, theirs[0], numbers) if theirs and value is not None else None
        return Statement(
            *_place(sentence, start), subject, value, baseline, change, number.unit, mine[0] if mine else None,
            theirs[0] if theirs else None, area_of(sentence, periods), 0.7,
        )  # fmt: skip
    return None


def _changed(sentence: str, change: Quantity, numbers: Sequence[Quantity]) -> Quantity | None:
    """The value that a change led to: `1,204 missed bins in Q3, down 14%`, `increased by 12% to 348`."""
    behind = _led_to(sentence, change, numbers)
    before = [q for q in numbers if q.until <= change.at and (q.unit != change.unit or change.unit in {"count", None})]
    stated = [q for q in numbers if q.until <= change.at and _STATED.search(sentence[: q.at])]
    return behind if behind is not None else stated[-1] if stated else before[-1] if len(before) == 1 else None


def _led_to(sentence: str, change: Quantity, numbers: Sequence[Quantity]) -> Quantity | None:
    """The value right behind a change: `by £0.4m to £1.2m`, `up 9% on last year, at 218`."""
    for number in numbers:
        if number.at >= change.until and _LED_TO.fullmatch(sentence[change.until : number.at]):
            return number
    return None


def _alone(sentence: str, start: int, numbers: Sequence[Quantity], periods: Sequence[Period]) -> Statement | None:
    """`Confidence stood at 78% in 2022`, `relets took 131 days on average`: a value with nothing beside it."""
    for printed in numbers:
        said = _STATED.search(sentence[: printed.at])
        number = _with_rate(sentence, printed)
        there = _THERE_WERE.search(sentence[: number.at]) is not None
        counted = (
            number.unit in {"count", None}
            and said is not None
            and not there
            and not _REACHED.search(said.group())
            and _NOTHING_COUNTED.match(sentence, number.until) is None
        )
        if (
            said is None
            or counted
            or number.unit == "percentage points"
            or way_of(sentence, number) is not None
            or _TARGET.search(said.group())
        ):
            continue
        measure = "" if there else subject_of(sentence[: number.at], periods)
        if not measure and periods and number.unit == "count" and there:
            measure, _ = measure_of(sentence, number, number, periods)
        if not measure:
            continue
        other, theirs = in_brackets(sentence, number, numbers, periods)
        mine = nearest(sentence, number, [p for p in periods if p is not theirs])
        change = change_beside(sentence, number, numbers)
        return Statement(
            *_place(sentence, start), measure, number, other, change[0] if change else None,
            change[1] if change else None, mine, theirs,
            area_of(sentence, periods), 0.72,
        )  # fmt: skip
    return None


def _share(sentence: str, start: int, numbers: Sequence[Quantity], periods: Sequence[Period]) -> Statement | None:
    """`81% of calls were answered within a minute`: a share with what is true of it."""
    for number in numbers:
        measure = "" if way_of(sentence, number) is not None else share_of(sentence, number, periods)
        if measure:
            other, theirs = in_brackets(sentence, number, numbers, periods)
            mine = nearest(sentence, number, [p for p in periods if p is not theirs])
            return Statement(
                *_place(sentence, start), measure, number, other, None, None, mine, theirs,
                area_of(sentence, periods), 0.7,
            )  # fmt: skip
    return None


def _with_rate(sentence: str, number: Quantity) -> Quantity:
    """`2.31 shifts per person`: a number with the noun and the rate that are its unit."""
    rate = _RATE.match(sentence, number.until) if number.unit in {"count", None} else None
    return number if rate is None else replace(number, unit=rate["unit"], until=rate.end())


def _place(sentence: str, start: int) -> tuple[int, int]:
    return start + len(sentence) - len(sentence.lstrip()), start + len(sentence)


def _compared(sentence: str, numbers: Sequence[Quantity]) -> tuple[Quantity, Quantity, int] | None:
    """`V …, compared to B`: the last number before the words of comparison, the first one behind them."""
    for match in _COMPARED.finditer(sentence):
        before = [q for q in numbers if q.until <= match.start() and not _is_change(sentence, q)]
        if _TARGET.search(sentence[match.end() : match.end() + 40].split(",", maxsplit=1)[0]):
            continue  # `against a target of 90 days`: what was wished for is no earlier figure
        after = [q for q in numbers if match.end() <= q.at <= match.end() + 60 and not _is_change(sentence, q)]
        if not before or not after:
            continue
        value = next((q for q in reversed(before) if q.unit == after[0].unit), before[-1])
        if _alike(value, after[0], near=after[0].at - match.end() <= 12):
            return value, after[0], match.start()
    return None


def _moved(sentence: str, numbers: Sequence[Quantity]) -> tuple[Quantity, Quantity, int] | None:
    """`from B to V`, `to V from B`."""
    for pattern in (_FROM_TO, _TO_FROM):
        for match in pattern.finditer(sentence):
            at = {name: [q for q in numbers if match.start(name) <= q.at < match.end(name)] for name in ("b", "v")}
            if at["b"] and at["v"] and _alike(at["v"][0], at["b"][0]):
                near = sentence[match.start("b") : at["b"][0].at], sentence[match.start("v") : at["v"][0].at]
                if all(len(n.split()) <= 3 for n in near):
                    return at["v"][0], at["b"][0], max(match.start(), match.start("b") if pattern is _TO_FROM else 0)
    return None


def _alike(value: Quantity, baseline: Quantity, *, near: bool = True) -> bool:
    """Whether two numbers may be compared: of one unit, or the second printed without one right behind `compared to`."""
    return value.unit == baseline.unit or (near and baseline.unit in {"count", None})


def _is_change(sentence: str, number: Quantity) -> bool:
    return way_of(sentence, number) is not None and number.unit in {"%", "percentage points"}


def _change(
    sentence: str, numbers: Sequence[Quantity], known: tuple[Quantity, Quantity]
) -> tuple[float, str | None] | None:
    for number in numbers:
        if number in known:
            continue
        direction = way_of(sentence, number)
        if direction is not None:
            return direction * abs(number.value), number.unit
        bracketed = sentence[: number.at].rstrip().endswith("(") and sentence[number.until :].lstrip().startswith(")")
        if bracketed and number.sign:
            return number.value, number.unit
    return None
