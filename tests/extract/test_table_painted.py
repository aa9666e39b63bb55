"""Tables without rules whose rows are told by shading: every other row, of several lines each, under painted headings."""

from __future__ import annotations

from itertools import pairwise

from extract.table import read_page_tables
from models.page import Fill, Rule
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


def white_grid(*, painted: bool) -> Sheet:
    """A grid of white rules; where its headings are painted, they show there, and nowhere below."""
    sheet = Sheet()
    xs, ys = (40.0, 100.0, 280.0, 500.0, 560.0), (100.0, 120.0, 146.0, 172.0, 198.0)
    if painted:
        sheet.fills += [Fill(a, 100, b, 120, DARK) for a, b in pairwise(xs)]
    sheet.rules += [Rule(40, y, 560, y, 1.5, "#ffffff") for y in ys]
    sheet.rules += [Rule(x, 100, x, 198, 1.5, "#ffffff") for x in xs]
    for x, text in zip(xs, ("No.", "Who", "What is done", "Day"), strict=False):
        sheet.write(x + 4, 104, text, BOLD)
    for number, y in enumerate(ys[1:-1]):
        sheet.write(44, y + 8, f"K{number}")
        sheet.write(104, y + 2, "The keeper and whoever is")
        sheet.write(104, y + 14, "awake at that hour" if number != 1 else "in")
        sheet.write(284, y + 8, "Oil is brought up")
    return sheet


def test_white_rules_between_painted_headings_go_on_where_they_cannot_be_seen() -> None:
    (table,) = read_page_tables(white_grid(painted=True).page)
    assert (table.rows, table.columns) == (4, 4)
    assert [c.text for c in table.cells if c.column == 1][2] == "The keeper and whoever is in"
    assert all(c.row_span == c.column_span == 1 for c in table.cells)


def test_white_rules_on_bare_paper_are_not_seen() -> None:
    tables = read_page_tables(white_grid(painted=False).page)
    assert not any(t.method == "lattice" for t in tables)


def test_cells_of_one_colour_below_each_other_do_not_hide_where_a_row_ends() -> None:
    sheet = shaded()
    for fill in [f for f in sheet.fills if f.colour == SHADE]:
        sheet.fills.remove(fill)
        sheet.fills.append(Fill(fill.x0, fill.top, 494, fill.bottom, SHADE))
    for number in range(len(ROWS)):
        sheet.fills.append(Fill(494, 120 + 30 * number, RIGHT, 150 + 30 * number, "#ffc000"))
    (table,) = read_page_tables(sheet.page)
    assert [c.text for c in table.cells if c.column == 0] == ["No.", "K1", "K2", "K3", "K4"]


def test_a_column_of_colours_beside_a_list_is_no_table_of_one_row() -> None:
    """Headings on one stripe and a status column: the rows between are told by their words, not by the colours that touch."""
    sheet = shaded(first=9)
    sheet.words = [w for w in sheet.words if w.x0 < 500 or w.top < 118]
    for number, colour in enumerate(("#c00000", "#c00000", "#92d050", "#ffc000")):
        sheet.fills.append(Fill(494, 120 + 30 * number, RIGHT, 150 + 30 * number, colour))
    (table,) = read_page_tables(sheet.page)
    assert [c.text for c in table.cells if c.column == 0] == ["No.", "K1", "K2", "K3", "K4"]


def test_painted_cells_without_words_are_a_column_under_their_heading() -> None:
    sheet = shaded(first=9)
    sheet.words = [w for w in sheet.words if w.x0 < 500 or w.top < 118]
    colours = ["#c00000", "#00b050", "#ffc000", "#00b050"]
    for number, colour in enumerate(colours):
        sheet.fills.append(Fill(494, 120 + 30 * number, RIGHT, 150 + 30 * number, colour))
    (table,) = read_page_tables(sheet.page)
    assert [c.fill for c in table.cells if c.column == table.columns - 1][1:] == colours
    assert [c.header for c in table.cells if c.column == table.columns - 1][-1] == ("Day",)


FAINT = "#f6f6f6"


def two_rows(entries: int, top: float = 150.0, *, sheet: Sheet | None = None) -> Sheet:
    """Entries with a second row on a faint stripe across the table, a rule below it, under headings and a title on colours."""
    sheet = sheet or Sheet()
    xs = (44.0, 100.0, 280.0, 500.0)
    sheet.fills += [Fill(LEFT, top - 40, RIGHT, top - 20, DARK), Fill(LEFT, top - 20, RIGHT, top, SHADE)]
    sheet.rules += [Rule(LEFT, top - 20, RIGHT, top - 20), Rule(LEFT, top, RIGHT, top)]
    sheet.write(44, top - 35, "Council of the light 4 May", BOLD)
    for x, text in zip(xs, ("No.", "Who", "What is done", "Day"), strict=True):
        sheet.write(x, top - 15, text, BOLD)
    for number, (ref, who, what, day) in enumerate(ROWS[:entries]):
        y = top + 50 * number
        sheet.fills.append(Fill(LEFT, y + 30, RIGHT, y + 50, FAINT))
        sheet.rules.append(Rule(LEFT, y + 50, RIGHT, y + 50))
        for x, text in zip(xs, (ref, who, what, day), strict=True):
            sheet.write(x, y + 4, text)
        sheet.write(100, y + 15, "western sound")
        sheet.write(280, y + 15, "before the tide")
        sheet.write(
            100, y + 35, "Update: it was done in the week before and will be again" if number != 1 else "Update:"
        )
    return sheet


def test_entries_may_have_a_second_row_across_the_table_on_a_stripe_of_its_own() -> None:
    (table,) = read_page_tables(two_rows(3).page)
    assert (table.rows, table.columns) == (8, 4)
    across = [(c.row, c.text) for c in table.cells if c.column_span == 4]
    told = "Update: it was done in the week before and will be again"
    assert across == [(0, "Council of the light 4 May"), (3, told), (5, "Update:"), (7, told)]
    assert next(c.text for c in table.cells if (c.row, c.column) == (2, 1)) == "The keeper of the light western sound"


def test_a_list_of_one_entry_of_two_rows_below_another_is_a_table_too() -> None:
    tables = read_page_tables(two_rows(1, top=450, sheet=two_rows(3)).page)
    assert [(t.rows, t.columns) for t in tables] == [(8, 4), (4, 4)]
