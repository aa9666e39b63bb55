"""Ruled and coloured tables: spans, open sides, fills, marks, and what is no table."""

from __future__ import annotations

import pytest

from extract.table import read_page_tables
from extract.tables.fills import Canvas
from models.geometry import Box
from models.page import Fill, Page, Rule, Shape, Word
from tests.extract.sheet import BOLD, PLAIN, Sheet, texts


def two_by_two(sheet: Sheet) -> None:
    for x in (50, 150):
        for y in (100, 130):
            sheet.box(x, y, x + 100, y + 30)
    sheet.write(55, 110, "Harbour")
    sheet.write(155, 110, "Open")
    sheet.write(55, 140, "Bridge")
    sheet.write(155, 140, "Shut")


def test_a_box_around_prose_is_no_table() -> None:
    sheet = Sheet()
    sheet.box(50, 100, 400, 200)
    for line in range(4):
        sheet.write(60, 110 + 14 * line, "words of a paragraph that runs over several lines in a box")
    assert read_page_tables(sheet.page) == ()


def test_a_grid_has_cells_with_boxes() -> None:
    sheet = Sheet()
    two_by_two(sheet)
    (table,) = read_page_tables(sheet.page)
    assert texts(table) == [["Harbour", "Open"], ["Bridge", "Shut"]]
    assert table.cells[1].boxes == ((1, Box(150, 100, 250, 130)),)
    assert table.method == "lattice"
    assert table.confidence > 0.95


def test_a_cell_is_as_tall_as_its_rules_say() -> None:
    sheet = Sheet()
    sheet.box(50, 100, 150, 160)
    sheet.box(150, 100, 250, 130)
    sheet.box(150, 130, 250, 160)
    sheet.write(55, 110, "Harbour")
    sheet.write(155, 110, "Open")
    sheet.write(155, 140, "Shut")
    (table,) = read_page_tables(sheet.page)
    assert [(c.row, c.column, c.row_span, c.column_span) for c in table.cells] == [
        (0, 0, 2, 1),
        (0, 1, 1, 1),
        (1, 1, 1, 1),
    ]
    at = table.at(1, 0)
    assert at is not None
    assert at.text == "Harbour"


def test_the_borders_of_two_tables_that_touch_are_a_line() -> None:
    sheet = Sheet()
    for y0, y1 in ((100, 120), (120, 140), (140.75, 160), (160, 180)):
        sheet.rules += [Rule(50, y0, 350, y0, 0.75, "#99aaaa"), Rule(50, y1, 350, y1, 0.75, "#99aaaa")]
    sheet.rules += [Rule(x, 100, x, 180, 0.75, "#99aaaa") for x in (50, 350)]
    sheet.rules += [Rule(150, 100, 150, 140, 0.75, "#99aaaa"), Rule(250, 140.75, 250, 180, 0.75, "#99aaaa")]
    rows = (("Quay", 160, "Open"), ("Lock", 160, "Shut"), ("Work", 260, "Lead"), ("Dredge", 260, "Poole"))
    for n, (label, x, value) in enumerate(rows):
        sheet.write(55, 105 + 20 * n, label)
        sheet.write(x, 105 + 20 * n, value)
    (table,) = read_page_tables(sheet.page)
    assert texts(table) == [list(row[::2]) for row in rows]


def test_a_colour_gradient_is_no_set_of_rules() -> None:
    sheet = Sheet()
    two_by_two(sheet)
    for step in range(15):
        sheet.rules.append(Rule(50, 101 + 2 * step, 150, 101 + 2 * step, 2.0, f"#{200 - 4 * step:02x}5a20"))
    (table,) = read_page_tables(sheet.page)
    assert (table.rows, table.columns) == (2, 2)
    assert table.cells[0].fill is not None


def test_rules_of_the_papers_own_colour_are_not_seen() -> None:
    sheet = Sheet()
    two_by_two(sheet)
    sheet.rules = [Rule(r.x0, r.top, r.x1, r.bottom, 1.0, "#ffffff") for r in sheet.rules]
    assert read_page_tables(sheet.page) == ()


