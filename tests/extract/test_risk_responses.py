"""Registers that split the impact and sum it, answer each risk in its cell, and score what is left; the day of a meeting."""

from __future__ import annotations

import pytest

from extract.registers.facts import MEETING
from extract.registers.tables import look
from extract.registers.whose import owns
from models.table import Table
from tests.registers import Set, table

TEXTS = ("Bonds fall when the island votes for another currency", "Trustees leave before their successors are trained")
ANSWERS = (
    "TREAT: 1) Bonds are spread over four coins. 2) A broker watches them.",
    "TOLERATE: 1) Trustees are paid as the neighbours' are.",
)


def ledger(answers: tuple[str, str], net: str = "Net score") -> Table:
    heads = ["Impact", "", "", "Likelihood", "Total risk score", "Mitigation actions", "Revised likelihood", net]
    over = ["No.", "Risk description", Set(heads[0], right=3), None, None, *heads[3:]]
    under = ["", "", "Money", "People", "Total", "", "", "", "", ""]
    rows = [
        ["1", TEXTS[0], "4", "3", "7", "4", "28", answers[0], "2", "14"],
        ["2", TEXTS[1], "2", "4", "6", "3", "18", answers[1], "1", "6"],
    ]
    return table([over, under, *rows], headings=2)


def fields(answers: tuple[str, str] = ANSWERS, net: str = "Net score") -> list[str | None]:
    return [a.field for a in look(ledger(answers, net)).columns]


def test_a_sum_below_impact_is_the_impact_and_what_is_left_is_residual() -> None:
    found = fields()
    assert found[2:4] == [None, None]
    assert found[4:7] == ["current_impact_score", "current_likelihood", "current_score"]
    assert found[8:] == ["residual_likelihood", "residual_score"]


def test_answers_to_a_risk_are_its_controls_and_plain_mitigations_actions() -> None:
    assert fields()[7] == "control"
    assert fields(("Spread the bonds over four coins", "Pay the trustees as the neighbours do"))[7] == "action"


@pytest.mark.parametrize(
    ("text", "is_owner"),
    [("Royal Burgh of Skerrymouth Pension Fund", True), ("Pension Fund", False), ("risks of a Pension Fund", False)],
)
def test_a_pension_fund_with_a_name_owns_a_register(text: str, is_owner: bool) -> None:
    assert owns(text) == is_owner


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Audit Committee of ", True),
        ("Committee ", True),
        ("Printed ", False),
        ("Approved for the Committee by ", False),
    ],
)
def test_the_words_before_the_day_of_a_meeting(words: str, told: bool) -> None:
    assert (MEETING.fullmatch(words) is not None) == told
