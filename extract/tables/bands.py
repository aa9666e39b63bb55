"""Rows of one text on a stripe of colour across a table without rules: each is one cell over all columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.tables.fills import WHITE, Canvas, alike
from extract.tables.spanning import Piece

FEWEST_COLUMNS = 3
INSET = 4.0  # points from the sides of a table at which its stripes are looked at


def span_bands(rows: Sequence[Sequence[Piece]], xs: Sequence[float], canvas: Canvas) -> None:
    """Let the one piece of each such row reach over all columns; `rows` are those of the body.

    A stripe of a colour that rows of several cells have too tells nothing, unless its text alone is bold.
    """
    if canvas.is_blank or len(xs) <= FEWEST_COLUMNS:
        return
    single = [row[0] for row in rows if len(row) == 1 and row[0].column == 0 and row[0].rows == 1]
    bands = [(piece, colour) for piece in single if (colour := _stripe(piece, xs, canvas)) is not None]
    if not bands:
        return
    others = [row for row in rows if len(row) > 1]
    common = {canvas.at(x, y) for row in others for x, y in _places(row[0], xs)} - {WHITE}
    plain = any(not row[0].words[0].font.bold for row in others)
    for piece, colour in bands:
        bold = plain and all(w.font.bold for w in piece.words)
        if bold or not any(alike(colour, other) for other in common):
            piece.last_column = len(xs) - 2


def _stripe(piece: Piece, xs: Sequence[float], canvas: Canvas) -> str | None:
    """The colour behind a piece from one side of the table to the other; None where there is none, or several."""
    colours = {canvas.at(x, y) for x, y in _places(piece, xs)}
    one = colours.pop()
    return one if not colours and one != WHITE else None


def _places(piece: Piece, xs: Sequence[float]) -> Iterator[tuple[float, float]]:
    """A place in each column at the height of a piece."""
    y = (min(w.top for w in piece.words) + max(w.bottom for w in piece.words)) / 2
    yield xs[0] + INSET, y
    for left, right in pairwise(xs[1:]):
        yield (left + right) / 2, y
    yield xs[-1] - INSET, y
