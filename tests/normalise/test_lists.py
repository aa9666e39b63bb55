"""Tables headed as lists are of which nothing is read: what is told, and what is not."""

from __future__ import annotations

import pytest

from models.page import Font, Word
from models.record import Field, Printed, Record, Value
from normalise.checks_lists import lists_are_read
from normalise.document import Context

LOG = ("Meeting date", "Directive", "Assigned to", "Due date", "Status")
CARD = ("Ref", "Indicator", "Target", "Actual", "RAG")
FONT = Font("Sans", 9.0)


def field(text: str, page: int) -> Field:
    return Field(text, (Word(text, 0, 0, 9, 9, page, 0, FONT),))


def cells(headings: tuple[str, ...], page: int = 3, rows: int = 4) -> list[Record]:
    return [
        Record(
            "table_cells",
            {
                "table_no": Value(1),
                "row_no": Value(row),
                "text": Value("x"),
                **({"header": Value(h)} if row > 1 else {}),
            },
            Printed("table_cells", {"text": field("x", page)}),
        )
        for row in range(1, rows + 1)
        for h in headings
    ]


def row(view: str, page: int) -> Record:
    return Record(view, {}, Printed(view, {"text": field("x", page)}))


@pytest.mark.parametrize(("headings", "what"), [(LOG, "action logs"), (CARD, "scorecards")])
def test_a_list_of_which_nothing_is_read_is_told_once(headings: tuple[str, ...], what: str) -> None:
    (finding,) = lists_are_read(cells(headings), Context(()))
    assert finding.rule == "a list of which nothing is read" and what in finding.message


@pytest.mark.parametrize(
    ("records", "told"),
    [
        ([*cells(LOG), row("tracked_actions", 3)], 0),
        ([*cells(CARD), row("kpis", 3)], 0),
        ([*cells(CARD), row("kpis", 7)], 1),  # another one, pages on
        ([*cells(LOG), row("kpis", 3)], 1),
        (cells(LOG, rows=2), 0),
        (cells(("Item", "Title", "Page", "Time")), 0),
        (cells(("Service", "Budget", "Actual", "Variance")), 0),
        ([row("minutes", 1)], 0),
    ],
)
def test_what_is_read_or_is_no_such_list_is_not_told(records: list[Record], told: int) -> None:
    assert len(list(lists_are_read(records, Context(())))) == told
