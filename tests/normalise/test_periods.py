from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.fiscal_years import first_month, in_fiscal_year
from normalise.periods import Period, find_periods, parse_period, resolve
from normalise.vocabularies import vocabulary
from normalise.year_begins import fiscal_year_from

MONTHS = list(calendar.month_name)[1:]
months = st.integers(1, 12)
years = st.integers(2000, 2049)
days = st.dates(dt.date(2000, 1, 1), dt.date(2049, 12, 31))


def ends(text: str) -> tuple[str | None, str | None]:
    found = parse_period(text)
    assert found is not None, text
    return found.start, found.end


def last_day(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def print_month(year: int, month: int, style: str) -> str:
    name = MONTHS[month - 1]
    return {
        "Jan 22": f"{name[:3]} {year % 100:02}",
        "Jan22": f"{name[:3]}{year % 100:02}",
        "Jan-22": f"{name[:3]}-{year % 100:02}",
        "Jan '22": f"{name[:3]} '{year % 100:02}",
        "January 2022": f"{name} {year}",
    }[style]


MONTH_STYLES = st.sampled_from(["Jan 22", "Jan22", "Jan-22", "Jan '22", "January 2022"])


@given(years, months, MONTH_STYLES)
def test_a_month_is_the_whole_of_it(year: int, month: int, style: str):
    assert ends(print_month(year, month, style)) == (f"{year}-{month:02}-01", last_day(year, month).isoformat())


@given(years, months, MONTH_STYLES, st.sampled_from(["YTD {}", "[YTD {}]", "YTD to {}", "year to date {}", "YTD - {}"]))
def test_year_to_date_begins_in_april(year: int, month: int, style: str, frame: str):
    first = dt.date(year if month >= 4 else year - 1, 4, 1)
    assert ends(frame.format(print_month(year, month, style))) == (first.isoformat(), last_day(year, month).isoformat())


@given(
    years,
    months,
    MONTH_STYLES,
    st.sampled_from(["Year ending {}", "12 months to {}", "rolling 12 months to {}", "year to {}"]),
)
def test_a_year_ends_where_it_says(year: int, month: int, style: str, frame: str):
    end = last_day(year, month)
    first = (dt.date(end.year - 1, end.month, 28) + dt.timedelta(days=4)).replace(day=1)
    assert ends(frame.format(print_month(year, month, style))) == (first.isoformat(), end.isoformat())


@given(
    st.integers(2000, 2048),
    st.sampled_from(["{a}/{b:02}", "{a}-{b:02}", "{a}/{c}", "FY {a}/{b:02}", "FY{b:02}", "[{a}/{b:02}]"]),
)
def test_financial_years_read_back(first: int, style: str):
    text = style.format(a=first, b=(first + 1) % 100, c=first + 1)
    assert ends(text) == (f"{first}-04-01", f"{first + 1}-03-31")


@given(
    st.integers(2000, 2048),
    st.integers(1, 4),
    st.sampled_from(["Q{q} {a}/{b:02}", "Q{q} {s:02}/{b:02}", "Quarter {q} {a}-{b:02}", "{a}/{b:02} Q{q}"]),
)
def test_quarters_of_a_financial_year_read_back(first: int, quarter: int, style: str):
    text = style.format(q=quarter, a=first, s=first % 100, b=(first + 1) % 100)
    month, year = [(4, first), (7, first), (10, first), (1, first + 1)][quarter - 1]
    assert ends(text) == (f"{year}-{month:02}-01", last_day(year, month + 2).isoformat())


@given(
    years,
    st.integers(1, 11),
    st.integers(1, 11),
    st.sampled_from(["{a}-{b} {y:02}", "{a} – {b} {y:02}", "{a} to {b} {z}"]),
)
def test_spans_of_months_read_back(year: int, first: int, more: int, style: str):
    last = min(12, first + more)
    text = style.format(a=MONTHS[first - 1][:3], b=MONTHS[last - 1][:3], y=year % 100, z=year)
    assert ends(text) == (f"{year}-{first:02}-01", last_day(year, last).isoformat())


@given(days, st.sampled_from(["as at %d %B %Y", "%d/%m/%Y", "%d %b %y", "as of %d %B %Y"]))
def test_days_read_back(day: dt.date, style: str):
    assert ends(day.strftime(style)) == (day.isoformat(), day.isoformat())


@given(days)
def test_weeks_read_back(day: dt.date):
    assert ends(f"week ending {day:%d %B %Y}") == ((day - dt.timedelta(days=6)).isoformat(), day.isoformat())


@given(years, months, st.integers(0, 5))
def test_the_same_period_is_moved_to_its_year(year: int, month: int, back: int):
    beside = parse_period(f"YTD {print_month(year, month, 'January 2022')}")
    assert beside is not None and beside.start is not None
    first = int(beside.start[:4]) - back
    same = parse_period(f"Same period {first}/{(first + 1) % 100:02}")
    assert same is not None
    moved = resolve(same, beside)
    assert (moved.start, moved.end) == (f"{first}-04-01", last_day(year - back, month).isoformat())


def test_the_same_period_leans_on_nothing_by_itself():
    same = parse_period("same period last year")
    assert same is not None
    assert (same.start, same.end) == (None, None)
    assert resolve(same, None) == same


def test_a_financial_year_may_begin_elsewhere():
    found = parse_period("2021/22", begins=1)
    assert found is not None
    assert (found.start, found.end) == ("2021-01-01", "2021-12-31")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2018-2020", "2018-01-01", "2020-12-31"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("H1 2023/24", "2023-04-01", "2023-09-30"),
        ("Q1-Q3 2021/22", "2021-04-01", "2021-12-31"),
        ("Nov 20 - Jan 21", "2020-11-01", "2021-01-31"),
        ("1 April 2021 to 31 January 2022", "2021-04-01", "2022-01-31"),
        ("quarter ending 31 December 2023", "2023-10-01", "2023-12-31"),
        ("October 1 – December 31, 2025", "2025-10-01", "2025-12-31"),
        ("October 12 – January 4, 2026", "2025-10-12", "2026-01-04"),
        ("July 1, 2025 through June 30, 2026", "2025-07-01", "2026-06-30"),
        ("as of December 31, 2025", "2025-12-31", "2025-12-31"),
        ("Q1 FY26", "2025-04-01", "2025-06-30"),
        ("FY’26", "2025-04-01", "2026-03-31"),
        ("rolling 12 months", None, None),
        ("Q3", None, None),
        ("Q3 2023", None, None),  # nobody says where its quarters begin
    ],
)
def test_other_periods(text: str, start: str | None, end: str | None):
    assert ends(text) == (start, end)


