"""Grids of attendance: people down the side, dates of meetings along the top, a code where they meet."""

from __future__ import annotations

from collections.abc import Iterator

from extract.families import Claim, Family
from extract.meeting.attendance_grid import code_of, dated_columns, key_of, name_column
from extract.meeting.flow import cell_pieces
from extract.meeting.persons import has_role, persons_of_line
from extract.meeting.pieces import piece_of_paragraph
from models.record import Field, Printed
from models.section import Section
from models.table import Cell, Table


def claim(section: Section) -> Claim:
    """A grid has names in one column, and codes under two dates or more."""
    key = key_of(p.text for p in section.paragraphs)
    grids = [t for t in section.tables if _is_grid(t, key)]
    if not grids:
        return Claim(0.0)
    rest = sum(len(p.text) for p in section.paragraphs)
    return Claim(0.85 if rest < 1500 else 0.55, (f"{len(grids)} tables of names, dates and codes",))


def _is_grid(table: Table, key: dict[str, str]) -> bool:
    return len(dated_columns(table, key)) >= 2 and name_column(table) is not None


def read(section: Section) -> Iterator[Printed]:
    """One record for each person and date that has a code."""
    key = key_of(p.text for p in section.paragraphs)
    body = section.paper.organisation
    said = [w for p in section.paragraphs if key_of([p.text]) for w in p.all_words]
    for table in section.tables:
        if not _is_grid(table, key):
            continue
        names, dates = name_column(table), dated_columns(table, key)
        for row in range(table.rows):
            cells = {c.column: c for c in table.row(row)}
            first = cells.get(names if names is not None else 0)
            if first is None or first.is_heading:
                continue
            person = _person(first)
            if person is None:
                continue
            role = next((c for i, c in cells.items() if i not in dates and c is not first and has_role(c.text)), None)
            for column, heading in dates.items():
                cell = cells.get(column)
                status = code_of(cell, key) if cell is not None else None
                if cell is None or status is None:
                    continue
                fields = dict(person)
                fields["meeting_date"] = Field(heading.text, heading.words, confidence=0.9)
                page, box = cell.boxes[0]
                fields["status"] = Field(cell.text, cell.words, table.method, 0.85, symbols=cell.symbols, place=(page, tuple(box)), note=status)
                if role is not None:
                    fields.setdefault("role", Field(role.text, role.words, table.method, 0.85))
                if body is not None:
                    fields["body"] = piece_of_paragraph(body).field(confidence=0.8)
                yield Printed("attendance", fields, taken=tuple(said))
                said = []


def _person(cell: Cell) -> dict[str, Field] | None:
    pieces = cell_pieces(cell)
    if not pieces:
        return None
    piece = pieces[0].unmarked()
    person = persons_of_line(piece.text)
    if person is None:
        return None
    fields = {"person": piece.field(person.name.start, person.name.end, person.sure)}
    if person.role is not None:
        fields["role"] = piece.field(person.role.start, person.role.end, 0.85)
    return fields


FAMILY = Family("attendance grid", claim, read)
