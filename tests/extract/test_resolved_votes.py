"""Resolutions with lists in a line, and votes that the resolution tells of by itself. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from extract.meeting.inline_labels import labels_in
from tests.meetings import paper, texts

COUNCIL = """*MINUTES OF THE MEETING OF FERN BOROUGH COUNCIL
held on 4 May 2023 at 7 pm

PRESENT:   Councillors Ida Penn (Mayor), Tom Orr, Sue Lake,
           Abe Wren and Flo Reed

*1.  MINUTES
RESOLVED nem con: That the minutes of 6 April be confirmed.

*2.  BUDGET
It was proposed by Councillor Orr and seconded by Councillor Lake that the budget be taken as printed.

Councillor Wren asked about reserves.

RESOLVED - That the budget for the year be approved.

*3.  NOTICE OF MOTION
Councillor Reed moved, and Councillor Wren seconded, the following notice of motion:

“Council notes that the ferry has stopped.

Council asks the county to bring it back.”

An amendment to leave out the county was moved by Councillor Orr, seconded by Councillor Lake, and on being put was LOST.

The motion was put and CARRIED, and it was

RESOLVED: That Council: 1. notes that the ferry has stopped; 2. asks the county to bring it back; and 3. writes to the harbour master.

*4.  SEATS
RESOLVED that (i) Councillor Penn sit on the trust; and (ii) the other seat be left open.

*5.  POLLING PLACES
Members discussed the map.

RESOLVED - That the map be approved.

The meeting ended at 9.05 pm.
"""


def test_a_list_in_a_line_is_a_resolution_each() -> None:
    found = [(r["minute_number"], r.get("label"), r["text"]) for r in _with_minute("resolutions")]
    assert found[2:7] == [
        ("3", "1", "notes that the ferry has stopped;"),
        ("3", "2", "asks the county to bring it back; and"),
        ("3", "3", "writes to the harbour master."),
        ("4", "i", "Councillor Penn sit on the trust; and"),
        ("4", "ii", "the other seat be left open."),
    ]


def test_an_item_of_resolutions_in_a_line_alone_keeps_its_words() -> None:
    minutes = {m["number"]: m["text"] for m in texts(list(read(paper(COUNCIL))), "minutes")}
    assert minutes["4"].startswith("that (i) Councillor Penn sit")
    assert "harbour master" not in minutes["3"]


def test_nobody_against_is_a_vote_and_so_is_what_was_moved_and_then_resolved() -> None:
    votes = _with_minute("votes")
    assert [(v["minute_number"], v.get("proposer"), v.get("carried")) for v in votes] == [
        ("1", None, "RESOLVED nem con"),
        ("2", "Councillor Orr", "RESOLVED"),
        ("3", "Councillor Reed", "The motion was put and CARRIED"),
        ("3", "Councillor Orr", "and on being put was LOST"),
    ]
    assert votes[1]["motion"] == "That the budget for the year be approved."
    assert votes[2]["motion"] == "Council notes that the ferry has stopped. Council asks the county to bring it back."


def test_the_line_that_ends_the_meeting_is_no_part_of_the_last_resolution() -> None:
    close = COUNCIL.replace("approved.\n\nThe meeting", "approved.\nThe meeting")
    last = texts(list(read(paper(close))), "resolutions")[-1]
    assert last["text"] == "That the map be approved."


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("That Council: 1. notes it; 2. asks; and 3. writes.", ["1", "2", "3"]),
        ("that (a) it be noted; and (b) it be done", ["a", "b"]),
        ("That the sum of 2. be paid", []),
        ("That the fee in section 4 be 1.5 times the usual one", []),
        ("That it be noted, under 1. of the plan, that nothing is due", []),
    ],
)
def test_labels_of_a_list_count_on_from_the_first(text: str, labels: list[str]) -> None:
    assert [m["label"] for m in labels_in(text, 0, len(text))] == labels


def _with_minute(view: str) -> list[dict[str, str]]:
    records = list(read(paper(COUNCIL)))
    numbers = {id(r): r.fields["number"].text for r in records if r.view == "minutes"}
    mine = [r for r in records if r.view == view]
    return [{"minute_number": numbers[id(r.parent)], **t} for r, t in zip(mine, texts(records, view), strict=True)]


SMALL_BOARD = """*Town of Harrow Fork

*Board of Appeals

Minutes of July 8, 2025

Members present: Carla Beck (Chair), Don Ruiz, Sandra Oye, Fred Nutt.

1. Call to Order. Chair Beck called the meeting to order at 6:30 PM.

2. Approval of Minutes. D. Ruiz moved to approve the June minutes; S. Oye seconded. Vote: 4-0.

3. Case 25-07, Mill Road. The applicant spoke. D. Ruiz moved to grant the variance; F. Nutt seconded. Vote: 1-3 (Ruiz in favor).

4. Adjournment. Motion to adjourn at 7:25 PM by S. Oye, second by F. Nutt; all in favor.
"""


def test_titles_that_end_with_a_full_stop_head_their_items() -> None:
    minutes = texts(list(read(paper(SMALL_BOARD))), "minutes")
    assert [(m["number"], m["heading"]) for m in minutes] == [
        ("1", "Call to Order"),
        ("2", "Approval of Minutes"),
        ("3", "Case 25-07, Mill Road"),
        ("4", "Adjournment"),
    ]


def test_a_count_or_a_show_of_hands_alone_is_a_result() -> None:
    records = list(read(paper(SMALL_BOARD)))
    votes = texts(records, "votes")
    assert [(v["motion"], v["proposer"], v["carried"]) for v in votes] == [
        ("to approve the June minutes", "D. Ruiz", "Vote: 4-0"),
        ("to grant the variance", "D. Ruiz", "Vote: 1-3"),
        ("to adjourn at 7:25 PM", "S. Oye", "all in favor"),
    ]
    assert [r["text"] for r in texts(records, "resolutions")] == [
        "to approve the June minutes",
        "to adjourn at 7:25 PM",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "*Resolved 24/6.01* The map was adopted.",
        "Resolved 24/6.01 The map was adopted.",
        "RESOLVED 24/6.01 The map was adopted.",
        "Resolved: The map was adopted.",
    ],
)
def test_a_number_behind_the_mark_is_no_part_of_what_was_resolved(line: str) -> None:
    text = COUNCIL.replace("RESOLVED - That the map be approved.", line)
    assert texts(list(read(paper(text))), "resolutions")[-1]["text"] == "The map was adopted."
