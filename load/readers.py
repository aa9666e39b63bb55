"""Who may read a PostgreSQL database and write nothing: a role that is granted the views, and none of the tables behind them."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from load.engines import writing
from models.contract import VIEWS

BESIDES_VIEWS = ("search_index", "view_state", "alembic_version", "run", "run_paper")
"""What `boardpapers query`, `search` and `runs` look at: the index of words, the version of the database, what runs did."""


class NoReader(ValueError):
    """A role that cannot be granted anything. The message says what to do next."""


def grant_read(engine: Engine, role: str) -> None:
    """Lets a role read all views. Raises NoReader where there is no such role, or the database knows no roles."""
    if engine.dialect.name != "postgresql":
        raise NoReader(
            "SQLite has no roles; let researchers read the file and not write it, and have them open it read-only (file:PATH?mode=ro)"
        )
    with writing(engine) as connection:
        known = sa.text("SELECT 1 FROM pg_roles WHERE rolname = :role")
        if connection.scalar(known, {"role": role}) is None:
            raise NoReader(f"The server has no role {role}; make it with: CREATE ROLE {role} LOGIN PASSWORD '...'")
        grant(connection, [role])


def readers(connection: Connection) -> list[str]:
    """The roles that were granted the views: whoever makes these anew grants them again. PUBLIC is everybody."""
    if connection.dialect.name != "postgresql":
        return []
    query = """
        SELECT DISTINCT grantee FROM information_schema.role_table_grants
        WHERE table_schema = current_schema() AND table_name = 'documents' AND privilege_type = 'SELECT'
          AND grantee <> current_user ORDER BY grantee
    """
    return list(connection.scalars(sa.text(query)))


def grant(connection: Connection, roles: Iterable[str]) -> None:
    """Grants what readers read, in the transaction of whoever asks."""
    roles = list(roles)
    if not roles:
        return
    quote = connection.dialect.identifier_preparer.quote_identifier
    listed = ", ".join(map(quote, (*VIEWS, *BESIDES_VIEWS)))
    schema = quote(str(connection.scalar(sa.text("SELECT current_schema()"))))
    for role in roles:
        to = role if role == "PUBLIC" else quote(role)
        connection.exec_driver_sql(f"GRANT USAGE ON SCHEMA {schema} TO {to}")
        connection.exec_driver_sql(f"GRANT SELECT ON {listed} TO {to}")
