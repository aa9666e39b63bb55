"""The painted areas of a page that is a picture: cells with a ground, and what ends at their edges. Points from the top left, level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.page import Fill, Rule, Word

Picture = NDArray[np.uint8]
Mask = NDArray[np.uint8]

DARK = 140  # of 255: a ground from here on shows letters that are darker
SAME = 1.2  # points: an edge no further from a line is at it
COLOURED = 28  # of 255, between the strongest and the weakest of red, green and blue
GREY = 226  # of 255: brighter ones are paper
SMALLEST = 7.0  # points: height and width of a painted area
SOLID = 0.6  # share of its box that an area covers: letters leave holes
MOST_FILLS = 600  # of a page: more are a photograph
STEP = 32  # of 255: colours are told apart by so much, for a picture's noise
BESIDE_WORD = 3  # pixels on either side of a word that show what it stands on
LIGHTEST = 90  # percent of a word's pixels that are darker than what shows between its letters
AT_EDGE = 2.0  # points between a painted edge and the line that ends there
MOST_OF_EDGE = 0.8  # of a painted edge


def without_letters(picture: Picture, words: Sequence[Word], scale: float) -> Picture:
    """The picture with the ground that words stand on in their place: bold letters part a low painted cell as lines do.

    Words on paper, and white ones on what is dark, stay: neither parts an area of a colour told apart here.
    """
    ground = picture.copy()
    for word in words:
        left, right = round(word.x0 / scale), round(word.x1 / scale)
        top, bottom = max(0, round(word.top / scale)), round(word.bottom / scale)
        inside = picture[top:bottom, max(0, left) : right].reshape(-1, 3)
        beside = [
            picture[top:bottom, max(0, left - BESIDE_WORD) : left],
            picture[top:bottom, right : right + BESIDE_WORD],
        ]
        around = np.concatenate([part.reshape(-1, 3) for part in beside])
        if not (inside.size and around.size):
            continue
        colour = np.median(around, axis=0)
        between = np.percentile(inside, LIGHTEST, axis=0)
        if DARK < colour.min() < GREY and float(np.abs(colour - between).max()) < STEP:
            ground[top:bottom, max(0, left) : right] = colour
    return ground


def painted_areas(cv2: Any, picture: Picture, rules: Sequence[Rule], scale: float) -> Iterator[Fill]:  # noqa: ANN401 (a module)
    """Painted rectangles of a picture that shows no letters, cut apart by the rules between them."""
    smooth = cv2.medianBlur(picture, odd(2.2 / scale))
    strongest, weakest = smooth.max(axis=2).astype(np.int16), smooth.min(axis=2).astype(np.int16)
    painted = ((strongest - weakest > COLOURED) | (strongest < GREY)).astype(np.uint8)
    for rule in rules:
        ends = [round(v / scale) for v in (rule.x0, rule.top, rule.x1, rule.bottom)]
        cv2.line(painted, tuple(ends[:2]), tuple(ends[2:]), 0, 2)
    shade = (smooth // STEP).astype(np.int32)
    code = (shade[:, :, 0] * 64 + shade[:, :, 1] * 8 + shade[:, :, 2] + 1) * painted
    least = (SMALLEST / scale) ** 2
    values, counts = np.unique(code, return_counts=True)
    fills: list[Fill] = []
    for value in values[(counts > least) & (values > 0)]:
        fills.extend(_of_one_colour(cv2, picture, (code == value).astype(np.uint8), scale))
    if len(fills) <= MOST_FILLS:
        yield from fills


def _of_one_colour(cv2: Any, picture: Picture, mask: Mask, scale: float) -> Iterator[Fill]:  # noqa: ANN401 (a module)
    count, labels, facts, _ = cv2.connectedComponentsWithStats(mask, connectivity=4)
    for n in range(1, count):
        x, y, wide, high, area = (int(v) for v in facts[n][:5])
        if min(wide, high) * scale < SMALLEST or area < SOLID * wide * high:
            continue
        inside = picture[y : y + high, x : x + wide][labels[y : y + high, x : x + wide] == n]
        red, green, blue = (int(v) for v in np.median(inside, axis=0))
        yield Fill(x * scale, y * scale, (x + wide) * scale, (y + high) * scale, f"#{red:02x}{green:02x}{blue:02x}")


def edges_of(fill: Fill, rules: Sequence[Rule]) -> Iterator[Rule]:
    """The edges of a painted cell at which lines end: the line between it and the paper is lost in its colour."""
    for y in (fill.top, fill.bottom):
        upright = [r for r in rules if r.vertical and fill.x0 - SAME < r.x0 < fill.x1 + SAME]
        if any(r.top - AT_EDGE < y < r.bottom + AT_EDGE for r in upright) and not _is_drawn(fill, rules, y=y):
            yield Rule(fill.x0, y, fill.x1, y, 1.0)
    for x in (fill.x0, fill.x1):
        level = [r for r in rules if not r.vertical and fill.top - SAME < r.top < fill.bottom + SAME]
        if any(r.x0 - AT_EDGE < x < r.x1 + AT_EDGE for r in level) and not _is_drawn(fill, rules, x=x):
            yield Rule(x, fill.top, x, fill.bottom, 1.0)


def _is_drawn(fill: Fill, rules: Sequence[Rule], x: float | None = None, y: float | None = None) -> bool:
    """Whether a line runs along the edge of an area at `x` or at `y`, most of its way: a second one would be a narrow column."""
    if x is not None:
        along = [(r.top, r.bottom) for r in rules if r.vertical and abs(r.x0 - x) < AT_EDGE]
        start, end = fill.top, fill.bottom
    else:
        along = [(r.x0, r.x1) for r in rules if not r.vertical and abs(r.top - (y or 0.0)) < AT_EDGE]
        start, end = fill.x0, fill.x1
    return sum(max(0.0, min(b, end) - max(a, start)) for a, b in along) > MOST_OF_EDGE * (end - start)


def odd(pixels: float) -> int:
    """The odd number nearest to a length: what a filter's window is wide."""
    return 2 * round(pixels / 2) + 1
