"""Risks printed as cards, one a page: bars, run-in labels, headings side by side, scores joined by arrows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.families import profile, tracker
from extract.registers.cards import read_cards
from extract.registers.reading import read_section
from models.page import Font, Word
from models.section import Line, Paragraph
from models.table import Table
from tests.registers import section, table

TOLD = {
    "Quay walls": "Walls give way under heavier boats.",
    "Dredging": "The channel silts up faster than it is cleared.",
    "Pilots": "Too few pilots are licensed for night work.",
}
PLAIN, BOLD = Font("Sans", 10.0), Font("Sans-Bold", 10.0, bold=True)


def said(page: int, top: float, *parts: tuple[float, str], level: int | None = None, bullet: bool = False) -> Paragraph:
    """A line of parts, each from its own place; words between stars are bold."""
    words: list[Word] = []
    for x, text in parts:
        bold, at = level is not None, x
        for token in text.split():
            bold = bold or token.startswith("*")
            plain = token.strip("*")
            words.append(Word(plain, at, top, at + 5 * len(plain), top + 10, page, len(words), BOLD if bold else PLAIN))
            at += 5 * len(plain) + 3
            bold = level is not None or (bold and not token.endswith("*"))
    x = parts[0][0]
    marks = (Word("•", x - 8, top, x - 4, top + 10, page, 99, PLAIN),) if bullet else ()
    line = Line((*marks, *words), page, (marks or words)[0].x0, top, words[-1].x1, top + 10)
    text = " ".join(w.text for w in words)
    marker = "•" if bullet else None
    return Paragraph((line,), text, marker, marks, tuple(words), x, 10.0, level is not None, False, heading_level=level)


def card(page: int, ref: str, title: str, trail: str = "20 → 15 → 6") -> list[Paragraph | Table]:
    actions = table([["Action", "Lead", "Due"], ["Buy a second boat", "Ann Brook", "May 2025"]])
    return [
        said(page, 20, (20, f"{ref} {title}"), (500, trail), level=2),
        said(page, 40, (20, "*Owner:* Carl Dean *Appetite:* Low"), (500, "Inherent → Current → Target")),
        said(page, 60, (20, "Why does it matter?"), level=3),
        said(page, 75, (20, "*Cause:* Boats are old.")),
        said(page, 90, (20, "*Consequence:* Islands are cut off.")),
        said(page, 60, (300, "Controls in place"), level=3),
        said(page, 75, (300, "Yearly survey"), bullet=True),
        said(page, 90, (300, "Spare engine"), bullet=True),
        said(page, 150, (20, "Actions"), level=3),
        said(page, 150, (300, "Sources of assurance"), level=3),
        said(page, 165, (300, "Audit of 2024"), bullet=True),
        replace(actions, cells=tuple(replace(c, page=page) for c in actions.cells)),
    ]


def cards(*trails: str) -> Sequence[Paragraph | Table]:
    titles = ("Ferries stop", "Staff leave", "Harbour silts up")
    return [b for n, trail in enumerate(trails) for b in card(n + 2, f"FR {n + 1}", titles[n], trail)]


def test_each_card_is_a_risk_with_all_that_stands_on_it() -> None:
    found = read_section(section(*cards("20 → 15 → 6", "16 → 9 → 4")))
    risks = [r for r in found if r.view == "risks"]
    first = {name: f.text for name, f in risks[0].fields.items()}
    assert first == {
        "ref": "FR 1", "title": "Ferries stop", "owners": "Carl Dean", "cause": "Boats are old.",
        "impact": "Islands are cut off.", "gross_score": "20", "current_score": "15", "target_score": "6",
    }  # fmt: skip
    assert [r.fields["title"].text for r in risks] == ["Ferries stop", "Staff leave"]
    parts = [r for r in found if r.parent is risks[1]]
    assert [r.fields["text"].text for r in parts if r.view == "risk_controls"] == ["Yearly survey", "Spare engine"]
    assert [r.fields["description"].text for r in parts if r.view == "risk_actions"] == ["Buy a second boat"]
    free = {r.facts["header"]: r.fields["text"].text for r in parts if r.view == "risk_fields"}
    assert free == {"Appetite": "Low", "Sources of assurance": "Audit of 2024"}


def test_cards_are_read_before_the_tables_of_actions_on_them() -> None:
    slides = section(*cards("20 → 15 → 6", "16 → 9 → 4"), title="Strategic risks")
    assert profile.claim(slides).score > tracker.claim(slides).score
    assert profile.claim(slides).score >= 0.9


def test_every_word_of_a_card_is_accounted_for() -> None:
    blocks = cards("20 → 15 → 6", "16 → 9 → 4")
    found = read_section(section(*blocks))
    held = {id(w) for r in found for f in r.fields.values() for w in f.words} | {id(w) for r in found for w in r.taken}
    assert [w.text for b in blocks if isinstance(b, Paragraph) for w in b.all_words if id(w) not in held] == []


def test_a_trail_without_a_caption_is_told_as_unsure() -> None:
    blocks = [b for b in cards("20 → 15 → 6", "16 → 9 → 4") if not isinstance(b, Paragraph) or "Inherent" not in b.text]
    first = next(r for r in read_section(section(*blocks)) if r.view == "risks")
    assert first.fields["current_score"].text == "15"
    assert first.fields["current_score"].confidence < 0.8


def test_pages_without_a_common_skeleton_are_no_cards() -> None:
    lone = card(2, "FR 1", "Ferries stop")
    assert read_cards(section(*lone)) == []
    other = [said(3, 20, (20, "FR 2 Staff leave"), level=2), said(3, 40, (20, "Nothing else is said of it."))]
    assert read_cards(section(*lone, *other)) == []
    mixed = card(3, "X 9", "Staff leave")
    assert read_cards(section(*lone, *mixed)) == []


def test_a_number_behind_the_word_risk_is_the_reference() -> None:
    found = read_section(section(*[b for n in (1, 2) for b in card(n + 1, f"Risk {n}", f"Ferries {n} stop")]))
    risks = [r for r in found if r.view == "risks"]
    assert [(r.fields["ref"].text, r.fields["title"].text) for r in risks] == [
        ("1", "Ferries 1 stop"),
        ("2", "Ferries 2 stop"),
    ]


def test_known_labels_in_plain_type_part_a_line_too() -> None:
    blocks = [b for n in (1, 2) for b in card(n + 1, f"FR {n}", f"Ferries {n} stop", "Open")]
    line = [said(2, 200, (20, "Likelihood: 4 Impact: 5 Score: 20"))]
    first = next(r for r in read_section(section(*blocks[:12], *line, *blocks[12:])) if r.view == "risks")
    scores = {n: f.text for n, f in first.fields.items() if n.startswith("current")}
    assert scores == {"current_likelihood": "4", "current_impact": "5", "current_score": "20"}


def test_a_trail_may_name_its_stages_and_a_reference_end_with_a_colon() -> None:
    blocks = []
    for n in (1, 2):
        rest = [b for b in card(n + 1, "FR 0", "x")[2:] if isinstance(b, Table) or "Inherent" not in b.text]
        bar = said(n + 1, 20, (20, f"FR{n}: Ferries {n} stop"), level=2)
        blocks += [bar, said(n + 1, 40, (20, "Inherent score 20 ➔ Current 12 ➔ Target 6")), *rest]
    first = next(r for r in read_section(section(*blocks)) if r.view == "risks")
    told = {name: f.text for name, f in first.fields.items()}
    assert (told["ref"], told["title"]) == ("FR1", "Ferries 1 stop")
    assert (told["gross_score"], told["current_score"], told["target_score"]) == ("20", "12", "6")


def test_objectives_with_actions_are_no_risks() -> None:
    risky = ("Cause", "Consequence", "Inherent", "→")
    blocks = [
        b
        for n in (1, 2)
        for b in card(n + 1, f"OB {n}", "Better ferries", "Done")
        if isinstance(b, Table) or not any(word in b.text for word in risky)
    ]
    assert read_cards(section(*blocks)) == []


def slide(page: int, ref: str, title: str, theme: str) -> list[Paragraph | Table]:
    """A slide of free text boxes: labels run in, stages side by side over circles, factors below these."""
    return [
        said(page, 10, (5, f"{ref} {title}"), level=1),
        said(page, 40, (20, f"Town theme: {theme}"), (400, "Risk appetite: Open")),
        said(page, 55, (20, "Risk owner: Ann Brook, Director of Coast & Harbour")),
        said(page, 80, (60, "Inherent"), (160, "Residual"), (260, "Target"), (360, "Trend"), level=3),
        said(page, 105, (72, "25"), (172, "15"), (272, "6"), (368, "▲")),
        said(page, 130, (66, "L5 I5"), (166, "L3 I5"), level=3),
        said(page, 160, (20, "Causes"), level=3),
        said(page, 175, (30, "Old boats and few spare parts"), bullet=True),
        said(page, 160, (300, "Mitigations in place"), level=3),
        said(page, 175, (310, "Spare engine"), bullet=True),
    ]


def test_stages_side_by_side_stand_over_their_scores_and_factors() -> None:
    found = read_section(section(*slide(3, "UR1", "Ferries stop", "Sea"), *slide(4, "UR2", "Staff leave", "Land")))
    risks = [{n: f.text for n, f in r.fields.items()} for r in found if r.view == "risks"]
    assert [r["ref"] for r in risks] == ["UR1", "UR2"], "L5 I5 in bold is no bar"
    told = {
        "gross_score": "25", "gross_both": "L5 I5", "residual_score": "15", "residual_both": "L3 I5", "target_score": "6",
        "owners": "Ann Brook, Director of Coast & Harbour", "cause": "Old boats and few spare parts",
    }  # fmt: skip
    assert risks[0] | told == risks[0]
    assert [r.fields["trend"].text for r in found if r.view == "risk_trends"] == ["▲", "▲"]
    free = {r.facts["header"]: r.fields["text"].text for r in found if r.view == "risk_fields"}
    assert free == {"Town theme": "Land", "Risk appetite": "Open"}, "a label is known by standing on every slide"


def test_a_list_that_the_page_cuts_goes_on_under_its_heading() -> None:
    def cut(ref: str, title: str, page: int) -> list[Paragraph]:
        return [
            said(page, 50, (20, f"{ref} {title}"), level=2),
            said(page, 70, (20, "Causes"), level=3),
            said(page, 85, (20, "Storms and tides")),
            said(page, 100, (20, "Planned actions"), level=3),
            said(page, 115, (30, "Raise the wall"), bullet=True),
        ]

    more = said(2, 50, (30, "Test the siren"), bullet=True)
    cards = read_cards(section(*cut("R1", "Harbour wall", 1), more, *cut("R2", "Ferry", 3)))
    assert [[p.text for kind, p, _ in c.items if kind == "action"] for c in cards] == [
        ["Raise the wall", "Test the siren"],
        ["Raise the wall"],
    ]


def detail(page: int, ref: str, title: str, *, stated: str) -> list[Paragraph | Table]:
    """A risk told in lines of labels below a heading of a report's appendix, with a small table of actions."""
    actions = table([["Action", "Owner", "Target date"], [f"Renew what {title} needs", "Ann Brook", "May 2025"]])
    return [
        said(page, 20, (20, f"{ref} {title}"), level=3),
        said(page, 40, (20, "*Category:* Assets")),
        said(page, 55, (20, "*Risk owner:* Carl Dean, Head of Harbours")),
        said(page, 70, (20, f"*Description:* {stated}")),
        said(page, 85, (20, "*Inherent risk:* Likelihood 5 x Impact 4 = 20 (High)")),
        said(page, 100, (20, "*Current risk:* Likelihood 3 x Impact 4 = 12 (Medium)")),
        said(page, 115, (20, "Controls in place:"), level=4),
        said(page, 130, (28, "Yearly survey"), bullet=True),
        said(page, 145, (20, "Actions:"), level=4),
        replace(actions, cells=tuple(replace(c, page=page) for c in actions.cells)),
    ]


