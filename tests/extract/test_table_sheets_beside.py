"""Tables too wide for the sheet, whose further columns a spreadsheet prints on the next sheets, down then over or over then down."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extract.table import read_tables
from models.page import Page
from tests.extract.sheet import BOLD, PLAIN, Sheet, texts

HEADINGS = ["Ref", "Measure", "2024", "2025", "Target", "Trend"]
ROWS = [
    ["K1", "Weirs mended", "4", "6", "5", "Up"],
    ["K2", "Eels counted", "31", "27", "40", "Down"],
    ["K3", "Boats let through", "802", "790", "800", "Level"],
    ["K4", "Moorings let", "88", "91", "90", "Up"],
]
EDGES = (40.0, 90.0, 260.0, 340.0, 420.0, 500.0, 580.0)
HEIGHTS = (18.0, 18.0, 30.0, 18.0, 30.0)


def sheet(number: int, columns: Sequence[int], rows: Sequence[Sequence[str]], title: str = "", tall: int = 0) -> Page:
    """Some columns of some rows as a spreadsheet prints them on one page, from its left edge on."""
    made = Sheet(number)
    if title:
        made.write(40, 40, title, BOLD)
    y, x0 = 60.0, EDGES[columns[0]] - 40
    for n, row in enumerate([HEADINGS, *rows]):
        height = HEIGHTS[(n + tall) % len(HEIGHTS)]
        for column in columns:
            a, b = EDGES[column] - x0, EDGES[column + 1] - x0
            made.box(a, y, b, y + height)
            made.write(a + 3, y + 4, row[column], PLAIN if n else BOLD)
        y += height
    return made.page


def test_columns_on_the_next_sheet_stand_beside_those_before_them() -> None:
    pages = [sheet(1, (0, 1, 2), ROWS, "Canal measures"), sheet(2, (3, 4), ROWS), sheet(3, (4, 5), ROWS)]
    (table,) = read_tables([pages[0], sheet(2, (3, 4, 5), ROWS)])
    assert texts(table) == [HEADINGS, *ROWS]
    assert [c.page for c in table.row(1)] == [1, 1, 1, 2, 2, 2]
    assert table.row(2)[4].header == ("Target",)
    (three,) = read_tables(pages)  # a column that the third sheet prints again stands once
    assert texts(three) == [HEADINGS, *ROWS]


def test_sheets_over_then_down_go_on_below_each_other() -> None:
    more = [[f"K{n + 5}", *row[1:]] for n, row in enumerate(ROWS)]
    left, right = (0, 1, 2), (3, 4, 5)
    pages = [sheet(1, left, ROWS, "Canal measures"), sheet(2, right, ROWS), sheet(3, left, more), sheet(4, right, more)]
    (table,) = read_tables(pages)
    assert texts(table) == [HEADINGS, *ROWS, *more]


@pytest.mark.parametrize(
    "second",
    [
        sheet(2, (3, 4, 5), ROWS, "Harbour measures"),  # a title of its own
        sheet(2, (3, 4, 5), ROWS, tall=1),  # rows at other heights
        sheet(2, (3, 4, 5), ROWS[:3]),  # fewer rows
        sheet(2, (0, 1, 2), [[f"H{n}", "Berths", "7"] for n in range(4)]),  # the same columns of other things
        sheet(3, (3, 4, 5), ROWS),  # a sheet further on
    ],
)
def test_tables_of_their_own_stay_apart(second: Page) -> None:
    first = sheet(1, (0, 1, 2), ROWS, "Canal measures")
    between = [Sheet(2).page] if second.number == 3 else []
    found = read_tables([first, *between, second])
    assert found
    assert all(t.columns == 3 for t in found)  # one below the other they may go on
