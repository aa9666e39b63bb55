"""Forms made of boxes: the headings and one row that name the risk, the same over each form, and boxes of other labels below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extract.document import extract_pages
from extract.registers.repeated_heads import heads_of_forms
from extract.registers.tables import READS, look
from models.page import Page, Rule, Shape
from tests.pages import Text, set_page
from tests.registers import section, table

LEFT, RIGHT = 40.0, 540.0
RISKS = (
    ("Ferry breaks down", "Old engines fail in winter", "Islanders are cut off", "4", "up"),
    ("Pier gives way", "Shipworm in the piles", "Freight stops at once", "3", "down"),
    ("Crews leave us", "Better pay on the mainland", "Sailings are cancelled", "2", "up"),
)


def box(top: float, rows: Sequence[Sequence[tuple[float, str]]]) -> tuple[list[Text], list[Rule]]:
    """A ruled grid of rows, its headings bold; each text stands behind an upright at its place."""
    texts, rules = [], []
    for n, row in enumerate(rows):
        texts += [Text(x + 4, top + 20 * n + 4, said, size=9, bold=not n) for x, said in row if said]
    bottom = top + 20 * len(rows)
    rules += [Rule(LEFT, top + 20 * n, RIGHT, top + 20 * n) for n in range(len(rows) + 1)]
    rules += [Rule(x, top, x, bottom) for x in (*(x for x, _ in rows[0]), RIGHT)]
    return texts, rules


def arrow(x: float, y: float, way: str) -> Shape:
    sign = -1 if way == "up" else 1
    outline = ((-2, -6), (2, -6), (2, 0), (6, 0), (0, 7), (-6, 0), (-2, 0))
    points = tuple((x + a, y + sign * b) for a, b in outline)
    return Shape(x - 6, y - 7, x + 6, y + 7, (*points, points[0]), curved=False, fill="#404040", stroke=None)


def form(number: int, name: str) -> Page:
    title, cause, effect, likelihood, way = RISKS[number]
    boxes = (
        box(40, [[(40, name), (100, "Risk"), (300, "Risk owner"), (420, "Direction of travel")],
                 [(40, f"R{number + 1}"), (100, title), (300, "Ann Brook"), (420, "")]]),
        box(100, [[(40, "Causes"), (300, "Consequences")], [(40, cause), (300, effect)]]),
        box(160, [[(40, "Likelihood"), (300, "Impact")], [(40, likelihood), (300, "5")]]),
    )  # fmt: skip
    page = set_page(*(t for texts, _ in boxes for t in texts), number=number + 1)
    return replace(page, rules=tuple(r for _, rules in boxes for r in rules), shapes=(arrow(440, 70, way),))


@pytest.mark.parametrize("name", ["Risk Ref", "#", "No."])
def test_the_table_that_names_a_risk_begins_its_form(name: str) -> None:
    found = extract_pages([form(n, name) for n in range(3)]).printed
    risks = [{n: f.text for n, f in r.fields.items()} for r in found if r.view == "risks"]
    assert [(r["title"], r["cause"], r["impact"], r["current_likelihood"]) for r in risks] == [r[:4] for r in RISKS]
    if name != "#":
        assert [r["ref"] for r in risks] == ["R1", "R2", "R3"]


def test_an_arrow_below_its_label_is_the_trend_of_the_form() -> None:
    found = extract_pages([form(n, "Risk Ref") for n in range(3)]).printed
    assert [r.fields["trend"].symbols for r in found if r.view == "risk_trends"] == [("up",), ("down",), ("up",)]


def test_boxes_of_scores_that_every_form_repeats_begin_none() -> None:
    told = [table([["Ref", f"R{n}"], ["Risk", title], ["Cause", cause], ["Controls", "Dry dock"]], headings=0)
            for n, (title, cause, *_) in enumerate(RISKS)]  # fmt: skip
    scores = [table([["", "Likelihood", "Impact", "Score"], ["Assessment", "4", "5", "20"]]) for _ in RISKS]
    assert not heads_of_forms(section(*(t for pair in zip(told, scores, strict=True) for t in pair)))


def test_the_scores_of_one_risk_are_no_register() -> None:
    box_of_scores = table([["", "Likelihood", "Impact", "Score"], ["Assessment", "4", "5", "20"]])
    assert look(box_of_scores).score < READS
    assert look(table([["Risk", "Likelihood", "Impact", "Score"], ["Fire", "4", "5", "20"]])).score >= READS
