"""Actions printed as cards: `Action 12: …`, and under it lines that say `Owner: …`, `Due: …`, `Update: …`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.meeting.pieces import Piece
from extract.wording import likeness, phrases
from models.page import Word
from models.record import Field

_LABEL = re.compile(r"(?P<label>[A-Z][A-Za-z /()-]{1,30}?)(?P<ref>\s+(?:No\.?\s*)?[\w/.-]*\d[\w/.-]*)?\s*[:–]\s+(?=\S)")
SURE = 0.9  # how well a label must be covered by the words for a column


@dataclass(slots=True)
class Card:
    """One action with its labelled lines, named as the columns of a log."""

    fields: dict[str, Field]
    taken: list[Word] = field(default_factory=list)


def read_cards(pieces: Sequence[Piece]) -> list[Card]:
    """The cards of some pieces; fewer than two, or cards without owner, date or update, are none."""
    found: list[Card] = []
    name = ""
    for piece in pieces:
        if piece.table is not None:
            continue
        for start, end in piece.line_spans:
            match = _LABEL.match(piece.text, start, end)
            column = _column(match["label"]) if match else None
            if match and column == "action":
                found.append(Card({}))
                if match["ref"]:
                    found[-1].fields["ref"] = piece.field(*match.span("ref"))
            if match and column and found:
                name = column
                found[-1].taken.extend(piece.words_in(start, match.end()))
                found[-1].fields[name] = piece.field(match.end(), end, 0.85)
            elif match is None and found and name and start:
                known = found[-1].fields[name]
                more = piece.field(start, end)
                found[-1].fields[name] = Field(f"{known.text} {more.text}", known.words + more.words, confidence=0.85)
            elif start == 0:
                name = ""
        if found and name:
            found[-1].taken.extend(piece.marker_words)
    whole = [c for c in found if len(c.fields.keys() - {"ref"}) >= 2]
    return whole if len(whole) >= 2 and len(whole) >= 0.8 * len(found) else []


def _column(label: str) -> str | None:
    scores = likeness(label, phrases("columns_tracker"))
    best = max(scores, key=lambda k: scores[k], default=None)
    return best if best is not None and scores[best] >= SURE else None
