"""The rule under a running header, or over a footer: it is of no table, though it is often as wide as one."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from extract.tables.rules import Edges
from models.page import Word

NEARER = 2.0  # times: so much nearer to the running line than to the text of the page
FARTHEST = 16.0  # points from the running line
TOUCHES = 3.0  # points: an upright rule that begins so near makes a grid of it


def without_running(edges: Edges, words: Sequence[Word], furniture: Collection[Word]) -> Edges:
    """The edges of a page less those that part its running lines from its text."""
    if not furniture or not len(edges.level):
        return edges
    text = [w for w in words if w not in furniture]
    running = [w for w in words if w in furniture]  # of this page: `furniture` may be that of all pages
    if not text or not running:
        return edges
    first, last = min([w.top for w in text]), max([w.bottom for w in text])
    above = [w.bottom for w in running if w.bottom < first]
    below = [w.top for w in running if w.top > last]
    head, foot = max(above, default=None), min(below, default=None)
    kept = []
    for at, start, end in edges.level.tolist():
        under = head is not None and -2 < at - head < min(FARTHEST, (first - at) / NEARER)
        over = foot is not None and -2 < foot - at < min(FARTHEST, (at - last) / NEARER)
        kept.append(not (under or over) or _is_met(at, start, end, edges))
    return edges if all(kept) else Edges(edges.level[np.array(kept)], edges.upright)


def _is_met(at: float, start: float, end: float, edges: Edges) -> bool:
    """Whether an upright rule begins or ends at a level one."""
    upright = edges.upright
    if not len(upright):
        return False
    near = (np.abs(upright[:, 1] - at) < TOUCHES) | (np.abs(upright[:, 2] - at) < TOUCHES)
    return bool((near & (upright[:, 0] > start - TOUCHES) & (upright[:, 0] < end + TOUCHES)).any())
