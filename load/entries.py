"""What a search finds: the texts of a paper's rows, field by field, as rows of the index.

Pure, so that a worker makes them and the loader only writes them; how they are asked for stands in `load.search`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from functools import cache

from load.draft import Draft
from load.values import clean
from load.wholes import Row
from models.column import View

CELLS = "table_cells"
UNREAD = "unread_text"
NOT_SEARCHED = frozenset(
    {
        "unit",
        "change_unit",
        "header",
        "of_risk",
        "of_vote",
        "of_decision",
        "risk_key",
        "action_key",
        "people",
        "cites",
        "url",
        "reason",
    }
)
"""Columns of text in which nobody looks for words: units, keys, headings that each cell repeats, lists of what another column says."""

_LETTER = re.compile("[A-Za-z]")


@cache
def searched(view: View) -> tuple[str, ...]:
    """The columns of a view that a search looks into: its own texts and names, not those it has from its wholes."""
    return tuple(
        c.name
        for c in view.columns
        if c.kind in ("text", "names")
        and c.name not in view.inherited
        and c.name not in NOT_SEARCHED
        and not c.name.endswith("_label")
    )


def is_searched(text: str) -> bool:
    """Whether somebody may look for a text: it has a letter, and is more than that."""
    return len(text) > 1 and _LETTER.search(text) is not None


def write_entries(rows: Iterable[Row], unread: Iterable[tuple[int, str]], draft: Draft) -> None:
    """The entries of a paper: of its rows, then of its runs of unread words (record_id, words), then of those cells of its tables
    that say what no row says.
    """
    entries: list[tuple[int, str, str]] = []
    cells: list[Row] = []
    for row in rows:
        if row.view.name == CELLS:
            cells.append(row)
        elif not row.implied:
            entries += _of_row(row, frozenset())
    entries += [(record_id, "text", clean(text)) for record_id, text in unread if is_searched(text)]
    said = frozenset([text for _, _, text in entries])
    for row in cells:
        entries += _of_row(row, said)
    for number, entry in enumerate(entries, start=1):
        draft.add("search_entry", draft.id(number), *entry)


def _of_row(row: Row, said: Set[str]) -> list[tuple[int, str, str]]:
    """The entries of a row, less what is said already."""
    values = row.values
    told = [(field, values.get(field)) for field in searched(row.view)]
    return [
        (row.record_id, field, text)
        for field, text in told
        if isinstance(text, str) and text not in said and is_searched(text)
    ]
