"""The corpus of real papers is read as well as it ever was, and each of its words is accounted for."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests import corpus, floors

pytestmark = pytest.mark.slow


def test_the_corpus_is_read_as_well_as_before(corpus_db: Path) -> None:
    before, measured = floors.read(), corpus.sections(corpus_db)
    faults = [
        f"[{section}] {fault}"
        for section in measured
        for fault in floors.below(before.get(section, {}), measured[section])
    ]
    assert not faults, "\n".join(faults)


def test_every_page_of_the_corpus_accounts_for_each_of_its_words(corpus_db: Path) -> None:
    with sqlite3.connect(corpus_db) as connection:
        pages, closed = connection.execute(
            "SELECT COUNT(*), SUM(words_recorded + words_furniture + words_unread = words) FROM pages"
        ).fetchone()
        expected = connection.execute(
            "SELECT SUM(page_count) FROM documents WHERE outcome NOT LIKE 'failed%'"
        ).fetchone()
    assert pages == closed == expected[0]


def test_every_paper_of_the_corpus_is_in_the_database(corpus_db: Path) -> None:
    with sqlite3.connect(corpus_db) as connection:
        outcomes = dict(connection.execute("SELECT document, outcome FROM documents"))
    papers = {file.stem for name in corpus.SETS for file in (corpus.FOLDER / name).glob("*.pdf")}
    assert outcomes.keys() == papers
    assert not [name for name, outcome in outcomes.items() if outcome.startswith("failed")]
