"""The numbers of one indicator: each figure of its cells with role, measure, unit and period."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from models.record import Field
from normalise.cell_shares import in_minutes, share
from normalise.fiscal_years import first_month, in_fiscal_year
from normalise.kpi_cells import Reading, read_cell
from normalise.kpi_titles import YEAR_OVER, end_in, in_title, title_over
from normalise.kpi_units import clock, with_unit
from normalise.parts import part_of, without_marks
from normalise.period_days import month_end, moved, two_years, year_of
from normalise.periods import Period, find_periods, parse_period, resolve
from normalise.vocabularies import any_form, fold, vocabulary
from normalise.year_begins import year_begins

ROLES = {
    "current_text": "current",
    "previous_text": "previous",
    "benchmark_text": "benchmark",
    "target_text": "target",
    "floor_text": "floor",
    "forecast_text": "forecast",
}
_COUNTED = re.compile(r"\b(?P<what>month|mth|m|period|p|week|wk)\s?(?P<n>[1-5]?\d)\b", re.IGNORECASE)
_BROKEN_YEARS = re.compile(r"((?<!\d)20\d\d[/–-])\s+(?=\d\d(?!\d))")
_YEAR = re.compile(r"(?<!\d)(?:FY\s?)?((?:19|20)\d\d)(?!\d)")
_QUARTER = re.compile(r"\bQ\s?([1-4])\b")
_OF_YEAR = re.compile(r"(?:20)?\d\d\s?[/–-]\s?(?:20)?\d\d")
_SHORT_YEARS = re.compile(r"(?<![\d/.,£])(?P<first>\d\d)/(?P<last>\d\d)(?![\d/.,%])")  # `Actual 23/24` over a column


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of `kpi_values`: a reading of a cell, its role, and the printed words it came from."""

    role: str
    reading: Reading
    source: Field
    confidence: float


def figures(fields: Mapping[str, Field]) -> list[Figure]:
    """All figures of an indicator, the current ones first: periods of the others may lean on theirs."""
    found: list[Figure] = []
    beside: list[Reading] = []
    ordered = sorted(columns(fields), key=lambda c: c[0] != "current")
    for role, field in ordered:
        for figure in _cell(role, field, fields):
            reading = _resolved(figure.reading, beside)
            figure = replace(figure, reading=reading)
            if figure.role == "current":
                beside.append(reading)
            found.append(figure)
    if any(f.reading.unit == "s" for f in found):
        return [replace(f, reading=in_minutes(f.reading, f.source.text)) for f in found]
    return found


def columns(fields: Mapping[str, Field]) -> Iterator[tuple[str, Field]]:
    """(role, cell) of all cells of an indicator that hold figures."""
    for name, role in ROLES.items():
        if name in fields:
            yield role, fields[name]
    series = [fields[name] for name in sorted(fields, key=_place) if re.fullmatch(r"value_\d+", name)]
    current = fields.get("current_text")
    to_date = current is not None and any(p.kind == "year_to_date" for p in find_periods(current.note or ""))
    title = title_over(fields)
    yield from series_roles(series, title, has_current=current is not None and not to_date)


def series_roles(series: list[Field], title: str, *, has_current: bool) -> Iterator[tuple[str, Field]]:
    """Roles of columns headed by periods: the latest is current (beside a year to date too), the others are previous.

    A year to date among months or quarters is current with them, and comes first: the latest of them counts.
    """
    fixed = {"target", "floor", "forecast", "benchmark"}
    roles = [_role_in(f.note or "") for f in series]
    plain = [f for f, role in zip(series, roles, strict=True) if role not in fixed and f.text]
    found = [heading_period(f, title) for f in plain]
    to_date = [f for f, p in zip(plain, found, strict=True) if p is not None and p.kind == "year_to_date"]
    if len(to_date) == 1 and _ends_last(found):
        yield ("previous" if has_current else "current"), to_date[0]
        found = [p for f, p in zip(plain, found, strict=True) if f is not to_date[0]]
        plain = [f for f in plain if f is not to_date[0]]
    ended = [p.end if p is not None else None for p in found]
    ordered = _by_time(plain, ended)
    reported = end_in(title)
    named = [f for f, end in zip(plain, ended, strict=True) if end is not None and end == reported]
    latest = named[-1] if named else ordered[-1] if ordered else None
    blank = [f for f, role in zip(series, roles, strict=True) if role not in fixed and not f.text]
    if latest is not None and blank and not named and _is_blank_now([*plain, *blank], series, title, reported):
        latest = None
    for field, role in zip(series, roles, strict=True):
        if role is not None and role in fixed:
            yield role, field
        elif field in plain or not field.text or len(to_date) != 1:
            yield ("current" if field is latest and not has_current else "previous"), field


