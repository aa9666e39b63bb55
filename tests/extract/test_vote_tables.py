"""Votes recorded in tables: a column, a row or a mark for each side."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from extract.meeting.vote_tables import vote_pieces
from models.table import Table
from tests.meetings import paper, texts
from tests.registers import table

LISTED = table(
    [
        ["AR SON (For)", "IN AGHAIDH (Against)", "STAON (Abstained)"],
        ["D. Ford\nA. Hess\nC. Mack", "T. Brody", ""],
        ["3", "1", "0"],
    ]
)
ROWS = table([["For", "D. Ford, A. Hess, C. Mack", "3"], ["Against", "T. Brody", "1"]], headings=0)
MARKED = table(
    [
        ["Member", "For", "Against", "Abstain"],
        ["D. Ford", "X", "", ""],
        ["A. Hess", "X", "", ""],
        ["C. Mack", "X", "", ""],
        ["T. Brody", "", "X", ""],
    ]
)


@pytest.mark.parametrize("votes", [LISTED, ROWS, MARKED], ids=["columns", "rows", "marks"])
def test_sides_of_a_vote(votes: Table):
    found = [p.text for p in vote_pieces(votes)]
    assert found[:2] == ["For (3): D. Ford, A. Hess, C. Mack", "Against (1): T. Brody"]


def test_other_tables_record_no_vote():
    assert vote_pieces(table([["Item", "For", "Lead"], ["Lights", "decision", "TF"]])) == []
    assert (
        vote_pieces(
            table([["Ref", "Reasons for", "Reasons against the ferry fares as proposed"], ["1", "Cheap", "Slow"]])
        )
        == []
    )


def test_a_vote_by_columns_belongs_to_the_motion_above():
    opening = (
        "*Minutes of the Pier Council, 15 May 2023\n\nPresent: D. Ford (Chair), A. Hess, C. Mack, T. Brody\n\n"
        "*1.  Speed limits\nProposed by Cllr D. Ford, seconded by Cllr A. Hess\n\n“That the limit be lowered.”\n\n"
        "A roll call vote was taken:\n"
    )
    records = list(read(paper(opening, LISTED, "The Chair declared the motion CARRIED.\n\n*2.  Close\nNone.\n")))
    (vote,) = texts(records, "votes")
    assert (vote["votes_for"], vote["votes_against"]) == ("3", "1")
    assert "lowered" in vote["motion"]


def test_a_recorded_vote_that_nobody_is_against_is_of_the_motion_with_its_reasons_above():
    opening = (
        "*Minutes of the Pier Council, 15 May 2023\n\nPresent: D. Ford (Chair), A. Hess, C. Mack\n\n"
        "*1.  Speed limits\nMoved by: Councillor D. Ford\n\nSeconded by: Councillor A. Hess\n\n"
        "Whereas boats pass the pier too fast;\n\nNow therefore be it resolved that the limit be lowered to four knots.\n"
    )
    called = table(
        [["Member", "Yes", "No"], ["D. Ford", "X", ""], ["A. Hess", "X", ""], ["C. Mack", "X", ""]],
    )
    assert [p.text for p in vote_pieces(called)] == ["For (3): D. Ford, A. Hess, C. Mack", "Against (0)"]
    records = list(read(paper(opening, called, "*Carried\n\n*2.  Close\nNone.\n")))
    (vote,) = texts(records, "votes")
    assert (vote["votes_for"], vote["proposer"]) == ("3", "Councillor D. Ford")
    assert vote["motion"].endswith("Now therefore be it resolved that the limit be lowered to four knots.")
    (resolution,) = texts(records, "resolutions")
    assert "For (3)" not in resolution["text"]


def test_members_side_by_side_over_what_they_said():
    across = table([["Ford", "Hess", "Mack", "Brody"], ["Aye", "Aye", "Nay", "Absent"]])
    assert [p.text for p in vote_pieces(across)] == ["For (2): Ford, Hess", "Against (1): Mack", "Absent (1): Brody"]
    assert vote_pieces(table([["Site A", "Site B", "Site C"], ["Yes", "7 m", "No"]])) == []


def test_nobody_on_a_side_is_no_name_and_a_count_behind_the_names_is_none() -> None:
    sides = table(
        [["AYES:", "Ford, Hess (2)"], ["NAYS:", "Brody (1)"], ["ABSTAIN:", "None"], ["ABSENT:", "Mack (1)"]], headings=0
    )
    assert [p.text for p in vote_pieces(sides)] == [
        "For (2): Ford, Hess", "Against (1): Brody", "Abstentions: None", "Absent (1): Mack",
    ]  # fmt: skip
    title = "*MINUTES OF THE REGULAR MEETING OF THE TOWN COUNCIL OF PIER HILL\nMay 4, 2031\n"
    head = f"{title}\nPRESENT:   Mayor Ida Ford; Council Members Tom Hess\n"
    motion = "*1.  DREDGING\nCouncil Member Ford moved, seconded by Council Member Hess, to dredge the channel.\n"
    end = "*2.  ADJOURNMENT\nThe meeting was adjourned at 8:40 p.m.\n"
    found = list(read(paper(f"{head}\n{motion}", sides, end)))
    (vote,) = texts(found, "votes")
    assert (vote["votes_for"], vote["votes_against"], vote["abstentions"]) == ("2", "1", "None")
    text = texts(found, "minutes")[0]["text"]
    assert text.endswith("AYES: Ford, Hess (2) NAYS: Brody (1) ABSTAIN: None ABSENT: Mack (1)")  # as it is printed
