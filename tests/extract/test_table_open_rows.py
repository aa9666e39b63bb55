"""Tables that shade the cells of every other row: the rows between have no edges of their own."""

from __future__ import annotations

from itertools import pairwise

import pytest

from extract.table import read_page_tables
from models.page import Fill
from models.table import Table
from tests.extract.sheet import Sheet, texts

EDGES = (40, 150, 270, 390)
ROWS = [
    ["Reference", "R1", "R2"],
    ["Risk", "Damp homes", "Few homes"],
    ["Owner", "Ann Brook", "Carl Dean"],
    ["Score", "12", "9"],
    ["Controls", "Survey", "Land fund"],
]


def printed(rows: list[list[str]]) -> Table:
    """Odd rows in a frame of one cell, the others with a rule and a colour around each cell."""
    sheet = Sheet()
    y = 60
    for n, row in enumerate(rows):
        for (a, b), text in zip(pairwise(EDGES), row, strict=True):
            if n % 2 == 0:
                sheet.box(a, y, b, y + 18)
                sheet.fills.append(Fill(a, y, b, y + 18, "#dbe5f1"))
            sheet.write(a + 3, y + 4, text)
        sheet.box(EDGES[0], y, EDGES[-1], y + 18)
        y += 18
    (table,) = read_page_tables(sheet.page)
    return table


def test_rows_without_edges_have_those_of_the_rows_beside_them() -> None:
    assert texts(printed(ROWS)) == ROWS


@pytest.mark.parametrize("band", ["Homes that all can pay for and that last", "Homes"])
def test_a_text_across_or_in_one_column_stays_one_cell(band: str) -> None:
    rows = [row if n % 2 == 0 else [band, "", ""] for n, row in enumerate(ROWS)]
    made = printed(rows)
    assert [len(made.row(n)) for n in range(5)] == [3, 1, 3, 1, 3]
    assert made.row(1)[0].text == band
