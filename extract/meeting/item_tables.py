"""A table for each item: its number and title in the first row, then what was said, then perhaps its actions under headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.meeting.action_columns import says_action, with_owners
from extract.meeting.pieces import Piece
from extract.meeting.splitting import cell_pieces
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold
from models.record import Field
from models.table import Cell, Table

MOST_ROWS = 40
SENTENCE = 4  # words
_NUMBER = re.compile(r"(?:Item\s+)?(?:[A-Z]{1,4}[-/ ]?)?\d{1,4}(?:[./-]\d{1,4})*[a-zA-Z]?[.):]?")


def is_item_table(table: Table) -> bool:
    """Whether a number and a title alone stand in a table's first row, and no number under it, but running text."""
    if not 2 <= table.rows <= MOST_ROWS or table.columns < 2:
        return False
    first = _row(table, 0)
    if len(first) != 2 or not _NUMBER.fullmatch(first[0].text) or not any(c.isalpha() for c in first[1].text):
        return False
    if fold(first[1].text) in vocabulary("minute_columns") or len(first[1].text.split()) > 30:
        return False
    below = [c for c in table.cells if c.row > 0 and c.text]
    numbered = any(c.column <= first[0].last_column and c.column_span == 1 for c in below)
    return not numbered and any(len(c.text.split()) >= SENTENCE for c in below)


def item_pieces(table: Table) -> Iterator[Piece]:
    """The item's heading with its number, its text, and its actions beside the heading."""
    number, title = _row(table, 0)
    heads: dict[int, Cell] = {}  # of the list of actions, by column
    groups: list[Sequence[Field]] = []
    text: list[Piece] = []
    for row in range(1, table.rows):
        cells = _row(table, row)
        if len(cells) > 1 and any(says_action(c.text) for c in cells) and all(_is_head(c) for c in cells):
            heads = {c.column: c for c in cells}
        elif heads and len(cells) > 1 and all(c.column in heads for c in cells):
            groups.extend(_actions(cells, heads))
        else:
            heads = {} if len(cells) > 1 else heads
            found = [p for c in cells for p in cell_pieces(c)]
            text.extend(replace(p, table=table, row=row, starts_row=n == 0) for n, p in enumerate(found))
    titles = cell_pieces(title)
    beside = tuple(field for group in groups for field in group)
    for n, piece in enumerate(titles):
        if n == 0:
            piece = replace(piece, marker=number.text, marker_words=number.words, aside=beside)
        yield replace(piece, table=table, row=0, starts_row=n == 0)
    yield from text


def _row(table: Table, row: int) -> list[Cell]:
    return [c for c in table.row(row) if c.text]


def _is_head(cell: Cell) -> bool:
    return fold(cell.text.strip(" :")) in vocabulary("minute_columns") or says_action(cell.text)


def _actions(cells: Sequence[Cell], heads: dict[int, Cell]) -> Iterator[Sequence[Field]]:
    """The actions of a row under its headings, each with who and when."""
    fields = {c.column: [p.field(note=heads[c.column].text) for p in cell_pieces(c)] for c in cells}
    written = next((c.column for c in cells if says_action(heads[c.column].text)), None)
    if written is None:
        return
    yield from with_owners(fields[written], [told for column, told in fields.items() if column != written])
