"""Indicators of scorecards: printed rows -> `kpis` with direction, colour and trend, and `kpi_values` with every figure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from models.record import Field, Finding, Printed, Record, Value
from normalise.directions import direction_of
from normalise.document import Context, Handler
from normalise.kpi_figures import Figure, columns, figures
from normalise.periods import find_periods
from normalise.rag import Rag, colour_of, colour_word, is_pale_grey, read_rag
from normalise.reports import lead_of
from normalise.trends import read_trend
from normalise.vocabularies import fold, vocabulary

_TEXTS = ("scorecard", "section", "sub_objective", "ref", "kpi")
_CELLS = ("current_text", "previous_text", "benchmark_text", "target_text")

_MARKED = {"tick": "green", "cross": "red"}  # what a mark in ink of no colour says of an indicator: met or not
_IMPROVED = re.compile(r"(?:(?P<good>improv\w*|better)|(?:worse\w*|deteriorat\w*|declin\w*))\b", re.IGNORECASE)

Values = dict[str, Value]


def kpi(printed: Printed, parent: Record | None, context: Context) -> Iterable[Record]:
    """One indicator and, behind it, its values."""
    fields = {**printed.fields, **printed.context}
    values: Values = {name: _text(fields[name]) for name in _TEXTS if name in fields and fields[name].text}
    values |= {name: _text(fields[name]) for name in _CELLS if name in fields and fields[name].text}
    if "lead" in fields and fields["lead"].text:
        values["lead"] = lead_of(fields["lead"])
    printed_cells = set(values)
    if any(f.note for n, f in fields.items() if n.startswith("value_")) and _is_year_to_date(
        fields.get("current_text")
    ):
        printed_cells.discard("current_text")  # the latest period counts before the year to date beside it
    for role, field in columns(fields):  # of a row of periods the last one before the current is the previous
        name = f"{role}_text"
        if name in _CELLS and name not in printed_cells and field.text and not _gives_way(field, values.get(name)):
            values[name] = _text(field)
    name = fields["kpi"].text if "kpi" in fields else ""
    direction = direction_of(name, fields["polarity"].text if "polarity" in fields else None)
    if direction is not None:
        source = fields.get("polarity") or fields["kpi"]
        values["direction"] = Value(direction[0], source, min(direction[1], source.confidence))
    unknown = list(_status(values, printed, context))
    record = Record("kpis", values, printed, parent, printed.confidence)
    for field_name, text in unknown:
        message = f"{text!r} is no {field_name} that is known: add it to normalise/vocabulary"
        context.findings.append(Finding(f"unknown {field_name}", "warning", message, record, field_name, text))
    yield record
    for figure in figures(fields):
        yield _value(figure, printed, record)


def _is_year_to_date(field: Field | None) -> bool:
    return field is not None and any(p.kind == "year_to_date" for p in find_periods(field.note or ""))


def _gives_way(field: Field, held: Value | None) -> bool:
    """Whether the target of a year to date stands behind that of the quarter: the latest period's counts."""
    return held is not None and _is_year_to_date(field) and not _is_year_to_date(held.source)


def _value(figure: Figure, printed: Printed, record: Record) -> Record:
    reading, sure = figure.reading, figure.confidence
    values: Values = {
        "role": Value(figure.role, figure.source, sure),
        "value": Value(reading.value, figure.source, sure),
    }
    if "kpi" in printed.fields:
        values["kpi"] = _text(printed.fields["kpi"])
    if reading.measure:
        values["measure"] = Value(reading.measure, figure.source, min(sure, 0.88))
    if reading.unit:
        values["unit"] = Value(reading.unit, figure.source, sure)
    period = reading.period
    if period is not None:
        values["period"] = Value(period.text, figure.source, sure)
        if period.start and period.end:
            values["period_start"] = Value(period.start, figure.source, sure)
            values["period_end"] = Value(period.end, figure.source, sure)
    return Record("kpi_values", values, printed, record, sure)


