"""The data contract: the views that researchers query, their columns and what these mean. Its names are a promise.

Wholes that no view shows (a register, a scorecard, a printed table) stand here too, `shown=False`: their columns are
stored once and come into their parts' views.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from models import contract_actions, contract_measures, contract_meetings, contract_risks, contract_sources
from models.column import COMMON, Column, Kind, Part, View

__all__ = ["ALL", "COMMON", "VIEWS", "Column", "Kind", "Part", "View", "unknown_columns", "view_named"]

ALL: dict[str, View] = {
    view.name: view
    for view in (
        *contract_risks.VIEWS,
        *contract_meetings.VIEWS,
        *contract_actions.VIEWS,
        *contract_measures.VIEWS,
        *contract_sources.VIEWS,
    )
}
"""Every view and every whole, by name."""

VIEWS: dict[str, View] = {name: view for name, view in ALL.items() if view.shown}
"""The views of the contract, by name, in the order in which people are shown them."""


def view_named(name: str) -> View:
    """The view called `name`. Raises KeyError, with the nearest name, where the contract has none."""
    if name in VIEWS:
        return VIEWS[name]
    near = difflib.get_close_matches(name, VIEWS, 1)
    hint = f"; did you mean {near[0]}?" if near else ""
    raise KeyError(f"the contract has no view {name}{hint}")


def unknown_columns(view: str, columns: Iterable[str]) -> tuple[str, ...]:
    """Those of `columns` that a record of `view` may not hold: not the view's own, or filled by the loader alone."""
    known = {c.name for c in view_named(view).columns} - FILLED_BY_LOADER
    return tuple(sorted(set(columns) - known))


FILLED_BY_LOADER = frozenset({"person_id", "action_key"}).union(*(view.keys for view in ALL.values()))
"""Columns that come from links between rows, never from a record."""
