"""What the titles over an indicator, and the headings of its columns, say of the period that is reported on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from models.record import Field
from normalise.period_days import month_end, moved
from normalise.periods import Period, find_periods, parse_period

YEAR_OVER = re.compile(r"(?:19|20)\d\d\s?[/–-]\s?(?:19|20)?\d\d")
_BARE = re.compile(r"(?:Q|Quarter\s|Qtr\s)\s?(?P<n>[1-4])", re.IGNORECASE)
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


def end_in(title: str) -> str | None:
    """The last day of the quarter or months that a title says it reports on (`Quarter 3 2024/25`, `December 2024`)."""
    ends = {p.end for p in find_periods(title) if p.kind in _REPORTED and p.end}
    return ends.pop() if len(ends) == 1 else None


def in_title(quarter: Period, title: str) -> Period:
    """A quarter without a year with its days: in the year that the title names, or counted from the reported quarter."""
    years = YEAR_OVER.search(title)
    number = _BARE.match(quarter.text)
    told = _told_quarter(title)
    if told is not None and number is not None:
        first = moved(dt.date.fromisoformat(told[1]), 3 * (int(number["n"]) - told[0]))
        last = moved(first, 2)
        return replace(quarter, start=first.isoformat(), end=month_end(last.year, last.month).isoformat())
    dated = parse_period(f"{quarter.text} {years.group()}") if years is not None else None
    return replace(dated, text=quarter.text) if dated is not None else quarter


def _told_quarter(title: str) -> tuple[int, str] | None:
    """Number and first day of the quarter that a title names with its months: `Quarter 3: October to December 2025`."""
    found = list(find_periods(title))
    numbers = {m["n"] for p in found if p.kind == "quarter" and (m := _BARE.match(p.text)) is not None}
    days = {(p.start, p.end) for p in found if p.kind in {"months", "days"} and p.start and p.end}
    if len(numbers) != 1 or len(days) != 1:
        return None
    start, end = days.pop()
    assert start is not None and end is not None
    first = dt.date.fromisoformat(start)
    last = moved(first, 2)
    whole = first.day == 1 and end == month_end(last.year, last.month).isoformat()
    return (int(numbers.pop()), start) if whole else None
