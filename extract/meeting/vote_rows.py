"""Tables with a row for each motion that was put: its name, and a figure under each side (`Licences | 3 | 0 | 1`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.meeting.pieces import Piece
from extract.meeting.ranges import Stretch
from extract.wording import fold
from models.table import Cell

TOTALS = frozenset({"total", "totals", "total votes"})
Figures = tuple[Cell, list[tuple[str, Cell]]]  # what was put, and the figure of each side


def figures_of(sides: Mapping[int, str], rows: Sequence[Sequence[Cell]]) -> list[Figures]:
    """The motions of such a table, `sides` by their columns; [] where a row is of a member, with a mark or a name under a side."""
    found: list[Figures] = []
    for row in rows:
        name = next((c for c in row if c.text and c.column not in sides), None)
        counts = [c for c in row if c.column in sides and c.text]
        if not counts:
            continue
        if name is None or fold(name.text) in TOTALS or not all(c.text.isdecimal() for c in counts):
            return []
        found.append((name, [(sides[c.column], c) for c in counts]))
    told = {c.text for _, counts in found for _, c in counts}
    return found if told - {"1"} else []  # a figure one alone may be a mark


def named_over(pieces: Sequence[Piece], i: int) -> list[Stretch]:
    """What was put, where the sides from piece `i` on stand below its name in a table; [] where they do not."""
    if not 0 < i < len(pieces) or not pieces[i].composed:
        return []
    over = pieces[i - 1]
    named = over.table is not None and over.table is pieces[i].table and not (over.composed or over.cells)
    return [(i - 1, 0, len(over.text))] if named else []
