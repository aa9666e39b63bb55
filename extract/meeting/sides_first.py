"""Votes by name, each member on a line behind what they said: `Yes  A Smith` over `No  B Jones`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.meeting.names import has_role
from extract.meeting.pieces import Piece
from extract.meeting.ranges import Stretch
from extract.meeting.side_lines import NAME
from models.late import late

# The name may stand so close behind that no space is left: `AbstainA Smith`
_LINE = late(
    r"(?P<said>Yes|YES|No|NO|Yeas?|YEAS?|Nays?|NAYS?|Ayes?|AYES?|Abstain(?:ed|s)?|ABSTAIN(?:ED|S)?|Absent|ABSENT|Recused?|RECUSED?"
    rf"|Not [Vv]oting|Not [Pp]resent)\s*[:–-]?\s*(?P<who>{NAME})(?:\s*\([^()]*\))?$"
)
BEGINS = ("Yes", "YES", "No", "NO", "Yea", "YEA", "Nay", "NAY", "Aye", "AYE", "Abs", "ABS", "Rec", "REC")
SAYS = frozenset({begin[:2] for begin in BEGINS})  # of texts that begin otherwise nothing more is asked
FEWEST = 2  # lines


def sides_first(pieces: Sequence[Piece], i: int, start: int = 0) -> list[tuple[str, Stretch]]:
    """What each said and who, of the lines from a place in piece `i` on; [] where they are no votes, or nobody was in favour."""
    first = next((a for a, _ in pieces[i].line_spans if a >= start), 0)
    if first < start or not pieces[i].text.startswith(BEGINS, first):
        return []
    found = list(_told(pieces, i, first))
    agreed = any(said.casefold().startswith(("y", "ay")) for said, _ in found)
    return found if len(found) >= FEWEST and agreed else []


def _told(pieces: Sequence[Piece], i: int, start: int) -> Iterator[tuple[str, Stretch]]:
    for j in range(i, len(pieces)):
        piece = pieces[j]
        spans = [(a, b) for a, b in piece.line_spans if j > i or a >= start]
        lines = [_LINE.match(piece.text, a, b) for a, b in spans]
        if piece.cells or piece.marker or not all(m is not None and not has_role(m["who"]) for m in lines):
            return
        for match in lines:
            if match is not None:
                yield match["said"], (j, *match.span("who"))
