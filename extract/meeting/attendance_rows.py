"""The people of rows of tables: a name with role and body, a list under a column's heading, a status in a column of its own."""

from __future__ import annotations

from collections.abc import Iterator

from extract.meeting.attendance_grid import code_of, name_column, status_column
from extract.meeting.attendance_lists import persons_of
from extract.meeting.attendee import Attendee, make_attendee
from extract.meeting.flow import cell_pieces
from extract.meeting.names import has_role
from extract.meeting.persons import is_initials_of, persons_of_line
from extract.meeting.pieces import Piece
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold
from models.record import Field
from models.table import Table


def people_of_row(piece: Piece, status: str | None, heading: Field | None) -> Iterator[Attendee]:
    """The people of one row of a table: a name with its role and body, or a list under a column's own heading."""
    table = piece.table
    if table is None or all(c.is_heading for c in piece.cells):
        return
    said = status_column(table)
    if said is not None:
        yield from _by_code(piece, table, said)
        return
    for cell in piece.cells:
        own = _column_status(table, cell.column)
        if own is not None:
            for part in cell_pieces(cell):
                for person in persons_of(part):
                    yield make_attendee(part, person, own[0], own[1])
    if any(_column_status(table, c.column) for c in piece.cells) or status is None or heading is None:
        return
    found: Attendee | None = None
    for cell in piece.cells:
        for part in cell_pieces(cell):
            whom = persons_of_line(part.text) if found is None else None
            if whom is not None:
                found = make_attendee(part, whom, status, heading)
            elif found is not None and is_initials_of(part.text, found.fields["person"].text):
                found.fields.setdefault("initials", part.field())
            elif found is not None and any(c.isalpha() for c in part.text):
                name = "role" if has_role(part.text) and "role" not in found.fields else "affiliation"
                found.fields.setdefault(name, part.field(confidence=0.85))
    if found is not None:
        yield found


def _by_code(piece: Piece, table: Table, said: int) -> Iterator[Attendee]:
    """The person of a row whose status stands in a column of its own."""
    names = name_column(table)
    cells = {c.column: c for c in piece.cells}
    cell = cells.get(said)
    status = code_of(cell) if cell is not None else None
    named = cells.get(names if names is not None else 0)
    parts = cell_pieces(named) if named is not None else ()
    if cell is None or status is None or not parts:
        return
    person = persons_of_line(parts[0].text)
    if person is None:
        return
    found = make_attendee(parts[0], person, status, Field(cell.text, cell.words))
    for column, other in cells.items():
        for part in cell_pieces(other) if column not in {said, names} else ():
            if is_initials_of(part.text, found.fields["person"].text):
                found.fields.setdefault("initials", part.field())
                continue
            name = "role" if has_role(part.text) else "affiliation"
            found.fields.setdefault(name, part.field(confidence=0.85))
    yield found


def _column_status(table: Table, column: int) -> tuple[str, Field] | None:
    """The status that a column's own heading gives to the names under it."""
    for cell in table.cells:
        if cell.column <= column <= cell.last_column and (cell.is_heading or cell.row == 0):
            status = vocabulary("attendance_headings").get(fold(cell.text))
            if status:
                return status, Field(cell.text, cell.words)
    return None
