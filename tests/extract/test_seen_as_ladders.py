"""Painted headings over level rules, printed again below titles: high rows, and rows that the page's end cuts. All invented."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.table import read_page_tables, read_tables
from models.page import Fill, Rule
from models.table import Table
from tests.extract.sheet import BOLD, Sheet

EDGES = (40.0, 110.0, 180.0, 300.0, 560.0)
HEADINGS = ("Number", "Date", "Title", "Decision")
Row = tuple[str, str, str, int]  # its last number tells how many lines the decision takes


def month(sheet: Sheet, top: float, title: str, rows: Sequence[Row], *, cut: bool = False, ruled: bool = True) -> float:
    """A title, with `ruled` on a rule, painted headings and rows with a rule below each; with `cut` none below the last."""
    if title:
        sheet.write(EDGES[0], top, title, BOLD)
    if title and ruled:
        sheet.rules.append(Rule(EDGES[0], top + 13, EDGES[-1], top + 13))
    top += 16 if ruled else 30
    for x0, x1 in pairwise(EDGES):
        sheet.fills.append(Fill(x0, top, x1, top + 18, "#f1ece1"))
    for x, text in zip(EDGES, HEADINGS, strict=False):
        sheet.write(x + 4, top + 4, text, BOLD)
    top += 18
    for number, (ref, day, about, lines) in enumerate(rows, start=1):
        for x, text in zip(EDGES, (ref, day, about), strict=False):
            sheet.write(x + 4, top + 5, text)
        for line in range(lines):
            sheet.write(EDGES[3] + 4, top + 5 + 11 * line, "To let the quay for a year to those who fish")
        top += 10 + 11 * lines
        if number < len(rows) or not cut:
            sheet.rules.append(Rule(EDGES[0], top, EDGES[-1], top))
    return top + 16


def refs(tables: Sequence[Table]) -> list[list[str]]:
    return [[c.text for c in t.cells if c.column == 0 and c.row and c.text] for t in tables]


MAY: Sequence[Row] = (("H/031", "02/05/2031", "Quay dues", 3), ("H/032", "09/05/2031", "North light", 2))


def test_a_row_higher_than_colours_go_on_and_what_follows_it_is_of_the_table() -> None:
    sheet = Sheet()
    top = month(sheet, 60, "May 2031", MAY)
    month(
        sheet,
        top,
        "June 2031",
        (
            ("H/033", "01/06/2031", "Sluice", 2),
            ("H/034", "08/06/2031", "Pilot boat", 10),
            ("H/035", "15/06/2031", "Buoys", 2),
        ),
    )
    assert refs(read_page_tables(sheet.page)) == [["H/031", "H/032"], ["H/033", "H/034", "H/035"]]


def test_a_row_that_the_foot_of_the_page_cuts_is_of_a_table_of_one_other_row_under_the_same_headings() -> None:
    sheet = Sheet()
    top = month(sheet, 60, "May 2031", (*MAY, ("H/033", "12/05/2031", "Bell", 2)))
    month(
        sheet,
        top,
        "June 2031",
        (("H/034", "01/06/2031", "Sluice", 3), ("H/035", "08/06/2031", "Pilot boat", 2)),
        cut=True,
    )
    assert refs(read_page_tables(sheet.page)) == [["H/031", "H/032", "H/033"], ["H/034", "H/035"]]


def test_of_tables_below_each_other_that_both_end_early_each_goes_on_to_its_last_rule() -> None:
    sheet = Sheet()
    high: Sequence[Row] = (("H/031", "02/05/2031", "Quay dues", 8), ("H/032", "09/05/2031", "North light", 10))
    top = month(sheet, 60, "May 2031", high, ruled=False)
    month(
        sheet,
        top,
        "June 2031",
        (("H/033", "01/06/2031", "Sluice", 2), ("H/034", "08/06/2031", "Buoys", 11)),
        ruled=False,
    )
    assert refs(read_page_tables(sheet.page)) == [["H/031", "H/032"], ["H/033", "H/034"]]


def test_the_last_row_of_a_list_alone_at_the_head_of_the_next_page_is_of_it() -> None:
    first, second = Sheet(1), Sheet(2)
    month(first, 560, "May 2031", (*MAY, ("H/033", "12/05/2031", "Bell", 3)))
    for x, text in zip(EDGES, ("H/034", "16/05/2031", "Sluice"), strict=False):
        second.write(x + 4, 45, text)
    for line in range(3):
        second.write(EDGES[3] + 4, 45 + 11 * line, "To let the quay for a year to those who fish")
    second.rules += [Rule(EDGES[0], y, EDGES[-1], y) for y in (42, 84)]  # a browser closes what it cuts
    month(second, 96, "June 2031", (("H/035", "01/06/2031", "Pilot boat", 2), ("H/036", "08/06/2031", "Buoys", 2)))
    found = refs(read_tables([first.page, second.page]))
    assert found == [["H/031", "H/032", "H/033", "H/034"], ["H/035", "H/036"]]


def test_one_row_under_the_headings_of_the_page_before_goes_on_with_its_table() -> None:
    first, second = Sheet(1), Sheet(2)
    month(first, 560, "May 2031", (*MAY, ("H/033", "12/05/2031", "Bell", 3)))
    top = month(second, 40, "", (("H/034", "16/05/2031", "Sluice", 10),), ruled=False)
    month(second, top, "June 2031", (("H/035", "01/06/2031", "Pilot boat", 2), ("H/036", "08/06/2031", "Buoys", 2)))
    found = refs(read_tables([first.page, second.page]))
    assert [ref for table in found for ref in table if ref in {"H/033", "H/034", "H/035"}] == [
        "H/033",
        "H/034",
        "H/035",
    ]


def test_headings_that_their_rows_run_on_from_take_none_of_the_rows_below_the_next_headings() -> None:
    sheet = Sheet()
    top = month(sheet, 50, "May 2031", (("H/031", "02/05/2031", "Quay dues", 10),), ruled=False)
    high: Sequence[Row] = (("H/032", "01/06/2031", "Sluice", 8), ("H/033", "08/06/2031", "Buoys", 10))
    month(sheet, top, "", high, ruled=False)
    assert refs(read_page_tables(sheet.page)).count(["H/032", "H/033"]) == 1
    found = [ref for table in refs(read_page_tables(sheet.page)) for ref in table]
    assert len(found) == len(set(found))


def test_of_headings_with_one_high_row_each_none_takes_the_rows_of_others() -> None:
    sheet, top = Sheet(), 50.0
    for n, (title, lines, ruled) in enumerate((("May 2031", 8, True), ("", 8, True), ("", 13, False), ("", 8, False))):
        top = month(sheet, top, title, ((f"H/03{n}", "02/05/2031", "Quay dues", lines),), ruled=ruled)
    found = [ref for table in refs(read_page_tables(sheet.page)) for ref in table]
    assert len(found) == len(set(found))
