"""Lines of words cut at wide gaps: what tables without rules are found from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from extract.text import lines_of
from models.geometry import Box
from models.page import Word

WIDE = 0.9  # of the font size: a gap as wide as this parts columns; spaces are a quarter to a third
SPACE = 0.28  # of the font size, where a page is too short to tell
FIGURE = re.compile(
    r"^[<>≤≥~†‡*]*[-–−+±]?[£$€]?[(\[]?[-–−+±£$€]?\d[\d.,]*(?:[-–/:]\d[\d.,]*)?\s?(?:%|p|k|m|bn|£m|\$|€|pp)?[)\]]?[*†‡§¹²³a-d]{0,3}$"
)
BLANK_FIGURES = frozenset(
    {"-", "–", "—", "−", "…", "..", "...", "†", "‡", "*", "#", "n/a", "N/A", "NA", "(X)", "x", "nil", "Nil", "—)", "$"}
)


def is_figure(text: str) -> bool:
    """Whether a word is a number as tables print them, or a mark in its place."""
    return text in BLANK_FIGURES or bool(FIGURE.match(text))


@dataclass(slots=True, eq=False)
class Segment:
    """Words of one line with no wide gap between them."""

    words: list[Word]

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def figure(self) -> bool:
        """Whether it holds figures and nothing else."""
        return all(is_figure(w.text) for w in self.words)


@dataclass(slots=True, eq=False)
class TextLine:
    """Words on one baseline over the whole width of a page or of a column of text."""

    words: list[Word]  # left to right
    top: float
    bottom: float
    size: float
    segments: list[Segment] = field(default_factory=list)

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return max(w.x1 for w in self.words)

    @property
    def text(self) -> str:
        return " ".join(w.text for w in self.words)

    @property
    def bold(self) -> bool:
        return all(w.font.bold for w in self.words if w.text[:1].isalnum())

    @property
    def figures(self) -> int:
        return sum(is_figure(w.text) for w in self.words)


def text_lines(words: Sequence[Word]) -> list[TextLine]:
    """Upright words as lines, top to bottom, each cut into segments at its wide gaps."""
    lines: list[TextLine] = []
    for row in lines_of([w for w in words if w.turned == 0]):
        size = float(np.median([w.font.size or (w.bottom - w.top) for w in row]))
        tops = [w.top for w in row if not w.superscript] or [w.top for w in row]
        bottoms = [w.bottom for w in row if not w.superscript] or [w.bottom for w in row]
        line = TextLine(row, min(tops), max(bottoms), size)
        line.segments = cut(row, WIDE * size)
        lines.append(line)
    return lines


def cut(words: Sequence[Word], gap: float) -> list[Segment]:
    """Words left to right as segments, parted where the gap is wider than `gap` points."""
    segments: list[Segment] = []
    for word in words:
        if segments and word.x0 - segments[-1].words[-1].x1 <= gap:
            segments[-1].words.append(word)
        else:
            segments.append(Segment([word]))
    return segments


def usual_space(lines: Sequence[TextLine]) -> float:
    """The usual gap between words, as a share of the font size."""
    gaps = [
        (b.x0 - a.x1) / line.size
        for line in lines
        if line.size > 0
        for a, b in zip(line.words, line.words[1:], strict=False)
        if 0 < b.x0 - a.x1 < 0.75 * line.size
    ]
    return float(np.median(gaps)) if len(gaps) >= 8 else SPACE


def box_of_lines(lines: Sequence[TextLine]) -> Box:
    return Box(
        min(line.x0 for line in lines),
        min(line.top for line in lines),
        max(line.x1 for line in lines),
        max(line.bottom for line in lines),
    )
