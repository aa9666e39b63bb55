"""Rows below painted headings that are told by the texts of their first column, with painted titles of sections between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.tables.regions import LINES_APART
from extract.tables.striped_rows import WIDE, Row, columns_held, keeps, within
from extract.tables.stripes import SAME_EDGE, Stripes
from extract.tables.textlines import TextLine
from models.page import Fill

AIR = 2.0  # points between the words of a row and its edge
FEWEST_ROWS = 3
BEGINS = 0.5  # share of the columns that hold words in the first line of a row


def listed_rows(heads: Stripes, lines: Sequence[TextLine], fills: Sequence[Fill]) -> list[Row]:
    """The rows below headings and the titles between them; [] where no title is painted, or the words do not keep to the columns.

    Without such titles other readers know as much; with them they take a title for a row.
    """
    foot = heads.rows[-1][1]
    wide = [f for f in fills if f.top >= foot - SAME_EDGE and f.x1 - f.x0 >= WIDE * (heads.right - heads.left)]
    found: list[Row] = []
    bands = 0
    for line in within(lines, foot, 1e6):
        band = next((f for f in wide if f.top <= (line.top + line.bottom) / 2 < f.bottom), None)
        low = found[-1].bottom if found else foot
        if band is not None:
            found.append(Row(band.top, band.bottom, within(lines, band.top, band.bottom), open=True))
            bands += 1
            continue
        if line.top - low > LINES_APART * line.size or not keeps([line], heads.xs):
            break
        if _begins(line, heads):
            found.append(Row(line.top - AIR, line.bottom + AIR, [line]))
        elif not found or found[-1].open:
            break
        else:
            found[-1].lines = [*found[-1].lines, line]
            found[-1].bottom = line.bottom + AIR
    while found and found[-1].open:
        found.pop()
    for one, two in pairwise([Row(foot, foot, (), open=True), *found]):
        if one.open:
            two.top = one.bottom if not two.open else two.top
        else:
            one.bottom = two.top
    rows = sum(not row.open for row in found)
    return found if bands and rows >= FEWEST_ROWS else []


def _begins(line: TextLine, heads: Stripes) -> bool:
    """Whether a line is the first of a row: it has words in the first column, and in most others."""
    return line.x0 < heads.xs[1] and columns_held([line], heads.xs) >= BEGINS * (len(heads.xs) - 1)
