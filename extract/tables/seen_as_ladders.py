"""Painted headings over level rules: where a grid of their colours ends too early, the tables that the rules make are read instead."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extract.tables.coloured import MOST_HEADING_ROWS, has_rules
from extract.tables.draft import Grid
from extract.tables.field import Field, free_words
from extract.tables.fills import Canvas
from extract.tables.ladders import read_ladders
from extract.tables.rules import Edges, outside
from extract.tables.strips import TALLEST_ROW
from models.page import Page

NEAR_EDGE = 4.0  # points by which the sides of one table may be read apart
CLOSE = 12.0  # points below its last rule in which a row begins that the page's end cuts
MOST_CUT = 0.7  # share of the page's height that such a row takes


def as_ladders(
    found: Sequence[Grid],
    page: Page,
    field: Field,
    canvas: Canvas,
    ruled: Edges,
    before: Sequence[Grid],
) -> dict[int, list[Grid]]:
    """Painted grid, by identity -> the table of level rules alone of which it is the heading, or its first rows down to a high one or
    to one that the page's end cuts; several where headings are painted again below titles.
    """
    seen: dict[int, list[Grid]] = {}
    for group in _groups(found, ruled):
        short = [g for g in group if g.rows <= MOST_HEADING_ROWS or _ends_early(g, ruled, field, page)]
        if not short:
            continue
        others = [g for g in found if g not in group]
        free = _with_heads(outside(ruled, [g.box for g in others if g.alone]), group)
        ladders = read_ladders(free_words(field, others), free, page, canvas, before)
        for grid in short:
            rest = [g for g in group if g is not grid]
            # one that runs through the headings of the next table is none
            own = [n for n in ladders if not any(n.box.contains(g.box, NEAR_EDGE) for g in rest)]
            whole = next((n for n in own if n.box.contains(grid.box, NEAR_EDGE)), None)
            if whole is not None:
                seen[id(grid)] = [whole]
            elif _ends_early(grid, ruled, field, page) and (parts := _parts(grid, own)):
                seen[id(grid)] = parts
    return seen


def _with_heads(edges: Edges, group: Sequence[Grid]) -> Edges:
    """The level rules, and the edges of painted rows where none is: a row begins below headings though no rule parts the two."""
    level = edges.level
    for grid in group:
        for row in range(grid.rows):
            cells = grid.in_row(row)
            if not cells or not all(cell.fill and cell.row_span == 1 for cell in cells):
                continue
            box = cells[0].boxes[0][1]
            for at in (box.top, box.bottom):
                if not (abs(level[:, 0] - at) <= NEAR_EDGE).any():
                    level = np.vstack([level, [[at, grid.box.x0, grid.box.x1]]])
    return Edges(level, edges.upright)


def _groups(found: Sequence[Grid], ruled: Edges) -> list[list[Grid]]:
    """The grids without rules at the sides or between their columns, those as wide as each other together."""
    groups: list[list[Grid]] = []
    for grid in found:
        if grid.columns < 2 or has_rules(grid, ruled):
            continue
        home = next((group for group in groups if _as_wide(group[0], grid)), None)
        if home is not None:
            home.append(grid)
        else:
            groups.append([grid])
    return groups


def _ends_early(grid: Grid, ruled: Edges, field: Field, page: Page) -> bool:
    return _stops_short(grid, ruled) or _is_cut(grid, field, page)


def _as_wide(one: Grid, other: Grid) -> bool:
    return abs(one.box.x0 - other.box.x0) <= NEAR_EDGE and abs(one.box.x1 - other.box.x1) <= NEAR_EDGE


def _stops_short(grid: Grid, ruled: Edges) -> bool:
    """Whether the next rule below a grid, from one of its sides to the other, is further than the columns of colours go on."""
    box, at = grid.box, ruled.level
    ends = (abs(at[:, 1] - box.x0) <= NEAR_EDGE) & (abs(at[:, 2] - box.x1) <= NEAR_EDGE)
    below = at[ends & (at[:, 0] > box.bottom + NEAR_EDGE), 0]
    return bool(len(below)) and float(below.min()) - box.bottom > TALLEST_ROW


def _is_cut(grid: Grid, field: Field, page: Page) -> bool:
    """Whether nothing stands below a grid of several rows but what begins close below it, within its sides."""
    box = grid.box
    if grid.rows <= MOST_HEADING_ROWS:
        return False
    below = [w for w in field.words if w.top > box.bottom - 1]
    if not below or min([w.top for w in below]) > box.bottom + CLOSE:
        return False
    within = all(box.x0 - NEAR_EDGE < w.x0 and w.x1 < box.x1 + NEAR_EDGE for w in below)
    return within and max(w.bottom for w in below) - box.bottom < MOST_CUT * page.height


def _parts(grid: Grid, ladders: Sequence[Grid]) -> list[Grid]:
    """The ladders that go on below a grid and hold all of it but titles between them; [] where they do not."""
    box = grid.box
    own = [g for g in ladders if _as_wide(g, grid) if g.box.bottom > box.top and g.columns == grid.columns]
    if max([g.box.bottom for g in own], default=0.0) <= box.bottom + NEAR_EDGE:
        return []
    for row in range(grid.rows):
        filled = [cell for cell in grid.in_row(row) if cell.words]
        words = [w for cell in filled for w in cell.words] if len(filled) > 1 else []
        if not all(any(g.box.top <= (w.top + w.bottom) / 2 <= g.box.bottom for g in own) for w in words):
            return []
    return own
