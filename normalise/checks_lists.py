"""Lists that are printed in a paper and of which nothing is read: tables headed as action logs or as scorecards are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from models.record import Finding, Record
from normalise.checks_likeness import text_of
from normalise.document import Check, Context
from normalise.places import page_of
from normalise.vocabularies import fold, vocabulary

KINDS: Mapping[str, tuple[str, frozenset[str], frozenset[str]]] = {
    "action log": (
        "action",
        frozenset({"owner", "due", "status"}),
        frozenset(
            {"tracked_actions", "minute_actions", "risk_actions", "risks", "deliverables", "resolutions", "decisions"}
        ),
    ),
    "scorecard": ("indicator", frozenset({"target", "actual", "status"}), frozenset({"kpis", "deliverables"})),
}
"""What a table looks like -> what it must have a column of, of what else two, and the views that would hold its rows."""
FEWEST_ROWS = 3  # headings among them
LEAST_BESIDE = 2


@dataclass(slots=True)
class _Seen:
    """What is printed over the columns of one table, on which pages it stands, and its first cell."""

    first: Record
    kinds: set[str] = field(default_factory=set)
    pages: set[int] = field(default_factory=set)
    rows: int = 0


def lists_are_read(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """A table whose headings are those of an action log or a scorecard, on whose pages no row of one is read."""
    tables = _tables(records)
    if not tables:
        return
    read: dict[str, set[int]] = defaultdict(set)
    for record in records:
        if record.printed is not None and record.view != "table_cells":
            read[record.view].update(f.words[0].page for f in record.printed.fields.values() if f.words)
    for seen in tables:
        for name, (main, beside, views) in KINDS.items():
            headed = main in seen.kinds and len(seen.kinds & beside) >= LEAST_BESIDE
            if headed and not any(read[view] & seen.pages for view in views):
                message = f"a table is headed as {name}s are, and no row of it is read as one"
                yield Finding("a list of which nothing is read", "warning", message, seen.first, "header")
                break


def _tables(records: Sequence[Record]) -> list[_Seen]:
    """The tables that have headings of such lists."""
    known = vocabulary("list_headings")
    seen: dict[object, _Seen] = {}
    for record in records:
        if record.view != "table_cells" or record.printed is None:
            continue
        number, row = (record.values[n].value if n in record.values else None for n in ("table_no", "row_no"))
        table = seen.setdefault(number, _Seen(record))
        table.rows = max(table.rows, row if isinstance(row, int) else 0)
        table.pages.add(page_of(record.printed))
        over = text_of(record, "header").rsplit(" > ", maxsplit=1)[-1] or (text_of(record, "text") if row == 1 else "")
        kind = known.get(fold(over)) if over else None
        if kind is not None:
            table.kinds.add(kind)
    return [table for table in seen.values() if table.rows >= FEWEST_ROWS and len(table.kinds) > LEAST_BESIDE]


CHECKS: Sequence[Check] = (lists_are_read,)
