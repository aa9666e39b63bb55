"""What the cell of an action in a log says beside the action: how far it is, behind a label (`… Status: in progress`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.meeting.ranges import Stretch, join_stretches
from extract.meeting.splitting import cell_pieces
from extract.wording import likeness, phrases
from models.page import Word
from models.record import Field
from models.table import Cell

_LABEL = (
    r"(?:(?:Current|CURRENT|Latest|LATEST|Progress|PROGRESS)\s+)?(?:Status|STATUS|Updates?|UPDATES?|Progress|PROGRESS|Position|POSITION|Outcome|OUTCOME"
    r"|Response|RESPONSE)(?:\s+(?i:update|report|note))?(?:\s*\([^()]{2,24}\)|\s+(?:as\s+at\s+)?\d{1,2}[ ./][\w ./]{2,14})?"
    r"\s*(?::|\s[–—-](?=\s))\s*"
)
LABEL = re.compile(_LABEL)
_BEHIND = re.compile(rf"(?<=[.;)?!])\s+(?P<label>{_LABEL})")


_NAMED = re.compile(r"(?P<label>[A-Z][A-Za-z /]{2,24}?)\s*:\s*")
_SURE = 0.8  # how well a known heading of updates must cover such a label


def label_end(text: str) -> int:
    """Where the label ends that a text of how far an action is begins with, `Update: …` or a heading known for it; 0 without one."""
    match = LABEL.match(text)
    if match is None and (named := _NAMED.match(text)) is not None:
        known = likeness(named["label"], phrases("columns_tracker")).get("update_text", 0.0) >= _SURE
        match = named if known else None
    return match.end() if match is not None else 0


def told_with(cells: Sequence[Cell], method: str) -> tuple[Field, Field, tuple[Word, ...]] | None:
    """An action, what its cells tell behind a label at the end, and the words of the label; None where they tell nothing so."""
    pieces = [p for cell in cells for p in cell_pieces(cell)]
    for i, piece in enumerate(pieces):
        match = (LABEL.match(piece.text) if i else None) or _BEHIND.search(piece.text)
        if match is None:
            continue
        start = match.start("label") if match.re is _BEHIND else 0
        whole: list[Stretch] = [(k, 0, len(p.text)) for k, p in enumerate(pieces)]
        action = join_stretches(pieces, [*whole[:i], (i, 0, start)] if start else whole[:i])
        told = join_stretches(pieces, [(i, match.end(), len(piece.text)), *whole[i + 1 :]])
        if action.text and told.text:
            label = (*(piece.marker_words if not start else ()), *piece.words_in(start, match.end()))
            return _read(action, method), _read(told, method), label
    return None


def _read(field: Field, method: str) -> Field:
    return Field(field.text, field.words, method, 0.9)
