"""Rows that name an objective over the risks below it, with a reference of its own: `SO1`, and below it `1.1` and `1.2`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.columns import Assigned
from extract.registers.rows import RiskRows, Sourced

_FEWEST = 2  # objectives, and risks
_NUMBER = re.compile(r"(?P<letters>[A-Za-z]*)[\s./-]*(?P<first>\d{1,3})(?:[.-]\d{1,3}[a-z]?|[a-z])?\.?")
_SURE = 0.85  # a category that is told by how its row is numbered and what that leaves blank


def without_parents(risks: Sequence[RiskRows]) -> list[RiskRows]:
    """The risks of a register, each with the objective over it as its category, where rows of objectives stand among them.

    Such a row has a reference that those below it begin with, and a text, and leaves blank what all risks have.
    """
    refs = [_NUMBER.fullmatch(risk.text("ref")) for risk in risks]
    bare = [_is_bare(risk) for risk in risks]
    parents = sum(bare)
    if (
        parents < _FEWEST
        or len(risks) - parents < _FEWEST
        or not all(refs)
        or any("category" in r.cells for r in risks)
    ):
        return list(risks)
    over: RiskRows | None = None
    number, children = "", 0
    found: list[RiskRows] = []
    for risk, ref, alone in zip(risks, refs, bare, strict=True):
        first = ref["first"] if ref is not None else ""
        if alone:
            if (over is not None and not children) or "." in risk.text("ref").rstrip("."):
                return list(risks)
            over, number, children = risk, first, 0
        elif over is None or first != number or risk.text("ref") == over.text("ref"):
            return list(risks)
        else:
            children += 1
            found.append(_under(risk, over, first=children == 1))
    return found if children else list(risks)


def _is_bare(risk: RiskRows) -> bool:
    """Whether a row prints a reference and a text and nothing else, whatever it is coloured."""
    told = {name for name, cells in risk.cells.items() if any(c.text for c, _ in cells)}
    beside = any(c.text for c, _ in (*risk.trends, *risk.others)) or risk.actions
    return "ref" in told and len(told) == 2 and bool(told & {"title", "description"}) and not beside


def _under(risk: RiskRows, over: RiskRows, *, first: bool) -> RiskRows:
    named: list[Sourced] = over.cells.get("title") or over.cells["description"]
    category = [(cell, Assigned(a.column, "category", min(a.confidence, _SURE))) for cell, a in named if cell.text]
    taken = [w for c, _ in over.cells["ref"] for w in c.words] if first else []
    return replace(risk, cells={**risk.cells, "category": category}, taken=[*risk.taken, *taken, *over.taken])
