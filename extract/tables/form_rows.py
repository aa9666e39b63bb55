"""Rows of a form above the headings of a table: `Priority 1: | A safe harbour | Lead: | A Finch` over `Ref | Measure | Target`."""

from __future__ import annotations

from collections.abc import Sequence

from extract.tables.draft import DraftCell, Grid

_MOST_CELLS = 6
_LONGEST_LABEL = 5  # words
_BOLD = 0.8  # share of a label's words
_HEADED = 0.6  # share of a table's columns that the row below must have cells for


def is_form_row(grid: Grid, row: int) -> bool:
    """Whether a row holds labels, each with a text behind it, over more columns than it has cells, and headings below it."""
    cells = grid.in_row(row)
    if len(cells) % 2 or not 2 <= len(cells) <= _MOST_CELLS or len(cells) >= grid.columns:
        return False
    if sum(c.column_span for c in cells) < grid.columns or any(c.row_span > 1 or not c.words for c in cells):
        return False
    cells = sorted(cells, key=lambda c: c.column)
    below = [c for c in grid.in_row(row + 1) if c.words]
    headed = len(below) >= max(_HEADED * grid.columns, len(cells) + 1) or is_form_row(grid, row + 1)
    return headed and _alternate(cells[::2], cells[1::2])


def _alternate(labels: Sequence[DraftCell], texts: Sequence[DraftCell]) -> bool:
    """Whether each label is short, and set or ended as one, and no text behind it is."""
    if any(len(c.words) > _LONGEST_LABEL for c in labels):
        return False
    if all(c.printed.endswith(":") for c in labels):
        return not any(c.printed.endswith(":") for c in texts)
    return all(_is_strong(c) for c in labels) and not any(_is_strong(c) for c in texts)


def _is_strong(cell: DraftCell) -> bool:
    return sum(w.font.bold for w in cell.words) >= _BOLD * len(cell.words)
