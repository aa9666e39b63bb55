"""Cells of tables: the number that a cell prints, and its unit from the cell itself or from the headings over it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from models.record import Field, Printed, Record, Scalar, Value
from normalise.document import Context, Handler
from normalise.kpi_units import unit_of_heading
from normalise.parts import without_marks
from normalise.quantities import Quantity, begins_as_number, parse_quantity
from normalise.vocabularies import fold, vocabulary

_COUNTED = re.compile(
    r"\b(?:FTEs?|posts?|staff|number|no|nos|count|headcount|rate|ratio|index|days|hours|ref|note|notes)\b|#", re.I
)
_LINKED = re.compile(
    r"(?:cross[- ])?(?:linked|links?|related|associated|references?)\b.*\brisks?(?:\W+(?:nos?|numbers?|refs?|references?|ids?))?\W*$",
    re.I,
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def cell(printed: Printed, parent: Record | None, context: Context) -> Iterable[Record]:
    """One cell with its place, its text, and its value where it is a number and nothing else."""
    values = {name: _fact(fact) for name, fact in printed.facts.items() if fact is not None}
    text = printed.fields.get("text")
    if text is not None and text.text:
        values["text"] = Value(text.text, text, text.confidence)
        header = str(printed.facts.get("header") or "")
        number = cell_value(text, header) or _bare_year(printed, text, context)
        if number is not None:
            values["value"] = Value(number.value, text, min(0.97, text.confidence))
            unit = figure_unit(number, header)
            shared = (
                _unit_of_table(str(printed.facts.get("caption") or ""), header) if unit in {"count", None} else None
            )
            if shared or unit:
                values["unit"] = Value(shared or unit, text, min(0.75 if shared else 0.92, text.confidence))
    yield Record("table_cells", values, printed, parent, printed.confidence)


@lru_cache(maxsize=8192, typed=True)  # places, spans and headings, which cells have in common
def _fact(fact: Scalar) -> Value:
    return Value(fact)


def cell_value(text: Field, header: str = "") -> Quantity | None:
    """The number of a cell; None for references, years and dates, and wherever words stand beside it."""
    if not begins_as_number(text.text):
        return None  # most cells
    leaf = header.rsplit(" > ", maxsplit=1)[-1]
    if heads_references(leaf):
        return None
    return parse_quantity(without_marks(text).text)


@lru_cache(maxsize=1024)  # asked for every cell under it
def heads_references(heading: str) -> bool:
    """Whether what stands under a heading names things by number: `Risk No`, `Linked corporate risks`."""
    if _LINKED.match(heading):
        return True
    return fold(re.sub(r"\W+", " ", heading)) in vocabulary("reference_headings") and fold(heading) != "number"


def figure_unit(number: Quantity, header: str) -> str | None:
    """The unit printed with the number, else the one of the headings: `£m > Forecast` gives `£m`, unscaled."""
    if number.unit not in {"count", None}:
        return number.unit
    parts = [unit_of_heading(part) for part in header.split(" > ")]
    return next((unit for unit in reversed(parts) if unit), number.unit)


@lru_cache(maxsize=1024)  # asked for every cell of a table
def _unit_of_table(caption: str, header: str) -> str | None:
    """The money that a caption says all figures are in: `Table 1: Revenue (£000)`; not of columns that count something else."""
    held = re.search(r"\(([^()]*£[^()]*)\)\s*$|[,–-]\s*(?:in\s+)?(£\S*)$", caption)
    if held is None or _COUNTED.search(header):
        return None
    return unit_of_heading(f"({held[1] or held[2]})")


def _bare_year(printed: Printed, text: Field, context: Context) -> Quantity | None:
    """A figure that looks like a year (`2107`, `1998`) is a number where its column holds numbers that are no years."""
    if not _YEAR.fullmatch(text.text.strip()) or not printed.facts.get("header"):
        return None
    others = _columns(context).get((printed.facts.get("table_no"), printed.facts.get("column_no")), [])
    plain = [t for t in others if re.fullmatch(r"\d{1,3}(?:,?\d{3})*", t) and not _YEAR.fullmatch(t)]
    if len(plain) < 2 or 2 * len(plain) < len(others):
        return None
    value = int(text.text.strip())
    return Quantity(value, "count", text.text.strip(), 0, 4)


def _columns(context: Context) -> dict[tuple[object, object], list[str]]:
    """(table, column) -> the texts of its body cells, worked out once a document."""
    known = context.cache.get("texts of columns")
    if isinstance(known, dict):
        return known
    found: dict[tuple[object, object], list[str]] = {}
    for printed in context.printed:
        if printed.view == "table_cells" and printed.facts.get("header") and "text" in printed.fields:
            place = (printed.facts.get("table_no"), printed.facts.get("column_no"))
            found.setdefault(place, []).append(printed.fields["text"].text.strip())
    context.cache["texts of columns"] = found
    return found


HANDLERS: dict[str, Handler] = {"table_cells": cell}
