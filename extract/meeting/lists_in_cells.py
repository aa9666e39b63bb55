"""Tables whose columns are lists of people, each below a heading of its own: in cells of their own, or all in one cell a column."""

from __future__ import annotations

from dataclasses import replace

from extract.meeting.attendance_columns_down import parts_of_column, runs_over
from extract.meeting.attendance_stacks import printed_lines
from extract.meeting.label_column import begins_heading
from extract.meeting.persons import persons_of_line
from extract.meeting.pieces import Piece
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold
from models.page import Word
from models.table import Table

FEWEST = 2  # lists
WIDEST = 4  # columns


def list_pieces(table: Table) -> list[Piece]:
    """The people of a table's columns, column by column, the first of each list with its heading as label; [] of another table."""
    first = [c for c in table.row(0) if c.text] if FEWEST <= table.columns <= WIDEST else []
    if len(first) < FEWEST or not all(begins_heading(fold(c.words[0].text)) for c in first):
        return []
    if any(c.column_span > 1 for c in table.cells):
        return []
    columns = [[w for c in table.cells if c.column == n for w in c.words] for n in range(table.columns)]
    found = [_pieces(words) for words in columns if words]
    return [piece for pieces in found for piece in pieces] if all(found) else []


def _pieces(words: list[Word]) -> list[Piece]:
    """The people of a column; [] where it holds anything else."""
    known = vocabulary("attendance_headings")
    found: list[Piece] = []
    for head, entries in parts_of_column(printed_lines(words)):
        heading = " ".join(w.text for w in head).rstrip(" :")
        if not entries or fold(heading) not in known or not all(map(_is_person, entries)):
            return []
        found.extend((replace(entries[0], label=heading, label_words=tuple(head)), *entries[1:]))
    return found


def _is_person(entry: Piece) -> bool:
    """Whether the lines of an entry are one person's, and none of them the name of a group, in other type."""
    if len(entry.lines) > 1 and (len({entry.words[a].font.bold for a, _ in entry.lines}) > 1 or not runs_over(entry)):
        return False
    return persons_of_line(entry.text) is not None
