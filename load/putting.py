"""The rows of one paper put into the tables: under the number that the paper has there, wholes before their parts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, cast

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from load.keys import ROWS_A_PAPER, keys_of
from load.rows import Rows
from models.schema import columns_of, metadata

if TYPE_CHECKING:  # a driver that only PostgreSQL needs
    import psycopg


def moved(rows: Rows, document_id: int) -> Rows:
    """The same rows for another number of the paper: two papers in a billion fall on one."""
    shift = document_id - rows.document_id
    tables: dict[str, list[tuple[object, ...]]] = {}
    for name, table_rows in rows.tables.items():
        steps = [_step(name, column, shift) for column in columns_of(name)]
        tables[name] = [
            tuple(v + step if step and isinstance(v, int) else v for v, step in zip(row, steps, strict=True))
            for row in table_rows
        ]
    return Rows(rows.paper, document_id, rows.page_count, rows.families, tables)


def _step(table: str, column: str, shift: int) -> int:
    if column == "document_id":
        return shift
    found = metadata.tables[table].columns[column]
    is_key = (found.primary_key or found.foreign_keys) and column.endswith("_id") and column != "person_id"
    return shift * ROWS_A_PAPER if is_key else 0


def write(connection: Connection, rows: Rows) -> None:
    """Writes the rows table by table, wholes before their parts: COPY on PostgreSQL, one prepared statement on SQLite."""
    dialect = connection.dialect.name
    for table in _in_order():
        table_rows = rows.tables.get(table)
        if not table_rows:
            continue
        if dialect == "postgresql" and table != "person":
            _copy(connection, table, table_rows)
        else:
            connection.exec_driver_sql(_insert(table, dialect), table_rows)
    if dialect == "sqlite" and rows.tables.get("search_entry"):
        first, last = keys_of(rows.document_id)
        told = "SELECT entry_id, text FROM search_entry WHERE entry_id BETWEEN ? AND ?"
        connection.exec_driver_sql(f"INSERT INTO search_index (rowid, text) {told}", (first, last))


@cache
def _in_order() -> tuple[str, ...]:
    """All tables, each behind those that its rows point to."""
    return tuple(table.name for table in metadata.sorted_tables)


@cache
def _insert(table: str, dialect: str) -> str:
    columns = columns_of(table)
    listed = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join(["?" if dialect == "sqlite" else "%s"] * len(columns))
    clause = " ON CONFLICT DO NOTHING" if table == "person" else ""  # others name the same people
    return f"INSERT INTO {table} ({listed}) VALUES ({marks}){clause}"  # noqa: S608


def _copy(connection: Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    listed = ", ".join(f'"{column}"' for column in columns_of(table))
    driver = cast("psycopg.Connection", connection.connection.dbapi_connection)
    try:
        with driver.cursor() as cursor, cursor.copy(f"COPY {table} ({listed}) FROM STDIN".encode()) as copy:
            for row in rows:
                copy.write_row(row)
    except connection.dialect.loaded_dbapi.Error as error:  # SQLAlchemy does not see what fails in here
        raise sa.exc.DBAPIError.instance("COPY", None, error, connection.dialect.loaded_dbapi.Error) from error
