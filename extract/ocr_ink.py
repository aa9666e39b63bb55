"""What the ink of words tells in a picture: which of them are bold, and where exactly they begin and end.

The recogniser gives the letters, and boxes that are some pixels too wide. The stems of bold letters are half as thick again as those
of others of the same size; a page holds enough of these to compare with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from extract.ocr_rules import DARK
from models.page import Font, Word

Grey = NDArray[np.uint8]

INK = 150  # of 255: darker is ink
THICK = 1.27  # times the usual stem of the page: bold
RATHER = 1.18  # the same where the words beside it are bold
FEWEST = 12  # words of a page that tell what is usual
LONGEST_RUN = 0.7  # of a word's width: a row with so much ink is an underline
SHORT = 3  # letters: the stems of shorter words tell little
FEWEST_SPACES = 2  # of a line that tell how wide its spaces are
SPACE = 0.7  # of that width: white within a word is narrower
# Where two words meet that a space should part: `DeputyChief`, `December2023`, `to10`, `2023,setting`, `1STNOVEMBER`.
_JOINT = re.compile(
    r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z]{2})(?=\d)|(?<=[,;:.)])(?=[A-Za-z])|(?<=\d(?:ST|ND|RD|TH))(?=[A-Z])"
)
REACH = 0.3  # of a word's height by which its first letter may stand out of its box


def inked(words: Sequence[Word], grey: Grey, scale: float) -> list[Word]:
    """The words with their fonts bold where they are, from ink to ink. `grey` is the level picture, `scale` points a pixel.

    The words of a line follow each other, as the recogniser gives them.
    """
    stems = [_stem(word, grey, scale) for word in words]
    told = [s / w.font.size for s, w in zip(stems, words, strict=True) if s and _letters(w) >= SHORT]
    usual = float(np.median(told)) if len(told) >= FEWEST else 0.0
    shares = [s / w.font.size / usual if usual else 0.0 for s, w in zip(stems, words, strict=True)]
    bold = _bold(words, shares)
    fonts: dict[tuple[Font, bool], Font] = {}
    made = []
    for word, heavy in zip(words, bold, strict=True):
        font = fonts.setdefault((word.font, heavy), replace(word.font, bold=heavy))
        x0, x1 = _ends(word, grey, scale)
        made.append(replace(word, font=font, x0=x0, x1=x1))
    return made


def parted(words: Sequence[Word], grey: Grey, scale: float) -> list[Word]:
    """Words from ink to ink, those cut in two that the recogniser took for one: white as wide as a space of their line parts them."""
    made: list[Word] = []
    for place in _lines(words):
        line = words[place]
        spaces = [two.x0 - one.x1 for one, two in pairwise(line) if two.x0 > one.x1]
        space = float(np.median(spaces)) if len(spaces) >= FEWEST_SPACES else 0.0
        for word in line:
            joints = [m.start() for m in _JOINT.finditer(word.text)] if space else []
            made.extend(_cut_at(word, joints, SPACE * space, grey, scale) if joints else [word])
    return made


def _cut_at(word: Word, joints: Sequence[int], space: float, grey: Grey, scale: float) -> list[Word]:
    """A word cut at the joint of its text next to its widest white, if that is a `space` in points and about where the joint is."""
    ink = np.flatnonzero((_cut(word, grey, scale) < INK).any(axis=0))
    gaps = np.diff(ink) - 1
    if not len(gaps) or gaps.max() * scale < space:
        return [word]
    begin = int(ink[int(gaps.argmax())]) + 1
    end = begin + int(gaps.max())
    letter = (word.x1 - word.x0) / scale / len(word.text)
    at = min(joints, key=lambda n: abs(n * letter - (begin + end) / 2))
    if abs(at * letter - (begin + end) / 2) > 2 * letter:
        return [word]
    left = int(word.x0 / scale)
    return [
        replace(word, text=word.text[:at], x1=(left + begin) * scale),
        replace(word, text=word.text[at:], x0=(left + end) * scale),
    ]


def _letters(word: Word) -> int:
    return sum(c.isalnum() for c in word.text)


def _cut(word: Word, grey: Grey, scale: float, more: int = 0) -> Grey:
    """The word's pixels, dark on light, with `more` of them at both sides."""
    x0, x1 = int(word.x0 / scale) - more, int(np.ceil(word.x1 / scale)) + more
    cut = grey[max(0, int(word.top / scale)) : int(word.bottom / scale) + 1, max(0, x0) : max(0, x1)]
    return (255 - cut).astype(np.uint8) if cut.size and cut.mean() < DARK else cut


