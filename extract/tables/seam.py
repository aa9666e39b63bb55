"""The seam of a table that runs over a page break: headings printed again, rows and cells cut in two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from extract.tables.draft import DraftCell, Grid
from extract.tables.words import folded

MOST_REPEATED = 8
SAME_EDGE = 5.0  # points a cell's edge may move from page to page
ENDS = re.compile(r"[.!?:;]['\")\]’”]?$")
STARTS_LOWER = re.compile(r"^(?!https?://|www\.)[a-z,;.)]")  # an address begins anew
STARTS_ITEM = re.compile(r"^(?:[•‣▪●◦∙·▫■□➢➤►\uf0b7\uf0a7*–-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])")
VALUE = re.compile(r"^[-+£$€(]*[\d][\d.,/%:£\s-]*[)%]?$")
FIRST_COLUMNS = 3  # a record's number, name and the like stand in the first columns
CUT_ODDS = 0.35  # before any evidence: rows are cut about as often as not, less so under repeated headings
MOSTLY = 0.8  # share of the headings that two pictures of them must have alike
MISREAD = 80  # likeness, of 100, of one text read twice from pictures


def repeated_rows(upper: Grid, lower: Grid) -> int:
    """How many of the first rows of `lower` are the first rows of `upper` printed again."""
    if _begin_otherwise(upper, lower):  # asked of every table before: mostly the first cells tell
        return 0
    again = 0
    by_place = not upper.method == lower.method == "text"  # edges in the white between columns wander
    for row in range(min(upper.rows, lower.rows, MOST_REPEATED)):
        one, two = _looks(upper, row, by_place=by_place), _looks(lower, row, by_place=by_place)
        if not any(text for _, text in two) or (one != two and not _read_alike(upper, lower, row)):
            break
        again = row + 1
    # A heading cell that spans into rows not repeated keeps its rows together.
    while again and any(c.row < again <= c.last_row for c in lower.cells):
        again -= 1
    return again


def _begin_otherwise(upper: Grid, lower: Grid) -> bool:
    """Whether the first cells of two tables that are not blank say that their first rows are not the same."""
    one, two = (next((c for c in grid.cells if c.row == 0 and c.words), None) for grid in (upper, lower))
    if one is None or two is None:
        return True
    if "ocr" in (one.words[0].font.name, two.words[0].font.name):
        return False  # it may be misread
    return folded(one.printed) != folded(two.printed)


def set_aside_titles(upper: Grid, lower: Grid, earlier: Sequence[Grid]) -> None:
    """Take from `lower` rows that a spreadsheet prints at the head of every page, though they are another table's.

    They are the headings of an `earlier` table, while the rows under them are divided as `upper` is and they are not.
    """
    if repeated_rows(upper, lower) or _division(upper, upper.rows - 1) == ():
        return
    for other in earlier:
        again = repeated_rows(other, lower) if other is not upper else 0
        if not 0 < again < lower.rows or again > max(1, other.heading_rows, other.least_heading_rows):
            continue
        own, beneath = _division(lower, 0), _division(lower, again)
        if own == beneath or not _alike(beneath, _division(upper, upper.rows - 1)):
            continue
        titles = [c for c in lower.cells if c.row < again]
        lower.repeated.extend(w for c in titles for w in c.words)
        lower.cells = [c for c in lower.cells if c.row >= again]
        lower.rows -= again
        for cell in lower.cells:
            cell.row -= again
            cell.last_row -= again
        return


def _division(grid: Grid, row: int) -> tuple[float, ...]:
    """Where the cells of a row begin, in points from the table's left edge."""
    return tuple(grid.xs[c.column] - grid.xs[0] for c in grid.over_row(row))


def _alike(one: Sequence[float], two: Sequence[float]) -> bool:
    return len(one) == len(two) and all(abs(a - b) <= SAME_EDGE for a, b in zip(one, two, strict=True))


def _looks(grid: Grid, row: int, *, by_place: bool) -> list[tuple[int, str]]:
    return [
        (round((grid.xs[c.column] - grid.xs[0]) / 10) if by_place else c.column, folded(c.printed))
        for c in grid.in_row(row)
        if c.words
    ]


