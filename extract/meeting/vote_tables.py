"""Votes that are recorded in a table: a column or a row for each side, or a mark for each member under a side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.meeting.pieces import Piece
from models.page import Word
from models.table import Cell, Table

_SIDES = (
    ("For", re.compile(r"\b(?:for|in favou?r|ayes?|yeas?|yes)\b", re.IGNORECASE)),
    ("Against", re.compile(r"\b(?:against|noes|nays?|no)\b", re.IGNORECASE)),
    ("Abstentions", re.compile(r"\babst(?:ain|ent)\w*", re.IGNORECASE)),
)
LONGEST_SIDE = 5  # words of a heading that names a side
MOST_ROWS = 80
MARKS = frozenset({"x", "✓", "✔", "√", "y", "•", "1", "tick"})
_COUNT = re.compile(r"(?:total:?\s*)?(\d{1,3})", re.IGNORECASE)


def vote_pieces(table: Table) -> list[Piece]:
    """The sides of a vote as pieces of text (`For (2): A Holt, J Rao`); [] where a table records none."""
    if table.rows > MOST_ROWS or table.columns < 2:
        return []
    by_column = _sides(table.row(0))
    if {"For", "Against"} <= set(by_column):
        members = [table.row(r) for r in range(1, table.rows)]
        sided = {c.column for c in by_column.values()}
        marked = 0 not in sided and sum(any(c.column in sided and _is_mark(c) for c in row) for row in members) >= 2
        told = _marked(by_column, members) if marked else _listed(by_column, members)
        return [_piece(side, cell, names, count, table) for side, cell, names, count in told]
    by_row = _sides([c for c in table.cells if c.column == 0])
    if {"For", "Against"} <= set(by_row) and len(by_row) >= table.rows - 1:
        found = []
        for side, cell in by_row.items():
            beside = [c for c in table.row(cell.row) if c is not cell and c.text]
            names, count = _names_and_count(beside)
            found.append(_piece(side, cell, names, count, table))
        return found
    return []


def _sides(cells: Sequence[Cell]) -> dict[str, Cell]:
    """Side -> the cell that names it and nothing else."""
    found: dict[str, Cell] = {}
    for cell in cells:
        if not cell.text or len(cell.text.split()) > LONGEST_SIDE:
            continue
        named = [side for side, pattern in _SIDES if pattern.search(cell.text)]
        if len(named) == 1:
            found.setdefault(named[0], cell)
    return found


_Told = tuple[str, Cell, list[list[Word]], list[Word]]


def _listed(sides: dict[str, Cell], rows: Sequence[Sequence[Cell]]) -> Iterator[_Told]:
    """Names under each side, and their number where it is printed."""
    for side, head in sides.items():
        names, count = _names_and_count([c for row in rows for c in row if c.column == head.column and c.text])
        yield side, head, names, count


def _names_and_count(cells: Sequence[Cell]) -> tuple[list[list[Word]], list[Word]]:
    names: list[list[Word]] = []
    count: list[Word] = []
    for cell in cells:
        if _COUNT.fullmatch(cell.text.strip()):
            count = [w for w in cell.words if any(c.isdigit() for c in w.text)][:1]
            continue
        for word in cell.words:
            new = not names or word.top - names[-1][-1].top > 0.5 * word.font.size or names[-1][-1].text.endswith(",")
            if new or word.page != names[-1][-1].page:
                names.append([word])
            else:
                names[-1].append(word)
    return names, count


def _is_mark(cell: Cell) -> bool:
    return cell.text.strip().casefold() in MARKS or (not cell.text and bool(MARKS & set(cell.symbols)))


def _marked(sides: dict[str, Cell], rows: Sequence[Sequence[Cell]]) -> Iterator[_Told]:
    """Members with a mark under the side that they took."""
    for side, head in sides.items():
        taken = [row for row in rows if any(c.column == head.column and _is_mark(c) for c in row)]
        yield side, head, [list(row[0].words) for row in taken if row[0].words], []


def _piece(side: str, head: Cell, names: Sequence[Sequence[Word]], count: Sequence[Word], table: Table) -> Piece:
    """`For (5): …`, each of its words at its place in the text; a count that is not printed is that of the names."""
    number = count[0].text if count else str(len(names))
    text = f"{side} ({number}): "
    words: list[Word] = [*head.words[:1], *count]
    spans: list[tuple[int, int]] = [(0, len(side))][: len(head.words[:1])] + [
        (len(side) + 2, len(side) + 2 + len(number))
    ] * len(count)
    for n, name in enumerate(names):
        text += ", " if n else ""
        for k, word in enumerate(name):
            printed = word.text.rstrip(",;")
            text += " " if k else ""
            spans.append((len(text), len(text) + len(printed)))
            words.append(word)
            text += printed
    text = text.rstrip(": ") if not names else text
    return Piece(text, tuple(words), tuple(spans), ((0, len(words)),), marker_words=tuple(head.words[1:]), table=table)
