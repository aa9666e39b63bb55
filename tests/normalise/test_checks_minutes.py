"""Items, texts and decisions of minutes that look misread are told; what publishers do print is not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from models.record import Printed, Record, Value
from normalise import checks_minutes as checks
from normalise.document import Check, Context

MEETING = Printed("meetings", {})


def row(view: str, **values: str) -> Record:
    return Record(view, {name: Value(value) for name, value in values.items()}, Printed(view, {}, MEETING), None)


def told(check: Check, records: Sequence[Record]) -> list[tuple[int, str | None]]:
    """Of each finding, the record's place and the field."""
    place = {id(record): at for at, record in enumerate(records)}
    return [(place[id(f.record)], f.field) for f in check(records, Context(()))]


def minutes(*headings: str) -> list[Record]:
    return [row("minutes", heading=heading, text="The ferry runs.") for heading in headings]


def test_a_heading_printed_over_three_items_is_none() -> None:
    assert told(checks.items_are_items, minutes("Purpose", "Ferry", "Purpose", "Purpose")) == [
        (0, "heading"),
        (2, "heading"),
        (3, "heading"),
    ]
    assert told(checks.items_are_items, minutes("Purpose", "Ferry", "Purpose")) == []


@pytest.mark.parametrize(
    ("heading", "is_none"),
    [("Resolved (Cr Penn / Cr Roe)", True), ("Proposed by Cllr Penn", True), ("Proposed precept for 2031/32", False)],
)
def test_what_became_of_a_motion_is_no_heading(heading: str, is_none: bool) -> None:
    assert bool(told(checks.items_are_items, minutes(heading))) is is_none


def test_numbers_left_in_headings_are_told() -> None:
    assert told(checks.items_are_items, minutes("31-32/FQA/1 Chair", "31-32/FQA/2 Minutes", "31-32/FQA/3 Fares")) == [
        (at, field) for at in range(3) for field in ("heading", "number")
    ]
    years = minutes("2031/32 Budget", "2032/33 Budget", "2033/34 Budget")
    assert told(checks.items_are_items, years) == []


def test_an_item_without_a_word_over_its_own_parts_is_told() -> None:
    whole = row("minutes", number="4", heading="Fares")
    part = row("minutes", number="4.1", heading="Purpose", text="To set fares.")
    others = minutes("Cranes", "Locks")
    assert told(checks.items_are_items, [whole, part, *others]) == [(0, None), (1, None)]
    assert told(checks.items_are_items, [whole, *others]) == []
    sections = [
        row("minutes", number="5", heading="Quays"),
        row("minutes", number="5.1", heading="Purpose", text="So."),
    ]
    assert told(checks.items_are_items, [whole, part, *sections, *others]) == []


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Carried FQ31/4 Bank balances The report is noted.", True),
        ("Lost. The clerk spoke.", True),
        ("There were no declarations of interest. 4.1", True),
        ("Carried forward balances were noted.", False),
        ("The balance stood at £4.1", False),
        ("The next meeting is on 4 March 2031", False),
    ],
)
def test_what_is_of_another_item_is_told(text: str, cut: bool) -> None:
    assert bool(told(checks.texts_are_of_their_items, [row("minutes", heading="Fares", text=text)])) is cut


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("That Council: 1. Note the fares; and 2. Mend the crane.", True),
        ("to: (a) set the fares (b) mend the crane", True),
        ("That fares for zones 1 and 2 be set.", False),
        ("That the policy be adopted, subject to: 1. a review", False),
    ],
)
def test_a_list_within_one_resolution_is_told(text: str, several: bool) -> None:
    assert bool(told(checks.decisions_are_told_apart, [row("resolutions", text=text)])) is several


@pytest.mark.parametrize(
    ("view", "field", "text", "nothing"),
    [
        ("votes", "motion", "by 10 votes to 2 with 1 abstention", True),
        ("votes", "motion", "by 31 March the crane be mended and its cost be told to every member of the Board", False),
        ("minute_actions", "action", "by next meeting", True),
        ("minute_actions", "action", "by 30th June 2031", True),
        ("minute_actions", "action", "By the way of the quay, mend the crane", False),
        ("votes", "proposer", "A", True),
        ("votes", "proposer", "A Penn", False),
    ],
)
def test_a_count_or_a_date_is_not_what_was_decided(view: str, field: str, text: str, nothing: bool) -> None:
    assert bool(told(checks.decisions_are_told_apart, [row(view, **{field: text})])) is nothing
