"""The verbs that look after a database: `db upgrade`, `db check`, `db reindex`, `db grant-read`."""

from __future__ import annotations

from typing import Annotated

import typer

from boardpapers import DATABASE_DEFAULT
from boardpapers.cli_options import Database, Json, console, print_json
from boardpapers.errors import OK, BadArguments
from models.errors import DatabaseDamaged

db_app = typer.Typer(name="db", help="Look after a database.", no_args_is_help=True)


@db_app.command()
def upgrade(db: Database = DATABASE_DEFAULT) -> int:
    """Make a database, or bring the tables and views of an older one up to date; its rows stay."""
    from load.database import HEAD, open_database
    from load.engines import shown

    engine = open_database(db)
    try:
        console().print(f"{shown(engine)} is at version {HEAD}.", markup=False)
    finally:
        engine.dispose()
    return OK


@db_app.command()
def check(db: Database = DATABASE_DEFAULT, as_json: Json = False) -> int:
    """Look whether a database holds together: its file, ties between rows, views, index of words. Code 3 where it does not."""
    from load.database import open_again, read_database
    from load.soundness import faults

    read_database(db).dispose()  # is it there, and of this version?
    engine = open_again(db)
    try:
        found = faults(engine)
    finally:
        engine.dispose()
    if as_json:
        print_json({"sound": not found, "faults": found})
    if found:
        raise DatabaseDamaged(" ".join(found))
    if not as_json:
        console().print("All is as it should be.")
    return OK


@db_app.command()
def reindex(db: Database = DATABASE_DEFAULT) -> int:
    """Make the index of words anew."""
    from load.database import open_database
    from load.soundness import reindex as rebuild

    engine = open_database(db)
    try:
        rebuild(engine)
    finally:
        engine.dispose()
    console().print("The index of words is made anew.")
    return OK


@db_app.command("grant-read")
def grant_read(
    role: Annotated[str, typer.Argument(metavar="ROLE", help="A role of the PostgreSQL server.")],
    db: Database = DATABASE_DEFAULT,
) -> int:
    """Let a role of PostgreSQL read all views, and write nothing. It keeps that when the views are made anew."""
    from load.database import open_database
    from load.readers import NoReader
    from load.readers import grant_read as grant

    engine = open_database(db)
    try:
        grant(engine, role)
    except NoReader as error:
        raise BadArguments(f"{error}.") from error
    finally:
        engine.dispose()
    console().print(f"{role} may read all views, and write nothing.", markup=False)
    return OK
