"""Tables of level rules whose records have a note below their cells: a line or a paragraph that runs across the columns, with no rule
between it and the record that it is about.

What stands between two rules, or above what is painted across the table, is a record with its note, the headings, or the title of a
section. The note is told from the wrapped lines of a cell by what it runs across, and where it does not, by how others are set.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.middles import median
from extract.symbols import LARGEST
from extract.tables.cells import fill_lattice
from extract.tables.draft import Grid
from extract.tables.field import Field
from extract.tables.fills import Canvas
from extract.tables.grid import lattice
from extract.tables.ladder_bands import DOUBLE
from extract.tables.ladders import SHORTEST
from extract.tables.marks import Marks
from extract.tables.noted_columns import Span, columns_between, heading_edges, moved, parts_phrases
from extract.tables.noted_pieces import Kind, Piece, pieces_of, styles_of
from extract.tables.rules import Edges, join
from extract.tables.rungs import SAME_END, Part, fits
from models.geometry import Box
from models.page import Page

FEWEST_RULES, FEWEST_NOTES = 3, 2
FEWEST_COLUMNS = 4
LEAST_MARK = 3.0  # points: smaller is a dot of a line
CONFIDENCE = 0.92
DOUBTED = (
    0.6  # of a table that is read in another way, where records with notes are seen whose columns are not understood
)


@dataclass(frozen=True, slots=True)
class Noted:
    """The tables of a page whose records have notes, and where others stand whose columns stay in doubt."""

    grids: list[Grid]
    doubted: list[Box]


def noted_ladders(page: Page, field: Field, canvas: Canvas, ruled: Edges, before: Sequence[Grid]) -> Noted:
    """The tables of a page of which records have notes. `before` are the tables of the page before."""
    found = Noted([], [])
    if not len(ruled.level):
        return found
    for heights, left, right in _rungs(ruled, SHORTEST * page.width, before):
        words = [w for w in field.words if left - 2 < (w.x0 + w.x1) / 2 < right + 2]
        known = [g for g in before if g.noted and abs(g.xs[0] - left) + abs(g.xs[-1] - right) <= 2 * SAME_END]
        pieces, sure = pieces_of(page, words, heights, (left, right), styles_of(known))
        if sure < (1 if known else FEWEST_NOTES):
            continue
        edges = [known[-1].xs] if known else []
        for run in _runs(pieces):
            grid = _grid(run, page, canvas, (left, right), edges)
            if grid is None and run[-1].open:  # lines below the last rule may be of something else
                grid = _grid([p for p in run if not p.open], page, canvas, (left, right), edges)
            if grid is not None:
                found.grids.append(grid)
                edges.append(grid.xs)
            elif any(piece.kind is Kind.NOTE for piece in run):
                found.doubted.append(Box(left, run[0].top, right, run[-1].bottom))
    return found


def doubt(grids: Sequence[Grid], places: Sequence[Box]) -> None:
    """Make less sure what is read where records with notes stand whose columns are not understood."""
    for grid in grids:
        if any(grid.box.overlap(place) > 0 for place in places):
            grid.confidence = min(grid.confidence, DOUBTED)


def _rungs(ruled: Edges, shortest: float, before: Sequence[Grid]) -> Iterator[tuple[list[float], float, float]]:
    """The heights of level rules that begin and end at the same places, with no upright rules between, and these places."""
    fewest = 1 if [g for g in before if g.noted] else FEWEST_RULES
    rules = [r for r in ruled.level.tolist() if r[2] - r[1] >= shortest]
    while len(rules) >= fewest:
        _, left, right = rules[0]
        own = [r for r in rules if -SAME_END <= r[1] - left <= SAME_END and -SAME_END <= r[2] - right <= SAME_END]
        rules = [r for r in rules if r not in own]
        if len(own) < fewest:
            continue
        own.sort()
        upright = ruled.upright.tolist()
        top, bottom = own[0][0], own[-1][0]
        if [x for x, a, b in upright if left - SAME_END < x < right + SAME_END and a < bottom and b > top]:
            continue
        heights = [r[0] for n, r in enumerate(own) if not n or r[0] - own[n - 1][0] > DOUBLE]
        yield heights, median([r[1] for r in own]), median([r[2] for r in own])


def _runs(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Pieces one below the other that are of one table: headings begin the next one, and what is of none ends it."""
    run: list[Piece] = []
    for piece in [*pieces, None]:
        ends = piece is None or piece.kind is Kind.LOOSE
        if ends or (piece is not None and piece.kind is Kind.HEADS and any(p.kind is Kind.RECORD for p in run)):
            while run and run[-1].kind in {Kind.SECTION, Kind.HEADS} and not (piece is None and _is_inside(run)):
                run.pop()
            if any(p.kind is Kind.RECORD for p in run):
                yield run
            run = []
        if piece is not None and piece.kind is not Kind.LOOSE:
            if piece.kind is Kind.HEADS and not (
                run and run[-1].kind is Kind.HEADS and piece.top - run[-1].bottom < DOUBLE
            ):
                run = []  # a title over the headings
            run.append(piece)


