"""Tables without a full grid: columns from white, rows from lines, and text that is no table."""

from __future__ import annotations

import pytest

from extract.table import read_page_tables
from models.page import Fill, Rule
from tests.extract.sheet import BOLD, PLAIN, Sheet, texts

MONTHS = ("May", "June", "July", "August", "September", "October")
PROSE = "The committee noted the report and asked officers to bring a further update to its next meeting"


def finance(sheet: Sheet, top: float = 100) -> None:
    for x, name in ((200, "Budget"), (280, "Forecast"), (360, "Variance")):
        sheet.write(x, top, name, BOLD)
    rows = [
        ("Libraries", 120, 131, 11),
        ("Parks and gardens", 45, 44, -1),
        ("Roads", 910, 905, -5),
        ("Total", 1075, 1080, 5),
    ]
    for n, (label, *figures) in enumerate(rows):
        y = top + 18 + 14 * n
        sheet.write(50, y, label)
        for x, figure in zip((200, 280, 360), figures, strict=True):
            sheet.write(x + 30 - 4.6 * len(str(figure)), y, str(figure))


def test_columns_of_figures_are_a_table() -> None:
    sheet = Sheet()
    finance(sheet)
    (table,) = read_page_tables(sheet.page)
    assert texts(table) == [
        ["", "Budget", "Forecast", "Variance"],
        ["Libraries", "120", "131", "11"],
        ["Parks and gardens", "45", "44", "-1"],
        ["Roads", "910", "905", "-5"],
        ["Total", "1075", "1080", "5"],
    ]
    assert table.heading_rows == 1
    assert table.method == "text"
    assert table.row(1)[2].header == ("Forecast",)


def test_rules_above_and_below_frame_a_table_and_leave_prose_out() -> None:
    sheet = Sheet()
    sheet.write(50, 60, PROSE[:70])
    sheet.write(50, 72, PROSE[:40])
    finance(sheet)
    for y in (96, 113, 176):
        sheet.rules.append(Rule(45, y, 420, y))
    sheet.write(50, 200, PROSE[:70])
    sheet.write(50, 212, PROSE[:60])
    (table,) = read_page_tables(sheet.page)
    assert (table.rows, table.columns) == (5, 4)


def test_a_wrapped_label_is_one_cell() -> None:
    sheet = Sheet()
    finance(sheet)
    sheet.write(50, 175, "Adult social care")
    sheet.write(50, 186, "and public health")
    for x, figure in ((200, "77"), (280, "79"), (360, "2")):
        sheet.write(x + 20, 186, figure)
    (table,) = read_page_tables(sheet.page)
    assert texts(table)[-1] == ["Adult social care and public health", "77", "79", "2"]


def test_a_heading_over_several_columns_spans_them() -> None:
    sheet = Sheet()
    finance(sheet, top=120)
    sheet.write(285, 106, "2024/25", BOLD)
    sheet.rules += [Rule(200, 117, 400, 117), Rule(45, 133, 420, 133), Rule(45, 102, 420, 102), Rule(45, 196, 420, 196)]
    (table,) = read_page_tables(sheet.page)
    group = table.at(0, 2)
    assert group is not None
    assert (group.text, group.column, group.column_span) == ("2024/25", 1, 3)
    cell = table.at(2, 3)
    assert cell is not None
    assert cell.header == ("2024/25", "Variance")


