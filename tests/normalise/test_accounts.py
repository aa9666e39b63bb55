"""Columns of totals and of variances are held against the figures of their rows."""

from __future__ import annotations

import pytest

from normalise.document import normalise_document
from tests.normalise.test_reports import cells, values

HEADINGS = ["Service", "Budget £000", "Actual £000", "Variance £000"]
ROWS = [
    ["Crews", "1,100", "1,150", "50"],
    ["Dredging", "300", "280", "(20)"],
    ["Lights", "90", "95", "5"],
    ["Fees", "(2,000)", "(2,150)", "150"],  # income, counted the other way round
]


def told(rows: list[list[str]], headings: list[str] = HEADINGS) -> list[tuple[str, str | None, str | None]]:
    return [(f.rule, f.value_found, f.value_expected) for f in normalise_document(cells(rows, headings)).findings]


def test_a_variance_that_follows_either_way_round_is_none_to_tell():
    assert told(ROWS) == []


def test_a_variance_that_does_not_follow_is_told():
    assert told([*ROWS, ["Slipway", "700", "640", "(160)"]]) == [("variance does not follow", "-160", "-60")]


def test_rounding_takes_a_variance_one_off():
    assert told([*ROWS, ["Slipway", "700", "640", "(61)"]]) == []


def test_a_nought_proves_nothing():
    rows = [
        ["Crews", "0", "150", "150"],
        ["Lights", "0", "99", "99"],
        ["Slipway", "0", "40", "40"],
        ["Quay", "9", "40", "2"],
    ]
    assert told(rows) == []


def test_shares_and_columns_without_a_pair_are_not_judged():
    headings = ["Service", "Budget", "Actual", "Variance %", "Variance from last year"]
    rows = [
        ["Crews", "100", "150", "50%", "7"],
        ["Lights", "90", "99", "10%", "1"],
        ["Slipway", "50", "40", "-20%", "3"],
    ]
    assert told(rows, headings) == []


QUARTERS = ["Service", "Q1", "Q2", "Q3", "Total"]
YEAR = [
    ["Crews", "£1.2m", "£1.3m", "£1.1m", "£3.6m"],
    ["Lights", "£0.2m", "£0.2m", "£0.3m", "£0.7m"],
    ["Dredging", "£0.4m", "", "£0.2m", "£0.6m"],
]


@pytest.mark.parametrize(
    ("total", "findings"),
    [
        ("£0.9m", []),
        ("£1.0m", []),  # its parts are rounded
        ("£1.9m", [("total does not add up", "1.9e+06", "900000")]),
    ],
)
def test_a_column_of_totals_adds_up_along_the_rows(total: str, findings: list[tuple[str, str, str]]):
    assert told([*YEAR, ["Slipway", "£0.3m", "£0.3m", "£0.3m", total]], QUARTERS) == findings


def test_figures_in_millions_may_be_a_rounding_off_their_total():
    rows = [["Crews", "£1.2m"], ["Lights", "£0.8m"], ["Slipway", "£0.5m"]]
    assert told([*rows, ["Total", "£2.6m"]], ["", "Budget"]) == []


def test_a_total_of_one_figure_in_a_column_is_that_figure():
    rows = [["Crews", "10", "7"], ["Lights", "20", ""], ["Total", "30", "7"], ["Slipway", "5", "5"]]
    assert told(rows, ["", "Budget", "Grant"]) == []


@pytest.mark.parametrize(
    ("caption", "heading", "unit"),
    [
        ("Table 1: Revenue account (£000)", "Budget", "£000"),
        ("Capital programme, £m", "Forecast", "£m"),
        ("Table 1: Revenue account (£000)", "Posts (FTE)", "FTE"),
        ("Table 1: Revenue account (£000)", "Staff", "count"),
        ("Table 1: Revenue account", "Budget", "count"),
    ],
)
def test_a_caption_says_in_which_money_a_table_is(caption: str, heading: str, unit: str):
    done = normalise_document(cells([["Crews", "1,250"]], ["", heading], caption=caption))
    assert values(done.records) == [(1250, unit)]
