"""Actions one a line in a narrow column of minutes, without a mark: who is to act stands beside each, or behind a dash."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from models.table import Table
from tests.meetings import paper, texts
from tests.registers import table

OPENING = "*Minutes of the Pier Board\nHeld on Thursday 6 March 2031\n*Present\nOlu Fashanu\nNaomi Price\n"
SAID = "*{}\nThe Chair spoke at length about the pier, the weather and the lamps that had gone out in the spring."


def minutes(columns: list[str], *beside: list[str]) -> Table:
    titles = ("Pier", "Lamps", "Close")
    rows = [
        [f"{n}", SAID.format(title), *cells] for n, (title, cells) in enumerate(zip(titles, beside, strict=True), 1)
    ]
    return table([["Item", "Discussion", *columns], *rows])


def actions(items: Table) -> list[tuple[str, str, str]]:
    found = [r for r in read(paper(OPENING, items)) if r.view == "minute_actions"]
    return [
        (r.parent.fields["number"].text, r.fields["action"].text, r.fields["owners"].text) for r in found if r.parent
    ]


def test_as_many_actions_as_initials_beside_them() -> None:
    items = minutes(
        ["Actions", "Owner"],
        [
            "Circulate the plan to all members\nInvite the diver to the May meeting\nBuy paint for the rails",
            "OF\nNP\nOF",
        ],
        ["Report lamps out", "NP"],
        ["", ""],
    )
    assert actions(items) == [
        ("1", "Circulate the plan to all members", "OF"),
        ("1", "Invite the diver to the May meeting", "NP"),
        ("1", "Buy paint for the rails", "OF"),
        ("2", "Report lamps out", "NP"),
    ]


def test_a_line_that_begins_small_goes_on_with_the_action_above_it() -> None:
    items = minutes(
        ["Actions", "Owner"],
        [
            "Circulate the plan to all\nmembers of the board\nInvite the diver to the May\nmeeting of the board",
            "OF\nNP",
        ],
        ["Report which of the lamps are out", "NP"],
        ["", ""],
    )
    assert actions(items) == [
        ("1", "Circulate the plan to all members of the board", "OF"),
        ("1", "Invite the diver to the May meeting of the board", "NP"),
        ("2", "Report which of the lamps are out", "NP"),
    ]


def test_initials_of_one_action_that_two_share_stay_together() -> None:
    items = minutes(
        ["Actions", "Owner"],
        ["Circulate the plan to all members of the board", "OF\nNP"],
        ["Report which of the lamps are out", "NP"],
        ["", ""],
    )
    assert actions(items)[0] == ("1", "Circulate the plan to all members of the board", "OF NP")


@pytest.mark.parametrize("between", ["\n", " "])
def test_initials_behind_a_dash_end_an_action(between: str) -> None:
    text = between.join(("Circulate the plan to all members – OF", "Invite the diver to the meeting – NP/OF"))
    items = minutes(["Actions"], [text], ["Report which of the lamps are out – NP"], [""])
    assert actions(items) == [
        ("1", "Circulate the plan to all members", "OF"),
        ("1", "Invite the diver to the meeting", "NP/OF"),
        ("2", "Report which of the lamps are out", "NP"),
    ]
    assert len(texts(read(paper(OPENING, items)), "minutes")) == 3
