"""Ruled lists that touch, one below the other, are tables of their own; forms and lists of one division stay whole."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from extract.table import read_page_tables, read_tables
from tests.extract.sheet import BOLD, PLAIN, Sheet, texts

RISKS = [
    ["Ref", "Risk", "Owner", "Score"],
    ["R1", "Weir gives way", "Una Mott", "12"],
    ["R2", "Eels die", "Seth Cray", "9"],
    ["R3", "Sluice jams", "Ola Finn", "16"],
]
ACTIONS = [["Risk ref", "Action", "Due"], ["R1", "Drive new piles", "May 2027"], ["R3", "Grease the gear", "June 2027"]]
FOUR, THREE = (40, 90, 300, 420, 500), (40, 130, 360, 500)


def ruled(sheet: Sheet, top: float, edges: Sequence[float], rows: Sequence[Sequence[str]], heads: int = 1) -> float:
    """Rows of cells with rules around each; the first are bold. Returns where they end."""
    for n, row in enumerate(rows):
        for (a, b), text in zip(pairwise(edges), row, strict=True):
            sheet.box(a, top, b, top + 18)
            sheet.write(a + 3, top + 4, text, BOLD if n < heads else PLAIN)
        top += 18
    return top


def test_a_list_that_is_divided_in_another_way_below_headings_of_its_own_is_another_table() -> None:
    sheet = Sheet()
    ruled(sheet, ruled(sheet, 60, FOUR, RISKS), THREE, ACTIONS)
    risks, actions = read_page_tables(sheet.page)
    assert texts(risks) == RISKS
    assert texts(actions) == ACTIONS
    assert (risks.columns, actions.columns) == (4, 3)
    assert actions.row(1)[1].header == ("Action",)


@pytest.mark.parametrize(
    ("edges", "lower"),
    [
        ((40, 90, 300), [["Ref", "Action"], ["R1", "Drive new piles"], ["R3", "Grease the gear"]]),  # narrower
        (FOUR, [["Ref", "Action", "Due date", "Status"], ["R1", "Drive piles", "May", "Late"]]),  # other headings
    ],
)
def test_a_list_in_columns_of_the_one_above_is_told_by_its_width_or_its_headings(
    edges: Sequence[float], lower: list[list[str]]
) -> None:
    sheet = Sheet()
    ruled(sheet, ruled(sheet, 60, FOUR, RISKS), edges, lower)
    first, second = read_page_tables(sheet.page)
    assert (texts(first), texts(second)) == (RISKS, lower)


def test_headings_printed_once_more_begin_no_other_table() -> None:
    sheet = Sheet()
    ruled(sheet, ruled(sheet, 60, FOUR, RISKS), FOUR, [RISKS[0], ["R7", "Silt", "Ida Wray", "6"]])
    assert len(read_page_tables(sheet.page)) == 1


def test_a_title_across_goes_with_the_list_below_it() -> None:
    sheet = Sheet()
    end = ruled(sheet, 60, FOUR, RISKS)
    ruled(sheet, ruled(sheet, end, (40, 500), [["Actions agreed"]]), THREE, ACTIONS)
    risks, actions = read_page_tables(sheet.page)
    assert texts(risks) == RISKS
    assert texts(actions) == [["Actions agreed"], *ACTIONS]


def test_the_rest_of_a_list_goes_on_above_the_list_that_touches_it() -> None:
    first, second = Sheet(1), Sheet(2)
    ruled(first, 660, FOUR, RISKS)
    rest = [["R4", "Otters move in", "Max Poll", "4"], ["R5", "Ice", "Ida Wray", "6"], ["R6", "Rats", "Una Mott", "8"]]
    ruled(second, ruled(second, 40, FOUR, rest, heads=0), THREE, ACTIONS)
    risks, actions = read_tables([first.page, second.page])
    assert texts(risks) == [*RISKS, *rest]
    assert texts(actions) == ACTIONS


@pytest.mark.parametrize(
    ("edges", "lower"),
    [
        (FOUR, [["Ref", "Risk", "Owner", "Score"], ["R7", "Silt", "Ida Wray", "6"]]),  # divided as the list above
        ((40, 300, 500), [["Total", "37"], ["Mean", "12"]]),  # fewer cells, at edges of the list above
        (THREE, [["R7", "Silt lies on the bed", "6"], ["R8", "Reeds", "8"]]),  # no headings
    ],
)  # fmt: skip
def test_rows_without_headings_and_division_of_their_own_stay(edges: Sequence[float], lower: list[list[str]]) -> None:
    sheet = Sheet()
    ruled(sheet, ruled(sheet, 60, FOUR, RISKS), edges, lower, heads=0 if lower[0][0] == "R7" else 1)
    (table,) = read_page_tables(sheet.page)
    assert texts(table) == [*RISKS, *lower]


def test_a_form_of_boxes_stays_whole() -> None:
    sheet = Sheet()
    end = ruled(sheet, 60, FOUR, [["Ref", "Risk", "Owner", "Score"], ["R1", "Weir gives way", "Una Mott", "12"]])
    end = ruled(sheet, end, THREE, [["Likelihood", "Impact", "Rating"], ["3", "4", "High"]])
    ruled(sheet, end, FOUR, [["No", "Control", "Owner", "Date"], ["1", "Piles", "Una Mott", "May"]])
    assert len(read_page_tables(sheet.page)) == 1
