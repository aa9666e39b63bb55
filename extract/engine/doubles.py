"""Text drawn twice: bold by drawing again a little beside, shadows, whole text objects repeated."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from extract.engine import raw
from extract.engine.characters import Characters
from extract.engine.hidden import SHOWN, States
from extract.engine.painted import Painted, seen_colour
from extract.engine.view import Matrix

NEAR = 0.12  # of the font size: the same character again this near is drawn twice
BESIDE = 0.02  # points between two drawings that make strokes bolder


@dataclass(slots=True)
class Doubles:
    """What was drawn twice on a page."""

    dropped: NDArray[np.bool_]  # for each character: another stands for it
    bold: set[int] = field(default_factory=set)  # numbers of the runs that are made bold by it
    colours: dict[int, str] = field(default_factory=dict)  # of runs over which another colour was drawn


def find_doubles(characters: Characters, state: States, painted: Painted) -> Doubles:
    """Characters that a text object drawn later draws again in the same place; the later one is what is seen."""
    doubles = Doubles(np.zeros(len(characters), dtype=bool))
    _find_kept_by_pdfium(characters, state, doubles)
    _find_dropped_by_pdfium(characters, painted, doubles)
    return doubles


def _find_kept_by_pdfium(characters: Characters, state: States, doubles: Doubles) -> None:
    inked = np.flatnonzero((characters.run >= 0) & (state == SHOWN) & (characters.codes > 0x20))
    if len(inked) < 2:
        return
    frame, size, codes, run = (a[inked] for a in (characters.frame, characters.size, characters.codes, characters.run))
    for offset in (0.0, 0.5):  # two grids of lines, so that no pair falls between two lines of one
        order = np.lexsort((frame[:, 0], np.round(frame[:, 3] / 3 + offset), codes))
        one, two = order[:-1], order[1:]
        near = (
            (codes[one] == codes[two])
            & (np.abs(frame[one, 0] - frame[two, 0]) < NEAR * size[one])
            & (np.abs(frame[one, 3] - frame[two, 3]) < NEAR * size[one])
            & (run[one] != run[two])
        )
        for first, second in zip(one[near].tolist(), two[near].tolist(), strict=True):
            under, over = sorted((first, second))
            doubles.dropped[inked[under]] = True
            runs = characters.runs[run[under]], characters.runs[run[over]]
            if runs[0].colour == runs[1].colour and abs(frame[first, 0] - frame[second, 0]) > BESIDE:
                doubles.bold.add(int(run[over]))


def _find_dropped_by_pdfium(characters: Characters, painted: Painted, doubles: Doubles) -> None:
    """Text objects that pdfium itself left out as repetitions: the one they repeat is bold, or was its shadow."""
    known = {run.item for run in characters.runs}
    missing = [item for item in painted.texts if item not in known]
    if not missing or not characters.runs:
        return
    starts = np.array([run.start for run in characters.runs])
    numbers = np.zeros(6, dtype=np.float32)
    colours = np.zeros(4, dtype=np.uint32)
    for item in missing:
        raw.object_matrix(item, numbers.ctypes.data)
        matrix = Matrix(*numbers.tolist()).then(painted.texts[item].context)
        away = np.abs(starts - (matrix.e, matrix.f)).max(axis=1)
        nearest = int(np.argmin(away))
        run = characters.runs[nearest]
        if away[nearest] >= NEAR * run.size or run.order > painted.texts[item].order:
            continue
        raw.object_fill(item, *(colours.ctypes.data + 4 * part for part in range(4)))
        red, green, blue, alpha = colours.tolist()
        colour = seen_colour(red, green, blue, alpha)
        if colour and colour != run.colour:
            doubles.colours[nearest] = colour
        elif away[nearest] > BESIDE:
            doubles.bold.add(nearest)
