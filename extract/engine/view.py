"""From pdfium's user space (origin bottom left of the media box, `/Rotate` ignored) to the page as a reader sees it."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from itertools import repeat
from operator import is_
from typing import NamedTuple

import numpy as np

from extract.engine import raw
from extract.engine.raw import Floats


class Matrix(NamedTuple):
    """x' = a x + c y + e, y' = b x + d y + f, as in PDF."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, next_: Matrix) -> Matrix:
        """This transformation, and `next_` after it."""
        a, b, c, d, e, f = self
        p, q, r, s, t, u = next_
        return Matrix(a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """The upright box around the transformed rectangle: left, top, right, bottom, smaller first."""
        corners = [self.point(x, y) for x in (x0, x1) for y in (y0, y1)]
        xs = [x for x, _ in corners]
        ys = [y for _, y in corners]
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def scale(self) -> float:
        """How much longer a stroke gets, both directions averaged."""
        return float(abs(self.a * self.d - self.b * self.c) ** 0.5)


def combined(matrices: Floats, contexts: Sequence[Matrix]) -> tuple[Floats, ...]:
    """Rows of transformations, each followed by its context's: an array of each of their six parts."""
    a, b, c, d, e, f = matrices.T
    alike = all(map(is_, contexts, repeat(contexts[0])))
    p, q, r, s, t, u = contexts[0] if alike else np.array(contexts).T
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


class View(NamedTuple):
    """A page's window: the crop box, turned as `/Rotate` says, or as its text wants it."""

    to_seen: Matrix
    width: float
    height: float
    rotation: int  # clockwise, in all
    turn: int = 0  # of that, what the file does not say

    def boxes(self, boxes: Floats) -> Floats:
        """Rows of (x0, y0, x1, y1) in user space as rows of (x0, top, x1, bottom) as seen."""
        a, b, c, d, e, f = self.to_seen
        xs, ys = boxes[:, ::2], boxes[:, 1::2]
        if b == c == 0:  # as nearly all pages stand
            x, y = a * xs + e, d * ys + f
        else:
            x, y = a * xs + c * ys + e, b * xs + d * ys + f
        seen = np.empty_like(boxes)
        for place, side in enumerate((x, y)):
            np.minimum(side[:, 0], side[:, 1], out=seen[:, place])
            np.maximum(side[:, 0], side[:, 1], out=seen[:, place + 2])
        return seen


def view_of(page: int, turn: int = 0) -> View:
    """The window of an open pdfium page, turned clockwise by `turn` degrees beyond what the file says."""
    bounds = (ctypes.c_float * 4)()
    raw.page_bounds(page, ctypes.addressof(bounds))
    left, top, right, bottom = bounds
    wide, high = right - left, top - bottom
    quarter = (raw.page_rotation(page) + turn // 90) % 4
    if quarter == 1:
        return View(Matrix(0, 1, 1, 0, -bottom, -left), high, wide, 90, turn)
    if quarter == 2:
        return View(Matrix(-1, 0, 0, 1, right, -bottom), wide, high, 180, turn)
    if quarter == 3:
        return View(Matrix(0, -1, -1, 0, top, right), high, wide, 270, turn)
    return View(Matrix(1, 0, 0, -1, -left, top), wide, high, 0, turn)
