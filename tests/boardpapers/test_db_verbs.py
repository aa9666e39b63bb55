"""The verbs that look after a database, and `search`, as people run them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from boardpapers.errors import BAD_ARGUMENTS, DATABASE, OK
from load.database import HEAD, migrate, open_database
from tests.boardpapers.commands import Command, rows


class TestUpgrade:
    def test_makes_a_database_and_brings_an_older_one_up_to_date(self, tmp_path: Path, command: Command) -> None:
        db = tmp_path / "x.sqlite"
        assert HEAD in command("db", "upgrade", "--db", db).out
        migrate(open_database(str(db)), "0005")
        old = command("query", "SELECT 1", "--db", db)
        assert (old.code, "boardpapers db upgrade" in " ".join(old.err.split())) == (DATABASE, True)
        assert command("db", "upgrade", "--db", db).code == OK
        assert command("query", "SELECT COUNT(*) FROM risks", "--db", db).code == OK


class TestCheck:
    def test_a_sound_database_is_told(self, samples_db: Path, tmp_path: Path, command: Command) -> None:
        db = tmp_path / "x.sqlite"
        db.write_bytes(samples_db.read_bytes())
        assert command("db", "check", "--db", db).code == OK
        assert command("db", "check", "--db", db, "--json").json == {"sound": True, "faults": []}

    def test_a_part_without_its_whole_is_told(self, samples_db: Path, tmp_path: Path, command: Command) -> None:
        db = tmp_path / "x.sqlite"
        db.write_bytes(samples_db.read_bytes())
        with sqlite3.connect(db) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            connection.execute("DELETE FROM document WHERE document = 'minutes-table'")
        run = command("db", "check", "--db", db)
        assert run.code == DATABASE
        assert "belongs to a document that is not there" in " ".join(run.err.split())

    def test_there_is_nothing_to_check(self, tmp_path: Path, command: Command) -> None:
        assert command("db", "check", "--db", tmp_path / "none.sqlite").code == DATABASE
        assert list(tmp_path.iterdir()) == []


def test_reindex_says_so(samples_db: Path, tmp_path: Path, command: Command) -> None:
    db = tmp_path / "x.sqlite"
    db.write_bytes(samples_db.read_bytes())
    assert command("db", "reindex", "--db", db).code == OK
    assert command("search", "flood", "--db", db).code == OK


def test_sqlite_knows_no_roles(tmp_path: Path, command: Command) -> None:
    run = command("db", "grant-read", "reader", "--db", tmp_path / "x.sqlite")
    assert (run.code, "read-only" in run.err) == (BAD_ARGUMENTS, True)


class TestSearch:
    def test_finds_words_in_all_papers(self, samples_db: Path, command: Command) -> None:
        run = command("search", "flood", "--db", samples_db, "--json")
        assert len({hit["document"] for hit in run.json}) >= 3
        hit = run.json[0]
        (held,) = rows(samples_db, f"SELECT \"{hit['field']}\" FROM {hit['view']} WHERE row_key = '{hit['row_key']}'")
        assert held == (hit["text"],)

    def test_prints_a_table_and_how_many_there_are(self, samples_db: Path, command: Command) -> None:
        table = command("search", '"risk register"', "--limit", 2, "--db", samples_db).out
        assert "the first 2 texts; more with --limit" in table
        assert "no text holds that" in command("search", "hippopotamus", "--db", samples_db).out

    def test_one_view_alone(self, samples_db: Path, command: Command) -> None:
        hits = command("search", "risk", "--view", "minutes", "--db", samples_db, "--json").json
        assert {hit["view"] for hit in hits} == {"minutes"}

    @pytest.mark.parametrize("asked", [("the",), ("flood", "--view", "risk")])
    def test_what_cannot_be_asked_says_what_to_do(
        self, samples_db: Path, command: Command, asked: tuple[str, ...]
    ) -> None:
        run = command("search", *asked, "--db", samples_db)
        assert run.code == BAD_ARGUMENTS
        assert "for example" in run.err or "did you mean risks" in run.err
