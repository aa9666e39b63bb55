"""From a database's address to an engine: SQLite or PostgreSQL, with what each needs to be safe; errors told apart."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import URL, Connection, Engine, make_url

from models.errors import DatabaseFull, DatabaseLocked, DatabaseUnreachable

_WRITER = 0x626F6172  # "boar": with a number of the schema, the key of PostgreSQL's advisory lock, held while one program writes
_LOCKED = (
    "database is locked",
    "database table is locked",
    "lock timeout",
    "deadlock detected",
    "could not obtain lock",
)
_FILE = "file"  # of a connection: its SQLite file, and what told it from others when it was opened
_FULL = ("database or disk is full", "disk I/O error", "No space left on device", "File too large")


def engine_for(url: str, wait: float, *, read_only: bool = False) -> Engine:
    """An engine for `url`, not yet connected. A bare path means SQLite.

    `wait` is how many seconds to wait for a lock. Raises DatabaseUnreachable where the address is none that we know.
    """
    parsed = _parsed(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed, wait, read_only=read_only)
    options = f"-c lock_timeout={int(wait * 1000)}" + (" -c default_transaction_read_only=on" if read_only else "")
    given = parsed.query.get("options", "")
    connect = {"connect_timeout": max(2, int(wait)), "options": f"{given} {options}".strip()}
    try:
        return sa.create_engine(parsed.difference_update_query(["options"]), connect_args=connect, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise DatabaseUnreachable(
            "PostgreSQL needs one package more; install it with: pip install 'boardpapers[postgres]'"
        ) from error


@contextlib.contextmanager
def told_apart(engine: Engine) -> Iterator[None]:
    """Turns the driver's errors into ours: locked, full, or unreachable. Others pass as they are."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        said = " ".join(str(error.orig).split())
        if any(sign in said for sign in _LOCKED):
            raise DatabaseLocked(
                f"{shown(engine)} is in use by another program; wait for it to end, or stop it, and try again"
            ) from error
        if any(sign in said for sign in _FULL):
            raise DatabaseFull(
                f"{shown(engine)} cannot be written: {said}; make room on its disk and try again"
            ) from error
        if isinstance(error, sa.exc.OperationalError | sa.exc.InterfaceError) or "not a database" in said:
            raise DatabaseUnreachable(
                f"{shown(engine)} cannot be used: {said}; check the address given with --db"
            ) from error
        raise


@contextlib.contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes. One program writes at a time: another waits its turn."""
    with told_apart(engine), engine.execution_options(writes=True).begin() as connection:
        lock_for_writing(connection)
        _check_still_there(engine, connection)
        yield connection


@contextlib.contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that only reads, and waits for nobody."""
    with told_apart(engine), engine.connect() as connection:
        yield connection


def lock_for_writing(connection: Connection) -> None:
    """Waits until no other program writes. On SQLite the transaction has done that by beginning."""
    if connection.dialect.name == "postgresql":
        schema = sa.func.hashtext(sa.func.current_schema())  # programs that write to another schema are not in the way
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_WRITER, schema)))


def _check_still_there(engine: Engine, connection: Connection) -> None:
    """SQLite goes on writing into a file that was deleted or replaced, and nobody would ever see it."""
    opened = connection.info.get(_FILE)
    if opened is None:
        return
    file, identity = opened
    if _identity(file) != identity:
        raise DatabaseUnreachable(f"{shown(engine)} is gone: it was deleted, moved or replaced meanwhile; try again")


def _identity(file: str) -> tuple[int, int] | None:
    """What tells a file from another that takes its name; None where there is none."""
    try:
        found = Path(file).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def shown(engine: Engine) -> str:
    """The database's address for people, without a password."""
    if engine.url.get_backend_name() == "sqlite":
        return engine.url.database or "the database in memory"
    return engine.url.render_as_string(hide_password=True)


def _parsed(url: str) -> URL:
    if "://" not in url:
        return URL.create("sqlite", database=url)
    try:
        parsed = make_url(url.replace("postgres://", "postgresql://", 1))
    except sa.exc.ArgumentError as error:
        raise DatabaseUnreachable(f"{url} is no database address; give sqlite:///FILE or postgresql://...") from error
    backend = parsed.get_backend_name()
    if backend not in ("sqlite", "postgresql"):
        raise DatabaseUnreachable(f"{backend} is not supported; give sqlite:///FILE or postgresql://...")
    return parsed.set(drivername="postgresql+psycopg") if backend == "postgresql" else parsed


def _sqlite(url: URL, wait: float, *, read_only: bool) -> Engine:
    file = url.database or ":memory:"
    if file != ":memory:":
        _check_place(Path(file), read_only=read_only)
    if read_only and file != ":memory:":
        url = URL.create("sqlite", database=Path(file).resolve().as_uri(), query={"mode": "ro", "uri": "true"})
    engine = sa.create_engine(url, connect_args={"timeout": wait})

    def connected(connection: sqlite3.Connection, record: sa.pool.ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # the driver's own idea of transactions leaves DDL and reads outside them
        connection.execute("PRAGMA foreign_keys = ON")
        if read_only:
            connection.execute("PRAGMA query_only = ON")
            connection.set_authorizer(_reads_one_file)
        elif file != ":memory:":
            connection.execute("PRAGMA journal_mode = WAL")
            record.info[_FILE] = (file, _identity(file))
            connection.execute("PRAGMA synchronous = NORMAL")  # with WAL: a crash may lose the last paper, never half
            connection.execute("PRAGMA cache_size = -65536")  # 64 MB: the indexes stay at hand while papers are loaded

    def begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    sa.event.listen(engine, "connect", connected)
    sa.event.listen(engine, "begin", begun)
    return engine


def _reads_one_file(action: int, *_: str | None) -> int:
    """SQLite asks before each step of a statement. ATTACH would make a file where there is none."""
    return sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_ATTACH else sqlite3.SQLITE_OK


def _check_place(file: Path, *, read_only: bool) -> None:
    if read_only and not file.is_file():
        raise DatabaseUnreachable(f"there is no database {file}; make one with: boardpapers ingest")
    if file.is_dir() or not file.parent.is_dir():
        raise DatabaseUnreachable(f"no database can be made at {file}; name a file in a folder that is there")
