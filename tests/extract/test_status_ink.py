from __future__ import annotations

from dataclasses import replace

import pytest

from extract.columns import Assigned, columns_of
from extract.families.status_ink import dotted, painted
from models.geometry import Box
from models.page import Fill
from models.record import Field
from models.table import Table
from tests.pages import Text, set_page
from tests.registers import table

RED, GREEN = "#c8102e", "#3a9d23"


def card() -> Table:
    return table([["Measure", "Now", "How it looks"], ["Berths cleaned", "80%", ""], ["Nets mended", "10%", ""]])


def fields(card: Table, fills: list[Fill]) -> list[str | None]:
    page = set_page()
    held = type(page)(**{**{n: getattr(page, n) for n in page.__dataclass_fields__}, "fills": tuple(fills)})
    columns = [Assigned(c, f, 0.9) for c, f in zip(columns_of(card), ("kpi", "current", None), strict=True)]
    return [a.field for a in dotted(columns, {1: held})]


def dot(box: Box, colour: str) -> Fill:
    return Fill(box.x0 + 20, box.top + 2, box.x0 + 30, box.top + 12, colour)


def test_small_painted_dots_in_blank_cells_are_the_rating():
    boxes = [c.boxes[0][1] for c in card().cells if c.column == 2 and c.row]
    assert fields(card(), [dot(boxes[0], RED), dot(boxes[1], GREEN)]) == ["kpi", "current", "rag"]


def test_painted_cells_and_grey_dots_are_not():
    boxes = [c.boxes[0][1] for c in card().cells if c.column == 2 and c.row]
    assert fields(card(), [Fill(*b, RED) for b in boxes])[-1] is None
    assert fields(card(), [dot(b, "#777777") for b in boxes])[-1] is None


def test_a_dot_on_the_stripe_of_its_row_is_the_rating_and_the_stripe_is_not():
    box = Box(100, 50, 200, 70)
    page = set_page()
    held = type(page)(**{**{n: getattr(page, n) for n in page.__dataclass_fields__}, "fills": (dot(box, GREEN),)})

    def seen(fill: str | None) -> str | None:
        return painted(Field("", fill=fill, place=(1, (box.x0, box.top, box.x1, box.bottom))), {1: held}).fill

    assert (seen(None), seen("#eef1f6")) == (GREEN, GREEN)
    assert seen(RED) == RED  # the cell itself is painted


@pytest.mark.parametrize(
    ("sign", "ink", "fill"), [("?", "#808080", "#808080"), ("?", "#000000", None), ("–", "#808080", None)]
)
def test_a_grey_question_mark_says_that_there_is_nothing_to_tell(sign: str, ink: str, fill: str | None) -> None:
    (word,) = set_page(Text(100, 50, sign)).words
    word = replace(word, font=replace(word.font, colour=ink))
    assert painted(Field(sign, (word,)), {}).fill == fill
