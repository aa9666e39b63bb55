"""The names of silhouettes: pixels compared with arrows, ticks and crosses drawn in the ways that icons are."""

from __future__ import annotations

from functools import cache
from itertools import product
from math import cos, radians, sin

import numpy as np
from numpy.typing import NDArray

SIDE = 32  # pixels of the square in which silhouettes are compared
LIKE = 0.75  # share of the pixels of both together that must be common to both
AHEAD = 0.05  # by which the name must be ahead of the next
_FINE = 4  # times finer the patterns are drawn than they are compared
_TURNS = {0: "level", 45: "down_right", 90: "down", 135: "", 180: "", 225: "", 270: "up", 315: "up_right"}

Mask = NDArray[np.bool_]
Points = list[tuple[float, float]]


def name_of(ink: Mask) -> str | None:
    """What the inked pixels look like, by name as in `extract.symbols`; None where that is nothing known, or in doubt."""
    silhouette = normal(ink)
    if silhouette is None:
        return None
    patterns, names = _patterns()
    flat = silhouette.ravel().astype(np.float32)
    common = patterns @ flat
    likeness = common / (patterns.sum(axis=1) + flat.sum() - common)
    best = int(likeness.argmax())
    others = likeness[[name != names[best] for name in names]]
    if likeness[best] < LIKE or likeness[best] - others.max() < AHEAD:
        return None
    return names[best] or None


def is_disc(ink: Mask) -> bool:
    """Whether the pixels make up a disc."""
    silhouette = normal(ink)
    if silhouette is None:
        return False
    places = np.arange(SIDE) - (SIDE - 1) / 2
    disc = places[:, None] ** 2 + places**2 <= (SIDE / 2) ** 2
    return bool((disc & silhouette).sum() >= 0.9 * (disc | silhouette).sum())


def normal(ink: Mask) -> Mask | None:
    """The pixels at the size in which they are compared, middle in the middle; None where there are none."""
    part = cut(ink)
    if part is None:
        return None
    from PIL import Image  # few papers have icons

    high, wide = part.shape
    scale = SIDE / max(high, wide)
    size = (max(round(wide * scale), 1), max(round(high * scale), 1))
    small = Image.fromarray(part.astype(np.uint8) * 255).resize(
        size, Image.Resampling.BOX if scale < 1 else Image.Resampling.BILINEAR
    )
    square = Image.new("L", (SIDE, SIDE))
    square.paste(small, ((SIDE - size[0]) // 2, (SIDE - size[1]) // 2))
    return np.asarray(square) > 127


def cut(ink: Mask) -> Mask | None:
    """The pixels without the empty rows and columns around them."""
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        return None
    return ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def filled_up(ink: Mask) -> Mask:
    """The pixels and the holes among them."""
    free = ~np.pad(ink, 1)
    outside = np.zeros_like(free)
    outside[0] = outside[-1] = outside[:, 0] = outside[:, -1] = True
    count = 0
    while count != (count := int(outside.sum())):
        outside[1:] |= outside[:-1]
        outside &= free
        outside[:-1] |= outside[1:]
        outside &= free
        outside[:, 1:] |= outside[:, :-1]
        outside &= free
        outside[:, :-1] |= outside[:, 1:]
        outside &= free
    return ~outside[1:-1, 1:-1]


@cache
def _patterns() -> tuple[NDArray[np.float32], list[str]]:
    """Silhouettes, a row each, with their names; those that look like a mark and are none have an empty name."""
    drawn: list[tuple[str, Mask]] = []
    for turn, name in _TURNS.items():
        drawn += [(name, _polygon(points, turn)) for points in _arrows()]
        for thick, spread in product((0.1, 0.16, 0.24), (0.3, 0.45)):
            head = [(1 - spread, -spread), (1.0, 0.0), (1 - spread, spread)]
            drawn.append((name, _strokes([head, [(0.0, 0.0), (1.0, 0.0)]], thick, turn)))
            drawn.append(
                (name, _strokes([[(-spread, -2 * spread), (1 - spread, 0.0), (-spread, 2 * spread)]], thick, turn))
            )
    for thick, low, start in product((0.1, 0.18, 0.26), (0.28, 0.38), (0.35, 0.5)):
        drawn.append(("tick", _strokes([[(0.0, start), (low, 0.8), (1.0, 0.0)]], thick)))
    for thick in (0.08, 0.14, 0.2, 0.28):
        drawn.append(("cross", _strokes([[(0, 0), (1, 1)], [(1, 0), (0, 1)]], thick)))
        drawn.append(("", _strokes([[(0.5, 0), (0.5, 1)], [(0, 0.5), (1, 0.5)]], thick)))  # a plus
        for turn in (0, 45, 90, 135):
            drawn.append(("", _strokes([[(0, 0), (1, 0)]], thick, turn)))
    for turn, name in {0: "level", 45: "", 90: "", 135: ""}.items():
        for tip, shaft, half in product((0.25, 0.35), (0.15, 0.25), (0.25, 0.35)):
            right = [(tip, -shaft / 2), (1 - tip, -shaft / 2), (1 - tip, -half), (1.0, 0.0)]
            drawn.append(
                (name, _polygon([(0.0, 0.0), (tip, -half), *right, *_mirrored(right[:-1]), (tip, half)], turn))
            )
    for corners in (4, 5, 6, 8):
        for angle in (0, 90, 180, 270, 180 / corners):
            around = [(cos(radians(360 * n / corners)), sin(radians(360 * n / corners))) for n in range(corners)]
            drawn.append(("", _polygon(around, angle)))
    for turn in (0, 90, 180, 270):
        drawn.append(("", _polygon([(0, 0), (1, 0), (0, 1)], turn)))  # a corner's flag
    return np.array([mask.ravel() for _, mask in drawn], dtype=np.float32), [name for name, _ in drawn]


def _arrows() -> list[Points]:
    """Block arrows and triangles that point to the right."""
    arrows: list[Points] = [[(0, -half), (1, 0), (0, half)] for half in (0.35, 0.5, 0.65)]
    for head, shaft, half in product((0.35, 0.5, 0.65), (0.35, 0.5, 0.65), (0.25, 0.35, 0.5)):
        side = [(0.0, -shaft * half), (1 - head, -shaft * half), (1 - head, -half), (1.0, 0.0)]
        arrows.append([*side, *_mirrored(side[:-1])])
    return arrows


def _mirrored(points: Points) -> Points:
    return [(x, -y) for x, y in reversed(points)]


def _polygon(points: Points, turn: float = 0.0) -> Mask:
    return _picture([points], None, turn)


def _strokes(lines: list[Points], thick: float, turn: float = 0.0) -> Mask:
    return _picture(lines, thick, turn)


def _picture(lines: list[Points], thick: float | None, turn: float) -> Mask:
    """Polygons filled, or lines drawn `thick`, turned clockwise by `turn` degrees, as a silhouette."""
    from PIL import Image, ImageDraw

    across, down = cos(radians(turn)), sin(radians(turn))
    size = SIDE * _FINE
    picture = Image.new("L", (3 * size, 3 * size))
    pen = ImageDraw.Draw(picture)
    for line in lines:
        spots = [(size * (1.5 + x * across - y * down), size * (1.5 + x * down + y * across)) for x, y in line]
        if thick is None:
            pen.polygon(spots, fill=255)
        else:
            pen.line(spots, fill=255, width=round(thick * size), joint="curve")
    silhouette = normal(np.asarray(picture) > 127)
    if silhouette is None:
        raise ValueError("a pattern without a pixel")
    return silhouette
