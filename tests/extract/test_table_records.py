"""Lists printed without grid lines and without references: rows told by what has one line a row, or by headings at the left."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extract.document import extract_pages
from extract.table import read_page_tables, read_tables
from extract.tables.sheet_records import unnumbered
from extract.tables.textlines import text_lines
from models.page import Fill, Font, Page, Word
from tests.extract.sheet import BOLD, PLAIN, Sheet, texts

PITCH = 11.0
HEADINGS = ["Action", "Owner", "Due", "Status"]
LEFT = (40.0, 250.0, 330.0, 400.0)
ROWS: list[list[list[str]]] = [
    [["Paint the lock gates before the", "boats come back in April"], ["Una Mott"], ["31/03/2025"], ["In progress"]],
    [["Count the swans"], ["Seth Cray"], ["Feb 2025"], ["Complete"]],
    [["Ask the mill for its survey of the", "weir, and pass it on to the", "wardens at Ferry Lane"], ["Una Mott /", "Ola Finn"],
     ["30/04/2025"], ["Not begun, no", "reply so far"]],
    [["Mend the fence"], ["Max Poll"], ["28/02/2025"], ["Late"]],
    [["Walk the towpath with the board of", "drainage"], ["Ola Finn"], ["17/06/2025"], ["Complete"]],
]  # fmt: skip
WAYS = {"top": 0.0, "middle": 0.5, "foot": 1.0}


def printed(
    way: str, rows: Sequence[Sequence[list[str]]] = ROWS, *, heads: bool = True, number: int = 1, bold: bool = True
) -> Page:
    sheet = Sheet(number)
    y = 80.0
    if heads:
        sheet.write(40, 40, "Harbour Trust", PLAIN)
        sheet.write(40, 56, "Action log", BOLD)
        for x, text in zip(LEFT, HEADINGS, strict=True):
            sheet.write(x, y, text, BOLD if bold else PLAIN)
        y += 14
    for row in rows:
        height = max(map(len, row))
        for x, lines in zip(LEFT, row, strict=True):
            for n, line in enumerate(lines):
                sheet.write(x, y + ((height - len(lines)) * WAYS[way] + n) * PITCH, line)
        y += PITCH * height + 0.6
    return sheet.page


def said(rows: Sequence[Sequence[list[str]]] = ROWS) -> list[list[str]]:
    return [[" ".join(cell) for cell in row] for row in rows]


@pytest.mark.parametrize("bold", [True, False])
@pytest.mark.parametrize("way", WAYS)
def test_dates_tell_the_rows_however_their_cells_are_set(way: str, bold: bool) -> None:
    (table,) = read_page_tables(printed(way, bold=bold))
    assert table.heading_rows == 1
    assert texts(table) == [HEADINGS, *said()]


@pytest.mark.parametrize("way", ["top", "foot"])
def test_a_row_whose_date_is_blank_is_one_too(way: str) -> None:
    rows = [[*row[:2], [], row[3]] if n == 2 else row for n, row in enumerate(ROWS)]
    (table,) = read_page_tables(printed(way, rows))
    assert texts(table) == [HEADINGS, *said(rows)]


@pytest.mark.parametrize("way", WAYS)
def test_the_list_goes_on_without_its_headings(way: str) -> None:
    more = [[[f"Then {row[0][0].lower()}", *row[0][1:]], *row[1:]] for row in ROWS]
    tables = read_tables([printed(way), printed(way, more, heads=False, number=2)])
    assert [row for table in tables for row in texts(table) if row != HEADINGS] == said([*ROWS, *more])


def test_they_are_actions() -> None:
    found = [r.fields for r in extract_pages([printed("top")]).printed if r.view == "tracked_actions"]
    assert [(f["action"].text, f["owners"].text, f["due_text"].text, f["status"].text) for f in found] == [
        tuple(row) for row in said()
    ]


def test_notes_below_and_text_around_are_no_rows() -> None:
    page = printed("top")
    sheet = Sheet()
    sheet.words = list(page.words)
    foot = max(w.bottom for w in page.words)
    sheet.write(40, foot + 14, "Printed on 3 May")
    sheet.write(40, foot + 30, "The trust noted the log and asked that what is complete be left out of the next one")
    (table,) = read_page_tables(sheet.page)
    assert texts(table)[-1] == said()[-1]


def test_shades_on_every_other_row_leave_headings_and_the_first_row_above_them() -> None:
    page = printed("top")
    tops = [min(w.top for w in page.words if w.text == row[0][0].split()[0]) for row in ROWS]
    ends = [*tops[1:], max(w.bottom for w in page.words) + 3]
    fills = tuple(
        Fill(36, a - 0.4, 480, b - 0.4, "#e8eef5") for n, (a, b) in enumerate(zip(tops, ends, strict=True)) if n % 2
    )
    (table,) = read_page_tables(Page(1, 600, 800, words=page.words, fills=fills))
    assert texts(table) == [HEADINGS, *said()]


RISKS = {
    "Risk": [["Locks freeze and", "boats wait"], ["Towpath slides"], ["Fish die in the", "heat of July"]],
    "Cause": [["Frost"], ["Rain on soft ground"], ["Low water"]],
    "Owner": [["Una Mott"], ["Seth Cray"], ["Ola Finn"]],
    "Likelihood": [["3"], ["2"], ["4"]],
    "Impact": [["4"], ["4"], ["5"]],
    "Score": [["12"], ["8"], ["20"]],
    "Controls": [["Salt held"], ["Walked weekly by", "two wardens"], ["Pumps"]],
}


def test_a_register_on_its_side_has_a_risk_a_column() -> None:
    sheet = Sheet()
    y = 60.0
    for label, cells in RISKS.items():
        sheet.write(40, y, label, BOLD)
        for x, lines in zip((130, 260, 390), cells, strict=True):
            for n, line in enumerate(lines):
                sheet.write(x, y + n * PITCH, line)
        y += PITCH * max(map(len, cells)) + 2
    (table,) = read_page_tables(sheet.page)
    assert texts(table) == [[label, *(" ".join(c) for c in cells)] for label, cells in RISKS.items()]


def test_scores_next_to_texts_have_headings_of_their_own() -> None:
    heads = [(40, "Risk"), (170, "Cause"), (262, "Score"), (288, "Controls")]
    rows = [
        ("Weeds", "Heat", "6", ("Cut by the wardens", "twice")),
        ("Slides on the path", "Rain", "12", ("Walked each morning", "by one")),
        ("Frost", "Cold", "9", ("Salt held in a shed", "nearby")),
    ]
    sheet = Sheet()
    for x, text in heads:
        sheet.write(x, 60, text, BOLD)
    for n, (risk, cause, score, control) in enumerate(rows):
        y = 76 + 24 * n
        sheet.write(40, y, risk)
        sheet.write(170, y, cause)
        sheet.write(285 - 4.6 * len(score), y, score)
        for m, line in enumerate(control):
            sheet.write(288, y + m * PITCH, line)
    (table,) = read_page_tables(sheet.page)
    assert texts(table) == [[text for _, text in heads], *([r, c, s, " ".join(t)] for r, c, s, t in rows)]


def test_lines_of_prose_above_further_pages_are_no_rows_of_known_columns() -> None:
    xs = [39.7, 111.0, 151.0, 199.0, 267.0, 454.0, 503.0, 556.0, 748.0, 802.2]
    prose = (
        ("Number:", 38, "each", 17, "undertaking", 62, "has", 13, "a", 4, "figure", 28, "within", 22, "the", 12, "council", 36, "year", 16),
        ("Ward:", 24, "FAR", 15, "is", 6, "the", 12, "Faraway", 36, "ward,", 22, "NEA", 15, "the", 12, "Nearby", 25, "ward", 20, "and", 14),
        ("Day:", 16, "a", 19, "day", 16, "on", 9, "which", 21, "the", 12, "Trustees", 34, "discussed", 40, "the", 12, "undertaking.", 64),
    )  # fmt: skip
    words: list[Word] = []
    for n, line in enumerate(prose):
        x, y = 45.7, 56.0 + 10 * n
        for text, wide in zip(line[::2], line[1::2], strict=True):
            words.append(Word(str(text), x, y, x + int(wide), y + 8, 2, len(words), Font("Sans", 8.0)))
            x += int(wide) + 2.2
    assert unnumbered([], text_lines(words), xs) is None
