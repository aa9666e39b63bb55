"""One walk over a page's objects, forms and all: what is painted, in painting order, clipped to where it shows."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise, repeat
from typing import NamedTuple

from extract.engine import raw
from extract.engine.clip import EVERYTHING, Clips, Window, is_empty, shared
from extract.engine.icons import Icon, Icons, is_whole
from extract.engine.view import Matrix
from models.errors import TooLarge

MOST_PATHS = 20_000  # a page with more drawings than this is a map or a plot
MOST_SEGMENTS = 100_000  # of all its paths together
LONGEST_OUTLINE = 400  # points of a piece that are kept
DEEPEST_FORM = 12
UNTOLD = ("#ffffff", "#bfbfbf")  # the colours that pdfium names where the paint is a pattern

_TYPE, _MATRIX, _TRANSPARENT = map(raw.lean, (raw.object_type, raw.object_matrix, raw.object_transparent))
_FILL, _STROKE, _WIDTH = map(raw.lean, (raw.object_fill, raw.object_stroke, raw.stroke_width))
_DRAW_MODE, _COUNT, _SEGMENT = map(raw.lean, (raw.path_draw_mode, raw.count_segments, raw.path_segment))
_SEGMENT_TYPE, _POINT, _CLOSES = map(raw.lean, (raw.segment_type, raw.segment_point, raw.segment_closes))

EVEN_ODD = 1  # pdfium's number of that fill mode

Points = tuple[tuple[float, float], ...]


class Paint(NamedTuple):
    """How a path is painted."""

    fill: str | None
    stroke: str | None
    width: float  # of the stroke, points as seen
    window: Window  # where it may show
    order: int  # place in the painting order of the page
    opaque: bool  # whether its fill hides what was painted before
    patterned: bool  # the fill's colour may be a gradient's, which pdfium does not tell
    even_odd: bool  # the rule by which inner pieces of a path are holes


class Piece(NamedTuple):
    """A part of a path between two moves of the pen, points as seen."""

    points: Points  # those that steer a curve too
    curves: tuple[int, ...]  # places in `points` of what makes up curves: two handles and an end each
    closed: bool
    paint: Paint

    @property
    def curved(self) -> bool:
        return bool(self.curves)

    @property
    def outline(self) -> Points:
        """Its corners, and the ends and middles of its curves."""
        points = self.points
        ends = self.curves[2::3]
        steering = set(self.curves).difference(ends)
        outline = []
        for place, point in enumerate(points):
            if place in ends and place >= 3:
                (x0, y0), (x1, y1), (x2, y2), (x3, y3) = points[place - 3 : place + 1]
                outline.append(((x0 + 3 * (x1 + x2) + x3) / 8, (y0 + 3 * (y1 + y2) + y3) / 8))
            if place not in steering:
                outline.append(point)
        if self.closed and outline[0] != outline[-1]:
            outline.append(outline[0])
        step = -(-len(outline) // LONGEST_OUTLINE)
        return tuple(outline[::step])


class PlacedImage(NamedTuple):
    """Where a picture shows, its place in the painting order, and what it shows where it is a known icon."""

    window: Window
    order: int
    icon: Icon | None


class PlacedText(NamedTuple):
    """Where a text object stands: its place in the painting order, its container's matrix and clip, its layer."""

    order: int
    context: Matrix
    window: Window
    layer_shown: bool


@dataclass(slots=True)
class Painted:
    """What the walk found."""

    pieces: list[Piece] = field(default_factory=list)
    images: list[PlacedImage] = field(default_factory=list)
    shadings: list[tuple[Window, int]] = field(default_factory=list)
    texts: dict[int, PlacedText] = field(default_factory=dict)  # by handle of the text object
    warnings: list[str] = field(default_factory=list)


class _Place(NamedTuple):
    """The container whose objects are walked."""

    context: Matrix
    window: Window
    depth: int = 0
    opaque: bool = True
    shown: bool = True


