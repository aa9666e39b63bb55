"""Rows of minutes that no rule parts: several numbers of items stand one above the other in one cell, their texts beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.page import Word
from models.table import Cell

_NUMBER = re.compile(r"(?:[A-Z]{1,4}[-/ ]?)?\d{1,4}(?:[./-]\d{1,4})*[a-zA-Z]?[.):]?")
SLACK = 0.6  # times the size of type: so far above its number may a text begin


def stacked(cells: Sequence[Cell], number: int | None) -> Iterator[Sequence[Cell]]:
    """The cells of a row, parted where one of several numbers stands; the row itself where it has one number or none."""
    marks = next((c for c in cells if c.column == number), None)
    heads = _lines(marks.words) if marks is not None else []
    if marks is None or len(heads) < 2 or not all(_NUMBER.fullmatch(" ".join(w.text for w in line)) for line in heads):
        yield cells
        return
    starts = [(line[0].page, line[0].top - SLACK * line[0].font.size) for line in heads]
    above = [_part(c, None, starts[0]) for c in cells if c is not marks]
    if any(c.words for c in above):
        yield [c for c in above if c.words]
    for n, start in enumerate(starts):
        stop = starts[n + 1] if n + 1 < len(starts) else None
        parts = [_part(c, start, stop) for c in cells]
        yield [c for c in parts if c.words]


def _part(cell: Cell, start: tuple[int, float] | None, stop: tuple[int, float] | None) -> Cell:
    """The words of a cell from one height to another."""
    words = tuple(
        w
        for w in cell.words
        if (start is None or (w.page, w.top) >= start) and (stop is None or (w.page, w.top) < stop)
    )
    return replace(cell, words=words, text=" ".join(w.text for w in words))


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    lines: list[list[Word]] = []
    for word in words:
        last = lines[-1][-1] if lines else None
        if last is not None and last.page == word.page and abs(last.top - word.top) < 0.5 * word.font.size:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines
