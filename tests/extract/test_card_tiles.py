"""Scores set in the middle of painted tiles, below labels that begin where the tiles do."""

from __future__ import annotations

from dataclasses import replace

from extract.document import extract_pages
from models.page import Fill, Page
from tests.pages import Text, set_page

RISKS = (
    ("SR1", "Ferry breaks down", "The engines fail in winter", (20, 16, 8), "Ann Brook", "Fleet"),
    ("SR2", "Pier gives way", "Shipworm eats the piles", (20, 15, 5), "Carl Dean", "Harbour"),
    ("SR3", "Crews leave", "The mainland pays them better", (16, 12, 4), "Eve Marsh", "People"),
)
TILES = (250.0, 360.0, 470.0)


def page() -> Page:
    texts, fills = [], []
    for n, (ref, title, event, scores, owner, category) in enumerate(RISKS):
        top = 60 + 160 * n
        texts.append(Text(45, top, f"{ref} {title}", 13, bold=True))
        texts += [Text(45, top + 30, "What could happen", 8, bold=True), Text(45, top + 44, event, 9)]
        for x, stage, score in zip(TILES, ("Inherent", "Current", "Target"), scores, strict=True):
            texts += [Text(x, top + 30, stage, 8, bold=True), Text(x + 45, top + 48, str(score), 14)]
            fills.append(Fill(x, top + 42, x + 100, top + 68, "#f5a623"))
        for x, label, value in ((45, "Owner", owner), (250, "Category", category)):
            texts += [Text(x, top + 84, label, 8, bold=True), Text(x, top + 98, value, 9)]
    return replace(set_page(Text(45, 20, "Principal risks", 18, bold=True), *texts), fills=tuple(fills))


def test_a_score_in_a_tile_belongs_to_the_label_over_the_tile() -> None:
    risks = [{n: f.text for n, f in r.fields.items()} for r in extract_pages([page()]).printed if r.view == "risks"]
    assert [r["ref"] for r in risks] == ["SR1", "SR2", "SR3"]
    for risk, (_, title, event, scores, owner, category) in zip(risks, RISKS, strict=True):
        told = {"title": title, "description": event, "owners": owner, "category": category}
        measured = dict(zip(("gross_score", "current_score", "target_score"), map(str, scores), strict=True))
        assert risk | told | measured == risk
