"""Tables over page breaks: what goes on, what is cut, what is another table."""

from __future__ import annotations

from itertools import pairwise

from extract.table import read_tables
from extract.tables.draft import DraftCell, Grid
from extract.tables.seam import share_columns
from models.geometry import Box
from models.table import Table
from tests.extract.sheet import BOLD, Sheet, texts

XS = (40, 90, 290, 430, 560)


def row(sheet: Sheet, top: float, height: float, *cells: str, bold: bool = False) -> None:
    """One ruled row; a text with line breaks is written line by line."""
    for x0, x1, text in zip(XS, XS[1:], cells, strict=False):
        sheet.box(x0, top, x1, top + height)
        for n, line in enumerate(text.split("\n")):
            if line:
                sheet.write(x0 + 4, top + 4 + 12 * n, line, BOLD) if bold else sheet.write(
                    x0 + 4, top + 4 + 12 * n, line
                )


def heading(sheet: Sheet, top: float) -> None:
    row(sheet, top, 20, "Ref", "Risk", "Action", "Owner", bold=True)


def read(*sheets: Sheet) -> list[Table]:
    return list(read_tables([s.page for s in sheets]))


def test_headings_printed_again_are_set_aside() -> None:
    one, two = Sheet(1), Sheet(2)
    heading(one, 660)
    row(one, 680, 40, "R1", "Ferry runs late", "Second crew", "Holt")
    heading(two, 60)
    row(two, 80, 40, "R2", "Bridge is shut", "New bearings", "Rao")
    (table,) = read(one, two)
    assert texts(table) == [
        ["Ref", "Risk", "Action", "Owner"],
        ["R1", "Ferry runs late", "Second crew", "Holt"],
        ["R2", "Bridge is shut", "New bearings", "Rao"],
    ]
    assert [w.text for w in table.repeated] == ["Ref", "Risk", "Action", "Owner"]
    assert [page for page, _ in table.pieces] == [1, 2]
    assert table.heading_rows == 1


def test_a_row_cut_by_the_break_is_one_row() -> None:
    one, two = Sheet(1), Sheet(2)
    heading(one, 600)
    row(one, 620, 40, "R1", "Ferry runs late", "Second crew", "Holt")
    row(one, 660, 60, "R2", "The bridge was closed to all\nlorries for most of the winter and", "New bearings", "Rao")
    row(two, 60, 30, "", "reopened only after the bearings\nhad been changed.", "", "")
    row(two, 90, 30, "R3", "Quarry dust", "Spray the road", "Holt")
    (table,) = read(one, two)
    assert table.rows == 4
    cut = table.at(2, 1)
    assert cut is not None
    assert cut.text == (
        "The bridge was closed to all lorries for most of the winter and reopened only after the bearings had been changed."
    )
    assert [page for page, _ in cut.boxes] == [1, 2]


def test_an_address_below_the_break_is_no_rest_of_the_one_above_though_it_begins_small() -> None:
    def record(sheet: Sheet, top: float, ref: str, actions: tuple[str, str], address: str) -> None:
        for x0, x1, text in ((XS[0], XS[1], ref), (XS[2], XS[4], address)):
            sheet.box(x0, top, x1, top + 40)
            sheet.write(x0 + 4, top + 4, text)
        for n, action in enumerate(actions):
            sheet.box(XS[1], top + 20 * n, XS[2], top + 20 * n + 20)
            sheet.write(XS[1] + 4, top + 20 * n + 4, action)

    one, two = Sheet(1), Sheet(2)
    record(one, 640, "R1", ("Second crew", "New berth"), "https://quay.example/r/1")
    record(one, 680, "R2", ("New bearings", "Paint"), "https://quay.example/r/2")
    record(two, 60, "R3", ("Spray the road", "Sweep it"), "https://quay.example/r/3")
    record(two, 100, "R4", ("Mend the wall", "Dredge"), "https://quay.example/r/4")
    (table,) = read(one, two)
    assert [c.text for c in table.cells if c.text.startswith("https")] == [
        f"https://quay.example/r/{n}" for n in range(1, 5)
    ]


