"""Charts whose frames and levels are ruled as tables are."""

from __future__ import annotations

import pytest

from extract.table import read_page_tables
from models.page import Shape
from tests.extract.sheet import Sheet, texts

HARBOURS = ("Quay", "Dock", "Pier", "Mole")
WIDE, HIGH, LEVELS = 90.0, 20.0, 4


def panels(*, said: bool) -> Sheet:
    """Small charts side by side, a title in the frame of each, a line of strokes from level to level; `said`: with figures."""
    sheet = Sheet()
    for n, name in enumerate(HARBOURS):
        left = 50 + n * WIDE
        for level in range(LEVELS + 1):
            sheet.box(left, 100 + level * HIGH, left + WIDE, 120 + level * HIGH)
            if said and level:
                sheet.write(left + 30, 104 + level * HIGH, f"{n}{level}0")
        sheet.write(left + 30, 104, name)
        for step in range(3):
            x, y = left + 8 + step * 25, 130 + step * 15
            ends = ((x, y + 12.0), (x + 25, float(y)))
            sheet.shapes.append(Shape(x, y, x + 25, y + 12, ends, False, None, "#231f20"))
    return sheet


def test_panels_of_charts_are_no_table() -> None:
    assert read_page_tables(panels(said=False).page) == ()


def test_trends_drawn_over_figures_leave_a_table() -> None:
    (table,) = read_page_tables(panels(said=True).page)
    assert texts(table)[:2] == [list(HARBOURS), ["010", "110", "210", "310"]]


@pytest.mark.parametrize("strokes", [0, 2])
def test_a_blank_form_to_be_filled_in_is_a_table(strokes: int) -> None:
    sheet = panels(said=False)
    del sheet.shapes[strokes:]
    (table,) = read_page_tables(sheet.page)
    assert texts(table)[0] == list(HARBOURS)
