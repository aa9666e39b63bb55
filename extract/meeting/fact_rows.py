"""Rows of tables that say when and where a meeting was: labels over their values, or pairs of a label and its value."""

from __future__ import annotations

from collections.abc import Sequence

from extract.meeting.vocabulary import fact_named
from models.table import Cell


def fact_labels(cells: Sequence[Cell]) -> dict[int, Cell]:
    """A row of labels (`Date | Time | Venue`) whose values stand under them; {} where it is another row."""
    known = [c for c in cells if fact_named(c.text)]
    return {c.column: c for c in cells} if len(known) >= 2 and len(known) >= 0.6 * len(cells) else {}


def fact_pairs(cells: Sequence[Cell]) -> list[Sequence[Cell]]:
    """The pairs of a row of labels with their values beside them (`Date | 23 July | Time | 10:00`); [] for other rows."""
    named = [fact_named(c.text.rstrip(": ")) is not None for c in cells]
    if len(cells) < 4 or len(cells) % 2 or not all(named[::2]) or any(named[1::2]):
        return []
    return [cells[at : at + 2] for at in range(0, len(cells), 2)]
