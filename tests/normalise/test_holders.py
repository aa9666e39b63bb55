"""Who holds a post that a text names in short."""

from __future__ import annotations

import pytest

from normalise.attendees import may_be
from normalise.holders import holder_of

ROLES = {
    "town clerk": "Ida Marsh",
    "deputy town clerk / rfo": "Tom Ferris",
    "ceo and secretary-treasurer": "Una Orr",
    "harbour officer": "Abe Wren",
}


@pytest.mark.parametrize(
    ("post", "holder"),
    [
        ("Town Clerk", "Ida Marsh"),
        ("the Clerk", "Ida Marsh"),
        ("RFO", "Tom Ferris"),
        ("CEO", "Una Orr"),
        ("Officer", None),
        ("Treasurer", None),
    ],
)
def test_the_one_who_may_be_meant(post: str, holder: str | None) -> None:
    assert holder_of(post, ROLES) == holder


def test_of_two_clerks_neither_is_meant() -> None:
    assert holder_of("Clerk", {**ROLES, "parish clerk": "Flo Reed"}) is None


def test_a_surname_of_several_words_is_a_short_form() -> None:
    assert may_be("Ní Dhuinn", "Cal Ní Dhuinn")
    assert not may_be("Jo Dhuinn", "Cal Ní Dhuinn")
