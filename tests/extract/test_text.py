"""What a line end took apart is joined again."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.text import join_lines, lines_of
from tests.pages import Text, set_page


@pytest.mark.parametrize(
    ("lines", "known", "text"),
    [
        (["under-", "investment in roads"], ["under", "investment"], "under-investment in roads"),
        (["invest-", "ment in roads"], ["investment"], "investment in roads"),
        (["in 2024-", "25 the"], [], "in 2024-25 the"),
        (["Q3 2024/", "25 and 31/03/", "2025"], [], "Q3 2024/25 and 31/03/2025"),
        (["yes/", "no 4 /", "5 x/", "6"], [], "yes/ no 4 / 5 x/ 6"),
        (["Mary Barrington-", "King spoke"], [], "Mary Barrington-King spoke"),
        (["soft\u00ad", "ened"], [], "softened"),
        (["a plan -", "later"], [], "a plan - later"),
        (["", "only  this ", ""], [], "only this"),
    ],
)
def test_line_ends(lines: list[str], known: list[str], text: str) -> None:
    assert join_lines(lines, Counter(known)) == text


@given(st.lists(st.text(alphabet="abc -", max_size=12), max_size=6))
def test_no_letter_is_lost_in_joining(lines: list[str]) -> None:
    joined = join_lines(lines)
    assert [c for c in joined if c.isalpha()] == [c for line in lines for c in line if c.isalpha()]
    assert "  " not in joined


def test_words_out_of_order_join_the_row_they_overlap_though_another_was_begun_since():
    page = set_page(
        Text(40, 100, "Harbour", 10.0),
        Text(40, 112, "Quay", 10.0),
        Text(90, 101, "dues", 9.0),
        Text(90, 113, "wall", 9.0),
    )
    rows = lines_of([page.words[i] for i in (1, 3, 2, 0)])
    assert [[w.text for w in row] for row in rows] == [["Harbour", "dues"], ["Quay", "wall"]]
