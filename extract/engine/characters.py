"""The characters of a page as arrays: what pdfium's text page says, in drawing order, placed as a reader sees them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extract.engine import raw
from extract.engine.clip import EVERYTHING, Clips, Window, shared
from extract.engine.fonts import Face, face_of
from extract.engine.painted import Painted, seen_colour
from extract.engine.raw import Floats, Ints
from extract.engine.view import Matrix, View

INVISIBLE = 3  # text render mode
STROKED = (1, 2, 5, 6)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of characters drawn by one text object."""

    face: Face
    size: float  # points as seen
    colour: str
    mode: int  # render mode
    turned: int  # degrees clockwise as seen
    order: int  # place in the painting order
    window: Window  # where it may show


@dataclass(slots=True)
class Characters:
    """All characters of a page. Arrays run over characters; `run` indexes `runs`, -1 where pdfium made the character up."""

    codes: Ints
    boxes: Floats  # x0, top, x1, bottom as seen; loose: as high as the font
    run: Ints
    runs: list[Run]
    text_page: int

    def __len__(self) -> int:
        return len(self.codes)


def read_characters(
    text_page: int, view: View, painted: Painted, clips: Clips, faces: dict[int, Face]
) -> Characters:
    """Everything in the text layer, visible or not. `faces` is filled as fonts are met."""
    count = max(raw.count_chars(text_page), 0)
    codes = raw.integers(raw.char_code, text_page, count)
    objects = raw.integers(raw.char_object, text_page, count)
    loose = raw.filled(raw.char_loose_box, text_page, range(count), count, 4).astype(np.float64)
    boxes = view.boxes(loose)
    starts = np.flatnonzero(np.diff(objects, prepend=-1) != 0)
    owners = objects[starts].tolist()
    first = starts.tolist()
    matrices = raw.filled(raw.char_matrix, text_page, first, len(first), 6)
    colours = _fill_colours(owners)
    runs: list[Run] = []
    numbers = np.empty(len(first), dtype=np.int64)
    for place, (owner, char) in enumerate(zip(owners, first, strict=True)):
        if not owner:
            numbers[place] = -1
            continue
        numbers[place] = len(runs)
        runs.append(
            _run(owner, raw.char_size(text_page, char), matrices[place].tolist(), colours[place], view, painted, clips, faces)
        )
    lengths = np.diff(np.append(starts, count))
    return Characters(codes, boxes, np.repeat(numbers, lengths), runs, text_page)


def _fill_colours(owners: list[int]) -> list[list[int]]:
    parts = np.zeros((len(owners), 4), dtype=np.uint32)
    at = parts.ctypes.data
    for owner in owners:
        if owner:
            raw.object_fill(owner, at, at + 4, at + 8, at + 12)
        at += 16
    rows: list[list[int]] = parts.tolist()
    return rows


def _run(
    owner: int,
    font_size: float,
    matrix: list[float],
    colour: list[int],
    view: View,
    painted: Painted,
    clips: Clips,
    faces: dict[int, Face],
) -> Run:
    font = raw.text_font(owner)
    face = faces.get(font)
    if face is None:
        face = faces[font] = face_of(font)
    order, context, window = painted.texts.get(owner, (0, view.to_seen, EVERYTHING))
    a, b, c, d, _, _ = matrix
    size = abs(font_size) * float(np.hypot(c, d))
    mode = raw.text_render_mode(owner)
    return Run(
        face,
        round(size, 2),
        seen_colour(*colour) or "transparent",
        mode,
        _turned(Matrix(a, b, c, d), view),
        order,
        shared(clips.window(owner, context), window),
    )


def _turned(matrix: Matrix, view: View) -> int:
    """The direction the text runs in, to the nearest quarter turn."""
    p, q, r, s, _, _ = view.to_seen
    right = matrix.a * p + matrix.b * r
    down = matrix.a * q + matrix.b * s
    if abs(right) >= abs(down):
        return 0 if right >= 0 else 180
    return 90 if down > 0 else 270


def per_run(characters: Characters, values: list[float] | list[int], default: float = 0) -> NDArray[np.float64]:
    """A value of each run, spread over its characters."""
    table = np.append(np.asarray(values, dtype=np.float64), default)
    return table[characters.run]  # -1 is the default at the end
