"""What the registers among the samples share: the columns of a stage of a risk, and printed dates as ISO 8601."""

from __future__ import annotations

import re

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NO_DATE = {"tbc", "tbd", "to be confirmed", "to be agreed", "ongoing", "on-going", "complete", "completed"}
SEASONS = {"spring", "summer", "autumn", "winter"}


def stage(name: str, likelihood: int, impact: int) -> dict[str, object]:
    """Likelihood, impact and their product as columns of `risks`."""
    return {f"{name}_likelihood": likelihood, f"{name}_impact": impact, f"{name}_score": likelihood * impact}


def iso(text: str) -> str | None:
    """A printed date as ISO 8601 with the precision it has, None for words such as `Ongoing` and where no year stands.

    Raises ValueError for what it does not know, so that no date is lost in silence.
    """
    text = re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", text.strip().casefold())
    text = re.sub(r"^(by|from|end of|end|mid) |^(mon|tues|wednes|thurs|fri|satur|sun)day,? ", "", text)
    if match := re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{2}|\d{4})", text):
        return f"{_year(match[3])}-{int(match[2]):02d}-{int(match[1]):02d}"
    match = re.fullmatch(r"(?:(\d{1,2})[ -])?([a-z]{3})[a-z]*[ -](\d{4}|\d{2})", text)
    if match and match[2] in MONTHS:
        month = f"{_year(match[3])}-{MONTHS.index(match[2]) + 1:02d}"
        return f"{month}-{int(match[1]):02d}" if match[1] else month
    if match := re.fullmatch(r"q([1-4]) (\d{4})/(\d\d)", text):
        return match[2] if match[1] != "4" else f"20{match[3]}"
    match = re.fullmatch(r"([a-z]+) (\d{4})", text)
    if match and match[1] in SEASONS:
        return match[2]
    if text in NO_DATE:
        return None
    raise ValueError(f"no date known as {text!r}")


def ongoing(text: str | None) -> bool | None:
    """`is_ongoing` of a printed target; None where none is printed."""
    return None if text is None else bool(re.match("on-?going", text.casefold()))


def _year(text: str) -> str:
    return text if len(text) == 4 else f"20{text}"
