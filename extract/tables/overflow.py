"""Texts that run over the edges of their cell, as a spreadsheet lets them where the cells behind are empty: one cell, not two."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.tables.draft import DraftCell, Grid
from extract.tables.textlines import PHRASE
from models.geometry import Box

SAME_LINE = 1.0  # points
NEAR = 3.0  # points by which a word may stand beyond the edge that its text runs over


def join_overflow(grid: Grid) -> None:
    """Make one cell of each text that alone fills its row, from the first column on, and runs over a rule between two cells."""
    if grid.columns < 3 or not grid.alone:
        return
    rows: dict[int, list[DraftCell]] = {}
    for cell in grid.cells:
        if cell.words:
            rows.setdefault(cell.row, []).append(cell)
    for held in rows.values():
        first, last = held[0], held[-1]
        if len(held) < 2 or first.column or not _near(first, held[1]) or not _runs_on(held):
            continue
        first.words = [w for c in held for w in c.words]
        first.lines = [first.words]
        first.last_column = last.last_column
        (page, box), end = first.boxes[0], last.boxes[0][1]
        first.boxes = [(page, Box(box.x0, box.top, end.x1, box.bottom))]
        joined = {id(c) for c in held[1:]}
        grid.cells = [c for c in grid.cells if id(c) not in joined]


def _near(left: DraftCell, right: DraftCell) -> bool:
    """Whether the first word of a cell stands but a space behind the last of the cell before it."""
    word, before = right.words[0], left.words[-1]
    return right.column == left.last_column + 1 and 0 <= word.x0 - before.x1 < PHRASE * word.font.size


def _runs_on(held: Sequence[DraftCell]) -> bool:
    """Whether the words of neighbour cells are one line, a mere space apart at each edge."""
    words = [w for c in held for w in c.words]
    if any(abs(w.bottom - words[0].bottom) > SAME_LINE or w.font.size != words[0].font.size for w in words):
        return False
    for left, right in pairwise(held):
        edge = left.boxes[0][1].x1
        over = left.words[-1].x1 > edge - NEAR or right.words[0].x0 < edge + NEAR / 2
        if left.row_span > 1 or right.row_span > 1 or not _near(left, right) or not over:
            return False
    return True