def test_a_register_without_rules_has_records_over_rows() -> None:
    sheet = Sheet()
    for x, name in ((50, "Ref"), (90, "Risk"), (240, "Action"), (420, "Owner")):
        sheet.write(x, 100, name, BOLD)
    lines = [
        (120, "R1", "Bridge is closed to", "Inspect the bearings", "Holt"),
        (131, "", "lorries all winter", "before the frost", ""),
        (152, "", "", "Order new bearings", "Carver"),
        (180, "R2", "Ferry runs late", "Second crew on Fridays", "Rao"),
        (201, "", "", "Publish the timetable", "Holt"),
    ]
    for y, *parts in lines:
        for x, part in zip((50, 90, 240, 420), parts, strict=True):
            sheet.write(x, y, part)
    (table,) = read_page_tables(sheet.page)
    spans = [(c.row, c.column, c.row_span, c.text) for c in table.cells if c.text and c.row > 0]
    assert spans == [
        (1, 0, 2, "R1"),
        (1, 1, 2, "Bridge is closed to lorries all winter"),
        (1, 2, 1, "Inspect the bearings before the frost"),
        (1, 3, 1, "Holt"),
        (2, 2, 1, "Order new bearings"),
        (2, 3, 1, "Carver"),
        (3, 0, 2, "R2"),
        (3, 1, 2, "Ferry runs late"),
        (3, 2, 1, "Second crew on Fridays"),
        (3, 3, 1, "Rao"),
        (4, 2, 1, "Publish the timetable"),
        (4, 3, 1, "Holt"),
    ]


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_prose_in_columns_is_no_table(columns: int) -> None:
    sheet = Sheet()
    for column in range(columns):
        for line in range(12):
            sheet.write(40 + 190 * column, 100 + 12 * line, PROSE[line % 3 : 34 + line % 3])
    assert read_page_tables(sheet.page) == ()


def test_numbered_paragraphs_and_lists_are_no_table() -> None:
    sheet = Sheet()
    y = 100.0
    for number in range(1, 7):
        sheet.write(50, y, f"{number}.1")
        sheet.write(95, y, PROSE[:62])
        sheet.write(95, y + 12, PROSE[:50])
        sheet.write(95, y + 28, f"({'abcdef'[number - 1]})")
        sheet.write(125, y + 28, PROSE[:30])
        y += 50
    assert read_page_tables(sheet.page) == ()


def test_an_agenda_list_is_no_table() -> None:
    sheet = Sheet()
    for n, item in enumerate(
        ("Apologies for absence", "Declarations of interest", "Minutes", "Finance report", "Close")
    ):
        sheet.write(50, 100 + 20 * n, f"{n + 1}.")
        sheet.write(80, 100 + 20 * n, item)
    assert read_page_tables(sheet.page) == ()


def test_a_list_of_contents_is_no_table() -> None:
    sheet = Sheet()
    for n in range(8):
        sheet.write(50, 100 + 16 * n, f"Chapter about subject {n}")
        sheet.write(480, 100 + 16 * n, str(3 + 4 * n))
    assert read_page_tables(sheet.page) == ()


def painted_table(*, band: bool) -> Sheet:
    """Rows with a rule under each, under painted headings; between these and the rows a painted band over all columns."""
    sheet = Sheet()
    sheet.fills.append(Fill(40, 100, 560, 120, "#003087"))
    for x, text in ((44, "Time"), (110, "Topic"), (330, "Lead"), (450, "Paper")):
        sheet.write(x, 104, text, BOLD)
    top = 120.0
    if band:
        sheet.fills.append(Fill(40, 120, 560, 140, "#41b6e6"))
        sheet.write(44, 124, "OPENING BUSINESS", BOLD)
        top = 140.0
    rows = [
        ("13:00", "Welcome", "Chair", "Verbal"),
        ("13:05", "Ferry fares", "Ann Holt", "Paper 1"),
        ("13:20", "Crane", "J Rao", "Paper 2"),
    ]
    for row in rows:
        for x, text in zip((44, 110, 330, 450), row, strict=True):
            sheet.write(x, top + 4, text)
        sheet.rules.append(Rule(40, top + 20, 560, top + 20))
        top += 20
    return sheet


def test_painted_headings_and_a_band_right_above_ruled_rows_are_of_the_table() -> None:
    (table,) = read_page_tables(painted_table(band=True).page)
    assert [t for t in texts(table)[0] if t] == ["Time", "Topic", "Lead", "Paper"]
    assert [t for t in texts(table)[1] if t] == ["OPENING BUSINESS"]
    assert [row[1] for row in texts(table)[2:]] == ["Welcome", "Ferry fares", "Crane"]


