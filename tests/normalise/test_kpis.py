from __future__ import annotations

import pytest

from models.record import Field, Printed, Record
from normalise.directions import direction_of
from normalise.document import normalise_document
from normalise.kpi_units import unit_in_name, unit_of, unit_of_heading


def field(text: str, note: str | None = None, fill: str | None = None, symbols: tuple[str, ...] = ()) -> Field:
    return Field(text, note=note, fill=fill, symbols=symbols)


def read(**fields: Field) -> tuple[Record, list[Record], list[str]]:
    done = normalise_document([Printed("kpis", fields)])
    kpi = next(r for r in done.records if r.view == "kpis")
    return kpi, [r for r in done.records if r.view == "kpi_values"], [f.rule for f in done.findings]


def said(record: Record, *names: str) -> list[object]:
    return [record.values[n].value if n in record.values else None for n in names]


def test_an_indicator_and_its_values():
    kpi, values, _ = read(
        kpi=field("Reduce spills of oil"),
        current_text=field("12 [YTD Jan 23]"),
        benchmark_text=field("15 [Same period 2021/22]"),
    )
    assert said(kpi, "direction", "current_text", "target_text") == ["reduce", "12 [YTD Jan 23]", None]
    assert [said(v, "role", "value", "unit", "period", "period_start", "period_end") for v in values] == [
        ["current", 12, "count", "YTD Jan 23", "2022-04-01", "2023-01-31"],
        ["benchmark", 15, "count", "Same period 2021/22", "2021-04-01", "2022-01-31"],
    ]


def test_columns_of_periods_give_current_and_previous():
    kpi, values, _ = read(
        kpi=field("Moorings let"), unit=field("%"), value_1=field("81", "Q1 2023/24"), value_2=field("83", "Q2 2023/24"),
        value_3=field("90", "Q3 2023/24", fill="#63b567"), target_text=field("95"),
    )  # fmt: skip
    assert said(kpi, "current_text", "previous_text", "target_text", "rag") == ["90", "83", "95", "green"]
    assert sorted((v.values["role"].value, v.values["value"].value, v.values["unit"].value) for v in values) == [
        ("current", 90, "%"), ("previous", 81, "%"), ("previous", 83, "%"), ("target", 95, "%"),
    ]  # fmt: skip


def test_the_whole_year_before_quarters_is_what_these_are_held_against():
    kpi, values, _ = read(
        kpi=field("Moorings let"), value_1=field("79%", "2022/23 Outturn"), value_2=field("81%", "Q1 2023/24"),
        value_3=field("83%", "Q2 2023/24"),
    )  # fmt: skip
    assert said(kpi, "current_text", "previous_text", "benchmark_text") == ["83%", "81%", "79%"]
    assert [v.values["role"].value for v in values] == ["current", "benchmark", "previous"]
    kpi, *_ = read(kpi=field("Moorings let"), value_1=field("79%", "2022/23"), value_2=field("81%", "Q1 2023/24"))
    assert said(kpi, "current_text", "previous_text") == ["81%", "79%"]


def test_years_of_two_figures_head_columns():
    kpi, values, _ = read(
        kpi=field("Moorings let"),
        value_1=field("81%", "23/24"),
        value_2=field("79%", "Actual 22/23"),
        target_text=field("85%", "Target 24/25"),
    )
    assert said(kpi, "current_text", "previous_text") == ["81%", "79%"]
    assert [said(v, "role", "period", "period_start", "period_end") for v in values] == [
        ["current", "23/24", "2023-04-01", "2024-03-31"],
        ["target", "24/25", "2024-04-01", "2025-03-31"],
        ["previous", "22/23", "2022-04-01", "2023-03-31"],
    ]


def test_the_latest_month_counts_before_the_year_to_date():
    kpi, _, _ = read(
        kpi=field("Queue"), value_1=field("7", "Mar-24"), value_2=field("9", "Apr-24"), current_text=field("16", "YTD")
    )
    assert said(kpi, "current_text", "previous_text") == ["9", "7"]


def test_a_number_of_things_is_a_count_though_it_is_told_for_each_thousand():
    _, values, _ = read(kpi=field("Number of complaints per 1,000 berths"), current_text=field("64.2"))
    assert said(values[0], "value", "unit") == [64.2, "count"]


def test_a_year_to_date_beside_the_current_figure_is_current_too():
    kpi, values, _ = read(
        kpi=field("Queue"), current_text=field("9", "Period actual", "#ff0000"), value_1=field("7", "YTD", "#00b050")
    )
    assert said(kpi, "current_text", "previous_text", "rag") == ["9", None, "red"]
    assert [said(v, "role", "value") for v in values] == [["current", 9], ["current", 7]]


