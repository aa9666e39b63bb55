"""Characters grouped into words by the gaps a reader sees, with numpy over the whole page at once."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from sys import intern
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extract.engine.characters import FILLED_STROKED, STROKED, Characters
from extract.engine.hidden import REASONS, SHOWN, States
from extract.engine.letterspacing import letterspaced
from extract.engine.ligatures import spelled
from extract.engine.raised import raised
from extract.engine.raw import Ints
from models.geometry import Box
from models.page import Font, HiddenText, Word, make_words

Flags = NDArray[np.bool_]
Kinds = NDArray[np.uint8]

# All gaps are in parts of the font size.
GAP = 0.18  # a wider gap parts two words, space or not
SPACE_GAP = 0.04  # a space that the next letter is drawn back over parts nothing
MADE_UP_GAP = 0.12  # where pdfium itself sees a space
FIGURE_GAP = 0.16  # the same between figures: pdfium splits `-1,655`
LABEL_GAP = 0.06  # after the full stop or bracket of a label that is drawn by itself: `10.` and a tab
LEAST_OVERLAP = 0.4  # of their heights that characters of one word share
BACKWARD = 0.3  # a character this far left of the one before begins anew
SPACES = (0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x2000, 0x2002, 0x2003, 0x2007, 0x2009, 0x200A, 0x200B, 0x202F, 0x3000, 0xFEFF)
HYPHENS = (0x02, 0xAD)  # pdfium's mark for a hyphen at a line end, and the soft hyphen where it shows
FIGURES = tuple(map(ord, "0123456789-−,.£%"))
LABEL_ENDS = tuple(map(ord, ".)"))
BULLETS = tuple(map(ord, "•‣▪●◦⁃■□◆➢➤\uf0b7\uf0a7\uf0d8"))  # these are part of no word, however near it stands
LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
NO_MAP = "\ufffd"

_SPACE, _FIGURE, _LABEL_END, _LETTER, _ODD, _BULLET = (
    1,
    2,
    4,
    8,
    16,
    32,
)  # kinds of codes; an odd one is not written as itself


def _table_of_kinds() -> Kinds:
    kinds = np.zeros(0x10000, dtype=np.uint8)
    kinds[list(SPACES)] |= _SPACE
    kinds[list(FIGURES)] |= _FIGURE
    kinds[list(LABEL_ENDS)] |= _LABEL_END
    kinds[list(BULLETS)] |= _BULLET
    kinds[ord("A") : ord("Z") + 1] |= _LETTER
    kinds[ord("a") : ord("z") + 1] |= _LETTER
    for odd in (
        slice(0x20),
        slice(0x7F, 0xA0),
        0xAD,
        slice(0xD800, 0xE000),
        slice(0xFB00, 0xFB07),
        slice(0xFFFE, None),
    ):
        kinds[odd] |= _ODD
    return kinds


_KINDS = _table_of_kinds()  # the last place stands for all codes beyond


def build_words(
    characters: Characters, state: States, dropped: Flags, bold: set[int], page: int
) -> tuple[tuple[Word, ...], tuple[HiddenText, ...]]:
    """The visible words in drawing order, and the runs of text that do not show.

    `dropped` characters are drawn again by others; `bold` holds the runs that are bold by being drawn twice.
    """
    drawn = (characters.run >= 0) & ~dropped
    fonts = _fonts(characters, bold)
    shown = _grouped(characters, state, drawn & (state == SHOWN))
    words = make_words(
        shown.texts,
        shown.boxes,
        page,
        list(map(fonts.__getitem__, shown.runs)),
        list(map([run.turned for run in characters.runs].__getitem__, shown.runs)),
        shown.raised,
    )
    unseen = drawn & (state != SHOWN)
    if not unseen.any():
        return words, ()
    found = _grouped(characters, state, unseen)
    hidden = [
        HiddenText(text, Box(*box), REASONS[reason])
        for text, box, reason in zip(found.texts, zip(*found.boxes, strict=True), found.states, strict=True)
    ]
    return words, tuple(hidden)


class _Groups(NamedTuple):
    """Characters grouped into words: a list of each of their qualities."""

    texts: list[str]
    boxes: list[list[float]]  # x0, top, x1, bottom: a list of each
    runs: list[int]
    states: list[int]
    raised: list[bool]


def _grouped(characters: Characters, state: States, chosen: Flags) -> _Groups:
    """The chosen characters in groups without a gap. Those between them that are not chosen count for nothing."""
    kinds = _kinds(characters.codes)
    blank = (kinds & _SPACE) > 0
    kept = np.flatnonzero(chosen & ~blank)
    if not len(kept):
        return _Groups([], [[], [], [], []], [], [], [])
    is_raised = raised(characters, kept)
    kinds = kinds[kept]
    starts = _starts(characters, np.flatnonzero(chosen & blank), state, kept, kinds, is_raised)
    firsts = kept[starts]
    low = np.minimum.reduceat(characters.boxes[kept, :2], starts)
    high = np.maximum.reduceat(characters.boxes[kept, 2:], starts)
    return _Groups(
        _texts(characters.codes[kept], kinds, [*starts.tolist(), len(kept)]),
        _shared([*low.T.tolist(), *high.T.tolist()]),
        characters.run[firsts].tolist(),
        state[firsts].tolist(),
        is_raised[starts].tolist(),
    )


def _shared(places: list[list[float]]) -> list[list[float]]:
    """The same numbers, equal ones as one object: words of a line begin and end at one height."""
    known: dict[float, float] = {}
    return [list(map(known.setdefault, side, side)) for side in places]


def _fonts(characters: Characters, bold_runs: set[int]) -> list[Font]:
    """The font of each run; equal fonts are one object."""
    known: dict[tuple[object, ...], Font] = {}
    fonts = []
    for number, run in enumerate(characters.runs):
        bold = run.face.bold or run.mode in (STROKED, FILLED_STROKED) or number in bold_runs
        key = (run.face.handle, run.size, bold, run.colour)
        font = known.get(key)
        if font is None:
            font = known[key] = Font(run.face.name, run.size, bold, run.face.italic, run.colour)
        fonts.append(font)
    return fonts


def _texts(codes: Ints, kinds: Kinds, bounds: list[int]) -> list[str]:
    """The text of each word, whose codes, of such kinds, stand between two bounds."""
    odd = np.flatnonzero(kinds & _ODD)
    plain = codes.astype("<u4")
    plain[odd] = ord(NO_MAP)
    whole = plain.tobytes().decode("utf-32-le")
    texts = [whole[start:end] for start, end in pairwise(bounds)]
    if len(odd):
        for place in sorted(set((np.searchsorted(bounds, odd, side="right") - 1).tolist())):
            texts[place] = "".join(map(_letter, codes[bounds[place] : bounds[place + 1]].tolist()))
    if len(odd) or not unicodedata.is_normalized("NFC", whole):  # each part of a normalised text is one itself
        texts = [text if text.isascii() else unicodedata.normalize("NFC", text) for text in texts]
    # interned: a paper says the same words again and again, and all of them are kept until it is loaded
    return list(map(intern, texts))


def _kinds(codes: Ints) -> Kinds:
    """For each code the sum of the kinds it is of."""
    return _KINDS[np.minimum(codes, len(_KINDS) - 1)]


def _letter(code: int) -> str:
    if code in HYPHENS:
        return "-"
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF or code & 0xFFFE == 0xFFFE:
        return NO_MAP
    return LIGATURES.get(code) or spelled(code) or chr(code)


def _starts(characters: Characters, spaces: Ints, state: States, kept: Ints, kinds: Kinds, is_raised: Flags) -> Ints:
    """Places in `kept`, characters of such `kinds`, at which a word starts; `spaces` are the places of printed spaces."""
    frame = characters.frame[kept]
    size = characters.size[kept]
    run = characters.run[kept]
    codes = characters.codes[kept]
    turned = characters.turned[kept]
    slanted = characters.slanted[kept]
    smaller = np.minimum(size[1:], size[:-1])
    gap = frame[1:, 0] - frame[:-1, 2]
    overlap = np.minimum(frame[1:, 3], frame[:-1, 3]) - np.maximum(frame[1:, 1], frame[:-1, 1])
    other_line = overlap < LEAST_OVERLAP * smaller
    other_run = run[1:] != run[:-1]
    next_space = np.append(spaces, len(characters))[np.searchsorted(spaces, kept[:-1])]
    spaced = next_space < kept[1:]
    # From where the space stands, as pdfium's box of an `f` may reach over it.
    room = frame[1:, 0] - characters.frame[np.minimum(next_space, len(characters) - 1), 0]
    made_up = ~spaced & (kept[1:] > kept[:-1] + 1)
    figures = (kinds[:-1] & kinds[1:] & _FIGURE) > 0
    letters = (kinds[:-1] & kinds[1:] & _LETTER) > 0
    apart = letterspaced(gap, smaller, letters & (size[1:] == size[:-1]) & ~spaced & ~other_line)
    after_label = other_run & ((kinds[:-1] & _LABEL_END) > 0) & (codes[1:] >= ord("A")) & (gap > LABEL_GAP * smaller)
    part = (
        (gap > apart + GAP * smaller)
        | (spaced & (room > SPACE_GAP * smaller))
        | (made_up & (gap > apart + np.where(figures, FIGURE_GAP, MADE_UP_GAP) * smaller))
        | after_label
        | (((kinds[:-1] & _BULLET) > 0) & (codes[1:] >= ord("0")) & ((kinds[1:] & _BULLET) == 0))
        | other_line
        | (frame[1:, 0] < frame[:-1, 0] - BACKWARD * smaller)
    )
    # The upright boxes of slanted text overlap any way they like: there only spaces and text objects part words.
    if slanted.any():
        part = np.where(slanted[1:], spaced | other_run, part)
    for quality in (turned, state[kept], is_raised):
        if quality.any():
            part |= quality[1:] != quality[:-1]
    return np.flatnonzero(np.concatenate(([True], part)))
