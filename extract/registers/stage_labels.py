"""Labels of stages over labels of measures: `Inherent` over `L`, `I` and `Score`, side by side or one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from extract.registers.form_labels import Label
from extract.registers.regions import NEAR, Ways, as_set, says_stage
from extract.registers.skeletons import Form
from extract.registers.unheaded import MEASURES
from extract.registers.wording import take_apart
from extract.wording import likeness, phrases

_NEXT = 2.5  # so many times the type the next measure of a stage stands below the last at most
_MEASURED = frozenset({*MEASURES, "rating"})


def parents_of(form: Form, ways: Ways) -> dict[int, Label]:
    """The label without a value that stands over several others side by side: `Inherent` over `L`, `I` and `Score`.

    Where as many stand below each, they are shared out by order: the one over them may be centred, or stand over the first.
    """
    found: dict[int, Label] = {}
    for row in _label_rows(form.labels):
        stages = [o for o in row if ways[as_set(o)] == "none" and says_stage(o)]
        size = row[0].piece.size
        low = max((o.piece.box.bottom for o in stages), default=inf)
        below = [o for o in form.labels if o.piece.box.top > low - 2 and take_apart(o.text).stage is None]
        under = sorted(below, key=lambda o: o.piece.box.top)
        children = next(iter(_label_rows([o for o in under if o.piece.box.top - low < 3 * size])), [])
        if not stages or not children:
            continue
        share, left = divmod(len(children), len(stages))
        for n, child in enumerate(children):
            by_order = stages[n // share] if not left else None
            over = next((s for s in stages if _covers(s, child)), by_order)
            if over is not None:
                found[id(child)] = over
                found.update({id(o): over for o in _measures_below(child, under)})
    return found


def _measures_below(label: Label, under: Sequence[Label]) -> list[Label]:
    """The measures that stand one below the other under the first of a stage: `Likelihood`, `Consequence`, `Rating`."""
    found: list[Label] = []
    last = label
    for other in under:
        near = 0 < other.piece.box.top - last.piece.box.bottom < _NEXT * other.piece.size
        measured = _MEASURED & likeness(other.text, phrases("columns_register")).keys()
        if (
            near
            and measured
            and abs(other.piece.box.x0 - label.piece.box.x0) < NEAR
            and other.piece.style == label.piece.style
        ):
            found.append(other)
            last = other
    return found


def _label_rows(labels: Sequence[Label]) -> list[list[Label]]:
    """Labels on one line, left to right, line by line."""
    rows: list[list[Label]] = []
    for label in sorted(labels, key=lambda o: o.piece.box.top):
        if rows and label.piece.box.top - rows[-1][0].piece.box.top < 0.6 * label.piece.size:
            rows[-1].append(label)
        else:
            rows.append([label])
    return [sorted(row, key=lambda o: o.piece.box.x0) for row in rows]


def _covers(over: Label, label: Label) -> bool:
    """Whether a label stands within the cell or painted box over it."""
    box = over.piece.frame
    return box.width > over.piece.box.width + NEAR and box.x0 <= label.piece.box.middle_x <= box.x1
