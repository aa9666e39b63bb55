"""Rows below the row of a risk that say what they hold: `Controls: …` and `Actions: …`, each over several columns of the register,
or behind a label in a cell of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.columns import Assigned, Column
from extract.looks import profile
from extract.meeting.pieces import is_bold
from extract.registers.evidence import assign_columns
from extract.registers.inner_lists import heads_list
from extract.registers.layout import Layout, is_known
from extract.registers.rows import InnerRow
from extract.text import text_of
from extract.wording import fold
from models.table import Cell, Table

_FEWEST_COLUMNS = 4  # of the register; what has fewer is a form
_FEWEST_ROWS = 2  # that are labelled alike
_LONGEST_LABEL = 8  # words
_FILLED = 0.5  # share of the register's columns that the row of a risk fills at least

Labelled = tuple[Cell, Cell]  # the label, and what it says


def labelled_rows(table: Table, layout: Layout) -> dict[int, InnerRow]:
    """The rows of a register that go on with the risk above them under labels of their own, by row."""
    if table.columns < _FEWEST_COLUMNS or layout.known < _FEWEST_COLUMNS:
        return {}
    again: dict[int, bool] = {}  # row -> whether it holds a second text
    wide: set[int] = set()
    for cell in table.cells:
        if cell.row >= layout.heading_rows and cell.words:
            again[cell.row] = cell.row in again
            if cell.column_span > 1:
                wide.add(cell.row)
    wide.update([row for row, second in again.items() if not second])
    if len(wide) < _FEWEST_ROWS:
        return {}
    lines: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.row >= layout.heading_rows and (cell.text or cell.symbols):
            lines.setdefault(cell.row, []).append(cell)
    headed = len({id(c.heading[-1]) for c in layout.columns if c.heading})
    found: dict[int, list[Labelled]] = {}
    above = False
    for row, line in sorted(lines.items()):
        labelled = _labelled(line) if above and row in wide else []
        if labelled:
            found[row] = labelled
        else:
            above = len({c.column for c in line}) >= _FILLED * headed
    by_label: dict[str, list[Labelled]] = {}
    for labelled in found.values():
        for label, value in labelled:
            by_label.setdefault(fold(label.text), []).append((label, value))
    if max(map(len, by_label.values()), default=0) < _FEWEST_ROWS:
        return {}
    return _read(found, by_label)


def _labelled(line: Sequence[Cell]) -> list[Labelled]:
    """The labelled texts of a row where all of it is such, wider than the columns or by itself; [] of any other."""
    found: list[Labelled] = []
    at = 0
    while at < len(line):
        beside = line[at + 1] if at + 1 < len(line) else None
        if (line[at].column_span > 1 or len(line) == 1) and (parted := _parted(line[at])) is not None:
            found.append(parted)
            at += 1
        elif beside is not None and beside.column_span > 1 and is_known(line[at].text.rstrip(" :")):
            found.append((line[at], beside))
            at += 2
        else:
            return []
    return [] if len(found) > 1 and heads_list(line) else found


def _parted(cell: Cell) -> Labelled | None:
    """The label at the head of a cell, set bold or before a colon, and the rest of it."""
    bold = next((n for n, w in enumerate(cell.words) if not is_bold([w])), 0)
    colon = next((n for n, w in enumerate(cell.words[:_LONGEST_LABEL], start=1) if w.text.endswith(":")), 0)
    for count in (colon, bold):
        words, rest = cell.words[:count], cell.words[count:]
        text = text_of(words).rstrip(" :")
        if 0 < count <= _LONGEST_LABEL and (rest or count == colon) and is_known(text):
            return replace(cell, words=words, text=text), replace(cell, words=rest, text=text_of(rest))
    return None


def _read(found: dict[int, list[Labelled]], by_label: dict[str, list[Labelled]]) -> dict[int, InnerRow]:
    """What the labels say, told from all rows together."""
    columns = [
        Column(pairs[0][1].column, (pairs[0][0],), (cells := tuple(v for _, v in pairs)), profile(cells))
        for pairs in by_label.values()
    ]
    assigned = dict(zip(by_label, assign_columns(columns, max(map(len, by_label.values()))), strict=True))
    rows: dict[int, InnerRow] = {}
    for row, labelled in found.items():
        sourced = tuple((value, _own(assigned[fold(label.text)], label)) for label, value in labelled)
        rows[row] = InnerRow(None, tuple(w for label, _ in labelled for w in label.words), cells=sourced)
    return rows


def _own(column: Assigned, label: Cell) -> Assigned:
    """The column of a label as it is printed in one row."""
    return Assigned(replace(column.column, heading=(label,)), column.field, column.confidence)
