"""Tables whose rows are parted by level rules alone: what stands between two rules is one row, however many lines it has.

Columns come from rivers of white that run through all rows. Rules over and under headings and at the foot alone (as in books) make no
ladder: their rows are lines, and `borderless` reads them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from extract.tables.cells import fill_lattice
from extract.tables.draft import Grid
from extract.tables.fills import Canvas, is_white
from extract.tables.frames import titled, with_painted_above, with_row_above
from extract.tables.grid import lattice
from extract.tables.rules import Edges, Floats, join
from extract.tables.textlines import TextLine, text_lines
from extract.text import BULLETS
from models.geometry import Box
from models.page import Page, Word

SAME_END = 4.0  # points by which the ends of the rules of one table may differ
DOUBLE = 4.0  # points between two rules that are one
SHORTEST = 0.3  # of the page: a shorter rule parts no rows
FEWEST_ROWS = 3
RIVERS = (
    (16, 2.5),
    (8, 5.0),
    (0, 9.0),
)  # (lines, points of white between columns): in few lines, spaces meet by chance
FLUSH, MOSTLY_FLUSH = 1.5, 0.8  # points; share of the lines
JOINED = 0.4  # of the font size: white between words of one text
LONGEST_BAND = 3  # lines of a text across the table: more are no part of it
HIGH = 0.6  # share of a band's height that a coloured cell of it covers
APART = 8.0  # points between an edge of one band's and a column's of all
MOST_FIGURES = 0.4  # share of the texts that are but figures
SAMPLES = 12  # places across a table at which the colour behind its headings is looked at
ONE_EACH = 0.8  # share of the rows whose first column holds one text
LINE_GAP = 0.6  # of the font size: white between the lines of one text
PARAGRAPH_GAP = 1.8  # the same, between paragraphs of one cell
CONFIDENCE = 0.93

Bools = NDArray[np.bool_]


@dataclass(slots=True, eq=False)
class Band:
    """What stands between two level rules. `open`: one of them is the page's end; `walls`: upright edges drawn in it alone."""

    top: float
    bottom: float
    lines: list[TextLine]
    open: bool = False
    walls: Sequence[float] = ()
    heads: bool = False  # headings on colour

    def spans(self, left: float, right: float) -> bool:
        """Whether it holds one text across the table: a band over the rows that follow."""
        single = all(len(line.segments) == 1 for line in self.lines)
        return bool(self.lines) and single and self.lines[0].x0 < left + 0.15 * (right - left)


def read_ladders(
    words: Sequence[Word], edges: Edges, page: Page, canvas: Canvas, before: Sequence[Grid] = ()
) -> list[Grid]:
    """The tables among free `words` whose rows level rules part. `before` are the tables of the page before."""
    found: list[Grid] = []
    for rules in _of_one_width(edges.level, SHORTEST * page.width):
        left, right = float(np.median(rules[:, 1])), float(np.median(rules[:, 2]))
        across = edges.upright[(edges.upright[:, 0] > left + SAME_END) & (edges.upright[:, 0] < right - SAME_END)]
        bands = _bands(rules[:, 0].tolist(), words, left, right, canvas)
        for band in bands:
            band.walls = _colours(band, page, left, right)
            band.heads = _is_painted_head(band, canvas, left, right)
        for run in _runs(bands, left, right, across):
            grid = _grid(run, words, left, right, page, canvas, before)
            if grid is not None and not any(g.box.overlap(grid.box) for g in found):
                found.append(grid)
    return found


def _of_one_width(level: Floats, shortest: float) -> Iterator[Floats]:
    """Level rules that begin and end at the same places, from top to bottom, double ones once."""
    left = level[level[:, 2] - level[:, 1] >= shortest]
    while len(left) > FEWEST_ROWS:
        same = (abs(left[:, 1] - left[0, 1]) <= SAME_END) & (abs(left[:, 2] - left[0, 2]) <= SAME_END)
        own = left[same][np.argsort(left[same][:, 0])]
        keep = np.concatenate([[True], np.diff(own[:, 0]) > DOUBLE])
        if keep.sum() > FEWEST_ROWS:
            yield own[keep]
        left = left[~same]


def _bands(heights: Sequence[float], words: Sequence[Word], left: float, right: float, canvas: Canvas) -> list[Band]:
    """The bands between rules, and what is open to the page's end above and below them."""
    here = [w for w in words if left - 2 < (w.x0 + w.x1) / 2 < right + 2]
    bands = [Band(top, bottom, _lines(here, top, bottom)) for top, bottom in pairwise(heights)]
    frame = with_painted_above(with_row_above((heights[0], heights[-1], left, right), here), canvas)
    if frame[0] < heights[0] - DOUBLE:  # headings need no rule above them
        bands.insert(0, Band(frame[0], heights[0], _lines(here, frame[0], heights[0])))
    return bands