def test_the_title_dates_bare_quarters_and_the_year_to_date():
    _, values, _ = read(
        scorecard=field("Harbour measures – Quarter 2 2023/24"), kpi=field("Dredging costs (£000)"),
        value_1=field("310", "Q1"), value_2=field("295", "Q2"), value_3=field("300", "Q3"), current_text=field("605", "YTD"),
    )  # fmt: skip
    told = sorted(said(v, "period", "role", "period_start", "period_end", "value", "unit") for v in values)
    assert told == [
        ["Q1", "previous", "2023-04-01", "2023-06-30", 310, "£000"],
        ["Q2", "current", "2023-07-01", "2023-09-30", 295, "£000"],
        ["Q3", "previous", "2023-10-01", "2023-12-31", 300, "£000"],
        ["YTD", "current", "2023-04-01", "2023-09-30", 605, "£000"],
    ]


def test_a_year_to_date_of_which_nobody_says_the_end_has_no_days():
    _, values, _ = read(scorecard=field("Harbour measures"), kpi=field("Queue"), current_text=field("16", "YTD"))
    assert said(values[0], "period", "period_start", "period_end") == ["YTD", None, None]


def test_minutes_and_seconds_are_told_by_the_unit():
    _, values, _ = read(kpi=field("Average time to moor"), unit=field("mm:ss"), current_text=field("09:14"))
    assert said(values[0], "value", "unit") == [554, "s"]


def test_under_baseline_and_target_the_value_that_the_name_states_is_the_target():
    cell = field("50%", "Baseline/Target")
    _, values, _ = read(kpi=field("Let moorings to no less than 50% of yachts"), benchmark_text=cell)
    assert said(values[0], "role", "value") == ["target", 50]
    _, values, _ = read(kpi=field("Let more moorings"), benchmark_text=cell)
    assert said(values[0], "role") == ["benchmark"]


@pytest.mark.parametrize(
    ("status", "colour"),
    [
        ("G", "green"),
        ("Amber", "amber"),
        ("Met", "green"),
        ("Not met", "red"),
        ("Below target", "red"),
        ("On track", "green"),
        ("Yes", "green"),
        ("No", "red"),
        ("Not on track", "red"),
        ("Caution", "amber"),
    ],
)
def test_statuses(status: str, colour: str):
    assert said(read(kpi=field("Spills"), rag=field(status))[0], "rag") == [colour]


def test_colour_alone_and_arrows():
    kpi, _, _ = read(kpi=field("Spills"), rag=field("", fill="#e2504a"), trend=field("", symbols=("down",)))
    assert said(kpi, "rag", "trend") == ["red", "down"]


def test_a_stripe_is_no_colour():
    striped = read(kpi=field("Spills", fill="#cfd5ea"), current_text=field("3", fill="#cfd5ea"))[0]
    assert said(striped, "rag") == [None]


def test_a_dash_on_the_stripe_of_its_row_has_no_colour():
    kpi, _, _ = read(
        kpi=field("Moorings let", fill="#eef4f1"), current_text=field("90"), rag=field("-", fill="#eef4f1")
    )
    assert said(kpi, "rag") == [None]


def test_what_is_unknown_is_told():
    kpi, _, findings = read(kpi=field("Spills"), rag=field("Purple"), trend=field("sideways"))
    assert said(kpi, "rag", "trend") == [None, None]
    assert sorted(findings) == ["unknown rag", "unknown trend"]


@pytest.mark.parametrize(
    ("name", "polarity", "direction"),
    [
        ("Reduce spills", None, "reduce"),
        ("Support and maintain the 12 pilots", None, "maintain"),
        ("By then the number of boats will increase to 90", None, "increase"),
        ("Ensure that the use of lights remains at the same level", None, "maintain"),
        ("Ensure that boats answer within 10 seconds", None, "achieve"),
        ("Work to reduce noise", None, "reduce"),
        ("Number of people helped to reduce debt", None, None),
        ("% of moorings let", None, None),
        ("% of moorings let", "Higher is better", "increase"),
        ("Days lost", "Low", "reduce"),
    ],
)
def test_directions(name: str, polarity: str | None, direction: str | None):
    found = direction_of(name, polarity)
    assert (found[0] if found else None) == direction


