"""A quick look into the database, and the contract's views explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from boardpapers.errors import BadArguments, BadQuery
from load.database import read_database
from models.contract import COMMON, VIEWS, view_named

if TYPE_CHECKING:
    import pandas as pd


def query(database: str, sql: str, limit: int | None = None) -> pd.DataFrame:
    """The answer of a SELECT, at most `limit` rows. Nothing can be changed through it.

    Raises BadQuery with the database's own words, DatabaseUnreachable, DatabaseLocked.
    """
    import pandas as pd

    engine = read_database(database)
    try:
        with engine.connect() as connection:
            # the driver reads `:name` in the user's text as a parameter, unless it is escaped
            result = connection.execution_options(no_parameters=True).exec_driver_sql(sql)
            if not result.returns_rows:
                raise BadQuery("That statement returns no rows; ask with a SELECT.")
            rows = result.fetchall() if limit is None else result.fetchmany(limit)
            return pd.DataFrame(rows, columns=list(result.keys()), dtype=object)
    except sa.exc.SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        raise BadQuery(
            f"The database does not accept this: {reason}. `boardpapers schema` lists views and columns."
        ) from error
    finally:
        engine.dispose()


def schema(view: str | None) -> list[dict[str, str]]:
    """Columns with their kind and meaning, of one view or of all. Raises BadArguments for a view that is not there."""
    try:
        views = [view_named(view)] if view else list(VIEWS.values())
    except KeyError as error:
        raise BadArguments(f"{error.args[0]}. `boardpapers schema` lists them.") from error
    return [
        {
            "view": v.name,
            "row": v.row,
            "column": c.name,
            "kind": c.kind,
            "meaning": c.meaning,
            "choices": ", ".join(c.choices),
        }
        for v in views
        for c in (*(COMMON if view and v.standard else ()), *v.columns)
    ]
