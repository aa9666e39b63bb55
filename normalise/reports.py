"""Reports, their paragraphs, the deliverables they report on and the measures they state, with their meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from models.record import Field, Finding, Printed, Record, Value
from normalise.dates import first_date
from normalise.document import Context, Handler
from normalise.parts import part_of
from normalise.people import clean_name, is_person, split_hard, split_soft
from normalise.rag import read_rag
from normalise.statements import Statement, find_statements

Values = dict[str, Value]

_TEMPORARY = re.compile(r"^(?:[TAD]|Temp|Act)/(?=[A-Z])")  # a rank held for a time: `T/ACC`


def report(printed: Printed, parent: Record | None, context: Context) -> Iterable[Record]:  # noqa: ARG001 (a Handler)
    """One report: its date as ISO, its authors and presenters as names where names are printed."""
    fields = printed.fields
    values: Values = {n: _text(fields[n]) for n in ("title", "organisation", "purpose") if n in fields}
    date = fields.get("meeting_date")
    if date is not None:
        iso = first_date(date.text)
        if iso:
            values["meeting_date"] = Value(iso, date, date.confidence)
    for name in ("authors", "presented_by"):
        field = fields.get(name)
        if field is not None and field.text:
            text, sure = people_or_post(field.text)
            values[name] = Value(text, field, min(sure, field.confidence))
    yield Record("reports", values, printed, parent, printed.confidence)


def people_or_post(text: str) -> tuple[str, float]:
    """The names of a line of people, without titles, ranks and posts; the line as printed where it names a post alone."""
    names: list[str] = []
    for piece in split_hard(_TEMPORARY.sub("", text)):
        for part in split_soft(_TEMPORARY.sub("", piece)) or [piece]:
            part = _TEMPORARY.sub("", part.strip())
            name = clean_name(part)
            if is_person(name) and " " in name:
                names.append(name)
    if names:
        return "; ".join(dict.fromkeys(names)), 0.93
    return " ".join(text.split()).strip(" ,;:"), 0.88


def paragraph(printed: Printed, parent: Record | None, context: Context) -> Iterable[Record]:  # noqa: ARG001 (a Handler)
    """One paragraph, and behind it the measures it states."""
    values: Values = {n: _text(f) for n, f in printed.fields.items() if f.text}
    record = Record("report_paragraphs", values, printed, parent, printed.confidence)
    yield record
    yield from _measures(printed, record)


def deliverable(printed: Printed, parent: Record | None, context: Context) -> Iterable[Record]:
    """One deliverable with its lead, rhythm, timescale and colour."""
    fields = printed.fields
    names = ("objective", "deliverable", "lead", "frequency", "timescale", "measure")
    values: Values = {n: _text(fields[n]) for n in names if n in fields and fields[n].text}
    record = Record("deliverables", values, printed, parent, printed.confidence)
    status = fields.get("rag")
    if status is not None:
        rag = read_rag(status.text, status.fill)
        if rag.colour is not None:
            values["rag"] = Value(rag.colour, status, min(rag.confidence, status.confidence))
        elif status.text.strip(" -–"):
            message = f"{status.text!r} is no status that is known: add it to normalise/vocabulary/rag.csv"
            context.findings.append(Finding("unknown rag", "warning", message, record, "rag", status.text))
    yield record


def _measures(printed: Printed, record: Record) -> Iterator[Record]:
    text = printed.fields.get("text")
    if text is None:
        return
    for statement in find_statements(text.text, text.breaks):
        source = part_of(text, statement.at, statement.until)
        values = _statement(statement, source)
        for name, column in (("report", "report"), ("number", "paragraph_number")):
            if name in printed.fields and printed.fields[name].text:
                values[column] = _text(printed.fields[name])
        yield Record("stated_measures", values, printed, record, statement.confidence)


def _statement(statement: Statement, source: Field) -> Values:
    sure = statement.confidence
    said: dict[str, str | int | float | None] = {"measure": statement.measure, "area": statement.area}
    if statement.value is not None:
        said |= {"value": statement.value.value, "unit": statement.value.unit}
    if statement.baseline is not None:
        said["baseline_value"] = statement.baseline.value
    if statement.change is not None:
        said |= {"change_value": statement.change, "change_unit": statement.change_unit}
    period = statement.period
    if period is not None:
        said |= {"period": period.text, "period_start": period.start, "period_end": period.end}
    if statement.baseline_period is not None:
        said["baseline_period"] = statement.baseline_period.text
    return {name: Value(value, source, sure) for name, value in said.items() if value is not None}


def _text(field: Field) -> Value:
    return Value(field.text, field, field.confidence)


HANDLERS: dict[str, Handler] = {"reports": report, "report_paragraphs": paragraph, "deliverables": deliverable}
