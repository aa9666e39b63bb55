"""The minute that an action in a log is of, where no column says it: a heading in the action's own cell, `Min. No. 36 – Lamps`.

It holds for the rows after it as long as their actions count on from it: `(2) That …`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.meeting.ranges import join_stretches, printed_marker
from extract.meeting.splitting import cell_pieces
from models.page import Word
from models.record import Field
from models.table import Cell

_HEADING = re.compile(
    r"min(?:ute)?s?\.?\s*(?:(?:no|number|ref(?:erence)?)\b\.?\s*)?(?P<number>[A-Z]{0,3}\s?\d{1,5}(?:[./]\d{1,4}){0,2})\b"
    r"(?:\s*(?:[–—:.-]\s*|\().{0,150})?",
    re.IGNORECASE,
)
_COUNTS_ON = re.compile(r"\(?(?:[2-9]|1\d|[b-h]|i{2,3}|iv|vi{0,3})[).]")


def with_minute(fields: dict[str, Field], cells: Sequence[Cell], before: Field | None, method: str) -> tuple[Word, ...]:
    """Takes the minute's number out of the heading in an action's cells, or from the row `before`; the heading's words come back."""
    if "minute_number" in fields or "action" not in fields:
        return ()
    pieces = [p for cell in cells for p in cell_pieces(cell)]
    heading = _HEADING.fullmatch(pieces[0].text) if len(pieces) > 1 and pieces[0].marker is None else None
    if heading is not None:
        head, rest = pieces[0], pieces[1:]
        text = join_stretches(rest, [(i, 0, len(p.text)) for i, p in enumerate(rest)])
        whole = f"{printed_marker(rest[0])} {text.text}".strip()
        fields["action"] = Field(whole, text.words, method, fields["action"].confidence)
        fields["minute_number"] = head.field(*heading.span("number"), 0.95)
        return head.words
    if before is not None and pieces and _COUNTS_ON.fullmatch(pieces[0].marker or ""):
        fields["minute_number"] = Field(before.text, before.words, before.method, 0.85)
    return ()
