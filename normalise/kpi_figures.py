"""The numbers of one indicator: each figure of its cells with role, measure, unit and period."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from models.record import Field
from normalise.cell_shares import in_minutes, share
from normalise.kpi_cells import Reading, read_cell
from normalise.kpi_periods import heading_period, period_of, role_in, year_told
from normalise.kpi_titles import end_in, title_over
from normalise.kpi_units import clock, with_unit
from normalise.parts import part_of, without_marks
from normalise.periods import Period, find_periods, resolve

ROLES = {
    "current_text": "current",
    "previous_text": "previous",
    "benchmark_text": "benchmark",
    "target_text": "target",
    "floor_text": "floor",
    "forecast_text": "forecast",
}
_WHOLE = frozenset({"financial_year", "year", "years"})
_COUNTED = re.compile(r"\b(?P<what>month|mth|m|period|p|week|wk)\s?(?P<n>[1-5]?\d)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:FY\s?)?((?:19|20)\d\d)(?!\d)")
_QUARTER = re.compile(r"\bQ\s?([1-4])\b")


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
    yield from series_roles(series, title, year_told(fields), has_current=current is not None and not to_date)


def series_roles(
    series: list[Field], title: str, begins: int | None, *, has_current: bool
) -> Iterator[tuple[str, Field]]:
    """Roles of columns headed by periods: the latest is current (beside a year to date too), the others are previous.

    A year to date among months or quarters is current with them, and comes first: the latest of them counts. Beside the years
    before it, it alone is current.
    """
    fixed = {"target", "floor", "forecast", "benchmark"}
    roles = [role_in(f.note or "") for f in series]
    plain = [f for f, role in zip(series, roles, strict=True) if role not in fixed and f.text]
    found = [heading_period(f, title, begins) for f in plain]
    to_date = [f for f, p in zip(plain, found, strict=True) if p is not None and p.kind == "year_to_date"]
    if len(to_date) == 1 and (_ends_last(found) or (has_current and _is_bare(found))):
        yield ("current" if _is_bare(found) or not has_current else "previous"), to_date[0]
        has_current = has_current or all(p is None or p.kind in _WHOLE or p.kind == "year_to_date" for p in found)
        found = [p for f, p in zip(plain, found, strict=True) if f is not to_date[0]]
        plain = [f for f in plain if f is not to_date[0]]
    ended = [p.end if p is not None else None for p in found]
    ordered = _by_time(plain, ended)
    reported = end_in(title, begins)
    named = [f for f, end in zip(plain, ended, strict=True) if end is not None and end == reported]
    latest = named[-1] if named else ordered[-1] if ordered else None
    blank = [f for f, role in zip(series, roles, strict=True) if role not in fixed and not f.text]
    if latest is not None and blank and not named and _is_blank_now([*plain, *blank], series, title, reported, begins):
        latest = None
    year = _year_before(plain, found, latest)
    for field, role in zip(series, roles, strict=True):
        if role is not None and role in fixed:
            yield role, field
        elif year is not None and field is year:
            yield "benchmark", field
        elif field in plain or not field.text or len(to_date) != 1:
            yield ("current" if field is latest and not has_current else "previous"), field


def _year_before(plain: list[Field], found: list[Period | None], latest: Field | None) -> Field | None:
    """The whole year that quarters or months are held against (`2013/14 Outturn | Q1 | Q2`): the previous one of these is Q1."""
    past = [(f, p) for f, p in zip(plain, found, strict=True) if f is not latest and p is not None]
    years = [f for f, p in past if p.kind in _WHOLE]
    parts = [p for f, p in past if p.kind in {"quarter", "month"}]
    return years[0] if len(years) == 1 and parts and years[0] is plain[0] else None


def _is_blank_now(
    every: list[Field], series: list[Field], title: str, reported: str | None, begins: int | None
) -> bool:
    """Whether the latest of some columns, none of them beyond what is reported on, says nothing about an indicator."""
    inked = [f for f in series if f in every]
    ended = [p.end if (p := heading_period(f, title, begins)) is not None else None for f in inked]
    due = [(f, end) for f, end in zip(inked, ended, strict=True) if not end or not reported or end <= reported]
    ordered = _by_time([f for f, _ in due], [end for _, end in due])
    return bool(ordered) and not ordered[-1].text


def _is_bare(found: list[Period | None]) -> bool:
    """Whether the year to date is named without a year or month: it is then that of the current figure beside it."""
    return any(p is not None and p.kind == "year_to_date" and not any(map(str.isdigit, p.text)) for p in found)


def _ends_last(found: list[Period | None]) -> bool:
    """Whether the year to date among some periods is that of the latest of them, and others stand beside it."""
    others = [p.end for p in found if p is not None and p.kind != "year_to_date" and p.end]
    end = next((p.end for p in found if p is not None and p.kind == "year_to_date"), None)
    if not others:
        return end is None and any(p is not None and p.kind in {"quarter", "month"} for p in found)
    return end is None or end >= max(others)


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


def _cell(role: str, field: Field, fields: Mapping[str, Field]) -> Iterator[Figure]:
    cell = without_marks(field)
    unit = fields["unit"].text if "unit" in fields else ""
    name = fields["kpi"].text if "kpi" in fields else ""
    period = period_of(role, field, fields)
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


def _role_of(reading: Reading, role: str, field: Field, name: str) -> str:
    """The role printed in the cell, or the column's. Under `Baseline/Target` a value that the name states is the target."""
    if reading.role:
        return reading.role
    both = role in {"benchmark", "previous"} and role_in(field.note or "") is not None
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


def _place(name: str) -> int:
    digits = re.search(r"\d+$", name)
    return int(digits.group()) if digits else 0
