"""Boxes on a page."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar


class Placed(Protocol):
    """Anything with a box."""

    @property
    def x0(self) -> float: ...
    @property
    def top(self) -> float: ...
    @property
    def x1(self) -> float: ...
    @property
    def bottom(self) -> float: ...


class Box(NamedTuple):
    """A rectangle in PDF points, origin at the top left of the page as a reader sees it (after `/Rotate`)."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle_x(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def middle_y(self) -> float:
        return (self.top + self.bottom) / 2

    def contains(self, other: Placed, slack: float = 0.0) -> bool:
        return (
            other.x0 >= self.x0 - slack
            and other.x1 <= self.x1 + slack
            and other.top >= self.top - slack
            and other.bottom <= self.bottom + slack
        )

    def holds_middle_of(self, other: Placed) -> bool:
        return (
            self.x0 <= (other.x0 + other.x1) / 2 <= self.x1
            and self.top <= (other.top + other.bottom) / 2 <= self.bottom
        )

    def overlap(self, other: Placed) -> float:
        """Area shared with `other`, in square points; 0 where they are apart."""
        wide = min(self.x1, other.x1) - max(self.x0, other.x0)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide * high if wide > 0 and high > 0 else 0.0


P = TypeVar("P", bound=Placed)


class Spots(Generic[P]):
    """Where the middles of many things stand: made once, to ask of many boxes what each holds."""

    def __init__(self, things: Sequence[P]) -> None:
        spots = [((t.top + t.bottom) / 2, (t.x0 + t.x1) / 2, n) for n, t in enumerate(things)]
        spots.sort()
        self._things = things
        self._spots = spots
        self._heights = [y for y, _, _ in spots]

    def inside(self, box: Box) -> list[P]:
        """The things whose middle a box holds, in the order in which they were given."""
        first, end = bisect_left(self._heights, box.top), bisect_right(self._heights, box.bottom)
        left, right = box.x0, box.x1
        numbers = [n for _, x, n in self._spots[first:end] if left <= x <= right]
        numbers.sort()
        return [self._things[n] for n in numbers]

    def count(self, box: Box) -> int:
        """How many of the things have their middle in a box."""
        first, end = bisect_left(self._heights, box.top), bisect_right(self._heights, box.bottom)
        left, right = box.x0, box.x1
        return sum([left <= x <= right for _, x, _ in self._spots[first:end]])


def box_around(things: Iterable[Placed]) -> Box:
    """The smallest box that holds all `things`. Raises ValueError where there are none."""
    each = things if isinstance(things, list | tuple) else list(things)
    if not each:
        raise ValueError("no box around nothing")
    if len(each) == 1:
        return Box(each[0].x0, each[0].top, each[0].x1, each[0].bottom)
    # Side by side, as it is asked of every line of words: one call of `min` for all takes a fourth of one call for each.
    return Box(
        min([t.x0 for t in each]), min([t.top for t in each]), max([t.x1 for t in each]), max([t.bottom for t in each])
    )
