"""For when the figures of an indicator are: fiscal years, quarters without a year, periods of which nothing is known."""

from __future__ import annotations

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