def _status(values: Values, printed: Printed, context: Context) -> Iterator[tuple[str, str]]:
    """Colour and trend into `values`; what is printed there and not known comes back, to be told."""
    fields = printed.fields
    held = [f for role, f in columns({**fields, **printed.context}) if role == "current"]
    current = next((f for f in reversed(held) if not _is_year_to_date(f)), held[-1] if held else None)
    for name in ("rag", "previous_rag"):
        field = fields.get(name)
        if field is None:
            continue
        rag = kpi_rag(_without_stripe(field, fields.get("kpi")))
        if rag.colour is not None:
            values[name] = Value(rag.colour, field, min(rag.confidence, field.confidence))
        elif field.text.strip(" -–—") and not _says_no_status(field.text):
            yield name, field.text
    if "rag" not in values and current is not None:
        colour = _colour_in(current, printed, context)
        if colour is not None:
            values["rag"] = Value(colour, current, 0.9)
    before = values["previous_text"].source if "previous_text" in values else None
    if "previous_rag" not in values and before is not None and _is_rated_behind(before, context):
        colour = _colour_in(before, printed, context)
        if colour is not None:
            values["previous_rag"] = Value(colour, before, 0.85)
    trend = fields.get("trend")
    if trend is not None:
        found = read_trend(trend.text, trend.symbols)
        better = _IMPROVED.match(trend.text.strip())
        if better:  # words of better and worse point nowhere unless it is known which way is good
            way = values["direction"].value if "direction" in values else None
            up = (way == "increase") == (better["good"] is not None)
            found = ("up" if up else "down", 0.75) if way in {"increase", "reduce"} else None
        if found is not None:
            values["trend"] = Value(found[0], trend, min(found[1], trend.confidence))
        elif re.search(r"[A-Za-z]{2,}", trend.text) and not re.search(r"\d", trend.text):  # `+1.3pp` is a change
            yield "trend", trend.text
    elif current is not None and (current.symbols or re.search(r"[↑↓→←↗↘↔▲▼►◄⇧⇩⇨]", current.text)):
        signs = re.sub(r"[^↑↓→←↗↘↔▲▼►◄⇧⇩⇨]", "", current.text)
        found = read_trend(signs, current.symbols)
        if found is not None:
            values["trend"] = Value(found[0], current, 0.85)


def kpi_rag(field: Field) -> Rag:
    """The colour of an indicator's status cell; `Met` and the like count before the words of actions."""
    known = vocabulary("kpi_statuses").get(fold(field.text))
    if known:
        return Rag(known)
    read = read_rag(field.text, field.fill)
    marks = _MARKED.keys() & set(field.symbols)
    if read.colour is None and len(marks) == 1 and not any(c.isalnum() for c in field.text):
        return Rag(_MARKED[marks.pop()], 0.85)
    return read


def _without_stripe(field: Field, name: Field | None) -> Field:
    """A status cell without the fill of its row, which the indicator's name has too."""
    striped = name is not None and name.fill is not None and name.fill == field.fill
    return replace(field, fill=None) if striped else field


def _says_no_status(text: str) -> bool:
    """Whether a status cell says that there is none: `N/A`, `In development`, `Monitored`."""
    return fold(text) in vocabulary("no_value") or vocabulary("kpi_statuses").get(fold(text)) == ""


def _colour_in(current: Field, printed: Printed, context: Context) -> str | None:
    """The colour behind the current figure, or printed in it (`93.2% (Green)`).

    A fill that the indicator's name has too is a stripe, one that all rows have is the column's.
    """
    for bracket in re.findall(r"\(([A-Za-z/ -]{3,12})\)", current.text):
        colour = colour_word(bracket)
        if colour is not None:
            return colour
    fill = current.fill
    name = printed.fields.get("kpi")
    if fill is None or (name is not None and name.fill == fill):
        return None
    fills = _fills(context)
    if len(fills) < 2 and sum(fills.values()) > 2:
        return None
    if is_pale_grey(fill) and _says_no_status(current.text) and any(map(colour_of, fills)):
        return "grey"  # no figure, and a cell set apart from the rated ones
    return colour_of(fill)


def _is_rated_behind(field: Field, context: Context) -> bool:
    """Whether the figures of a period's column stand on colours of their own: several, that say how each indicator stood."""
    known: dict[str | None, set[str | None]] | None = context.cache.get("colours behind figures of a column")  # type: ignore[assignment]
    if known is None:
        known = {}
        for printed in context.printed:
            if printed.view == "kpis":
                for name, held in printed.fields.items():
                    if name.startswith("value_") or name == "previous_text":
                        known.setdefault(held.note, set()).add(colour_of(held.fill) if held.fill else None)
        context.cache["colours behind figures of a column"] = known
    return len(known.get(field.note, set()) - {None, "grey"}) > 1


def _fills(context: Context) -> Counter[str | None]:
    """How often each fill stands behind a current figure of the document, worked out once."""
    known = context.cache.get("fills behind current figures")
    if not isinstance(known, Counter):
        known = Counter[str | None]()
        for printed in context.printed:
            if printed.view == "kpis":
                known.update(f.fill for role, f in columns({**printed.fields, **printed.context}) if role == "current")
        context.cache["fills behind current figures"] = known
    return known


def _text(field: Field) -> Value:
    return Value(field.text, field, field.confidence)


HANDLERS: dict[str, Handler] = {"kpis": kpi}
