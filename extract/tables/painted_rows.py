"""Rows of one colour above rows of another, without a rule between them: a table's title on a dark band over its headings on a pale one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from extract.tables.fills import alike, is_white
from extract.tables.rules import Edges
from models.page import Fill, Page, Word

SAME = 1.5  # points
NEAR = 8.0  # points: edges are looked for among those about as high
WIDEST_APART = 4.5  # points their ends may lie apart
LOWEST, NARROWEST = 8.0, 90.0  # points: lower is a rule, narrower is a cell
UNLIKE = 60  # colours further apart than the slices of a gradient


def with_painted_rows(edges: Edges, page: Page, words: Sequence[Word]) -> Edges:
    """The edges of a page, and those between painted rows that touch and that no rule parts yet."""
    wide = [f for f in page.fills if f.x1 - f.x0 >= NARROWEST and f.bottom - f.top >= LOWEST]
    if len({f.colour for f in wide}) < 2 or not len(edges.upright):
        return edges
    wide = [f for f in wide if not is_white(f.colour)]
    by_top: defaultdict[float, list[Fill]] = defaultdict(list)
    for fill in wide:
        by_top[fill.top // NEAR].append(fill)
    found: set[tuple[float, float, float]] = set()
    for upper in wide:
        places = {(upper.bottom - SAME) // NEAR, (upper.bottom + SAME) // NEAR}
        for lower in [f for place in places if place in by_top for f in by_top[place]]:
            if _abut(upper, lower) and not _ruled(lower, edges) and _holds(upper, words) and _holds(lower, words):
                found.add((lower.top, lower.x0, lower.x1))
    if not found:
        return edges
    return Edges(np.vstack([edges.level, np.array(sorted(found))]), edges.upright)


def _abut(upper: Fill, lower: Fill) -> bool:
    if upper.colour == lower.colour or not -SAME <= upper.bottom - lower.top <= SAME:
        return False
    ends = abs(upper.x0 - lower.x0) <= WIDEST_APART and abs(upper.x1 - lower.x1) <= WIDEST_APART
    return ends and not alike(upper.colour, lower.colour, UNLIKE)


def _ruled(lower: Fill, edges: Edges) -> bool:
    """Whether an edge runs along the top of a painted row."""
    at, start, end = edges.level.T
    return bool(((abs(at - lower.top) <= 2 * SAME) & (start < lower.x1 - SAME) & (end > lower.x0 + SAME)).any())


def _holds(fill: Fill, words: Sequence[Word]) -> bool:
    return any(
        fill.x0 <= (w.x0 + w.x1) / 2 <= fill.x1 and fill.top <= (w.top + w.bottom) / 2 <= fill.bottom for w in words
    )
