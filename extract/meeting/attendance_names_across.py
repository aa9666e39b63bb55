"""Lists of nothing but names, several to a line, in a paper whose other lists print a post beside each name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from extract.meeting.attendance_headings import heading_of
from extract.meeting.attendance_lists import Columns, cells_of, find_columns
from extract.meeting.persons import persons_of_line
from extract.meeting.pieces import Piece

LEAST = 4  # names beside the first ones of their lines: as many bodies may look like names by chance


def lists_of_names(pieces: Sequence[Piece], columns: Columns | None) -> Mapping[int, Columns]:
    """The pieces of lists whose lines hold names alone, each with its own columns; {} where all lists are set alike.

    `columns`: those of all lists together, which say that what stands beside a name is of its person.
    """
    if columns is None or columns.names:
        return {}
    heads = [i for i, p in enumerate(pieces) if p.text and heading_of(p) is not None]
    found: dict[int, Columns] = {}
    for start, stop in pairwise([*heads, len(pieces)]):
        under = [p for p in pieces[start + 1 : stop] if p.label is None and not p.centred and p.text]
        beside = [" ".join(w.text for w in cell) for p in under for row in cells_of(p) for cell in row[1:]]
        if len(beside) < LEAST or not all(persons_of_line(text) is not None for text in beside):
            continue
        own = find_columns(under)
        if own is not None and own.names:
            found.update(dict.fromkeys(range(start + 1, stop), own))
    return found
