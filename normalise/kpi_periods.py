"""When the figures of an indicator are of: what their column's heading, the titles over it and the paper's fiscal year say."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace

from models.record import Field
from normalise.fiscal_years import first_month, in_fiscal_year
from normalise.kpi_titles import YEAR_OVER, end_in, in_title, title_over
from normalise.period_days import month_end, moved, two_years, year_of
from normalise.periods import Period, find_periods, parse_period
from normalise.vocabularies import any_form, fold, vocabulary
from normalise.year_begins import quarters_are_of_plain_years, year_begins

_COUNTED = re.compile(r"\b(?P<what>month|mth|m|period|p|week|wk)\s?(?P<n>[1-5]?\d)\b", re.IGNORECASE)
_BROKEN_YEARS = re.compile(r"((?<!\d)20\d\d[/–-])\s+(?=\d\d(?!\d))")
_OF_YEAR = re.compile(r"(?:20)?\d\d\s?[/–-]\s?(?:20)?\d\d")
_PLAIN_YEAR = re.compile(
    r"(?P<fiscal>(?:FY|F/Y|fiscal\s+year|financial\s+year)\s*['’]?)?(?<!\d)(?P<year>20\d\d|(?<=[Y’'\s])\d\d)(?!\d)",
    re.IGNORECASE,
)
_SHORT_YEARS = re.compile(r"(?<![\d/.,£])(?P<first>\d\d)/(?P<last>\d\d)(?![\d/.,%])")  # `Actual 23/24` over a column


def period_of(role: str, field: Field, fields: Mapping[str, Field]) -> Period | None:
    """The period that an indicator's cell is of, by its heading or by a column of periods; None where nothing says it."""
    title, begins = title_over(fields), year_told(fields)
    period = heading_period(field, title, begins, _last_day(fields, title, begins)) or _printed_period(
        role, fields, begins
    )
    return (
        _before(period, end_in(title, begins))
        if period is not None and field is fields.get("previous_text")
        else period
    )


def year_told(fields: Mapping[str, Field]) -> int | None:
    """The month in which the fiscal years of a paper begin, where a sentence of it says so."""
    return first_month(fields["fiscal_year"].text) if "fiscal_year" in fields else None


def heading_period(field: Field, title: str = "", begins: int | None = None, end: str | None = None) -> Period | None:
    """The period that a column's heading names (`Actual Q3 2024/25`); a bare month or quarter takes the title's year.

    A bare year to date ends on `end`, where that is known from the columns beside it, or where the title says. `begins` is the
    month in which fiscal years begin, where the paper says so.
    """
    period = _named_by(field, title, begins, end)
    return in_fiscal_year(period, begins) if period is not None and begins is not None else period


def _named_by(field: Field, title: str, begins: int | None, end: str | None) -> Period | None:
    note = re.sub(r"\bQ\s+(?=[1-4]\b)", "Q", (field.note or "").replace(" > ", " "))  # `12 months to > Dec 2024`
    note = _BROKEN_YEARS.sub(r"\1", note)  # `2028–` over `29`
    found = [p for p in find_periods(note) if p.kind != "same"]
    years = YEAR_OVER.search(title)
    if found and found[-1].kind == "quarter" and not found[-1].start and re.fullmatch(r"\D+[1-4]", found[-1].text):
        return in_title(found[-1], title, begins)
    if found and found[-1].kind == "year_to_date" and not found[-1].start:
        return _to_date(found[-1], end or end_in(title, begins), begins or year_begins())
    if found and found[-1].kind in {"financial_year", "year"} and " > " in (field.note or ""):
        leaf = (field.note or "").rsplit(" > ", maxsplit=1)[-1]
        return _bare_month(leaf, found[-1].text) or found[-1]  # `2025/26` over `Apr`
    if found:
        return found[-1]
    numbered = _month_of_year(note, years.group() if years else "")
    if numbered is not None:
        return numbered
    short = _SHORT_YEARS.search(note)
    if short is not None and (int(short["first"]) + 1) % 100 == int(short["last"]):
        return parse_period(short.group())
    return _bare_month(note, years.group() if years else "")


