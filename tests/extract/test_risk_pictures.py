"""Detailed reports of risk software: a small matrix drawn beside each score, several fields stacked in the first cell, the actions
of a risk in rows of their own below it, a table a risk."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from extract.document import extract_pages
from extract.grids import grids_of
from extract.registers.heat_maps import stage_of
from extract.registers.marked_cells import marks_on
from extract.table import read_page_tables
from models.page import Fill, Page, Shape
from models.record import Printed
from tests.extract.sheet import BOLD, PLAIN, Sheet, texts

GREEN, AMBER, RED = "#00b050", "#ffc000", "#ff0000"
COLUMNS = (20.0, 120.0, 270.0, 330.0, 370.0, 430.0, 470.0, 580.0)  # edges of the risk's cells
LIST = (20.0, 70.0, 230.0, 350.0, 450.0, 580.0)  # and of its actions'
RISKS = (
    ("HB01", "Harbour wall gives way", "Una Mott", "Old piles", "The wall slides", "No boat can berth", (4, 4), (2, 4)),
    ("HB02", "Pilots retire together", "Seth Cray", "Low pay", "Watches stay unkept", "Ships pass by", (3, 4), (2, 3)),
    ("HB03", "Cranes stand idle", "Ida Penn", "No spare parts", "A crane breaks", "Cargo waits", (3, 3), (1, 3)),
)
HEADINGS = ("Risk no, title, date raised, owner", "Risk Description", "Current Score", "Target Score", "Change")


def matrix(sheet: Sheet, x: float, y: float, place: tuple[int, int], side: float = 8.0) -> None:
    """Four by four cells that grow worse up and to the right, a dot in one, its axes named in small type."""
    for up in range(4):
        for right in range(4):
            colour = RED if (up + 1) * (right + 1) > 8 else AMBER if (up + 1) * (right + 1) > 3 else GREEN
            left, top = x + side * right, y + side * (3 - up)
            sheet.box(left, top, left + side, top + side)
            sheet.fills.append(Fill(left, top, left + side, top + side, colour))
    likelihood, impact = place
    left, top = x + side * (impact - 1) + 2, y + side * (4 - likelihood) + 2
    ring = ((0, 2), (0.6, 0.6), (2, 0), (3.4, 0.6), (4, 2), (3.4, 3.4), (2, 4), (0.6, 3.4), (0, 2))
    points = tuple((left + a, top + b) for a, b in ring)
    sheet.shapes.append(Shape(left, top, left + 4, top + 4, points, True, "#ffffff", "#333333"))
    sheet.write(x - 10, y - 4, "Likelihood", turned=270)
    sheet.write(x, y + 4 * side + 1, "Impact")


def row(sheet: Sheet, top: float, high: float, edges: Sequence[float], cells: Sequence[str], *, heads: bool) -> float:
    for (a, b), text in zip(pairwise(edges), cells, strict=True):
        sheet.box(a, top, b, top + high)
        for n, line in enumerate(text.split("\n")):
            sheet.write(a + 3, top + 3 + 11 * n, line, BOLD if heads else PLAIN)
    return top + high


def report(sheet: Sheet, top: float, number: int) -> float:
    """A risk's table; where it ends."""
    ref, title, owner, cause, event, effect, now, goal = RISKS[number]
    for (a, b), text in zip(pairwise((20.0, 120.0, 270.0, 370.0, 470.0, 580.0)), HEADINGS, strict=True):
        sheet.box(a, top, b, top + 26)
        words = text.split()
        sheet.write(a + 3, top + 3, " ".join(words[:3]), BOLD)
        sheet.write(a + 3, top + 14, " ".join(words[3:]), BOLD)
    top += 26
    for at, high, line, font in (
        (0, 28, f"{ref} {title}", BOLD),
        (28, 16, "22-Sep-2029", PLAIN),
        (44, 16, owner, PLAIN),
    ):
        sheet.box(20, top + at, 120, top + at + high)
        sheet.write(23, top + at + 3, " ".join(line.split()[:3]), font)
        sheet.write(23, top + at + 14, " ".join(line.split()[3:]), font)
    for a, b in pairwise(COLUMNS[1:]):
        sheet.box(a, top, b, top + 60)
    for n, (label, text) in enumerate((("Cause:", cause), ("Event:", event), ("Effect:", effect))):
        sheet.write(123, top + 3 + 13 * n, label, BOLD)
        sheet.write(160, top + 3 + 13 * n, text)
    for x, (likelihood, impact) in ((284.0, now), (384.0, goal)):
        matrix(sheet, x, top + 3, (likelihood, impact))
        sheet.write(x + 55, top + 3, str(likelihood * impact))
    sheet.write(475, top + 3, "↔")
    top = row(
        sheet,
        top + 60,
        16,
        LIST,
        ("Action no", "Action description", "Latest note", "Action owner", "Due date"),
        heads=True,
    )
    for letter in "ab"[: 2 - number % 2]:
        action = (
            f"{ref}{letter}",
            f"Mend part {letter}",
            f"Part {letter} is on order",
            owner,
            f"3{letter == 'a':d}-Dec-2031",
        )
        top = row(sheet, top, 16, LIST, action, heads=False)
    return top


def pages() -> list[Page]:
    """Two risks on the first page, the last on the second."""
    first, second = Sheet(1), Sheet(2)
    first.write(20, 20, "Corporate Risk Register")
    report(first, report(first, 60, 0) + 14, 1)
    report(second, 60, 2)
    return [first.page, second.page]


