"""The ruling lines and painted areas of a page that is a picture, so that its tables are read as those of other pages are.

Lines are thin dark strokes, longer than those of letters, with white beside them; areas are patches of one colour that are no
letters. Found by OpenCV, which comes with the extra `ocr`. All is in points from the top left of the page as it is read: level.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from extract.ocr_areas import Mask, Picture, edges_of, odd, painted_areas, without_letters
from models.geometry import Box, box_around
from models.page import Fill, Rule, Word

THICKEST = 2.6  # points: a stroke from here on is an area
SHORTEST_LEVEL, SHORTEST_UPRIGHT = 24.0, 13.0  # points: no stroke of a letter is as long, but in a headline
SHORTEST_BETWEEN = 7.0  # points: an upright one from level line to level line, which letters leave bare
CONTRAST = 45  # of 255, between a line and what it stands on
FAINT = 16  # the same on what is dark itself: black lines part dark cells
DARK = 140  # of 255: on what is darker, white lines part cells
BESIDE = 1.6  # points on both sides of a line that are mostly bare
MOSTLY_BARE = 0.35  # share of them that may be inked: letters touch lines
GAP = 3.0  # points: a fainter place in a line
SAME = 1.2  # points: two strokes no further apart are one line
LONG = 100.0  # points: a line from which the angle of a picture is told
FLAT = 0.06  # height of such a line to its width
FEWEST_LINES = 3
LEVEL = 0.0003  # radians: less is none
DOT = (1.4, 5.5)  # points: width and height of a bullet
ROUND = 0.65  # share of its box that a dot covers; a round one has .785


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a picture shows beside its words."""

    rules: tuple[Rule, ...]
    fills: tuple[Fill, ...]
    bullets: tuple[Box, ...]  # dots before lines


def drawn_on(picture: Picture, scale: float, skew: float, words: Sequence[Word]) -> Drawn:
    """The drawings of a page's picture; `scale` is points a pixel, `skew` the angle of its lines in radians, clockwise.

    `words` are those of the page: what lies within one is a part of its letters.
    """
    import cv2  # comes with the extra

    picture = _turned(cv2, picture, skew)
    grey = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    rules = [r for r in _rules(cv2, grey, scale) if not _is_of_letters(r, words)]
    ground = without_letters(picture, words, scale)
    fills = [f for f in painted_areas(cv2, ground, rules, scale) if not any(w.box.contains(f.box) for w in words)]
    rules += [edge for f in fills for edge in edges_of(f, rules)]
    return Drawn(tuple(rules), tuple(fills), tuple(_bullets(cv2, grey, scale, words)))


def level(picture: Picture, skew: float) -> Mask:
    """The picture in grey, turned about its middle so that lines at an angle of `skew` are level."""
    import cv2  # comes with the extra

    return np.asarray(cv2.cvtColor(_turned(cv2, picture, skew), cv2.COLOR_RGB2GRAY), dtype=np.uint8)


def exact_skew(picture: Picture, scale: float, rough: float) -> float:
    """The angle of the picture's level lines, in radians, clockwise; `rough`, that of its words, where it has too few lines.

    Boxes of words are pixels high, so that their angle is known to half a degree; a line across the page tells a hundredth.
    """
    import cv2  # comes with the extra

    grey = np.asarray(cv2.cvtColor(_turned(cv2, picture, rough), cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    dark, _ = _inks(cv2, grey, THICKEST / scale)
    level = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, max(3, round(SHORTEST_LEVEL / scale))), np.uint8))
    count, labels, facts, _ = cv2.connectedComponentsWithStats(level, connectivity=8)
    angles: list[float] = []
    for n in range(1, count):
        x, y, wide, high = (int(v) for v in facts[n][:4])
        if wide * scale >= LONG and high < FLAT * wide:
            down, right = np.nonzero(labels[y : y + high, x : x + wide] == n)
            angles.append(math.atan(float(np.polyfit(right, down, 1)[0])))
    more = float(np.median(angles)) if len(angles) >= FEWEST_LINES else 0.0
    return rough + more if abs(more) > LEVEL else rough


