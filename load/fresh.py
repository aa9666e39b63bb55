"""A new SQLite database, its tables made in one go from what all migrations together come to.

Alembic and a dozen migrations take a fifth of a second, as long as reading ten pages. `head.sql` holds what SQLite itself
keeps of the tables after the last of them; a test holds it against the migrations. After a migration was added, write it anew:

    python -m load.fresh
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.engine import Connection

HEAD_FILE = Path(__file__).parent / "migrations" / "head.sql"
_MADE = """
    SELECT sql FROM sqlite_master
    WHERE type <> 'view' AND sql IS NOT NULL AND name <> 'view_state' AND name NOT LIKE 'search\\_index\\_%' ESCAPE '\\'
    ORDER BY rowid
"""  # the views follow the code; FTS5 makes the tables of its index by itself


def make_tables(connection: Connection, version: str) -> bool:
    """Makes the tables of `version` in a database that holds nothing; False, and nothing is done, where that is not for this module."""
    if connection.dialect.name != "sqlite" or connection.exec_driver_sql("SELECT 1 FROM sqlite_master").first():
        return False
    told, *lines = HEAD_FILE.read_text("utf-8").splitlines(keepends=True)
    if told.split() != ["--", version]:
        return False  # a migration was added since: it is left to Alembic
    for statement in _statements(lines):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (version,))
    return True


def _statements(lines: list[str]) -> Iterator[str]:
    """One statement after the other, without its semicolon; those within a trigger's body end none."""
    statement = ""
    for line in lines:
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip().removesuffix(";")
            statement = ""


def told_by_migrations() -> str:
    """What `head.sql` is to hold: the version, and the statements by which SQLite knows what the migrations made."""
    from load.database import HEAD, migrate
    from load.engines import engine_for

    with tempfile.TemporaryDirectory() as folder:
        engine = engine_for(str(Path(folder) / "new.sqlite"), wait=1.0)
        migrate(engine, "0001")  # from here on the database is no longer new, and is migrated
        migrate(engine)
        with engine.connect() as connection:
            made = connection.exec_driver_sql(_MADE).scalars().all()
        engine.dispose()
    tidy = ("\n".join(line.rstrip() for line in sql.strip().splitlines()) for sql in made)
    return f"-- {HEAD}\n" + "".join(f"{sql};\n" for sql in tidy)


if __name__ == "__main__":
    HEAD_FILE.write_text(told_by_migrations(), "utf-8")
