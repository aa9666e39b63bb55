"""Texts that run over the edge of their cell into empty ones."""

from __future__ import annotations

from itertools import pairwise

import pytest

from extract.table import read_page_tables
from tests.extract.sheet import BOLD, PLAIN, Sheet, texts

EDGES = (40, 80, 220, 320, 400)
HEADS = ["Ref", "Risk", "Owner", "Score"]
ROWS = [["1.1", "Damp homes", "Ann Brook", "12"], ["1.2", "Few homes", "Carl Dean", "9"]]


def printed(band: str, beside: str = "") -> Sheet:
    """A ruled list with a text over its first cell's edge between headings and rows."""
    sheet = Sheet()
    y = 60
    for n, row in enumerate([HEADS, [band, "", "", beside], *ROWS]):
        for (a, b), text in zip(pairwise(EDGES), row, strict=True):
            sheet.box(a, y, b, y + 18)
            sheet.write(a + 3, y + 4, text, PLAIN if n > 1 else BOLD)
        y += 18
    return sheet


def test_a_text_over_its_cell_is_one_cell_and_a_band() -> None:
    (table,) = read_page_tables(printed("Objective 1: homes that all can pay").page)
    assert texts(table) == [HEADS, ["Objective 1: homes that all can pay", "", ""], *ROWS]
    assert table.row(1)[0].column_span == 2
    assert table.heading_rows == 1


@pytest.mark.parametrize("band", ["Aims", "Objective 1: homes that all can pay"])
def test_what_keeps_to_its_cell_or_has_a_text_behind_it_stays(band: str) -> None:
    (table,) = read_page_tables(printed(band, beside="" if band == "Aims" else "21").page)
    held = [c for c in table.row(1) if c.text]
    assert all(c.column_span == 1 for c in held)
    assert len(held) == (1 if band == "Aims" else 3)
