"""Columns that no edge parts: a frame with a rule below each row, and colours behind some cells. Where the headings of such rows
stand apart and the rows below keep to them, the white between is the edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.tables.celltext import reading_lines
from extract.tables.draft import DraftCell, Grid
from extract.tables.fills import Canvas
from extract.tables.textlines import PHRASE, WIDE, is_figure
from models.geometry import Box
from models.page import Page, Word

FEWEST_ROWS = 4
HEADED = 3  # rows from the top among which the one is that names the columns
INSIDE = 1.0  # points a word may reach over an edge
LEAST_TYPE = 8.0  # points, where a word does not say its size
KEPT = 0.5  # share of the rows that must have words in a column
FIGURES = 0.6  # share of the cells of one of the new columns that are figures
SHORTEST = 14  # letters: a figure with its unit is no longer

Row = list[DraftCell]


def divide_open_columns(grid: Grid, page: Page, canvas: Canvas) -> None:
    """Cut the cells of a ruled grid at the white between columns that its rules leave open."""
    if grid.rows < FEWEST_ROWS or not grid.alone:
        return
    first = next((c for c in grid.cells if c.row >= HEADED or (c.words[1:] and _is_parted(c))), None)
    if first is None or first.row >= HEADED or [c for c in grid.cells if c.row != c.last_row]:
        return
    parted = [c for c in grid.cells if c.column == first.column and c.words[1:] and _is_parted(c)]
    if len(parted) < max(FEWEST_ROWS, KEPT * grid.rows):
        return
    head = first.row
    rows = grid.by_row()
    full = [row for n, row in enumerate(rows) if n >= head and not _is_band(row, grid.columns)]
    new = _told(_whites(full, grid.xs, rows[head]), grid.xs, rows[head], full)
    if not new:
        return
    xs = sorted([*grid.xs, *new])
    cells: list[DraftCell] = []
    for row in rows:
        cells += [_over(c, xs) for c in row] if _is_band(row, grid.columns) else divided(row, xs, page, canvas)
    grid.xs, grid.cells = xs, cells
    grid.confidence = min(grid.confidence, 0.93)
    grid.sort()


def _is_parted(cell: DraftCell) -> bool:
    """Whether a line of a cell has a wide gap in it."""
    for line in cell.lines:
        before = line[0]
        for word in line[1:]:
            if word.x0 - before.x1 > WIDE * (word.font.size or LEAST_TYPE) and not word.turned:
                return True
            before = word
    return False


def _is_band(row: Row, columns: int) -> bool:
    """Whether a row is one cell with one text."""
    held = [c for c in row if c.words]
    return not held or (len(held) == 1 and held[0].column_span == columns and not _is_parted(held[0]))


def _whites(rows: Sequence[Row], edges: Sequence[float], head: Row) -> list[float]:
    """The middles of the strips in which no row has ink, between words that no edge parts: of those between two headings the widest."""
    named = [w for c in head for w in c.words]
    headings, narrowest = _spans(named, WIDE), PHRASE * (named[0].font.size or LEAST_TYPE)
    found: dict[int, tuple[float, float]] = {}
    for left, right in pairwise(_spans([w for row in rows for c in row for w in c.words], 0.0)):
        wide, middle = right[0] - left[1], (left[1] + right[0]) / 2
        if wide < narrowest or any(left[1] - INSIDE < x < right[0] + INSIDE for x in edges):
            continue
        between = next((n for n, (a, b) in enumerate(pairwise(headings)) if a[1] < right[0] and left[1] < b[0]), None)
        if between is not None:
            found[between] = max(found.get(between, (0.0, 0.0)), (wide, middle))
    return [middle for _, middle in found.values()]


def _spans(words: Sequence[Word], apart: float) -> list[tuple[float, float]]:
    """From where to where words stand from left to right, on any line, cut at gaps wider than `apart` times their type."""
    found: list[tuple[float, float]] = []
    for x0, x1, size in sorted([(w.x0, w.x1, w.font.size or LEAST_TYPE) for w in words]):
        if found and x0 - found[-1][1] <= apart * size:
            if x1 > found[-1][1]:
                found[-1] = (found[-1][0], x1)
        else:
            found.append((x0, x1))
    return found


def _told(new: Sequence[float], old: Sequence[float], head: Row, rows: Sequence[Row]) -> list[float]:
    """The cuts between columns that the headings name and the rows fill: all of them or, where one is amiss, none."""
    xs = sorted([*old, *new])
    named = _in_columns([w for c in head for w in c.words], xs)
    body = [_in_columns([w for c in row for w in c.words], xs) for row in rows if row is not head]
    figures = 0
    for n, (x0, x1) in enumerate(pairwise(xs)):
        if x0 not in new and x1 not in new:
            continue
        held = [" ".join(w.text for w in row[n]) for row in body if row[n]]
        if not named[n] or len(held) < KEPT * len(body):
            return []
        counted = sum(len(t) <= SHORTEST and any(map(is_figure, t.split())) for t in held)
        figures += counted >= FIGURES * len(held)
    return list(new) if figures > 1 or (figures and len(new) == 1) else []


def _in_columns(words: Sequence[Word], xs: Sequence[float]) -> list[list[Word]]:
    return [[w for w in words if a <= (w.x0 + w.x1) / 2 < b] for a, b in pairwise(xs)]


def _over(cell: DraftCell, xs: Sequence[float]) -> DraftCell:
    """A cell as it is, in a grid with more columns."""
    box = cell.boxes[0][1]
    cell.column = next(n for n, x in enumerate(xs) if abs(x - box.x0) < 1)
    cell.last_column = next(n for n, x in enumerate(xs) if abs(x - box.x1) < 1) - 1
    return cell


def divided(row: Row, xs: Sequence[float], page: Page, canvas: Canvas) -> list[DraftCell]:
    """The cells of a row, cut at all lines between columns that stand in them."""
    found: list[DraftCell] = []
    for old in row:
        cell = _over(old, xs)
        if cell.column_span == 1:
            found.append(cell)
            continue
        box = cell.boxes[0][1]
        for n in range(cell.column, cell.last_column + 1):
            part = Box(xs[n], box.top, xs[n + 1], box.bottom)
            lines = reading_lines([w for w in cell.words if part.x0 <= (w.x0 + w.x1) / 2 < part.x1])
            found.append(
                DraftCell(
                    cell.row, n, cell.last_row, n, [(page.number, part)], [w for line in lines for w in line],
                    canvas.behind(part), lines=lines, confidence=min(cell.confidence, 0.9),
                    open_above=cell.open_above, open_below=cell.open_below,
                )
            )  # fmt: skip
    return found
