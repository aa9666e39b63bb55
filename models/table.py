"""Tables as printed: cells with spans, fills and boxes, joined over page breaks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from models.geometry import Box
from models.page import Word
from models.quick import quick


@quick
@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """One printed cell. Rows and columns count from 0 over the whole table, page breaks included."""

    row: int
    column: int
    row_span: int
    column_span: int
    page: int  # on which the cell begins
    boxes: tuple[tuple[int, Box], ...]  # (page, box) of each piece; several where a page break cuts the cell
    words: tuple[Word, ...]  # in reading order
    text: str  # lines joined with a space, hyphenation healed, symbols named (see `extract.symbols`)
    fill: str | None = None  # #rrggbb, None where the page shows through
    header: tuple[str, ...] = ()  # heading path over a body cell, outermost first; () in heading rows
    is_heading: bool = False
    symbols: tuple[
        str, ...
    ] = ()  # drawn arrows and marks inside: up, down, level, up_right, down_right, tick, cross, circle
    confidence: float = 1.0
    is_note: bool = False  # it runs across the table below a record, and is about it

    @property
    def last_row(self) -> int:
        return self.row + self.row_span - 1

    @property
    def last_column(self) -> int:
        return self.column + self.column_span - 1


@dataclass(frozen=True, eq=False)
class Table:
    """A table over one or more pages. `cells` are in row, then column order; covered places have no cell of their own."""

    cells: tuple[Cell, ...]
    rows: int
    columns: int
    heading_rows: int  # how many of the first rows are headings; 0 where none
    pieces: tuple[tuple[int, Box], ...]  # (page, box), one a page
    method: str  # `lattice`, `text`, ...
    confidence: float = 1.0
    caption: str | None = None
    caption_words: tuple[Word, ...] = ()
    repeated: tuple[Word, ...] = ()  # words printed again, no row: headings after a page break, axes of pictures
    bands: tuple[int, ...] = ()  # rows that are one cell across the whole width
    heading_at_foot: bool = False

    @property
    def first_page(self) -> int:
        return self.pieces[0][0]

    @property
    def last_page(self) -> int:
        return self.pieces[-1][0]

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a place of the grid."""
        return self._places.get((row, column))

    def row(self, row: int) -> tuple[Cell, ...]:
        """The cells that begin in a row, left to right."""
        return self._rows.get(row, ())

    @cached_property
    def notes(self) -> frozenset[int]:
        """The rows that hold nothing but a note to the record above them."""
        return frozenset([cell.row for cell in self.cells if cell.is_note])

    @cached_property
    def crossed(self) -> frozenset[int]:
        """The rows into which a cell reaches that begins above them."""
        return frozenset(row for cell in self.cells for row in range(cell.row + 1, cell.row + cell.row_span))

    @cached_property
    def _places(self) -> dict[tuple[int, int], Cell]:
        found: dict[tuple[int, int], Cell] = {}
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.row_span):
                for column in range(cell.column, cell.column + cell.column_span):
                    found.setdefault((row, column), cell)
        return found

    @cached_property
    def _rows(self) -> dict[int, tuple[Cell, ...]]:
        found: dict[int, list[Cell]] = {}
        for cell in self.cells:
            found.setdefault(cell.row, []).append(cell)
        return {row: tuple(cells) for row, cells in found.items()}
