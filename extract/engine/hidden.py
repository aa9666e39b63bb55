"""Which characters the page does not show, and why."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from extract.engine.characters import FILLED, INVISIBLE, Characters
from extract.engine.clip import EVERYTHING
from extract.engine.drawings import Drawings
from extract.engine.raw import Floats
from extract.engine.view import View

SHOWN, CLIPPED, OFF_PAGE, UNPAINTED, SAME_COLOUR, COVERED, LAYER = range(7)
REASONS = {
    CLIPPED: "clipped",
    OFF_PAGE: "off page",
    UNPAINTED: "invisible",
    SAME_COLOUR: "background colour",
    COVERED: "covered",
    LAYER: "layer switched off",
}
ALIKE = 6  # of 255: colours that differ by no more look the same
MOST_UNDER_SCAN = 0.1  # share of visible characters on a scan with a text layer: page numbers stamped on it
SCAN = 0.5  # of the page that pictures must cover to be a scan
AT_ONCE = 256  # characters looked at together: each with every ground near them
OUTLINED = 100  # shapes on a page whose text is drawn as outlines

States = NDArray[np.int8]


def visibility(characters: Characters, drawings: Drawings, view: View) -> tuple[States, bool]:
    """For each character `SHOWN` or why it is not; and whether the text is the invisible layer under a scan, kept as shown."""
    boxes = characters.boxes
    runs = characters.runs
    x = (boxes[:, 0] + boxes[:, 2]) / 2
    y = (boxes[:, 1] + boxes[:, 3]) / 2
    state = np.zeros(len(characters), dtype=np.int8)
    _mark_same_colour(characters, drawings, x, y, state)
    _mark_covered(characters, drawings, x, y, state)
    unpainted = characters.of_runs([r.mode == INVISIBLE or r.colour == "transparent" for r in runs])
    scanned = _is_text_under_scan(characters, unpainted, drawings, view)
    if scanned:
        state[:] = SHOWN
    else:
        state[unpainted] = UNPAINTED
    windows = np.array([r.window for r in runs] + [EVERYTHING])
    if (windows != EVERYTHING).any():
        left, top, right, bottom = windows.T[:, characters.run]
        state[(x < left) | (x > right) | (y < top) | (y > bottom)] = CLIPPED
    state[(x < 0) | (x > view.width) | (y < 0) | (y > view.height)] = OFF_PAGE
    if not all(r.layer_shown for r in runs):
        state[characters.of_runs([not r.layer_shown for r in runs])] = LAYER
    return state, scanned


def _is_text_under_scan(characters: Characters, unpainted: NDArray[np.bool_], drawings: Drawings, view: View) -> bool:
    """Whether (nearly) all text is invisible and stands for what a picture of the page shows."""
    drawn = characters.run >= 0
    invisible = int((unpainted & drawn).sum())
    if not invisible or invisible < (1 - MOST_UNDER_SCAN) * int(drawn.sum()):
        return False
    covered = sum((i.x1 - i.x0) * (i.bottom - i.top) for i in drawings.images)
    return covered >= SCAN * view.width * view.height or len(drawings.shapes) >= OUTLINED


def _mark_same_colour(characters: Characters, drawings: Drawings, x: Floats, y: Floats, state: States) -> None:
    """Characters in the very colour of the ground they stand on: the last that was painted there before them."""
    grounds = drawings.grounds
    colours = {ground.colour for ground in grounds if ground.colour} | {"#ffffff"}
    inks = {run.colour for run in characters.runs}
    alike = {ink for ink in inks if any(_alike(ink, colour) for colour in colours)}
    suspects = [run.mode == FILLED and run.colour in alike for run in characters.runs]
    if not any(suspects):
        return
    boxes = np.array([ground.window for ground in grounds]).reshape(-1, 4)
    orders = np.array([ground.order for ground in grounds], dtype=np.int64)
    chosen = np.flatnonzero(characters.of_runs(suspects))
    breaks = np.flatnonzero(np.diff(characters.run[chosen])) + 1
    for chars in np.split(chosen, np.union1d(breaks, np.arange(AT_ONCE, len(chosen), AT_ONCE))):
        if not len(chars):
            continue
        run = characters.runs[characters.run[chars[0]]]
        across, down = x[chars], y[chars]
        beneath = boxes[: int(np.searchsorted(orders, run.order))]
        near = np.flatnonzero(
            (beneath[:, 0] <= across.max())
            & (beneath[:, 2] >= across.min())
            & (beneath[:, 1] <= down.max())
            & (beneath[:, 3] >= down.min())
        )
        last = np.full(len(chars), -1)  # the ground that each character stands on; -1: the paper
        if len(near):
            x0, top, x1, bottom = beneath[near[::-1]].T[:, :, None]
            under = (x0 <= across) & (x1 >= across) & (top <= down) & (bottom >= down)
            last = np.where(under.any(axis=0), near[::-1][under.argmax(axis=0)], -1)
        for ground in set(last.tolist()):
            colour = grounds[ground].colour if ground >= 0 else "#ffffff"
            if colour and _alike(run.colour, colour):
                state[chars[last == ground]] = SAME_COLOUR


def _alike(first: str, second: str) -> bool:
    if first == second:
        return True
    if "transparent" in (first, second) or first[1] != second[1]:
        return False  # colours with another first digit count as different: the pages' own are equal or far apart
    return all(abs(int(first[i : i + 2], 16) - int(second[i : i + 2], 16)) <= ALIKE for i in (1, 3, 5))


def _mark_covered(characters: Characters, drawings: Drawings, x: Floats, y: Floats, state: States) -> None:
    """Characters over which an opaque area was painted later."""
    runs = characters.runs
    if not runs:
        return
    first = min(run.order for run in runs)
    covers = [ground for ground in drawings.grounds if ground.opaque and ground.order > first]
    if not covers:
        return
    placed = np.array([run.order for run in runs])
    # First whole runs, as there are few; then the characters of those. A run's characters follow each other.
    drawn = np.flatnonzero(characters.run >= 0)
    starts = np.flatnonzero(np.diff(characters.run[drawn], prepend=-1) != 0)
    numbers = characters.run[drawn][starts]
    low = np.minimum.reduceat(characters.boxes[drawn], starts)
    high = np.maximum.reduceat(characters.boxes[drawn], starts)
    bounds = np.append(drawn[starts], len(characters))
    for cover in covers:
        x0, top, x1, bottom = cover.window
        touched = (
            (x0 < high[:, 2])
            & (x1 > low[:, 0])
            & (top < high[:, 3])
            & (bottom > low[:, 1])
            & (cover.order > placed[numbers])
        )
        for place in np.flatnonzero(touched).tolist():
            part = slice(int(bounds[place]), int(bounds[place + 1]))
            under = (x[part] >= x0) & (x[part] <= x1) & (y[part] >= top) & (y[part] <= bottom)
            state[part][under & (characters.run[part] == numbers[place])] = COVERED
