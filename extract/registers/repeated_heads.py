"""Tables of one risk that begin its form: the headings and the one row of `Ref | Risk | Owner`, the same again over each form, and
boxes of other labels below. Each by itself would be a register of a single risk."""

from __future__ import annotations

from collections.abc import Sequence

from extract.registers.layout import is_known
from extract.remembering import remembered
from extract.wording import fold, likeness, phrases
from models.section import Section
from models.table import Table

_FEWEST = 2  # forms that are hardly alike by chance
_FEWEST_LABELS = 2  # known, in the boxes below such a table
_MOST = 0.6  # share of the forms that have what all have
_KNOWN = 0.75  # likeness from which a heading is one that is known
_ROWS = 2  # the headings and the risk


@remembered(8)
def heads_of_forms(section: Section) -> frozenset[int]:
    """The tables that begin the forms of a section, by identity."""
    tables = section.tables
    alike: dict[tuple[str, ...], list[int]] = {}
    for at, table in enumerate(tables):
        if table.rows == _ROWS and table.columns > 1:
            alike.setdefault(_headings(table), []).append(at)
    found: set[int] = set()
    for headings, places in alike.items():
        if len(places) < _FEWEST or sum(map(is_known, headings)) < _FEWEST_LABELS or not any(map(_is_name, headings)):
            continue
        below = [tables[a + 1 : b] for a, b in zip(places, [*places[1:], len(tables)], strict=True)]
        if sum(_labels(held, headings) >= _FEWEST_LABELS for held in below) >= _MOST * len(places):
            found.update(id(tables[at]) for at in places)
    return frozenset(found)


def _headings(table: Table) -> tuple[str, ...]:
    return tuple(fold(c.text) for c in table.row(0) if c.text)


def _is_name(heading: str) -> bool:
    """Whether a heading is one of what names a risk, its reference or title: boxes of scores are repeated too."""
    said = likeness(heading, phrases("columns_register"))
    return max(said.get("ref", 0.0), said.get("title", 0.0)) >= _KNOWN


def _labels(tables: Sequence[Table], headings: Sequence[str]) -> int:
    """How many labels known of risks, other than some headings, stand in tables."""
    texts = {fold(c.text.rstrip(": ?")) for table in tables for c in table.cells if c.text}
    return sum(is_known(t) for t in texts - set(headings))
