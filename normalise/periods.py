"""Printed periods as dates: `YTD Jan 22`, `Same period 2020/21`, `Q3 13/14`, `Year ending June 19`, `Jan – Dec 21`.

A period is resolved only where the text, or the period beside it, says which days it holds. The financial year begins
in April unless the caller, or whoever asks for the paper (`normalise.year_begins`), says otherwise; a financial quarter
counts from there.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from normalise.period_days import MONTH, READERS, called_days, month_end, moved, two_years, year_of
from normalise.vocabularies import any_of, fold, vocabulary
from normalise.year_begins import is_anyones_guess, is_told, quarters_are_of_plain_years, year_begins


@dataclass(frozen=True, slots=True)
class Period:
    """A printed period. `start` and `end` are its first and last day (ISO 8601), None where the text does not say."""

    text: str  # as printed
    kind: str
    start: str | None
    end: str | None
    at: int = 0  # where in the text it begins
    until: int = 0  # and ends
    shift: int | None = None  # months from the period beside it, for `same period last year`
    year: int | None = None  # financial year into which the period beside it is moved, for `same period 2020/21`


_MAYBE = re.compile(r"[^\W\d_]|(?:19|20)\d\d|\d[/.]\d")  # no period is printed without one of these
_DIGIT = re.compile(r"\d")
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_SIGNS = {  # what a text in small letters must hold, besides a figure, for a pattern to be worth a search
    "month": re.compile(_MONTHS),
    "day": re.compile(rf"{_MONTHS}|\d[/.]\d"),
    "quarter": re.compile("q"),
    "half": re.compile("h[12]|half"),
    "year word": re.compile("fy|f/y|year"),
    "long year": re.compile(r"(?:19|20)\d\d"),
    "two years": re.compile(r"\d\d/\d\d"),
}
_BEFORE = {"year_before": "before", "quarter_before": "before", "month_before": "before"}
_M = MONTH
_Y = r"(?:(?:19|20)\d\d(?!\d)|['’]?\d\d(?![\d%:]|[.,]\d|\s?(?:%|st\b|nd\b|rd\b|th\b)))"
_LONG_Y = r"(?:19|20)\d\d(?!\d)"
_D = r"[0-3]?\d\s?(?:st|nd|rd|th)?"
_TO = r"\s*(?:to|until|through|and|up\s+to|-|–|—|/)\s*"
_FY = r"(?:19|20)?\d\d\s?[/–-]\s?(?:19|20)?\d\d(?![\d/])"
_LONG_FY = r"(?:19|20)\d\d\s?[/–-]\s?(?:19|20)?\d\d(?![\d/])"
_FY_WORD = r"(?:FY|F/Y|fiscal\s+year|financial\s+year)"
_MY = rf"{MONTH}[\s,'’./-]*{_Y}"
_MD = rf"{MONTH}\s+[0-3]?\d(?:st|nd|rd|th)?(?!\d)"  # as it is written in North America
_DMY = rf"(?:{_D}\s*(?:of\s+)?{MONTH}[\s,./-]*{_Y}|{_MD},?\s+{_LONG_Y}|[0-3]?\d[/.][01]?\d[/.](?:20)?\d\d)"


def find_periods(text: str, begins: int | None = None) -> Iterator[Period]:
    """All periods of a text in printed order. Where two readings begin at one place, the longer one counts.

    `begins` is the month in which a financial year begins, where it is not the paper's.
    """
    if _MAYBE.search(text) is None:
        return iter(())
    guessed = begins is None and is_anyones_guess()
    return iter(_periods_of(text, begins or year_begins(), is_told(), quarters_are_of_plain_years(), guessed))


@lru_cache(maxsize=2048)  # the headings of a scorecard are asked again for each of its cells
def _periods_of(text: str, month: int, told: bool, plain: bool, guessed: bool) -> tuple[Period, ...]:
    found = tuple(_read_periods(text, month, told))
    return tuple(_undated(p, plain) for p in found) if guessed else found


def _undated(period: Period, plain: bool) -> Period:
    """A period of a fiscal year without its days; quarters that are the calendar's keep them."""
    kept = period.kind not in {"financial_year", "quarter", "half", "year_to_date"} or (
        period.kind == "quarter" and plain
    )
    return period if kept else replace(period, start=None, end=None)


