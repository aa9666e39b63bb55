"""What reading costs, counted and not timed: calls of functions a page, which no other load of the machine changes.

A ceiling only ever falls. Where a change needs more, look first for what need not be done: `python -m benchmarks.reading FOLDER`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from types import FrameType

import pytest

from extract.document import extract_document
from load.rows import Paper, make_rows
from normalise.document import normalise_document
from tests.samples import ROOT, SAMPLES

CEILINGS = {
    "minutes-table": 51.1,
    "register-spreadsheet": 157.0,
    "report-performance": 38.3,
    "scorecard-quarters": 275.0,
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


def thousands_a_page() -> dict[str, float]:
    """Of each sample, once what is remembered of words and patterns need not be counted."""
    data = {name: (SAMPLES / name / f"{name}.pdf").read_bytes() for name in CEILINGS}
    return {name: [calls_of(paper), calls_of(paper)][1] / 1000 for name, paper in data.items()}


@pytest.fixture(scope="module")
def counted() -> dict[str, float]:
    """Counted in a process of its own: what is remembered of other tests' papers would change it."""
    code = "import json; from tests.test_cost import thousands_a_page; print(json.dumps(thousands_a_page()))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("name", sorted(CEILINGS))
def test_no_page_costs_more_calls_than_it_did(name: str, counted: dict[str, float]) -> None:
    assert counted[name] <= CEILINGS[name], f"{counted[name]:.1f} thousand calls a page"
