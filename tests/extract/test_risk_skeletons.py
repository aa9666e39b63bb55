"""Forms of a risk told by the labels that they all repeat, without rules, boxes or colons."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extract.document import extract_pages
from models.page import Page
from tests.pages import Text, set_page

RISKS = (
    ("Ferry breaks down", "Old engines fail in winter", "Islanders are cut off", "Ann Brook", (5, 4), (4, 4), (2, 4)),
    ("Pier gives way", "Shipworm in the piles", "Freight stops", "Carl Dean", (4, 5), (3, 5), (1, 5)),
    ("Crews leave", "Better pay on the mainland", "Sailings are cancelled", "Eve Marsh", (4, 4), (4, 3), (2, 2)),
)


def read(pages: Sequence[Page], view: str) -> list[dict[str, str]]:
    """What is printed in a view, without the facts that the section gives."""
    found = extract_pages(pages).printed
    return [{n: f.text for n, f in r.fields.items()} for r in found if r.view == view]


def beside(number: int, head: str, top: float = 30) -> Page:
    """A page with the reference in its head, bold labels at the left edge and their values right of them."""
    title, cause, effect, owner, gross, now, _ = RISKS[number]
    told = (
        ("Risk title", title), ("Cause", cause), ("Consequence", effect), ("Risk owner", owner),
        ("Risk appetite", "Cautious"), ("Inherent score", f"{gross[0]} x {gross[1]} = {gross[0] * gross[1]}"),
        ("Current score", f"{now[0]} x {now[1]} = {now[0] * now[1]}"),
    )  # fmt: skip
    lines = [Text(40, 90 + 20 * n, label, bold=True) for n, (label, _) in enumerate(told)]
    lines += [Text(180, 90 + 20 * n, value) for n, (_, value) in enumerate(told)]
    lines += [
        Text(40, 250, "Further action", bold=True), Text(250, 250, "Lead", bold=True), Text(400, 250, "Due date", bold=True),
        Text(40, 270, "Survey it again"), Text(250, 270, owner), Text(400, 270, "31 March 2026"),
        Text(40, 300, "Report to the board"), Text(250, 300, "Eve Marsh"), Text(400, 300, "May 2026"),
    ]  # fmt: skip
    return set_page(Text(40, top, head, size=14, bold=True), *lines, number=number + 1)


@pytest.mark.parametrize(("head", "refs"), [("STR 0{}", "STR 0{}"), ("BAF {}", "BAF {}"), ("Risk {} of 3", "{}")])
def test_a_reference_in_the_page_head_begins_a_form(head: str, refs: str) -> None:
    risks = read([beside(n, head.format(n + 1)) for n in range(3)], "risks")
    assert [r["ref"] for r in risks] == [refs.format(n + 1) for n in range(3)]
    assert [r["title"] for r in risks] == [risk[0] for risk in RISKS]
    assert [r["cause"] for r in risks] == [risk[1] for risk in RISKS]
    assert risks[1]["gross_both"] == "4 x 5 = 20"


def test_rows_under_headings_of_actions_are_the_actions_of_the_form() -> None:
    actions = read([beside(n, f"SR{n + 1}") for n in range(3)], "risk_actions")
    assert [a["description"] for a in actions] == ["Survey it again", "Report to the board"] * 3
    assert [a["target_text"] for a in actions[:2]] == ["31 March 2026", "May 2026"]
    assert actions[2]["owners"] == "Carl Dean"


def below(number: int, top: float) -> list[Text]:
    """A form with its labels over their values, in two columns, stages over measures beside it."""
    title, cause, effect, owner, *stages = RISKS[number]
    lines = [
        Text(40, top, f"C{number + 1} {title}", size=14, bold=True),
        Text(40, top + 24, "Why it could happen", bold=True), Text(40, top + 36, cause),
        Text(40, top + 54, "What it would mean", bold=True), Text(40, top + 66, effect),
        Text(40, top + 84, "Owner", bold=True), Text(40, top + 96, owner),
        Text(40, top + 114, "Key controls", bold=True),
        Text(40, top + 126, "• Spare parts in store"), Text(40, top + 138, "• Yearly dry dock"),
    ]  # fmt: skip
    for n, (name, (one, two)) in enumerate(zip(("Inherent", "Current", "Target"), stages, strict=True)):
        x = 230 + 120 * n
        lines.append(Text(x, top + 24, name, bold=True))
        for k, (label, value) in enumerate((("L", one), ("I", two), ("Score", one * two))):
            lines += [Text(x + 34 * k, top + 38, label, bold=True), Text(x + 34 * k, top + 50, str(value))]
    return lines


def test_labels_over_values_two_forms_a_page_with_stages_over_measures() -> None:
    pages = [set_page(*below(0, 60), *below(1, 300), number=1), set_page(*below(2, 60), number=2)]
    risks = read(pages, "risks")
    assert [(r["ref"], r["title"]) for r in risks] == [(f"C{n + 1}", risk[0]) for n, risk in enumerate(RISKS)]
    assert [r["impact"] for r in risks] == [risk[2] for risk in RISKS]
    for risk, (*_, gross, now, aim) in zip(risks, RISKS, strict=True):
        for stage, (one, two) in (("gross", gross), ("current", now), ("target", aim)):
            told = [risk[f"{stage}_{m}"] for m in ("likelihood", "impact", "score")]
            assert told == [str(one), str(two), str(one * two)]
    assert [c["text"] for c in read(pages, "risk_controls")] == ["Spare parts in store", "Yearly dry dock"] * 3


def test_a_value_that_many_forms_share_stays_a_value() -> None:
    fields = read([beside(n, f"SR{n + 1}") for n in range(3)], "risk_fields")
    assert [f["text"] for f in fields] == ["Cautious"] * 3


def test_one_form_alone_is_told_by_its_labels() -> None:
    (risk,) = read([beside(0, "SR1")], "risks")
    assert (risk["title"], risk["cause"]) == RISKS[0][:2]
    assert risk["gross_both"] == "5 x 4 = 20"


def test_numbered_sections_of_a_report_are_no_forms() -> None:
    pages = [
        set_page(
            Text(40, 60, f"{n}. Purpose of part {n}", bold=True), Text(40, 90, "The committee asked for this report."),
            Text(40, 120, "It speaks of the cause and effect of delays."), number=n,
        )
        for n in (1, 2, 3)
    ]  # fmt: skip
    assert not read(pages, "risks")


def history(number: int) -> Page:
    """A form with its current score and its scores by quarter, a label with a bracket behind it, and controls set apart by white."""
    title, cause, effect, _, _, now, _ = RISKS[number]
    score = str(now[0] * now[1])
    lines = [
        Text(40, 40, f"CR{number + 1}: {title}", size=14, bold=True),
        Text(40, 80, "Cause", bold=True), Text(220, 80, cause), Text(40, 100, "Consequence", bold=True), Text(220, 100, effect),
        Text(40, 120, "Current score", bold=True), Text(220, 120, score),
        Text(40, 150, "Q1", bold=True), Text(100, 150, "Q2", bold=True), Text(160, 150, "Q3", bold=True),
        Text(40, 165, "25"), Text(100, 165, "20"), Text(160, 165, score),
        Text(40, 200, "Key controls (what do we do today about it?)", bold=True),
        Text(40, 215, "Survey of all piles below the water line each autumn by a diver who then also reports on the"),
        Text(40, 228, "state of the fenders"), Text(40, 247, "Second boat on charter for the winter months"),
    ]  # fmt: skip
    return set_page(*lines, number=number + 1)


def test_of_scores_by_quarter_the_latest_is_the_current_one_and_the_one_before_the_previous() -> None:
    pages = [history(n) for n in range(3)]
    assert [(r["current_score"], r["previous_score"]) for r in read(pages, "risks")] == [
        ("16", "20"),
        ("15", "20"),
        ("12", "20"),
    ]
    assert [f["text"] for f in read(pages, "risk_fields")] == ["25", "16", "25", "15", "25", "12"]


def test_lines_set_wider_apart_than_those_of_one_text_are_items_and_a_bracket_belongs_to_its_label() -> None:
    controls = [c["text"] for c in read([history(n) for n in range(3)], "risk_controls")]
    assert len(controls) == 6
    assert controls[0].endswith("reports on the state of the fenders")
    assert controls[1] == "Second boat on charter for the winter months"
