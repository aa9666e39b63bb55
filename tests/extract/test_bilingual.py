"""Headings in two languages are looked up by the one that is known, and printed as they stand."""

from __future__ import annotations

import pytest

from extract.bilingual import spoken
from extract.families.register import FAMILY as REGISTER
from extract.registers.tables import look
from models.table import Table
from tests.registers import Set, section, table

RISKS = [
    ["K1", "The harbour wall is breached in a storm and the lower town floods", "Ann Brook", "4", "5", "20", "Wall surveyed each spring"],
    ["K2", "Seasonal staff cannot be hired before the summer opens to visitors", "Carl Dean", "3", "4", "12", "Stall at both colleges"],
]  # fmt: skip
NAMES = [
    ("Kodo", "Ref"), ("Rizikoj nun", "Risk"), ("Posedanto", "Owner"), ("Verŝajneco", "Likelihood"), ("Efiko", "Impact"),
    ("Poentoj", "Score"), ("Ekzistantaj kontroloj", "Existing controls"),
]  # fmt: skip
FIELDS = {"ref", "title", "owner", "current_likelihood", "current_impact_score", "current_score", "control"}


def register(form: str, *, swapped: bool = False) -> Table:
    names = [(b, a) if swapped else (a, b) for a, b in NAMES]
    return table([[form.format(a, b) for a, b in names], *RISKS])


@pytest.mark.parametrize("form", ["{0} / {1}", "{0}/{1}", "{0}\n{1}", "{0} | {1}"])
@pytest.mark.parametrize("swapped", [False, True], ids=["known second", "known first"])
def test_columns_are_told_by_the_language_that_is_known(form: str, swapped: bool) -> None:
    made = register(form, swapped=swapped)
    assert {f for f in look(made).fields if f} == FIELDS
    assert [spoken(made)[c] for c in made.row(0)] == [known for _, known in NAMES]


def test_a_column_that_no_field_holds_keeps_its_heading_as_printed() -> None:
    rows = [[f"{a} / {b}" for a, b in [*NAMES, ("Ene", "Within?")]], *([*r, "Jes"] for r in RISKS)]
    records = [r for r in REGISTER.read(section(table(rows))) if r.view == "risk_fields"]
    assert [(r.facts["header"], r.fields["text"].text) for r in records] == [("Ene / Within?", "Jes")] * 2


def test_headings_of_one_language_stand_as_they_are() -> None:
    plain = table(
        [["Ref", "Risk\nowner", "Risk / hazard", "Impact\nscore", "Due / review date", "Key\ncontrols"], ["1"] * 6]
    )
    assert spoken(plain) == {}
    dated = table(
        [
            ["Performance measure", "12 months\nto March 2030", "12 months\nto March 2031", "Direction of\ntravel"],
            ["1"] * 4,
        ]
    )
    assert spoken(dated) == {}
    foreign = table([[a for a, _ in NAMES], *RISKS])
    assert spoken(foreign) == {}


def test_groups_over_columns_have_two_languages_too() -> None:
    made = table(
        [
            [
                "Kodo / Ref",
                "Rizikoj nun / Risk",
                Set("Komenca / Inherent", right=2),
                None,
                Set("Nuna / Current", right=2),
                None,
            ],
            ["", "", "Verŝajneco / Likelihood", "Efiko / Impact", "Verŝajneco / Likelihood", "Efiko / Impact"],
            *([r[0], r[1], "4", "5", "2", "3"] for r in RISKS),
        ],
        headings=2,
    )
    assert look(made).fields[2:] == (
        "gross_likelihood", "gross_impact_score", "current_likelihood", "current_impact_score"
    )  # fmt: skip


def test_a_stroke_in_a_year_parts_no_languages() -> None:
    quarters = [f"Q{n} {year}" for year in ("2030/31", "2031/32") for n in (1, 2, 3)]
    made = table([["Ref", "Indicator", *quarters, "Target"], ["M1", "Moorings let in time", *["81"] * 6, "85"]])
    assert spoken(made) == {}
