"""Headings of minutes above the numbers of their items, and headings of what an item resolved, which are none of items. All invented."""

from __future__ import annotations

from extract.families.minutes import read
from tests.meetings import paper, texts

HEAD = "*MINUTES OF THE HARBOUR BOARD HELD ON 4 MARCH 2024\n\n*PRESENT:\nIda Marsh, Tom Ferris\n\n"
ABOVE = [
    ("EXEMPT BUSINESS", "The Convener proposed that item 4 be taken with the public excluded, which was agreed."),
    ("MINUTE OF LAST MEETING", "The Board had before it the minute of its meeting of 2 February for approval."),
    ("BUSINESS PLANNER", "The Board had before it the planner as prepared by the Clerk for the coming year."),
    ("FERRY FARES – HB/24/7", "The Board had before it a report by the Harbour Master on the fares of the ferry."),
]
BOARD = """*1   KARAKIA

Tom Ferris opened the meeting.

*2   APOLOGIES

An apology was received from Ada Finch.

*BOARD RESOLUTION HB2024/28

Moved: Ida Marsh

Seconded: Tom Ferris

That the apology be accepted.

*CARRIED

*3   INTERESTS

There were none.

*4   FARES

The Harbour Master spoke to the report.

*BOARD RESOLUTION HB2024/29

Moved: Tom Ferris

Seconded: Ida Marsh

That the fares be raised.

*CARRIED

*5   CLOSE

The meeting ended at noon.
"""


def test_a_heading_in_bold_capitals_above_the_number_is_the_items():
    text = "\n".join(f"*{head}\n\n{n}.   {told}\n" for n, (head, told) in enumerate(ABOVE, start=1))
    found = texts(list(read(paper(HEAD + text))), "minutes")
    assert [(m["number"], m["heading"], m["text"]) for m in found] == [
        (str(n), head, told) for n, (head, told) in enumerate(ABOVE, start=1)
    ]


def test_a_resolution_with_its_number_is_no_item():
    records = list(read(paper(HEAD + BOARD)))
    assert [m.get("number") for m in texts(records, "minutes")] == ["1", "2", "3", "4", "5"]
    assert [r["text"] for r in texts(records, "resolutions")] == [
        "That the apology be accepted.",
        "That the fares be raised.",
    ]
