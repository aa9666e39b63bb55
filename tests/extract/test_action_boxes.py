"""Minutes printed from web pages: initials among those present, numbered paragraphs without headings, actions in boxes. All invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.families.minutes import claim, read
from extract.meeting.action_boxes import action_pieces
from models.section import Section
from models.table import Table
from tests.meetings import paper, texts
from tests.registers import table

TITLE = """*Minutes of the Harbour Data Committee
Held at Pilot House, Lund, 4 and 5 November 2021

Present: Ada Wirth (AW), Ben Castell (BC), Chiara Nunn (CN, chair), Dov Ilan (DI) [Thursday only].
Apologies had been received from Finn Moe (FM).
"""
ITEMS = (
    "1.   The minutes of the previous meeting were approved without any change.\n",
    "2.   AW reported on the schema, which was discussed at some length. It was agreed to keep it.\n",
    "3.   BC presented the new validator to the committee and to its guests.\n",
    "4.   CN said that there were now forty members of the group.\n",
)


def box(*rows: list[str]) -> Table:
    return table(list(rows), headings=0)


def minutes() -> Section:
    first = box(["AW", "1 Dec", "to write a note on the old attribute"])
    second = box(["BC, DI", "asap", "to publish the beta"], ["Editors", "May 2022", "to describe the validator"])
    return paper(TITLE, *ITEMS[:2], first, ITEMS[2], second, ITEMS[3])


def test_minutes_whose_list_stands_below_their_title_are_claimed_before_any_report() -> None:
    assert claim(minutes()).score > 0.8


def test_numbered_paragraphs_without_headings_are_items() -> None:
    found = texts(list(read(minutes())), "minutes")
    assert [(m["number"].rstrip("."), "heading" in m) for m in found] == [(n, False) for n in "1234"]
    assert found[1]["text"].startswith("AW reported on the schema")


def test_a_box_between_paragraphs_is_the_actions_of_the_item_above() -> None:
    actions = [r for r in read(minutes()) if r.view == "minute_actions"]
    told = [tuple(r.fields[name].text for name in ("action", "owners", "due_text")) for r in actions]
    assert told == [
        ("to write a note on the old attribute", "AW", "1 Dec"),
        ("to publish the beta", "BC, DI", "asap"),
        ("to describe the validator", "Editors", "May 2022"),
    ]
    assert [r.parent.fields["number"].text.rstrip(".") for r in actions if r.parent] == ["2", "3", "3"]


def test_who_was_there_in_part_and_who_sent_apologies_behind_the_list() -> None:
    records = [r for r in read(minutes()) if r.view == "attendance"]
    people = [(r.fields["person"].text, r.fields["initials"].text, r.fields["status"].note) for r in records]
    assert people == [
        ("Ada Wirth", "AW", "present"),
        ("Ben Castell", "BC", "present"),
        ("Chiara Nunn", "CN", "present"),
        ("Dov Ilan", "DI", "present"),
        ("Finn Moe", "FM", "apologies"),
    ]
    assert not any("affiliation" in r.fields for r in records)


def test_the_days_of_a_meeting_are_no_part_of_its_place() -> None:
    (meeting,) = texts(list(read(minutes())), "meetings")
    assert meeting["venue"] == "Pilot House, Lund"


@pytest.mark.parametrize(
    ("row", "who", "when", "what"),
    [
        (["to mend the lamp", "Tom Orr", "by 3 May"], "Tom Orr", "by 3 May", "to mend the lamp"),
        (["Action", "IP/TO", "Write to all members about the ferry"], "IP/TO", None, "Write to all members about the ferry"),
        (["IP", "Next meeting", "Write to all members about the ferry"], "IP", "Next meeting", "Write to all members about the ferry"),
        (["Web group", "to print the new timetable"], "Web group", None, "to print the new timetable"),
    ],
)  # fmt: skip
def test_a_row_of_a_box(row: list[str], who: str, when: str | None, what: str) -> None:
    (piece,) = action_pieces(box(row))
    assert (piece.text, piece.aside[0].text) == (what, who)
    assert (piece.aside[1].text if len(piece.aside) > 1 else None) == when


@pytest.mark.parametrize(
    "rows",
    [
        [["Tom Orr", "Chair of the Harbour Board"]],
        [["1.", "to mend the lamp", "TO"], ["2.", "The pier", ""]],
        [["Lamps", "40", "to be mended by May"]],
        [["IP", "1 Dec", "to mend the lamp"], ["Total", "3", "4"]],
    ],
)
def test_tables_that_are_no_boxes_of_actions(rows: list[list[str]]) -> None:
    assert action_pieces(box(*rows)) == []
    assert action_pieces(replace(box(["IP", "1 Dec", "to mend the lamp"]), heading_rows=1)) == []


def test_numbered_paragraphs_under_headings_without_numbers_are_no_items() -> None:
    items = "*Matters arising\n1.   They were read out and approved by all.\n2.   They were then signed by the chair.\n"
    more = "\n*Correspondence\n3.   A letter was read from the pilots of the port.\n4.   It was noted that no answer had come.\n"
    last = "\n*Any other business\n5.   The lamp on the pier will be mended in the spring.\n"
    found = texts(list(read(paper(TITLE, items + more + last))), "minutes")
    assert [m["heading"] for m in found] == ["Matters arising", "Correspondence", "Any other business"]
