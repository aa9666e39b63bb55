"""Where a table between level rules ends: at text that begins at the margin, left of where its cells do."""

from __future__ import annotations

from extract.table import read_page_tables
from models.page import Rule
from tests.extract.sheet import BOLD, Sheet, texts

LEFT, RIGHT = 50, 450


def attendance_over_headings(margin: float) -> Sheet:
    """Those present between rules, and under them headings with rules of the same width over text."""
    sheet = Sheet()
    for at in (100, 120, 200, 250):
        sheet.rules.append(Rule(LEFT, at, RIGHT, at))
    for column, name in enumerate(("Name", "Role", "Attendance")):
        sheet.write(56 + 130 * column, 105, name, BOLD)
    for row, person in enumerate(("Ida Penn", "Tom Orr", "Sue Lake", "Abe Wren")):
        for column, text in enumerate((person, "Trustee", "Present")):
            sheet.write(56 + 130 * column, 125 + 18 * row, text)
    sheet.write(margin, 210, "Also there")
    sheet.write(margin, 235, "1. Budget", BOLD)
    sheet.write(margin, 260, "The budget was told of by Tom Orr.")
    return sheet


def test_text_at_the_margin_below_a_rule_is_no_row() -> None:
    (table,) = read_page_tables(attendance_over_headings(LEFT).page)
    assert texts(table)[-1] == ["Abe Wren", "Trustee", "Present"]


def test_a_text_as_far_in_as_the_cells_is_one() -> None:
    (table,) = read_page_tables(attendance_over_headings(56).page)
    assert "Also there" in [c.text for c in table.cells]
