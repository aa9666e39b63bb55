"""Tables of one indicator each: its name across the first row, headings below it, one row of figures, and what is said of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.columns import Assigned
from extract.families.table_rows import Row
from extract.meeting.pieces import piece_of_words
from models.record import Field
from models.table import Cell, Table

_HEADINGS, _FIGURES = 1, 2  # the rows of such a table below its name
_FEWEST_COLUMNS = 3
_FEWEST_WORDS = 2  # of a name


def name_over(table: Table) -> Cell | None:
    """The name of the one indicator of a table; None of tables of several, or of another make."""
    first = table.row(0)
    if table.columns < _FEWEST_COLUMNS or len(first) != 1 or first[0].column_span < table.columns:
        return None
    rows = [n for n in range(1, table.rows) if len([c for c in table.row(n) if c.text or c.fill or c.symbols]) > 1]
    named = len(first[0].text.split()) >= _FEWEST_WORDS and any(map(str.isalpha, first[0].text))
    return first[0] if named and rows == [_HEADINGS, _FIGURES] and _are_headings(table) else None


def _are_headings(table: Table) -> bool:
    """Whether the row below the name holds a text in each of its cells, and the one below that at least one figure."""
    heads = [c.text for c in table.row(_HEADINGS)]
    worded = len(heads) == table.columns and all(t.strip() for t in heads)
    return worded and any(any(map(str.isdecimal, c.text)) for c in table.row(_FIGURES))


def count_up(names: Sequence[Cell]) -> bool:
    """Whether names begin with numbers that count up from one to the next: these are references."""
    firsts = [name.text.split()[0].rstrip(".):") for name in names]
    numbers = [int(first) for first in firsts if first.isdecimal()]
    return len(numbers) == len(firsts) > 1 and all(a < b for a, b in pairwise(numbers))


def with_number(name: Field) -> tuple[Field, Field]:
    """`3 Potholes repaired` as reference and name."""
    piece = piece_of_words(name.words)
    first = piece.text.split()[0]
    rest = len(piece.text) - len(piece.text[len(first) :].lstrip())
    ref = piece.field(0, len(first.rstrip(".):")), confidence=name.confidence)
    return ref, piece.field(rest, confidence=name.confidence)


def named_row(table: Table, columns: Sequence[Assigned], name: Cell) -> Row:
    """The indicator as one row of a list: its name, its figures, and the texts across below them."""
    row = Row(_FIGURES, {"kpi": [(name, columns[0])]})
    for column in columns:
        cell = table.at(_FIGURES, column.column.index)
        if column.field is not None and cell is not None:
            row.cells.setdefault(column.field, []).append((cell, column))
    below = [c for n in range(_FIGURES + 1, table.rows) for c in table.row(n) if c.text]
    if below and "comment" not in row.cells:
        row.cells["comment"] = [(c, columns[0]) for c in below]
    return row
