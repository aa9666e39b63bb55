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


class Clips:
    """The clip windows of a page's objects, each path read once: pdfium shares paths between objects."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int, Matrix], Window] = {}
        self._point = np.zeros(2, dtype=np.float32)
        self._x = self._point.ctypes.data

    def window(self, item: int, context: Matrix) -> Window:
        """The box around the clip of a page object whose container is placed on the page by `context`."""
        clip = raw.clip_path(item)
        count = raw.count_clip_paths(clip) if clip else 0
        if count <= 0:
            return EVERYTHING
        # Paths are only ever added behind: the last one's address and the number name the whole clip.
        key = (count, raw.clip_segment(clip, count - 1, 0), context)
        known = self._known.get(key) if key[1] else None
        if known is None:
            known = EVERYTHING
            for index in range(count):
                known = shared(known, self._path(clip, index, context))
            self._known[key] = known
        return known

    def _path(self, clip: int, index: int, context: Matrix) -> Window:
        points = []
        for number in range(max(raw.count_clip_segments(clip, index), 0)):
            raw.segment_point(raw.clip_segment(clip, index, number), self._x, self._x + 4)
            points.append(context.point(float(self._point[0]), float(self._point[1])))
        if not points:
            return NOTHING
        xs = [x for x, _ in points]
        ys = [y for _, y in points]
        window = (min(xs), min(ys), max(xs), max(ys))
        return window if window[2] > window[0] and window[3] > window[1] else NOTHING
