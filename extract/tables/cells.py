"""A lattice and the words of a page -> a grid of cells with their words, fills and boxes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from extract.tables.blocks import REFERENCE
from extract.tables.celltext import reading_lines
from extract.tables.draft import DraftCell, Grid
from extract.tables.fills import Canvas
from extract.tables.grid import Lattice, Place, with_owner
from extract.tables.textlines import is_figure, lines_from, text_lines
from extract.text import lines_of
from models.geometry import Box
from models.page import Page, Word

OVER = 0.9  # points that a line reaches over the rules of rows beside it: the box of a word has some air
LEAST_MARGIN, WIDEST_MARGIN = 3.0, 8.0  # points between a cell's edge and its words


def fill_lattice(page: Page, lattice: Lattice, words: Sequence[Word], canvas: Canvas) -> Grid | None:
    """The cells of a lattice with the words whose middle they hold; None where it holds no words.

    Places open to the page are kept only where words or a colour stand in them.
    """
    by_place = assign(lattice, words)
    cut = _with_label_rows(lattice, by_place)
    if cut is not lattice:
        lattice, by_place = cut, assign(cut, words)
    cells: list[DraftCell] = []
    xs, ys = lattice.xs.tolist(), lattice.ys.tolist()
    last = len(ys) - 2
    for number, place in enumerate(lattice.places):
        inside = by_place.get(number, [])
        columns = slice(place.column, place.last_column + 1)
        box = Box(xs[place.column], ys[place.row], xs[place.last_column + 1], ys[place.last_row + 1])
        fill = canvas.behind(box)
        if number in lattice.open_places and not inside and fill is None:
            continue
        lines = reading_lines(inside)
        cells.append(
            DraftCell(
                place.row,
                place.column,
                place.last_row,
                place.last_column,
                [(page.number, box)],
                [w for line in lines for w in line],
                fill,
                lines=lines,
                confidence=0.9 if number in lattice.open_places else 1.0,
                open_above=place.row == 0 and any(lattice.open_above[columns]),
                open_below=place.last_row == last and any(lattice.open_below[columns]),
            )
        )
    if not any(c.words for c in cells):
        return None
    return Grid(
        xs,
        len(ys) - 1,
        cells,
        [(page.number, lattice.box)],
        "lattice",
        alone=is_table(cells),
    )


def _with_label_rows(lattice: Lattice, by_place: dict[int, list[Word]]) -> Lattice:
    """A lattice whose labels stand line by line beside ruled rows, without rules between them, cut at those rows.

    Lines of one text that wraps are told by their fullness: where the next word would still have fitted, a new label began.
    """
    places: list[Place] = []
    for number, place in enumerate(lattice.places):
        inside = by_place.get(number, [])
        rows = range(place.row, place.last_row + 1)
        if len(rows) < 2 or len(inside) < 2 or not _is_label_list(lattice, place, inside):
            places.append(place)
            continue
        places.extend(Place(row, place.column, row, place.last_column) for row in rows)
    if len(places) == len(lattice.places):
        return lattice
    places.sort(key=lambda p: (p.row, p.column))
    cut = with_owner(lattice.xs, lattice.ys, places)
    return replace(lattice, places=cut.places, owner=cut.owner, open_places=frozenset())


def _is_label_list(lattice: Lattice, place: Place, words: Sequence[Word]) -> bool:
    if any(w.turned for w in words):
        return False
    lines = lines_of(words)
    strips = [int(np.searchsorted(lattice.ys, (line[0].top + line[0].bottom) / 2)) - 1 for line in lines]
    rows = place.last_row - place.row + 1
    # Rows that the neighbours divide, each with one line of its own.
    if len(set(strips)) != len(strips) or len(strips) < max(2, 0.85 * rows):
        return False
    ys = lattice.ys.tolist()
    if any(
        ys[n] - line[0].top > OVER or line[0].bottom - ys[n + 1] > OVER for n, line in zip(strips, lines, strict=True)
    ):
        return False  # a line that runs over the rules beside it keeps to no row
    left, right = float(lattice.xs[place.column]), float(lattice.xs[place.last_column + 1])
    margin = max(LEAST_MARGIN, min(line[0].x0 for line in lines) - left)  # as wide at the right as at the left
    width = right - left
    fits = 0
    for upper, lower in pairwise(lines):
        room = width - (upper[-1].x1 - upper[0].x0) - 2 * min(margin, WIDEST_MARGIN)
        fits += lower[0].x1 - lower[0].x0 + 0.25 * lower[0].font.size < room and not lower[0].text[:1].islower()
    # That one line stands in each of many rows is no accident of wrapping; of few it may be.
    return fits >= (0.35 if len(lines) >= 6 else 0.75) * (len(lines) - 1)


def is_table(cells: Iterable[DraftCell]) -> bool:
    """Whether cells are more than a frame around prose: at least two hold words, and there are two columns."""
    cells = list(cells)
    holding = [c for c in cells if c.words]
    if len(holding) < 2:
        return False
    return len({c.column for c in cells}) >= 2


def assign(lattice: Lattice, words: Sequence[Word]) -> dict[int, list[Word]]:
    """The words of each place, by the middle of each word."""
    columns = lattice.xs.searchsorted([(w.x0 + w.x1) / 2 for w in words]) - 1
    rows = lattice.ys.searchsorted([(w.top + w.bottom) / 2 for w in words]) - 1
    # before the first line and behind the last stands nobody
    around = np.pad(lattice.owner, 1, constant_values=-1)
    found: defaultdict[int, list[Word]] = defaultdict(list)
    for word, owner in zip(words, around[rows + 1, columns + 1].tolist(), strict=True):
        if owner >= 0:
            found[owner].append(word)
    return found


def is_underdivided(cells: Sequence[DraftCell]) -> bool:
    """Whether the rules part groups of rows or columns only: cells that hold rows of figures, or columns of them."""
    total = sum([len(cell.words) for cell in cells])
    upright = [cell for cell in cells if cell.words and max([w.turned for w in cell.words]) == 0]
    packed = 0
    by_row: dict[int, int] = {}
    for cell in upright:
        if len(cell.words) < 4:
            continue
        if sum(map(is_figure, [w.text for w in cell.words])) < 2:
            continue
        lines = lines_from(cell.lines) if cell.lines else text_lines(cell.words)
        if sum(sum(s.figure for s in line.segments) >= 2 for line in lines) >= (1 if len(lines) == 1 else 2):
            packed += len(cell.words)  # figures side by side
        elif len(lines) >= 3 and sum(all(is_figure(w.text) for w in line.words) for line in lines) >= 0.8 * len(lines):
            by_row[cell.row] = by_row.get(cell.row, 0) + 1
            if by_row[cell.row] >= 2:  # figures one below the other in columns beside each other
                packed += 2 * len(cell.words)
    return packed > 0.25 * total or _is_one_tall_row(upright)


def _is_one_tall_row(cells: Sequence[DraftCell]) -> bool:
    """Whether most words, upright ones, stand in one row whose cells fall into blocks that begin side by side: rows without rules."""
    rows: dict[int, list[DraftCell]] = {}
    for cell in cells:
        if cell.row == cell.last_row:
            rows.setdefault(cell.row, []).append(cell)
    total = sum([len(c.words) for own in rows.values() for c in own])
    for own in rows.values():
        if len(own) < 3 or sum([len(c.words) for c in own]) < 0.6 * total:
            continue
        first, *others = sorted(own, key=lambda c: c.column)
        names = [" ".join(w.text for w in line) for line in first.lines]
        numbered = len(names) >= 2 and len(set(names)) == len(names) and all(REFERENCE.match(n) for n in names)
        if numbered and sum(len(c.lines) >= len(names) for c in others) >= 2:
            return True  # several records in one
        tops = [_block_tops(c) for c in own]
        shared = [top for top in tops[0] if sum(any(abs(top - t) < 3 for t in other) for other in tops) >= 3]
        inner = {
            round(top / 4)
            for column in tops
            for top in column[1:]
            if sum(any(abs(top - t) < 3 for t in other) for other in tops) >= 2
        }
        most = max(len(column) for column in tops)
        if len(shared) >= 3 or (len(inner) >= 2 and len(inner) >= 0.7 * (most - 1)):
            return True
    return False


def _block_tops(cell: DraftCell) -> list[float]:
    """Where the blocks of lines in a cell begin: a wider gap than between its lines parts them."""
    lines = cell.lines
    tops = [lines[0][0].top]
    for upper, lower in pairwise(lines):
        if lower[0].top - max(w.bottom for w in upper) > 0.45 * lower[0].font.size:
            tops.append(lower[0].top)
    return tops
