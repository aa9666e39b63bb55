from __future__ import annotations

import pytest

from models.record import Field, Printed, Record
from normalise.document import Context, normalise_document
from normalise.statements import find_statements


@pytest.mark.parametrize(
    ("text", "measure", "value", "baseline", "change", "area"),
    [
        ("There were 46 shipwrecks, compared to 52 in the year ending June 2019, a 12% reduction.", "shipwrecks", 46, 52, -12, None),
        ("In Port Ellery there were 64 landslips, compared to 91 in 2022/23.", "landslips", 64, 91, None, "Port Ellery"),
        ("The average queue was 8 minutes 51 seconds, against 9 minutes 12 seconds in 2022/23.", "average queue", 531, 552, None, None),
        ("Satisfaction rose by 4 percentage points from 70% to 74%.", "Satisfaction", 74, 70, 4, None),
        ("Overall satisfaction with ferries up to 86% from 79%.", "satisfaction with ferries", 86, 79, None, None),
        ("There were 3,960 working days lost in 2023/24, compared to 4,632 in 2022/23.", "working days lost", 3960, 4632, None, None),
        ("Complaints fell by 9% compared to the baseline.", "Complaints", None, None, -9, None),
        ("The deficit has reduced by £0.4m to £1.2m since July.", "deficit", 1_200_000, None, -400_000, None),
        ("Boardings are up 9% on last year, at 218.", "Boardings", 218, None, 9, None),
        ("Rescue times averaged 9 minutes 12 seconds, 14 seconds slower than the year before.", "Rescue times", 552, None, 14, None),
        ("Of 320 moorings, 212 (66%) were let within ten days.", "moorings were let within ten days", 212, None, None, None),
        ("The port took 12,930 calls, an increase of 4.1% on the 12 months to March 2031 (12,421).", "calls", 12930, 12421, 4.1, None),
        ("31 people were killed or badly injured in 2031, down 6.1% on 2030 (33).", "people killed or badly injured", 31, 33, -6.1, None),
    ],
)  # fmt: skip
def test_statements(text, measure, value, baseline, change, area):
    (found,) = find_statements(text)
    assert found.measure.removeprefix("Overall ") == measure
    assert (found.value.value if found.value else None) == value
    assert (found.baseline.value if found.baseline else None) == baseline
    assert (found.change, found.area) == (change, area)


def test_items_of_a_list_are_measures_of_the_period_of_what_leads_in_to_it():
    text = "Thefts in May 2031 were as follows: boats: 312 thefts (-1.4%); ropes and nets: 96 thefts (up 8%); other gear: 41."
    places = [text.index(" boats:"), text.index(" ropes"), text.index(" other")]
    found = list(find_statements(text, places))
    assert [(s.measure, s.value.value, s.change, s.period.text) for s in found] == [
        ("boats", 312, -1.4, "May 2031"),
        ("ropes and nets", 96, 8, "May 2031"),
        ("other gear", 41, None, "May 2031"),
    ]
    assert not list(find_statements("Contact: 312 4471. Target for boats: 312 thefts (-1%)"))


@pytest.mark.parametrize(
    ("text", "measure", "value", "unit", "baseline"),
    [
        ("An average of 8.6 working days per skipper was lost to sickness in 2031/32, against 9.9 in 2030/31.",
         "working days per skipper lost to sickness", 8.6, "working days", 9.9),
        ("In May 2031, 91.4% of calls were answered within a minute (93.0% in the previous 12 months).",
         "calls answered within a minute", 91.4, "%", 93),
        ("There were 12,870 calls to 101 in May 2031, compared to 13,010 in May 2030.", "calls to 101", 12870, "count", 13010),
        ("At 31 March 2031 the Harbour Board employed 148 full-time pilots.", "full-time pilots", 148, "count", None),
    ],
)  # fmt: skip
def test_averages_those_employed_and_what_brackets_say_of_the_time_before(text, measure, value, unit, baseline):
    (found,) = find_statements(text)
    assert (found.measure, found.value.value, found.value.unit) == (measure, value, unit)
    assert (found.baseline.value if found.baseline else None) == baseline


def test_each_number_has_its_period():
    (found,) = find_statements(
        "Volumes from January 2021 to December 2021 saw 46 fires, compared to 52 in the year ending June 2019."
    )
    assert found.period is not None and found.baseline_period is not None
    assert (found.period.start, found.period.end) == ("2021-01-01", "2021-12-31")
    assert found.baseline_period.text == "year ending June 2019"


