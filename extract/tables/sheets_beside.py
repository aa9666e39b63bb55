"""Tables too wide for the sheet: the columns that a spreadsheet prints on the next sheets, put beside those before them.

What says so is the paper: row by row both stand at one height, on as many sheets, under headings set alike, and over the further
columns stands no title of their own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.tables.draft import DraftCell, Grid, PageGrids
from extract.tables.seam import join_on, repeated_rows
from extract.tables.words import folded
from extract.text import lines_of
from models.page import Word

FEWEST_ROWS = 3
SAME_HEIGHT = {"lattice": 2.0, "text": 6.0}  # points by which a row may stand higher or lower on the other sheet
SAME_EDGE = 3.0  # points
CUT = 30.0  # points from the table's right edge, from which a title may be cut by the sheet's end
VARIED = 3.0  # points by which some rows are higher than others

Places = Sequence[tuple[int, float]]  # of each row, on which of its sheets it begins, and where


@dataclass(slots=True, eq=False)
class Wide:
    """A table as far as it is put together, where its rows stand, and whether sheets beside the first are in it."""

    grid: Grid
    places: Places
    widths: Sequence[float]  # the edges of its columns on the first sheet
    joined: bool = False


def side_by_side(tables: Sequence[Grid], pages: Sequence[PageGrids]) -> list[Grid]:
    """The tables of a document in order; those that stand on sheets side by side are one."""
    if len(pages) < 2 or len(tables) < 2:
        return list(tables)
    by_page = {here.page.number: here for here in pages}
    found: list[Wide] = []
    for table in tables:
        left = found[-1] if found else None
        if left is not None and _goes_across(left, table, by_page, sure=any(_is_as_wide(w, left) for w in found)):
            _put_beside(left, table)
        else:
            found.append(Wide(table, _places(table), list(table.xs)))
    return _below_each_other(found)


def _is_as_wide(before: Wide, wide: Wide) -> bool:
    """Whether a table that was put together had the same columns on its first sheet."""
    pairs = zip(before.widths, wide.widths, strict=False)
    return before.joined and len(before.widths) == len(wide.widths) and all(abs(a - b) < SAME_EDGE for a, b in pairs)


def _goes_across(left: Wide, right: Grid, pages: Mapping[int, PageGrids], *, sure: bool) -> bool:
    """Whether a table is the further columns of the one on the sheets before it; `sure` where one such was met before."""
    upper = left.grid
    if right.page != upper.last_page + 1 or right.rows != upper.rows or right.rows < FEWEST_ROWS or right.inner:
        return False
    most = SAME_HEIGHT.get(right.method, 0.0)
    for (sheet, top), (other, at) in zip(left.places, _places(right), strict=True):
        if sheet != other or abs(top - at) > most:
            return False
    again = _again(upper, right)
    own = [c for c in _headings(right) if c.column not in again]
    known = {folded(c.printed) for c in _headings(upper)}
    if not own or _is_set(_headings(upper)) != _is_set(own) or all(folded(c.printed) in known for c in own):
        return False
    if folded(own[0].printed) in {folded(c.printed) for c in _headings(upper)[:2]}:
        return False  # a table of the same kind: its rows are others
    return _has_no_title(left, right, pages, again=bool(again), sure=sure or bool(again))


def _has_no_title(left: Wide, right: Grid, pages: Mapping[int, PageGrids], *, again: bool, sure: bool) -> bool:
    """Whether over the further columns stands nothing, or what the sheet before cuts off there, or prints again over columns
    that are printed again."""
    titles = _lines_above(left.grid, pages)
    above = _lines_above(right, pages)
    if not above:
        heights = [b - a for (_, a), (_, b) in zip(left.places, left.places[1:], strict=False)]
        return sure or bool(titles) or max(heights) - min(heights) > VARIED
    for line in above:
        over = next((t for t in titles if abs(t[0].top - line[0].top) < SAME_EDGE), None)
        if over is None:
            return False
        cut = over[-1].x1 > left.grid.xs[0] + left.widths[-1] - left.widths[0] - CUT
        if not (cut or (again and _text(over).startswith(_text(line)))):
            return False
    return True


def _lines_above(grid: Grid, pages: Mapping[int, PageGrids]) -> list[list[Word]]:
    return lines_of([w for w in pages[grid.page].loose if w.bottom < grid.box.top + SAME_EDGE])


def _text(words: Sequence[Word]) -> str:
    return folded(" ".join(w.text for w in words))


def _headings(grid: Grid) -> list[DraftCell]:
    return [c for c in grid.in_row(0) if c.words]


def _is_set(cells: Sequence[DraftCell]) -> tuple[bool, bool]:
    """How a row is set: whether bold, and whether on a colour."""
    words = [w for c in cells for w in c.words]
    return 2 * sum(w.font.bold for w in words) > len(words), 2 * sum(c.fill is not None for c in cells) > len(cells)


def _places(grid: Grid) -> Places:
    """Of each row, on which of the table's sheets it begins, and how high."""
    sheets = {page: n for n, page in enumerate(dict.fromkeys(page for page, _ in grid.pieces))}
    found = [(0, 0.0)] * grid.rows
    for cell in grid.cells:
        page, box = cell.boxes[0]
        found[cell.row] = (sheets.get(page, 0), box.top)
    return found


def _again(left: Grid, right: Grid) -> set[int]:
    """The columns of the second that the first has too, cell by cell: sheets may repeat their first ones."""
    known = {_column(left, n) for n in range(left.columns)}
    return {n for n in range(right.columns) if (column := _column(right, n)) in known and any(column)}


def _column(grid: Grid, column: int) -> tuple[str, ...]:
    texts = [""] * grid.rows
    for cell in grid.cells:
        if cell.column <= column <= cell.last_column:
            texts[cell.row] = folded(cell.printed)
    return tuple(texts)


def _put_beside(left: Wide, right: Grid) -> None:
    """Join the further columns on; those printed again are set aside."""
    upper = left.grid
    again = _again(upper, right)
    places: dict[int, int] = {}
    for column in range(right.columns):
        if column not in again:
            places[column] = upper.columns
            upper.xs.append(upper.xs[-1] + right.xs[column + 1] - right.xs[column])
    for cell in right.cells:
        own = [places[c] for c in range(cell.column, cell.last_column + 1) if c in places]
        if own:
            cell.column, cell.last_column = own[0], own[-1]
            upper.cells.append(cell)
        else:
            upper.repeated.extend(cell.words)
    upper.repeated.extend(right.repeated)
    upper.pieces.extend(right.pieces)
    upper.confidence = min(upper.confidence, right.confidence)
    upper.sort()
    left.joined = True


def _below_each_other(found: Sequence[Wide]) -> list[Grid]:
    """Wide tables as they go on below each other, where the sheets are printed over, then down."""
    done: list[Grid] = []
    before: Wide | None = None
    for wide in found:
        if before is not None and before.joined and wide.joined and _goes_below(before.grid, wide.grid):
            join_on(before.grid, wide.grid)
        else:
            done.append(wide.grid)
            before = wide
    return done


def _goes_below(upper: Grid, lower: Grid) -> bool:
    alike = len(upper.xs) == len(lower.xs) and lower.page == upper.last_page + 1
    if not alike or any(abs(a - b) > SAME_EDGE for a, b in zip(upper.xs, lower.xs, strict=True)):
        return False
    return bool(repeated_rows(upper, lower)) or _is_set(_headings(upper)) != _is_set(_headings(lower))
