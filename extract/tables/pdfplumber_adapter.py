"""pdfplumber's table finder on rules that were read already: the second reading of a doubtful grid.

The finder asks its page for `edges` and `bbox` alone, so that a page need not be parsed a second time in Python. This leans on
how pdfplumber 0.11 is built; a test compares it with pdfplumber's own reading of the same page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from models.geometry import Box
from models.page import Rule


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What the finder needs of a page."""

    edges: list[dict[str, Any]]
    bbox: tuple[float, float, float, float]


def find_cells(rules: Iterable[Rule], box: Box) -> list[list[Box]]:
    """The cells that pdfplumber finds in the rules within `box`, a list a table; [] where it finds none or fails."""
    from pdfplumber.table import TableFinder

    around = Box(box.x0 - 4, box.top - 4, box.x1 + 4, box.bottom + 4)
    edges = [_edge(rule, around) for rule in rules if _touches(rule, around)]
    try:
        finder = TableFinder(
            _Drawn(edges, (around.x0, around.top, around.x1, around.bottom)),
            {"snap_tolerance": 3, "intersection_tolerance": 4},
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return []  # another version of pdfplumber: there is no second opinion then
    return [[Box(*cell) for cell in table.cells] for table in finder.tables]


def _touches(rule: Rule, box: Box) -> bool:
    return rule.x0 <= box.x1 and rule.x1 >= box.x0 and rule.top <= box.bottom and rule.bottom >= box.top


def _edge(rule: Rule, within: Box) -> dict[str, Any]:
    x0, x1 = max(rule.x0, within.x0), min(rule.x1, within.x1)
    top, bottom = max(rule.top, within.top), min(rule.bottom, within.bottom)
    return {
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
        "orientation": "v" if rule.vertical else "h",
        "object_type": "line",
    }