def _colours(band: Band, page: Page, left: float, right: float) -> list[float]:
    """Where coloured cells of a band begin and end, if no word lies across."""
    own = [
        f
        for f in page.fills
        if f.top >= band.top - 2
        and f.bottom <= band.bottom + 2
        and f.bottom - f.top > HIGH * (band.bottom - band.top)
        and not is_white(f.colour)
    ]
    sides = sorted({round(x, 1) for f in own for x in (f.x0, f.x1) if left + SAME_END < x < right - SAME_END})
    return [x for x in sides if all(_fits(line, (left, x, right)) for line in band.lines)]


def _is_painted_head(band: Band, canvas: Canvas, left: float, right: float) -> bool:
    """Whether a band holds nothing but bold texts side by side on one stripe of colour: a table begins."""
    if not band.lines or len(band.lines[0].segments) < 2 or not all(line.bold for line in band.lines):
        return False
    high, low = band.lines[0].top, band.lines[-1].bottom
    return all(canvas.behind(Box(x, high, x + 4, low)) for x in np.linspace(left + 2, right - 6, SAMPLES))


def _lines(words: Sequence[Word], top: float, bottom: float) -> list[TextLine]:
    return text_lines([w for w in words if top <= (w.top + w.bottom) / 2 < bottom])


def _runs(bands: Sequence[Band], left: float, right: float, across: Floats) -> Iterator[list[Band]]:
    """Bands one below the other that share columns."""
    run: list[Band] = []
    for band in bands:
        if run and titled(band.lines, band.top, left, right):  # of the next table, with its headings below it
            yield run
            run = []
            top = (band.lines[0].bottom + band.lines[1].top) / 2
            band = Band(top, band.bottom, band.lines[1:], walls=band.walls)
        if run and band.heads and not run[-1].heads:
            yield run
            run = []
            band.top = band.lines[0].top - 2  # white parts the two tables
        cross = [e for e in across.tolist() if e[1] < band.bottom - 2 and e[2] > band.top + 2]
        walled = any(e[1] < band.top - SAME_END or e[2] > band.bottom + SAME_END for e in cross)
        prose = band.spans(left, right) and len(band.lines) > LONGEST_BAND
        if not band.lines or walled or prose:
            yield run
            run = []
            continue
        band.walls = sorted({*band.walls, *(e[0] for e in cross)})
        if run and not band.spans(left, right) and not _rivers([*run, band], left, right):
            yield run
            run = []
        run.append(band)
    yield run


def _rivers(run: Sequence[Band], left: float, right: float) -> list[tuple[float, float]]:
    """Stripes without words through all rows but those of one text across the table."""
    lines = [line for band in run if not band.spans(left, right) for line in band.lines]
    if not lines:
        return []
    width = int(right - left) + 1
    covered: Bools = np.zeros(width, dtype=bool)
    for line in lines:
        for a, b in zip(line.words, [*line.words[1:], None], strict=True):
            end = b.x0 if b is not None and 0 <= b.x0 - a.x1 < JOINED * line.size else a.x1
            covered[max(int(a.x0 - left), 0) : max(int(end - left) + 1, 0)] = True
    inked = np.flatnonzero(covered)
    if not len(inked):
        return []
    least = next(white for count, white in RIVERS if len(lines) >= count)
    return [
        (left + a + 1, left + b)
        for a, b in pairwise(inked.tolist())
        if b - a - 1 >= (RIVERS[0][1] if _is_flush(lines, left + b) else least)
    ]


def _is_flush(lines: Sequence[TextLine], x: float) -> bool:
    """Whether the words beyond a stripe begin at one place on all lines that have some there: no spaces meet so by chance."""
    firsts = [next((w.x0 for w in line.words if w.x0 >= x - FLUSH), None) for line in lines]
    beyond = [first for first in firsts if first is not None]
    return sum(abs(first - x) <= FLUSH for first in beyond) >= max(FEWEST_ROWS, MOSTLY_FLUSH * len(beyond))


def _grid(
    run: list[Band],
    words: Sequence[Word],
    left: float,
    right: float,
    page: Page,
    canvas: Canvas,
    before: Sequence[Grid],
) -> Grid | None:
    while run and run[-1].spans(left, right) and not run[-1].open:
        run = run[:-1]
    xs = _columns(run, left, right, before)
    if len(xs) < 3 or not _is_ladder(run, xs):
        return None
    run = _with_open_ends(run, words, xs)
    edges = _edges(run, xs)
    drawn = lattice(edges)
    if drawn is None:
        return None
    held = [w for band in run for line in band.lines for w in line.words]
    grid = fill_lattice(page, drawn, held, canvas)
    if grid is None or not grid.alone:
        return None
    grid.method, grid.confidence = "text", CONFIDENCE
    return grid


