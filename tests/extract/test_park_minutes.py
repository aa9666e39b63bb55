"""Minutes of a park authority: `Agenda Item 5` over the lines of a title, signed actions, a motion and its amendment."""

from __future__ import annotations

from extract.families.minutes import read
from tests.meetings import paper, texts
from tests.registers import table

OPENING = """*Draft Minutes of the Planning Committee Meeting
Held at the Harbour Office
4 March 2024 at 11.00 am

*Present
Ann Orr (Planning Convener)                Tom Reid
Sue Rao (Deputy Planning Convener)         Ida Lake
Rae Holt                                   Jo Penn

*Agenda Item 1&2
*Welcome and apologies
1.    The Convener welcomed all present to the Harbour Office and its long room.

*Agenda Item 3
*Minutes
2.    The minutes of the previous meeting were approved.

*Agenda Item 5
*Planning permission for a boat house
*At the Old Pier, Northport
3.    Ann Orr proposed a Motion to approve the boat house as it was drawn. This was seconded by Rae Holt.

4.    Sue Rao proposed an Amendment to refuse the boat house as too tall. This was seconded by Jo Penn.

5.    The Committee proceeded to vote. The results were as follows:
"""
VOTES = [
    ["Name", "Motion", "Amendment", "Abstain"],
    ["Ann Orr", "√", "", ""],
    ["Rae Holt", "√", "", ""],
    ["Tom Reid", "√", "", ""],
    ["Sue Rao", "", "√", ""],
    ["Jo Penn", "", "√", ""],
    ["Ida Lake", "", "", "√"],
    ["TOTAL", "3", "2", "1"],
]
CLOSING = """6.    Action Points arising:

      (i)   The drawing to be sent to the owner. TR

      (ii)  The pier to be looked at by those who keep the boats of the harbour by 30 November
            *2024.* IL/JP

7.    Tom Reid left the meeting.

*Agenda Item 6
*Date of next meeting
8.    The next meeting is on 1 May 2024.
"""


def test_a_line_over_its_title_calls_an_item() -> None:
    records = list(read(paper(OPENING, table(VOTES), CLOSING)))
    assert [(m["number"], m["heading"]) for m in texts(records, "minutes")] == [
        ("1&2", "Welcome and apologies"),
        ("3", "Minutes"),
        ("5", "Planning permission for a boat house At the Old Pier, Northport"),
        ("6", "Date of next meeting"),
    ]


def test_who_signs_an_entry_of_a_numbered_list_of_actions_is_to_do_it() -> None:
    records = list(read(paper(OPENING, table(VOTES), CLOSING)))
    assert [(a["action"], a["owners"], a.get("due_text")) for a in texts(records, "minute_actions")] == [
        ("The drawing to be sent to the owner.", "TR", None),
        (
            "The pier to be looked at by those who keep the boats of the harbour by 30 November 2024.",
            "IL/JP",
            "by 30 November 2024",
        ),
    ]


def test_a_motion_and_its_amendment_head_the_columns_of_a_vote() -> None:
    records = list(read(paper(OPENING, table(VOTES), CLOSING)))
    (vote,) = texts(records, "votes")
    assert (vote["votes_for"], vote["votes_against"], vote["abstentions"]) == ("3", "2", "1")
    assert vote["votes_for_names"] == "Ann Orr, Rae Holt, Tom Reid"
    assert vote["motion"] == "to approve the boat house as it was drawn"
    assert (vote["proposer"], vote["seconder"]) == ("Ann Orr", "Rae Holt")


def test_a_name_close_behind_a_post_stands_in_the_next_column() -> None:
    head = OPENING.replace(
        "Sue Rao (Deputy Planning Convener)         Ida", "Sue Rao (Deputy Planning Convener today)   Ida"
    )
    people = texts(list(read(paper(head, table(VOTES), CLOSING))), "attendance")
    assert [a["person"] for a in people] == ["Ann Orr", "Tom Reid", "Sue Rao", "Ida Lake", "Rae Holt", "Jo Penn"]
