"""Characters grouped into words by the gaps a reader sees, with numpy over the whole page at once."""

from __future__ import annotations

import unicodedata

import numpy as np
from numpy.typing import NDArray

from extract.engine.characters import STROKED, Characters, per_run
from extract.engine.hidden import REASONS, SHOWN
from extract.engine.raw import Floats
from models.geometry import Box
from models.page import Font, HiddenText, Word

GAP = 0.18  # of the font size: a wider gap parts two words, space or not
SPACE_GAP = 0.04  # of the font size: a space that is not to be seen parts nothing
DOUBLED = 0.12  # of the font size: the same character again this near is drawn twice
SPACES = (0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x2002, 0x2003, 0x2009, 0x202F, 0x3000, 0x200B)
_SPACES = np.array(SPACES)
LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}


def build_words(
    characters: Characters, state: NDArray[np.int8], page: int
) -> tuple[tuple[Word, ...], tuple[HiddenText, ...]]:
    """The visible words in drawing order, and the runs of text that do not show."""
    if not len(characters):
        return (), ()
    codes = characters.codes
    blank = np.isin(codes, _SPACES) | (codes == 0) & (characters.run < 0)
    fonts = _fonts(characters)
    dropped = _doubled(characters, blank)
    kept = np.flatnonzero(~blank & ~dropped & (characters.run >= 0))
    if not len(kept):
        return (), ()
    starts = _starts(characters, blank, state, kept)
    spelled = _spelled(codes[kept])
    bounds = np.append(starts, len(kept)).tolist()
    boxes = characters.boxes[kept]
    x0 = np.minimum.reduceat(boxes[:, 0], starts).tolist()
    top = np.minimum.reduceat(boxes[:, 1], starts).tolist()
    x1 = np.maximum.reduceat(boxes[:, 2], starts).tolist()
    bottom = np.maximum.reduceat(boxes[:, 3], starts).tolist()
    runs = characters.run[kept][starts].tolist()
    states = state[kept][starts].tolist()
    words: list[Word] = []
    hidden: list[HiddenText] = []
    for place, run in enumerate(runs):
        text = "".join(spelled[bounds[place] : bounds[place + 1]])
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
        if states[place] == SHOWN:
            words.append(
                Word(
                    text, x0[place], top[place], x1[place], bottom[place], page, len(words),
                    fonts[run], characters.runs[run].turned,
                )
            )  # fmt: skip
        else:
            box = Box(x0[place], top[place], x1[place], bottom[place])
            hidden.append(HiddenText(text, box, REASONS[states[place]]))
    return tuple(words), tuple(hidden)


def _fonts(characters: Characters) -> list[Font]:
    """The font of each run; equal fonts are one object."""
    known: dict[tuple[object, ...], Font] = {}
    fonts = []
    for run in characters.runs:
        key = (run.face, run.size, run.colour, run.mode in STROKED)
        font = known.get(key)
        if font is None:
            bold = run.face.bold or run.mode in STROKED
            font = known[key] = Font(run.face.name, run.size, bold, run.face.italic, run.colour)
        fonts.append(font)
    return fonts


def _spelled(codes: NDArray[np.int64]) -> list[str]:
    return [LIGATURES.get(code) or _letter(code) for code in codes.tolist()]


def _letter(code: int) -> str:
    if code in (2, 0xAD):  # pdfium's mark for a hyphen at a line end, and the soft hyphen
        return "-"
    if code == 0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "\ufffd"
    return chr(code)


def _reading_frame(characters: Characters) -> Floats:
    """Boxes turned so that each character's own text runs from left to right: start, top, end, bottom."""
    boxes = characters.boxes
    turned = per_run(characters, [run.turned for run in characters.runs])
    frame = boxes.copy()
    quarter = turned == 90
    if quarter.any():
        part = boxes[quarter]
        frame[quarter] = np.stack((part[:, 1], -part[:, 2], part[:, 3], -part[:, 0]), axis=1)
    half = turned == 180
    if half.any():
        frame[half] = -boxes[half][:, [2, 3, 0, 1]]
    three = turned == 270
    if three.any():
        part = boxes[three]
        frame[three] = np.stack((-part[:, 3], part[:, 0], -part[:, 1], part[:, 2]), axis=1)
    return frame


def _starts(
    characters: Characters, blank: NDArray[np.bool_], state: NDArray[np.int8], kept: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Places in `kept` at which a word starts."""
    frame = _reading_frame(characters)[kept]
    size = np.maximum(per_run(characters, [run.size for run in characters.runs])[kept], 0.1)
    turned = per_run(characters, [run.turned for run in characters.runs])[kept]
    spaces_before = np.cumsum(blank)[kept]
    smaller = np.minimum(size[1:], size[:-1])
    gap = frame[1:, 0] - frame[:-1, 2]
    spaced = spaces_before[1:] != spaces_before[:-1]
    overlap = np.minimum(frame[1:, 3], frame[:-1, 3]) - np.maximum(frame[1:, 1], frame[:-1, 1])
    part = (
        (turned[1:] != turned[:-1])
        | (state[kept][1:] != state[kept][:-1])
        | (gap > GAP * smaller)
        | (spaced & (gap > SPACE_GAP * smaller))
        | (overlap < 0.4 * smaller)
        | (frame[1:, 0] < frame[:-1, 0] - 0.3 * smaller)
    )
    return np.flatnonzero(np.concatenate(([True], part)))


def _doubled(characters: Characters, blank: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Characters that another text object draws again in the same place (bold or shadow by double drawing)."""
    dropped = np.zeros(len(characters), dtype=bool)
    inked = np.flatnonzero(~blank)
    if len(inked) < 2:
        return dropped
    boxes = characters.boxes[inked]
    size = np.maximum(per_run(characters, [run.size for run in characters.runs])[inked], 0.1)
    order = np.lexsort((boxes[:, 0], np.round(boxes[:, 1] / 2), characters.codes[inked]))
    one, two = order[:-1], order[1:]
    near = (
        (characters.codes[inked][one] == characters.codes[inked][two])
        & (np.abs(boxes[one, 0] - boxes[two, 0]) < DOUBLED * size[one])
        & (np.abs(boxes[one, 1] - boxes[two, 1]) < DOUBLED * size[one])
        & (characters.run[inked][one] != characters.run[inked][two])
    )
    dropped[inked[np.maximum(one, two)[near]]] = True
    return dropped
