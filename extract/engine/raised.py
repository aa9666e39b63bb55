"""Small raised characters: footnote marks. Those of `1st` or `25th` belong to their number and are left out."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from extract.engine.characters import DESCENT, Characters
from extract.engine.raw import Ints

SMALLER = 0.86  # of the size of the text beside it; browsers set a raised mark at five sixths
RAISED = 0.15  # of that size, above its baseline
NEAR = 0.4  # of that size: the widest gap to the text it marks
OPENING = tuple(map(ord, "(["))
CLOSING = tuple(map(ord, ")].,;:’”"))
ORDINALS = ("st", "nd", "rd", "th")


def raised(characters: Characters, kept: Ints) -> NDArray[np.bool_]:
    """For each of the `kept` characters whether it is raised beside its neighbour."""
    flags = np.zeros(len(kept), dtype=bool)
    size = characters.size[kept]
    changes = np.flatnonzero(np.abs(np.diff(size)) > 0.1) + 1
    if not len(changes):
        return flags
    frame = characters.frame[kept]
    baseline = frame[:, 3] - DESCENT * size
    for start, end in pairwise([0, *changes.tolist(), len(kept)]):
        beside = []
        if start > 0:
            beside.append((start - 1, frame[start, 0] - frame[start - 1, 2]))
        if end < len(kept):
            beside.append((end, frame[end, 0] - frame[end - 1, 2]))
        if any(
            size[start] < SMALLER * size[other]
            and RAISED * size[other] < baseline[other] - baseline[start] < size[other]
            and -0.5 * size[other] < gap < NEAR * size[other]
            for other, gap in beside
        ):
            text = "".join(map(chr, characters.codes[kept[start:end]].tolist()))
            if text not in ORDINALS:
                first, last = _with_marks(characters, kept, start, end)
                flags[first:last] = True
    return flags


def _with_marks(characters: Characters, kept: Ints, start: int, end: int) -> tuple[int, int]:
    """The raised stretch with the brackets around it, and the stop or comma right behind it, that are not raised."""
    codes = characters.codes
    if start > 0 and codes[kept[start - 1]] in OPENING and _adjoin(characters, kept[start - 1], kept[start]):
        start -= 1
    while end < len(kept) and codes[kept[end]] in CLOSING and _adjoin(characters, kept[end - 1], kept[end]):
        end += 1
    return start, end


def _adjoin(characters: Characters, first: int, second: int) -> bool:
    """Whether nothing is printed between two characters; spaces that pdfium makes up do not count."""
    return bool((characters.run[first + 1 : second] < 0).all())
