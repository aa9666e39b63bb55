"""Text drawn twice: bold by drawing again a little beside, shadows, whole text objects repeated."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from extract.engine import raw
from extract.engine.characters import Characters
from extract.engine.clip import Clips, shared
from extract.engine.hidden import SHOWN, States
from extract.engine.painted import Painted, seen_colour
from extract.engine.view import Matrix

NEAR = 0.12  # of the font size: the same character again this near is drawn twice
BESIDE = 0.02  # points between two drawings that make strokes bolder


def take_up_repeats(characters: Characters, painted: Painted, clips: Clips) -> set[int]:
    """Give runs what their repetitions show, as pdfium leaves those out; and say which are bold by being drawn twice.

    What is painted last is what is seen: its colour, its clip, and what was painted over before it.
    """
    bold: set[int] = set()
    runs = characters.runs
    known = {run.item for run in runs}
    missing = [item for item in painted.texts if item not in known]
    if not missing or not runs:
        return bold
    starts = np.array([run.start for run in runs])
    numbers = np.zeros(6, dtype=np.float32)
    parts = np.zeros(4, dtype=np.uint32)
    for item in missing:
        placed = painted.texts[item]
        raw.object_matrix(item, numbers.ctypes.data)
        matrix = Matrix(*numbers.tolist()).then(placed.context)
        away = np.abs(starts - (matrix.e, matrix.f)).max(axis=1)
        nearest = int(np.argmin(away))
        run = runs[nearest]
        if away[nearest] >= NEAR * run.size or run.order > placed.order or not placed.layer_shown:
            continue
        raw.object_fill(item, *(parts.ctypes.data + 4 * part for part in range(4)))
        red, green, blue, alpha = parts.tolist()
        colour = seen_colour(red, green, blue, alpha) or run.colour
        if colour == run.colour and away[nearest] > BESIDE:
            bold.add(nearest)
        window = shared(clips.window(item, placed.context)[0], placed.window)
        runs[nearest] = replace(run, order=placed.order, colour=colour, window=window)
    return bold


def drop_doubles(characters: Characters, state: States, bold: set[int]) -> NDArray[np.bool_]:
    """Which characters another text object draws again later in the same place. Runs made bold so are added to `bold`."""
    dropped = np.zeros(len(characters), dtype=bool)
    inked = np.flatnonzero((characters.run >= 0) & (state == SHOWN) & (characters.codes > 0x20))
    if len(inked) < 2:
        return dropped
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
            dropped[inked[under]] = True
            runs = characters.runs[run[under]], characters.runs[run[over]]
            if runs[0].colour == runs[1].colour and abs(frame[first, 0] - frame[second, 0]) > BESIDE:
                bold.add(int(run[over]))
    return dropped