def _is_blank_now(every: list[Field], series: list[Field], title: str, reported: str | None) -> bool:
    """Whether the latest of some columns, none of them beyond what is reported on, says nothing about an indicator."""
    inked = [f for f in series if f in every]
    ended = [p.end if (p := heading_period(f, title)) is not None else None for f in inked]
    due = [(f, end) for f, end in zip(inked, ended, strict=True) if not end or not reported or end <= reported]
    ordered = _by_time([f for f, _ in due], [end for _, end in due])
    return bool(ordered) and not ordered[-1].text


def _ends_last(found: list[Period | None]) -> bool:
    """Whether the year to date among some periods is that of the latest of them, and others stand beside it."""
    others = [p.end for p in found if p is not None and p.kind != "year_to_date" and p.end]
    end = next((p.end for p in found if p is not None and p.kind == "year_to_date"), None)
    return bool(others) and (end is None or end >= max(others))


def _by_time(plain: list[Field], ended: list[str | None]) -> list[Field]:
    """Columns from the earliest to the latest: by the days their headings name, by `Month 9`, or as they are printed."""
    if None not in ended:
        return [f for _, f in sorted(zip(ended, plain, strict=True), key=lambda e: e[0] or "")]
    counted = [_COUNTED.search(f.note or "") for f in plain]
    places = [int(m["n"]) for m in counted if m is not None]
    if len(places) == len(plain) and len({m["what"][0].casefold() for m in counted if m is not None}) == 1:
        return [f for _, f in sorted(zip(places, plain, strict=True), key=lambda e: e[0])]
    years = [_YEAR.findall(f.note or "") for f in plain]
    if plain and all(len(y) == 1 for y in years):  # `FY2025 Q1`, `FY2024`: what nobody has dated is still in order
        return sorted(
            plain, key=lambda f: _YEAR.findall(f.note or "")[0] + (_QUARTER.findall(f.note or "") or [""])[-1]
        )
    return plain


def heading_period(field: Field, title: str = "", end: str | None = None) -> Period | None:
    """The period that a column's heading names (`Actual Q3 2024/25`); a bare month or quarter takes the title's year.

    A bare year to date ends on `end`, where that is known from the columns beside it, or where the title says.
    """
    note = re.sub(r"\bQ\s+(?=[1-4]\b)", "Q", (field.note or "").replace(" > ", " "))  # `12 months to > Dec 2024`
    note = _BROKEN_YEARS.sub(r"\1", note)  # `2028–` over `29`
    found = [p for p in find_periods(note) if p.kind != "same"]
    years = YEAR_OVER.search(title)
    if found and found[-1].kind == "quarter" and not found[-1].start and re.fullmatch(r"\D+[1-4]", found[-1].text):
        return in_title(found[-1], title)
    if found and found[-1].kind == "year_to_date" and not found[-1].start:
        return _to_date(found[-1], end or end_in(title))
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


