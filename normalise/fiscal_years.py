"""Years of account that do not begin in April: a sentence of the paper says when they do, `FY2026` is dated by it.

In the United States, Canada and Australia a fiscal year is called after the calendar year in which it ends; where no
paper says when it begins, its days stay unknown.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from models.late import late
from normalise.period_days import MONTH, MONTHS, called_days
from normalise.periods import Period, parse_period

_YEAR = r"(?:fiscal|financial|budget)\s+years?"
_NAMED = rf"(?:FY|F/Y|{_YEAR})\s*(?:20)?\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?"
_FIRST = rf"(?:(?:1(?:st)?|first)\s+(?:of\s+)?(?P<m{{0}}>{MONTH})|(?P<n{{0}}>{MONTH})(?:\s+(?:1(?:st)?|first))?)(?!\d)"
_TO = r"(?:,?\s*20\d\d)?\s*(?:to|through|until|and\s+ends?(?:\s+on)?|[–—-])\s*"
_DAY = rf"(?:\d\d?(?:st|th)?\s+(?:of\s+)?)?(?P<end>{MONTH})"
# `The fiscal year runs from July 1 to June 30`, `FY2026 (October 1, 2025 – September 30, 2026)`
_RUNS = late(
    rf"(?:{_YEAR}|{_NAMED})(?:\s+of\s+(?:[\w’']+\s+){{1,4}}?)?[\s:,(]*(?:(?:is|runs?|starts?|begins?|covers|goes)\s+)?(?:from\s+|on\s+)?(?:the\s+)?"
    rf"{_FIRST.format(1)}{_TO}{_DAY}",
    re.IGNORECASE,
)
_BEGINS = late(rf"{_YEAR}[\s,]*(?:starts?|begins?)\s+(?:on\s+|in\s+)?(?:the\s+)?{_FIRST.format(2)}", re.IGNORECASE)
# `for the fiscal year ending June 30, 2026`
_ENDS = late(
    rf"(?:{_YEAR}|{_NAMED})(?:\s+20\d\d)?[\s,(]*(?:which\s+|that\s+)?(?:ends?|ending|ended)\s+(?:on\s+)?(?:the\s+)?"
    rf"(?:(?P<last>{MONTH})\s+(?:30|31|28|29)(?!\d)|(?:30|31|28|29)(?:st|th)?\s+(?:of\s+)?(?P<late>{MONTH}))",
    re.IGNORECASE,
)
# `Fiscal Year 2026, Second Quarter (October 1 – December 31, 2025)`
_QUARTER = late(
    rf"{_NAMED}[\s,–-]*(?:(?P<nth>first|second|third|fourth|[1-4](?=st|nd|rd|th))(?:st|nd|rd|th)?\s+quarter|"
    rf"(?:Q|quarter\s)(?P<q>[1-4]))[\s,:–-]*\(?\s*{_FIRST.format(3)}{_TO}{_DAY}",
    re.IGNORECASE,
)
# `for the six months ended 31 December 2025`: from the year's beginning; three months may be any quarter
_PART = re.compile(
    rf"\b(?P<count>six|6|nine|9)[\s-]+months?(?:[\s-]+(?:period|results?|report))?\s+(?:to|end(?:ed|ing))\s+(?:the\s+)?"
    rf"(?:(?:30|31)(?:st|th)?\s+(?:of\s+)?(?P<part>{MONTH})|(?P<late>{MONTH})\s+(?:30|31)(?!\d))",
    re.IGNORECASE,
)
_PARTS = {
    (6, 6): 1,
    (6, 9): 4,
    (6, 12): 7,
    (9, 9): 1,
    (9, 12): 4,
    (9, 3): 7,
    (9, 6): 10,
}  # (months, last month) -> first
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


@lru_cache(maxsize=64)
def first_month(sentence: str) -> int | None:
    """The month in which a fiscal year begins, as a sentence says it; None where it does not, or not on a first."""
    runs = _RUNS.search(sentence)
    if runs is not None and _months(runs, 1) == 12:
        return _first(runs, 1)
    begins = _BEGINS.search(sentence)
    if begins is not None:
        return _first(begins, 2)
    ends = _ENDS.search(sentence)
    if ends is not None:
        return _number(ends["last"] or ends["late"]) % 12 + 1
    part = _PART.search(sentence)
    if part is not None:
        count = 6 if part["count"].casefold() in {"six", "6"} else 9
        return _PARTS.get((count, _number(part["part"] or part["late"])))
    quarter = _QUARTER.search(sentence)
    if quarter is None or _months(quarter, 3) != 3:
        return None
    number = int(quarter["q"]) if quarter["q"] else _ORDINALS.get(quarter["nth"].casefold()) or int(quarter["nth"])
    return (_first(quarter, 3) - 1 - 3 * (number - 1)) % 12 + 1


def in_fiscal_year(period: Period, begins: int) -> Period:
    """A period with the days that it has where the fiscal year begins in the month `begins`."""
    days = called_days(period.text, begins)
    if days is not None:
        return replace(period, start=days[0], end=days[1])
    again = parse_period(period.text, begins) if period.kind in {"financial_year", "quarter", "half"} else None
    return replace(period, start=again.start, end=again.end) if again is not None and again.start else period


def _first(match: re.Match[str], form: int) -> int:
    return _number(match[f"m{form}"] or match[f"n{form}"])


def _months(match: re.Match[str], form: int) -> int:
    """How many months a span holds, both ends counted."""
    return (_number(match["end"]) - _first(match, form)) % 12 + 1


def _number(month: str) -> int:
    return MONTHS.index(month[:3].casefold()) + 1
