"""Small matrices without a word, drawn as pictures beside a score: their lines and colours are no cells of the table around them,
and the names of their axes no values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.grids import AXES, Grid, cells_among, grids_of
from extract.tables.draft import DraftCell
from extract.tables.draft import Grid as TableGrid
from extract.wording import fold
from models.geometry import Box
from models.page import Fill, Page, Rule, Shape, Word

_LARGEST = 16.0  # points; in larger cells something may be written
_MOST_SAID = 1  # words; a mark may be a letter
_EDGE = 1.0  # points by which its outline may stand out
_BESIDE = 16.0  # points from it within which its axes are named
_FEWEST = 9  # fills of the smallest matrix


def pictures_of(page: Page) -> list[Box]:
    """Where the small matrices of a page are drawn."""
    if len(page.fills) < _FEWEST or len(cells_among(page.fills, _LARGEST)) < _FEWEST:
        return []
    return [_grown(grid.box, _EDGE) for grid in grids_of(page) if _is_picture(grid, page)]


def _is_picture(grid: Grid, page: Page) -> bool:
    small = all(b - a <= _LARGEST for a, b in (*grid.columns, *grid.rows))
    return small and sum(grid.box.holds_middle_of(w) for w in page.words) <= _MOST_SAID


def without(page: Page, pictures: Sequence[Box]) -> Page:
    """The page without what is drawn in its pictures; the page itself where it has none."""
    if not pictures:
        return page
    return replace(
        page,
        rules=tuple(r for r in page.rules if not _within(r, pictures)),
        fills=tuple(f for f in page.fills if not _within(f, pictures)),
        shapes=tuple(s for s in page.shapes if not _within(s, pictures)),
    )


def _within(drawn: Rule | Fill | Shape, pictures: Sequence[Box]) -> bool:
    return any(box.contains(drawn) for box in pictures)


def name_axes(grids: Sequence[TableGrid], pictures: Sequence[Box]) -> None:
    """Takes the names of a picture's axes out of the cell it stands in: every picture repeats them."""
    for grid in grids if pictures else ():
        for cell in grid.cells:
            for picture in pictures if cell.words else ():
                if cell.boxes[0][1].contains(picture, _EDGE):
                    grid.repeated.extend(_named(cell, _grown(picture, _BESIDE)))


def _named(cell: DraftCell, around: Box) -> list[Word]:
    """The names of axes around a picture, which the cell then holds no more."""
    names = [w for w in cell.words if fold(w.text) in AXES and around.holds_middle_of(w)]
    cell.words = [w for w in cell.words if w not in names]
    cell.lines = [kept for line in cell.lines if (kept := [w for w in line if w not in names])]
    return names


def _grown(box: Box, by: float) -> Box:
    return Box(box.x0 - by, box.top - by, box.x1 + by, box.bottom + by)
