"""Words and rules -> tables: cells with spans, fills and boxes, joined over page breaks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from extract.tables.abutting import apart
from extract.tables.believe import is_drawn_over, is_plotted_over
from extract.tables.borderless import read_region
from extract.tables.captions import put_captions
from extract.tables.carded import find_regions_in_cards
from extract.tables.cells import fill_lattice, is_underdivided
from extract.tables.celltext import text_in
from extract.tables.coloured import MOST_HEADING_ROWS, coloured_grids, has_rules, wholly_coloured
from extract.tables.completed import completed
from extract.tables.draft import DraftCell, Grid, PageGrids
from extract.tables.field import Field, free_words
from extract.tables.fills import Canvas
from extract.tables.grid import lattice
from extract.tables.headings import find_headings
from extract.tables.ladders import read_ladders
from extract.tables.marks import Marks, put_marks
from extract.tables.nested import inside, parted
from extract.tables.noted import doubt, noted_ladders
from extract.tables.open_columns import divide_open_columns
from extract.tables.open_labels import divide_open_labels
from extract.tables.open_rows import divide_open_rows
from extract.tables.overflow import join_overflow
from extract.tables.painted import painted_ladders
from extract.tables.painted_rows import with_painted_rows
from extract.tables.parted import with_bands
from extract.tables.paths import set_headers
from extract.tables.pictured import name_axes, pictures_of, without
from extract.tables.regions import put_colours, region_of
from extract.tables.rules import Edges, Floats, edges_of, groups, outside
from extract.tables.running import without_running
from extract.tables.second import judge_ruled
from extract.tables.section_titles import part_titles
from extract.tables.seen_as_ladders import as_ladders
from extract.tables.sheet_grids import read_sheets
from extract.tables.sheets_beside import side_by_side
from extract.tables.stitch import stitch
from extract.tables.strip_parts import part_edges, whole_and_parts
from extract.tables.striped import striped_grids
from extract.tables.strips import NOTHING, Strip, middles_of, strips_of, with_strips
from extract.tables.textlines import LineReader
from extract.tables.under import with_ladder_below, with_rows_below
from extract.text import lexicon, text_of
from models.faults import fault
from models.page import Page, Word
from models.record import Finding
from models.table import Cell, Table

TALLEST_SPARKLINE = 24.0  # points: small trend lines stand in cells of scorecards
PANELS, SAID = 12, 0.34  # cells of the smallest trellis of charts, and the share of them that may hold words


def read_tables(
    pages: Sequence[Page],
    furniture: frozenset[Word] = frozenset(),
    known: Collection[str] | None = None,
    findings: list[Finding] | None = None,
) -> tuple[Table, ...]:
    """All tables of a document in page order, joined over page breaks. Words of `furniture` belong to no table.

    `known` is the document's lexicon, where it is at hand. A page or table at which the program fails is told in `findings`.
    """
    known = lexicon(pages) if known is None else known
    findings = [] if findings is None else findings
    read: list[PageGrids] = []
    for page in pages:
        try:
            grids = read_grids(page, furniture, read[-1].grids if read else ())
        except Exception as error:  # a page without tables is better than no paper
            findings.append(fault(error, "the tables of this page", page.number))
            grids = PageGrids(page, [], [w for w in page.words if w not in furniture])
        read.append(grids)
    return tuple(_frozen(side_by_side(stitch(read), read), known, findings))


def _frozen(grids: Iterable[Grid], known: Collection[str], findings: list[Finding]) -> Iterator[Table]:
    for grid in grids:
        try:
            yield freeze(grid, known)
        except Exception as error:
            findings.append(fault(error, "a table that begins on this page", grid.pieces[0][0]))


def read_page_tables(page: Page, furniture: frozenset[Word] = frozenset()) -> tuple[Table, ...]:
    """The tables of one page by itself."""
    known = lexicon([page])
    return tuple(freeze(grid, known) for grid in read_grids(page, furniture).grids if grid.alone)


def read_grids(page: Page, furniture: frozenset[Word] = frozenset(), before: Sequence[Grid] = ()) -> PageGrids:
    """The tables of one page, top to bottom, not yet joined with those of the page before, `before`."""
    whole_page, pictures = page, pictures_of(page)
    page = without(page, pictures)
    field = Field(page.words, furniture)
    canvas = Canvas(page)
    ruled = without_running(edges_of(page, canvas), page.words, furniture)
    whole, noted = field, noted_ladders(page, field, canvas, ruled, before)
    if noted.grids:
        field, ruled = Field(free_words(field, noted.grids)), outside(ruled, [g.box for g in noted.grids])
    striped = striped_grids(page, field, canvas, ruled, before)
    field = Field(free_words(field, striped)) if striped else field
    painted = [*striped, *painted_ladders(page, field, canvas, ruled, before)]
    field = Field(free_words(field, painted)) if painted else field
    drawn = strips_of(page)
    middles = middles_of(field.words) if drawn else NOTHING
    strips, parts = whole_and_parts(drawn, field.words, middles, ruled.level)
    edges = with_strips(ruled, strips, middles, page.fills)
    lattices = _ruled(page, field, canvas, with_painted_rows(edges, page, field.words), ruled.upright)
    ladders = as_ladders(lattices, page, field, canvas, ruled, before) if lattices else {}
    found = [table for g in lattices for table in ladders.get(id(g)) or [g]]
    # the lowest first: headings take no rows that are those of others below them
    for n in sorted(range(len(found)), key=lambda n: -found[n].box.top):
        if found[n] in lattices:
            found[n] = _with_rows_below(found[n], found, page, field, canvas, ruled, edges, strips)
    found = [g for g in found if g.rows > 1 or not any(_is_strip(g, s) for s in strips) or has_rules(g, ruled)]
    divide_open_labels(found, page, canvas, before)
    found = wholly_coloured(page, field, canvas, found, ruled)
    found += [*noted.grids, *painted, *coloured_grids(page, field, canvas, [*found, *noted.grids, *painted])]
    found = with_bands(found, free_words(field, found), page, canvas)
    found += read_ladders(free_words(field, found), _left(ruled, found), page, canvas, before)
    free, lines_of_page = free_words(field, found), LineReader(page)
    if sheets := read_sheets(lines_of_page(free), page, canvas, _left(edges, found), before):
        found += sheets
        free = free_words(field, found)
    soft = part_edges(parts)
    for region in find_regions_in_cards(page, free, _left(edges, found), canvas, found, lines_of_page):
        put_colours(region, soft, canvas, page)
        grid = read_region(region, page, canvas, before)
        if grid is not None:
            found.append(grid)
    if noted.doubted:
        doubt(found, noted.doubted)
    found.sort(key=lambda g: (g.box.top, g.box.x0))
    name_axes(found, pictures)
    put_marks(found, Marks(page), canvas)
    loose = free_words(whole, found)
    put_captions([g for g in found if g.alone], loose)
    captions = {id(w) for g in found for w in g.caption_words}
    return PageGrids(whole_page, found, [w for w in loose if id(w) not in captions] if captions else loose)


def _ruled(page: Page, field: Field, canvas: Canvas, edges: Edges, upright: Floats) -> list[Grid]:
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
        if _mostly_blank(grid) and is_plotted_over(drawn.box, page):
            continue  # panels of a chart: their frames and gridlines are rules, their titles alone stand in cells
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
        part_titles(grid, upright)
        join_overflow(grid)
        divide_open_rows(grid)
        divide_open_columns(grid, page, canvas)
        found += apart(grid)
    return found


def _mostly_blank(grid: Grid) -> bool:
    """Whether hardly any of the cells of a lattice of some size hold words."""
    cells = grid.cells
    return len(cells) >= PANELS and len([1 for cell in cells if cell.words]) < SAID * len(cells)


def _left(edges: Edges, found: Sequence[Grid]) -> Edges:
    """The edges that are of none of the tables found."""
    return outside(edges, [g.box for g in found if g.alone])


def _with_rows_below(
    grid: Grid,
    found: Sequence[Grid],
    page: Page,
    field: Field,
    canvas: Canvas,
    ruled: Edges,
    edges: Edges,
    strips: Sequence[Strip],
) -> Grid:
    """A grid of headings, or one that ends in a coloured row, with the rows below it that have level rules or none; else as it is."""
    heads = grid.rows <= MOST_HEADING_ROWS and grid.columns > 2
    if not heads and not _ends_in_strip(grid, strips):
        return grid
    others = [g for g in found if g is not grid]
    words = free_words(field, others)
    below = with_ladder_below(grid, words, ruled, page, canvas) if heads else None
    return below or with_rows_below(grid, words, edges, page, canvas) or grid


def _is_strip(grid: Grid, strip: Strip) -> bool:
    return abs(strip.top - grid.box.top) <= 2 and abs(strip.bottom - grid.box.bottom) <= 2


def _ends_in_strip(grid: Grid, strips: Sequence[Strip]) -> bool:
    """Whether the last row of a grid is coloured: every other row is, and the row below it is the last of the table."""
    box = grid.box
    return any(abs(s.bottom - box.bottom) <= 2 and abs(s.xs[0] - box.x0) <= 4 for s in strips)


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
        is_note=cell.note,
    )
