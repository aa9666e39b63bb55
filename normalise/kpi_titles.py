"""What the titles over an indicator, and the headings of its columns, say of the period that is reported on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from models.record import Field
from normalise.period_days import ORDINALS, called_days, month_end, moved
from normalise.periods import Period, find_periods, parse_period

YEAR_OVER = re.compile(r"(?:19|20)\d\d\s?[/–-]\s?(?:19|20)?\d\d")
_BARE = re.compile(r"(?:Q|Quarter\s|Qtr\s)\s?(?P<n>[1-4])", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\b(?:(?P<nth>first|second|third|fourth)\s+(?:quarter|qtr)|(?P<th>[1-4])(?:st|nd|rd|th)\s+(?:quarter|qtr)|(?:Q|quarter\s|qtr\s)\s?(?P<n>[1-4]))\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\bend(?:ed|ing|s)\b", re.IGNORECASE)
_FISCAL = re.compile(r"\b(?:FY|fiscal\s+year|financial\s+year)\s*['’]?((?:20)?\d\d)(?![\d/–-])", re.IGNORECASE)
_REPORTED = frozenset({"quarter", "month", "months", "year_to_date"})


def title_over(fields: Mapping[str, Field]) -> str:
    """What the titles over an indicator say: the scorecard's, the paper's, the line that says which period is reported
    on, and the only year among its columns' headings.
    """
    notes = [f.note for f in fields.values() if f.note]
    parts = [fields[n].text for n in ("scorecard", "paper", "reported") if n in fields]
    years = {year for note in notes for year in YEAR_OVER.findall(note)}
    after = _year_after(notes) if years else None
    if after is not None:
        return " – ".join([*parts, after])
    return " – ".join([*parts, *(years if len(years) == 1 else ())])


def _year_after(notes: Iterable[str]) -> str | None:
    """The year of `Q3 actual` beside `Q3 2024/25`: a quarter without a year is not the same quarter with it, but a year on."""
    bare: set[str] = set()
    dated: dict[str, int] = {}
    for note in notes:
        for period in find_periods(note.replace(" > ", " ")):
            number = _BARE.match(period.text)
            if period.kind != "quarter" or number is None:
                continue
            year = re.search(r"(?:20)?(\d\d)\s?[/–-]\s?(?:20)?\d\d", period.text)
            if period.start is None and year is None:
                bare.add(number["n"])
            elif year is not None:
                dated[number["n"]] = max(2000 + int(year[1]), dated.get(number["n"], 0))
    first = max((dated[n] + 1 for n in bare & dated.keys()), default=None)
    return None if first is None else f"{first}/{(first + 1) % 100:02}"


def end_in(title: str, begins: int | None = None) -> str | None:
    """The last day of the quarter or months that a title says it reports on (`Quarter 3 2024/25`, `December 2024`).

    `Second Quarter, Fiscal Year 2026` has days where it is known in which month, `begins`, fiscal years begin.
    """
    ends = {p.end for p in find_periods(title) if p.kind in _REPORTED and p.end}
    if begins is not None and (called := _called_quarter(title, begins)) is not None:
        return called[1]
    if not ends and (told := _told_quarter(title)) is not None:
        last = moved(dt.date.fromisoformat(told[1]), 2)
        return month_end(last.year, last.month).isoformat()
    return ends.pop() if len(ends) == 1 else None


def _called_quarter(title: str, begins: int) -> tuple[str, str] | None:
    """The days of the only quarter of the only fiscal year that a title names."""
    numbers, years = _quarters_in(title), {year[-2:] for year in _FISCAL.findall(title)}
    return called_days(f"Q{numbers.pop()} FY{years.pop()}", begins) if len(numbers) == len(years) == 1 else None


def _quarters_in(title: str) -> set[int]:
    """The numbers of the quarters that a title names, in words or figures."""
    return {ORDINALS[m["nth"].casefold()] if m["nth"] else int(m["th"] or m["n"]) for m in _NUMBERED.finditer(title)}


def in_title(quarter: Period, title: str, begins: int | None = None) -> Period:
    """A quarter without a year with its days: in the year that the title names, or counted from the reported quarter.

    `begins` is the month in which fiscal years begin, where the paper says so.
    """
    years = YEAR_OVER.search(title)
    number = _BARE.match(quarter.text)
    told = _told_quarter(title)
    if told is not None and number is not None:
        first = moved(dt.date.fromisoformat(told[1]), 3 * (int(number["n"]) - told[0]))
        last = moved(first, 2)
        return replace(quarter, start=first.isoformat(), end=month_end(last.year, last.month).isoformat())
    called = {year[-2:] for year in _FISCAL.findall(title)} if begins is not None else set()
    if begins is not None and number is not None and len(called) == 1:
        days = called_days(f"Q{number['n']} FY{called.pop()}", begins)
        return quarter if days is None else replace(quarter, start=days[0], end=days[1])
    dated = parse_period(f"{quarter.text} {years.group()}") if years is not None else None
    return replace(dated, text=quarter.text) if dated is not None else quarter


def _three_months_to(day: str) -> tuple[str, str]:
    last = dt.date.fromisoformat(day)
    return moved(last.replace(day=1), -2).isoformat(), day


def _told_quarter(title: str) -> tuple[int, str] | None:
    """Number and first day of the quarter that a title names with its months, `Quarter 3: October to December 2025`, or with its
    last day, `Quarter 2 ended 31 December 2025`.
    """
    numbers = _quarters_in(title)
    days = {(p.start, p.end) for p in find_periods(title) if p.kind in {"months", "days"} and p.start and p.end}
    days = days or {
        _three_months_to(p.end) for p in find_periods(title) if p.kind == "day" and p.end and _ENDS.search(title)
    }
    if len(numbers) != 1 or len(days) != 1:
        return None
    start, end = days.pop()
    assert start is not None and end is not None
    first = dt.date.fromisoformat(start)
    last = moved(first, 2)
    whole = first.day == 1 and end == month_end(last.year, last.month).isoformat()
    return (numbers.pop(), start) if whole else None
