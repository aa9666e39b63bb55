"""Lists whose bullets a browser draws: each begins a paragraph, as printed ones do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.document import extract_pages
from models.page import Page, Shape
from tests.pages import Text, set_page

ITEMS = (
    "Boats are seen over before each season by the yard and by the mate",
    "Crew hold a radio on every crossing and a second one lies in the hut",
    "Passengers are counted at both of the landings by two of the crew",
)


def form(disc: float = 3.0, gap: float = 7.0) -> Page:
    texts = [Text(54, 40, "Risk Register", 18, bold=True)]
    shapes: list[Shape] = []
    top = 80.0
    for number, title in enumerate(("A passenger is hurt on the ferry", "Locks freeze in the winter"), start=1):
        texts += [Text(54, top, f"R{number} {title}", 14, bold=True), Text(54, top + 26, "Owner: Una Mott")]
        texts += [Text(54, top + 50, "Likelihood: 3 Impact: 4"), Text(54, top + 74, "Existing controls", bold=True)]
        for n, item in enumerate(ITEMS):
            y = top + 96 + 13.5 * n
            texts.append(Text(70, y, item))
            x = 70 - gap - disc
            points = ((x, y + 4), (x + disc, y + 4), (x + disc, y + 4 + disc), (x, y + 4 + disc))
            shapes.append(Shape(x, y + 4, x + disc, y + 4 + disc, points, True, "#000000", None))
        top += 170
    return replace(set_page(*texts), shapes=tuple(shapes))


def controls(page: Page) -> list[str]:
    return [r.fields["text"].text for r in extract_pages([page]).printed if r.view == "risk_controls"]


def test_each_control_of_a_form_without_rules_is_one() -> None:
    assert controls(form()) == [*ITEMS, *ITEMS]


@pytest.mark.parametrize(("disc", "gap"), [(9.5, 7.0), (3.0, 40.0), (0.5, 7.0)])
def test_what_is_drawn_larger_smaller_or_further_off_is_no_bullet(disc: float, gap: float) -> None:
    assert controls(form(disc, gap)) != [*ITEMS, *ITEMS]
