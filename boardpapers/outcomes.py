"""What can become of a paper, and what a worker hands back of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from boardpapers.errors import OK, PAPERS_FAILED
from boardpapers.sources import Source

if TYPE_CHECKING:
    from load.rows import Rows

LOADED = "loaded"
UNCHANGED = "unchanged"
PARTLY_READ = "partly read"
NOTHING_RECOGNISED = "nothing recognised"
NEEDS_OCR = "needs ocr"
NOT_READABLE = "failed: not readable"
LIMITS = "failed: limits"
DAMAGED = "failed: damaged"
CRASHED = "failed: crashed"
PROGRAM_FAULT = "failed: program fault"
FETCHED = "fetched"  # of an address
TO_BE_FETCHED = "to be fetched"  # the same, on a dry run


def is_failure(outcome: str) -> bool:
    """Whether a paper gave nothing, so that somebody has to see to it."""
    return outcome.startswith("failed") or outcome == NEEDS_OCR


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one paper. `rows` is None where it could not be read at all; then `reason` says what to do next."""

    source: Source
    sha256: str | None
    outcome: str
    reason: str | None
    rows: Rows | None
    size: int = 0  # bytes
    seconds: float = 0.0
    pages: int = 0
    words: int = 0
    unread: int = 0
    findings: int = 0
    families: tuple[str, ...] = ()
    records: Mapping[str, int] = field(default_factory=dict)  # view -> rows
    lost: Mapping[int, str] = field(default_factory=dict)  # page -> why it was not read
    may_pass: bool = False  # a failure that another try may not meet


@dataclass(frozen=True, slots=True)
class Progress:
    """How far reading a paper has come: it has so many pages, and OCR has been set to so many of them."""

    pages: int
    scans: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one paper in this run."""

    source: Source
    outcome: str
    reason: str | None = None
    reading: Reading | None = None
    tries: int | None = None  # in vain, by this version of the program, this one too
    quarantined: bool = False  # not tried again unless asked for

    @property
    def failed(self) -> bool:
        return is_failure(self.outcome)


@dataclass(slots=True)
class Run:
    """All outcomes of one run, in the order in which they were settled."""

    outcomes: list[Outcome] = field(default_factory=list)
    found: int = 0  # papers that were found; more than outcomes where the run was stopped
    number: int | None = None  # in the database; None before it is opened, and on a dry run

    @property
    def failed(self) -> bool:
        return any(outcome.failed for outcome in self.outcomes)

    @property
    def exit_code(self) -> int:
        """Of a run that came to its end."""
        return PAPERS_FAILED if self.failed else OK
