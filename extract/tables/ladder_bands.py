"""What stands between the level rules of a table: its lines, its shorter rules, its colours, what is drawn in it, and what heads it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from extract.drawn_bullets import stands_before
from extract.tables.fills import Canvas, is_white
from extract.tables.frames import titled, with_painted_above, with_row_above
from extract.tables.ladder_ends import headed_bands
from extract.tables.marks import Marks, is_colourful
from extract.tables.rungs import SAME_END, Band, Part, fits, put_columnar
from extract.tables.section_titles import stands_over
from extract.tables.textlines import PHRASE, TextLine, cut, text_lines
from models.geometry import Box
from models.page import Fill, Page, Word

BLACK = "#000000"
DOUBLE = 4.0  # points between two rules that are one
REACH = 3.0  # points a word may reach over the end of such a rule
UNDERLINE = 2.5  # points: a rule so near a phrase and of its ends underlines it
HIGH = 0.6  # share of a band's height that a coloured cell of it covers
SAMPLES = 12  # places across a table at which the colour behind its headings is looked at


def bands_between(
    heights: Sequence[float],
    parts: Sequence[Part],
    words: Sequence[Word],
    page: Page,
    canvas: Canvas,
    left: float,
    right: float,
) -> list[Band]:
    """The bands between rules at `heights` that reach from `left` to `right`, top to bottom. `parts` are the shorter rules between them."""
    marks = Marks(page)
    lights = [m.box for m in marks.shapes if is_colourful(m.fill or m.stroke or BLACK)] + [m.box for m in marks.icons]
    plain = [m.box for m in marks.shapes if not is_colourful(m.fill or m.stroke or BLACK)]
    stripes = _stripes(heights, words, page, left, right)
    bands = _bands(sorted([*heights, *stripes]), words, left, right, canvas)
    bands = [part for band in bands for part in _without_title(band, bands[0], page, left, right)]
    for band in bands:
        here = Box(left, band.top, right, band.bottom)
        inside = [m for m in plain if here.holds_middle_of(m) and not _is_bullet(m, band)] if plain else []
        band.marks = [(m.x0, m.x1) for m in (*lights, *inside) if here.holds_middle_of(m)]
        band.second = band.top in stripes
        band.painted = _is_painted(band, canvas, left, right)
        band.heads = band.painted and len(band.lines[0].segments) > 1
        band.parts = [part for part in parts if _parts_cells(part, band)]
        band.colours = _colours(band, page, left, right)
        band.walls = sorted(set(band.colours)) if not band.parts else ()
    put_columnar(bands, left)
    _put_heads(bands, canvas, left)
    return bands


def _is_bullet(mark: Box, band: Band) -> bool:
    """Whether a mark is drawn as the bullet of a text that begins right of it."""
    return any(stands_before(mark, segment.words) for line in band.lines for segment in line.segments)


def _bands(heights: Sequence[float], words: Sequence[Word], left: float, right: float, canvas: Canvas) -> list[Band]:
    """The bands between rules, and what is open to the page's end above and below them."""
    here = [w for w in words if left - 2 < (w.x0 + w.x1) / 2 < right + 2]
    bands = [Band(top, bottom, _lines(here, top, bottom)) for top, bottom in pairwise(heights)]
    frame = with_painted_above(with_row_above((heights[0], heights[-1], left, right), here), canvas)
    if frame[0] < heights[0] - DOUBLE:  # headings need no rule above them
        bands[:0] = headed_bands(frame[0], heights[0], _lines(here, frame[0], heights[0]), canvas)
    return bands


def _without_title(band: Band, first: Band, page: Page, left: float, right: float) -> list[Band]:
    """A band as it is, or as two: the title of a section and the row below it, where each row has its rule below it alone."""
    if band is first or not stands_over(band.lines, band.top, left, right):
        return [band]
    again = [line.text for line in band.lines[1:]] == [line.text for line in first.lines]
    if again or titled(band.lines, band.top, left, right):
        return [band]  # the next table begins
    title, row = band.lines[:2]
    tops = [f.top for f in page.fills if title.bottom - 1 < f.top < row.top + 1 and left - 1 < f.x0 < f.x1 < right + 1]
    end = min(tops, default=(title.bottom + row.top) / 2)
    return [Band(band.top, end, [title]), Band(end, band.bottom, band.lines[1:])]


