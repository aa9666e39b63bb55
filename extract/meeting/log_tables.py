"""The logs among the tables of a section: those whose headings or cells say so, and those that go on with the columns before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.columns import Assigned, columns_of, fit
from extract.meeting.log_columns import heading_rows_of
from extract.meeting.log_parts import columns_told
from models.table import Table

SUITS = 0.3  # how well the cells of a table without headings suit the columns of the log before it, on average
SURE = 0.9  # how sure a column is by the heading over another table, as against its own


@dataclass(frozen=True, slots=True, eq=False)
class Log:
    """A table seen as a log of actions: its columns, and how sure that it is one."""

    table: Table
    columns: tuple[Assigned, ...]
    score: float


def logs_of(tables: Sequence[Table]) -> list[Log]:
    """The logs of a section in order. Headings printed over the first of several tables hold for the others too, each under
    the heading of its group, where these have as many columns and their cells suit.
    """
    found: list[Log] = []
    headed: Log | None = None
    told = columns_told(tables)
    for table in tables:
        columns, score = told[id(table)]
        bare = heading_rows_of(table) == 0
        more = _continued(table, headed) if bare and headed is not None else None
        if more is not None:
            found.append(more)
        elif score > 0:
            found.append(Log(table, columns, score))
            headed = None if bare else found[-1]
    return found


def _continued(table: Table, before: Log) -> Log | None:
    """A table without headings under the columns of the log before it; None where its cells do not suit these."""
    own = columns_of(table, 0)
    if len(own) != len(before.columns):
        return None
    pairs = list(zip(own, before.columns, strict=True))
    suits = [fit("tracker", known.field, column.looks) for column, known in pairs if known.field is not None]
    if not suits or sum(suits) / len(suits) < SUITS:
        return None
    columns = tuple(
        Assigned(
            replace(known.column, index=column.index, cells=column.cells, looks=column.looks),
            known.field,
            SURE * known.confidence,
        )
        for column, known in pairs
    )
    return Log(table, columns, before.score)
