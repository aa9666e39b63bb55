"""The colour behind a cell: what was painted last over most of it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from extract.tables.rules import is_white
from models.geometry import Box
from models.page import Page

STEP = 1.5  # points a side of one sample of the canvas
COVERED = 0.5  # share of a cell that must be painted


class Canvas:
    """The fills of a page painted in their order onto a coarse grid."""

    def __init__(self, page: Page) -> None:
        self._painted: NDArray[np.int16] | None = None
        self._colours: list[str] = []
        if not page.fills:
            return
        numbers: dict[str, int] = {}
        painted = np.full((int(page.height / STEP) + 2, int(page.width / STEP) + 2), -1, dtype=np.int16)
        for fill in page.fills:
            number = numbers.setdefault(fill.colour, len(numbers))
            # A sample belongs to a fill that holds its middle.
            top, bottom = round(max(fill.top, 0) / STEP), round(max(fill.bottom, 0) / STEP)
            left, right = round(max(fill.x0, 0) / STEP), round(max(fill.x1, 0) / STEP)
            painted[top : max(bottom, top + 1), left : max(right, left + 1)] = number
        self._colours = list(numbers)
        self._painted = painted

    def behind(self, box: Box) -> str | None:
        """The colour that covers most of `box`; None where that is white or the page itself."""
        if self._painted is None:
            return None
        inset_x, inset_y = min(1.5, box.width / 6), min(1.5, box.height / 6)
        top, bottom = round((box.top + inset_y) / STEP), round((box.bottom - inset_y) / STEP)
        left, right = round((box.x0 + inset_x) / STEP), round((box.x1 - inset_x) / STEP)
        part = self._painted[max(top, 0) : max(bottom, top + 1), max(left, 0) : max(right, left + 1)]
        if not part.size:
            return None
        counts = np.bincount(part.ravel() + 1, minlength=len(self._colours) + 1)
        coloured = sum(int(n) for n, c in zip(counts[1:], self._colours, strict=False) if n and not is_white(c))
        if coloured < COVERED * part.size:
            return None
        # Of a gradient's many slices the widest tells; white and bare paper are no colour of the cell here.
        best = max(
            (i for i, c in enumerate(self._colours) if counts[i + 1] and not is_white(c)), key=lambda i: counts[i + 1]
        )
        return self._colours[best]
