"""Values unlike those of their column: what is told, and what every paper does and is not told."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from models.record import Printed, Record, Value
from normalise import checks_likeness as likeness
from normalise.document import Check, Context


def row(view: str, **values: str | int) -> Record:
    return Record(view, {name: Value(value) for name, value in values.items()}, Printed(view, {}))


def told(check: Check, records: Sequence[Record]) -> list[tuple[int, str | None]]:
    """Of each finding, the record's place and the field."""
    place = {id(record): at for at, record in enumerate(records)}
    return [(place[id(f.record)], f.field) for f in check(records, Context(()))]


@pytest.mark.parametrize(
    "name", ["Item 4.2", "the Committee noted", "Provost's Lodging and All Other Rooms of Note", "3"]
)
def test_what_no_person_is_called_is_told(name: str) -> None:
    assert told(likeness.names_are_names, [row("attendance", person=name)]) == [(0, "person")]


@pytest.mark.parametrize("name", ["Ann Lee", "J. O'Brien-Smith", "Ludwig van der Berg", "María José Ruiz", "Li"])
def test_people_are_people(name: str) -> None:
    assert told(likeness.names_are_names, [row("attendance", person=name)]) == []


def test_of_several_owners_the_one_that_is_none_is_told() -> None:
    records = [row("risk_actions", owners="Ann Lee; by 3 March"), row("risk_actions", owners="Ann Lee; Bo Hart")]
    assert told(likeness.names_are_names, records) == [(0, "owners")]


def test_a_person_in_the_column_of_roles_is_told_and_a_role_is_not() -> None:
    records = [
        row("attendance", person="Ann Lee", role="Councillor Bo Hart"),
        row("attendance", person="Ann Lee", role="Vice Chair", affiliation="Mr Bo Hart"),
        row("attendance", person="Cy Dun", role="Dr of Medicine and Dean", affiliation="Hart Borough Council"),
    ]
    assert told(likeness.names_are_names, records) == [(0, "role"), (1, "affiliation")]


def test_a_blank_that_the_others_do_not_have_is_told() -> None:
    records = [row("risks", ref=f"R{n}", title="Loss", current_score=9) for n in range(11)] + [
        row("risks", ref="R11", title="Loss")
    ]
    assert told(likeness.rows_are_whole, records) == [(11, "current_score")]


@pytest.mark.parametrize("blanks", [2, 6])
def test_blanks_that_are_usual_are_not(blanks: int) -> None:
    records = [row("risks", ref="R", current_score=9)] * (12 - blanks) + [row("risks", ref="R")] * blanks
    assert told(likeness.rows_are_whole, records) == []


def test_a_few_rows_say_nothing_about_a_blank() -> None:
    assert told(likeness.rows_are_whole, [row("risks", ref="R", title="Loss")] * 6 + [row("risks", ref="R")]) == []


@pytest.mark.parametrize("text", ["and loss of the site", "Loss of the", "Loss of staff,", "Loss (of"])
def test_a_text_cut_in_its_sentence_is_told(text: str) -> None:
    records = [row("risks", title="Loss of power")] * 9 + [row("risks", title=text)]
    assert told(likeness.texts_are_whole, records) == [(9, "title")]


def test_a_paper_that_writes_small_is_not_told_so_row_by_row() -> None:
    assert told(likeness.texts_are_whole, [row("risks", title="loss of power")] * 10) == []


def test_a_heading_that_swallowed_its_paragraph_is_told() -> None:
    records = [row("minutes", heading="Budget")] * 5 + [
        row("minutes", heading="Budget " + "The committee heard more. " * 6)
    ]
    assert told(likeness.lengths_are_alike, records) == [(5, "heading")]
