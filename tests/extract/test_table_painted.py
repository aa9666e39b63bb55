"""Tables without rules whose rows are told by shading: every other row, of several lines each, under painted headings."""

from __future__ import annotations

from extract.table import read_page_tables
from models.page import Fill
from tests.extract.sheet import BOLD, Sheet

LEFT, RIGHT = 40.0, 560.0
SHADE, DARK = "#e8eef6", "#20405f"
ROWS = (
    ("K1", "The keeper of the light", "Oil is brought up the stair", "Mon"),
    ("K2", "The boat crew of the", "Oars and the second mast", "Tue"),
    ("K3", "Whoever is at home on", "Bread for the crew, and a", "Wed"),
    ("K4", "The harbour master or", "Ropes are gone over from", "Thu"),
)


def shaded(top: float = 120.0, *, bold: bool = False, first: int = 1) -> Sheet:
    """Rows of two lines, 30 points high, every other one shaded, under headings on a dark colour."""
    sheet = Sheet()
    sheet.fills.append(Fill(LEFT, top - 20, RIGHT, top, DARK))
    for x, text in zip((44, 100, 280, 500), ("No.", "Who", "What is done", "Day"), strict=True):
        sheet.write(x, top - 16, text, BOLD)
    for number, (ref, who, what, day) in enumerate(ROWS):
        y = top + 30 * number
        if number % 2 == first:
            sheet.fills.append(Fill(LEFT, y, RIGHT, y + 30, SHADE))
        sheet.write(44, y + 4, ref, *([BOLD] if bold else []))
        for x, text, more in ((100, who, "western sound"), (280, what, "before the tide")):
            sheet.write(x, y + 4, text)
            sheet.write(x, y + 15, more)
        sheet.write(500, y + 4, day)
    return sheet


def test_every_other_row_is_shaded() -> None:
    for first in (0, 1):
        (table,) = read_page_tables(shaded(first=first).page)
        assert (table.rows, table.columns, table.heading_rows) == (5, 4, 1)
        assert [c.text for c in table.cells if c.column == 0] == ["No.", "K1", "K2", "K3", "K4"]
        crew = next(c for c in table.cells if (c.row, c.column) == (2, 1))
        assert crew.text == "The boat crew of the western sound"
        assert crew.header == ("Who",)


def test_coloured_cells_beside_words_of_the_same_rows_are_part_of_a_table() -> None:
    """Where shading covers the right of a table alone, what stands at its left is of the same rows."""
    sheet = shaded()
    sheet.fills = [Fill(90, f.top, f.x1, f.bottom, f.colour) for f in sheet.fills]
    tables = read_page_tables(sheet.page)
    assert not any(t.columns == 3 and t.rows == 5 for t in tables)


def test_a_bold_row_on_the_shade_of_others_begins_no_table() -> None:
    sheet = shaded()
    sheet.words = [w for w in sheet.words if not 150 < w.top < 180]
    for x, text in ((44, "K2"), (100, "The boat crew")):
        sheet.write(x, 154, text, BOLD)
    (table,) = read_page_tables(sheet.page)
    assert [c.text for c in table.cells if c.column == 0] == ["No.", "K1", "K2", "K3", "K4"]
