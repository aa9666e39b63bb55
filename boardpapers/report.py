"""What a run found, as a table for people and as JSON for machines."""

from __future__ import annotations

from collections import Counter
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from boardpapers.ingest import Outcome, Run

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


def print_run(console: Console, run: Run, *, dry_run: bool = False) -> None:
    """The table of papers, then what went wrong and what to do about it, then one line of totals."""
    shown = sorted((o for o in run.outcomes if o.outcome != "unchanged"), key=lambda o: str(o.source.path))
    if shown:
        console.print(_table(shown))
    for outcome in shown:
        if outcome.reason and outcome.failed:
            console.print(Text.assemble((f"{outcome.source.name}: ", "bold"), f"{outcome.outcome}. {outcome.reason}"))
    console.print(_totals(run, dry_run=dry_run))


def _table(outcomes: list[Outcome]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("paper", overflow="fold", min_width=20)
    table.add_column("family", overflow="fold", min_width=8)
    for name in ("pages", "records", "findings", "unread", "seconds"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("outcome")
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
                f"{r.unread} ({r.unread / r.words:.0%})" if r.words else "0",
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
