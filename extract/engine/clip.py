"""Clip paths as boxes: what part of the page an object may paint on."""

from __future__ import annotations

import numpy as np

from extract.engine import raw
from extract.engine.view import Matrix

Window = tuple[float, float, float, float]  # x0, top, x1, bottom as seen; x1 < x0 or bottom < top: nothing shows

EVERYTHING: Window = (-1e9, -1e9, 1e9, 1e9)
NOTHING: Window = (0.0, 0.0, -1.0, -1.0)


def shared(first: Window, second: Window) -> Window:
    """The part of the page that both windows show."""
    return (
        max(first[0], second[0]),
        max(first[1], second[1]),
        min(first[2], second[2]),
        min(first[3], second[3]),
    )


def is_empty(window: Window) -> bool:
    """Whether nothing shows through it."""
    return window[2] <= window[0] or window[3] <= window[1]


class Clips:
    """The clip windows of a page's objects, each path read once: pdfium shares paths between objects."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int, Matrix], tuple[Window, bool]] = {}
        self._point = np.zeros(2, dtype=np.float32)
        self._x = self._point.ctypes.data

    def window(self, item: int, context: Matrix) -> tuple[Window, bool]:
        """The box around the clip of a page object whose container is placed on the page by `context`.

        And whether the clip is just that box, not a shape within it.
        """
        clip = raw.clip_path(item)
        count = raw.count_clip_paths(clip) if clip else 0
        if count <= 0:
            return EVERYTHING, True
        # Paths are only ever added behind: the last one's address and the number name the whole clip.
        key = (count, raw.clip_segment(clip, count - 1, 0), context)
        known = self._known.get(key) if key[1] else None
        if known is None:
            window, boxed = EVERYTHING, True
            for index in range(count):
                next_window, next_boxed = self._path(clip, index, context)
                window, boxed = shared(window, next_window), boxed and next_boxed
            known = self._known[key] = (window, boxed)
        return known

    def _path(self, clip: int, index: int, context: Matrix) -> tuple[Window, bool]:
        points = []
        for number in range(max(raw.count_clip_segments(clip, index), 0)):
            raw.segment_point(raw.clip_segment(clip, index, number), self._x, self._x + 4)
            points.append(context.point(float(self._point[0]), float(self._point[1])))
        if not points:
            return NOTHING, True
        xs = [x for x, _ in points]
        ys = [y for _, y in points]
        window = (min(xs), min(ys), max(xs), max(ys))
        if is_empty(window):
            return NOTHING, True
        boxed = len(points) <= 6 and all(
            min(x - window[0], window[2] - x) < 0.5 and min(y - window[1], window[3] - y) < 0.5 for x, y in points
        )
        return window, boxed
