"""Lists of people in columns without rules whose headings say what stands beside the names: `Members    Role`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.meeting.attendance_headings import heading_of
from extract.meeting.attendance_lists import Columns, cells_of
from extract.meeting.pieces import Piece
from extract.wording import fold

ROLES = frozenset({"role", "roles", "position", "post", "designation", "job title", "title", "capacity", "office held"})
NAMES = frozenset({"name", "names", "member", "members", "attendee", "attendees", "person", "persons", "councillor"})
NEAR = 6.0  # points: a heading begins where its column does
LONGEST = 40  # characters


def headed_columns(pieces: Sequence[Piece], columns: Columns | None) -> Mapping[int, Columns]:
    """The pieces of lists under a line of column headings that calls what stands beside the names roles; {} without one."""
    if columns is None or columns.names:
        return {}
    found: dict[int, Columns] = {}
    own = replace(columns, roles=True)
    under = False
    for i, piece in enumerate(pieces):
        if heads_roles(piece, columns):
            under = True
        elif under and piece.text and piece.label is None and heading_of(piece) is not None:
            under = False  # the next list has headings of its own, or none
        if under:
            found[i] = own
    return found


def heads_roles(piece: Piece, columns: Columns) -> bool:
    """Whether a piece is a line of column headings, the last of which says `Role`: its first may be the piece's label."""
    if len(piece.text) > LONGEST or piece.cells or len(piece.lines) != 1 or fold(piece.words[-1].text) not in _LAST:
        return False
    cells = [[*cell] for cell in next(cells_of(piece))]
    last = cells[-1]
    named = len(cells) == 2 and fold(" ".join(w.text for w in cells[0])) in NAMES
    headed = named or (len(cells) == 1 and piece.label is not None)
    told = fold(" ".join(w.text for w in last)) in ROLES
    return headed and told and any(abs(last[0].x0 - edge) < NEAR for edge in columns.edges)


_LAST = frozenset(words.split()[-1] for words in ROLES)
