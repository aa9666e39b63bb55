"""Commitments and figures that are printed as cards, without a table."""

from __future__ import annotations

from dataclasses import replace

from extract.families.card_texts import dated_label, is_period
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


def tile(x: float, ref: str, lines: tuple[str, ...], figure: str, pairs: dict[str, str], pill: str) -> list[Text]:
    """A card as slides draw it: code, name, large figure, labels with their figures at the right, words on a colour."""
    texts = [Text(x + 10, 108, ref, 9.0, bold=True)]
    texts += [Text(x + 10, 122 + 13 * n, line, 11.0, bold=True) for n, line in enumerate(lines)]
    texts.append(Text(x + 10, 156, figure, 24.0, bold=True))
    for number, (label, value) in enumerate(pairs.items()):
        texts += [Text(x + 10, 190 + 15 * number, label, 9.0), Text(x + 160, 190 + 15 * number, value, 9.0, bold=True)]
    return [*texts, Text(x + 80, 254, pill, 9.0, bold=True)]


def test_figures_of_tiles_are_labelled_by_periods_and_rated_by_words_on_a_colour():
    paper = on_page(
        tile(40, "HQ01", ("Berths that pass the Harbour Masters", "Standard"), "91.5%",
               {"Quarter 4": "92.3%", "Target 2031/32": "95.0%", "Peer median": "90.0%"}, "Nearly there")
        + tile(300, "HQ02a", ("Ladders mended within", "target timescale"), "61 days",
               {"Quarter 4": "58 days", "Target 2031/32": "Not set", "Peer median": "n/a"}, "Far away")
        + [Text(40, 40, "Our quays", 16.0, bold=True), Text(420, 45, "Harbour Trust | Quarter 1 2031/32", 8.0)],
        fills=[
            Fill(40, 100, 255, 275, "#f6f4fb"), Fill(300, 100, 515, 275, "#f6f4fb"),
            Fill(50, 250, 245, 268, "#f5a000"), Fill(310, 250, 505, 268, "#e03030"),
        ],
    )  # fmt: skip
    first, second = cards_of(paper)
    assert {n: f.text for n, f in first.fields.items()} == {
        "kpi": "HQ01 Berths that pass the Harbour Masters Standard", "current_text": "91.5%", "previous_text": "92.3%",
        "target_text": "95.0%", "benchmark_text": "90.0%", "rag": "Nearly there",
    }  # fmt: skip
    assert first.section is not None and first.section.text == "Our quays"
    assert first.fields["previous_text"].note == "Quarter 4" and first.fields["rag"].fill == "#f5a000"
    assert second.fields["kpi"].text == "HQ02a Ladders mended within target timescale"
    assert second.fields["target_text"].text == "Not set" and second.fields["rag"].text == "Far away"


def test_a_period_of_a_tile_is_no_name_and_stands_over_its_figure_too():
    texts = [
        text
        for x, name in ((40, "Berths let"), (300, "Boats checked"))
        for text in (
            Text(x + 10, 108, name, 11.0, bold=True), Text(x + 10, 124, "Quarter 1 2026/27", 8.0),
            Text(x + 10, 136, "64%", 24.0, bold=True), Text(x + 10, 180, "Mar 2026", 8.0),
            Text(x + 80, 180, "Target", 8.0), Text(x + 150, 180, "Peers", 8.0), Text(x + 10, 192, "61%", 9.0),
            Text(x + 80, 192, "70%", 9.0), Text(x + 150, 192, "66%", 9.0),
        )
    ]  # fmt: skip
    paper = on_page(texts, fills=[Fill(40, 100, 255, 275, "#f6f4fb"), Fill(300, 100, 515, 275, "#f6f4fb")])
    first, _ = cards_of(paper)
    assert {n: f.text for n, f in first.fields.items()} == {
        "kpi": "Berths let", "period": "Quarter 1 2026/27", "current_text": "64%", "previous_text": "61%",
        "target_text": "70%", "benchmark_text": "66%",
    }  # fmt: skip
    assert first.fields["previous_text"].note == "Mar 2026"


