"""A document read to its end: what extract hands to normalise, and what a worker hands to the loader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.record import Finding, Printed, Record, Unread
from models.section import Section
from models.table import Table


@dataclass(frozen=True, slots=True)
class PageAccount:
    """Where the words of one page ended. The last three add up to `words`."""

    page: int
    width: float  # points, as a reader sees the page
    height: float
    rotation: int
    words: int
    recorded: int  # in a record's field, or in a table cell
    furniture: int
    unread: int
    method: str = "text"


@dataclass(frozen=True, slots=True, eq=False)
class Claimed:
    """Which family read a section, how sure it was and why. `family` None: nobody claimed it."""

    section: Section
    family: str | None
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Extracted:
    """All that is printed in one document. `findings` are the doubts of reading itself, without records."""

    page_count: int
    claims: tuple[Claimed, ...]
    tables: tuple[Table, ...]
    printed: tuple[Printed, ...]
    unread: tuple[Unread, ...]
    accounts: tuple[PageAccount, ...]
    findings: tuple[Finding, ...] = ()
    rotations: dict[int, tuple[int, float, float]] = field(
        default_factory=dict
    )  # page -> /Rotate, width, height as seen


@dataclass(frozen=True, slots=True, eq=False)
class Normalised:
    """The records of one document with their meaning, and what did not add up."""

    records: tuple[Record, ...]
    findings: tuple[Finding, ...]
    dated: Mapping[int, str] = field(default_factory=dict)  # number of a paper -> the date at its head, ISO 8601
    lost: tuple[Printed, ...] = ()  # of which no record could be made, by a fault of the program
