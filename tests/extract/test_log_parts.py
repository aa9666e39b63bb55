"""Logs in several tables without headings, told from all of them together."""

from dataclasses import replace

from extract.meeting.log_parts import columns_told
from tests.registers import table

ROWS = [["1", "Mend the lamps", "Ann Brook", "May 2026"], ["2", "Dredge the bar", "Carl Dean", "June 2026"]]


def test_tables_whose_columns_differ_in_number_are_not_told_together() -> None:
    narrow = table([row[:3] for row in ROWS], headings=0)
    moved = tuple(replace(c, column=3) if c.column == 2 else c for c in narrow.cells)
    wide = replace(narrow, columns=4, cells=moved)  # no cell begins in the third of its columns
    told = columns_told([narrow, wide])
    assert set(told) == {id(narrow), id(wide)}
    assert all(a.column.index < t.columns for t in (narrow, wide) for a in told[id(t)][0])
