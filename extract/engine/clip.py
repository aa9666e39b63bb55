"""Clip paths as boxes: what part of the page an object may paint on."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence

from extract.engine import raw
from extract.engine.view import Matrix

Window = tuple[float, float, float, float]  # x0, top, x1, bottom as seen; x1 < x0 or bottom < top: nothing shows

EVERYTHING: Window = (-1e9, -1e9, 1e9, 1e9)
NOTHING: Window = (0.0, 0.0, -1.0, -1.0)
UNCLIPPED = (EVERYTHING, True)

_CLIP, _COUNT = raw.lean(raw.clip_path), raw.lean(raw.count_clip_paths)
_SEGMENTS, _SEGMENT = raw.lean(raw.count_clip_segments), raw.lean(raw.clip_segment)


def shared(first: Window, second: Window) -> Window:
    """The part of the page that both windows show."""
    if second is EVERYTHING:
        return first
    left, top, right, bottom = second  # compared one by one, as it runs for every run of text and every path
    x0, y0, x1, y1 = first
    return (
        x0 if x0 >= left else left,
        y0 if y0 >= top else top,
        x1 if x1 <= right else right,
        y1 if y1 <= bottom else bottom,
    )


def is_empty(window: Window) -> bool:
    """Whether nothing shows through it."""
    return window[2] <= window[0] or window[3] <= window[1]


class Clips:
    """The clip windows of a page's objects, each path read once: pdfium shares paths between objects."""

    def __init__(self) -> None:
        self._known: dict[Matrix, dict[tuple[int, int], tuple[Window, bool]]] = {}
        self._last = Matrix()  # the context asked of last, of which `_known_there` are the windows known
        self._known_there = self._known.setdefault(self._last, {})
        self._point = (ctypes.c_float * 2)()
        self._x = ctypes.addressof(self._point)

    def window(self, item: raw.Ready, context: Matrix) -> tuple[Window, bool]:
        """The box around the clip of a page object whose container is placed on the page by `context`.

        And whether the clip is just that box, not a shape within it.
        """
        clip = raw.ready(_CLIP(item))
        count = _COUNT(clip)
        return self._window(clip, count, context) if count > 0 else UNCLIPPED

    def windows(self, items: Sequence[raw.Ready], contexts: Sequence[Matrix]) -> list[tuple[Window, bool]]:
        """The same of many page objects."""
        clips = list(map(raw.ready, map(_CLIP, items)))
        counts = list(map(_COUNT, clips))
        return [
            self._window(clip, count, context) if count > 0 else UNCLIPPED
            for clip, count, context in zip(clips, counts, contexts, strict=True)
        ]

    def _window(self, clip: raw.Ready, count: int, context: Matrix) -> tuple[Window, bool]:
        # Paths are only ever added behind: the last one's address and the number name the whole clip.
        last = _SEGMENT(clip, count - 1, 0)
        if context is not self._last:  # to hash a matrix takes longer than all else here
            self._last, self._known_there = context, self._known.setdefault(context, {})
        key = (last, count)
        known = self._known_there.get(key) if last else None
        if known is None:
            window, boxed = UNCLIPPED
            for index in range(count):
                next_window, next_boxed = self._path(clip, index, context)
                window, boxed = shared(window, next_window), boxed and next_boxed
            known = self._known_there[key] = (window, boxed)
        return known

    def _path(self, clip: raw.Ready, index: int, context: Matrix) -> tuple[Window, bool]:
        points = []
        for number in range(max(_SEGMENTS(clip, index), 0)):
            raw.segment_point(_SEGMENT(clip, index, number), self._x, self._x + 4)
            points.append(context.point(*self._point))
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
