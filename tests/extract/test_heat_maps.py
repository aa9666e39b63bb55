"""Matrices drawn in colours: risks placed on them, marks in them, and coloured tables that are none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from extract.document import extract_pages
from extract.grids import grids_of
from extract.registers.heat_maps import heat_maps
from extract.registers.marked_cells import marks_on
from models.page import Fill, Page, Word
from models.section import Paper, Section
from tests.pages import Text, set_page

SIDE, LEFT, TOP = 40.0, 150.0, 200.0
Paint = Callable[[int, int], str]
LIKELY = ("Rare", "Unlikely", "Possible", "Likely", "Almost certain")
GRAVE = ("Minor", "Moderate", "Serious", "Major", "Severe")


def colour(product: int) -> str:
    return "#ee3333" if product >= 15 else "#ffaa33" if product >= 8 else "#66bb66"


def by_product(up: int, right: int) -> str:
    return colour(up * right)


def fills(paint: Paint) -> tuple[Fill, ...]:
    """A matrix of five by five, growing worse up and to the right; `paint` takes the steps from 1."""
    return tuple(
        Fill(LEFT + SIDE * c, TOP + SIDE * r, LEFT + SIDE * (c + 1), TOP + SIDE * (r + 1), paint(5 - r, c + 1))
        for r in range(5)
        for c in range(5)
    )


def page(
    cells: Mapping[tuple[int, int], str],
    *more: Text,
    up: str = "Likelihood",
    right: str = "Impact",
    paint: Paint = by_product,
) -> Page:
    """A page with a matrix; `cells` maps (step up, step right) to the text there. The name of the upright axis is turned."""
    steps = [
        Text(LEFT - 75, TOP + SIDE * (5 - n) + 14, LIKELY[n - 1] if up == "Likelihood" else GRAVE[n - 1])
        for n in range(1, 6)
    ]
    steps += [Text(LEFT + SIDE * (n - 1) + 2, TOP + 5 * SIDE + 4, str(n)) for n in range(1, 6)]
    inside = [
        Text(LEFT + SIDE * (c - 1) + 4, TOP + SIDE * (5 - r) + 12, said, size=9) for (r, c), said in cells.items()
    ]
    made = set_page(*steps, *inside, Text(LEFT + 80, TOP + 5 * SIDE + 24, right), *more)
    turned = Word(up, LEFT - 100, TOP + 60, LEFT - 88, TOP + 130, 1, len(made.words), made.words[0].font, 270)
    return replace(made, fills=fills(paint), words=(*made.words, *([turned] if up else [])))


def placed(made: Page) -> dict[str, tuple[object, object, object]]:
    records = heat_maps(Section(1, Paper(1, 1, 1), None, (), (made,)))
    return {r.fields["ref"].text: (r.facts["likelihood"], r.facts["impact"], r.facts["stage"]) for r in records}


def test_references_in_the_cells_are_read_from_both_axes() -> None:
    made = page(
        {(4, 5): "SR1, SR2", (2, 3): "SR3", (1, 1): "SR 4"}, Text(LEFT, TOP - 40, "Residual risk heat map", bold=True)
    )
    assert placed(made) == {
        "SR1": (4, 5, "residual"), "SR2": (4, 5, "residual"), "SR3": (2, 3, "residual"), "SR 4": (1, 1, "residual"),
    }  # fmt: skip


def test_the_axes_may_be_the_other_way_round_and_told_by_the_words_of_one_scale() -> None:
    assert placed(page({(4, 5): "1", (2, 3): "7"}, up="Severity", right="Likelihood")) == {
        "1": (5, 4, None),
        "7": (3, 2, None),
    }
    assert placed(page({(4, 5): "1", (2, 3): "7"}, up="Likelihood", right="")) == {"1": (4, 5, None), "7": (2, 3, None)}


def test_without_a_word_on_its_axes_a_matrix_places_nothing() -> None:
    made = page({(4, 5): "1", (2, 3): "7"}, up="", right="")
    made = replace(made, words=tuple(w for w in made.words if not w.text.isalpha()))
    assert len(grids_of(made)) == 1
    assert not placed(made)


@pytest.mark.parametrize(
    "cells",
    [
        {(r, c): str(r * c) for r in range(1, 6) for c in range(1, 6)},  # a scoring matrix
        {(5, 5): "Very high", (1, 1): "Low"},
        {(5, 5): "R1", (4, 4): "R1"},
        {(5, 5): "R1"},
    ],
)
def test_a_matrix_of_products_or_words_places_no_risk(cells: dict[tuple[int, int], str]) -> None:
    assert not placed(page(cells))


def test_columns_of_ratings_side_by_side_are_no_matrix() -> None:
    wild = {0: "#ee3333", 1: "#66bb66", 2: "#ffaa33"}
    made = page({}, paint=lambda up, right: wild[(up * up + 2 * right) % 3])
    assert not grids_of(made)


@pytest.mark.parametrize("said", ["X", "●", ""])
def test_a_mark_or_a_colour_of_its_own_shows_the_score(said: str) -> None:
    def paint(up: int, right: int) -> str:
        return "#111111" if not said and (up, right) == (3, 4) else by_product(up, right)

    cells = {(3, 4): said} if said else {}
    (mark,) = marks_on(page(cells, Text(LEFT + 20, TOP - 20, "Current risk", bold=True), paint=paint))
    assert (mark.stage, mark.likelihood, mark.impact) == ("current", 3, 4)


def test_letters_in_one_matrix_show_the_stages() -> None:
    marks = marks_on(page({(5, 4): "I", (3, 4): "C", (2, 2): "T"}))
    assert {m.stage: (m.likelihood, m.impact) for m in marks} == {"gross": (5, 4), "current": (3, 4), "target": (2, 2)}


def test_a_map_on_a_page_of_its_own_gives_its_places() -> None:
    found = extract_pages(
        [page({(4, 5): "SR1, SR2", (2, 3): "SR3"}, Text(LEFT, TOP - 60, "Heat map", size=16, bold=True))]
    )
    assert [r.fields["ref"].text for r in found.printed if r.view == "risk_map"] == ["SR1", "SR2", "SR3"]
