"""Faults of the program: each costs the part of a paper at which it strikes, is told, and loses no words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from boardpapers import reading
from boardpapers.outcomes import DAMAGED, LOADED, PARTLY_READ, PROGRAM_FAULT, Reading
from boardpapers.sources import Source
from extract import document, table
from extract.families import Family
from models import faults
from models.document import Extracted, Normalised
from normalise import document as normalising
from tests.samples import pdf_of

PAPER = pdf_of("minutes-council")


@pytest.fixture(autouse=True)
def _contained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(reading.FAULTS)


def read(monkeypatch: pytest.MonkeyPatch) -> tuple[Reading, Extracted, Normalised]:
    """The paper read, with what went into its rows."""
    seen: list[Any] = []
    make_rows = reading.make_rows

    def rows(paper: Any, extracted: Extracted, normalised: Normalised) -> Any:
        seen.extend((extracted, normalised))
        return make_rows(paper, extracted, normalised)

    monkeypatch.setattr(reading, "make_rows", rows)
    found = reading.read_paper(Source(PAPER))
    return found, seen[0], seen[1]


def fails(*_: object, **__: object) -> Any:
    raise IndexError("list index out of range")


def assert_told(found: Reading, part: str) -> None:
    assert found.outcome == PARTLY_READ
    assert found.rows is not None
    assert found.reason is not None
    assert part in found.reason
    assert "please report it" in found.reason
    assert "test_faults.py" in found.reason


def assert_nothing_lost(extracted: Extracted) -> None:
    assert all(a.words == a.recorded + a.furniture + a.unread for a in extracted.accounts)


def test_without_a_fault_the_paper_is_loaded(monkeypatch):
    assert read(monkeypatch)[0].outcome == LOADED


@pytest.mark.parametrize("step", ["claim", "read"])
def test_a_family_that_fails_leaves_its_section_to_the_others(step, monkeypatch):
    ours = document.families()
    faulty: list[Family] = [replace(f, **{step: fails}) if f.name == "minutes" else f for f in ours]
    monkeypatch.setattr(document, "families", lambda: faulty)
    found, extracted, _ = read(monkeypatch)
    assert_told(found, "a section as minutes")
    assert_nothing_lost(extracted)
    assert "minutes" not in found.records
    assert extracted.unread


def test_a_page_whose_tables_fail_keeps_its_words_and_the_others_their_tables(monkeypatch):
    read_grids, failed = table.read_grids, []

    def once(page: Any, *rest: Any) -> Any:
        if not failed:
            failed.append(page.number)
            fails()
        return read_grids(page, *rest)

    monkeypatch.setattr(table, "read_grids", once)
    found, extracted, _ = read(monkeypatch)
    assert_told(found, "the tables of this page")
    assert_nothing_lost(extracted)
    assert [f.page for f in extracted.findings if f.rule == faults.RULE] == failed


def test_a_row_that_fails_costs_no_other(monkeypatch):
    whole = read(monkeypatch)[0].records
    handlers = normalising.handlers()
    good, count = handlers["minutes"], []

    def third(item: Any, parent: Any, context: Any) -> Any:
        count.append(item)
        return fails() if len(count) == 3 else good(item, parent, context)

    monkeypatch.setattr(normalising, "handlers", lambda: handlers | {"minutes": third})
    found, extracted, normalised = read(monkeypatch)
    assert_told(found, "a row of minutes")
    assert_nothing_lost(extracted)
    assert found.records["minutes"] == whole["minutes"] - 1
    assert found.records["attendance"] == whole["attendance"]
    assert [item.view for item in normalised.lost] == ["minutes"]
    assert any(unread.reason == "a fault of the program" for unread in extracted.unread)


def test_a_check_that_fails_costs_no_row(monkeypatch):
    whole = read(monkeypatch)[0].records
    monkeypatch.setattr(normalising, "checks", lambda: (fails,))
    found = read(monkeypatch)[0]
    assert_told(found, "what fails checks")
    assert found.records == whole


def test_developers_see_a_fault_where_it_happens(monkeypatch):
    monkeypatch.setattr(normalising, "checks", lambda: (fails,))
    monkeypatch.setenv(reading.FAULTS, "raise")
    found = reading.read_paper(Source(PAPER))
    assert (found.outcome, found.rows) == (PROGRAM_FAULT, None)


def test_what_the_paper_is_to_blame_for_is_no_fault_of_the_program(monkeypatch):
    def circle(*_: object) -> Any:
        raise RecursionError("maximum recursion depth exceeded")

    monkeypatch.setattr(table, "read_grids", circle)
    assert reading.read_paper(Source(PAPER)).outcome == DAMAGED