def _read_alike(upper: Grid, lower: Grid, row: int) -> bool:
    """Whether two rows of pictures say the same but for what was misread: a letter of some cells, or all of one."""
    if len(upper.xs) != len(lower.xs) or not (_is_picture(upper, row) and _is_picture(lower, row)):
        return False
    first = {c.column: folded(c.printed) for c in upper.in_row(row) if c.words}
    second = {c.column: folded(c.printed) for c in lower.in_row(row) if c.words}
    both = first.keys() & second.keys()
    same = sum(fuzz.ratio(first[place], second[place]) >= MISREAD for place in both)
    missed = [text for place, text in (*first.items(), *second.items()) if place not in both]
    return (
        same >= max(FIRST_COLUMNS, MOSTLY * len(both)) and len(missed) <= same / 2 and all(len(t) <= 2 for t in missed)
    )


def _is_picture(grid: Grid, row: int) -> bool:
    return any(w.font.name == "ocr" for c in grid.in_row(row) for w in c.words)


def join_on(upper: Grid, lower: Grid) -> None:
    """Put the rows of `lower` under `upper`: headings printed again are set aside, what the break cut is made one."""
    share_columns(upper, lower)
    again = repeated_rows(upper, lower)
    for cell in lower.cells:
        if cell.row < again:
            upper.repeated.extend(cell.words)
    body = [c for c in lower.cells if c.row >= again]
    upper.least_heading_rows = max(upper.least_heading_rows, again)
    upper.pieces.extend(lower.pieces)
    upper.repeated.extend(lower.repeated)
    if not body:
        return
    pairs = _pairs(upper, body, again)
    cut = _row_is_cut(upper, pairs, _spanning_columns(upper) | _spanning_columns(lower))
    offset = upper.rows - again - (1 if cut else 0)
    for cell in body:
        cell.row += offset
        cell.last_row += offset
    merged: set[int] = set()
    record_goes_on = True  # the columns to the left have gone on: spans nest from left to right
    for pair in sorted(pairs, key=lambda p: (p.upper or p.lower or _NONE).column):
        if pair.lower is None or pair.upper is None:
            record_goes_on = False
            continue
        if cut or _cell_goes_on(upper, pair, record_goes_on):
            merge(pair.upper, pair.lower)
            merged.add(id(pair.lower))
        elif pair.upper.column < FIRST_COLUMNS:
            record_goes_on = False
    upper.cells.extend(c for c in body if id(c) not in merged)
    upper.rows += lower.rows - again - (1 if cut else 0)
    upper.sort()


def share_columns(upper: Grid, lower: Grid) -> None:
    """Give both grids the same columns: an edge that one lacks is taken from the other."""
    if len(upper.xs) == len(lower.xs):
        return
    shift = lower.xs[0] - upper.xs[0]
    if len(lower.xs) < len(upper.xs):
        _refine(lower, [x + shift for x in upper.xs])
    else:
        _refine(upper, [x - shift for x in lower.xs])


def _refine(grid: Grid, xs: list[float]) -> None:
    nearest: list[int] = []
    for n, x in enumerate(
        grid.xs
    ):  # each edge has one of its own, however near two of them stand: no cell is without width
        free = range(nearest[-1] + 1 if nearest else 0, len(xs) - (len(grid.xs) - n) + 1)
        nearest.append(min(free, key=lambda i: abs(xs[i] - x)))
    for cell in grid.cells:
        cell.last_column = nearest[cell.last_column + 1] - 1
        cell.column = nearest[cell.column]
    grid.xs = xs


_NONE = DraftCell(0, 0, 0, 0, [])


@dataclass(slots=True)
class _Pair:
    """The cells on both sides of the seam in the same columns."""

    upper: DraftCell | None
    lower: DraftCell | None


def _pairs(upper: Grid, body: list[DraftCell], first: int) -> list[_Pair]:
    last = upper.over_row(upper.rows - 1)
    below = {(c.column, c.last_column): c for c in body if c.row == first}
    pairs = [_Pair(c, below.pop((c.column, c.last_column), None)) for c in last]
    pairs.extend(_Pair(None, c) for c in below.values())
    return pairs


