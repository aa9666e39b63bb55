"""Headings that a table prints once more further down: they are headings there too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.tables.draft import DraftCell, Grid
from extract.tables.words import folded


def mark_repeats(grid: Grid, rows: Sequence[int], last: int) -> None:
    """Rows further down that print the headings once more are headings too, not body."""
    headings = [c for r in rows for c in grid.in_row(r) if c.is_heading and c.words]
    wanted = {(c.column, folded(c.printed)) for c in headings}
    if len(wanted) < 2:
        return
    by_column: dict[int, list[str]] = {}
    for column, text in wanted:
        by_column.setdefault(column, []).append(text)
    for row, cells in enumerate(grid.by_row()[last + 1 :], start=last + 1):
        held = [c for c in cells if c.row == row and c.words]
        same = [c for c in held if _begins_as(c, by_column) and (c.column, folded(c.printed)) in wanted]
        if len(same) >= 2 and len(same) >= 0.6 * len(held):
            for cell in same:
                cell.is_heading = True


def _begins_as(cell: DraftCell, by_column: Mapping[int, Sequence[str]]) -> bool:
    """Whether the first word of a cell is that of a heading of its column: the rest is looked at only then."""
    first = folded(cell.words[0].text)
    return any(text.startswith(first) for text in by_column.get(cell.column, ()))
