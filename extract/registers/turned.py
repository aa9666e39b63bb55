"""Registers that print a risk a column: labels down the left side, and beside them a value for each risk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.registers.bars import reference
from extract.registers.layout import is_known
from extract.wording import likeness, phrases
from models.table import Cell, Table

_FEWEST_LABELS = 4
_FEWEST_GROUPS = 3
_KNOWN = 0.6  # share of the labels that the vocabulary knows
_BESIDE = 0.1  # share of the values that may read like labels: where more do, it is a form or a list
_SURE = 0.75  # likeness from which a label is one of a field
_MOST_LABEL_COLUMNS = 2  # a group (`Inherent`) and its labels (`L`, `I`, `Score`)
_STATED = 2  # words of a text that states a risk, at least


def upright(table: Table) -> Table | None:
    """A table of risks side by side as one of risks below each other; None where it is no such table.

    What says so are the labels down its side, and a row of references or of titles, each risk with another.
    """
    if table.columns < 3 or table.rows < _FEWEST_LABELS or not _may_be_labels(table):
        return None
    first = _below_titles(table)
    for width in range(1, min(_MOST_LABEL_COLUMNS, table.columns - 2) + 1):
        labels = [table.at(row, width - 1) for row in range(first, table.rows)]
        if _are_labels(table, labels, width) and _names_risks(table, first, labels, width):
            return _turned(table, first, width)
    return None


def goes_on_beside(before: Table, table: Table) -> Table | None:
    """A table without labels as the further risks of one turned on the page before, where it has a value for each label; else None."""
    here = table.rows == before.columns and table.first_page > before.last_page
    return _turned(table, 0, 0) if here else None


def _may_be_labels(table: Table) -> bool:
    """Whether the texts at the left edge may be labels: a cheap look before any is weighed."""
    told = [c.text for c in table.cells if c.column == 0 and c.text]
    several = len(told) >= _FEWEST_GROUPS and len(set(told)) > len(told) / 2
    return several and sum(map(is_known, told)) >= len(told) / 2


def _below_titles(table: Table) -> int:
    """The first row that is not one text across the table."""
    row = 0
    while row < table.rows and any(c.column_span == table.columns for c in table.row(row)):
        row += 1
    return row


def _are_labels(table: Table, labels: Sequence[Cell | None], width: int) -> bool:
    texts = [c.text for c in dict.fromkeys(labels) if c is not None and c.text]
    if len(texts) < _FEWEST_LABELS or any(c is not None and c.last_column >= width for c in labels):
        return False
    beside = [c.text for c in table.cells if c.column >= width and c.text]
    alike = sum(map(is_known, beside)) <= _BESIDE * len(beside)
    return alike and sum(map(is_known, texts)) >= _KNOWN * len(texts)


def _names_risks(table: Table, first: int, labels: Sequence[Cell | None], width: int) -> bool:
    """Whether a row tells the risks apart: a reference in each column but blank ones at the end, or the risk in words."""
    for row, label in enumerate(labels, start=first):
        kinds = likeness(label.text, phrases("columns_register")) if label is not None else {}
        cells = [table.at(row, column) for column in range(width, table.columns)]
        texts = [c.text for c in dict.fromkeys(cells) if c is not None and c.text]
        if len(texts) < 2 or len(texts) < len(cells) / 2 or len(set(texts)) < len(texts):
            continue
        refs = [reference(t) for t in texts]
        if kinds.get("ref", 0.0) >= _SURE and all(refs):
            return True
        stated = max(kinds.get("title", 0.0), kinds.get("description", 0.0)) >= _SURE
        if stated and row <= first + 1 and all(len(t.split()) >= _STATED for t in texts):
            return True
    return False


def _turned(table: Table, first: int, width: int) -> Table:
    cells = [
        replace(
            c,
            row=c.column,
            column=c.row - first,
            row_span=c.column_span,
            column_span=c.row_span,
            header=(),
            is_heading=c.column < width,
        )
        for c in table.cells
        if c.row >= first
    ]
    cells.sort(key=lambda c: (c.row, c.column))
    return Table(
        tuple(cells), table.columns, table.rows - first, width, table.pieces, table.method, table.confidence,
        table.caption, table.caption_words,
    )  # fmt: skip
