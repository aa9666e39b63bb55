"""What the ink of words tells in a picture: which of them are bold, and where exactly they begin and end.

The recogniser gives the letters, and boxes that are some pixels too wide. The stems of bold letters are half as thick again as those
of others of the same size; a page holds enough of these to compare with.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from extract.ocr_rules import DARK
from models.page import Font, Page, Word

Grey = NDArray[np.uint8]
Ink = NDArray[np.bool_]

INK = 150  # of 255: darker is ink
THICK = 1.27  # times the usual stem of the page: bold
EVENLY, THICKER = 1.19, 1.08  # the same of a whole line, and of most of its words
RATHER = 1.18  # the same where the words beside it are bold
FEWEST = 12  # words of a page that tell what is usual
LONGEST = 1.5  # times the height of words: the strokes of letters are shorter
LONGEST_RUN = 0.7  # of a word's width: a row with so much ink is an underline
SHORT = 3  # letters: the stems of shorter words tell little
FEWEST_SPACES = 2  # of a line that tell how wide its spaces are
ABOVE, BELOW = 0.2, 0.18  # of a line's height: the letters of the lines above and below reach so far into its box
NO_SPACE = 0.5  # of that width: letters no further apart stand in one word
NARROW = 0.15  # of the height of words: a space is wider
SPACE = 0.7  # of that width: white within a word is narrower
# Where two words meet that a space should part: `DeputyChief`, `December2023`, `to10`, `2023,setting`, `1STNOVEMBER`.
_JOINT = re.compile(
    r"(?<=[a-z]{3})(?=[A-Z][a-z]{2})|(?<=[A-Za-z]{2})(?=\d)|(?<=[,;:.)])(?=[A-Za-z])|(?<=\d(?:ST|ND|RD|TH))(?=[A-Z])"
)
ALIKE = 0.15  # share by which the usual sizes of two pages of one paper may differ and be one
REACH = 0.3  # of its words' height by which a line's first and last letters may stand out of its box


def inked(words: Sequence[Word], grey: Grey, scale: float) -> list[Word]:
    """The words as their ink shows them: bold where they are, from ink to ink, a space of their line between them.

    `grey` is the level picture, `scale` points a pixel. The words of a line follow each other, as the recogniser gives them.
    """
    ink = _ink(grey, words, scale)
    weighed = _weighed(words, grey, scale)
    made: list[Word] = []
    for place in _lines(words):
        made.extend(_spaced(weighed[place], ink, scale))
    return made


def evened(pages: Sequence[Page]) -> list[Page]:
    """The pages of a paper, those that are pictures with one size for the type that most of their words are set in.

    The size is told by the boxes of words, which are a pixel higher on one page than on the next: headings would differ by it.
    """
    usual = {p.number: size for p in pages if p.method == "ocr" and (size := _usual(p)) is not None}
    if len(usual) < 2:
        return list(pages)
    most = float(np.median(list(usual.values())))
    return [
        _sized(p, most / size) if (size := usual.get(p.number)) and abs(most / size - 1) < ALIKE else p for p in pages
    ]


def _usual(page: Page) -> float | None:
    sizes = Counter(w.font.size for w in page.words if w.font.name == "ocr")
    return sizes.most_common(1)[0][0] if sizes.total() >= FEWEST else None


def _sized(page: Page, times: float) -> Page:
    fonts: dict[Font, Font] = {}

    def font(old: Font) -> Font:
        return fonts.setdefault(old, replace(old, size=round(old.size * times, 1)))

    words = tuple(replace(w, font=font(w.font)) if w.font.name == "ocr" else w for w in page.words)
    return replace(page, words=words)


def _ink(grey: Grey, words: Sequence[Word], scale: float) -> Ink:
    """Where the picture has the ink of letters: dark on light, light on dark; strokes longer than those of letters are lines."""
    import cv2  # comes with the extra

    dark = grey < INK
    for word in words:
        place = _place(word, scale)
        if grey[place].size and grey[place].mean() < DARK:
            dark[place] = grey[place] >= INK
    high = float(np.median([w.bottom - w.top for w in words])) / scale if words else 1.0
    across = np.ones((1, max(3, round(LONGEST * high))), np.uint8)
    lines = cv2.morphologyEx(dark.astype(np.uint8), cv2.MORPH_OPEN, across)
    return np.asarray(dark & (lines == 0))


def _place(word: Word, scale: float) -> tuple[slice, slice]:
    return (
        slice(max(0, int(word.top / scale)), int(word.bottom / scale) + 1),
        slice(max(0, int(word.x0 / scale)), int(word.x1 / scale) + 1),
    )


def _weighed(words: Sequence[Word], grey: Grey, scale: float) -> list[Word]:
    """The words with their fonts bold where they are."""
    stems = [_stem(word, grey, scale) for word in words]
    told = [s / w.font.size for s, w in zip(stems, words, strict=True) if s and _letters(w) >= SHORT]
    usual = float(np.median(told)) if len(told) >= FEWEST else 0.0
    bold = _bold(words, [s / w.font.size / usual if usual else 0.0 for s, w in zip(stems, words, strict=True)])
    fonts: dict[tuple[Font, bool], Font] = {}
    return [
        replace(word, font=fonts.setdefault((word.font, heavy), replace(word.font, bold=heavy)))
        for word, heavy in zip(words, bold, strict=True)
    ]


def _spaced(line: Sequence[Word], ink: Ink, scale: float) -> Iterator[Word]:
    """The words of a line from ink to ink, cut in two where a space was passed over, and joined where one was seen too many."""
    high = max(1, round((line[0].bottom - line[0].top) / scale))
    top, bottom = (min(w.top for w in line) / scale, max(w.bottom for w in line) / scale)
    rows = slice(max(0, int(top + ABOVE * (bottom - top))), int(bottom - BELOW * (bottom - top)) + 1)
    left = max(0, int(line[0].x0 / scale) - round(REACH * high))
    right = int(line[-1].x1 / scale) + round(REACH * high) + 1
    columns = np.any(ink[rows, left:right], axis=0)
    gaps = _gaps(columns)
    between: list[tuple[int, int]] = []
    for one, two in pairwise(line):
        middle = (one.x1 + two.x0) / 2 / scale - left
        between.append(_white(gaps, middle, high, between[-1][1] if between else 0))
    spaces = [end - begin for begin, end in between]
    space = float(np.percentile(spaces, 60)) if len(spaces) >= FEWEST_SPACES else 0.0
    ends = _outer(columns, (line[0].x0 / scale - left, line[-1].x1 / scale - left))
    begins = [ends[0], *(end for _, end in between)]
    stops = [*(begin for begin, _ in between), ends[1]]
    if not columns.any():
        yield from line
        return
    word: Word | None = None
    for n, (one, begin, stop) in enumerate(zip(line, begins, stops, strict=True)):
        fitted = replace(one, x0=(left + begin) * scale, x1=(left + stop) * scale) if begin < stop else one
        if word is not None and n and spaces[n - 1] < min(NO_SPACE * space, NARROW * high) and _is_inside(word, fitted):
            word = replace(
                fitted, text=word.text + fitted.text, x0=word.x0, confidence=min(word.confidence, fitted.confidence)
            )
            continue
        if word is not None:
            yield from _parted(word, gaps, SPACE * space, left, scale)
        word = fitted
    if word is not None:
        yield from _parted(word, gaps, SPACE * space, left, scale)


def _is_inside(one: Word, two: Word) -> bool:
    """Whether two pieces may be of one word: wide letters, as capitals and `m` are, that were taken for words."""
    letters = one.text[-1].isalpha() and two.text[0].isalpha()
    return letters and (min(len(one.text), len(two.text)) == 1 or (one.text + two.text).isupper())


def _gaps(columns: Ink) -> list[tuple[int, int]]:
    """The runs of columns without ink, first and behind the last."""
    edges = np.flatnonzero(np.diff(np.concatenate(([True], columns, [True])).astype(np.int8)))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _white(gaps: Sequence[tuple[int, int]], middle: float, high: int, after: int) -> tuple[int, int]:
    """The widest white about where the recogniser parts two words, of which the first begins `after`; none is no pixel wide."""
    near = [g for g in gaps if g[0] > after and abs((g[0] + g[1]) / 2 - middle) < high]
    at = max(int(middle), after + 1)
    return max(near, key=lambda g: g[1] - g[0] - 0.5 * abs((g[0] + g[1]) / 2 - middle), default=(at, at))


def _outer(columns: Ink, ends: tuple[float, float]) -> tuple[int, int]:
    """Where the ink of a line begins and ends: its box less the white at its ends, with the rest of letters that they cut."""
    first, last = max(0, int(ends[0])), min(len(columns) - 1, int(ends[1]))
    inside = np.flatnonzero(columns[first : last + 1])
    if not len(inside):
        return first, last + 1
    first, last = first + int(inside[0]), first + int(inside[-1])
    while first > 0 and columns[first - 1]:
        first -= 1
    while last < len(columns) - 1 and columns[last + 1]:
        last += 1
    return first, last + 1


def _parted(word: Word, gaps: Sequence[tuple[int, int]], space: float, left: int, scale: float) -> Iterator[Word]:
    """A word cut at the joint of its text next to its widest white, if that is a space and about where the joint is."""
    x0, x1 = word.x0 / scale - left, word.x1 / scale - left
    inside = [g for g in gaps if g[0] > x0 and g[1] < x1]
    joints = [m.start() for m in _JOINT.finditer(word.text)] if space and inside else []
    begin, end = max(inside, key=lambda g: g[1] - g[0], default=(0, 0))
    letter = (x1 - x0) / len(word.text)
    at = min(joints, key=lambda n: abs(x0 + n * letter - (begin + end) / 2), default=0)
    if not at or end - begin < space or abs(x0 + at * letter - (begin + end) / 2) > 2 * letter:
        yield word
        return
    yield replace(word, text=word.text[:at], x1=(left + begin) * scale)
    yield replace(word, text=word.text[at:], x0=(left + end) * scale)


def _letters(word: Word) -> int:
    return sum(c.isalnum() for c in word.text)


def _stem(word: Word, grey: Grey, scale: float) -> float:
    """How thick the strokes are that a level line through the word meets, in pixels; 0 where it meets none."""
    cut = grey[_place(word, scale)]
    if not cut.size:
        return 0.0
    cut = 255 - cut if cut.mean() < DARK else cut
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
        thicker = sum(_letters(w) for w, s in line if s >= THICKER)
        mean = sum(s * _letters(w) for w, s in line) / letters if letters else 0.0
        if (mean >= THICK and heavy >= 0.7 * letters) or (mean >= EVENLY and thicker >= 0.85 * letters):
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
