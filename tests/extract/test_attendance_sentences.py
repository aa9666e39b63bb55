"""Who was there, told in sentences, and names behind ranks and offices of several words. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from extract.meeting.persons import persons_of_list
from tests.meetings import paper, texts

CAME = (
    "The meeting was attended by Councillor Ray Doyle (Chair, Tamesley), Councillors B. Nuttall (Orrell), "
    "S. Khan MBE (Tamesley) and by the Mayor, Dame Vera Coates."
)
BESIDE = (
    "Also in attendance were Mark Teal, Director of Transport; Wing Commander (Retd) Ian Frame, Head of Safety; "
    "and Ms J. Lowe and Mr C. Bright of the Passengers’ Council."
)
MINUTES = f"""*Transport Committee
Minutes of the meeting held on Friday 13 June 2025 at 10 am

{CAME}

{BESIDE}

Apologies were received on behalf of Cllr Jones (Sandmere).

*1. Minutes
The minutes were agreed.

*2. Bus reform
Mr Teal presented the report.
"""


def test_sentences_say_who_was_there() -> None:
    records = list(read(paper(MINUTES)))
    found = [
        (a["person"], a.get("role"), a.get("affiliation"), r.fields["status"].note)
        for a, r in zip(texts(records, "attendance"), (r for r in records if r.view == "attendance"), strict=True)
    ]
    assert found == [
        ("Councillor Ray Doyle", "Chair", "Tamesley", "present"),
        ("Councillors B. Nuttall", None, "Orrell", "present"),
        ("S. Khan MBE", None, "Tamesley", "present"),
        ("Dame Vera Coates", None, None, "present"),
        ("Mark Teal", "Director of Transport", None, "in_attendance"),
        ("Wing Commander (Retd) Ian Frame", "Head of Safety", None, "in_attendance"),
        ("Ms J. Lowe", None, None, "in_attendance"),
        ("Mr C. Bright", None, None, "in_attendance"),
        ("Cllr Jones", None, "Sandmere", "apologies"),
    ]
    assert texts(records, "meetings")[0]["chair"] == "Councillor Ray Doyle"


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Supervisor Lena Ochoa, Chair; Supervisor Bill Tran", [("Lena Ochoa", "Chair"), ("Bill Tran", "Supervisor")]),
        (
            "County Counsel Dev Shah; Clerk of the Board Rita Lowe",
            [("Dev Shah", "County Counsel"), ("Rita Lowe", "Clerk of the Board")],
        ),
    ],
)
def test_offices_before_names_and_chairs_behind_them(text: str, people: list[tuple[str, str]]) -> None:
    assert [(p.name.of(text), p.role and p.role.of(text)) for p in persons_of_list(text)] == people


def test_members_who_came_from_afar_were_present() -> None:
    lists = (
        "*Board\nMinutes of 3 April 2025\n\nPresent: A Smith (Chair), B Jones\nVirtually: C Brown\n"
        "Officers: D Green\nVirtually: E White\n"
    )
    records = list(read(paper(lists + "\n*1. Minutes\nAgreed.\n\n*2. Close\nAll left.\n")))
    found = {r.fields["person"].text: r.fields["status"].note for r in records if r.view == "attendance"}
    assert (found["C Brown"], found["E White"]) == ("present", "in_attendance")


def test_a_meeting_may_end_without_a_preposition() -> None:
    text = MINUTES + "\nMeeting ended 3.10pm\n"
    assert texts(list(read(paper(text))), "meetings")[0]["end_time"] == "3.10pm"
