"""Grids of coloured cells without rules, and what tells them from headings and coloured columns of other tables."""

from __future__ import annotations

from collections.abc import Sequence

from extract.tables.cells import fill_lattice, is_underdivided
from extract.tables.completed import completed
from extract.tables.draft import Grid
from extract.tables.field import Field, free_words
from extract.tables.filled import fill_edges
from extract.tables.fills import WHITE, Canvas
from extract.tables.grid import lattice
from extract.tables.prose import is_tabular
from extract.tables.rules import Edges, groups
from extract.tables.textlines import text_lines
from models.geometry import Box
from models.page import Page, Word

FEWEST_FILLS = 3
MOSTLY_FILLED = 0.75
MOST_BARE = 0.3  # share of the words
MOST_HEADING_ROWS = 3
SAME_LINE = 2.0  # points two edges of colours may lie apart
SAME_END = 4.0  # points a rule may end beside a grid
NEAR = 26.0  # points: how far the next row of a table is at most


def wholly_coloured(page: Page, field: Field, canvas: Canvas, found: list[Grid], ruled: Edges) -> list[Grid]:
    """The grids found; those that are but the worded rows of a grid of coloured cells, or its columns beside a cell of
    several rows, are that grid.
    """
    bare = [g for g in found if not has_rules(g, ruled)]
    if not bare:
        return found
    for whole in coloured_grids(page, field, canvas, [g for g in found if g not in bare]):
        parts = [g for g in bare if whole.box.contains(g.box, 2.0)]
        if not parts:
            continue
        rows, columns = sum(g.rows for g in parts), max(g.columns for g in parts)
        wider = whole.columns > columns and whole.rows >= max(g.rows for g in parts)
        wider = wider and all(min(abs(x - y) for y in whole.xs) <= SAME_LINE for g in parts for x in g.xs)
        # Rows that colours draw are surer than rows told by words.
        guessed = whole.rows >= rows and whole.columns >= columns and any(g.method == "text" for g in parts)
        if (whole.rows > rows and whole.columns == columns) or wider or guessed:
            found = [g for g in found if g not in parts] + [whole]
    return found


def coloured_grids(page: Page, field: Field, canvas: Canvas, ruled: Sequence[Grid]) -> list[Grid]:
    """Grids of coloured cells without rules: two rows and columns or more, nearly all of their cells filled."""
    if len(page.fills) < FEWEST_FILLS:
        return []
    found: list[Grid] = []
    for group in groups(fill_edges(page, [g.box for g in ruled if g.alone])):
        drawn = lattice(group)
        words = field.within(drawn.box) if drawn is not None else []
        drawn = completed(drawn, words, canvas) if drawn is not None and words else None
        grid = fill_lattice(page, drawn, words, canvas) if drawn is not None else None
        if grid is None or not grid.alone or grid.rows < 2 or is_underdivided(grid.cells):
            continue
        if _is_mostly_bare(grid) or _is_heading_only(grid) or _goes_on_uncoloured(grid, free_words(field, ruled)):
            continue
        if _ruled_across(grid, page) or (_ends_uncoloured(grid) and _has_level_rules(grid, page)):
            continue
        if sum(c.fill is not None for c in grid.cells) >= MOSTLY_FILLED * len(grid.cells):
            grid.method, grid.confidence = "fills", 0.9
            found.append(grid)
    return found


def _ruled_across(grid: Grid, page: Page) -> bool:
    """Whether rules part a white cell into the rows that colour gives one column: a status column in a ruled table."""
    boxes = [c.boxes[0][1] for c in grid.cells if c.fill is None and c.row_span > 1 and c.words]
    levels = [r for r in page.rules if not r.vertical]
    return any(
        b.top + 2 < r.top < b.bottom - 2 and r.x0 <= b.x0 + 2 and r.x1 >= b.x1 - 2 for b in boxes for r in levels
    )


def _ends_uncoloured(grid: Grid) -> bool:
    """Whether most texts of the last row stand on no colour: it is the first of the rows below coloured headings."""
    last = [c for c in grid.over_row(grid.rows - 1) if c.words]
    return sum(c.fill is None for c in last) > 0.5 * len(last)


def _has_level_rules(grid: Grid, page: Page) -> bool:
    """Whether rules run over the width of a grid above and below its last row."""
    box, top = grid.box, min(c.boxes[0][1].top for c in grid.cells if c.last_row == grid.rows - 1)
    wide = [r for r in page.rules if r.x0 <= box.x0 + 4 and r.x1 >= box.x1 - 4 and not r.vertical]
    return all(any(abs(r.top - at) <= 4 for r in wide) for at in (top, box.bottom))


def _goes_on_uncoloured(grid: Grid, words: Sequence[Word]) -> bool:
    """Whether lines in columns stand right above or below: the grid is the coloured part of a banded table."""
    box = grid.box
    for top, bottom in ((box.top - NEAR, box.top), (box.bottom, box.bottom + NEAR)):
        near = Box(box.x0 - 2, top, box.x1 + 2, bottom)
        if any(is_tabular(line, box.width) for line in text_lines([w for w in words if near.holds_middle_of(w)])):
            return True
    return False


def _is_mostly_bare(grid: Grid) -> bool:
    """Whether much of the text stands on no colour, in one wide cell that colours beside or above it do not divide."""
    wide = 0.5 * (grid.xs[-1] - grid.xs[0])
    bare = [
        len(c.words)
        for c in grid.cells
        if c.fill is None and c.row_span * c.column_span > 1 and grid.xs[c.last_column + 1] - grid.xs[c.column] > wide
    ]
    return max(bare, default=0) > MOST_BARE * sum(len(c.words) for c in grid.cells)


def _is_heading_only(grid: Grid) -> bool:
    """Whether a coloured grid is but the headings of a table whose body has no colour: one colour, all words set off."""
    words = [w for c in grid.cells for w in c.words]
    one = len({c.fill for c in grid.cells}) == 1
    return one and grid.rows <= MOST_HEADING_ROWS and all(w.font.bold or w.font.colour == WHITE for w in words)


def has_rules(grid: Grid, ruled: Edges) -> bool:
    """Whether rules stand at the sides of a grid, or between its columns: it is more than coloured cells side by side."""
    box = grid.box
    at = ruled.upright
    return bool(
        (
            (at[:, 0] > box.x0 - 4) & (at[:, 0] < box.x1 + 4) & (at[:, 1] < box.bottom - 2) & (at[:, 2] > box.top + 2)
        ).any()
    )
