"""The rows at the ends of a table of level rules that no rule closes: the page's end cuts them, or colours begin below the first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extract.middles import median
from extract.tables.fills import Canvas
from extract.tables.headed import first_line, is_heading_line
from extract.tables.rules import Floats
from extract.tables.rungs import Band, fits
from extract.tables.textlines import TextLine, text_lines
from models.page import Word

NO_RULES: Floats = np.empty((0, 3))
PARAGRAPH_GAP = 1.8  # of the font size: white between paragraphs of one cell


def with_open_ends(
    run: list[Band], words: Sequence[Word], xs: Sequence[float], ends: Sequence[bool], canvas: Canvas
) -> list[Band]:
    """The rows that the page's ends cut: no rule stands beyond them, and nothing else of the page either."""
    here = [w for w in words if xs[0] - 2 < (w.x0 + w.x1) / 2 < xs[-1] + 2]
    below = text_lines([w for w in here if (w.top + w.bottom) / 2 > run[-1].bottom])
    inset = median([band.lines[0].top - band.top for band in run])
    if (
        below
        and ends[1]
        and below[0].top - run[-1].bottom < 1.5 * inset + 1
        and _goes_on([run[-1].bottom, *(line.bottom for line in below)], below, xs)
    ):
        run = [*run, Band(run[-1].bottom, below[-1].bottom + 2, below, open=True)]
    above = text_lines([w for w in here if (w.top + w.bottom) / 2 < run[0].top])
    if above and ends[0] and _goes_on([above[0].top, *(line.bottom for line in above)], above, xs) and len(above) < 30:
        near = run[0].top - above[-1].bottom < PARAGRAPH_GAP * above[-1].size
        if near:
            run = [*_first_rows(above, run[0].top, canvas), *run]
    return run


def headed_bands(top: float, bottom: float, lines: list[TextLine], canvas: Canvas) -> list[Band]:
    """What stands over the first rule: headings and the row below them are two, and what is above headings is of no table."""
    at = next((n for n in range(len(lines) - 1, -1, -1) if is_heading_line(lines[n], canvas, NO_RULES)), None)
    if at is None:
        return [Band(top, bottom, lines)]
    first = first_line(lines, at, None, canvas)
    while at + 1 < len(lines) and lines[at + 1].bold and lines[at].bold:
        at += 1
    heads, row = lines[first : at + 1], lines[at + 1 :]
    over = top if first == 0 else heads[0].top - 2
    if not row:
        return [Band(over, bottom, heads)]
    middle = (heads[-1].bottom + row[0].top) / 2
    return [Band(over, middle, heads, heads=True), Band(middle, bottom, row)]


def _first_rows(above: list[TextLine], bottom: float, canvas: Canvas) -> list[Band]:
    bands = headed_bands(above[0].top - 2, bottom, above, canvas)
    if len(bands) == 1:
        bands[0].open = bands[0].lines is above
        bands[0].heads = not bands[0].open
    return bands


def _goes_on(bottoms: Sequence[float], lines: Sequence[TextLine], xs: Sequence[float]) -> bool:
    """Whether lines follow each other closely, none of them across a column's edge, some beyond the first column."""
    close = all(line.top - bottom < PARAGRAPH_GAP * line.size for bottom, line in zip(bottoms, lines, strict=False))
    return close and all(fits(line, xs) for line in lines) and any(line.x1 > xs[1] for line in lines)
