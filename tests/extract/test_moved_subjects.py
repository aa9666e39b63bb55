"""Motions that are named by what was recommended; references that stand among sentences; names with a saint's. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from extract.meeting.moved_subjects import subject_moved
from tests.meetings import paper, texts

PAGE = """*MINUTES OF THE PIER COUNCIL HELD ON 4 MARCH 2031

Location:         Pier House
                  12 Harbour Road
                  Wren Hill

Present:          Cllr Ida Penn (Chair), Cllr Tom Orr, Cllr Ana St. Rowe

*1/31   INTERESTS OF MEMBERS

Item 8

It was noted that Cllr Orr had a personal interest in the item, as a keeper of the lamps.

Item 9

Cllr Penn had a prejudicial interest in this item and would leave the room while it was taken.

*2/31   LAMPS AND BUOYS

The Harbour Master presented the report.

The recommendations as set out in the report were moved by Cllr Penn, seconded by Cllr Ana St. Rowe, and carried by 7 votes to 2.

RESOLVED:

(1) That four lamps be bought.

*3/31   NEXT MEETING - 4 JUNE AT 9:30 A.M.

*4/31   CLOSE

The meeting closed at 8.40 pm.
"""


def test_a_motion_that_is_named_alone_has_its_name_and_is_no_resolution() -> None:
    records = list(read(paper(PAGE)))
    (vote,) = texts(records, "votes")
    assert vote["motion"] == "The recommendations as set out in the report"
    assert (vote["proposer"], vote["seconder"], vote["votes_for"]) == ("Cllr Penn", "Cllr Ana St. Rowe", "7")
    assert [r["text"] for r in texts(records, "resolutions")] == ["That four lamps be bought."]


def test_an_items_number_between_sentences_heads_no_minute_and_a_title_may_end_with_an_hour() -> None:
    minutes = texts(list(read(paper(PAGE))), "minutes")
    assert [m["number"] for m in minutes] == ["1/31", "2/31", "3/31", "4/31"]
    assert minutes[0]["heading"] == "INTERESTS OF MEMBERS"
    assert minutes[0]["text"].startswith("Item 8 It was noted")


def test_an_address_stands_below_its_first_line_beside_its_label() -> None:
    (meeting,) = texts(list(read(paper(PAGE))), "meetings")
    assert meeting["venue"] == "Pier House 12 Harbour Road Wren Hill"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("It rained. The minutes of 3 May were proposed by Orr", "The minutes of 3 May"),
        ("Approval of the accounts was moved by Orr", "Approval of the accounts"),
        ("However, the officer’s recommendation was then moved by Orr", "the officer’s recommendation"),
        ("The motion was moved by Orr", None),
        ("The recommendations were noted. It was moved by Orr", None),
    ],
)
def test_what_is_moved_is_the_subject_of_its_sentence(text: str, subject: str | None) -> None:
    verb = max(text.find("moved by"), text.find("proposed by"))
    found = [text[a:b] for _, a, b in subject_moved(text, 0, verb)]
    assert found == ([subject] if subject else [])
