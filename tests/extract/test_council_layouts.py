"""Minutes of councils as several countries set them: items out of turn, numbered resolutions, facts in tables, long headings."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from models.record import Printed
from tests.meetings import paper, texts
from tests.registers import table

HEAD = """*HARBOUR COUNCIL
*Regular Meeting Minutes
Monday, 4 March 2024
6:00 pm
Long Room

*PRESENT: Cr Ida Marsh, Cr Tom Ferris, Cr Ruth Penn
"""


def of(*blocks: object) -> list[Printed]:
    return list(read(paper(*blocks)))  # type: ignore[arg-type]


def test_an_item_taken_out_of_its_turn_keeps_its_place_and_number():
    items = [
        ("1", "LAMPS"),
        ("2", "ROPES"),
        ("6", "FERRY FARES"),
        ("3", "PIERS"),
        ("4", "BUOYS"),
        ("5", "DUES"),
        ("7", "CLOSE"),
    ]
    text = "\n\n".join(f"*{n}.   {name}\nThe members spoke about the {name.lower()} at length." for n, name in items)
    found = texts(of(f"{HEAD}\n{text}\n"), "minutes")
    assert [(m["number"], m["heading"]) for m in found] == items


def test_where_and_when_by_lines_of_their_own_and_a_sentence():
    text = "*1.   OPENING\nThe President declared the meeting open at 6.04pm.\n\n*2.   LAMPS\nMended.\n\n*3.   CLOSE\nNone.\n"
    (meeting,) = texts(of(f"{HEAD}\n{text}"), "meetings")
    assert (meeting["venue"], meeting["start_time"]) == ("Long Room", "6:00 pm")
    (meeting,) = texts(of(f"{HEAD.replace('6:00 pm', '')}\n{text}"), "meetings")
    assert meeting["start_time"] == "6.04pm"


def test_the_lines_of_those_who_sign_are_no_part_of_the_last_item():
    text = "*1.   LAMPS\nMended.\n\n*2.   ROPES\nBought.\n\n*3.   CLOSE\nThe President closed the meeting.\n\n"
    for line in (
        "ATTEST:",
        "I confirm that these minutes are a true record.",
        "Approved by the Council on ________ 2024",
    ):
        assert texts(of(f"{HEAD}\n{text}{line}\n"), "minutes")[-1]["text"] == "The President closed the meeting."


RESOLVED = """*1.   LAMPS
The works manager spoke.

*RESOLUTION HC24/07
Moved: Cr Ferris   Seconded: Cr Penn
That the lamps be mended.

*CARRIED BY ABSOLUTE MAJORITY 2/1

*2.   ROPES
Bought.

*3.   CLOSE
None.
"""


@pytest.mark.parametrize(
    "result", ["CARRIED BY ABSOLUTE MAJORITY 2/1", "CARRIED BY SPECIAL MAJORITY (2/1)", "CARRIED EN BLOC 2/1"]
)
def test_a_numbered_resolution_is_the_motion_under_it(result: str):
    records = of(f"{HEAD}\n{RESOLVED.replace('CARRIED BY ABSOLUTE MAJORITY 2/1', result)}")
    assert [r["text"] for r in texts(records, "resolutions")] == ["That the lamps be mended."]
    (vote,) = texts(records, "votes")
    assert (vote["votes_for"], vote["votes_against"], vote["carried"]) == ("2", "1", "CARRIED")
    assert "RESOLUTION HC24/07" in texts(records, "minutes")[0]["text"]


def test_facts_of_an_item_in_a_table_are_part_of_its_text():
    facts = table([["Author:", "Tom Ferris"], ["Date:", "1 March 2024"], ["File:", "HC-7"]], headings=0)
    found = texts(
        of(f"{HEAD}\n*1.   LAMPS\n", facts, "The lamps were mended.\n\n*2.   ROPES\nBought.\n\n*3.   CLOSE\nNone.\n"),
        "minutes",
    )
    assert found[0]["text"] == "Author: Tom Ferris Date: 1 March 2024 File: HC-7 The lamps were mended."


def test_a_bold_heading_over_two_lines_is_that_of_an_item_within_another():
    long = "Petition 24-07 for a Special Exception to Permit a Boat Park on Eleven Acres North of the Long Pier"
    text = f"*1.   LAMPS\nMended.\n\n*2.   HEARINGS\n\n*2.A {long}\nThe planner spoke.\n\n*2.B Fees\nNo one spoke.\n\n*3.   CLOSE\nNone.\n"
    found = texts(of(f"{HEAD}\n{text}"), "minutes")
    assert [(m["number"], m["heading"]) for m in found][2:4] == [("2.A", long), ("2.B", "Fees")]


def test_a_title_with_a_dash_is_no_list_of_people():
    records = of(
        HEAD.replace("Regular Meeting Minutes", "MINUTES – Regular Session")
        + "\n*1.   LAMPS\nMended.\n\n*2.   CLOSE\nNone.\n"
    )
    assert [a["person"] for a in texts(records, "attendance")] == ["Cr Ida Marsh", "Cr Tom Ferris", "Cr Ruth Penn"]


def test_letters_before_bold_headings_are_those_of_items_within_another():
    text = (
        "*I. LAMPS\nMended.\n\n*II. HEARINGS\n\n*A. Petition for a Boat Park\nThe planner spoke.\n\n"
        "*B. Fees\nNo one spoke.\n\n*III. ROPES\nBought.\n\n*IV. CLOSE\nNone.\n"
    )
    found = texts(of(f"{HEAD}\n{text}"), "minutes")
    assert [(m["number"], m["heading"]) for m in found][2:4] == [("A", "Petition for a Boat Park"), ("B", "Fees")]
