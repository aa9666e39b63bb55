"""The words of a page as arrays, for many questions about boxes at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from extract.tables.draft import Grid
from models.geometry import Box
from models.page import Word


class Field:
    """Words that may stand in tables: those of a page less its furniture."""

    def __init__(self, words: Iterable[Word], furniture: Collection[Word] = ()) -> None:
        self.words: Sequence[Word] = [w for w in words if w not in furniture]
        self.boxes: NDArray[np.float64] = np.array(
            [(w.x0, w.top, w.x1, w.bottom) for w in self.words], dtype=np.float64
        ).reshape(-1, 4)
        self.x: NDArray[np.float64] = (self.boxes[:, 0] + self.boxes[:, 2]) / 2
        self.y: NDArray[np.float64] = (self.boxes[:, 1] + self.boxes[:, 3]) / 2

    def mask(self, box: Box) -> NDArray[np.bool_]:
        """Which words have their middle in `box`."""
        inside: NDArray[np.bool_] = (
            (self.x >= box.x0) & (self.x <= box.x1) & (self.y >= box.top) & (self.y <= box.bottom)
        )
        return inside

    def within(self, box: Box, without: Sequence[Box] = ()) -> list[Word]:
        """The words in `box`, less those in the boxes of `without`."""
        inside = self.mask(box)
        for other in without:
            inside &= ~self.mask(other)
        return [self.words[i] for i in np.flatnonzero(inside).tolist()]


def free_words(field: Field, grids: Sequence[Grid]) -> list[Word]:
    """The words that stand in no table."""
    free = np.ones(len(field.words), dtype=bool)
    for grid in grids:
        if grid.alone:
            free &= ~field.mask(grid.box)
    return [field.words[i] for i in np.flatnonzero(free).tolist()]