def _read_periods(text: str, month: int, told: bool) -> Iterator[Period]:
    patterns = _patterns(_signs_in(text))
    place = 0
    ahead: dict[int, re.Match[str] | None] = {}  # the next match of each pattern, while it is not passed
    while place < len(text):
        best: Period | None = None
        for number, (kind, pattern) in enumerate(patterns):
            match = ahead[number] if number in ahead else pattern.search(text, place)
            if match is not None and match.start() < place:
                match = pattern.search(text, place)
            ahead[number] = match
            while match is not None and (best is None or match.start() <= best.at):
                found = _read(kind, match, month)
                if found is None:
                    after = match.end() if match.end() > match.start() else match.end() + 1
                    match = pattern.search(text, after)
                    continue
                if best is None or (found.at, -found.until) < (best.at, -best.until):
                    best = found
                break
        if best is None:
            return
        yield _called(best, month) if told else best
        place = best.until


def parse_period(text: str, begins: int | None = None) -> Period | None:
    """The period that `text` as a whole prints, or None. Brackets and up to two words around it do no harm."""
    bare = text.strip(" []().:;,")
    short = re.fullmatch(r"\d\d\s?[/–-]\s?\d\d", bare)  # 13/14 alone is a financial year, in a text it may be anything
    if short:
        year = _financial_year(bare, (0, len(text)), bare, None, begins or year_begins())
        return replace(year, start=None, end=None) if year and begins is None and is_anyones_guess() else year
    found = next(find_periods(text, begins), None)
    if found is None:
        return None
    rest = re.sub(r"[\W_]+", " ", text[: found.at] + " " + text[found.until :])
    return found if len(rest.split()) <= 2 else None


def resolve(period: Period, beside: Period | None) -> Period:
    """A period that leans on another one (`Same period 2020/21`), with the days of `beside` moved to its year."""
    if period.start or beside is None or not (beside.start and beside.end):
        return period
    months = period.shift
    if period.year is not None:
        months = 12 * (period.year - year_of(dt.date.fromisoformat(beside.start), year_begins()))
    if months is None:
        return period
    start, end = dt.date.fromisoformat(beside.start), dt.date.fromisoformat(beside.end)
    if (end - start).days > 31 * abs(months) + 1 and period.year is None:
        return period  # a `previous quarter` beside a year to date is not that year moved
    whole = end == month_end(end.year, end.month)
    first = moved(start, months)
    last = moved(end, months)
    if whole:
        last = month_end(last.year, last.month)
    return replace(period, start=first.isoformat(), end=last.isoformat())


def _called(period: Period, begins: int) -> Period:
    """`FY2026` with its days, where whoever asks for the paper said when years begin."""
    days = called_days(period.text, begins) if period.kind in {"financial_year", "quarter"} else None
    return period if days is None else replace(period, start=days[0], end=days[1])


def _signs_in(text: str) -> frozenset[str]:
    text = text.casefold()
    signs = {name for name, sign in _word_signs().items() if sign.search(text)}
    if _DIGIT.search(text) is not None:
        signs.update([name for name, sign in _SIGNS.items() if sign.search(text)])
    return frozenset(signs)


@cache
def _word_signs() -> dict[str, re.Pattern[str]]:
    """The same for periods that may be printed in words alone, as `year to date` is: the longest word of each form."""
    longest: dict[str, set[str]] = {}
    for printed, kind in vocabulary("period_words").items():
        longest.setdefault(_BEFORE.get(kind, kind), set()).add(max(printed.split(), key=len))
    return {
        f"words: {kind}": re.compile("|".join(sorted(map(re.escape, longest[kind]))))
        for kind in ("year_to_date", "same", "before", "rolling")
    }


