"""Lists of actions below the rows of a register, under headings of their own that span its columns."""

from __future__ import annotations

from itertools import pairwise

import pytest

from extract.registers.reading import read_section
from extract.table import read_page_tables
from models.record import Printed
from models.table import Table
from tests.extract.sheet import BOLD, PLAIN, Sheet, texts
from tests.registers import Set, section, table

HEADS = ["Ref", "Risk", "Cause", "Current score", "Controls", "Owner"]
RISKS = [
    ["H1", "The quay gives way", "Piles of another age", "12", "Divers look at it each year", "Ada Finch"],
    ["H2", "Pilots cannot be found", "Pay in the yards", "9", "Two are trained each year", "Tom Reed"],
    ["H3", "The light goes out", "An old lamp", "6", "A second lamp is kept", "Kay Lund"],
]
ACTIONS = [
    [
        ("Drive new piles", "Ada Finch", "3 May 2031", "On track"),
        ("Close the crane", "Tom Reed", "4 June 2031", "Complete"),
    ],
    [("Ask the college", "Kay Lund", "5 July 2031", "Delayed")],
    [
        ("Buy a lamp", "Ada Finch", "6 May 2031", "Not started"),
        ("Paint the tower", "Kay Lund", "1 May 2031", "On track"),
    ],
]
LISTED = ("Action plan", "Action owner", "Due date", "Progress")
SPANS = (2, 1, 1, 2)


def over(cells: tuple[str, ...], *, bold: bool = False, spanned: bool = True) -> list[Set | str | None]:
    """The cells of a list over the columns of the register; `spanned` where they are as wide as their headings."""
    row: list[Set | str | None] = []
    for text, span in zip(cells, SPANS, strict=True):
        said = f"*{text}" if bold else text
        row += [Set(said, right=span), *[None] * (span - 1)] if spanned else [said, *[""] * (span - 1)]
    return row


def register(*, spanned: bool) -> Table:
    rows: list[list[Set | str | None]] = [list(HEADS)]
    for risk, actions in zip(RISKS, ACTIONS, strict=True):
        rows += [list(risk), over(LISTED, bold=True), *(over(a, spanned=spanned) for a in actions)]
    return table(rows)


def of(records: list[Printed], view: str, field: str) -> list[str]:
    return [r.fields[field].text for r in records if r.view == view]


@pytest.mark.parametrize("spanned", [True, False])
def test_the_rows_below_a_risk_are_its_actions_however_they_are_divided(spanned: bool) -> None:
    records = list(read_section(section(register(spanned=spanned), title="Risk register")))
    assert of(records, "risks", "ref") == ["H1", "H2", "H3"]
    assert of(records, "risk_actions", "description") == [a[0] for those in ACTIONS for a in those]
    assert of(records, "risk_actions", "target_text") == [a[2] for those in ACTIONS for a in those]


def test_the_last_of_such_lists_is_no_table_of_its_own() -> None:
    sheet, xs, top = Sheet(), (40.0, 80.0, 200.0, 320.0, 360.0, 480.0, 560.0), 60.0

    def row(cells: list[str], edges: list[float], *, bold: bool = False) -> None:
        nonlocal top
        for (a, b), text in zip(pairwise(edges), cells, strict=True):
            sheet.box(a, top, b, top + 18)
            sheet.write(a + 3, top + 4, text, BOLD if bold else PLAIN)
        top += 18

    row(["Ref", "Risk", "Cause", "Score", "Controls", "Owner"], list(xs), bold=True)
    for n, risk in enumerate(RISKS):
        row([risk[0], " ".join(risk[1].split()[:4]), *risk[2:4], "Divers", risk[5].split()[0]], list(xs))
        row(list(LISTED), [xs[0], xs[2], xs[3], xs[5], xs[6]], bold=True)
        for action in ACTIONS[n]:
            row(list(action), [xs[0], xs[2], xs[3], xs[5], xs[6]])
    (made,) = read_page_tables(sheet.page)
    assert [line for line in texts(made) if line == list(LISTED)] == [list(LISTED)] * 3
