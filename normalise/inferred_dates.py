"""Dates printed without a year whose year the day of the meeting fixes: `by 30 September` at a meeting in June."""

from __future__ import annotations

import datetime as dt
import re

from normalise.dates import find_dates

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DATE = re.compile(
    rf"\b(?:(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?:\s+of)?[\s-]*)?{_NAME}(?:\s+(?P<after>[0-3]?\d)(?:st|nd|rd|th)?(?!\d))?",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\b(?:it|this|that|he|she|they|we|which|who|and|or)\s+may\b|\bmay\s+(?:be|not|wish|need|have|also)\b",
    re.IGNORECASE,
)
AHEAD = 9  # months after the meeting: a month further off may as well be the last that passed


def infer_date(text: str, met: str) -> str | None:
    """The date of a text that names one month, with or without a day, and no year; `met` is the ISO date of the meeting.

    It is the first such date from the meeting on. None where a year is printed, where several months are named, where the
    date is more than nine months off, or where the meeting's own date lacks its month.
    """
    if len(met) < len("2025-06") or next(find_dates(text), None) is not None or _MODAL.search(text):
        return None
    found = list(_DATE.finditer(text))
    if len(found) != 1 or re.search(r"\d{4}", text):
        return None
    month = _MONTHS.index(found[0]["month"][:3].lower()) + 1
    day = found[0]["day"] or found[0]["after"]
    year, met_month = int(met[:4]), int(met[5:7])
    passed = month < met_month or (
        month == met_month and day is not None and len(met) > 7 and int(day) < int(met[8:10])
    )
    year += passed
    if 12 * (year - int(met[:4])) + month - met_month > AHEAD:
        return None
    if day is None:
        return f"{year}-{month:02}"
    try:
        return dt.date(year, month, int(day)).isoformat()
    except ValueError:
        return None
