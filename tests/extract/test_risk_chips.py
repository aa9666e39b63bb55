"""Forms of a risk whose stages stand over measures one below the other, in words on coloured tiles, beside a matrix."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.document import extract_pages
from extract.grids import grids_of
from models.page import Fill, Page
from tests.pages import Text, set_page

GREEN, YELLOW, RED = "#92d050", "#ffd966", "#ff5050"
COLOURS = {"Low": GREEN, "Medium": YELLOW, "High": RED, "Unlikely": GREEN, "Possible": YELLOW, "Likely": RED}
COLOURS |= {"Minor": GREEN, "Serious": YELLOW, "Major": RED}
RISKS = (
    ("Q1", "Quay wall cracks", ("Likely", "Major", "High"), ("Possible", "Major", "High"), "Treat"),
    ("Q2", "Cranes stand idle", ("Possible", "Serious", "Medium"), ("Unlikely", "Serious", "Low"), "Treat"),
    ("Q3", "Pilots retire", ("Likely", "Serious", "High"), ("Possible", "Serious", "Medium"), "Treat"),
    ("Q4", "Silt closes the bar", ("Likely", "Minor", "Medium"), ("Unlikely", "Minor", "Low"), "Tolerate"),
)
MEASURES = ("Likelihood", "Consequence", "Rating")
WORDS = (("Medium", "High", "High"), ("Low", "Medium", "High"), ("Low", "Low", "Medium"))


def form(number: int) -> Page:
    """A risk's page: labels and values, two stages with three tiles each, a matrix below the first, controls."""
    ref, title, gross, left, response = RISKS[number]
    lines = [Text(40, 30, f"{ref} {title}", size=14, bold=True)]
    for n, (label, value) in enumerate((("Owner", "Una Mott"), ("Response", response), ("Status", "Open"))):
        lines += [Text(40, 70 + 20 * n, label, size=9, bold=True), Text(140, 70 + 20 * n, value, size=9)]
    fills: list[Fill] = []
    for x, stage, values in ((40, "Inherent risk", gross), (300, "Residual risk", left)):
        lines.append(Text(x, 150, stage, size=10, bold=True))
        for n, (label, value) in enumerate(zip(MEASURES, values, strict=True)):
            y = 170 + 20 * n
            lines += [Text(x, y, label, size=9, bold=True), Text(x + 85, y, value, size=9, bold=True)]
            fills.append(Fill(x + 75, y - 3, x + 145, y + 12, COLOURS[value]))
    for row, words in enumerate(WORDS):
        for column, word in enumerate(words):
            x, y = 40.0 + 50 * column, 250.0 + 18 * row
            fills.append(Fill(x, y, x + 50, y + 18, COLOURS[word]))
            lines.append(Text(x + 8, y + 5, word, size=8))
    lines += [Text(40, 340, "Key controls", size=10, bold=True), Text(40, 356, "• Walked each week", size=9)]
    return replace(set_page(*lines, number=number + 1), fills=tuple(fills))


def read(view: str, pages: Sequence[Page] = ()) -> list[dict[str, str]]:
    found = extract_pages(pages or [form(n) for n in range(len(RISKS))]).printed
    return [{n: f.text for n, f in r.fields.items()} for r in found if r.view == view]


def test_words_on_tiles_are_of_the_stage_over_their_column() -> None:
    risks = read("risks")
    assert [r["ref"] for r in risks] == [ref for ref, *_ in RISKS]
    assert [(r["gross_likelihood"], r["gross_impact"]) for r in risks] == [gross[:2] for _, _, gross, *_ in RISKS]
    assert [(r["residual_likelihood"], r["residual_impact"]) for r in risks] == [left[:2] for *_, left, _ in RISKS]
    assert all("description" not in r for r in risks)


def test_what_stands_in_the_matrix_is_no_control() -> None:
    assert [c["text"] for c in read("risk_controls")] == ["Walked each week"] * len(RISKS)
    assert [(len(g.rows), len(g.columns)) for g in grids_of(form(0))] == [(3, 3)]


def test_a_response_that_most_forms_repeat_is_a_value() -> None:
    told = [f["text"] for f in read("risk_fields")]
    assert told.count("Treat") == 3
    assert told.count("Tolerate") == 1
    assert told.count("Open") == 4
