"""Tables whose columns only coloured headings divide, whose rows alternate in colour, and what stands under drawn headings."""

from __future__ import annotations

from itertools import pairwise

from extract.table import read_page_tables
from models.page import Fill, Rule, Shape
from tests.extract.sheet import BOLD, PLAIN, Sheet, texts

COLUMNS = (50, 200, 270, 340, 410)
HEADS = ("Measure", "Lead", "May", "June")
ROWS = (
    ("Falls on the ward", "CNO", "3", "5"),
    ("Calls answered", "COO", "91%", "88%"),
    ("Letters sent late", "CFO", "12", "7"),
)


def heading(sheet: Sheet, gap: float = 0.0) -> None:
    for n, name in enumerate(HEADS):
        sheet.fills.append(Fill(COLUMNS[n], 100, COLUMNS[n + 1] - gap, 118, "#005eb8"))
        sheet.write(COLUMNS[n] + 5, 104, name, BOLD)


def body(sheet: Sheet) -> None:
    for n, row in enumerate(ROWS):
        for x, text in zip(COLUMNS, row, strict=False):
            sheet.write(x + 5, 123 + 20 * n, text)


def test_columns_of_coloured_headings_go_on_over_level_rules() -> None:
    for gap in (0.0, 2.0):
        sheet = Sheet()
        heading(sheet, gap)
        body(sheet)
        sheet.rules += [Rule(50, y, 410 - gap, y, 0.5, "#aebdc6") for y in (138, 158, 178)]
        (table,) = read_page_tables(sheet.page)
        assert texts(table) == [list(HEADS), *map(list, ROWS)]
        assert table.heading_rows == 1


def test_every_other_row_coloured_is_a_grid_with_its_last_row() -> None:
    sheet = Sheet()
    heading(sheet)
    body(sheet)
    for n in range(4):
        sheet.fills.append(Fill(COLUMNS[n], 138, COLUMNS[n + 1], 158, "#eaf1f8"))
    (table,) = read_page_tables(sheet.page)
    assert texts(table) == [list(HEADS), *map(list, ROWS)]


def test_rows_stand_under_headings_without_any_rule() -> None:
    sheet = Sheet()
    heading(sheet)
    body(sheet)
    sheet.write(
        50, 205, "The measures are those that the board chose last spring, and this is running text below them."
    )
    (table,) = read_page_tables(sheet.page)
    assert texts(table) == [list(HEADS), *map(list, ROWS)]


def test_a_band_of_one_colour_over_all_columns_stays_one_cell() -> None:
    sheet = Sheet()
    heading(sheet)
    sheet.fills.append(Fill(50, 118, 410, 138, "#cfd5ea"))
    sheet.write(55, 123, "Safe")
    for n, row in enumerate(ROWS):
        for k, text in enumerate(row):
            sheet.fills.append(
                Fill(COLUMNS[k], 138 + 20 * n, COLUMNS[k + 1], 158 + 20 * n, ("#e9ebf5", "#dddddd", "#e9ebf5")[n])
            )
            sheet.write(COLUMNS[k] + 5, 143 + 20 * n, text)
    (table,) = read_page_tables(sheet.page)
    assert table.bands == (1,)
    assert [c.text for c in table.row(3)] == list(ROWS[1])


def test_columns_that_only_ruled_headings_divide_are_told_by_the_words_below() -> None:
    sheet = Sheet()
    for n, name in enumerate(HEADS):
        sheet.box(COLUMNS[n], 100, COLUMNS[n + 1], 118)
        sheet.write(COLUMNS[n] + 5, 104, name, BOLD)
    body(sheet)
    for y in (138, 158, 178):
        sheet.rules.append(Rule(50, y, 410, y))
    sheet.rules += [Rule(50, 118, 50, 178), Rule(410, 118, 410, 178)]
    (table,) = read_page_tables(sheet.page)
    assert texts(table) == [list(HEADS), *map(list, ROWS)]


def test_cells_merged_under_divided_headings_stay_merged() -> None:
    sheet = Sheet()
    for n, name in enumerate(HEADS):
        sheet.box(COLUMNS[n], 100, COLUMNS[n + 1], 118)
        sheet.write(COLUMNS[n] + 5, 104, name, BOLD)
    for n in range(3):
        sheet.box(50, 118 + 20 * n, 200, 138 + 20 * n)
        sheet.box(200, 118 + 20 * n, 410, 138 + 20 * n)
        sheet.write(55, 123 + 20 * n, ROWS[n][0])
        sheet.write(205, 123 + 20 * n, "not yet measured in this year")
    (table,) = read_page_tables(sheet.page)
    assert [(c.column, c.column_span) for c in table.row(2)] == [(0, 1), (1, 3)]


