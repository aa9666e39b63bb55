"""Grids that are drawn by colour alone: cells side by side, each with its own fill, and no rules between them."""

from __future__ import annotations

import numpy as np

from extract.tables.fills import is_white
from extract.tables.rules import Edges, join
from models.geometry import Box
from models.page import Fill, Page

SMALLEST = (8.0, 5.0)  # points: a smaller fill is a badge or a highlight
ABUTS = 0.6  # points between strips of one cell
SAME_EDGE = 1.0
BACKGROUND = 3  # fills inside another make that one a background
MOST = 3_000


def fill_edges(page: Page, taken: list[Box]) -> Edges:
    """The edges of the coloured cells of a page that stand in none of the boxes already read."""
    fills = [
        f
        for f in page.fills[:MOST]
        if not is_white(f.colour)
        and f.x1 - f.x0 >= SMALLEST[0]
        and f.bottom - f.top >= SMALLEST[1]
        and f.x1 - f.x0 < 0.95 * page.width
        and not any(b.holds_middle_of(f) for b in taken)
    ]
    fills = _cells(_without_backgrounds(fills))
    if len(fills) < 3:
        return Edges(np.empty((0, 3)), np.empty((0, 3)))
    level = [(y, f.x0, f.x1) for f in fills for y in (f.top, f.bottom)]
    upright = [(x, f.top, f.bottom) for f in fills for x in (f.x0, f.x1)]
    return Edges(join(level), join(upright))


def _without_backgrounds(fills: list[Fill]) -> list[Fill]:
    if len(fills) < BACKGROUND + 1:
        return fills
    boxes = np.array([(f.x0, f.top, f.x1, f.bottom) for f in fills])
    inside = (
        (boxes[None, :, 0] >= boxes[:, None, 0] - SAME_EDGE)
        & (boxes[None, :, 1] >= boxes[:, None, 1] - SAME_EDGE)
        & (boxes[None, :, 2] <= boxes[:, None, 2] + SAME_EDGE)
        & (boxes[None, :, 3] <= boxes[:, None, 3] + SAME_EDGE)
    )
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    smaller = area[None, :] < 0.7 * area[:, None]
    counts = (inside & smaller).sum(axis=1)
    return [f for f, count in zip(fills, counts.tolist(), strict=True) if count < BACKGROUND]


def _cells(fills: list[Fill]) -> list[Fill]:
    """Strips of one colour that stand on each other, or are painted over each other, made one."""
    done: list[Fill] = []
    for fill in sorted(fills, key=lambda f: (round(f.x0), round(f.x1), f.top)):
        last = done[-1] if done else None
        if (
            last is not None
            and last.colour == fill.colour
            and abs(last.x0 - fill.x0) <= SAME_EDGE
            and abs(last.x1 - fill.x1) <= SAME_EDGE
            and fill.top - last.bottom <= ABUTS
        ):
            done[-1] = Fill(last.x0, last.top, last.x1, max(last.bottom, fill.bottom), last.colour)
        else:
            done.append(fill)
    return done
