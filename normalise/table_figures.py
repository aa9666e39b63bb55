"""The figures of a document's tables, row by row and column by column, for checks of what adds up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from models.record import Record
from normalise.document import Context

_TOTAL = re.compile(r"^(?:grand\s+|overall\s+|sub[\s-]?)?totals?\b|\btotal$", re.IGNORECASE)
_PRINTED = re.compile(r"\d[\d,]*(?:\.(?P<decimals>\d+))?")


class Figure(NamedTuple):
    """A figure of a table, its record, with how many decimals it is printed, and what one of its last place is worth."""

    value: float
    record: Record
    decimals: int
    step: float  # 0.1 for `2.4`, 100,000 for `£2.4m`


@dataclass(slots=True)
class Row:
    """A row of a table: its first text, and its figures by column."""

    label: str = ""
    figures: dict[int, Figure] = field(default_factory=dict)

    @property
    def is_total(self) -> bool:
        return _TOTAL.search(self.label) is not None


def tables_of(records: Sequence[Record], context: Context) -> Sequence[Sequence[Row]]:
    """The rows of each table with a figure in it, top to bottom, worked out once a document."""
    known = context.cache.get("figures of tables")
    if not isinstance(known, list):
        tables: dict[object, dict[int, Row]] = defaultdict(dict)
        for record in records:
            if record.view == "table_cells":
                _place(tables[value_of(record, "table_no")], record)
        known = [[rows[number] for number in sorted(rows)] for rows in tables.values()]
        known = [rows for rows in known if any(row.figures for row in rows)]
        context.cache["figures of tables"] = known
    return known


def headings(rows: Sequence[Row]) -> Mapping[int, str]:
    """What stands right over each column of figures."""
    found: dict[int, str] = {}
    for row in rows:
        for column, figure in row.figures.items():
            if column not in found:
                found[column] = str(value_of(figure.record, "header") or "").rsplit(" > ", maxsplit=1)[-1]
    return found


def slack(figure: Figure, parts: int) -> float:
    """How far rounding alone may take a sum of so many figures from its total."""
    if figure.decimals or figure.step > 1:
        return 0.5 * figure.step * (parts + 1)
    return 0.5


def is_total_name(text: str) -> bool:
    """Whether a label or a heading says that what it stands at is a sum of others."""
    return _TOTAL.search(text) is not None


def value_of(record: Record, name: str) -> object:
    """A column of a record; None where it has none."""
    held = record.values.get(name)
    return held.value if held is not None else None


def number_of(record: Record, name: str) -> float | None:
    """The same where it is a number."""
    value = value_of(record, name)
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _place(rows: dict[int, Row], record: Record) -> None:
    number, column = number_of(record, "row_no"), number_of(record, "column_no")
    if number is None or column is None:
        return
    row = rows.get(int(number))
    if row is None:
        row = rows[int(number)] = Row()
    elif row.label and "value" not in record.values:
        return  # words in a row that has its label, as most cells are
    text = value_of(record, "text")
    if "value" in record.values and column > 1:
        value = number_of(record, "value")
        if value is not None:
            decimals, step = _precision(str(text or ""), value)
            row.figures[int(column)] = Figure(value, record, decimals, step)
    elif isinstance(text, str) and not row.label:
        row.label = text.strip()


def _precision(text: str, value: float) -> tuple[int, float]:
    """With how many decimals a figure is printed, and what one of its last place is worth: `£2.4m` is exact to 100,000."""
    match = _PRINTED.search(text)
    decimals = len(match["decimals"] or "") if match else 0
    printed = float(match.group().replace(",", "")) if match else 0.0
    scale = round(abs(value) / printed) if printed and abs(value) > printed else 1
    return decimals, scale / 10**decimals
