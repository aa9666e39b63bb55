from __future__ import annotations

from extract.families.scorecard import FAMILY
from extract.families.scorecard_columns import assigned_columns
from models.record import Printed
from models.table import Table
from tests.registers import Set, paragraph, section, table


def fields(card: Table) -> list[str | None]:
    return [a.field for a in assigned_columns(card)]


def told(records: list[Printed]) -> list[dict[str, str]]:
    return [{name: f.text for name, f in r.fields.items()} for r in records if r.view == "kpis"]


def test_a_target_for_a_year_is_the_target_and_months_are_values():
    card = table(
        [
            ["Indicator", "Month 9", "Month 6", "Target 2031/32", "RAG"],
            ["Berths cleaned in a week", "96.3%", "94.8%", "95%", "Green"],
            ["Nets mended", "41%", "39%", "40%", "Amber"],
        ]
    )
    assert fields(card) == ["kpi", "value", "value", "target", "rag"]


def test_what_is_told_for_each_quarter_is_told_in_values():
    card = table(
        [
            ["Measure", Set("Quarter 1", right=3), None, None, Set("Quarter 2", right=3), None, None],
            ["", "Actual", "Target", "RAG", "Actual", "Target", "RAG"],
            ["Berths cleaned in a week", "71", "80", "R", "82", "80", "G"],
            ["Nets mended by the crew", "12", "10", "G", "9", "10", "A"],
        ],
        headings=2,
    )
    assert fields(card) == ["kpi", "value", "value", "previous_rag", "value", "value", "rag"]


def test_the_outturn_of_a_year_stands_beside_the_actual():
    card = table(
        [
            ["Performance measure", "2030/31 outturn", "Actual", "Target", "Peers"],
            ["Berths cleaned in a week", "71%", "80%", "82%", "79%"],
            ["Nets mended by the crew", "12%", "10%", "9%", "14%"],
        ]
    )
    assert fields(card) == ["kpi", "value", "current", "target", "benchmark"]


def test_a_column_of_dates_under_latest_data_is_the_period():
    card = table(
        [
            ["Metric", "Latest data", "Actual", "Plan / standard"],
            ["Berths cleaned in a week", "Aug-31", "80%", "82%"],
            ["Nets mended by the crew", "Jul-31", "10%", "9%"],
        ]
    )
    assert fields(card) == ["kpi", "period", "current", "target"]


def test_single_words_of_a_heading_tell_where_nothing_else_does():
    card = table(
        [
            ["Measure", "Actual", "Trend seen", "Targets agreed"],
            ["Berths cleaned in a week", "80%", "↑", "82%"],
            ["Nets mended by the crew", "10%", "↓", "9%"],
        ]
    )
    assert fields(card) == ["kpi", "current", "trend", "target"]


def test_slides_under_one_title_are_its_sections_with_their_leads():
    rows = [["Metric", "Actual", "Target"], ["Berths cleaned in a week", "80%", "82%"], ["Nets mended", "1", "2"]]
    first, second = table([["x"]], headings=0), table([["x"]], headings=0)
    first, second = table(rows), table([rows[0], rows[2], rows[1]], breaks=())
    slides = section(
        paragraph("Quay", level=2), paragraph("Executive lead: Ann Pike", y=12), first, paragraph("Fleet", level=2), second,
        title="Harbour Performance Report",
    )  # fmt: skip
    found = told(list(FAMILY.read(slides)))
    assert [k.get("lead") for k in found] == ["Ann Pike", "Ann Pike", None, None]


def test_a_caption_is_what_a_scorecard_is_called():
    words = tuple(paragraph("Table 3: Quay indicators").words)
    rows = [["Indicator", "Actual", "Target"], ["Berths cleaned in a week", "80%", "82%"], ["Nets mended", "1", "2"]]
    card = table(rows, caption="Table 3: Quay indicators", caption_words=words)
    found = told(list(FAMILY.read(section(card, title="Harbour Performance Report"))))
    assert {k["scorecard"] for k in found} == {"Table 3: Quay indicators"}


def test_words_for_the_way_that_is_good_are_no_aim_and_a_month_is_no_figure():
    card = table(
        [
            ["Indicator", "Aim", "Latest month", "Actual", "Target"],
            ["Berths cleaned in a week", "Increase", "Oct 31", "80%", "82%"],
            ["Nets mended by the crew", "Reduce", "Sep 31", "10%", "9%"],
        ]
    )
    assert fields(card) == ["kpi", "polarity", "period", "current", "target"]


