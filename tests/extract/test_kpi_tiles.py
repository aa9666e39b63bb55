"""Tiles of indicators on slides: a name, a large figure, a target and the figure before it; the rating is a colour somewhere on them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from extract.document import extract_pages
from models.page import Fill, Page, Rule, Shape
from models.record import Record
from normalise.document import normalise_document
from tests.pages import Text, set_page

RED, AMBER, GREEN = "#d0342c", "#f2a900", "#2e9e4f"
# name, figure, target, figure before, rating
MEASURES = (
    ("Ferries that left on time", "78.4%", "90%", "88.7%", "red"),
    ("Average wait at the slip", "9m 48s", "10m", "10m 12s", "green"),
    ("Fuel bought this quarter", "£1.2m", "£1.1m", "£1.4m", "amber"),
    ("Crews who would stay", "7 in 10", "8 in 10", "6 in 10", "amber"),
    ("Passengers carried", "41,204", "40,000", "39,870", "green"),
    ("Days lost to storms", "12", "8", "9", "red"),
)
COLOURS = {"red": RED, "amber": AMBER, "green": GREEN}
WIDE, HIGH = 280.0, 170.0


def places() -> list[tuple[float, float]]:
    return [(30 + 300 * (n % 3), 90 + 190 * (n // 3)) for n in range(len(MEASURES))]


def slide(texts: Sequence[Text], **drawn: tuple) -> Page:
    title = Text(30, 24, "Harbour performance – Quarter 3 2030/31", 24, bold=True)
    return replace(set_page(title, *texts, width=960, height=540), **drawn)


def above(x: float, top: float, measure: tuple[str, ...]) -> list[Text]:
    name, figure, target, before, _ = measure
    return [
        Text(x + 14, top + 12, name, 13, bold=True),
        Text(x + 14, top + 60, figure, 30),
        Text(x + 14, top + 110, f"Target: {target}", 12),
        Text(x + 14, top + 130, f"Q2: {before}", 12),
    ]


def below(x: float, top: float, measure: tuple[str, ...]) -> list[Text]:
    name, figure, target, before, _ = measure
    return [
        Text(x + 14, top + 12, figure, 30, bold=True),
        Text(x + 14, top + 60, name, 13),
        Text(x + 14, top + 120, f"Target {target}\tPrev {before}", 11, tab=40),
    ]


def together(x: float, top: float, measure: tuple[str, ...]) -> list[Text]:
    name, figure, target, before, _ = measure
    return [
        Text(x + 14, top + 12, name, 13, bold=True),
        Text(x + 14, top + 50, figure, 30),
        Text(x + 14, top + 110, f"Target: {target} Previous: {before}", 11),
    ]


def barred() -> Page:
    """Ruled on three sides, the fourth a bar in the colour of the rating."""
    rules, fills = [], []
    for (x, top), measure in zip(places(), MEASURES, strict=True):
        rules += [Rule(x, y, x + WIDE, y) for y in (top, top + HIGH)] + [Rule(x + WIDE, top, x + WIDE, top + HIGH)]
        fills.append(Fill(x, top, x + 7, top + HIGH, COLOURS[measure[4]]))
    texts = [t for (x, top), m in zip(places(), MEASURES, strict=True) for t in above(x, top, m)]
    return slide(texts, rules=tuple(rules), fills=tuple(fills))


def cornered() -> Page:
    """On grey grounds, with a triangle in the corner."""
    fills, shapes = [], []
    for (x, top), measure in zip(places(), MEASURES, strict=True):
        fills.append(Fill(x, top, x + WIDE, top + HIGH, "#eef1f4"))
        a, b = x + WIDE, top
        corner = ((a - 26, b), (a, b), (a, b + 26), (a - 26, b))
        shapes.append(Shape(a - 26, b, a, b + 26, corner, curved=False, fill=COLOURS[measure[4]], stroke=None))
    texts = [t for (x, top), m in zip(places(), MEASURES, strict=True) for t in below(x, top, m)]
    return slide(texts, fills=tuple(fills), shapes=tuple(shapes))


def coloured() -> Page:
    """Each tile in the colour of its rating."""
    fills = tuple(
        Fill(x, top, x + WIDE, top + HIGH, COLOURS[m[4]]) for (x, top), m in zip(places(), MEASURES, strict=True)
    )
    texts = [t for (x, top), m in zip(places(), MEASURES, strict=True) for t in together(x, top, m)]
    return slide(texts, fills=fills)


def unframed() -> Page:
    """Without boxes; the figure has the colour of the rating."""
    page = slide([t for (x, top), m in zip(places(), MEASURES, strict=True) for t in above(x, top, m)])
    inks = {figure.split()[0]: COLOURS[rag] for _, figure, _, _, rag in MEASURES}
    words = [
        replace(w, font=replace(w.font, colour=inks[w.text])) if w.font.size == 30 and w.text in inks else w
        for w in page.words
    ]
    return replace(page, words=tuple(words))


def read(page: Page) -> list[Record]:
    return list(normalise_document(extract_pages([page]).printed).records)


@pytest.mark.parametrize("make", [barred, cornered, coloured, unframed])
def test_tiles_are_indicators_however_they_are_drawn(make: Callable[[], Page]) -> None:
    found = [r.values for r in read(make()) if r.view == "kpis"]
    names = ("kpi", "current_text", "target_text", "previous_text", "rag")
    assert [tuple(v[n].value for n in names) for v in found] == list(MEASURES)


def test_figures_of_tiles_are_values() -> None:
    told = {
        (r.values["kpi"].value, r.values["role"].value): (r.values["value"].value, r.values["unit"].value)
        for r in read(barred())
        if r.view == "kpi_values"
    }
    assert told["Average wait at the slip", "current"] == (588, "s")
    assert told["Average wait at the slip", "target"] == (600, "s")  # no ten millions
    assert told["Fuel bought this quarter", "current"] == (1_200_000, "GBP")
    assert told["Crews who would stay", "current"] == (7, "in 10")
    assert len(told) == 3 * len(MEASURES)


def test_one_colour_for_all_tiles_is_no_rating() -> None:
    page = barred()
    one = replace(page, fills=tuple(replace(f, colour=RED) for f in page.fills))
    assert not any("rag" in r.values for r in read(one) if r.view == "kpis")


def test_large_figures_in_running_text_are_no_tiles() -> None:
    texts = [
        Text(30, 90 + 60 * n, f"{figure} {name} and the target was missed", 13)
        for n, (name, figure, *_) in enumerate(MEASURES)
    ]
    assert not [r for r in read(slide(texts)) if r.view == "kpis"]
