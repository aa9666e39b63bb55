"""A key of initials in the last rows of a register's own table, as a sheet prints it whose grid goes on below its risks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from extract.initials import ALONE, CODE, HEADING, NAME, fits
from extract.registers.fields import cell_field
from extract.registers.layout import Layout
from extract.registers.rows import InnerRow
from models.record import Printed
from models.table import Cell, Table

_FEWEST_COLUMNS = 4  # of the register
_FEWEST_LINES = 2  # of the key
_LONGEST_HEADING = 4  # words
_FURTHEST = 1  # the column in which initials begin at most
_FIT = 0.6  # share of the lines of a key whose letters are those of the name beside them; others stand for posts
_NEAR_FOOT = 4  # rows; notes may stand below a key


def keys_below(table: Table, layout: Layout) -> dict[int, InnerRow]:
    """The rows at the foot of a register that explain initials, with the heading over them, by row."""
    if table.columns < _FEWEST_COLUMNS or not layout.known:
        return {}
    foot = [c.text for c in table.cells if c.column <= _FURTHEST and c.row >= table.rows - _NEAR_FOOT and c.text]
    if not any(map(ALONE.fullmatch, foot)):  # as nearly everywhere
        return {}
    lines: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.text and cell.row >= layout.heading_rows:
            lines.setdefault(cell.row, []).append(cell)
    found: dict[int, InnerRow] = {}
    for row in sorted(lines, reverse=True):
        line = lines[row]
        if _explains(line):
            found[row] = InnerRow(None, (), (line[0], line[1]))
        elif len(line) == 1:  # a heading over the key, a note below it
            if len(found) >= _FEWEST_LINES and _heads(line[0]):
                found[row] = InnerRow(None, line[0].words)
                break
            if found:
                break
        else:
            break
    keys = [row.key for row in found.values() if row.key is not None]
    told = sum(fits(initials.text, name.text) for initials, name in keys)
    return found if told >= max(_FEWEST_LINES, _FIT * len(keys)) else {}


def _explains(line: list[Cell]) -> bool:
    """Whether a row holds nothing but a name, with initials before it or letters that may stand for its holder's post."""
    if len(line) != 2 or line[1].column != line[0].last_column + 1:
        return False
    initials, name = line[0].text, line[1].text
    lettered = CODE.fullmatch(initials) is not None or (ALONE.fullmatch(initials) is not None and fits(initials, name))
    return lettered and re.fullmatch(NAME, name) is not None


def _heads(cell: Cell) -> bool:
    return len(cell.text.split()) <= _LONGEST_HEADING and HEADING.search(cell.text) is not None


def key_records(rows: Mapping[int, InnerRow], method: str, paper: int) -> Iterator[Printed]:
    """The lines of a key as records, in printed order."""
    for row in sorted(rows):
        key = rows[row].key
        if key is not None:
            fields = {"initials": cell_field(key[0], method), "name": cell_field(key[1], method)}
            yield Printed("owner_keys", fields, facts={"paper": paper})
