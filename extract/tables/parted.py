"""A ruled table that rows without rules part: painted bands over all its columns (`October 2024`), as spreadsheets print them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.tables.draft import DraftCell, Grid
from extract.tables.fills import Canvas, alike, is_white
from extract.tables.seam import repeated_rows
from extract.tables.textlines import TextLine, text_lines
from models.geometry import Box
from models.page import Page, Word

SAME_EDGE = 2.0  # points
LOWEST, HIGHEST = 6.0, 60.0  # points: how high the bands between two parts are together
LONGEST = 16  # words of a band
FOOT = 0.6  # share of a page's height: a band that ends a table below it is the first of the next page's rows


@dataclass(slots=True)
class _Band:
    words: list[Word]
    bottom: float
    colour: str


def with_bands(grids: Sequence[Grid], words: Sequence[Word], page: Page, canvas: Canvas) -> list[Grid]:
    """The grids of a page; parts of one table that painted bands stand between are one, with the bands as rows.

    `words` are those that stand in no grid.
    """
    if canvas.is_blank:
        return list(grids)
    found: list[Grid] = []
    for grid in sorted(grids, key=lambda g: (g.box.top, g.box.x0)):
        upper = next((g for g in reversed(found) if _goes_with(g, grid)), None)
        bands = _bands(upper, grid.box.top, words, canvas) if upper is not None else []
        if upper is None or not bands or repeated_rows(upper, grid):
            found.append(grid)
            continue
        bands[-1].bottom = grid.box.top
        _put(upper, bands)
        _put_under(upper, grid)
    for grid in found:
        if _is_ruled(grid) and grid.rows > 1 and grid.box.bottom > FOOT * page.height:
            _put(grid, _bands(grid, None, words, canvas)[:1])
    return found


def _is_ruled(grid: Grid) -> bool:
    return grid.alone and grid.columns > 2 and grid.method != "text"


def _goes_with(upper: Grid, lower: Grid) -> bool:
    """Whether a grid stands a band or two below another one of the same columns."""
    return (
        _is_ruled(upper)
        and _is_ruled(lower)
        and LOWEST <= lower.box.top - upper.box.bottom <= HIGHEST
        and len(upper.xs) == len(lower.xs)
        and all(abs(a - b) <= SAME_EDGE for a, b in zip(upper.xs, lower.xs, strict=True))
    )


def _bands(grid: Grid, bottom: float | None, words: Sequence[Word], canvas: Canvas) -> list[_Band]:
    """The painted bands under a grid, down to `bottom` or as far as they go; [] where anything else stands there."""
    box = grid.box
    limit = box.bottom + HIGHEST if bottom is None else bottom
    below = Box(box.x0 - SAME_EDGE, box.bottom, box.x1 + SAME_EDGE, limit)
    found: list[_Band] = []
    last = box.bottom
    for line in text_lines([w for w in words if below.holds_middle_of(w)]):
        colour = _colour(line, grid, last, canvas)
        if colour is None:
            return [] if bottom is not None else found
        if found and alike(found[-1].colour, colour):
            found[-1].words.extend(line.words)
        else:
            found.append(_Band(list(line.words), line.bottom, colour))
        last = found[-1].bottom = line.bottom + 1
    return found


def _colour(line: TextLine, grid: Grid, top: float, canvas: Canvas) -> str | None:
    """The colour of the band that a line stands in, painted from `top` over the whole width of a grid; None where it is none."""
    if len(line.segments) > 1 or len(line.words) > LONGEST or line.turned:
        return None
    x0, x1 = grid.box.x0 + 2 * SAME_EDGE, grid.box.x1 - 2 * SAME_EDGE
    middle, quarter = (line.top + line.bottom) / 2, (x1 - x0) / 4
    colours = {canvas.at(x0 + n * quarter, y) for n in range(5) for y in (middle, min(top + SAME_EDGE, middle))}
    one = colours.pop()
    return one if not is_white(one) and all(alike(one, c) for c in colours) else None


def _put(grid: Grid, bands: Sequence[_Band]) -> None:
    """Bands as the last rows of a grid, each one cell."""
    for band in bands:
        page, box = grid.pieces[-1]
        cell = Box(box.x0, box.bottom, box.x1, band.bottom)
        grid.cells.append(
            DraftCell(grid.rows, 0, grid.rows, grid.columns - 1, [(page, cell)], list(band.words), band.colour)
        )
        grid.rows += 1
        grid.pieces[-1] = (page, Box(box.x0, box.top, box.x1, band.bottom))


def _put_under(upper: Grid, lower: Grid) -> None:
    for cell in lower.cells:
        cell.row += upper.rows
        cell.last_row += upper.rows
    upper.cells.extend(lower.cells)
    upper.rows += lower.rows
    page, box = upper.pieces[-1]
    upper.pieces[-1] = (page, Box(box.x0, box.top, box.x1, lower.box.bottom))
    upper.confidence = min(upper.confidence, lower.confidence)
    upper.sort()