def _stripes(heights: Sequence[float], words: Sequence[Word], page: Page, left: float, right: float) -> list[float]:
    """Where between two rules a stripe is painted from end to end over the upper or the lower part of what stands there: the second
    row of an entry, on a colour of its own. No word stands across its edge, nor does the colour go on beyond.
    """
    across = [f for f in page.fills if f.x0 <= left + SAME_END and f.x1 >= right - SAME_END and not is_white(f.colour)]
    found: list[float] = []
    for fill in across:
        if all(min(abs(fill.top - h), abs(fill.bottom - h)) > DOUBLE for h in heights):
            continue
        for edge in (fill.top, fill.bottom):
            inside = heights[0] < edge < heights[-1] and all(abs(edge - h) > DOUBLE for h in (*heights, *found))
            if inside and not _is_within(edge, [f for f in across if f is not fill], words, (left, right)):
                found.append(edge)
    return found


def _is_within(edge: float, others: Sequence[Fill], words: Sequence[Word], ends: tuple[float, float]) -> bool:
    """Whether more colour begins at the edge of a stripe, or a word stands across it."""
    if any(f.top <= edge + 1 and f.bottom >= edge - 1 for f in others):
        return True
    return any(w.top < edge - 1 and w.bottom > edge + 1 and ends[0] < w.x0 < ends[1] for w in words)


def _parts_cells(part: Part, band: Band) -> bool:
    """Whether a short rule stands inside a band, parts its cells and cuts no word, nor underlines one."""
    at, start, end = part
    if not band.top + DOUBLE < at < band.bottom - DOUBLE:
        return False
    for line in band.lines:
        struck = line.top < at - UNDERLINE and at + UNDERLINE < line.bottom
        if struck and any(w.x0 < end - 1 and w.x1 > start + 1 for w in line.words):
            return False
        if abs(line.bottom - at) <= UNDERLINE:
            spans = [(s.x0, s.x1) for s in (*cut(line.words, PHRASE * line.size), *cut(line.words, 0.0))]
            if any(abs(a - start) <= UNDERLINE and abs(b - end) <= UNDERLINE for a, b in spans):
                return False
    near = [line for line in band.lines if abs(line.top - at) < 2 * line.size]
    return not any(w.x0 + REACH < x < w.x1 - REACH for x in (start, end) for line in near for w in line.words)


def _colours(band: Band, page: Page, left: float, right: float) -> list[float]:
    """Where coloured cells begin and end that are as high as a band's rows, row by row, if no word lies across."""
    found: list[float] = []
    coloured = [f for f in page.fills if f.bottom > band.top and f.top < band.bottom and not is_white(f.colour)]
    for top, bottom in band.strips() if coloured else ():
        own = [f for f in coloured if min(f.bottom, bottom) - max(f.top, top) > HIGH * (bottom - top)]
        sides = sorted({round(x, 1) for f in own for x in (f.x0, f.x1) if left + SAME_END < x < right - SAME_END})
        lines = [line for line in band.lines if top <= (line.top + line.bottom) / 2 < bottom]
        found += [x for x in sides if all(fits(line, (left, x, right)) for line in lines)]
    return found


def _is_painted(band: Band, canvas: Canvas, left: float, right: float) -> bool:
    """Whether a band holds nothing but bold texts on one stripe of colour: side by side, a table begins."""
    if canvas.is_blank or not band.lines or not all(line.bold for line in band.lines):
        return False
    high, low = band.lines[0].top, band.lines[-1].bottom
    return all(canvas.behind(Box(x, high, x + 4, low)) for x in np.linspace(left + 2, right - 6, SAMPLES))


def _put_heads(bands: Sequence[Band], canvas: Canvas, left: float) -> None:
    """Bold rows on the colour of others that are not bold are no headings: every other row is shaded."""
    colours = {id(b): canvas.at(left + 3, b.lines[0].top if b.lines else b.top + 2) for b in bands}
    plain = {colours[id(b)] for b in bands if not b.painted and b.lines and not all(line.bold for line in b.lines)}
    for band in bands:
        band.painted = band.painted and colours[id(band)] not in plain
        band.heads = band.heads and band.painted


def _lines(words: Sequence[Word], top: float, bottom: float) -> list[TextLine]:
    return text_lines([w for w in words if top <= (w.top + w.bottom) / 2 < bottom])
