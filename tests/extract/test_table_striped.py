"""Tables without rules of which every other row is painted cell by cell."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from extract.table import read_page_tables, read_tables
from extract.tables.fills import Canvas
from extract.tables.rules import edges_of
from extract.tables.stripes import ToldBy, stripes_of
from models.page import Fill, Font, Rule
from models.table import Table
from tests.extract.sheet import BOLD, Sheet, texts

XS = (40.0, 80.0, 200.0, 330.0, 380.0, 560.0)  # number, risk, cause, score, controls
HEADS = ("No.", "Risk", "Cause", "Score", "Controls")
RISKS = (
    (("1",), ("Nets are lost", "at sea"), ("Storms in autumn",), ("12",), ("Nets are marked.", "Boats stay in", "harbour at gale force.")),
    (("2",), ("The pier burns",), ("Old lamps and", "dry planks"), ("6",), ("Watch at night.",)),
    (("3",), ("No ice for the catch",), ("The plant fails",), ("20",), ("A second plant", "is hired in June.")),
    (("4",), ("Crews go short",), ("Better pay", "in the yards"), ("9",), ("Pay is looked at", "each spring.")),
    (("5",), ("The bar silts up",), ("Dredging is late",), ("16",), ("Soundings are taken.",)),
)  # fmt: skip
PALE, DARK, AMBER, BAND = "#f0f4fa", "#1f3864", "#ffc000", "#d9d9d9"
LINE = 12.0


class Striped(Sheet):
    """A sheet on which rows are written one below the other, every other one painted."""

    def __init__(self, number: int = 1, top: float = 100.0) -> None:
        super().__init__(number)
        self.top = top
        self.rows = 0

    def paint(self, top: float, bottom: float, colour: str, xs: tuple[float, ...] = XS) -> None:
        for a, b in pairwise(xs):
            self.fills.append(Fill(a, top, b, bottom, colour))

    def cells(
        self,
        cells: tuple[tuple[str, ...], ...],
        font: Font | None = None,
        colour: str | None = None,
        rating: str | None = None,
    ) -> None:
        bottom = self.top + 8 + LINE * max(map(len, cells))
        if colour:
            self.paint(self.top, bottom, colour)
        if rating:
            self.fills.append(Fill(XS[3], self.top, XS[4], bottom, rating))
        for x, lines in zip(XS, cells, strict=False):
            for n, line in enumerate(lines):
                self.write(x + 4, self.top + 4 + n * LINE, line, *([font] if font else []))
        self.top = bottom

    def heads(self, colour: str | None = None) -> None:
        self.cells(tuple((h,) for h in HEADS), BOLD, colour)

    def risks(
        self, risks: tuple[tuple[tuple[str, ...], ...], ...] = RISKS, *, first: bool = False, rated: bool = False
    ) -> None:
        for risk in risks:
            self.rows += 1
            painted = self.rows % 2 == (1 if first else 0)
            self.cells(risk, colour=PALE if painted else None, rating=AMBER if rated else None)

    def band(self, title: str, colour: str) -> None:
        self.fills.append(Fill(XS[0], self.top, XS[-1], self.top + 18, colour))
        self.write(XS[0] + 4, self.top + 4, title, BOLD)
        self.top += 18
        self.rows += 1


def rows(risks: tuple[tuple[tuple[str, ...], ...], ...] = RISKS) -> list[list[str]]:
    return [[" ".join(lines) for lines in risk] for risk in risks]


def only(sheet: Sheet) -> Table:
    (table,) = read_page_tables(sheet.page)
    return table


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("rated", [True, False])
@pytest.mark.parametrize("heads", [None, DARK, PALE])
def test_headings_and_rows_are_told_whichever_rows_are_painted(first, rated, heads):
    sheet = Striped()
    sheet.heads(heads)
    sheet.risks(first=first, rated=rated)
    table = only(sheet)
    assert texts(table) == [list(HEADS), *rows()]
    assert table.heading_rows == 1


def test_what_is_not_painted_ends_with_its_row():
    sheet = Striped()
    sheet.heads()
    sheet.risks()
    sheet.write(
        XS[0] + 4,
        sheet.top + 30,
        "Risks are scored from 1 to 25 by the harbour board at each of its meetings in the year.",
    )
    assert texts(only(sheet))[-1] == rows()[-1]


def test_a_title_above_the_headings_is_none_of_them():
    sheet = Striped(top=140)
    sheet.write(XS[0] + 4, 122, "The harbour", BOLD)
    sheet.fills.append(Fill(XS[0], 60, XS[-1], 100, DARK))
    sheet.write(XS[0] + 4, 70, "Risks of the harbour board", BOLD)
    sheet.heads()
    sheet.risks()
    assert texts(only(sheet)) == [list(HEADS), *rows()]


@pytest.mark.parametrize("colour", [BAND, PALE])
def test_titles_of_sections_stand_across_wherever_they_fall(colour):
    sheet = Striped()
    sheet.heads()
    sheet.band("At sea", colour)
    sheet.risks(RISKS[:2])
    sheet.band("On land", colour)
    sheet.risks(RISKS[2:4])
    sheet.band("At the bar", colour)
    sheet.risks(RISKS[4:])
    table = only(sheet)
    wide = [c.text for c in table.cells if c.column_span == table.columns]
    assert wide == ["At sea", "On land", "At the bar"]
    assert [row for row in texts(table) if len(row) > 1][1:] == rows()


def test_each_of_two_tables_has_its_own_headings():
    sheet = Striped()
    for part in (RISKS[:3], RISKS[3:]):
        sheet.rows = 0
        sheet.heads()
        sheet.risks(part)
        sheet.top += 30
    one, two = read_page_tables(sheet.page)
    assert texts(one) == [list(HEADS), *rows(RISKS[:3])]
    assert texts(two) == [list(HEADS), *rows(RISKS[3:])]


def test_a_table_goes_on_over_the_page_with_a_row_that_is_not_painted():
    sheet = Striped(top=640)
    sheet.heads()
    sheet.risks(RISKS[:4])
    rest = Striped(number=2, top=40)
    rest.cells(RISKS[4])
    (table,) = read_tables([sheet.page, rest.page])
    assert texts(table) == [list(HEADS), *rows()]


def test_painted_ratings_beside_plain_texts_are_no_table_of_their_own():
    sheet = Striped()
    for n, risk in enumerate(RISKS):
        bottom = sheet.top + 8 + LINE * 3
        if n % 2:
            sheet.paint(sheet.top, bottom, AMBER, (330.0, 345.0, 360.0, 380.0))
        sheet.cells(risk)
        sheet.top = bottom
    assert not any(table.columns == 3 for table in read_page_tables(sheet.page))


def test_where_rules_part_the_cells_they_tell_the_table():
    sheet = Striped()
    sheet.heads()
    sheet.risks()
    heights = sorted({f.top for f in sheet.fills} | {f.bottom for f in sheet.fills} | {100.0, 120.0, sheet.top})
    sheet.rules += [Rule(XS[0], y, XS[-1], y) for y in heights]
    sheet.rules += [Rule(x, 100.0, x, sheet.top) for x in XS]
    table = only(sheet)
    assert table.method == "lattice"
    assert texts(table) == [list(HEADS), *rows()]


def test_words_that_stand_across_the_cells_make_it_another_thing():
    sheet = Striped()
    sheet.heads()
    sheet.risks()
    page = sheet.page
    sheet.write(
        XS[1] + 60,
        100.0 + 8 + LINE + 8 + 3 * LINE + 6,
        "a long remark that runs over columns and is of none of them",
        Font("Helvetica", 9.0),
    )
    assert all(table.method != "fills" for table in read_page_tables(replace(page, words=sheet.page.words)))


def rated_rows(sheet: Striped, *, bands: bool = False) -> None:
    """Rows none of which is painted but for its rating."""
    for n, risk in enumerate(RISKS):
        if bands and n in {0, 3}:
            sheet.band("At sea" if n == 0 else "On land", BAND)
        sheet.cells(risk, rating=AMBER)


@pytest.mark.parametrize("bands", [True, False])
def test_ratings_tell_the_rows_below_painted_headings(bands):
    sheet = Striped()
    sheet.heads(DARK)
    rated_rows(sheet, bands=bands)
    table = only(sheet)
    assert [row for row in texts(table) if len(row) > 1] == [list(HEADS), *rows()]
    assert [row for row in texts(table) if len(row) == 1] == ([["At sea"], ["On land"]] if bands else [])


def test_the_colours_of_a_matrix_are_no_ratings_in_rows():
    sheet = Striped()
    sheet.heads(DARK)
    for n in range(4):
        colours = (PALE, AMBER, "#ff0000", "#00b050", AMBER)
        for (a, b), colour in zip(pairwise(XS), colours, strict=True):
            sheet.fills.append(Fill(a, sheet.top, b, sheet.top + 20, colour))
        sheet.cells(tuple((str(n * k),) for k in range(5)))
    told = stripes_of(sheet.page, edges_of(sheet.page, Canvas(sheet.page)))
    assert told
    assert all(table.told_by is not ToldBy.RATINGS for table in told)


def test_painted_titles_part_the_rows_that_their_references_tell():
    sheet = Striped()
    sheet.heads(DARK)
    for n, risk in enumerate(RISKS):
        if n in {0, 3}:
            sheet.band("At sea" if n == 0 else "On land", BAND)
        sheet.cells(risk)
    table = only(sheet)
    assert texts(table) == [list(HEADS), ["At sea"], *rows(RISKS[:3]), ["On land"], *rows(RISKS[3:])]
    assert table.confidence < 0.94


def test_one_rated_row_below_painted_headings_is_a_table_and_rows_without_ratings_are_told_otherwise():
    sheet = Striped()
    sheet.heads(DARK)
    sheet.cells(RISKS[0], rating=AMBER)
    assert texts(only(sheet)) == [list(HEADS), rows()[0]]
    for risk in RISKS[1:4]:
        sheet.cells(risk)
    assert not any(table.method == "fills" for table in read_page_tables(sheet.page))


def test_badges_inside_the_cells_part_no_rows() -> None:
    sheet = Striped()
    sheet.heads()
    for number, risk in enumerate(RISKS):
        top = sheet.top + 3
        sheet.cells(risk, colour=PALE if number % 2 == 0 else None)
        sheet.fills.append(Fill(XS[3] + 6, top, XS[4] - 6, top + 13, AMBER))
    table = only(sheet)
    assert texts(table) == [list(HEADS), *rows()]
