"""Minutes whose items begin in bold within their paragraphs, without numbers, and never call themselves minutes. All invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.families.minutes import claim, read
from tests.meetings import paper, paragraphs, texts

TOWNSHIP = """*Town of Pier Hill
*Monthly Meeting
*March 4,2024

*CALL TO ORDER* Ida Penn called the meeting to order at 6:30 pm and welcomed everyone. Board members present
were Supervisors Ida Penn, Tom Orr, Town Clerks Sue Lake and Abe Wren and Treasurer Flo Reed. Also present
were Max Dow and Una Fry.

*MINUTES APPROVAL* Supervisor Tom Orr makes a motion to approve the February minutes, Supervisor Ida Penn seconds the
motion. Tom Orr aye, Ida Penn aye, Sue Lake aye. Motion carried unanimously.

The ferry bell was rung.

*FIRE DEPARTMENT* Two calls came in. Tom Orr makes a motion for Max Dow and crew to paint the pump.
Supervisor Ida Penn seconds the motion. Motion passed unanimously.

*OLD BUSINESS* No old business

*NEW BUSINESS* A lamp is wanted on the quay.

*ADJOURNMENT* Ida Penn makes a motion to adjourn, Tom Orr seconds the motion. Tom Orr aye, Ida Penn aye, Sue Lake aye.
Meeting adjourned at 7:45 pm.
"""


def test_a_paper_without_the_word_minutes_is_minutes_where_motions_carry_under_usual_items() -> None:
    assert claim(paper(TOWNSHIP)).score > 0.7
    other = TOWNSHIP.replace("Motion", "Idea").replace("present", "singing").replace("MINUTES APPROVAL", "SONGS")
    assert claim(paper(other)).score <= 0.4


def test_a_bold_title_within_its_paragraph_is_a_heading() -> None:
    minutes = texts(list(read(paper(TOWNSHIP))), "minutes")
    assert [m["heading"] for m in minutes] == [
        "CALL TO ORDER", "MINUTES APPROVAL", "FIRE DEPARTMENT", "OLD BUSINESS", "NEW BUSINESS", "ADJOURNMENT",
    ]  # fmt: skip
    assert minutes[1]["text"].endswith("The ferry bell was rung.")
    assert minutes[3]["text"] == "No old business"


def test_bold_names_at_the_head_of_paragraphs_are_no_headings() -> None:
    text = """*MINUTES OF THE HARBOUR BOARD

*Present*: A Smith, B Jones

*1. MINUTES
*Ida Penn* said that the bell was rung.

*2. LAMPS
*Tom Orr* asked for lamps.
"""
    assert [m["heading"] for m in texts(list(read(paper(text))), "minutes")] == ["MINUTES", "LAMPS"]


def test_the_meeting_is_told_by_masthead_and_first_item() -> None:
    (meeting,) = texts(list(read(paper(TOWNSHIP))), "meetings")
    assert (meeting["body"], meeting["meeting_date"]) == ("Town of Pier Hill", "March 4,2024")
    assert (meeting["chair"], meeting["start_time"], meeting["end_time"]) == ("Ida Penn", "6:30 pm", "7:45 pm")


def test_those_present_are_told_in_the_first_item() -> None:
    people = [
        (r.fields["person"].text, r.fields["role"].text if "role" in r.fields else None, r.fields["status"].note)
        for r in read(paper(TOWNSHIP))
        if r.view == "attendance"
    ]
    assert people == [
        ("Ida Penn", "Supervisor", "present"),
        ("Tom Orr", "Supervisor", "present"),
        ("Sue Lake", "Town Clerk", "present"),
        ("Abe Wren", "Town Clerk", "present"),
        ("Flo Reed", "Treasurer", "present"),
        ("Max Dow", None, "in_attendance"),
        ("Una Fry", None, "in_attendance"),
    ]


@pytest.mark.parametrize(
    ("n", "motion", "proposer", "seconder"),
    [
        (0, "to approve the February minutes", "Supervisor Tom Orr", "Supervisor Ida Penn"),
        (1, "for Max Dow and crew to paint the pump.", "Tom Orr", "Supervisor Ida Penn"),
        (2, "to adjourn", "Ida Penn", "Tom Orr"),
    ],
)
def test_motions_are_told_in_the_present_tense(n: int, motion: str, proposer: str, seconder: str) -> None:
    records = list(read(paper(TOWNSHIP)))
    vote = texts(records, "votes")[n]
    assert (vote["motion"], vote["proposer"], vote["seconder"]) == (motion, proposer, seconder)
    assert motion in [r["text"] for r in texts(records, "resolutions")]  # all say aye: carried without a word of it


def test_the_running_header_names_the_body_where_the_text_of_a_packs_minutes_does_not() -> None:
    text = """*Monday 20 July 2020 at 1.00 pm

*Minutes

*Present
Councillor Ida Penn (Chair)
Councillor Tom Orr

*Item No. Title

*19.   Apologies
None were received.

*20.   Minutes
RESOLVED: that the minutes be approved.
"""
    bare = paper(text)
    headed = replace(bare, paper=replace(bare.paper, heads=tuple(paragraphs("*Ferry Committee"))))
    assert "body" not in texts(list(read(bare)), "meetings")[0]
    records = list(read(headed))
    assert texts(records, "meetings")[0]["body"] == "Ferry Committee"
    assert [r.fields["person"].text for r in records if r.view == "attendance"] == [
        "Councillor Ida Penn",
        "Councillor Tom Orr",
    ]
