"""Reports, their paragraphs, the deliverables they report on and the measures they state, with their meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from models.record import Field, Finding, Printed, Record, Value
from normalise.dates import first_date
from normalise.document import Context, Handler
from normalise.parts import part_of
from normalise.people import clean_name, is_person, split_hard, split_soft
from normalise.quantities import Quantity
from normalise.rag import read_rag
from normalise.statement_parts import Statement
from normalise.statements import find_statements
from normalise.vocabularies import fold, vocabulary

Values = dict[str, Value]

_MINUTES = re.compile(r"(?P<number>[\d,]*\.?\d+)[\s-]?(?P<unit>minutes?|mins?|hours?|hrs?)", re.IGNORECASE)
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
            text, sure = people_or_post(field.text, field.breaks)
            values[name] = Value(text, field, min(sure, field.confidence))
    yield Record("reports", values, printed, parent, printed.confidence)


def people_or_post(text: str, breaks: Sequence[int] = ()) -> tuple[str, float]:
    """The names of a line of people, without titles, ranks and posts; the line as printed where it names a post alone.

    `breaks` are where further lines of it begin. A name behind one is a further person, and not the end of the post before.
    """
    lines = [_names(text[a:b]) for a, b in pairwise((0, *breaks, len(text)))] if breaks else []
    names = [name for line in lines for name in line] if lines and all(lines) else _names(text)
    if names:
        return "; ".join(dict.fromkeys(names)), 0.93
    return " ".join(text.split()).strip(" ,;:"), 0.88


def _names(text: str) -> list[str]:
    names: list[str] = []
    for piece in split_hard(_TEMPORARY.sub("", text)):
        for part in split_soft(_TEMPORARY.sub("", piece)) or [piece]:
            part = _TEMPORARY.sub("", part.strip())
            name = clean_name(part)
            if is_person(name) and " " in name and not _is_department(name):
                names.append(name)
    return names


def _is_department(name: str) -> bool:
    """`Strategic Analysis`, behind a post and a comma, is where somebody works."""
    known = vocabulary("department_words")
    return any(fold(word) in known for word in name.split())


def paragraph(printed: Printed, parent: Record | None, context: Context) -> Iterable[Record]:  # noqa: ARG001 (a Handler)
    """One paragraph, and behind it the measures it states."""
    values: Values = {n: _text(f) for n, f in printed.fields.items() if f.text}
    record = Record("report_paragraphs", values, printed, parent, printed.confidence)
    yield record
    yield from _measures(printed, record)


def commentary(printed: Printed, parent: Record | None, context: Context) -> Iterable[Record]:  # noqa: ARG001 (a Handler)
    """The measures that a text beside figures states, each with the words that state it alone."""
    for record in _measures(printed, None):
        text = next(iter(record.values.values())).source
        fields = printed.fields if text is None else {**printed.fields, "text": text}
        yield replace(record, printed=replace(printed, fields=fields))


def deliverable(printed: Printed, parent: Record | None, context: Context) -> Iterable[Record]:
    """One deliverable with its lead, rhythm, timescale and colour."""
    fields = printed.fields
    names = ("objective", "deliverable", "frequency", "timescale", "measure")
    values: Values = {n: _text(fields[n]) for n in names if n in fields and fields[n].text}
    if "lead" in fields and fields["lead"].text:
        values["lead"] = lead_of(fields["lead"])
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


def lead_of(field: Field) -> Value:
    """Who leads: names without titles and posts in brackets where nothing but names is printed, else as printed."""
    parts = [clean_name(p) for p in re.split(r"[;,/&]|\band\b", re.sub(r"\([^()]*\)", " ", field.text)) if p.strip()]
    if parts and all(is_person(p) and " " in p and not _is_department(p) for p in parts):
        return Value("; ".join(parts), field, min(0.93, field.confidence))
    return _text(field)


def _measures(printed: Printed, record: Record | None) -> Iterator[Record]:
    text = printed.fields.get("text")
    if text is None:
        return
    title = printed.fields["report"].text if "report" in printed.fields else ""
    for statement in find_statements(text.text, text.breaks, title):
        source = part_of(text, statement.at, statement.until)
        values = _statement(statement, source)
        for name, column in (("report", "report"), ("number", "paragraph_number")):
            if name in printed.fields and printed.fields[name].text:
                values[column] = _text(printed.fields[name])
        yield Record("stated_measures", values, printed, record, statement.confidence)


def _as_printed(quantity: Quantity) -> tuple[int | float, str | None, int]:
    """Value, unit and seconds of the unit of a quantity of running text: `7.4 minutes` stays minutes there."""
    match = _MINUTES.fullmatch(quantity.text.strip()) if quantity.unit == "s" else None
    if match is None:
        return quantity.value, quantity.unit, 1
    unit, factor = ("minutes", 60) if match["unit"].casefold().startswith("m") else ("hours", 3600)
    printed = float(match["number"].replace(",", ""))
    return (int(printed) if printed.is_integer() else printed), unit, factor


def _statement(statement: Statement, source: Field) -> Values:
    sure = statement.confidence
    factor = 1
    said: dict[str, str | int | float | None] = {"measure": statement.measure, "area": statement.area}
    if statement.value is not None:
        value, unit, factor = _as_printed(statement.value)
        said |= {"value": value, "unit": unit}
    if statement.baseline is not None:
        value, unit, own = _as_printed(statement.baseline)
        bare = statement.baseline.unit in {"count", None}  # `from 7.9 to 7.4 minutes`
        said["baseline_value"] = value if own == factor or bare else statement.baseline.value / factor
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


HANDLERS: dict[str, Handler] = {
    "reports": report,
    "report_paragraphs": paragraph,
    "deliverables": deliverable,
    "stated_measures": commentary,
}