def test_between_rules_across_all_rows_no_text_ends_a_table() -> None:
    sheet = Sheet()
    sheet.fills.append(Fill(40, 100, 560, 120, "#003087"))
    for x, text in ((44, "Ref"), (110, "Decision"), (430, "Date")):
        sheet.write(x, 104, text, BOLD)
    top = 120.0
    for ref, lines in (
        ("D1", ["To let the boat shed"]),
        ("D2", ["Fares for pupils"]),
        (
            "D3",
            [
                "Grant for the pier",
                "(1) to accept the offer of the coast fund and sign",
                "the deed, and (2) to tell the harbour users of it",
            ],
        ),
        ("D4", ["A crane for the quay"]),
    ):
        sheet.write(44, top + 4, ref)
        sheet.write(430, top + 4, "3 May 2024")
        for n, line in enumerate(lines):
            sheet.write(110, top + 4 + 12 * n, line)
        top += 8 + 12 * len(lines)
        sheet.rules.append(Rule(40, top, 560, top))
    (table,) = read_page_tables(sheet.page)
    assert [row[0] for row in texts(table)] == ["Ref", "D1", "D2", "D3", "D4"]


def banded_by_hand(top_of_label: float) -> Sheet:
    """Bands of colour two lines high; labels begin at `top_of_label` in them, figures stand at their foot."""
    sheet = Sheet()
    for x, name in ((230, "Budget"), (330, "Forecast"), (430, "Variance")):
        sheet.write(x, 100, name, BOLD)
    for n, label in enumerate(("Libraries", "Parks", "Roads", "Schools", "Harbour dredging", "Ferries", "Markets")):
        top = 115 + 28 * n
        if n % 2:
            sheet.fills.append(Fill(45, top, 480, top + 28, "#f2f2f2"))
        sheet.write(50, top + top_of_label, label)
        for x, figure in ((230, 120 + n), (330, 118 + n), (430, 2 + n)):
            sheet.write(x, top + 17, str(figure))
    return sheet


@pytest.mark.parametrize("top", [1, 17])
def test_labels_at_the_top_of_a_band_and_figures_at_its_foot_are_one_row(top: float) -> None:
    (table,) = read_page_tables(banded_by_hand(top).page)
    assert [row[0] for row in texts(table)[1:]] == [
        "Libraries",
        "Parks",
        "Roads",
        "Schools",
        "Harbour dredging",
        "Ferries",
        "Markets",
    ]
    assert [row[1] for row in texts(table)[1:]] == [str(120 + n) for n in range(7)]
    assert [table.row(r)[1].fill for r in range(1, 8)] == [None, "#f2f2f2"] * 3 + [None]


def texts_between_rules(sheet: Sheet, heading_font=PLAIN) -> None:
    """Every row has its rule below it; there is none above the headings."""
    for x, name in ((50, "Theme"), (110, "What people said"), (330, "What became of it")):
        sheet.write(x, 100, name, heading_font)
    rows = [
        (116, "Parking", ["Nobody finds a space", "near the pier"], "More spaces"),
        (144, "Toilets", ["They close too early"], "Open until nine"),
        (160, "Signs", ["Visitors from abroad", "cannot read them"], "New pictures"),
    ]
    for top, theme, said, became in rows:
        sheet.rules.append(Rule(48, top - 3, 460, top - 3))
        sheet.write(50, top, theme)
        for n, line in enumerate(said):
            sheet.write(110, top + 11 * n, line)
        sheet.write(330, top, became)
    sheet.rules.append(Rule(48, 185, 460, 185))


@pytest.mark.parametrize("font", [PLAIN, BOLD])
def test_headings_above_the_first_rule_are_of_the_table(font) -> None:
    sheet = Sheet()
    sheet.write(50, 60, PROSE[:70])
    sheet.write(50, 72, PROSE[:40])
    texts_between_rules(sheet, font)
    (table,) = read_page_tables(sheet.page)
    assert texts(table) == [
        ["Theme", "What people said", "What became of it"],
        ["Parking", "Nobody finds a space near the pier", "More spaces"],
        ["Toilets", "They close too early", "Open until nine"],
        ["Signs", "Visitors from abroad cannot read them", "New pictures"],
    ]


