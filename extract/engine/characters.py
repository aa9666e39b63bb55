"""The characters of a page as arrays: what pdfium's text page says, in drawing order, placed as a reader sees them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from extract.engine import raw
from extract.engine.clip import EVERYTHING, Clips, Window, shared
from extract.engine.fonts import Face, Faces
from extract.engine.painted import Painted, PlacedText, seen_colour
from extract.engine.raw import Floats, Ints
from extract.engine.view import Matrix, View

ASCENT, DESCENT = 0.78, 0.22  # of the size above and below the baseline: what the fonts of office programs come to
SIDEWAYS = 0.85  # share of the characters that run one way on a page that lies on its side
FEWEST_ON_SIDE = 40  # characters: fewer may be a chart's labels
LEANING = 0.05  # text that runs this far off the upright (tangent) is slanted

# Text render modes
FILLED, STROKED, FILLED_STROKED, INVISIBLE = 0, 1, 2, 3
CLIPPING = 4  # added to a mode: the text is a clip path too; 7 paints nothing


@dataclass(frozen=True, slots=True)
class Run:
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
    text_page: int

    def __len__(self) -> int:
        return len(self.codes)

    def spread(self, values: Sequence[float] | Sequence[int] | Sequence[bool]) -> Floats:
        """A value of each run, given to each of its characters; 0 where a character belongs to none."""
        return np.append(np.asarray(values, dtype=np.float64), 0.0)[self.run]


def read_characters(text_page: int, view: View, painted: Painted, clips: Clips) -> Characters:
    """Everything in the text layer, visible or not."""
    count = max(raw.count_chars(text_page), 0)
    codes = raw.integers(raw.char_code, text_page, count)
    objects = raw.integers(raw.char_object, text_page, count)
    loose = raw.filled(raw.char_loose_box, text_page, count, 4).astype(np.float64)
    starts = np.flatnonzero(np.diff(objects, prepend=-1) != 0)
    reader = _RunReader(view, painted, clips)
    runs: list[Run] = []
    numbers = np.empty(len(starts), dtype=np.int64)
    for place, owner in enumerate(objects[starts].tolist()):
        if owner:
            numbers[place] = len(runs)
            runs.append(reader.run(owner))
        else:
            numbers[place] = -1
    run = np.repeat(numbers, np.diff(np.append(starts, count)))
    size = np.maximum(np.append([r.size for r in runs], 1.0)[run], 0.1)
    _join_surrogates(codes, run)
    characters = Characters(codes, view.boxes(loose), np.empty((count, 4)), run, runs, size, text_page)
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
    counts = dict.fromkeys((0, 90, 180, 270), 0)
    lengths = np.bincount(characters.run[characters.run >= 0], minlength=len(characters.runs))
    for run, length in zip(characters.runs, lengths.tolist(), strict=True):
        counts[run.turned] += length
    most = max(counts, key=lambda turned: counts[turned])
    whole = sum(counts.values())
    if most == 0 or whole < FEWEST_ON_SIDE or counts[most] < SIDEWAYS * whole:
        return 0
    return 360 - most


class _RunReader:
    """Reads text objects; equal fonts are looked up once."""

    def __init__(self, view: View, painted: Painted, clips: Clips) -> None:
        self._view = view
        self._painted = painted
        self._clips = clips
        self._faces = Faces()
        self._numbers = np.zeros(8, dtype=np.float32)
        self._colours = np.zeros(4, dtype=np.uint32)
        self._number = self._numbers.ctypes.data
        self._colour = self._colours.ctypes.data

    def run(self, owner: int) -> Run:
        placed = self._painted.texts.get(owner) or PlacedText(0, self._view.to_seen, EVERYTHING, True)
        raw.object_matrix(owner, self._number)
        raw.text_size(owner, self._number + 24)
        numbers = self._numbers.tolist()
        a, b, c, d, e, f = Matrix(*numbers[:6]).then(placed.context)
        mode = raw.text_render_mode(owner)
        if abs(a) >= abs(b):
            turned, baseline = (0, f) if a >= 0 else (180, -f)
        else:
            turned, baseline = (90, -e) if b > 0 else (270, e)
        return Run(
            item=owner,
            face=self._faces.face(raw.text_font(owner)),
            size=round(abs(numbers[6]) * float((c * c + d * d) ** 0.5), 2),
            colour=self._seen_colour(owner, mode) or "transparent",
            mode=INVISIBLE if mode == CLIPPING + INVISIBLE else mode % CLIPPING,
            turned=turned,
            slanted=min(abs(a), abs(b)) > LEANING * max(abs(a), abs(b)),
            baseline=baseline,
            start=(e, f),
            order=placed.order,
            window=shared(self._clips.window(owner, placed.context)[0], placed.window),
            layer_shown=placed.layer_shown,
        )

    def _seen_colour(self, owner: int, mode: int) -> str | None:
        at = self._colour
        call = raw.object_stroke if mode % CLIPPING == STROKED else raw.object_fill
        if not call(owner, at, at + 4, at + 8, at + 12):
            return "#000000"
        red, green, blue, alpha = self._colours.tolist()
        return seen_colour(red, green, blue, alpha)


def _frame(characters: Characters) -> None:
    """Fill `frame`, and give all characters of a run the same height: fonts tell pdfium too many different ones."""
    boxes, frame, runs = characters.boxes, characters.frame, characters.runs
    frame[:] = boxes
    turned = characters.spread([r.turned for r in runs])
    quarters = [(angle, turned == angle) for angle in (90, 180, 270) if any(r.turned == angle for r in runs)]
    for angle, chosen in quarters:
        frame[chosen] = _to_frame(boxes[chosen], angle)
    # A slanted run keeps pdfium's upright boxes, and so does a font whose size says nothing of its height (Type 3).
    height = frame[:, 3] - frame[:, 1]
    even = (
        (characters.run >= 0)
        & (characters.spread([r.slanted for r in runs]) == 0)
        & (height < 3.5 * characters.size)
        & (height > 0.01 * characters.size)
    )
    baseline = characters.spread([r.baseline for r in runs])
    frame[even, 1] = (baseline - ASCENT * characters.size)[even]
    frame[even, 3] = (baseline + DESCENT * characters.size)[even]
    boxes[even] = frame[even]
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
