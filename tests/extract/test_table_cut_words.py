"""Words that a narrow column breaks, and whole words that fill its lines."""

from __future__ import annotations

import pytest

from extract.table import read_page_tables
from tests.extract.sheet import Sheet, texts


@pytest.mark.parametrize(
    ("upper", "lower", "text"),
    [
        ("Replace", "servers", "Replace servers"),  # two words that a short paper says once each
        ("Exercise", "with", "Exercise with"),
        ("Children’s", "placements", "Children’s placements"),
        ("Substation", "at", "Substation at"),
        ("Timescal", "e", "Timescale"),
        ("Refurbishm", "ent", "Refurbishment"),
    ],
)
def test_what_fills_a_line_is_broken_only_where_a_short_end_follows(upper, lower, text) -> None:
    sheet = Sheet()
    wide = 4.6 * len(upper) + 6
    for n in range(2):
        sheet.box(50 + wide * n, 100, 50 + wide * (n + 1), 130)
        sheet.box(50 + wide * n, 130, 50 + wide * (n + 1), 150)
        sheet.write(53 + wide * n, 135, "L")
    sheet.write(53, 103, upper)
    sheet.write(53, 115, lower)
    (table,) = read_page_tables(sheet.page)
    assert texts(table)[0][0] == text


@pytest.mark.parametrize("lists", [0, 3])
def test_letters_that_lists_count_by_are_no_words(lists: int) -> None:
    sheet = Sheet()
    wide = 4.6 * len("Overlooke") + 6
    for n in range(2):
        sheet.box(50 + wide * n, 100, 50 + wide * (n + 1), 130)
        sheet.box(50 + wide * n, 130, 50 + wide * (n + 1), 150)
        sheet.write(53 + wide * n, 135, "L")
    sheet.write(53, 103, "Overlooke")
    sheet.write(53, 115, "d")
    for n in range(lists):
        sheet.write(50, 200 + 12 * n, "(d) the quay")
    (table,) = read_page_tables(sheet.page)
    assert texts(table)[0][0] == "Overlooked"


def test_a_heading_that_is_broken_more_than_once_is_no_word_for_that() -> None:
    sheet = Sheet()
    wide = 4.6 * len("Overlooke") + 6
    for n in range(3):
        sheet.box(50 + wide * n, 100, 50 + wide * (n + 1), 130)
        sheet.box(50 + wide * n, 130, 50 + wide * (n + 1), 150)
        sheet.write(53 + wide * n, 135, "L")
        sheet.write(53 + wide * n, 103, "Overlooke")
        sheet.write(53 + wide * n, 115, "d")
    (table,) = read_page_tables(sheet.page)
    assert texts(table)[0] == ["Overlooked"] * 3


def test_a_word_with_hyphens_is_broken_where_the_document_knows_its_end() -> None:
    sheet = Sheet()
    wide = 4.6 * len("Sub-Vice-Harbourma") + 6
    for n in range(2):
        sheet.box(50 + wide * n, 100, 50 + wide * (n + 1), 130)
        sheet.box(50 + wide * n, 130, 50 + wide * (n + 1), 150)
        sheet.write(53 + wide * n, 135, "L")
    sheet.write(53, 103, "Sub-Vice-Harbourma")
    sheet.write(53, 115, "ster (Piers)")
    sheet.write(50, 200, "The Vice-Harbourmaster keeps the list, and the ster and the ster of each boat.")
    (table,) = read_page_tables(sheet.page)
    assert texts(table)[0][0] == "Sub-Vice-Harbourmaster (Piers)"
