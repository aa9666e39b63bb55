"""Which rows are headings, which are bands, and the heading path over each body cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from extract.tables.draft import DraftCell, Grid
from extract.tables.form_rows import is_form_row
from extract.tables.headings_again import mark_repeats
from extract.tables.words import folded, heading_words

NUMBER = re.compile(r"^[<>≤≥~-]*[+-]?[£$€(]*[+-]?\d[\d,.]*\s*(?:[%)]|k|m|bn|n)*$", re.IGNORECASE)
PERIOD = re.compile(r"^(?:(?:19|20)\d\d(?:[/–-]\d{2,4})?|Q[1-4]|\d{2}/\d{2})\*?$", re.IGNORECASE)
EMPTY_MARKS = {"-", "–", "—", "n/a", "N/A", "..", "…", "*", "~", "x", "nil", "Nil"}
ENOUGH = 2.0  # evidence that makes a row a heading row
MOST_HEADING_ROWS = 6
DEEPEST_START = 6  # rows of titles that may stand inside a table above its headings


def find_headings(grid: Grid) -> None:
    """Set `heading_rows`, `heading_at_foot`, `bands` and `is_heading` from how the rows look."""
    grid.bands = [r for r, cells in enumerate(grid.by_row()) if _is_band(grid, cells)]
    for cell in grid.cells:
        cell.is_heading = False
    body = _Body(grid)
    first, last = _heading_block(grid, body)
    grid.heading_rows = last + 1
    grid.heading_at_foot = False
    if last >= 0:
        rows = [r for r in range(first, last + 1) if r not in grid.bands]
        _mark(grid, rows, last)
        mark_repeats(grid, rows, last)
    elif _headings_at_foot(grid):
        grid.heading_at_foot = True


def _mark(grid: Grid, rows: Sequence[int], last: int) -> None:
    for cell in grid.cells:
        # A cell that begins beside the headings and runs down past them names rows, not a column.
        cell.is_heading = cell.row in rows and (cell.last_row <= last or cell.last_row in rows)


def _heading_block(grid: Grid, body: _Body) -> tuple[int, int]:
    """First and last row of the headings; (0, -1) where there are none."""
    known = grid.least_heading_rows
    start = _first_heading(grid, body) if not known else 0
    if start is None:
        return (0, -1)
    last = max(known - 1, start)
    # Rows that are known to be headings as they are printed again may end in bands; those are no headings.
    for row in range(last + 1, min(grid.rows - 1, start + MOST_HEADING_ROWS)):
        if row in grid.bands or not _follows(grid, row, start, body):
            break
        last = row
    while last >= start and (last in grid.bands or _coarser(grid, last, start)):
        last -= 1
    return (start, last) if last >= start else (0, -1)


def _first_heading(grid: Grid, body: _Body) -> int | None:
    for row in range(min(grid.rows - 1, DEEPEST_START)):
        if row in grid.bands:
            continue
        held = [c for c in grid.in_row(row) if c.words]
        score = score_row(grid, row, body)
        if _is_title_row(grid, row, body):
            continue
        if score >= (ENOUGH if row == 0 or all(r in grid.bands for r in range(row)) else ENOUGH + 1):
            return row
        # Only titles (a few wide cells) may stand above the headings, and labels with what they say.
        if len(held) > max(2, grid.columns // 3) and not is_form_row(grid, row):
            return None
    return None


def _is_title_row(grid: Grid, row: int, body: _Body) -> bool:
    """Whether a row is a few wide cells over the true headings: a title, a date, a link."""
    held = [c for c in grid.in_row(row) if c.words]
    if grid.columns < 5 or len(held) > 2 or sum([c.column_span for c in held]) < grid.columns:
        return False
    for below in range(row + 1, min(grid.rows - 1, DEEPEST_START)):
        names = [c for c in grid.in_row(below) if c.words and c.column_span == 1]
        if len(names) >= 0.6 * grid.columns:
            return score_row(grid, below, body) >= ENOUGH
    return False


def _follows(grid: Grid, row: int, start: int, body: _Body) -> bool:
    """Whether a row below heading rows is one too: looks like them, and does not join what they divide."""
    above = [c for c in grid.over_row(row - 1) if c.row >= start]
    own = [c for c in grid.in_row(row) if c.words]
    if not own or _coarser(grid, row, start):
        return False
    if len(own) == 1 and own[0].column == 0 and grid.columns > 2 and all(c.words for c in above):
        return False  # every column has its heading: a title of the first rows
    score = score_row(grid, row, body) - _set_otherwise(grid, row, start)
    if any(c.last_row >= row and c.words for c in above) and len(own) >= 2 and not _mostly_numbers(own):
        return score >= ENOUGH - 0.75
    groups = any(c.column_span > 1 and c.words for c in above)
    return score >= ENOUGH - (0.5 if groups else 0.0)


def _set_otherwise(grid: Grid, row: int, start: int) -> float:
    """What speaks against a row set in another colour and weight than the headings above it: shaded rows of the body."""
    first, own = grid.in_row(start), grid.in_row(row)
    fills = [Counter(c.fill for c in cells).most_common(1)[0][0] for cells in (first, own) if cells]
    weights = [_bold_share(cells) for cells in (first, own)]
    other_fill = len(fills) == 2 and fills[0] != fills[1] and fills[1] is not None
    return 1.5 if other_fill and weights[0] > 0.8 and weights[1] < 0.2 else 0.0


def _bold_share(cells: Sequence[DraftCell]) -> float:
    words = [w for c in cells for w in c.words if _says(w.text)]
    return sum([w.font.bold for w in words]) / len(words) if words else 0.0


def _coarser(grid: Grid, row: int, start: int) -> bool:
    """Whether a row joins columns that a heading row above it divides: then it is a band, not a heading."""
    for cell in grid.in_row(row):
        if cell.column_span < 2 or not cell.words:
            continue
        for above in range(start, row):
            inside = [
                c
                for c in grid.over_row(above)
                if c.words and c.column >= cell.column and c.last_column <= cell.last_column
            ]
            if len(inside) >= 2:
                return True
    return False


def _is_band(grid: Grid, cells: Sequence[DraftCell]) -> bool:
    if grid.columns < 2 or len(cells) != 1:
        return False
    return cells[0].column_span == grid.columns and cells[0].row_span == 1 and bool(cells[0].words)


@lru_cache(maxsize=4096)
def _says(text: str) -> bool:
    """Whether a word holds a letter or a digit, as nearly all do at its head."""
    return text[:1].isalnum() or any(map(str.isalnum, text))


class _Body:
    """How the rows of a table look in general: what a heading row stands out from."""

    def __init__(self, grid: Grid) -> None:
        words = [w for c in grid.cells if c.row > 0 for w in c.words if _says(w.text)]
        self.bold = sum([w.font.bold for w in words]) / len(words) if words else 0.0
        fills = Counter(c.fill for c in grid.cells if c.row > 0)
        self.fill, count = fills.most_common(1)[0] if fills else (None, 0)
        self.fill_share = count / max(1, sum(fills.values()))
        self.colour = Counter([w.font.colour for w in words]).most_common(1)[0][0] if words else "#000000"
        self.length = sum([len(c.words) for c in grid.cells if c.row > 0]) / max(1, grid.rows - 1)
        self._grid = grid
        self._columns: dict[int, list[tuple[int, str]]] = {}

    def below(self, row: int, column: int) -> list[str]:
        """What is printed in the cells below a row that begin in a column; blank ones are left out."""
        if not self._columns:
            for cell in self._grid.cells:
                if cell.words:
                    self._columns.setdefault(cell.column, []).append((cell.row, cell.printed))
        return [printed for own, printed in self._columns.get(column, ()) if own > row]


def score_row(grid: Grid, row: int, body: _Body) -> float:
    """Evidence that a row is headings, in points; `ENOUGH` makes it so."""
    own = grid.in_row(row)
    cells = [c for c in own if c.words]
    if not cells:
        return 0.0
    words = [w for c in cells for w in c.words if _says(w.text)]
    if not words:
        return 0.0
    score = 2.0 * _known_share(cells)
    if row < 2:
        score += _unlike_column(row, cells, body)
    bold = sum([w.font.bold for w in words]) / len(words)
    if bold > 0.8:
        score += 1.5 if body.bold < 0.6 else 0.5
    elif body.bold > 0.6:
        score -= 0.5
    filled = [c for c in own if c.fill is not None]
    if len(filled) > 0.6 * len(own) and Counter(c.fill for c in own).most_common(1)[0][0] != body.fill:
        score += 1.5 if body.fill_share > 0.5 else 0.75
    elif not filled and body.fill is not None and body.fill_share > 0.4:
        score += 0.75
    if sum([w.font.colour != body.colour for w in words]) > 0.8 * len(words):
        score += 0.5
    if any(w.turned in (90, 270) for w in words):
        score += 1.5
    numbers = [c for c in cells if is_number(c)]
    score -= 1.5 * len(numbers) / len(cells)
    if not numbers and _over_numbers(grid, row, cells):
        score += 1.5
    if row == 0:
        score += 0.5
        if len(own) > 2 and not own[0].words and all(c.words for c in own[1:]):
            score += 0.75  # the empty corner of a table of names by names
    longest = max(len(c.words) for c in cells)
    if longest > 25:
        score -= 1.5
    elif longest <= 8 and len(words) < 0.5 * body.length:
        score += 0.5
    if len(cells) < 0.5 * len(own):
        score -= 0.5
    if sum([bool(ENDS_SENTENCE.search(c.printed)) for c in cells]) >= 0.5 * len(cells):
        score -= 1.0
    return score


ENDS_SENTENCE = re.compile(r"[a-z]{2}\.$")


def is_number(cell: DraftCell) -> bool:
    """Whether a cell holds a figure and nothing else; years and quarters are names of periods."""
    text = cell.printed.replace(" ", "")
    return bool(NUMBER.match(text)) and not PERIOD.match(text)


def _mostly_numbers(cells: Sequence[DraftCell]) -> bool:
    return sum(map(is_number, cells)) >= 0.5 * len(cells)


def _over_numbers(grid: Grid, row: int, cells: Sequence[DraftCell]) -> bool:
    """Whether most cells of a row stand over columns of figures, the first column apart."""
    judged = over = 0
    for cell in cells:
        if cell.column == 0 and len(cells) > 1:
            continue
        under = (c for c in grid.cells if c.row > row and cell.column <= c.column <= cell.last_column and c.words)
        below = list(islice((c for c in under if c.printed not in EMPTY_MARKS), 12))
        if len(below) < 2:
            continue
        judged += 1
        over += sum(map(is_number, below)) >= 0.6 * len(below)
    return judged > 0 and over >= 0.6 * judged


def _known_share(cells: Sequence[DraftCell]) -> float:
    """The share of cells that print words publishers put over columns; one such word among other cells tells little."""
    phrases, words = heading_words()
    total = 0.0
    exact = 0
    for cell in cells:
        text = folded(cell.printed)
        if text in phrases:
            exact += 1
            continue
        parts = [p for p in (folded(w.text) for w in cell.words) if len(p) > 1]
        if parts and len(parts) <= 8:
            total += 0.8 * sum([p in words for p in parts]) / len(parts)
    share = (total + exact) / len(cells)
    return share if exact > 0.5 * len(cells) or (exact and len(cells) > 2) else 0.4 * share


def _unlike_column(row: int, cells: Sequence[DraftCell], body: _Body) -> float:
    """1 where the columns below repeat a few values and this row prints others: names over ratings."""
    unlike = judged = 0
    for cell in cells:
        below = body.below(row, cell.column) if cell.column else []
        if len(below) < 3:
            continue
        judged += 1
        unlike += len(set(below)) <= 0.5 * len(below) and cell.printed not in below
    return 1.0 if judged >= 2 and unlike >= 0.7 * judged else 0.0


def _headings_at_foot(grid: Grid) -> bool:
    """Mark the last rows where they are words under columns of figures: a matrix with its axis below."""
    rows: list[int] = []
    for row in range(grid.rows - 1, max(grid.rows - 3, 1), -1):
        cells = [c for c in grid.in_row(row) if c.words]
        if not cells or any(is_number(c) for c in cells):
            break
        rows.append(row)
    if not rows:
        return False
    foot = min(rows)
    above = [c for c in grid.cells if c.last_row < foot and c.column > 0 and c.words]
    inner = [c for c in grid.in_row(foot) if c.column > 0 and c.words]
    if len(above) < 4 or len(inner) < 2 or sum(map(is_number, above)) < 0.7 * len(above):
        return False
    for cell in grid.cells:
        cell.is_heading = cell.row >= foot
    return True
