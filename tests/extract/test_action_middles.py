"""Several actions marked within one paragraph, and the days that their sentences end with."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from tests.meetings import paper, texts

OPENING = "*Minutes of the Pier Board\nHeld on Thursday 6 March 2031\n*Present\nOlu Fashanu\nNaomi Price\n"


def actions(text: str) -> list[tuple[str, str | None, str | None]]:
    rows = texts(list(read(paper(f"{OPENING}\n*1. Pier\n{text}\n\n*2. Close\nThe meeting closed."))), "minute_actions")
    return [(r["action"], r.get("owners"), r.get("due_text")) for r in rows]


def test_each_mark_in_a_paragraph_begins_an_action_of_its_own() -> None:
    told = (
        "The lamps were out. Action: Olu Fashanu to buy lamps. Action: Naomi Price to share the cost, by mid-September."
    )
    assert actions(told) == [
        ("Olu Fashanu to buy lamps.", "Olu Fashanu", None),
        ("Naomi Price to share the cost, by mid-September.", "Naomi Price", "by mid-September"),
    ]


def test_a_mark_behind_a_marked_action_begins_another() -> None:
    assert [a[:2] for a in actions("Action: Olu Fashanu to buy lamps. Action: Naomi Price to call the diver.")] == [
        ("Olu Fashanu to buy lamps.", "Olu Fashanu"),
        ("Naomi Price to call the diver.", "Naomi Price"),
    ]


@pytest.mark.parametrize(
    ("action", "due"),
    [
        ("NP to bring the accounts to the Board in January 2032.", "in January 2032"),
        ("NP to present the plan to the Harbour Committee on 23 October 2031.", "on 23 October 2031"),
        ("NP to correct the minutes of the meeting on 3 February 2031.", None),
        ("NP to ask why the lamps were out in January 2031.", None),
        ("NP to look at what was spent in January 2031. Members agreed.", None),
    ],
)
def test_a_day_with_its_year_at_the_end_of_what_is_to_be_done_is_when(action: str, due: str | None) -> None:
    assert [a[2] for a in actions(f"ACTION: {action}")] == [due]
