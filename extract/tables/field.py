"""The words of a page as arrays, for many questions about boxes at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from extract.tables.draft import Grid
from models.geometry import Box
from models.lazy import lazy
from models.page import Word


class Field:
    """Words that may stand in tables: those of a page less its furniture."""

    def __init__(self, words: Iterable[Word], furniture: Collection[Word] = ()) -> None:
        self.words: Sequence[Word] = [w for w in words if w not in furniture] if furniture else list(words)

    @lazy
    def x(self) -> NDArray[np.float64]:
        """Where the middle of each word stands; nobody asks where a page has nothing like a table."""
        return np.array([w.x0 + w.x1 for w in self.words]) / 2

    @lazy
    def y(self) -> NDArray[np.float64]:
        """The same, down the page."""
        return np.array([w.top + w.bottom for w in self.words]) / 2

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
    taken = [field.mask(grid.box) for grid in grids if grid.alone]
    if not taken:
        return list(field.words)
    return list(compress(field.words, (~np.logical_or.reduce(taken)).tolist()))
