"""Minutes of US councils: votes by name in one paragraph, a roll call among the items, reports of staff, and the end. All invented."""

from __future__ import annotations

from extract.families.minutes import read
from extract.meeting.attendance_headings import heading_of
from extract.meeting.pieces import piece_of_paragraph
from tests.meetings import paper, paragraphs, texts

MINUTES = """*CITY COUNCIL
*Minutes of the regular meeting, 4 March 2031

*CALL TO ORDER
Mayor Marsh called the meeting to order at 7:00 p.m.

*ROLL CALL
Council present: Mayor Ida Marsh, Councilmember Ruth Penn, Councilmember Sid Hay

A quorum was declared.

*PUBLIC COMMENT
Nobody spoke. The floor was closed at 7:10 p.m.

*ORDINANCE 9 – LAMPS
Nine lamps were mended. The public hearing was closed at 7:40 p.m.

Motion by Councilmember Penn, second by Councilmember Hay, to table Ordinance 9. Upon roll call, the vote was:
Ayes: Penn. Nays: Hay, Marsh. Motion failed 1-2. Motion by Councilmember Hay, second by Mayor Marsh, to approve
Ordinance 9. Upon roll call, the vote was: Ayes: Hay, Marsh. Nays: Penn. Motion carried 2-1.

*STAFF AND COUNCIL REPORTS
The clerk told of the leaves, which lie in the lanes until they are taken away.

*ADJOURNMENT
Motion by Councilmember Hay, second by Councilmember Penn, to adjourn the meeting at 8:15 p.m. Motion carried 3-0.

Ida Marsh, Mayor                    ATTEST: Joan Wray, City Clerk

Approved by the City Council on 18 March 2031.
"""


def test_each_vote_by_name_ends_with_its_result() -> None:
    votes = texts(list(read(paper(MINUTES))), "votes")[:2]
    assert [(v["votes_for_names"], v["votes_against_names"], v["carried"]) for v in votes] == [
        ("Penn", "Hay, Marsh", "Motion failed"),
        ("Hay, Marsh", "Penn", "Motion carried"),
    ]


def test_a_roll_call_and_reports_of_staff_are_items_and_what_is_signed_is_none() -> None:
    records = list(read(paper(MINUTES)))
    assert [m["heading"] for m in texts(records, "minutes")] == [
        "CALL TO ORDER",
        "ROLL CALL",
        "PUBLIC COMMENT",
        "ORDINANCE 9 – LAMPS",
        "STAFF AND COUNCIL REPORTS",
        "ADJOURNMENT",
    ]
    assert texts(records, "minutes")[-1]["text"].endswith("Motion carried 3-0.")
    assert len(texts(records, "attendance")) == 3


def test_the_end_is_that_of_the_meeting_and_not_of_a_hearing() -> None:
    (meeting,) = texts(list(read(paper(MINUTES))), "meetings")
    assert meeting["end_time"] == "8:15 p.m."
    (meeting,) = texts(list(read(paper(MINUTES.replace(" at 8:15 p.m.", "")))), "meetings")
    assert "end_time" not in meeting


def test_people_who_report_are_no_heading_of_people() -> None:
    def status(line: str) -> str | None:
        told = heading_of(piece_of_paragraph(paragraphs(line)[0]))
        return told[0] if told else None

    assert [status(f"*{line}") for line in ("STAFF REPORTS", "OFFICER UPDATES", "PUBLIC PRESENTATIONS")] == [None] * 3
    assert [status(f"*{line}") for line in ("STAFF", "CITY OFFICERS", "MEMBERS PRESENT")] == [
        "in_attendance",
        "in_attendance",
        "present",
    ]
