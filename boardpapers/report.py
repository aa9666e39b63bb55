"""What a run found, as a table for people and as JSON for machines."""

from __future__ import annotations

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
from boardpapers.ingest import Outcome, Run

QUESTION = "SELECT document, page, ref, title, current_score FROM risks LIMIT 10"
STYLES = {"loaded": "green", "unchanged": "dim", "nothing recognised": "yellow"}


def as_json(run: Run, database: str) -> dict[str, Any]:
    """The run as plain values: totals, and one entry a paper."""
    return {
        "database": database,
        "papers": [_entry(o) for o in run.outcomes],
        "outcomes": dict(Counter(o.outcome for o in run.outcomes)),
        "records": sum(sum(o.reading.records.values()) for o in run.outcomes if o.reading),
        "failed": run.failed,
    }


def _entry(outcome: Outcome) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "paper": outcome.source.name,
        "path": str(outcome.source.path),
        "outcome": outcome.outcome,
        "reason": outcome.reason,
    }
    if reading := outcome.reading:
        entry |= {
            "sha256": reading.sha256,
            "families": list(reading.families),
            "pages": reading.pages,
            "records": reading.records,
            "findings": reading.findings,
            "words": reading.words,
            "unread": reading.unread,
            "seconds": round(reading.seconds, 3),
        }
    return entry


def print_run(console: Console, run: Run, database: str, *, dry_run: bool = False) -> None:
    """The table of papers, what went wrong and what to do about it, one line of totals, and what to try next."""
    shown = [o for o in run.outcomes if o.outcome != "unchanged"]
    if shown:
        console.print(_table(shown))
    for outcome in shown:
        if outcome.reason and outcome.failed:
            console.print(Text.assemble((f"{outcome.source.name}: ", "bold"), f"{outcome.outcome}. {outcome.reason}"))
    console.print(_totals(run, dry_run=dry_run))
    if not dry_run and any(not o.failed for o in run.outcomes):
        _print_next(console, run, database)


def _print_next(console: Console, run: Run, database: str) -> None:
    """Three commands that can be typed as they stand."""
    where = "" if database == DATABASE_DEFAULT else f" --db {shlex.quote(database)}"
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
    if run.outcomes and set(counts) == {"unchanged"}:
        return Text(
            f"All {len(run.outcomes)} papers are in the database already, as this version reads them: nothing was changed."
        )
    parts = [f"{number} {outcome}" for outcome, number in counts.most_common()]
    records = sum(sum(o.reading.records.values()) for o in run.outcomes if o.reading)
    line = f"{len(run.outcomes)} papers: {', '.join(parts)}; {records} records."
    return Text(line + (" A dry run: nothing was written." if dry_run else ""), style="bold")
