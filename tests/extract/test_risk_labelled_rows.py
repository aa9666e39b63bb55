"""Rows below the row of a risk that go on with it under labels of their own, over several columns of the register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.registers.reading import read_section
from extract.registers.tables import look
from models.table import Table
from tests.registers import Set, section, table

HEAD = ["Ref", "Risk", "Cause", "Likelihood", "Impact", "Risk owner"]
RISKS = (
    ["R1", "The ferry breaks down", "Old engines", "4", "5", "Ann Brook"],
    ["R2", "The pier gives way", "Shipworm", "3", "5", "Carl Dean"],
    ["R3", "Crews leave", "Better pay on the mainland", "4", "4", "Eve Marsh"],
)


def register(*below: Sequence[str | Set | None]) -> Table:
    return table([HEAD, *(row for risk in RISKS for row in (risk, *below))])


def read(found: Table) -> list[tuple[str, str, dict[str, str]]]:
    return [(r.view, (r.parent or r).fields["ref"].text, {n: f.text for n, f in r.fields.items()})
            for r in read_section(section(found))]  # fmt: skip


def test_controls_and_actions_below_a_risk_are_its_own() -> None:
    controls = Set("*Key controls:\n• Spare parts in store\n• Yearly dry dock", right=3)
    actions = Set("*Further actions:\n• Buy a second boat\n• Train more pilots", right=3)
    told = read(register([controls, None, None, actions, None, None]))
    assert [ref for view, ref, _ in told if view == "risks"] == ["R1", "R2", "R3"]
    assert [f["text"] for view, ref, f in told if view == "risk_controls" and ref == "R2"] == [
        "Spare parts in store",
        "Yearly dry dock",
    ]
    assert [f["description"] for view, ref, f in told if view == "risk_actions" and ref == "R3"] == [
        "Buy a second boat",
        "Train more pilots",
    ]


def test_a_label_may_stand_in_a_cell_of_its_own_and_a_text_be_missing() -> None:
    told = read(
        register(
            ["Consequence", Set("Islanders are cut off", right=5), None, None, None, None],
            [Set("Controls:", right=6), None, None, None, None, None],
        )
    )
    risks = [f for view, _, f in told if view == "risks"]
    assert [f["impact"] for f in risks] == ["Islanders are cut off"] * 3
    assert [f["title"] for f in risks] == [risk[1] for risk in RISKS]
    assert not [view for view, *_ in told if view == "risk_controls"]


def test_a_labelled_text_that_stands_by_itself_in_its_row_is_of_the_risk_above() -> None:
    told = read(register(["", "Controls: Spare parts in store", "", "", "", ""]))
    assert [ref for view, ref, _ in told if view == "risks"] == ["R1", "R2", "R3"]
    assert [f["text"] for view, _, f in told if view == "risk_controls"] == ["Spare parts in store"] * 3


def test_a_note_across_below_a_risk_is_told_beside_its_fields() -> None:
    found = register([Set("The yard looked at it in May and will come back.", right=6), None, None, None, None, None])
    cells = tuple(replace(c, is_note=c.column_span == 6) for c in found.cells)
    told = read(replace(found, cells=cells))
    assert [f["text"] for view, ref, f in told if view == "risk_fields" and ref == "R2"] == [
        "The yard looked at it in May and will come back."
    ]
    assert all("category" not in f for view, _, f in told if view == "risks")


def test_a_band_is_none_and_neither_is_a_row_labelled_once() -> None:
    told = look(table([HEAD, [Set("Operations", right=6), None, None, None, None, None], *RISKS]))
    assert not told.inner
    once = look(table([HEAD, RISKS[0], [Set("Controls: dry dock", right=6), None, None, None, None, None], RISKS[1]]))
    assert not once.inner
