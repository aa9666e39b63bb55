"""Items within items, each with a heading of its own."""

from __future__ import annotations

import pytest

from extract.families.agenda import read as read_agenda
from extract.families.minutes import read
from tests.meetings import paper, texts

HEAD = """*MINUTES OF THE HARBOUR BOARD HELD ON 4 MARCH 2024

*Present:
Ida Marsh, Tom Ferris

"""
COUNCIL = """*1.   MINUTES
The minutes of the last meeting were approved.

*2.   APPLICATIONS FOR BERTHS
There had been submitted reports on the undernoted applications.

*{0}Berth for the ferry, north quay
The Board heard the ferry's agent.

*{1}Berth for a dredger, south quay
The Board agreed to wait for the survey.

*3.   LIGHTS
The lamps were mended.
"""
BOARD = """*I. Call to Order
The meeting was called to order.

*II. Action Items

*{0}Award of the Ferry Bid
Four bids were received.

*{1}Winter Timetable
The survey was told.

*III. Adjournment
There was no more business.
"""


@pytest.mark.parametrize(("one", "two"), [("2.1", "2.2"), ("2(a)", "2(b)"), ("2.A", "2.B"), ("2.a", "2.b")])
def test_numbers_of_two_levels_in_one_item_alone(one, two):
    found = texts(list(read(paper(HEAD + COUNCIL.format(f"{one}   ", f"{two}   ")))), "minutes")
    assert [(m.get("number"), m.get("heading")) for m in found] == [
        ("1", "MINUTES"),
        ("2", "APPLICATIONS FOR BERTHS"),
        (one, "Berth for the ferry, north quay"),
        (two, "Berth for a dredger, south quay"),
        ("3", "LIGHTS"),
    ]
    assert found[1]["text"] == "There had been submitted reports on the undernoted applications."
    assert found[2]["text"] == "The Board heard the ferry's agent."


@pytest.mark.parametrize(
    ("one", "two"), [("II.A ", "II.B "), ("II.A. ", "II.B. "), ("A.   ", "B.   "), ("II-1 ", "II-2 ")]
)
def test_letters_under_roman_numerals(one, two):
    found = texts(list(read(paper(HEAD + BOARD.format(one, two)))), "minutes")
    assert [(m.get("number"), m.get("heading")) for m in found] == [
        ("I", "Call to Order"),
        ("II", "Action Items"),
        (one.strip(" ."), "Award of the Ferry Bid"),
        (two.strip(" ."), "Winter Timetable"),
        ("III", "Adjournment"),
    ]


def test_numbered_paragraphs_and_lists_of_an_item_are_its_text():
    text = (
        COUNCIL.format("2.1   ", "2.2   ")
        .replace("*2.1   Berth for the", "2.1   The Board saw the")
        .replace("*2.2   Berth for a", "2.2   It saw a")
    )
    found = texts(list(read(paper(HEAD + text))), "minutes")
    assert [m["number"] for m in found] == ["1", "2", "3"]
    assert "2.1 The Board saw the ferry" in found[1]["text"]


def test_bold_letters_under_a_resolution_are_its_own():
    text = """*301   PIER
The report was presented.
*RESOLVED: -
*a.   That the lights be mended
*b.   That the cost be told

*302   LAMPS
The lamps were mended.
"""
    records = list(read(paper(HEAD + text)))
    assert [m["number"] for m in texts(records, "minutes")] == ["301", "302"]
    assert [r["label"] for r in texts(records, "resolutions")] == ["a", "b"]


def test_an_agenda_lists_them_too():
    text = """*AGENDA
*Harbour Board, 4 March 2024

*1.   Minutes
*2.   Applications for berths
*2.1   Ferry, north quay
*2.2   Dredger, south quay
*3.   Any other business
"""
    found = texts(list(read_agenda(paper(text))), "agenda_items")
    assert [i["number"] for i in found] == ["1", "2", "2.1", "2.2", "3"]


def test_items_with_letters_go_on_below_the_decision_of_the_first():
    text = """*1   Order of Business
The order was noted.

*2   Reports
*(a)   Ferry fares
There was submitted a report by the Clerk.
*Decision
To increase fares by 3%.

*(b)   Street traders
There was submitted a report by the Clerk.
*Decision
1) To note the report.
2) To agree that a further report be brought in May.

*3   Lights
The lamps were mended.
"""
    records = list(read(paper(HEAD + text)))
    assert [m["number"] for m in texts(records, "minutes")] == ["1", "2", "a", "b", "3"]
    assert len(texts(records, "resolutions")) == 3


def test_lists_of_people_in_an_item_are_no_items():
    text = """*MINUTES OF THE HARBOUR BOARD HELD ON 4 MARCH 2024

*1.   Welcome
The chair opened the meeting.

*2.   Roll call
All told who they were.

*2.1   Participants

*2.1.1   Voting Members Present
Ida Marsh (Pier Ltd.)
Tom Ferris (Quay Boats, Inc.)

*2.1.2   Members Present
Ruth Penn (Lock)

*2.2   Rights to vote
None was lost.

*3.   Reports
*3.1   Ferry
The ferry ran.

*3.2   Lights
The lamps were mended.

*4.   Other business
There was none.
"""
    records = list(read(paper(text)))
    assert [m["number"] for m in texts(records, "minutes")] == ["1", "2", "2.2", "3", "3.1", "3.2", "4"]
    assert [(a["person"], a["affiliation"]) for a in texts(records, "attendance")] == [
        ("Ida Marsh", "Pier Ltd"),
        ("Tom Ferris", "Quay Boats, Inc."),
        ("Ruth Penn", "Lock"),
    ]
