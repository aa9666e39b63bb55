"""Letters set apart on purpose: `R E P O R T` is one word, however it is drawn."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from extract.engine.raw import Floats
from extract.middles import median

# In parts of the font size.
APART = 0.1  # letters nearer than this are not set apart
SPREAD_OUT = 0.6  # letters wider apart are none of one word
EVEN = 0.08  # by how much the gaps of one word differ
FEWEST = 3  # even gaps in a row that prove it
MOSTLY = 0.7  # share of the gaps in a row that must be even
TIGHT = 0.05  # letters nearer than this are set as in any word
BESIDE = 2  # pairs of such at the ends of a row, from which its letters are initials between words: `Mr A B Cole`

Flags = NDArray[np.bool_]


def letterspaced(gap: Floats, size: Floats, of_letters: Flags) -> Floats:
    """For each pair of neighbours how far they are set apart on purpose, 0 for nearly all.

    `of_letters` are the pairs of two letters of one size and line without a space between them.
    """
    base = np.zeros(len(gap))
    wide = of_letters & (gap > APART * size) & (gap <= SPREAD_OUT * size)
    if wide.sum() < FEWEST:
        return base
    edges = np.flatnonzero(np.diff(np.concatenate(([False], wide, [False])).astype(np.int8)))
    rows = list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
    tight = of_letters & (gap <= TIGHT * size)
    proved: list[float] = []
    for start, end in rows:
        if end - start < FEWEST or _among_words(tight, start, end):  # as nearly all are
            continue
        relative = gap[start:end] / size[start:end]
        middle = median(relative.tolist())  # that of numpy looks for what is no number first
        even = np.abs(relative - middle) < EVEN
        if even.sum() >= FEWEST and even.mean() >= MOSTLY:
            within = relative < middle + EVEN  # some are nearer by kerning
            base[start:end][within] = middle * size[start:end][within]
            proved.append(middle)
    if proved:  # the short words between them: `OUT` in `S P A C E D  O U T`
        for start, end in rows:
            relative = gap[start:end] / size[start:end]
            near = [middle for middle in proved if np.all(np.abs(relative - middle) < EVEN)]
            if near and not base[start:end].any() and _beside(base, start, end):
                base[start:end] = near[0] * size[start:end]
    return base


def _among_words(tight: Flags, start: int, end: int) -> bool:
    """Whether the first and last letters of a row belong to words set as any other."""
    before, after = tight[max(start - BESIDE, 0) : start][::-1], tight[end : end + BESIDE]
    near = sum(bool(np.logical_and.accumulate(side)[i]) for side in (before, after) for i in range(len(side)))
    return near >= BESIDE


def _beside(base: Floats, start: int, end: int) -> bool:
    """Whether a row of pairs follows, or is followed by, one that is letterspaced: one pair, over the space, lies between."""
    return bool(base[max(start - 2, 0) : start].any() or base[end : end + 2].any())
