"""Agendas and published decisions: printed records -> records with their meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from models.record import Printed, Record, Value
from normalise.clock import read_time
from normalise.document import Context, Handler
from normalise.meetings import Values, of_meeting, record_of, text_value

_DURATION = re.compile(r"^\s*\d{1,3}\s*(?:m|mins?|minutes|hours?|hrs?)\b|^\s*\d{1,3}\s*$|^\s*[’']", re.IGNORECASE)


def agenda_item(printed: Printed, parent: Record | None, context: Context) -> Iterable[Record]:  # noqa: ARG001 (a Handler)
    """One item on an agenda. A duration (`10 mins`) is no time of day."""
    fields = printed.fields
    values: Values = of_meeting(parent)
    for column in ("title", "text", "supporting_document"):
        if column in fields:
            values[column] = text_value(fields[column])
    if "number" in fields:
        values["number"] = Value(fields["number"].text.strip(" .):("), fields["number"], fields["number"].confidence)
    time = fields.get("time")
    if time is not None and not _DURATION.match(time.text) and (found := read_time(time.text)) is not None:
        values["time"] = Value(found[0], time, min(found[1], time.confidence))
    yield record_of(printed, values, parent)


def decision(printed: Printed, parent: Record | None, context: Context) -> Iterable[Record]:  # noqa: ARG001 (a Handler)
    """One published decision."""
    values: Values = {c: text_value(printed.fields[c]) for c in ("ref", "title", "text", "url") if c in printed.fields}
    yield record_of(printed, values, parent)


HANDLERS: Mapping[str, Handler] = {"agenda_items": agenda_item, "decisions": decision}
