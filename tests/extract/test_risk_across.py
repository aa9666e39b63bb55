"""Registers that a spreadsheet prints on sheets side by side."""

from __future__ import annotations

from dataclasses import replace

from extract.registers.reading import read_section
from models.record import Printed
from models.table import Table
from tests.registers import section, table

LEFT = ["Ref", "Risk", "Cause", "Inherent score"]
RIGHT = ["Controls", "Current likelihood", "Current impact", "Current score", "Owner"]
RISKS = [
    (["SR1", "The ferry breaks down", "Old engines", "20"], ["Dry dock each year", "4", "4", "16", "Ann Brook"]),
    (["SR2", "Crews leave the island", "Better pay elsewhere", "16"], ["Pay review", "3", "4", "12", "Carl Dean"]),
    (["SR3", "The pier gives way", "Shipworm in the piles", "15"], ["Survey by divers", "2", "5", "10", "Eve Marsh"]),
    (["SR4", "Fuel runs out in winter", "One tank on the quay", "12"], ["Second tank", "2", "4", "8", "Ann Brook"]),
]  # fmt: skip


def on_page(made: Table, page: int) -> Table:
    """The table as it stands on another page."""
    cells = tuple(
        replace(
            c,
            page=page,
            boxes=tuple((page, b) for _, b in c.boxes),
            words=tuple(replace(w, page=page) for w in c.words),
        )
        for c in made.cells
    )
    return replace(made, cells=cells, pieces=tuple((page, b) for _, b in made.pieces))


def risks(*tables: Table) -> list[Printed]:
    return [r for r in read_section(section(*tables)) if r.view == "risks"]


def test_the_columns_of_the_next_sheet_are_those_of_the_risks_row_by_row() -> None:
    left = table([LEFT, *(a for a, _ in RISKS)])
    right = on_page(table([RIGHT, *(b for _, b in RISKS)]), 2)
    found = risks(left, right)
    assert [(r.fields["ref"].text, r.fields["current_score"].text) for r in found] == [(a[0], b[3]) for a, b in RISKS]
    assert all(r.fields["owners"].confidence < 0.9 for r in found)  # told by order alone
    assert found[0].fields["owners"].words[0].page == 2


def test_sheets_that_repeat_the_first_column_say_it_once() -> None:
    left = table([LEFT, *(a for a, _ in RISKS)])
    right = on_page(table([["Ref", *RIGHT], *([a[0], *b] for a, b in RISKS)]), 2)
    printed = read_section(section(left, right))
    assert [r.fields["current_score"].text for r in printed if r.view == "risks"] == ["16", "12", "10", "8"]
    assert not [r for r in printed if r.view == "risk_fields"]


def test_sheets_printed_across_before_they_go_on_below() -> None:
    pieces = [
        table([LEFT, *(a for a, _ in RISKS[:2])]), table([RIGHT, *(b for _, b in RISKS[:2])]),
        table([a for a, _ in RISKS[2:]], headings=0), table([b for _, b in RISKS[2:]], headings=0),
    ]  # fmt: skip
    found = risks(*(on_page(t, n) for n, t in enumerate(pieces, start=1)))
    assert [(r.fields["ref"].text, r.fields["current_score"].text) for r in found] == [(a[0], b[3]) for a, b in RISKS]


def test_another_number_of_rows_is_another_table() -> None:
    left = table([LEFT, *(a for a, _ in RISKS)])
    right = on_page(table([RIGHT, *(b for _, b in RISKS[:3])]), 2)
    assert not any("current_score" in r.fields for r in risks(left, right))
