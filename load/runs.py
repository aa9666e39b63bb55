"""What runs did, for `boardpapers runs`: a row a run, and one a paper that a run read or could not read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from load.engines import reading, writing
from models.schema import RunPaper, RunRow


@dataclass(frozen=True, slots=True)
class PaperNote:
    """What became of one paper in a run; written in the transaction that loads the paper."""

    run_id: int
    position: int  # in the order in which papers were settled, from 1
    paper: str
    source: str | None
    sha256: str | None
    outcome: str
    reason: str | None = None
    pages: int | None = None
    seconds: float | None = None  # of reading


def begin_run(engine: Engine, *, asked: str, workers: int, extractor_version: str) -> int:
    """Notes that a run begins; its number. A run that is killed keeps this row, without an end."""
    values = {
        "started_at": _now(), "asked": asked, "workers": workers, "extractor_version": extractor_version,
    }  # fmt: skip
    with writing(engine) as connection:
        run_id: int = connection.execute(sa.insert(RunRow).values(values).returning(RunRow.run_id)).scalar_one()
    return run_id


def end_run(
    engine: Engine, run_id: int, *, ended: str, exit_code: int, papers: int, unchanged: int, seconds: float
) -> None:
    """Notes how a run ended: `done`, `interrupted`, `database` or `fault`."""
    values = {
        "ended_at": _now(), "ended": ended, "exit_code": exit_code, "papers": papers, "unchanged": unchanged,
        "seconds": round(seconds, 1),
    }  # fmt: skip
    with writing(engine) as connection:
        connection.execute(sa.update(RunRow).where(RunRow.run_id == run_id).values(values))


def note_paper(connection: Connection, note: PaperNote | None) -> None:
    """Writes what became of a paper, where a run asks for it."""
    if note is not None:
        values = {name: getattr(note, name) for name in PaperNote.__slots__}
        connection.execute(sa.insert(RunPaper).values(values))


def note_alone(engine: Engine, note: PaperNote) -> None:
    """The same, of what is no paper: a list of papers that could not be had."""
    with writing(engine) as connection:
        note_paper(connection, note)


def list_runs(engine: Engine, limit: int) -> list[dict[str, Any]]:
    """The latest runs, newest first, each with how many of its papers ended in which outcome."""
    with reading(engine) as connection:
        query = sa.select(RunRow.__table__).order_by(RunRow.run_id.desc()).limit(limit)
        runs = [dict(row) for row in connection.execute(query).mappings()]
        wanted = [run["run_id"] for run in runs]
        counted = (
            sa.select(RunPaper.run_id, RunPaper.outcome, sa.func.count())
            .where(RunPaper.run_id.in_(wanted))
            .group_by(RunPaper.run_id, RunPaper.outcome)
            .order_by(RunPaper.outcome)
        )
        outcomes: dict[int, dict[str, int]] = {run_id: {} for run_id in wanted}
        for run_id, outcome, number in connection.execute(counted):
            outcomes[run_id][outcome] = number
    return [run | {"outcomes": outcomes[run["run_id"]]} for run in runs]


def papers_of(engine: Engine, run_id: int) -> list[dict[str, Any]] | None:
    """The papers of one run in the order in which they were settled; None where there was no such run."""
    with reading(engine) as connection:
        if connection.execute(sa.select(RunRow.run_id).where(RunRow.run_id == run_id)).first() is None:
            return None
        query = sa.select(RunPaper.__table__).where(RunPaper.run_id == run_id).order_by(RunPaper.position)
        return [dict(row) for row in connection.execute(query).mappings()]


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
