"""Headings of attendance in a column of their own that is read before the names beside it. All invented."""

from __future__ import annotations

from extract.meeting.labels_beside import with_labels_beside
from extract.meeting.pieces import Piece, piece_of_words
from models.page import Word
from tests.registers import words_of


def piece(*lines: tuple[str, float, float]) -> Piece:
    """Lines of a text, each at its place from the left and from the top."""
    rows: list[list[Word]] = [words_of(text, 1, x, y) for text, x, y in lines]
    return piece_of_words([w for row in rows for w in row], rows)


HEADS = [piece(("Members Present:", 50, 100)), piece(("Members Absent:", 50, 122), ("Staff Present:", 50, 133))]
NAMES = piece(
    ("Mayor Ida Penn", 200, 100),
    ("Council Member Tom Orr", 200, 111),
    ("Council Member Flo Reed", 200, 122),
    ("City Clerk Sue Lake", 200, 133),
)
AFTER = piece(("The meeting began at 7 p.m.", 50, 160))


def test_each_name_is_under_the_heading_on_its_height():
    told = with_labels_beside([*HEADS, NAMES, AFTER])
    assert [(p.label, p.text) for p in told] == [
        ("Members Present", "Mayor Ida Penn Council Member Tom Orr"),
        ("Members Absent", "Council Member Flo Reed"),
        ("Staff Present", "City Clerk Sue Lake"),
        (None, "The meeting began at 7 p.m."),
    ]


def test_headings_without_names_on_their_height_stay_as_they_are():
    below = piece(("Mayor Ida Penn", 200, 300), ("City Clerk Sue Lake", 200, 311))
    for pieces in ([*HEADS, below], [*HEADS, AFTER], [HEADS[0], NAMES]):
        assert with_labels_beside(pieces) == pieces