def test_a_value_before_what_it_rose_from_keeps_its_own_period():
    (found,) = find_statements("Punctuality improved to 92.1% in November 2033 from 90.4% in November 2032.")
    assert found.period is not None and found.baseline_period is not None
    assert (found.period.text, found.baseline_period.text) == ("November 2033", "November 2032")


def test_a_period_in_front_is_no_part_of_the_measure():
    (found,) = find_statements("In Q2 2033/34 the average wait was 12.4 weeks.")
    assert (found.measure, found.period and found.period.start) == ("average wait", "2033-07-01")


@pytest.mark.parametrize(
    "text", ["The Board met on 4 May 2021.", "Section 12 applies to 14 wards.", "This makes up 9% of all waste."]
)
def test_what_states_no_measure(text: str):
    assert list(find_statements(text)) == []


def read(text: str) -> tuple[list[Record], list[str]]:
    paragraph = Printed("report_paragraphs", {"number": Field("4"), "text": Field(text)})
    done = normalise_document([paragraph])
    return [r for r in done.records if r.view == "stated_measures"], [f.rule for f in done.findings]


def test_a_change_that_follows_is_believed_and_one_that_does_not_is_told():
    right, quiet = read("There were 88 rescues in 2022, compared to 100 in 2021, a 12% reduction.")
    wrong, told = read("There were 88 rescues in 2022, compared to 100 in 2021, a 21% reduction.")
    assert right[0].values["change_value"].value == -12
    assert right[0].values["paragraph_number"].value == "4"
    assert quiet == []
    assert wrong[0].values["change_value"].value == -21
    assert told == ["stated change does not follow"]


def test_points_may_be_meant_where_shares_are_compared():
    assert read("Confidence increased by 23% from 64% to 87%.")[1] == []


def test_bullets_are_statements_of_their_own():
    text = "The figures: Trains up to 74% from 68% Trams up to 76% from 70%"
    found = list(find_statements(text, (13, text.index("Trams"))))
    assert [s.measure for s in found] == ["Trains", "Trams"]


def test_context_is_made_for_each_document():
    assert Context([]).findings == []


@pytest.mark.parametrize(
    ("text", "measure", "value", "unit", "baseline", "change"),
    [
        ("Trust in the harbour stood at 78% in 2031.", "Trust in the harbour", 78, "%", None, None),
        ("On average, repairs took 131 days in 2030/31.", "repairs", 131, "days", None, None),
        ("Repairs took 131 days on average, against a target of 90 days.", "Repairs", 131, "days", None, None),
        (
            "Recorded spills fell from 4,512 to 4,101, a reduction of 9.1%.",
            "Recorded spills",
            4101,
            "count",
            4512,
            -9.1,
        ),
        ("Of the 640 boats inspected, 81% were passed at once.", "boats inspected passed at once", 81, "%", None, None),
        ("There were 1,204 missed moorings in 2031, down 14% on 2030.", "missed moorings", 1204, "count", None, -14),
        (
            "The number of boats moored increased by 12% to 348 in 2031.",
            "number of boats moored",
            348,
            "count",
            None,
            12,
        ),
        (
            "The share of skippers who are women rose from 22% to 24%.",
            "share of skippers who are women",
            24,
            "%",
            22,
            None,
        ),
        ("Fuel use was 12,400 kWh in 2031, 8% lower than the 13,478 kWh of 2030.", "Fuel use", 12400, "kWh", 13478, -8),
        ("A total of 3,410 visits were made in 2031, an increase of 210 on 2030.", "visits", 3410, "count", None, 210),
        ("Collisions decreased 7.5%, from 1,340 to 1,240.", "Collisions", 1240, "count", 1340, -7.5),
    ],
)
def test_prose_states_measures_in_many_ways(text, measure, value, unit, baseline, change):
    (found,) = find_statements(text)
    assert (found.measure, found.value and found.value.value, found.value and found.value.unit) == (
        measure,
        value,
        unit,
    )
    assert (found.baseline.value if found.baseline else None, found.change) == (baseline, change)


@pytest.mark.parametrize(
    "text", ["It was agreed at a cost of £20,000.", "The committee met 6 times in 2031.", "They reached 40% of them."]
)
def test_what_says_nothing_of_a_subject_is_no_measure(text: str):
    assert list(find_statements(text)) == []


def test_a_body_is_no_area():
    (found,) = find_statements("Confidence in the Service rose from 70% to 78%.")
    assert found.area is None


