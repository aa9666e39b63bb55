"""Minutes of calls printed from a web page: facts side by side in a line, the agenda with the minutes, movers under a resolution."""

from __future__ import annotations

import pytest

from extract.families.agenda import read as read_agenda
from extract.families.minutes import read
from extract.meeting.inner_agendas import of_the_meeting
from models.record import Field, Printed
from tests.meetings import paper, texts

CALL = """*Tidal Data Technical Committee
*Minutes – Teleconference, Thursday 15 May 2031, 15:00 UTC
Chair: Ida Marsh | Scribe: Tom Ferris | Previous: 1 May 2031 | See also: audio

*Attendees
Ida Marsh, Tom Ferris, Una Orr, Abe Wren

*1. Approve minutes
One correction was sent.

    RESOLUTION: The minutes of the last call are approved with the correction.

    Moved: Orr. Seconded: Wren. No objections. Motion passed.

*2. Public review
The chair showed the timeline. Una Orr moved that the review begin in June; Abe Wren seconded.

For (2): Orr, Wren

Against (1): Ferris

RESOLVED: that the review begin in June. (Proposed Una Orr; seconded Abe Wren)

*3. Any other business
None.
"""


@pytest.fixture(scope="module")
def records() -> list[Printed]:
    return list(read(paper(CALL)))


def test_facts_side_by_side_in_a_line_are_each_its_own(records: list[Printed]) -> None:
    (meeting,) = texts(records, "meetings")
    assert (meeting["chair"], meeting["meeting_date"]) == ("Ida Marsh", "Thursday 15 May 2031")


def test_movers_below_a_resolution_moved_it(records: list[Printed]) -> None:
    vote = texts(records, "votes")[0]
    assert vote["motion"] == "The minutes of the last call are approved with the correction."
    assert (vote["proposer"], vote["seconder"], vote["carried"]) == ("Orr", "Wren", "Motion passed")


def test_a_vote_printed_again_as_resolved_is_one(records: list[Printed]) -> None:
    (vote,) = texts(records, "votes")[1:]
    assert (vote["votes_for"], vote["votes_against"]) == ("2", "1")
    assert vote["motion"].startswith("that the review begin in June")


def test_the_date_of_the_call_before_is_none_of_an_agenda() -> None:
    text = "Chair: Ida Marsh | Previous: 1 May 2031\n\n*Agenda\n\n1. Roll call\n\n2. Review of open actions\n\n3. Any other business\n"
    (meeting,) = texts(list(read_agenda(paper(text))), "meetings")
    assert "meeting_date" not in meeting


def test_an_agenda_within_minutes_is_of_their_meeting() -> None:
    item = Printed("agenda_items", {"title": Field("Lamps")})
    meetings = [Printed("meetings", {"body": Field(body)}) for body in ("Quay Board", "Pier Board")]
    assert of_the_meeting([item], meetings[:1])[0].parent is meetings[0]
    assert of_the_meeting([item], meetings)[0].parent is None


def test_the_mayor_who_closed_the_meeting_led_it() -> None:
    text = """*MINUTES of the meeting of Quay Town Council held on 4 March 2031

PRESENT: Cllr I. Marsh (Town Mayor), Cllr T. Ferris, Cllr U. Orr

*1.  LAMPS
The lamps were mended.

*2.  STAFF
A report was heard. There being no more business the Town Mayor closed the meeting at 9.12pm.
"""
    (meeting,) = texts(list(read(paper(text))), "meetings")
    assert meeting["chair"] == "Cllr I. Marsh"