def test_wrapped_cells_without_rules_are_rows_by_the_white_between_them() -> None:
    sheet = Sheet()
    for x, name in ((50, "Ref"), (110, "Date"), (200, "Action"), (420, "Owner")):
        sheet.write(x, 100, name, BOLD)
    sheet.rules.append(Rule(48, 113, 480, 113))
    lines = (
        (120, "A1", "4 March", "Publish the register of gifts", "Rao"),
        (131, "", "2024", "on the website", ""),
        (150, "A2", "9 May", "Bring a paper on the estate", "Holt"),
        (161, "", "2024", "", ""),
        (180, "A3", "9 May", "Ask the auditors whether they agree", "Carver"),
        (191, "", "2024", "with the wording of the note", ""),
    )
    for y, *parts in lines:
        for x, part in zip((50, 110, 200, 420), parts, strict=True):
            sheet.write(x, y, part)
    (table,) = read_page_tables(sheet.page)
    assert texts(table)[1:] == [
        ["A1", "4 March 2024", "Publish the register of gifts on the website", "Rao"],
        ["A2", "9 May 2024", "Bring a paper on the estate", "Holt"],
        ["A3", "9 May 2024", "Ask the auditors whether they agree with the wording of the note", "Carver"],
    ]


def test_trend_lines_in_cells_are_no_plot() -> None:
    sheet = Sheet()
    heading(sheet)
    body(sheet)
    sheet.rules += [Rule(50, y, 410, y, 0.5, "#aebdc6") for y in (138, 158, 178)]
    sheet.rules += [Rule(270, 118, 270, 178)]
    for n in range(3):
        points = ((345.0, 132.0 + 20 * n), (360.0, 124.0 + 20 * n), (372.0, 130.0 + 20 * n), (385.0, 122.0 + 20 * n))
        sheet.shapes.append(Shape(345, 122 + 20 * n, 385, 132 + 20 * n, points, False, None, "#425563"))
    (table,) = read_page_tables(sheet.page)
    assert texts(table) == [list(HEADS), *map(list, ROWS)]


def test_a_painted_status_column_does_not_make_the_ruled_rows_beside_it_one() -> None:
    sheet = Sheet()
    heading(sheet)
    body(sheet)
    sheet.rules += [Rule(50, y, 410, y, 0.5, "#aebdc6") for y in (138, 158, 178)]
    for n, colour in enumerate(("#92d050", "#ffc000", "#ff0000")):
        sheet.fills.append(Fill(340, 118.5 + 20 * n, 410, 137.5 + 20 * n, colour))
    (table,) = read_page_tables(sheet.page)
    assert texts(table) == [list(HEADS), *map(list, ROWS)]
    assert [table.at(r, 3).fill for r in (1, 2, 3)] == ["#92d050", "#ffc000", "#ff0000"]  # type: ignore[union-attr]


def test_colour_behind_a_line_of_text_is_no_cell_of_its_own() -> None:
    sheet = Sheet()
    heading(sheet)
    for n in range(3):  # a label over two rows of figures, its first line coloured as the figures' lines are
        top = 120 + 40 * n
        sheet.rules += [Rule(COLUMNS[0], top, COLUMNS[-1], top, 0.5, "#000000")]
        sheet.rules += [Rule(COLUMNS[1], top + 20, COLUMNS[-1], top + 20, 0.5, "#000000")]
        sheet.fills.append(Fill(COLUMNS[0] + 1, top + 1, COLUMNS[1] - 0.5, top + 39, "#e0e0e0"))
        sheet.fills.append(Fill(COLUMNS[0] + 2, top + 3, COLUMNS[1] - 1.5, top + 14, "#e0e0e0"))
        sheet.write(COLUMNS[0] + 5, top + 4, f"Condition {n}")
        for row in (0, 1):
            for x0, x1 in pairwise(COLUMNS[1:]):
                sheet.fills.append(Fill(x0 + 0.5, top + 20 * row + 1, x1 - 0.5, top + 20 * row + 19, "#f3f3f3"))
                sheet.fills.append(Fill(x0 + 1.5, top + 20 * row + 3, x1 - 1.5, top + 20 * row + 14, "#f3f3f3"))
                sheet.write(x0 + 5, top + 20 * row + 4, f"{n}{row}")
    sheet.rules += [Rule(COLUMNS[0], 240, COLUMNS[-1], 240, 0.5, "#000000")]
    sheet.rules += [Rule(x, 100, x, 240, 0.5, "#000000") for x in COLUMNS]
    (table,) = read_page_tables(sheet.page)
    assert [(c.text, c.last_row - c.row) for c in table.cells if c.text.startswith("Condition")] == [
        (f"Condition {n}", 1) for n in range(3)
    ]


