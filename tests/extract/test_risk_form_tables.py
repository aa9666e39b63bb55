"""Forms of a risk in ruled tables: stages in words on coloured cells, a matrix with its scales, one owner for most risks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from extract.document import extract_pages
from extract.registers.layout import layout_of
from models.page import Fill, Font, Page, Shape
from tests.extract.sheet import BOLD, PLAIN, Sheet
from tests.registers import Set, table

GREEN, YELLOW, RED = "#92d050", "#ffd966", "#ff5050"
SCALE, WEIGHT = ("Unlikely", "Possible", "Likely"), ("Minor", "Serious", "Major")
BAND = (("Low", GREEN), ("Medium", YELLOW), ("High", RED))
EVEN = (40.0, 130.0, 210.0, 290.0, 370.0)  # edges of a matrix, its scale to the left
RISKS = (
    ("Q1", "Quay wall cracks", "Una Mott", "Old piles", "Boats sink", (3, 3), (2, 3)),
    ("Q2", "Cranes stand idle", "Seth Cray", "No parts", "Boats wait", (2, 2), (1, 2)),
    ("Q3", "Pilots retire", "Una Mott", "Low pay", "Ships pass by", (3, 2), (2, 2)),
)


def band(likelihood: int, impact: int) -> tuple[str, str]:
    return BAND[min(2, (likelihood * impact) // 3)]


def ruled(sheet: Sheet, top: float, edges: Sequence[float], row: Sequence[tuple[str, bool, str | None]]) -> float:
    """A row of cells: (text, bold, colour) each."""
    for (a, b), (text, bold, colour) in zip(pairwise(edges), row, strict=True):
        sheet.box(a, top, b, top + 18)
        if colour:
            sheet.fills.append(Fill(a, top, b, top + 18, colour))
        sheet.write(a + 3, top + 4, text, BOLD if bold else PLAIN)
    return top + 18


def form(number: int, bold: bool, matrix: bool) -> Page:
    ref, title, owner, cause, effect, gross, left = RISKS[number]
    sheet = Sheet(number + 1)
    sheet.write(40, 90, f"{ref} {title}", Font("Helvetica-Bold", 14.0, bold=True))
    y, edges = 120.0, (40.0, 130.0, 290.0, 390.0, 550.0)
    for pairs in ((("Risk owner", owner), ("Category", "Works")), (("Cause", cause), ("Consequence", effect))):
        y = ruled(sheet, y, edges, [(t, bold and not n, None) for pair in pairs for n, t in enumerate(pair)])
    y = ruled(sheet, y + 14, edges, [(t, True, None) for t in ("", "Likelihood", "Impact", "Rating")])
    for stage, (one, two) in (("Inherent", gross), ("Residual", left)):
        word, colour = band(one, two)
        cells = [(SCALE[one - 1], False, BAND[one - 1][1]), (WEIGHT[two - 1], False, BAND[two - 1][1])]
        y = ruled(sheet, y, edges, [(stage, bold, None), *cells, (word, False, colour)])
    if matrix:
        sheet.write(40, y + 4, "Residual position")
        y += 18
        for one in (3, 2, 1):
            colours = [("", False, band(one, two)[1]) for two in (1, 2, 3)]
            y = ruled(sheet, y, EVEN, [(SCALE[one - 1], False, None), *colours])
        y = ruled(sheet, y, EVEN, [("", False, None), *((w, False, None) for w in WEIGHT)])
    sheet.write(40, y + 12, "Controls", BOLD)
    sheet.write(40, y + 26, "• Walked each week by the harbour master and a surveyor")
    return sheet.page


@pytest.mark.parametrize("bold", [True, False])
@pytest.mark.parametrize("matrix", [True, False])
def test_stages_are_read_in_words_with_a_matrix_below_them_or_without(bold: bool, matrix: bool) -> None:
    printed = extract_pages([form(n, bold, matrix) for n in range(3)]).printed
    risks = [{n: f.text for n, f in r.fields.items()} for r in printed if r.view == "risks"]
    assert [r["ref"] for r in risks] == [r[0] for r in RISKS]
    assert [(r["owners"], r["cause"], r["impact"]) for r in risks] == [r[2:5] for r in RISKS]
    for risk, (*_, gross, left) in zip(risks, RISKS, strict=True):
        assert (risk["gross_likelihood"], risk["gross_impact"]) == (SCALE[gross[0] - 1], WEIGHT[gross[1] - 1])
        assert (risk["residual_likelihood"], risk["residual_impact"]) == (SCALE[left[0] - 1], WEIGHT[left[1] - 1])
    controls = [r.fields["text"].text for r in printed if r.view == "risk_controls"]
    assert controls == ["Walked each week by the harbour master and a surveyor"] * 3


def test_a_stage_with_its_values_is_no_heading() -> None:
    heads = ["", "Likelihood", "Impact", "Rating"]
    made = table(
        [heads, ["Inherent", Set("Likely", RED), Set("Major", RED), Set("High", RED)], ["Residual", "", "", ""]]
    )
    assert layout_of(made).heading_rows == 1
    named = table([heads, ["Inherent", "Score", "Score", "Band"], ["Weir gives way", "3", "4", "High"]])
    assert layout_of(named).heading_rows == 2


CROSSED = (  # likelihood, impact and score of each stage
    ("HB1", "Quay wall cracks", "Una Mott", "Director of Works", ((5, 4), (4, 4), (2, 4)), "31-Mar-2031"),
    ("HB2", "Cranes stand idle", "Seth Cray", "Head of Cargo", ((4, 4), (4, 3), (3, 3)), "30-Sep-2030"),
    ("HB3", "Pilots retire", "Ida Penn", "Director of Works", ((4, 3), (4, 3), (2, 3)), "31-Dec-2030"),
)
LEVELS = ("Remote", "Unlikely", "Possible", "Likely", "Almost Certain")


def drawn(sheet: Sheet, x: float, y: float, likelihood: int, impact: int) -> None:
    """A matrix of five by five cells without a word, a dot in one of them."""
    for up in range(5):
        for right in range(5):
            worse = (up + 1) * (right + 1)
            left, top = x + 10 * right, y + 10 * (4 - up)
            colour = RED if worse > 14 else YELLOW if worse > 4 else GREEN
            sheet.fills.append(Fill(left, top, left + 9.5, top + 9.5, colour))
    left, top = x + 10 * (impact - 1) + 3, y + 10 * (5 - likelihood) + 3
    ring = ((0, 2), (0.6, 0.6), (2, 0), (3.4, 0.6), (4, 2), (3.4, 3.4), (2, 4), (0.6, 3.4), (0, 2))
    points = tuple((left + a, top + b) for a, b in ring)
    sheet.shapes.append(Shape(left, top, left + 4, top + 4, points, True, "#333333", None))


def crossed(number: int, before: str = "") -> Page:
    """A form whose stages stand over columns and whose measures begin rows, a drawn matrix between the two.

    `before` is the score at the review before, across the columns of all stages.
    """
    ref, title, owner, post, stages, due = CROSSED[number]
    sheet = Sheet(number + 1)
    y = ruled(sheet, 60, (40.0, 130.0, 550.0), [(ref, True, YELLOW), (title, True, YELLOW)])
    y = ruled(sheet, y, (40.0, 130.0, 550.0), [("Cause", True, GREEN), ("What the sea does to old walls", False, None)])
    pairs = [("Risk owner", True, GREEN), (owner, False, None), ("Designation", True, GREEN), (post, False, None)]
    y = ruled(sheet, y, (40.0, 130.0, 290.0, 390.0, 550.0), pairs) + 14
    edges = (40.0, 160.0, 290.0, 420.0, 550.0)
    heads = ("", "Gross Risk", "Current Risk", "Target Risk")
    y = ruled(sheet, y, edges, [(t, True, YELLOW if t else None) for t in heads])
    for a, b in pairwise(edges):
        sheet.box(a, y, b, y + 60)
    sheet.write(43, y + 4, "Matrix", BOLD)
    for x, place in zip(edges[1:], stages, strict=False):
        drawn(sheet, x + 40, y + 5, *place)
    y += 60
    for label, texts in (
        ("Likelihood", [f"{one} - {LEVELS[one - 1]}" for one, _ in stages]),
        ("Impact", [f"{two} - Level" for _, two in stages]),
        ("Score", [str(one * two) for one, two in stages]),
        ("Target Date", ["", "", due]),
    ):
        y = ruled(sheet, y, edges, [(label, True, GREEN), *((t, False, None) for t in texts)])
    if before:
        sheet.box(edges[1], y, edges[-1], y + 18)
        y = ruled(sheet, y, edges[:2], [("Previous score (May 2030)", True, GREEN)])
        sheet.write((edges[1] + edges[-1]) / 2, y - 14, before)
    return sheet.page


def test_stages_over_columns_cross_the_measures_that_begin_rows() -> None:
    printed = extract_pages([crossed(n) for n in range(3)]).printed
    risks = [{n: f.text for n, f in r.fields.items()} for r in printed if r.view == "risks"]
    assert [r["ref"] for r in risks] == [r[0] for r in CROSSED]
    assert [r["owners"] for r in risks] == [f"{r[2]}; {r[3]}" for r in CROSSED]
    for risk, (*_, stages, _) in zip(risks, CROSSED, strict=True):
        for stage, (one, two) in zip(("gross", "current", "target"), stages, strict=True):
            assert risk[f"{stage}_likelihood"] == f"{one} - {LEVELS[one - 1]}"
            assert (risk[f"{stage}_impact"], risk[f"{stage}_score"]) == (f"{two} - Level", str(one * two))
    fields = [(r.facts["header"], r.fields["text"].text) for r in printed if r.view == "risk_fields"]
    assert fields == [("Target Risk > Target Date", r[-1]) for r in CROSSED]


def test_one_value_across_the_stages_is_of_its_row_alone() -> None:
    printed = extract_pages([crossed(n, before) for n, before in enumerate(("20", "16", "15"))]).printed
    risks = [{n: f.text for n, f in r.fields.items()} for r in printed if r.view == "risks"]
    assert [r["previous_score"] for r in risks] == ["20", "16", "15"]
    assert [r["current_score"] for r in risks] == ["16", "12", "12"]
    assert not any("rating" in r for r in risks)
