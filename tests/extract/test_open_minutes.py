"""Minutes of open bodies, printed from web pages and wikis: contents, terms, actions by initials or number, bare councils. All invented."""

from __future__ import annotations

import pytest

from extract.families.agenda import read as read_agenda
from extract.families.minutes import claim, read
from extract.meeting.action_marks import mark_of, shut
from extract.meeting.opening import meeting_facts
from extract.meeting.pieces import piece_of_paragraph
from tests.meetings import paper, paragraphs, texts

PAGE = """*Harbour Maps Working Group Teleconference
*5 June 2024

*Attendees
*Present
        Ann Roe, Dev Rao, Ilse Kram
*Regrets
        Sam Hadd
*Chair
        Ilse Kram
*Scribe
        Dev Rao

*Contents
     1.   Quay labels
     2.   Charter
     3.   Spring meeting

*Quay labels
The text on labels is still open, and nobody has looked at it.

Action: Dev Rao to merge the request

*Charter
The charter runs until December.

*Spring meeting
It will be held on the pier.
"""
WIKI = """*Council meeting
Minutes of the Harbour Council meeting, held by telephone on 8 November 2010

Participants: Nora Ives (NI, chair), Paul Ekman (PE), Rosa Diaz (RD)
Regrets: Uma Lind (UL)

*Matters arising
All was done that had been asked for.

Action PE/RD by 6 Dec: write up the proposal on dates.

*Boats
The boats group met in October. [Action: RD to circulate the report]

*AOB
AI-7: UL to book the room for April.

AI-8 (NI): invite the new members.
"""


def actions(text: str) -> list[tuple[str, ...]]:
    found = texts(list(read(paper(text))), "minute_actions")
    return [(a["action"].rstrip("."), a.get("owners", ""), a.get("due_text", "")) for a in found]


def test_headings_are_those_that_the_contents_list() -> None:
    found = texts(list(read(paper(PAGE))), "minutes")
    assert [m["heading"] for m in found] == ["Quay labels", "Charter", "Spring meeting"]
    assert found[1]["text"] == "The charter runs until December."


def test_a_term_over_its_value_names_who_led_and_the_scribe_is_listed_once() -> None:
    records = list(read(paper(PAGE)))
    (meeting,) = texts(records, "meetings")
    assert meeting["chair"] == "Ilse Kram"
    people = [(r.fields["person"].text, r.fields["status"].note) for r in records if r.view == "attendance"]
    assert sorted(people) == [
        ("Ann Roe", "present"),
        ("Dev Rao", "present"),
        ("Ilse Kram", "present"),
        ("Sam Hadd", "apologies"),
    ]


def test_actions_by_initials_by_number_and_in_brackets() -> None:
    assert actions(WIKI) == [
        ("write up the proposal on dates", "PE/RD", "by 6 Dec"),
        ("RD to circulate the report", "RD", ""),
        ("UL to book the room for April", "UL", ""),
        ("invite the new members", "NI", ""),
    ]
    refs = [r.fields["ref"].text for r in read(paper(WIKI)) if "ref" in r.fields]
    assert refs == ["AI-7", "AI-8"]


def test_a_date_within_an_action_whose_owner_stands_before_it_is_when() -> None:
    text = WIKI.replace("Action PE/RD by 6 Dec: write up", "ACTION PE, RD: write up by 6 December 2010")
    assert actions(text)[0][1:] == ("PE, RD", "by 6 December 2010")


def test_an_item_in_capitals_for_its_letters_alone_is_one() -> None:
    assert [m["heading"] for m in texts(list(read(paper(WIKI))), "minutes")] == ["Matters arising", "Boats", "AOB"]


@pytest.mark.parametrize("text", ["ACTION PLAN: the works", "AI: a short paper", "Acting chair: A Roe", "APPROVED: it"])
def test_what_is_no_mark_of_an_action(text: str) -> None:
    assert mark_of(text) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("[Action: RD to send it]", "RD to send it"),
        ("[Action: RD to send it].", "RD to send it"),
        ("Action: RD to send it [soon]", "RD to send it [soon]"),
        ("(Action: RD to send it (again))", "RD to send it (again)"),
    ],
)
def test_the_bracket_around_an_action_closes_it(text: str, rest: str) -> None:
    mark = mark_of(text)
    assert mark is not None
    assert text[mark.end() : shut(text, mark)] == rest


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            "*Town of Pier Hill\n\n*MINUTES OF THE REGULAR MEETING OF COUNCIL\nMay 4, 2024\n",
            "Town of Pier Hill Council",
        ),
        ("*Hamlet of Orr Bay – Council Minutes\nMay 4, 2024\n", "Hamlet of Orr Bay Council"),
        ("*Harbour Maps Working Group Teleconference\n*5 June 2024\n", "Harbour Maps Working Group"),
        ("*Board meeting, 12 March 2024\n", "Board"),
        ("*Minutes of the Regular Meeting of the Council of the Town of Orr\n", "Council of the Town of Orr"),
    ],
)
def test_whose_body_met(head: str, body: str) -> None:
    assert meeting_facts([piece_of_paragraph(p) for p in paragraphs(head)])["body"].text == body


def test_a_list_of_items_that_tells_of_no_meeting_makes_none() -> None:
    records = list(read_agenda(paper("*Agenda\n\n1.   Quay labels\n2.   Charter\n3.   Any other business\n")))
    assert len(texts(records, "agenda_items")) == 3
    assert texts(records, "meetings") == []


NOTES = """*Ferry Users Advisory Board Meeting
May 4, 2015
2:00pm

*Attendees
Ida Penn (IP)
Tom Orr (TO)
Sue Lake (SL)

*Recap of Previous Meeting
•  IP: the notes were read

•  A question was asked about the lamps

*Plans for the Board
•  TO: hold a few meetings more

*Open Discussion
•  SL: the boats are late

*New Action Items
•  Count the boats (SL)
"""


def test_notes_that_never_call_themselves_so_are_told_by_meeting_day_and_attendees() -> None:
    section = paper(NOTES)
    assert claim(section).score >= 0.5
    records = list(read(section))
    assert [m["heading"] for m in texts(records, "minutes")][:3] == [
        "Recap of Previous Meeting",
        "Plans for the Board",
        "Open Discussion",
    ]
    assert [(a["action"], a["owners"]) for a in texts(records, "minute_actions")] == [("Count the boats", "SL")]
    assert claim(paper(NOTES.replace("Meeting\nMay", "Rules\nMay"))).score < claim(section).score
