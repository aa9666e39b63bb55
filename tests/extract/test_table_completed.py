"""Edges of a lattice that are seen and not ruled: columns that only the headings divide."""

from __future__ import annotations

import pytest

from extract.table import read_page_tables
from tests.extract.sheet import BOLD, Sheet, texts

ROWS = 8


def under_headings(worded: int, left: str = "Quay", right: str = "120", rows: int = ROWS) -> Sheet:
    """A ruled table whose headings are divided in three, and whose rows are not; the first `worded` rows hold words."""
    sheet = Sheet()
    for column, name in enumerate(("Ward", "Visits", "Calls")):
        sheet.box(50 + 100 * column, 100, 150 + 100 * column, 120)
        sheet.write(54 + 100 * column, 105, name, BOLD)
    for row in range(rows):
        sheet.box(50, 120 + 20 * row, 350, 140 + 20 * row)
        if row < worded:
            sheet.write(54, 125 + 20 * row, left)
            sheet.write(154, 125 + 20 * row, right)
            sheet.write(254, 125 + 20 * row, right)
    return sheet


def columns_of_row(sheet: Sheet, row: int) -> int:
    (table,) = read_page_tables(sheet.page)
    return len(table.row(row))


@pytest.mark.parametrize("worded", [4, 6, 8])
def test_columns_of_the_headings_go_on_where_half_the_rows_hold_words(worded: int) -> None:
    (table,) = read_page_tables(under_headings(worded).page)
    assert texts(table)[1] == ["Quay", "120", "120"]
    assert [len(table.row(r)) for r in range(1, ROWS + 1)] == [3] * ROWS


@pytest.mark.parametrize("worded", [1, 2, 3])
def test_lines_of_which_fewer_than_half_hold_words_are_no_rows_of_columns(worded: int) -> None:
    """The levels of a plot are ruled as rows are, and a few labels stand on them."""
    assert columns_of_row(under_headings(worded), 1) == 1


def test_words_on_one_side_alone_divide_nothing() -> None:
    assert columns_of_row(under_headings(ROWS, right=""), 1) == 1


@pytest.mark.parametrize(("rows", "cells"), [(8, [2, 2, 2]), (12, [3, 2, 3])])
def test_a_text_across_an_edge_is_a_stray_among_many_rows_alone(rows: int, cells: list[int]) -> None:
    """It stands over the first edge: one row in twelve keeps whole there, one in eight tells that there is no edge."""
    sheet = under_headings(rows, rows=rows)
    sheet.words = [w for w in sheet.words if w.top != 145]
    sheet.write(54, 145, "All wards of the lower town")
    (table,) = read_page_tables(sheet.page)
    assert [len(table.row(r)) for r in (1, 2, 3)] == cells
