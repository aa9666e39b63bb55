"""Pages without a text layer, read from their picture by RapidOCR (the extra `ocr`; its models come in its wheel).

Words get the boxes that the recogniser gives them, turned level where the scan is skew, and the recogniser's own doubt.
"""

from __future__ import annotations

import importlib.util
import logging
import math
import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from statistics import median
from typing import Any

import numpy as np
from numpy.typing import NDArray

from extract.ocr_ink import inked
from extract.ocr_rules import DARK, drawn_on, exact_skew, level, passed_over
from extract.page import Document
from models.geometry import Box
from models.page import Font, Page, Word

DPI = 200  # the recogniser reads small print well from here; twice the dots take four times as long
STAMP = 25  # words: what is printed over a scan, such as a pack's page numbers, is no text layer
COVERED = 0.5  # share of the page under pictures from which its few words are taken for a stamp
DOUBTFUL = 0.9  # the recogniser's score below which a line is cut out and read again
LOWEST = 0.5  # the recogniser's score below which a line is noise
BAR = 0.45  # width to height of ink that can be nothing but a one, an I or an l
MOST_SINGLE = 150  # of a page: more are the speckles of a bad scan, or a picture
INK = 5  # drawings: a page that draws its letters as outlines has many more

_COUNCILLOR = re.compile(
    r"\bC[lI1|][lI1|i](?=rs?\b)"
)  # `ClIr`, `Clir`: no letters look more alike, and minutes are full of it
_BARS = frozenset({"I", "1", "l", "|"})
_ONES = _BARS - {"I"}
_LIKELIHOOD = frozenset({"L", "P"})  # headings of one letter: likelihood or probability
_SCORE = frozenset({"score", "s", "total", "rating", "risk", "r", "rr", "rs"})  # what stands behind that of impact

Picture = NDArray[np.uint8]
Spotted = tuple[str, float, tuple[tuple[float, float], ...]]  # text, score, corners in pixels
Spotter = Callable[[Picture], Sequence[Spotted]]
Scanner = Callable[[Document, Page], Page]
"""Gives a page its words from its picture; the page as it is where it can't."""


def available() -> bool:
    """Whether the extra `ocr` is installed."""
    return importlib.util.find_spec("rapidocr") is not None


def needs_ocr(page: Page) -> bool:
    """Whether a page shows text that its text layer does not hold: a picture, or outlines of letters, and hardly a word."""
    area = page.width * page.height
    if len(page.words) > STAMP or area == 0:
        return False
    covered = sum(i.box.width * i.box.height for i in page.images) / area
    if page.words:
        return covered > COVERED and not any(len(p) > 1 for p in _lines(page.words))
    return bool(page.images) or len(page.shapes) > INK


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    """Words in rows of running text: four or more side by side."""
    rows: dict[int, list[Word]] = {}
    for word in words:
        rows.setdefault(round(word.bottom / 4), []).append(word)
    return [row for row in rows.values() if len(row) >= 8]


def read_scan(document: Document, page: Page, spotter: Spotter | None = None) -> Page:
    """The page with the words of its picture beside those of its text layer. Needs the extra `ocr`.

    `spotter` finds the words of a picture (`spot`, where none is given): a place for whoever remembers what was read before.
    """
    picture = document.picture(page.number, DPI)
    found = (spotter or spot)(picture)
    skew = exact_skew(picture, 72 / DPI, skew_of(found))
    words = [*page.words]
    for word in inked(list(place(found, page, 72 / DPI, skew)), level(picture, skew), 72 / DPI):
        if not any(word.box.overlap(own) > 0.3 * word.box.width * word.box.height for own in page.words):
            words.append(replace(word, number=len(words)))
    words = list(impact_named(words))
    drawn = drawn_on(picture, 72 / DPI, skew, words)
    words += [_bullet(box, page.number, len(words) + n) for n, box in enumerate(drawn.bullets)]
    rules, fills = (*page.rules, *drawn.rules), (*page.fills, *drawn.fills)
    return replace(page, words=tuple(words), rules=rules, fills=fills, method="ocr")


def impact_named(words: Sequence[Word]) -> Iterable[Word]:
    """The words, with the capital `I` between the headings of likelihood and score, which the recogniser takes for a one."""
    for word in words:
        if word.text in _ONES:
            level = [w for w in words if w.top < word.box.middle_y < w.bottom]
            before = max((w for w in level if w.x1 <= word.x0), key=lambda w: w.x1, default=None)
            after = min((w for w in level if w.x0 >= word.x1), key=lambda w: w.x0, default=None)
            if before and after and before.text in _LIKELIHOOD and after.text.casefold() in _SCORE:
                word = replace(word, text="I")
        yield word


def _bullet(box: Box, page: int, number: int) -> Word:
    """A dot before a line, which the recogniser passes over, as tall as a word beside it would be."""
    font = Font("ocr", max(1.0, round(2.5 * box.height, 1)))
    return Word("•", box.x0, box.top - box.height, box.x1, box.bottom + box.height, page, number, font, confidence=0.9)


