"""Minutes as courts and senates of universities print them: verbs in capitals, papers at the right of headings. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from extract.meeting.action_words import owner_in
from extract.meeting.pieces import piece_of_words
from tests.meetings import paper, texts
from tests.pages import Text, set_page

COURT = """*COURT OF THE UNIVERSITY OF PIER HILL
Minute of Meeting

*Minute of the meeting held on Monday 4 March 2024 at 2.00pm in the Harbour Room, Old
*College

Present:        Ms Ida Penn, Lay Member (presiding)
                Professor Tom Orr, Principal
                Ms Sue Lake, Rector

In attendance:  Abe Wren, Director of Boats
                Flo Reed, Deputy Secretary, Students

*1   Minute                                                              Paper A1
The Minute of the last meeting was APPROVED as an accurate record of it.

*2   Boats                                                               Paper B
The Director of Boats spoke of the two boats that the University keeps.

Action: Director of Boats to circulate the list of repairs. (by end May 2024)

Court NOTED the report and, on the advice of the Senate, APPROVED a new sail.

*3   Halls
Court, on the recommendation of the Estates Committee, APPROVED:

(i)   the plan for the Lamp Hall; and

(ii)  the sale of the old hall.

The report of the Senate was RECEIVED.

*4   Any Other Business
The Rector thanked all who had come to the meeting on so wet a day.
"""


def test_verbs_in_capitals_resolve_and_lead_into_lists() -> None:
    records = list(read(paper(COURT)))
    found = [r for r in records if r.view == "resolutions"]
    assert [(r.get("label"), r["text"]) for r in texts(records, "resolutions")] == [
        (None, "The Minute of the last meeting was APPROVED as an accurate record of it."),
        (None, "Court NOTED the report and, on the advice of the Senate, APPROVED a new sail."),
        ("i", "the plan for the Lamp Hall; and"),
        ("ii", "the sale of the old hall."),
        (None, "The report of the Senate was RECEIVED."),
    ]
    assert found[2].context["lead_in"].text == "APPROVED:"
    halls = texts(records, "minutes")[2]
    assert halls["text"] == "Court, on the recommendation of the Estates Committee, APPROVED:"


def test_a_paper_at_the_right_of_a_heading_is_no_part_of_it() -> None:
    minutes = texts(list(read(paper(COURT))), "minutes")
    assert [(m["heading"], m.get("agenda_ref")) for m in minutes] == [
        ("Minute", "Paper A1"),
        ("Boats", "Paper B"),
        ("Halls", None),
        ("Any Other Business", None),
    ]


def test_who_presided_led_and_the_rest_of_a_place_is_no_body() -> None:
    records = list(read(paper(COURT)))
    (meeting,) = texts(records, "meetings")
    assert (meeting["body"], meeting["chair"]) == ("COURT OF THE UNIVERSITY OF PIER HILL", "Ms Ida Penn")
    assert texts(records, "attendance")[-1]["role"] == "Deputy Secretary, Students"


def test_a_date_in_brackets_behind_an_action_is_its_own() -> None:
    (action,) = texts(list(read(paper(COURT))), "minute_actions")
    assert action["action"] == "Director of Boats to circulate the list of repairs."
    assert (action["owners"], action["due_text"]) == ("Director of Boats", "by end May 2024")


@pytest.mark.parametrize(
    "said",
    [
        "Boat Team to speak with the Quay Trust and The Lamp Trust to learn what they do.",
        "Boat Team with Harbour Board input to consider a new lamp.",
    ],
)
def test_those_whom_somebody_is_to_act_with_are_no_owners(said: str) -> None:
    piece = piece_of_words(set_page(Text(50, 60, said)).words)
    owner = owner_in(piece, 0, len(piece.text))
    assert owner is not None and owner.text == "Boat Team"


@pytest.mark.parametrize(
    "said",
    [
        "Last years accounts will be brought to the next meeting.",
        "Ferry hall put on the next agenda and HC requested to write a paper.",
    ],
)
def test_what_something_is_done_to_is_no_owner(said: str) -> None:
    piece = piece_of_words(set_page(Text(50, 60, said)).words)
    assert owner_in(piece, 0, len(piece.text)) is None