def _row_is_cut(upper: Grid, pairs: list[_Pair], spanning: set[int]) -> bool:
    """Whether the row above the break goes on below it, from all its cells together.

    Columns whose cells span several rows on either page tell nothing here: an empty rest of such a cell stands over new rows too.
    """
    if any(p.upper is None or p.lower is None for p in pairs):
        return False  # rows that are divided differently are never one
    if upper.method == "text" and not _reads_on(pairs):
        return False  # rows without rules are rarely cut, and a title row looks like the rest of one
    odds = CUT_ODDS
    told = 0
    if len({p.upper.open_below for p in pairs if p.upper is not None}) == 2:
        return False  # a rule under some of the cells: those end with the page, the others span rows
    for pair in pairs:
        assert pair.upper is not None and pair.lower is not None
        above, below = pair.upper.printed, pair.lower.printed
        column = pair.upper.column
        if not above and not below:
            continue
        if pair.upper.row_span > 1 or pair.lower.row_span > 1 or column in spanning:
            if below and not (above and STARTS_LOWER.match(below) and not ENDS.search(above)):
                odds *= 0.3
            continue
        told += 1
        filled = _share_filled(upper, column)
        if not below:
            odds *= 0.7 / max(1 - filled, 0.04)
        elif not above:
            odds *= 0.05 / max(filled, 0.05)
        else:
            odds *= _text_odds(above, below)
            if column < FIRST_COLUMNS and filled > 0.8 and told == 1 and not STARTS_LOWER.match(below):
                odds *= 0.3  # a record's name begins anew
    return told > 0 and odds > 1


def _reads_on(pairs: list[_Pair]) -> bool:
    first = next((p for p in pairs if p.lower is not None and p.lower.words), None)
    return first is not None and first.lower is not None and bool(STARTS_LOWER.match(first.lower.printed))


def _text_odds(above: str, below: str) -> float:
    """How much likelier two texts are parts of one cell than cells of two rows."""
    if folded(above) == folded(below) or (VALUE.match(above) and VALUE.match(below)):
        return 0.05
    if STARTS_ITEM.match(below):
        return 0.8 if len(above.split()) > 6 else 0.4
    if STARTS_LOWER.match(below):
        return 8.0 if not ENDS.search(above) else 1.5
    if VALUE.match(below):
        return 0.2
    if len(above.split()) > 8 and len(below.split()) > 2:
        return 0.8 if ENDS.search(above) else 1.5
    return 0.12 if len(above.split()) <= 3 else 0.35  # a short text leaves nothing over for the next page


def _share_filled(grid: Grid, column: int) -> float:
    """How often the cells of a column that begin there hold words."""
    cells = [c for c in grid.cells if c.column == column and c.row >= grid.least_heading_rows]
    return (sum(bool(c.words) for c in cells) + 0.5) / (len(cells) + 1)


def _spanning_columns(grid: Grid) -> set[int]:
    return {c.column for c in grid.cells if c.last_row > c.row >= grid.least_heading_rows}


def _cell_goes_on(grid: Grid, pair: _Pair, record_goes_on: bool) -> bool:
    """Whether one cell runs over the break although its row does not: a cell that spans rows of both pages."""
    upper, lower = pair.upper, pair.lower
    assert upper is not None and lower is not None
    above, below = upper.printed, lower.printed
    if upper.column_span == grid.columns:
        return False
    if not below:
        if upper.open_below and not lower.open_below:
            return True
        if not record_goes_on:  # a column merged down by itself: no cell of it is blank, some span rows
            merged = bool(above) and _share_filled(grid, upper.column) > MOSTLY
            return merged and upper.column in _spanning_columns(grid)
        # A first column that is never blank elsewhere is blank here because its cell spans the break.
        names = bool(above) and upper.column < FIRST_COLUMNS and _share_filled(grid, upper.column) > 0.7
        return names or upper.column in _spanning_columns(grid) or lower.row_span > 1
    if upper.open_below and not above:
        return True
    spans = upper.row_span > 1 or lower.row_span > 1
    return spans and bool(STARTS_LOWER.match(below)) and not ENDS.search(above)


def merge(upper: DraftCell, lower: DraftCell) -> None:
    """Make `lower` the rest of `upper`."""
    upper.last_row = lower.last_row
    upper.boxes.extend(lower.boxes)
    upper.words.extend(lower.words)
    upper.symbols.extend(lower.symbols)
    upper.fill = upper.fill or lower.fill
    upper.open_below = lower.open_below
    upper.confidence = min(upper.confidence, lower.confidence, 0.95)
