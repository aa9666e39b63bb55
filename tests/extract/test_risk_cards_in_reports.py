"""Cards of risks inside a report: the cards are risks, the text around them is the report's, and no card is read twice."""

from __future__ import annotations

from dataclasses import replace

from extract.document import extract_pages
from models.page import Fill, Page
from tests.pages import Text, set_page

CARDS = (
    ("The ferry breaks down", "Ann Brook", (20, 16, 8), "#f05050"),
    ("Crews leave the island", "Carl Dean", (16, 9, 4), "#ffc000"),
    ("The pier gives way", "Eve Marsh", (15, 12, 6), "#ffc000"),
)
PROSE = "The harbour team looked at the state of the boats and told the members what is needed before the winter."


def card(
    top: float, title: str, owner: str, scores: tuple[int, int, int], colour: str
) -> tuple[list[Text], list[Fill]]:
    """A card on a pale ground, its scores in tiles under small labels; the tile of the current score has its colour."""
    tiles = [("INHERENT", str(scores[0])), ("CURRENT", str(scores[1])), ("TARGET", str(scores[2])), ("OWNER", owner)]
    texts = [Text(46, top + 6, title, size=14, bold=True)]
    fills = [Fill(40, top, 555, top + 118, "#f4f6f8")]
    for n, (label, value) in enumerate(tiles):
        x = 46 + 120 * n
        texts += [Text(x + 4, top + 30, label, size=7), Text(x + 4, top + 42, value, size=11, bold=True)]
        fills.append(Fill(x, top + 27, x + 110, top + 58, colour if n == 1 else "#ffffff"))
    texts += [
        Text(46, top + 66, "CONTROLS", size=7), Text(46, top + 78, f"• Yearly check of {title.split()[1]}", size=9),
        Text(46, top + 91, "• Spare set in store", size=9),
    ]  # fmt: skip
    return texts, fills


def report() -> list[Page]:
    first = [
        Text(40, 40, "Harbour Master’s Report to the Board", size=18, bold=True),
        Text(40, 80, "1. Season", size=14, bold=True),
        *(Text(40, 110 + 30 * n, f"1.{n + 1} {PROSE}", size=9) for n in range(5)),
    ]  # fmt: skip
    texts: list[Text] = [Text(40, 40, "2. Strategic risks", size=16, bold=True)]
    fills: list[Fill] = []
    for n, one in enumerate(CARDS):
        more, painted = card(80 + 140 * n, *one)
        texts += more
        fills += painted
    return [set_page(*first, number=1), replace(set_page(*texts, number=2), fills=tuple(fills))]


def test_cards_of_risks_in_a_report_are_risks_and_the_report_keeps_its_text() -> None:
    printed = extract_pages(report()).printed
    risks = [{n: f.text for n, f in r.fields.items()} for r in printed if r.view == "risks"]
    assert [r["title"] for r in risks] == [c[0] for c in CARDS]
    assert [tuple(int(r[f"{s}_score"]) for s in ("gross", "current", "target")) for r in risks] == [c[2] for c in CARDS]
    assert [r["owners"] for r in risks] == [c[1] for c in CARDS]
    views = [r.view for r in printed]
    assert views.count("report_paragraphs") == 5
    assert "kpis" not in views