def test_where_a_figure_went_and_how_it_is_rated_is_not_the_way_that_is_good():
    rows = [
        ["Indicator", "Direction", "Actual", "Target", "Status"],
        ["Berths cleaned in a week", "Increase", "80%", "82%", "High"],
        ["Nets mended by the crew", "Decrease", "10%", "9%", "Low"],
    ]
    assert fields(table(rows)) == ["kpi", "trend", "current", "target", "rag"]


def test_periods_in_words_beside_the_figures_they_are_for():
    card = table(
        [
            ["Measure", "Current quarter", "Current position", "Last year"],
            ["Berths cleaned in a week", "12 months to Sep 2031", "80%", "82%"],
            ["Nets mended by the crew", "Apr 2031 to Sep 2031", "10%", "9%"],
        ]
    )
    assert fields(card) == ["kpi", "period", "current", "previous"]


def dots(*colours: str) -> list[Set]:
    return [Set("", fill=colour, symbols=("circle",)) for colour in colours]


def test_dots_under_a_heading_nobody_knows_are_the_rating():
    first, second = dots("#c8102e", "#3a9d23")
    card = table(
        [
            ["Measure", "Now", "Target", "How it looks"],
            ["Berths cleaned in a week", "80%", "82%", first],
            ["Nets mended by the crew", "10%", "9%", second],
        ]
    )
    assert fields(card) == ["kpi", "current", "target", "rag"]


def test_of_dots_for_each_quarter_the_latest_count_and_those_before_them():
    first, second = dots("#c8102e", "#3a9d23")
    card = table(
        [
            ["Measure", "Actual", "Target", "Q1", "Q2", "Q3"],
            ["Berths cleaned in a week", "80%", "82%", first, first, second],
            ["Nets mended by the crew", "10%", "9%", second, first, second],
        ]
    )
    assert fields(card) == ["kpi", "current", "target", None, "previous_rag", "rag"]


def test_a_blank_column_on_painted_rows_is_no_rating():
    stripe = Set("", fill="#dde4f0")
    rows = [["Measure", "Actual", "Target", "Sketch"]]
    rows += [[Set(name, fill="#dde4f0"), "1", "2", stripe] for name in ("Berths cleaned in a week", "Nets mended")]
    assert fields(table(rows)) == ["kpi", "current", "target", None]


def test_fiscal_years_head_values():
    card = table(
        [
            ["Performance measure", "Desired trend", "FY2030 Actual", "FY2031 Actual", "FY2032 Target", "FY2032 Q1"],
            ["Berths cleaned in a week", "Increase", "71%", "78%", "85%", "83%"],
            ["Nets mended by the crew", "Maintain", "42", "40", "40", "12"],
        ]
    )
    assert fields(card) == ["kpi", "polarity", "value", "value", "target", "value"]


def grouped(first: Set | str, rest: Set | str | None) -> Table:
    return table(
        [
            ["Standard", "Metric", "Actual", "Target"],
            [first, "Mean time to the buoy", "00:08:14", "00:07:00"],
            [rest, "Time to the buoy, 90th centile", "00:14:55", "00:15:00"],
            ["Second boat", "Mean time to the buoy", "00:36:12", "00:30:00"],
        ]
    )


def test_a_column_that_groups_the_indicators_is_their_section():
    card = grouped(Set("First boat", down=2), None)
    assert fields(card) == ["section", "kpi", "current", "target"]
    found = told(list(FAMILY.read(section(card, title="Harbour Performance"))))
    assert [k["section"] for k in found] == ["First boat", "First boat", "Second boat"]


def test_a_group_named_once_holds_for_the_rows_below_it():
    rows = [
        ["Domain", "Metric", "Actual", "Target"],
        ["Boats", "Moored", "81%", "85%"],
        ["", "Painted", "12%", "10%"],
        ["Nets", "Mended", "9%", "20%"],
    ]
    found = told(list(FAMILY.read(section(table(rows), title="Harbour Performance"))))
    assert [k["section"] for k in found] == ["Boats", "Boats", "Nets"]


def test_a_line_over_a_table_says_for_when_its_figures_are():
    rows = [["Metric", "Actual", "Target"], ["Berths cleaned", "80%", "82%"], ["Nets mended", "1", "2"]]
    for line, when in (
        ("Latest month: October 2031", "October 2031"),
        ("Position as at 31 October 2031", "31 October 2031"),
        ("Data to September 2031.", "September 2031"),
        ("Performance: see the notes below", None),
    ):
        found = told(list(FAMILY.read(section(paragraph(line), table(rows), title="Harbour Performance Report"))))
        assert [k.get("period") for k in found] == [when, when]


