"""Tables of figures whose rules stand at totals alone, with bands of colour and without: one table each."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extract.table import read_page_tables
from models.page import Fill, Rule
from tests.extract.sheet import BOLD, PLAIN, Sheet, texts

NAMES = ("Ledger line", "Voted", "Spent", "Left")
ENDS = (260, 340, 420)
GROUPS: Sequence[tuple[str, Sequence[tuple[str, str, str, str]]]] = (
    ("QUAYS", (("Dredging", "4,100", "1,905", "2,195"), ("Lamps", "320", "110", "210"), ("Buoys", "95", "-", "95"))),
    ("YARDS", (("Cranes", "7,250", "3,301", "3,949"), ("Stores", "1,012", "540", "472"))),
)
BAND, SUM, HEAD = "#e3ecd9", "#dddddd", "#27435a"


def ledger(*, bands: bool, painted_head: bool, gap: float = 0.0) -> Sheet:
    """A page of it: each group ends in a total with a rule above it, the last with one below it too."""
    sheet = Sheet()
    sheet.write(180, 60, "Harbour Dues Fund", BOLD)
    y = 100.0
    if painted_head:
        sheet.fills.append(Fill(40, y - 3, 430, y + 13, HEAD))
    sheet.write(42, y, NAMES[0], BOLD)
    for end, name in zip(ENDS, NAMES[1:], strict=True):
        sheet.write(end - 4.6 * len(name), y, name, BOLD)
    y += 16 + gap
    for group, lines in GROUPS:
        if bands:
            sheet.fills.append(Fill(40, y - 3, 430, y + 11, BAND))
        sheet.write(42, y, group, BOLD)
        y += 14
        for line in (*lines, (f"Total {group.lower()}", "9,999", "5,555", "4,444")):
            is_sum = line[0].startswith("Total")
            if is_sum:
                sheet.fills.append(Fill(40, y - 3, 430, y + 11, SUM))
                sheet.rules.append(Rule(40, y - 3, 430, y - 3))
            sheet.write(42, y, line[0], BOLD if is_sum else PLAIN)
            for end, figure in zip(ENDS, line[1:], strict=True):
                sheet.write(end - 4.6 * len(figure), y, figure, BOLD if is_sum else PLAIN)
            y += 14
    sheet.rules.append(Rule(40, y - 3, 430, y - 3))
    return sheet


@pytest.mark.parametrize("painted_head", [True, False])
@pytest.mark.parametrize("gap", [0.0, 3.0])
def test_rows_above_the_first_total_and_below_the_last_are_of_its_table(painted_head: bool, gap: float) -> None:
    (table,) = read_page_tables(ledger(bands=True, painted_head=painted_head, gap=gap).page)
    read = texts(table)
    assert read[0] == list(NAMES)
    assert [row[0] for row in read[1:]] == [
        "QUAYS",
        "Dredging",
        "Lamps",
        "Buoys",
        "Total quays",
        "YARDS",
        "Cranes",
        "Stores",
        "Total yards",
    ]
    assert table.row(2)[2].header == ("Spent",)


def test_a_text_on_a_stripe_over_the_table_is_one_cell_over_all_columns() -> None:
    (table,) = read_page_tables(ledger(bands=True, painted_head=True).page)
    spans = {c.text: c.column_span for c in table.cells if c.column == 0}
    assert (spans["QUAYS"], spans["YARDS"]) == (4, 4)
    assert (spans["Dredging"], spans["Total quays"]) == (1, 1)


def test_a_label_without_figures_on_the_paint_of_every_other_row_is_no_band() -> None:
    sheet = Sheet()
    for n, (label, *figures) in enumerate((NAMES, *GROUPS[0][1], ("Moorings", "", "", ""), *GROUPS[1][1])):
        y = 100 + 14.0 * n
        if n % 2 == 0:
            sheet.fills.append(Fill(40, y - 3, 430, y + 11, BAND))
        sheet.write(42, y, label, BOLD if n == 0 else PLAIN)
        for end, figure in zip(ENDS, figures, strict=True):
            if figure:
                sheet.write(end - 4.6 * len(figure), y, figure, BOLD if n == 0 else PLAIN)
    (table,) = read_page_tables(sheet.page)
    assert next(c for c in table.cells if c.text == "Moorings").column_span == 1


def test_figures_of_other_columns_above_a_ruled_table_are_none_of_its_rows() -> None:
    sheet = ledger(bands=False, painted_head=False)
    count = max(len(texts(t)) for t in read_page_tables(sheet.page))
    sheet.write(42, 72, "Berths let")
    sheet.write(300, 72, "212")
    sheet.write(372, 72, "198")
    assert max(len(texts(t)) for t in read_page_tables(sheet.page)) == count


def test_plain_titles_of_groups_under_headings_in_two_rows_are_of_the_table() -> None:
    sheet = Sheet()
    sheet.write(150, 60, "Statement of the Harbour Fund", BOLD)
    for middle, name in ((262, "2031"), (380, "2030")):
        sheet.write(middle - 10, 86, name, BOLD)
    for end, name in zip(ENDS, ("Voted", "Spent", "Spent"), strict=True):
        sheet.write(end - 4.6 * len(name), 99, name, BOLD)
    for n, (label, *figures) in enumerate(
        (("Income", "", "", ""), *GROUPS[0][1], ("Total income", "1", "2", "3"), ("Surplus", "4", "5", "6"))
    ):
        y = 118 + 14.0 * n
        sheet.write(42 if not figures[0] or n > 3 else 52, y, label, BOLD if not figures[0] or n > 3 else PLAIN)
        for end, figure in zip(ENDS, figures, strict=True):
            sheet.write(end - 4.6 * len(figure), y, figure, BOLD if n > 3 else PLAIN)
        if n > 3:
            sheet.rules.append(Rule(40, y - 2, 430, y - 2))
    sheet.rules.append(Rule(40, y + 12, 430, y + 12))
    (table,) = read_page_tables(sheet.page)
    assert [c.text for c in table.row(0) if c.text] == ["2031", "2030"]
    assert [row[0] for row in texts(table)[2:]] == ["Income", "Dredging", "Lamps", "Buoys", "Total income", "Surplus"]
