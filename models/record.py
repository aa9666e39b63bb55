"""Records: first as printed (`Printed`, made by extract), then with their meaning (`Record`, made by normalise)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from models.page import Word
from models.quick import quick

Scalar = str | int | float | bool | None
Severity = Literal["error", "warning", "info"]


@quick
@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """One printed field: its text and the very words it was read from, so that it can be found on the page again.

    `words` may be empty only where what was read is a fill or a drawing; `place` then says where (page, box as seen).
    """

    text: str  # NFC, one space between words, no bullet at its head; "" where only a fill or symbol is printed
    words: tuple[Word, ...] = ()
    method: str = "text"
    confidence: float = 1.0
    fill: str | None = None  # colour behind it
    symbols: tuple[str, ...] = ()  # drawn arrows or marks
    place: tuple[int, tuple[float, float, float, float]] | None = None
    note: str | None = (
        None  # what else the printed context says: the heading the cell stood under, the period of a column
    )
    breaks: tuple[
        int, ...
    ] = ()  # places in `text` where a line ends though the next word had room: breaks that are meant


@quick
@dataclass(frozen=True, slots=True, eq=False)
class Printed:
    """A record as it is printed. `view` is the contract's view it will become; `fields` are named as that view's columns.

    `parent` is the record this is a part of: a control's risk, a resolution's minute, a minute's meeting.
    `taken` are words that the record accounts for without holding them in a field (`RESOLVED:`, a heading `Owner`).
    A record without any words (a blank coloured cell) needs a field with a `place`, so that it still has a source.
    """

    view: str
    fields: Mapping[str, Field]
    parent: Printed | None = None
    confidence: float = 1.0
    taken: tuple[Word, ...] = ()
    context: Mapping[str, Field] = field(
        default_factory=dict
    )  # what the section says for all its records: key, period, body
    facts: Mapping[str, Scalar] = field(
        default_factory=dict
    )  # columns seen but not printed as words: a cell's row, span, fill, header


@quick
@dataclass(frozen=True, slots=True, eq=False)
class Value:
    """One column of a record: the meaning, and the printed field it came from (None: derived from other columns)."""

    value: Scalar
    source: Field | None = None
    confidence: float = 1.0


@quick
@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """One row-to-be of a contract view. `values` holds only the view's own columns that are not NULL."""

    view: str
    values: Mapping[str, Value]
    printed: Printed
    parent: Record | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Finding:
    """One thing that did not add up. `record` None: it is about the document."""

    rule: str
    severity: Severity
    message: str
    record: Record | None = None
    field: str | None = None
    value_found: str | None = None
    value_expected: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A run of words that no record took up."""

    page: int
    words: tuple[Word, ...]
    reason: str
