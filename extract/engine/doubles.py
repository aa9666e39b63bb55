"""Text drawn twice: bold by drawing again a little beside, shadows, whole text objects repeated."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from extract.engine import raw
from extract.engine.characters import Characters
from extract.engine.clip import Clips, shared
from extract.engine.hidden import SHOWN, States
from extract.engine.painted import Painted, seen_colour
from extract.engine.raw import Ints
from extract.engine.view import combined

NEAR = 0.12  # of the font size: the same character again this near is drawn twice
MOST_COMPARED = 400  # runs that are compared each with each
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
    numbers = raw.numbers_of(raw.lean(raw.object_matrix), list(map(raw.ready, missing)), 6).astype(np.float64)
    across, down = combined(numbers, [painted.texts[item].context for item in missing])[4:]
    first_x, first_y = np.array([run.start for run in runs]).T
    parts = np.zeros(4, dtype=np.uint32)
    for item, x, y in zip(missing, across.tolist(), down.tolist(), strict=True):
        placed = painted.texts[item]
        away = np.maximum(np.abs(first_x - x), np.abs(first_y - y))
        nearest = int(away.argmin())
        run = runs[nearest]
        if away[nearest] >= NEAR * run.size or run.order > placed.order or not placed.layer_shown:
            continue
        raw.object_fill(item, *(parts.ctypes.data + 4 * part for part in range(4)))
        red, green, blue, alpha = parts.tolist()
        colour = seen_colour(red, green, blue, alpha) or run.colour
        if colour == run.colour and away[nearest] > BESIDE:
            bold.add(nearest)
        window = shared(clips.window(raw.ready(item), placed.context)[0], placed.window)
        runs[nearest] = run._replace(order=placed.order, colour=colour, window=window)
    return bold


def drop_doubles(characters: Characters, state: States, bold: set[int]) -> NDArray[np.bool_]:
    """Which characters another text object draws again later in the same place. Runs made bold so are added to `bold`."""
    dropped = np.zeros(len(characters), dtype=bool)
    inked = np.flatnonzero((characters.run >= 0) & (state == SHOWN) & (characters.codes > 0x20))
    inked = inked[_crowded(characters, inked)]
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


def _crowded(characters: Characters, inked: Ints) -> NDArray[np.bool_]:
    """Which characters belong to a run that begins characters where another does: only those can be doubles."""
    run = characters.run[inked]
    starts = raw.starts_of(run)
    if not 1 < len(starts) <= MOST_COMPARED:
        return np.full(len(inked), len(starts) > 1)
    slack = NEAR * np.maximum.reduceat(characters.size[inked], starts)
    meet = np.ones((len(starts), len(starts)), dtype=bool)
    for side in (0, 3):
        edge = characters.frame[inked, side]
        low, high = np.minimum.reduceat(edge, starts) - slack, np.maximum.reduceat(edge, starts) + slack
        reaches = low[:, None] <= high
        meet &= reaches
        meet &= reaches.T
    crowded: NDArray[np.bool_] = np.repeat(meet.sum(axis=1) > 1, raw.lengths(starts, len(inked)))
    return crowded
