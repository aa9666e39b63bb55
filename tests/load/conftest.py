"""A fresh database of each kind for a test: SQLite in a file, PostgreSQL in a schema of its own."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from load.database import open_database

POSTGRES = os.environ.get("BOARDPAPERS_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/test")


@pytest.fixture(scope="session")
def postgres_server() -> sa.Engine:
    engine = sa.create_engine(
        POSTGRES.replace("postgresql://", "postgresql+psycopg://"), connect_args={"connect_timeout": 3}
    )
    try:
        with engine.connect():
            return engine
    except sa.exc.OperationalError as error:
        pytest.skip(f"no PostgreSQL at {POSTGRES} (set BOARDPAPERS_TEST_POSTGRES): {str(error.orig).splitlines()[0]}")


@pytest.fixture
def closed() -> Iterator[None]:
    """Whatever a test opens is closed behind it."""
    engines: set[sa.Engine] = set()

    def met(connection: sa.Connection) -> None:
        engines.add(connection.engine)

    sa.event.listen(sa.Engine, "engine_connect", met)
    yield
    sa.event.remove(sa.Engine, "engine_connect", met)
    for engine in engines:
        engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path, closed: None) -> Iterator[str]:  # noqa: ARG001
    """The address of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'papers.sqlite'}"
        return
    server: sa.Engine = request.getfixturevalue("postgres_server")
    schema = f"boardpapers_{uuid.uuid4().hex[:12]}"
    with server.begin() as connection:
        connection.exec_driver_sql(f"CREATE SCHEMA {schema}")
    yield f"{POSTGRES}?options=-csearch_path%3D{schema}"
    with server.begin() as connection:
        connection.exec_driver_sql(f"DROP SCHEMA {schema} CASCADE")


@pytest.fixture
def database(url: str) -> Iterator[sa.Engine]:
    """An empty database with all tables and views."""
    engine = open_database(url)
    yield engine
    engine.dispose()