class Walk:
    """The walk over one page. `hidden_layers` are the names of the layers that a reader does not see; on a page with more than
    `most_objects` the walk raises TooLarge.
    """

    def __init__(self, document: int, clips: Clips, hidden_layers: frozenset[str], most_objects: int) -> None:
        self.painted = Painted()
        self._document = document
        self._icons: Icons | None = None
        self._clips = clips
        self._hidden_layers = hidden_layers
        self._most_objects = most_objects
        self._order = 0
        self._paths = 0
        self._segments = 0
        self._numbers = (ctypes.c_float * 6)()
        self._colours = (ctypes.c_uint32 * 4)()
        self._number = ctypes.addressof(self._numbers)
        self._colour = ctypes.addressof(self._colours)
        self._told = b"", Matrix(), Matrix()  # the matrix told last, its container's, and both together
        self._at_numbers = [raw.ready(self._number + 4 * place) for place in range(2)]
        self._at_colours = [raw.ready(self._colour + 4 * place) for place in range(4)]

    def page(self, page: int, to_seen: Matrix) -> Painted:
        """Everything that the page paints."""
        self._icons = Icons(self._document, page)
        self._objects(raw.page_object, page, raw.count_objects(page), _Place(to_seen, EVERYTHING))
        if self._paths > MOST_PATHS or self._segments > MOST_SEGMENTS:
            self.painted.warnings.append("too many drawings: only the first are read")
        return self.painted

    def _objects(self, get: Callable[..., int], holder: int, count: int, place: _Place) -> None:
        if self._order + count > self._most_objects:
            raise TooLarge(f"it holds more than {self._most_objects} pieces of text and drawing")
        painted = self.painted
        items = list(map(get, repeat(holder), range(count)))
        handles = list(map(raw.ready, items))
        for item, handle, kind in zip(items, handles, map(_TYPE, handles), strict=True):
            self._order += 1
            shown = place.shown and not (self._hidden_layers and self._in_hidden_layer(item))
            if kind == raw.TEXT:
                painted.texts[item] = PlacedText(self._order, place.context, place.window, shown)
            elif kind == raw.FORM and place.depth < DEEPEST_FORM:
                window, boxed = self._shown(handle, place)
                opaque = place.opaque and boxed and not _TRANSPARENT(handle)
                inner = _Place(self._matrix(handle, place.context), window, place.depth + 1, opaque, shown)
                self._objects(raw.form_object, item, raw.count_form_objects(item), inner)
            elif not shown:
                continue
            elif kind == raw.PATH:
                self._paths += 1
                if self._paths <= MOST_PATHS and self._segments <= MOST_SEGMENTS:
                    self._path(item, handle, place)
            elif kind == raw.IMAGE:
                self._image(item, handle, place)
            elif kind == raw.SHADING:
                window = shared(self._bounds(item, place.context), self._shown(handle, place)[0])
                if not is_empty(window):
                    painted.shadings.append((window, self._order))

    def _image(self, item: int, handle: raw.Ready, place: _Place) -> None:
        matrix = self._matrix(handle, place.context)
        around = matrix.box(0, 0, 1, 1)
        window = shared(around, self._shown(handle, place)[0])
        if not is_empty(window):
            icon = self._icons.read(item, matrix) if self._icons and is_whole(around, window) else None
            self.painted.images.append(PlacedImage(window, self._order, icon))

    def _shown(self, handle: raw.Ready, place: _Place) -> tuple[Window, bool]:
        window, boxed = self._clips.window(handle, place.context)
        return shared(window, place.window), boxed

    def _matrix(self, handle: raw.Ready, context: Matrix) -> Matrix:
        """The matrix of an object and its container's after it: mostly the very one of the object before."""
        _MATRIX(handle, self._at_numbers[0])
        told = bytes(self._numbers)
        if told != self._told[0] or context is not self._told[1]:
            self._told = told, context, Matrix(*self._numbers[:]).then(context)
        return self._told[2]

    def _bounds(self, item: int, context: Matrix) -> Window:
        at = self._number
        raw.object_bounds(item, at, at + 4, at + 8, at + 12)
        x0, y0, x1, y1 = self._numbers[:4]
        return context.box(x0, y0, x1, y1)

    def _in_hidden_layer(self, item: int) -> bool:
        buffer = ctypes.create_string_buffer(512)
        at, length = ctypes.addressof(buffer), self._colour
        for number in range(max(raw.count_marks(item), 0)):
            mark = raw.object_mark(item, number)
            if not raw.mark_name(mark, at, 512, length) or buffer.raw[:6] != b"O\0C\0\0\0":
                continue
            if raw.mark_text(mark, b"Name", at, 512, length):
                name = buffer.raw[: max(self._colours[0] - 2, 0)].decode("utf-16-le", "replace")
                if name in self._hidden_layers:
                    return True
        return False

    def _path(self, item: int, handle: raw.Ready, place: _Place) -> None:
        _DRAW_MODE(handle, *self._at_colours[:2])
        filled, stroked = self._colours[:2]
        if not filled and not stroked:
            return
        window, boxed = self._shown(handle, place)
        if window[2] < window[0] or window[3] < window[1]:
            return
        fill = self._seen_colour(_FILL, handle) if filled else None
        stroke = self._seen_colour(_STROKE, handle) if stroked else None
        opaque = patterned = False
        if fill is not None:
            opaque = place.opaque and boxed and not _TRANSPARENT(handle)
            if fill in UNTOLD:
                told = pattern_colour(self._document, item)
                opaque, fill, patterned = opaque and told is None, told or fill, told is None
        if fill is None and stroke is None:
            return
        matrix = self._matrix(handle, place.context)
        width = 0.0
        if stroke:
            _WIDTH(handle, self._at_numbers[0])
            width = self._numbers[0] * matrix.scale
        paint = Paint(fill, stroke, width, window, self._order, opaque, patterned, filled == EVEN_ODD)
        count = _COUNT(handle)
        self._segments += count
        if self._segments <= MOST_SEGMENTS:
            self._pieces(handle, count, matrix, paint)

    def _pieces(self, path: raw.Ready, count: int, matrix: Matrix, paint: Paint) -> None:
        a, b, c, d, e, f = matrix
        segments = list(map(raw.ready, map(_SEGMENT, repeat(path), range(count))))
        kinds = list(map(_SEGMENT_TYPE, segments))
        numbers = raw.points_of(_POINT, segments)
        points = [(a * x + c * y + e, b * x + d * y + f) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        starts = [0, *(place for place, kind in enumerate(kinds) if kind == raw.MOVE_TO and place), count]
        curved = raw.BEZIER_TO in kinds
        for start, end in pairwise(starts):
            if end - start > 1:
                handles = (
                    [place - start for place in range(start, end) if kinds[place] == raw.BEZIER_TO] if curved else ()
                )
                closed = any(map(_CLOSES, segments[start:end]))
                self.painted.pieces.append(Piece(tuple(points[start:end]), tuple(handles), closed, paint))

    def _seen_colour(self, call: raw.Lean, handle: raw.Ready) -> str | None:
        return seen_colour(*self._colours[:]) if call(handle, *self._at_colours) else None


@lru_cache(maxsize=4096)  # a page is painted in few
def seen_colour(red: int, green: int, blue: int, alpha: int) -> str | None:
    """The colour as it shows on white paper; None where it is fully transparent."""
    if alpha == 0:
        return None
    if alpha < 255:
        red, green, blue = (255 - (255 - part) * alpha // 255 for part in (red, green, blue))
    return f"#{red:02x}{green:02x}{blue:02x}"


def pattern_colour(document: int, item: int) -> str | None:
    """The mean colour of the tile that a path is filled with, on white; None where its fill is no tile."""
    bitmap = raw.rendered_pattern(document, item)
    if not bitmap:
        return None
    try:
        tile = raw.pixels(bitmap)
    finally:
        raw.destroy_bitmap(bitmap)
    if not tile.size:
        return None
    share = tile[:, :, 3:4] / 255.0
    blue, green, red = ((1 - share) * 255 + share * tile[:, :, :3]).mean((0, 1)).round().astype(int).tolist()
    return f"#{red:02x}{green:02x}{blue:02x}"
