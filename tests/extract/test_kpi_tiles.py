"""Tiles of indicators on slides: a name, a large figure, a target and the figure before it; the rating is a colour somewhere on them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import cos, pi, sin

import pytest

from extract.document import extract_pages
from extract.families.card_names import figure_before
from extract.families.card_texts import Text as Text_
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


def stripped() -> Page:
    """Strips below each other: name, figure, labelled figures and a word on the colour of the rating."""
    texts, fills = [], []
    for n, (name, figure, target, before, rag) in enumerate(MEASURES):
        top = 70 + 74 * n
        texts += [Text(46, top + 14, name, 13), Text(330, top + 10, figure, 26, bold=True)]
        texts += [Text(500, top + 8, "Target", 10), Text(500, top + 24, target, 11)]
        texts += [Text(600, top + 8, "Q2", 10), Text(600, top + 24, before, 11), Text(755, top + 18, rag.title(), 10)]
        fills += [Fill(30, top, 930, top + 60, "#f3f3f3"), Fill(745, top + 12, 830, top + 34, COLOURS[rag])]
    return slide(texts, fills=tuple(fills))


def ringed() -> Page:
    """Centred, each figure in a ring of the colour of its rating, and what it was told in words."""
    texts, shapes = [], []
    for (x, top), (name, figure, target, before, rag) in zip(places(), MEASURES, strict=True):
        middle = x + WIDE / 2
        lines = ((top, name, 13, True), (top + 62, figure, 24, True))
        lines += ((top + 128, f"Target: {target}", 11, False), (top + 142, f"was {before} last quarter", 11, False))
        texts += [Text(middle - _width(t, size) / 2, y, t, size, bold) for y, t, size, bold in lines]
        points = tuple((middle + 45 * cos(a), top + 74 + 45 * sin(a)) for n in range(17) if (a := pi * n / 8) or n == 0)
        box = (middle - 45, top + 29, middle + 45, top + 119)
        shapes.append(Shape(*box, points, curved=True, fill=None, stroke=COLOURS[rag]))
    return slide(texts, shapes=tuple(shapes))


def _width(text: str, size: float) -> float:
    return sum(len(t) * size / 2 + size / 4 for t in text.split())


def read(page: Page) -> list[Record]:
    return list(normalise_document(extract_pages([page]).printed).records)


@pytest.mark.parametrize("make", [barred, cornered, coloured, unframed, stripped, ringed])
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


@pytest.mark.parametrize(("text", "figure", "when"), [
    ("▼ from 88.7% in Q2", "88.7%", "in Q2"),
    ("up from 7 in 10 last quarter", "7 in 10", "last quarter"),
    ("compared with £1.4m", "£1.4m", ""),
    ("vs. 4.9% (May 2030)", "4.9%", "May 2030"),
])  # fmt: skip
def test_the_figure_before_may_be_told_in_words(text: str, figure: str, when: str) -> None:
    told = figure_before(Text_(set_page(Text(0, 0, text)).words))
    assert told is not None
    assert (told[0].text, told[1]) == (figure, when)


@pytest.mark.parametrize(
    "text", ["from the harbour to 12 islands", "within 10 minutes of the call", "Target was missed"]
)
def test_other_sentences_tell_no_figure_before(text: str) -> None:
    assert figure_before(Text_(set_page(Text(0, 0, text)).words)) is None
