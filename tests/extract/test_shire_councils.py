"""Minutes of shires: numbers that leap within an item, notes in columns beside names, numbers behind `RESOLUTION NO:`. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from extract.meeting.presence import says_how
from normalise.people import clean_name
from tests.meetings import paper, texts

SHIRE = """*SHIRE OF PIER HILL
*MINUTES OF THE ORDINARY MEETING OF COUNCIL HELD ON 4 MAY 2021

*Present:*  Cr I Penn, Cr T Orr, Cr S Lake

*1. OPENING
The President opened the meeting at 5 pm.

*2. REPORTS

*2.1 Governance

Nothing was reported.

*2.9 Transport

A grader is needed.

*RESOLUTION NO: 040521

That the grader be bought.

*3. CLOSURE
The President closed the meeting at 6 pm.
"""


def test_items_within_one_may_be_left_out_and_the_number_of_a_resolution_is_none_of_its_words() -> None:
    records = list(read(paper(SHIRE)))
    assert [m["number"] for m in texts(records, "minutes")] == ["1", "2", "2.1", "2.9", "3"]
    assert [r["text"] for r in texts(records, "resolutions")] == ["That the grader be bought."]


@pytest.mark.parametrize("note", ["(left 5.21pm)", "Resolution 060819", "Item 112", "items 4, 5 & 6 only"])
def test_when_and_for_what_somebody_was_there_is_no_body(note: str) -> None:
    assert says_how(note)


@pytest.mark.parametrize("note", ["Minute Taker", "Resolution Foundation", "Harbour Trust"])
def test_bodies_and_posts_are_no_such_notes(note: str) -> None:
    assert not says_how(note)


def test_a_fellow_of_antiquaries_has_a_name_without_it() -> None:
    assert clean_name("Ida Penn FSA") == "Ida Penn"
