"""Posts close behind names or behind a comma, groups below a heading, places over dates, motions as resolved. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from extract.meeting.persons import persons_of_line, persons_of_list
from extract.meeting.posts_close import posts_close
from tests.meetings import paper, texts

COURT = """*PIER HILL UNIVERSITY
*Court
*Minute of Meeting held on 4 May 2031 in the Long Room

*Present:
Cllr Ida Penn City Council Assessor, Mr Tom Orr Employee Representative, Dr Ann Lake Wren General Council Assessor,
Ms Flo Reed Co-opted Member (Convener of Court), Mr Gus Holt Rector (to item 6) and Ms Joy Dale SRC President

*Apologies:
Members: Dr Kit Marsh Senate Assessor, Ms Lou Ito Co-opted Member

*1. Announcements
All were welcomed by the Convener.

*2. Ferries
These run.
"""


def test_a_post_close_behind_a_name_is_the_persons() -> None:
    records = list(read(paper(COURT)))
    people = {p["person"]: (p.get("role"), p["status"]) for p in texts(records, "attendance")}
    assert people["Cllr Ida Penn"][0] == "City Council Assessor"
    assert people["Dr Ann Lake Wren"][0] == "General Council Assessor"
    assert people["Ms Joy Dale"][0] == "SRC President"
    assert people["Ms Lou Ito"] == ("Co-opted Member", "Apologies:")
    assert texts(records, "meetings")[0]["chair"] == "Ms Flo Reed"


@pytest.mark.parametrize(
    "text",
    [
        "Mr Tom Orr, Clerk, Ms Flo Reed, Mayor",
        "Tom Orr Clerk",
        "Mr Tom Orr, Ms Flo Reed",
        "Mr Orr Clerk, Ms Reed Mayor",
    ],
)
def test_other_lists_print_no_posts_so(text: str) -> None:
    assert posts_close(text, 0, len(text)) == []


@pytest.mark.parametrize(
    ("text", "role", "affiliation"),
    [
        ("Ada Penn, Assistant Superintendent, Human Resources", "Assistant Superintendent, Human Resources", None),
        (
            "Ada Penn, Director of Planning, Performance & Informatics",
            "Director of Planning, Performance & Informatics",
            None,
        ),
        ("Ada Penn, Senior Manager, Ferry Team", "Senior Manager, Ferry Team", None),
        ("Ada Penn, Director of Housing, Pier Council", "Director of Housing", "Pier Council"),
        ("Ada Penn, Manager, Orr & Lake", "Manager", "Orr & Lake"),
    ],
)
def test_what_a_post_is_over_may_follow_a_comma(text: str, role: str, affiliation: str | None) -> None:
    found = persons_of_line(text)
    assert found is not None and found.role is not None
    assert found.role.of(text) == role
    assert (found.affiliation.of(text) if found.affiliation else None) == affiliation


@pytest.mark.parametrize(
    "text", ["General Manager, Director Sustainable Infrastructure", "Interim Chief Executive, Manager Roads Strategy"]
)
def test_posts_without_names_are_nobody(text: str) -> None:
    assert persons_of_list(text) == []


CHAMBER = """MINUTES
PIER HILL CITY COUNCIL

COUNCIL BUILDING
CNR QUAY AND PIER STREETS, PIER HILL
ON MONDAY, 4 MAY 2031 AT 5.00PM

PRESENT:   Cr Ida Penn, Cr Tom Orr, Cr Sue Lake, Cr Abe Wren

*OPENING OF ORDINARY MEETING

The meeting commenced at 5.00pm with the Mayor, Cr Ida Penn in the chair.

*CONFIRMATION OF MINUTES

*2031/178 Resolved (Cr Tom Orr / Cr Sue Lake)
That the minutes of the last meeting be confirmed.

The Motion on being put to the meeting was carried.

For (3): Cr Ida Penn, Cr Tom Orr, Cr Sue Lake

Against (1): Cr Abe Wren

*PUBLIC QUESTIONS

None were put to the council.

*BS31/41 Bank balances

*2031/179 Resolved (Cr Sue Lake / Cr Abe Wren)
That the balances be noted.

*BS31/42 Harbour dues

*2031/180 Resolved (Cr Tom Orr / Cr Ida Penn)
That the dues be raised.

*SC31/07 Ferries

*2031/181 Resolved (Cr Tom Orr / Cr Sue Lake)
That two ferries be bought.

*CLOSE OF ORDINARY MEETING

The meeting closed at 8.17pm.
"""


def test_numbers_of_motions_are_no_items_where_these_have_headings() -> None:
    records = list(read(paper(CHAMBER)))
    assert [(m.get("number"), m["heading"]) for m in texts(records, "minutes")] == [
        (None, "OPENING OF ORDINARY MEETING"),
        (None, "CONFIRMATION OF MINUTES"),
        (None, "PUBLIC QUESTIONS"),
        ("BS31/41", "Bank balances"),
        ("BS31/42", "Harbour dues"),
        ("SC31/07", "Ferries"),
        (None, "CLOSE OF ORDINARY MEETING"),
    ]
    confirmed = texts(records, "votes")[0]
    assert (confirmed["proposer"], confirmed["votes_for"], confirmed["votes_against"]) == ("Cr Tom Orr", "3", "1")


def test_the_place_over_the_date_and_who_was_in_the_chair_as_a_sentence_says() -> None:
    meeting = texts(list(read(paper(CHAMBER))), "meetings")[0]
    assert meeting["venue"] == "COUNCIL BUILDING CNR QUAY AND PIER STREETS, PIER HILL"
    assert meeting["chair"] == "Cr Ida Penn"
