from __future__ import annotations

from dataclasses import replace
from math import cos, pi, sin

import pytest

from extract.families.deliverables import FAMILY as DELIVERABLES
from extract.families.deliverables import look as as_plan
from extract.families.scorecard import FAMILY as SCORECARD
from extract.families.scorecard import look as as_scorecard
from extract.families.scorecard_columns import assigned_columns
from extract.families.status_ink import painted
from models.geometry import Box
from models.page import Fill, Shape
from models.record import Field
from models.table import Table
from tests.pages import set_page
from tests.registers import Set, section, table

GREEN, AMBER, RED, GREY = "#00964f", "#f2a100", "#d3122a", "#b4b4b4"
DONE, DOUBT, MISSED = Set("✓", GREEN, ("tick",)), Set("?", AMBER), Set("✗", RED, ("cross",))


def fields(card: Table) -> list[str | None]:
    return [a.field for a in assigned_columns(card)]


def measures(*headings: str, marks: list[list[Set]]) -> Table:
    rows = [["Measure", "2030/31 Actual", "2031/32 Target", *headings]]
    names = ["Berths swept in a week", "Nets mended by the crew", "Buoys painted before winter"]
    rows += [[name, "71%", "80%", *told] for name, told in zip(names, marks, strict=True)]
    return table(rows)


@pytest.mark.parametrize("heading", ["Q1 Progress", "Progress", "Performance", "Half-year position", "How it goes"])
def test_marks_on_badges_are_the_rating_whatever_stands_over_them(heading):
    card = measures("Q1 Actual", heading, marks=[["19%", DONE], ["7%", DOUBT], ["88%", MISSED]])
    assert fields(card) == ["kpi", "value", "target", "value", "rag"]


def test_of_marks_for_each_quarter_the_latest_count():
    blank = Set("")
    card = measures(
        "Q1 Progress",
        "Q2 Progress",
        "Q3 Progress",
        marks=[[DONE, DOUBT, blank], [DOUBT, DONE, blank], [MISSED, DONE, blank]],
    )
    assert fields(card)[3:5] == ["previous_rag", "rag"]


def test_ticks_that_are_all_alike_tell_nothing_under_a_heading_nobody_knows():
    tick = Set("✓", symbols=("tick",))
    assert fields(measures("Now", "Statutory", marks=[["19%", tick], ["7%", tick], ["88%", tick]]))[-1] is None
    assert fields(measures("Now", "Progress", marks=[["19%", tick], ["7%", tick], ["88%", tick]]))[-1] == "rag"


def inked(card: Table, column: int, *colours: str) -> Table:
    """The same with the texts of a column in ink of these colours."""
    left = list(colours)
    cells = []
    for cell in card.cells:
        if cell.column == column and not cell.is_heading:
            font = replace(cell.words[0].font, colour=left.pop(0))
            cell = replace(cell, words=tuple(replace(w, font=font) for w in cell.words))
        cells.append(cell)
    return replace(card, cells=tuple(cells))


def test_squares_in_ink_of_colours_are_the_rating_and_a_grey_one_says_no_data():
    square = Set("■")
    card = inked(measures("Current performance", "Performance", marks=[["19%", square]] * 3), 4, GREEN, GREY, RED)
    assert fields(card) == ["kpi", "value", "target", "current", "rag"]
    found = SCORECARD.read(section(card, title="Harbour scorecard"))
    assert [r.fields["rag"].fill for r in found] == [GREEN, GREY, RED]


def test_outlined_arrows_are_trends_and_no_marks():
    up, down = Set("⇧", symbols=("up",)), Set("⇩", symbols=("down",))
    card = measures("Now", "Since spring", marks=[["19%", up], ["7%", down], ["88%", up]])
    assert fields(card)[-1] == "trend"


def aims(heading: str, *cells: str) -> Table:
    rows = [["Measure", "Actual 2030/31", heading, "Year to date", "Status"]]
    names = ["Berths swept in a week", "Nets mended by the crew", "Days that the crane stood still"]
    rows += [[n, "71", aim, "80", "Green"] for n, aim in zip(names, cells, strict=True)]
    return table(rows)


@pytest.mark.parametrize("heading", ["Aim", "Aim 2031/32", "Our aim", "Annual aim"])
def test_figures_under_an_aim_are_the_target(heading):
    assert fields(aims(heading, "90%", "7 days", "Increase")) == ["kpi", "value", "target", "value", "rag"]


def test_texts_under_an_aim_group_the_measures():
    found = fields(aims("Aim", "A clean harbour", "A busy harbour", "A busy harbour"))
    assert "target" not in found and found[2] == "section"


