"""When and where a meeting is held, as minutes and agendas print it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.families.minutes import read
from extract.meeting.agenda_columns import agenda_columns
from extract.meeting.flow import pieces_of
from extract.meeting.opening import meeting_facts
from extract.meeting.pieces import piece_of_paragraph, piece_of_words
from models.table import Table
from tests.meetings import paper, paragraphs
from tests.registers import table


def venue(text: str) -> str | None:
    found = meeting_facts(pieces_of(paper(text).blocks)).get("venue")
    return found.text if found is not None else None


def test_an_address_goes_on_where_its_line_ends_with_a_comma():
    text = """*HARBOUR BOARD

*Thursday, 30th January, 2025, at 10.00 am

*Long Room, Quay House,

*Pier Hall Lane, Northby

Agenda
"""
    assert venue(text) == "Long Room, Quay House, Pier Hall Lane, Northby"


def test_a_place_in_the_capitals_of_a_masthead_is_one():
    assert (
        venue("*PIER PARISH COUNCIL\n\n*MINUTES OF MEETING 30 JANUARY 2025\n\n*IN THE VILLAGE HALL\n\nAll came.\n")
        == "VILLAGE HALL"
    )


def test_what_stands_in_a_column_beside_an_address_is_none_of_it():
    text = """*HARBOUR BOARD

*Thursday, 30th January, 2025, at 10.00 am

*Long Room, Quay House,               Ask for: A Pilot

*Pier Hall, Northby                   a.pilot@quay
"""
    assert venue(text) == "Long Room, Quay House, Pier Hall, Northby"


def test_an_address_ends_before_a_heading_and_a_body():
    text = """*HARBOUR BOARD

*Thursday, 30th January, 2025, at 10.00 am

*Long Room, Quay House,

*Northby Harbour Committee
"""
    assert venue(text) == "Long Room, Quay House"


def facts(*blocks: str | Table) -> dict[str, str]:
    found = meeting_facts([p for p in pieces_of(paper(*blocks).blocks) if p.text])
    return {name: field.text for name, field in found.items()}


def test_a_letter_that_calls_to_a_meeting_has_a_date_of_its_own():
    letter = """*Northby Town Council

27 August 2025

To: all members

