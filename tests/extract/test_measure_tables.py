"""Budget measures without rules: headings of two lines on one painted band, years of actuals and targets, notes below."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.document import extract_pages
from extract.families.scorecard import FAMILY, look
from extract.table import read_tables
from models.page import Fill, Page, Rule
from models.record import Record
from normalise.document import normalise_document
from tests.pages import Text, set_page
from tests.registers import section, table

MEASURES = {
    "Harbor Patrol": [
        ("Hulls inspected at the dock", "Workload", "812", "855", "903", "900", "950"),
        ("Calls answered in 4 minutes", "Effectiveness", "71%", "74%", "78%", "80%", "82%"),
        ("Cost per patrol hour", "Efficiency", "$41.20", "$43.10", "$44.75", "N/A", "N/A"),
    ],
    "Lighthouses": [
        ("Lamps relit within one day", "Effectiveness", "88%", "90%", "93%", "95%", "95%"),
        ("Steps painted in the season", "Workload", "1,204", "1,180", "1,322", "1,300", "1,300"),
        ("Visitors to the old tower", "Workload", "9,410", "9,872", "10,233", "10,000", "11,000"),
    ],
}
YEARS = ("FY 2022-23", "FY 2023-24", "FY 2024-25", "FY 2024-25", "FY 2025-26")
KINDS = ("Actual", "Actual", "Actual", "Target", "Target")
FIGURES = (300.0, 352.0, 404.0, 456.0, 508.0)


def page(number: int, name: str, *, painted: bool) -> Page:
    texts = [Text(54, 30, "Town of Gull Point", 8), Text(420, 30, "Adopted Budget", 8)]
    texts += [Text(54, 92, name, 18, bold=True), Text(54, 122, "Performance Measures", 11, bold=True)]
    texts += [Text(x, 141, year, 8, bold=True) for x, year in zip(FIGURES, YEARS, strict=True)]
    texts += [Text(54, 149, "Measure", 8, bold=True), Text(220, 149, "Type", 8, bold=True)]
    texts += [Text(x, 157, kind, 8, bold=True) for x, kind in zip(FIGURES, KINDS, strict=True)]
    for n, (measure, kind, *figures) in enumerate(MEASURES[name]):
        top = 172 + 15 * n
        texts += [Text(54, top, measure, 8), Text(220, top, kind, 8)]
        texts += [Text(x, top, figure, 8) for x, figure in zip(FIGURES, figures, strict=True)]
    texts += [Text(54, 222, "¹ Counted from July 1 of each year.", 7), Text(54, 250, "Accomplishments", 11, bold=True)]
    texts += [Text(54, 270, "• Bought a second launch and trained two crews to sail her at night.", 9)]
    rules = (Rule(50, 41, 560, 41), Rule(50, 218, 560, 218))
    fills = (Fill(50, 137, 560, 169, "#d5e3cf"),) if painted else ()
    return replace(set_page(*texts, number=number), rules=rules, fills=fills)


def pages(*, painted: bool = True) -> list[Page]:
    title = Text(54, 50, "Department Measures", 18, bold=True)
    note = Text(54, 74, "The fiscal year of the town runs from July 1 through June 30.", 9)
    first, second = (page(n, name, painted=painted) for n, name in enumerate(MEASURES, start=1))
    return [replace(first, words=(*set_page(title, note).words, *first.words)), second]


def values() -> list[Record]:
    return [r for r in normalise_document(extract_pages(pages()).printed).records if r.view == "kpi_values"]


@pytest.mark.parametrize("painted", [True, False])
def test_headings_of_two_lines_are_two_rows_and_what_stands_between_them_is_as_high_as_both(painted: bool) -> None:
    both = pages(painted=painted)
    for read in read_tables(both, frozenset(w for p in both for w in p.words if w.bottom < 40)):
        assert (read.rows, read.columns, read.heading_rows) == (5, 7, 2)
        assert [(c.text, c.row_span) for c in read.row(0)[:3]] == [("Measure", 2), ("Type", 2), ("FY 2022-23", 1)]
        assert read.at(2, 5).header == ("FY 2024-25", "Target")


def test_a_department_is_the_section_of_its_measures() -> None:
    printed = [r.fields for r in extract_pages(pages()).printed if r.view == "kpis"]
    assert [(f["section"].text, f["kpi"].text) for f in printed] == [
        (name, row[0]) for name, rows in MEASURES.items() for row in rows
    ]
    assert not any("unit" in f for f in printed)  # `Workload` is no unit


def test_each_year_has_its_role() -> None:
    own = [r for r in values() if r.values["kpi"].value == "Hulls inspected at the dock"]
    told = {tuple(r.values[n].value for n in ("role", "period", "value")) for r in own}
    assert {r.values["period_end"].value for r in own} == {f"{year}-06-30" for year in (2023, 2024, 2025, 2026)}
    assert told == {
        ("previous", "FY 2022-23", 812),
        ("previous", "FY 2023-24", 855),
        ("current", "FY 2024-25", 903),
        ("target", "FY 2024-25", 900),
        ("target", "FY 2025-26", 950),
    }


def test_years_over_actuals_are_no_second_language() -> None:
    headings = ["Measure", "FY 2022-23\nActual", "FY 2023-24\nActual", "FY 2024-25\nTarget"]
    made = look(table([headings, ["Nets mended in the winter", "41", "44", "50"], ["Boats painted", "7", "9", "9"]]))
    assert [a.column.leaf for a in made.columns][1:] == ["FY 2022-23 Actual", "FY 2023-24 Actual", "FY 2024-25 Target"]


def test_what_is_adopted_is_a_target_and_what_is_estimated_or_projected_a_forecast() -> None:
    kinds = ("Actual", "Actual", "Estimated", "Projected", "Adopted")
    headings = ["Indicator", *(f"FY{23 + n} {kind}" for n, kind in enumerate(kinds))]
    card = table([headings, ["Nets mended in the winter", "41", "44", "50", "52", "55"]])
    found = normalise_document(list(FAMILY.read(section(card, title="Harbour Measures")))).records
    told = [(r.values["role"].value, r.values["value"].value) for r in found if r.view == "kpi_values"]
    assert sorted(told) == [("current", 44), ("forecast", 50), ("forecast", 52), ("previous", 41), ("target", 55)]
    assert [r.values["current_text"].value for r in found if r.view == "kpis"] == ["44"]
