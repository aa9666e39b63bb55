"""Agendas that the minutes of a meeting print with their own: what they list is of that meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.record import Printed


def of_the_meeting(records: Sequence[Printed], told: Sequence[Printed]) -> list[Printed]:
    """The records of a part of a section; items of an agenda that tell of no meeting are of the one that the section has `told` of."""
    loose = [r for r in records if r.view == "agenda_items" and r.parent is None]
    meetings = [r for r in told if r.view == "meetings"] if loose else []
    if len(meetings) != 1:
        return list(records)
    own = set(map(id, loose))
    return [replace(r, parent=meetings[0]) if id(r) in own else r for r in records]
