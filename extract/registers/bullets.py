"""Bullets that are drawn and not printed: discs and squares left of a text, as browsers draw those of lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from extract.columns import Assigned
from extract.drawn_bullets import small_drawings, stands_before
from extract.registers.rows import RiskRows, Sourced
from extract.text import BULLETS, lines_of
from extract.wording import words_of
from models.geometry import Box
from models.page import Page, Word
from models.table import Cell

_STANDING = 0.75
_LISTS = frozenset({"control", "activity", "cause", "consequence", "description", "other"})


def with_bullets(risk: RiskRows, pages: Mapping[int, Page]) -> None:
    """Put a `•` into the cells of a risk's lists wherever one is drawn left of a line."""
    for name in _LISTS & set(risk.cells):
        risk.cells[name] = _marked(risk.cells[name], pages)
    risk.others = _marked(risk.others, pages)
    for action in risk.actions:
        if "action" in action:
            action["action"] = _marked(action["action"], pages)


def with_standing(risk: RiskRows) -> None:
    """A bulleted list headed `Mitigations`, with nobody to do them and no date, is of measures in place: told as unsure."""
    if len(risk.actions) != 1 or set(risk.actions[0]) != {"action"}:
        return
    listed = risk.actions[0]["action"]
    plural = all("mitigations" in words_of(" ".join(a.column.path)) for _, a in listed)
    if plural and "control" not in risk.cells and any(w.text in BULLETS for c, _ in listed for w in c.words):
        risk.cells["control"] = [(c, Assigned(a.column, "control", min(a.confidence, _STANDING))) for c, a in listed]
        risk.actions = []


def _marked(sourced: Sequence[Sourced], pages: Mapping[int, Page]) -> list[Sourced]:
    return [(_with_drawn(cell, pages), column) for cell, column in sourced]


def _with_drawn(cell: Cell, pages: Mapping[int, Page]) -> Cell:
    drawn = {n: list(_bullets(pages[n], [b for p, b in cell.boxes if p == n])) for n, _ in cell.boxes if n in pages}
    if not any(drawn.values()):
        return cell
    words: list[Word] = []
    found = False
    for number in sorted({w.page for w in cell.words}):
        for line in lines_of([w for w in cell.words if w.page == number]):
            disc = next((d for d in drawn.get(number, ()) if stands_before(d, line)), None)
            if disc is not None:
                found = True
                first = line[0]
                words.append(replace(first, text="•", x0=disc.x0, x1=disc.x1))
            words.extend(line)
    return replace(cell, words=tuple(words)) if found else cell


def _bullets(page: Page, boxes: Sequence[Box]) -> Iterable[Box]:
    """What is drawn inside a cell and may be a bullet."""
    return (disc for disc in small_drawings(page) if any(box.holds_middle_of(disc) for box in boxes))
