"""Lists of people side by side in free text, under headings on one line: `Present          In attendance`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.meeting.attendance_lists import cells_of
from extract.meeting.attendee import Attendee, make_attendee
from extract.meeting.persons import persons_of_line
from extract.meeting.pieces import Piece
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold
from models.page import Word
from models.record import Field


@dataclass(slots=True)
class _Column:
    left: float
    status: str
    heading: Field
    last: Attendee | None = None  # the one named last in it, whose role may go on in the next line


def read_beside(pieces: Sequence[Piece], i: int) -> tuple[list[Attendee], int]:
    """The people under headings that stand beside each other in piece `i`, and the piece after them; [] and `i` where none do."""
    columns = _heads(pieces[i])
    if len(columns) < 2:
        return [], i
    found: list[Attendee] = []
    for n in range(i, len(pieces)):
        rows = list(cells_of(pieces[n]))[1 if n == i else 0 :]
        new, strange = _people(pieces[n], rows, columns)
        if n > i and (pieces[n].marker or pieces[n].cells or (strange and not new)):
            return found, n
        found.extend(new)
    return found, len(pieces)


def _heads(piece: Piece) -> list[_Column]:
    rows = list(cells_of(piece)) if not piece.cells else []
    columns = []
    for cell in rows[0] if rows else ():
        status = vocabulary("attendance_headings").get(fold(_text(cell)))
        if status is None:
            return []
        columns.append(_Column(cell[0].x0, status, Field(_text(cell), tuple(cell))))
    return columns


def headings_beside(piece: Piece) -> list[tuple[float, str, Field]]:
    """The headings of attendance that stand beside each other on one line, where each begins and what it says."""
    found = [(c.left, c.status, c.heading) for c in _heads(piece)]
    if piece.label is None or piece.table is not None or not found:
        return found
    status = vocabulary("attendance_headings").get(fold(piece.label))
    if status is None:
        return []
    return [(piece.label_words[0].x0, status, Field(piece.label, piece.label_words)), *found]


def _people(
    piece: Piece, rows: Sequence[Sequence[Sequence[Word]]], columns: list[_Column]
) -> tuple[list[Attendee], bool]:
    """The people of some lines, each cell under its column; and whether a cell was neither a person nor a heading."""
    place = {id(w): span for w, span in zip(piece.words, piece.spans, strict=True)}
    found: list[Attendee] = []
    strange = False
    for row in rows:
        for cell in row:
            column = min(columns, key=lambda c: abs(c.left - cell[0].x0))
            status = vocabulary("attendance_headings").get(fold(_text(cell)))
            if status is not None:
                column.status, column.heading = status, Field(_text(cell), tuple(cell))
                continue
            person = persons_of_line(piece.text, place[id(cell[0])][0], place[id(cell[-1])][1])
            if person is not None:
                column.last = make_attendee(piece, person, column.status, column.heading)
                found.append(column.last)
            elif not _goes_on(column, cell):
                strange = True
    return found, strange


def _goes_on(column: _Column, cell: Sequence[Word]) -> bool:
    """Whether a cell set further in goes on with the role, or the body, of the person above it, which then takes it up."""
    if column.last is None or cell[0].x0 < column.left + 4:
        return False
    name = next((n for n in ("affiliation", "role") if n in column.last.fields), None)
    if name is None:
        return False
    before = column.last.fields[name]
    column.last.fields[name] = replace(before, text=f"{before.text} {_text(cell)}", words=(*before.words, *cell))
    return True


def _text(words: Sequence[Word]) -> str:
    return " ".join(w.text for w in words)
