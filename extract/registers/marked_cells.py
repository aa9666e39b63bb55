"""Scores shown by a mark in a small matrix: the one cell with a cross, a dot, a letter of the stage or a colour of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.grids import Grid, grids_of
from extract.registers.heat_maps import Scales, scales_of, stage_of
from extract.registers.wording import STAGES, take_apart
from extract.tables.marks import is_colourful
from extract.text import text_of
from models.geometry import Box
from models.page import Page, Word

_STAGES = {"I": "gross", "G": "gross", "C": "current", "N": "current", "R": "residual", "T": "target"}
_MOST = 3  # words of a mark


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell that is marked: the stage it shows (None: the matrix does not say), likelihood, impact, and where it is."""

    stage: str | None
    likelihood: int
    impact: int
    words: tuple[Word, ...]
    page: int
    box: Box


def marks_on(page: Page) -> list[Mark]:
    """The marks in the matrices of a page, from left to right."""
    found: list[Mark] = []
    for grid in grids_of(page):
        scales = scales_of(grid, page)
        if scales is not None:
            found.extend(_marks(grid, page, scales))
    return found


def _marks(grid: Grid, page: Page, scales: Scales) -> Iterator[Mark]:
    places = [
        (row, column, box, [w for w in page.words if box.holds_middle_of(w)]) for row, column, box in grid.places()
    ]
    said = [p for p in places if p[3]]
    if len(said) > len(STAGES):  # products printed in all cells: the mark is drawn
        said = []
    told = [(p, _stage_said(p[3])) for p in said]
    if len(said) > 1:
        if len({s for _, s in told}) == len(told) and all(s for _, s in told):
            yield from (_mark(s, p, grid, scales) for p, s in told)
        return
    chosen = said or _drawn(places, page) or _coloured(places, grid)
    if len(chosen) == 1 and len(chosen[0][3]) <= _MOST:
        yield _mark(stage_of(grid, page), chosen[0], grid, scales)


Place = tuple[int, int, Box, list[Word]]


def _stage_said(words: Sequence[Word]) -> str | None:
    text = text_of(words)
    return take_apart(text).stage or _STAGES.get(text.strip("()"))


def _mark(stage: str | None, place: Place, grid: Grid, scales: Scales) -> Mark:
    row, column, box, words = place
    likelihood, impact = scales.read(row, column)
    return Mark(stage, likelihood, impact, tuple(words), grid.page, box)


def _drawn(places: Sequence[Place], page: Page) -> list[Place]:
    """The cells in which a shape or a small picture stands."""
    things = [s.box for s in page.shapes] + [i.box for i in page.images]
    return [
        p
        for p in places
        if any(p[2].holds_middle_of(t) and t.width < 1.4 * p[2].width and t.height < 1.4 * p[2].height for t in things)
    ]


def _coloured(places: Sequence[Place], grid: Grid) -> list[Place]:
    """The cells in a colour that is no rating's: black, grey, white."""
    count = len(grid.columns)
    flat = [colour for row in grid.colours for colour in row]
    boxes = {
        (round(grid.cell(n // count, n % count).x0), round(grid.cell(n // count, n % count).top)): c
        for n, c in enumerate(flat)
    }
    found = []
    for place in places:
        colour = boxes.get((round(place[2].x0), round(place[2].top)))
        if colour is not None and not is_colourful(colour):
            found.append(place)
    return found
