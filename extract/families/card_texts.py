"""The texts of a card: runs of words on a line, the labels of figures among them, and the headings over cards."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from statistics import median

from extract.families.kpi_blocks import known_labels
from extract.looks import cell_words
from extract.text import lines_of
from extract.wording import fold, head_of
from models.geometry import Box, box_around
from models.page import Page, Word
from models.record import Field

APART = 1.1  # times the size of type: so much white parts two texts of one line
LONGEST_LABEL = 5  # words
PARTING = frozenset("|·•∙‧")  # signs between two texts of one line
_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*$")


@dataclass(frozen=True, eq=False)
class Text:
    """A run of words on one line of a card, without a wide gap."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        return " ".join(w.text for w in self.words)

    @cached_property
    def head(self) -> str:
        """What it begins with, as labels are looked up."""
        return next((head for w in self.words if (head := head_of(w.text))), "")

    @cached_property
    def box(self) -> Box:
        return box_around(self.words)


def label_of(text: str) -> str | None:
    """The field that a label names, whatever stands in brackets behind it: `Previous (Q1):`; None for other texts."""
    return known_labels().get(fold(_BRACKET.sub("", text).rstrip(": ")))


@cache
def heads_of_labels() -> frozenset[str]:
    """What the labels of figures begin with."""
    return frozenset(map(head_of, known_labels()))


def openings(page: Page, heads: Collection[str]) -> list[Word]:
    """The words of a page that may begin a label: the first of a text, and of letters as a label begins."""
    found: list[Word] = []
    before: Word | None = None
    for word in page.words:
        if head_of(word.text) in heads and (before is None or not _goes_on(before, word)):
            found.append(word)
        before = word
    return found


def _goes_on(before: Word, word: Word) -> bool:
    """Whether a word stands in one text with the one printed before it: in the same type, a mere space behind it."""
    return (
        before.top == word.top
        and before.bottom == word.bottom
        and before.font is word.font
        and 0 <= word.x0 - before.x1 <= APART * word.font.size
        and before.text not in PARTING
    )


def texts_of(words: Sequence[Word]) -> list[Text]:
    """The texts of a card in reading order: lines, cut at wide gaps and at upright strokes (`Aim: … | Lead: …`)."""
    found: list[Text] = []
    for line in lines_of(words):
        run: list[Word] = []
        for word in line:
            if word.text in PARTING or (run and word.x0 - run[-1].x1 > APART * word.font.size):
                found.extend([Text(tuple(run))] if run else [])
                run = []
            if word.text not in PARTING:
                run.append(word)
        found.extend([Text(tuple(run))] if run else [])
    return found


def names_figure(text: Text) -> bool:
    """Whether a text is, or begins with, the label of an indicator's figure: `Target 95%`, `Previous (Q1)`."""
    if text.head not in heads_of_labels():
        return False
    led = led_value(text)
    name = led[0] if led is not None else label_of(text.text)
    return name in {"current_text", "previous_text", "target_text", "floor_text"}


def is_status(text: Text) -> bool:
    """Whether a text is a colour's name or a status alone: `Amber`, `On track`."""
    return cell_words().get(fold(text.text)) in {"rag", "status"}


def is_label(text: Text) -> bool:
    """Whether a text is a label and nothing else."""
    return label_of(text.text) is not None


def led_value(text: Text) -> tuple[str, str | None, Text] | None:
    """`Target 95%`, `Lead: Head of Waste`: a label with its value behind it in one text."""
    if text.head not in heads_of_labels():
        return None
    words = [w.text for w in text.words]
    for count in range(min(len(words) - 1, LONGEST_LABEL), 0, -1):
        label, value = " ".join(words[:count]), " ".join(words[count:])
        name = label_of(label)
        if name and (label.endswith(":") or re.match(r"[<>≤≥£]?[\d.]|N/?A\b", value)):
            return name, label, Text(text.words[count:])
    return None


def headings_over(page: Page, frames: Sequence[Box]) -> list[Field]:
    """Lines outside all cards that are set larger than most of the page, top to bottom."""
    outside = [w for w in page.words if not any(f.holds_middle_of(w) for f in frames) and not w.turned]
    usual = median(w.font.size for w in page.words)
    return [
        Field(" ".join(w.text for w in line), tuple(line), confidence=0.85)
        for line in lines_of(outside)
        if min(w.font.size for w in line) > 1.15 * usual
    ]
