"""Minutes of joint boards: bare Roman numbers, roles in a column, divisions told in a sentence. All invented."""

from __future__ import annotations

from extract.families.minutes import read
from tests.meetings import paper, texts

JOINT = """At a MEETING of the PIER HILL JOINT BOARD held remotely on 4th May, 2021.

Present:-

Members                  Role
Ida PENN                 Nominated by the Port Trust
Tom ORR                  Nominated by the Town Council
Sue LAKE                 Person who fishes in the area of the port
Abe WREN                 Harbour Master

Non-members in attendance at the request of the Chief Officer:-

Flo REED                 Ferry Partnership
Gus HOLT                 Coastal Watch

Ida PENN, Chairperson, in the Chair (for Articles I to II).

*I    APOLOGIES FOR ABSENCE
Apologies for absence were submitted on behalf of:-

Member                   Role
Joe DALE                 Lives by the quay
Kit MARSH                Trade Union Representative

*II   FERRIES
(a)  TIMETABLE
The timetable was submitted and noted.

(b)  FARES
The fares were submitted and noted.

*III  HARBOUR LIGHTS
Tom Orr, seconded by Sue Lake, moved that the Board approve the plan of the report.

As an amendment, Abe Wren, seconded by Ida Penn, moved that consideration of the report be deferred.

On a division, there voted for the motion - Tom Orr, Sue Lake and Kit Marsh (3); and for the amendment - Abe Wren
and Ida Penn (2) - whereupon the motion was declared carried.

*IV   DATE OF NEXT MEETING
The next meeting is in June.
"""


def test_roman_numbers_without_a_stop_number_headings_and_plain_letters_under_bold_ones_are_their_text() -> None:
    minutes = texts(list(read(paper(JOINT))), "minutes")
    assert [(m["number"], m["heading"]) for m in minutes] == [
        ("I", "APOLOGIES FOR ABSENCE"),
        ("II", "FERRIES"),
        ("III", "HARBOUR LIGHTS"),
        ("IV", "DATE OF NEXT MEETING"),
    ]
    assert "(b) FARES The fares were submitted" in minutes[1]["text"]


def test_a_column_headed_role_holds_roles_whatever_their_words() -> None:
    people = {r["person"]: r for r in texts(list(read(paper(JOINT))), "attendance")}
    assert people["Sue LAKE"]["role"] == "Person who fishes in the area of the port"
    assert people["Joe DALE"]["role"] == "Lives by the quay"
    assert people["Joe DALE"]["status"].startswith("Apologies")


def test_who_is_there_at_somebodys_request_is_in_attendance() -> None:
    people = {r["person"]: r for r in texts(list(read(paper(JOINT))), "attendance")}
    assert people["Flo REED"]["status"].startswith("Non-members in attendance")
    assert people["Gus HOLT"]["affiliation"] == "Coastal Watch"


def test_who_was_in_the_chair_for_some_items_led_the_meeting() -> None:
    assert texts(list(read(paper(JOINT))), "meetings")[0]["chair"] == "Ida PENN"


def test_a_division_told_in_a_sentence_has_its_counts() -> None:
    (vote,) = texts(list(read(paper(JOINT))), "votes")
    assert (vote["votes_for"], vote["votes_against"]) == ("3", "2")
    assert vote["votes_against_names"] == "Abe Wren and Ida Penn"
