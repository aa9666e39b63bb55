"""Rows of a table of texts without rules between them: where cells begin in several columns at once, a row begins.

A line begins a cell where it stands apart from the line above it in its column, or where its first word would still have
fitted on that line. Else the text merely wraps.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extract.middles import quantile
from extract.tables.fills import Canvas
from extract.tables.headings import PERIOD
from extract.tables.regions import Region
from extract.tables.rules import Floats
from extract.tables.spanning import Piece, pieces_of
from extract.tables.textlines import TextLine, is_figure
from models.page import Word

APART = 0.25  # of the font size, beyond the usual white between lines: a gap that begins a cell
SAME_START = 3.5  # points the first lines of one row may stand apart
NESTED = 0.8  # share of a column's cells that must begin with a record's
MOSTLY_FIGURES = 0.7
REFERENCE = re.compile(r"^[A-Z]{0,5}[-./]?\d{1,4}(?:\.\d{1,3})*[a-z]?[.)]?$")  # R12, CR-3, 4.1: each names a record
SPACE = 0.28  # of the font size


@dataclass(slots=True, eq=False)
class Entry:
    """The words of one line in one column."""

    column: int
    last_column: int
    words: list[Word]
    top: float
    bottom: float
    size: float
    apart: bool = True  # stands apart from the line above it in its column
    begins: bool = True  # begins a cell
    row: int = 0


def is_texty(pieces: Sequence[Sequence[Piece]]) -> bool:
    """Whether a table holds texts of several lines: many lines have neither label nor figure but words further right."""
    beside = sum(
        all(p.column > 0 for p in own) and not any(_counts(w.text) for p in own for w in p.words) for own in pieces
    )
    beyond = [p for own in pieces for p in own if p.column > 0]
    figures = sum(all(_counts(w.text) for w in p.words) for p in beyond)
    return len(pieces) >= 4 and beside >= 0.15 * len(pieces) and figures < MOSTLY_FIGURES * len(beyond)


def _counts(text: str) -> bool:
    return is_figure(text) and not PERIOD.match(text)


def block_rows(
    lines: Sequence[TextLine], xs: Sequence[float], region: Region, canvas: Canvas
) -> tuple[list[list[Piece]], float] | None:
    """The rows of such a table, and from 0 to 1 how doubtful they are; None where its cells do not line up."""
    columns = _columns(lines, xs, region.walls)
    for own in columns.values():
        _find_beginnings(own, canvas, region.level)
    entries = [entry for own in columns.values() for entry in own]
    starts = _row_starts(entries)
    if len(starts) < 2:
        return None
    cells: dict[int, list[list[Entry]]] = {}
    for column, own in columns.items():
        for entry in own:
            entry.row = max(0, bisect_right(starts, entry.top + SAME_START) - 1)
            here = cells.setdefault(column, [])
            new_row = not here or entry.row != here[-1][0].row
            if not here or (new_row and (entry.begins or entry.row != here[-1][-1].row + 1)):
                here.append([entry])
            else:
                here[-1].append(entry)
    rows = _rows(cells, len(starts))
    return (rows, _doubt(entries, starts)) if rows is not None else None


def _doubt(entries: Sequence[Entry], starts: Sequence[float]) -> float:
    """The share of lines that look like the beginning of a cell and begin none, or begin one without looking so."""
    odd = 0.0
    for entry in entries:
        at_start = any(abs(entry.top - start) <= SAME_START for start in starts)
        if at_start != entry.begins:
            odd += 1.0 if entry.apart or at_start else 0.4
    return odd / max(1, sum(e.begins for e in entries))


def _columns(lines: Sequence[TextLine], xs: Sequence[float], walls: Sequence[float]) -> dict[int, list[Entry]]:
    columns: dict[int, list[Entry]] = {}
    for line in lines:
        for piece in pieces_of(line, xs, walls=walls):
            top, bottom = min(w.top for w in piece.words), max(w.bottom for w in piece.words)
            entry = Entry(piece.column, piece.last_column, piece.words, top, bottom, line.size)
            columns.setdefault(piece.column, []).append(entry)
    return columns


def _find_beginnings(own: Sequence[Entry], canvas: Canvas, level: Floats) -> None:
    middle = (min(e.words[0].x0 for e in own) + max(e.words[-1].x1 for e in own)) / 2
    rules = [at for at, start, end in level.tolist() if start <= middle <= end]
    inside = [at for at in rules if own[0].bottom < at < own[-1].top]
    gaps = sorted(b.top - a.bottom for a, b in itertools.pairwise(own) if b.top > a.top)
    tight = max(0.0, quantile(gaps, 0.1)) if gaps else 0.0
    right = max(w.x1 for entry in own for w in entry.words)
    for upper, entry in itertools.pairwise(own):
        gap = entry.top - upper.bottom
        x = entry.words[0].x0 + 1
        banded = canvas.at(x, (upper.top + upper.bottom) / 2) != canvas.at(x, (entry.top + entry.bottom) / 2)
        ruled = any(upper.bottom - 2 <= at <= entry.top + 2 for at in inside)
        if len(inside) >= 2:  # each cell has its rule
            entry.apart = entry.begins = ruled
            continue
        entry.apart = ruled or banded or gap > min(tight, 0.45 * entry.size) + APART * entry.size
        room = right - upper.words[-1].x1
        first = entry.words[0]
        fitted = room > (first.x1 - first.x0) + (SPACE + 0.1) * entry.size
        figures = all(is_figure(w.text) for w in entry.words) and all(is_figure(w.text) for w in upper.words)
        numbered = entry.column == 0 and bool(REFERENCE.match(entry.words[0].text))
        entry.begins = entry.apart or fitted or figures or numbered


def _row_starts(entries: Sequence[Entry]) -> list[float]:
    """The heights at which rows begin."""
    lines: list[list[Entry]] = []
    for entry in sorted(entries, key=lambda e: e.top):
        if lines and entry.top - lines[-1][0].top <= SAME_START:
            lines[-1].append(entry)
        else:
            lines.append([entry])
    starts: list[float] = []
    for line in lines:
        if any(e.column == 0 and (e.apart or (e.begins and len(e.words) == 1)) for e in line):
            for entry in line:  # where a record begins, all that stands beside its name begins
                entry.begins = True
        apart = sum(e.apart for e in line)
        begins = sum(e.begins for e in line)
        wraps = len(line) - begins
        named = any(e.column == 0 and e.begins for e in line)
        alone = wraps == 0 and (apart == len(line) or begins >= 2 or named)
        if not starts or alone or (apart >= 2 and begins > wraps) or (begins >= 3 and begins >= 2 * wraps):
            starts.append(line[0].top)
    return starts


def _rows(cells: dict[int, list[list[Entry]]], count: int) -> list[list[Piece]] | None:
    rows: list[list[Piece]] = [[] for _ in range(count)]
    by_column: dict[int, list[tuple[int, Piece]]] = {}
    for column, own in cells.items():
        taken: set[int] = set()
        for entries in own:
            row, last = entries[0].row, entries[-1].row
            if row in taken:
                return None
            taken.update(range(row, last + 1))
            words = [w for e in entries for w in e.words]
            piece = Piece(column, max(e.last_column for e in entries), words, last - row + 1)
            by_column.setdefault(column, []).append((row, piece))
            rows[row].append(piece)
    _span_records(by_column, count)
    for pieces in rows:
        pieces.sort(key=lambda p: p.column)
    return rows


def _span_records(by_column: dict[int, list[tuple[int, Piece]]], count: int) -> None:
    """Let the cells of columns that begin only where a record begins span the rows of their record."""
    first = min(by_column)
    records = {row for row, _ in by_column[first]}
    if len(records) == count:
        return
    nested = [
        column
        for column, own in by_column.items()
        if column == first or sum(row in records for row, _ in own) >= max(NESTED * len(own), 1)
    ]
    busiest = max(by_column, key=lambda column: len(by_column[column]))
    if busiest in nested:
        return
    ends = [*sorted(records), count]
    for column in nested:
        for row, piece in by_column[column]:
            if row in records:
                piece.rows = max(piece.rows, next(end for end in ends if end > row) - row)
