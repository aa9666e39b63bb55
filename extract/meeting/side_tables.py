"""Side headings with their text that were taken for a table without rules: set line by line again, for the reader of side headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.meeting.vocabulary import vocabulary
from extract.paragraphs import make_paragraph
from extract.wording import fold
from models.geometry import box_around
from models.page import Word
from models.section import Block, Line
from models.table import Cell, Table

FREE = "text"  # method of tables that no rules tell
LONGEST = 8  # words of a heading
NUMBERED_ITEM = re.compile(r"(?:Agenda\s+)?Item\s+(?:No\.?\s*)?\d", re.IGNORECASE)
MOST_BOLD = 0.1  # share of the text beside headings that may be bold as they are
KNOWN = 2  # headings that are known for what stands in minutes
APART = 0.5  # times the size of type: lines whose tops are further apart are two


def loosened(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; a table that is side headings with their text is its lines, each a paragraph."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and is_side_table(block):
            found.extend(make_paragraph([line]) for line in lines_of_table(block))
        else:
            found.append(block)
    return found


def is_side_table(table: Table) -> bool:
    """Whether no rule parts the two columns of a table, and the first holds headings of minutes and nothing else."""
    if table.method != FREE or table.columns != 2 or table.heading_rows:
        return False
    heads = [c for c in table.cells if c.column == 0 and c.text]
    if not heads:
        return False
    if not all(map(_may_head, heads)) and not _are_lines_of_heads(table, heads):
        return False
    known = sum(fold(c.text) in name for c in heads for name in map(vocabulary, _KNOWN))
    known += sum(c.text[:1] in "IiAa" and NUMBERED_ITEM.match(c.text) is not None for c in heads)
    return known >= min(KNOWN, len(heads)) and all(c.column_span == 1 for c in heads)


_KNOWN = ("usual_items", "attendance_headings", "meeting_facts")


def _are_lines_of_heads(table: Table, heads: Sequence[Cell]) -> bool:
    """Whether all that stands in the first column is bold, and what stands beside it is not: a row may hold but a line of a heading."""
    beside = [w for c in table.cells if c.column for w in c.words]
    bold = sum(w.font.bold for w in beside)
    short = all(len(c.text.split()) <= LONGEST for c in heads)
    return short and bold <= MOST_BOLD * len(beside) and all(w.font.bold for c in heads for w in c.words)


def _may_head(cell: Cell) -> bool:
    return cell.text[0].isupper() and len(cell.text.split()) <= LONGEST and not cell.text.endswith((".", ";", ","))


def lines_of_table(table: Table) -> Iterator[Line]:
    """The printed lines of a table from edge to edge, top to bottom."""
    words = sorted((w for c in table.cells for w in c.words), key=lambda w: (w.page, w.top))
    row: list[Word] = []
    for word in words:
        if row and (word.page != row[0].page or word.top - row[0].top > APART * row[0].font.size):
            yield _line(row)
            row = []
        row.append(word)
    if row:
        yield _line(row)


def _line(row: Sequence[Word]) -> Line:
    words = tuple(sorted(row, key=lambda w: w.x0))
    box = box_around(words)
    return Line(words, words[0].page, box.x0, box.top, box.x1, box.bottom)
