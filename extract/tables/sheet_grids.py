"""Lists printed without grid lines as grids, as other tables are."""

from __future__ import annotations

from collections.abc import Sequence

from extract.tables.borderless import Reading, build, inks
from extract.tables.draft import Grid
from extract.tables.fills import Canvas
from extract.tables.regions import Region
from extract.tables.rules import Edges
from extract.tables.second import limit_cells
from extract.tables.sheet_heads import FEWEST_COLUMNS
from extract.tables.sheets import Sheet, sheets
from extract.tables.spanning import Piece, heading_rows
from extract.tables.textlines import TextLine
from models.geometry import box_around
from models.page import Page

CONFIDENCE = 0.88
MOST_RULES = 2  # level rules over half of the list: under its headings, at its foot


def read_sheets(
    lines: Sequence[TextLine], page: Page, canvas: Canvas, edges: Edges, before: Sequence[Grid] = ()
) -> list[Grid]:
    """The lists without grid lines among lines of free words. `before` are the tables of the page before, which may go on here."""
    known = [g.xs for g in before if g.method == "text" and g.columns >= FEWEST_COLUMNS]
    return [_grid(sheet, page, canvas, edges) for sheet in sheets(lines, known) if not _is_ruled(sheet, edges)]


def _is_ruled(sheet: Sheet, edges: Edges) -> bool:
    box = box_around(sheet.words)
    level = edges.level
    inside = level[(level[:, 0] > box.top) & (level[:, 0] < box.bottom)]
    wide = [r for r in inside.tolist() if min(r[2], box.x1) - max(r[1], box.x0) > box.width / 2]
    return len(wide) > MOST_RULES


def _grid(sheet: Sheet, page: Page, canvas: Canvas, edges: Edges) -> Grid:
    region = Region([], edges.level[:0], [], framed=False)
    region.lines = [*sheet.heads, *_lines(sheet)]
    single = [[p for p in row if p.column == p.last_column] for row in sheet.rows]
    heads: list[list[Piece]] = heading_rows(sheet.heads, sheet.xs, region, inks(single, sheet.xs))
    reading = Reading(region, page.number, sheet.heads, [], sheet.xs)
    grid = build([*heads, *sheet.rows], reading, len(heads), canvas)
    grid.confidence = CONFIDENCE
    limit_cells(grid)
    return grid


def _lines(sheet: Sheet) -> list[TextLine]:
    """The rows as lines, for the box around them all."""
    rows = [[w for p in row for w in p.words] for row in sheet.rows]
    return [
        TextLine(sorted(words, key=lambda w: w.x0), min(w.top for w in words), max(w.bottom for w in words), 0.0)
        for words in rows
    ]