@pytest.mark.parametrize(
    ("text", "measure", "value", "unit", "baseline"),
    [
        ("Crews and wardens completed 3,412 Dock and Quay visits.", "Dock and Quay visits", 3412, "count", None),
        ("Two mooring notices were served, both on the north quay.", "mooring notices", 2, "count", None),
        ("Six new deckhands completed their training in November.", "new deckhands", 6, "count", None),
        ("Forty-three boats were repaired.", "boats", 43, "count", None),
        ("We received 412 complaints in the quarter (389 a year ago).", "complaints", 412, "count", 389),
        ("In the quarter 1,120 hulls were inspected, 14 more than in Quarter 1.", "hulls", 1120, "count", None),
        ("There was one collision in the month.", "collision", 1, "count", None),
        ("Absence was 2.31 shifts per person.", "Absence", 2.31, "shifts per person", None),
        ("Rent arrears stand at £1.24m, up £86,000 since June.", "Rent arrears", 1_240_000, "GBP", None),
        ("Call volumes were 12,400 in the month, compared with a forecast of 11,900.", "Call volumes", 12400, "count", None),
        ("Availability was 78.9% (74.6 per cent a year ago).", "Availability", 78.9, "%", 74.6),
        ("81% of calls were answered within 60 seconds.", "calls answered within 60 seconds", 81, "%", None),
        (
            "The first boat reached 71.4% of calls within 10 minutes, compared with 74.6% a year ago.",
            "first boat reached calls within 10 minutes", 71.4, "%", 74.6,
        ),
        ("Of 2,310 planned visits, 2,104 were completed.", "planned visits completed", 2104, "count", None),
        ("• The backlog over 60 days has fallen from 31 to 12.", "backlog over 60 days", 12, "count", 31),
        (
            "Mooring on the north quay is held back by vacancies in the crew, which stood at 11% in August.",
            "vacancies in the crew", 11, "%", None,
        ),
        ("The yard has places for 477 boats, but actual use is currently at 455.", "actual use", 455, "count", None),
        (
            "74% of boats were washed, scraped and tarred within four days in May, against a standard of 78% (71% a year ago).",
            "boats washed, scraped and tarred within four days", 74, "%", 71,
        ),
        ("Two never events were reported, both at the slip.", "never events", 2, "count", None),
        (
            "There were 1,204 berths held over 45 minutes, compared with 988 in November.",
            "berths held over 45 minutes", 1204, "count", 988,
        ),
        ("The loss rate was 1.4 per 1,000 live births, down from 1.7.", "loss rate", 1.4, "per 1,000 live births", 1.7),
        ("After planned works the draw on the reserve was £1.1m.", "draw on the reserve", 1_100_000, "GBP", None),
    ],
)  # fmt: skip
def test_what_was_done_is_counted_and_shares_say_of_what(text, measure, value, unit, baseline):
    (found,) = find_statements(text)
    assert found.value is not None
    assert (found.measure, found.value.value, found.value.unit) == (measure, value, unit)
    assert (found.baseline.value if found.baseline else None) == baseline
    assert found.confidence < 0.8  # what no comparison bears out is not sure


@pytest.mark.parametrize(
    "text",
    [
        "The Board received two reports and noted them.",
        "A further 14 posts will be recruited in Quarter 4.",
        "The harbour has agreed to repair 12 boats.",
        "Three of the four targets were met.",
        "Members asked for 3 further papers.",
        "Recovery is 0.4 percentage points behind the same point last year.",
    ],
)
def test_plans_and_papers_are_no_measures(text: str):
    assert list(find_statements(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "There were 34 fires in Northby, 28 in Southby and 19 in Eastby.",
        "Fires were most frequent in Northby (34), Southby (28) and Eastby (19).",
        "Fires rose in Northby (34, up from 30), Southby (28, up from 21) and Eastby (19, up from 12).",
    ],
)
def test_each_place_of_a_list_has_its_measure(text: str):
    found = list(find_statements(text))
    assert [(s.measure.casefold(), s.value and s.value.value, s.area) for s in found] == [
        ("fires", 34, "Northby"), ("fires", 28, "Southby"), ("fires", 19, "Eastby"),
    ]  # fmt: skip
    assert [s.baseline.value for s in found if s.baseline] == ([30, 21, 12] if "up" in text else [])


def test_a_day_in_the_clause_of_a_reason_is_not_the_period():
    (found,) = find_statements(
        "Answers in time fell to 93.1% because of a vacancy in the Mooring Safety Team, filled on 5 May 2031."
    )
    assert (found.period, found.area) == (None, None)


