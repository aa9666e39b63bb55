"""What a document as a whole says of its years: that its quarters are the calendar's, that its year of work ends in June."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from models.record import Printed
from normalise.period_days import MONTH, MONTHS, ORDINALS

# `the third quarter of 2025 (1 July to 30 September)`, `Q3 2025: July – September 2025`
_QUARTER = re.compile(
    r"\b(?:(?P<nth>first|second|third|fourth|[1-4](?=st|nd|rd|th))(?:st|nd|rd|th)?\s+quarter|(?:Q|quarter\s)(?P<q>[1-4]))"
    rf"(?:\s+of|,)?\s+20\d\d(?!\s?[/–-]\s?\d)\s*[:,(–-]+\s*(?:1(?:st)?\s+)?(?P<first>{MONTH})(?:\s+20\d\d)?\s*(?:to|–|-)\s*"
    rf"(?:3[01](?:st|th)?\s+)?(?P<last>{MONTH})",
    re.IGNORECASE,
)
_DUE = re.compile(rf"\b(?P<day>\d\d?)\s+(?P<month>{MONTH})\s+20\d\d\b", re.IGNORECASE)
_JULY = 7
_FEWEST, _SHARE = 5, 0.4  # deadlines at the end of June, and what share they are of all, from which on it ends a year


def plain_quarters_told(texts: Iterable[str]) -> bool:
    """Whether a sentence gives a quarter of a plain year the months it has in the calendar, and none gives it others."""
    told = {_is_calendars(m) for t in texts if "uarter" in t or "Q" in t for m in _QUARTER.finditer(t)}
    return told == {True}


def _is_calendars(match: re.Match[str]) -> bool:
    number = int(match["q"]) if match["q"] else ORDINALS.get(match["nth"].casefold()) or int(match["nth"])
    first, last = (MONTHS.index(match[end][:3].casefold()) + 1 for end in ("first", "last"))
    return (first, last) == (3 * number - 2, 3 * number)


def year_of_work(printed: Sequence[Printed]) -> int | None:
    """July, where the deadlines of a program fall on the last of June as those of a year from April never do; else None."""
    days = Counter[str]()
    for item in printed:
        held = item.fields.get("timescale") if item.view == "deliverables" else None
        due = _DUE.search(held.text) if held is not None else None
        if due is not None:
            days[f"{due['day']} {due['month'][:3].casefold()}"] += 1
    june, march = days["30 jun"], days["31 mar"]
    return _JULY if june >= _FEWEST and june >= _SHARE * days.total() and june > 3 * march else None
