"""What the contract's views are made of: columns, the views, and how a part's view leads to the view of its whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Kind = Literal["text", "names", "number", "integer", "boolean", "date", "time", "colour", "choice"]
"""What a column holds. `names`: full names joined with `; `. `date`: ISO 8601, as precise as printed (`2018`,
`2018-04`, `2018-04-17`). `time`: `HH:MM`. `colour`: `#rrggbb`. `choice`: one of the column's `choices`."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a view.

    `shared` marks what is printed once for several rows (a band, a column's heading, a register's title): such words do
    not say where a row stands. `ours` marks a column that the contract does not promise.
    """

    name: str
    kind: Kind
    meaning: str
    choices: tuple[str, ...] = ()
    shared: bool = False
    ours: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A view's rows are parts of rows of `whole`; `inherited` names the columns that are the whole's: own -> whole's.

    Inherited columns are stored with the whole only, and come into the part's view by a join. `always`: a part has a
    whole even where it says nothing of it. `key` is the part's column that shows the row_key of its whole.
    """

    whole: str
    inherited: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    always: bool = False
    key: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """One view. `leading` are the columns that tell a row from its neighbours: they say where it begins and name it.

    `table` holds its rows; None where the view is worked out from other tables. `standard`: the view has the columns
    that all rows have (`COMMON`). `shown` is False for wholes that only their parts show (a register, a printed table).
    """

    name: str
    row: str
    columns: tuple[Column, ...]
    table: str | None = None
    leading: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    standard: bool = True
    shown: bool = True

    def column(self, name: str) -> Column | None:
        """The column called `name`; None where the view has none."""
        return next((c for c in self.columns if c.name == name), None)

    @property
    def inherited(self) -> frozenset[str]:
        """Names of the columns that are stored with a whole."""
        return frozenset(name for part in self.parts for name in part.inherited)

    @property
    def keys(self) -> frozenset[str]:
        """Names of the columns that show the row_key of a whole: they are stored nowhere."""
        return frozenset(part.key for part in self.parts if part.key is not None)

    @property
    def names(self) -> tuple[str, ...]:
        """All columns in the order in which the view shows them."""
        own = tuple(c.name for c in self.columns)
        if not self.standard:
            return own
        return (*(c.name for c in COMMON[:3]), *own, *(c.name for c in COMMON[3:]))


COMMON = (
    Column("document", "text", "the paper: its file's name without .pdf"),
    Column("page", "integer", "page on which the row begins, from 1"),
    Column("row_key", "text", "names this row; the same when the same PDF is read again"),
    Column("source_id", "integer", "where it was read: a row of source_spans"),
    Column("confidence", "number", "chance that every field of the row is right, 0 to 1"),
)

RAG = ("red", "amber_red", "amber", "amber_green", "green", "blue", "grey")
RATING = ("very_low", "low", "medium", "high", "very_high", "critical")
TREND = ("up", "down", "level", "new", "closed", "not_applicable")
