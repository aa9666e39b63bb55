"""Printed dates as ISO 8601, with no more precision than was printed.

`14th March 2022` is `2022-03-14`, `Sept 17` is `2017-09`, `Autumn 2017` and `Q3 2023/24` are a year (`2017`, `2023`:
the one the quarter lies in). A date without a year is no date: no year is ever guessed. Numbers are read day first, as in the United
Kingdom, unless the paper's own dates tell that the month comes first (`month_first`, `in_order`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

from normalise.year_begins import year_begins

_MONTHS_OF_YEAR = 12
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_DAY = r"(?P<{0}>[0-3]?\d)\s?(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_SHORT_YEAR = r"['’]?(?P<short>\d\d)(?![\d%/:.,]?\d|%|\s?(?:st|nd|rd|th)\b)"
_ANY_YEAR = rf"(?:(?P<full>(?:19|20)\d\d)(?!\d)|{_SHORT_YEAR})"
_GAP = r"[\s,./–-]+"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s*(?:the\s+)?)?"

# The order counts: where two patterns begin at one place, the first is taken.
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(r"(?<![\w£/])" + pattern, re.IGNORECASE))
    for kind, pattern in (
        ("iso", r"(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)"),
        ("numbers", r"(?P<day>[0-3]?\d)(?P<sep>[/.-])(?P<month>[0-3]?\d)(?P=sep)" + _ANY_YEAR),
        # 14 March 2022, 14th and 15th of March 2022, 14-15 Mar 22: the first day counts
        (
            "day",
            _WEEKDAY
            + _DAY.format("day")
            + r"(?:\s?(?:,|&|and|to|[–-])\s?[0-3]?\d\s?(?:st|nd|rd|th)?){0,3}"
            + r"(?:\s+of)?[\s./-]*"
            + _MONTH.format("month")
            + r"[\s,./-]*"
            + _ANY_YEAR,
        ),
        ("day", _MONTH.format("month") + r"\s+" + _DAY.format("day") + r"(?:\s?,\s?|\s+)" + _YEAR),
        # March 2022, Sept 17, Jan/Feb 2023, April to June 2022: the first month counts
        (
            "month",
            _MONTH.format("month")
            + r"(?:\s?(?:/|,|&|and|or|to|[–-])\s?"
            + _MONTH.format("until")
            + r")?(?:\s+of)?"
            + r"[\s,./'’–-]*"
            + _ANY_YEAR,
        ),
        (
            "quarter",
            r"(?:Q(?:uarter|tr)?\.?\s?(?P<quarter>[1-4])|(?P<nth>1st|2nd|3rd|4th|first|second|third|fourth)\s+quarter)"
            r"(?:\s?(?:of|,|-|–))?(?:\s?FY)?\s*(?P<year>20\d\d)(?:\s?[/–-]\s?(?:20)?(?P<next>\d\d))?(?!\d)",
        ),
        ("month number", r"(?P<month>0?[1-9]|1[0-2])[/.]" + _YEAR),
        ("iso", r"(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])(?![\d/-])"),
        (
            "season",
            r"(?:(?:early|mid|late)[\s-]+)?(?:spring|summer|autumn|winter)(?:\s+term)?(?:\s+of)?,?\s+(?P<year>20\d\d)(?!\d)",
        ),
        ("year", r"(?P<year>(?:19|20)\d\d)(?![\d%]|\s?[/–-]\s?\d)"),
    )
)
_FINANCIAL_YEAR = re.compile(r"(?<![\w£])(?:19|20)\d\d\s?[/–-]\s?(?:20)?\d\d(?!\d)")
_NTH = {"1st": 1, "first": 1, "2nd": 2, "second": 2, "3rd": 3, "third": 3, "4th": 4, "fourth": 4}


_MONTH_FIRST: ContextVar[bool] = ContextVar("month_first", default=False)
_IN_NUMBERS = re.compile(r"(?<![\d/])([0-3]?\d)/([0-3]?\d)/(?:(?:19|20)\d\d|\d\d)(?![\d/])")
# `March 4, 2025`, `4 March 2025`
_IN_WORDS = re.compile(
    r"\b(?:(?P<leads>(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2},\s+20\d\d)"
    r"|\d{1,2}(?:st|nd|rd|th)?\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+20\d\d)\b"
)
_AGAINST = 4  # so much more a date with its day first weighs: no American paper writes it so
_FEWEST_PROOFS = 2  # dates that are none with the day first; one may be a slip


def month_first(texts: Iterable[str]) -> bool | None:
    """Whether a paper writes the month before the day: some of its dates are no dates otherwise, and none is one only so.

    Where its dates in numbers could all be either, those in words tell (`March 4, 2025`), if it counts in dollars: so does one
    date alone that is none with the day first. None where nothing tells.
    """
    text = "\0".join(texts)  # looked through as one: no date goes over what stands between them
    proofs = 0
    for match in _IN_NUMBERS.finditer(text) if "/" in text else ():
        first, second = int(match[1]), int(match[2])
        if first > _MONTHS_OF_YEAR >= second:
            return False
        proofs += second > _MONTHS_OF_YEAR >= first
    if "$" not in text or "£" in text or "€" in text:
        return True if proofs >= _FEWEST_PROOFS else None
    said = sum([1 if match["leads"] else -_AGAINST for match in _IN_WORDS.finditer(text)])
    american = said >= 0
    return True if proofs >= _FEWEST_PROOFS or (american and (proofs or said >= _FEWEST_PROOFS)) else None


@contextmanager
def in_order(month_leads: bool) -> Iterator[None]:
    """Dates in numbers are read with the month first, or last, as long as the context is open."""
    token = _MONTH_FIRST.set(month_leads)
    try:
        yield
    finally:
        _MONTH_FIRST.reset(token)


_DAY_BEHIND: ContextVar[bool] = ContextVar("day_behind_month", default=False)
_BARE_DAY = re.compile(rf"(?:by\s+)?{_MONTH.format('month')}\s+[1-9](?:st|nd|rd|th)?", re.IGNORECASE)
_LAST = 31  # of the days of a month
_LONGEST_BARE = 18  # letters of such a cell


def days_behind_months(texts: Iterable[str]) -> bool:
    """Whether cells that print a month and a number alone mean days: one of them is `Feb 1`, and no year is written so."""
    return any(len(text) <= _LONGEST_BARE and _BARE_DAY.fullmatch(text.strip()) for text in texts)


@contextmanager
def day_behind_month(told: bool) -> Iterator[None]:
    """`Mar 25` is no month of 2025 as long as the context is open, where the paper's other dates tell."""
    token = _DAY_BEHIND.set(told)
    try:
        yield
    finally:
        _DAY_BEHIND.reset(token)


