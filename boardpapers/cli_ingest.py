"""The verbs that load papers and look back: `ingest` and `runs`."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from boardpapers import DATABASE_DEFAULT, cli_cluster, cli_web, uncollected
from boardpapers.cli_options import Database, FiscalYear, Json, console, print_json
from boardpapers.errors import OK, BadArguments, exit_code_of
from models.limits import DEFAULT, Limits

if TYPE_CHECKING:
    from rich.console import Console

    from boardpapers.journal import Journal
    from boardpapers.outcomes import Outcome, Run
    from load.downloads import Fetched

MB = 2**20
LIMITS, TRACES = "Limits of a paper", "What a run leaves behind"


def ingest(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH…]", help="PDF files, folders (read through), globs, or addresses of the web."),
    ] = None,
    db: Database = DATABASE_DEFAULT,
    workers: Annotated[
        int | None,
        typer.Option(
            min=0,
            help="Papers read at a time; as many as there are processors, if not given. 0: read within this process, without limits.",
        ),
    ] = None,
    executor: cli_cluster.Executor = "local",
    scheduler: cli_cluster.Scheduler = None,
    force: Annotated[bool, typer.Option("--force", help="Read again what the database already holds.")] = False,
    retry: Annotated[bool, typer.Option("--retry", help="Try again what was given up after it failed.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Read everything, write nothing; papers of the web are listed.")
    ] = False,
    wait: Annotated[
        float,
        typer.Option(min=0, metavar="SECONDS", help="Wait so long for another run to end, before leaving with code 5."),
    ] = 0,
    no_ocr: Annotated[bool, typer.Option("--no-ocr", help="Leave scans unread.")] = False,
    fiscal_year: FiscalYear = None,
    as_json: Json = False,
    config: cli_web.Config = None,
    urls: cli_web.Urls = None,
    index: cli_web.Indexes = None,
    moderngov: cli_web.Sites = None,
    papers: cli_web.Folder = None,
    delay: cli_web.Delay = None,
    allow_private: cli_web.AllowPrivate = False,
    log: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Add each event to this file, as JSON lines.", rich_help_panel=TRACES),
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write what became of each paper, as JSON.", rich_help_panel=TRACES),
    ] = None,
    metrics: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write figures for Prometheus.", rich_help_panel=TRACES)
    ] = None,
    timeout: Annotated[
        float,
        typer.Option(
            min=1,
            metavar="SECONDS",
            help=f"By the clock; each page adds {DEFAULT.seconds_a_page:.0f}, read by OCR {DEFAULT.seconds_a_scan:.0f}.",
            rich_help_panel=LIMITS,
        ),
    ] = DEFAULT.seconds,
    cpu: Annotated[
        float,
        typer.Option(
            min=1,
            metavar="SECONDS",
            help=f"Of the processor; each page adds {DEFAULT.cpu_seconds_a_page:.0f}.",
            rich_help_panel=LIMITS,
        ),
    ] = DEFAULT.cpu_seconds,
    memory: Annotated[
        int, typer.Option(min=300, metavar="MB", help="Memory; three times as much for OCR.", rich_help_panel=LIMITS)
    ] = DEFAULT.memory // MB,
    max_size: Annotated[int, typer.Option(min=1, metavar="MB", help="Of the file.", rich_help_panel=LIMITS)] = (
        DEFAULT.file_size // MB
    ),
    max_pages: Annotated[int, typer.Option(min=1, help="Pages.", rich_help_panel=LIMITS)] = DEFAULT.pages,
    max_objects: Annotated[
        int, typer.Option(min=1, help="Pieces of text and drawing on a page.", rich_help_panel=LIMITS)
    ] = DEFAULT.objects_a_page,
    ignore_permissions: Annotated[
        bool,
        typer.Option(
            "--ignore-permissions",
            help="Read papers that forbid to take text out of them, where the law lets you.",
            rich_help_panel=LIMITS,
        ),
    ] = False,
) -> int:
    """Read papers into the database.

    A paper that the database already holds, read by this version, is left as it is. One that cannot be read is named with its
    outcome and never stops the others; it is tried again in the next runs where that may help, and else left until --retry.
    """
    limits = Limits(
        seconds=timeout,
        cpu_seconds=cpu,
        memory=memory * MB,
        memory_scans=3 * memory * MB,
        file_size=max_size * MB,
        pages=max_pages,
        objects_a_page=max_objects,
        obey_permissions=not ignore_permissions,
    )
    paths = paths or []
    web = cli_web.wanted(
        paths, config, urls, index, moderngov, papers, delay, allow_private=allow_private, size=limits.file_size
    )
    for path in (log, report, metrics):
        if path is not None and not path.absolute().parent.is_dir():
            raise BadArguments(f"There is no folder {path.parent} to write {path.name} in; make it, or name another.")
    if no_ocr:
        os.environ["BOARDPAPERS_OCR"] = "off"
    from boardpapers.server import prepare

    workers = (os.cpu_count() or 1) if workers is None else workers
    cli_cluster.check(executor, scheduler)
    if workers and scheduler is None:
        # first of all: what workers import is imported while this process imports the rest
        prepare(many=len(paths) != 1 or not Path(paths[0]).is_file())
    with uncollected():
        from boardpapers.ingest import ingest as run_ingest
        from boardpapers.journal import Journal
        from boardpapers.outcomes import Run

    run, out = Run(), console(stderr=as_json)
    journal = Journal(log, run)
    with (
        _traces(run, db, journal, report, metrics),
        cli_cluster.asked(scheduler, limits) as cluster,
        _Watch(out, journal) as watch,
    ):
        workers = workers if cluster is None else cluster.threads
        journal.write("info", "run started", paths=paths, config=config, workers=workers, dry_run=dry_run or None)
        try:
            run_ingest(
                paths,
                db,
                workers=workers,
                force=force,
                retry=retry,
                dry_run=dry_run,
                wait=wait,
                limits=limits,
                fiscal_year=fiscal_year,
                readers=None if cluster is None else cluster.read,
                run=run,
                started=watch.started,
                settled=watch.settled,
                retried=journal.retried,
                publishers=web.publishers,
                downloads=web.downloads,
                manners=web.manners,
                fetched=watch.fetched,
            )
        finally:
            watch.stop()
            if run.outcomes or sys.exc_info()[0] is None:  # where a run is stopped, what it did is told all the same
                _print(run, db, out, as_json=as_json, dry_run=dry_run)
    return run.exit_code


def runs(
    run: Annotated[
        int | None, typer.Argument(metavar="[RUN]", help="The papers of one run; all runs, if not given.")
    ] = None,
    db: Database = DATABASE_DEFAULT,
    limit: Annotated[int, typer.Option(min=1, help="Runs at most.")] = 20,
    as_json: Json = False,
) -> int:
    """Look back at what earlier runs of ingest did."""
    from boardpapers import report
    from load.database import read_database
    from load.runs import list_runs, papers_of

    engine = read_database(db)
    try:
        found = list_runs(engine, limit) if run is None else papers_of(engine, run)
    finally:
        engine.dispose()
    if found is None:
        raise BadArguments(f"There was no run {run}; `boardpapers runs` lists them.")
    if as_json:
        print_json(found)
    else:
        console().print(report.table_of_runs(found) if run is None else report.table_of_papers(found))
    return OK


class _Watch:
    """What is seen of a run while it goes on: a bar on the terminal, lines in the log."""

    def __init__(self, out: Console, journal: Journal) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (TextColumn("{task.description:40}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        # drawn four times a second: each time costs the processor that workers read on
        self._progress = Progress(*columns, console=out, transient=True, refresh_per_second=4)
        self._task = self._progress.add_task("reading", total=None)
        self._journal = journal

    def __enter__(self) -> _Watch:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        self._progress.stop()

    def fetched(self, told: Fetched) -> None:
        from rich.markup import escape

        self._progress.update(self._task, description=escape(f"fetching {told.publisher or ''}"[:40]))
        self._journal.fetched(told)

    def started(self, papers: int) -> None:
        self._progress.update(self._task, total=papers)

    def settled(self, outcome: Outcome) -> None:
        from rich.markup import escape

        self._progress.update(self._task, advance=1, description=escape(outcome.source.name[:40]))
        self._journal.paper(outcome)


def _print(run: Run, db: str, out: Console, *, as_json: bool, dry_run: bool) -> None:
    from boardpapers import report

    if as_json:
        print_json(report.as_json(run, db))
    else:
        report.print_run(out, run, db, dry_run=dry_run)


@contextlib.contextmanager
def _traces(run: Run, db: str, journal: Journal, report: Path | None, metrics: Path | None) -> Iterator[None]:
    """Log, report and figures of a run, written however it ends."""
    from boardpapers import journal as writing
    from boardpapers.report import as_json

    began, started_at = time.monotonic(), writing.now()
    code, error = OK, None
    try:
        yield
        code = run.exit_code
    except BaseException as stopped:
        code, error = exit_code_of(stopped), str(stopped) or type(stopped).__name__
        raise
    finally:
        seconds = round(time.monotonic() - began, 3)
        told = as_json(run, db) | {
            "started_at": started_at, "ended_at": writing.now(), "seconds": seconds, "exit_code": code, "error": error,
        }  # fmt: skip
        level = "info" if code == OK else "warning" if error is None else "error"
        journal.write(level, "run ended", exit_code=code, seconds=seconds, outcomes=told["outcomes"], reason=error)
        journal.close()
        _write(report, lambda path: writing.write_report(path, told))
        _write(metrics, lambda path: writing.write_metrics(path, run, exit_code=code, seconds=seconds))


def _write(path: Path | None, write: Callable[[Path], None]) -> None:
    if path is None:
        return
    try:
        write(path)
    except OSError as error:  # the papers are loaded all the same: that is what the exit code tells
        console(stderr=True).print(f"{path} cannot be written: {error.strerror}.")