def _turned(cv2: Any, picture: Picture, skew: float) -> Picture:  # noqa: ANN401 (a module)
    """The picture turned about its middle so that what was skew is level."""
    if not skew:
        return picture
    high, wide = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), math.degrees(skew), 1.0)
    return np.asarray(cv2.warpAffine(picture, turn, (wide, high), borderValue=(255, 255, 255)), dtype=np.uint8)


def passed_over(picture: Picture, boxes: Sequence[Box]) -> list[Box]:
    """Where ink as high as letters stands by itself outside of the `boxes` in which words were found; all in pixels.

    What finds words passes over single figures and letters in narrow columns.
    """
    import cv2  # comes with the extra

    if not boxes:
        return []
    usual = float(np.median([b.height for b in boxes]))
    grey = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    known = np.zeros(grey.shape, np.uint8)
    for b in boxes:
        known[max(0, int(b.top)) : int(b.bottom) + 1, max(0, int(b.x0 - 0.3 * usual)) : int(b.x1 + 0.3 * usual) + 1] = 1
    found: list[Box] = []
    for ink in _inks(cv2, grey, 0.4 * usual):
        count, _, facts, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
        for n in range(1, count):
            x, y, wide, high = (int(v) for v in facts[n][:4])
            if (
                0.35 * usual <= high <= 1.3 * usual
                and wide <= 2 * usual
                and not known[y : y + high, x : x + wide].any()
            ):
                found.append(Box(x, y, x + wide, y + high))
    return _side_by_side(found, 0.4 * usual)


def _side_by_side(boxes: Sequence[Box], gap: float) -> list[Box]:
    """Boxes at one height and no further apart than `gap` as one."""
    joined: list[Box] = []
    for box in sorted(boxes, key=lambda b: b.x0):
        beside = next(
            (o for o in reversed(joined) if box.x0 - o.x1 <= gap and min(o.bottom, box.bottom) > max(o.top, box.top)),
            None,
        )
        if beside is None:
            joined.append(box)
        else:
            joined[joined.index(beside)] = box_around([beside, box])
    return joined


def _rules(cv2: Any, grey: Mask, scale: float) -> Iterator[Rule]:  # noqa: ANN401 (a module)
    """Dark lines on whatever is lighter, and white ones that part dark cells."""
    for ink in _inks(cv2, grey, THICKEST / scale):
        level = [
            Rule(x0 * scale, y * scale, x1 * scale, y * scale, 1.0)
            for x0, y, x1 in _strokes(cv2, ink, SHORTEST_LEVEL / scale, scale)
        ]
        yield from level
        for y0, x, y1 in _strokes(cv2, ink.T.copy(), SHORTEST_BETWEEN / scale, scale):
            upright = Rule(x * scale, y0 * scale, x * scale, y1 * scale, 1.0)
            if upright.bottom - upright.top >= SHORTEST_UPRIGHT or _from_line_to_line(upright, level):
                yield upright


def _from_line_to_line(upright: Rule, level: Sequence[Rule]) -> bool:
    """Whether a stroke ends at a line above and at one below: it parts two cells of a row that is no higher than its type."""
    ends = [r.top for r in level if r.x0 - SAME <= upright.x0 <= r.x1 + SAME]
    return all(any(abs(y - end) <= SAME for y in ends) for end in (upright.top, upright.bottom))


def _inks(cv2: Any, grey: Mask, thickest: float) -> tuple[Mask, Mask]:  # noqa: ANN401 (a module)
    """Strokes up to so many pixels thick: the dark ones on what is lighter, and the light ones on what is dark."""
    around = np.ones((odd(thickest), odd(thickest)), np.uint8)
    around_dark = cv2.morphologyEx(grey, cv2.MORPH_CLOSE, around)
    dark = around_dark > grey.astype(np.int16) + np.where(around_dark < DARK, FAINT, CONTRAST)
    ground = cv2.morphologyEx(grey, cv2.MORPH_OPEN, around)
    light = (ground < DARK) & (grey > ground.astype(np.int16) + CONTRAST)
    return dark.astype(np.uint8), light.astype(np.uint8)


