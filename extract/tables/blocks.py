"""Rows of a table of texts without rules: blocks of lines in each column, records that span the rows beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from extract.tables.spanning import Piece, pieces_of
from extract.tables.textlines import TextLine, is_figure
from models.page import Word

BLOCK_GAP = 0.35  # of the font size, beyond the usual white between lines: where a new block begins
SAME_START = 4.0  # points the first lines of one row may stand apart
NESTED = 0.8  # share of a column's blocks that must begin with a record's


@dataclass(slots=True, eq=False)
class Block:
    """Lines of one column without a gap between them."""

    column: int
    last_column: int
    words: list[Word]
    top: float
    bottom: float
    row: int = 0
    rows: int = 1


def is_texty(lines: Sequence[TextLine], pieces: Sequence[Sequence[Piece]]) -> bool:
    """Whether a table holds texts of several lines: many of its lines have neither label nor figure but words further right."""
    beside = sum(
        all(p.column > 0 for p in own) and not any(is_figure(w.text) for p in own for w in p.words) for own in pieces
    )
    return len(lines) >= 4 and beside >= 0.15 * len(lines)


def block_rows(lines: Sequence[TextLine], xs: Sequence[float]) -> list[list[Piece]] | None:
    """The rows of such a table; None where the blocks of its columns do not line up."""
    blocks = _blocks(lines, xs)
    starts = _starts(blocks)
    if len(starts) < 2:
        return None
    for block in blocks:
        block.row = int(np.argmin([abs(block.top - y) for y in starts]))
    by_column: dict[int, list[Block]] = {}
    for block in blocks:
        by_column.setdefault(block.column, []).append(block)
    if any(len({b.row for b in own}) < len(own) for own in by_column.values()):
        return None
    _span_records(by_column, len(starts))
    rows: list[list[Piece]] = [[] for _ in starts]
    for block in blocks:
        rows[block.row].append(Piece(block.column, block.last_column, block.words, block.rows))
    for row in rows:
        row.sort(key=lambda p: p.column)
    return rows


def _blocks(lines: Sequence[TextLine], xs: Sequence[float]) -> list[Block]:
    open_blocks: dict[int, Block] = {}
    done: list[Block] = []
    gaps = [b.top - a.bottom for a, b in zip(lines, lines[1:], strict=False) if b.top > a.top]
    tight = max(0.0, float(np.percentile(gaps, 20))) if gaps else 0.0
    for line in lines:
        for piece in pieces_of(line, xs):
            before = open_blocks.get(piece.column)
            top = min(w.top for w in piece.words)
            bottom = max(w.bottom for w in piece.words)
            if before is not None and top - before.bottom <= tight + BLOCK_GAP * line.size:
                before.words.extend(piece.words)
                before.bottom = max(before.bottom, bottom)
                before.last_column = max(before.last_column, piece.last_column)
                continue
            block = Block(piece.column, piece.last_column, list(piece.words), top, bottom)
            open_blocks[piece.column] = block
            done.append(block)
    return done


def _starts(blocks: Sequence[Block]) -> list[float]:
    """The heights at which rows begin: where blocks begin."""
    starts: list[float] = []
    for top in sorted(b.top for b in blocks):
        if not starts or top - starts[-1] > SAME_START:
            starts.append(top)
    return starts


def _span_records(by_column: dict[int, list[Block]], rows: int) -> None:
    """Let the cells of columns that begin only where a record begins span the rows of their record."""
    first = min(by_column)
    records = {b.row for b in by_column[first]}
    if len(records) == rows:
        return
    nested = [
        column
        for column, own in by_column.items()
        if column == first or sum(b.row in records for b in own) >= max(NESTED * len(own), 1)
    ]
    busiest = max(by_column, key=lambda column: len(by_column[column]))
    if busiest in nested:
        return
    ends = [*sorted(records), rows]
    for column in nested:
        for block in by_column[column]:
            if block.row in records:
                block.rows = next(end for end in ends if end > block.row) - block.row
