"""Arrows, ticks, crosses and circles by name, whether they are drawn or are characters.

The names are those of `models.table.Cell.symbols`: `up`, `down`, `level`, `up_right`, `down_right`, `tick`, `cross`, `circle`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import combinations, pairwise
from math import hypot

from extract import vocabularies
from models.geometry import Box
from models.page import Image, Page, Shape

SMALLEST, LARGEST = 3.0, 60.0  # points: marks are of a text's size, or a little larger
SLICES = 20  # in which a shape is cut across its direction
_DIAGONAL = 0.5**0.5
# The directions an arrow may point in, y downwards, with their names; those that no trend is printed with have none.
DIRECTIONS: dict[tuple[float, float], str | None] = {
    (0.0, -1.0): "up",
    (0.0, 1.0): "down",
    (1.0, 0.0): "level",
    (-1.0, 0.0): None,
    (_DIAGONAL, -_DIAGONAL): "up_right",
    (_DIAGONAL, _DIAGONAL): "down_right",
    (-_DIAGONAL, -_DIAGONAL): None,
    (-_DIAGONAL, _DIAGONAL): None,
}

Point = tuple[float, float]


@cache
def _characters() -> dict[str, str]:
    return {row["printed"]: row["canonical"] for row in vocabularies.rows("symbols")}


@lru_cache(maxsize=4096)
def sign_name(character: str) -> str | None:
    """The name of an arrow or mark printed as a character (a variation selector behind it is ignored), or None."""
    return _characters().get(character.rstrip("\ufe0e\ufe0f"))


def symbols_in(page: Page, box: Box) -> tuple[str, ...]:
    """The names of the marks drawn within `box` on the page, from left to right, each once where it is drawn twice."""
    inside = [shape for shape in page.shapes if box.holds_middle_of(shape) and box.contains(shape, slack=3.0)]
    icons = [i for i in page.images if i.mark and box.holds_middle_of(i) and box.contains(i, slack=3.0)]
    named: list[tuple[Shape | Image, str]] = []
    marks: list[Shape | Image] = [*inside, *icons]
    for shape in sorted(marks, key=lambda s: s.x0):
        name = shape.mark if isinstance(shape, Image) else shape_name(shape)
        if name and not any(name == other and shape.box.overlap(before.box) > 0 for before, other in named):
            named.append((shape, name))
    if not named:
        joined = _of_lines(inside) or _of_corner(inside, page)
        return (joined,) if joined else ()
    return tuple(name for _, name in named)


def shape_name(shape: Shape) -> str | None:
    """The name of the mark that a drawn path looks like, or None: by its outline alone, whatever its colour."""
    wide, high = shape.x1 - shape.x0, shape.bottom - shape.top
    if not SMALLEST <= max(wide, high) <= LARGEST or len(shape.points) < 3:
        return None
    points = _open_ring(shape.points)
    if _is_circle(shape, points):
        return "circle"
    if len(points) == 3 and shape.fill is None and points == list(shape.points):
        return _of_hook(points)
    if min(wide, high) < 0.2 * max(wide, high) or _is_corner_mark(points):
        return None
    for direction, name in DIRECTIONS.items():
        if _points_to(points, direction):
            return name
    if _is_cross(points, shape.box):
        return "cross"
    if _points_both_ways(points):
        return "level"
    return "tick" if _is_tick(points, shape.box) else None


def _open_ring(points: tuple[Point, ...]) -> list[Point]:
    """The points without the last where it is the first again."""
    ring = list(points)
    while len(ring) > 1 and hypot(ring[0][0] - ring[-1][0], ring[0][1] - ring[-1][1]) < 0.05:
        ring.pop()
    return ring


def _is_circle(shape: Shape, points: list[Point]) -> bool:
    wide, high = shape.x1 - shape.x0, shape.bottom - shape.top
    if not shape.curved or len(points) < 6 or not 0.85 < wide / max(high, 0.01) < 1.18:
        return False
    middle_x, middle_y = (shape.x0 + shape.x1) / 2, (shape.top + shape.bottom) / 2
    radius = (wide + high) / 4
    return all(abs(hypot(x - middle_x, y - middle_y) - radius) < 0.12 * radius for x, y in points)


def _is_corner_mark(points: list[Point]) -> bool:
    """A triangle with two upright edges: the flag that spreadsheets set in a cell's corner."""
    edges = pairwise([*points, points[0]])
    return len(points) == 3 and sum(abs(x - u) < 0.3 or abs(y - v) < 0.3 for (x, y), (u, v) in edges) == 2


def _widths(points: list[Point], direction: Point) -> list[tuple[float, float]]:
    """The shape cut in slices along `direction`: how wide each is, and where its middle lies across."""
    dx, dy = direction
    turned = [(x * dx + y * dy, y * dx - x * dy) for x, y in points]
    low, high = min(t for t, _ in turned), max(t for t, _ in turned)
    slices = []
    for number in range(SLICES):
        at = low + (number + 0.5) * (high - low) / SLICES
        crossings = sorted(
            y + (at - x) * (v - y) / (u - x)
            for (x, y), (u, v) in pairwise([*turned, turned[0]])
            if (x <= at < u) or (u <= at < x)
        )
        inside = list(zip(crossings[::2], crossings[1::2], strict=False))
        if inside:
            slices.append((sum(b - a for a, b in inside), (inside[0][0] + inside[-1][1]) / 2))
        else:
            slices.append((0.0, 0.0))
    return slices


def _points_to(points: list[Point], direction: Point) -> bool:
    """Whether it is an arrow or triangle: an even shaft, or none, then a head that narrows to a point."""
    slices = _widths(points, direction)
    widest = max(width for width, _ in slices)
    if widest <= 0:
        return False
    widths = [width / widest for width, _ in slices]
    head = max(range(SLICES), key=lambda n: widths[n])
    middles = [middle for width, middle in slices if width > 0]
    if widths[-1] > 0.25 or widths[0] < 0.15 or head > 0.85 * SLICES or max(middles) - min(middles) > 0.25 * widest:
        return False
    falling = widths[head:]
    even = [1 - (number + 0.5) / len(falling) for number in range(len(falling))]
    if any(abs(width - straight) > 0.25 for width, straight in zip(falling, even, strict=True)):
        return False
    shaft = widths[: max(head - 1, 0)]
    return not shaft or (max(shaft) - min(shaft) < 0.3 and max(shaft) < 0.85)


def _points_both_ways(points: list[Point]) -> bool:
    """A double arrow that lies: two heads and a shaft between them."""
    widths = [width for width, _ in _widths(points, (1.0, 0.0))]
    widest = max(widths) or 1.0
    ends = widths[0] < 0.3 * widest and widths[-1] < 0.3 * widest
    even = all(abs(a - b) < 0.2 * widest for a, b in zip(widths, reversed(widths), strict=True))
    return ends and even and widths[SLICES // 2] < 0.7 * widest


def _holds(points: list[Point], box: Box, across: float, down: float) -> bool:
    """Whether the outline encloses the place that far across and down its box."""
    px, py = box.x0 + across * box.width, box.top + down * box.height
    inside = False
    for (x, y), (u, v) in pairwise([*points, points[0]]):
        if (y > py) != (v > py) and px < x + (py - y) * (u - x) / (v - y):
            inside = not inside
    return inside


def _is_cross(points: list[Point], box: Box) -> bool:
    arms = sum(_holds(points, box, x, y) for x, y in ((0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)))
    gaps = sum(_holds(points, box, x, y) for x, y in ((0.5, 0.12), (0.5, 0.88), (0.12, 0.5), (0.88, 0.5)))
    return arms == 4 and gaps == 0 and _holds(points, box, 0.5, 0.5)


def _is_tick(points: list[Point], box: Box) -> bool:
    """A short stroke down, then a long one up to the right."""
    if box.width <= 0 or box.height <= 0:
        return False
    spots = [((x - box.x0) / box.width, (y - box.top) / box.height) for x, y in points]
    lowest = max(spots, key=lambda s: s[1])
    highest = min(spots, key=lambda s: s[1])
    leftmost = min(spots, key=lambda s: s[0])
    empty = not _holds(points, box, 0.2, 0.15) and not _holds(points, box, 0.85, 0.85)
    return 0.12 <= lowest[0] <= 0.55 and highest[0] >= 0.75 and 0.3 <= leftmost[1] <= 0.85 and empty


def _of_hook(points: list[Point]) -> str | None:
    """Two strokes that meet: an arrow's open head where they are even, a tick where the second is longer and goes up."""
    (x0, y0), (x1, y1), (x2, y2) = points
    first, second = hypot(x0 - x1, y0 - y1), hypot(x2 - x1, y2 - y1)
    if min(first, second) < 0.5:
        return None
    if 0.8 < first / second < 1.25:
        away_x, away_y = x1 - (x0 + x2) / 2, y1 - (y0 + y2) / 2
        length = hypot(away_x, away_y)
        if length < 0.2 * first:
            return None
        direction = min(DIRECTIONS, key=lambda d: hypot(away_x / length - d[0], away_y / length - d[1]))
        return DIRECTIONS[direction]
    short, long_ = ((x0, y0), (x2, y2)) if first < second else ((x2, y2), (x0, y0))
    return "tick" if short[0] < x1 < long_[0] and short[1] < y1 > long_[1] else None


def _of_lines(shapes: list[Shape]) -> str | None:
    """Marks drawn as single strokes: two that cross, or the two sides of an arrow's head that meet at its tip."""
    strokes = [s.points for s in shapes if s.fill is None and len(s.points) == 2]
    for one, two in combinations(strokes, 2):
        lengths = [hypot(a[0] - b[0], a[1] - b[1]) for a, b in (one, two)]
        if not SMALLEST <= max(lengths) <= LARGEST or min(lengths) < 0.75 * max(lengths):
            continue
        middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in (one, two)]
        if hypot(middles[0][0] - middles[1][0], middles[0][1] - middles[1][1]) < 0.15 * max(lengths):
            return "cross"
        for tip, end in (one, one[::-1]):
            for other_tip, other_end in (two, two[::-1]):
                if hypot(tip[0] - other_tip[0], tip[1] - other_tip[1]) < 0.1 * max(lengths):
                    return _of_hook([end, tip, other_end])
    return None


def _of_corner(shapes: list[Shape], page: Page) -> str | None:
    """A slanted stroke whose end is the corner of two short rules: an arrow up or down to the right."""
    for shape in shapes:
        if not is_slanted(shape):
            continue
        short = [r for r in page.rules if max(r.x1 - r.x0, r.bottom - r.top) <= shape.x1 - shape.x0 + 1]
        for name, x, y in (("up_right", shape.x1, shape.top), ("down_right", shape.x1, shape.bottom)):
            met = {
                r.vertical
                for r in short
                if any(hypot(a - x, b - y) < 1.5 for a, b in ((r.x0, r.top), (r.x1, r.bottom)))
            }
            if len(met) == 2:
                return name
    return None


def is_slanted(shape: Shape) -> bool:
    """Whether a shape is one straight stroke of a mark's size, neither level nor upright: the shaft of an arrow."""
    wide, high = shape.x1 - shape.x0, shape.bottom - shape.top
    return shape.fill is None and len(shape.points) == 2 and min(wide, high) >= SMALLEST and max(wide, high) <= LARGEST
