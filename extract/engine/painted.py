"""One walk over a page's objects, forms and all: what is painted, in painting order, clipped to where it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from extract.engine import raw
from extract.engine.clip import EVERYTHING, Clips, Window, shared
from extract.engine.view import Matrix

MOST_PATHS = 20_000  # a page with more drawings than this is a map or a plot
MOST_SEGMENTS = 400  # a longer path is kept as its box
DEEPEST_FORM = 12

Points = tuple[tuple[float, float], ...]


@dataclass(slots=True)
class Stroke:
    """One painted path piece between two moves of the pen, points as seen."""

    points: Points
    curved: bool
    closed: bool
    fill: str | None
    stroke: str | None
    width: float
    window: Window
    order: int  # place in the painting order of the page


@dataclass(slots=True)
class Painted:
    """What the walk found."""

    pieces: list[Stroke] = field(default_factory=list)
    images: list[tuple[Window, int]] = field(default_factory=list)
    shadings: list[tuple[Window, int]] = field(default_factory=list)
    texts: dict[int, tuple[int, Matrix, Window]] = field(default_factory=dict)  # text object: order, context, form's clip
    warnings: list[str] = field(default_factory=list)


class Walk:
    """The walk over one page. `painted` holds the result after `page()`."""

    def __init__(self, clips: Clips) -> None:
        self.painted = Painted()
        self._clips = clips
        self._order = 0
        self._paths = 0
        self._numbers = np.zeros(8, dtype=np.float32)
        self._colours = np.zeros(8, dtype=np.uint32)
        self._number = self._numbers.ctypes.data
        self._colour = self._colours.ctypes.data

    def page(self, page: int, to_seen: Matrix) -> Painted:
        self._objects(raw.page_object, page, raw.count_objects(page), to_seen, EVERYTHING, 0)
        if self._paths > MOST_PATHS:
            self.painted.warnings.append(f"too many drawings: {self._paths}, only the first {MOST_PATHS} are read")
        return self.painted

    def _objects(
        self, get: Callable[..., int], holder: int, count: int, context: Matrix, window: Window, depth: int
    ) -> None:
        painted = self.painted
        for index in range(count):
            item = get(holder, index)
            kind = raw.object_type(item)
            self._order += 1
            if kind == raw.TEXT:
                painted.texts[item] = (self._order, context, window)
            elif kind == raw.PATH:
                self._paths += 1
                if self._paths <= MOST_PATHS:
                    self._path(item, context, window)
            elif kind == raw.IMAGE:
                shown = shared(self._matrix(item).then(context).box(0, 0, 1, 1), self._shown(item, context, window))
                if shown[2] > shown[0] and shown[3] > shown[1]:
                    painted.images.append((shown, self._order))
            elif kind == raw.SHADING:
                shown = shared(self._bounds(item, context), self._shown(item, context, window))
                if shown[2] > shown[0] and shown[3] > shown[1]:
                    painted.shadings.append((shown, self._order))
            elif kind == raw.FORM and depth < DEEPEST_FORM:
                inner = self._matrix(item).then(context)
                shown = self._shown(item, context, window)
                self._objects(raw.form_object, item, raw.count_form_objects(item), inner, shown, depth + 1)

    def _shown(self, item: int, context: Matrix, window: Window) -> Window:
        return shared(self._clips.window(item, context), window)

    def _matrix(self, item: int) -> Matrix:
        raw.object_matrix(item, self._number)
        return Matrix(*self._numbers[:6].tolist())

    def _bounds(self, item: int, context: Matrix) -> Window:
        at = self._number
        raw.object_bounds(item, at, at + 4, at + 8, at + 12)
        return context.box(*self._numbers[:4].tolist())

    def _path(self, item: int, context: Matrix, window: Window) -> None:
        at = self._colour
        raw.path_draw_mode(item, at, at + 4)
        filled, stroked = self._colours[:2].tolist()
        if not filled and not stroked:
            return
        shown = self._shown(item, context, window)
        if shown[2] < shown[0] or shown[3] < shown[1]:
            return
        fill = self._seen_colour(raw.object_fill, item) if filled else None
        stroke = self._seen_colour(raw.object_stroke, item) if stroked else None
        if fill is None and stroke is None:
            return
        matrix = self._matrix(item).then(context)
        width = 0.0
        if stroke:
            raw.stroke_width(item, self._number)
            width = float(self._numbers[0]) * matrix.scale
        count = raw.count_segments(item)
        if count > MOST_SEGMENTS:
            x0, top, x1, bottom = self._bounds(item, context)
            corners = ((x0, top), (x1, top), (x1, bottom), (x0, bottom))
            self.painted.pieces.append(Stroke(corners, True, True, fill, stroke, width, shown, self._order))
            return
        self._pieces(item, count, matrix, fill, stroke, width, shown)

    def _pieces(
        self, item: int, count: int, matrix: Matrix, fill: str | None, stroke: str | None, width: float, shown: Window
    ) -> None:
        a, b, c, d, e, f = matrix
        at = self._number
        numbers = self._numbers
        points: list[tuple[float, float]] = []
        curved = closed = False
        for number in range(count + 1):
            segment = raw.path_segment(item, number) if number < count else 0
            kind = raw.segment_type(segment) if segment else raw.MOVE_TO
            if kind == raw.MOVE_TO and points:
                if len(points) > 1:
                    self.painted.pieces.append(
                        Stroke(tuple(points), curved, closed, fill, stroke, width, shown, self._order)
                    )
                points = []
                curved = closed = False
            if segment:
                raw.segment_point(segment, at, at + 4)
                x, y = numbers[:2].tolist()
                points.append((a * x + c * y + e, b * x + d * y + f))
                curved = curved or kind == raw.BEZIER_TO
                closed = closed or bool(raw.segment_closes(segment))

    def _seen_colour(self, call: Callable[..., int], item: int) -> str | None:
        at = self._colour
        if not call(item, at, at + 4, at + 8, at + 12):
            return None
        return seen_colour(*self._colours[:4].tolist())


def seen_colour(red: int, green: int, blue: int, alpha: int) -> str | None:
    """The colour as it shows on white paper; None where it is fully transparent."""
    if alpha == 0:
        return None
    if alpha < 255:
        red, green, blue = (255 - (255 - part) * alpha // 255 for part in (red, green, blue))
    return f"#{red:02x}{green:02x}{blue:02x}"
