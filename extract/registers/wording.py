"""The heading of a register's column taken apart: its stage (gross, current, target, …), its date, the rest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from extract.wording import Phrase, Phrases, contains, phrases, plain, without, words_of

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
STAGES = ("gross", "previous", "current", "residual", "target")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_PERIODS = re.compile(
    rf"\b(?:of\s+)?{_MONTH}\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d(?!\d)"  # month first
    rf"|\b(?:\d{{1,2}}(?:st|nd|rd|th)?[\s./-]+)?(?:of\s+)?{_MONTH}\b\.?[\s,./’'-]*(?:\d{{4}}|\d\d)?(?!\d)"
    r"|\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)\b"
    r"|\b(?:q(?:uarter|tr)?\.?\s?[1-4]|[1-4](?:st|nd|rd|th)\s+quarter|[1-4]q|h[12])\b"
    r"(?:[\s,(-]*(?:fy\s*)?(?:(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?|\d\d\s?[/–-]\s?\d\d)\)?)?"
    r"|\b(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?(?:[\s,]+q(?:uarter|tr)?\.?\s?[1-4])?\b"
    r"|\b(?:spring|summer|autumn|winter)\b(?:\s+(?:19|20)\d\d)?",
    re.IGNORECASE,
)


_BRACKETS = re.compile(r"[(\[]([^()\[\]]+)[)\]]")


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading text taken apart."""

    text: str
    stage: str | None  # by its words
    period: str | None  # the date or quarter printed in it
    rest: str  # what is left without stage and period


@lru_cache(maxsize=4096)  # asked of one heading by every reader of its table
def take_apart(text: str) -> Heading:
    """`Score Now (16 March 2018)` is stage `current`, period `16 March 2018`, rest `score`."""
    period = find_period(text)
    rest = text.replace(period, " ") if period else text
    rest = re.sub(r"[(\[]\s*(?:as\s+)?(?:at|of|on|in)?\s*[)\]]", " ", rest)
    found = contains(rest, phrases("register_stages"))
    if not found and (inside := [m for m in _BRACKETS.findall(rest) if contains(m, phrases("register_stages"))]):
        rest = f"{_BRACKETS.sub(' ', rest)} {inside[0]}"  # `Rating (current)`
        found = contains(rest, phrases("register_stages"))
    stage = None
    for phrase in found:
        # of two stages in one heading the one further along the road counts: a `current residual score` is residual
        if stage is None or STAGES.index(phrase.canonical) > STAGES.index(stage):
            stage = phrase.canonical
        rest = without(rest, phrase.words)
    if stage is None:
        stage, rest = _broken_stage(rest)
    return Heading(text, stage, period, " ".join(words_of(rest)) if stage or period else rest)


def _broken_stage(text: str) -> tuple[str | None, str]:
    """A stage whose word a narrow column broke (`Unmitigate d`, `Inher ent score`), and the rest of the text."""
    whole = plain(text) if " " in text.strip() else ""
    if whole.startswith(_plain_stages()):
        phrase = next(p for p in _long_stages() if whole.startswith(p.plain))
        return phrase.canonical, whole[len(phrase.plain) :]
    return None, text


@cache
def _long_stages() -> tuple[Phrase, ...]:
    """The stages whose word is long enough to be told though it is broken, the longest first."""
    return tuple(sorted((p for p in phrases("register_stages") if len(p.plain) >= 7), key=lambda p: -len(p.plain)))


@cache
def _plain_stages() -> tuple[str, ...]:
    return tuple(p.plain for p in _long_stages())


def find_period(text: str) -> str | None:
    """The date, month, quarter or year printed in a heading, as printed."""
    match = _PERIODS.search(text)
    # `May` and `March` alone are words, not months, unless the heading is nothing else
    found = match.group().strip(" ,.-(") if match is not None else ""
    return found if found and (found.casefold() not in {"may", "march"} or found == text.strip()) else None


def when(period: str) -> tuple[int, int]:
    """A printed period as (year, month) for putting periods in order; a quarter without a year keeps its own order."""
    text = period.casefold()
    years = [int(y) if len(y) == 4 else 2000 + int(y) for y in re.findall(r"(?<!\d)((?:19|20)\d\d|\d\d)(?!\d)", text)]
    named = re.search(_MONTH, text)
    quarter = re.search(r"q(?:uarter|tr)?\.?\s?([1-4])|([1-4])(?:st|nd|rd|th)\s+quarter", text)
    if named:
        return (years[-1] if years else 0), _MONTHS.index(named.group()[:3]) + 1
    if quarter:
        number = int(quarter.group(1) or quarter.group(2))
        financial = len(years) > 1 or bool(re.search(r"\d[/–-]\d", text))
        return (years[0] if years else 0), 3 * number + (3 if financial else 0)
    numbers = re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-](\d{2,4})", text)
    if numbers:
        return int(numbers.group(3)) % 100 + 2000, int(numbers.group(2))
    return (years[0] if years else 0), 0


@cache
def _groups() -> Mapping[tuple[str, ...], str]:
    """The words of each group heading -> what it gathers, as the first line of the vocabulary that has them says."""
    return {p.words: p.canonical for p in reversed(phrases("register_groups"))}


@cache
def _groups_of_parts() -> Phrases:
    return Phrases(p for p in phrases("register_groups") if p.canonical != "risk")


def group_of(text: str) -> str | None:
    """What a group heading gathers: `action`, `risk` or `control`; None where it says none of these."""
    words = words_of(text)
    if (group := _groups().get(words)) is not None:
        return group
    hits = contains(text, _groups_of_parts())
    return hits[0].canonical if hits and len(words) <= 6 else None
