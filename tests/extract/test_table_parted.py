"""Ruled tables that painted bands without rules part, as spreadsheets print them."""

from __future__ import annotations

from itertools import pairwise

from extract.table import read_page_tables, read_tables
from models.page import Fill
from tests.extract.sheet import BOLD, PLAIN, Sheet, texts

COLUMNS = (50, 130, 330, 450)
HEADS = ("No", "Subject", "Signed by")


def row(sheet: Sheet, y: float, words: tuple[str, ...], fill: str | None = None) -> None:
    for (x0, x1), text in zip(pairwise(COLUMNS), words, strict=True):
        sheet.box(x0, y, x1, y + 20)
        sheet.write(x0 + 4, y + 5, text, BOLD if fill else PLAIN)
    if fill:
        sheet.fills.append(Fill(COLUMNS[0], y, COLUMNS[-1], y + 20, fill))


def band(sheet: Sheet, y: float, text: str, colour: str | None = "#f2dcdb") -> None:
    if colour:
        sheet.fills.append(Fill(COLUMNS[0], y, COLUMNS[-1], y + 20, colour))
    sheet.write(COLUMNS[0] + 4, y + 5, text, BOLD)


def register(first: float = 100, colour: str | None = "#f2dcdb", number: int = 1) -> Sheet:
    sheet = Sheet(number)
    row(sheet, first, HEADS, "#c00000")
    band(sheet, first + 20, "October 2024", colour)
    row(sheet, first + 40, ("D/1", "Gloves for the crew", "Head of Stores"))
    row(sheet, first + 60, ("D/2", "Lease of the mast", "Head of Estates"))
    band(sheet, first + 80, "November 2024", colour)
    row(sheet, first + 100, ("D/3", "Vans for the workshop", "Head of Fleet"))
    return sheet


def test_bands_between_ruled_rows_are_rows() -> None:
    (table,) = read_page_tables(register().page)
    assert texts(table) == [
        list(HEADS),
        ["October 2024"],
        ["D/1", "Gloves for the crew", "Head of Stores"],
        ["D/2", "Lease of the mast", "Head of Estates"],
        ["November 2024"],
        ["D/3", "Vans for the workshop", "Head of Fleet"],
    ]
    assert (table.heading_rows, table.bands) == (1, (1, 4))
    assert table.cells[3].column_span == 3


def test_a_line_without_colour_between_two_tables_parts_them() -> None:
    tables = read_page_tables(register(colour=None).page)
    assert len(tables) > 1


def test_a_band_at_the_foot_of_a_page_is_over_the_rows_of_the_next() -> None:
    first = register(first=640)
    band(first, 760, "December 2024")
    second = Sheet(2)
    row(second, 60, HEADS, "#c00000")
    row(second, 80, ("D/4", "Hoses", "Head of Stores"))
    (table,) = read_tables([first.page, second.page])
    assert [c.text for c in table.row(6)] == ["December 2024"]
    assert [c.text for c in table.row(7)] == ["D/4", "Hoses", "Head of Stores"]