@cache
def _patterns(signs: frozenset[str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Kind and pattern of the periods that a text with some signs may hold."""
    return tuple((kind, pattern) for kind, sign, pattern in _all_patterns() if sign in signs)


@cache
def _all_patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Kind, sign and pattern."""
    words: dict[str, list[str]] = {}
    for printed, kind in vocabulary("period_words").items():
        words.setdefault("lead" if kind.isdecimal() else kind, []).append(printed)
    to_end = r"\s*(?:to|as\s+at|at|:|-|–|\()?\s*(?:the\s+)?(?:end\s+(?:of\s+)?)?"
    before = any_of([*words["year_before"], *words["quarter_before"], *words["month_before"]])
    same = any_of(words["same"])
    year_or_before = rf"(?P<fy>{_FY_WORD}?\s*(?:{_FY}|{_LONG_Y}|\d\d(?!\d)))|(?P<before>(?:the\s+)?{before})"
    parts: tuple[tuple[str, str, str], ...] = (
        (
            "year_to_date",
            "words: year_to_date",
            rf"{any_of(words['year_to_date'])}{to_end}(?:(?P<start>{MONTH}){_TO}(?={MONTH}))?(?P<end>{_DMY}|{_MY}|{MONTH})?",
        ),
        ("year_to_date", "month", rf"(?P<end>{_MY})\s*\(?{any_of(words['year_to_date'])}"),
        *(("year_to_date", sign, pattern) for sign, pattern in _of_years(any_of(words["year_to_date"]))),
        ("same", "words: same", rf"{same}(?:\s+(?:in|of|for|during|to|from|-|–))*\s*\(?(?:{year_or_before})"),
        ("same", "words: before", rf"(?P<before>{before})"),
        ("lead", "day", rf"(?P<lead>{any_of(words['lead'])})\s*(?:the\s+)?(?:end\s+(?:of\s+)?)?(?P<end>{_DMY}|{_MY})"),
        ("week", "day", rf"{any_of(words['week'])}:?\s*(?P<end>{_DMY})"),
        ("week_from", "day", rf"{any_of(words['week_from'])}:?\s*(?P<end>{_DMY})"),
        ("as_at", "day", rf"(?:{any_of(words['as_at'])}|at|on):?\s+(?:the\s+)?(?:end\s+(?:of\s+)?)?(?P<end>{_DMY})"),
        ("days", "day", rf"(?P<start>{_DMY}){_TO}(?P<end>{_DMY})"),
        ("days", "month", rf"(?P<start>{_D}\s*{MONTH}|{_MD}){_TO}(?P<end>{_DMY})"),
        ("day", "day", rf"(?P<end>{_DMY})"),
        ("months", "month", rf"(?P<start>{_MY}){_TO}(?P<end>{_MY})"),
        ("months", "month", rf"(?P<start>{MONTH}){_TO}(?P<end>{_MY})"),
        ("month", "month", rf"(?P<end>{_MY})"),
        (
            "quarter",
            "quarter",
            rf"(?:Q|Quarter|Qtr)\s?(?P<q>[1-4])(?:\s?(?:to|-|–|&|and)\s?(?:Q|Quarter|Qtr)?\s?(?P<q2>[1-4]))?"
            rf"[\s,(]*(?:of\s+|-\s?|–\s?)?(?:{_FY_WORD}?\s*(?P<fy>{_FY}|{_LONG_Y})|{_FY_WORD}\s?['’]?(?P<short>\d\d)(?!\d))",
        ),
        ("quarter", "quarter", rf"(?P<fy>{_LONG_FY})[\s,]*(?:-\s?|–\s?)?(?:Q|Quarter|Qtr)\s?(?P<q>[1-4])(?P<q2>)"),
        (
            "quarter",
            "quarter",
            rf"{_FY_WORD}\s*(?P<fy>{_FY}|{_LONG_Y}|\d\d(?!\d))[\s,]*(?:-\s?|–\s?)?(?:Q|Quarter|Qtr)\s?(?P<q>[1-4])(?P<q2>)(?!\d)",
        ),
        (
            "quarter",
            "quarter",
            r"(?:(?P<nth>first|second|third|fourth)|(?P<q>[1-4](?:st|nd|rd|th)))(?P<q2>)\s+(?:quarter|qtr)\s*,?\s*"
            rf"(?:of\s+|\()?(?:the\s+)?{_FY_WORD}?\s*(?P<fy>{_FY}|{_LONG_Y})",
        ),
        ("half", "half", rf"(?:H(?P<h>[12])|(?P<nth>first|second)\s+half)\s*(?:of\s+)?{_FY_WORD}?\s*(?P<fy>{_FY})"),
        ("financial_year", "year word", rf"{_FY_WORD}\s*['’]?(?P<fy>{_FY}|{_LONG_Y}|\d\d(?!\d))"),
        ("financial_year", "long year", rf"(?P<fy>{_LONG_FY})(?:{_TO}(?P<fy2>{_LONG_FY}))?"),
        ("financial_year", "two years", rf"(?P<fy>\d\d/\d\d){_TO}(?P<fy2>\d\d/\d\d)(?!\d)"),
        ("year", "long year", rf"(?P<fy>{_LONG_Y})(?!\s?[/–-]\s?\d|[%.,]\d|%)"),
        ("rolling", "words: rolling", any_of(words["rolling"])),
        ("quarter", "quarter", r"(?:Q|Quarter\s|Qtr\s)(?P<q>[1-4])(?P<q2>)(?P<fy>)(?!\d|[.,]\d)"),
    )
    return tuple((kind, sign, re.compile(rf"(?<![\w£/.]){pattern}", re.IGNORECASE)) for kind, sign, pattern in parts)


def _of_years(to_date: str) -> Iterator[tuple[str, str]]:
    """Sign and pattern of the ways to say of which year a year to date is: `YTD 25/26`, `2025-26 year to date`, `FY26 YTD`."""
    years = (("two years", r"(?:20)?\d\d/\d\d(?![\d/])"), ("long year", _LONG_FY), ("long year", _LONG_Y))
    for sign, year in (*years, ("year word", rf"{_FY_WORD}\s*['’]?(?:{_LONG_Y}|\d\d(?!\d))")):
        yield sign, rf"{to_date}\s*[:,–-]?\s*\(?(?P<fy>{year})"
        yield sign, rf"(?P<fy>{year})\s*[:,–-]?\s*\(?{to_date}"


def _read(kind: str, match: re.Match[str], financial_year: int) -> Period | None:
    """The period of one match; None where it turns out to be something else (`may 20 officers`, 31/02/2022)."""
    at, until = match.span()
    text = match.group().strip(" (,")
    until = at + len(match.group().rstrip(" (,"))
    group = match.groupdict()
    reader = READERS.get(kind)
    if reader is not None:
        days = reader(group, financial_year)
        return None if days is None else Period(text, kind, days[0], days[1], at, until)
    if kind == "financial_year":
        return _financial_year(text, (at, until), str(group["fy"]), group.get("fy2"), financial_year)
    if kind == "same":
        return _same(text, group, at, until)
    return Period(text, kind, None, None, at, until)


def _financial_year(text: str, place: tuple[int, int], printed: str, second: str | None, begins: int) -> Period | None:
    """`2020/21` is a financial year, `2018-2020` three calendar years, `FY22` the financial year that ends in 2022."""
    years = two_years(printed)
    if years is None:
        return None
    if re.fullmatch(r"(?:19|20)\d\d", printed) and re.match(r"F/?Y|fiscal", text, re.IGNORECASE):
        return Period(text, "financial_year", None, None, *place)  # nobody says when it begins, nor which year names it
    if second:
        last = two_years(second)
        years = (years[0], last[1]) if last else years
    elif years[1] > years[0] + 1 and "/" not in printed:
        return Period(text, "years", f"{years[0]}-01-01", f"{years[1]}-12-31", *place)
    start = dt.date(years[0], begins, 1)
    end = dt.date(years[1], begins, 1) - dt.timedelta(days=1)
    return Period(text, "financial_year", start.isoformat(), end.isoformat(), *place)


def _same(text: str, group: dict[str, str | None], at: int, until: int) -> Period | None:
    before = group.get("before")
    if before:
        kind = vocabulary("period_words")[fold(re.sub(r"(?i)^the\s+(?!year before)", "", before))]
        return Period(text, "same", None, None, at, until, {"year_before": -12, "quarter_before": -3}.get(kind, -1))
    years = two_years(str(group["fy"]))
    return None if years is None else Period(text, "same", None, None, at, until, year=years[0])
