from __future__ import annotations

from extract.meeting.fact_rows import fact_labels, fact_pairs
from models.table import Cell
from tests.registers import table


def row(*texts: str) -> tuple[Cell, ...]:
    return tuple(table([list(texts)], headings=0).cells)


def test_labels_with_their_values_beside_them_are_pairs():
    pairs = fact_pairs(row("Date", "Monday 3 March 2031", "Time:", "10:00"))
    assert [[c.text for c in pair] for pair in pairs] == [["Date", "Monday 3 March 2031"], ["Time:", "10:00"]]


def test_labels_alone_and_other_rows_are_no_pairs():
    assert not fact_pairs(row("Date", "Time", "Venue", "Chair"))
    assert not fact_pairs(row("Date", "Monday 3 March 2031", "Pier", "rebuilt"))
    assert not fact_pairs(row("Date", "Monday 3 March 2031"))


def test_a_row_of_labels_names_the_columns_below():
    assert [c.text for c in fact_labels(row("Date", "Time", "Venue")).values()] == ["Date", "Time", "Venue"]
