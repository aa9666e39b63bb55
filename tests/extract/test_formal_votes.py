"""Formal resolutions in lines of their own (`And Resolved:`), and votes whose sides stand over their names. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from models.record import Printed
from tests.meetings import paper, texts

HEAD = """*TERN DISTRICT COUNCIL

*Minutes of the meeting held on 3 May 2031

*Present: Cllr A Wren (Chair), Cllr B Teal, Cllr C Dunlin

*1.  APOLOGIES

None.

*2.  PUMPS

"""
END = "\n\n*3.  PONDS\n\nThe pond is full.\n"
SOLD = "Councillor Teal proposed that the pump be sold and this was seconded by Councillor Dunlin.\n\n"


def records(text: str) -> list[Printed]:
    return list(read(paper(HEAD + text + END)))


@pytest.mark.parametrize(
    "moved",
    [
        "Proposed by Councillor Teal;\n               Seconded by Councillor Ó Rook;\n               And Resolved:",
        "Proposed by Councillor Teal\n               Seconded by Councillor Ó Rook\n               and agreed:",
        "Proposed by Councillor Teal, seconded by Councillor Ó Rook and it was unanimously resolved as follows:",
    ],
)
@pytest.mark.parametrize(
    ("printed", "resolved"),
    [
        ("“That the pump, as described, be mended”.", "That the pump, as described, be mended"),
        ("That the pump be mended by the smith.", "That the pump be mended by the smith."),
        (
            "“That the pump be mended, together with:\n\n     •   a handle of iron;\n     •   a spout of lead”.",
            "That the pump be mended, together with: a handle of iron; a spout of lead",
        ),
        (
            "“That the pump be mended, together with:\n\n     •   a handle of iron;\n     •   a spout of lead;",
            "That the pump be mended, together with: a handle of iron; a spout of lead;",
        ),
    ],
)
def test_what_stands_below_and_resolved_is_resolved_and_moved(moved: str, printed: str, resolved: str) -> None:
    found = records(f"The clerk read the report.\n\n               {moved}\n\n{printed}")
    assert [r["text"] for r in texts(found, "resolutions")] == [resolved]
    (vote,) = texts(found, "votes")
    assert (vote["motion"], vote["proposer"], vote["seconder"]) == (resolved, "Councillor Teal", "Councillor Ó Rook")
    assert not any(m.get("text", "").endswith(" .") for m in texts(found, "minutes"))


@pytest.mark.parametrize(
    "sides",
    [
        "For the Motion\nCouncillors Teal, Dunlin and Ó Rook (3)\n\nAgainst the Motion\nCouncillors Wren and O’Dea (2)",
        "For\nCouncillors Teal, Dunlin and Ó Rook (3)\n\nAgainst\nCouncillors Wren and O’Dea (2)",
        "For\n\nCouncillors Teal, Dunlin and\nÓ Rook (3)\n\nAgainst\n\nCouncillors Wren and O’Dea (2)",
        "Members voting for:\n\nTeal, Dunlin, Ó Rook (3)\n\nMembers voting against:\n\nWren, O’Dea (2)",
    ],
)
@pytest.mark.parametrize(
    ("told", "carried"),
    [
        ("The Mayor declared the proposal to sell the pump carried.", "declared the proposal to sell the pump carried"),
        ("The motion was lost.", "The motion was lost"),
    ],
)
def test_a_side_stands_over_its_names(sides: str, told: str, carried: str) -> None:
    found = records(f"{SOLD}A vote was taken, which resulted as follows:\n\n{sides}\n\n{told}")
    (vote,) = texts(found, "votes")
    assert (vote["votes_for"], vote["votes_against"], vote["carried"]) == ("3", "2", carried)
    assert vote["motion"] == "that the pump be sold"
    assert "Ó Rook" in vote["votes_for_names"]
    assert vote["votes_against_names"].endswith("O’Dea")


def test_a_side_with_its_count_stands_over_its_names() -> None:
    boxes = "IN FAVOUR (3)\nCllrs Teal, Dunlin, Ó Rook\n\nAGAINST (2)\nCllrs Wren, O’Dea\n\nThe motion was lost."
    (vote,) = texts(records(SOLD + boxes), "votes")
    assert (vote["votes_for"], vote["votes_against"], vote["motion"]) == ("3", "2", "that the pump be sold")


def test_for_at_the_head_of_a_paragraph_is_no_side() -> None:
    text = f"{SOLD}For the pond see below.\n\nFor\nexample the smith said no.\n\nAgainst\nall odds it was mended."
    assert not any("votes_for" in v for v in texts(records(text), "votes"))


def test_a_quotation_left_open_ends_at_the_result_and_one_within_it_may_open_with_the_wrong_mark():
    found = records(
        "Moved by Councillor Teal, “THAT the pump be sold on an ”as is – where is” basis; AND\n\n"
        "THAT the Clerk be directed to find a buyer.\n\n*Carried\n\n"
        "Moved by Councillor Dunlin, “THAT the pond be filled.”\n\n*Carried\n"
    )
    assert [r["text"] for r in texts(found, "resolutions")] == [
        "THAT the pump be sold on an ”as is – where is” basis; AND THAT the Clerk be directed to find a buyer.",
        "THAT the pond be filled.",
    ]


@pytest.mark.parametrize(
    ("counted", "counts"),
    [
        ("with 3 Members voting for, 5 against and 1 abstaining, the amendment was declared lost.", ("3", "5", "1")),
        ("3 voting in favour, 5 voting against and 1 abstention, the amendment was lost.", ("3", "5", "1")),
        ("the vote was 3 in favour to 5 against and the amendment was lost.", ("3", "5", None)),
        ("with three members in support, five opposed and one abstaining, was lost.", ("three", "five", "one")),
    ],
)
def test_members_may_vote_in_a_sentence_that_ends_with_the_result(
    counted: str, counts: tuple[str, str, str | None]
) -> None:
    records = list(
        read(
            paper(f"""*Minutes of the Harbour Board held on 4 March 2031

*Present:* Councillors Ida Marsh, Tom Ferris and Cy Penn

*1.  Lamps
It was moved by Councillor Marsh and seconded by Councillor Ferris, as an amendment, that the lamps be mended.
On being put to the vote, {counted}

*2.  Close
There was no more.
""")
        )
    )
    (vote,) = texts(records, "votes")
    assert (vote["votes_for"], vote["votes_against"], vote.get("abstentions")) == counts
    assert vote["motion"] == "that the lamps be mended."
    assert vote["carried"].endswith("lost")
    assert texts(records, "resolutions") == []
