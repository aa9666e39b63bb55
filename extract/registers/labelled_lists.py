"""What is in place and what is still to do in one cell, each below its label: `Mitigations in place: … Actions to take forward: …`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.columns import Assigned
from extract.registers.rows import RiskRows, Sourced
from extract.text import lines_of, text_of
from extract.wording import fold, likeness, phrases
from models.page import Word

_KINDS = ("control", "activity", "action")
_HELD = ("control", "activity")
_COLON = ":"
_KNOWN = 0.9  # likeness from which a label is one of controls or actions
_MAYBE = 0.6  # and one that may be, beside another that surely is of actions
# fmt: off
_PLAIN = {  # alone over a list of one column: what it is a list of is said by the column
    "in place": "control", "existing": "control", "current": "control", "already in place": "control", "now": "control",
    "planned": "action", "proposed": "action", "future": "action", "further": "action", "to do": "action", "new": "action",
}
# fmt: on
_LONGEST = 7  # words of a label
_SURE = 0.93


@dataclass(frozen=True, slots=True)
class _Part:
    kind: str
    label: tuple[Word, ...]
    words: tuple[Word, ...]


def with_labelled_lists(risks: Sequence[RiskRows]) -> None:
    """Part the cells of a register's risks that hold controls and actions, each below its label."""
    for risk in risks:  # asked of each risk of each register: loops without calls
        for name in _HELD:
            if name in risk.cells and _COLON in risk.cells[name][0][0].text:
                _part(risk, risk.cells[name])
        for cell, _ in risk.others:
            if _COLON in cell.text:
                _part(risk, risk.others)
                break
        for row in risk.actions:
            if "action" in row and _COLON in row["action"][0][0].text:
                _part_actions(risk)
                break


def _part(risk: RiskRows, held: list[Sourced]) -> None:
    for sourced in [s for s in held if _COLON in s[0].text]:
        if parts := _parts(sourced):
            held.remove(sourced)
            _put(risk, sourced, parts)


def _part_actions(risk: RiskRows) -> None:
    """Cells of actions that stand beside no owner or date of their own."""
    for row in list(risk.actions):
        alone = [c for cells in row.values() for c, _ in cells if c.text]
        if len(alone) == 1 and len(row.get("action", ())) == 1 and (parts := _parts(row["action"][0])):
            risk.actions.remove(row)
            _put(risk, row["action"][0], parts)


def _put(risk: RiskRows, sourced: Sourced, parts: Sequence[_Part]) -> None:
    cell, column = sourced
    for part in parts:
        risk.taken += part.label
        if not part.words:
            continue
        own = replace(cell, words=part.words, text=text_of(part.words), symbols=())
        held = (own, Assigned(column.column, part.kind, min(column.confidence, _SURE)))
        if part.kind == "action":
            risk.actions.append({"action": [held]})
        else:
            risk.cells.setdefault(part.kind, []).append(held)


def _parts(sourced: Sourced) -> list[_Part]:
    """The parts of a cell in printed order; [] where it does not begin with a label, or its labels are all of one kind."""
    runs: list[tuple[tuple[Word, ...], list[Word]]] = []
    for line in _lines(sourced):
        label = _label(line)
        if label:
            runs.append((label, list(line[len(label) :])))
        elif runs:
            runs[-1][1].extend(line)
        else:
            return []
    kinds = _kinds([text_of(label).rstrip(" :") for label, _ in runs]) if len(runs) > 1 else []
    if not kinds or "action" not in kinds or len(set(kinds)) < 2:
        return []
    return [_Part(kind, label, tuple(words)) for kind, (label, words) in zip(kinds, runs, strict=True)]


def _lines(sourced: Sourced) -> Iterator[list[Word]]:
    words = sourced[0].words
    for page in sorted({w.page for w in words}):
        yield from lines_of([w for w in words if w.page == page])


def _label(line: Sequence[Word]) -> tuple[Word, ...]:
    """The words at the head of a line up to a colon, where they are a label: the whole line, or a known one before a text."""
    for count, word in enumerate(line[:_LONGEST], start=1):
        if word.text.endswith(":"):
            label = tuple(line[:count])
            bold = all(w.font.bold for w in label)
            return label if bold or _kind(text_of(label).rstrip(" :")) else ()
    return ()


def _kind(label: str, least: float = _KNOWN) -> str | None:
    if (plain := _PLAIN.get(fold(label))) is not None:
        return plain
    found = likeness(label, phrases("columns_register"))
    best = max(_KINDS, key=lambda kind: found.get(kind, 0.0))
    return best if found.get(best, 0.0) >= least else None


def _kinds(labels: Sequence[str]) -> list[str]:
    """What each label is of; [] where one is of something else. `Mitigations` before `Actions required` are in place."""
    kinds = [_kind(label) for label in labels]
    if kinds[0] == "action" and set(kinds) == {"action"}:
        held = likeness(labels[0], phrases("columns_register")).get("control", 0.0)
        kinds[0] = "control" if held >= _MAYBE else "action"
    told = [kind for kind in kinds if kind is not None]
    return told if len(told) == len(kinds) else []
