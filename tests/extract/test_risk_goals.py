"""Headings of numbered goals over the forms of risks. All invented."""

from __future__ import annotations

from extract.columns import Assigned, Column
from extract.registers.categories import goals_over
from extract.registers.rows import RiskRows
from models.section import Section
from tests.registers import paragraph, section, table


def told(*headings: str) -> list[str | None]:
    """The goal of each of three forms, the first two on one page, the last on the next, with a heading over each page."""
    forms = []
    for cell in table([["A1 Quay cracks"], ["A2 Crane stops"], ["A3 Pilots retire"]], headings=0, breaks=[2]).cells:
        column = Assigned(Column(0, (), (cell,), {}), "title", 1.0)
        forms.append(RiskRows(None, {"title": [(cell, column)]}))
    made: Section = section(*(paragraph(t, page=n, y=10.0, level=2) for n, t in enumerate(headings, start=1)))
    over = goals_over(made, forms)
    return [over[id(form)].text if id(form) in over else None for form in forms]


def test_a_numbered_goal_is_the_category_of_the_forms_below_it() -> None:
    one, two = "Strategic Objective 1: Keep the harbour open", "Strategic Objective 2: Spend with care"
    assert told(one, two) == [one, one, two]


def test_other_headings_and_one_goal_alone_are_none() -> None:
    assert told("Risk 1: The quay cracks", "Risk 2: The crane stops") == [None] * 3
    assert told("Strategic Objective 1: Keep the harbour open", "Scoring") == [None] * 3


def test_plain_headings_of_one_look_part_forms_into_categories() -> None:
    assert told("Boats and crews", "The quay") == ["Boats and crews", "Boats and crews", "The quay"]
    assert told("Boats and crews", "Boats and crews") == [None] * 3
    assert told("Summary of the risks", "The quay") == [None] * 3
    assert told("Boats and crews") == [None] * 3
