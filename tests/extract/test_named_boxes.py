"""Boxes called `Council resolution`, headings without numbers around numbered ones, results told before the movers. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from extract.meeting.flow import pieces_of
from extract.meeting.sides_first import sides_first
from tests.meetings import paper, paragraphs, texts
from tests.registers import table

OPENING = "*Ordinary Meeting of Pier Council\nHeld on 4 May 2031 at 10.00am\n\nPresent:  Mayor Penn, Councillors Orr, Lake and Wren\n\n"


def box(movers: str, *words: str, result: str = "Carried"):
    return table([["Council resolution", "\n\n".join([movers, *words, f"*{result}"])]], headings=0)


COUNCIL = (
    f"{OPENING}*Apologies\n",
    box("Councillors Orr / Lake", "That the apology from Councillors Reed and Holt be accepted."),
    "*Conflicts of interest\nCouncillor Orr told the meeting of a conflict in Item 2.\n",
    "*1.  REVIEW OF FERRIES\n\n*1.1  Purpose of Report\nTo say how the ferries did in the year.\n",
    box("Mayor Penn / Councillor Wren", "That Council:", "a.  Receive the report.", "b.  Thank the crews."),
    "*2.  HARBOUR LIGHTS\n\n*2.1  Purpose of Report\nTo buy four lights for the new pier.\n",
    box("Councillors Lake / Orr", "That Council buy four lights.", result="Lost"),
    "*3.  DUES\n\n*3.1  Purpose of Report\nTo set the dues of the coming year.\n",
    "*PUBLIC EXCLUDED ITEMS\nThe meeting moved into committee at 11.59am and came back at noon.\n\nThe meeting closed at 12.15pm\n",
)


def test_a_box_called_a_resolution_holds_a_motion_with_its_movers_and_its_result() -> None:
    records = list(read(paper(*COUNCIL)))
    votes = [(v["proposer"], v["seconder"], v["carried"]) for v in texts(records, "votes")]
    assert votes == [
        ("Councillors Orr", "Lake", "Carried"),
        ("Mayor Penn", "Councillor Wren", "Carried"),
        ("Councillors Lake", "Orr", "Lost"),
    ]
    resolved = [(r.get("label"), r["text"]) for r in texts(records, "resolutions")]
    assert resolved[1:] == [("a", "Receive the report."), ("b", "Thank the crews.")]


def test_headings_without_numbers_before_and_behind_numbered_ones_are_items_and_parts_of_reports_are_none() -> None:
    found = [(m.get("number"), m["heading"]) for m in texts(list(read(paper(*COUNCIL))), "minutes")]
    assert found == [
        (None, "Apologies"),
        (None, "Conflicts of interest"),
        ("1", "REVIEW OF FERRIES"),
        ("2", "HARBOUR LIGHTS"),
        ("3", "DUES"),
        (None, "PUBLIC EXCLUDED ITEMS"),
    ]


def test_an_apology_that_is_to_be_accepted_is_of_all_it_names() -> None:
    people = texts(list(read(paper(*COUNCIL))), "attendance")
    assert [p["person"] for p in people if "apology" in p["status"]] == ["Councillors Reed", "Holt"]


SCHOOLS = """*Regular Meeting of the Board of Education of Pier Hill
May 4, 2031 6:30 PM
Harbor Center
5 Quay Road Pier Hill, CA 90001

Present:
    Ida Penn
    Tom Orr
    Sue Lake

*1. CALL TO ORDER
President Penn called the meeting to order at 6:31 p.m.

*2. FERRIES
Member Orr moved that the ferry be sold for its scrap.
Motion Failed: Sell the ferry. Failed with a motion by Tom Orr and a second by Sue Lake.
    Yes    Tom Orr
    No     Ida Penn
    AbstainSue Lake

Motion Passed: Paint the ferry, as presented. Passed with a motion by Sue Lake and a second by Ida Penn.
    Yes    Ida Penn
    Yes    Sue Lake

*3. ADJOURNMENT
The meeting was adjourned at 8:52 p.m.
"""


def test_a_result_told_before_the_motion_and_its_movers_and_members_behind_what_they_said() -> None:
    records = list(read(paper(SCHOOLS)))
    votes = {v["motion"]: v for v in texts(records, "votes")}
    sold, painted = votes["Sell the ferry."], votes["Paint the ferry, as presented."]
    assert (sold["proposer"], sold["seconder"], sold["carried"]) == ("Tom Orr", "Sue Lake", "Motion Failed")
    assert (sold["votes_for_names"], sold["votes_against_names"], sold["abstentions_names"]) == (
        "Tom Orr",
        "Ida Penn",
        "Sue Lake",
    )
    assert painted["votes_for_names"] == "Ida Penn; Sue Lake"
    assert [r["text"] for r in texts(records, "resolutions")] == ["Paint the ferry, as presented."]


def test_a_street_and_its_number_is_a_place_with_the_line_over_it() -> None:
    assert texts(list(read(paper(SCHOOLS))), "meetings")[0]["venue"] == "Harbor Center 5 Quay Road Pier Hill, CA 90001"


@pytest.mark.parametrize("lines", ["No Comments\nNo Questions", "Yes Ida Penn", "Notes of Tom Orr\nYes Sue Lake"])
def test_other_lines_are_no_votes_of_members(lines: str) -> None:
    assert sides_first(pieces_of(tuple(paragraphs(lines))), 0) == []