def read(view: str, made: Sequence[Page] = ()) -> list[Printed]:
    return [r for r in extract_pages(made or pages()).printed if r.view == view]


def test_a_small_matrix_makes_no_columns_and_the_names_of_its_axes_no_text() -> None:
    table = read_page_tables(pages()[0])[0]
    assert len([c for c in table.cells if c.row == 0]) == len(HEADINGS)
    said = [text for line in texts(table) for text in line]
    assert "16" in said and "8" in said
    assert not any("Likelihood" in text or "Impact" in text for text in said)
    assert "Impact" in {w.text for w in table.repeated}


def test_fields_stacked_in_one_column_are_each_its_own() -> None:
    risks = [{n: f.text for n, f in r.fields.items()} for r in read("risks")]
    assert [(r["ref"], r["title"], r["owners"]) for r in risks] == [risk[:3] for risk in RISKS]
    assert [(r["cause"], r["description"], r["impact"]) for r in risks] == [risk[3:6] for risk in RISKS]
    assert [(r["current_score"], r["target_score"]) for r in risks] == [("16", "8"), ("12", "6"), ("9", "3")]
    assert [r.fields["text"].text for r in read("risk_fields")] == ["22-Sep-2029"] * 3


def test_a_table_a_risk_has_its_list_of_actions_below() -> None:
    told = [
        [a.fields[n].text for n in ("description", "status_text", "owners", "target_text")]
        for a in read("risk_actions")
    ]
    assert told == [
        ["Mend part a", "Part a is on order", "Una Mott", "31-Dec-2031"],
        ["Mend part b", "Part b is on order", "Una Mott", "30-Dec-2031"],
        ["Mend part a", "Part a is on order", "Seth Cray", "31-Dec-2031"],
        ["Mend part a", "Part a is on order", "Ida Penn", "31-Dec-2031"],
        ["Mend part b", "Part b is on order", "Ida Penn", "30-Dec-2031"],
    ]


@pytest.mark.parametrize("aside", [0.0, 1.5, 5.0])
def test_matrices_one_below_the_other_are_told_apart_wherever_each_begins(aside: float) -> None:
    sheet = Sheet()
    for n, place in enumerate(((4, 4), (3, 2), (1, 3))):
        matrix(sheet, 100 + aside * n, 60 + 90 * n, place)
    assert [(len(g.rows), len(g.columns)) for g in grids_of(sheet.page)] == [(4, 4)] * 3
    marks = sorted(marks_on(sheet.page), key=lambda m: m.box.top)
    assert [(m.likelihood, m.impact) for m in marks] == [(4, 4), (3, 2), (1, 3)]


def test_a_rule_parts_the_stages_over_two_matrices() -> None:
    sheet = Sheet()
    sheet.write(100, 40, "Current matrix")
    sheet.write(178, 40, "Target matrix")
    sheet.box(95, 36, 174, 110)
    sheet.box(174, 36, 260, 110)
    matrix(sheet, 115, 60, (2, 2))
    matrix(sheet, 190, 60, (1, 2))
    assert [stage_of(grid, sheet.page) for grid in grids_of(sheet.page)] == ["current", "target"]


LABELLED = (("Internal controls", "Divers look each spring"), ("Potential effect", "No boat can berth"))


def form(number: int) -> Page:
    """A risk's form: its matrices under labels of their stage, its scores behind labels on a line further down."""
    ref, title, owner, *_, now, goal = RISKS[number]
    sheet = Sheet(number + 1)
    y = row(sheet, 60, 18, (20.0, 110.0, 200.0, 270.0, 580.0), ("Risk code", ref, "Risk title", title), heads=False)
    for n, (label, text) in enumerate(LABELLED):
        edges = (20.0, 110.0, 300.0, 430.0, 560.0)
        heads = ("Current risk matrix", "Target risk matrix")
        if not n:
            y = row(sheet, y, 18, edges, (label, text, *heads), heads=False)
            continue
        for a, b in pairwise(edges):
            sheet.box(a, y, b, y + 50)
        sheet.write(23, y + 3, label)
        sheet.write(113, y + 3, text)
        matrix(sheet, 330, y + 4, now)
        matrix(sheet, 460, y + 4, goal)
        y += 50
    cells = ("Managed by", owner, "Current score", str(now[0] * now[1]), "Target score", str(goal[0] * goal[1]))
    y = row(sheet, y, 18, (20.0, 110.0, 210.0, 300.0, 430.0, 520.0, 560.0), cells, heads=False)
    row(sheet, y, 18, (20.0, 110.0, 560.0), ("Latest note", "Surveyed again in May"), heads=False)
    return sheet.page


def test_a_score_below_a_matrix_is_behind_its_own_label() -> None:
    risks = [{n: f.text for n, f in r.fields.items()} for r in read("risks", [form(n) for n in range(3)])]
    assert [(r["ref"], r["title"], r["owners"]) for r in risks] == [risk[:3] for risk in RISKS]
    assert [(r["current_score"], r["target_score"]) for r in risks] == [("16", "8"), ("12", "6"), ("9", "3")]
    shown = [(int(r["target_likelihood"]), int(r["target_impact"])) for r in risks]
    assert shown == [goal for *_, goal in RISKS]
