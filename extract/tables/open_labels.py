"""Forms ruled between their rows alone: boxes as wide as the text, each with a label in bold at its left and what it says further in.

Where in a box of several such rows nothing in bold stands right of the texts, the white between is the edge of two columns. Boxes of
the same sides keep to it, on the page and on the next: the rest of a form there may have one row.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.tables.draft import Grid
from extract.tables.fills import Canvas
from extract.tables.open_columns import divided
from models.page import Page, Word

FEWEST_ROWS = 4  # with a label and a text, of the box that shows where the texts begin
WHITE = 4.0  # points between labels and texts, at least
SAME_SIDE = 3.0  # points
INDENT = 2.0  # points from the edge of a column to its text
SURE = 0.93

Edge = tuple[float, float, float]  # the sides of a form, and where its texts begin


def divide_open_labels(grids: Sequence[Grid], page: Page, canvas: Canvas, before: Sequence[Grid]) -> None:
    """Cut boxes into a column of labels and one of texts."""
    boxes = [g for g in grids if g.columns == 1 and not g.inner and any(w.font.bold for c in g.cells for w in c.words)]
    if not boxes:
        return
    edges = [edge for box in boxes if (edge := _edge(box)) is not None]
    edges += [(g.xs[0], g.xs[1], g.xs[2]) for g in before if g.columns == 2 and g.method == "lattice"]
    for box in boxes:
        edge = next((e for e in edges if _has_sides(box, e) and _keeps_to(box, e[1])), None)
        if edge is None:
            continue
        xs = [box.xs[0], edge[1], box.xs[-1]]
        box.cells = [part for row in box.by_row() for part in divided(row, xs, page, canvas)]
        box.xs, box.alone = xs, True
        box.confidence = min(box.confidence, SURE)
        box.sort()


def _edge(box: Grid) -> Edge | None:
    """Where the texts of a box begin, if all its rows have a label in bold before one."""
    rows = [c.words for c in box.cells if c.words]
    both = sum(words[0].font.bold and not words[-1].font.bold for words in rows)
    if both < FEWEST_ROWS or not all(words[0].font.bold for words in rows):
        return None
    labels = max(w.x1 for words in rows for w in words if w.font.bold)
    texts = min(w.x0 for words in rows for w in words if not w.font.bold)
    return (box.xs[0], texts - INDENT, box.xs[-1]) if texts - labels >= WHITE else None


def _has_sides(box: Grid, edge: Edge) -> bool:
    return abs(box.xs[0] - edge[0]) <= SAME_SIDE and abs(box.xs[-1] - edge[2]) <= SAME_SIDE


def _keeps_to(box: Grid, x: float) -> bool:
    """Whether a box has labels left of an edge and texts right of it, and nothing across."""
    words: list[Word] = [w for c in box.cells for w in c.words]
    return any(w.font.bold for w in words) and all(w.x1 <= x if w.font.bold else w.x0 >= x - 1 for w in words)
