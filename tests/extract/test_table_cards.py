"""Lists without rules on cards: each card's by itself."""

from __future__ import annotations

from extract.table import read_page_tables
from tests.extract.sheet import BOLD, PLAIN, Sheet, texts


def card(sheet: Sheet, top: float, title: str, rows: list[tuple[str, str, str]]) -> None:
    """A box with its title, a text, and at its foot a list of three columns."""
    sheet.box(40, top, 560, top + 100)
    sheet.write(50, top + 6, title, BOLD)
    sheet.write(50, top + 24, "The wall is breached in a storm and the lower town floods before anybody is warned")
    for n, row in enumerate([("What we do next", "Who", "By when"), *rows]):
        for x, text in zip((50, 300, 440), row, strict=True):
            sheet.write(x, top + 50 + 16 * n, text, BOLD if n == 0 else PLAIN)


def test_a_list_at_the_foot_of_a_card_is_no_part_of_the_next_card() -> None:
    sheet = Sheet()
    card(
        sheet,
        60,
        "A9 Harbour wall",
        [("Raise the wall", "Ann Lee", "May 2025"), ("Test the siren", "Tom Roe", "June 2025")],
    )
    card(
        sheet,
        170,
        "A10 Ferry",
        [("Find a bidder", "Ann Lee", "July 2025"), ("Ask the islands", "Tom Roe", "June 2025")],
    )
    tables = [texts(t) for t in read_page_tables(sheet.page)]
    assert all("A10 Ferry" not in cell for t in tables for row in t for cell in row)
    for held in (["Raise the wall", "Ann Lee", "May 2025"], ["Find a bidder", "Ann Lee", "July 2025"]):
        assert any(held in t for t in tables)
    assert not any("Raise" in str(t) and "Find" in str(t) for t in tables)
