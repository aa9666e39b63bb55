"""Notes of several meetings in one paper, under a heading each that says only when it was; and whose they are. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from extract.meeting.bodies import body_of
from extract.meeting.pieces import piece_of_paragraph
from tests.meetings import paper, paragraphs, texts

NOTES = """*Lantern Team – weekly meeting notes

*{second}

*Present:* Ida Marsh (IM, Chair), Tom Ferris (TF)
*Apologies:* Calum Orr (CO)

*1.  Lamps
Nine lamps were mended in the week.

ACTION TF – order the glass for the tenth lamp (by 12/03/2031)

ACTION IM/CO – ask the harbour board for oil

*2.  Any other business
There was none.

*{first}

*Present:* Ida Marsh (IM, Chair), Calum Orr (CO)
*Apologies:* Tom Ferris (TF)

*1.  Ladders
The ladders were counted on 25 February 2031.

ACTION Calum Orr to paint the ladders

*2.  Any other business
There was none.
"""


@pytest.mark.parametrize(
    ("second", "first"),
    [
        ("Tuesday 4 March 2031", "Tuesday 25 February 2031"),
        ("Meeting held on 4 March 2031", "Meeting held on 25 February 2031"),
        ("Meeting 8 – 4 March 2031, 10:00–10:30", "Meeting 7 – 25 February 2031, 10:00–10:30"),
    ],
)
def test_a_day_over_those_present_begins_another_meeting_of_the_same_body(second: str, first: str) -> None:
    records = list(read(paper(NOTES.format(second=second, first=first))))
    meetings = texts(records, "meetings")
    assert [m["body"] for m in meetings] == ["Lantern Team", "Lantern Team"]
    assert [m["meeting_date"] in said for m, said in zip(meetings, (second, first), strict=True)] == [True, True]
    assert [m["heading"] for m in texts(records, "minutes")] == [
        "Lamps",
        "Any other business",
        "Ladders",
        "Any other business",
    ]
    assert [(a["action"], a["owners"]) for a in texts(records, "minute_actions")] == [
        ("order the glass for the tenth lamp", "TF"),
        ("ask the harbour board for oil", "IM/CO"),
        ("Calum Orr to paint the ladders", "Calum Orr"),
    ]


def test_a_day_in_bold_that_no_list_follows_begins_nothing() -> None:
    text = NOTES.format(second="4 March 2031", first="25 February 2031").replace(
        "*Present:* Ida Marsh (IM, Chair), C", "C"
    )
    assert len(texts(list(read(paper(text))), "meetings")) == 1


@pytest.mark.parametrize(
    ("lines", "body"),
    [
        ("*Senior Leadership Team Meeting Minutes", "Senior Leadership Team"),
        ("*Minutes of a meeting of the Ferry Users’ Network held on 4 May 2031", "Ferry Users’ Network"),
        ("*Notes of the Lamps Working Party held on 4 May 2031", "Lamps Working Party"),
        ("*Executive Team\n\n*Minutes of the meeting held on 4 May 2031", "Executive Team"),
        ("*Staff Committee – Notes of Meeting", "Staff Committee"),
        ("*Executive Team\n\n*Harbour Board\n\n*4 May 2031", "Harbour Board"),
    ],
)
def test_teams_and_networks_are_bodies_where_a_title_says_that_they_met(lines: str, body: str) -> None:
    found = body_of([piece_of_paragraph(p) for p in paragraphs(lines)])
    assert found is not None
    assert found.text == body


def test_a_board_s_name_over_the_title_of_its_minutes_is_no_heading_of_a_list() -> None:
    records = list(
        read(
            paper("""*BOARD OF DIRECTORS
*Minutes of the meeting held in public on 4 March 2031

*Members present:
Ms Ida Marsh – Chair
Mr Tom Ferris – Chief Executive

*1.  Lamps
Nine lamps were mended. The report was noted.

*2.  Any other business
There was none.
""")
        )
    )
    assert [m["body"] for m in texts(records, "meetings")] == ["BOARD OF DIRECTORS"]


@pytest.mark.parametrize("office", ["Councilmember", "Alderperson", "Councilwoman"])
def test_an_office_before_a_name_is_no_part_of_it(office: str) -> None:
    records = list(
        read(
            paper(f"""*Minutes of the City Council, 4 March 2031

Council present:     Mayor Ida Marsh
                     {office} Ruth Penn (Ward 1)
                     {office} Sid Hay (At Large)

*1.  Lamps
Nine lamps were mended. The report was noted.

*2.  Adjournment
There was none.
""")
        )
    )
    people = [(a["person"], a["role"]) for a in texts(records, "attendance")]
    assert people == [("Ida Marsh", "Mayor"), ("Ruth Penn", office), ("Sid Hay", office)]
