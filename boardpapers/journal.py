"""What a run leaves behind for other programs: a log of JSON lines, a report, and figures for Prometheus."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from boardpapers.errors import BadArguments
from boardpapers.outcomes import FETCHED, LOADED, UNCHANGED, Outcome, Reading, Run
from load.downloads import Fetched


class Journal:
    """A log to which each event is added as one line of JSON, at once: `time` (UTC), `level`, `event`, and what it is about."""

    def __init__(self, path: Path | None, run: Run | None = None) -> None:
        """Each line names the `run` by its number, as soon as it has one. Raises BadArguments where the log cannot be written."""
        self._file: TextIO | None = None
        self._run = run
        if path is not None:
            try:
                self._file = path.open("a", encoding="utf-8", buffering=1)
            except OSError as error:
                raise BadArguments(f"The log {path} cannot be written: {error.strerror}.") from error

    def write(self, level: str, event: str, **facts: object) -> None:
        if self._file is None:
            return
        number = {"run": self._run.number} if self._run and self._run.number is not None else {}
        told = {name: value for name, value in facts.items() if value is not None}
        line = json.dumps(
            {"time": now(), "level": level, "event": event, **number, **told}, ensure_ascii=False, default=str
        )
        try:
            self._file.write(line + "\n")
        except OSError:  # no room for the log is no reason to lose papers, which have a place of their own
            self.close()

    def fetched(self, told: Fetched) -> None:
        """A site was asked for a paper."""
        self.write(
            "info" if told.outcome == FETCHED else "error",
            "fetch",
            url=told.url,
            publisher=told.publisher,
            found_on=told.found_on,
            outcome=told.outcome,
            reason=told.reason,
            size=told.size,
            sha256=told.sha256,
        )

    def paper(self, outcome: Outcome) -> None:
        """A paper is settled."""
        calm = outcome.outcome in (LOADED, UNCHANGED)
        reading = outcome.reading
        self.write(
            "error" if outcome.failed else "info" if calm else "warning",
            "paper",
            paper=outcome.source.name,
            path=outcome.source.address,
            outcome=outcome.outcome,
            reason=outcome.reason,
            seconds=round(reading.seconds, 3) if reading else None,
            pages=reading.pages or None if reading else None,
            tries=outcome.tries,
            quarantined=outcome.quarantined or None,
        )

    def retried(self, reading: Reading) -> None:
        """The process that read a paper died, and another is to try."""
        self.write(
            "warning",
            "try again",
            paper=reading.source.name,
            path=reading.source.address,
            outcome=reading.outcome,
            reason=reading.reason,
            seconds=round(reading.seconds, 3),
        )

    def close(self) -> None:
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
            self._file = None


def write_report(path: Path, report: dict[str, Any]) -> None:
    """Writes a report as a whole or not at all. Raises OSError."""
    _replace(path, json.dumps(report, ensure_ascii=False, indent=1, default=str) + "\n")


def write_metrics(path: Path, run: Run, *, exit_code: int, seconds: float) -> None:
    """Figures of a run in Prometheus' text format, for the text-file collector of its node exporter. Raises OSError."""
    from prometheus_client import CollectorRegistry, Gauge, generate_latest

    registry = CollectorRegistry()

    def gauge(name: str, meaning: str, value: float) -> None:
        Gauge(f"boardpapers_run_{name}", meaning, registry=registry).set(value)

    read = [outcome.reading for outcome in run.outcomes if outcome.reading]
    gauge("ended_timestamp_seconds", "When the last run ended.", datetime.now(UTC).timestamp())
    gauge("duration_seconds", "How long the last run took.", round(seconds, 3))
    gauge("exit_code", "Exit code of the last run; 0 is good.", exit_code)
    gauge("pages", "Pages read in the last run.", sum(reading.pages for reading in read))
    gauge("records", "Records found in the last run.", sum(sum(reading.records.values()) for reading in read))
    gauge("findings", "Doubts told in the last run.", sum(reading.findings for reading in read))
    gauge("words", "Words on the pages read in the last run.", sum(reading.words for reading in read))
    gauge("words_unread", "Of these, words that no record took up.", sum(reading.unread for reading in read))
    gauge("quarantined", "Papers given up after they failed.", sum(outcome.quarantined for outcome in run.outcomes))
    papers = Gauge("boardpapers_run_papers", "Papers of the last run by outcome.", ["outcome"], registry=registry)
    for outcome in run.outcomes:
        papers.labels(outcome.outcome).inc()
    _replace(path, generate_latest(registry).decode())


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _replace(path: Path, text: str) -> None:
    """Writes beside the file and puts it in its place in one step: whoever reads it never sees half."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
        try:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
    Path(file.name).chmod(0o644)  # the exporter is another user
    Path(file.name).replace(path)