def test_risks_told_in_lines_below_headings_of_a_report_are_forms_before_they_are_its_paragraphs() -> None:
    summary = table(
        [["Ref", "Risk", "Score June 2024", "Score now"], *([f"HB{n}", t, "16", "12"] for n, t in enumerate(TOLD, 1))]
    )
    report = [
        said(1, 20, (20, "1. Purpose"), level=3),
        said(1, 40, (20, "1.1 The Board is asked to review its risks, which officers have scored anew.")),
        said(1, 60, (20, "2. Recommendations"), level=3),
        said(1, 80, (20, "2.1 The Board is asked to approve the register.")),
        summary,
    ]
    forms = [b for n, (t, s) in enumerate(TOLD.items(), 1) for b in detail(n + 1, f"HB{n}", t, stated=s)]
    whole = section(*report, *forms)
    assert profile.claim(whole).score > 0.9  # a report with a front sheet and numbered prose is as sure as that at most
    found = read_section(whole)
    risks = [r for r in found if r.view == "risks"]
    assert [r.fields["ref"].text for r in risks] == ["HB1", "HB2", "HB3"]
    assert [r.fields["description"].text for r in risks] == list(TOLD.values())
    assert {r.fields["previous_score"].text for r in risks} == {"16"}
    assert {r.fields["gross_both"].text for r in risks} == {"Likelihood 5 x Impact 4 = 20 (High)"}
    assert len([r for r in found if r.view == "risk_actions"]) == len(risks)
