"""Options of `ingest` that say who reads papers: processes of this machine, or a Dask cluster."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from boardpapers.errors import BadArguments
from models.limits import Limits

if TYPE_CHECKING:
    from boardpapers.cluster import Cluster

EXECUTORS = ("local", "dask")
PANEL = "Who reads papers"

Executor = Annotated[
    str,
    typer.Option(
        metavar="|".join(EXECUTORS), help="Processes of this machine, or a Dask cluster.", rich_help_panel=PANEL
    ),
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="Of the cluster, with dask: tcp://host:8786. Its machines find the papers under the same paths.",
        rich_help_panel=PANEL,
    ),
]


def check(executor: str, scheduler: str | None) -> None:
    """Raises BadArguments where the two options do not go together."""
    if executor not in EXECUTORS:
        raise BadArguments(f"There is no executor {executor}; take one of: {', '.join(EXECUTORS)}.")
    if executor == "dask" and scheduler is None:
        raise BadArguments("--executor dask needs the address of its scheduler: --scheduler tcp://host:8786.")
    if executor != "dask" and scheduler is not None:
        raise BadArguments("--scheduler goes with --executor dask; add that, or leave it out.")


@contextlib.contextmanager
def asked(scheduler: str | None, limits: Limits) -> Iterator[Cluster | None]:
    """The cluster that reads papers; None where this machine does. Raises what `boardpapers.cluster.cluster` raises."""
    if scheduler is None:
        yield None
        return
    from boardpapers.cluster import cluster

    with cluster(scheduler, limits) as found:
        yield found
