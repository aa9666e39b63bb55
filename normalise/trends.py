"""Trends: arrows in every form and words -> `up`, `down`, `level`, `new`, `closed`, `not_applicable`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalise.dates import find_dates
from normalise.vocabularies import fold, vocabulary

_PERIOD_WORDS = re.compile(
    r"\b(?:(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?[\s,]+)?"
    r"(?:q(?:uarter|tr)?\.?\s?[1-4]|[1-4](?:st|nd|rd|th)\s+quarter)\b(?:[\s,(-]*(?:fy\s*)?\d{2,4}(?:\s?[/–-]\s?\d{2,4})?\)?)?",
    re.IGNORECASE,
)
_NOT_SIGNS = re.compile(r"[\w\s/'.,()-]")


def read_trend(text: str, symbols: Sequence[str] = ()) -> tuple[str, float] | None:
    """The trend of a cell and how sure it is; None where nothing known is printed. An arrow counts before the words."""
    known = vocabulary("trends")
    signs = [known[s] for s in _NOT_SIGNS.sub("", text) if s in known]
    signs += [known[s] for s in symbols if s in known]
    if signs:
        ways = set(signs)
        if ways == {"up", "down"}:
            return "level", 0.7  # a double arrow drawn as two
        return signs[0], 1.0 if len(ways) == 1 else 0.7
    folded = fold(text)
    if not folded:
        return None
    if folded in known:
        return known[folded], 1.0
    words = folded.split()
    for size in (3, 2, 1):
        hits = {known[w] for i in range(len(words)) if (w := " ".join(words[i : i + size])) in known and len(w) > 2}
        if len(hits) == 1:
            return hits.pop(), 0.85
        if hits:
            return None
    return None


def period_in(heading: str) -> str | None:
    """The period printed in the heading over a trend: `Q4 Trending` is `Q4`, `Trend > Q3 23/24` is `Q3 23/24`."""
    match = _PERIOD_WORDS.search(heading)
    if match:
        return match.group().strip(" ,(")
    date = next(find_dates(heading), None)
    return heading[date.start : date.end].strip() if date else None


def period_before(text: str) -> tuple[str | None, str]:
    """A period printed in a trend's own cell, and what is said of it: `Mar 24 Same`."""
    date = next(find_dates(text), None)
    quarter = _PERIOD_WORDS.match(text)
    end = quarter.end() if quarter else date.end if date is not None and date.start == 0 else 0
    rest = text[end:].strip(" :,–-")
    return (text[:end].strip(" ,("), rest) if end and rest else (None, text)
