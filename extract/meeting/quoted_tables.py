"""Tables within a motion in quotation marks: the words of their rows are the motion’s, from `“THAT` before them to `”` behind them."""

from __future__ import annotations

from collections.abc import Sequence

from extract.meeting.movers import movers_in
from extract.meeting.pieces import Piece, piece_of_words
from models.page import Word

WITHIN = 8  # pieces of text that a quotation goes on for


def with_quoted_tables(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces; the rows of a table that stands in a motion's open quotation are one piece of text."""
    if not any(p.cells for p in pieces):
        return list(pieces)
    found: list[Piece] = []
    i = 0
    while i < len(pieces):
        stop = _end_of_quotation(pieces, i)
        if stop is None:
            found.append(pieces[i])
            i += 1
            continue
        found.extend(_as_text(pieces[i:stop]))
        i = stop
    return found


def _end_of_quotation(pieces: Sequence[Piece], i: int) -> int | None:
    """The piece after the quotation that piece `i` opens and does not close, if a table stands in it; None else."""
    depth = _depth(pieces[i].text)
    if depth < 1 or pieces[i].cells or next(movers_in(pieces[i].text), None) is None:
        return None
    told, tabled = 0, False
    for j in range(i + 1, len(pieces)):
        piece = pieces[j]
        tabled = tabled or bool(piece.cells)
        told += not piece.cells
        if told > WITHIN or (not piece.cells and next(movers_in(piece.text), None) is not None):
            return None
        depth += sum(_depth(c.text) for c in piece.cells) if piece.cells else _depth(piece.text)
        if depth <= 0:
            return j + 1 if tabled else None
    return None


def _depth(text: str) -> int:
    return text.count("“") - text.count("”")


def _as_text(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, rows that follow each other as one that is read row by row, cell by cell."""
    found: list[Piece] = []
    rows: list[Sequence[Word]] = []
    for piece in (*pieces, None):
        if piece is not None and piece.cells:
            rows.extend(c.words for c in piece.cells)
            continue
        if rows:
            found.append(piece_of_words([w for row in rows for w in row], rows))
            rows = []
        if piece is not None:
            found.append(piece)
    return found