def test_a_page_with_nothing_but_the_rest_of_a_cell_belongs_to_the_table() -> None:
    one, two = Sheet(1), Sheet(2)
    heading(one, 640)
    row(one, 660, 60, "R2", "The bridge was closed to all\nlorries for most of the winter and", "New bearings", "Rao")
    row(two, 60, 30, "", "reopened only after the bearings\nhad been changed.", "", "")
    (table,) = read(one, two)
    assert table.rows == 2
    assert table.last_page == 2


def test_a_column_merged_down_goes_on_below_the_break_though_the_column_before_it_does_not() -> None:
    def line(sheet: Sheet, top: float, *cells: str) -> None:
        for (x0, x1), text in zip(((40, 90), (290, 430), (430, 560)), cells, strict=True):
            sheet.box(x0, top, x1, top + 30)
            sheet.write(x0 + 4, top + 4, text)

    def day(sheet: Sheet, top: float, rows: int, text: str) -> None:
        sheet.box(90, top, 290, top + 30 * rows)
        sheet.write(94, top + 4, text)

    one, two = Sheet(1), Sheet(2)
    heading(one, 600)
    for n, ref in enumerate(("R1", "R2", "R3", "R4")):
        line(one, 620 + 30 * n, ref, "Second crew", "Holt")
    day(one, 620, 2, "3 May 2031")
    day(one, 680, 2, "7 June 2031")
    line(two, 60, "R5", "New bearings", "Rao")
    day(two, 60, 1, "")
    line(two, 90, "R6", "Spray the road", "Rao")
    day(two, 90, 1, "5 July 2031")
    (table,) = read(one, two)
    assert [(c.row, c.row_span) for c in table.cells if c.column == 1 and c.text == "7 June 2031"] == [(3, 3)]


def test_values_alike_on_both_sides_are_two_rows() -> None:
    one, two = Sheet(1), Sheet(2)
    heading(one, 660)
    row(one, 680, 40, "R1", "Ferry runs late", "Ongoing", "Holt")
    row(two, 60, 40, "R2", "Bridge is shut", "Ongoing", "Holt")
    (table,) = read(one, two)
    assert table.rows == 3


def test_a_table_under_another_title_is_another_table() -> None:
    one, two = Sheet(1), Sheet(2)
    heading(one, 660)
    row(one, 680, 40, "R1", "Ferry runs late", "Second crew", "Holt")
    two.write(40, 40, "Objective two: safe roads", BOLD)
    heading(two, 60)
    row(two, 80, 40, "R2", "Bridge is shut", "New bearings", "Rao")
    assert len(read(one, two)) == 2


def test_a_title_that_says_continued_does_not_part_a_table() -> None:
    one, two = Sheet(1), Sheet(2)
    heading(one, 660)
    row(one, 680, 40, "R1", "Ferry runs late", "Second crew", "Holt")
    two.write(40, 40, "Register (continued)", BOLD)
    heading(two, 60)
    row(two, 80, 40, "R2", "Bridge is shut", "New bearings", "Rao")
    assert len(read(one, two)) == 1


def test_a_table_that_ended_high_on_the_page_does_not_go_on() -> None:
    one, two = Sheet(1), Sheet(2)
    heading(one, 100)
    row(one, 120, 30, "R1", "Ferry runs late", "Second crew", "Holt")
    row(two, 60, 30, "R2", "Bridge is shut", "New bearings", "Rao")
    row(two, 90, 30, "R3", "Quarry dust", "Spray", "Rao")
    assert len(read(one, two)) == 2


def test_columns_may_move_a_little() -> None:
    one, two = Sheet(1), Sheet(2)
    heading(one, 660)
    row(one, 680, 40, "R1", "Ferry runs late", "Second crew", "Holt")
    heading(two, 60)
    row(two, 80, 40, "R2", "Bridge is shut", "New bearings", "Rao")
    two.rules = [type(r)(r.x0 + 3, r.top, r.x1 + 3, r.bottom) for r in two.rules]
    assert len(read(one, two)) == 1