def _is_of_letters(rule: Rule, words: Sequence[Word]) -> bool:
    """Whether a level stroke runs through the middle of words for most of its way, or an upright one lies within a word."""
    if rule.vertical:
        return any(w.box.contains(Box(rule.x0, rule.top, rule.x1, rule.bottom), SAME) for w in words)
    through = [w for w in words if w.top + 0.2 * w.box.height < rule.top < w.bottom - 0.2 * w.box.height]
    return sum(max(0.0, min(w.x1, rule.x1) - max(w.x0, rule.x0)) for w in through) > 0.5 * (rule.x1 - rule.x0)


def _strokes(cv2: Any, ink: Mask, shortest: float, scale: float) -> Iterator[list[float]]:  # noqa: ANN401 (a module)
    """Level lines of a mask as left, height and right in pixels."""
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, 3), np.uint8))
    kept = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((1, max(3, round(shortest))), np.uint8))
    count, _, facts, middles = cv2.connectedComponentsWithStats(kept, connectivity=8)
    found: list[list[float]] = []
    for n in range(1, count):
        x, y, wide, high = (int(v) for v in facts[n][:4])
        if high * scale <= THICKEST and _is_bare_beside(ink, x, y, wide, high, round(BESIDE / scale)):
            found.append([x, float(middles[n][1]), x + wide])
    yield from _joined(found, scale)


def _is_bare_beside(ink: Mask, x: int, y: int, wide: int, high: int, reach: int) -> bool:
    above = ink[max(0, y - 1 - reach) : max(0, y - 1), x : x + wide]
    below = ink[y + high + 1 : y + high + 1 + reach, x : x + wide]
    return all(not part.size or float(part.mean()) <= MOSTLY_BARE for part in (above, below))


def _joined(lines: Sequence[list[float]], scale: float) -> list[list[float]]:
    """Lines at one height, joined where they touch or are but a faint place apart."""
    joined: list[list[float]] = []
    for line in sorted(lines, key=lambda line: (round(line[1] * scale / SAME), line[0])):
        last = next((o for o in reversed(joined[-8:]) if abs(o[1] - line[1]) * scale <= SAME), None)
        if last is not None and (line[0] - last[2]) * scale <= GAP:
            last[2] = max(last[2], line[2])
        else:
            joined.append(list(line))
    return joined


def _bullets(cv2: Any, grey: Mask, scale: float, words: Sequence[Word]) -> Iterator[Box]:  # noqa: ANN401 (a module)
    """Round dots of ink right before a word, at the middle of its height, with nothing else before it."""
    count, _, facts, _ = cv2.connectedComponentsWithStats((grey < DARK).astype(np.uint8), connectivity=8)
    for n in range(1, count):
        x, y, wide, high, area = (float(v) * (scale if k < 4 else scale**2) for k, v in enumerate(facts[n][:5]))
        if not (DOT[0] <= wide <= DOT[1] and DOT[0] <= high <= DOT[1]) or area < ROUND * wide * high:
            continue
        box = Box(x, y, x + wide, y + high)
        middle = y + high / 2
        level = [w for w in words if w.top < middle < w.bottom]
        after = min((w for w in level if w.x1 > box.x1), key=lambda w: w.x0, default=None)
        if (
            after is None
            or not 0.8 * wide < after.x0 - box.x1 < 2.5 * after.box.height
            or any(w.x0 < box.x1 and w.x1 > x - after.box.height for w in level)
        ):
            continue
        if abs(middle - (after.top + after.bottom) / 2) < 0.25 * after.box.height:
            yield box