@pytest.mark.parametrize(
    ("printed", "unit"),
    [("Number", "count"), ("%", "%"), ("seconds", "s"), ("£000", "£000"), ("per 1,000", "per 1,000"), ("", None)],
)
def test_units_of_a_column(printed: str, unit: str | None):
    assert unit_of(printed) == unit


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Forecast £m", "£m"),
        ("£000s", "£000s"),
        ("Rate (%)", "%"),
        ("Days lost (days)", "days"),
        ("Boats", None),
        ("Baseline (% change over the year)", None),
        ("% change", "%"),
    ],
)
def test_units_in_headings(heading: str, unit: str | None):
    assert unit_of_heading(heading) == unit


def test_numbered_months_are_ordered_and_dated_by_the_year_beside_them():
    kpi, values, _ = read(
        kpi=field("Moorings let"),
        value_1=field("81%", "Month 9"),
        value_2=field("83%", "Month 6"),
        target_text=field("95%", "Target 2031/32"),
    )
    assert said(kpi, "current_text", "previous_text") == ["81%", "83%"]
    assert [said(v, "role", "value", "period", "period_end") for v in values] == [
        ["current", 81, "Month 9", "2031-12-31"],
        ["target", 95, "2031/32", "2032-03-31"],
        ["previous", 83, "Month 6", "2031-09-30"],
    ]


def test_the_period_of_a_column_of_its_own_is_that_of_the_current_figure():
    _, values, _ = read(
        kpi=field("Moorings let"), current_text=field("81%"), previous_text=field("80%"), period=field("Aug-31")
    )
    assert [said(v, "role", "period", "period_start") for v in values] == [
        ["current", "Aug-31", "2031-08-01"], ["previous", None, None],
    ]  # fmt: skip


def test_a_figure_alone_in_brackets_is_below_zero():
    _, values, _ = read(kpi=field("Surplus / (deficit)"), current_text=field("£(4,120)"), previous_text=field("(1.3%)"))
    assert [said(v, "value", "unit") for v in values] == [[-4120, "GBP"], [-1.3, "%"]]


@pytest.mark.parametrize(
    ("lead", "read_as"),
    [
        ("Dr Ann Pike / Ruth Tern (CNO)", "Ann Pike; Ruth Tern"),
        ("Head of Quays and Moorings", "Head of Quays and Moorings"),
        ("ACC Pike", "ACC Pike"),
    ],
)
def test_leads_are_names_where_nothing_but_names_is_printed(lead: str, read_as: str):
    kpi, _, _ = read(kpi=field("Moorings let"), lead=field(lead), current_text=field("3"))
    assert said(kpi, "lead") == [read_as]


def test_a_group_heading_says_what_the_period_below_it_is():
    _, values, _ = read(kpi=field("Moorings let"), value_1=field("81", "12 months to > Dec 2031"))
    assert [said(v, "role", "period_start", "period_end") for v in values] == [["current", "2031-01-01", "2031-12-31"]]


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Days to moor a boat", "days"),
        ("Average number of working days lost per deckhand", "days"),
        ("Time to mend a net in weeks", "weeks"),
        ("Berth fees collected, %", "%"),
        ("Ropes spliced – £000", "£000"),
        ("Boats moored within 5 days", None),
        ("Day trips sold", None),
        ("Years", "years"),
    ],
)
def test_units_in_names(name: str, unit: str | None):
    assert unit_in_name(name) == unit


@pytest.mark.parametrize(
    ("name", "heading", "text", "value", "sure"),
    [
        ("Time to the buoy", "Sep 31", "00:08:14", 494, True),
        ("Time to the buoy (hh:mm)", "Sep 31", "01:10", 4200, True),
        ("Lifeboat 1", "Mean (mm:ss)", "08:14", 494, True),
        ("Lifeboat 1, 90th centile", "Sep 31", "14:32", 872, True),
        ("Lifeboat 1", "Sep 31", "14:32", 872, False),
    ],
)
def test_clock_times_are_seconds(name, heading, text, value, sure):
    _, values, _ = read(kpi=field(name), current_text=field(text, heading))
    assert [said(v, "value", "unit") for v in values] == [[value, "s"]]
    assert (values[0].values["value"].confidence >= 0.8) is sure


def test_the_latest_month_counts_before_the_year_to_date_behind_it_which_ends_with_it():
    kpi, values, _ = read(
        kpi=field("Moorings let"),
        scorecard=field("Harbour report, November 2031"),
        value_1=field("81%", "Aug-31"),
        value_2=field("83%", "Sep-31"),
        value_3=field("79%", "YTD"),
    )
    assert said(kpi, "current_text", "previous_text") == ["83%", "81%"]
    assert [said(v, "role", "value", "period_start", "period_end") for v in values] == [
        ["current", 79, "2031-04-01", "2031-09-30"],
        ["current", 83, "2031-09-01", "2031-09-30"],
        ["previous", 81, "2031-08-01", "2031-08-31"],
    ]