def test_a_small_table_on_every_page_is_kept_once_and_parts_nothing() -> None:
    sheets = [Sheet(n) for n in (1, 2, 3)]
    for n, sheet in enumerate(sheets):
        for x, text in ((400, "Total"), (470, "334.7")):
            sheet.box(x, 20, x + 70, 36)
            sheet.write(x + 4, 24, text)
        heading(sheet, 60)
        for line in range(20):
            row(sheet, 80 + 32 * line, 32, f"R{n}{line}", "Ferry runs late", "Second crew", "Holt")
    total, register = sorted(read(*sheets), key=lambda t: t.rows)
    assert total.rows == 1
    assert len(total.repeated) == 4
    assert register.rows == 61


def test_titles_that_a_spreadsheet_prints_on_every_page_are_no_rows_of_the_table_beneath() -> None:
    one, two = Sheet(1), Sheet(2)
    heading(one, 500)
    row(one, 520, 40, "R1", "Ferry runs late", "Second crew", "Holt")
    wide = (40, 290, 560)

    def merged(sheet: Sheet, top: float, *cells: str, bold: bool = False) -> None:
        for x0, x1, text in zip(wide, wide[1:], cells, strict=False):
            sheet.box(x0, top, x1, top + 40)
            sheet.write(x0 + 4, top + 4, text, BOLD) if bold else sheet.write(x0 + 4, top + 4, text)

    merged(one, 640, "Closed risk", "How it was closed", bold=True)
    merged(one, 680, "Quarry dust", "The road is sprayed")
    heading(two, 60)
    merged(two, 80, "Bridge is shut", "New bearings since June")
    first, second = read(one, two)
    assert texts(first)[1:] == [["R1", "Ferry runs late", "Second crew", "Holt"]]
    assert [[t for t in r if t] for r in texts(second)] == [
        ["Closed risk", "How it was closed"],
        ["Quarry dust", "The road is sprayed"],
        ["Bridge is shut", "New bearings since June"],
    ]
    assert [w.text for w in second.repeated] == ["Ref", "Risk", "Action", "Owner"]


def test_rows_below_the_break_that_have_several_actions_tell_that_those_above_may_have_too() -> None:
    one, two = Sheet(1), Sheet(2)
    heading(one, 550)
    for n, ref in enumerate(("R1", "R2", "R3", "R4", "R5")):
        row(
            one,
            570 + 40 * n,
            40,
            ref,
            "Ferry runs late",
            "Train a second crew\nbefore the summer",
            "Holt and Imrie of\nthe yard",
        )
    row(two, 60, 40, "", "", "Divers look at\nthe hull again", "Rao with the\nharbour master")
    for x0, x1, text in zip(XS[:2], XS[1:3], ("R6", "Quarry dust"), strict=True):
        two.box(x0, 100, x1, 160)
        two.write(x0 + 4, 104, text)
    for n, (action, owner) in enumerate((("Spray the road", "Holt"), ("Wash the lorries", "Imrie"))):
        for x0, x1, text in zip(XS[2:], XS[3:], (action, owner), strict=False):
            two.box(x0, 100 + 30 * n, x1, 130 + 30 * n)
            two.write(x0 + 4, 104 + 30 * n, text)
    (table,) = read(one, two)
    assert [[c.text for c in table.row(r)] for r in range(6, 9)] == [
        ["Divers look at the hull again", "Rao with the harbour master"],
        ["R6", "Quarry dust", "Spray the road", "Holt"],
        ["Wash the lorries", "Imrie"],
    ]


def test_edges_that_stand_close_together_keep_a_column_between_them():
    def grid(*xs: float) -> Grid:
        boxes = [Box(a, 100, b, 120) for a, b in pairwise(xs)]
        cells = [DraftCell(0, n, 0, n, [(1, box)]) for n, box in enumerate(boxes)]
        return Grid(list(xs), 1, cells, [(1, Box(xs[0], 100, xs[-1], 120))], "text")

    upper, lower = grid(50, 150, 300, 305, 310), grid(50, 70, 90, 150, 310, 400)
    share_columns(upper, lower)
    assert upper.xs == lower.xs
    for half in (upper, lower):
        assert all(c.column_span >= 1 and c.last_column < half.columns for c in half.cells)
    assert [c.column for c in upper.cells] == sorted({c.column for c in upper.cells})
