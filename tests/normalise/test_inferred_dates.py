"""Due dates without a year: the year that the day of the meeting fixes, and where it fixes none."""

from __future__ import annotations

import pytest

from models.record import Field, Printed
from normalise.document import normalise_document
from normalise.inferred_dates import infer_date


@pytest.mark.parametrize(
    ("text", "met", "date"),
    [
        ("by 30 September", "2025-06-10", "2025-09-30"),
        ("November", "2025-09-10", "2025-11"),
        ("end of January", "2025-11-04", "2026-01"),
        ("23-Mar", "2025-11-04", "2026-03-23"),
        ("September 5", "2025-06-10", "2025-09-05"),
        ("June", "2025-06-10", "2025-06"),
        ("9 June", "2025-06-10", None),  # a day that has passed, or a year ahead
        ("May", "2025-06-10", None),
        ("June or July", "2025-05-10", None),
        ("as they may wish", "2025-02-10", None),
        ("30 September 2026", "2025-06-10", None),
        ("31 June", "2025-05-10", None),
        ("September", "2025", None),
        ("next meeting", "2025-06-10", None),
    ],
)
def test_the_meeting_fixes_the_year_of_the_months_ahead(text: str, met: str, date: str | None) -> None:
    assert infer_date(text, met) == date


def test_an_inferred_date_stands_apart_and_is_marked() -> None:
    meeting = Printed("meetings", {"meeting_date": Field("10 June 2025")})
    minute = Printed("minutes", {"number": Field("4")}, meeting)
    plain = Printed("minute_actions", {"action": Field("Buy paint"), "due_text": Field("by 30 September")}, minute)
    whole = Printed("minute_actions", {"action": Field("Buy a brush"), "due_text": Field("30 September 2025")}, minute)
    line = Printed(
        "tracked_actions", {"action": Field("Paint"), "raised": Field("4 Nov 2024"), "due_text": Field("January")}
    )
    found = [
        {k: v.value for k, v in r.values.items() if k.startswith("due")}
        for r in normalise_document([meeting, minute, plain, whole, line]).records
        if r.view.endswith("actions")
    ]
    assert found == [
        {"due_text": "by 30 September", "due_inferred_date": "2025-09-30", "due_inferred": True},
        {"due_text": "30 September 2025", "due_date": "2025-09-30"},
        {"due_text": "January", "due_inferred_date": "2025-01", "due_inferred": True},
    ]


def test_a_line_says_which_day_its_log_stands_at_and_its_broken_reference_is_whole() -> None:
    fields = {"action": Field("Paint"), "ref": Field("QC/ 25/11")}
    line = Printed("tracked_actions", fields, context={"log_dated": Field("3 November 2025")})
    (record,) = normalise_document([line]).records
    assert (record.values["log_as_of"].value, record.values["ref"].value) == ("2025-11-03", "QC/25/11")
