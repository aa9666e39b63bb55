"""The headings over a scorecard's figures: the period that one names, what it says beside that, what a colon sets apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.columns import Column, fit, weigh
from extract.wording import fold, likeness, phrases

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
PERIOD = re.compile(
    rf"\b(?:q(?:tr)?\s?[1-4]|quarter\s?[1-4]|(?:1st|2nd|3rd|4th)\s+(?:quarter|qtr)|h[12]|{_MONTH}[\s'’.-]*\d{{2,4}}|{_MONTH}"
    r"|(?:(?:mid|half)[\s-]?year\s+|year[\s-]?end\s+|fy\s?)?(?:19|20)\d\d(?:\s?[/–-]\s?\d\d(?:\d\d)?)?|fy\s?\d\d(?:\s?[/–-]\s?\d\d)?|\d\d/\d\d|(?:month|mth|period|week|wk|m|p)\s?(?:[1-4]\d|[1-9])"
    r"|ytd|year\s+to\s+date|in\s+(?:month|quarter|year)|12\s+months?)\b",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\([^()]*\)")
_DAY = re.compile(r"(?:\b(?:as )?at\b\s*)?\b\d{1,2}(?:st|nd|rd|th)?(?=\s|$)|\bas at\b", re.IGNORECASE)
_MOST_WORDS = 3  # that a heading says beside its period
_AIMS = frozenset({"outcome", "outcomes", "aim", "objective", "goal", "result", "priority", "theme"})
_LEAST = 0.65
_APART = 0.9  # what a heading weighs of which only what stands before a colon is known


def without_period(column: Column) -> str | None:
    """What a heading says beside the period it names; None where it names none, or much else.

    What stands in brackets behind a period explains it: `Baseline at 31 March 2031 (% change over the year)`.
    """
    bare = _BRACKETS.sub(" ", column.leaf)
    leaf = bare if PERIOD.search(bare) else re.sub(r"[(),]", " ", column.leaf)
    if PERIOD.search(leaf) is None:
        return None
    rest = " ".join(_DAY.sub(" ", PERIOD.sub(" ", leaf.replace(",", " "))).split()).strip(" -–/:")
    return rest if len(re.findall(r"[A-Za-z]{2,}", rest)) <= _MOST_WORDS else None


def before_colon(columns: Sequence[Column], scores: Sequence[dict[str, float]]) -> None:
    """`Indicator / Outcome: the harbour is safe`: where no heading is one of indicators, what stands before a colon may be."""
    if any("kpi" in score for score in scores):
        return
    known = phrases("columns_scorecard")
    for column, score in zip(columns, scores, strict=True):
        label, colon, _ = column.leaf.partition(":")
        if colon and (said := likeness(label, known).get("kpi", 0.0)):
            score["kpi"] = _APART * weigh(said, fit("scorecard", "kpi", column.looks))


def below_outcome(columns: Sequence[Column], scores: Sequence[dict[str, float]]) -> None:
    """`Outcome: visitors feel safe` over the indicators of it, where their baseline or target stands beside them."""
    if any("kpi" in score for score in scores) or not any("benchmark" in s or "target" in s for s in scores):
        return
    for column, score in zip(columns, scores, strict=True):
        label, colon, _ = column.leaf.partition(":")
        if colon and not score and fold(label) in _AIMS:
            score["kpi"] = _LEAST
