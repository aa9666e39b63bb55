"""Tables and sections set by hand, for the tests of registers: no PDF is needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.geometry import Box
from models.page import Font, Word
from models.section import Line, Paper, Paragraph, Section
from models.table import Cell, Table

PLAIN, BOLD = Font("Sans", 9.0), Font("Sans-Bold", 9.0, bold=True)
WIDTH, LINE = 120.0, 11.0
LETTER = 4.5  # width of a letter in points


@dataclass(frozen=True)
class Set:
    """A cell with more than its text. `text` may hold line ends; a line that begins with `*` is bold."""

    text: str = ""
    fill: str | None = None
    symbols: tuple[str, ...] = ()
    down: int = 1
    right: int = 1


def words_of(text: str, page: int, x: float, y: float, bold: bool = False, start: int = 0) -> list[Word]:
    """The words of a text from a place on, line by line."""
    words: list[Word] = []
    for number, line in enumerate(text.split("\n")):
        font = BOLD if bold or line.startswith("*") else PLAIN
        at = x
        for part in line.lstrip("*").split():
            end = at + LETTER * len(part)
            top = y + LINE * number
            words.append(Word(part, at, top, end, top + 9, page, start + len(words), font))
            at = end + LETTER
    return words


def table(rows: Sequence[Sequence[str | Set | None]], headings: int = 1, breaks: Sequence[int] = (), **facts) -> Table:
    """A table from its rows; None is a place covered by a span. `breaks` are rows with which a new page begins."""
    cells: list[Cell] = []
    page, y = 1, 50.0
    columns = max(len(r) for r in rows)
    paths: dict[int, tuple[str, ...]] = dict.fromkeys(range(columns), ())
    for number, row in enumerate(rows):
        if number in breaks:
            page, y = page + 1, 50.0
        texts = [c.text if isinstance(c, Set) else c or "" for c in row]
        height = LINE * max(1 + t.count("\n") for t in texts) + 4
        for column, spec in enumerate(row):
            if spec is None:
                continue
            held = spec if isinstance(spec, Set) else Set(spec)
            x = WIDTH * column
            box = Box(x, y, x + WIDTH * held.right, y + height * held.down)
            words = words_of(held.text, page, x + 2, y + 2, bold=number < headings)
            text = " ".join(w.text for w in words)
            if number < headings:
                for place in range(column, column + held.right):
                    paths[place] = (*paths[place], *((text,) if text else ()))
            cells.append(
                Cell(
                    number, column, held.down, held.right, page, ((page, box),), tuple(words), text, held.fill,
                    () if number < headings else paths[column], number < headings, held.symbols,
                )
            )  # fmt: skip
        y += height
    pieces = tuple((n, Box(0, 50, WIDTH * columns, 500)) for n in range(1, page + 1))
    return Table(tuple(cells), len(rows), columns, headings, pieces, "lattice", **facts)


def paragraph(
    text: str, page: int = 1, y: float = 0.0, marker: str | None = None, level: int | None = None, bold: bool = False
) -> Paragraph:
    """A paragraph of one line."""
    strong = bold or level is not None
    marks = tuple(words_of(marker, page, 10, y)) if marker else ()
    words = tuple(words_of(text, page, 20, y, bold=strong))
    line = Line((*marks, *words), page, 20, y, 500, y + 9)
    return Paragraph((line,), text, marker, marks, words, 20, 9.0, strong, text.isupper(), heading_level=level)


def section(*blocks: Paragraph | Table, title: str | None = "Risk Register") -> Section:
    """A section of one paper with a title."""
    named = paragraph(title, level=1) if title else None
    return Section(1, Paper(1, 1, 9, title=named, opening=(named,) if named else ()), named, blocks)
