"""Minutes of planning commissions: letters among Roman numbers, staff in the first item, dissent beside results. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from extract.meeting.dissent import dissent_behind
from extract.meeting.pieces import piece_of_paragraph
from extract.meeting.when import start_time
from tests.meetings import paper, paragraphs, texts

COMMISSION = """*CITY OF PIER HILL
*PLANNING COMMISSION MEETING MINUTES
*Thursday, May 4, 2021 – Pier Hill City Hall

*I. Call to Order:* Chair Penn called the meeting to order @ 6:00 p.m. Present: Commissioners Orr, Lake, Wren
and Reed; City Planner Holt and City Councilmember Dale. Absent: City Administrator Bell.

*II. Approval of Agenda:* Commissioner Orr, seconded by Commissioner Lake, moved to approve the Agenda as presented. Carried 4-0.

*III. Hearings:* Chair Penn opened the hearing at 6:09 p.m. Nobody wished to speak on the ferry or on the pier.

*IV. New Business:* Commissioner Wren, seconded by Commissioner Reed, moved to nominate Commissioner Orr for the
office of Chair. Carried 4-0, Orr abstaining.

*V. Adjournment:* Commissioner Lake, seconded by Commissioner Wren, moved to adjourn at 7:02 p.m. Carried 5-0.
"""


def test_letters_number_items_among_roman_numbers_and_titles_run_in_without_their_colon() -> None:
    assert [(m["number"], m["heading"]) for m in texts(list(read(paper(COMMISSION))), "minutes")] == [
        ("I", "Call to Order"),
        ("II", "Approval of Agenda"),
        ("III", "Hearings"),
        ("IV", "New Business"),
        ("V", "Adjournment"),
    ]


def test_posts_and_surnames_stand_behind_a_semicolon_and_one_of_them_alone() -> None:
    records = list(read(paper(COMMISSION)))
    assert [(a["person"], a.get("role")) for a in texts(records, "attendance")][-4:] == [
        ("Reed", "Commissioner"),
        ("Holt", "City Planner"),
        ("Dale", "City Councilmember"),
        ("Bell", "City Administrator"),
    ]
    (meeting,) = texts(records, "meetings")
    assert (meeting["start_time"], meeting["venue"]) == ("6:00 p.m.", "Pier Hill City Hall")


def test_who_abstained_or_was_opposed_stands_behind_the_result_or_below_it() -> None:
    votes = texts(list(read(paper(COMMISSION))), "votes")
    assert [v.get("abstentions_names") for v in votes] == [None, "Orr", None]
    below = """*MINUTES OF THE MEETING OF THE PIER HILL HARBOUR BOARD
May 4, 2021

*Present:*  I. Penn, T. Orr, S. Lake

*1.  Fares

Moved by T. Orr, seconded by S. Lake, that the fares be raised.

DEFEATED

OPPOSED: Directors Penn and Lake

*2.  Close

The meeting closed at 9 pm.
"""
    (vote,) = texts(list(read(paper(below))), "votes")
    assert vote["votes_against_names"] == "Directors Penn and Lake"


@pytest.mark.parametrize(
    "text", ["Carried 4-0. The chair closed the hearing.", "Carried. Orr left the room.", "Carried"]
)
def test_nobody_is_told_of_behind_other_results(text: str) -> None:
    (paragraph,) = paragraphs(text)
    assert dissent_behind(piece_of_paragraph(paragraph), 0, len("Carried")) is None


def test_a_hearing_opened_begins_no_meeting() -> None:
    (paragraph,) = paragraphs("Chair Penn opened the public hearing at 6:09 p.m. on the pier.")
    assert start_time([piece_of_paragraph(paragraph)]) is None
