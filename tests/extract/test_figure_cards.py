"""Commitments and figures that are printed as cards, without a table."""

from __future__ import annotations

from dataclasses import replace

from extract.families.commitment_cards import commitment_cards
from extract.families.deliverables import FAMILY as DELIVERABLES
from extract.families.figure_cards import figure_cards
from extract.families.kpi_cards import cards_of
from extract.families.report import FAMILY as REPORT
from models.page import Fill, Rule
from models.section import Section
from tests.pages import Text, set_page
from tests.registers import paragraph, section


def on_page(texts: list[Text], fills: list[Fill] | None = None, rules: list[Rule] | None = None) -> Section:
    page = replace(set_page(*texts), fills=tuple(fills or ()), rules=tuple(rules or ()))
    return replace(section(title="Harbour Dashboard"), pages=(page,))


def boxes(left: float, top: float, right: float, bottom: float, corner: float) -> list[Rule]:
    """A box whose corners are rounded: its rules stop short of them."""
    return [
        Rule(left + corner, top, right - corner, top), Rule(left + corner, bottom, right - corner, bottom),
        Rule(left, top + corner, left, bottom - corner), Rule(right, top + corner, right, bottom - corner),
    ]  # fmt: skip


def commitment(x: float, top: float, what: str, lead: str, due: str, status: str) -> list[Text]:
    return [
        Text(x + 5, top + 4, what, 10.0, bold=True), Text(x + 5, top + 20, f"Lead: {lead}", 9.0),
        Text(x + 5, top + 34, f"Due: {due}", 9.0), Text(x + 5, top + 48, status, 9.0),
    ]  # fmt: skip


def test_commitments_are_read_from_cards_with_rounded_corners():
    paper = on_page(
        commitment(40, 100, "Lay a new slipway", "Head of Quays", "March 2031", "On track")
        + commitment(300, 100, "Mend the old light", "Ann Pike", "Ongoing", "Delayed"),
        rules=boxes(40, 100, 280, 165, 4) + boxes(300, 100, 540, 165, 4),
    )
    found = [{n: f.text for n, f in p.fields.items()} for p in commitment_cards(paper)]
    assert found == [
        {"deliverable": "Lay a new slipway", "lead": "Head of Quays", "timescale": "March 2031", "rag": "On track"},
        {"deliverable": "Mend the old light", "lead": "Ann Pike", "timescale": "Ongoing", "rag": "Delayed"},
    ]
    assert DELIVERABLES.claim(paper).score > 0.6


def test_a_single_box_with_labels_is_no_list_of_commitments():
    paper = on_page(commitment(40, 100, "Notice", "Head of Quays", "March 2031", ""), rules=boxes(40, 100, 280, 165, 4))
    assert commitment_cards(paper) == []


def kpi(x: float, name: str, figure: str, line: str, status: str) -> list[Text]:
    return [
        Text(x + 5, 104, name, 10.0, bold=True), Text(x + 5, 120, figure, 20.0, bold=True),
        Text(x + 5, 144, line, 9.0), Text(x + 5, 158, status, 9.0),
    ]  # fmt: skip


def test_a_large_figure_without_a_label_is_the_current_one():
    paper = on_page(
        kpi(40, "Berths cleaned", "47.2%", "Target 50% · Last quarter 48.1%", "Amber")
        + kpi(300, "Nets mended", "61", "Target 45 · Last quarter 58", "Red"),
        fills=[Fill(40, 100, 280, 175, "#eeeeee"), Fill(300, 100, 540, 175, "#eeeeee")],
    )
    first, second = cards_of(paper)
    assert {n: f.text for n, f in first.fields.items()} == {
        "kpi": "Berths cleaned", "current_text": "47.2%", "target_text": "50%", "previous_text": "48.1%", "rag": "Amber",
    }  # fmt: skip
    assert second.fields["current_text"].text == "61"


ROW = [
    text
    for number, (figure, words) in enumerate(
        [("212k", "calls answered"), ("▼ 15%", "break-ins"), ("78%", "trust in us")]
    )
    for text in (Text(50 + 130 * number, 104, figure, 18.0, bold=True), Text(50 + 130 * number, 128, words, 9.0))
]
FILLS = [Fill(45 + 130 * n, 100, 165 + 130 * n, 145, "#cc9933") for n in range(3)]


def test_a_row_of_figures_in_boxes_is_doubtful_indicators_and_no_text_of_the_report():
    found = figure_cards(on_page(ROW, fills=FILLS))
    assert [(p.fields["kpi"].text, p.fields["current_text"].text) for p in found] == [
        ("calls answered", "212k"), ("break-ins", "▼ 15%"), ("trust in us", "78%"),
    ]  # fmt: skip
    assert all(p.confidence < 0.8 for p in found)


def test_two_boxes_are_no_row():
    assert figure_cards(on_page(ROW, fills=FILLS[:2])) == []


def test_a_boxed_purpose_is_no_paragraph_of_a_report_that_numbers_all_of_them():
    long = "The harbour office has counted every boat that came in since the new quay was opened in the spring"
    numbered = [paragraph(long, y=100.0 + 20 * n, marker=f"{n}.") for n in range(1, 6)]
    paper = section(
        paragraph("Boats in the Harbour", level=1), paragraph("Purpose", y=20, level=2),
        paragraph("This tells the board of boats.", y=40), paragraph("Boats", y=80, level=2), *numbered, title=None,
    )  # fmt: skip
    records = list(REPORT.read(paper))
    report = next(r for r in records if r.view == "reports")
    assert report.fields["purpose"].text == "This tells the board of boats."
    assert [r.fields["number"].text for r in records if r.view == "report_paragraphs"] == ["1", "2", "3", "4", "5"]