You are summoned to attend a meeting of Northby Town Council to be held in the Long Room on Tuesday 2 September 2025 at 7.00 pm.
"""
    assert facts(letter)["meeting_date"] == "Tuesday 2 September 2025"
    report = "*Harbour Board\n\n27 August 2025\n\nThe crane was mended on 2 May 2025.\n"
    assert facts(report)["meeting_date"] == "27 August 2025"


def test_a_label_may_say_that_it_is_the_meeting_whose_date_it_names():
    sheet = table(
        [["Date and time of meeting:", "9.30 am, Thursday 25 September 2025"], ["Venue:", "Long Room, Quay House"]],
        headings=0,
    )
    found = facts("*Minutes of the Board\n", sheet)
    assert (found["meeting_date"], found["start_time"]) == ("Thursday 25 September 2025", "9.30 am")
    assert found["venue"] == "Long Room, Quay House"


@pytest.mark.parametrize(
    "said", ["and ended at 11.48 am", "and the meeting closed at 11.48 am", ", concluded 11.48 am"]
)
def test_the_head_may_say_when_a_meeting_ended_too(said: str) -> None:
    found = facts(f"*Minutes of the Harbour Board, 6 March 2031\n\nThe meeting began at 10.02 am {said}.\n")
    assert (found["start_time"], found["end_time"]) == ("10.02 am", "11.48 am")
    assert "end_time" not in facts(
        "*Minutes of the Board, 6 March 2031\n\nThe meeting began at 10.02 am in the hall.\n"
    )


def test_a_column_of_an_agenda_may_be_headed_business():
    items = table(
        [
            ["Item", "Business", "Report", "Time"],
            ["1", "Apologies", "", "7.00 pm"],
            ["2", "Action tracker", "NT/25/30", "7.05 pm"],
            ["3", "Dredging of the north quay", "NT/25/31", "7.20 pm"],
        ]
    )
    assert [a.field for a in agenda_columns(items)] == ["number", "title", "supporting_document", "time"]


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("held in the Long Room on May 4, 2023, commencing at 7:00 p.m.", "Long Room"),
        ("held in the Long Room Thursday May 4th 2023", "Long Room"),
        (
            "held in Quay House, Port St. Anne and via Microsoft Teams on Thursday, 4 May 2023",
            "Quay House, Port St. Anne and via Microsoft Teams",
        ),
        ("held in Quay House. The members had met on 4 May 2023", "Quay House"),
    ],
)
def test_a_place_ends_before_a_date_and_not_at_a_saint(said: str, place: str) -> None:
    assert venue(f"*Minutes of the meeting of the Harbour Board {said}\n") == place


def test_what_the_chair_says_is_nobody_in_the_chair() -> None:
    assert "chair" not in facts("*HARBOUR BOARD\n\n*4 May 2023\n\nBoard Chair: Welcome and Land Acknowledgement\n")
    assert facts("*HARBOUR BOARD\n\n*4 May 2023\n\nChair: Ida Penn\n")["chair"] == "Ida Penn"


@pytest.mark.parametrize(
    "lines",
    [
        ("MINUTES OF THE MEETING OF THE PIER BOARD HELD ON 14", "MARCH 2024 AT 2 PM IN THE LONG ROOM"),
        ("MINUTES OF THE MEETING OF THE PIER BOARD HELD ON 14 MARCH", "2024 AT 2 PM IN THE LONG ROOM"),
    ],
)
def test_the_day_of_a_meeting_runs_over_the_lines_of_a_title(lines: tuple[str, str]) -> None:
    title = [piece_of_paragraph(p) for line in lines for p in paragraphs(f"*{line}\n")]
    below = [replace(w, top=w.top + 13, bottom=w.bottom + 13) for w in (*title[1].marker_words, *title[1].words)]
    found = meeting_facts([title[0], piece_of_words(below), *pieces_of(paper("*PRESENT\n\nA Orr\n").blocks)])
    assert (found["meeting_date"].text, found["start_time"].text) == ("14 MARCH 2024", "2 PM")
    assert found["body"].text == "PIER BOARD"


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ("*4 March 2031\n10:00–10:45 · Room 2.14, Quay House / Teams", "Room 2.14, Quay House / Teams"),
        ("*4 March 2031 | 7:00 p.m. | Long Room, Quay House", "Long Room, Quay House"),
        ("*MINUTES OF MEETING HELD IN THE LONG ROOM, QUAY HOUSE ON 4 MARCH 2031", "LONG ROOM, QUAY HOUSE"),
        ("*4 March 2031\n\nThe Long Room, Quay House", "The Long Room, Quay House"),
    ],
)
def test_a_place_stands_beside_other_facts_and_without_its_article_in_capitals(lines: str, place: str) -> None:
    assert venue(f"*HARBOUR BOARD\n\n{lines}\n\nAll came.\n") == place


def test_an_address_may_wrap_within_a_name() -> None:
    place = "Quay House Long Room, Harbour Offices, 114 West Pier Road, Upper and Lower Northport"
    assert venue(f"*Minutes of the Harbour Board\n\n*4 March 2031\n\n{place}\nSands\n") == f"{place} Sands"


def test_a_meeting_that_went_on_has_not_ended_and_its_duration_says_when_it_began() -> None:
    text = """*MINUTES OF THE PIER LICENSING SUB COMMITTEE MEETING HELD ON 4 MARCH 2031 AT LONG ROOM, QUAY HOUSE IN RESPECT OF A LICENCE

*1.   Minutes
The minutes were approved.

*2.   Rules
The rules were told.

*3.   Licence
The hearing adjourned at 11.55 am and reconvened at 1.20 pm.

The Sub Committee RESOLVED, by two votes to one, to suspend the licence of the inn and to add the following:

    •   The door is kept.

(Duration of meeting: 10.00 am - 1.25 pm)
"""
    records = list(read(paper(text)))
    meeting = next(r.fields for r in records if r.view == "meetings")
    told = ("start_time", "end_time", "venue")
    assert [meeting[name].text for name in told] == ["10.00 am", "1.25 pm", "LONG ROOM, QUAY HOUSE"]
    (resolution,) = [r.fields for r in records if r.view == "resolutions"]
    assert resolution["text"].text.startswith("to suspend the licence")
    (vote,) = [r.fields for r in records if r.view == "votes"]
    assert (vote["votes_for"].text, vote["votes_against"].text) == ("two", "one")
    assert vote["motion"].text.startswith("to suspend the licence")
