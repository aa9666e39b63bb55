"""Which characters the page does not show, and why."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from extract.engine.characters import FILLED, INVISIBLE, Characters
from extract.engine.clip import EVERYTHING, Window
from extract.engine.drawings import Drawings
from extract.engine.raw import Floats, Ints, starts_of
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
AT_ONCE = 256  # runs, characters or covers looked at together: each with every ground, or every run
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
    scanned = False
    is_unpainted = [r.mode == INVISIBLE or r.colour == "transparent" for r in runs]
    if any(is_unpainted):
        unpainted = characters.of_runs(is_unpainted)
        scanned = _is_text_under_scan(characters, unpainted, drawings, view)
        if scanned:
            state[:] = SHOWN
        else:
            state[unpainted] = UNPAINTED
    if not len(characters):
        return state, scanned
    held = float(x.min()), float(y.min()), float(x.max()), float(y.max())
    if not all(_holds(window, held) for window in {id(r.window): r.window for r in runs}.values()):
        windows = np.array([r.window for r in runs] + [EVERYTHING])
        left, top, right, bottom = windows.T[:, characters.run]
        state[(x < left) | (x > right) | (y < top) | (y > bottom)] = CLIPPED
    if not _holds((0.0, 0.0, view.width, view.height), held):
        state[(x < 0) | (x > view.width) | (y < 0) | (y > view.height)] = OFF_PAGE
    not_shown = [not r.layer_shown for r in runs]
    if any(not_shown):
        state[characters.of_runs(not_shown)] = LAYER
    return state, scanned


def _holds(window: Window, held: Window) -> bool:
    """Whether all that lies within `held` shows through a window: then nobody asks of each character."""
    return window[0] <= held[0] and window[1] <= held[1] and held[2] <= window[2] and held[3] <= window[3]


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
    chosen = np.flatnonzero(characters.of_runs(suspects))
    if not len(chosen):
        return
    # First whole runs, as there are few: mostly all of one stands on the same ground. A run's characters follow each other.
    starts = starts_of(characters.run[chosen])
    stretches = np.split(chosen, starts[1:])
    numbers = characters.run[chosen[starts]].tolist()
    left, right = np.minimum.reduceat(x[chosen], starts), np.maximum.reduceat(x[chosen], starts)
    high, low = np.minimum.reduceat(y[chosen], starts), np.maximum.reduceat(y[chosen], starts)
    placed = np.array([characters.runs[number].order for number in numbers])
    x0, top, x1, bottom = (
        np.array([ground.window for ground in grounds[::-1]]).reshape(-1, 4).T
    )  # the last painted first
    orders = np.array([ground.order for ground in grounds[::-1]], dtype=np.int64)
    for first in range(0, len(numbers), AT_ONCE):
        part = (slice(first, first + AT_ONCE), None)
        touched = (x0 <= right[part]) & (x1 >= left[part]) & (top <= low[part]) & (bottom >= high[part])
        touched &= orders < placed[part]
        held = (x0 <= left[part]) & (x1 >= right[part]) & (top <= high[part]) & (bottom >= low[part])
        for number, chars, near, around in zip(numbers[part[0]], stretches[part[0]], touched, held, strict=True):
            ink = characters.runs[number].colour
            places = near.nonzero()[0]
            if not len(places):
                seen = [(-1, chars)]
            elif around[places[0]]:
                seen = [(int(places[0]), chars)]
            else:
                seen = list(_standing(chars, x, y, (x0[places], top[places], x1[places], bottom[places]), places))
            for place, standing in seen:
                colour = grounds[-1 - place].colour if place >= 0 else "#ffffff"
                if colour and _alike(ink, colour):
                    state[standing] = SAME_COLOUR


def _standing(
    chars: Ints, x: Floats, y: Floats, boxes: tuple[Floats, Floats, Floats, Floats], places: Ints
) -> Iterator[tuple[int, Ints]]:
    """The ground that characters stand on, of those in `boxes`: its place among `places`, -1 for the paper, and the characters."""
    x0, top, x1, bottom = (side[:, None] for side in boxes)
    for first in range(0, len(chars), AT_ONCE):
        part = chars[first : first + AT_ONCE]
        across, down = x[part], y[part]
        under = (x0 <= across) & (x1 >= across) & (top <= down) & (bottom >= down)
        ground = np.where(under.any(axis=0), places[under.argmax(axis=0)], -1)
        yield from ((place, part[ground == place]) for place in set(ground.tolist()))


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
    first = min([run.order for run in runs])
    covers = [ground for ground in drawings.grounds if ground.opaque and ground.order > first]
    if not covers:
        return
    placed = np.array([run.order for run in runs])
    # First whole runs, as there are few; then the characters of those. A run's characters follow each other.
    drawn = np.flatnonzero(characters.run >= 0)
    starts = starts_of(characters.run[drawn])
    numbers = characters.run[drawn][starts]
    low = np.minimum.reduceat(characters.boxes[drawn], starts)
    high = np.maximum.reduceat(characters.boxes[drawn], starts)
    bounds = np.append(drawn[starts], len(characters)).tolist()
    for first in range(0, len(covers), AT_ONCE):
        some = covers[first : first + AT_ONCE]
        x0, top, x1, bottom = np.array([cover.window for cover in some]).T[:, :, None]
        orders = np.array([cover.order for cover in some])[:, None]
        touched = (x0 < high[:, 2]) & (x1 > low[:, 0]) & (top < high[:, 3]) & (bottom > low[:, 1])
        for number, place in np.argwhere(touched & (orders > placed[numbers])).tolist():
            left, above, right, below = some[number].window
            part = slice(bounds[place], bounds[place + 1])
            under = (x[part] >= left) & (x[part] <= right) & (y[part] >= above) & (y[part] <= below)
            state[part][under & (characters.run[part] == numbers[place])] = COVERED
