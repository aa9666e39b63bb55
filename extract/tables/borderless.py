"""A region of aligned lines -> a grid: columns from rivers of white, rows from baselines, wrapped lines joined to their row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from extract.tables.bands import span_bands
from extract.tables.believe import believable, evidence, is_chart
from extract.tables.blocks import block_rows, is_texty
from extract.tables.centred import span_centred
from extract.tables.columns import before_figures, bounds, common_starts, part_figures, rivers
from extract.tables.dotted import with_mark_columns
from extract.tables.draft import DraftCell, Grid
from extract.tables.fills import Canvas
from extract.tables.headings import PERIOD
from extract.tables.headings_left import between_headings
from extract.tables.prose import is_prose
from extract.tables.regions import Region
from extract.tables.second import judge_text, limit_cells
from extract.tables.spanning import Piece, heading_rows, pieces_of
from extract.tables.textlines import Segment, TextLine, is_figure
from extract.tables.words import folded
from extract.tables.wraps import body_rows, gap_breaks, ruled_breaks
from models.geometry import Box
from models.page import Page, Word

CAPTION = re.compile(r"^(?:table|figure|fig\.|exhibit|chart|box|annex|appendix)\b", re.IGNORECASE)
KEEPS_TO_COLUMN = 3.0  # points
LEADER = re.compile(r"^[.\u2026_]{3,}$")


@dataclass(slots=True, eq=False)
class Reading:
    """A region while it is read."""

    region: Region
    page: int
    heads: list[TextLine]
    body: list[TextLine]
    xs: list[float] = field(default_factory=list)


def read_region(region: Region, page: Page, canvas: Canvas, before: Sequence[Grid] = ()) -> Grid | None:
    """The table of a region; None where its lines do not make one, or a chart is drawn among them.

    `before` are the tables of the page before: where one has the same headings, this is its continuation and has its columns.
    """
    if is_chart(region, page):
        return None
    region.lines = [_without_leaders(line) for line in region.lines]
    reading = _split_heads(region, page.number)
    if reading is None:
        return None
    lines = [line for line in reading.body if len(line.segments) >= 2]
    inner = [] if region.form else [line for line in lines if sum(_is_amount(s) for s in line.segments) >= 2]
    if len(inner) < max(2, 0.5 * len(lines)):
        inner = lines
    sideways = [(s.x0, max(w.x1 for w in s.words)) for line in reading.heads if line.turned for s in line.segments]
    parted = before_figures(reading.body, inner) + rivers(inner or lines, region.walls, sideways)
    if not parted:
        return None
    box = region.box
    left, right = region.sides or (box.x0 - 1, box.x1 + 1)
    reading.xs = bounds(reading.body, parted, left, right)
    reading.xs = part_figures(inner or lines, reading.xs)
    reading.xs = with_mark_columns(reading.xs, reading.heads, reading.body, page, right)
    reading.xs = between_headings(reading.xs, reading.heads, reading.body)
    same = _same_columns(reading, before)
    reading.xs = same or reading.xs
    _return_titles(reading)
    region.walls = sorted([*region.walls, *common_starts(reading.body, reading.xs)])
    if not region.framed:
        _trim_tail(reading)
    body = body_rows(reading.body, reading.xs, region, canvas)
    doubt: float | None = None  # of rows of texts
    pieces = [pieces_of(line, reading.xs) for line in reading.body]
    told = _ruled_off(region, reading.body) or (region.marks and ruled_breaks(reading.body, pieces, region) is not None)
    if is_texty(pieces) and not (told or region.form) and gap_breaks(reading.body, pieces) is None:
        texts = block_rows(reading.body, reading.xs, region, canvas)
        if texts is not None:
            body, doubt = texts
    body = span_centred(body)
    rows: list[list[Piece]] = heading_rows(reading.heads, reading.xs, region, inks(body, reading.xs))
    heading_count = len(rows)
    rows.extend(body)
    if same is None and not believable(region, len(reading.xs) - 1, rows, heading_count):
        return None
    span_bands(body, reading.xs, canvas)
    grid = build(rows, reading, heading_count, canvas)
    if doubt is not None:  # the other library takes each line of a text for a row: no second opinion
        grid.confidence = round(max(0.4, 0.88 + 0.05 * region.headed - 1.2 * doubt), 3)
        limit_cells(grid)
    else:
        grid.confidence = evidence(region, body, heads=bool(reading.heads))
        judge_text(grid, [*reading.heads, *reading.body], page.height)
    return grid


def _is_amount(segment: Segment) -> bool:
    """Whether a segment holds figures, and not the year at the end of a date that wraps."""
    return segment.figure and not all(PERIOD.match(w.text) for w in segment.words)


def _without_leaders(line: TextLine) -> TextLine:
    words = [w for w in line.words if not LEADER.match(w.text)]
    return replace(line, words=words) if 0 < len(words) < len(line.words) else line


def _ruled_off(region: Region, body: Sequence[TextLine]) -> bool:
    """Whether level rules part the body into rows, and all of them run over its width."""
    top, bottom = body[0].bottom, body[-1].top
    inside = [r for r in region.level if top < r[0] < bottom]
    long = [r for r in inside if r[2] - r[1] > 0.9 * region.box.width]
    return len(long) >= 2 and len(long) == len(inside)


def _same_columns(reading: Reading, before: Sequence[Grid]) -> list[float] | None:
    """The columns of the table before this page that has the headings of this one; None where there is none."""
    printed = Counter(folded(w.text) for line in reading.heads for w in line.words)
    for grid in before:
        if grid.method != "text" or grid.columns < len(reading.xs) - 1 or not printed:
            continue
        headings = Counter(folded(w.text) for c in grid.cells if c.row < grid.least_heading_rows for w in c.words)
        shared = sum((printed & headings).values())
        if shared >= 0.9 * sum(printed.values()) and shared >= 0.6 * sum(headings.values()):
            crossed = [any(w.x0 + 2 < x < w.x1 - 2 for w in line.words for x in grid.xs[1:-1]) for line in reading.body]
            if sum(crossed) <= max(2, 0.12 * len(crossed)):
                return list(grid.xs)
    return None


def _split_heads(region: Region, page: int) -> Reading | None:
    """Heading lines and body lines, captions and notes left out."""
    known = region.framed or region.headed or region.heads is not None
    lines = list(region.lines) if known else [n for n in region.lines if not is_prose(n, region.box.width)]
    while lines and not region.framed and CAPTION.match(lines[0].text):
        lines = lines[1:]
    if region.heads is not None:
        return Reading(region, page, lines[: region.heads], lines[region.heads :])
    if len(lines) < 2:
        return None
    rules = sorted({round(float(r[0]), 1) for r in region.level if r[2] - r[1] > 0.6 * region.box.width})
    count = 0
    if region.framed and len(rules) >= 3:
        under = [n for n, line in enumerate(lines) if (line.top + line.bottom) / 2 > _second(rules, lines[0].top)]
        if under and under[0] <= 8 and not any(_is_figure_row(line) for line in lines[: under[0]]):
            count = under[0]
    if not count and region.headed:
        count = next((n for n, line in enumerate(lines) if not (line.bold or line.turned)), 0)
    if not count:
        first = next((n for n, line in enumerate(lines) if _is_figure_row(line)), None)
        if first is not None and first <= 6:
            count = first
    for n in range(count - 1):
        # Headings are bold; the first plain line below them is the rest of a row of the page before.
        if len(lines[n].segments) >= 3 and lines[n].bold and not lines[n + 1].bold and not lines[n + 1].turned:
            count = n + 1
            break
    if not known:
        keep = _first_head(lines[:count], lines[count:])
        lines, count = lines[keep:], count - keep
    return Reading(region, page, lines[:count], lines[count:]) if len(lines) - count >= 1 else None


def _return_titles(reading: Reading) -> None:
    """Give back to the body the last heading lines that stand over the labels alone: titles of its first rows."""
    heads = reading.heads
    named = [n for n, line in enumerate(heads) if line.x1 > reading.xs[1]]
    if named and named[-1] + 1 < len(heads):
        rest = heads[named[-1] + 1 :]
        if rest[0].top - heads[named[-1]].bottom > 0.35 * rest[0].size:
            reading.heads, reading.body = heads[: named[-1] + 1], [*rest, *reading.body]


def _trim_tail(reading: Reading) -> None:
    """Leave out last lines that stand apart and keep to no column: a legend or a note under the table."""
    while len(reading.body) > 3:
        *rest, last = reading.body
        if last.top - rest[-1].bottom < 0.6 * last.size:
            return
        own = inks([pieces_of(line, reading.xs) for line in rest], reading.xs)
        kept = 0
        pieces = pieces_of(last, reading.xs, walls=reading.region.walls)
        for piece in pieces:
            edges = (piece.x0 - own[piece.column][0], piece.x1 - own[piece.column][1])
            inside = piece.x1 <= reading.xs[piece.column + 1] + KEEPS_TO_COLUMN
            kept += inside and min(abs(edge) for edge in edges) <= KEEPS_TO_COLUMN
        if kept > 0.5 * len(pieces):
            return
        reading.body = rest


def inks(rows: Sequence[Sequence[Piece]], xs: Sequence[float]) -> list[tuple[float, float]]:
    """From where to where the words of each column reach."""
    found: list[tuple[float, float]] = []
    for column in range(len(xs) - 1):
        own = [p for row in rows for p in row if p.column == column == p.last_column]
        found.append((min(p.x0 for p in own), max(p.x1 for p in own)) if own else (xs[column] + 2, xs[column + 1] - 2))
    return found


def _second(rules: Sequence[float], top: float) -> float:
    """The height of the first rule below the first line."""
    return next((y for y in rules if y > top + 2), rules[-1])


def _is_figure_row(line: TextLine) -> bool:
    """Whether a line is of the body: mostly figures after its label, and not years alone."""
    words = [w.text for w in line.words]
    figures = [t for t in words if is_figure(t)]
    if not figures or len(line.segments) < 2 or line.turned:
        return False
    if all(PERIOD.match(t.rstrip("*†‡")) for t in figures):
        first = line.segments[0]
        # A row of years is a heading, a year followed by figures a row; one year alone tells nothing.
        return len(figures) == 1 and not is_figure(first.words[0].text) and len(line.segments) == 2
    beyond = [s for s in line.segments[1:] if s.figure]
    return len(beyond) >= 0.5 * (len(line.segments) - 1)


def _first_head(heads: Sequence[TextLine], body: Sequence[TextLine]) -> int:
    """How many of the first lines are captions over the headings: wide lines of one piece from the left edge on."""
    if not body:
        return 0
    left = min(line.x0 for line in body)
    right = max(line.x1 for line in body)
    keep = 0
    for n, line in enumerate(heads):
        one = len(line.segments) == 1
        if (
            CAPTION.match(line.text)
            or (one and line.x0 < left + 3 and line.x1 - line.x0 > 0.45 * (right - left))
            or (one and (line.x1 - line.x0 > 0.8 * (right - left) or len(line.words) > 9))
        ):
            keep = n + 1
    return keep


def build(rows: Sequence[Sequence[Piece]], reading: Reading, heads: int, canvas: Canvas) -> Grid:
    """Rows of pieces as a grid with boxes; places nobody covers become empty cells."""
    box = reading.region.box
    ys = _row_lines(rows, box)
    xs = reading.xs
    cells: list[DraftCell] = []
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        for piece in row:
            last = number + piece.rows - 1
            cells.append(_cell(number, piece.column, last, piece.last_column, xs, ys, reading.page, piece.words))
            taken.update((r, c) for r in range(number, last + 1) for c in range(piece.column, piece.last_column + 1))
    for number in range(len(rows)):
        cells.extend(
            _cell(number, column, number, column, xs, ys, reading.page, [])
            for column in range(len(xs) - 1)
            if (number, column) not in taken
        )
    for cell in cells:
        cell.fill = canvas.behind(cell.boxes[0][1])
        cell.is_heading = cell.row < heads
    grid = Grid(
        list(xs),
        len(rows),
        cells,
        [(reading.page, Box(xs[0], ys[0], xs[-1], ys[-1]))],
        "text",
        least_heading_rows=heads,
    )
    grid.sort()
    return grid


def _row_lines(rows: Sequence[Sequence[Piece]], box: Box) -> list[float]:
    """The heights between rows: halfway between the words of one and the next."""
    tops = [min((w.top for p in row for w in p.words), default=np.nan) for row in rows]
    bottoms = [max((w.bottom for p in row if p.rows == 1 for w in p.words), default=np.nan) for row in rows]
    ys = [min(box.top, tops[0])]
    for n in range(1, len(rows)):
        upper = bottoms[n - 1] if not np.isnan(bottoms[n - 1]) else tops[n - 1]
        ys.append(max(ys[-1] + 0.1, (upper + tops[n]) / 2))
    ys.append(max(box.bottom, ys[-1] + 0.1))
    return [float(y) for y in ys]


def _cell(
    row: int,
    column: int,
    last_row: int,
    last_column: int,
    xs: Sequence[float],
    ys: Sequence[float],
    page: int,
    words: list[Word],
) -> DraftCell:
    box = Box(xs[column], ys[row], xs[last_column + 1], ys[last_row + 1])
    return DraftCell(row, column, last_row, last_column, [(page, box)], words)
