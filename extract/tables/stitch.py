"""Tables of one page after the other -> tables that run over page breaks."""

from __future__ import annotations

from collections.abc import Sequence

from extract.tables.draft import Grid

SAME_COLUMN = 4.0  # points a column's edge may move from page to page


def stitch(pages: Sequence[Sequence[Grid]]) -> list[Grid]:
    """The grids of each page, top to bottom, joined: one that goes on from the page before is put under it."""
    done: list[Grid] = []
    last: Grid | None = None
    for grids in pages:
        for number, grid in enumerate(grids):
            if number == 0 and last is not None and goes_on(last, grid):
                join_on(last, grid)
            else:
                done.append(grid)
                last = grid
        if not grids:
            last = None
    return done


def goes_on(upper: Grid, lower: Grid) -> bool:
    """Whether `lower`, first on its page, continues `upper`, last on the page before."""
    if lower.page != upper.pieces[-1][0] + 1 or len(upper.xs) != len(lower.xs):
        return False
    shift = lower.xs[0] - upper.xs[0]
    return all(abs(a + shift - b) <= SAME_COLUMN for a, b in zip(upper.xs, lower.xs, strict=True))


def join_on(upper: Grid, lower: Grid) -> None:
    """Put the rows of `lower` under those of `upper`; headings printed again are set aside."""
    again = repeated_rows(upper, lower)
    for cell in lower.cells:
        if cell.row < again:
            upper.repeated.extend(cell.words)
            continue
        cell.row += upper.rows - again
        cell.last_row += upper.rows - again
        upper.cells.append(cell)
    upper.rows += lower.rows - again
    upper.pieces.extend(lower.pieces)
    upper.repeated.extend(lower.repeated)
    upper.sort()


def repeated_rows(upper: Grid, lower: Grid) -> int:
    """How many of the first rows of `lower` are headings of `upper` printed again."""
    again = 0
    for row in range(min(upper.rows, lower.rows, 8)):
        if _looks(upper, row) != _looks(lower, row) or not any(w for _, w in _looks(lower, row)):
            break
        again = row + 1
    return again


def _looks(grid: Grid, row: int) -> list[tuple[int, str]]:
    return [(c.column, " ".join(w.text for w in c.words)) for c in grid.in_row(row)]
