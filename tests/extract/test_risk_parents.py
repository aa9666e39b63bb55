"""Registers with a row for each objective over its risks, and scores that colour alone shows."""

from __future__ import annotations

import pytest

from extract.registers.reading import read_section
from models.record import Printed
from tests.registers import Set, section, table

RED, AMBER, GREEN = Set(fill="#ff0000"), Set(fill="#ffc000"), Set(fill="#92d050")
HEADS = ["Ref", "Risk", "Owner", "Current score", "Controls"]
HOMES, TOWN = "Homes that people can afford", "A town centre that thrives"


def risk(
    ref: str, text: str, colour: Set, owner: str = "Ann Brook", control: str = "Watched"
) -> list[str | Set | None]:
    return [ref, text, owner, colour, control]


def of(records: list[Printed], view: str) -> list[dict[str, str]]:
    return [{n: f.text for n, f in r.fields.items()} for r in records if r.view == view]


def read(*rows: list[str | Set | None]) -> list[Printed]:
    return read_section(section(table([HEADS, *rows])))


@pytest.mark.parametrize(("homes", "town"), [("SO1", "SO2"), ("1", "2"), ("Obj 1", "Obj 2")])
def test_a_row_of_an_objective_is_the_category_of_the_risks_below_it(homes: str, town: str) -> None:
    found = read(
        risk(homes, HOMES, AMBER, "", ""),
        risk("1.1", "Land prices rise", RED),
        risk("1.2", "Damp homes harm tenants", AMBER),
        risk(town, TOWN, GREEN, "", ""),
        risk("2.1", "Anchor store closes", AMBER),
    )
    assert [(r["ref"], r["category"]) for r in of(found, "risks")] == [("1.1", HOMES), ("1.2", HOMES), ("2.1", TOWN)]


@pytest.mark.parametrize(
    "rows",
    [
        (risk("1", "Land prices rise", RED), risk("1.1", "Damp homes", AMBER), risk("2", "Store closes", GREEN)),
        (risk("SO1", HOMES, RED, "", ""), risk("2.1", "Damp homes", AMBER), risk("SO2", TOWN, RED, "", ""),
         risk("2.2", "Store closes", GREEN)),
        (risk("1", HOMES, RED, "", ""), risk("2", TOWN, AMBER, "", ""), risk("3", "Store closes", GREEN),
         risk("4", "Roof fails", GREEN)),
    ],
)  # fmt: skip
def test_rows_that_others_do_not_belong_to_are_risks(rows: tuple[list[str | Set | None], ...]) -> None:
    found = of(read(*rows), "risks")
    assert [r["ref"] for r in found] == [row[0] for row in rows]
    assert not any("category" in r for r in found)


def test_a_score_that_colour_alone_shows_is_a_rating() -> None:
    found = [r for r in read(risk("1.1", "Land", RED), risk("1.2", "Damp", AMBER)) if r.view == "risks"]
    assert [r.fields["rating"].fill for r in found] == [RED.fill, AMBER.fill]
    printed = [r for r in read(risk("1.1", "Land", Set("12", fill="#ff0000"))) if r.view == "risks"]
    assert "rating" not in printed[0].fields
