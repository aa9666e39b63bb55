"""Who acts, printed twice: in a narrow column beside an item's heading, and in the item's own `Action: ZQ to write …`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extract.meeting.action_marks import mark_of
from extract.meeting.pieces import Piece
from models.page import Word

_WHO = re.compile(r"(?:[A-Z]{2,4}[a-z]?|All|ALL)")
_PARTS = re.compile(r"\s*(?:[,;/&+]|\band\b|\s)\s*")


def told_again(pieces: Sequence[Piece]) -> Mapping[int, Sequence[tuple[int, Word]]]:
    """The pieces whose asides only say again who a marked action of the same item names: by index, the words with that action's."""
    found: dict[int, list[tuple[int, Word]]] = {}
    beside = [i for i, p in enumerate(pieces) if p.aside]
    marked = [i for i, p in enumerate(pieces) if not p.aside and mark_of(p.text)] if beside else []
    for i in beside:
        if mark_of(pieces[i].text) or not marked:
            continue
        named = [(next((j for j in marked if _names(pieces[j], entry.text)), None), entry) for entry in pieces[i].aside]
        if all(j is not None for j, _ in named):
            found[i] = [(j, w) for j, entry in named if j is not None for w in entry.words]
    return found


def _names(piece: Piece, entry: str) -> bool:
    """Whether an action names everybody whom an entry of the column does, by the same initials."""
    parts = [p for p in _PARTS.split(entry.strip(" .:")) if p]
    return bool(parts) and all(_WHO.fullmatch(p) and re.search(rf"\b{p}\b", piece.text) for p in parts)
