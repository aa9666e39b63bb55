"""The main job: papers in, database out."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Engine

from boardpapers.reading import NEEDS_OCR, Reading
from boardpapers.sources import Source, find_papers
from boardpapers.version import extractor_version
from boardpapers.workers import read_all
from load.database import open_database
from load.loader import Known, known_papers, load_rows, record_failure

NOT_NEW = "unchanged"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one paper in this run."""

    source: Source
    outcome: str
    reason: str | None = None
    reading: Reading | None = None

    @property
    def failed(self) -> bool:
        return self.outcome.startswith("failed") or self.outcome == NEEDS_OCR


@dataclass(slots=True)
class Run:
    """All outcomes of one run, in the order in which they were settled."""

    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        return any(outcome.failed for outcome in self.outcomes)


Settled = Callable[[Outcome], None]


def _silent(_: object) -> None:
    """Nobody watches."""


def ingest(
    paths: Sequence[str],
    database: str,
    *,
    workers: int = 1,
    force: bool = False,
    dry_run: bool = False,
    started: Callable[[int], None] = _silent,
    settled: Settled = _silent,
) -> Run:
    """Finds the papers behind `paths`, reads those that the database does not hold as this extractor would read them, and loads each
    in a transaction of its own. One bad paper never stops the others. `started` and `settled` tell whoever shows the progress.

    Raises DatabaseUnreachable, DatabaseLocked or DatabaseTooNew.
    """
    run = Run()

    def settle(outcome: Outcome) -> None:
        run.outcomes.append(outcome)
        settled(outcome)

    found = find_papers(paths)
    started(len(found))
    with _opened(database, dry_run=dry_run) as engine:
        papers = _without_problems(found, engine, settle)
        papers = papers if force or engine is None else _without_known(papers, known_papers(engine), settle)
        for reading in read_all(papers, workers):
            settle(_store(engine, reading, force=force))
    return run


@contextlib.contextmanager
def _opened(database: str, *, dry_run: bool) -> Iterator[Engine | None]:
    """The database while the run lasts, and no connection to it left behind; None for a dry run."""
    if dry_run:
        yield None
        return
    engine = open_database(database)
    try:
        yield engine
    finally:
        engine.dispose()


def _without_problems(found: Sequence[Source], engine: Engine | None, settle: Settled) -> list[Source]:
    """The papers that are there; for each of the others its outcome is settled."""
    papers = []
    for source in found:
        if source.problem is None:
            papers.append(source)
            continue
        outcome, reason = source.problem
        settle(_store(engine, Reading(source, None, outcome, reason, None)))
    return papers


def _without_known(papers: Sequence[Source], known: dict[str, Known], settle: Settled) -> list[Source]:
    """The papers that are new, or were read by another version of the extractor, or could not be read."""
    new = []
    for source in papers:
        before = known.get(_sha256(source) or "")
        if (
            before is not None
            and before.extractor_version == extractor_version()
            and not before.outcome.startswith("failed")
        ):
            still = before.outcome == NEEDS_OCR
            settle(Outcome(source, NEEDS_OCR, before.reason) if still else Outcome(source, NOT_NEW))
        else:
            new.append(source)
    return new


def _sha256(source: Source) -> str | None:
    try:
        with source.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None  # reading it will say why


def _store(engine: Engine | None, reading: Reading, *, force: bool = False) -> Outcome:
    if engine is not None:
        if reading.rows is not None:
            load_rows(engine, reading.rows, force=force)
        else:
            record_failure(
                engine,
                file_name=reading.source.name,
                source=str(reading.source.path),
                sha256=reading.sha256,
                size=reading.size,
                extractor_version=extractor_version(),
                outcome=reading.outcome,
                reason=reading.reason,
            )
    return Outcome(reading.source, reading.outcome, reading.reason, reading)