def test_white_rules_part_coloured_cells() -> None:
    sheet = Sheet()
    two_by_two(sheet)
    sheet.rules = [Rule(r.x0, r.top, r.x1, r.bottom, 1.0, "#ffffff") for r in sheet.rules]
    sheet.fills = [Fill(50, 100, 250, 130, "#4472c4"), Fill(50, 130, 250, 160, "#cfd5ea")]
    (table,) = read_page_tables(sheet.page)
    assert [c.fill for c in table.cells] == ["#4472c4", "#4472c4", "#cfd5ea", "#cfd5ea"]


def test_a_fill_in_strips_is_the_cells_and_white_is_none() -> None:
    sheet = Sheet()
    two_by_two(sheet)
    sheet.fills = [Fill(50, 100 + 10 * n, 150, 110 + 10 * n, "#00b050") for n in range(3)]
    sheet.fills += [Fill(150, 100, 250, 130, "#ff0000"), Fill(151, 101, 249, 129, "#ffffff")]
    (table,) = read_page_tables(sheet.page)
    assert [c.fill for c in table.cells] == ["#00b050", None, None, None]


@pytest.mark.parametrize("off", [0.0, 0.25, 0.5, 0.75, 1.0, 1.25])
def test_a_rule_along_a_painted_band_of_about_its_colour_shows_wherever_it_stands(off: float) -> None:
    sheet, grey = Sheet(), "#bbbbbb"
    top, head, band, bottom = (y + off for y in (100, 120, 133, 153))
    sheet.rules = [Rule(50, y, 350, y, 0.75, grey) for y in (top, head, band, bottom)]
    sheet.rules += [Rule(x, top, x, bottom, 0.75, grey) for x in (50, 350)]
    sheet.rules += [Rule(x, y, x, end, 0.75, grey) for x in (150, 250) for y, end in ((top, head), (band, bottom))]
    sheet.fills = [Fill(50, head - 0.375, 350, band + 0.375, "#bfbfbf")]
    rows = [["Hazard", "Score", "Keeper"], ["Harbour"], ["Ice", "6", "Orr"]]
    for y, row in zip((top, head, band), rows, strict=True):
        for n, text in enumerate(row):
            sheet.write(55 + 100 * n, y + 2, text)
    (table,) = read_page_tables(sheet.page)
    assert texts(table) == rows


def test_the_topmost_fill_counts() -> None:
    page = Page(1, 600, 800, fills=(Fill(0, 0, 600, 800, "#eeeeee"), Fill(50, 50, 150, 80, "#ff0000")))
    canvas = Canvas(page)
    assert canvas.behind(Box(50, 50, 150, 80)) == "#ff0000"
    assert canvas.behind(Box(200, 50, 300, 80)) == "#eeeeee"


def test_a_dot_and_a_badge_colour_their_cell_and_a_mark_is_named() -> None:
    sheet = Sheet()
    two_by_two(sheet)
    dot = tuple(
        (170 + 5 * x, 115 + 5 * y)
        for x, y in ((1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7))
    )
    sheet.words = [w for w in sheet.words if w.text != "Open"]
    sheet.shapes.append(Shape(165, 110, 175, 120, dot, True, "#00703c", None))
    arrow = ((170, 136), (176, 142), (172, 142), (172, 150), (168, 150), (168, 142), (164, 142))
    sheet.words = [w for w in sheet.words if w.text != "Shut"]
    sheet.shapes.append(Shape(164, 136, 176, 150, arrow, False, "#000000", None))
    (table,) = read_page_tables(sheet.page)
    open_cell, arrow_cell = table.at(0, 1), table.at(1, 1)
    assert open_cell is not None
    assert arrow_cell is not None
    assert (open_cell.symbols, open_cell.fill) == (("circle",), "#00703c")
    assert (arrow_cell.symbols, arrow_cell.fill) == (("up",), None)


def test_a_dot_colours_its_cell_over_the_stripe_of_its_row() -> None:
    sheet = Sheet()
    for n in range(4):
        for y in (100, 130):
            sheet.box(50 + 60 * n, y, 110 + 60 * n, y + 30)
        sheet.write(55 + 60 * n, 110, "Quay" if n < 3 else "-")
        sheet.write(55 + 60 * n, 140, "Lamp")
        sheet.fills.append(Fill(50 + 60 * n, 100, 110 + 60 * n, 130, "#e2efda"))
    around = tuple(
        (257 + x, 114 + y) for x, y in ((-6, 0), (-4, -4), (0, -6), (4, -4), (6, 0), (4, 4), (0, 6), (-4, 4))
    )
    sheet.words = [w for w in sheet.words if w.text != "-"]
    sheet.shapes.append(Shape(251, 108, 263, 120, around, True, "#c00000", None))
    (table,) = read_page_tables(sheet.page)
    assert [c.fill for c in table.row(0)] == ["#e2efda", "#e2efda", "#e2efda", "#c00000"]


