"""Lists of controls under headings side by side, a row a control: `Control title | Control owner` in a form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.columns import Assigned, Column
from extract.looks import profile
from extract.registers.items import Item, items_of
from extract.registers.rows import Sourced
from extract.wording import likeness, phrases, words_of
from models.table import Cell

_KNOWN = 0.9  # likeness to a heading of controls
_BESIDE = frozenset(
    {None, "other", "owner", "action_owner", "control", "activity"}
)  # what stands beside controls, in a list of them


def list_of_controls(assigned: Sequence[Assigned], rows: int) -> tuple[Column, list[Column]] | None:
    """The column of controls and what is said of each beside it, a column a cell; None where a table is no such list."""
    if len(assigned) < 2 or not _is_of_controls(assigned[0]):
        return None
    others = assigned[1:]
    repeated = any(words_of(a.column.leaf)[:1] == ("control",) for a in others)  # `Control owner`: even of a single one
    if not {a.field for a in others} <= _BESIDE or not (rows > 1 or repeated):
        return None
    controls = replace(assigned[0].column, looks=profile(assigned[0].column.cells))
    said = [
        Column(c.index, c.heading, (cell,), c.looks)
        for c in (a.column for a in others)
        for cell in c.cells
        if cell.text
    ]
    return controls, said


def rows_of_list(sourced: Sequence[Sourced]) -> list[Item]:
    """The controls of a list of them, a row each, however their texts end; [] of other cells."""
    cells = [c for c, _ in sourced]
    if len(cells) < 2 or any(len(a.column.cells) != len(cells) for _, a in sourced):
        return []
    whole: list[list[Cell]] = []
    for cell in cells:
        if whole and cell.page > whole[-1][-1].page and cell.text[:1].islower():
            whole[-1].append(cell)  # the page cuts a row
        else:
            whole.append([cell])
    listed = [(row, items_of(row)) for row in whole]
    return [
        item
        for row, items in listed
        for item in (items if any(i.marker for i in items) else [Item(tuple(w for c in row for w in c.words), ())])
    ]


def _is_of_controls(first: Assigned) -> bool:
    """Whether a heading is one of controls, whatever the columns beside it made of it: owners are named in lists of actions too."""
    told = likeness(first.column.leaf, phrases("columns_register"))
    return bool(first.column.cells) and _KNOWN <= told.get("control", 0.0) >= told.get("action", 0.0)
