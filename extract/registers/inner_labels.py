"""Labels in bold inside the cell of a score, with what they say below them: `Possible (3)` over `Timescale to target`, `1-2 years`."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from extract.meeting.pieces import is_bold
from extract.text import lines_of, text_of
from models.page import Word
from models.table import Cell

_SHORT = 4  # words of a score with its name
_LONGEST_LABEL = 6  # words


def parted(over: Cell, value: Cell) -> tuple[Cell, list[tuple[Cell, Cell]]]:
    """The value under a heading in bold without what labels in bold say below it, and (label, value) of these."""
    if not any(w.font.bold for w in value.words) or value.words[0].font.bold or not is_bold(over.words):
        return value, []
    runs: list[list[Word]] = []
    for _, lines in groupby(lines_of(value.words), key=is_bold):
        runs.append([w for line in lines for w in line])
    first, labels, texts = runs[0], runs[1::2], runs[2::2]
    if len(first) > _SHORT or len(labels) != len(texts) or any(len(label) > _LONGEST_LABEL for label in labels):
        return value, []
    told = [(_part(value, label), _part(value, text)) for label, text in zip(labels, texts, strict=True)]
    return _part(value, first), told


def _part(cell: Cell, words: list[Word]) -> Cell:
    return replace(cell, words=tuple(words), text=text_of(words))