def _columns(run: Sequence[Band], left: float, right: float, before: Sequence[Grid]) -> list[float]:
    """Where the columns of a run begin and end: as on the page before, where the same table may go on."""
    rivers = _rivers(run, left, right)
    for grid in before:
        same = abs(grid.xs[0] - left) <= SAME_END and abs(grid.xs[-1] - right) <= SAME_END
        if same and len(grid.xs) > len(rivers) + 2 and all(_fits(line, grid.xs) for b in run for line in b.lines):
            return list(grid.xs)
    starts = [w.x0 for band in run for line in band.lines for w in line.words]
    walls = Counter(round(x) for band in run for x in band.walls)
    xs = [left]
    for start, end in rivers:
        coloured = [x for x, count in walls.items() if count > 1 and start - 1 <= x <= end + 1]
        if coloured:
            xs.append(float(max(coloured, key=lambda x: walls[x])))
            continue
        flush = sum(abs(x - end) < 1.5 for x in starts) >= 2
        xs.append(max(end - 2, (start + end) / 2) if flush else (start + end) / 2)
    words = [w for band in run for line in band.lines for w in line.words]
    inner = [x for x in xs[1:] if not _only_bullets(words, xs[xs.index(x) - 1], x)]
    return [left, *inner, right] if inner else [left]


def _only_bullets(words: Sequence[Word], start: float, end: float) -> bool:
    """Whether nothing but the bullets of the next column's lists stands between two places."""
    return all(w.text in BULLETS for w in words if start <= (w.x0 + w.x1) / 2 < end)


def _is_ladder(run: Sequence[Band], xs: Sequence[float]) -> bool:
    """Whether each row is one record: one text in its first column, several lines somewhere beside it."""
    rows = [band for band in run if not band.spans(xs[0], xs[-1])]
    if len(rows) < FEWEST_ROWS:
        return False
    deep = [band for band in rows if len(band.lines) > 1]
    single = sum(_texts(band, xs[0], xs[1]) <= 1 for band in rows)
    filled = sum(_texts(band, xs[0], xs[1]) > 0 for band in rows)
    segments = [s for band in rows for line in band.lines for s in line.segments]
    if sum(s.figure for s in segments) > MOST_FIGURES * len(segments):
        return False  # lines of figures are rows, ruled or not
    return bool(deep) and single >= ONE_EACH * len(rows) and filled >= 0.5 * len(rows)


def _texts(band: Band, left: float, right: float) -> int:
    """How many texts stand one below the other in a column."""
    own = [line for line in band.lines if any(left <= (w.x0 + w.x1) / 2 < right for w in line.words)]
    return bool(own) + sum(b.top - a.bottom > LINE_GAP * b.size for a, b in pairwise(own))


def _with_open_ends(run: list[Band], words: Sequence[Word], xs: Sequence[float]) -> list[Band]:
    """The rows that the page's ends cut: no rule stands beyond them, and nothing else of the page either."""
    here = [w for w in words if xs[0] - 2 < (w.x0 + w.x1) / 2 < xs[-1] + 2]
    below = text_lines([w for w in here if (w.top + w.bottom) / 2 > run[-1].bottom])
    inset = float(np.median([band.lines[0].top - band.top for band in run]))
    if (
        below
        and below[0].top - run[-1].bottom < 1.5 * inset + 1
        and _goes_on([run[-1].bottom, *(line.bottom for line in below)], below, xs)
    ):
        run = [*run, Band(run[-1].bottom, below[-1].bottom + 2, below, open=True)]
    above = text_lines([w for w in here if (w.top + w.bottom) / 2 < run[0].top])
    if above and _goes_on([above[0].top, *(line.bottom for line in above)], above, xs) and len(above) < 30:
        near = run[0].top - above[-1].bottom < PARAGRAPH_GAP * above[-1].size
        if near:
            run = [Band(above[0].top - 2, run[0].top, above, open=True), *run]
    return run


def _goes_on(bottoms: Sequence[float], lines: Sequence[TextLine], xs: Sequence[float]) -> bool:
    """Whether lines follow each other closely, none of them across a column's edge, some beyond the first column."""
    close = all(line.top - bottom < PARAGRAPH_GAP * line.size for bottom, line in zip(bottoms, lines, strict=False))
    return close and all(_fits(line, xs) for line in lines) and any(line.x1 > xs[1] for line in lines)


def _fits(line: TextLine, xs: Sequence[float]) -> bool:
    return not any(w.x0 + 1 < x < w.x1 - 1 for w in line.words for x in xs[1:-1])


def _edges(run: Sequence[Band], xs: Sequence[float]) -> Edges:
    """The rules of a run, and upright ones between its columns, as if they were drawn."""
    level = [(band.top, xs[0], xs[-1]) for band in run if not (band.open and band is run[0])]
    level += [(band.bottom, xs[0], xs[-1]) for band in run if not (band.open and band is run[-1])]
    upright = [(x, run[0].top, run[-1].bottom) for x in (xs[0], xs[-1])]
    for band in run:
        inner = [] if band.spans(xs[0], xs[-1]) else xs[1:-1]
        walls = [x for x in band.walls if all(abs(x - other) > APART for other in xs)]
        upright += [(x, band.top, band.bottom) for x in (*inner, *walls)]
    return Edges(join(level), join(upright))
