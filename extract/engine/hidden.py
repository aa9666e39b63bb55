"""Which characters the page does not show, and why."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from extract.engine.characters import INVISIBLE, Characters, per_run
from extract.engine.clip import Window
from extract.engine.drawings import Drawings
from extract.engine.view import View

SHOWN, CLIPPED, OFF_PAGE, UNPAINTED, SAME_COLOUR = range(5)
REASONS = {CLIPPED: "clipped", OFF_PAGE: "off page", UNPAINTED: "invisible", SAME_COLOUR: "background colour"}


def visibility(
    characters: Characters, drawings: Drawings, pictures: Sequence[tuple[Window, int]], view: View
) -> NDArray[np.int8]:
    """For each character `SHOWN` or the reason why it is not."""
    boxes = characters.boxes
    x = (boxes[:, 0] + boxes[:, 2]) / 2
    y = (boxes[:, 1] + boxes[:, 3]) / 2
    state = np.zeros(len(characters), dtype=np.int8)
    windows = np.array([run.window for run in characters.runs] + [(-1e9, -1e9, 1e9, 1e9)])[characters.run]
    state[(x < windows[:, 0]) | (x > windows[:, 2]) | (y < windows[:, 1]) | (y > windows[:, 3])] = CLIPPED
    state[(x < 0) | (x > view.width) | (y < 0) | (y > view.height)] = OFF_PAGE
    modes = per_run(characters, [run.mode for run in characters.runs])
    transparent = per_run(characters, [int(run.colour == "transparent") for run in characters.runs])
    state[(modes == INVISIBLE) | (modes == 7) | (transparent > 0)] = UNPAINTED
    _mark_same_colour(characters, drawings, pictures, x, y, state)
    return state


def _mark_same_colour(
    characters: Characters,
    drawings: Drawings,
    pictures: Sequence[tuple[Window, int]],
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    state: NDArray[np.int8],
) -> None:
    """Characters in the very colour of the ground they stand on: the last fill painted under them before they were."""
    grounds = {fill.colour for fill in drawings.fills} | {"#ffffff"}
    suspects = [number for number, run in enumerate(characters.runs) if run.colour in grounds]
    if not suspects:
        return
    fills = np.array([(f.x0, f.top, f.x1, f.bottom) for f in drawings.fills]).reshape(-1, 4)
    orders = np.array(drawings.fill_orders, dtype=np.int64)
    suspicious = np.isin(characters.run, suspects) & (state == SHOWN)
    for char in np.flatnonzero(suspicious).tolist():
        run = characters.runs[characters.run[char]]
        under = np.flatnonzero(
            (fills[:, 0] <= x[char])
            & (fills[:, 2] >= x[char])
            & (fills[:, 1] <= y[char])
            & (fills[:, 3] >= y[char])
            & (orders < run.order)
        )
        ground = drawings.fills[under[-1]].colour if len(under) else "#ffffff"
        if run.colour == ground and not _pictured(
            drawings, pictures, float(x[char]), float(y[char]), run.order
        ):
            state[char] = SAME_COLOUR


def _pictured(
    drawings: Drawings, pictures: Sequence[tuple[Window, int]], x: float, y: float, order: int
) -> bool:
    """Whether a picture or drawing lies there: what it shows behind the text is not known, so the text counts as shown."""
    if any(w[0] <= x <= w[2] and w[1] <= y <= w[3] for w, painted in pictures if painted < order):
        return True
    grounds = (s for s in drawings.shapes if s.fill not in (None, "#ffffff"))
    return any(g.x0 <= x <= g.x1 and g.top <= y <= g.bottom for g in grounds)
