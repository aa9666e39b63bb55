"""The command `boardpapers`: one function a verb. Errors become exit codes in `main` and nowhere else."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from boardpapers import DATABASE_DEFAULT
from boardpapers.cli_db import db_app
from boardpapers.cli_ingest import ingest, runs
from boardpapers.cli_options import Database, FiscalYear, Json, console, print_json
from boardpapers.cli_search import search
from boardpapers.errors import BAD_ARGUMENTS, FAULT, INTERRUPTED, OK, BadArguments, CommandError, exit_code_of
from models.errors import DatabaseError, PaperError

WHATS = ("words", "tables", "sections", "records")

app = typer.Typer(
    name="boardpapers",
    help="Reads the board papers of public bodies (PDF) into a SQL database in which every value leads back to the page.",
    epilog="Exit codes: 0 done, 1 some papers could not be read, 2 bad arguments, "
    "3 database locked, full or unreachable, 4 a fault of the program, 5 another run holds the database, 6 the cluster does not answer.",
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

    table = Table(*map(str, frame.columns))
    for row in frame.itertuples(index=False):
        table.add_row(*("" if value is None else escape(str(value)) for value in row))
    out = console()
    out.print(table)
    out.print(f"the first {limit} rows; more with --limit" if more else f"{len(frame)} rows", style="dim")
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


STOPPED = "Interrupted; what was loaded before stays loaded."


def main() -> None:
    """Runs the command and ends the process with its exit code."""
    arguments = sys.argv[1:]
    _start_imports(arguments)
    sys.exit(run(arguments))


def _start_imports(arguments: list[str]) -> None:
    """Where papers are to be read, what workers import is imported from the first moment on: to understand the options alone
    takes a tenth of a second. A wrong guess does no harm: `ingest` asks for the same once it knows.
    """
    alone = any(a.startswith(("--help", "--executor")) for a in arguments) or "0" in arguments  # --workers 0
    if arguments[:1] == ["ingest"] and not alone:
        from boardpapers.workers import prepare

        prepare(many=sum(a.lower().endswith(".pdf") for a in arguments) != 1)


def run(arguments: list[str]) -> int:
    """Runs the command and gives its exit code, after telling what went wrong, if anything did, in one line."""
    try:
        code = app(args=arguments, standalone_mode=False) or OK
        # Typer tells of Ctrl-C by a code
        return int(code) if code != INTERRUPTED else _fail(STOPPED, INTERRUPTED)
    except PaperError as error:
        return _fail(f"{error.outcome}. {error}", exit_code_of(error))
    except (CommandError, DatabaseError) as error:
        return _fail(str(error), exit_code_of(error))
    except typer.Exit as error:
        return error.exit_code
    except (typer.Abort, KeyboardInterrupt):
        return _fail(STOPPED, INTERRUPTED)
    except BrokenPipeError:
        # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except Exception as error:
        if hasattr(error, "format_message"):  # click's own errors of usage
            return _fail(f"{error.format_message()} Try --help.", BAD_ARGUMENTS)
        import traceback

        traceback.print_exc()
        return _fail("This is a fault of the program, not of your paper: please report it with the lines above.", FAULT)


def _fail(message: str, code: int) -> int:
    from rich.markup import escape

    console(stderr=True).print(f"[bold red]boardpapers:[/] {escape(message)}", highlight=False)
    return code


if __name__ == "__main__":
    main()
