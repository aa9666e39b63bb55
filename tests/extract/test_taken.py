"""What the records of one family leave of a section for others."""

from __future__ import annotations

from extract.taken import left_of
from models.record import Field, Printed
from models.section import Paragraph
from models.table import Table
from tests.registers import paragraph, table


def records(context: Paragraph | Table, field: Paragraph) -> list[Printed]:
    words = context.words if isinstance(context, Paragraph) else context.cells[0].words
    return [Printed("risks", {"title": Field("x", field.words)}, context={"register_title": Field("x", tuple(words))})]


def test_a_title_alone_is_left_only_beside_other_blocks() -> None:
    title, form, text = paragraph("Risks", y=10), paragraph("A flood", y=30), paragraph("The board met", y=50)
    blocks = (title, form, text)
    left, heads = left_of(blocks, blocks, (), records(title, form))
    assert left == (text,)
    assert heads == {id(title)}
    assert left_of(blocks, left, heads, records(text, text)) == ((), {id(title)})
    assert left_of(blocks, left, heads, records(text, title)) == ((), {id(text)})


def test_a_table_that_did_no_more_than_name_the_register_is_left() -> None:
    sheet, form = table([["Title", "Risks"]]), paragraph("A flood", y=90)
    assert left_of((sheet, form), (sheet, form), (), records(sheet, form)) == ((sheet,), set())
