"""Tables with a column for each way to be there, `Present` beside `Apologies`, and a mark in one of them for each person."""

from __future__ import annotations

from collections.abc import Mapping

from extract.meeting.attendance_grid import NO_CODE, name_column
from extract.meeting.vocabulary import vocabulary
from extract.remembering import remembered
from extract.wording import fold
from models.record import Field
from models.table import Cell, Table

LONGEST_MARK = 3  # characters: a tick, a cross, `Yes`
_NOT = frozenset({"n", "no", "0"})


@remembered(64)  # asked for every row of the table
def tick_columns(table: Table) -> Mapping[int, Cell]:
    """The columns of marks with the heading over each; {} where these do not say two things or more, or other cells stand in them."""
    known = vocabulary("attendance_headings")
    heads = {
        c.column: c
        for c in table.cells
        if (c.row == 0 or c.is_heading) and c.column_span == 1 and fold(c.text) in known
    }
    if len({known[fold(c.text)] for c in heads.values()}) < 2:
        return {}
    marks = [c for c in table.cells if c.column in heads and c is not heads[c.column] and (c.text or c.symbols)]
    return heads if marks and all(map(_is_mark, marks)) and name_column(table) is not None else {}


def ticked(table: Table, row: int) -> tuple[str, Field] | None:
    """The status that the one mark of a row gives; None where there is none, or more than one."""
    heads = tick_columns(table)
    marked = [c for c in table.row(row) if c.column in heads and not c.is_heading and _is_told(c)]
    if len(marked) != 1:
        return None
    head = heads[marked[0].column]
    return vocabulary("attendance_headings")[fold(head.text)], Field(head.text, head.words)


def _is_mark(cell: Cell) -> bool:
    return len(cell.text.strip()) <= LONGEST_MARK


def _is_told(cell: Cell) -> bool:
    text = cell.text.strip().casefold()
    return bool(cell.symbols) or (text != "" and text not in NO_CODE and text not in _NOT)
