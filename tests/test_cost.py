"""What reading costs, counted and not timed: calls of functions a page, which no other load of the machine changes.

A ceiling only ever falls. Where a change needs more, look first for what need not be done: `python -m benchmarks.reading FOLDER`.
"""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from extract.document import extract_document
from load.rows import Paper, make_rows
from normalise.document import normalise_document
from tests.samples import SAMPLES

CEILINGS = {
    "minutes-table": 55.0,
    "register-spreadsheet": 161.0,
    "report-performance": 41.5,
    "scorecard-quarters": 288.0,
}
"""Sample -> calls a page, in thousands, once what all papers share is worked out."""


def calls_of(data: bytes) -> float:
    """Calls of functions a page, those of C too, from the bytes of a paper to its rows."""
    count = 0

    def counted(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        extracted = extract_document(data)
        normalised = normalise_document(extracted.printed, (claim.section.paper for claim in extracted.claims))
        make_rows(Paper("paper", "0" * 64, len(data), "cost"), extracted, normalised)
    finally:
        sys.setprofile(before)
    return count / extracted.page_count


@pytest.mark.parametrize("name", sorted(CEILINGS))
def test_no_page_costs_more_calls_than_it_did(name: str) -> None:
    data = (SAMPLES / name / f"{name}.pdf").read_bytes()
    calls_of(data)  # what is remembered of words and patterns is not counted
    thousands = calls_of(data) / 1000
    assert thousands <= CEILINGS[name], f"{thousands:.1f} thousand calls a page"
