from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.record import Field, Printed
from models.section import Paper
from normalise.dates import find_dates, first_date, in_order, month_first, parse_date
from normalise.document import normalise_document


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("14th March 2022", "2022-03-14"),
        ("Monday 14th March 2022", "2022-03-14"),
        ("Monday, 14 March, 2022 at 10:30", "2022-03-14"),
        ("Monday14th March 2022", "2022-03-14"),
        ("March 14, 2022", "2022-03-14"),
        ("14 Mar 22", "2022-03-14"),
        ("14-Mar-22", "2022-03-14"),
        ("14 and 15 March 2022", "2022-03-14"),
        ("31/12/2024", "2024-12-31"),
        ("31.12.24", "2024-12-31"),
        ("1-2-2024", "2024-02-01"),
        ("12/31/2024", "2024-12-31"),
        ("2024-02-01", "2024-02-01"),
        ("03/2024", "2024-03"),
        ("2024-03", "2024-03"),
        ("Sept 17", "2017-09"),
        ("Sep-17", "2017-09"),
        ("Apr-18", "2018-04"),
        ("Dec ’23", "2023-12"),
        ("June2021", "2021-06"),
        ("end of March 2024", "2024-03"),
        ("By April/May 2025", "2025-04"),
        ("Jan to March 2023", "2023-01"),
        ("Autumn 2017", "2017"),
        ("Late Spring 2011", "2011"),
        ("Q3 2023/24", "2023"),
        ("Q4 2023/24", "2024"),
        ("Q2 2024", "2024"),
        ("2018", "2018"),
        ("23-Mar", None),
        ("14/03", None),
        ("June", None),
        ("2023/24", None),
        ("TBD", None),
        ("Ongoing", None),
        ("31/02/2024", None),
        ("", None),
        ("£2024", None),
    ],
)
def test_a_printed_date(printed, iso):
    assert parse_date(printed) == iso


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("May-17 opens the hall, roof by May 2018", "2017-05"),
        ("Sept 2017 report to the group, then ongoing", "2017-09"),
        ("Ongoing work. June 2018 - produce a plan and go on", "2018-06"),
        ("The plan may 20 times over be asked for", None),
        ("In the 2021 plan, due 3 May 2022", "2022-05-03"),
        ("Approved in the budget for 2021/22", None),
    ],
)
def test_the_first_date_of_a_text(printed, iso):
    assert first_date(printed) == iso


def test_a_sentence_is_not_a_date():
    assert parse_date("The hall was opened by the mayor on 3 May 2022 in the rain") is None


def test_all_dates_with_their_places():
    text = "from 3 May 2022 to Sept 23"
    assert [(f.iso, text[f.start : f.end]) for f in find_dates(text)] == [
        ("2022-05-03", "3 May 2022"),
        ("2023-09", "Sept 23"),
    ]


@given(
    st.dates(dt.date(1971, 1, 1), dt.date(2068, 12, 31)),
    st.sampled_from(
        ["%d %B %Y", "%d %b %Y", "%d/%m/%Y", "%d.%m.%y", "%A %d %B %Y", "%Y-%m-%d", "%d-%b-%y", "%B %d, %Y"]
    ),
)
def test_any_day_in_any_form_comes_back(day, form):
    assert parse_date(day.strftime(form)) == day.isoformat()


@given(st.text(max_size=60))
def test_any_text_is_survived(text):
    for found in find_dates(text):
        assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize(
    ("texts", "leads"),
    [
        (["due 9/30/2024", "10/15/24, then 1/2/2025"], True),
        (["due 9/30/2024", "1/2/2025"], None),  # one may be a slip
        (["9/30/2024", "10/15/2024", "15/10/2024"], False),
        (["1/2/2025", "ratio 9/30", "12/31/99/4"], None),
        ([], None),
    ],
)
def test_a_paper_tells_by_its_dates_whether_the_month_leads(texts: list[str], leads: bool | None) -> None:
    assert month_first(texts) is leads


@given(st.dates(dt.date(1971, 1, 1), dt.date(2068, 12, 31)))
def test_with_the_month_first_any_date_is_read_back(day: dt.date) -> None:
    with in_order(month_leads=True):
        assert parse_date(f"{day.month}/{day.day}/{day.year}") == day.isoformat()
        assert parse_date(f"{day.day} {day:%B} {day.year}") == day.isoformat()
    assert parse_date("1/2/2024") == "2024-02-01"


@pytest.mark.parametrize(
    ("texts", "leads"),
    [
        (["03/04/2025", "$412,880 until 06/30/2025"], True),
        (["03/04/2025", "March 4, 2025", "on February 3, 2025 for $40"], True),
        (["03/04/2025", "March 4, 2025", "on February 3, 2025 for £40"], None),
        (["03/04/2025", "4 March 2025", "February 3, 2025", "March 3, 2025", "$4"], None),
        (["13/04/2025", "March 4, 2025", "February 3, 2025", "$4"], False),
        (["06/30/2025"], None),
    ],
)
def test_dates_in_words_and_dollars_tell_where_those_in_numbers_could_be_either(
    texts: list[str], leads: bool | None
) -> None:
    assert month_first(texts) is leads


def test_all_dates_of_a_paper_are_read_in_its_order() -> None:
    printed = [
        Printed("tracked_actions", {"action": Field(f"Repair {n}"), "due_text": Field(due)})
        for n, due in enumerate(["9/30/2024", "10/15/2024", "1/2/2025"])
    ]
    dates = [r.values["due_date"].value for r in normalise_document(printed).records]
    assert dates == ["2024-09-30", "2024-10-15", "2025-01-02"]


def test_each_paper_of_a_pack_writes_its_dates_in_its_own_order() -> None:
    def line(day: str, page: int) -> Printed:
        place = (page, (0.0, 0.0, 9.0, 9.0))
        return Printed("tracked_actions", {"action": Field("Paint"), "due_text": Field(day, place=place)})

    papers = [Paper(n, n, n, None) for n in (1, 2, 3)]
    lines = [line(d, 1) for d in ("9/30/2024", "10/15/2024", "1/2/2025")]
    lines += [line(d, 2) for d in ("30/9/2024", "1/2/2025")] + [line("1/2/2025", 3)]
    dates = [r.values["due_date"].value for r in normalise_document(lines, papers).records]
    assert dates == ["2024-09-30", "2024-10-15", "2025-01-02", "2024-09-30", "2025-02-01", "2025-02-01"]


@pytest.mark.parametrize(
    ("dues", "dates"),
    [
        (["Feb 1", "Mar 25", "by April 15", "June 2032", "Mar ’32"], [None, None, None, "2032-06", "2032-03"]),
        (["Mar 25", "Sept 31", "June 2032"], ["2025-03", "2031-09", "2032-06"]),  # no day tells
    ],
)
def test_a_number_behind_a_month_is_a_day_where_another_one_can_be_nothing_else(
    dues: list[str], dates: list[str | None]
) -> None:
    printed = [Printed("tracked_actions", {"action": Field("Paint"), "due_text": Field(due)}) for due in dues]
    records = normalise_document(printed).records
    assert [r.values["due_date"].value if "due_date" in r.values else None for r in records] == dates
