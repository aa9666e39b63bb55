"""Tables of accounts: headings set left over figures set right, rules under headings and around totals alone."""

from __future__ import annotations

import pytest

from extract.table import read_page_tables
from models.page import Rule
from tests.extract.sheet import BOLD, Sheet, texts

HEADINGS = ["Service", "Budget", "Actual", "Variance", "Forecast"]
ROWS = [
    ["Buoys and beacons", "1,250", "1,310", "60", "1,300"],
    ["Slipways", "840", "800", "(40)", "835"],
    ["Pilots", "95", "90", "(5)", "96"],
    ["Total", "2,185", "2,200", "15", "2,231"],
]
LEFT, WIDE, LABELS = 50.0, 60.0, 130.0
DIGIT = 4.6  # points


def accounts(sheet: Sheet, rows: list[list[str]] = ROWS, headings: list[str] = HEADINGS, top: float = 100) -> None:
    """A row each fourteen points; headings begin where their column does, figures end where it ends."""
    for n, name in enumerate(headings):
        sheet.write(LEFT if n == 0 else LEFT + LABELS + WIDE * (n - 1) + 3, top, name, BOLD)
    for n, (label, *figures) in enumerate(rows, start=1):
        sheet.write(LEFT, top + 14 * n, label)
        for k, figure in enumerate(figures, start=1):
            if figure:
                sheet.write(LEFT + LABELS + WIDE * k - 3 - DIGIT * len(figure), top + 14 * n, figure)


def rule(sheet: Sheet, row: float, start: float = LEFT, top: float = 100) -> None:
    """A level rule above a row, from `start` to the end of the table."""
    sheet.rules.append(Rule(start, top + 14 * row - 2, LEFT + LABELS + 4 * WIDE, top + 14 * row - 2))


def test_a_heading_set_left_stands_over_figures_set_right() -> None:
    sheet = Sheet()
    accounts(sheet)
    (table,) = read_page_tables(sheet.page)
    assert texts(table) == [HEADINGS, *ROWS]
    assert table.heading_rows == 1
    assert [c.header for c in table.row(1)][1:] == [(name,) for name in HEADINGS[1:]]


def test_labels_need_no_heading() -> None:
    sheet = Sheet()
    accounts(sheet, headings=["", *HEADINGS[1:]])
    (table,) = read_page_tables(sheet.page)
    assert texts(table) == [["", *HEADINGS[1:]], *ROWS]


def test_headings_of_two_lines_are_set_left_too() -> None:
    sheet = Sheet()
    for n, name in enumerate(["Original", "Revised", "Change", "Year end"]):
        sheet.write(LEFT + LABELS + WIDE * n + 3, 89, name, BOLD)
    accounts(sheet, headings=["Service", "budget", "budget", "in it", "forecast"])
    (table,) = read_page_tables(sheet.page)
    headings = ["Service", "Original budget", "Revised budget", "Change in it", "Year end forecast"]
    assert texts(table) == [headings, *ROWS]


@pytest.mark.parametrize("ruled", [(1, 4), (1, 4, 5), (0, 1, 4, 5)])
def test_rules_leave_neither_headings_nor_totals_out(ruled: tuple[int, ...]) -> None:
    sheet = Sheet()
    accounts(sheet)
    for row in ruled:
        rule(sheet, row)
    sheet.write(LEFT, 190, "1.2 The harbour earned more than was planned and spent less than it was given.")
    (table,) = read_page_tables(sheet.page)
    assert texts(table) == [HEADINGS, *ROWS]


def test_rules_over_the_figures_of_totals_part_no_table() -> None:
    sheet = Sheet()
    rows = [
        ["Income", "", "", "", ""],
        *ROWS[:3],
        ["Total income", *ROWS[3][1:]],
        ["Expenditure", "", "", "", ""],
        ["Crews", "1,100", "1,150", "50", "1,140"],
        ["Fuel", "300", "280", "(20)", "310"],
        ["Total expenditure", "1,400", "1,430", "30", "1,450"],
        ["Net", "785", "770", "(15)", "781"],
    ]
    accounts(sheet, rows)
    rule(sheet, 1)
    for row in (5, 9, 10, 11):
        rule(sheet, row, LEFT + LABELS)
    (table,) = read_page_tables(sheet.page)
    assert texts(table) == [HEADINGS, *rows]
    assert table.row(2)[0].header == ("Service",)
