"""Packs and minutes of health boards: an agenda that its table alone tells, actions printed twice, who met and where. All invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.families.minutes import read
from extract.meeting.actions import read_actions
from extract.meeting.flow import pieces_of
from extract.meeting.ranges import Used, join_stretches
from extract.pack_labels import LISTED_BEHIND, minutes_behind_agenda
from models.record import Field
from tests.meetings import paper, paragraphs, texts
from tests.registers import table

ITEMS = [
    ["Item", "Subject", "Paper", "Presenter", "Time"],
    ["PB/31/07", "Welcome", "Verbal", "IP", "9.30"],
    ["PB/31/08", "Harbour dues", "Paper", "TO", "9.35"],
]
MET = "*Pier Hill Harbour Board\n*Held on 7th April 2031 via Microsoft Teams\n\n*Present:\nIda Penn   Clinical Chair\n"


def points(before: list[list[str]], head: str, behind: str = "*Harbour Board\n\nVenue: the quay\n") -> float:
    return minutes_behind_agenda([[*paragraphs(behind), table(before, headings=1)]], paragraphs(head))


def test_a_masthead_with_a_list_of_those_present_behind_a_table_of_items_begins_minutes() -> None:
    assert points(ITEMS, MET) == LISTED_BEHIND


@pytest.mark.parametrize(
    ("before", "head"),
    [
        ([["Risk", "Owner", "Score"], ["Storms", "IP", "9"]], MET),  # no agenda
        (ITEMS, MET.replace("*Present:", "*Dues:")),  # nobody was there
        (ITEMS, MET.replace("7th April 2031", "the quay")),  # no day
    ],
)
def test_other_pages_behind_a_table_begin_no_minutes(before: list[list[str]], head: str) -> None:
    assert points(before, head) == 0.0


def acted(*beside: str) -> list[tuple[str, str | None]]:
    """The actions of an item, of which a column says `beside` its first paragraph who acts."""
    first, *rest = pieces_of(
        tuple(paragraphs("Tom Orr told of dues.\n\nAll agreed.\n\nAction: SL to write to the boatmen.\n"))
    )
    asides = [paragraphs(text)[0].lines[0].words for text in beside]
    pieces = [
        replace(first, aside=tuple(Field(t, w, note="Action") for t, w in zip(beside, asides, strict=True))),
        *rest,
    ]
    found = read_actions(pieces, Used(pieces))
    return [(join_stretches(pieces, a.stretches).text, a.owners.text if a.owners else None) for a in found]


def test_initials_beside_an_item_that_its_action_names_too_are_no_action_of_their_own() -> None:
    written = ("SL to write to the boatmen.", "SL")
    assert acted("SL") == [written]
    assert acted("TO") == [("Tom Orr told of dues.", "TO"), written]
    assert acted("SL / TO") == [("Tom Orr told of dues.", "SL / TO"), written]


@pytest.mark.parametrize(
    ("masthead", "body", "venue"),
    [
        ("*PIER HILL NHS\n*HARBOUR GOVERNING BODY – MEETING IN PUBLIC\n4 May 2031", "HARBOUR GOVERNING BODY", None),
        ("*Part A Minutes of the Governing Body\n*Virtual Meeting via Zoom\n*4 May 2031", "Governing Body", "Zoom"),
        ("*Minutes of the Pier Board\n*Held on 4 May 2031 via Microsoft Teams", "Pier Board", "Microsoft Teams"),
    ],
)
def test_who_met_and_by_what_service(masthead: str, body: str, venue: str | None) -> None:
    text = f"{masthead}\n\nPresent: Ida Penn (Clinical Chair), Tom Orr\n\n*1. Welcome\nAll came.\n\n*2. Dues\nThese are paid.\n"
    meeting = texts(list(read(paper(text))), "meetings")[0]
    assert (meeting["body"], meeting.get("venue"), meeting["chair"]) == (body, venue, "Ida Penn")


def test_a_place_on_several_lines_of_a_cell_is_one() -> None:
    facts = table([["Date:", "4 May 2031"], ["Venue", "Long Room\n\nPier House\n\nAlso shown online"]], headings=0)
    text = "Present: Ida Penn (Chair), Tom Orr\n\n*1. Welcome\nAll came.\n\n*2. Dues\nThese are paid.\n"
    meeting = texts(list(read(paper("*Minutes of the Pier Board\n", facts, text))), "meetings")[0]
    assert meeting["venue"] == "Long Room Pier House Also shown online"


def test_the_second_line_of_an_entry_that_hangs_in_from_its_label_is_the_entrys() -> None:
    text = (
        "*Minutes of the Pier Board held on 4 March 2031\n\nPresent: Ida Penn, Tom Orr\n\n"
        "*1. Welcome\nAll came.\n\n*2. Dues\nThe dues were told.\n\n"
        "RESOLVED: That\n\n(1) the plan of the dues and of the lights be sent to the Port\n      Trust by 31 March;\n"
        "(2) the boatmen be told of it.\n"
    )
    resolved = [r["text"] for r in texts(list(read(paper(text))), "resolutions")]
    assert resolved[0] == "the plan of the dues and of the lights be sent to the Port Trust by 31 March;"
