"""What is drawn inside cells: arrows, ticks and circles by name, and the colour of a badge or dot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from extract.symbols import LARGEST, shape_name, sign_name, symbols_in
from extract.tables.draft import DraftCell, Grid
from extract.tables.fills import Canvas, is_white
from models.geometry import Box, box_around
from models.page import Image, Page, Shape

COLOURFUL = 40  # between the strongest and the weakest of red, green and blue: black and grey ink tell no rating
FEWEST_STRIPED, STRIPED = 3, 0.6  # cells of a row that have its stripe, and share of them
FEW_WORDS = 3  # a badge holds a score or a letter, not a sentence


@dataclass(eq=False)
class Marks:
    """The small drawn shapes and icons of a page."""

    page: Page

    @cached_property
    def shapes(self) -> list[Shape]:
        """Filled or stroked paths no larger than a mark, in painting order."""
        return [s for s in self.page.shapes if max(s.x1 - s.x0, s.bottom - s.top) <= LARGEST]

    @cached_property
    def icons(self) -> list[Image]:
        """Small pictures whose mark or colour is known."""
        return [i for i in self.page.images if i.mark or i.colour]

    @cached_property
    def named(self) -> list[Shape]:
        """Those that look like an arrow, a tick, a cross or a circle."""
        return [s for s in self.shapes if shape_name(s) is not None]


def put_marks(grids: Sequence[Grid], marks: Marks, canvas: Canvas) -> None:
    """Name the marks in each cell, and give one without a fill but its row's stripe the colour of the badge or dot that stands in it."""
    for grid in grids:
        stripes = _stripes(grid)
        for cell in grid.cells:
            box = cell.boxes[0][1]
            inside = [s for s in marks.shapes if box.holds_middle_of(s)] if marks.shapes else []
            icons = [i for i in marks.icons if box.holds_middle_of(i)] if marks.icons else []
            drawn = symbols_in(marks.page, box) if inside or icons else ()
            signs = [name for w in cell.words if len(w.text) <= 2 and (name := sign_name(w.text))]
            cell.symbols = [*drawn, *signs]
            bare = cell.fill is None or (cell.row, cell.fill) in stripes
            if bare and len(cell.words) <= FEW_WORDS and (inside or icons or not canvas.is_blank):
                badge = _badge(cell, [(s.box, s.fill) for s in inside] + [(i.box, i.colour) for i in icons], canvas)
                cell.fill = badge if badge is not None and (cell.row, badge) not in stripes else cell.fill


def _stripes(grid: Grid) -> frozenset[tuple[int, str]]:
    """The rows whose cells nearly all have one fill, with that fill."""
    fills = Counter((c.row, c.fill) for c in grid.cells if c.fill is not None)
    cells = Counter(c.row for c in grid.cells) if fills else Counter[int]()
    return frozenset(
        (row, f) for (row, f), n in fills.items() if f and n >= FEWEST_STRIPED and n > STRIPED * cells[row]
    )


def _badge(cell: DraftCell, inside: Sequence[tuple[Box, str | None]], canvas: Canvas) -> str | None:
    """The one colour of what is drawn behind a cell's few words, or in their place."""
    if cell.words:
        around = box_around(cell.words)
        behind = canvas.behind(Box(around.x0, around.top + 1, around.x1, around.bottom - 1))
        if behind is not None and is_colourful(behind):
            return behind
        inside = [
            (box, fill) for box, fill in inside if box.overlap(around) > 0.6 * max(around.width * around.height, 0.1)
        ]
    colours = {fill for _, fill in inside if fill is not None and is_colourful(fill)}
    return colours.pop() if len(colours) == 1 else None


def is_colourful(colour: str) -> bool:
    """Whether a colour is more than a grey."""
    parts = [int(colour[n : n + 2], 16) for n in (1, 3, 5)]
    return max(parts) - min(parts) >= COLOURFUL and not is_white(colour)