def test_the_headings_of_the_next_table_end_the_rows_of_one_striped_like_it() -> None:
    sheet = Sheet()
    for top, xs in ((100, COLUMNS), (220, (50, 185, 262, 338, 410))):
        sheet.write(50, top - 16, "Theatres" if top == 220 else "Wards", BOLD)
        for n, name in enumerate(HEADS):
            sheet.fills.append(Fill(xs[n], top, xs[n + 1], top + 18, "#005eb8"))
            sheet.fills.append(Fill(xs[n], top + 38, xs[n + 1], top + 58, "#eaf1f8"))
            sheet.write(xs[n] + 5, top + 4, name, BOLD)
        for n, row in enumerate(ROWS):
            for x, text in zip(xs, row, strict=False):
                sheet.write(x + 5, top + 23 + 20 * n, text)
    one, two = read_page_tables(sheet.page)
    assert texts(one) == texts(two) == [list(HEADS), *map(list, ROWS)]
    assert one.heading_rows == two.heading_rows == 1


def test_a_small_table_with_painted_headings_stands_between_two_forms_of_level_rules() -> None:
    sheet = Sheet()
    top = 60.0
    for ref in ("R1", "R2", "R3"):
        for label, text in (
            ("Ref", ref),
            ("Risk", "The pier gives way"),
            ("Owner", "Harbour master"),
            ("Trend", "Rising"),
        ):
            sheet.rules.append(Rule(40, top, 560, top))
            sheet.fills.append(Fill(40, top, 160, top + 16, "#f2f2f2"))
            sheet.write(46, top + 3, label, BOLD)
            sheet.write(170, top + 3, text)
            top += 16
        sheet.rules.append(Rule(40, top, 560, top))
        top += 6
        sheet.rules += [Rule(40, y, 560, y) for y in (top, top + 16, top + 32)]
        for (x0, x1), name in zip(
            ((40, 150), (150, 300), (300, 430), (430, 560)), ("", "Likelihood", "Impact", "Score"), strict=True
        ):
            sheet.fills.append(Fill(x0, top, x1, top + 16, "#f2f2f2"))
            sheet.write(x0 + 6, top + 3, name, BOLD)
        sheet.fills.append(Fill(40, top + 16, 150, top + 32, "#f2f2f2"))
        for x, cell in ((46, "Assessment"), (156, "4"), (306, "3"), (436, "12")):
            sheet.write(x, top + 19, cell, BOLD if x == 46 else PLAIN)
        top += 46
    tables = read_page_tables(sheet.page)
    assert [t.columns for t in tables] == [2, 4] * 3
    assert texts(tables[1]) == [["", "Likelihood", "Impact", "Score"], ["Assessment", "4", "3", "12"]]
    assert texts(tables[4])[0] == ["Ref", "R3"]


def test_coloured_headings_that_come_again_are_a_row_of_the_one_table() -> None:
    sheet = Sheet()
    lines = [
        ("Members", "Representing"), ("Ann Reed", "North Ward"), ("Tom Lee", "Quayside"), ("Ada Finch", "Long Reach"),
        ("Ross Till", "The Bar"), ("Lena Holt", "Saltings"), ("Max Orr", "Sand End"),
        ("Co-opted", "Representing"), ("Ida Penn", "Ferry Users"), ("Col Bell", "Anglers"),
    ]  # fmt: skip
    for n, cells in enumerate(lines):
        top = 100 + 20 * n
        for (x0, x1), cell in zip(((50, 230), (230, 410)), cells, strict=True):
            sheet.write(x0 + 5, top + 5, cell)
            if cells[1] == "Representing":
                sheet.fills.append(Fill(x0, top + 0.5, x1, top + 20, "#00305e"))
        if cells[1] != "Representing":
            sheet.rules.append(Rule(50, top + 20, 410, top + 20, 0.7, "#c8d3de"))
    (table,) = read_page_tables(sheet.page)
    assert texts(table) == list(map(list, lines))