def test_a_bare_month_or_quarter_takes_the_year_of_the_paper():
    text = "Use was 71% in February. There were 96 fires in Quarter 3, compared with 108 a year ago."
    february, third = find_statements(text, title="Harbour report 2031/32")
    assert february.period is not None and third.period is not None
    assert (february.period.text, february.period.start, february.period.end) == (
        "February",
        "2032-02-01",
        "2032-02-29",
    )
    assert (third.period.start, third.period.end) == ("2031-10-01", "2031-12-31")
    assert [s.period and s.period.start for s in find_statements(text, title="Report")] == [None, None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mean towing time in Northby was 41 minutes in May 2031. In Port Ellery it was 28 minutes.",
         [("mean towing time", 41 * 60, "Northby", "May 2031"), ("mean towing time", 28 * 60, "Port Ellery", "May 2031")]),
        ("The berthing rate reached 67.2% in May 2031. Southby has the lowest rate, 61.5%.",
         [("berthing rate", 67.2, None, "May 2031"), ("berthing rate", 61.5, "Southby", "May 2031")]),
        ("Yards provided 8,400 ropes in May 2031, of which 66.9% were tarred.",
         [("ropes", 8400, None, "May 2031"), ("ropes tarred", 66.9, None, "May 2031")]),
        ("Northby had 61 boats waiting more than 65 weeks in May 2031.",
         [("boats waiting more than 65 weeks", 61, "Northby", "May 2031")]),
        ("5,418 skippers were waiting for a berth in May 2031.", [("skippers waiting for a berth", 5418, None, "May 2031")]),
        ("In May 2031 the mooring standard was met for 79.1% of boats towed in.",
         [("mooring standard met for boats towed in", 79.1, None, "May 2031")]),
        ("In Northby 90% of calls were answered within two hours in May 2031.",
         [("calls answered within two hours", 90, "Northby", "May 2031")]),
    ],
)  # fmt: skip
def test_statements_lean_on_what_stands_before_them(text, told):
    found = list(find_statements(text))
    assert [(s.measure, s.value.value, s.area, s.period.text) for s in found] == told


@pytest.mark.parametrize(
    "text", ["It was 28 minutes.", "The Harbour Board had 12 members.", "We had 61 replies.", "Southby has the lowest rate, 61.5%.",
     "Charts are provided six monthly to the pilots."],
)  # fmt: skip
def test_what_leans_on_nothing_states_nothing(text):
    assert list(find_statements(text)) == []


def test_a_noun_behind_the_level_of_something_is_its_unit():
    (found,) = find_statements(
        "Ferry ridership in Port Ellery was 4,100 trips in 2030/31, compared with 3,900 in 2029/30."
    )
    assert (found.measure, found.value.value, found.value.unit) == ("Ferry ridership", 4100, "trips")
    (found,) = find_statements("The number of moorings was 1,212 berths in 2031, compared with 1,180 in 2030.")
    assert (found.measure, found.value.unit) == ("berths", "count")


@pytest.mark.parametrize(("text", "measure", "expected"), [
    ("Northby had 24 fires in quarter 3 2030/31, Southby 31 and Eastby 12.", "fires", [("Northby", 24), ("Southby", 31), ("Eastby", 12)]),
    ("There were 67 boat fires in May 2031: Northby 24, Southby 31, Eastby 12.", "boat fires",
     [(None, 67), ("Northby", 24), ("Southby", 31), ("Eastby", 12)]),
    ("Attendance on time was 78.4% in Northby, 81.2% in Southby and 69.9% in Eastby.", "Attendance on time",
     [("Northby", 78.4), ("Southby", 81.2), ("Eastby", 69.9)]),
    ("Safety visits rose to 1,204 (Northby 512, Southby 480, Eastby 212).", "Safety visits",
     [(None, 1204), ("Northby", 512), ("Southby", 480), ("Eastby", 212)]),
    ("In Northby district 24 people were killed or badly injured on the roads between April and December 2031, and in Southby district 31.",
     "people killed or badly injured on the roads", [("Northby", 24), ("Southby", 31)]),
    ("Fires fell to 24 in Northby, and in Southby the crews made 31 visits.", "Fires", [("Northby", 24)]),
    ("Northby had 24 fires in May 2031, and 12% of them at sea.", "fires", [("Northby", 24)]),
])  # fmt: skip
def test_a_measure_goes_on_for_the_places_of_a_list(text: str, measure: str, expected: list[tuple[str | None, float]]):
    found = list(find_statements(text))
    assert [(s.area, s.value.value) for s in found if s.value is not None] == expected
    assert {s.measure for s in found} == {measure}
