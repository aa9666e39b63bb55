"""Tables whose rows are parted by level rules alone: what stands between two rules is one row, however many lines it has.

Columns come from rivers of white that run through all rows. Rules over and under headings and at the foot alone (as in books) make no
ladder: their rows are lines, and `borderless` reads them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from extract.middles import median
from extract.tables.cells import fill_lattice
from extract.tables.draft import Grid
from extract.tables.fills import Canvas
from extract.tables.frames import titled
from extract.tables.grid import lattice
from extract.tables.ladder_bands import DOUBLE, bands_between
from extract.tables.ladder_ends import with_open_ends
from extract.tables.rules import Edges, Floats
from extract.tables.rungs import (
    FEWEST_ROWS,
    FLUSH,
    SAME_END,
    Band,
    Part,
    cells_of,
    columns_of,
    fits,
    heading_bands,
    rivers,
)
from extract.tables.textlines import TextLine
from models.page import Page, Word

SHORTEST = 0.3  # of the page: a shorter rule parts no rows
SHORTEST_PART = 12.0  # points: a shorter rule parts no cells of a row
LONGEST_BAND = 3  # lines of a text across the table: more are no part of it
MOST_FIGURES = 0.4  # share of the texts that are but figures
EACH_RULED = 6  # rows of which nearly all are one line between two rules
ONE_LINE = 0.9  # share of them that are
ONE_EACH = 0.8  # share of the rows whose first column holds one text
FILLED = 0.5  # share of the rows that have something in the first column
MOST_BOXES = 0.3  # share of the bands that are closed at both sides: of more, the table has sides
FEWEST_SAME = 4  # edges of columns: as many and more on the next page are no chance
LINE_GAP = 0.6  # of the font size: white between the lines of one text
CONFIDENCE = 0.93


def read_ladders(
    words: Sequence[Word],
    edges: Edges,
    page: Page,
    canvas: Canvas,
    before: Sequence[Grid] = (),
    *,
    painted: bool = False,
) -> list[Grid]:
    """The tables among free `words` whose rows level rules part. `before` are the tables of the page before.

    `painted` where the rules are but the edges of what is painted: these part rows of one line from two others, too.
    """
    found: list[Grid] = []
    # the headings of each, and of the tables of the page before
    printed = [[" ".join([w.text for cell in g.in_row(0) for w in cell.words])] for g in before]
    for rules, parts in _of_one_width(edges.level, SHORTEST * page.width, before):
        left, right = median(rules[:, 1].tolist()), median(rules[:, 2].tolist())
        across = edges.upright[(edges.upright[:, 0] > left + SAME_END) & (edges.upright[:, 0] < right - SAME_END)]
        bands = bands_between(rules[:, 0].tolist(), parts, words, page, canvas, left, right)
        known = [g.xs for g in before if _same_ends(g, left, right)]
        boxed = _boxed(bands, edges.upright, left, right)
        for run in _runs(bands, left, right, across, known, boxed):
            # Only at the page's ends may a row stand beyond the rules.
            ends = [run[0] is bands[0], run[-1] is bands[-1]] if run else [False, False]
            lined = not painted and _is_ruled_off(run, left, right)
            heads = [line.text for line in run[0].lines] if run and run[0].heads else []
            # a table of the same headings stands above or on the page before: one row may be all of this one
            again = not painted and bool(heads) and heads in printed
            grid = _grid(run, words, left, right, page, canvas, known, ends, lined=lined, again=again)
            if grid is not None and not any(g.box.overlap(grid.box) for g in found):
                found.append(grid)
                printed.append(heads)
    return found


def _of_one_width(level: Floats, shortest: float, before: Sequence[Grid]) -> Iterator[tuple[Floats, list[Part]]]:
    """Level rules that begin and end at the same places, from top to bottom, double ones once, and the shorter ones between.

    Few suffice where they are as wide as a table of the page before, whose last row may be all that is left.
    """
    left = level[level[:, 2] - level[:, 1] >= shortest]
    while len(left) > 1:
        same = (abs(left[:, 1] - left[0, 1]) <= SAME_END) & (abs(left[:, 2] - left[0, 2]) <= SAME_END)
        own = left[same][np.argsort(left[same][:, 0])]
        own = own[np.concatenate([[True], np.diff(own[:, 0]) > DOUBLE])]
        goes_on = any(_same_ends(g, float(own[0, 1]), float(own[0, 2])) for g in before)
        if len(own) > (1 if goes_on else FEWEST_ROWS):
            inside = level[(level[:, 0] > own[0, 0] + DOUBLE) & (level[:, 2] - level[:, 1] >= SHORTEST_PART)]
            inside = inside[(inside[:, 1] >= own[0, 1] - SAME_END) & (inside[:, 2] <= own[0, 2] + SAME_END)]
            inside = inside[inside[:, 2] - inside[:, 1] < own[0, 2] - own[0, 1] - 2 * SAME_END]
            yield own, [(at, a, b) for at, a, b in sorted(inside.tolist())]
        left = left[~same]


def _same_ends(grid: Grid, left: float, right: float) -> bool:
    return abs(grid.xs[0] - left) <= SAME_END and abs(grid.xs[-1] - right) <= SAME_END


def _boxed(bands: Sequence[Band], upright: Floats, left: float, right: float) -> list[Band]:
    """The bands of several lines that are closed at both sides, where others are open: boxes of their own, whatever their width."""
    sides = [upright[abs(upright[:, 0] - x) <= SAME_END] for x in (left, right)]
    if not all(map(len, sides)):
        return []
    closed = [
        band
        for band in bands
        if all(((s[:, 1] < band.top + DOUBLE) & (s[:, 2] > band.bottom - DOUBLE)).any() for s in sides)
    ]
    return [band for band in closed if len(band.lines) > 1] if len(closed) < MOST_BOXES * len(bands) else []


def _runs(
    bands: Sequence[Band],
    left: float,
    right: float,
    across: Floats,
    known: Sequence[Sequence[float]],
    boxed: Sequence[Band],
) -> Iterator[list[Band]]:
    """Bands one below the other that share columns, or keep to columns `known` from the page before."""
    run: list[Band] = []
    for band in bands:
        if run and (titled(band.lines, band.top, left, right) or _heads_again(band, run[0])):  # the next table begins
            yield run
            run = []
            top = (band.lines[0].bottom + band.lines[1].top) / 2
            band = Band(top, band.bottom, band.lines[1:], walls=band.walls)
        if run and band.heads and not run[-1].heads:
            titles = [
                b for b in run[-1:] if b.is_section()
            ]  # painted as wide as the headings below it: of the same table
            yield run[: len(run) - len(titles)]
            run = titles
            band.top = band.top if titles else band.lines[0].top - 2  # white parts the two tables
        cross = [e for e in across.tolist() if e[1] < band.bottom - 2 and e[2] > band.top + 2]
        walled = any(e[1] < band.top - SAME_END or e[2] > band.bottom + SAME_END for e in cross)
        prose = band.spans(left, right) and len(band.lines) > LONGEST_BAND
        if not band.lines or walled or prose or band in boxed:
            yield run
            run = []
            continue
        band.walls = sorted({*band.walls, *(e[0] for e in cross)})
        keeps = any(all(fits(line, xs) for line in band.lines) for xs in known)
        if run and not (keeps or band.spans(left, right) or rivers([*run, band], left, right)):
            yield run
            run = []
        run.append(band)
    yield run


def _heads_again(band: Band, first: Band) -> bool:
    """Whether a band is one line of text over the headings of the first band once more: the title of the next table."""
    heads = [line.text for line in first.lines]
    alone = len(band.lines) > 1 and len(band.lines[0].segments) == 1 and len(first.lines[0].segments) > 1
    return alone and [line.text for line in band.lines[1:]] == heads


def _grid(
    run: list[Band],
    words: Sequence[Word],
    left: float,
    right: float,
    page: Page,
    canvas: Canvas,
    known: Sequence[Sequence[float]],
    ends: Sequence[bool],
    *,
    lined: bool,
    again: bool,
) -> Grid | None:
    """The table of a run. `lined` where it has a rule under each of its lines: nothing is left to tell; `again` under headings printed
    before.
    """
    ended = run
    while run and run[-1].spans(left, right) and not (run[-1].open or run[-1].is_second()):
        run = run[:-1]
    xs, goes_on = columns_of(run, left, right, known)
    if not goes_on and ends[0] and (same := next((k for k in known if _keeps_to(run, k, len(xs))), None)):
        xs, goes_on = list(same), True
    if len(xs) > 2:
        rows = [band for band in run if not band.spans(left, right)]
        for band in ended:
            spanned = band.spans(left, right) and not band.across
            band.columnar = band.columnar or (spanned and _keeps_columns(band, rows, xs))
        while len(run) < len(ended) and (ended[len(run)].columnar or (ends[1] and _is_section(ended[len(run)], run))):
            run = ended[: len(run) + 1]
    if len(xs) < 3 or not _is_ladder(run, xs, goes_on=goes_on or again, lined=lined):
        return None
    run = with_open_ends(run, words, xs, ends, canvas)
    drawn = lattice(cells_of(run, xs, page.fills))
    if drawn is None:
        return None
    held = [w for band in run for line in band.lines for w in line.words]
    grid = fill_lattice(page, drawn, held, canvas)
    if grid is None or not grid.alone:
        return None
    grid.method, grid.confidence = "text", CONFIDENCE
    if any(band.heads for band in run):
        grid.least_heading_rows = sum(len(band.strips()) for band in run[: heading_bands(run)])
    return grid


def _keeps_to(run: Sequence[Band], known: Sequence[float], edges: int) -> bool:
    """Whether rows at the head of a page have as many columns as a table of the page before, and stand in its columns."""
    rows = [line for band in run for line in band.lines if len(line.segments) > 1]
    return edges == len(known) > FEWEST_SAME and all(fits(line, known) for line in rows)


def _is_section(band: Band, rows: Sequence[Band]) -> bool:
    """Whether the last band of a page is the title of rows on the next one: set as other titles between the rows are."""
    bold = bool(band.lines) and all(line.bold for line in band.lines)
    titles = [other for other in rows if len(other.lines) == 1 and len(other.lines[0].segments) == 1]
    return bold and (
        band.painted or any(t.lines[0].bold and abs(t.lines[0].x0 - band.lines[0].x0) <= FLUSH for t in titles)
    )


def _keeps_columns(band: Band, rows: Sequence[Band], xs: Sequence[float]) -> bool:
    """Whether the texts of a band begin in two columns or more, just where those of the rows do: narrow white parts them."""
    firsts = [_firsts(line, xs) for line in band.lines]
    if band.is_section() or not firsts or len(firsts[0]) < 2:
        return False
    above = [_firsts(line, xs) for row in rows for line in row.lines]
    begun = [
        any(abs(x - other.get(c, x + 9)) <= FLUSH for other in above) for found in firsts for c, x in found.items()
    ]
    return all(begun) and all(fits(line, xs) for line in band.lines)


def _firsts(line: TextLine, xs: Sequence[float]) -> dict[int, float]:
    """Where the first word of a line in each column begins."""
    found: dict[int, float] = {}
    for word in line.words:
        column = bisect_right(xs, (word.x0 + word.x1) / 2) - 1
        found[column] = min(word.x0, found.get(column, word.x0))
    return found


def _is_ruled_off(run: Sequence[Band], left: float, right: float) -> bool:
    """Whether nearly each line of a run has a rule above and below it."""
    rows = [band for band in run if not band.spans(left, right)]
    return len(rows) >= EACH_RULED and sum(len(band.lines) == 1 for band in rows) >= ONE_LINE * len(rows)


def _is_ladder(run: Sequence[Band], xs: Sequence[float], *, goes_on: bool, lined: bool) -> bool:
    """Whether each row is one record: one text in its first column, several lines somewhere beside it.

    A table that goes on from the page before may have a single row here.
    """
    rows = [band for band in run if not band.spans(xs[0], xs[-1])]
    more = sum(len(band.strips()) - 1 for band in rows) + sum(band.is_second() for band in run)
    if len(rows) + more < (1 if goes_on else FEWEST_ROWS):
        return False
    texts = [n for band in rows for n in _texts(band, xs[0], xs[1])]
    if lined:
        return sum(n == 1 for n in texts) >= ONE_EACH * len(texts)
    segments = [s for band in rows for line in band.lines for s in line.segments]
    if sum(s.figure for s in segments) > MOST_FIGURES * len(segments):
        return False  # lines of figures are rows, ruled or not
    if sum(n <= 1 for n in texts) < ONE_EACH * len(texts):
        return False
    deep, filled = any(len(band.lines) > 1 for band in rows), sum(n > 0 for n in texts)
    if deep and filled < FILLED * len(texts):  # a colour alone may stand there
        filled += sum(sum(abs(x - xs[1]) <= SAME_END for x in band.colours) for band in rows)
    return goes_on or (deep and filled >= FILLED * len(texts))


def _texts(band: Band, left: float, right: float) -> list[int]:
    """How many texts stand one below the other in a column of a band, between those of its rules that part that column."""
    parts = sorted({at for at, start, _ in band.parts if start <= left + SAME_END})
    counts: list[int] = []
    for top, bottom in pairwise([band.top, *parts, band.bottom]):
        own = [
            line
            for line in band.lines
            if top <= (line.top + line.bottom) / 2 < bottom
            and any(left <= (w.x0 + w.x1) / 2 < right for w in line.words)
        ]
        counts.append(bool(own) + sum(b.top - a.bottom > LINE_GAP * b.size for a, b in pairwise(own)))
    return counts