@pytest.mark.parametrize("text", ["2.7/4.4", "may 20 officers", "7/10 wards", "31/02/2022 beds", "Target", "P1"])
def test_what_is_no_period(text: str):
    assert [p for p in find_periods(text) if p.start] == []


@given(st.text(alphabet="0123456789/- JanFebQYTDto.'[]", max_size=30))
def test_no_text_is_too_strange(text: str):
    for period in find_periods(text):
        assert isinstance(period, Period)
        assert 0 <= period.at < period.until <= len(text)


@pytest.mark.parametrize(("sentence", "month"), [
    ("Our fiscal year runs from July 1 to June 30.", 7),
    ("The Harbour's fiscal year begins October 1", 10),
    ("FY2031 (October 1, 2030 – September 30, 2031)", 10),
    ("The financial year is 1 April to 31 March", 4),
    ("Fiscal Year 2031, Second Quarter (October 1 – December 31, 2030)", 7),
    ("FY2031 Q3 (July–September 2031)", 1),
    ("The fiscal year of the harbour town runs from July 1 through June 30.", 7),
    ("Proposed budget for the fiscal year ending June 30, 2031", 7),
    ("Figures for the financial year ended 31 March 2031", 4),
    ("Fiscal years end on September 30.", 10),
    ("FY2031 (October to December)", None),
    ("Fiscal year figures for moorings in May", None),
])  # fmt: skip
def test_a_sentence_says_when_a_fiscal_year_begins(sentence: str, month: int | None):
    assert first_month(sentence) == month


@pytest.mark.parametrize(("text", "begins", "days"), [
    ("FY2031", 7, ("2030-07-01", "2031-06-30")),
    ("FY2031 Q2", 7, ("2030-10-01", "2030-12-31")),
    ("Q4 FY2031", 10, ("2031-07-01", "2031-09-30")),
    ("FY2031", 1, ("2031-01-01", "2031-12-31")),
    ("2030/31", 7, ("2030-07-01", "2031-06-30")),
    ("May 2031", 7, ("2031-05-01", "2031-05-31")),
])  # fmt: skip
def test_fiscal_years_are_dated_by_their_first_month(text: str, begins: int, days: tuple[str, str]):
    period = parse_period(text)
    assert period is not None
    found = in_fiscal_year(period, begins)
    assert (found.start, found.end) == days


