"""Tables while they are being read: rows and cells that may still grow, before they are frozen into `models.table`."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import attrgetter

from models.geometry import Box
from models.page import Page, Word

_BY_PLACE = attrgetter("row", "column")


@dataclass(slots=True, eq=False)
class DraftCell:
    """A cell under construction. Rows and columns count within its `Grid`."""

    row: int
    column: int
    last_row: int
    last_column: int
    boxes: list[tuple[int, Box]]
    words: list[Word] = field(default_factory=list)  # in reading order
    fill: str | None = None
    symbols: list[str] = field(default_factory=list)
    is_heading: bool = False
    header: tuple[str, ...] = ()
    text: str = ""
    lines: list[list[Word]] = field(default_factory=list)  # its words by lines, where it was read so
    confidence: float = 1.0
    note: bool = False  # it runs across below a record, and is about it
    open_above: bool = False  # no rule at its top, where the table begins: it may be the rest of the page before
    open_below: bool = False  # no rule at its bottom, where the table ends: it may go on

    @property
    def row_span(self) -> int:
        return self.last_row - self.row + 1

    @property
    def column_span(self) -> int:
        return self.last_column - self.column + 1

    @property
    def printed(self) -> str:
        """Its words as they stand, for comparing; `text` is the healed text."""
        return " ".join([w.text for w in self.words])


@dataclass(slots=True, eq=False)
class Grid:
    """A table of one page, or several that have been stitched."""

    xs: list[float]  # the lines between columns
    rows: int
    cells: list[DraftCell]  # in row, then column order
    pieces: list[tuple[int, Box]]
    method: str
    confidence: float = 1.0
    alone: bool = True  # a table by itself; else only as the rest of one that began on the page before
    inner: bool = False  # it stands in a cell of another table
    heading_rows: int = 0
    least_heading_rows: int = 0  # rows known to be headings, as they are printed again on a later page
    bands: list[int] = field(default_factory=list)
    heading_at_foot: bool = False
    noted: bool = False  # some of its records have notes across below them
    striped: bool = False  # every other row of it is painted, and no rules are drawn
    repeated: list[Word] = field(default_factory=list)
    caption_words: tuple[Word, ...] = ()

    @property
    def columns(self) -> int:
        return len(self.xs) - 1

    @property
    def box(self) -> Box:
        """Its box on the page where it begins."""
        return self.pieces[0][1]

    @property
    def last_box(self) -> Box:
        """Its box on the page where it ends."""
        return self.pieces[-1][1]

    @property
    def page(self) -> int:
        return self.pieces[0][0]

    @property
    def last_page(self) -> int:
        return self.pieces[-1][0]

    def in_row(self, row: int) -> list[DraftCell]:
        """The cells that begin in a row."""
        return [c for c in self.cells if c.row == row]

    def over_row(self, row: int) -> list[DraftCell]:
        """The cells that cover a row, also those that begin above it."""
        return [c for c in self.cells if c.row <= row <= c.last_row]

    def by_row(self) -> list[list[DraftCell]]:
        """For each row the cells that cover it, as `over_row` tells them one by one."""
        rows: list[list[DraftCell]] = [[] for _ in range(self.rows)]
        for cell in self.cells:
            for row in range(max(cell.row, 0), min(cell.last_row, self.rows - 1) + 1):
                rows[row].append(cell)
        return rows

    def sort(self) -> None:
        self.cells.sort(key=_BY_PLACE)


@dataclass(slots=True, eq=False)
class PageGrids:
    """What one page has of tables, top to bottom, and the words that stand in none."""

    page: Page
    grids: list[Grid]
    loose: list[Word]  # furniture left out
