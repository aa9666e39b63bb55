"""What the heading of a column of a table of people says of those below it: that they were present, in attendance, away."""

from __future__ import annotations

import re

from extract.meeting.names import has_role
from extract.meeting.persons import persons_of_line
from extract.meeting.vocabulary import vocabulary
from extract.remembering import remembered
from extract.wording import fold
from models.record import Field
from models.table import Cell, Table

SELDOM_NAMED = 0.5  # share of the cells right of the names that look like names too, where they are posts or bodies
SIDE_BY_SIDE = 0.8  # share of a column's cells that must be names
_PARTS = re.compile(r"\s*[:/]\s*|\s+[–—-]\s+")  # of `Present: Members`


@remembered(256)
def _named_beside(table: Table, cell: Cell) -> float | None:
    """Of a heading that is all its row holds, the share of the cells right of it and below that name somebody; else None."""
    if any(c is not cell and c.text for c in table.row(cell.row)):
        return None
    beside = [
        c for c in table.cells if c.column > cell.last_column and c.row > cell.row and any(map(str.isalpha, c.text))
    ]
    below = {c.row for c in table.cells if c.column == cell.column and c.row > cell.row and c.text}
    if not beside or not {c.row for c in beside} <= below:
        return None
    return sum(persons_of_line(c.text) is not None for c in beside) / len(beside)


def _names_somebody(table: Table, cell: Cell) -> bool:
    return any(c is not cell and persons_of_line(c.text) is not None for c in table.row(cell.row))


def column_status(table: Table, column: int, row: int) -> tuple[str, Field] | None:
    """The status that a column's own heading gives to the names of a row under it: headings may come again below the first."""
    again = _heads_again(table, column, row)
    if again is not None:
        return again
    for cell in table.cells:
        band = cell.column_span == table.columns > 1  # over the rows below it, up to the next
        if cell.column > column or not (cell.is_heading or cell.row == 0) or band:
            continue
        status = _told_by_heading(cell.text)
        if status and has_role(cell.text) and _names_somebody(table, cell):
            continue  # `Clerk` beside a name in the first row of a table without headings
        named = _named_beside(table, cell) if status else None  # over names, each with a body: a band as well
        if status and (named is None or named > SELDOM_NAMED):
            reach = table.columns if named is not None and named >= SIDE_BY_SIDE else cell.last_column
            if column <= reach:
                return status, Field(cell.text, cell.words)
    return None


def _told_by_heading(text: str) -> str | None:
    """The status that a heading names, by itself or with whose it is: `Apologies`, `Present: Members`."""
    known = vocabulary("attendance_headings")
    whole = known.get(fold(text))
    parts = [known.get(fold(part)) for part in _PARTS.split(text.strip(" :"))] if whole is None else []
    return parts[0] if len(parts) == 2 and all(parts) else whole


@remembered(1024)
def _heads_again(table: Table, column: int, row: int) -> tuple[str, Field] | None:
    """The last heading of a column above a row, below the first, where its neighbours' headings are printed again beside it."""
    first = {c.column: fold(c.text) for c in table.row(0) if c.text}
    for above in range(row - 1, 0, -1):
        cells = table.row(above)
        own = next((c for c in cells if c.column == column and c.text), None)
        beside = [c for c in cells if c.column != column and c.text]
        if own is None or not beside or any(first.get(c.column) != fold(c.text) for c in beside):
            continue
        status = _told_by_heading(own.text)
        return (status, Field(own.text, own.words)) if status is not None else None
    return None