@pytest.mark.parametrize(("text", "begins", "days"), [
    ("FY2031", 7, ("2030-07-01", "2031-06-30")),
    ("Q2 FY2031", 10, ("2031-01-01", "2031-03-31")),
    ("FY31", 1, ("2031-01-01", "2031-12-31")),
    ("2030/31", 7, ("2030-07-01", "2031-06-30")),
    ("Q3 2030/31", 7, ("2031-01-01", "2031-03-31")),
    ("H2 2030/31", 10, ("2031-04-01", "2031-09-30")),
    ("YTD Jan 31", 7, ("2030-07-01", "2031-01-31")),
    ("Year to date Apr – Sept 2031", 4, ("2031-04-01", "2031-09-30")),
    ("YTD (Oct-Jan 2031)", 10, ("2030-10-01", "2031-01-31")),
    ("Year to date (January to June 2031)", 4, ("2031-01-01", "2031-06-30")),
    ("Q3 2031", 1, ("2031-07-01", "2031-09-30")),
    ("Q3 2031", 7, (None, None)),  # 2030/31 or 2031/32?
    ("May 2031", 7, ("2031-05-01", "2031-05-31")),
])  # fmt: skip
def test_the_reader_is_told_when_fiscal_years_begin(text: str, begins: int, days: tuple[str | None, str | None]):
    with fiscal_year_from(begins):
        assert ends(text) == days


def test_what_nobody_is_told_stays_as_it_was():
    with fiscal_year_from(None):
        assert ends("FY2031") == (None, None)
        assert ends("2030/31") == ("2030-04-01", "2031-03-31")


@given(years, months, st.integers(1, 12), st.integers(0, 3))
def test_a_year_to_date_begins_with_the_fiscal_year(year: int, month: int, begins: int, back: int):
    with fiscal_year_from(begins):
        beside = parse_period(f"YTD {print_month(year, month, 'January 2022')}")
        assert beside is not None and beside.start is not None
        first = int(beside.start[:4])
        assert beside.start == f"{first}-{begins:02}-01"
        assert 0 <= (year - first) * 12 + month - begins < 12
        same = parse_period(f"Same period {first - back}/{(first - back + 1) % 100:02}")
        assert same is not None
        assert resolve(same, beside).start == f"{first - back}-{begins:02}-01"


@given(years, st.integers(1, 5), st.sampled_from(["{}-{}", "{}–{}", "{} – {}"]))
def test_calendar_years_from_one_to_another_read_back(first: int, more: int, style: str):
    last = first + 1 + more
    assert ends(style.format(first, last)) == (f"{first}-01-01", f"{last}-12-31")


@given(years, st.sampled_from(["Jan – Dec {s:02}", "Jan-Dec {y}", "January to December {y}", "{y}"]))
def test_a_calendar_year_reads_back(year: int, style: str):
    assert ends(style.format(y=year, s=year % 100)) == (f"{year}-01-01", f"{year}-12-31")


@given(st.integers(2000, 2048), st.integers(1, 2), st.sampled_from(["H{h} {a}/{b:02}", "{n} half of {a}/{b:02}"]))
def test_halves_of_a_financial_year_read_back(first: int, half: int, style: str):
    text = style.format(h=half, n=("First", "Second")[half - 1], a=first, b=(first + 1) % 100)
    days = (f"{first}-04-01", f"{first}-09-30") if half == 1 else (f"{first}-10-01", f"{first + 1}-03-31")
    assert ends(text) == days


@given(days, st.integers(0, 120), st.sampled_from(["{:%d/%m/%Y} to {:%d/%m/%Y}", "{:%d %B %Y} – {:%d %B %Y}"]))
def test_spans_of_days_read_back(first: dt.date, more: int, style: str):
    last = first + dt.timedelta(days=more)
    assert ends(style.format(first, last)) == (first.isoformat(), last.isoformat())


@given(
    years,
    months,
    st.sampled_from([("quarter ending {}", 3), ("3 months to {}", 3), ("six months to {}", 6), ("half year to {}", 6)]),
)
def test_so_many_months_up_to_one_read_back(year: int, month: int, frame: tuple[str, int]):
    at = year * 12 + month - frame[1]
    start = f"{at // 12}-{at % 12 + 1:02}-01"
    assert ends(frame[0].format(f"{MONTHS[month - 1]} {year}")) == (start, last_day(year, month).isoformat())


@given(years, months, st.sampled_from(["same period last year", "same month last year", "previous year"]))
def test_a_year_before_leans_on_the_period_beside_it(year: int, month: int, said: str):
    beside, before = parse_period(f"{MONTHS[month - 1]} {year}"), parse_period(said)
    assert beside is not None and before is not None
    moved = resolve(before, beside)
    assert (moved.start, moved.end) == (f"{year - 1}-{month:02}-01", last_day(year - 1, month).isoformat())


@pytest.mark.parametrize("change", [str.upper, str.title, str])
def test_every_period_told_in_words_alone_is_looked_for(change: Callable[[str], str]) -> None:
    alone = {"year_to_date", "year_before", "quarter_before", "month_before", "rolling"}
    forms = [form for form, kind in vocabulary("period_words").items() if kind in alone]
    assert [form for form in forms if not any(find_periods(f"Arrears, {change(form)}"))] == []
    assert any(find_periods(f"Arrears, {change('same period')} {change('last year')}"))
