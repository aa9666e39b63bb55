"""Which period a stated measure is for: those printed beside it, bare months, and what the title of the paper adds to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from normalise.periods import Period, parse_period
from normalise.quantities import Quantity, periods_among_numbers

_YEARS = re.compile(r"(?:19|20)\d\d\s?[/–-]\s?(?:19|20)?\d\d(?!\d)")
_CLAUSE = re.compile(
    r"[;:]|\b(?:because|since|when|after|before|following|until|till|due|which|who|where|while|although|though|but|as a result|owing|"
    r"despite|if|once|by)\b|,\s+(?:\w+ly\s+)?\w+ed\s+(?:on|in|at|from|to|for|with)\b",
    re.IGNORECASE,
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_IN_MONTH = re.compile(
    rf"\b(?:in|In|during|During|for|For|to|since|Since|of|from|From|the)\s+"
    rf"(?P<month>(?:(?:year|quarter|half[\s-]year|\w+ months)\s+(?:to|ending)\s+)?(?:{'|'.join(_MONTHS)}))\b(?!\s*(?:\d|[A-Z]))"
)


def periods_in(sentence: str) -> list[Period]:
    """The periods of a sentence in printed order, bare months (`in October`) among them."""
    found = list(periods_among_numbers(sentence))
    for match in _IN_MONTH.finditer(sentence):
        at, until = match.span("month")
        if not any(p.at < until and at < p.until for p in found):
            found.append(
                Period(match["month"], "month" if match["month"] in _MONTHS else "months", None, None, at, until)
            )
    return sorted(found, key=lambda p: p.at)


def dated(period: Period | None, title: str) -> Period | None:
    """A bare month or quarter with its days, where the title of the paper names the one financial year they lie in."""
    years = set(_YEARS.findall(title))
    if period is None or period.start or len(years) != 1 or period.kind not in {"month", "quarter"}:
        return period
    printed = years.pop()
    if period.kind == "quarter":
        known = parse_period(f"{period.text} {printed}")
        return replace(known, text=period.text, at=period.at, until=period.until) if known is not None else period
    year = parse_period(printed)
    if year is None or year.start is None or year.end is None or year.kind != "financial_year":
        return period
    options = [parse_period(f"{period.text} {day[:4]}") for day in (year.start, year.end)]
    within = [p for p in options if p is not None and p.start and year.start <= p.start <= year.end]
    return replace(period, start=within[0].start, end=within[0].end) if within else period


def nearest(sentence: str, number: Quantity, periods: Sequence[Period]) -> Period | None:
    """The period nearest to a number that stands in the number's own clause: not in that of its reason, nor of a deadline."""
    mine = [
        p
        for p in periods
        if p.kind != "same" and (p.at < number.at or _CLAUSE.search(sentence[number.until : p.at]) is None)
    ]
    return min(mine, key=lambda p: abs(p.at - number.at), default=None)


def periods_of(
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


def noted_behind(sentence: str, period: Period, numbers: Sequence[Quantity]) -> Quantity | None:
    """What it was then: the number in brackets right behind the period compared with, `4% on the year to May 2031 (1,204)`."""
    for number in numbers:
        before, behind = sentence[period.until : number.at], sentence[number.until : number.until + 2]
        if number.at >= period.until and before.strip() == "(" and behind.startswith(")"):
            return number
    return None
