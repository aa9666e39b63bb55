"""What stands loose in forms: a text below an owner's line, headings that nearly touch, colours alone, a note below a list."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from extract.columns import columns_of
from extract.document import extract_pages
from extract.registers.evidence import assign_columns
from extract.registers.facts import register_facts
from models.page import Fill, Page, Rule
from tests.pages import Text, set_page
from tests.registers import paragraph, section, table

RISKS = (
    ("Loss of the ferry", "Ann Brook (Harbour Master)", "The old engines fail in winter and nobody has parts."),
    ("Retention of staff", "Carl Dean (Clerk)", "Crews leave for better pay on the mainland each spring."),
    ("Pier gives way", "Eve Marsh (Surveyor)", "Shipworm eats the piles below the water line of the pier."),
)  # fmt: skip


def form(number: int, top: float) -> list[Text]:
    """A heading, an owner's line, a statement that no label names, scores at the right under headings close by."""
    title, owner, statement = RISKS[number]
    told = statement.split()
    lines = [
        Text(40, top, f"{number + 1}. {title}", size=14, bold=True),
        Text(40, top + 24, "Risk owner:", bold=True), Text(102, top + 24, owner),
        Text(40, top + 42, " ".join(told[:6])), Text(40, top + 55, " ".join(told[6:])),
        Text(40, top + 74, "Existing controls", bold=True),
        Text(40, top + 87, "1. Yearly dry dock"), Text(40, top + 100, "2. Spare boat on charter"),
        Text(40, top + 119, "No further action is planned here."),
        Text(470, top + 24, "Score", bold=True),
        Text(360, top + 24, "Probability", bold=True), Text(430, top + 24, "Impact", bold=True),
    ]  # fmt: skip
    for n, (stage, one, two) in enumerate((("Gross", 5, 4), ("Residual", 3, 4), ("Target", 2, 4))):
        y = top + 38 + 14 * n
        lines += [Text(300, y, stage), Text(380, y, str(one)), Text(440, y, str(two)), Text(480, y, str(one * two))]
    return lines


def read(view: str) -> list[dict[str, str]]:
    page = set_page(*form(0, 60), *form(1, 230), *form(2, 400))
    return [{n: f.text for n, f in r.fields.items()} for r in extract_pages([page]).printed if r.view == view]


def test_a_text_below_an_owners_line_is_the_statement_of_the_risk() -> None:
    risks = read("risks")
    assert [(r["ref"], r["title"]) for r in risks] == [(str(n + 1), RISKS[n][0]) for n in range(3)]
    assert [r["owners"] for r in risks] == [risk[1] for risk in RISKS]
    assert [r["description"] for r in risks] == [risk[2] for risk in RISKS]


def test_headings_of_measures_that_nearly_touch_are_a_column_each() -> None:
    for risk in read("risks"):
        assert [risk[f"gross_{m}"] for m in ("likelihood", "impact", "score")] == ["5", "4", "20"]
        assert [risk[f"residual_{m}"] for m in ("likelihood", "impact", "score")] == ["3", "4", "12"]


def test_a_note_below_a_numbered_list_is_none_of_its_items() -> None:
    assert [c["text"] for c in read("risk_controls")] == ["Yearly dry dock", "Spare boat on charter"] * 3


def ruled(number: int) -> Page:
    """A form in ruled boxes with a list of actions whose last column says how each stands by its colour alone."""
    title, _, statement = RISKS[number]
    rows = [
        ["Cause", statement], ["Effect", "Islanders are cut off"], ["Current score", "20"], ["Target score", "8"],
    ]  # fmt: skip
    texts = [Text(40, 40, f"BAF {number + 1} – {title}", size=14, bold=True)]
    rules: list[Rule] = []
    fills: list[Fill] = []

    def box(x0: float, y0: float, x1: float, y1: float, fill: str | None = None) -> None:
        rules.extend([Rule(x0, y0, x1, y0), Rule(x0, y1, x1, y1), Rule(x0, y0, x0, y1), Rule(x1, y0, x1, y1)])
        if fill is not None:
            fills.append(Fill(x0, y0, x1, y1, fill))

    for n, (label, value) in enumerate(rows):
        y = 80 + 20 * n
        box(40, y, 160, y + 20, "#dbe5f1")
        box(160, y, 560, y + 20)
        texts += [Text(44, y + 4, label, bold=True), Text(164, y + 4, value, size=9)]
    edges = (40, 70, 290, 380, 480, 560)
    headings = ("No.", "Action", "Owner", "Due date", "RAG")
    actions = (("1", f"Survey {title}", "Ann Brook", "May 2031"), ("2", f"Order {statement}", "Carl Dean", "June 2031"))
    for n, (row, colour) in enumerate(zip((headings, *actions), (None, "#ff0000", "#00b050"), strict=True)):
        y = 200 + 20 * n
        for k, (x0, x1) in enumerate(pairwise(edges)):
            box(x0, y, x1, y + 20, "#dbe5f1" if n == 0 else colour if k == 4 else None)
        texts += [Text(x + 4, y + 4, t, size=9, bold=n == 0) for x, t in zip(edges, row, strict=False)]
    page = set_page(*texts, number=number + 1)
    return replace(page, rules=tuple(rules), fills=tuple(fills))