def test_fiscal_years_are_in_order_and_have_no_days():
    kpi, values, _ = read(
        kpi=field("Moorings let"),
        value_1=field("12", "FY2032 Q1"),
        value_2=field("42", "FY2031 Actual"),
        value_3=field("40", "FY2030 Actual"),
    )
    assert said(kpi, "current_text") == ["12"]
    assert [said(v, "role", "period", "period_start") for v in values] == [
        ["current", "FY2032 Q1", None], ["previous", "FY2031", None], ["previous", "FY2030", None],
    ]  # fmt: skip


def test_a_bare_month_under_a_year_is_that_month_of_it():
    _, values, findings = read(
        kpi=field("Moorings let"),
        value_1=field("81%", "2031/32 > Feb"),
        value_2=field("79%", "2031/32 > Apr"),
        value_3=field("58%", "Baseline (2029/30)"),
        trend=field("+1.3pp"),
    )
    assert [said(v, "role", "period", "period_start") for v in values] == [
        ["current", "Feb", "2032-02-01"], ["previous", "Apr", "2031-04-01"], ["benchmark", "2029/30", "2029-04-01"],
    ]  # fmt: skip
    assert findings == []


@pytest.mark.parametrize("status", ["Monitored", "Monitor only", "N/A", "In development", "Not RAG rated", "TBC", "–"])
def test_a_status_that_says_there_is_none_is_no_colour_and_no_doubt(status: str):
    kpi, _, doubts = read(kpi=field("Calls from moorings"), current_text=field("12"), rag=field(status))
    assert (said(kpi, "rag"), doubts) == ([None], [])


def test_such_a_status_leaves_the_colour_behind_it():
    kpi, _, doubts = read(kpi=field("Calls from moorings"), rag=field("Monitored", fill="#63b567"))
    assert (said(kpi, "rag"), doubts) == (["green"], [])


def test_a_status_nobody_knows_is_told():
    _, _, doubts = read(kpi=field("Calls from moorings"), rag=field("Drifting"))
    assert doubts == ["unknown rag"]


def test_the_colour_behind_the_period_before_is_how_it_stood_then():
    def months(name: str, *fills: str) -> Printed:
        cells = {
            f"value_{n}": field("7", f"{m} 2031", f)
            for n, (m, f) in enumerate(zip(("May", "June"), fills, strict=True))
        }
        return Printed("kpis", {"kpi": field(name), **cells})

    red, green, grey = "#e2504a", "#63b567", "#eeeeee"

    def stood(*rows: Printed) -> list[object]:
        done = normalise_document(list(rows)).records
        return [said(r, "rag", "previous_rag") for r in done if r.view == "kpis"]

    told = stood(months("Nets lost", red, green), months("Spills", green, red), months("Wrecks", green, green))
    assert told == [["green", "red"], ["red", "green"], ["green", "green"]]
    shaded = stood(months("Nets lost", green, green), months("Spills", green, red), months("Wrecks", green, red))
    assert [before for _, before in shaded] == [None] * 3  # one colour down the column says nothing
    assert [before for _, before in stood(months("Nets lost", grey, green), months("Spills", grey, red))] == [None] * 2


def test_a_pale_grey_cell_without_a_figure_among_coloured_ones_is_grey():
    cells = [("Nets lost", "3", "#e2504a"), ("Spills", "n/a", "#e8edee"), ("Wrecks", "0", "#e8edee")]
    rows = [Printed("kpis", {"kpi": field(name), "current_text": field(text, fill=fill)}) for name, text, fill in cells]
    kpis = [r for r in normalise_document(rows).records if r.view == "kpis"]
    assert [said(r, "rag") for r in kpis] == [["red"], ["grey"], [None]]


@pytest.mark.parametrize(
    ("sign", "symbols", "fill", "colour"),
    [
        ("✔", ("tick",), None, "green"),
        ("✗", ("cross",), None, "red"),
        ("", ("cross",), None, "red"),
        ("✔", ("tick",), "#f2a100", "amber"),
        ("Kept", ("tick",), None, None),
    ],
)
def test_a_mark_of_no_colour_says_met_or_not(
    sign: str, symbols: tuple[str, ...], fill: str | None, colour: str | None
) -> None:
    kpi, _, _ = read(kpi=field("Spills"), current_text=field("3"), rag=field(sign, fill=fill, symbols=symbols))
    assert said(kpi, "rag") == [colour]
