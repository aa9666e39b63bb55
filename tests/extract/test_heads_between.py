"""Items set otherwise than the headed, numbered ones around them: told in a sentence, or headed without a number. All invented."""

from __future__ import annotations

import pytest

from extract.families import minutes
from tests.meetings import paper, texts

HEAD = """*ELDERBY PARISH COUNCIL

*Minutes of the meeting held on 3 May 2031 at the Reading Room

*Present: Cllr A Wren (Chair), Cllr B Teal, Cllr C Dunlin

"""
HUNG = """*1.  Apologies
     Cllr D Rook sent word that he was ill.

2.   {told}

*3.  Minutes of the last meeting
     The minutes were agreed and signed.

*4.  Pump
     The pump was mended by the smith in April.

{heading}

     A resident asked when the pond will be dredged, this year or the next.

*5.  Finance
     Cheques were signed for the smith and for the miller.
"""
FLUSH = """*1.  APOLOGIES

Cllr D Rook sent word that he was ill.

*2.  MINUTES

The minutes were agreed and signed.

*3.  PUMP

*{below}

The pump was mended by the smith in April.

*4.  PONDS

The upper pond is full.

*{heading}

A resident asked when the pond will be dredged, this year or the next.

*5.  FINANCE

Cheques were signed for the smith and for the miller.

*{behind}

Two residents spoke of the noise that the mill makes at night.
"""


def read(text: str) -> list[dict[str, str]]:
    return texts(list(minutes.read(paper(HEAD + text))), "minutes")


@pytest.mark.parametrize(
    "told",
    [
        "No interests were declared.",
        "There were no declarations of interest from any of the members who were present that evening.",
        "None of the members declared an interest.",
    ],
)
def test_an_item_told_in_a_sentence_has_no_heading(told: str) -> None:
    items = read(HUNG.format(told=told, heading="*OPEN FORUM"))
    assert [i.get("number") for i in items] == ["1", "2", "3", "4", None, "5"]
    assert items[1].get("heading") is None
    assert items[1]["text"] == told
    assert items[0]["text"] == "Cllr D Rook sent word that he was ill."


def test_a_plain_numbered_title_is_still_a_heading() -> None:
    items = read(HUNG.format(told="Interests of members and officers", heading="*OPEN FORUM"))
    assert items[1]["heading"] == "Interests of members and officers"


@pytest.mark.parametrize("heading", ["*OPEN FORUM", "*Open forum"])
def test_a_heading_out_at_the_numbers_edge_heads_an_item_where_text_is_set_in(heading: str) -> None:
    items = read(HUNG.format(told="No interests were declared.", heading=heading))
    assert [i["heading"] for i in items[4:]] == [heading[1:], "Finance"]
    assert items[4]["text"].startswith("A resident asked")


def test_headings_in_capitals_among_numbered_ones_where_all_text_is_flush() -> None:
    items = read(FLUSH.format(below="THE HANDLE", heading="STANDING ORDERS", behind="OPEN FORUM"))
    assert [i["heading"] for i in items] == [
        "APOLOGIES",
        "MINUTES",
        "PUMP",
        "PONDS",
        "STANDING ORDERS",
        "FINANCE",
        "OPEN FORUM",
    ]
    assert items[2]["text"].startswith("THE HANDLE")  # right below a numbered heading it is a part of that item


def test_headings_in_mixed_case_in_flush_text_are_parts_of_items_and_what_is_bound_behind_is_none() -> None:
    items = read(FLUSH.format(below="The handle", heading="Lower pond", behind="APPENDIX A"))
    assert [i["heading"] for i in items] == ["APOLOGIES", "MINUTES", "PUMP", "PONDS", "FINANCE"]


def test_several_headings_in_one_item_are_those_of_its_parts() -> None:
    parts = "LOWER POND\n\nIt is not full yet.\n\n*MIDDLE POND"
    items = read(FLUSH.format(below="THE HANDLE", heading=parts, behind="Signed"))
    assert [i["heading"] for i in items] == ["APOLOGIES", "MINUTES", "PUMP", "PONDS", "FINANCE"]
