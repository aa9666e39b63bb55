"""Texts set free on a slide: runs of words, values under labels that stand side by side, labels that every slide repeats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from extract.looks import look_of
from extract.registers.layout import is_known
from extract.registers.wording import take_apart
from extract.text import lines_of, text_of
from extract.wording import fold, words_of
from models.geometry import Box, box_around
from models.page import Word
from models.section import Paragraph

TRAIL_ARROWS = frozenset({"→", "➔", "➜", "➡", ">", "»", "⇒", "->", "–>", "=>"})
_GAP = 2.5  # a gap of so many times the type ends a text
_LOW = 6.0  # so many times the type below its label a value may stand
_LONGEST_LABEL = 4  # words
_VALUES = frozenset({"digit", "number", "product", "arrow", "trend", "rating", "rag", "ranked", "letter", "ref"})


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one line without a wide gap in between."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return text_of(self.words)

    @property
    def box(self) -> Box:
        return box_around(self.words)


def runs_of(words: Sequence[Word]) -> list[Run]:
    """Words split where the line ends with another text far off, or where the next line begins."""
    runs: list[list[Word]] = [[words[0]]] if words else []
    for a, b in pairwise(words):
        level = abs(a.bottom - b.bottom) < 0.6 * max(a.font.size, b.font.size)
        if not level:
            runs.append([b]) if trail(runs[-1]) is not None or b.x0 > a.x1 else runs[-1].append(b)
        elif b.x0 - a.x1 > _GAP * min(a.font.size, b.font.size):
            runs.append([b])
        else:
            runs[-1].append(b)
    return [Run(tuple(r)) for r in runs]


def trail(words: Sequence[Word]) -> list[tuple[Word, ...]] | None:
    """The parts between arrows, of words that are nothing else: two or more short ones."""
    parts = [tuple(g) for arrow, g in groupby(words, key=lambda w: w.text in TRAIL_ARROWS) if not arrow]
    arrows = sum(w.text in TRAIL_ARROWS for w in words)
    return parts if arrows and len(parts) == arrows + 1 and all(len(p) <= 3 for p in parts) else None


def gauges(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[tuple[Word, ...], tuple[Word, ...]]]:
    """(label, value) of labels side by side with what stands below each: scores in circles, factors under them, arrows.

    Two labels or more on a line are such a row, of which one names a stage; below, what is nearest to a label's middle
    is its own, down to the next text that is no value.
    """
    lines = [line for p in paragraphs for line in _lines(p)]
    runs = sorted((r for line in lines for r in line), key=lambda r: (r.box.top, r.box.x0))
    for line in lines:
        labels = [r for r in line if _is_label(r)]
        if len(labels) < 2 or len(labels) < len(line) or not any(_is_stage(r) for r in labels):
            continue
        lowest = labels[0].box.bottom + _LOW * labels[0].words[0].font.size
        for run in runs:
            if not labels[0].box.bottom - 2 < run.box.top < lowest:
                continue
            nearest = min(labels, key=lambda r: abs(r.box.middle_x - run.box.middle_x))
            off = abs(nearest.box.middle_x - run.box.middle_x)
            if (off < _reach(labels) and look_of(run.text) in _VALUES | {"none"}) or (
                off < _reach(labels) and _pair(run)
            ):
                yield nearest.words, run.words


def repeated_labels(cards: Sequence[Sequence[Paragraph]]) -> frozenset[str]:
    """The labels before a colon that most cards print at the head of a run (`strategic pillar`), folded."""
    told = [{label for p in card for r in runs_of(p.words) if (label := _label_of(r))} for card in cards]
    seen = Counter(label for labels in told for label in labels)
    return frozenset(label for label, count in seen.items() if count > 0.6 * len(cards))


def _label_of(run: Run) -> str | None:
    for count, word in enumerate(run.words[:_LONGEST_LABEL], start=1):
        if word.text.endswith(":"):
            return fold(text_of(run.words[:count]))
    return None


def _lines(paragraph: Paragraph) -> list[list[Run]]:
    return [runs_of(line) for line in lines_of(paragraph.all_words)]


def _is_label(run: Run) -> bool:
    return len(run.words) <= _LONGEST_LABEL and is_known(run.text.rstrip(": "))


def _is_stage(run: Run) -> bool:
    heading = take_apart(run.text)
    rest = set(words_of(heading.rest)) - {"risk", "score", "rating", "level"}
    return heading.stage is not None and not rest


def _pair(run: Run) -> bool:
    """Likelihood and impact as letters with numbers: `L5 I4`."""
    letters = [w.text[:1] for w in run.words]
    return len(run.words) == 2 and all(w.text[1:].isdecimal() for w in run.words) and set(letters) <= set("LPISC")


def _reach(labels: Sequence[Run]) -> float:
    """How far from a label's middle its value may stand: half the way to the label beside it."""
    middles = sorted(r.box.middle_x for r in labels)
    return min(b - a for a, b in pairwise(middles)) / 2
