"""The verb `search`."""

from __future__ import annotations

from typing import Annotated

import typer

from boardpapers import DATABASE_DEFAULT
from boardpapers.cli_options import Database, Json, console, print_json
from boardpapers.errors import OK, BadArguments


def search(
    words: Annotated[
        str,
        typer.Argument(
            metavar="WORDS", help='Words that all stand in a text; "a phrase", -not, OR between alternatives.'
        ),
    ],
    view: Annotated[str | None, typer.Option(help="Only rows of this view.")] = None,
    document: Annotated[str | None, typer.Option(help="Only this paper, by its name without .pdf.")] = None,
    db: Database = DATABASE_DEFAULT,
    limit: Annotated[int, typer.Option(min=1, help="Texts at most.")] = 20,
    as_json: Json = False,
) -> int:
    """Search the texts of all papers for words, the best answers first.

    Case, accents and endings of words do not count: floods finds flooding.
    """
    from load.database import read_database
    from load.search import MARKS, NothingAsked, find
    from models.contract import view_named

    try:
        if view is not None:
            view_named(view)
    except KeyError as error:
        raise BadArguments(f"{error.args[0]}. `boardpapers schema` lists them.") from error
    engine = read_database(db)
    try:
        hits = find(engine, words, view=view, document=document, limit=limit + 1)
    except NothingAsked as error:
        raise BadArguments(str(error)) from error
    finally:
        engine.dispose()
    more = len(hits) > limit
    hits = hits[:limit]
    if as_json:
        print_json([{name: value for name, value in hit._asdict().items() if name != "excerpt"} for hit in hits])
        return OK
    out = console()
    if not hits:
        out.print("no text holds that")
        return OK
    from rich.table import Table
    from rich.text import Text

    from boardpapers.report import counted

    table = Table("document", "page", "view", "field", "text")
    for hit in hits:
        excerpt = Text()
        for number, part in enumerate(hit.excerpt.replace(MARKS[1], MARKS[0]).split(MARKS[0])):
            excerpt.append(part, style="bold" if number % 2 else "")
        table.add_row(Text(hit.document), str(hit.page), hit.view, hit.field, excerpt)
    out.print(table)
    out.print(f"the first {limit} texts; more with --limit" if more else counted(len(hits), "text"), style="dim")
    return OK
