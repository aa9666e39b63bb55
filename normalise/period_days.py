"""The first and last day of a printed period, from the parts that `normalise.periods` found in it."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable

from normalise.vocabularies import fold, vocabulary
from normalise.year_begins import quarters_are_of_plain_years

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
Days = tuple[str | None, str | None]
_MONTH_FIRST = re.compile(
    rf"\s*(?P<m>{MONTH})\s+(?P<d>\d\d?)(?:st|nd|rd|th)?(?:,?\s+(?P<y>\d{{4}}))?\s*", re.IGNORECASE
)


def _year_to_date(group: dict[str, str | None], financial_year: int) -> Days | None:
    years = two_years(printed) if (printed := group.get("fy")) else None
    if printed and (years is None or years[1] != years[0] + 1):
        return None
    end = _last_day(group.get("end"))
    if end is None:
        return None, None
    if group.get("start"):  # `Year to date Apr – Sept 2030` says itself where it begins
        return _span(group, financial_year)
    start = dt.date(year_of(end, financial_year), financial_year, 1)
    return start.isoformat(), end.isoformat()


def _lead(group: dict[str, str | None], _: int) -> Days | None:
    end = _last_day(group["end"])
    if end is None:
        return None
    months = int(vocabulary("period_words")[fold(str(group["lead"]))])
    if end == month_end(end.year, end.month):
        return moved(end.replace(day=1), 1 - months).isoformat(), end.isoformat()
    return (moved(end, -months) + dt.timedelta(days=1)).isoformat(), end.isoformat()


def _week(group: dict[str, str | None], _: int) -> Days | None:
    end = _last_day(group["end"])
    return None if end is None else ((end - dt.timedelta(days=6)).isoformat(), end.isoformat())


def _week_from(group: dict[str, str | None], _: int) -> Days | None:
    start = _last_day(group["end"])
    return None if start is None else (start.isoformat(), (start + dt.timedelta(days=6)).isoformat())


def _day(group: dict[str, str | None], _: int) -> Days | None:
    end = _last_day(group["end"])
    return None if end is None else (end.isoformat(), end.isoformat())


def _span(group: dict[str, str | None], _: int) -> Days | None:
    """Two days or two months; where only the second has a year, the first lies in the twelve months before it."""
    end = _last_day(group["end"])
    if end is None:
        return None
    printed = str(group["start"])
    month_first = _month_behind(str(group["end"])) != group["end"]  # then `October 12` is no October of 2012
    dated = _first_day(printed) if not month_first or _month_behind(printed) != printed else None
    start = dated or _first_day(f"{printed} {end.year}")
    if start is not None and start > end and dated is None:
        start = _first_day(f"{printed} {end.year - 1}")
    if start is None or start > end:
        return None
    return start.isoformat(), end.isoformat()


def _month(group: dict[str, str | None], _: int) -> Days | None:
    start, end = _first_day(group["end"]), _last_day(group["end"])
    return None if start is None or end is None else (start.isoformat(), end.isoformat())


def _quarter(group: dict[str, str | None], financial_year: int) -> Days | None:
    """A quarter of a financial year. Of a plain year (`Q3 2023`) nobody says where its quarters begin: no dates.

    Where financial years are plain years, or the document says that its quarters are the calendar's, it is theirs.
    """
    printed = group.get("fy") or group.get("short")
    plain = printed is not None and re.fullmatch(r"\d{4}", printed) is not None
    if plain and quarters_are_of_plain_years():
        financial_year = 1
    years = two_years(printed) if printed and (not plain or financial_year == 1) else None
    if years is None or years[1] != years[0] + 1:
        return None, None
    first = ORDINALS.get(str(group.get("nth")).casefold()) or int(str(group["q"])[0])
    last = int(group.get("q2") or first)
    start = moved(dt.date(years[0], financial_year, 1), 3 * (first - 1))
    end = moved(dt.date(years[0], financial_year, 1), 3 * last) - dt.timedelta(days=1)
    return (start.isoformat(), end.isoformat()) if last >= first else None


def _half(group: dict[str, str | None], financial_year: int) -> Days | None:
    years = two_years(str(group["fy"]))
    if years is None:
        return None
    second = group["h"] == "2" or (group["nth"] or "").lower() == "second"
    start = moved(dt.date(years[0], financial_year, 1), 6 if second else 0)
    return start.isoformat(), (moved(start, 6) - dt.timedelta(days=1)).isoformat()


def _year(group: dict[str, str | None], _: int) -> Days | None:
    return f"{group['fy']}-01-01", f"{group['fy']}-12-31"


READERS: dict[str, Callable[[dict[str, str | None], int], Days | None]] = {
    "year_to_date": _year_to_date,
    "lead": _lead,
    "week": _week,
    "week_from": _week_from,
    "as_at": _day,
    "day": _day,
    "days": _span,
    "months": _span,
    "month": _month,
    "quarter": _quarter,
    "half": _half,
    "year": _year,
}


_CALLED = re.compile(
    r"(?:(?:Q|Quarter\s|Qtr\s)(?P<before>[1-4])[\s,]*(?:of\s+)?)?(?:FY|F/Y|fiscal\s+year|financial\s+year)\s*['’]?"
    r"(?P<year>(?:20)?\d\d)(?:[\s,–-]*(?:Q|Quarter\s|Qtr\s)(?P<behind>[1-4]))?",
    re.IGNORECASE,
)


def called_days(text: str, begins: int) -> tuple[str, str] | None:
    """The days of `FY2026`, `FY26 Q2`: the year that ends in 2026, where years begin in the month `begins`."""
    called = _CALLED.fullmatch(text)
    if called is None:
        return None
    year = int(called["year"]) % 2000 + 2000 - (begins > 1)
    quarter = called["before"] or called["behind"]
    start = moved(dt.date(year, begins, 1), 3 * (int(quarter) - 1) if quarter else 0)
    end = moved(start, 3 if quarter else 12) - dt.timedelta(days=1)
    return start.isoformat(), end.isoformat()


def two_years(printed: str) -> tuple[int, int] | None:
    """First and last year of `2020/21`, `13/14`, `2018-2020`, `FY22` (2021, 2022); None where they go backwards."""
    parts = [p for p in re.split(r"\D+", printed) if p]
    if len(parts) == 1:
        last = _full_year(parts[0])
        return (last, last + 1) if len(parts[0]) == 4 and "fy" not in printed.lower() else (last - 1, last)
    first = _full_year(parts[0])
    second = int(parts[1]) if len(parts[1]) == 4 else first - first % 100 + int(parts[1])
    if second < first and len(parts[1]) == 2:
        second += 100  # 1999/00
    return (first, second) if first < second <= first + 10 else None


def _full_year(printed: str) -> int:
    number = int(printed)
    if len(printed) == 4:
        return number
    return 2000 + number if number < 70 else 1900 + number


def _first_day(printed: str | None) -> dt.date | None:
    return _day_of(printed, first=True)


def _last_day(printed: str | None) -> dt.date | None:
    return _day_of(printed, first=False)


def _day_of(printed: str | None, *, first: bool) -> dt.date | None:
    """A day, or an end of a month. A lower-case month before two figures is no date (`may 20 officers`)."""
    if not printed:
        return None
    printed = _month_behind(printed) if printed[:1].isalpha() else printed
    numbers = re.fullmatch(r"\s*(\d\d?)[/.](\d\d?)[/.](\d{2,4})\s*", printed)
    if numbers:
        day, month, year = int(numbers[1]), int(numbers[2]), _full_year(numbers[3])
    else:
        match = re.search(
            rf"(?:(?P<d>\d\d?)\s?(?:st|nd|rd|th)?\s*(?:of\s+)?)?(?P<m>{MONTH})[\s,'’./-]*(?P<y>\d{{4}}|\d\d)$",
            printed.strip(),
            re.IGNORECASE,
        )
        if match is None or (match["m"][0].islower() and len(match["y"]) == 2):
            return None
        month, year = MONTHS.index(match["m"][:3].lower()) + 1, _full_year(match["y"])
        if not match["d"]:
            return dt.date(year, month, 1) if first else month_end(year, month)
        day = int(match["d"])
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _month_behind(printed: str) -> str:
    """`December 31, 2025` as `31 December 2025`; anything else, as `December 2025` and `December 31`, as it is."""
    found = _MONTH_FIRST.fullmatch(printed)
    return printed if found is None or found["y"] is None else f"{found['d']} {found['m']} {found['y']}"


def year_of(day: dt.date, financial_year: int) -> int:
    """The calendar year in which the financial year of a day begins."""
    return day.year if day.month >= financial_year else day.year - 1


def month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def moved(day: dt.date, months: int) -> dt.date:
    """The same day some months later (or the month's last, where it has no such day)."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
