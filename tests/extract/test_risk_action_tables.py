"""Actions printed in a table apart from the register, each row keyed by the risk that it is for."""

from __future__ import annotations

import pytest

from extract.registers.reading import read_section
from tests.registers import section, table

RISKS = [
    ["Ref", "Risk", "Owner", "Likelihood", "Impact", "Score", "Controls"],
    ["HB1", "The pier is lost in a storm", "Harbour Master", "3", "4", "12", "Dyke"],
    ["HB2", "The bar silts up", "Dredging Manager", "2", "4", "8", "Soundings"],
    ["HB3", "No ice for the catch", "Quay Manager", "2", "2", "4", "Second plant"],
]
HEADS = ["Risk", "Action", "Lead", "By when", "Status"]
FIRST = ["Raise the dyke by a metre", "Ann Brook", "Mar 2025", "On track"]
SECOND = ["Renew the lamps on the pier", "Tom Reed", "28 Feb 2025", "Overdue"]
THIRD = ["Hire a dredger for the spring", "Tom Reed", "May 2025", "Done"]


def actions(rows: list[list[str]]) -> list[tuple[str, str, int]]:
    """The risk, text and place of each action."""
    found = read_section(section(table(RISKS), table(rows)))
    made = [r for r in found if r.view == "risk_actions"]
    return [(r.parent.fields["ref"].text, r.fields["description"].text, r.facts["position"]) for r in made if r.parent]


@pytest.mark.parametrize(
    "named",
    [
        ("HB1", "HB1", "HB2"),
        ("HB1", "", "HB2"),  # an empty cell is of the risk above
        ("HB1 – The pier is lost", "HB1 – The pier is lost", "HB2 – The bar silts up"),
        ("The pier is lost in a storm", "The pier is lost in a storm", "The bar silts up"),
    ],
)
def test_rows_that_name_a_risk_are_its_actions(named: tuple[str, str, str]) -> None:
    rows = [[name, *rest] for name, rest in zip(named, (FIRST, SECOND, THIRD), strict=True)]
    assert actions([HEADS, *rows]) == [("HB1", FIRST[0], 1), ("HB1", SECOND[0], 2), ("HB2", THIRD[0], 1)]


def test_who_when_and_how_far_stand_beside_each() -> None:
    found = read_section(section(table(RISKS), table([HEADS, ["HB1", *FIRST], ["HB2", *THIRD]])))
    fields = {name: f.text for name, f in next(r for r in found if r.view == "risk_actions").fields.items()}
    assert fields == dict(zip(("description", "owners", "target_text", "status_text"), FIRST, strict=True))


def test_rows_that_name_other_things_are_no_actions_of_risks() -> None:
    assert actions([HEADS, ["A1", *FIRST], ["A2", *SECOND], ["HB1", *THIRD]]) == []