def _bare_month(text: str, printed_year: str) -> Period | None:
    """A month without a year, in a financial or calendar year."""
    month = re.search(r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", text, re.IGNORECASE)
    year = parse_period(printed_year) if printed_year else None
    if month is None or year is None or year.start is None or year.end is None:
        return None
    first, last = (f"{month[0]} {day[:4]}" for day in (year.start, year.end))
    options = [p for t in (first, last) if (p := parse_period(t)) and p.start and year.start <= p.start <= year.end]
    return replace(options[0], text=month[0]) if options else None


def _month_of_year(note: str, year: str) -> Period | None:
    """`Month 9`, `M9`, `Period 9`: a month of the financial year, which the title names, counted from its first."""
    match = _COUNTED.search(note)
    if match is None or match["what"][0].casefold() not in "mp" or not 1 <= int(match["n"]) <= 12:
        return None
    within = parse_period(year) if year else None
    bare = Period(match.group(), "month", None, None)
    if within is None or within.start is None or within.kind != "financial_year":
        return bare
    first = moved(dt.date.fromisoformat(within.start), int(match["n"]) - 1)
    return replace(bare, start=first.isoformat(), end=month_end(first.year, first.month).isoformat())


def _last_day(fields: Mapping[str, Field], title: str, begins: int | None) -> str | None:
    """The last day of the latest month or quarter that heads a column of figures, or the title's of a `Q3 actual`.

    Where the title does not say what is reported on, quarters without a year of their own count too.
    """
    told = end_in(title, begins) is not None
    found: list[Period | None] = []
    for name, field in fields.items():
        if not re.fullmatch(r"value_\d+", name) or not field.text:
            continue
        role = role_in(field.note or "")
        if role is None and told:
            named = list(find_periods((field.note or "").replace(" > ", " ")))[-1:]
            found += [in_fiscal_year(p, begins) for p in named] if begins is not None else named
        elif role in {None, "current"}:
            found.append(heading_period(field, title, begins))
    return max((p.end for p in found if p is not None and p.kind in {"month", "quarter"} and p.end), default=None)


def _to_date(period: Period, end: str | None, begins: int) -> Period:
    """A `YTD` with its days, where it is known when it ends: it begins with the financial year, its own or (`YTD 24/25`) another."""
    if end is None:
        return period
    printed, plain = _OF_YEAR.search(period.text), _PLAIN_YEAR.search(period.text)
    if plain is not None and printed is None and not plain["fiscal"]:
        if begins > 1 and not quarters_are_of_plain_years():
            return period  # nobody says when the year that is but called 2025 begins
        begins = 1
    last = dt.date.fromisoformat(end)
    year = year_of(last, begins)
    years = two_years(printed.group()) if printed else None
    first = years[0] if years is not None else _first_year(plain, begins) if plain is not None else year
    if first != year:
        last, year = moved(last, 12 * (first - year)), first
    return replace(period, start=dt.date(year, begins, 1).isoformat(), end=last.isoformat())


def _first_year(called: re.Match[str], begins: int) -> int:
    """The year in which begins what is called `FY26`, or `2025` where years are those of the calendar."""
    return int(called["year"]) % 2000 + 2000 - (begins > 1)


def _before(period: Period, reported: str | None) -> Period:
    """The quarter before this one, without a year: in a paper on quarter 1 `Quarter 4` is that of the year before.

    Where nobody says which quarter is reported, the last of a year is in doubt: it was before, but before which?
    """
    bare = period.kind == "quarter" and re.fullmatch(r"\D+[1-4]", period.text)
    if not bare or period.start is None or period.end is None:
        return period
    if reported is None:
        return replace(period, start=None, end=None) if period.text.endswith("4") else period
    if period.start <= reported:
        return period
    start, end = (f"{int(day[:4]) - 1}{day[4:]}" for day in (period.start, period.end))
    return replace(period, start=start, end=end)


def _printed_period(role: str, fields: Mapping[str, Field], begins: int | None) -> Period | None:
    """The period that a column of its own gives for the current figure (`Latest data`: `Aug-24`)."""
    held = fields.get("period")
    period = parse_period(held.text) if held is not None and role == "current" and held.text else None
    return in_fiscal_year(period, begins) if period is not None and begins is not None else period


def role_in(heading: str) -> str | None:
    """The role that a heading names anywhere in it."""
    match = re.search(rf"\b{any_form('kpi_roles')}\b", heading, re.IGNORECASE)
    return vocabulary("kpi_roles")[fold(match.group())] if match else None
