"""Names at the right edge of minutes, in type of their own, say who is to do what stands beside them. All invented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.meeting.actions import read_actions
from extract.meeting.margin import with_margin
from extract.meeting.margin_names import are_owners
from extract.meeting.pieces import Piece, align, piece_of_paragraph
from extract.meeting.ranges import Used, join_stretches
from models.page import Font, Word
from tests.meetings import paragraphs

SLANTED = Font("Sans-BoldItalic", 10.0, bold=True, italic=True)
RIGHT = 70  # letters: names that begin behind it are in the margin

PAGE = """
It was said that Cllr I. Penn would write to the ferry company.          Cllr I. Penn

The lamps on the pier were out, and the engineer had been.               Clerk

Photographs to be taken from the path below the chapel.                  Clerk/Cllr W.
                                                                         Orr

The bell was rung on Sunday, as on every Sunday of the year              Noted

It was said that the boats had been late all through March.
                                                                         All
"""


def pieces() -> list[Piece]:
    return [_slanted(piece_of_paragraph(p)) for p in paragraphs(PAGE)]


def _slanted(piece: Piece) -> Piece:
    words = tuple(replace(w, font=SLANTED) if w.x0 >= 50 + 5 * (RIGHT - 1) else w for w in piece.words)
    edge = tuple(replace(w, x1=520.0) if w.font is SLANTED and w is _last(words, w) else w for w in words)
    return replace(piece, words=edge, spans=align(piece.text, edge))


def _last(words: Sequence[Word], word: Word) -> Word:
    return [w for w in words if w.top == word.top][-1]


def test_names_at_the_right_edge_in_type_of_their_own_are_owners():
    found = with_margin(pieces())
    beside = [[f.text for f in p.aside] for p in found]
    assert beside == [["Cllr I. Penn"], ["Clerk"], ["Clerk/Cllr W. Orr"], [], ["All"]]
    assert found[3].text.endswith("Noted")
    actions = read_actions(found, Used(found))
    assert actions[1].owners is not None and actions[1].owners.text == "Clerk"
    assert (
        join_stretches(found, actions[1].stretches).text == "The lamps on the pier were out, and the engineer had been."
    )


def test_one_name_so_set_is_chance():
    first = pieces()[:1]
    assert with_margin(first) == first


def test_a_sentence_behind_a_resolution_is_what_the_one_beside_it_is_to_do():
    (piece,) = [p for p in with_margin(pieces()) if "lamps" in p.text]
    used = Used([piece])
    used.add(0, 0, piece.text.index("and the"))
    (action,) = read_actions([piece], used)
    assert join_stretches([piece], action.stretches).text == "and the engineer had been."


def test_who_may_be_an_owner():
    assert all(map(are_owners, ("Cllr I. Penn", "Clerk", "All", "IP/TO", "Cllr I. Penn/Clerk", "Head of Boats")))
    assert not any(map(are_owners, ("Noted", "NO OBJECTIONS", "Carried Unanimously", "TOTAL £9", "the Clerk has gone")))
