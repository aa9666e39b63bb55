"""New SQLite databases are made in one go, and are the same as migrated ones."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from load import fresh
from load.database import HEAD, migrate, open_database
from load.engines import engine_for
from load.fresh import HEAD_FILE, told_by_migrations

EVERYTHING = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"


def held(engine: sa.Engine) -> list[tuple[str, ...]]:
    """All that SQLite keeps of a database but its rows; white space does not count."""
    with engine.connect() as connection:
        return [(*names, " ".join((sql or "").split())) for *names, sql in connection.exec_driver_sql(EVERYTHING).all()]


def migrated(file: Path) -> sa.Engine:
    """A database that went through all migrations."""
    engine = engine_for(str(file), wait=1.0)
    migrate(engine, "0001")
    migrate(engine)
    return engine


def test_the_file_says_what_the_migrations_make():
    assert HEAD_FILE.read_text("utf-8") == told_by_migrations(), "run: python -m load.fresh"


def test_a_new_database_is_the_same_as_a_migrated_one(tmp_path: Path):
    new, old = open_database(str(tmp_path / "new.sqlite")), migrated(tmp_path / "old.sqlite")
    assert held(new) == held(old)
    for engine in (new, old):
        with engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").all() == [(HEAD,)]
        engine.dispose()


def test_a_new_database_goes_down_as_a_migrated_one_does(tmp_path: Path):
    new, old = open_database(str(tmp_path / "new.sqlite")), migrated(tmp_path / "old.sqlite")
    for engine in (new, old):
        migrate(engine, "0003")
    assert held(new) == held(old)
    new.dispose()
    old.dispose()


def test_a_new_database_needs_no_alembic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "alembic", None)
    open_database(str(tmp_path / "new.sqlite")).dispose()


def test_a_file_of_an_older_version_is_left_to_the_migrations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    older = tmp_path / "head.sql"
    older.write_text("-- 0001\nCREATE TABLE document (a);\n", "utf-8")
    monkeypatch.setattr(fresh, "HEAD_FILE", older)
    new = open_database(str(tmp_path / "new.sqlite"))
    assert held(new) == held(migrated(tmp_path / "old.sqlite"))


def test_what_is_there_already_is_never_made_anew(tmp_path: Path):
    engine = engine_for(str(tmp_path / "mine.sqlite"), wait=1.0)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE mine (a)")
        assert not fresh.make_tables(connection, HEAD)
    engine.dispose()