def test_a_title_right_above_the_first_rule_is_no_row() -> None:
    sheet = Sheet()
    texts_between_rules(sheet)
    sheet.words = [w for w in sheet.words if w.top != 100]
    sheet.write(50, 100, "What the visitors of our four beaches told us")
    (table,) = read_page_tables(sheet.page)
    assert table.rows == 3


def test_two_ruled_lists_side_by_side_are_two_tables() -> None:
    sheet = Sheet()
    left = [("Measure", "Result"), ("Calls answered", "87"), ("Visits made", "463"), ("Days lost", "72")]
    right = [("Ward", "Votes"), ("Quay", "120"), ("Hill", "98"), ("Marsh", "77"), ("Total", "295")]
    for x, wide, step, rows in ((50, 180, 18, left), (300, 80, 18, right)):
        for n, (label, figure) in enumerate(rows):
            sheet.write(x + 2, 100 + step * n, label, BOLD if n == 0 else PLAIN)
            sheet.write(x + wide - 28, 100 + step * n, figure, BOLD if n == 0 else PLAIN)
            sheet.rules.append(Rule(x, 114 + step * n, x + wide, 114 + step * n))
    assert [texts(t) for t in read_page_tables(sheet.page)] == [[[*r] for r in left], [[*r] for r in right]]


NUMBERED = [
    ["#", "Risk", "Score"],
    ["1", "The lower town floods after a storm", "16"],
    ["2", "The radio mast falls", "12"],
    ["3", "Too few deckhands for the summer at both ports", "9"],
    ["10", "Fraud in procurement", "6"],
]


def test_a_number_close_to_its_text_and_a_text_close_to_its_score_are_cells() -> None:
    sheet = Sheet()
    longest = NUMBERED[3][1].split()
    ends = 64.5 + sum(4.6 * len(w) + 2.6 for w in longest) - 2.6 + 4.0  # a narrow white beyond the longest text
    for n, (number, risk, score) in enumerate(NUMBERED):
        font = PLAIN if n else BOLD
        sheet.write(50, 100 + 16 * n, number, font)
        sheet.write(64.5, 100 + 16 * n, risk, font)
        sheet.write(ends, 100 + 16 * n, score, font)
    (table,) = read_page_tables(sheet.page)
    assert texts(table) == NUMBERED


HEARD = [
    ["Theme", "What people said", "What became of it"],
    ["Parking", "Nobody finds a space near the pier", "More spaces"],
    ["Toilets", "They close too early", "Open until nine"],
    ["Signs", "Visitors from abroad cannot read them", "New pictures"],
]


def heard(rows: list[list[str]], heading_font, *, shaded: bool = False) -> Sheet:
    """Texts in three columns without a rule, long ones in two lines."""
    sheet = Sheet()
    y = 100.0
    for n, row in enumerate(rows):
        lines = 1
        for x, text in zip((50, 110, 300), row, strict=True):
            parts = text.split()
            halves = [" ".join(parts[:4]), " ".join(parts[4:])] if len(parts) > 5 else [text]
            lines = max(lines, len(halves))
            for line, half in enumerate(halves):
                sheet.write(x, y + 11 * line, half, PLAIN if n else heading_font)
        if shaded and n % 2:
            sheet.fills.append(Fill(45, y - 3, 420, y + 11 * lines + 2, "#e9eef6"))
        y += 11 * lines + 6
    return sheet


def test_texts_that_keep_to_their_columns_under_bold_headings_are_a_table_whatever_these_say() -> None:
    (table,) = read_page_tables(heard(HEARD, BOLD).page)
    assert texts(table) == HEARD
    assert table.heading_rows == 1


def test_bands_of_colour_make_a_table_of_texts_under_plain_headings() -> None:
    (table,) = read_page_tables(heard(HEARD, PLAIN, shaded=True).page)
    assert texts(table) == HEARD
    assert [table.row(r)[0].fill for r in range(4)] == [None, "#e9eef6", None, "#e9eef6"]


