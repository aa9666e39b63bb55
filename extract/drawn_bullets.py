"""Bullets that are drawn and not printed: discs and squares left of a text, as browsers draw those of lists."""

from __future__ import annotations

from collections.abc import Sequence

from extract.once import once_a_page
from models.geometry import Box
from models.page import Fill, Page, Shape, Word

_SIZES = (0.12, 0.75)  # width and height of a bullet in times the size of type
_WIDEST = 10.0  # points of a bullet
_FAR = 2.2  # times the size of type between a bullet and its text


@once_a_page
def small_drawings(page: Page) -> tuple[Box, ...]:
    """What is drawn small, and as wide as it is high."""
    drawn: tuple[Shape | Fill, ...] = (*page.shapes, *page.fills)
    boxes = (Box(d.x0, d.top, d.x1, d.bottom) for d in drawn if d.x1 - d.x0 < _WIDEST)
    return tuple(b for b in boxes if abs(b.width - b.height) < 0.3 * max(b.width, b.height))


def stands_before(disc: Box, line: Sequence[Word]) -> bool:
    """Whether what is drawn is as large as a bullet of a line, and stands left of it at its height."""
    size = line[0].font.size
    gap = line[0].x0 - disc.x1
    level = min(w.top for w in line) < disc.middle_y < max(w.bottom for w in line)
    return level and 0 < gap < _FAR * size and _SIZES[0] * size < disc.width < _SIZES[1] * size
