"""What a column says beyond its own heading: sums under a measure, what is left after measures, answers to a risk in its cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.columns import Assigned, Column
from extract.looks import cell_words
from extract.registers.unheaded import measure_of
from extract.registers.wording import Heading
from extract.wording import fold, likeness, phrases, words_of

_SUMS = frozenset({"total", "overall", "combined", "sum"})
_LEFT = frozenset({"net", "revised"})  # after what is done about the risk, where they follow scores that nothing names
_MOST = 0.6  # share of a column's cells that open with a response


def summed(column: Column) -> str | None:
    """The measure that a column sums up, `Total` below `Impact`; None where it is no sum or of no measure."""
    if fold(column.leaf) not in _SUMS:
        return None
    over = [likeness(group, phrases("columns_register")) for group in column.groups]
    return next((m for found in over for m in ("impact_score", "likelihood") if m in found), None)


def as_controls(column: Column, scores: Mapping[str, float]) -> dict[str, float]:
    """A column's scores; what opens with a response (`TREAT: 1) Bonds are required`) is in place, and no action to come."""
    if "action" not in scores:
        return dict(scores)
    opened = [words[0] for c in column.cells if (words := c.text.split(maxsplit=1))]
    told = sum(w.endswith(":") and cell_words().get(fold(w.rstrip(":"))) == "response" for w in opened)
    if not opened or told < _MOST * len(opened):
        return dict(scores)
    rest = {name: score for name, score in scores.items() if name != "action"}
    return rest | {"control": max(scores["action"], scores.get("control", 0.0))}


def left_behind(run: Sequence[int], first: Sequence[Assigned], headings: Sequence[Heading]) -> dict[int, str]:
    """The measures right of a run that nothing names, where all are called net or revised: residual, the run's being current."""
    behind = [i for i, a in enumerate(first) if i > run[-1] and measure_of(a.field) is not None]
    named = [bool(_LEFT & set(words_of(headings[i].text))) for i in behind]
    alone = not any(i < run[0] and measure_of(a.field) is not None for i, a in enumerate(first))
    return dict.fromkeys(behind, "residual") if alone and named and all(named) and len(run) > 1 else {}
