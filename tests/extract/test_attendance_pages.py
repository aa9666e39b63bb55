"""Lists of those present on a page of their own: `Attendance list` in a table, names under `Name`, a title on the next page."""

from __future__ import annotations

from extract.families.minutes import read
from tests.meetings import paper, texts
from tests.registers import table

HEAD = """*PIER ACCESS FORUM MEETING MINUTES

*4 March 2024

*ATTENDANCE LIST
"""
AWAY = """*APOLOGIES

*Name

Rae Holt
Ida Lake
Councillor Penn
Tom Reid
---
*                              BOROUGH OF THE PIER
*                              PIER ACCESS FORUM 4 March 2024

*1.   Minutes
The minutes were approved.

*2.   Paths
The Forum heard of the paths.

*3.   Date of next meeting
1 May 2024.

The meeting, which began at 6.30 pm, finished at 8.35 pm
"""
NAMES = [
    ["Name", "Interest"],
    ["Ann Orr", "Chairman, Walking"],
    ["Councillor Ito", "Walking, Pier Parish Council"],
    ["Sue Rao", "Clerk to the Forum"],
]
AFAR = """*Minutes of the Planning Committee Meeting
Held at the Harbour Office
4 March 2024 at 11.00 am

*Present
Ann Orr (Planning Convener)
Sue Rao (Deputy Planning Convener)

*Virtual
Tom Reid
Ida Lake

*1.   Minutes
The minutes were approved.

*2.   Boats
The boats were told of.

*3.   Close
There was no more.
"""


def test_an_attendance_list_ends_before_the_title_on_the_next_page() -> None:
    records = list(read(paper(HEAD, table(NAMES), AWAY)))
    people = texts(records, "attendance")
    assert [(a["person"], a["status"]) for a in people] == [
        ("Ann Orr", "ATTENDANCE LIST"),
        ("Councillor Ito", "ATTENDANCE LIST"),
        ("Sue Rao", "ATTENDANCE LIST"),
        ("Rae Holt", "APOLOGIES"),
        ("Ida Lake", "APOLOGIES"),
        ("Councillor Penn", "APOLOGIES"),
        ("Tom Reid", "APOLOGIES"),
    ]
    assert not any(a.get("affiliation") == "Name" for a in people)
    (meeting,) = texts(records, "meetings")
    assert (meeting["start_time"], meeting["end_time"]) == ("6.30 pm", "8.35 pm")
    assert meeting["chair"] == "Ann Orr"


def test_those_who_came_from_afar_were_present_and_a_convener_of_what_was_met_on_led() -> None:
    records = list(read(paper(AFAR)))
    assert [(r.fields["person"].text, r.fields["status"].note) for r in records if r.view == "attendance"] == [
        ("Ann Orr", "present"),
        ("Sue Rao", "present"),
        ("Tom Reid", "present"),
        ("Ida Lake", "present"),
    ]
    assert next(iter(texts(records, "meetings")))["chair"] == "Ann Orr"


def test_parties_to_a_hearing_head_those_who_came_for_them() -> None:
    text = """*PIER LICENSING SUB COMMITTEE
*4 March 2024

*Present:

Cllr Ann Orr, Cllr Sue Rao (Reserve) and Cllr Ida Penn (Chairman)

*Also present:

*Review Applicant – Pier Police
Tom Reid – Licensing Officer
PC Jo Holt
PC Rae Lake

*Premises Licence Holder
Mr Ian Cole
Mr Lee Ames – Counsel for Mr Cole

*1.   Minutes
The minutes were approved.

*2.   Licence
The licence was told of.

*3.   Close
There was no more.
"""
    people = texts(list(read(paper(text))), "attendance")
    assert [(a["person"], a.get("role"), a.get("affiliation")) for a in people] == [
        ("Cllr Ann Orr", None, None),
        ("Cllr Sue Rao", "Reserve", None),
        ("Cllr Ida Penn", "Chairman", None),
        ("Tom Reid", "Licensing Officer", "Review Applicant – Pier Police"),
        ("PC Jo Holt", None, "Review Applicant – Pier Police"),
        ("PC Rae Lake", None, "Review Applicant – Pier Police"),
        ("Mr Ian Cole", None, "Premises Licence Holder"),
        ("Mr Lee Ames", "Counsel for Mr Cole", "Premises Licence Holder"),
    ]
