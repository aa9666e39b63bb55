"""Rows of a list that hold one text across all its columns and are about the entry above: `Commentary: …` under its figures."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extract.columns import Assigned, Column
from extract.wording import likeness, phrases
from models.table import Cell, Table

_LABEL = re.compile(r"(?P<label>[A-Z][A-Za-z /]{2,24}?)\s*(?::|[–—-]\s)")
_SURE = 0.8  # how well a known heading must cover the label
_FEWEST_WORDS = 6  # of a sentence
_FEWEST = 2  # such sentences
_MOSTLY = 0.5  # share of the entries that have one


def note_rows(table: Table, bands: Mapping[int, Cell], name: str, vocabulary: str) -> Mapping[int, Cell]:
    """Of the rows that one cell fills, those that are no bands over what follows but say more of the entry above, its `name`.

    They begin with a heading that `vocabulary` knows for it, or are sentences under most of the entries.
    """
    under = {
        n: c
        for n, c in bands.items()
        if n > table.heading_rows and (n - 1 not in bands or _is_labelled(c, name, vocabulary))
    }
    found = {n: c for n, c in under.items() if _is_labelled(c, name, vocabulary)}
    told = {n: c for n, c in under.items() if _is_sentence(c) and n - 1 not in bands}
    known = {n: bands[n] for n in table.notes if n in bands}
    entries = table.rows - table.heading_rows - len(bands)
    return {**found, **known, **told} if len(told) >= max(_FEWEST, _MOSTLY * entries) else {**found, **known}


def assigned_note(cell: Cell, name: str) -> tuple[Cell, Assigned]:
    """Such a row's cell, as if it stood in a column of its own."""
    return cell, Assigned(Column(cell.column, (), (cell,), {}), name, 0.9)


def _is_labelled(cell: Cell, name: str, vocabulary: str) -> bool:
    label = _LABEL.match(cell.text)
    return label is not None and likeness(label["label"], phrases(vocabulary)).get(name, 0.0) >= _SURE


def _is_sentence(cell: Cell) -> bool:
    return cell.text.rstrip().endswith((".", "!")) and len(cell.text.split()) >= _FEWEST_WORDS
