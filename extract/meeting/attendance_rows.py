"""The people of rows of tables: a name with role and body, a list under a column's heading, a status in a column of its own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from extract.meeting.attendance_grid import code_of, name_column, status_column
from extract.meeting.attendance_lists import persons_of
from extract.meeting.attendance_marks import marked_people
from extract.meeting.attendance_stacks import is_stack, printed_lines, stacked_people
from extract.meeting.attendance_status_heads import SIDE_BY_SIDE, column_status
from extract.meeting.attendance_ticks import tick_columns, ticked
from extract.meeting.attendee import Attendee, make_attendee
from extract.meeting.initials import INITIALS, is_initials_of
from extract.meeting.name_spans import Range
from extract.meeting.names import has_role
from extract.meeting.person_parts import Person
from extract.meeting.persons import persons_of_line
from extract.meeting.pieces import Piece
from extract.meeting.splitting import cell_pieces
from extract.meeting.surnames import could_be_name
from extract.meeting.turned_names import turned_in_cell
from extract.meeting.vocabulary import vocabulary
from extract.remembering import remembered
from extract.wording import fold
from models.record import Field
from models.table import Cell, Table

_INITIALS_BEHIND = re.compile(r"\s+\((?P<own>[A-Z][A-Za-z]{1,4})\)$")  # `Chief Nurse (PL)`
ROLES = re.compile(
    r"\b(?:role|position|post|title|job|category|capacity|designation|type of (?:governor|member))\b", re.IGNORECASE
)
BODIES = re.compile(
    r"\b(?:organi[sz]ation|representing|representative of|company|employer|ward|party|affiliation|constituency|division"
    r"|authority|council|agency|body|from)\b",
    re.IGNORECASE,
)
_OF_BODIES = re.compile(r"\b(?:organi[sz]ation|agency|authority|employer|company)\b", re.IGNORECASE)
NEITHER = re.compile(
    r"\b(?:term|office ends|appointed|expires?|until|date|e-?mail|phone|telephone|vot(?:e|ing)"
    r"|arrived|arrival|departed|departure|left|joined|time(?: in| out)?)\b",
    re.IGNORECASE,
)


def people_of_row(
    piece: Piece, status: str | None, heading: Field | None, key: Mapping[str, str] | None = None
) -> Iterator[Attendee]:
    """The people of one row of a table: a name with its role and body, or a list under a column's own heading.

    `key` is what the paper says of its codes of attendance.
    """
    table = piece.table
    if table is None or (table.rows > 1 and all(c.is_heading for c in piece.cells)):
        return  # a row that is all of its table heads nothing
    if key and heading is not None and (marked := list(marked_people(piece, key, heading))):
        yield from marked
        return
    over = spanning_status(table, piece.row)
    if over is not None:
        beside = [c for c in piece.cells if c is not over]
        yield from _of_cells(
            beside, table, vocabulary("attendance_headings")[fold(over.text)], Field(over.text, over.words)
        )
        return
    ticks = tick_columns(table)
    if ticks:
        if (told := ticked(table, piece.row)) is not None:
            yield from _told_in_row(piece, table, ticks, told)
        return
    said = status_column(table)
    if said is not None:
        yield from _by_code(piece, table, said, key or {}, (status, heading))
        return
    stacked = list(_stacked(piece.cells, table, status, heading))
    if stacked:
        yield from stacked
        return
    whose = _body_of_row(piece.cells, table)
    for cell in piece.cells:
        own = column_status(table, cell.column, cell.row)
        if own is not None:
            new = [make_attendee(part, p, own[0], own[1]) for part in cell_pieces(cell) for p in persons_of(part)]
            for attendee in new:
                if whose is not None:
                    attendee.fields.setdefault("affiliation", Field(whose.text, whose.words, confidence=0.85))
                yield attendee
    if any(column_status(table, c.column, c.row) for c in piece.cells) or status is None or heading is None:
        return
    yield from _of_cells(piece.cells, table, status, heading)


def _body_of_row(cells: Sequence[Cell], table: Table) -> Cell | None:
    """The cell that says which body those in the other columns of its row come from, under a heading such as `Organisation`."""
    bodies = [
        c
        for c in cells
        if column_status(table, c.column, c.row) is None and BODIES.search(_heading_of(table, c.column))
    ]
    told = [c for c in bodies if _OF_BODIES.search(_heading_of(table, c.column)) or persons_of_line(c.text) is None]
    return told[0] if len(bodies) == len(told) == 1 else None


def _stacked(cells: Sequence[Cell], table: Table, status: str | None, heading: Field | None) -> Iterator[Attendee]:
    """The people of cells that print each on lines of their own, name over role; what stands beside one alone is of it."""
    found: list[Attendee] = []
    beside: list[Cell] = []
    for cell in cells:
        own = column_status(table, cell.column, cell.row)
        if heading is not None and _below_headings(table, heading):
            own = None  # a band below the columns' headings: `Apologies`
        told = own or ((status, heading) if status is not None and heading is not None else None)
        lines = printed_lines(cell.words)
        new = stacked_people(lines, *told) if told is not None and is_stack(lines) else []
        found.extend(new)
        if not new:
            beside.append(cell)
    if len(found) > 1 and any(persons_of_line(c.text) is not None for c in beside):
        return  # some of these cells name people in other ways
    for cell in beside if len(found) == 1 else ():
        for part in cell_pieces(cell):
            found[0].fields.setdefault(
                _told_by(_heading_of(table, cell.column), part.text) or "affiliation", part.field()
            )
    yield from found


def _below_headings(table: Table, heading: Field) -> bool:
    """Whether a heading of attendance stands across the table below its first row."""
    words = set(heading.words)
    return any(c.row > 0 and c.column_span == table.columns > 1 and words & set(c.words) for c in table.cells)


def _of_cells(cells: Sequence[Cell], table: Table, status: str, heading: Field) -> Iterator[Attendee]:
    """The people whom the cells of a row name with their roles: one, or several side by side."""
    found: Attendee | None = None
    starts = name_columns(table)
    for cell in cells:
        if found is not None and cell.column in starts:
            yield found
            found = None
        for part in cell_pieces(cell):
            whom = _named(table, cell, part.text) if found is None else None
            if whom is not None:
                found = make_attendee(part, whom, status, heading)
            elif found is not None and is_initials_of(part.text, found.fields["person"].text):
                found.fields.setdefault("initials", part.field())
            elif found is not None and any(c.isalpha() for c in part.text):
                name = "role" if has_role(part.text) and "role" not in found.fields else "affiliation"
                end = len(part.text)
                own = _INITIALS_BEHIND.search(part.text)
                if own is not None and is_initials_of(own["own"], found.fields["person"].text):
                    found.fields.setdefault("initials", part.field(*own.span("own")))
                    end = own.start()
                found.fields.setdefault(name, part.field(0, end, confidence=0.85))
    if found is not None:
        yield found


def _named(table: Table, cell: Cell, text: str) -> Person | None:
    return turned_in_cell(table, cell, text) or persons_of_line(text)


@remembered(256)
def spanning_status(table: Table, row: int) -> Cell | None:
    """The heading that stands beside several rows, this among them: `Present`, left or right of those who were."""
    known = vocabulary("attendance_headings")
    return next(
        (
            c
            for c in table.cells
            if c.row_span > 1 and c.column_span < table.columns and c.row <= row <= c.last_row and fold(c.text) in known
        ),
        None,
    )


@remembered(64)  # asked for every row of the table
def name_columns(table: Table) -> frozenset[int]:
    """The columns that begin with a name, where people stand side by side in more than one; else none."""
    found = []
    for column in range(table.columns):
        cells = [
            c
            for c in table.cells
            if c.column == column and c.text and not c.is_heading and c.column_span == 1 and c.row_span == 1
        ]
        names = [c for c in cells if persons_of_line(c.text) is not None and not has_role(c.text)]
        if cells and len(names) >= SIDE_BY_SIDE * len(cells) and not any(INITIALS.fullmatch(c.text) for c in cells):
            found.append(column)
    headings = {fold(_heading_of(table, c)) for c in found}
    return frozenset(found) if len(found) > 1 and len(headings) == 1 else frozenset()


def told_beside(piece: Piece, person: Attendee) -> bool:
    """Takes up what the cell of a row `Label | Name | Post` says of the person left of it; False where it is no such cell.

    A column whose cells are mostly posts speaks of the people beside it, whatever else stands in it: a body, a note.
    """
    table, own = piece.table, {id(w) for w in piece.words}
    named = {id(w) for w in person.fields["person"].words}
    row = table.row(piece.row) if table is not None else ()
    column = next((c.column for c in row if any(id(w) in own for w in c.words)), None)
    if table is None or not any(
        column is not None and c.column < column and named & set(map(id, c.words)) for c in row
    ):
        return False
    cells = [c.text for c in table.cells if c.column == column and c.text and not c.is_heading]
    if 2 * sum(map(has_role, cells)) <= len(cells):
        return False
    if not piece.text.startswith(("(", "[")):
        name = "role" if has_role(piece.text) else "affiliation"
        person.fields.setdefault(name, piece.field(confidence=0.85))
    return True


def _by_code(
    piece: Piece, table: Table, said: int, key: Mapping[str, str], band: tuple[str | None, Field | None]
) -> Iterator[Attendee]:
    """The person of a row whose status stands in a column of its own, or in the band that the row is under."""
    cell = next((c for c in piece.cells if c.column == said), None)
    status = code_of(cell, key) if cell is not None else None
    told = Field(cell.text, cell.words) if cell is not None else None
    if cell is None and band[0] is not None:
        status, told = band
    if status is not None and told is not None:
        yield from _told_in_row(piece, table, {said}, (status, told))


def _told_in_row(piece: Piece, table: Table, saying: Collection[int], told: tuple[str, Field]) -> Iterator[Attendee]:
    """The person of a row with what its cells tell, but for those of the columns that say who came."""
    names = name_column(table)
    cells = {c.column: c for c in piece.cells}
    named = cells.get(names if names is not None else 0)
    parts = cell_pieces(named) if named is not None else ()
    if not parts:
        return
    person = _named(table, named, parts[0].text) if named is not None else None
    if person is None and names is not None and could_be_name(parts[0].text):
        person = Person(Range(0, len(parts[0].text)), sure=0.85)
    if person is None:
        return
    found = make_attendee(parts[0], person, *told)
    for column, other in cells.items():
        for part in cell_pieces(other) if column != names and column not in saying else ():
            if is_initials_of(part.text, found.fields["person"].text):
                found.fields.setdefault("initials", part.field())
                continue
            name = _told_by(_heading_of(table, column), part.text)
            if name is not None:
                found.fields.setdefault(name, part.field(confidence=0.85))
    yield found


def _told_by(heading: str, text: str) -> str | None:
    """What a cell beside a name says of the person, by its column's heading or its words; None where it is neither."""
    if ROLES.search(heading):
        return "role"
    if BODIES.search(heading):
        return "affiliation"
    if NEITHER.search(heading) or not any(c.isalpha() for c in text):
        return None
    return "role" if has_role(text) else "affiliation"


def _heading_of(table: Table, column: int) -> str:
    """The heading over a column; "" where none stands."""
    over = (c.text for c in table.cells if c.is_heading and c.column <= column <= c.last_column)
    return " ".join(over)
