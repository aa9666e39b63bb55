"""Several mitigations stacked in one row, their owners and dates stacked beside them: told apart by their heights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.registers.items import Item, items_of
from extract.text import lines_of
from models.page import Word
from models.table import Cell

Lines = list[list[Word]]


def stacked(action: Sequence[Cell], beside: Mapping[str, Sequence[Cell]]) -> list[tuple[Item, dict[str, list[Word]]]]:
    """(item, words beside it by field) of each mitigation stacked in one row; [] where the row is one mitigation.

    The items of the action's cell are the rungs; what stands beside is cut at their heights. Where the cells beside
    begin no line at a rung but the first, their lines say nothing of where one action ends: the row is one.
    """
    items = [i for i in items_of(action) if not i.subheading]
    if len(items) < 2:
        return []
    rungs = [_start(i) for i in items]
    cut = {name: _cut(_lines(cells), rungs) for name, cells in beside.items() if any(c.words for c in cells)}
    if not any(_keeps_step(parts, rungs) for parts in cut.values()):
        return []
    return [(item, {name: parts[n] for name, parts in cut.items() if parts[n]}) for n, item in enumerate(items)]


def _start(item: Item) -> tuple[int, float, float]:
    """Page, top and type size of an item's first line."""
    first = (item.marker or item.words)[0]
    return first.page, first.top, first.font.size


def _lines(cells: Sequence[Cell]) -> Lines:
    return [
        line
        for cell in cells
        for page in sorted({w.page for w in cell.words})
        for line in lines_of([w for w in cell.words if w.page == page])
    ]


def _cut(lines: Lines, rungs: Sequence[tuple[int, float, float]]) -> list[list[Word]]:
    """The lines of a cell shared out between the rungs: each belongs to the last rung that is not below it."""
    parts: list[list[Word]] = [[] for _ in rungs]
    for line in lines:
        page, top = line[0].page, min(w.top for w in line)
        at = [n for n, (p, t, size) in enumerate(rungs) if (p, t - 0.5 * size) <= (page, top)]
        parts[at[-1] if at else 0].extend(line)
    return parts


def _keeps_step(parts: Sequence[Sequence[Word]], rungs: Sequence[tuple[int, float, float]]) -> bool:
    """Whether a cell begins a line of its own at most of the rungs."""
    aligned = [
        bool(words) and words[0].page == page and abs(min(w.top for w in words[:1]) - top) < 0.6 * size
        for words, (page, top, size) in zip(parts, rungs, strict=True)
    ]
    return sum(aligned) >= max(2, 0.6 * len(rungs))
