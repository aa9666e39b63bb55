"""Painted pieces sorted into rules, fills and shapes, each clipped to what shows of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import NamedTuple

from extract.engine.clip import Window, is_empty, shared
from extract.engine.dashes import join_dashes, join_dots
from extract.engine.gradients import Area, join_slices
from extract.engine.painted import Paint, Painted, Piece, Points
from extract.engine.sampled import Sampler
from models.page import Fill, Image, Rule, Shape

THIN = 2.6  # points: a filled rectangle as thin as this is a rule
BAND = 5.0  # points: a stroke as wide as this paints an area
STRAIGHT = 0.4  # points a line may lean and still be upright
DOT = 2.0  # points: a square as small as this may be part of a dotted rule
ROUNDED = 4.0  # points: the smallest rectangle with rounded corners
FILLED_UP = 0.85  # of its box that a rectangle with rounded corners fills; a circle fills 0.79
SHORTEST = 2.5  # points: what is shorter is the corner where two rules meet, or a dot
MOST_SHAPES = 5_000
MOST_IN_FRAME = 40  # pieces of a path among which holes are looked for


class Ground(NamedTuple):
    """An area that text may stand on, or lie under."""

    window: Window
    colour: str | None  # None: a picture, a gradient or a drawing, of which it is not known
    order: int  # place in the painting order
    opaque: bool


@dataclass(slots=True)
class Drawings:
    """The drawings of a page."""

    rules: list[Rule] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    grounds: list[Ground] = field(default_factory=list)  # in painting order


def sort_drawings(painted: Painted, page_window: Window, sampler: Sampler | None) -> Drawings:
    """Rules, fills and shapes of a page. `sampler` is given where gradients are painted, whose colours it then tells."""
    sorter = _Sorter(page_window, sampler)
    for _, path in groupby(painted.pieces, key=lambda piece: id(piece.paint)):
        sorter.path(list(path))
    drawings = sorter.drawings
    for area in join_slices(sorter.areas):
        _place_area(area, drawings)
    for window, order in painted.shadings:
        shown = shared(window, page_window)
        colour = sampler.colour(shown) if sampler and not is_empty(shown) else None
        if colour:
            drawings.fills.append(Fill(*shown, colour))
        drawings.grounds.append(Ground(shown, None, order, opaque=False))
    for window, order, icon in painted.images:
        shown = shared(window, page_window)
        if not is_empty(shown):
            drawings.images.append(Image(*shown, icon.mark, icon.colour) if icon else Image(*shown))
            drawings.grounds.append(Ground(shown, None, order, opaque=False))
    drawings.grounds.sort(key=lambda ground: ground.order)
    dotted, drawings.fills = join_dots(drawings.fills, DOT)
    drawings.rules = [rule for rule in join_dashes(drawings.rules + dotted) if _length(rule) >= SHORTEST]
    if len(drawings.shapes) > MOST_SHAPES:
        painted.warnings.append(f"too many shapes: {len(drawings.shapes)}, only the first {MOST_SHAPES} are kept")
        del drawings.shapes[MOST_SHAPES:]
    return drawings


def _place_area(area: Area, drawings: Drawings) -> None:
    """A painted rectangle as a rule where it is thin, and as a fill."""
    x0, top, x1, bottom = area.window
    wide, high = x1 - x0, bottom - top
    if area.thin <= THIN and max(wide, high) >= 2 * area.thin:
        middle_x, middle_y = (x0 + x1) / 2, (top + bottom) / 2
        place = (x0, middle_y, x1, middle_y) if wide >= high else (middle_x, top, middle_x, bottom)
        drawings.rules.append(Rule(*place, area.thin, area.colour))
    elif wide > 0 and high > 0:
        drawings.fills.append(Fill(*area.window, area.colour))
        drawings.grounds.append(Ground(area.window, area.colour, area.order, area.opaque))


def _length(rule: Rule) -> float:
    return max(rule.x1 - rule.x0, rule.bottom - rule.top)


class _Sorter:
    def __init__(self, page_window: Window, sampler: Sampler | None) -> None:
        self.drawings = Drawings()
        self.areas: list[Area] = []
        self._page_window = page_window
        self._sampler = sampler

    def path(self, pieces: list[Piece]) -> None:
        """Put the pieces of one path where they belong."""
        if 1 < len(pieces) <= MOST_IN_FRAME and pieces[0].paint.fill:
            for frame in _frames(pieces):
                for side in frame.sides:
                    self._fill(side, frame.outer.paint, frame.outer.paint.fill or "", self._page_window)
                pieces = [piece for piece in pieces if piece not in (frame.outer, frame.inner)]
        for piece in pieces:
            self._piece(piece)

    def _piece(self, piece: Piece) -> None:
        paint = piece.paint
        window = shared(paint.window, self._page_window)
        around = _around(piece.points)
        slack = paint.width / 2 + 0.01
        if (
            around[2] < window[0] - slack
            or around[0] > window[2] + slack
            or around[3] < window[1] - slack
            or around[1] > window[3] + slack
        ):
            return
        upright = _is_upright(piece.points)
        rectangle = _is_rectangle(piece, around, upright)
        if paint.fill and rectangle:
            self._fill(around, paint, paint.fill, window)
        if paint.stroke and (rectangle or (upright and not paint.fill)):
            self._stroke(piece, paint.stroke, window)
        elif not (paint.fill and rectangle):
            shown = shared(around, window)
            self.drawings.shapes.append(Shape(*shown, piece.outline, piece.curved, paint.fill, paint.stroke))
            if paint.fill:
                self.drawings.grounds.append(Ground(shown, None, paint.order, opaque=False))

    def _fill(self, around: Window, paint: Paint, colour: str, window: Window) -> None:
        shown = shared(around, window)
        if shown[2] >= shown[0] and shown[3] >= shown[1]:
            if paint.patterned and self._sampler and not is_empty(shown):
                colour = self._sampler.colour(shown) or colour
            # The thinness is the rectangle's own: a band cut to a sliver by its clip is still no rule.
            thin = min(around[2] - around[0], around[3] - around[1])
            self.areas.append(Area(shown, colour, paint.order, paint.opaque, thin))

    def _stroke(self, piece: Piece, colour: str, window: Window) -> None:
        half = piece.paint.width / 2
        points = (*piece.points, piece.points[0]) if piece.closed else piece.points
        for (x, y), (u, v) in pairwise(points):
            x0, top, x1, bottom = min(x, u), min(y, v), max(x, u), max(y, v)
            if x1 - x0 >= STRAIGHT and bottom - top >= STRAIGHT:
                continue  # a rounded corner
            lying = x1 - x0 >= bottom - top
            if lying:
                top = bottom = (y + v) / 2
            else:
                x0 = x1 = (x + u) / 2
            if 2 * half > BAND and max(x1 - x0, bottom - top) > 2 * half:
                wide = (x0, top - half, x1, bottom + half) if lying else (x0 - half, top, x1 + half, bottom)
                shown = shared(wide, window)
                if not is_empty(shown):
                    self.areas.append(Area(shown, colour, piece.paint.order, piece.paint.opaque, 2 * half))
                continue
            # A stroke along the edge of its clip shows by half its width.
            if lying:
                x0, x1 = max(x0, window[0]), min(x1, window[2])
                seen = x1 > x0 and window[1] - half <= top <= window[3] + half
            else:
                top, bottom = max(top, window[1]), min(bottom, window[3])
                seen = bottom > top and window[0] - half <= x0 <= window[2] + half
            if seen:
                self.drawings.rules.append(Rule(x0, top, x1, bottom, piece.paint.width, colour))


class _Frame(NamedTuple):
    """A filled rectangle with a rectangular hole: a border drawn as an area."""

    outer: Piece
    inner: Piece
    sides: tuple[Window, Window, Window, Window]


def _frames(pieces: list[Piece]) -> list[_Frame]:
    boxed = []
    for piece in pieces:
        around = _around(piece.points)
        if _is_rectangle(piece, around, _is_upright(piece.points)):
            boxed.append((piece, around))
    frames = []
    for outer, (x0, top, x1, bottom) in boxed:
        for inner, (u0, above, u1, below) in boxed:
            inside = inner is not outer and x0 <= u0 and u1 <= x1 and top <= above and below <= bottom
            hole = outer.paint.even_odd or _winding(outer.points) * _winding(inner.points) < 0
            if inside and hole:
                sides = ((x0, top, x1, above), (x0, below, x1, bottom), (x0, top, u0, bottom), (u1, top, x1, bottom))
                frames.append(_Frame(outer, inner, sides))
                break
    return frames


def _around(points: Points) -> Window:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _winding(points: Points) -> float:
    return sum(x * v - u * y for (x, y), (u, v) in pairwise((*points, points[0])))


def _is_upright(points: Points) -> bool:
    """Whether every step is horizontal or vertical (the handles of a curve are steps, so one without a bend is straight)."""
    for (x, y), (u, v) in pairwise(points):
        if x == u or y == v:
            continue
        wide, high = abs(x - u), abs(y - v)
        leaning = min(wide, high)
        if leaning >= STRAIGHT or leaning > 0.25 * max(wide, high) + 0.05:
            return False
    return True


def _is_rectangle(piece: Piece, around: Window, upright: bool) -> bool:
    """Whether the path walks around an upright rectangle, or one with its corners rounded or cut, such as a pill."""
    x0, top, x1, bottom = around
    if upright and set(piece.points) == {(x0, top), (x1, top), (x0, bottom), (x1, bottom)} and x0 < x1 and top < bottom:
        return True  # as nearly all are
    wide, high = x1 - x0, bottom - top
    if len(piece.points) < 4 and not (piece.closed and len(piece.points) == 3 and min(wide, high) < STRAIGHT):
        return False
    if min(wide, high) <= THIN and max(wide, high) >= 6 * min(wide, high):
        return upright or not piece.curved  # borders with mitred ends
    if not upright:
        return min(wide, high) >= ROUNDED and abs(_winding(piece.outline)) / 2 >= FILLED_UP * wide * high
    corners = set()
    for x, y in piece.points:
        at_side = min(x - x0, x1 - x) <= STRAIGHT
        at_end = min(y - top, bottom - y) <= STRAIGHT
        if at_side and at_end:
            corners.add((x - x0 < x1 - x, y - top < bottom - y))
        elif not (at_side or at_end):
            return False
    return len(corners) == 4
