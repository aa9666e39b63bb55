"""What stands at the end of an item's pieces and belongs to none: titles over the items that follow."""

from __future__ import annotations

import re

from extract.meeting.fates import result_in
from extract.meeting.pieces import Piece
from extract.meeting.resolved_marks import is_mark

BAND = 8  # words of a title over the items that follow
# What ends so is a sentence, names people or says how something went.
NO_TITLE = re.compile(
    r"[.;:?!,][”\"’)]*$|\d|\b(?:action|carried|lost|approved|agreed|noted|resolved|unanimous\w*|decision|seconded|moved|nil|none|abstained|recommend\w*)\b",
    re.IGNORECASE,
)


def divides(piece: Piece) -> bool:
    """Whether a line at an item's end parts the business: a title in the middle of the page or over the next items, a note in brackets."""
    short = len(piece.text.split()) <= 16 and piece.marker is None
    if not short or not piece.text:
        return False
    emphatic = piece.bold or piece.upper
    if piece.centred and (emphatic or re.fullmatch(r"\(.*\)", piece.text) is not None):
        return True
    if piece.aside or result_in(piece.text, 0) is not None or is_mark(piece) or NO_TITLE.search(piece.text):
        return False
    set_apart = piece.level is not None or piece.table is not None
    return _across(piece) or (emphatic and set_apart and len(piece.text.split()) <= BAND)


def _across(piece: Piece) -> bool:
    """Whether a piece is all that a table's row holds, in a cell across it."""
    cells = [c for c in piece.table.row(piece.row) if c.text] if piece.table is not None and piece.row >= 0 else []
    return len(cells) == 1 and cells[0].column_span == piece.table.columns > 1 if piece.table is not None else False
