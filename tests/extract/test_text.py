"""What a line end took apart is joined again."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.text import join_lines


@pytest.mark.parametrize(
    ("lines", "known", "text"),
    [
        (["under-", "investment in roads"], ["under", "investment"], "under-investment in roads"),
        (["invest-", "ment in roads"], ["investment"], "investment in roads"),
        (["in 2024-", "25 the"], [], "in 2024-25 the"),
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
