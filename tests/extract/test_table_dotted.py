"""Tables with rules below their rows alone: one under the other, and with a column of dots that no word shares."""

from __future__ import annotations

from extract.table import read_page_tables
from models.page import Fill, Font, Rule
from models.table import Table
from tests.extract.sheet import BOLD, PLAIN, Sheet, texts

LARGE = Font("Helvetica-Bold", 14.0, bold=True)
ROWS = (("Boats moored", "81", "85"), ("Nets mended", "12", "10"), ("Quays swept", "40", "45"))
BADGED = (
    ("Code", "Measure", "Now", "Status"),
    ("A1", "Boats moored", "81", "On target"),
    ("A2", "Nets mended", "12", "Off target"),
    ("A3", "Quays swept", "40", "Close"),
)
COLOURS = ("#c8102e", "#3a9d23", "#f5a300")


def dashboard(sheet: Sheet, top: float, *, dots: bool = True, touching: bool = False) -> None:
    """Headings with a rule below them, three rows with a rule below each; dots right of the figures."""
    for right, name in ((250, "Actual"), (330, "Target"), *(((430, "How it goes"),) if dots else ())):
        sheet.write(right - 4.6 * len(name), top, name, BOLD)
    sheet.write(50, top, "Measure", BOLD)
    sheet.rules.append(Rule(48, top + 13, 432, top + 13))
    for n, (name, *figures) in enumerate(ROWS):
        y = top + 17 + 18 * n
        sheet.write(50, y, name)
        for right, figure in zip((250, 330), figures, strict=True):
            sheet.write(right - 4.6 * len(figure), y, figure)
        if dots and touching:
            sheet.fills.append(Fill(412, y - 4, 430, y + 14, COLOURS[n]))
        elif dots:
            sheet.fills.append(Fill(418, y, 428, y + 10, COLOURS[n]))
        sheet.rules.append(Rule(48, y + 14, 432, y + 14))


def read(sheet: Sheet) -> list[Table]:
    return list(read_page_tables(sheet.page))


def test_a_column_of_dots_alone_is_a_column_with_its_heading() -> None:
    sheet = Sheet()
    dashboard(sheet, 100)
    (table,) = read(sheet)
    assert texts(table)[0] == ["Measure", "Actual", "Target", "How it goes"]
    assert [row[:3] for row in texts(table)[1:]] == [list(row) for row in ROWS]
    assert all(row[3] == "" for row in texts(table)[1:])


def test_painted_cells_that_touch_are_no_dots() -> None:
    sheet = Sheet()
    dashboard(sheet, 100, touching=True)
    sheet.words = [w for w in sheet.words if w.x0 < 340]
    assert all(table.columns == 3 for table in read(sheet) if table.method == "text")


def test_a_title_between_two_such_tables_parts_them() -> None:
    sheet = Sheet()
    dashboard(sheet, 100)
    sheet.write(50, 190, "The north quay", LARGE)
    dashboard(sheet, 220)
    first, second = read(sheet)
    assert texts(first) == texts(second)
    assert texts(first)[0] == ["Measure", "Actual", "Target", "How it goes"]


def test_a_caption_between_two_such_tables_parts_them() -> None:
    sheet = Sheet()
    dashboard(sheet, 100, dots=False)
    sheet.write(50, 184, "Table 2: The north quay")
    dashboard(sheet, 204, dots=False)
    found = read(sheet)
    assert [texts(t)[0] for t in found] == [["Measure", "Actual", "Target"]] * 2
    assert [t.rows for t in found] == [4, 4]


def test_a_title_parts_ruled_rows_with_words_in_badges() -> None:
    sheet = Sheet()
    for top in (100, 220):
        for n, texts_of_row in enumerate(BADGED):
            y = top + 18 * n
            for x, text in zip((50, 100, 250, 300), texts_of_row, strict=True):
                sheet.write(x, y, text, BOLD if n == 0 else PLAIN)
            if n:
                sheet.fills.append(Fill(296, y - 1, 304 + 5.2 * len(texts_of_row[3]), y + 11, COLOURS[n - 1]))
            sheet.rules.append(Rule(48, y + 13, 432, y + 13))
    sheet.write(50, 190, "The north quay", LARGE)
    first, second = read(sheet)
    assert texts(first) == texts(second)
    assert texts(first)[0] == ["Code", "Measure", "Now", "Status"]
    assert texts(first)[2] == ["A2", "Nets mended", "12", "Off target"]