class Found(NamedTuple):
    """A date in a text: its ISO form and where in the text it stands."""

    iso: str
    start: int
    end: int


def parse_date(text: str) -> str | None:
    """The date that `text` as a whole prints (words around it such as `by`, `end of`, `Date:` do no harm), or None.

    None too where the text says more than one thing: a sentence with a date in it is `first_date`'s.
    """
    found = next(find_dates(text), None)
    if found is None:
        return None
    rest = (text[: found.start] + " " + text[found.end :]).strip(" .,:;()[]-–")
    return found.iso if len(rest.split()) <= 4 else None


def first_date(text: str) -> str | None:
    """The first date in a running text, or None. A bare year counts only where no fuller date stands in the text."""
    bare = None
    for found in find_dates(text):
        if len(found.iso) > 4 or not text[found.start : found.end].isdecimal():
            return found.iso
        bare = bare or found.iso
    return bare


def find_dates(text: str) -> Iterator[Found]:
    """All dates of a text in printed order. A financial year (`2023/24`) is a period and no date."""
    place = 0
    closed = [m.span() for m in _FINANCIAL_YEAR.finditer(text)]
    while place < len(text):
        best: Found | None = None
        for kind, pattern in _PATTERNS:
            match = _first_match(kind, pattern, text, place, closed)
            if match is not None and (best is None or match.start < best.start):
                best = match
        if best is None:
            return
        yield best
        place = best.end


def _first_match(
    kind: str, pattern: re.Pattern[str], text: str, place: int, closed: list[tuple[int, int]]
) -> Found | None:
    for match in pattern.finditer(text, place):
        if kind == "year" and any(a <= match.start() < b for a, b in closed):
            continue
        iso = _iso(kind, match)
        if iso is not None:
            return Found(iso, match.start(), match.end())
    return None


def _iso(kind: str, match: re.Match[str]) -> str | None:
    """The ISO form of a match, or None where it is no date after all (`31/02/2024`, `may 20 officers`)."""
    group = match.groupdict()
    year = _year(group)
    if year is None:
        return None
    if kind in {"year", "season"}:
        return f"{year}"
    if kind == "quarter":
        quarter = int(group["quarter"]) if group["quarter"] else _NTH[str(group["nth"]).lower()]
        return f"{year + bool(group['next'] and year_begins() + 3 * (quarter - 1) > _MONTHS_OF_YEAR)}"
    if kind in {"month", "day"}:
        month = _MONTHS.index(group["month"][:3].lower()) + 1
        if group.get("short") and group["month"][0].islower():
            return None  # `may 20 officers`
        if kind == "month":
            behind = (
                group.get("short")
                and "’" not in match.group()
                and "'" not in match.group()
                and int(group["short"]) <= _LAST
            )
            return None if behind and _DAY_BEHIND.get() else f"{year}-{month:02}"
    else:
        month = int(group["month"])
        if "day" not in group:
            return f"{year}-{month:02}" if 1 <= month <= 12 else None
    day = int(group["day"])
    american = kind == "numbers" and _MONTH_FIRST.get() and day <= _MONTHS_OF_YEAR
    if american or (month > _MONTHS_OF_YEAR >= day):  # or only the American order makes it a date
        month, day = day, month
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def _year(group: dict[str, str | None]) -> int | None:
    full = group.get("year") or group.get("full")
    if full:
        return int(full)
    short = group.get("short")
    if short is None:
        return None
    return 2000 + int(short) if int(short) < 70 else 1900 + int(short)
