"""The heading path over each body cell."""

from __future__ import annotations

from collections.abc import Sequence

from extract.tables.draft import DraftCell, Grid


def set_headers(grid: Grid) -> None:
    """The heading path of every body cell: what stands over all its columns, outermost first."""
    headings = [c for c in grid.cells if c.is_heading and c.text]
    if not headings:
        return
    first = min(h.row for h in headings)
    over: dict[tuple[int, int], list[DraftCell]] = {}  # of the rows that a cell covers
    for cell in grid.cells:
        if cell.is_heading or cell.row in grid.bands:
            continue
        if grid.heading_at_foot:
            cell.header = path(list(reversed(headings)), cell)
        elif cell.row >= first:
            rows = cell.row, cell.last_row
            if rows not in over:
                over[rows] = headings_for(headings, cell)
            cell.header = path(over[rows], cell)


def headings_for(headings: Sequence[DraftCell], cell: DraftCell) -> list[DraftCell]:
    """The block of heading rows that a cell stands under: the last one above it."""
    above = [h for h in headings if h.row < cell.row or (h.row == cell.row and h.last_row < cell.last_row)]
    if not above:
        return []
    rows = sorted({h.row for h in above})
    block = [rows[-1]]
    for row in reversed(rows[:-1]):
        if block[-1] - row > 1:
            break
        block.append(row)
    return [h for h in above if h.row in block]


def path(headings: Sequence[DraftCell], cell: DraftCell) -> tuple[str, ...]:
    """The texts of the headings over a cell, in the order given; over its first column where none is over all of it."""
    over = [h for h in headings if h.column <= cell.column and h.last_column >= cell.last_column]
    if not over:
        over = [h for h in headings if h.column <= cell.column <= h.last_column]
    texts: list[str] = []
    for heading in over:
        if not texts or texts[-1] != heading.text:
            texts.append(heading.text)
    return tuple(texts)
