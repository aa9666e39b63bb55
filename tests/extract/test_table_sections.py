"""Tables of minutes with titles of sections painted across: under the headings, between the rows, and at a page's foot."""

from __future__ import annotations

from itertools import pairwise

from extract.table import read_page_tables, read_tables
from models.page import Fill, Rule
from tests.extract.sheet import BOLD, Sheet, texts

LEFT, RIGHT = 40.0, 560.0
EDGES = (LEFT, 94.0, 470.0, RIGHT)
HEADS = ("Item", "Discussion", "Action by")
HEAD, SECTION = "#1f3864", "#d9e2f3"
Row = tuple[str, int, str] | str  # number, lines of text and owner; or the title of a section


def minutes(*rows: Row, number: int = 1, open_end: bool = False, strips: bool = True) -> Sheet:
    """A page of minutes: painted headings, level rules between the rows, titles of sections on a stripe of colour."""
    sheet = Sheet(number)
    top = 60.0
    if strips:
        sheet.fills += [Fill(a, top, b, top + 18, HEAD) for a, b in pairwise(EDGES)]
    sheet.rules.append(Rule(LEFT, top, RIGHT, top))
    for x, text in zip(EDGES, HEADS, strict=False):
        sheet.write(x + 4, top + 4, text, BOLD)
    top += 18
    for place, row in enumerate(rows):
        sheet.rules.append(Rule(LEFT, top, RIGHT, top))
        if isinstance(row, str):
            sheet.fills.append(Fill(LEFT, top, RIGHT, top + 18, SECTION))
            sheet.write(LEFT + 4, top + 4, row, BOLD)
            top += 18
            continue
        ref, lines, who = row
        sheet.write(EDGES[0] + 4, top + 4, ref)
        sheet.write(EDGES[2] + 4, top + 4, who)
        for line in range(lines):
            sheet.write(EDGES[1] + 4, top + 4 + 12 * line, f"line {line} of what was said of the tides that spring")
        top += 12 * lines + 8
        if open_end and place == len(rows) - 1:
            return sheet
    sheet.rules.append(Rule(LEFT, top, RIGHT, top))
    return sheet


def first_cells(sheet: Sheet) -> list[tuple[str, int]]:
    (table,) = read_page_tables(sheet.page)
    return [(c.text, c.column_span) for c in table.cells if c.column == 0]


def test_the_title_of_a_section_right_under_the_headings_is_one_cell_and_no_heading() -> None:
    title = "ENGINEERING MATTERS"  # its second word happens to begin where the texts of the second column do
    sheet = minutes(title, ("1", 9, "AB"), ("2", 3, ""), "LIGHTS", ("3", 4, "CD"))
    (table,) = read_page_tables(sheet.page)
    assert (table.heading_rows, table.bands) == (1, (1, 4))
    assert [c.text for c in table.row(1)] == [title]


def test_a_title_on_colour_under_headings_that_are_on_none_is_no_second_row_of_headings() -> None:
    sheet = minutes("PIER", ("1", 3, "AB"), ("2", 3, ""), "LIGHTS", ("3", 4, "CD"), strips=False)
    assert first_cells(sheet) == [("Item", 1), ("PIER", 3), ("1", 1), ("2", 1), ("LIGHTS", 3), ("3", 1)]


def test_a_table_goes_on_below_a_row_that_is_higher_than_colours_reach() -> None:
    sheet = minutes("PIER", ("1", 3, "AB"), ("2", 2, ""), ("3", 12, "CD"), "LIGHTS", ("4", 3, ""))
    assert [text for text, _ in first_cells(sheet)] == ["Item", "PIER", "1", "2", "3", "LIGHTS", "4"]


def test_the_title_of_a_section_at_the_foot_of_a_page_stays_with_its_table() -> None:
    first = minutes("PIER", ("1", 12, "AB"), ("2", 12, ""), ("3", 24, ""), "LIGHTS")
    second = minutes(("4", 12, "CD"), ("5", 6, ""), number=2)
    (table,) = read_tables([first.page, second.page])
    assert [row[0] for row in texts(table)] == ["Item", "PIER", "1", "2", "3", "LIGHTS", "4", "5"]
    assert "".join(c.text for c in table.cells if c.row == 6 and c.column == 2) == "CD"


def test_a_title_and_the_row_below_it_that_the_page_cuts_are_two_rows() -> None:
    first = minutes("PIER", ("1", 12, "AB"), ("2", 12, ""), ("3", 24, ""), "LIGHTS", ("4", 1, "CD"), open_end=True)
    assert [text for text, _ in first_cells(first)][-2:] == ["LIGHTS", "4"]


def test_headings_printed_again_are_known_whichever_way_each_page_was_read() -> None:
    first = minutes("PIER", ("1", 12, "AB"), ("2", 12, ""), ("3", 26, ""))
    second = minutes(("4", 2, "CD"), "LIGHTS", ("5", 3, ""), ("6", 2, "AB"), number=2)  # colours draw its columns
    (table,) = read_tables([first.page, second.page])
    assert [row[0] for row in texts(table)] == ["Item", "PIER", "1", "2", "3", "4", "LIGHTS", "5", "6"]
    assert {c.header for c in table.cells if c.column == 2 and c.text and c.row > 1} == {("Action by",)}
