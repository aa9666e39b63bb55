"""Registers that print a risk a column, labels down the left side, are read as those that print a risk a row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.families.register import claim
from extract.registers.reading import read_section
from extract.registers.turned import upright
from models.record import Printed
from models.table import Table
from tests.registers import Set, section, table

REFS = ["HR1", "HR2", "HR3"]
TEXTS = ["The pontoon sinks in a storm", "No pilot can be hired for the harbour", "Silt closes the inner basin"]
ROWS: list[list[str]] = [
    ["Risk ref", *REFS],
    ["Description", *TEXTS],
    ["Risk owner", "Una Mott", "Seth Cray", "Ola Finn"],
    ["Inherent likelihood", "4", "3", "5"],
    ["Inherent impact", "5", "4", "3"],
    ["Inherent score", "20", "12", "15"],
    ["Existing controls", "Chains checked each month", "Pool of pilots shared", "Dredging contract"],
    ["Residual likelihood", "2", "2", "4"],
    ["Residual impact", "5", "3", "3"],
    ["Residual score", "10", "6", "12"],
]


def of(records: list[Printed], view: str) -> list[dict[str, str]]:
    return [{n: f.text for n, f in r.fields.items()} for r in records if r.view == view]


def on_page(made: Table, page: int) -> Table:
    cells = tuple(replace(c, page=page, boxes=((page, c.boxes[0][1]),)) for c in made.cells)
    return replace(made, cells=cells, pieces=((page, made.pieces[0][1]),))


def test_each_column_of_values_is_a_risk() -> None:
    made = section(table(ROWS, headings=0))
    assert claim(made).score > 0.8
    records = read_section(made)
    risks = of(records, "risks")
    assert [(r["ref"], r["title"]) for r in risks] == list(zip(REFS, TEXTS, strict=True))
    assert [r["owners"] for r in risks] == ROWS[2][1:]
    for at, name in ((3, "gross_likelihood"), (5, "gross_score"), (8, "residual_impact"), (9, "residual_score")):
        assert [r[name] for r in risks] == ROWS[at][1:]
    assert [c["text"] for c in of(records, "risk_controls")] == ROWS[6][1:]


def test_labels_may_stand_beside_the_stage_they_are_of_and_titles_over_all() -> None:
    stage = ["Inherent", "Residual"]
    rows = [
        [Set("Harbour risks at 1 May", right=5), None, None, None, None],
        [Set("Ref", right=2), None, *REFS],
        [Set("Risk", right=2), None, *TEXTS],
        *([Set(stage[0], down=3) if n == 0 else None, m, "2", "3", "4"] for n, m in enumerate(("L", "I", "Score"))),
        *([Set(stage[1], down=3) if n == 0 else None, m, "1", "2", "3"] for n, m in enumerate(("L", "I", "Score"))),
        [Set("Controls", right=2), None, "Chains", "Pilots", "Dredger"],
    ]
    risks = of(read_section(section(table(rows, headings=1))), "risks")
    assert [r["ref"] for r in risks] == REFS
    assert [(r["gross_likelihood"], r["residual_score"]) for r in risks] == [("2", "1"), ("3", "2"), ("4", "3")]


@pytest.mark.parametrize("labelled", [True, False])
def test_the_risks_go_on_in_the_columns_of_the_next_page(labelled: bool) -> None:
    more = [["HR4", "HR5"], ["Gulls foul the gauges", "The crane fails its test"], ["Ida Wray", "Max Poll"]]
    more += [["2", "3"], ["3", "3"], ["6", "9"], ["Nets over them", "Yearly test"], ["1", "2"], ["3", "3"], ["3", "6"]]
    second = [[row[0], *new] if labelled else new for row, new in zip(ROWS, more, strict=True)]
    made = section(table(ROWS, headings=0), on_page(table(second, headings=0), 2))
    risks = of(read_section(made), "risks")
    assert [r["ref"] for r in risks] == [*REFS, "HR4", "HR5"]
    assert [r["title"] for r in risks[3:]] == more[1]
    assert [r["residual_score"] for r in risks[3:]] == ["3", "6"]


@pytest.mark.parametrize(
    "rows",
    [
        [["Risk ref", "HR1", "Risk owner", "Una Mott"], ["Likelihood", "4", "Impact", "5"]] * 3,  # a form of pairs
        [["Risk title", "Inherent", "Residual"], ["Likelihood", "4", "2"], ["Impact", "5", "5"], ["Score", "20", "10"]],
        [list(column) for column in zip(*ROWS, strict=True)],  # a risk a row
        [["Ref", "HR1", "HR1", "HR1"], *ROWS[2:]],  # one risk in three editions
    ],
)  # fmt: skip
def test_forms_and_registers_of_rows_stay_as_they_are(rows: list[list[str]]) -> None:
    assert upright(table([list(r) for r in rows])) is None
