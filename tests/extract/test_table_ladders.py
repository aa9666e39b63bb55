"""Tables whose rows are parted by level rules alone: rows of several lines, columns by white or by colours, bands, page ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extract.table import read_page_tables, read_tables
from extract.tables.fills import Canvas
from extract.tables.headed import first_line
from extract.tables.textlines import text_lines
from models.page import Fill, Font, Rule, Shape
from models.table import Table
from tests.extract.sheet import BOLD, Sheet

LEFT, RIGHT = 40.0, 560.0
COLUMNS = (44.0, 110.0, 430.0)
ROWS: Sequence[tuple[str, list[str], str]] = (
    (
        "25/1",
        ["Welcome", "", "The chair opened the meeting and spoke of", "the storm that had cut the island off."],
        "All",
    ),
    (
        "25/2",
        ["Ferry timetable", "", "Two sailings fall away in winter, and the", "boat from the north goes on Sundays."],
        "",
    ),
    (
        "25/3",
        ["Slipway", "", "The tender had come in above what was set", "aside, and would be looked at again."],
        "AB",
    ),
    ("25/4", ["Any other business", "", "There was none, and the meeting closed at", "a quarter past nine."], ""),
)


def ruled_off(rows: Sequence[tuple[str, list[str], str]] = ROWS, top: float = 120.0, last_rule: bool = True) -> Sheet:
    """Rows of three columns, a rule across below each."""
    sheet = Sheet()
    sheet.rules.append(Rule(LEFT, top, RIGHT, top))
    for number, (ref, lines, who) in enumerate(rows):
        sheet.write(COLUMNS[0], top + 4, ref)
        sheet.write(COLUMNS[2], top + 4 + 24 * bool(who), who) if who else None
        for n, line in enumerate(lines):
            if line:
                sheet.write(COLUMNS[1], top + 4 + 12 * n, line)
        top += 8 + 12 * len(lines)
        if last_rule or number < len(rows) - 1:
            sheet.rules.append(Rule(LEFT, top, RIGHT, top))
    return sheet


def heads(sheet: Sheet, painted: bool, top: float = 100.0) -> Sheet:
    if painted:
        sheet.fills.append(Fill(LEFT, top, RIGHT, top + 20, "#1f6f78"))
    for x, text in zip(COLUMNS, ("No.", "Discussion", "Action"), strict=True):
        sheet.write(x, top + 4, text, BOLD)
    return sheet


def first_column(table: Table) -> list[str]:
    return [cell.text for cell in table.cells if cell.column == 0]


def test_a_row_is_what_stands_between_two_rules() -> None:
    for painted in (False, True):
        (table,) = read_page_tables(heads(ruled_off(), painted).page)
        assert (table.columns, first_column(table)) == (3, ["No.", "25/1", "25/2", "25/3", "25/4"])
        slipway = next(cell for cell in table.cells if (cell.row, cell.column) == (3, 1))
        assert slipway.text.startswith("Slipway The tender") and slipway.text.endswith("looked at again.")
        assert [c.text for c in table.cells if c.column == 2] == ["Action", "All", "", "AB", ""]
        assert slipway.header == ("Discussion",)


def test_a_box_as_wide_as_the_table_below_it_is_none_of_its_rows() -> None:
    sheet = heads(ruled_off(), False)
    for x in (LEFT, RIGHT):
        sheet.rules.append(Rule(x, 30, x, 96))
    for y in (30, 96):
        sheet.rules.append(Rule(LEFT, y, RIGHT, y))
    for n, (label, said) in enumerate((("Date", "Monday 3 March 2031"), ("Time", "10.30 am"), ("Place", "Pier House"))):
        sheet.write(COLUMNS[0], 36 + 20 * n, label, BOLD)
        sheet.write(COLUMNS[0] + 90, 36 + 20 * n, said)
    table = read_page_tables(sheet.page)[-1]
    assert (table.columns, first_column(table)) == (3, ["No.", "25/1", "25/2", "25/3", "25/4"])


def test_a_text_across_the_table_is_a_band() -> None:
    rows = list(ROWS)
    sheet = heads(ruled_off(rows[:2]), True)
    top = 120.0 + 2 * 56
    sheet.write(44, top + 4, "Part two, in private and without the press", BOLD)
    sheet.rules.append(Rule(LEFT, top + 20, RIGHT, top + 20))
    below = ruled_off(rows[2:], top + 20)
    sheet.rules += below.rules[1:]
    sheet.words += below.words
    (table,) = read_page_tables(sheet.page)
    assert [c.text for c in table.cells if c.column_span == 3] == ["Part two, in private and without the press"]


def test_a_row_cut_by_the_foot_of_the_page_is_a_row() -> None:
    (table,) = read_page_tables(heads(ruled_off(last_rule=False), True).page)
    assert first_column(table)[-1] == "25/4"
    assert table.cells[-2].text.endswith("a quarter past nine.")


def test_coloured_labels_in_one_row_part_it_alone() -> None:
    sheet = ruled_off(
        [
            (
                "Risk",
                [
                    "Fire on the pier in a night of strong wind from the south that nobody sees in time,",
                    "and that spreads to the sheds",
                ],
                "",
            )
        ]
        * 3,
        top=160,
    )
    sheet.rules.append(Rule(LEFT, 130, RIGHT, 130))
    for x in (LEFT, 300.0):
        sheet.fills.append(Fill(x, 131, x + 66, 159, "#e3f0f1"))
    for x, text in ((44, "Number"), (112, "R7"), (304, "Aim"), (380, "Safe harbour")):
        sheet.write(x, 136, text)
    (table,) = read_page_tables(sheet.page)
    assert [c.text for c in table.cells if c.row == 0] == ["Number", "R7", "Aim", "Safe harbour"]


def test_the_bullets_of_a_list_are_no_column() -> None:
    rows = [("R1", ["• Watch kept at night by", "   two wardens", "• Nets looked over each week"], "AB")] * 4
    (table,) = read_page_tables(heads(ruled_off(rows), True).page)
    assert table.columns == 3


def test_prose_between_two_rules_is_no_table() -> None:
    sheet = Sheet()
    for n in range(5):
        top = 100 + 60.0 * n
        sheet.rules.append(Rule(LEFT, top, RIGHT, top))
        for k in range(3):
            sheet.write(
                44,
                top + 6 + 14 * k,
                "The trust keeps the pier, the sheds and the slipway for all who come to the island.",
            )
    assert read_page_tables(sheet.page) == ()


def test_painted_headings_begin_another_table() -> None:
    front = [
        ("Body", ["Harbour board of the", "northern islands"], ""),
        ("Day", ["3 May 2024"], ""),
        ("Room", ["Customs house"], ""),
    ]
    sheet = ruled_off(front)
    below = heads(ruled_off(top=250.0), True, top=230.0)
    sheet.rules += below.rules
    sheet.fills += below.fills
    sheet.words += below.words
    upper, lower = read_page_tables(sheet.page)
    assert (first_column(upper), upper.columns) == (["Body", "Day", "Room"], 2)
    assert first_column(lower) == ["No.", "25/1", "25/2", "25/3", "25/4"]


def test_shorter_rules_part_the_cells_of_a_row() -> None:
    """Actions under each other, a short rule between them; the risk, its owner and a group of risks stand beside several."""
    sheet = heads(Sheet(), True, top=100.0)
    sheet.write(270, 104, "Measures", BOLD)
    sheet.rules += [Rule(LEFT, 100, RIGHT, 100), Rule(LEFT, 120, RIGHT, 120)]
    top = 120.0
    for number, count in enumerate((2, 3, 2)):
        high = 26.0 * count
        sheet.write(44, top + high / 2 - 5, f"P{number + 1}")
        sheet.write(110, top + high / 2 - 5, "Nets wear through")
        sheet.write(430, top + high / 2 - 5, "AB")
        for n in range(count):
            sheet.write(270, top + 3 + 26 * n, "Look over each net")
            sheet.write(270, top + 13 + 26 * n, "before it is let out")
            if n < count - 1:
                sheet.rules.append(Rule(264, top + 26 * (n + 1), 424, top + 26 * (n + 1)))
        top += high
        sheet.rules.append(Rule(LEFT, top, RIGHT, top))
    (table,) = read_page_tables(sheet.page)
    assert (table.rows, table.columns) == (8, 4)
    assert [c.text for c in table.cells if c.column == 2 and c.row > 0] == [
        "Look over each net before it is let out"
    ] * 7
    assert [(c.text, c.row_span) for c in table.cells if c.column == 0] == [("No.", 1), ("P1", 2), ("P2", 3), ("P3", 2)]
    assert [c.row_span for c in table.cells if c.column == 3] == [1, 2, 3, 2]


def test_an_underlined_word_parts_no_cell() -> None:
    sheet = heads(ruled_off(), True)
    word = next(w for w in sheet.words if w.text == "aside,")
    sheet.rules.append(Rule(word.x0, word.bottom + 1, word.x1, word.bottom + 1))
    (table,) = read_page_tables(sheet.page)
    assert table.rows == 5


def test_a_heading_with_a_rule_below_it_stands_over_several_columns() -> None:
    sheet = ruled_off([(ref, lines, "") for ref, lines, _ in ROWS], top=140.0)
    sheet.fills.append(Fill(LEFT, 100, RIGHT, 140, "#1f6f78"))
    sheet.rules += [Rule(LEFT, 100, RIGHT, 100), Rule(420, 120, RIGHT, 120)]
    for x, y, text in (
        (44, 116, "No."),
        (110, 116, "Discussion"),
        (476, 104, "Tide"),
        (430, 124, "low"),
        (500, 124, "high"),
    ):
        sheet.write(x, y, text, BOLD)
    for n in range(4):
        sheet.write(430, 144 + 56 * n, "calm")
        sheet.write(500, 144 + 56 * n, "rough")
    (table,) = read_page_tables(sheet.page)
    assert table.columns == 4
    (low,) = [c for c in table.cells if c.row == 2 and c.column == 2]
    assert low.header == ("Tide", "low")


def test_a_column_of_colours_alone_is_a_column() -> None:
    sheet = ruled_off([(ref, lines, "") for ref, lines, _ in ROWS])
    sheet.fills += [Fill(520, 120, RIGHT, 232, "#00b050"), Fill(520, 232, RIGHT, 344, "#ffc000")]
    for n in range(4):
        sheet.write(430, 124 + 56 * n, "All")
    (table,) = read_page_tables(sheet.page)
    assert [c.fill for c in table.cells if c.column == 3] == ["#00b050"] * 2 + ["#ffc000"] * 2


def test_a_first_column_may_hold_colours_alone() -> None:
    columns = ((44, "Rating"), (110, "Agreed"), (190, "Action"), (460, "Who"))
    rows = (
        ("3 May 2031", "Dredge the channel from the pier to the buoy", "Ann Lee"),
        ("7 June 2031", "Buy a second lamp", "Carl Dean"),
        ("", "Ask the islanders when they would sail", "Ann Lee"),
        ("9 July 2031", "Paint the crane", "Eve Marsh"),
    )
    sheet = Sheet()
    for x, text in columns:
        sheet.write(x, 104, text)
    y = 120.0
    sheet.rules.append(Rule(LEFT, y, RIGHT, y))
    for n, (agreed, action, who) in enumerate(rows):
        for (x, _), text in zip(columns[1:], (agreed, action, who), strict=True):
            sheet.write(x, y + 4, text)
        for below in (18, 36):
            sheet.write(190, y + below, "Report to the board on what it would cost")
        sheet.fills.append(Fill(LEFT, y, 104, y + 52, ("#00b050", "#ffc000")[n % 2]))
        y += 52
        # the two actions of one day have no rule between their dates
        ends = ((LEFT, 106), (186, RIGHT)) if n == 1 else ((LEFT, RIGHT),)
        sheet.rules += [Rule(a, y, b, y) for a, b in ends]
    (table,) = read_page_tables(sheet.page)
    assert table.confidence > 0.9, "its rows are told by the rules, not by their lines"
    assert [c.fill for c in table.cells if c.column == 0] == [None, *("#00b050", "#ffc000") * 2]
    assert [(c.text, c.row_span) for c in table.cells if c.column == 1][1:] == [
        ("3 May 2031", 1),
        ("7 June 2031", 2),
        ("9 July 2031", 1),
    ]


def test_the_last_row_of_a_table_goes_on_under_its_headings_on_the_next_page() -> None:
    sheets = []
    for number in (1, 2):
        rows = ROWS if number == 1 else [("", ["", "and was told to the council", "in its spring meeting."], "AB")]
        sheet = ruled_off(rows, top=560.0 if number == 1 else 120.0)
        sheet.number = number
        sheet.words = [replace(w, page=number) for w in heads(sheet, True, top=540.0 if number == 1 else 100.0).words]
        sheet.rules.append(Rule(LEFT, 540.0 if number == 1 else 100.0, RIGHT, 540.0 if number == 1 else 100.0))
        sheets.append(sheet)
    (table,) = read_tables([sheet.page for sheet in sheets])
    assert table.columns == 3
    told = next(c.text for c in table.cells if c.last_row == table.rows - 1 and c.column == 1)
    assert told.endswith("told to the council in its spring meeting.")


def test_texts_parted_by_narrow_white_are_a_row_where_they_begin_as_those_above() -> None:
    rows = [
        ("10.00", "1", "Welcome to all who came", "Reeve"),
        ("10.05", "2", "Fares of the northern ferry", "Marsh and Cole"),
        ("10.20", "3", "The crane and its rope", "Quill"),
        ("10.40", "4", "Slipway", "Tern"),
        ("10.55", "10", "The day on which the panel is to meet again in the hall", ""),
    ]
    sheet = Sheet()
    top = 100.0
    sheet.rules.append(Rule(LEFT, top, RIGHT, top))
    for row in rows:
        for x, text in zip((44.0, 72.0, 86.0, 430.0), row, strict=True):
            sheet.write(x, top + 4, text)
        if row[1] == "2":
            sheet.write(86.0, top + 16, "and of the boat to the island")
            top += 12
        top += 20
        sheet.rules.append(Rule(LEFT, top, RIGHT, top))
    (table,) = read_page_tables(sheet.page)
    assert [c.text for c in table.row(table.rows - 1)] == [*rows[-1][:3], ""]
    assert not table.bands


def scorecard(rows: int = 8) -> Sheet:
    """Lines of figures with a rule under each, dark bands over some, and lights in a column of their own."""
    sheet = Sheet()
    top = 120.0
    for x, text in zip((44, 200, 247, 294, 341), ("Measure", "2029 now", "2030 now", "Light", "Remark"), strict=True):
        sheet.write(x, top - 14, text, BOLD)
    sheet.rules.append(Rule(LEFT, top, RIGHT, top))
    for n in range(rows):
        if n % 3 == 0:
            sheet.fills.append(Fill(LEFT, top, RIGHT, top + 16, "#5a2a82"))
            sheet.write(44, top + 3, f"Part {n // 3 + 1}", Font("Helvetica-Bold", 9.0, bold=True, colour="#ffffff"))
            top += 16
            sheet.rules.append(Rule(LEFT, top, RIGHT, top))
        sheet.write(44, top + 3, f"Boats that came in time {n}")
        sheet.write(214, top + 3, f"{70 + n}%")
        sheet.write(261, top + 3, f"{80 + n}%")
        sheet.shapes.append(light(304, top + 4))
        if n % 2:
            sheet.write(341, top + 3, "Fog in May")
        top += 16
        sheet.rules.append(Rule(LEFT, top, RIGHT, top))
    return sheet


def light(x: float, y: float) -> Shape:
    around = [
        (x + 8, y + 4),
        (x + 7, y + 7),
        (x + 4, y + 8),
        (x + 1, y + 7),
        (x, y + 4),
        (x + 1, y + 1),
        (x + 4, y),
        (x + 7, y + 1),
    ]
    return Shape(x, y, x + 8, y + 8, points=(*around, around[0]), fill="#3aa35b", stroke=None, curved=True)


def test_lines_of_figures_with_a_rule_under_each_are_one_table_through_all_its_bands() -> None:
    (table,) = read_page_tables(scorecard().page)
    assert table.columns == 5
    assert [c.text for c in table.row(0)] == ["Measure", "2029 now", "2030 now", "Light", "Remark"]
    figures = [[c.text for c in table.cells if c.column == column and c.text.endswith("%")] for column in (1, 2)]
    assert figures == [[f"{70 + n}%" for n in range(8)], [f"{80 + n}%" for n in range(8)]]
    assert [c.text for c in table.cells if c.text.startswith("Part")] == ["Part 1", "Part 2", "Part 3"]
    assert sum(c.fill == "#3aa35b" for c in table.cells if c.column == 3) == 8


def under_a_drawn_grid(rows: Sequence[tuple[str, list[str], str]] = ROWS, gap: float = 0.0) -> Sheet:
    """Headings in a grid of their own, two of them under a common one; below, rows with level rules alone, the first a band."""
    sheet = Sheet()
    for x0, y0, x1, y1 in (
        (LEFT, 60, 106, 100),
        (106, 60, 400, 80),
        (106, 80, 250, 100),
        (250, 80, 400, 100),
        (400, 60, RIGHT, 100),
    ):
        sheet.box(x0, y0, x1, y1)
    for x, y, text in (
        (44, 74, "No."),
        (200, 64, "Meeting"),
        (120, 84, "Discussion"),
        (260, 84, "Vote"),
        (430, 74, "Action"),
    ):
        sheet.write(x, y, text, BOLD)
    top = 100.0 + gap
    sheet.write(44, top + 5, "Harbour and shore", BOLD)
    below = ruled_off([(ref, [line[:24] for line in lines], who) for ref, lines, who in rows], top + 20)
    for word in below.words:
        sheet.words.append(replace(word, number=len(sheet.words)))
    for number in range(len(rows)):
        sheet.write(260, top + 24 + 56 * number, f"{number + 3} to 1")
    sheet.rules += below.rules
    return sheet


def test_rows_between_level_rules_are_of_the_headings_drawn_as_a_grid_above_them() -> None:
    (table,) = read_page_tables(under_a_drawn_grid().page)
    assert (table.columns, table.heading_rows) == (4, 2)
    assert first_column(table) == ["No.", "Harbour and shore", "25/1", "25/2", "25/3", "25/4"]
    votes = [c for c in table.cells if c.column == 2 and not c.is_heading]
    assert [c.text for c in votes if c.text] == ["3 to 1", "4 to 1", "5 to 1", "6 to 1"]
    assert {c.header for c in votes} == {("Meeting", "Vote")}


def test_rows_far_below_a_drawn_grid_are_none_of_its() -> None:
    tables = read_page_tables(under_a_drawn_grid(gap=60).page)
    assert all(not {"No.", "25/1"} <= {c.text for c in table.cells} for table in tables)


def test_headings_of_two_lines_go_on_under_fewer_columns_than_they_name() -> None:
    sheet = Sheet()
    for x, first, second in (
        (44, "Action", ""),
        (110, "Minute", "Reference"),
        (300, "Due", "date"),
        (430, "RAG", "rating"),
    ):
        sheet.write(x, 94, first, BOLD)
        sheet.write(x, 105, second, BOLD) if second else None
    lines = text_lines(sheet.words)
    assert len(lines) == 2
    assert first_line(lines, 1, None, Canvas(sheet.page)) == 0


@pytest.mark.parametrize("bullet", ["• ", ""])  # printed, or drawn beside the words
def test_headings_stand_over_bullets_that_are_set_in(bullet: str) -> None:
    listed = [(ref, [line and bullet + line for line in lines], who or "CD") for ref, lines, who in ROWS]
    sheet = ruled_off(listed)
    sheet.words = [replace(w, x0=w.x0 + 12, x1=w.x1 + 12) if 105 < w.x0 < 425 else w for w in sheet.words]
    for x, text in zip(COLUMNS, ("No.", "Notes", "Action"), strict=True):
        sheet.write(x, 104, text, BOLD)
    sheet.write(44, 78, "The log below tells what was agreed at the meetings before this one.")
    (table,) = read_page_tables(sheet.page)
    assert [c.text for c in table.row(0)] == ["No.", "Notes", "Action"]


def test_a_title_over_the_headings_once_more_begins_another_table() -> None:
    sheet = heads(ruled_off(last_rule=True), painted=False)
    again = ruled_off([(f"26/{n}", lines, who) for n, (_, lines, who) in enumerate(ROWS)], top=400.0)
    bottom = max(rule.top for rule in sheet.rules)
    sheet.write(44, bottom + 12, "Harbour and shore of the north", BOLD)
    heads(sheet, painted=False, top=380.0)
    sheet.words += [replace(w, number=len(sheet.words) + n) for n, w in enumerate(again.words)]
    sheet.rules += again.rules
    tables = read_page_tables(sheet.page)
    assert [first_column(t)[:2] for t in tables] == [["No.", "25/1"], ["No.", "26/0"]]


def test_drawn_bullets_are_no_column_and_lights_are_one() -> None:
    listed = [(ref, lines, who) for ref, lines, who in ROWS]
    sheet = ruled_off(listed)
    sheet.words = [replace(w, x0=w.x0 + 12, x1=w.x1 + 12) if 105 < w.x0 < 425 else w for w in sheet.words]
    heads(sheet, painted=False)
    firsts = [w for w in sheet.words if 116 < w.x0 < 126 and w.top > 100]
    bullets = [replace(light(108, w.top + 3), x1=111.0, bottom=w.top + 6, fill="#000000") for w in firsts]
    sheet.shapes = bullets
    (table,) = read_page_tables(sheet.page)
    assert table.columns == 3
    assert len(bullets) > 3
