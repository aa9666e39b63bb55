"""A category printed once for several risks, told from one that is left blank on purpose."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.columns import Assigned
from extract.registers.rows import RiskRows

_CARRIED = 0.75  # a category carried over from the risk above is told as unsure


def with_categories(risks: Sequence[RiskRows]) -> None:
    """Blank categories filled from the risk above where the column is printed that way.

    A register that prints a category once for a run of risks never prints it twice in a row and leaves many blank.
    Where a category is repeated from one risk to the next, a blank is meant.
    """
    printed = [risk.text("category") for risk in risks]
    blank = sum(not c for c in printed)
    repeated = any(a and a == b for a, b in pairwise(printed))
    columned = any("category" in risk.cells for risk in risks)
    if not columned or repeated or not printed[0] or blank < 0.3 * len(printed):
        return
    held = None
    for risk in risks:
        if risk.text("category"):
            held = risk.cells["category"]
        elif held is not None:
            risk.cells["category"] = [
                (cell, Assigned(a.column, a.field, min(a.confidence, _CARRIED))) for cell, a in held
            ]
