"""Gradients that programs draw as many slices of slightly different colour, made one area again."""

from __future__ import annotations

from typing import NamedTuple

from extract.engine.clip import Window

THICKEST = 12.0  # points: a slice of a gradient is thinner than a line of text
FEWEST = 6  # slices
FEWEST_COLOURS = 3
STEP = 28  # of 255: neighbouring slices differ by no more
MEET = 0.6  # points: slack where slices touch


class Area(NamedTuple):
    """A painted rectangle, as seen."""

    window: Window
    colour: str
    order: int  # place in the painting order
    opaque: bool
    thin: float  # its shorter side before it was clipped


def join_slices(areas: list[Area]) -> list[Area]:
    """The areas in painting order, runs of slices joined into one of their mean colour."""
    joined: list[Area] = []
    slices: list[Area] = []
    for area in areas:
        if slices and not _continues(slices[-1], area):
            joined += _as_one(slices)
            slices = []
        slices.append(area)
    return joined + _as_one(slices)


def _continues(last: Area, area: Area) -> bool:
    if last.thin > THICKEST or area.thin > THICKEST:
        return False
    a, b = last.window, area.window
    stacked = abs(a[0] - b[0]) < MEET and abs(a[2] - b[2]) < MEET
    beside = abs(a[1] - b[1]) < MEET and abs(a[3] - b[3]) < MEET
    touching = (stacked and min(abs(b[1] - a[3]), abs(a[1] - b[3])) < MEET) or (
        beside and min(abs(b[0] - a[2]), abs(a[0] - b[2])) < MEET
    )
    return touching and all(abs(p - q) <= STEP for p, q in zip(_parts(last.colour), _parts(area.colour), strict=True))


def _as_one(slices: list[Area]) -> list[Area]:
    if len(slices) < FEWEST or len({area.colour for area in slices}) < FEWEST_COLOURS:
        return slices
    windows = [area.window for area in slices]
    sizes = [(w[2] - w[0]) * (w[3] - w[1]) for w in windows]
    parts = [_parts(area.colour) for area in slices]
    whole = sum(sizes) or 1.0
    red, green, blue = (
        round(sum(part[i] * size for part, size in zip(parts, sizes, strict=True)) / whole) for i in range(3)
    )
    window = (
        min(w[0] for w in windows), min(w[1] for w in windows), max(w[2] for w in windows), max(w[3] for w in windows)
    )  # fmt: skip
    thin = min(window[2] - window[0], window[3] - window[1])
    opaque = all(area.opaque for area in slices)
    return [Area(window, f"#{red:02x}{green:02x}{blue:02x}", slices[-1].order, opaque, thin)]


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
