"""Who was there: lists under headings, blocks of names, tables, and sentences that report apologies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.meeting.attendance_beside import read_beside
from extract.meeting.attendance_grid import code_of, name_column, status_column
from extract.meeting.attendance_headings import heading_of, segments, until
from extract.meeting.attendance_lists import Columns, cells_of, find_columns, persons_of
from extract.meeting.attendee import Attendee, make_attendee, whole_time
from extract.meeting.bodies import names_body
from extract.meeting.names import has_role, title_end
from extract.meeting.persons import persons_of_line
from extract.meeting.pieces import Piece
from extract.meeting.resolved import SENTENCE
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold
from models.record import Field
from models.table import Table


def _runs_on(piece: Piece, columns: Columns, found: list[Attendee]) -> bool:
    """A line that stands in a later column alone goes on with what that column said of the person before."""
    rows = list(cells_of(piece))
    if (
        not found
        or not rows
        or any(len(row) > 1 or row[0][0].x0 < columns.edges[0] - 6 for row in rows)
        or columns.names
    ):
        return False
    fields = found[-1].fields
    name = "affiliation" if "affiliation" in fields else "role" if "role" in fields else None
    if name is None:
        return False
    before = fields[name]
    fields[name] = replace(before, text=f"{before.text} {piece.text}", words=before.words + piece.words)
    return True


_FINITE = re.compile(
    r"\b(?:presented|provided|was|were|had|has|have|reported|welcomed|opened|declared|noted|attended|joined|is"
    r"|are|will|advised)\b"
)


def _is_prose(piece: Piece) -> bool:
    """Whether a piece after a list is a sentence: the list has ended."""
    return (
        len(piece.text.split()) > 6
        and piece.text.rstrip().endswith((".", ":"))
        and _FINITE.search(piece.text) is not None
    )


def _apart(piece: Piece, found: Sequence[Attendee]) -> bool:
    """Whether a bold line in capitals stands under names that are set in neither."""
    names = [a.fields["person"].text for a in found[-3:]]
    return piece.upper and bool(names) and not any(n.isupper() for n in names) and title_end(piece.text) == 0


def _give_group(attendees: Sequence[Attendee], group: Field | None) -> None:
    """Those listed under a body come from it, unless their own line says otherwise."""
    if group is None:
        return
    for attendee in attendees:
        attendee.fields.setdefault("affiliation", group)


def read_attendance(pieces: Sequence[Piece]) -> tuple[list[Attendee], set[int]]:
    """The people of the pieces before the first item, and which pieces they fill."""
    found: list[Attendee] = []
    filled: set[int] = set()
    status: str | None = None
    heading: Field | None = None
    group: Field | None = None  # the body under whose name people are listed
    columns = find_columns([p for p in pieces if p.label is None and not p.centred])
    beside = 0
    for i, piece in enumerate(pieces):
        if i < beside:
            continue
        two, beside = read_beside(pieces, i)
        if two:
            found.extend(two)
            filled.update(range(i, beside))
            continue
        if piece.cells:
            new = list(_of_row(piece, status, heading))
            found.extend(new)
            filled.update({i} if new else ())
            continue
        start = 0
        if piece.label is not None:
            if fold(piece.label) not in vocabulary("attendance_headings"):
                continue
            status = vocabulary("attendance_headings")[fold(piece.label)]
            heading = Field(piece.label, piece.label_words)
        elif (head := heading_of(piece)) is not None:
            status, start = head
            heading = piece.field(0, start)
            filled.add(i)
        if start or piece.label is not None:
            group = None
        if status is None or heading is None:
            continue
        if start == 0 and piece.label is None and _names_group(piece, pieces, i, columns):
            group = piece.field(0, len(piece.text.rstrip(" :")), 0.8)
            filled.add(i)
            continue
        # a title in the middle of the page is no name, and prose no list
        title = (piece.bold or piece.upper) and (piece.centred or _apart(piece, found))
        if start == 0 and piece.label is None and (title or _is_prose(piece)):
            status = heading = None
            continue
        if start == 0 and columns is not None and _runs_on(piece, columns, found):
            filled.add(i)
            continue
        new = []
        for begin, end, meaning, over in segments(piece, start, status, heading):
            part = piece if end == len(piece.text) else until(piece, end)
            new.extend(make_attendee(piece, p, meaning, over) for p in persons_of(part, begin, columns))
            status, heading = meaning, over
        _give_group(new, group)
        found.extend(new)
        if new:
            filled.add(i)
        elif (
            start == 0
            and piece.label is None
            and (piece.bold or piece.upper or len(piece.text) > 120 or ":" in piece.text)
        ):
            status = heading = None  # another heading, or prose: the list has ended
    for attendee in found:
        for name in ("role", "affiliation"):
            if name in attendee.fields:
                attendee.fields[name] = whole_time(attendee.fields[name])
    return _also_present(found), filled


def _names_group(piece: Piece, pieces: Sequence[Piece], i: int, columns: Columns | None) -> bool:
    """Whether a line over some of the people names the body they come from: `Cabinet Office:`."""
    apart = piece.text.endswith(":") or piece.bold or names_body(piece.text)
    if not apart or len(piece.text.split()) > 7 or persons_of(piece, 0, columns) or i + 1 >= len(pieces):
        return False
    following = pieces[i + 1]
    return (
        not following.bold
        and following.marker is None
        and len(persons_of(following, 0, columns)) > 0
        and not _is_prose(following)
    )


def _also_present(found: list[Attendee]) -> list[Attendee]:
    """Where others are listed as in attendance, a member who was `also present` was present."""
    also = [
        a for a in found if fold(a.fields["status"].text) in {"also present", "others present", "other members present"}
    ]
    if len(also) < len([a for a in found if a.status == "in_attendance"]):
        for attendee in (
            a for a in also if "role" in a.fields and re.search(r"\b(?:Member|Councillor)\b", a.fields["role"].text)
        ):
            attendee.status = "present"
            attendee.fields["status"] = replace(attendee.fields["status"], note="present", confidence=0.7)
    return found


def _of_row(piece: Piece, status: str | None, heading: Field | None) -> Iterator[Attendee]:
    """The people of one row of a table: a name with its role and body, or a list under a column's own heading."""
    table = piece.table
    if table is None or all(c.is_heading for c, _ in piece.cells):
        return
    said = status_column(table)
    if said is not None:
        yield from _by_code(piece, table, said)
        return
    for cell, inside in piece.cells:
        own = _column_status(table, cell.column)
        if own is not None:
            for part in inside:
                for person in persons_of(part):
                    yield make_attendee(part, person, own[0], own[1])
    if any(_column_status(table, c.column) for c, _ in piece.cells) or status is None or heading is None:
        return
    found: Attendee | None = None
    for _, inside in piece.cells:
        for part in inside:
            whom = persons_of_line(part.text) if found is None else None
            if whom is not None:
                found = make_attendee(part, whom, status, heading)
            elif found is not None and any(c.isalpha() for c in part.text):
                name = "role" if has_role(part.text) and "role" not in found.fields else "affiliation"
                found.fields.setdefault(name, part.field(confidence=0.85))
    if found is not None:
        yield found


def _by_code(piece: Piece, table: Table, said: int) -> Iterator[Attendee]:
    """The person of a row whose status stands in a column of its own."""
    names = name_column(table)
    cells = {c.column: (c, inside) for c, inside in piece.cells}
    cell = cells.get(said, (None, ()))[0]
    status = code_of(cell) if cell is not None else None
    parts = cells.get(names if names is not None else 0, (None, ()))[1]
    if cell is None or status is None or not parts:
        return
    person = persons_of_line(parts[0].text)
    if person is None:
        return
    found = make_attendee(parts[0], person, status, Field(cell.text, cell.words))
    for column, (_, inside) in cells.items():
        for part in inside if column not in {said, names} else ():
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


def sentence_end(text: str, start: int) -> int:
    """The end of the sentence; the stop of `Mr.` or of an initial does not end it."""
    match = SENTENCE.search(text, start)
    return match.start() if match else len(text)
