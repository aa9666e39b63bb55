"""Rolls told within a paragraph, behind labels, by surname alone or by post and surname. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import FAMILY, read
from extract.meeting.persons import persons_of_list
from extract.meeting.surnames import bare_surnames
from tests.meetings import paper, texts


def _paper(roll: str) -> str:
    return (
        "*Minutes of the Board of Directors\n*Thursday, April 3, 2025\n\n*CALL TO ORDER\n"
        f"{roll}\n\n*PUBLIC COMMENT\nNobody spoke.\n\n*REPORTS\nThe pumps were serviced.\n\n"
        "*ADJOURNMENT\nThe meeting was adjourned at 8:10 pm.\n"
    )


def _found(roll: str) -> dict[str, str | None]:
    section = paper(_paper(roll))
    assert FAMILY.claim(section).score >= 0.5
    return {r.fields["person"].text: r.fields["status"].note for r in read(section) if r.view == "attendance"}


@pytest.mark.parametrize(
    ("roll", "there", "away", "beside"),
    [
        (
            "The meeting began at 6:03 pm. Board members present in person: Penn, Orr, and Lake. Board members present "
            "virtually via Zoom: Frye. Board members absent: Dow. Staff present: Acting Chief Moor, General Counsel Wren.",
            ["Penn", "Orr", "Lake", "Frye"],
            ["Dow"],
            ["Moor", "Wren"],
        ),
        (
            "President Orr opened the meeting. Directors attending: Orr, Lake and Frye. Directors excused: Dow. "
            "Also present: Manager Moor, Counsel Wren and Clerk Dunn.",
            ["Orr", "Lake", "Frye"],
            ["Dow"],
            ["Moor", "Wren", "Dunn"],
        ),
        (
            "The roll was called. Trustees participating by telephone: Ada Orr, Bo Lake, and Ida Penn. Absent: None.",
            ["Ada Orr", "Bo Lake", "Ida Penn"],
            [],
            [],
        ),
    ],
)
def test_labels_within_a_paragraph_say_who_was_there(
    roll: str, there: list[str], away: list[str], beside: list[str]
) -> None:
    assert _found(roll) == {
        **dict.fromkeys(there, "present"),
        **dict.fromkeys(away, "apologies"),
        **dict.fromkeys(beside, "in_attendance"),
    }


def test_a_list_of_surnames_may_follow_its_heading_on_the_line() -> None:
    lists = "*Minutes of the Board\n*3 April 2025\n\nPresent: Ames, Bolt, Cray\nAbsent: Dunn\n"
    text = f"{lists}\n*1. Minutes\nAgreed.\n\n*2. Close\nAll left.\n"
    found = texts(list(read(paper(text))), "attendance")
    assert [a["person"] for a in found] == ["Ames", "Bolt", "Cray", "Dunn"]


@pytest.mark.parametrize(
    "text", ["None", "Ames, Finance Manager", "Ames, all others", "Ames (Chair), Bolt", "Ada Ames, Bolt"]
)
def test_what_holds_more_than_surnames_is_no_list_of_them(text: str) -> None:
    assert bare_surnames(text, 0, len(text)) == []


def test_posts_stand_before_surnames_in_a_list_of_nothing_else() -> None:
    text = "Acting Chief Moor, General Counsel Wren, and Board Clerk Ida Dunn."
    found = [(p.name.of(text), p.role and p.role.of(text)) for p in persons_of_list(text)]
    assert found == [("Moor", "Acting Chief"), ("Wren", "General Counsel"), ("Ida Dunn", "Board Clerk")]
    mixed = "Ada Moor, Head of Finance, Planning Manager, Roads Director"
    assert [p.name.of(mixed) for p in persons_of_list(mixed)] == ["Ada Moor"]
