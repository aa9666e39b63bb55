"""How sure a table is: evidence from its own making first, and where that leaves doubt, agreement with another library's reading."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from extract.tables import camelot_adapter, pdfplumber_adapter
from extract.tables.draft import DraftCell, Grid
from extract.tables.textlines import TextLine
from models.geometry import Box
from models.page import Page, Word

SURE = 0.98  # rules on all sides, each word well inside its cell
DOUBT = 0.9  # what is less sure than this is read a second time
SAME_EDGE = 4.0  # points


def judge_ruled(grid: Grid, page: Page, *, ragged: bool) -> None:
    """Set how sure a ruled grid and its cells are. `ragged`: its rules left a region that is no rectangle, or open."""
    crossing = _crossing(grid)
    held = [c for c in grid.cells if c.words]
    doubtful = ragged or crossing > 0.02 * sum(len(c.words) for c in held) or len(held) < 0.3 * len(grid.cells)
    if not doubtful:
        grid.confidence = SURE
        for cell in grid.cells:
            cell.confidence = min(cell.confidence, SURE)
        return
    others = [box for table in pdfplumber_adapter.find_cells(page.rules, grid.box) for box in table]
    agreed = 0
    for cell in grid.cells:
        same = any(_same_box(cell.boxes[0][1], other) for other in others)
        cell.confidence = min(cell.confidence, 0.96 if same else 0.85)
        agreed += same
    grid.confidence = round(0.75 + 0.21 * agreed / max(1, len(grid.cells)), 3)


def _same_box(one: Box, two: Box) -> bool:
    return all(abs(a - b) <= SAME_EDGE for a, b in zip(one, two, strict=True))


def _crossing(grid: Grid) -> int:
    """How many words stand across the edge of their cell by more than a quarter of themselves."""
    count = 0
    for cell in grid.cells:
        box = cell.boxes[0][1]
        for word in cell.words:
            if word.x0 >= box.x0 and word.x1 <= box.x1:
                continue
            outside = max(box.x0 - word.x0, 0.0) + max(word.x1 - box.x1, 0.0)
            count += outside > 0.25 * max(word.x1 - word.x0, 1.0)
    return count


def judge_text(grid: Grid, lines: Sequence[TextLine], height: float) -> None:
    """Set how sure a table without a full grid is. The less its own evidence says, the more camelot's reading counts."""
    if grid.confidence < DOUBT:
        other = camelot_adapter.columns_and_rows(lines, grid.box, height)
        if other is not None:
            agreed = agreement(grid, *other)
            grid.confidence = round(grid.confidence + (0.08 if agreed > 0.9 else 0.3 * (agreed - 0.9)), 3)
    limit_cells(grid)


def limit_cells(grid: Grid) -> None:
    """No cell is surer than its table."""
    for cell in grid.cells:
        cell.confidence = min(cell.confidence, grid.confidence)


def agreement(grid: Grid, xs: Sequence[float], ys: Sequence[float]) -> float:
    """The share of neighbouring words on which two readings agree whether they stand in one row and one column."""
    place: dict[int, DraftCell] = {id(w): c for c in grid.cells for w in c.words}
    words = sorted((w for c in grid.cells for w in c.words), key=lambda w: (round(w.top), w.x0))
    same = total = 0
    for one, two in pairwise(words):
        if abs(one.top - two.top) > 3:
            continue
        ours = place[id(one)] is place[id(two)]
        theirs = _index(xs, one) == _index(xs, two)
        same += ours == theirs
        total += 1
    firsts = [w for w in words if place[id(w)].column == 0]
    for one, two in pairwise(firsts):
        if abs(one.top - two.top) <= 3:
            continue
        ours = place[id(one)].row == place[id(two)].row
        middle = [(w.top + w.bottom) / 2 for w in (one, two)]
        theirs = bisect_right(ys, middle[0]) == bisect_right(ys, middle[1])
        same += ours == theirs
        total += 1
    return same / total if total else 0.0


def _index(xs: Sequence[float], word: Word) -> int:
    return bisect_right(xs, (word.x0 + word.x1) / 2)
