"""Lines in columns beside a table, which are no text: its headings or last rows, that the table was read without."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from models.section import Block, Paragraph
from models.table import Table

WIDE = 1.2  # times the size of type: a gap between columns


def lines_of_tables(blocks: Sequence[Block]) -> set[int]:
    """ids of lines in columns beside a table: its headings or last rows, that the table was read without."""
    found: set[int] = set()
    for ordered in (blocks, blocks[::-1]):
        beside = False
        for block in ordered:
            beside = isinstance(block, Table) or (beside and isinstance(block, Paragraph) and _in_columns(block))
            if beside and isinstance(block, Paragraph):
                found.add(id(block))
    return found


def _in_columns(paragraph: Paragraph) -> bool:
    """Whether its lines have two wide gaps or more: no text is set so."""
    gaps = [
        sum(b.x0 - a.x1 > WIDE * a.font.size for a, b in pairwise(line.words))
        for line in paragraph.lines
        if len(line.words) > 2
    ]
    return bool(gaps) and paragraph.marker is None and min(gaps) >= 2
