"""Options of `ingest` that lead to papers on the web, and what they come to."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from boardpapers import DOWNLOADS_DEFAULT
from boardpapers.errors import BadArguments
from boardpapers.sources.publishers import POLITE, Index, Manners, ModernGov, Publisher

WEB = "Papers of the web"

Config = Annotated[
    Path | None, typer.Option(metavar="FILE", help="A TOML file that lists publishers.", rich_help_panel=WEB)
]
Urls = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Addresses of papers, one a line; - reads them from standard input.", rich_help_panel=WEB
    ),
]
Indexes = Annotated[
    list[str] | None, typer.Option("--index", metavar="URL", help="A page that links to papers.", rich_help_panel=WEB)
]
Sites = Annotated[
    list[str] | None, typer.Option("--moderngov", metavar="URL", help="A ModernGov site.", rich_help_panel=WEB)
]
Folder = Annotated[
    Path | None,
    typer.Option(
        "--papers",
        metavar="FOLDER",
        envvar="BOARDPAPERS_PAPERS",
        help=f"Where what is fetched is kept; {DOWNLOADS_DEFAULT}, if not given.",
        rich_help_panel=WEB,
    ),
]
Delay = Annotated[
    float | None,
    typer.Option(
        min=0,
        metavar="SECONDS",
        help=f"Between two requests to one host; {POLITE.delay:g}, if not given.",
        rich_help_panel=WEB,
    ),
]
AllowPrivate = Annotated[
    bool,
    typer.Option(
        "--allow-private", help="Ask also addresses of private networks and of this machine.", rich_help_panel=WEB
    ),
]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options come to."""

    publishers: list[Publisher]
    downloads: Path
    manners: Manners


def wanted(
    paths: list[str],
    config: Path | None,
    urls: Path | None,
    indexes: list[str] | None,
    sites: list[str] | None,
    papers: Path | None,
    delay: float | None,
    *,
    allow_private: bool,
    size: int,
) -> Wanted:
    """Whose papers are asked for, besides `paths`. An option counts for more than the file. Raises BadArguments."""
    manners = replace(POLITE, size=size)
    publishers = []
    if urls is not None:
        publishers.append(Publisher(urls=_addresses(urls)))
    if indexes or sites:
        publishers.append(
            Publisher(indexes=tuple(map(Index, indexes or ())), moderngov=tuple(map(ModernGov, sites or ())))
        )
    if config is not None:
        from boardpapers import config as publishers_file  # imports what checks it, where there is one

        file = publishers_file.Config(config)
        publishers += file.publishers
        papers = papers or file.papers
        manners = replace(manners, **file.manners)
    if not paths and not publishers:
        raise BadArguments("Nothing to read: give files, folders or addresses, or a file of publishers: --config FILE.")
    if delay is not None:
        manners = replace(manners, delay=delay)
    if allow_private:
        manners = replace(manners, allow_private=True)
    return Wanted(publishers, papers or Path(DOWNLOADS_DEFAULT), manners)


def _addresses(file: Path) -> tuple[str, ...]:
    """The addresses in a text file: one a line; empty lines and what begins with # count for nothing."""
    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadArguments(f"{file} cannot be read as a list of addresses: {error}.") from error
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.strip().startswith("#"))
