"""Logs printed as several tables without headings, one under each group of actions: their columns are told from all rows together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.columns import Assigned, columns_of
from extract.meeting.log_columns import heading_rows_of, log_columns
from models.table import Cell, Table

_SAME = 3.0  # points: the columns of one log begin so near each other

Told = tuple[tuple[Assigned, ...], float]


def columns_told(tables: Sequence[Table]) -> Mapping[int, Told]:
    """The columns of each table as those of an action log, and how sure it is one, by the table's identity."""
    told = {id(t): log_columns(t) for t in tables}
    for group in _groups([t for t in tables if heading_rows_of(t) == 0]):
        assigned, score = log_columns(_together(group))
        fields = {a.column.index: a for a in assigned}
        for table in group if score else ():
            own = [replace(fields[c.index], column=c) for c in columns_of(table, 0) if c.index in fields]
            told[id(table)] = tuple(own), score
    return told


def _groups(tables: Sequence[Table]) -> list[list[Table]]:
    """Tables whose columns stand at the same places, two or more in a group."""
    found: list[tuple[list[float], list[Table]]] = []
    for table in tables:
        edges = _edges(table)
        held = next((g for e, g in found if _same(e, edges) and g[0].columns == table.columns), None)
        if held is None:
            found.append((edges, [table]))
        else:
            held.append(table)
    return [group for _, group in found if len(group) > 1]


def _edges(table: Table) -> list[float]:
    first = {c.column: c.boxes[0][1].x0 for c in reversed(table.cells)}
    return [first[column] for column in sorted(first)]


def _same(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(a - b) < _SAME for a, b in zip(one, other, strict=True))


def _together(tables: Sequence[Table]) -> Table:
    cells: list[Cell] = []
    rows = 0
    for table in tables:
        cells.extend(replace(c, row=c.row + rows) for c in table.cells)
        rows += table.rows
    return replace(tables[0], cells=tuple(cells), rows=rows, pieces=tuple(p for t in tables for p in t.pieces))
