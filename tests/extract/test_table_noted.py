"""Tables of level rules whose records have a note below their cells, with no rule between."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.registers.layout import layout_of
from extract.table import read_page_tables, read_tables
from extract.tables.noted import DOUBTED
from models.page import Fill, Font, Rule
from models.table import Table
from tests.extract.sheet import BOLD, Sheet, texts

LEFT, RIGHT = 40.0, 560.0
COLUMNS = (44.0, 84.0, 300.0, 352.0, 400.0, 460.0)  # number, measure, aim, result, target, light
SMALL = Font("Helvetica", 7.0)
HEADS = ("No.", "Measure", "Aim", "Result", "Target", "Status")
RECORDS = (
    (("1.1", "Nets lost", "Reduce", "98.3%", "95.0%"), "Storms in the second week of the month took the nets of nine boats."),
    (("1.2", "Boats in harbour at night", "Maintain", "12", "14"), ""),
    (("1.3", "Lights out", "Reduce", "3", "2"), "Two were mended. The third, at the end of the long pier, waits for a part."),
    (("1.4", "Calls answered", "Increase", "81%", "85%"), "Better than last year."),
)  # fmt: skip


def harbour(top: float = 150.0, note_at: float = 66.0, note: Font = SMALL, *, number: int = 1) -> Sheet:
    """A scorecard with a rule below each record, lights without text, and below some records a note across the columns."""
    sheet = Sheet(number)
    for x, name in zip(COLUMNS, HEADS, strict=True):
        sheet.write(x, top - 16, name, BOLD)
    sheet.rules.append(Rule(LEFT, top, RIGHT, top))
    for cells, text in RECORDS:
        for x, cell in zip(COLUMNS, cells, strict=False):
            sheet.write(x, top + 5, cell)
        sheet.fills.append(Fill(COLUMNS[-1] + 6, top + 5, COLUMNS[-1] + 15, top + 14, "#00a651"))
        top += 20
        if text:
            sheet.write(note_at, top, text, note)
            top += 14
        sheet.rules.append(Rule(LEFT, top, RIGHT, top))
    return sheet


def noted(table: Table) -> list[str]:
    return [c.text for c in table.cells if c.is_note]


def test_a_note_across_the_columns_is_a_row_of_its_own_and_its_record_keeps_them():
    (table,) = read_page_tables(harbour().page)
    assert texts(table)[0] == list(HEADS)
    assert [row[:5] for row in texts(table) if len(row) > 1][1:] == [list(cells) for cells, _ in RECORDS]
    assert noted(table) == [text for _, text in RECORDS if text]
    assert table.columns == len(HEADS)
    assert layout_of(table).bands == {}


def test_a_short_note_is_told_by_how_others_are_set():
    (table,) = read_page_tables(harbour(note_at=84.0).page)
    assert "Better than last year." in noted(table)
    assert "Calls answered" in [c.text for c in table.cells]


def test_columns_a_mere_space_apart_are_told_by_their_headings():
    sheet = harbour()
    sheet.words = [w for w in sheet.words if w.text not in {"Maintain"}]
    sheet.write(310.0, 189.0, "Maintain")  # ends where the results begin
    (table,) = read_page_tables(sheet.page)
    assert ["1.2", "Boats in harbour at night", "Maintain", "12", "14", ""] in texts(table)


def test_the_title_of_a_section_on_a_stripe_parts_two_tables():
    one, two = harbour(), harbour(top=380.0)
    one.words += two.words
    one.rules += two.rules
    one.fills += [*two.fills, Fill(LEFT, 330, RIGHT, 350, "#1f4e79")]
    one.write(48, 335, "Priority 2: Boats", Font("Helvetica", 9.0, colour="#ffffff"))
    tables = read_page_tables(one.page)
    assert [len(noted(t)) for t in tables] == [3, 3]
    assert not any("Priority" in c.text for t in tables for c in t.cells)


def test_a_section_inside_a_table_is_a_band_and_no_note():
    sheet = harbour()
    sheet.fills = [Fill(LEFT, 150, RIGHT, 168, "#dddddd")]
    sheet.words = [w if w.top < 150 else replace(w, top=w.top + 18, bottom=w.bottom + 18) for w in sheet.words]
    sheet.rules[1:] = [replace(r, top=r.top + 18, bottom=r.bottom + 18) for r in sheet.rules[1:]]
    sheet.write(48, 153, "The harbour", BOLD)
    (table,) = read_page_tables(sheet.page)
    assert [c.text for row in table.bands for c in table.row(row) if row not in table.notes] == ["The harbour"]


def test_a_record_is_shaded_and_its_note_is_not():
    sheet = harbour()
    sheet.fills[:0] = [Fill(LEFT, 150, RIGHT, 168, "#f0f0f0"), Fill(LEFT, 204, RIGHT, 222, "#f0f0f0")]
    (table,) = read_page_tables(sheet.page)
    assert noted(table) == [text for _, text in RECORDS if text]


def test_labels_tell_notes_that_are_set_as_the_cells_are():
    sheet = harbour(note_at=84.0, note=Font("Helvetica", 9.0))
    for number, word in enumerate(sheet.words):
        if word.x0 == 84.0 and word.text in {"Storms", "Two", "Better"}:
            sheet.words[number] = replace(word, text=f"{word.text}:")
    for number, word in enumerate(sheet.words):
        if word.text.endswith(":"):
            sheet.words[number] = replace(word, text="Update:")
    assert [note.split()[0] for note in noted(*read_page_tables(sheet.page))] == ["Update:"] * 3


def test_a_note_may_stand_on_the_next_page():
    first, second = harbour(top=560.0), harbour(top=60.0, number=2)
    second.words = [w for w in second.words if w.font is not BOLD]
    second.rules = second.rules[1:]
    second.words = [w for w in second.words if w.top >= 80]  # the first record's note is left of it
    (table,) = read_tables([first.page, second.page])
    assert len(noted(table)) == 6


def test_an_edge_moves_a_little_where_a_text_reaches_further_on_the_next_page():
    first, second = harbour(top=560.0), harbour(top=60.0, number=2)
    second.words = [w for w in second.words if w.font is not BOLD and not (84 <= w.x0 < 290 and 99 <= w.top < 101)]
    second.write(84.0, 99.0, "Boats that lay in harbour all night")  # past the middle of the white on the first page
    (table,) = read_tables([first.page, second.page])
    assert len(noted(table)) == 6
    assert any(c.text == "Boats that lay in harbour all night" for c in table.cells)


def test_rows_go_on_under_the_columns_of_the_page_before():
    first, second = harbour(top=560.0), harbour(top=60.0, number=2)
    heads = {w for w in second.words if w.font is BOLD}
    second.words = [w for w in second.words if w not in heads]
    tables = read_tables([first.page, second.page])
    assert sum(len(noted(t)) for t in tables) == 6
    assert {t.columns for t in tables} == {6}


@pytest.mark.parametrize("size", [7.0, 9.0])
def test_lines_of_a_cell_are_no_note(size: float):
    sheet = harbour(note_at=84.0, note=Font("Helvetica", size))
    sheet.words = [w for w in sheet.words if not (w.x0 > 280 and w.font.size == size and w.font is not BOLD)]
    assert not any(map(noted, read_page_tables(sheet.page)))


def test_records_with_notes_whose_columns_are_not_understood_are_read_with_doubt():
    sheet = harbour()
    sheet.words = [w for w in sheet.words if not (189 <= w.top < 200 and w.x0 > 290)]
    sheet.write(305.0, 189.0, "no figures until the spring")  # where others have an aim and a result
    tables = read_page_tables(sheet.page)
    assert tables
    assert all(t.confidence <= DOUBTED for t in tables)
