"""Slides whose columns stand below painted heads, with nothing drawn around them. All invented."""

from __future__ import annotations

from dataclasses import replace

from extract.flow import page_blocks
from extract.headed_cards import headed_cards
from extract.table import read_tables
from extract.text import lexicon
from models.geometry import Box
from models.page import Fill, Page
from models.section import Paragraph
from tests.pages import Text, set_page

LEFTS = (20.0, 250.0, 480.0)
WIDE = 220.0
HEADS = ("R1: The pier is closed", "R2: The ferry is late", "R3: The bell is lost")
CONTROLS = (
    ("• Survey of the piles", "each spring", "• Spare timber"),
    ("• Contract with the", "yard", "• Second crew"),
    ("• Rope of twelve mm",),
)
ACTIVITIES = (("• New fenders",), ("• Timetable posted", "at both piers"), ("• Bell hung in the", "ticket office"))


def _column(number: int) -> list[Text]:
    x, lines = LEFTS[number], [("Controls", True), *((t, False) for t in CONTROLS[number]), ("Activity", True)]
    lines += [(t, False) for t in ACTIVITIES[number]]
    below = [
        Text(x + (0 if bold or t[0] == "•" else 8), 100 + 16 * n, t, bold=bold) for n, (t, bold) in enumerate(lines)
    ]
    return [Text(x + 15, 40, HEADS[number], size=12, bold=True), *below]


def slide(columns: int = 3) -> Page:
    fills = tuple(Fill(x, 20, x + WIDE, 80, "#007c89") for x in LEFTS[:columns])
    texts = [t for n in range(columns) for t in _column(n)]
    return replace(set_page(*texts, width=720, height=540), fills=fills)


def texts(page: Page) -> list[str]:
    tables = read_tables([page])
    blocks = page_blocks(page, page.words, tables, lexicon([page]))
    return [b.text for b in blocks if isinstance(b, Paragraph)]


def test_each_column_below_a_painted_head_is_read_by_itself() -> None:
    read = texts(slide())
    places = [read.index(t) for t in HEADS]
    assert places == sorted(places)
    assert read[places[0] : places[1]] == [
        HEADS[0], "Controls", "Survey of the piles each spring", "Spare timber", "Activity", "New fenders"
    ]  # fmt: skip
    assert read[places[2] + 1 :] == ["Controls", "Rope of twelve mm", "Activity", "Bell hung in the ticket office"]


def test_a_row_of_cells_below_painted_headings_is_no_card() -> None:
    page = slide()
    level = [Text(x, 100 + 20 * n, f"Yes since {n + 2020}") for x in LEFTS for n in range(4)]
    heads = [Text(x + 15, 40, t, bold=True) for x, t in zip(LEFTS, HEADS, strict=True)]
    assert headed_cards(page, replace(set_page(*heads, *level, width=720, height=540), fills=page.fills).words) == []


def test_a_single_card_stands_beside_a_table_or_is_none() -> None:
    page = slide(1)
    assert headed_cards(page, page.words) == []
    assert len(headed_cards(page, page.words, [Box(260, 60, 700, 300)])) == 1


def test_columns_end_at_a_line_across_them() -> None:
    page = slide()
    across = Text(40, 300, "Scores are those of the harbour board at its meeting of the spring and stand for a year")
    whole = replace(
        set_page(*[t for n in range(3) for t in _column(n)], across, width=720, height=540), fills=page.fills
    )
    assert max(card.bottom for card in headed_cards(whole, whole.words)) < 300
    assert texts(whole)[-1].startswith("Scores are")
