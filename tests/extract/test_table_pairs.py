"""Forms without rules: bold labels with their values beside them are a table, a row a label."""

from __future__ import annotations

import pytest

from extract.table import read_page_tables
from tests.extract.sheet import BOLD, PLAIN, Sheet, texts

FORM = [
    ["Risk owner", "Director of Ports"],
    ["Cause", "The sea wall is old"],
    ["Effect", "The lower town floods"],
    ["Likelihood", "4"],
    ["Next review", "June 2025"],
]


def form(rows: list[list[str]], xs=(50, 130, 320, 400), step: float = 16.0, label=BOLD) -> Sheet:
    sheet = Sheet()
    for n, row in enumerate(rows):
        for column, text in enumerate(row):
            sheet.write(xs[column], 100 + step * n, text, PLAIN if column % 2 else label)
    return sheet


@pytest.mark.parametrize("step", [12.0, 16.0, 22.0])
def test_labels_and_values_are_a_table_of_two_columns(step: float) -> None:
    (table,) = read_page_tables(form(FORM, step=step).page)
    assert texts(table) == FORM
    assert table.heading_rows == 0


def test_two_pairs_side_by_side_are_four_columns() -> None:
    rows = [a + b for a, b in zip(FORM, reversed(FORM), strict=True)]
    (table,) = read_page_tables(form(rows).page)
    assert texts(table) == rows


def test_values_and_labels_that_wrap_stay_in_their_row() -> None:
    sheet = form(FORM, step=26)
    sheet.write(130, 137, "and has not been mended")
    sheet.write(50, 163, "on the town", BOLD)
    (table,) = read_page_tables(sheet.page)
    assert texts(table)[1:3] == [
        ["Cause", "The sea wall is old and has not been mended"],
        ["Effect on the town", "The lower town floods"],
    ]


def test_a_title_parts_two_forms() -> None:
    sheet = form([*FORM, ["Risk R2"], *FORM])
    assert [texts(t) for t in read_page_tables(sheet.page)] == [FORM, FORM]


@pytest.mark.parametrize(
    "sheet",
    [
        form(FORM, label=PLAIN),
        form(FORM[:3]),
        form([[f"{n}.", text] for n, (_, text) in enumerate(FORM, start=1)]),
        form([[label, value] for label, value in FORM], xs=(50, 50 + 4.6 * 10 + 4)),
    ],
    ids=["no bold labels", "three lines", "numbered", "labels that run into their texts"],
)
def test_what_only_looks_like_a_form_stays_text(sheet: Sheet) -> None:
    assert read_page_tables(sheet.page) == ()
