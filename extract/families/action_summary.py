"""The table at the end of minutes that sums up their actions: each line is an action of the minute whose number it prints."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from extract.families.tracker import lines_of
from extract.meeting.log_columns import log_columns
from extract.meeting.pieces import Piece
from extract.wording import fold
from models.record import Printed
from models.table import Table

FIELDS = ("action", "owners", "due_text")
# Of these a log tells that is kept from meeting to meeting.
_KEPT = frozenset({"status", "update_text", "rag", "raised", "revised_due"})

_LAST_PART = re.compile(r"\s*(?:[.-]\w{1,3}|\(\w{1,5}\)|(?<=\d)[a-z])[.:]?$")


def summed_up(pieces: Sequence[Piece], minutes: Mapping[str, Printed]) -> Iterator[Printed]:
    """The actions of the tables below a meeting's items that number each line as one of its `minutes`."""
    tables = dict.fromkeys(p.table for p in pieces if p.cells and p.table is not None)
    numbers = {fold(number): minute for number, minute in minutes.items()}
    for table in tables:
        if not _may_sum_up(table):
            continue
        lines = list(lines_of(table))
        own = [_minute(line.fields["minute_number"].text, numbers) for line in lines if "minute_number" in line.fields]
        if len(own) < len(lines) or None in own:
            continue  # of other meetings too
        for line, minute in zip(lines, own, strict=True):
            fields = {name: line.fields[name] for name in FIELDS if name in line.fields}
            if "action" in fields:
                taken = (*line.taken, *line.fields["minute_number"].words)
                yield Printed("minute_actions", fields, minute, 0.9, taken=taken)


def _minute(printed: str, numbers: Mapping[str, Printed]) -> Printed | None:
    """The minute that a number names: its own, or that of a paragraph within it (`27.4(iii)`)."""
    number = fold(printed)
    while number not in numbers and (shorter := _LAST_PART.sub("", number)) != number and shorter:
        number = shorter
    return numbers.get(number)


def _may_sum_up(table: Table) -> bool:
    assigned, score = log_columns(table)
    fields = {a.field for a in assigned if a.field is not None}
    return score > 0 and {"minute_number", "action"} <= fields and fields.isdisjoint(_KEPT)
