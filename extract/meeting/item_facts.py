"""Tables of label and value within an item (`Author | A Smith`, `Attachments | Nil`): they belong to what the minute says."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from extract.meeting.headings import BEGINS_ITEM, ITEM
from extract.meeting.names import is_name, title_end
from extract.meeting.pieces import Piece, is_bold, piece_of_words
from extract.remembering import remembered
from models.table import Table

LONGEST_LABEL = 6  # words
FEWEST = 2  # rows


def with_facts(body: Sequence[Piece], but: Collection[int]) -> list[Piece]:
    """The pieces of an item, each row of its tables of facts as running text with its label; pieces of `but` as they are."""
    return [p if i in but or not p.cells else _fact(p) for i, p in enumerate(body)]


def item_notes(body: Sequence[Piece]) -> list[int]:
    """The pieces that say which item of the agenda the whole is, `(Item 3)`. Several without brackets part what was said: `Item 8` over one
    interest, `Item 9` over the next.
    """
    found = [i for i, p in enumerate(body) if p.text[:1] in BEGINS_ITEM and ITEM.match(p.text)]
    return found if not found or len(found) == 1 else [i for i in found if body[i].text.startswith("(")]


def _fact(piece: Piece) -> Piece:
    """A row of a table of facts as its value under its label; any other row as it is."""
    if piece.table is None or not is_facts_table(piece.table):
        return piece
    label, values = piece.cells[0], piece.cells[1:]
    if label.column:
        return piece
    words = [w for cell in values for w in cell.words]
    made = replace(piece_of_words(words or label.words), table=piece.table, row=piece.row, starts_row=True)
    return replace(made, label=label.text, label_words=label.words) if words else made


@remembered(64)
def is_facts_table(table: Table) -> bool:
    """Whether a table is two columns of label and value: short labels set apart from their values, no two alike, nobody's names."""
    if table.columns != 2 or table.rows < FEWEST:
        return False
    labels = [c for c in table.cells if c.column == 0 and c.text]
    values = [c for c in table.cells if c.column == 1]
    texts = [c.text.strip(" :") for c in labels]
    if len(labels) < FEWEST or len(set(texts)) < len(texts) or any(c.column_span > 1 for c in labels):
        return False
    worded = all(len(t.split()) <= LONGEST_LABEL and t[:1].isalpha() for t in texts)
    if not worded or any(title_end(t) > 0 or (is_name(t) and len(t.split()) > 2) for t in texts):
        return False
    apart = [is_bold(c.words) or c.text.endswith(":") or c.fill is not None for c in labels]
    plain = [not is_bold(c.words) and c.fill is None for c in values if c.text]
    return all(apart) and sum(plain) > 0.5 * len(plain)
