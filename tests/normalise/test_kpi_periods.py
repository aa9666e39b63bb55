"""For when the figures of an indicator are: fiscal years, quarters without a year, periods of which nothing is known."""

from __future__ import annotations

import pytest

from normalise.kpi_titles import end_in
from normalise.year_begins import fiscal_year_from
from tests.normalise.test_kpis import field, read, said


def test_fiscal_years_have_days_where_the_paper_says_when_they_begin():
    _, values, _ = read(
        kpi=field("Moorings let"),
        value_1=field("12", "FY2032 Q2"),
        value_2=field("42", "FY2031 Actual"),
        fiscal_year=field("The Harbour's fiscal year runs from July 1 to June 30."),
    )
    assert [said(v, "role", "period_start", "period_end") for v in values] == [
        ["current", "2031-10-01", "2031-12-31"], ["previous", "2030-07-01", "2031-06-30"],
    ]  # fmt: skip


def test_a_blank_cell_of_the_latest_period_is_no_current_figure():
    kpi, values, _ = read(
        kpi=field("Moorings let"), value_1=field("12", "Sep-31"), value_2=field("14", "Oct-31"), value_3=field("", "Nov-31"),
    )  # fmt: skip
    assert "current_text" not in kpi.values and said(kpi, "previous_text") == ["14"]
    assert [said(v, "role", "value") for v in values] == [["previous", 12], ["previous", 14]]


def test_an_earlier_quarter_without_a_year_lies_before_the_one_reported_on():
    _, values, _ = read(
        kpi=field("Moorings let"),
        current_text=field("81%"),
        previous_text=field("79%", "Quarter 4"),
        scorecard=field("Harbour pack, Quarter 1 2031/32"),
    )
    assert [said(v, "role", "period", "period_start", "period_end") for v in values][1:] == [
        ["previous", "Quarter 4", "2031-01-01", "2031-03-31"],
    ]  # fmt: skip


def test_a_year_to_date_says_of_which_year_it_is():
    _, values, _ = read(
        kpi=field("Moorings let"), value_1=field("12", "Sep-31"), value_2=field("14", "Oct-31"),
        value_3=field("26", "YTD 31/32"), value_4=field("25", "2030/31 YTD"),
    )  # fmt: skip
    found = [said(v, "period", "period_start", "period_end") for v in values]
    assert ["YTD 31/32", "2031-04-01", "2031-10-31"] in found
    assert ["2030/31 YTD", "2030-04-01", "2030-10-31"] in found


def of_card(**more: str) -> dict[str, object]:
    notes = ("Q3 actual", "Q3 target", "Q3 2030/31", "YTD actual", "YTD target")
    held = {f"value_{n}": field(str(n), note) for n, note in enumerate(notes, 1)}
    return {"kpi": field("Sailings late"), **held, **{name: field(text) for name, text in more.items()}}


def test_the_quarter_reported_on_counts_before_the_year_to_date_and_the_year_before():
    kpi, values, _ = read(**of_card(reported="Quarter 3: October to December 2031"))
    assert said(kpi, "current_text", "previous_text", "target_text") == ["1", "3", "2"]
    assert [said(v, "role", "value", "period_start", "period_end") for v in values] == [
        ["current", 4, "2031-04-01", "2031-12-31"], ["current", 1, "2031-10-01", "2031-12-31"],
        ["target", 2, "2031-10-01", "2031-12-31"], ["previous", 3, "2030-10-01", "2030-12-31"],
        ["target", 5, "2031-04-01", "2031-12-31"],
    ]  # fmt: skip


def test_a_quarter_without_a_year_beside_the_same_with_it_is_a_year_on():
    kpi, values, _ = read(**of_card())
    assert said(kpi, "current_text", "previous_text") == ["1", "3"]
    assert said(values[1], "value", "period_start", "period_end") == [1, "2031-10-01", "2031-12-31"]


def test_the_months_printed_with_a_quarter_date_the_others():
    _, values, _ = read(
        kpi=field("Sailings late"), value_1=field("4", "Q2"), value_2=field("5", "Q3"),
        reported=field("Quarter 3 (July to September 2031)"),
    )  # fmt: skip
    assert sorted(said(v, "period", "period_start", "period_end") for v in values) == [
        ["Q2", "2031-04-01", "2031-06-30"], ["Q3", "2031-07-01", "2031-09-30"],
    ]  # fmt: skip


def test_a_word_behind_a_figure_that_the_name_has_is_its_unit():
    _, values, _ = read(kpi=field("Tides lost to fog"), current_text=field("2.31 tides"))
    assert said(values[0], "value", "unit") == [2.31, "tides"] and "measure" not in values[0].values