def _stem(word: Word, grey: Grey, scale: float) -> float:
    """How thick the strokes are that a level line through the word meets, in pixels; 0 where it meets none."""
    cut = _cut(word, grey, scale)
    if not cut.size:
        return 0.0
    ink = cut < INK
    begun = ink.copy()
    begun[:, 1:] &= ~ink[:, :-1]
    strokes = begun.sum(axis=1)
    rows = (strokes > 0) & (ink.sum(axis=1) < LONGEST_RUN * cut.shape[1])
    count = int(strokes[rows].sum())
    return float((255.0 - cut[rows]).sum()) / 255 / count if count else 0.0


def _bold(words: Sequence[Word], shares: Sequence[float]) -> list[bool]:
    """Whether each word is bold, short ones as those beside them. `shares` are their stems against the usual."""
    found: list[bool] = []
    for place in _lines(words):
        line = list(zip(words[place], shares[place], strict=True))
        letters = sum(_letters(w) for w, _ in line)
        heavy = sum(_letters(w) for w, s in line if s >= RATHER)
        mean = sum(s * _letters(w) for w, s in line) / letters if letters else 0.0
        if mean >= THICK and heavy >= 0.7 * letters:
            found.extend([True] * len(line))
            continue
        sure = [s >= THICK if _letters(w) >= SHORT else None for w, s in line]
        for n, (own, (_, share)) in enumerate(zip(sure, line, strict=True)):
            beside = [s for s in (*sure[n - 1 : n], *sure[n + 1 : n + 2]) if s is not None]
            found.append(own if own is not None else bool(beside) and all(beside) and share >= RATHER)
    return found


def _lines(words: Sequence[Word]) -> Iterator[slice]:
    """The runs of words that stand side by side, a word's space or so apart."""
    begin = 0
    for n, (one, two) in enumerate(pairwise(words), start=1):
        high = one.bottom - one.top
        level = abs((one.top + one.bottom) - (two.top + two.bottom)) < 0.7 * high
        if not (level and -0.5 * high < two.x0 - one.x1 < 1.5 * high):
            yield slice(begin, n)
            begin = n
    if words:
        yield slice(begin, len(words))


def _ends(word: Word, grey: Grey, scale: float) -> tuple[float, float]:
    """Where the ink of a word begins and ends, in points: its box less the white at its ends, with the rest of letters that they cut."""
    reach = round(REACH * (word.bottom - word.top) / scale)
    left = int(word.x0 / scale) - reach
    cut = _cut(word, grey, scale, reach)
    if left < 0 or cut.shape[1] <= 2 * reach:
        return word.x0, word.x1
    dark: NDArray[np.bool_] = np.any(cut < INK, axis=0)
    inside = reach + np.flatnonzero(dark[reach:-reach] if reach else dark)
    if not len(inside):
        return word.x0, word.x1
    white = np.flatnonzero(~dark)
    first, last = int(inside[0]), int(inside[-1])
    if first == reach:  # the box begins in a letter
        first = max((int(n) + 1 for n in white if n < first), default=first)
    if last == len(dark) - reach - 1:
        last = min((int(n) - 1 for n in white if n > last), default=last)
    return (left + first) * scale, (left + last + 1) * scale
