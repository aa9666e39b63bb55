"""A role that reads all views of PostgreSQL, and writes nothing."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import make_url

from load.database import migrate, open_database, read_database
from load.loader import load_rows
from load.readers import NoReader, grant_read
from load.runs import list_runs
from load.search import find
from models.contract import VIEWS
from models.schema import metadata
from tests.load.papers import register, rows_of


@pytest.fixture
def role(postgres_server: sa.Engine) -> Iterator[str]:
    name = f"Reader {uuid.uuid4().hex[:8]}"
    with postgres_server.begin() as connection:
        connection.exec_driver_sql(f'CREATE ROLE "{name}" LOGIN')
    yield name
    with postgres_server.begin() as connection:
        connection.exec_driver_sql(f'DROP OWNED BY "{name}"')
        connection.exec_driver_sql(f'DROP ROLE "{name}"')


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
class TestReader:
    def test_reads_every_view_and_nothing_behind_them(self, url: str, role: str) -> None:
        engine = open_database(url)
        load_rows(engine, rows_of(register()))
        grant_read(engine, role)
        reader = _as(url, role)
        with reader.connect() as connection:
            for view in VIEWS:
                connection.execute(sa.text(f'SELECT * FROM "{view}"')).fetchall()
            assert connection.scalar(sa.text("SELECT title FROM risks")) == "Floods close the depot"
            for table in {t.name for t in metadata.sorted_tables} - {"run", "run_paper"}:
                with pytest.raises(sa.exc.ProgrammingError, match="permission denied"), connection.begin_nested():
                    connection.exec_driver_sql(f"SELECT * FROM {table}")

    def test_writes_nothing(self, url: str, role: str) -> None:
        engine = open_database(url)
        load_rows(engine, rows_of(register()))
        grant_read(engine, role)
        statements = [
            "CREATE TABLE mine (x INT)",
            "DROP VIEW risks",
            "DELETE FROM alembic_version",
            "DELETE FROM documents",
        ]
        statements += [f"DELETE FROM {table.name}" for table in metadata.sorted_tables]
        statements += [f"TRUNCATE {table.name} CASCADE" for table in metadata.sorted_tables]
        with _as(url, role).connect() as connection:
            for statement in statements:
                with pytest.raises(sa.exc.DBAPIError), connection.begin_nested():
                    connection.exec_driver_sql(statement)
        with engine.connect() as connection:
            assert connection.scalar(sa.text("SELECT COUNT(*) FROM risks")) == 1

    def test_is_served_by_the_program(self, url: str, role: str) -> None:
        engine = open_database(url)
        load_rows(engine, rows_of(register()))
        grant_read(engine, role)
        reader = read_database(_address(url, role))
        assert len(find(reader, "floods")) == 1
        assert list_runs(reader, 5) == []

    def test_still_reads_when_views_were_made_anew(self, url: str, role: str) -> None:
        engine = open_database(url)
        grant_read(engine, role)
        migrate(engine)
        with _as(url, role).connect() as connection:
            assert connection.scalar(sa.text("SELECT COUNT(*) FROM risks")) == 0

    def test_that_is_not_there_is_told_how_to_make_it(self, url: str) -> None:
        with pytest.raises(NoReader, match="CREATE ROLE"):
            grant_read(open_database(url), "nobody at all")


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_sqlite_has_no_roles_and_says_what_to_do(url: str) -> None:
    with pytest.raises(NoReader, match="mode=ro"):
        grant_read(open_database(url), "anybody")


def _address(url: str, role: str) -> str:
    return make_url(url).set(username=role, password=None).render_as_string(hide_password=False)


def _as(url: str, role: str) -> sa.Engine:
    return sa.create_engine(
        _address(url, role).replace("postgresql://", "postgresql+psycopg://"), poolclass=sa.NullPool
    )
