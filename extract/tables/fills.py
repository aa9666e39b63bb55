"""The colour behind a cell: what was painted last over most of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from models.geometry import Box
from models.page import Fill, Page, Rule

WHITE = "#ffffff"
STEP = 1.5  # points a side of one sample of the canvas
COVERED = 0.5  # share of a cell that must be painted
THINNEST_SLICE = 0.7  # points
ABUTS = 0.8  # points between two strips of one area
FEWEST_STRIPS = 4
SLICE_ALIKE = 60
THICKEST_LINE = 3.0  # points: strokes side by side up to this are one line, as the borders of two tables that touch are
ALIKE = 24  # sum of differences in red, green and blue, of 255 each, that the eye does not part

_Strip = tuple[float, float, str, Rule | None]  # where it begins and ends across, its colour, its stroke if it is one


@lru_cache(maxsize=5_000)
def is_white(colour: str) -> bool:
    """Whether a colour cannot be told from the paper."""
    return min(_parts(colour)) >= 250


def alike(one: str, two: str, most: int = ALIKE) -> bool:
    """Whether two colours side by side look the same."""
    return one == two or _apart(one, two) <= most


@lru_cache(maxsize=5_000)
def _apart(one: str, two: str) -> int:
    return sum(abs(a - b) for a, b in zip(_parts(one), _parts(two), strict=True))


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def slices(page: Page) -> list[Rule]:
    """Rules that are slices of a colour gradient or of an area painted strip by strip, not strokes.

    Such a strip abuts strips of nearly its own colour and of the same ends.
    """
    found: list[Rule] = []
    for upright in (False, True):
        stacks: dict[tuple[int, int], list[_Strip]] = defaultdict(list)
        for rule in page.rules:
            if rule.vertical == upright and rule.width >= THINNEST_SLICE:
                start, end = (rule.top, rule.bottom) if upright else (rule.x0, rule.x1)
                at, half = (rule.x0 if upright else rule.top), rule.width / 2
                stacks[round(start), round(end)].append((at - half, at + half, rule.colour, rule))
        stacks = {key: stack for key, stack in stacks.items() if len(stack) >= 2}
        if not stacks:
            continue
        for fill in page.fills:
            ends = (fill.top, fill.bottom) if upright else (fill.x0, fill.x1)
            stack = stacks.get((round(ends[0]), round(ends[1])))
            if stack is not None:
                stack.append((*((fill.x0, fill.x1) if upright else (fill.top, fill.bottom)), fill.colour, None))
        for stack in stacks.values():
            found.extend(_strips(stack))
    return found


def _strips(stack: list[_Strip]) -> list[Rule]:
    stack.sort(key=lambda piece: (piece[0], piece[1]))
    places = [stack[0]]
    again: list[tuple[int, Rule]] = []  # strokes drawn twice stand at one place
    for piece in stack[1:]:
        if piece[0] - places[-1][0] > 0.3:
            places.append(piece)
        elif piece[3] is not None:
            again.append((len(places) - 1, piece[3]))
    if len(places) < FEWEST_STRIPS:
        return []
    found: list[Rule] = []
    for number, (start, end, colour, rule) in enumerate(places):
        if rule is None:
            continue
        near = [
            other
            for other in (*places[max(0, number - 1) : number], *places[number + 1 : number + 2])
            if other[0] - end < ABUTS and start - other[1] < ABUTS
        ]
        if near and all(alike(colour, other[2], SLICE_ALIKE) for other in near) and not _is_line(places, number):
            found.append(rule)
            found.extend(twin for place, twin in again if place == number)
    return found


def _is_line(places: Sequence[_Strip], number: int) -> bool:
    """Whether a stroke and its like that abut it are together no thicker than a line, and no area stands among them."""
    first = last = number
    while first > 0 and _goes_on(places[first - 1], places[first]):
        first -= 1
        if places[number][1] - places[first][0] > THICKEST_LINE:
            return False
    while last + 1 < len(places) and _goes_on(places[last], places[last + 1]):
        last += 1
        if places[last][1] - places[first][0] > THICKEST_LINE:
            return False
    return all(piece[3] is not None for piece in places[first : last + 1])


def _goes_on(one: _Strip, other: _Strip) -> bool:
    return other[0] - one[1] < ABUTS and alike(one[2], other[2], SLICE_ALIKE)


def _area(rule: Rule) -> Fill:
    half = rule.width / 2
    if rule.vertical:
        return Fill(rule.x0 - half, rule.top, rule.x1 + half, rule.bottom, rule.colour)
    return Fill(rule.x0, rule.top - half, rule.x1, rule.bottom + half, rule.colour)


class Canvas:
    """The fills of a page painted in their order onto a coarse grid."""

    def __init__(self, page: Page) -> None:
        self._painted: NDArray[np.int16] | None = None
        self._colours: list[str] = []
        self._white: list[bool] = []
        self._likes: dict[str, bool] = {}
        strips = slices(page)
        self.strips = frozenset(id(rule) for rule in strips)  # rules that are no strokes but painted area
        if not page.fills and not strips:
            return
        numbers: dict[str, int] = {}
        painted = np.full((int(page.height / STEP) + 2, int(page.width / STEP) + 2), -1, dtype=np.int16)
        for fill in (*(_area(rule) for rule in strips), *page.fills):
            number = numbers.setdefault(fill.colour, len(numbers))
            # A sample belongs to a fill that holds its middle.
            top, bottom = round(max(fill.top, 0) / STEP), round(max(fill.bottom, 0) / STEP)
            left, right = round(max(fill.x0, 0) / STEP), round(max(fill.x1, 0) / STEP)
            bottom, right = max(bottom, top + 1), max(right, left + 1)
            painted[top:bottom, left:right] = number
        self._colours = list(numbers)
        self._white = [is_white(colour) for colour in numbers]
        self._painted = painted

    @property
    def is_blank(self) -> bool:
        """Whether nothing is painted on it."""
        return self._painted is None

    def has_like(self, colour: str) -> bool:
        """Whether anything on the page, the paper included, is of about this colour."""
        known = self._likes.get(colour)
        if known is None:
            known = self._likes[colour] = is_white(colour) or any(alike(colour, c) for c in self._colours)
        return known

    def at(self, x: float, y: float) -> str:
        """The colour at a point, white where nothing is painted."""
        if self._painted is None:
            return WHITE
        row, column = int(y / STEP), int(x / STEP)  # of the sample that holds the point
        if not (0 <= row < self._painted.shape[0] and 0 <= column < self._painted.shape[1]):
            return WHITE
        number = int(self._painted[row, column])
        return self._colours[number] if number >= 0 else WHITE

    def behind(self, box: Box) -> str | None:
        """The colour that covers most of `box`; None where that is white or the page itself."""
        if self._painted is None:
            return None
        x0, y0, x1, y1 = box
        wide, high = x1 - x0, y1 - y0
        inset_x, inset_y = 1.5 if wide > 9 else wide / 6, 1.5 if high > 9 else high / 6
        top, bottom = round((y0 + inset_y) / STEP), round((y1 - inset_y) / STEP)
        left, right = round((x0 + inset_x) / STEP), round((x1 - inset_x) / STEP)
        part = self._painted[max(top, 0) : max(bottom, top + 1), max(left, 0) : max(right, left + 1)]
        samples = part.tobytes()
        if not samples:
            return None
        # Mostly one area lies under all of a cell, or none under any of it: then all its samples are the same bytes.
        if samples == samples[: part.itemsize] * part.size:
            first: int = part.item(0)
            return None if first < 0 or self._white[first] else self._colours[first]
        counts = np.bincount(part.ravel() + 1)[1:].tolist()  # of bare paper first
        every = zip(counts, self._white, self._colours, strict=False)
        coloured = [(n, colour) for n, white, colour in every if n and not white]
        if not coloured or sum([n for n, _ in coloured]) < COVERED * part.size:
            return None
        # Of a gradient's many slices the widest tells; white and bare paper are no colour of the cell here.
        return max(coloured, key=itemgetter(0))[1]
