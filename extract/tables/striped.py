"""Tables without rules of which every other row is painted cell by cell: what is painted tells the columns, and the rows between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.tables.cells import fill_lattice
from extract.tables.draft import Grid
from extract.tables.field import Field
from extract.tables.fills import Canvas
from extract.tables.grid import SAME_GRID_LINE, lattice
from extract.tables.listed_rows import listed_rows
from extract.tables.noted_columns import heading_edges
from extract.tables.rules import Edges, join
from extract.tables.rungs import Part
from extract.tables.striped_ends import AIR, TOUCHES, above_first, below_last, row_alone, top_of_heads
from extract.tables.striped_rows import FEWEST_TEXTS, Row, columns_held, fills_between, rows_of, within
from extract.tables.stripes import Stripes, ToldBy, stripes_of
from extract.tables.textlines import TextLine, text_lines
from models.geometry import Box
from models.page import Fill, Page

CONFIDENCE, LISTED = 0.94, 0.9  # the second where rows are told by their texts
BESIDE = 60.0  # points


def striped_grids(page: Page, field: Field, canvas: Canvas, ruled: Edges, before: Sequence[Grid]) -> list[Grid]:
    """The tables of a page that are striped and have no rules. `before` are the tables of the page before."""
    found: list[Grid] = []
    tables = stripes_of(page, ruled)
    known = before[-1:] if before and before[-1].striped else ()
    if not tables and not known:  # as on nearly every page
        return found
    for stripes in sorted(tables, key=lambda s: s.left - s.right):
        if _has_more_beside(stripes, field):
            continue
        left, right = stripes.left - AIR, stripes.right + AIR
        lines = text_lines([w for w in field.words if left < (w.x0 + w.x1) / 2 < right])
        parts = _parts(stripes, lines) if stripes.told_by is ToldBy.STRIPES else [stripes]
        for part in parts:
            goes_on = any(_same_columns(g.xs, part.xs) for g in known)
            grid = _grid(part, lines, page, canvas, goes_on=goes_on)
            if grid is not None and not any(g.box.overlap(grid.box) > 0 for g in found):
                found.append(grid)
    if known:
        found += [g for g in _rest(known[0], page, field, canvas) if not any(g.box.overlap(f.box) > 0 for f in found)]
    return found


def _same_columns(one: Sequence[float], two: Sequence[float]) -> bool:
    return len(one) == len(two) and all(abs(a - b) <= SAME_GRID_LINE for a, b in zip(one, two, strict=True))


def _rest(grid: Grid, page: Page, field: Field, canvas: Canvas) -> list[Grid]:
    """The last row of a table of the page before, where it is not painted and stands by itself at the top of this one."""
    columns = Stripes(tuple(grid.xs), ())
    lines = text_lines(field.words)
    row = row_alone(columns, lines, fills_between(page, columns))
    if row is None:
        return []
    level: list[Part] = [(y, columns.left, columns.right) for y in (row.top, row.bottom)]
    upright: list[Part] = [(x, row.top, row.bottom) for x in columns.xs]
    outlines = lattice(Edges(join(level), join(upright)))
    rest = fill_lattice(page, outlines, [w for n in row.lines for w in n.words], canvas) if outlines else None
    if rest is None or rest.columns != grid.columns:
        return []
    rest.method, rest.confidence, rest.striped, rest.alone = "fills", CONFIDENCE, True, False
    return [rest]


def _has_more_beside(stripes: Stripes, field: Field) -> bool:
    """Whether words stand close beside what is painted: it is but the ratings of a table."""
    return any(
        field.mask(Box(stripes.left - BESIDE, top, stripes.left - AIR, bottom)).any()
        or field.mask(Box(stripes.right + AIR, top, stripes.right + BESIDE, bottom)).any()
        for top, bottom in stripes.rows
    )


def _parts(stripes: Stripes, lines: Sequence[TextLine]) -> Iterator[Stripes]:
    """The stripes of one table each: between two of them headings of the next one may stand, or one of them holds these."""
    own: list[tuple[float, float]] = []
    low = 0.0
    for top, bottom in stripes.rows:
        heads = _is_heading(within(lines, top, bottom), stripes)
        if own and (heads or any(_is_heading([line], stripes) for line in within(lines, low, top))):
            yield replace(stripes, rows=tuple(own))
            own = []
        own += [] if heads else [(top, bottom)]
        low = bottom
    if own:
        yield replace(stripes, rows=tuple(own))


def _is_heading(lines: Sequence[TextLine], stripes: Stripes) -> bool:
    """Whether lines hold nothing but bold words, in several columns."""
    if not lines or not all(line.bold for line in lines) or all(len(line.segments) == 1 for line in lines):
        return False  # one text is a title, over however many columns it runs
    return columns_held(lines, stripes.xs) > FEWEST_TEXTS


def _grid(stripes: Stripes, lines: Sequence[TextLine], page: Page, canvas: Canvas, *, goes_on: bool) -> Grid | None:
    left, right = stripes.left, stripes.right
    fills = fills_between(page, stripes)
    table = _under_heads(stripes, lines, fills) if stripes.told_by is ToldBy.TEXTS else _striped(stripes, lines, fills)
    if table is None:
        return None
    top, heads, rows = table
    doubtful = stripes.told_by is not ToldBy.STRIPES or (len(stripes.rows) == 1 and not goes_on)
    if doubtful and not _is_headed(stripes, lines, heads or within(lines, top, rows[0].top)):
        return None
    level: list[Part] = [(y, left, right) for row in rows for y in (row.top, row.bottom)]
    upright: list[Part] = [(x, top, rows[-1].bottom) for x in (left, right)]
    upright += [(x, row.top, row.bottom) for row in rows if not row.open for x in stripes.xs[1:-1]]
    painted = [f for f in fills if top - TOUCHES <= f.top and f.bottom <= rows[0].top + TOUCHES]
    level += [(y, f.x0, f.x1) for f in painted for y in (f.top, f.bottom)]
    upright += [(x, f.top, f.bottom) for f in painted for x in (f.x0, f.x1)]
    if heads:
        edges = heading_edges(heads, stripes.xs, top, rows[0].top)
        level += [(top, left, right), *((y, a, b) for y, a, b in edges.level.tolist())]
        upright += [(x, a, b) for x, a, b in edges.upright.tolist()]
    outlines = lattice(Edges(join(level), join(upright)))
    held = [w for line in lines for w in line.words if top <= (w.top + w.bottom) / 2 <= rows[-1].bottom]
    grid = fill_lattice(page, outlines, held, canvas) if outlines is not None else None
    if grid is None or not grid.alone:
        return None
    grid.method, grid.striped = "fills", True
    grid.confidence = LISTED if stripes.told_by is ToldBy.TEXTS else CONFIDENCE
    if heads:
        grid.least_heading_rows = len({c.row for c in grid.cells if c.boxes[0][1].bottom <= rows[0].top + TOUCHES})
    return grid


def _striped(
    stripes: Stripes, lines: Sequence[TextLine], fills: Sequence[Fill]
) -> tuple[float, list[TextLine], list[Row]] | None:
    """Where a table begins, its headings if they are not painted, and its rows; None where words do not keep to its columns."""
    rows = rows_of(stripes, lines, fills)
    if rows is None:
        return None
    last = below_last(stripes, lines, fills)
    if last and stripes.told_by is ToldBy.RATINGS:
        return None  # rows go on that have no ratings: these do not tell them
    top, heads, first = above_first(stripes, lines, fills)
    return top, heads, [*first, *rows, *last]


def _under_heads(
    stripes: Stripes, lines: Sequence[TextLine], fills: Sequence[Fill]
) -> tuple[float, list[TextLine], list[Row]] | None:
    """The same, of a table whose headings alone are painted, and titles of sections."""
    rows = listed_rows(stripes, lines, fills)
    return (top_of_heads(stripes, fills), [], rows) if rows else None


def _is_headed(stripes: Stripes, lines: Sequence[TextLine], over: Sequence[TextLine]) -> bool:
    """Whether rows in several columns have headings above them: one stripe alone, or ratings, are of a table then."""
    own = within(lines, stripes.rows[0][0], stripes.rows[-1][1])
    return columns_held(own, stripes.xs) > FEWEST_TEXTS and any(_is_heading([line], stripes) for line in over)
