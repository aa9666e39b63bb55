"""The verbs of the command `boardpapers`, one function each."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from boardpapers import DATABASE_DEFAULT
from boardpapers.cli_db import db_app
from boardpapers.cli_ingest import ingest, runs
from boardpapers.cli_options import Database, FiscalYear, Json, console, print_json
from boardpapers.cli_search import search
from boardpapers.errors import OK, BadArguments

WHATS = ("words", "tables", "sections", "records")

app = typer.Typer(
    name="boardpapers",
    help="Reads the board papers of public bodies (PDF) into a SQL database in which every value leads back to the page.",
    epilog="Exit codes: 0 done, 1 some papers could not be read, 2 bad arguments, "
    "3 database locked, full or unreachable, 4 a fault of the program, 5 another run holds the database, 6 the cluster does not answer, "
    "130 interrupted.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)

app.command()(ingest)
app.command()(runs)
app.command()(search)
app.add_typer(db_app)


@app.command()
def show(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A PDF.")],
    what: Annotated[str, typer.Option(metavar="|".join(WHATS), help="What to show.")] = "records",
    page: Annotated[int | None, typer.Option(min=1, help="Only this page.")] = None,
    picture: Annotated[
        Path | None, typer.Option(metavar="OUT.png", help="Draw the page with all that was read laid over it.")
    ] = None,
    fiscal_year: FiscalYear = None,
    as_json: Json = False,
) -> int:
    """Show what is read from one paper, without a database."""
    from boardpapers import show as showing

    if what not in WHATS:
        raise BadArguments(f"There is no {what} to show; take one of: {', '.join(WHATS)}.")
    if not file.is_file():
        raise BadArguments(f"There is no file {file}; check the path.")
    pages = showing.read_pages(file)
    if page is not None and page > len(pages):
        raise BadArguments(f"{file.name} has {len(pages)} pages; page {page} is not among them.")
    if picture is not None:
        from boardpapers.picture import draw_page

        try:
            draw_page(file, pages, page or 1, picture)
        except (OSError, ValueError) as error:
            raise BadArguments(f"The picture cannot be written: {error}. Give a path that ends in .png.") from error
        console(stderr=True).print(f"Page {page or 1} is drawn in {picture}.")
        return OK
    found = showing.lines(pages, what, page, fiscal_year)  # type: ignore[arg-type]  # checked against WHATS above
    if as_json:
        print_json(list(found))
    else:
        _print_lines(found)
    return OK


@app.command()
def query(
    sql: Annotated[
        str, typer.Argument(metavar="SELECT…", help="Any SELECT over the views that `boardpapers schema` lists.")
    ],
    db: Database = DATABASE_DEFAULT,
    limit: Annotated[int, typer.Option(min=1, help="Rows at most.")] = 200,
    as_json: Json = False,
) -> int:
    """Ask the database, for a quick look."""
    from boardpapers import query as asking

    frame = asking.query(db, sql, limit + 1)
    more = len(frame) > limit
    frame = frame.head(limit)
    if as_json:
        print_json(frame.to_dict(orient="records"))
        return OK
    from rich.markup import escape
    from rich.table import Table

    from boardpapers.report import counted

    table = Table(*map(str, frame.columns))
    for row in frame.itertuples(index=False):
        table.add_row(*("" if value is None else escape(str(value)) for value in row))
    out = console()
    out.print(table)
    out.print(f"the first {limit} rows; more with --limit" if more else counted(len(frame), "row"), style="dim")
    return OK


@app.command()
def schema(
    view: Annotated[str | None, typer.Argument(metavar="[VIEW]", help="One view; all, if not given.")] = None,
    as_json: Json = False,
) -> int:
    """Print the views with their columns and what these mean."""
    from boardpapers import query as asking

    rows = asking.schema(view)
    if as_json:
        print_json(rows)
        return OK
    from rich.markup import escape
    from rich.table import Table

    out = console()
    for name in dict.fromkeys(row["view"] for row in rows):
        columns = [row for row in rows if row["view"] == name]
        table = Table(
            "column", "kind", "meaning", title=f"{name}: {columns[0]['row']}", title_justify="left", title_style="bold"
        )
        for row in columns:
            choices = f" ({row['choices']})" if row["choices"] else ""
            table.add_row(row["column"], row["kind"], escape(row["meaning"] + choices))
        out.print(table)
    if view is None:
        out.print("Every view also has document, page, row_key, source_id and confidence.", style="dim")
    return OK


def _print_lines(found: Any) -> None:  # noqa: ANN401 (an iterable of what `show` makes)
    for line in found:
        head = " ".join(
            f"{line.pop(name)}" for name in ("page", "view", "section", "table") if line.get(name) is not None
        )
        blocks = line.pop("blocks", [])
        rest = "  ".join(f"{name}={value!r}" for name, value in line.items() if value not in (None, "", [], False))
        sys.stdout.write(f"p{head}  {rest}\n")
        for block in blocks:
            sys.stdout.write(f"    {block}\n")
