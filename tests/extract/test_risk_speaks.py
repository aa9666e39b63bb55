from __future__ import annotations

from dataclasses import replace

from extract.registers.speaks import speaks_of_risks
from models.page import Page
from tests.pages import Text, set_page
from tests.registers import section

PROSE = [
    Text(40, 300 + 12 * n, "The clerk told members of works at the harbour and of boats let in summer")
    for n in range(9)
]
LABELS = [
    Text(40, 40, "Cause\tSilt"),
    Text(40, 60, "Consequence\tBoats run aground"),
    Text(40, 80, "Controls\tDredging"),
]


def speaks(*pages: Page) -> bool:
    return speaks_of_risks(replace(section(), pages=pages))


def test_forms_speak_of_risks_closely_and_prose_in_passing():
    passing = Text(40, 200, "A risk of silt, its impact and the controls were named")
    assert speaks(set_page(*LABELS, *PROSE))
    assert speaks(set_page(passing, *PROSE))
    assert not speaks(set_page(passing, *PROSE, *PROSE, *PROSE, *PROSE))
    assert not speaks(set_page(Text(40, 40, "Risks and controls")))


def test_a_page_of_forms_counts_in_a_long_paper_too():
    assert speaks(*(set_page(*PROSE, number=n) for n in range(1, 9)), set_page(*LABELS, number=9))
