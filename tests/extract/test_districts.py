"""Minutes of districts and of universities: bodies called a district of somewhere, officials listed by their posts, several under one
title, meetings on a line. All invented."""

from __future__ import annotations

import pytest

from extract.families import minutes
from extract.meeting.persons import persons_of_list
from tests.meetings import paper, texts

REST = """

*Present: Cllr A Wren (Cathaoirleach), Cllr B Teal, Cllr C Dunlin

*1.  APOLOGIES

None.

*2.  MINUTES

Agreed.
"""


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            "*MINUTES OF ALL PROCEEDINGS AT THE STATUTORY MONTHLY MEETING OF METROPOLITAN DISTRICT"
            "\n*OF TERNFORD HELD IN THE QUAY HALL, TERN, ON 3RD MAY, 2031",
            "METROPOLITAN DISTRICT OF TERNFORD",
        ),
        (
            "*Minutes of Monthly Meeting of the Ternford Municipal District held in\n*the Civic Offices on Monday 3rd May 2031",
            "Ternford Municipal District",
        ),
        (
            "*TERNFORD MUNICIPAL DISTRICT\n\n*Minutes of the monthly meeting held on 3rd May 2031",
            "TERNFORD MUNICIPAL DISTRICT",
        ),
        (
            "*Municipal District of Ternford\n\n*Minutes of Meeting held on 3rd May 2031",
            "Municipal District of Ternford",
        ),
        ("*SEWER DISTRICT NO. 4\n\n*Minutes of May 3, 2031 regular meeting", "SEWER DISTRICT NO. 4"),
        ("*TERN SCHOOL DISTRICT\n\n*Board of Trustees Regular Meeting Minutes\n\n*May 3, 2031", "Board of Trustees"),
        (
            "*REGULAR MEETING OF THE BOARD OF SUPERVISORS\n*COUNTY OF TERN\n\n*Minutes of May 3, 2031",
            "BOARD OF SUPERVISORS",
        ),
    ],
)
def test_which_district_met(head: str, body: str) -> None:
    (meeting,) = texts(list(minutes.read(paper(head + REST))), "meetings")
    assert meeting["body"] == body


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Acting Director of Service (Mr. A. Reid), Senior Executive Officer, Roads and Piers (Ms. C. Dow), Clerk (Ms. D. Roe)",
            [
                ("Mr. A. Reid", "Acting Director of Service"),
                ("Ms. C. Dow", "Senior Executive Officer, Roads and Piers"),
                ("Ms. D. Roe", "Clerk"),
            ],
        ),
        (
            "Chief Executive (A Reid); Director of Finance & Planning (B Ito) and Clerk (C Dow)",
            [("A Reid", "Chief Executive"), ("B Ito", "Director of Finance & Planning"), ("C Dow", "Clerk")],
        ),
        (
            "Town Engineer (Ann Reid), Head of Parks, North (Basil Ito)",
            [("Ann Reid", "Town Engineer"), ("Basil Ito", "Head of Parks, North")],
        ),
        ("Mr A Reid (Senior Planner), Ms B Ito (Clerk)", [("Mr A Reid", "Senior Planner"), ("Ms B Ito", "Clerk")]),
        (
            "A Reid, Manager (Housing Strategy), B Ito, Clerk (Pay Desk)",
            [("A Reid", "Manager (Housing Strategy)"), ("B Ito", "Clerk (Pay Desk)")],
        ),
        ("Planner (Development Management), Clerk (Finance Team)", []),
        ("Ward 1 (Mr A Reid), Ward 2 (Mrs B Ito)", []),
    ],
)
def test_who_holds_a_post_stands_in_brackets_behind_it(text: str, people: list[tuple[str, str]]) -> None:
    found = persons_of_list(text)
    assert [(p.name.of(text), p.role.of(text) if p.role else None) for p in found] == people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Mrs Wren, Professors Linnet, Kite and Crane F, Ms Teal",
            ["Mrs Wren", "Professors Linnet", "Kite", "Crane F", "Ms Teal"],
        ),
        ("Drs Orr and Lake, Prof Penn", ["Drs Orr", "Lake", "Prof Penn"]),
        ("Mr A Reid, Misses Orr and Lake", ["Mr A Reid", "Misses Orr", "Lake"]),
        ("Profs. Orr and Lake; Mr Reid, Head of Roads", ["Profs. Orr", "Lake", "Mr Reid"]),
    ],
)
def test_one_title_stands_before_several_surnames(text: str, names: list[str]) -> None:
    assert [p.name.of(text) for p in persons_of_list(text)] == names


@pytest.mark.parametrize(
    ("line", "venue"),
    [
        ("Online via Zoom", "Online via Zoom"),
        ("Via Microsoft Teams", "Microsoft Teams"),
        ("By video conference", "By video conference"),
        ("Zoom and the clerk", None),
    ],
)
def test_a_meeting_on_a_line_is_held_there(line: str, venue: str | None) -> None:
    (meeting,) = texts(
        list(minutes.read(paper(f"*TERN COUNCIL\n\n*Minutes\n\n3 May 2031\n\n{line}\n\n4:00pm{REST}"))), "meetings"
    )
    assert meeting.get("venue") == venue
