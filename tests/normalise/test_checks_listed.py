"""Lists of those at a meeting that look misread are told; names, roles and bodies that are but unusual are not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from models.record import Printed, Record, Value
from normalise import checks_listed as checks
from normalise.document import Context

TEXT = "The board discussed capital projects, the opening of the quay and what may come of it."


def row(view: str, **values: str) -> Record:
    return Record(view, {name: Value(value) for name, value in values.items()}, Printed(view, {}), None)


def told(records: Sequence[Record]) -> list[tuple[int, str | None]]:
    """Of each finding, the record's place and the field."""
    place = {id(record): at for at, record in enumerate(records)}
    return [(place[id(f.record)], f.field) for f in checks.listed_are_people(records, Context(()))]


def test_a_name_that_ends_in_a_post_is_told_with_the_role_that_is_blank() -> None:
    listed = [row("attendance", person="Ida Penn Principal"), row("attendance", person="Tom Roe", role="Principal")]
    assert told(listed) == [(0, "person"), (0, "role")]


@pytest.mark.parametrize(
    "person",
    [
        "Capital Projects",
        "Opening Prayer",
        "The Clerk",
        "Board Apprentices",
        "S. Engineer",
        "Ida Penn A",
        "Ida Penn FQA",
    ],
)
def test_words_posts_and_letters_are_no_names(person: str) -> None:
    assert told([row("attendance", person=person), row("minutes", text=TEXT)]) == [(0, "person")]


@pytest.mark.parametrize(
    "person", ["Ida Penn", "A Booth", "May Roe", "Tom Roe II", "IDA PENN", "J JR", "Penn", "Ann de Projects"]
)
def test_unusual_names_are_names(person: str) -> None:
    assert told([row("attendance", person=person), row("minutes", text=TEXT)]) == []


def test_a_word_of_an_address_is_none_of_the_paper() -> None:
    text = "Write to ida@quay.example or to ida.penn@quay.example for more"
    assert told([row("attendance", person="Ida Penn"), row("minutes", text=text)]) == []


@pytest.mark.parametrize(
    "role",
    [
        "Chief Executive Tom Roe, Director of Ferries and Quays Kit Orme, Director of Cranes and Locks",
        "Chief of",
        "Councillor Roe gave the opening prayer.",
    ],
)
def test_a_role_that_is_a_list_a_sentence_or_cut_is_told(role: str) -> None:
    assert told([row("attendance", person="Ida Penn", role=role)]) == [(0, "role")]


@pytest.mark.parametrize(
    "body", ["Kit Orme (KO)", "Tom Ferris", "Item 112", "M", "N.J", "(left 5.21pm)", "Virtual", "Assistant Secretary"]
)
def test_an_affiliation_that_is_no_body_is_told(body: str) -> None:
    listed = [row("attendance", person="Ida Penn", affiliation=body), row("attendance", person="Tom Roe")]
    assert told(listed) == [(0, "affiliation")]


@pytest.mark.parametrize("body", ["Quay Council", "Northby", "North Ward", "NHS", "Labour", "Office of Quays"])
def test_wards_parties_and_bodies_are_affiliations(body: str) -> None:
    assert told([row("attendance", person="Ida Penn", role="Director of Quays", affiliation=body)]) == []
