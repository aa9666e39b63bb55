"""Tables inside cells of other tables are read by themselves, and no word stands in two cells."""

from __future__ import annotations

import itertools

import pytest

from extract.table import read_page_tables
from models.page import Rule
from tests.extract.sheet import Sheet, texts

INNER = [["Measure", "Target", "Actual"], ["Calls", "90", "87"], ["Visits", "450", "463"]]


def grid(sheet: Sheet, xs: list[float], ys: list[float], rows: list[list[str]] = ()) -> None:
    """A ruled grid, cell by cell, with a word in each."""
    for row, (top, bottom) in enumerate(itertools.pairwise(ys)):
        for column, (x0, x1) in enumerate(itertools.pairwise(xs)):
            sheet.box(x0, top, x1, bottom)
            if rows:
                sheet.write(x0 + 3, top + 4, rows[row][column])


def outer(sheet: Sheet) -> None:
    """Three rows of two cells: headings, a row whose second cell is (200, 120) to (540, 240), and a last one."""
    grid(sheet, [50, 200, 540], [100, 120, 240, 260])
    for x, y, text in (
        (53, 104, "Aim"),
        (203, 104, "Progress"),
        (53, 124, "Safe ports"),
        (53, 244, "Trained crews"),
        (203, 244, "Absence rises"),
    ):
        sheet.write(x, y, text)


OUTER = [["Aim", "Progress"], ["Safe ports", ""], ["Trained crews", "Absence rises"]]


@pytest.mark.parametrize(
    ("left", "top"),
    [(206, 140), (206, 124), (206, 120), (200, 120), (204.5, 121.5)],
    ids=["apart", "close", "on the cell's top", "in its corner", "a hair from its corner"],
)
def test_a_table_in_a_cell_is_a_table_by_itself(left: float, top: float) -> None:
    sheet = Sheet()
    outer(sheet)
    grid(sheet, [left, left + 100, left + 160, left + 220], [top, top + 20, top + 40, top + 60], INNER)
    sheet.write(206, 220, "Figures are provisional")
    around, within = read_page_tables(sheet.page)
    assert texts(within) == INNER
    assert texts(around) == [OUTER[0], ["Safe ports", "Figures are provisional"], OUTER[2]]
    assert [(c.row_span, c.column_span) for c in around.cells] == [(1, 1)] * 6


def test_two_tables_in_cells_of_one_row() -> None:
    sheet = Sheet()
    outer(sheet)
    grid(sheet, [206, 306, 366, 426], [130, 150, 170, 190], INNER)
    grid(sheet, [56, 116, 176], [150, 170, 190], [["Port", "Staff"], ["Quay", "12"]])
    found = read_page_tables(sheet.page)
    assert [texts(t) for t in found] == [OUTER, INNER, [["Port", "Staff"], ["Quay", "12"]]]


def test_rows_that_divide_one_cell_alone_are_no_table_in_it() -> None:
    """The rules run from side to side of the cell: its row has three rows beside one label."""
    sheet = Sheet()
    outer(sheet)
    grid(sheet, [200, 320, 430, 540], [120, 160, 200, 240], INNER)
    (table,) = read_page_tables(sheet.page)
    assert (table.rows, table.columns) == (5, 4)
    label = table.at(1, 0)
    assert label is not None
    assert (label.text, label.row_span) == ("Safe ports", 3)


def test_figures_in_a_grid_beside_labels_without_rules_are_one_table() -> None:
    sheet = Sheet()
    sheet.box(50, 100, 300, 180)
    grid(sheet, [150, 200, 250, 300], [120, 140, 160, 180], [["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"]])
    for n, label in enumerate(("Roads", "Parks", "Ports")):
        sheet.write(53, 124 + 20 * n, label)
    for n, name in enumerate(("May", "June", "July")):
        sheet.write(155 + 50 * n, 104, name)
    (table,) = read_page_tables(sheet.page)
    assert [row[-3:] for row in texts(table)[1:]] == [["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"]]


def test_the_outer_table_goes_on_over_the_page_whatever_its_last_cell_holds() -> None:
    from extract.table import read_tables

    first, second = Sheet(), Sheet(2)
    grid(first, [50, 200, 540], [600, 620, 700, 780], [["Aim", "Progress"], ["Safe ports", "Good"], ["Crews", ""]])
    grid(first, [206, 306, 366, 426], [705, 725, 745, 765], INNER)
    grid(second, [50, 200, 540], [50, 70, 90], [["Aim", "Progress"], ["Clean water", "Poor"]])
    around, within = read_tables([first.page, second.page])
    assert texts(around) == [["Aim", "Progress"], ["Safe ports", "Good"], ["Crews", ""], ["Clean water", "Poor"]]
    assert texts(within) == INNER


def test_a_rule_drawn_short_in_a_cell_takes_nothing_out_of_it() -> None:
    sheet = Sheet()
    outer(sheet)
    sheet.rules.append(Rule(210, 150, 300, 150))
    sheet.write(203, 124, "Good")
    (table,) = read_page_tables(sheet.page)
    assert texts(table)[1] == ["Safe ports", "Good"]


def test_a_table_in_a_box_is_read_once() -> None:
    sheet = Sheet()
    sheet.box(50, 100, 540, 240)
    sheet.write(60, 106, "Box 1: calls and visits")
    grid(sheet, [60, 160, 220, 280], [125, 145, 165, 185], INNER)
    sheet.write(60, 200, "Figures are provisional")
    (table,) = read_page_tables(sheet.page)
    assert texts(table) == INNER
