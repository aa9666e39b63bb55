"""Columns of a register that no heading names, told by their cells alone; and the measure that a field's name holds."""

from __future__ import annotations

from collections.abc import Sequence

from extract.columns import Assigned
from extract.registers.wording import STAGES

FAMILY = "register"  # of the fits of looks to fields
MEASURES = ("likelihood", "impact_score", "score", "both")


def measure_of(field: str | None) -> str | None:
    if field is None:
        return None
    stage, _, measure = field.partition("_")
    return measure if stage in STAGES and measure in MEASURES else None


def fill_blind(assigned: Sequence[Assigned]) -> tuple[Assigned, ...]:
    """Fields that no heading names, by their cells alone: reference, statement, owners, a product of two columns."""
    found = list(assigned)
    taken = {a.field for a in found}

    def give(index: int, field: str, confidence: float) -> None:
        found[index] = Assigned(found[index].column, field, confidence)
        taken.add(field)

    free = [i for i, a in enumerate(found) if a.field is None]
    if not {"title", "description"} & taken:
        texts = [i for i in free if found[i].column.looks.get("text", 0) + found[i].column.looks.get("words", 0) > 0.7]
        longest = max(texts, key=lambda i: (found[i].column.looks.get("text", 0) > 0.5, -i), default=None)
        if longest is not None:
            give(longest, "title", 0.55)
    stated = next((i for i, a in enumerate(found) if a.field in {"title", "description"}), -1)
    for i in [i for i in free if found[i].field is None]:
        looks = found[i].column.looks
        if i == 0 and "ref" not in taken and looks.get("ref", 0) + looks.get("digit", 0) + looks.get("number", 0) > 0.8:
            give(i, "ref", 0.65)
        elif i > stated and "owner" not in taken and looks.get("initials", 0) + looks.get("name", 0) > 0.7:
            give(i, "owner", 0.6)
        elif "trend" not in taken and looks.get("arrow", 0) + looks.get("trend", 0) > 0.6:
            give(i, "trend", 0.7)
    if not any(measure_of(f) for f in taken):
        for place in _product(found):
            for i, measure in zip(place, ("likelihood", "impact_score", "score"), strict=True):
                give(i, f"current_{measure}", 0.6)
    return tuple(found)


def _product(columns: Sequence[Assigned]) -> list[tuple[int, int, int]]:
    """Three free columns side by side of which the third is the product of the two before, at most once."""
    for i in range(len(columns) - 2):
        three = columns[i : i + 3]
        if any(a.field is not None for a in three):
            continue
        values = [{c.row: c.text for c in a.column.cells if c.text.strip().isdecimal()} for a in three]
        rows = set(values[0]) & set(values[1]) & set(values[2])
        right = sum(int(values[0][r]) * int(values[1][r]) == int(values[2][r]) for r in rows)
        if len(rows) >= 3 and right >= 0.8 * len(rows):
            return [(i, i + 1, i + 2)]
    return []
