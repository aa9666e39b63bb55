"""Lines of words cut at wide gaps: what tables without rules are found from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from statistics import median

from extract.text import lines_of, lines_on
from models.geometry import Box
from models.lazy import lazy
from models.page import Page, Word

WIDE = 0.9  # of the font size: a gap as wide as this parts columns; spaces are a quarter to a third
PHRASE = 0.45  # of the font size: words nearer than this are of one phrase
SPACE = 0.28  # of the font size, where a page is too short to tell
FIGURE = re.compile(
    r"^[<>≤≥~†‡*]*[-–−+±]?[£$€]?[(\[]?[-–−+±£$€]?\d[\d.,]*(?:[-–/:]\d[\d.,]*)?\s?(?:%|p|k|m|bn|£m|\$|€|pp)?[)\]]?[*†‡§¹²³a-d]{0,3}$"
)
THOUSANDS = re.compile(r"^[£$€]0{3}s?$")  # a unit, not a figure
BLANK_FIGURES = frozenset(
    {"-", "–", "—", "−", "…", "..", "...", "†", "‡", "*", "#", "n/a", "N/A", "NA", "(X)", "x", "nil", "Nil", "—)", "$"}
)


@lru_cache(maxsize=20_000)
def is_figure(text: str) -> bool:
    """Whether a word is a number as tables print them, or a mark in its place."""
    return text in BLANK_FIGURES or (bool(FIGURE.match(text)) and not THOUSANDS.match(text))


@dataclass(eq=False)
class Segment:
    """Words of one line with no wide gap between them."""

    words: list[Word]

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @lazy
    def figure(self) -> bool:
        """Whether it holds figures and nothing else."""
        return all(map(is_figure, [w.text for w in self.words]))


@dataclass(eq=False)
class TextLine:
    """Words on one baseline over the whole width of a page or of a column of text. Once made, it stays as it is."""

    words: list[Word]  # left to right
    top: float
    bottom: float
    size: float
    segments: list[Segment] = field(default_factory=list)
    turned: bool = False  # words that stand on their side next to each other: headings of narrow columns

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @lazy
    def x1(self) -> float:
        return max([w.x1 for w in self.words])

    @lazy
    def text(self) -> str:
        return " ".join([w.text for w in self.words])

    @lazy
    def bold(self) -> bool:
        return all(w.font.bold for w in self.words if w.text[:1].isalnum())

    @lazy
    def figures(self) -> int:
        return sum(map(is_figure, [w.text for w in self.words]))


class LineReader:
    """Lines of the words of one page, of equal words but once: what looks for tables asks for them again and again."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._known: dict[tuple[int, ...], list[TextLine]] = {}

    def __call__(self, words: Sequence[Word]) -> Sequence[TextLine]:
        key = tuple([w.number for w in words])
        lines = self._known.get(key)
        if lines is None:
            lines = self._known[key] = _with_turned(lines_on(self._page, [w for w in words if w.turned == 0]), words)
        return lines


def text_lines(words: Sequence[Word]) -> list[TextLine]:
    """Upright words as lines, top to bottom, each cut into segments at its wide gaps; words on their side as lines across."""
    return _with_turned(lines_of([w for w in words if w.turned == 0]), words)


def _with_turned(rows: Sequence[list[Word]], words: Sequence[Word]) -> list[TextLine]:
    lines = lines_from(rows)
    side = _turned_lines([w for w in words if w.turned in (90, 270)])
    return sorted([*lines, *side], key=lambda n: n.top) if side else lines


def lines_from(rows: Sequence[list[Word]]) -> list[TextLine]:
    """Rows of upright words, each from left to right, as lines."""
    lines: list[TextLine] = []
    for row in rows:
        if len(row) == 1:
            (word,) = row
            lines.append(
                TextLine(row, word.top, word.bottom, float(word.font.size or word.bottom - word.top), [Segment(row)])
            )
            continue
        size = _usual([w.font.size or (w.bottom - w.top) for w in row])
        plain = [w for w in row if not w.superscript] or row
        top, bottom = min([w.top for w in plain]), max([w.bottom for w in plain])
        lines.append(TextLine(row, top, bottom, size, cut(row, WIDE * size)))
    return lines


def _usual(sizes: Sequence[float]) -> float:
    """The median; mostly all sizes of a line are one."""
    return float(sizes[0] if sizes.count(sizes[0]) == len(sizes) else median(sizes))


def _turned_lines(words: Sequence[Word]) -> list[TextLine]:
    """Words on their side that begin or end at one height, as one line across: one segment a column."""
    lines: list[TextLine] = []
    for word in sorted(words, key=lambda w: (w.bottom if w.turned == 270 else w.top, w.x0)):
        foot = word.bottom if word.turned == 270 else word.top
        size = word.font.size or word.x1 - word.x0
        for line in lines:
            mate = line.words[0]
            mate_foot = mate.bottom if mate.turned == 270 else mate.top
            # The rest of a heading of two words stands further along its own baseline.
            along = any(
                abs(w.x0 - word.x0) < 2 and w.bottom > word.top - 2 * size and word.bottom > w.top - 2 * size
                for w in line.words
            )
            if mate.turned == word.turned and (abs(mate_foot - foot) < 5 or along):
                line.words.append(word)
                line.top, line.bottom = min(line.top, word.top), max(line.bottom, word.bottom)
                break
        else:
            lines.append(TextLine([word], word.top, word.bottom, size, turned=True))
    for line in lines:
        line.words.sort(key=lambda w: (round(w.x0), -w.bottom if w.turned == 270 else w.top))
        line.segments = []
        for word in line.words:
            if line.segments and word.x0 < line.segments[-1].words[-1].x1 - 1:
                line.segments[-1].words.append(word)
            else:
                line.segments.append(Segment([word]))
    return lines


def cut(words: Sequence[Word], gap: float) -> list[Segment]:
    """Words left to right as segments, parted where the gap is wider than `gap` points."""
    if not words:
        return []
    starts = [n for n, (one, two) in enumerate(pairwise(words), 1) if two.x0 - one.x1 > gap]
    if not starts:  # as in most lines of text
        return [Segment(list(words))]
    return [Segment(list(words[a:b])) for a, b in pairwise([0, *starts, len(words)])]


def usual_space(lines: Sequence[TextLine]) -> float:
    """The usual gap between words, as a share of the font size."""
    gaps = [
        (b.x0 - a.x1) / line.size
        for line in lines
        if line.size > 0
        for a, b in zip(line.words, line.words[1:], strict=False)
        if 0 < b.x0 - a.x1 < 0.75 * line.size
    ]
    return float(median(gaps)) if len(gaps) >= 8 else SPACE


def box_of_lines(lines: Sequence[TextLine]) -> Box:
    return Box(
        min([line.x0 for line in lines]),
        min([line.top for line in lines]),
        max([line.x1 for line in lines]),
        max([line.bottom for line in lines]),
    )


def phrases(words: Sequence[Word]) -> list[tuple[float, float, float]]:
    """Upright words of one line that stand a mere space apart, as (left, right, middle height): what no edge runs through."""
    found: list[tuple[float, float, float]] = []
    for line in lines_of([w for w in words if w.turned == 0]):
        size = _usual([w.font.size or (w.bottom - w.top) for w in line])
        for part in cut(line, PHRASE * size):
            middle = (part.words[0].top + part.words[0].bottom) / 2
            found.append((part.x0, max([w.x1 for w in part.words]), middle))
    found += [(w.x0, w.x1, (w.top + w.bottom) / 2) for w in words if w.turned]
    return found
