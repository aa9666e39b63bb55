"""The rows of a list without grid lines, told by one word of each: its cells are all set to its top, to its middle or to its foot."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.tables.spanning import Piece
from extract.tables.textlines import TextLine, cut
from extract.text import lines_of
from models.page import Word

OFF = 0.35  # of the font size: so far a cell may be set off its row's reference
SET = 0.8  # share of the cells that are set alike
FULL = 0.5  # share of the places that hold words
APART, LOOSE = 1.5, 0.45  # of the font size: white within a line, and between lines, that no cell has
PARTED = 0.1  # share of the rows with such a cell
STEP = 0.5  # points
WAYS = (0.0, 1.0, 0.5)  # cells are set to the top of their row, to its foot, to its middle

Rows = list[list[list[Word]]]


def banded_rows(
    refs: Sequence[Word],
    columns: Sequence[Sequence[Word]],
    bands: Sequence[TextLine],
    top: float,
    ways: Sequence[float] = WAYS,
) -> list[list[Piece]] | None:
    """The rows of all `refs`, a word of each, and the `bands` across the list between them; None where cells keep to none.

    `columns` are the words of each column, `top` where the rows begin at the earliest, `ways` how cells may be set.
    """
    rows: list[list[Piece]] = []
    aligned = count = 0
    tops = [top, *(b.bottom for b in bands)]
    for n, (high, low) in enumerate(zip(tops, [*(b.top for b in bands), float("inf")], strict=True)):
        inside = [[w for w in words if high - 1 < (w.top + w.bottom) / 2 < low + 1] for words in columns]
        own = [w for w in refs if high - 1 < (w.top + w.bottom) / 2 < low + 1]
        if n:
            rows.append([Piece(0, len(columns) - 1, bands[n - 1].words)])
        if not own:
            if any(inside):
                return None
            continue
        part, alike = rows_by(own, inside, high, ways)
        aligned += alike
        count += sum(bool(cell) for row in part for cell in row)
        rows += [[Piece(n, n, cell) for n, cell in enumerate(row) if cell] for row in part]
    enough = count >= FULL * len(refs) * len(columns) and aligned >= SET * count
    parted = sum(_is_parted(p.words) for row in rows for p in row if p.last_column == p.column)
    return rows if enough and parted <= PARTED * len(refs) else None


def _is_parted(cell: Sequence[Word]) -> bool:
    """Whether words of a cell stand apart as those of two cells do, side by side or one below the other."""
    size = cell[0].font.size
    lines = lines_of(cell)
    beside = any(len(cut(line, APART * size)) > 1 for line in lines)
    return beside or any(min(w.top for w in b) - max(w.bottom for w in a) > LOOSE * size for a, b in pairwise(lines))


def rows_by(
    refs: Sequence[Word], columns: Sequence[Sequence[Word]], top: float, ways: Sequence[float]
) -> tuple[Rows, int]:
    """The cells of each row, set in the way that most cells are, and how many of them are set so."""
    best: Rows = []
    most = -1
    for way, cuts in _ways(refs, top):
        if way not in ways:
            continue
        rows: Rows = [[[] for _ in columns] for _ in refs]
        for n, words in enumerate(columns):
            for word in words:
                rows[bisect_right(cuts, (word.top + word.bottom) / 2)][n].append(word)
        alike = sum(_is_set(cell, ref, way) for row, ref in zip(rows, refs, strict=True) for cell in row if cell)
        if alike > most:
            best, most = rows, alike
    return [[[w for line in lines_of(cell) for w in line] for cell in row] for row in best], most


def _ways(refs: Sequence[Word], top: float) -> Iterator[tuple[float, list[float]]]:
    """How cells may be set (0 to the top of their row, 1 to its foot), and where rows end then: those set to their middle
    for each place where the first may begin."""
    off = OFF * refs[0].font.size
    yield 0.0, [w.top - off for w in refs[1:]]
    yield 1.0, [w.bottom + off for w in refs[:-1]]
    middles = [(w.top + w.bottom) / 2 for w in refs]
    start = refs[0].top
    while start > top - 1:
        edges = [start]
        for middle in middles:
            edges.append(2 * middle - edges[-1])
        if all(a < m < b for m, (a, b) in zip(middles, pairwise(edges), strict=True)):
            yield 0.5, edges[1:-1]
        start -= STEP


def _is_set(cell: Sequence[Word], ref: Word, way: float) -> bool:
    top, bottom = min(w.top for w in cell), max(w.bottom for w in cell)
    return abs((1 - way) * (top - ref.top) + way * (bottom - ref.bottom)) <= OFF * ref.font.size