def test_a_word_across_a_rule_goes_where_most_of_it_is() -> None:
    sheet = Sheet()
    two_by_two(sheet)
    sheet.words.append(Word("overrun", 120, 110, 160, 120, 1, 99, PLAIN))
    (table,) = read_page_tables(sheet.page)
    assert texts(table)[0] == ["Harbour overrun", "Open"]


def test_turned_and_stacked_headings_are_words() -> None:
    sheet = Sheet()
    for n in range(3):
        sheet.box(50 + 60 * n, 100, 110 + 60 * n, 180)
        sheet.box(50 + 60 * n, 180, 110 + 60 * n, 200)
        sheet.write(55 + 60 * n, 185, str(n + 1))
    sheet.write(60, 110, "Likelihood", BOLD, turned=270)
    sheet.write(120, 110, "Impact", BOLD, turned=90)
    for n, letter in enumerate("RAG"):
        sheet.write(190, 110 + 12 * n, letter, BOLD)
    (table,) = read_page_tables(sheet.page)
    assert texts(table)[0] == ["Likelihood", "Impact", "RAG"]
    assert table.heading_rows == 1


def test_words_broken_by_a_narrow_cell_are_healed() -> None:
    sheet = Sheet()
    for n in range(2):
        sheet.box(50 + 40 * n, 100, 90 + 40 * n, 130)
        sheet.box(50 + 40 * n, 130, 90 + 40 * n, 150)
        sheet.write(53 + 40 * n, 135, "L")
    sheet.write(53, 103, "Likeli", BOLD)
    sheet.write(53, 115, "hood", BOLD)
    sheet.write(93, 103, "Risk", BOLD)
    sheet.write(93, 115, "owner", BOLD)
    (table,) = read_page_tables(sheet.page)
    assert texts(table)[0] == ["Likelihood", "Risk owner"]


def test_labels_without_rules_beside_ruled_rows_are_rows() -> None:
    sheet = Sheet()
    sheet.box(50, 100, 300, 120)
    sheet.box(50, 120, 200, 180)
    sheet.write(55, 105, "Service", BOLD)
    sheet.write(205, 105, "Cost", BOLD)
    sheet.rules.append(Rule(200, 100, 200, 120))
    for n, label in enumerate(("Libraries", "Parks", "Roads")):
        sheet.box(200, 120 + 20 * n, 300, 140 + 20 * n)
        sheet.write(55, 125 + 20 * n, label)
        sheet.write(205, 125 + 20 * n, str(n + 10))
    (table,) = read_page_tables(sheet.page)
    assert texts(table) == [["Service", "Cost"], ["Libraries", "10"], ["Parks", "11"], ["Roads", "12"]]


def _beside_ruled_rows(sheet: Sheet, height: float) -> None:
    """A cell as high as three ruled rows beside it."""
    sheet.box(50, 100, 150, 100 + 3 * height)
    for row in range(3):
        sheet.box(150, 100 + height * row, 300, 100 + height * (row + 1))
        sheet.write(155, 104 + height * row, f"Indicator {row + 1} of the quay")


def test_lines_of_one_text_are_no_rows_though_rows_are_ruled_beside_them() -> None:
    sheet = Sheet()
    _beside_ruled_rows(sheet, 13)
    for n, line in enumerate(("A quiet old", "Harbour of", "Nether Bay")):
        sheet.write(55, 106 + 11 * n, line)
    (table,) = read_page_tables(sheet.page)
    at = table.at(0, 0)
    assert at is not None
    assert (at.text, at.row_span) == ("A quiet old Harbour of Nether Bay", 3)


def test_labels_beside_ruled_rows_are_a_cell_each() -> None:
    sheet = Sheet()
    _beside_ruled_rows(sheet, 20)
    for n, line in enumerate(("Lighters", "Buoys", "Pilots")):
        sheet.write(55, 104 + 20 * n, line)
    (table,) = read_page_tables(sheet.page)
    assert [row[0] for row in texts(table)] == ["Lighters", "Buoys", "Pilots"]