def spot(picture: Picture) -> list[Spotted]:
    """Each word of a picture with its score and corners, line by line.

    A line that is read badly is cut out again with some white around it: the first cut often goes through the letters.
    """
    result = _engine()(picture, use_det=True, use_cls=True, use_rec=True, return_word_box=True)
    if result.boxes is None:
        return []
    found: list[Spotted] = []
    for corners, text, score, parts in zip(result.boxes, result.txts, result.scores, result.word_results, strict=True):
        if score < DOUBTFUL:
            again = _read_again(picture, corners)
            if again is not None and again[1] > score:
                found.append(again)
                continue
        del text
        found.extend((t, float(p), _points(c)) for t, p, c in parts if t.strip() and p >= LOWEST)
    return [*found, *_single(picture, found)]


def _single(picture: Picture, found: Sequence[Spotted]) -> Iterable[Spotted]:
    """Figures and letters by themselves that were passed over: the scores of a register stand so."""
    boxes = [
        Box(min(x for x, _ in c), min(y for _, y in c), max(x for x, _ in c), max(y for _, y in c)) for _, _, c in found
    ]
    left = passed_over(picture, boxes)
    for box in left if len(left) <= MOST_SINGLE else ():
        corners = np.array(
            [(box.x0, box.top), (box.x1, box.top), (box.x1, box.bottom), (box.x0, box.bottom)], np.float32
        )
        read = _read_again(picture, corners)
        if read is None or not any(c.isalnum() or c in "|-–" for c in read[0]):
            continue
        is_bar = box.width < BAR * box.height and read[0].strip() in _BARS
        if read[1] >= (LOWEST if is_bar else DOUBTFUL):
            yield ("I" if read[0].strip() == "|" else read[0].strip(), read[1], read[2])


def _read_again(picture: Picture, corners: NDArray[np.float32]) -> Spotted | None:
    """One line read from a wider cut, as one run of words; None where nothing is read."""
    x0, x1 = int(corners[:, 0].min()), int(corners[:, 0].max())
    top, bottom = int(corners[:, 1].min()), int(corners[:, 1].max())
    best: Spotted | None = None
    for share in (0.15, 0.3):
        pad = max(2, int(share * (bottom - top)))
        cut = picture[max(0, top - pad) : bottom + pad, max(0, x0 - pad) : x1 + pad]
        cut = 255 - cut if cut.mean() < DARK else cut  # white letters are read worse
        result = _engine()(np.ascontiguousarray(cut), use_det=False, use_cls=False, use_rec=True, return_word_box=False)
        if result.txts and result.txts[0].strip() and (best is None or result.scores[0] > best[1]):
            best = (result.txts[0], float(result.scores[0]), _points(corners))
    return best


def _points(corners: Iterable[Sequence[float]]) -> tuple[tuple[float, float], ...]:
    return tuple((float(x), float(y)) for x, y in corners)


def place(found: Sequence[Spotted], page: Page, scale: float, skew: float) -> Iterable[Word]:
    """Words in points on the page, level even where the scan is `skew` (radians, clockwise). `scale` is points a pixel."""
    middle = (page.width / 2, page.height / 2)
    usual = median([abs(c[3][1] - c[0][1]) for _, _, c in found] or [1.0]) * scale
    for text, score, corners in found:
        points = [_turned((x * scale, y * scale), middle, -skew) for x, y in corners]
        box = Box(
            min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points)
        )
        # boxes of a line jitter: heights near the usual one are one size of type
        size = round(0.8 * (usual if abs(box.height - usual) < 0.3 * usual else box.height), 1)
        for part, (x0, x1) in _parts(text, box):
            font = Font("ocr", max(size, 1.0))
            yield Word(part, x0, box.top, x1, box.bottom, page.number, 0, font, confidence=round(score, 3))


def _parts(text: str, box: Box) -> Iterable[tuple[str, tuple[float, float]]]:
    """A run that holds several words, cut at its spaces in proportion to their letters."""
    text = _COUNCILLOR.sub("Cll", unicodedata.normalize("NFC", text))
    per = box.width / max(1, len(text))
    for match in re.finditer(r"\S+", text):
        yield match.group(), (box.x0 + per * match.start(), box.x0 + per * match.end())


def skew_of(found: Sequence[Spotted]) -> float:
    """The angle of the lines against the level, in radians, clockwise as seen; the median over the wide runs."""
    angles = [
        math.atan2(c[1][1] - c[0][1], c[1][0] - c[0][0])
        for _, _, c in found
        if len(c) == 4 and c[1][0] - c[0][0] > 3 * abs(c[3][1] - c[0][1])
    ]
    angle = median(angles) if angles else 0.0
    return angle if abs(angle) > math.radians(0.3) else 0.0


def _turned(point: tuple[float, float], middle: tuple[float, float], angle: float) -> tuple[float, float]:
    if not angle:
        return point
    x, y = point[0] - middle[0], point[1] - middle[1]
    return (
        middle[0] + x * math.cos(angle) - y * math.sin(angle),
        middle[1] + x * math.sin(angle) + y * math.cos(angle),
    )


@cache
def _engine() -> Any:  # noqa: ANN401 (rapidocr ships no types)
    from rapidocr import RapidOCR

    logging.getLogger("RapidOCR").setLevel(logging.WARNING)
    threads = os.cpu_count() or 1
    return RapidOCR(
        params={
            "EngineConfig.onnxruntime.intra_op_num_threads": threads,
            "Global.log_level": "warning",
        }
    )
