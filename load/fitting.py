"""Records against the contract: what does not keep it is told as a finding, and the rest of the paper is loaded.

A record that breaks the contract is the program's fault, and tests treat it as one (`make_rows(..., strict=True)`). For
whoever loads a paper, one wrong column must not cost them the whole of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from load.values import MOST_WHOLE, Misfit, fitted
from load.wholes import Row
from models.column import Column, View
from models.contract import ALL, unknown_columns
from models.record import Finding, Record, Scalar, Value

NO_COLUMN = "column outside the contract"
NO_VIEW = "view outside the contract"
NO_SOURCE = "record without a source"
NO_FIT = "value outside the contract"

FAULTS = frozenset({NO_COLUMN, NO_VIEW, NO_SOURCE})
"""Rules that only the program can break; a value that does not fit may be the paper's doing."""


def fit_records(records: Sequence[Record], broken: list[Finding]) -> list[Row]:
    """A row a record, its values as the columns hold them. What does not fit is left out and added to `broken`."""
    made: dict[int, Row] = {}
    rows: list[Row] = []
    for record in records:
        view = ALL.get(record.view)
        if view is None or view.table is None or not view.shown:
            broken.append(_no_view(record))
            continue
        row = made[id(record)] = Row(view, len(rows), _fit(record, view, broken), record)
        rows.append(row)
    for row in rows:
        row.parent = made.get(id(row.record.parent)) if row.record.parent is not None else None
    return rows


def _fit(record: Record, view: View, broken: list[Finding]) -> dict[str, Scalar]:
    columns = _columns(view)
    values: dict[str, Scalar] = {}
    plain = _plain_numbers(view)
    for name, value in record.values.items():
        held = value.value
        if type(held) is int and name in plain and -MOST_WHOLE <= held <= MOST_WHOLE:
            values[name] = held  # as most of what a cell says: not worth a call
            continue
        column = columns.get(name)
        if column is None:
            broken.append(_no_column(record, name, value))
            continue
        try:
            values[name] = fitted(column, held)
        except Misfit as misfit:
            broken.append(_no_fit(record, name, value, str(misfit)))
    return values


@cache
def _plain_numbers(view: View) -> frozenset[str]:
    """The columns that hold whole numbers as they are."""
    return frozenset(name for name, column in _columns(view).items() if column.kind in ("number", "integer"))


@cache
def _columns(view: View) -> dict[str, Column]:
    """The columns that a record of the view may hold: its own, and what it says of a whole that no view shows."""
    barred = unknown_columns(view.name, [column.name for column in view.columns])
    found = {column.name: column for column in view.columns if column.name not in barred}
    for part in (p for p in view.parts if not ALL[p.whole].shown):
        for own, name in part.inherited.items():
            column = ALL[part.whole].column(name)
            if column is not None:
                found.setdefault(own, column)
    return found


def _no_view(record: Record) -> Finding:
    message = f"{record.view} is no view that takes records; the record is left out; please report this"
    held = "; ".join(f"{name}: {value.value}" for name, value in record.values.items())
    return Finding(NO_VIEW, "error", message, value_found=held or None, page=_page(record))


def _no_column(record: Record, name: str, value: Value) -> Finding:
    message = f"{record.view} has no column {name}; its value is left out; please report this"
    return Finding(NO_COLUMN, "error", message, record, name, str(value.value))


def _no_fit(record: Record, name: str, value: Value, expected: str) -> Finding:
    message = f"{name} of {record.view} cannot hold {value.value!r}: {expected}; the field is left empty"
    return Finding(NO_FIT, "error", message, record, name, str(value.value), expected)


def no_source(row: Row) -> Finding:
    """What is told of a record that stands on no page."""
    message = f"a record of {row.view.name} was read nowhere in the paper; please report this"
    held = "; ".join(f"{name}: {value}" for name, value in row.values.items())
    return Finding(NO_SOURCE, "error", message, row.record, value_found=held or None)


def _page(record: Record) -> int | None:
    pages = [word.page for item in record.printed.fields.values() for word in item.words]
    return min(pages, default=None)
