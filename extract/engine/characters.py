"""The characters of a page as arrays: what pdfium's text page says, in drawing order, placed as a reader sees them."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extract.engine import raw
from extract.engine.clip import EVERYTHING, Clips, Window, shared
from extract.engine.fonts import Face, faces_of
from extract.engine.painted import Painted, PlacedText, seen_colour
from extract.engine.raw import Floats, Ints
from extract.engine.view import View, combined

ASCENT, DESCENT = 0.78, 0.22  # of the size above and below the baseline: what the fonts of office programs come to
SIDEWAYS = 0.85  # share of the characters that run one way on a page that lies on its side
FEWEST_ON_SIDE = 40  # characters: fewer may be a chart's labels
LEANING = 0.05  # text that runs this far off the upright (tangent) is slanted

_MATRIX, _SIZE, _MODE = raw.lean(raw.object_matrix), raw.lean(raw.text_size), raw.lean(raw.text_render_mode)
_FONT, _FILL, _STROKE = raw.lean(raw.text_font), raw.lean(raw.object_fill), raw.lean(raw.object_stroke)

# Text render modes
FILLED, STROKED, FILLED_STROKED, INVISIBLE = 0, 1, 2, 3
CLIPPING = 4  # added to a mode: the text is a clip path too; 7 paints nothing


class Run(NamedTuple):
    """A stretch of characters drawn by one text object."""

    item: int  # handle of the text object
    face: Face
    size: float  # points as seen
    colour: str  # `transparent` where nothing is painted
    mode: int  # render mode without the clipping part
    turned: int  # degrees clockwise as seen
    slanted: bool
    baseline: float  # in the run's own reading frame
    start: tuple[float, float]  # where the first character stands, as seen
    order: int  # place in the painting order
    window: Window  # where it may show
    layer_shown: bool


@dataclass(slots=True)
class Characters:
    """All characters of a page. The arrays run over characters; `run` indexes `runs`, -1 where pdfium made one up.

    `frame` holds each character's box turned so that its text runs from left to right: start, top, end, bottom.
    """

    codes: Ints
    boxes: Floats  # x0, top, x1, bottom as seen
    frame: Floats
    run: Ints
    runs: list[Run]
    size: Floats
    turned: Ints
    slanted: NDArray[np.bool_]
    text_page: int

    def __len__(self) -> int:
        return len(self.codes)

    def spread(self, values: Sequence[float]) -> Floats:
        """A value of each run, given to each of its characters; 0 where a character belongs to none."""
        return np.append(np.asarray(values, dtype=np.float64), 0.0)[self.run]

    def of_runs(self, chosen: Sequence[bool]) -> NDArray[np.bool_]:
        """Which characters belong to the chosen runs."""
        return np.array([*chosen, False], dtype=bool)[self.run]

    def places_of(self, runs: Sequence[int]) -> Ints:
        """The places of the characters of some runs, by their numbers."""
        chosen = np.zeros(len(self.runs) + 1, dtype=bool)
        chosen[runs] = True
        return np.flatnonzero(chosen[self.run])


def read_characters(text_page: int, view: View, painted: Painted, clips: Clips) -> Characters:
    """Everything in the text layer, visible or not."""
    count = max(raw.count_chars(text_page), 0)
    codes = raw.codes_of(text_page, count)
    objects = raw.objects_of(text_page, codes)
    loose = raw.filled(raw.char_loose_boxes, text_page, count, 4).astype(np.float64)
    starts = raw.starts_of(objects)
    owners = objects[starts]
    drawn = owners != 0
    numbers = np.where(drawn, np.cumsum(drawn) - 1, -1)
    run = np.repeat(numbers, raw.lengths(starts, count))
    runs = _read_runs(owners[drawn].tolist(), view, painted, clips)
    size = np.maximum(np.append([r.size for r in runs], 1.0)[run], 0.1)
    _join_surrogates(codes, run)
    turned = np.array([*[r.turned for r in runs], 0])[run]
    slanted = np.array([*[r.slanted for r in runs], False], dtype=bool)[run]
    boxes = view.boxes(loose)
    characters = Characters(codes, boxes, boxes.copy(), run, runs, size, turned, slanted, text_page)
    _frame(characters)
    return characters


def _join_surrogates(codes: Ints, run: Ints) -> None:
    """One code where pdfium gives the two halves of one beyond the first plane; the second half belongs to no run then."""
    high = np.flatnonzero((codes[:-1] >> 10 == 0xD800 >> 10) & (codes[1:] >> 10 == 0xDC00 >> 10))
    if len(high):
        codes[high] = 0x10000 + ((codes[high] & 0x3FF) << 10) + (codes[high + 1] & 0x3FF)
        codes[high + 1] = 0
        run[high + 1] = -1


def upright_turn(characters: Characters) -> int:
    """By how many degrees clockwise a page must be turned for nearly all of its text to stand upright: mostly 0."""
    if not characters.turned.any():
        return 0
    counts = dict.fromkeys((0, 90, 180, 270), 0)
    lengths = np.bincount(characters.run[characters.run >= 0], minlength=len(characters.runs))
    for run, length in zip(characters.runs, lengths.tolist(), strict=True):
        counts[run.turned] += length
    most = max(counts, key=lambda turned: counts[turned])
    whole = sum(counts.values())
    if most == 0 or whole < FEWEST_ON_SIDE or counts[most] < SIDEWAYS * whole:
        return 0
    return 360 - most


def _read_runs(owners: list[int], view: View, painted: Painted, clips: Clips) -> list[Run]:
    """The runs that text objects draw, in their order."""
    if not owners:
        return []
    elsewhere = PlacedText(0, view.to_seen, EVERYTHING, True)
    placed = [painted.texts.get(owner, elsewhere) for owner in owners]
    contexts = [place.context for place in placed]
    items = list(map(raw.ready, owners))
    own = raw.numbers_of(_MATRIX, items, 6).astype(np.float64)
    a, b, c, d, e, f = combined(own, contexts)
    level, upright = np.abs(a), np.abs(b)
    quarter = np.where(level >= upright, np.where(a >= 0, 0, 2), np.where(b > 0, 1, 3))
    heights = zip(raw.numbers_of(_SIZE, items, 1).ravel().tolist(), (c * c + d * d).tolist(), strict=True)
    modes = list(map(_MODE, items))
    windows = clips.windows(items, contexts)
    columns = (
        owners,
        faces_of(list(map(_FONT, items))),
        [round(abs(size) * float(square**0.5), 2) for size, square in heights],
        _colours(items, modes),
        [INVISIBLE if mode == CLIPPING + INVISIBLE else mode % CLIPPING for mode in modes],
        (90 * quarter).tolist(),
        (np.minimum(level, upright) > LEANING * np.maximum(level, upright)).tolist(),
        np.choose(quarter, (f, -e, -f, e)).tolist(),
        zip(e.tolist(), f.tolist(), strict=True),
        [place.order for place in placed],
        [
            window if place.window is EVERYTHING else shared(window, place.window)
            for (window, _), place in zip(windows, placed, strict=True)
        ],
        [place.layer_shown for place in placed],
    )
    return list(map(Run._make, zip(*columns, strict=True)))


def _colours(items: list[raw.Ready], modes: list[int]) -> list[str]:
    """The colour that each text object is painted in."""
    parts = (ctypes.c_uint32 * 4)()
    red, green, blue, alpha = (raw.ready(ctypes.addressof(parts) + 4 * part) for part in range(4))
    known: dict[bytes, str] = {}  # a page is painted in few
    colours = []
    for item, mode in zip(items, modes, strict=True):
        if not (_STROKE if mode % CLIPPING == STROKED else _FILL)(item, red, green, blue, alpha):
            colours.append("#000000")
            continue
        told = bytes(parts)
        if told not in known:
            known[told] = seen_colour(*parts[:]) or "transparent"
        colours.append(known[told])
    return colours


def _frame(characters: Characters) -> None:
    """Fill `frame`, and give all characters of a run the same height: fonts tell pdfium too many different ones."""
    boxes, frame, turned = characters.boxes, characters.frame, characters.turned
    angles = {r.turned for r in characters.runs} if turned.any() else ()
    quarters = [(angle, turned == angle) for angle in angles if angle]
    for angle, chosen in quarters:
        frame[chosen] = _to_frame(boxes[chosen], angle)
    # A slanted run keeps pdfium's upright boxes, and so does a font whose size says nothing of its height (Type 3).
    height = frame[:, 3] - frame[:, 1]
    even = (
        (characters.run >= 0)
        & ~characters.slanted
        & (height < 3.5 * characters.size)
        & (height > 0.01 * characters.size)
    )
    baseline = characters.spread([r.baseline for r in characters.runs])
    frame[:, 1] = np.where(even, baseline - ASCENT * characters.size, frame[:, 1])
    frame[:, 3] = np.where(even, baseline + DESCENT * characters.size, frame[:, 3])
    if quarters:
        boxes[even] = frame[even]
    else:
        characters.boxes = frame
    for angle, chosen in quarters:
        boxes[chosen & even] = _to_frame(frame[chosen & even], (360 - angle) % 360)


def _to_frame(boxes: Floats, turned: int) -> Floats:
    """Boxes on a page turned back by `turned` degrees about its origin."""
    x0, top, x1, bottom = boxes.T
    if turned == 90:
        return np.stack((top, -x1, bottom, -x0), axis=1)
    if turned == 180:
        return np.stack((-x1, -bottom, -x0, -top), axis=1)
    return np.stack((-bottom, x0, -top, x1), axis=1)
