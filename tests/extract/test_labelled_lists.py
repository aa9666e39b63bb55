"""Cells of a register that hold controls and actions, each below its label."""

from __future__ import annotations

import pytest

from extract.families.register import FAMILY as REGISTER
from tests.registers import section, table

HEAD = ["Ref", "Risk Title", "Cause & Effect", "Score", "Mitigations & Action to take forward"]


def read(*cells: str, heading: str = HEAD[-1]):
    rows = [[str(n), f"The wall of pier {n} falls", "Storms", "12", cell] for n, cell in enumerate(cells, start=1)]
    found = list(REGISTER.read(section(table([[*HEAD[:-1], heading], *rows]))))
    told = [(r.facts["kind"], r.fields["text"].text) for r in found if r.view == "risk_controls"]
    return told, [r.fields["description"].text for r in found if r.view == "risk_actions"]


def test_what_is_in_place_and_what_is_to_do_stand_below_their_labels():
    controls, actions = read(
        "*Mitigations in place:\n• Surveyed each spring\n• Stones in store\n*Actions to take forward:\n• Buy a crane",
        "*Mitigations in place:\n• Guards at night\n*Actions to take forward:\nNone identified at this point.",
    )
    assert controls == [
        ("key_control", "Surveyed each spring"),
        ("key_control", "Stones in store"),
        ("key_control", "Guards at night"),
    ]
    assert actions == ["Buy a crane"]


def test_mitigations_before_further_actions_are_in_place():
    controls, actions = read("Mitigations:\n• Surveyed each spring\nFurther actions:\n• Buy a crane\n• Hire a mason")
    assert controls == [("key_control", "Surveyed each spring")]
    assert actions == ["Buy a crane", "Hire a mason"]


def test_existing_and_planned_are_told_by_a_word():
    controls, actions = read("Existing:\n• Surveyed each spring\nPlanned:\n• Buy a crane", heading="Mitigation")
    assert (controls, actions) == ([("key_control", "Surveyed each spring")], ["Buy a crane"])


@pytest.mark.parametrize(
    "cell", ["*Assurances:\n• The board is told\n*Actions:\n• Buy a crane", "The plan: stones\nActions: a crane"]
)
def test_labels_of_anything_else_leave_a_cell_whole(cell: str):
    assert read(cell, heading="Notes of the warden") == ([], [])
