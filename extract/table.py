"""Words and rules -> tables: cells with spans, fills and boxes, joined over page breaks."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from extract.tables.believe import is_drawn_over
from extract.tables.borderless import read_region
from extract.tables.captions import put_captions
from extract.tables.carded import find_regions_in_cards
from extract.tables.cells import fill_lattice, is_underdivided
from extract.tables.celltext import text_in
from extract.tables.completed import completed
from extract.tables.draft import DraftCell, Grid, PageGrids
from extract.tables.field import Field
from extract.tables.filled import fill_edges
from extract.tables.fills import WHITE, Canvas
from extract.tables.grid import lattice
from extract.tables.headings import find_headings
from extract.tables.ladders import read_ladders
from extract.tables.marks import Marks, put_marks
from extract.tables.nested import inside, parted
from extract.tables.parted import with_bands
from extract.tables.paths import set_headers
from extract.tables.prose import is_tabular
from extract.tables.regions import put_colours, region_of
from extract.tables.rules import Edges, edges_of, groups, outside
from extract.tables.second import judge_ruled
from extract.tables.stitch import stitch
from extract.tables.strips import Strip, part_edges, strips_of, whole_and_parts, with_strips
from extract.tables.textlines import text_lines
from extract.tables.under import with_rows_below
from extract.text import lexicon, text_of
from models.geometry import Box
from models.page import Page, Word
from models.table import Cell, Table

FEWEST_FILLS = 3
MOSTLY_FILLED = 0.75
MOST_HEADING_ROWS = 3
TALLEST_SPARKLINE = 24.0  # points: small trend lines stand in cells of scorecards
SAME_LINE = 2.0  # points two edges of colours may lie apart
NEAR_EDGE = 4.0  # points by which the sides of one table may be read apart
NEAR = 26.0  # points: how far the next row of a table is at most


def read_tables(
    pages: Sequence[Page], furniture: frozenset[Word] = frozenset(), known: Collection[str] | None = None
) -> tuple[Table, ...]:
    """All tables of a document in page order, joined over page breaks. Words of `furniture` belong to no table.

    `known` is the document's lexicon, where it is at hand.
    """
    known = lexicon(pages) if known is None else known
    read: list[PageGrids] = []
    for page in pages:
        read.append(read_grids(page, furniture, read[-1].grids if read else ()))
    return tuple(freeze(grid, known) for grid in stitch(read))


def read_page_tables(page: Page, furniture: frozenset[Word] = frozenset()) -> tuple[Table, ...]:
    """The tables of one page by itself."""
    known = lexicon([page])
    return tuple(freeze(grid, known) for grid in read_grids(page, furniture).grids if grid.alone)


def read_grids(page: Page, furniture: frozenset[Word] = frozenset(), before: Sequence[Grid] = ()) -> PageGrids:
    """The tables of one page, top to bottom, not yet joined with those of the page before, `before`."""
    field = Field(page.words, furniture)
    canvas = Canvas(page)
    strips, parts = whole_and_parts(strips_of(page), field.words)
    ruled = edges_of(page, canvas)
    edges = with_strips(ruled, strips, field.words, page.fills)
    lattices = _ruled(page, field, canvas, edges)
    found = [
        _as_ladder(g, lattices, page, field, canvas, ruled)
        or _with_rows_below(g, lattices, page, field, canvas, edges, strips)
        for g in lattices
    ]
    found = [g for g in found if g.rows > 1 or not any(_is_strip(g, s) for s in strips) or _has_rules(g, ruled)]
    found = _wholly_coloured(page, field, canvas, found, ruled)
    found += _coloured(page, field, canvas, found)
    found = with_bands(found, _free(field, found), page, canvas)
    found += read_ladders(_free(field, found), _left(ruled, found), page, canvas, before)
    free = _free(field, found)
    soft = part_edges(parts)
    for region in find_regions_in_cards(free, _left(edges, found), canvas, found):
        put_colours(region, soft, canvas, page)
        grid = read_region(region, page, canvas, before)
        if grid is not None:
            found.append(grid)
    found.sort(key=lambda g: (g.box.top, g.box.x0))
    put_marks(found, Marks(page), canvas)
    loose = _free(field, found)
    put_captions([g for g in found if g.alone], loose)
    captions = {id(w) for g in found for w in g.caption_words}
    return PageGrids(page, found, [w for w in loose if id(w) not in captions])


def _free(field: Field, grids: Sequence[Grid]) -> list[Word]:
    """The words that stand in no table."""
    free = np.ones(len(field.words), dtype=bool)
    for grid in grids:
        if grid.alone:
            free &= ~field.mask(grid.box)
    return [field.words[i] for i in np.flatnonzero(free).tolist()]


def _ruled(page: Page, field: Field, canvas: Canvas, edges: Edges) -> list[Grid]:
    found: list[Grid] = []
    drawings = [
        (group, drawn)
        for group in groups(edges)
        if (outlines := lattice(group)) is not None
        for drawn in parted(outlines, field)
    ]
    for group, drawn in sorted(drawings, key=lambda d: d[1].box.width * d[1].box.height):
        inner = inside(drawn, found)
        words = field.within(drawn.box, [g.box for g in inner])
        if not words:
            continue
        if inner:
            group = outside(group, [g.box for g in inner])
        whole = completed(drawn, words, canvas)
        if whole is not drawn and is_drawn_over(drawn.box, page, TALLEST_SPARKLINE):
            whole = drawn  # a plot
        grid = fill_lattice(page, whole, words, canvas)
        if grid is None:
            continue
        if is_underdivided(grid.cells):
            region = region_of(words, group, drawn.box)
            reread = read_region(region, page, canvas) if region is not None else None
            if reread is not None:
                found.append(reread)
                continue
        for held in inner:
            held.inner = grid.alone
        if grid.alone:
            judge_ruled(grid, page, ragged=drawn.ragged or bool(drawn.open_places))
        found.append(grid)
    return found


def _as_ladder(
    grid: Grid, found: Sequence[Grid], page: Page, field: Field, canvas: Canvas, ruled: Edges
) -> Grid | None:
    """The table of level rules alone of which a painted grid is the heading."""
    if grid.rows > MOST_HEADING_ROWS or grid.columns < 2 or _has_rules(grid, ruled):
        return None
    others = [g for g in found if g is not grid]
    ladders = read_ladders(_free(field, others), _left(ruled, others), page, canvas)
    return next((ladder for ladder in ladders if ladder.box.contains(grid.box, NEAR_EDGE)), None)


def _left(edges: Edges, found: Sequence[Grid]) -> Edges:
    """The edges that are of none of the tables found."""
    return outside(edges, [g.box for g in found if g.alone])


def _with_rows_below(
    grid: Grid, found: Sequence[Grid], page: Page, field: Field, canvas: Canvas, edges: Edges, strips: Sequence[Strip]
) -> Grid:
    """A grid of headings, or one that ends in a coloured row, with the rows below it that have no rules; else as it is."""
    if not (grid.rows <= MOST_HEADING_ROWS and grid.columns > 2) and not _ends_in_strip(grid, strips):
        return grid
    others = [g for g in found if g is not grid]
    return with_rows_below(grid, _free(field, others), edges, page, canvas) or grid


def _is_strip(grid: Grid, strip: Strip) -> bool:
    return abs(strip.top - grid.box.top) <= 2 and abs(strip.bottom - grid.box.bottom) <= 2


def _has_rules(grid: Grid, ruled: Edges) -> bool:
    """Whether rules stand at the sides of a grid, or between its columns: it is more than coloured cells side by side."""
    box = grid.box
    at = ruled.upright
    return bool(
        (
            (at[:, 0] > box.x0 - 4) & (at[:, 0] < box.x1 + 4) & (at[:, 1] < box.bottom - 2) & (at[:, 2] > box.top + 2)
        ).any()
    )


def _ends_in_strip(grid: Grid, strips: Sequence[Strip]) -> bool:
    """Whether the last row of a grid is coloured: every other row is, and the row below it is the last of the table."""
    box = grid.box
    return any(abs(s.bottom - box.bottom) <= 2 and abs(s.xs[0] - box.x0) <= 4 for s in strips)


def _coloured(page: Page, field: Field, canvas: Canvas, ruled: Sequence[Grid]) -> list[Grid]:
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
        if _is_heading_only(grid) or _goes_on_uncoloured(grid, _free(field, ruled)):
            continue
        if _ruled_across(grid, page):
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


def _wholly_coloured(page: Page, field: Field, canvas: Canvas, found: list[Grid], ruled: Edges) -> list[Grid]:
    """The grids found; those that are but the worded rows of a grid of coloured cells, or its columns beside a cell of
    several rows, are that grid.
    """
    bare = [g for g in found if not _has_rules(g, ruled)]
    if not bare:
        return found
    for whole in _coloured(page, field, canvas, [g for g in found if g not in bare]):
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


def _goes_on_uncoloured(grid: Grid, words: Sequence[Word]) -> bool:
    """Whether lines in columns stand right above or below: the grid is the coloured part of a banded table."""
    box = grid.box
    for top, bottom in ((box.top - NEAR, box.top), (box.bottom, box.bottom + NEAR)):
        near = Box(box.x0 - 2, top, box.x1 + 2, bottom)
        if any(is_tabular(line, box.width) for line in text_lines([w for w in words if near.holds_middle_of(w)])):
            return True
    return False


def _is_heading_only(grid: Grid) -> bool:
    """Whether a coloured grid is but the headings of a table whose body has no colour: one colour, all words set off."""
    words = [w for c in grid.cells for w in c.words]
    one = len({c.fill for c in grid.cells}) == 1
    return one and grid.rows <= MOST_HEADING_ROWS and all(w.font.bold or w.font.colour == WHITE for w in words)


def freeze(grid: Grid, known: Collection[str]) -> Table:
    """A finished table. `known` are the words of the document, by which broken words are healed."""
    for cell in grid.cells:
        cell.text = text_in(cell, known)
    find_headings(grid)
    set_headers(grid)
    return Table(
        cells=tuple(_freeze_cell(c) for c in grid.cells),
        rows=grid.rows,
        columns=grid.columns,
        heading_rows=grid.heading_rows,
        pieces=tuple(grid.pieces),
        method=grid.method,
        confidence=grid.confidence,
        caption=text_of(grid.caption_words, known) or None,
        caption_words=grid.caption_words,
        repeated=tuple(grid.repeated),
        bands=tuple(grid.bands),
        heading_at_foot=grid.heading_at_foot,
    )


def _freeze_cell(cell: DraftCell) -> Cell:
    return Cell(
        row=cell.row,
        column=cell.column,
        row_span=cell.row_span,
        column_span=cell.column_span,
        page=cell.boxes[0][0],
        boxes=tuple(cell.boxes),
        words=tuple(cell.words),
        text=cell.text,
        fill=cell.fill,
        header=cell.header,
        is_heading=cell.is_heading,
        symbols=tuple(cell.symbols),
        confidence=cell.confidence,
    )
