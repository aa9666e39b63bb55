"""Minutes of housing associations: codes of posts among initials, names alone under apologies. All invented."""

from __future__ import annotations

from extract.families.minutes import read
from tests.meetings import paper, texts

BOARD = """*MINUTES of a meeting of the Board of the Association held on Thursday 4 May 2021

*PRESENT:*           Board: Ida Penn (Chair), Tom Orr (TO), Sue Lake (SL), Abe Wren (AW) and Flo Reed (FR).

                     Staff: Gus Holt (F&PD), Ann Dale (CE)

*1.       APOLOGIES

Ben Marsh (BM), Cy Finch (CF), Dot Moss (DM) and Eve Bell (OD).

*2.       REPAIRS

The CE spoke to the report on the roofs of the houses by the quay.

*3.       CLOSE

The meeting closed at 8.25pm.
"""


def test_codes_among_initials_are_what_somebody_is_called_and_the_board_is_no_body_they_come_from() -> None:
    people = [
        (a["person"], a.get("initials"), a.get("affiliation")) for a in texts(list(read(paper(BOARD))), "attendance")
    ]
    assert people == [
        ("Ida Penn", None, None),
        ("Tom Orr", "TO", None),
        ("Sue Lake", "SL", None),
        ("Abe Wren", "AW", None),
        ("Flo Reed", "FR", None),
        ("Gus Holt", "F&PD", None),
        ("Ann Dale", "CE", None),
        ("Ben Marsh", "BM", None),
        ("Cy Finch", "CF", None),
        ("Dot Moss", "DM", None),
        ("Eve Bell", "OD", None),
    ]


def test_a_body_among_titled_names_stays_where_they_come_from() -> None:
    text = BOARD.replace("(TO)", "(NPA)").replace("(SL)", "").replace("(AW)", "").replace("(FR)", "")
    text = text.replace("(BM)", "").replace("(CF)", "").replace("(DM)", "")
    people = {a["person"]: a.get("affiliation") for a in texts(list(read(paper(text))), "attendance")}
    assert people["Tom Orr"] == "NPA"
