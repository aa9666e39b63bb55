"""Measures without a grid: ratings as dots, trends as arrows, objectives in the middle of the rows they hold for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.document import extract_pages
from extract.symbols import symbols_in
from models.geometry import Box
from models.page import Page, Rule, Shape
from normalise.document import normalise_document
from tests.pages import Text, set_page

RED, AMBER, GREEN = "#d0342c", "#f2a900", "#2e9e4f"
# measure, last year, target, this year, rating, trend
OBJECTIVES = {
    "Safe moorings": [
        ("Chains checked by divers", "81%", "90%", "84%", AMBER, "up"),
        ("Boats adrift in storms", "9", "5", "12", RED, "up"),
        ("Buoys lit at all times", "97%", "99%", "99%", GREEN, "up"),
        ("Lifebelts in their place", "88%", "95%", "83%", RED, "down"),
    ],
    "Clean water": [
        ("Days with oil on the water", "14", "10", "8", GREEN, "down"),
        ("Samples that passed", "91%", "95%", "93%", AMBER, "up"),
        ("Nets brought ashore", "312", "300", "341", GREEN, "up"),
    ],
}
ROWS = [(objective, *row) for objective, rows in OBJECTIVES.items() for row in rows]
PITCH, FIRST = 20.0, 100.0
XS = (40.0, 150.0, 330.0, 390.0, 450.0)


def circle(x: float, y: float, colour: str) -> Shape:
    ring = ((4, 0), (3, 3), (0, 4), (-3, 3), (-4, 0), (-3, -3), (0, -4), (3, -3), (4, 0))
    scale = {4: 4.0, 3: 2.828, 0: 0.0, -3: -2.828, -4: -4.0}
    points = tuple((x + scale[a], y + scale[b]) for a, b in ring)
    return Shape(x - 4, y - 4, x + 4, y + 4, points, curved=True, fill=colour, stroke=None)


def triangle(x: float, y: float, way: str) -> Shape:
    tip, base = (y - 4, y + 4) if way == "up" else (y + 4, y - 4)
    points = ((x, tip), (x + 4, base), (x - 4, base), (x, tip))
    return Shape(x - 4, y - 4, x + 4, y + 4, points, curved=False, fill="#444444", stroke=None)


def stroked(x: float, y: float, way: str) -> tuple[Shape, list[Rule]]:
    """An arrow to the right, up or down, of a slanted stroke and two short rules that meet at its end."""
    start, end = (y + 4, y - 4) if way == "up" else (y - 4, y + 4)
    shaft = Shape(x - 4, y - 4, x + 4, y + 4, ((x - 4, start), (x + 4, end)), curved=False, fill=None, stroke="#222222")
    return shaft, [Rule(x - 1, end, x + 4, end), Rule(x + 4, min(end, y), x + 4, max(end, y))]


def page(*, strokes: bool = False, headings: bool = True) -> Page:
    texts = [Text(40, 30, "Harbour plan: how we are doing", 16, bold=True)]
    names = ("Objective", "Measure", "2029", "Target 2030", "2030")
    texts += [Text(x, 80, name, 9, bold=True) for x, name in zip(XS, names, strict=True)]
    if headings:
        texts += [Text(500, 80, "Status", 9, bold=True), Text(545, 80, "Trend", 9, bold=True)]
    shapes: list[Shape] = []
    rules: list[Rule] = []
    first = 0
    for objective, rows in OBJECTIVES.items():
        middle = FIRST + PITCH * (first + (len(rows) - 1) / 2)
        texts.append(Text(XS[0], middle, objective, 9, bold=True))
        for n, (measure, before, target, now, colour, way) in enumerate(rows, start=first):
            top = FIRST + PITCH * n
            cells = zip(XS[1:], (measure, before, target, now), strict=True)
            texts += [Text(x, top, text, 9) for x, text in cells]
            shapes.append(circle(513, top + 4.5, colour))
            shaft, head = stroked(557, top + 4.5, way) if strokes else (triangle(557, top + 4.5, way), [])
            shapes.append(shaft)
            rules += head
        first += len(rows)
    return replace(set_page(*texts), shapes=tuple(shapes), rules=tuple(rules))


@pytest.mark.parametrize("strokes", [False, True])
@pytest.mark.parametrize("headings", [True, False])
def test_dots_and_arrows_beside_each_other_are_two_columns(strokes: bool, headings: bool) -> None:
    records = normalise_document(extract_pages([page(strokes=strokes, headings=headings)]).printed).records
    found = [r.values for r in records if r.view == "kpis"]
    names = ("section", "kpi", "previous_text", "target_text", "current_text", "rag", "trend")
    colours = {RED: "red", AMBER: "amber", GREEN: "green"}
    assert [tuple(v[n].value for n in names) for v in found] == [(*r[:5], colours[r[5]], r[6]) for r in ROWS]


@pytest.mark.parametrize(("way", "name"), [("up", "up_right"), ("down", "down_right")])
def test_a_slanted_stroke_that_ends_in_a_corner_is_an_arrow(way: str, name: str) -> None:
    shaft, head = stroked(100, 100, way)
    drawn = replace(set_page(), shapes=(shaft,), rules=tuple(head))
    assert symbols_in(drawn, Box(90, 90, 110, 110)) == (name,)
    assert symbols_in(replace(drawn, rules=()), Box(90, 90, 110, 110)) == ()
