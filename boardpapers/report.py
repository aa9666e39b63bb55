"""What a run found, as a table for people and as JSON for machines."""

from __future__ import annotations

import re
import shlex
import shutil
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from boardpapers import DATABASE_DEFAULT
from boardpapers.outcomes import LOADED, NOTHING_RECOGNISED, PARTLY_READ, UNCHANGED, Outcome, Run

MOST_NAMED = 5  # papers in one command
QUESTION = "SELECT document, page, ref, title, current_score FROM risks LIMIT 10"
STYLES = {LOADED: "green", UNCHANGED: "dim", NOTHING_RECOGNISED: "yellow", PARTLY_READ: "yellow"}
_PASSWORD = re.compile(r"(://[^:/@]*:)[^@/]*@")


def as_json(run: Run, database: str) -> dict[str, Any]:
    """The run as plain values: totals, and one entry a paper."""
    return {
        "database": address(database),
        "run": run.number,
        "found": run.found,
        "papers": [_entry(o) for o in run.outcomes],
        "outcomes": dict(Counter(o.outcome for o in run.outcomes)),
        "records": sum(sum(o.reading.records.values()) for o in run.outcomes if o.reading),
        "failed": run.failed,
    }


def _entry(outcome: Outcome) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "paper": outcome.source.name,
        "path": outcome.source.address,
        "outcome": outcome.outcome,
        "reason": outcome.reason,
    }
    if outcome.tries is not None:
        entry |= {"tries": outcome.tries, "quarantined": outcome.quarantined}
    if outcome.quarantined:
        entry["quarantined"] = True
        entry["try_again"] = f"boardpapers ingest --retry {shlex.quote(outcome.source.address)}"
    if reading := outcome.reading:
        entry |= {
            "sha256": reading.sha256,
            "families": list(reading.families),
            "pages": reading.pages,
            "records": reading.records,
            "findings": reading.findings,
            "words": reading.words,
            "unread": reading.unread,
            "pages_not_read": {str(page): why for page, why in reading.lost.items()},
            "seconds": round(reading.seconds, 3),
        }
    return entry


def print_run(console: Console, run: Run, database: str, *, dry_run: bool = False) -> None:
    """The table of papers, what went wrong and what to do about it, one line of totals, and what to try next."""
    shown = [o for o in run.outcomes if o.outcome != UNCHANGED]
    if shown:
        console.print(_table(shown))
    for outcome in shown:
        if outcome.reason and (outcome.failed or outcome.outcome == PARTLY_READ):
            where = f" ({outcome.source.url})" if outcome.source.url else ""
            head = (f"{outcome.source.name}{where}: ", "bold")
            console.print(Text.assemble(head, f"{outcome.outcome}. {outcome.reason}"))
    given_up = [o.source.address for o in shown if o.quarantined]
    if given_up:
        console.print("\nWhat would fail again is left alone from now on. To try it all the same:", style="bold")
        named = shlex.join(given_up[:MOST_NAMED]) + (" …" if len(given_up) > MOST_NAMED else "")
        command = f"{_program()} ingest --retry {named}{_where(database)}"
        console.print(f"  {command}", highlight=False, markup=False, soft_wrap=True)
    console.print(_totals(run, dry_run=dry_run))
    if not dry_run and any(not o.failed for o in run.outcomes):
        _print_next(console, run, database)


def _print_next(console: Console, run: Run, database: str) -> None:
    """Three commands that can be typed as they stand."""
    where = _where(database)
    paper = next(o.source.path for o in run.outcomes if not o.failed)
    program = _program()
    commands = (
        f"{program} query {shlex.quote(QUESTION)}{where}",
        f"{program} show {shlex.quote(str(paper))} --page 1 --picture page.png",
        f"{program} schema risks",
    )
    console.print("\nTo try next:", style="bold")
    for command in commands:
        console.print(f"  {command}", highlight=False, markup=False, soft_wrap=True)


def address(database: str) -> str:
    """A database's address without its password."""
    return _PASSWORD.sub(r"\1***@", database)


def _where(database: str) -> str:
    return "" if database == DATABASE_DEFAULT else f" --db {shlex.quote(address(database))}"


def _program() -> str:
    """The command as it can be typed here: by its path where its folder is not on PATH."""
    called = Path(sys.argv[0])
    if called.stem != "boardpapers" or shutil.which("boardpapers"):
        return "boardpapers"
    here = Path.cwd()
    return shlex.quote(str(called.relative_to(here) if called.is_relative_to(here) else called))


def _table(outcomes: list[Outcome]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True)
    table.add_column("paper", overflow="fold", min_width=12)
    table.add_column("family", min_width=9)
    for name in ("pages", "records", "findings", "unread", "seconds"):
        table.add_column(name, justify="right", no_wrap=True, min_width=len(name))
    table.add_column("outcome", min_width=9)
    for o in outcomes:
        if o.reading is None or not o.reading.pages:
            figures = [""] * 6
        else:
            r = o.reading
            figures = [
                ", ".join(r.families),
                str(r.pages),
                str(sum(r.records.values())),
                str(r.findings),
                f"{r.unread / r.words:.0%}" if r.words else "",
                f"{r.seconds:.1f}",
            ]
        style = STYLES.get(o.outcome, "red" if o.failed else "")
        table.add_row(o.source.name, *figures, Text(o.outcome, style=style))
    return table


def _totals(run: Run, *, dry_run: bool) -> Text:
    counts = Counter(o.outcome for o in run.outcomes)
    if run.outcomes and set(counts) == {UNCHANGED}:
        there = "The paper is in the database already, as this version reads it"
        if len(run.outcomes) > 1:
            there = f"All {len(run.outcomes)} papers are in the database already, as this version reads them"
        return Text(f"{there}: nothing was changed.")
    parts = [f"{number} {outcome}" for outcome, number in counts.most_common()]
    records = sum(sum(o.reading.records.values()) for o in run.outcomes if o.reading)
    line = f"{counted(len(run.outcomes), 'paper')}: {', '.join(parts)}; {counted(records, 'record')}."
    return Text(line + (" A dry run: nothing was written." if dry_run else ""), style="bold")


def counted(number: int, thing: str) -> str:
    """`1 paper`, `2 papers`."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def table_of_runs(runs: list[dict[str, Any]]) -> Table:
    """Earlier runs, newest first."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True)
    for name in ("run", "started", "ended", "code", "papers", "unchanged", "outcomes", "seconds"):
        table.add_column(name, justify="right" if name in ("run", "code", "papers", "unchanged", "seconds") else "left")
    for run in runs:
        outcomes = ", ".join(f"{number} {outcome}" for outcome, number in run["outcomes"].items())
        ended = run["ended"] or "killed, or going on"
        numbers = ("exit_code", "papers", "unchanged")
        told = ["" if run[name] is None else str(run[name]) for name in numbers]
        seconds = "" if run["seconds"] is None else f"{run['seconds']:.1f}"
        table.add_row(str(run["run_id"]), run["started_at"], ended, *told, outcomes, seconds)
    return table


def table_of_papers(papers: list[dict[str, Any]]) -> Table:
    """The papers of one run in the order in which they were settled."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True)
    for name in ("paper", "outcome", "pages", "seconds", "reason"):
        table.add_column(name, overflow="fold", justify="right" if name in ("pages", "seconds") else "left")
    for paper in papers:
        numbers = ["" if paper[name] is None else str(paper[name]) for name in ("pages", "seconds")]
        style = STYLES.get(paper["outcome"], "red")
        table.add_row(paper["paper"], Text(paper["outcome"], style=style), *numbers, paper["reason"] or "")
    return table