def test_a_label_that_ends_in_its_period_is_told_from_a_figure():
    assert dated_label("Target 45 berths") is None and dated_label("Target 2025/26") == "target_text"
    assert dated_label("Q3 actual") == "current_text" and dated_label("Latest month: Oct 31") is None
    assert is_period("Quarter 4") and is_period("Mar 2025") and not is_period("1.9%") and not is_period("Marina")


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


def painted(left: float, top: float, right: float, bottom: float, side: str, colour: str) -> list[Fill]:
    """A box as browsers print it: borders as strips, that at the top or the left thick and in a colour of its own."""
    thick_top, thick_left = (5.0, 1.5) if side == "top" else (1.5, 5.0)
    grey = "#cccccc"
    return [
        Fill(left, top, right, top + thick_top, colour if side == "top" else grey),
        Fill(left, bottom - 1.5, right, bottom, grey), Fill(right - 1.5, top, right, bottom, grey),
        Fill(left, top, left + thick_left, bottom, colour if side == "left" else grey),
    ]  # fmt: skip


def test_cards_with_painted_borders_are_rated_by_the_border_that_differs():
    def paper(second: str) -> Section:
        return on_page(
            kpi(40, "Berths cleaned", "47.2%\t▲", "Target: 50%", "Last year: 48.1%")
            + kpi(300, "Nets mended", "61 nets\t▶", "Target: 45 nets", "Last year: 61 nets"),
            fills=painted(40, 100, 280, 175, "top", "#2e8540") + painted(300, 100, 540, 175, "top", second),
        )

    first, second = cards_of(paper("#c0282d"))
    assert (first.fields["kpi"].text, first.fields["current_text"].text) == ("Berths cleaned", "47.2%")
    assert (first.fields["trend"].text, first.fields["rag"].fill) == ("▲", "#2e8540")
    assert (second.fields["target_text"].text, second.fields["trend"].text) == ("45 nets", "▶")
    assert second.fields["rag"].fill == "#c0282d"
    assert not any("rag" in card.fields for card in cards_of(paper("#2e8540")))  # the publisher's own colour


def labelled(x: float, top: float, what: str, lead: str, when: str) -> list[Text]:
    return [
        Text(x + 8, top + 4, what, 10.0, bold=True),
        Text(x + 8, top + 24, "LEAD", 7.0), Text(x + 40, top + 24, lead, 9.0),
        Text(x + 8, top + 38, "WHEN", 7.0), Text(x + 40, top + 38, when, 9.0),
        Text(x + 8, top + 52, "LATEST", 7.0), Text(x + 44, top + 52, "12 stones laid", 9.0),
        Text(x + 190, top + 4, "At risk", 8.0),
    ]  # fmt: skip


def test_labels_of_commitments_may_be_told_by_their_type_alone():
    texts = [Text(40, 40, "Safe harbours", 16.0), Text(40, 70, "What we will do", 16.0)]
    texts += labelled(40, 100, "Lay a new slipway", "Head of Quays", "Autumn 2031")
    texts += [Text(40, 200, "Clean water", 16.0), *labelled(40, 240, "Dredge the pool", "Ann Pike", "May 2032")]
    fills = painted(40, 100, 280, 175, "left", "#f9a01b") + painted(40, 240, 280, 315, "left", "#f9a01b")
    fills += [Fill(228, 102, 270, 116, "#f9a01b"), Fill(228, 242, 270, 256, "#f9a01b")]
    first, second = commitment_cards(on_page(texts, fills=fills))
    assert {n: f.text for n, f in first.fields.items()} == {
        "objective": "Safe harbours", "deliverable": "Lay a new slipway", "lead": "Head of Quays",
        "timescale": "Autumn 2031", "progress": "12 stones laid", "rag": "At risk",
    }  # fmt: skip
    assert first.fields["rag"].fill == "#f9a01b"
    assert second.fields["objective"].text == "Clean water"
