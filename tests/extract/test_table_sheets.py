"""Lists that a spreadsheet prints without grid lines, set to the top, the middle or the foot of their rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extract.table import read_page_tables, read_tables
from extract.tables.sheet_columns import Heading, columns_below
from models.page import Page
from tests.extract.sheet import BOLD, PLAIN, Sheet, texts
from tests.registers import words_of

HEADINGS = ["Ref", "Risk", "Owner", "Score", "Controls"]
LEFT = (40.0, 70.0, 190.0, 260.0, 296.0)  # of each column
RIGHT = 292.0  # to which the scores are set, next to the texts behind them
PITCH = 11.0
ROWS: list[list[list[str]]] = [
    [["R1"], ["Locks freeze and boats", "wait in the basin"], ["Una Mott"], ["12"], ["Salt held"]],
    [["R2"], ["Towpath slides"], ["Seth Cray"], ["9"], ["Walked each week by", "two of the wardens", "and a surveyor"]],
    [["R3"], ["Fish die in the heat", "of a dry summer when", "no water is let in"], ["Ola Finn"], ["20"], ["Pumps"]],
    [["R4"], ["Weeds"], ["Una Mott"], ["6"], ["Cut in May"]],
    [["R5"], ["Bridge is struck by", "lorries"], ["Max Poll"], ["8"], ["Signs at both ends", "of the lane"]],
]  # fmt: skip
WAYS = {"top": 0.0, "middle": 0.5, "foot": 1.0}


def printed(way: str, rows: Sequence[Sequence[list[str]] | str] = ROWS, heads: bool = True, number: int = 1) -> Page:
    """A page of the list; a text in place of a row stands across it."""
    sheet = Sheet(number)
    y = 60.0
    if heads:
        for x, text in zip(LEFT, HEADINGS, strict=True):
            sheet.write(x, y, text, BOLD)
        y += 16
    for row in rows:
        if isinstance(row, str):
            sheet.write(LEFT[0], y, row, BOLD)
            y += PITCH
            continue
        height = max(map(len, row))
        for column, (x, lines) in enumerate(zip(LEFT, row, strict=True)):
            down = (height - len(lines)) * WAYS[way]
            for n, line in enumerate(lines):
                at = RIGHT - 4.6 * len(line) if column == 3 else x
                sheet.write(at, y + (down + n) * PITCH, line)
        y += PITCH * height + 1
    return sheet.page


def said(rows: Sequence[Sequence[list[str]]]) -> list[list[str]]:
    return [[" ".join(cell) for cell in row] for row in rows]


@pytest.mark.parametrize("way", WAYS)
def test_rows_are_told_by_their_references_however_their_cells_are_set(way: str) -> None:
    (table,) = read_page_tables(printed(way))
    assert table.heading_rows == 1
    assert texts(table) == [HEADINGS, *said(ROWS)]


@pytest.mark.parametrize("way", WAYS)
def test_a_text_across_parts_the_rows_of_two_kinds(way: str) -> None:
    (table,) = read_page_tables(printed(way, [*ROWS[:2], "Risks of the summer months", *ROWS[2:]]))
    assert texts(table)[3] == ["Risks of the summer months"]
    assert texts(table)[4:] == said(ROWS[2:])


@pytest.mark.parametrize("heads", [True, False])
def test_the_list_goes_on_on_the_next_page(heads: bool) -> None:
    more = [[[f"R{n + 6}"], *row[1:]] for n, row in enumerate(ROWS[:3])]
    found = read_tables([printed("middle"), printed("middle", more, heads, number=2)])
    rows = [row for table in found for row in texts(table) if row[0].startswith("R") and row != HEADINGS]
    assert rows == said([*ROWS, *more])


def test_a_key_below_the_end_of_a_list_is_none_of_its_rows() -> None:
    page = printed("top", [[["R6"], *ROWS[0][1:]]], number=2)
    below = Sheet(2)
    key = [("Initials", "Name"), ("UM", "Una Mott"), ("SC", "Seth Cray"), ("OF", "Ola Finn"), ("MP", "Max Poll")]
    below.write(LEFT[0], 120, "Key to initials", BOLD)
    for n, row in enumerate(key):
        for x, text in zip((LEFT[0], LEFT[2]), row, strict=True):
            below.write(x, 138 + 12 * n, text, PLAIN if n else BOLD)
    found = read_tables([printed("top"), replace(page, words=(*page.words, *below.words))])
    rows = [row for table in found if table.columns > 2 for row in texts(table)]
    assert {row[0] for row in rows}.isdisjoint(ref for ref, _ in key)


def test_lists_of_several_lines_a_record_and_numbered_prose_are_no_such_list() -> None:
    sheet = Sheet()
    for n in range(4):  # two actions beside each risk, each with its owner
        y = 60 + 40 * n
        if not n:
            for x, text in zip((40, 70, 190, 330), ("Ref", "Risk", "Action", "Owner"), strict=True):
                sheet.write(x, y - 14, text, BOLD)
        sheet.write(40, y, f"R{n + 1}")
        sheet.write(70, y, "Weeds")
        for m, owner in enumerate(("Una Mott", "Max Poll")):
            sheet.write(190, y + 18 * m, "Cut them")
            sheet.write(330, y + 18 * m, owner, PLAIN)
    held = [row for table in read_page_tables(sheet.page) for row in texts(table)]
    assert sum(row[-1] in {"Una Mott", "Max Poll"} for row in held) == 8
    prose = Sheet()
    for n in range(5):
        prose.write(40, 60 + 24 * n, f"{n + 1}. The wardens walked the towpath and found no slide on it this year")
        prose.write(54, 71 + 24 * n, "nor any weeds")
    assert not read_page_tables(prose.page)


def test_nothing_stands_in_columns_below_one_heading_or_none():
    heading = Heading(words_of("Ferry", 1, 50, 50))
    body = words_of("Rope Sail Tar\nPump Nets Oil", 1, 50, 80)
    assert columns_below([], body, body[:1]) == []
    assert columns_below([heading], body, body[:1]) == []
