"""The numbered title that stands right above a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.tables.draft import Grid
from extract.tables.textlines import TextLine, text_lines
from models.page import Word

NUMBERED = re.compile(
    r"^(?:table|exhibit|tabl[eé]|tab\.)\s*(?:no\.?\s*)?[A-Z]{0,2}[-.]?\d{1,3}(?:[.\-]\d{1,3})?[a-z]?\b", re.IGNORECASE
)
NEAR = 26.0  # points between a caption and its table
MOST_LINES = 3


def put_captions(grids: Sequence[Grid], loose: Sequence[Word]) -> None:
    """Give each grid the words of its caption: up to three lines above it, of which the first says `Table` and a number."""
    if not grids or not [w for w in loose if w.text[:1] in "TtEe" and w.text.casefold().startswith(("tab", "exhibit"))]:
        return
    for grid in grids:
        over = [w for w in loose if grid.box.x0 - 12 < (w.x0 + w.x1) / 2 < grid.box.x1 + 12]
        found = _caption(grid, text_lines(over))
        if found:
            grid.caption_words = tuple(w for line in found for w in line.words)


def _caption(grid: Grid, lines: Sequence[TextLine]) -> list[TextLine]:
    box = grid.box
    above = [n for n in lines if n.bottom <= box.top + 3 and n.x1 > box.x0 and n.x0 < box.x1]
    taken: list[TextLine] = []
    limit = box.top
    for line in reversed(above):
        if limit - line.bottom > (NEAR if not taken else 0.8 * line.size) or len(taken) == MOST_LINES:
            return []
        taken.insert(0, line)
        if NUMBERED.match(line.text):
            return taken
        limit = line.top
    return []
