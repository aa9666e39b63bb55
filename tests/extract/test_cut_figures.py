"""Figures that a narrow column cut between two characters are read as one; figures below each other stay two."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.tables.celltext import text_in
from extract.tables.draft import DraftCell
from models.geometry import Box
from models.page import Font, Word

CHARACTER, MARGIN = 5.0, 2.0  # points
PLAIN = Font("Plain", 9)


def cell(*lines: str, fits: int) -> DraftCell:
    """A cell in which so many characters have room on a line."""
    words: list[Word] = []
    for row, line in enumerate(lines):
        x = MARGIN
        for text in line.split():
            top = 10.0 + 11 * row
            words.append(Word(text, x, top, x + CHARACTER * len(text), top + 9, 1, len(words), PLAIN))
            x += CHARACTER * (len(text) + 1)
    return DraftCell(0, 0, 0, 0, [(1, Box(0, 5, 2 * MARGIN + CHARACTER * fits, 200))], words)


@pytest.mark.parametrize(
    ("lines", "fits", "text"),
    [
        (("22/2", "3"), 4, "22/23"),
        (("2023/2", "4"), 6, "2023/24"),
        (("Target", "2030/3", "1"), 6, "Target 2030/31"),
        (("Q1 20", "30/31"), 6, "Q1 2030/31"),
        (("Out", "2030", "/31"), 5, "Out 2030/31"),
        (("31/03/2", "031"), 7, "31/03/2031"),
        (("£1,2", "50,4", "00"), 4, "£1,250,400"),
        (("84.5", "%"), 4, "84.5%"),
        (("HB21/015", ".2"), 8, "HB21/015.2"),
        (("(1,2", "04)"), 4, "(1,204)"),
        (("12", "15"), 4, "12 15"),  # two figures
        (("1,250", "1,310"), 5, "1,250 1,310"),
        (("2030", "2031"), 4, "2030 2031"),
        (("22/23", "23/24"), 5, "22/23 23/24"),
        (("22/2", "3"), 20, "22/2 3"),  # there was room
        (("84.5%", "80"), 5, "84.5% 80"),
        (("20", "12 of them"), 4, "20 12 of them"),
    ],
)
def test_what_a_narrow_column_cut(lines: tuple[str, ...], fits: int, text: str) -> None:
    assert text_in(cell(*lines, fits=fits), ()) == text


@settings(deadline=None)
@given(st.integers(1_000, 99_999_999), st.sampled_from(["", "£", "$"]), st.integers(4, 9))
def test_a_grouped_number_cut_anywhere_is_one(number: int, sign: str, fits: int) -> None:
    printed = f"{sign}{number:,}"
    lines = [printed[i : i + fits] for i in range(0, len(printed), fits)]
    assert text_in(cell(*lines, fits=fits), ()) == printed


@settings(deadline=None)
@given(st.integers(2000, 2060), st.integers(5, 9), st.booleans())
def test_a_financial_year_cut_anywhere_is_one(year: int, fits: int, long: bool) -> None:
    printed = f"{year}/{year + 1}" if long else f"{year}/{(year + 1) % 100:02}"
    lines = [printed[i : i + fits] for i in range(0, len(printed), fits)]
    assert text_in(cell(*lines, fits=fits), ()) == printed
