"""Motions in columns without rules: number, who moved over who seconded, and the motion beside them. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from models.record import Printed
from tests.meetings import paper, texts

HEAD = """*MINUTES OF THE PIER SCHOOL DIVISION

Minutes of the meeting of the Board of Trustees held in the Long Room on May 4, 2023, commencing at 7:00 p.m.

Present:   I. Penn
           T. Orr
           S. Lake

"""
STACKED = """*Resolutions

R1     T. Orr            THAT the minutes of the meeting
       S. Lake           of April 6 be adopted.
                                                            CARRIED

R2     S. Lake           THAT the Division buy a bus for
       T. Orr            the shore road.
                                                            DEFEATED

*The boat
The Chair told of the boat.
---
R3     T. Orr            THAT these be referred:
       S. Lake               4.1 Lamps
                             4.2 Nets
                                                            CARRIED

R4     S. Lake           THAT the meeting adjourn.
                                                            CARRIED
"""
LABELLED = """23-41   Moved by: Orr         That the minutes of the meeting
        Seconded by: Lake     of April 6 be adopted.
        Carried

23-42   Moved by: Lake        That the Division buy a bus for
        Seconded by: Orr      the shore road.
        Defeated

23-43   Moved by: Orr         That these be referred:
        Seconded by: Lake     4.1 Lamps
                              4.2 Nets
        Carried

23-44   Moved by: Lake        That the meeting adjourn.
        Carried
"""
PAIRED = """*MINUTES

Orr / Lake       That the minutes of the meeting of April
                 6 be adopted.                                 Carried

*BUSES
The Clerk told of the road.

Lake / Orr       That the Division buy a bus for the shore
                 road.                                         Defeated

Orr / Lake       That these be referred: 4.1 Lamps 4.2
                 Nets                                          Carried

Lake             That the meeting adjourn.                     Carried
"""
BELOW = """Res. 41
Orr              THAT the minutes of the meeting of April
Lake             6 be adopted. CARRIED

Res. 42
Lake             THAT the Division buy a bus for the shore
Orr              road. DEFEATED

Res. 43
Orr              THAT these be referred: 4.1 Lamps 4.2
Lake             Nets. CARRIED

Res. 44
Lake             THAT the meeting adjourn. CARRIED
"""


def of(body: str) -> list[Printed]:
    return list(read(paper(HEAD + body)))


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        (STACKED, ["R1", "R2", "R3", "R4"]),
        (LABELLED, ["23-41", "23-42", "23-43", "23-44"]),
        (PAIRED, []),
        (BELOW, ["41", "42", "43", "44"]),
    ],
    ids=["stacked", "labelled", "paired", "below"],
)
def test_each_motion_has_its_movers_its_words_and_its_result(body: str, numbers: list[str]) -> None:
    records = of(body)
    votes = texts(records, "votes")
    assert [(v["proposer"][-4:].strip(" ."), v.get("seconder", "-")[-4:].strip(" .")) for v in votes] == [
        ("Orr", "Lake"),
        ("Lake", "Orr"),
        ("Orr", "Lake"),
        ("Lake", "-"),
    ]
    assert [v["carried"].casefold() for v in votes] == ["carried", "defeated", "carried", "carried"]
    said = [v["motion"].rstrip(".").casefold() for v in votes]
    assert said == [
        "that the minutes of the meeting of april 6 be adopted",
        "that the division buy a bus for the shore road",
        "that these be referred: 4.1 lamps 4.2 nets",
        "that the meeting adjourn",
    ]
    assert [r["text"].rstrip(".").casefold() for r in texts(records, "resolutions")] == [said[0], said[2], said[3]]
    assert [m["number"] for m in texts(records, "minutes") if "number" in m] == numbers


def test_what_is_printed_between_motions_is_an_item_of_its_own_and_a_heading_over_them_is_none() -> None:
    minutes = texts(of(STACKED), "minutes")
    assert [m.get("heading", m.get("number")) for m in minutes] == ["R1", "R2", "The boat", "R3", "R4"]
    lost = next(m for m in minutes if m.get("number") == "R2")
    assert lost["text"] == "S. Lake T. Orr THAT the Division buy a bus for the shore road. DEFEATED"


def test_a_heading_over_one_motion_is_the_motion_s() -> None:
    records = of(STACKED.replace("*Resolutions\n", "*Minutes of the last meeting\n").replace("\nR2 ", "\n*A bus\nR2 "))
    first = texts(records, "minutes")[0]
    assert (first["number"], first["heading"]) == ("R1", "Minutes of the last meeting")
    (meeting,) = texts(records, "meetings")
    assert meeting["venue"] == "Long Room"


@pytest.mark.parametrize("heads", [("Ferry Report", "Harbour Lamps"), ("Minutes", "Correspondence")])
def test_headings_beside_what_was_moved_are_nobody(heads: tuple[str, str]) -> None:
    body = "".join(
        f"{head:<22}That it be received, moved by T. Orr and seconded by S. Lake. Carried\n\n" for head in heads
    )
    assert all(v["proposer"] == "T. Orr" for v in texts(of(body), "votes"))
