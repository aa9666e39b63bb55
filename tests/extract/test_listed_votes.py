"""Votes on what was resolved in a list, and on what is resolved below the vote. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from models.record import Printed
from tests.meetings import paper, texts

MINUTES = """*MINUTES OF THE PIER COUNCIL HELD ON 4 MARCH 2024

*Present:
Cllr Ida Penn (Chair)
Cllr Tom Orr
Cllr Sue Lake

*1.   APOLOGIES
There were none.

*2.   LAMPS
The Clerk told of the dark.

{0}

*3.   CLOSE
There was no more business.
"""
LIST = "{0}\n\n(a)   a lamp be bought for the pier;\n\n(b)   the Clerk be thanked.{1}"
LIMBS = ["a lamp be bought for the pier;", "the Clerk be thanked."]


def of(told: str) -> list[Printed]:
    return list(read(paper(MINUTES.format(told))))


@pytest.mark.parametrize(
    ("over", "behind"),
    [
        ("RESOLVED that:", " Proposed by Cllr Orr, seconded by Cllr Lake. Vote: For 2; Against 1"),
        ("RESOLVED that:", " (Proposed Cllr Orr, seconded Cllr Lake)"),
        ("It was AGREED that:", " (Proposed Cllr Orr, seconded Cllr Lake)"),
        ("RESOLVED that:", "\n\nMoved by Cllr Orr, seconded by Cllr Lake. Carried unanimously."),
        ("On the proposal of Cllr Orr, seconded by Cllr Lake, it was RESOLVED that:", ""),
    ],
)
def test_who_moved_a_list_moved_all_of_it(over: str, behind: str) -> None:
    records = of(LIST.format(over, behind))
    assert [r["text"] for r in texts(records, "resolutions")] == LIMBS
    (vote,) = texts(records, "votes")
    assert vote["motion"] == "(a) a lamp be bought for the pier; (b) the Clerk be thanked."
    assert (vote["proposer"], vote["seconder"]) == ("Cllr Orr", "Cllr Lake")


def test_each_entry_of_a_list_may_have_its_own_movers() -> None:
    records = of(
        "RESOLVED that:\n\n(a)   a lamp be bought. Proposed Cllr Orr, seconded Cllr Lake.\n\n"
        "(b)   the Clerk be thanked. Proposed Cllr Lake, seconded Cllr Penn."
    )
    assert [r["text"] for r in texts(records, "resolutions")] == ["a lamp be bought.", "the Clerk be thanked."]
    assert "(a)" not in str([v.get("motion") for v in texts(records, "votes")])


def test_what_was_carried_is_resolved_below_the_vote() -> None:
    records = of(
        "Cllr Orr moved and Cllr Lake seconded the recommendation. On being put to the vote there were 2 votes for, 1 against"
        " and 0 abstentions, and the motion was carried.\n\nRESOLVED that a lamp be bought."
    )
    (vote,) = texts(records, "votes")
    assert vote["motion"] == "that a lamp be bought."
    assert (vote["proposer"], vote["votes_for"], vote["votes_against"]) == ("Cllr Orr", "2", "1")


def test_a_numbered_resolution_is_what_was_resolved() -> None:
    for mark in ("Resolution 24/13:", "Resolution No. 3 –"):
        (resolution,) = texts(of(f"{mark} That the Proposed Lamp Scheme be adopted."), "resolutions")
        assert resolution["text"] == "That the Proposed Lamp Scheme be adopted."


def test_a_motion_at_the_end_of_a_paragraph_is_the_one_moved_below() -> None:
    records = of(
        "The Clerk had two prices. MOTION: That a lamp be bought.\n\nMoved by Cllr Orr; seconded by Cllr Lake. Motion carried 2-1."
    )
    assert [r["text"] for r in texts(records, "resolutions")] == ["That a lamp be bought."]
