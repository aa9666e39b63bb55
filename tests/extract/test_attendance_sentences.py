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


def test_posts_printed_once_behind_several_are_each_ones_and_a_double_surname_is_none() -> None:
    text = (
        "Mia Coll and Dan Frye-Orr, Chief Administrators; Pia Lund, facilitator; and Max Kast, Una Cook-Marsh and Rob Perry, "
        "Assistant Superintendents"
    )
    found = [
        (text[p.name.start : p.name.end], p.role_text or (p.role and text[p.role.start : p.role.end]))
        for p in persons_of_list(text)
    ]
    assert found == [
        ("Mia Coll", "Chief Administrator"),
        ("Dan Frye-Orr", "Chief Administrator"),
        ("Pia Lund", "facilitator"),
        ("Max Kast", "Assistant Superintendent"),
        ("Una Cook-Marsh", "Assistant Superintendent"),
        ("Rob Perry", "Assistant Superintendent"),
    ]


def test_others_are_told_beside_the_members_that_a_list_names_under_the_first_item() -> None:
    text = """*Harbour County School Board Meeting Agenda
*Tuesday, May 4, 2021 at 5:00 p.m.
*MINUTES

*1. CALL TO ORDER AND ROLL CALL
Members present: Trustee Ida Penn, Trustee Tom Orr, Trustee Sue Lake

Also present were Abe Wren, Clerk; and Flo Reed, Deputy Clerk.

Other staff present via teleconference were Max Dow and Una Fry, Directors.

*2. CONTRACTS
Action: A. Approval of Contracts for Ferries – Abe Wren

Motion by Trustee Orr, second by Trustee Lake.
Motion Carried
"""
    records = list(read(paper(text)))
    people = {r.fields["person"].text: r.fields["status"].note for r in records if r.view == "attendance"}
    assert people == dict.fromkeys(["Ida Penn", "Tom Orr", "Sue Lake"], "present") | dict.fromkeys(
        ["Abe Wren", "Flo Reed", "Max Dow", "Una Fry"], "in_attendance"
    )
    assert not texts(records, "minute_actions")  # it says what kind of item it is, not who is to do what
    assert "Action: A. Approval of Contracts" in texts(records, "minutes")[1]["text"]
