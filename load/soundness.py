"""Whether a database holds together: its file, the ties between its rows, its views, its index of words."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from load.engines import reading, writing
from models.contract import VIEWS
from models.schema import table_of


def faults(engine: Engine) -> list[str]:
    """What is wrong with a database of this version, a sentence each; none where all is as it should be."""
    found: list[str] = []
    with reading(engine) as connection:
        if engine.dialect.name == "sqlite":
            found += _file(connection)
        found += _views(connection)
    if engine.dialect.name == "sqlite" and not found and not _index_holds(engine):
        found.append("The index of words is out of step with the texts; make it anew with: boardpapers db reindex")
    return found


def reindex(engine: Engine) -> None:
    """Makes the index of words anew from the texts."""
    with writing(engine) as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("INSERT INTO search_index (search_index) VALUES ('rebuild')")
        else:
            connection.exec_driver_sql("REINDEX INDEX ix_search_entry_words")


def _file(connection: Connection) -> Iterator[str]:
    for (told,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if told != "ok":
            yield f"The file is damaged ({told}); restore a copy of it, or load its papers into a new one."
    for table, row, whole, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"Row {row} of {table} belongs to a {whole} that is not there; load its papers into a new database."


def _views(connection: Connection) -> Iterator[str]:
    for view in VIEWS.values():
        shown = connection.scalar(sa.text(f'SELECT COUNT(*) FROM "{view.name}"'))  # noqa: S608 (the contract's own name)
        if view.table is None:
            continue
        held = connection.scalar(sa.select(sa.func.count()).select_from(table_of(view.name)))
        hidden = "SELECT COUNT(*) FROM record WHERE view IS NULL AND record_id IN (SELECT record_id FROM {0})"
        apart = connection.scalar(sa.text(hidden.format(table_of(view.name).name)))
        if shown != (held or 0) - (apart or 0):
            yield f"{view.name} shows {shown} of {held} rows; load its papers into a new database, and please report this."


def _index_holds(engine: Engine) -> bool:
    try:
        with writing(engine) as connection:
            connection.exec_driver_sql("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")
    except sa.exc.DatabaseError:
        return False
    return True
