"""Forms of a risk over a table of its threats, whose cells hold plans with labelled lines and texts with run-in labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from extract.document import extract_pages
from extract.registers.labelled_lines import labelled_actions
from models.page import Fill, Page
from tests.extract.sheet import BOLD, PLAIN, Sheet
from tests.registers import words_of

PITCH = 10.0
ASK = "(What do we do now to keep the boats at sea?)"
RISKS = (("HR1", "Quay walls give way", 4, 3), ("HR2", "The channel silts up", 5, 3), ("HR3", "Pilots retire", 3, 3))
THREATS = ("old piles", "dredgers", "pilot boats")
LIKELY = {2: "2. Unlikely", 3: "3. Possible", 4: "4. Likely", 5: "5. Certain"}
NARROW = (30.0, 130.0, 290.0, 380.0, 480.0, 580.0, 680.0)
WIDE = (30.0, 180.0, 350.0, 520.0, 680.0)
PLAN = (
    ("Second dredger to be hired", "for the summer", "Exec Lead: Head of Dredging", "Timescale: May 2031",
     "Progress: Three offers are in and", "two were refused"),
    ("Lamps to be counted", "Exec Lead: Ann Brook", "Timescale: 31/12/2031"),
)  # fmt: skip


def line(sheet: Sheet, x: float, y: float, text: str, bold: bool = False) -> None:
    """A line of text; the label at its head is bold."""
    label, colon, said = text.partition(":")
    if bold or not colon:
        sheet.write(x, y, text, BOLD if bold else PLAIN)
        return
    sheet.write(x, y, label + colon, BOLD)
    sheet.write(x + 5.5 * len(label) + 8, y, said.strip(), PLAIN)


def row(
    sheet: Sheet, top: float, height: float, edges: Sequence[float], cells: Sequence[tuple[bool, Sequence[str]]]
) -> float:
    """A row of cells of lines each; "" is a gap of half a line."""
    for (a, b), (heads, lines) in zip(pairwise(edges), cells, strict=True):
        sheet.box(a, top, b, top + height)
        if heads:
            sheet.fills.append(Fill(a, top, b, top + height, "#d9e2f3"))
        y = top + 3
        for n, text in enumerate(lines):
            if text:
                line(sheet, a + 3, y, text, heads and not n)
            y += PITCH if text else 0.5 * PITCH
    return top + height


def form(number: int) -> Page:
    ref, title, likelihood, impact = RISKS[number]
    sheet = Sheet(number + 1)
    y = row(sheet, 60, 18, (30.0, 130.0, 680.0), [(True, ["Principal risk"]), (False, [f"{ref}: {title}"])])
    for head, said, name, *scores in (
        ("Lead committee", "Works", "Risk rating", "Current exposure", "Tolerable", "Target"),
        ("Executive lead", "Harbour Master", "Likelihood", LIKELY[likelihood], LIKELY[3], LIKELY[2]),
        ("Last reviewed", "20/11/2031", "Consequence", f"{impact}. High", f"{impact}. High", f"{impact}. High"),
        ("Last changed", "17/07/2031", "Risk rating", f"{likelihood * impact}. High", "9. High", "6. Medium"),
    ):
        cells = [(True, [head]), (False, [said]), (True, [name]), *((False, [s]) for s in scores)]
        y = row(sheet, y, 18, NARROW, cells)
    heads = (["Threat"], ["Primary controls", ASK[:24], ASK[25:]], ["Plans to improve control", "(What more", "is needed?)"],
             ["Sources of assurance", "(How do we know?)"])  # fmt: skip
    y = row(sheet, y + 10, 40, WIDE, [(True, h) for h in heads])
    plans = [*PLAN[0], "", *PLAN[1]][6 * (number % 2) + number % 2 :]  # the second form has the second plan alone
    controls = [f"• Yearly survey of {THREATS[number]}", "• Spare dredger in dock"]
    told = [f"Management: Report on {THREATS[number]}", "Independent assurance: Audit"]
    row(
        sheet,
        y,
        120,
        WIDE,
        [(False, [f"Ice breaks the {THREATS[number]}"]), (False, controls), (False, plans), (False, told)],
    )
    return replace(sheet.page, width=720)


def test_plans_with_labelled_lines_are_actions_and_headings_explained_are_no_controls() -> None:
    printed = extract_pages([form(n) for n in range(3)]).printed
    risks = [{n: f.text for n, f in r.fields.items()} for r in printed if r.view == "risks"]
    assert [r["ref"] for r in risks] == [r[0] for r in RISKS]
    controls = [r.fields["text"].text for r in printed if r.view == "risk_controls"]
    assert controls == [c for t in THREATS for c in (f"Yearly survey of {t}", "Spare dredger in dock")]
    actions = [{n: f.text for n, f in r.fields.items()} for r in printed if r.view == "risk_actions"]
    first = {"description": "Second dredger to be hired for the summer", "owners": "Head of Dredging", "target_text": "May 2031",
             "status_text": "Three offers are in and two were refused"}  # fmt: skip
    second = {"description": "Lamps to be counted", "owners": "Ann Brook", "target_text": "31/12/2031"}
    assert actions == [first, second, second, first, second]


@pytest.mark.parametrize(
    "said",
    [
        "Hire a dredger\nLead: Ann Brook",
        "Lead: Ann Brook\nTimescale: May 2031\nHire a dredger",
        "Hire a dredger\nLead: Ann Brook\nLead: Carl Dean\nTimescale: May 2031",
        "Hire a dredger, of two: one\nfor summer: the other",
    ],
)
def test_other_lines_with_colons_are_no_labelled_actions(said: str) -> None:
    assert not labelled_actions(words_of(said, 1, 20, 20))
