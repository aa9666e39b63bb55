"""Items told by a line over their headings: `Agenda Item 5` over `Harbour works`, over what was said."""

from __future__ import annotations

from collections.abc import Sequence

from extract.meeting.fates import tells_fate
from extract.meeting.pieces import Piece
from extract.meeting.resolved_marks import is_mark

MOSTLY = 0.8  # share of such lines with a title right below
SOME = 0.5  # share of them at most that have one right above: there the line belongs to that
MOST_LINES = 8  # of a title, which may say what is applied for, where, and what is recommended
LONGEST = 40  # words of a line of it


def items_above(pieces: Sequence[Piece], items: Sequence[int]) -> dict[int, range]:
    """The pieces of the title below each line that calls an item; {} where such lines do not stand over titles."""
    titles = {i: _title(pieces, i + 1) for i in items}
    headed = sum(len(title) > 0 for title in titles.values())
    above = sum(_heads(pieces[i - 1]) for i in items if i)
    if headed < MOSTLY * len(items) or above > SOME * len(items):
        return {}
    return titles


def _title(pieces: Sequence[Piece], start: int) -> range:
    stop = start
    while stop < min(len(pieces), start + MOST_LINES) and _heads(pieces[stop]):
        if stop > start and (pieces[stop].page != pieces[start].page or pieces[stop].bold != pieces[start].bold):
            break
        stop += 1
    return range(start, stop)


def _heads(piece: Piece) -> bool:
    plain = piece.marker or piece.cells or not (piece.bold or piece.level is not None) or is_mark(piece)
    return not plain and len(piece.text.split()) <= LONGEST and not tells_fate(piece.text)
