"""Likelihood, impact and score in one cell under a stage, each behind its label: `Likelihood: 4 Likely Impact: 3 Score: 12`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.registers.layout import is_known
from extract.text import text_of
from extract.wording import likeness, phrases
from models.page import Word
from models.table import Cell

_LONGEST = 3  # words of such a label
_FEWEST = 2  # measures in a cell that holds several


def measures_in(heading: Cell, cell: Cell) -> list[tuple[Cell, Cell]]:
    """(label, value) of the labelled measures that make up a cell; [] where it is another text."""
    words = cell.words
    ends = [n for n, word in enumerate(words, start=1) if word.text.endswith(":")]
    labels = [(at, end) for end in ends if (at := _label_start(words, end)) is not None]
    if len(labels) < _FEWEST or labels[0][0] > 0:
        return []
    found: list[tuple[Cell, Cell]] = []
    for (at, end), (after, _) in pairwise([*labels, (len(words), 0)]):
        if end < after:
            label, value = words[at:end], words[end:after]
            found.append(
                (_part(heading, label, _measure(text_of(label).rstrip(" :"))), _part(cell, value, text_of(value)))
            )
    return found


def _measure(label: str) -> str:
    """A label as that of a measure: beside a likelihood an `Impact` is a number of it, and no text on the consequences."""
    return f"{label} score" if "consequence" in likeness(label, phrases("columns_register")) else label


def _label_start(words: Sequence[Word], end: int) -> int | None:
    """Where the label that ends behind a colon begins: the shortest that is known; None where none does."""
    places = range(end - 1, max(-1, end - 1 - _LONGEST), -1)
    return next((at for at in places if is_known(text_of(words[at:end]).rstrip(" :"))), None)


def _part(cell: Cell, words: Sequence[Word], text: str) -> Cell:
    return Cell(cell.row, cell.column, 1, 1, cell.page, cell.boxes, tuple(words), text, cell.fill)
