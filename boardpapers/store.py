"""Where the outcomes of a run go: a database that one run holds at a time, or nowhere on a dry run."""

from __future__ import annotations

import contextlib
import hashlib
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Engine

from boardpapers.errors import FAULT, INTERRUPTED, exit_code_of
from boardpapers.outcomes import NOT_READABLE, PROGRAM_FAULT, UNCHANGED, Outcome, Reading, Run
from boardpapers.version import extractor_version
from load.alone import alone
from load.database import read_database
from load.downloads import Fetched, known_downloads, note_download
from load.loader import Known, known_papers, load_rows, record_failure
from load.runs import PaperNote, begin_run, end_run, note_alone
from models.errors import DatabaseError


class Store:
    """Keeps nothing: a dry run. What a database at `address` holds, if there is one, is known all the same for downloads."""

    def __init__(self, address: str | None = None) -> None:
        self._address = address

    def known(self) -> dict[str, Known]:
        """How each paper was read before, by SHA-256."""
        return {}

    def downloads(self) -> dict[str, Fetched]:
        """What came of each address, by address."""
        if self._address is None:
            return {}
        try:
            engine = read_database(self._address)
        except DatabaseError:
            return {}
        try:
            return known_downloads(engine)
        finally:
            engine.dispose()

    def note(self, fetched: Fetched, *, arrived: bool) -> None:
        """Keeps what came of an address."""

    def put(self, reading: Reading) -> Outcome:
        """Stores what came of a paper. The outcome has its figures and not its rows: a run of a million papers has all outcomes at hand."""
        return Outcome(reading.source, reading.outcome, reading.reason, replace(reading, rows=None))


class DatabaseStore(Store):
    """A database, and the number of this run in it."""

    def __init__(self, engine: Engine, run_id: int, *, force: bool) -> None:
        self._engine = engine
        self._run_id = run_id
        self._force = force
        self._settled = 0

    def known(self) -> dict[str, Known]:
        return known_papers(self._engine)

    def downloads(self) -> dict[str, Fetched]:
        return known_downloads(self._engine)

    def note(self, fetched: Fetched, *, arrived: bool) -> None:
        note_download(self._engine, fetched, arrived=arrived)

    def put(self, reading: Reading) -> Outcome:
        """Loads a paper, or notes that it could not be read. Raises a DatabaseError where the database takes nothing."""
        if reading.rows is not None:
            try:
                return self._loaded(reading)
            except (sa.exc.SQLAlchemyError, ValueError, OverflowError) as error:
                said = str(getattr(error, "orig", None) or error).splitlines()[0]
                reason = f"The database refuses its rows ({said}); the program is at fault, please report it."
                reading = replace(reading, rows=None, outcome=PROGRAM_FAULT, reason=reason)
        return self._failed(reading)

    def _loaded(self, reading: Reading) -> Outcome:
        assert reading.rows is not None
        done = load_rows(self._engine, reading.rows, force=self._force, note=self._note(reading))
        outcome = UNCHANGED if done == "unchanged" else reading.outcome
        return Outcome(reading.source, outcome, reading.reason, replace(reading, rows=None))

    def _failed(self, reading: Reading) -> Outcome:
        if reading.source.aside:
            note_alone(self._engine, self._note(reading))
            return Outcome(reading.source, reading.outcome, reading.reason, reading)
        if reading.sha256 is None and reading.source.problem is None and reading.outcome != NOT_READABLE:
            reading = replace(reading, sha256=sha256_of(reading.source.path))
        tried = record_failure(
            self._engine,
            file_name=reading.source.name,
            source=reading.source.address,
            sha256=reading.sha256,
            size=reading.size,
            extractor_version=extractor_version(),
            outcome=reading.outcome,
            reason=reading.reason,
            may_pass=reading.may_pass,
            note=self._note(reading),
        )
        return Outcome(reading.source, reading.outcome, reading.reason, reading, tried.tries, tried.quarantined)

    def _note(self, reading: Reading) -> PaperNote:
        self._settled += 1
        return PaperNote(
            self._run_id,
            self._settled,
            reading.source.name,
            reading.source.address,
            reading.sha256,
            reading.outcome,
            reading.reason,
            reading.pages or None,
            round(reading.seconds, 3),
        )


@contextlib.contextmanager
def held(
    engine: Engine | None, database: str, run: Run, asked: Sequence[str], *, workers: int, force: bool, wait: float
) -> Iterator[Store]:
    """The database for one run, which is noted in it from its beginning to its end, however it ends; no engine for a dry run.

    Raises AnotherRun where another run holds it for longer than `wait` seconds.
    """
    if engine is None:
        yield Store(database)
        return
    began = time.monotonic()
    with alone(engine, wait):
        run_id = begin_run(engine, asked="; ".join(asked), workers=workers, extractor_version=extractor_version())
        run.number = run_id

        def end(ended: str, code: int) -> None:
            end_run(
                engine,
                run_id,
                ended=ended,
                exit_code=code,
                papers=run.found,
                unchanged=sum(outcome.outcome == UNCHANGED for outcome in run.outcomes),
                seconds=time.monotonic() - began,
            )

        try:
            yield DatabaseStore(engine, run_id, force=force)
        except BaseException as error:
            code = exit_code_of(error)
            ended = {INTERRUPTED: "interrupted", FAULT: "fault"}.get(code, "database")
            with contextlib.suppress(DatabaseError, sa.exc.SQLAlchemyError):  # what stopped the run is to be told
                end(ended, code)
            raise
        end("done", run.exit_code)


def sha256_of(path: Path) -> str | None:
    """The SHA-256 of a file; None where it cannot be read: reading it will say why."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
