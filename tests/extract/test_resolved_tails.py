"""What stands in brackets behind a resolution: who proposed it, and how the vote went. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from extract.meeting.vote_words import counted_in
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
RESOLVED: That a lamp be bought for the pier. {0}{1}The lamp was on its way.

*3.   CLOSE
There was no more business.
"""


def of(tail: str) -> list[Printed]:
    return list(read(paper(MINUTES.format(tail, "\n\n"))))


@pytest.mark.parametrize(
    ("tail", "told"),
    [
        (
            "(Cllr Tom Orr proposed, Cllr Sue Lake seconded, all were in favour).",
            {"proposer": "Cllr Tom Orr", "seconder": "Cllr Sue Lake", "carried": "all were in favour"},
        ),
        (
            "(Proposed Cllr Orr, seconded Cllr Lake, six were in favour and two abstained)",
            {"proposer": "Cllr Orr", "seconder": "Cllr Lake", "votes_for": "six", "abstentions": "two"},
        ),
        (
            "[Cllr Tom Orr moved, Cllr Sue Lake seconded, seven in favour, and Cllr Ida Penn abstained]",
            {"proposer": "Cllr Tom Orr", "votes_for": "seven", "abstentions_names": "Cllr Ida Penn"},
        ),
        ("(6 in favour, 1 against)", {"votes_for": "6", "votes_against": "1"}),
    ],
)
def test_the_vote_in_brackets_is_no_part_of_what_was_resolved(tail: str, told: dict[str, str]) -> None:
    records = of(tail)
    (resolution,) = texts(records, "resolutions")
    assert resolution["text"] == "That a lamp be bought for the pier."
    (vote,) = texts(records, "votes")
    assert vote["motion"] == resolution["text"]
    assert {name: vote.get(name) for name in told} == told
    lamps = next(m["text"] for m in texts(records, "minutes") if m["heading"] == "LAMPS")
    assert lamps == "The Clerk told of the dark. The lamp was on its way."


def test_a_bracket_in_a_paragraph_of_its_own_and_one_in_a_list() -> None:
    text = MINUTES.format("\n\n(Cllr Tom Orr proposed, Cllr Sue Lake seconded, all in favour)", "\n\n")
    records = list(read(paper(text)))
    assert [m["text"] for m in texts(records, "minutes") if m["heading"] == "LAMPS"] == [
        "The Clerk told of the dark. The lamp was on its way."
    ]
    listed = MINUTES.replace(
        "RESOLVED: That a lamp be bought for the pier. {0}{1}",
        "RESOLVED:\n    •   That a lamp be bought for the pier. (Cllr Orr proposed, Cllr Lake seconded, six in favour, two abstained)\n\n",
    )
    records = list(read(paper(listed)))
    (vote,) = texts(records, "votes")
    assert vote["motion"] == "That a lamp be bought for the pier."
    assert (vote["votes_for"], vote["abstentions"], vote["carried"]) == ("six", "two", "RESOLVED:")


@pytest.mark.parametrize(
    "tail", ["(as proposed in the report)", "(see Appendix 2)", "(20% off) (at £95)", "(for three years)"]
)
def test_other_brackets_stay_in_the_resolution(tail: str) -> None:
    (resolution,) = texts(of(tail), "resolutions")
    assert resolution["text"].endswith(tail)


@pytest.mark.parametrize(
    ("text", "side", "who"),
    [
        ("five were in favour, and Cllr Ida Penn abstained", False, "Cllr Ida Penn"),
        ("4 voted for, with Councillor Orr voting against", True, "Councillor Orr"),
    ],
)
def test_a_side_with_one_name_in_place_of_a_count(text: str, side: bool, who: str) -> None:
    (match,) = counted_in(text)
    assert match["who"] == who
    assert bool(match["opposed"]) is side
