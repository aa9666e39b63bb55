"""Scorecards whose tables stand under goals, and these under services: the one is the section, the other its part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.families.scorecard import read
from models.section import Paragraph, Section
from models.table import Table
from tests.registers import paragraph, section, table


def heading(text: str, size: float) -> Paragraph:
    return replace(paragraph(text, level=1), size=size)


def measures(*rows: Sequence[str]) -> Table:
    return table([("Measure", "Target", "Actual"), *rows])


def told(paper: Section) -> list[tuple[str, str, str]]:
    names = ("section", "sub_objective", "kpi")
    return [tuple(r.fields[n].text if n in r.fields else "" for n in names) for r in read(paper)]  # type: ignore[misc]


TITLE = heading("Town scorecard", 20)
PIERS = measures(("Piers painted", "4", "3"))
BOATS = measures(("Boats landed", "90", "95"), ("Crew trained", "12", "12"))
TREES = measures(("Trees set", "400", "380"))


def test_a_service_over_its_goals_is_the_section() -> None:
    paper = section(
        TITLE, heading("Harbour", 14), heading("Piers that last", 11), PIERS, heading("A safe crossing", 11), BOATS,
        heading("Parks", 14), heading("Shade in every street", 11), TREES, title=None,
    )  # fmt: skip
    assert told(paper) == [
        ("Harbour", "Piers that last", "Piers painted"),
        ("Harbour", "A safe crossing", "Boats landed"),
        ("Harbour", "A safe crossing", "Crew trained"),
        ("Parks", "Shade in every street", "Trees set"),
    ]


def test_one_heading_over_each_table_is_the_section_as_before() -> None:
    paper = section(TITLE, heading("Harbour", 11), PIERS, heading("Parks", 11), TREES, title=None)
    assert [row[:2] for row in told(paper)] == [("Harbour", ""), ("Parks", "")]
    mixed = section(
        TITLE,
        heading("Harbour", 14),
        heading("Piers that last", 11),
        PIERS,
        heading("Parks", 14),
        TREES,
        title=None,
    )
    assert not any(sub for _, sub, _ in told(mixed))