def stones(heading: str, *marks: Set | str) -> Table:
    names = ["Lay a new slipway beside the old quay by March 2032.", "Publish a chart of the harbour bed.", "Paint it."]
    return table(
        [
            ["Ref", "Milestones", heading],
            *([f"HB 0{n}a", t, m] for n, (t, m) in enumerate(zip(names, marks, strict=True))),
        ]
    )


@pytest.mark.parametrize("heading", ["Q1 Progress", "Progress", "Status at end of June", "Q3"])
def test_milestones_with_marks_alone_are_a_plan(heading):
    found = list(DELIVERABLES.read(section(stones(heading, DONE, DOUBT, MISSED), title="Harbour report")))
    assert [r.fields["rag"].fill for r in found] == [GREEN, AMBER, RED]
    assert found[1].fields["deliverable"].text == "Publish a chart of the harbour bed."


def test_the_marks_of_the_latest_quarter_rate_a_milestone():
    rows = [
        ["Milestone", "Q1", "Q2", "Q3"],
        ["Lay a new slipway beside the old quay", DONE, MISSED, Set("")],
        ["Publish a chart of the harbour bed", DOUBT, DONE, Set("")],
    ]
    assert [a.field for a in as_plan(table(rows)).columns] == ["deliverable", None, "rag", None]


def test_a_schedule_of_ticks_is_no_rating():
    tick = Set("✓", symbols=("tick",))
    rows = [
        ["Milestone", "2031", "2032"],
        ["Lay a new slipway beside the old quay", tick, ""],
        ["Paint it all", "", tick],
    ]
    assert [a.field for a in as_plan(table(rows)).columns][1:] == [None, None]


KEYS = [
    [
        ["Progress", "Objective", "Performance Indicator"],
        [DONE, "The milestone will be reached in time.", "The target will be met."],
        [DOUBT, "It is too early to say for the milestone.", "It is too early to say for the target."],
        [MISSED, "The milestone will be missed without help.", "The target will be missed without help."],
    ],
    [
        ["RAG", "Indicator"],
        ["Green", "The target is met, or passed."],
        ["Amber", "The target is missed by a little."],
        ["Red", "The target is missed by a lot."],
    ],
    [
        ["Symbol", "Milestone", "Progress"],
        [Set("", GREEN, ("circle",)), "The milestone is on its way.", "All goes as it should."],
        [Set("", RED, ("circle",)), "The milestone is far behind.", "Somebody has to step in."],
    ],
    [
        ["Symbol", "Milestone", "Indicator"],
        [Set("✓ Green", symbols=("circle", "tick")), "Will be reached", "Will be met"],
        [Set("! Amber", symbols=("circle",)), "Too early to say", "Too early to say"],
        [Set("✗ Red", symbols=("circle", "cross")), "Will not be reached", "Will not be met"],
    ],
]


@pytest.mark.parametrize("rows", KEYS)
def test_a_key_of_marks_is_neither_scorecard_nor_plan(rows):
    assert as_scorecard(table(rows)).score == 0 and as_plan(table(rows)).score == 0


def test_a_table_with_its_rating_at_the_left_is_no_key():
    rows = [
        ["RAG", "Indicator", "Actual", "Target"],
        ["Green", "Berths swept", "81%", "80%"],
        ["Red", "Nets mended", "2", "7"],
    ]
    assert as_scorecard(table(rows)).score > 0.5


def disc(box: Box, colour: str) -> Shape:
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    ring = tuple((x + 5 * cos(2 * pi * n / 16), y + 5 * sin(2 * pi * n / 16)) for n in range(17))
    return Shape(x - 5, y - 5, x + 5, y + 5, ring, True, colour, None)


def test_a_grey_disc_says_that_there_is_nothing_to_tell_and_black_and_white_ones_say_nothing():
    box, page = Box(100, 50, 200, 70), set_page()

    def seen(*shapes: Shape) -> str | None:
        field = Field("", place=(1, (box.x0, box.top, box.x1, box.bottom)))
        return painted(field, {1: replace(page, shapes=shapes)}).fill

    assert seen(disc(box, GREY)) == GREY
    assert seen(disc(box, "#000000")) is None and seen(disc(box, "#ffffff")) is None
    assert seen(disc(box, GREY), disc(box, RED)) == RED


def test_a_small_grey_square_says_the_same_and_a_grey_stripe_does_not():
    box, page = Box(100, 50, 200, 70), set_page()
    field = Field("", place=(1, (box.x0, box.top, box.x1, box.bottom)))
    small, stripe = Fill(145, 55, 155, 65, GREY), Fill(100, 50, 200, 70, GREY)
    assert painted(field, {1: replace(page, fills=(small,))}).fill == GREY
    assert painted(field, {1: replace(page, fills=(stripe,))}).fill is None