def test_texts_in_columns_without_headings_or_bands_are_no_table() -> None:
    assert read_page_tables(heard(HEARD, PLAIN).page) == ()
    ragged = heard(HEARD, BOLD)
    ragged.words = [
        w if w.x0 < 110 else type(w)(w.text, w.x0 + w.top % 7, w.top, w.x1 + w.top % 7, w.bottom, 1, w.number, w.font)
        for w in ragged.words
    ]
    assert read_page_tables(ragged.page) == ()


LEFT = [["Measure", "Target", "Actual"], *([f"Visits in {m}", f"{n}50", f"{n}63"] for n, m in enumerate(MONTHS, 1))]
RIGHT = [
    ["Ward", "Votes"],
    *([ward, str(90 - n * n)] for n, ward in enumerate(("Quay", "Hill", "Marsh", "Pier", "Cliff"))),
]


@pytest.mark.parametrize("font", [PLAIN, BOLD])
def test_two_tables_without_rules_whose_rows_do_not_line_up_are_two(font) -> None:
    sheet = Sheet()
    for xs, step, rows in (((50, 150, 200), 18, LEFT), ((340, 400), 26, RIGHT)):
        for n, row in enumerate(rows):
            for x, text in zip(xs, row, strict=True):
                sheet.write(x, 100 + step * n, text, PLAIN if n else font)
    assert [texts(t) for t in read_page_tables(sheet.page)] == [LEFT, RIGHT]


def test_rows_with_nothing_on_their_right_and_items_below_them_are_one_table() -> None:
    """Columns on the right are blank in rows of totals, those on the left in rows of items: all keep to the rows of one table."""
    sheet = Sheet()
    rows = [
        ["Region", "All", "Town", "Own"],
        ["North", "12", "", ""],
        ["", "", "Quay", "7"],
        ["", "", "Hill", "5"],
        ["South", "9", "Pier", "9"],
    ]
    for n, row in enumerate(rows):
        for x, text in zip((50, 150, 250, 350), row, strict=True):
            sheet.write(x, 100 + 16 * n, text, PLAIN if n else BOLD)
    (table,) = read_page_tables(sheet.page)
    assert table.columns == 4


def test_a_narrow_white_parts_columns_between_rules_where_all_texts_begin_beyond_it() -> None:
    sheet = Sheet()
    rows = [
        ["No", "Action", "Owner"],
        ["A1", "Publish the survey of the sheds and share it with depots", "Marlow"],
        ["A2", "Replace the pump", "Osei"],
        ["A3", "Agree the rota for the winter with the two yards", "Lind"],
    ]
    y = 100.0
    for row in rows:
        words = row[1].split()
        halves = [" ".join(words[:6]), " ".join(words[6:])] if len(words) > 6 else [row[1]]
        sheet.write(50, y, row[0])
        for n, half in enumerate(halves):
            sheet.write(66, y + 11 * n, half)
        sheet.write(300, y, row[2])
        y += 11 * len(halves) + 4
        sheet.rules.append(Rule(48, y - 2, 360, y - 2))
    (table,) = read_page_tables(sheet.page)
    assert texts(table) == rows


def test_headings_stand_above_a_first_row_of_a_number_and_a_text_alone() -> None:
    rows = [
        ("Item", "Subject", "Report by", "For", "Page"),
        ("1", "Apologies", "", "", ""),
        ("2", "Minutes of March", "Clerk", "Approval", "3–9"),
        ("3", "Internal audit", "Head of Audit", "Noting", "11–24"),
        ("4", "Statement of accounts", "Treasurer", "Decision", "25–80"),
        ("5", "Exclusion of the public", "Chair", "Decision", ""),
    ]
    sheet = Sheet()
    for number, row in enumerate(rows):
        top = 100.0 + 20 * number
        for x, text in zip((44.0, 80.0, 280.0, 390.0, 480.0), row, strict=True):
            sheet.write(x, top, text, BOLD if number == 0 else PLAIN)
        sheet.rules.append(Rule(40.0, top + 15, 560.0, top + 15))
    (table,) = read_page_tables(sheet.page)
    assert [c.text for c in table.row(0)] == list(rows[0])
    assert (table.rows, table.heading_rows) == (6, 1)
    assert table.at(1, 2).header == ("Report by",)