def test_a_title_read_again_for_a_year_that_begins_elsewhere_ends_elsewhere() -> None:
    ends = []
    for begins in (None, 7, None):
        with fiscal_year_from(begins):
            ends.append(end_in("Quarter 3 2030/31"))
    assert ends == ["2030-12-31", "2031-03-31", "2030-12-31"]


def dated(**fields: object) -> list[list[object]]:
    _, values, _ = read(**fields)
    return [said(v, "role", "value", "period_start", "period_end") for v in values]


def test_quarters_of_a_short_fiscal_year_have_the_days_of_the_paper():
    found = dated(
        kpi=field("Moorings let"), value_1=field("12", "Results > Q1 FY32"), value_2=field("14", "Results > Q2 FY’32"),
        target_text=field("20", "FY32 Target"), fiscal_year=field("Our fiscal year runs from July 1 to June 30."),
    )  # fmt: skip
    assert found == [
        ["current", 14, "2031-10-01", "2031-12-31"], ["target", 20, "2031-07-01", "2032-06-30"],
        ["previous", 12, "2031-07-01", "2031-09-30"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "titles",
    [
        {"reported": field("Fiscal Year 2032, Second Quarter (October 1 – December 31, 2031)")},
        {"reported": field("Quarter 2 ended December 31, 2031")},
        {"scorecard": field("FY 2032 Scorecard – 2nd quarter"), "fiscal_year": field("The fiscal year begins July 1.")},
    ],
)
def test_bare_quarters_and_a_year_to_date_lie_in_the_fiscal_year_that_the_paper_tells(titles: dict[str, object]):
    year = field("Fiscal Year 2032, Second Quarter (October 1 – December 31, 2031)")
    found = dated(
        kpi=field("Moorings let"), value_1=field("12", "Q1"), value_2=field("14", "Q2"), value_3=field("26", "YTD"),
        **{"fiscal_year": year, **titles},
    )  # fmt: skip
    assert found == [
        ["current", 26, "2031-07-01", "2031-12-31"], ["current", 14, "2031-10-01", "2031-12-31"],
        ["previous", 12, "2031-07-01", "2031-09-30"],
    ]  # fmt: skip


def test_a_year_to_date_beside_whole_years_alone_is_current():
    kpi, values, _ = read(
        kpi=field("Moorings let"), value_1=field("40", "2029/30 result"), value_2=field("42", "2030/31 result"),
        value_3=field("26", "2031/32 YTD"), target_text=field("45", "2031/32 target"),
        fiscal_year=field("For the six months to 31 December 2031"),
    )  # fmt: skip
    assert said(kpi, "current_text", "previous_text") == ["26", "42"]
    assert [said(v, "role", "value", "period_start") for v in values] == [
        ["current", 26, None], ["target", 45, "2031-07-01"],
        ["previous", 40, "2029-07-01"], ["previous", 42, "2030-07-01"],
    ]  # fmt: skip


def test_a_year_to_date_called_after_a_plain_year_has_no_days():
    found = dated(
        kpi=field("Moorings let"),
        value_1=field("40", "2030"),
        value_2=field("26", "2031 YTD"),
        reported=field("Q3 2031"),
    )
    assert found == [["current", 26, None, None], ["previous", 40, "2030-01-01", "2030-12-31"]]


def test_so_many_times_is_a_value_of_its_own_unit():
    _, values, _ = read(kpi=field("Debt service coverage"), current_text=field("1.85x"), target_text=field("≥ 1.5 x"))
    assert [said(v, "role", "value", "unit") for v in values] == [["current", 1.85, "x"], ["target", 1.5, "x"]]


@pytest.mark.parametrize(
    ("name", "figure", "days"),
    [
        ("Cost of a mooring", "$12", [None, None]),  # nobody says when such a year begins
        ("Cost of a mooring", "£12", ["2031-04-01", "2032-03-31"]),
        ("Cost of a mooring, once $14", "£12", ["2031-04-01", "2032-03-31"]),
    ],
)
def test_fiscal_years_of_dollars_have_no_days_unless_they_are_told(name: str, figure: str, days: list[str | None]):
    for heading in ("FY32 Actual", "2031/32"):
        _, (value,), _ = read(kpi=field(name), current_text=field(figure, heading))
        assert said(value, "period_start", "period_end") == days
    _, (value,), _ = read(
        kpi=field(name), current_text=field(figure, "FY32 Actual"), fiscal_year=field("The fiscal year begins July 1.")
    )
    assert said(value, "period_start", "period_end") == ["2031-07-01", "2032-06-30"]
