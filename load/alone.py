"""One run at a time writes to a database: a lock that the system lets go when the program that holds it dies."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa
from filelock import FileLock, Timeout
from sqlalchemy.engine import Engine

from load.engines import shown, told_apart
from models.errors import AnotherRun

_RUN = 0x70617065  # "pape": with a number of the schema, the key of PostgreSQL's advisory lock
_PAUSE = 0.2  # seconds between two looks at a lock that another holds


@contextlib.contextmanager
def alone(engine: Engine, wait: float = 0.0) -> Iterator[None]:
    """Holds the database for one run. Waits at most `wait` seconds for another to end. Raises AnotherRun."""
    held = _file_lock(engine, wait) if engine.dialect.name == "sqlite" else _advisory_lock(engine, wait)
    with held:
        yield


@contextlib.contextmanager
def _file_lock(engine: Engine, wait: float) -> Iterator[None]:
    """A file beside the database. It stays there: to delete it would let two runs hold two files of one name."""
    database = engine.url.database
    if not database or database == ":memory:":
        yield
        return
    file = Path(database).resolve()
    lock = FileLock(file.with_name(file.name + "-lock"), thread_local=False)
    try:
        lock.acquire(timeout=max(wait, 0), poll_interval=_PAUSE)
    except Timeout as error:
        raise _another(engine) from error
    try:
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def _advisory_lock(engine: Engine, wait: float) -> Iterator[None]:
    """A lock of the server's, held by a connection of its own; each schema has another."""
    ask = sa.text("SELECT pg_try_advisory_lock(:run, hashtext(current_schema()))")
    until = time.monotonic() + wait
    with contextlib.ExitStack() as stack:
        with told_apart(engine):
            connection = stack.enter_context(engine.connect().execution_options(isolation_level="AUTOCOMMIT"))
            while not connection.scalar(ask, {"run": _RUN}):
                if time.monotonic() >= until:
                    raise _another(engine)
                time.sleep(_PAUSE)
        stack.callback(connection.invalidate)  # closed, not given back to the pool: the lock goes with it
        yield


def _another(engine: Engine) -> AnotherRun:
    return AnotherRun(
        f"Another run is loading papers into {shown(engine)}; wait for it to end, or let this one wait: --wait 600"
    )
