"""Tables in which a mark stands in a cell before each name, and a key tells what it means: `Ø | Cllr A Orr` under `Ø denotes apology`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from extract.meeting.attendee import Attendee, make_attendee
from extract.meeting.persons import persons_of_line
from extract.meeting.pieces import Piece
from extract.meeting.splitting import cell_pieces
from models.late import late
from models.record import Field

_TELLS = ("enote", "ndicate", "ignif", "eans")  # one of these stands in a key
_KEY = late(
    r"(?<!\S)(?P<mark>\*{1,3}|[Øø∅†‡#✓✔√✗✘×])\s*(?:(?:denotes?|indicates?|means|signifies)\s+)(?:that\s+)?(?:the\s+)?(?:members?\s+|councillors?\s+)?"
    r"(?P<how>attend|in attendance|present|apolog|absen|not present|did not)",
    re.IGNORECASE,
)
_STATUS = (("apolog", "apologies"), ("absen", "absent"), ("not ", "absent"), ("did not", "absent"))


def mark_key(pieces: Sequence[Piece]) -> dict[str, str]:
    """What a paper says of the marks before its names: each with the status that it stands for."""
    found: dict[str, str] = {}
    for piece in pieces:
        if any(word in piece.text for word in _TELLS):
            printed = " ".join([*(w.text for w in piece.marker_words), piece.text])
            found |= {m["mark"]: _status(m["how"].casefold()) for m in _KEY.finditer(printed)}
    return found


def _status(how: str) -> str:
    return next((status for start, status in _STATUS if how.startswith(start)), "present")


def marked_people(piece: Piece, key: Mapping[str, str], heading: Field) -> Iterator[Attendee]:
    """The people of a row in which marks stand before names; who has none of the marks of those present did not come."""
    marks = {c.column: key[c.text.strip()] for c in piece.cells if c.text.strip() in key}
    unmarked = "absent" if "present" in key.values() else "present"
    for named in piece.cells if marks else ():
        part = next(iter(cell_pieces(named)), None) if named.column not in marks else None
        person = persons_of_line(part.text) if part is not None else None
        if part is not None and person is not None:
            yield make_attendee(part, person, marks.get(named.column - 1, unmarked), heading)