def _last_day(fields: Mapping[str, Field], title: str) -> str | None:
    """The last day of the latest month or quarter that heads a column of figures, or the title's of a `Q3 actual`."""
    found: list[Period] = []
    for name, field in fields.items():
        if not re.fullmatch(r"value_\d+", name) or not field.text:
            continue
        role = _role_in(field.note or "")
        if role is None:
            found += list(find_periods((field.note or "").replace(" > ", " ")))[-1:]
        elif role == "current" and (told := heading_period(field, title)) is not None:
            found.append(told)
    return max((p.end for p in found if p.kind in {"month", "quarter"} and p.end), default=None)


def _to_date(period: Period, end: str | None) -> Period:
    """A `YTD` with its days, where it is known when it ends: it begins with the financial year, its own or (`YTD 24/25`) another."""
    if end is None:
        return period
    last = dt.date.fromisoformat(end)
    year = year_of(last, year_begins())
    printed = _OF_YEAR.search(period.text)
    years = two_years(printed.group()) if printed else None
    if years is not None and years[0] != year:
        last, year = moved(last, 12 * (years[0] - year)), years[0]
    return replace(period, start=dt.date(year, year_begins(), 1).isoformat(), end=last.isoformat())


def _cell(role: str, field: Field, fields: Mapping[str, Field]) -> Iterator[Figure]:
    cell = without_marks(field)
    unit = fields["unit"].text if "unit" in fields else ""
    name = fields["kpi"].text if "kpi" in fields else ""
    title = title_over(fields)
    period = heading_period(field, title, _last_day(fields, title)) or _printed_period(role, fields)
    if period is not None and field is fields.get("previous_text"):
        period = _before(period, end_in(title))
    begins = first_month(fields["fiscal_year"].text) if period is not None and "fiscal_year" in fields else None
    if period is not None and begins is not None:
        period = in_fiscal_year(period, begins)
    timed = clock(cell.text, " ".join((unit, field.note or "")), name)
    whole = timed or share(cell.text)
    readings = [whole] if whole else list(read_cell(cell.text, cell.breaks))
    for reading in readings:
        own = with_unit(reading, unit, field.note or "", name)
        if own.period is None and period is not None:
            own = replace(own, period=period)
        at = _role_of(own, role, field, name)
        source = part_of(field, own.at, own.until) if cell is field else field
        yield Figure(at, own, source, min(own.confidence, field.confidence, 0.95))


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


def _printed_period(role: str, fields: Mapping[str, Field]) -> Period | None:
    """The period that a column of its own gives for the current figure (`Latest data`: `Aug-24`)."""
    held = fields.get("period")
    return parse_period(held.text) if held is not None and role == "current" and held.text else None


def _role_of(reading: Reading, role: str, field: Field, name: str) -> str:
    """The role printed in the cell, or the column's. Under `Baseline/Target` a value that the name states is the target."""
    if reading.role:
        return reading.role
    both = role in {"benchmark", "previous"} and _role_in(field.note or "") is not None
    if both and re.search(r"\btarget", field.note or "", re.IGNORECASE) and reading.measure is None:
        printed = re.escape(f"{reading.value:g}") + (r"\s?(?:%|per cent)" if reading.unit == "%" else r"\b")
        if re.search(rf"(?<![\d.]){printed}", name):
            return "target"
    return role


def _resolved(reading: Reading, beside: Iterable[Reading]) -> Reading:
    """`Same period 2020/21` takes its months from the current figure of the same measure, or the first that has dates."""
    period = reading.period
    if period is None or period.start or (period.shift is None and period.year is None):
        return reading
    dated = [r for r in beside if r.period is not None and r.period.start]
    like = next((r for r in dated if r.measure == reading.measure), dated[0] if dated else None)
    return replace(reading, period=resolve(period, like.period if like else None))


def _role_in(heading: str) -> str | None:
    """The role that a heading names anywhere in it."""
    match = re.search(rf"\b{any_form('kpi_roles')}\b", heading, re.IGNORECASE)
    return vocabulary("kpi_roles")[fold(match.group())] if match else None


def _place(name: str) -> int:
    digits = re.search(r"\d+$", name)
    return int(digits.group()) if digits else 0
