"""Options that several verbs of the command share, and how its verbs print."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from boardpapers.sources.publishers import month_number

if TYPE_CHECKING:
    from rich.console import Console

Database = Annotated[
    str,
    typer.Option(
        "--db",
        metavar="URL",
        envvar="BOARDPAPERS_DB",
        help="A SQLite file, or a SQLAlchemy URL: postgresql://user@host/name.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines, and nothing else.")]


def _month(text: str) -> int:
    month = month_number(text)
    if month is None:
        raise typer.BadParameter(f"{text} is no month; give its name, as April, or its number.")
    return month


FiscalYear = Annotated[
    int | None,
    typer.Option(
        "--fiscal-year",
        metavar="MONTH",
        envvar="BOARDPAPERS_FISCAL_YEAR",
        parser=_month,
        help="The month in which fiscal years begin; April, if not given.",
    ),
]


def console(*, stderr: bool = False) -> Console:
    """A console as wide as the terminal; into a file or a log, wide enough for the table of papers."""
    from rich.console import Console

    made = Console(stderr=stderr)
    return made if made.is_terminal else Console(stderr=stderr, width=120)


def print_json(value: Any) -> None:  # noqa: ANN401 (whatever json takes)
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n")
