"""Grids of attendance: people down the side, dates of meetings along the top, a code where they meet."""

from __future__ import annotations

from collections.abc import Iterator

from extract.families import Claim, Family, by_tables
from extract.meeting.attendance_grid import grid_people, is_grid, key_of
from extract.meeting.pieces import piece_of_paragraph
from models.record import Printed
from models.section import Section

MUCH = 1500  # characters of text around it: from here a grid is part of another paper


def claim(section: Section) -> Claim:
    """A grid has names in one column, and codes under two dates or more."""
    if not section.tables:
        return Claim(0.0)
    key = key_of(p.text for p in section.paragraphs)
    grids = [t for t in section.tables if is_grid(t, key)]
    if not grids:
        return Claim(0.0)
    rest = sum(len(p.text) for p in section.paragraphs)
    return Claim(0.85 if rest < MUCH else 0.55, (f"{len(grids)} tables of names, dates and codes",))


def read(section: Section) -> Iterator[Printed]:
    """One record for each person and date that has a code."""
    key = key_of(p.text for p in section.paragraphs)
    body = section.paper.organisation
    said = tuple(w for p in section.paragraphs if key_of([p.text]) for w in p.all_words)
    for table in section.tables:
        if not is_grid(table, key):
            continue
        for n, fields in enumerate(grid_people(table, key)):
            if body is not None:
                fields["body"] = piece_of_paragraph(body).field(confidence=0.8)
            yield Printed("attendance", fields, taken=said if n == 0 else ())


FAMILY = Family("attendance grid", claim, read, by_tables(0.85))