def test_words_for_how_it_goes_are_the_rating_and_a_baseline_stands_beside_an_average():
    card = table(
        [
            ["Indicator", "Baseline (2030/31)", "Latest (2032/33)", "Target (2035)", "National average", "Progress"],
            ["Berths cleaned in a week", "58%", "63%", "70%", "61%", "On track"],
            ["Nets mended by the crew", "24%", "19%", "30%", "20%", "Some concerns"],
        ]
    )
    assert fields(card) == ["kpi", "value", "value", "target", "benchmark", "rag"]


def test_texts_under_goal_before_the_measures_of_it_are_no_target():
    card = table(
        [
            ["Goal", "Measure", "FY 2031 Actual", "FY 2032 Target", "On Track?"],
            ["A clean harbour", "Berths cleaned in a week", "96.3%", "98%", "No"],
            ["A safe harbour", "Nets mended by the crew", "41%", "40%", "Yes"],
        ]
    )
    assert fields(card)[0] == "section"
    assert fields(card)[3:] == ["target", "rag"]


def test_codes_under_indicator_are_references_and_the_texts_beside_them_the_indicators():
    card = table(
        [
            ["Indicator", "Description", "Directorate", "Last quarter", "This quarter", "Target", "Status"],
            ["1.1.2.PI", "Share of berths let for the year", "Quay", "72.4%", "73.4%", "75%", "G"],
            ["1.1.3.KR", "Number of nets mended by the crew", "People", "10", "12", "11", "R"],
        ]
    )
    assert fields(card)[:3] == ["ref", "kpi", "lead"]  # who does it stands behind what is done


def test_a_directorate_that_groups_the_indicators_behind_it_is_their_section():
    rows = [
        ["Directorate", "Indicator", "This quarter", "Target"],
        [Set("Quay", down=2), "Share of berths let for the year", "73.4%", "75%"],
        [None, "Number of nets mended by the crew", "12", "11"],
    ]
    assert fields(table(rows)) == ["section", "kpi", "current", "target"]


def test_a_table_under_the_headings_of_a_scorecard_has_its_columns():
    heads = ["Criteria", "Target", "2030/31 Year end", "2031/32 Quarter 1", "Met"]
    known = table(
        [heads, ["Berths let in a week", "95%", "91%", "92%", "No"], ["Days to mend a net", "3", "4", "2", "Yes"]]
    )
    other = table([heads, ["Skippers content with the quay", "No target", "77%", "78%", "N/A"]])
    assert "Skippers content with the quay" in [r["kpi"] for r in told(list(FAMILY.read(section(known, other))))]


def test_figures_under_measure_beside_the_latest_month_are_current():
    card = table(
        [
            ["KPI", "Latest month", "Measure", "Target", "Mean"],
            ["Berths cleaned in a week", "Jul 31", "80.1%", "82%", "79%"],
            ["Nets mended by the crew", "Jun 31", "214", "200", "198"],
        ]
    )
    assert fields(card)[:4] == ["kpi", "period", "current", "target"]


def test_indicators_before_a_colon_and_what_brackets_explain_behind_a_date():
    card = table(
        [
            [
                "Indicator / Outcome: the harbour is safe",
                "Baseline at 31 March 2031 (% change for 12 months April 30 – March 31)",
                "Q2 performance (30 September 2031)",
                "Q3 performance (31 December 2031)",
                "Achievement at 31 March 2032",
            ],
            ["Reduce thefts from boats", "38,214 (3%)", "19,877", "29,640", ""],
            ["Reduce noise", "15.5%", "16%", "", ""],
        ]
    )
    assert fields(card) == ["kpi", "benchmark", "value", "value", "value"]


def test_an_outcome_before_a_colon_is_over_its_indicators_where_figures_and_a_baseline_stand_beside_them():
    rows = [["Reduce thefts from boats", "412", "96", "Green"], ["Reduce noise at night", "38%", "36%", "Amber"]]
    card = table(
        [["Outcome: visitors feel safe", "Baseline 31 March 2031", "Position at 30 June 2031", "Status"], *rows]
    )
    assert fields(card) == ["kpi", "benchmark", "value", "rag"]
    assert fields(table([["Outcome: visitors feel safe", "Spring", "Summer", "Notes"], *rows]))[0] is None


def test_where_we_started_and_where_we_want_to_be():
    card = table(
        [
            ["What we measure", "Where we started (April 2030)", "Where we are now", "Where we want to be", "Change from baseline"],
            ["Thefts from boats", "412", "96", "90", "-77%"],
            ["Boats let", "38%", "41%", "45%", "+3%"],
        ]
    )  # fmt: skip
    assert fields(card) == ["kpi", "benchmark", "current", "target", "variance"]