def _is_inside(run: Sequence[Piece]) -> bool:
    """Whether the last piece of a page is the title of a section within a table, of rows on the next page."""
    return len(run) > 1 and run[-1].kind is Kind.SECTION and run[-1].top - run[-2].bottom < DOUBLE


def _grid(
    run: Sequence[Piece], page: Page, canvas: Canvas, ends: tuple[float, float], known: Sequence[Sequence[float]]
) -> Grid | None:
    """The table of a run, with the columns of its own headings and rows, or else those `known`; None where none fit."""
    left, right = ends
    heads = [line for piece in run if piece.kind is Kind.HEADS for line in piece.lines]
    records = [piece for piece in run if piece.kind is Kind.RECORD]
    rows = [line for piece in records for line in piece.lines]
    dots = _dots(records, page, left, right)
    xs = columns_between(heads, rows, dots, left, right) if heads else None
    told = next((k for k in reversed(known) if all(fits(line, k) for line in (*heads, *rows))), None)
    if xs is None and known:
        xs = list(told) if told is not None else moved(known[-1], rows, dots)
    if xs is None or len(xs) <= FEWEST_COLUMNS or not all(fits(line, xs) for line in rows):
        return None
    level: list[Part] = [(y, left, right) for piece in run for y in (piece.top, piece.bottom)]
    upright: list[Part] = [(x, run[0].top, run[-1].bottom) for x in (left, right)]
    for piece in run:
        if piece.kind is Kind.HEADS:
            edges = heading_edges(piece.lines, xs, piece.top, piece.bottom)
            level += [(y, a, b) for y, a, b in edges.level.tolist()]
            upright += [(x, a, b) for x, a, b in edges.upright.tolist()]
        elif piece.kind is Kind.RECORD:
            upright += [(x, piece.top, piece.bottom) for x in xs[1:-1]]
    outlines = lattice(Edges(join(level), join(upright)))
    held = [w for piece in run for line in piece.lines for w in line.words]
    grid = fill_lattice(page, outlines, held, canvas) if outlines is not None else None
    if grid is None or not grid.alone:
        return None
    grid.method, grid.confidence = "text", DOUBTED if parts_phrases(rows, xs) else CONFIDENCE
    notes = [(piece.top + piece.bottom) / 2 for piece in run if piece.kind is Kind.NOTE]
    for cell in grid.cells:
        box = cell.boxes[0][1]
        cell.note = any(box.top < at < box.bottom for at in notes)
    grid.noted = bool(notes)
    if not heads:
        grid.xs = list(told or known[-1])  # they are the same columns, wherever in the white their edges stand
    if heads:
        foot = max(piece.bottom for piece in run if piece.kind is Kind.HEADS)
        grid.least_heading_rows = len({c.row for c in grid.cells if c.boxes[0][1].bottom <= foot + 1})
    return grid


def _dots(records: Sequence[Piece], page: Page, left: float, right: float) -> list[Span]:
    """From where to where lights, arrows and icons reach that are drawn in records: a column may hold nothing else."""
    marks = Marks(page)
    boxes = [*(m.box for m in marks.shapes), *(m.box for m in marks.icons), *(f.box for f in page.fills)]
    drawn = [box for box in boxes if LEAST_MARK <= max(box.width, box.height) <= LARGEST]
    inside = [Box(left, piece.top, right, piece.bottom) for piece in records]
    return [(m.x0, m.x1) for m in drawn if any(box.holds_middle_of(m) for box in inside)]
