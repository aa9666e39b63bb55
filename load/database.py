"""Opens a database by its address: its tables brought up to date, its views made again where they changed.

The tables' history is in `load.migrations`; the views follow the code that opens the database. A program that is older
than the database leaves it alone.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from load.engines import engine_for, lock_for_writing, reading, shown, told_apart
from load.fresh import make_tables
from load.readers import grant, readers
from load.views import create_statements
from models.contract import VIEWS
from models.errors import DatabaseDamaged, DatabaseTooNew, DatabaseTooOld, DatabaseUnreachable

if TYPE_CHECKING:  # Alembic takes a third of a second to import, and most runs find their database up to date
    from alembic.config import Config

HEAD = "0015"
"""The last migration. A test holds it against `load.migrations`."""


def open_database(url: str, *, wait: float = 30.0) -> Engine:
    """The database at `url`, made or brought up to date. A bare path means SQLite.

    Waits at most `wait` seconds for another program that writes. Raises DatabaseUnreachable, DatabaseLocked, and
    DatabaseTooNew.
    """
    engine = engine_for(url, wait)
    with _disposed_where_it_fails(engine):
        _bring_up(engine)
    return engine


def read_database(url: str, *, wait: float = 30.0) -> Engine:
    """The database at `url` for reading only: nothing can be changed through it, and nothing is made.

    Raises DatabaseUnreachable where there is none, DatabaseTooOld or DatabaseTooNew where its tables are not ours.
    """
    engine = engine_for(url, wait, read_only=True)
    with _disposed_where_it_fails(engine):
        _check_version(engine)
    return engine


def open_again(url: str, *, wait: float = 30.0) -> Engine:
    """The database at `url` as it is, of whatever version: nothing is made or brought up to date."""
    return engine_for(url, wait)


def migrate(engine: Engine, target: str = HEAD) -> None:
    """Takes the tables up or down to a version: `0002`, or `base` for none. All or nothing; views stand at HEAD."""
    sqlite = engine.dialect.name == "sqlite"
    with told_apart(engine), engine.execution_options(writes=True).connect() as connection:
        if (
            sqlite
        ):  # a table that is made anew must not take its parts with it; this can be set outside transactions only
            _raw(connection, "PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                lock_for_writing(connection)
                may_read = readers(connection)
                _drop_views(connection)
                _change_tables(connection, target)
                if target == HEAD:
                    _create_views(connection)
                    grant(connection, may_read)
                if sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                    raise DatabaseDamaged(f"{shown(engine)} holds parts without their whole; use a copy of it")
        finally:
            if sqlite:
                _raw(connection, "PRAGMA foreign_keys = ON")


@contextlib.contextmanager
def _disposed_where_it_fails(engine: Engine) -> Iterator[None]:
    try:
        yield
    except BaseException:
        engine.dispose()
        raise


def _bring_up(engine: Engine) -> None:
    version, views = _state(engine)
    if version is not None and version not in _known_versions(version):
        raise _too_new(engine, version)
    if (version, views) != (HEAD, _fingerprint(engine.dialect.name)):
        migrate(engine)


def _too_new(engine: Engine, version: str) -> DatabaseTooNew:
    return DatabaseTooNew(
        f"{shown(engine)} was made by a newer program (version {version}, this one knows {HEAD}); update this program"
    )


def _check_version(engine: Engine) -> None:
    version = _state(engine)[0]
    if version is None:
        raise DatabaseUnreachable(f"{shown(engine)} holds no papers; load some with: boardpapers ingest")
    if version != HEAD:
        if version not in _known_versions(version):
            raise _too_new(engine, version)
        raise DatabaseTooOld(
            f"{shown(engine)} is at version {version}, this program needs {HEAD}; bring it up to date with: "
            "boardpapers db upgrade"
        )


def _raw(connection: Connection, statement: str) -> None:
    """Runs a statement outside any transaction of SQLAlchemy's."""
    cursor = connection.connection.cursor()
    cursor.execute(statement)
    cursor.close()


def _change_tables(connection: Connection, target: str) -> None:
    if target == HEAD and make_tables(connection, target):
        return
    from alembic import command

    config = _config()
    config.attributes["connection"] = connection
    current = _version(connection)
    down = target == "base" or (current is not None and current > target)
    (command.downgrade if down else command.upgrade)(config, target)


def _config() -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "load:migrations")
    return config


def _known_versions(version: str) -> set[str]:
    if version == HEAD:
        return {HEAD}
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}


def _state(engine: Engine) -> tuple[str | None, str | None]:
    """The version of the tables and the fingerprint of the views; None for what is not there."""
    with reading(engine) as connection:
        version = _version(connection)
        there = connection.dialect.has_table(connection, "view_state")
        views = connection.scalar(sa.text("SELECT MIN(fingerprint) FROM view_state")) if there else None
    return version, views


def _version(connection: Connection) -> str | None:
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    version: str | None = connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
    return version


def _fingerprint(dialect: str) -> str:
    return hashlib.sha256("\n".join(create_statements(dialect)).encode()).hexdigest()[:16]


def _drop_views(connection: Connection) -> None:
    """Drops our views, those of an older contract too; other people's stay."""
    if not connection.dialect.has_table(connection, "view_state"):
        return
    names = connection.scalars(sa.text("SELECT name FROM view_state")).all()
    for name in names:
        connection.exec_driver_sql(f'DROP VIEW IF EXISTS "{name}"')
    connection.exec_driver_sql("DROP TABLE view_state")


def _create_views(connection: Connection) -> None:
    dialect = connection.dialect.name
    for statement in create_statements(dialect):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql("CREATE TABLE view_state (name TEXT PRIMARY KEY, fingerprint TEXT NOT NULL)")
    state = sa.table("view_state", sa.column("name"), sa.column("fingerprint"))
    connection.execute(sa.insert(state), [{"name": name, "fingerprint": _fingerprint(dialect)} for name in VIEWS])
