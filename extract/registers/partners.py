"""Columns that say one thing together: a person and a post who answer for a risk, the colour and the words of progress."""

from __future__ import annotations

from collections.abc import Sequence

from extract.columns import Assigned, Column
from extract.looks import look_of
from extract.text import lines_of, text_of
from extract.wording import likeness, phrases

_BESIDE = {"post": "name", "name": "post"}
# share of the cells of a column of persons, or of posts, of which some look like names
_SO = {"name": 0.8, "post": 0.5}
_COLOURED = 0.8  # share of the cells of a column of colours that are one
_SAYS = 0.5  # how well a heading is one of progress at least


def with_persons(assigned: Sequence[Assigned]) -> list[Assigned]:
    """Who answers for a risk in two columns, a person in one and a post in the other (`Handler`, `Executive lead`): both."""
    owner = next((a for a in assigned if a.field == "owner"), None)
    if owner is None:
        return list(assigned)
    wanted = next((other for kind, other in _BESIDE.items() if _is_of(owner.column, kind)), "")
    return [
        Assigned(a.column, "owner", min(a.confidence, owner.confidence))
        if a is not owner
        and a.field in {None, "other"}
        and _is_of(a.column, wanted)
        and likeness(a.column.leaf, phrases("columns_register")).keys() & {"owner", "action_owner"}
        else a
        for a in assigned
    ]


def _is_of(column: Column, kind: str) -> bool:
    """Whether a column is one of persons, or of posts; a cell that holds several, one below the other, begins with one."""
    if not kind or column.looks.get(kind, 0.0) >= _SO[kind]:
        return bool(kind)
    lines = [lines_of(c.words) for c in column.cells if c.words]
    return bool(lines) and all(len(one) > 1 and look_of(text_of(one[0])) == kind for one in lines)


def with_progress(assigned: Sequence[Assigned]) -> list[Assigned]:
    """Where one column prints how actions stand as a colour and another in words (`RAG`, `Update`), each is its own."""
    held = {a.field: a for a in assigned}
    listed = "action" in held and not held.keys() & {"title", "description"}  # a list of actions, no register
    rag = held.get("action_status") or (held.get("rating") if listed else None)
    if rag is None or "action_rag" in held or rag.column.looks.get("rag", 0.0) < _COLOURED:
        return list(assigned)
    told = next((a for a in assigned if a.field in {None, "other"} and _says_progress(a)), None)
    if told is None:
        return list(assigned)
    fields = {id(rag): "action_rag", id(told): "action_status"}
    return [Assigned(a.column, fields[id(a)], a.confidence) if id(a) in fields else a for a in assigned]


def _says_progress(column: Assigned) -> bool:
    said = likeness(column.column.leaf, phrases("columns_register"))
    looks = column.column.looks
    return said.get("action_status", 0.0) >= _SAYS and looks.get("text", 0.0) + looks.get("words", 0.0) > _SAYS
