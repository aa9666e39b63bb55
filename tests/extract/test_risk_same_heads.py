"""Tables of one register under the same headings, each with few rows: their columns hold the same. All invented."""

from __future__ import annotations

from extract.registers.reading import read_section
from tests.registers import paragraph, section, table

HEADINGS = ["Subject", "Risk(s) identified", "H/M/L", "Control of risk"]
MONEY = [
    [
        "Dues and fees",
        "Adequacy of the dues for the harbour to do what it is asked to do",
        "L",
        "Counted each week by the clerk and one member",
    ],
    [
        "Loan records",
        "Inadequate records of the loan and irregularities in what is repaid",
        "L",
        "Talks with the bank each spring about its terms",
    ],
    [
        "VAT",
        "Not submitted within the time limits that the office gives",
        "M",
        "A claim is made each quarter by the clerk",
    ],
    [
        "Till",
        "Loss through theft or dishonesty of the staff in the season",
        "L",
        "Emptied each night and taken to the bank",
    ],
    ["Rent roll", "Authorisation by the board before anything is spent", "L", "A reminder is sent after a fortnight"],
]
PLACES = [
    ["Slipway", "Visitors slip", "H", "Scrubbed each month by the wardens"],
    ["Hall and yard", "Roof leaks", "M", "Looked at each autumn by a builder of the town"],
    ["Play area", "Injury to those who use what is set up there for children", "H", "Seen each week by a warden"],
    ["Sheds", "Fire", "L", "No fuel is kept in them over the winter"],
    ["Street lights", "Lamps fail", "L", "Replaced by the county within a week"],
    ["Paper records", "Loss through damp, fire or theft from the old office", "M", "Copied each quarter by the clerk"],
]


def test_tables_under_the_same_headings_are_told_together() -> None:
    blocks = (
        paragraph("MONEY", level=2, y=20), table([HEADINGS, *MONEY]),
        paragraph("PLACES", level=2, y=300), table([HEADINGS, *PLACES]),
    )  # fmt: skip
    risks = [r for r in read_section(section(*blocks, title="Risk Assessment")) if r.view == "risks"]
    assert [r.fields["title"].text for r in risks] == [row[0] for row in (*MONEY, *PLACES)]
    assert [r.fields["description"].text for r in risks] == [row[1] for row in (*MONEY, *PLACES)]
