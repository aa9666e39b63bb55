"""Lists of actions under headings side by side: in a form, below the row of a risk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.columns import Assigned, Column
from extract.registers.evidence import ACTION_FIELDS, assign_columns
from extract.registers.rows import Sourced
from extract.registers.wording import group_of
from extract.wording import likeness, phrases
from models.table import Cell

# In a list of actions these columns are the action's, whatever they would be in a register.
_OF_ACTION = {"owner": "action_owner", "title": "action", "description": "action"}
_USUAL = 0.6  # share of a column's cells that look alike

Action = dict[str, list[Sourced]]


def list_of_actions(columns: Sequence[Column], body: Sequence[Sequence[Cell]]) -> list[Action]:
    """The actions of rows under headings side by side; [] where the headings are none of a list of actions."""
    assigned = with_action(assign_columns(columns, max(1, len(body))))
    if not _tells_actions(assigned) and columns and (group_of(columns[0].leaf) == "action" or _is_dated(assigned)):
        over = replace(columns[0].heading[0], text="Actions")  # what its first heading says holds for the list
        grouped = [Column(c.index, (over, *c.heading), c.cells, c.looks) for c in columns]
        assigned = tuple(
            Assigned(c, a.field, a.confidence)
            for c, a in zip(columns, assign_columns(grouped, max(1, len(body))), strict=True)
        )
    return rows_of_actions(_with_status(assigned), body) if _tells_actions(assigned) else []


def _with_status(assigned: tuple[Assigned, ...]) -> tuple[Assigned, ...]:
    """Where nothing else says how far an action is, the note beside it does (`Latest update`, `Latest note`)."""
    if any(a.field == "action_status" for a in assigned):
        return assigned
    notes = [
        a
        for a in assigned
        if a.field == "other" and "action_status" in likeness(a.column.leaf, phrases("columns_register"))
    ]
    return tuple(Assigned(a.column, "action_status", a.confidence) if a in notes[:1] else a for a in assigned)


def _is_dated(assigned: Sequence[Assigned]) -> bool:
    """Whether a list names for each text who and, all in one column, when: that is what is to be done."""
    owned = any(a.field in {"owner", "action_owner"} for a in assigned)
    texts = assigned[0].column.looks.get("text", 0) + assigned[0].column.looks.get("words", 0)
    return owned and texts >= _USUAL and any(a.column.looks.get("date", 0) >= _USUAL for a in assigned[1:])


def _tells_actions(assigned: Sequence[Assigned]) -> bool:
    held = {_OF_ACTION.get(str(a.field), a.field) for a in assigned}
    return "action" in held and len(held & ACTION_FIELDS) > 1 and any(a.field in ACTION_FIELDS for a in assigned)


def with_action(assigned: tuple[Assigned, ...]) -> tuple[Assigned, ...]:
    """Where a list names who and when and no action, its column of texts is the action."""
    held = {_OF_ACTION.get(str(a.field), a.field) for a in assigned}
    if "action" in held or len(held & ACTION_FIELDS) < 2:
        return assigned
    texts = [a for a in assigned if a.field in {None, "other"} and a.column.looks.get("text", 0) >= 0.5]
    if not texts:
        return assigned
    return tuple(Assigned(a.column, "action", 0.7) if a is texts[0] else a for a in assigned)


def rows_of_actions(assigned: Sequence[Assigned], body: Sequence[Sequence[Cell]]) -> list[Action]:
    """The action that each row holds, where it holds one."""
    found: list[Action] = []
    rated = "action_rag" if any(a.field == "action_status" for a in assigned) else "action_status"
    of_action = _OF_ACTION | {"rating": rated}
    for line in body:
        action: Action = {}
        for column in assigned:
            held = of_action.get(str(column.field), column.field)
            if held not in ACTION_FIELDS or held in action:
                continue
            cells = [c for c in column.column.cells if c in line]
            if cells:
                action[held] = [(c, Assigned(column.column, held, column.confidence)) for c in cells]
        if "action" in action:
            found.append(action)
    return found