def test_a_colour_alone_says_how_an_action_stands_and_its_number_is_not_the_risks() -> None:
    printed = extract_pages([ruled(n) for n in range(3)]).printed
    actions = [r for r in printed if r.view == "risk_actions"]
    assert [(a.fields.get("rag") or a.fields["status_text"]).fill for a in actions] == ["#ff0000", "#00b050"] * 3
    assert [r.fields["ref"].text for r in printed if r.view == "risks"] == ["BAF 1", "BAF 2", "BAF 3"]


def staged(number: int) -> Page:
    """A form in which one label stands in grey beside its text, and in bold over a column of scores."""
    title, owner, statement = RISKS[number]
    grey = [
        ("Lead director", owner.partition(" (")[0]),
        ("Cause", statement),
        ("Consequence", f"Harm to the {title.split()[-1]}"),
    ]
    lines = [Text(40, 40, f"BAF{number + 1}: {title}", size=14, bold=True)]
    for n, (label, value) in enumerate(grey):
        lines += [Text(40, 80 + 18 * n, label), Text(160, 80 + 18 * n, value)]
    heads = zip((160, 260, 360), ("Consequence", "Likelihood", "Risk rating"), strict=True)
    lines += [Text(x, 150, t, bold=True) for x, t in heads]
    for n, (stage, one, two) in enumerate(
        (("Inherent risk", 5, 4), ("Residual risk", 4, 3 + number % 2), ("Target risk", 3, 2))
    ):
        y = 168 + 18 * n
        lines += [Text(40, y, stage), Text(160, y, str(one)), Text(260, y, str(two)), Text(360, y, str(one * two))]
    return set_page(*lines, number=number + 1)


def test_one_label_set_in_two_ways_stands_beside_its_text_and_over_its_scores() -> None:
    printed = extract_pages([staged(n) for n in range(3)]).printed
    risks = [{n: f.text for n, f in r.fields.items()} for r in printed if r.view == "risks"]
    assert [r["impact"] for r in risks] == [f"Harm to the {title.split()[-1]}" for title, _, _ in RISKS]
    for n, risk in enumerate(risks):
        assert [risk[f"gross_{m}"] for m in ("impact", "likelihood", "score")] == ["5", "4", "20"]
        assert [risk[f"residual_{m}"] for m in ("impact", "likelihood")] == ["4", str(3 + n % 2)]


def fields(*headings: str) -> list[str | None]:
    texts = [
        "the engines of the old ferry are not renewed",
        "the pier is closed to all traffic for weeks",
        "islanders are cut off",
    ]
    made = table([headings, texts[: len(headings)], texts[: len(headings)]])
    return [a.field for a in assign_columns(columns_of(made), 2)]


def test_if_then_and_resulting_in_are_cause_event_and_effect() -> None:
    assert fields("If", "Then", "Resulting in") == ["cause", "description", "consequence"]
    assert fields("If (cause)", "Then (risk event)", "Resulting in (effect)") == ["cause", "description", "consequence"]
    assert fields("If", "Then") == ["description", "consequence"]


def test_of_a_line_in_parts_the_one_that_dates_the_register_is_taken() -> None:
    line = paragraph("Harbour Board, 29 January 2031 | Agenda item 4 | Position as at 31 December 2030")
    facts = register_facts(section(line), [])
    assert facts["as_of"].text == "Position as at 31 December 2030"
