"""Council minutes with bold headings at the left, motions in quotation marks and results at the right edge. All invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.families.minutes import claim, read
from extract.lines import text_columns
from extract.meeting.attendance_lists import persons_of
from extract.meeting.fates import tells_fate
from extract.meeting.pieces import piece_of_words
from extract.meeting.side_heads import _goes_on, _Group, _line
from extract.meeting.side_tables import is_side_table
from extract.paragraphs import paragraphs_of
from models.geometry import Box, box_around
from models.page import Word
from models.section import Paragraph, Section
from models.table import Cell, Table
from tests.meetings import BOLD, PLAIN, paper, texts
from tests.registers import table

TITLE = "*Minutes of the Regular Meeting of the Council of the Town of Pier Hill\n*November 5, 2024\n"
LEFT, EDGE, LETTER, LINE = 50.0, 170.0, 5.0, 12.0
TOP = """Date and Place|Minutes of the Regular Meeting of the Council of the Town of
              |Pier Hill held Tuesday, November 5, 2024, at 6:30 p.m., in the Old Pier House
In Attendance |Mayor Ida Penn
              |Deputy Mayor Orr
              |Councillor Lake
              |CAO, Abe Wren
Call to Order |Mayor Penn called the meeting to order at 6:31pm"""
ITEMS = """Agenda|Motion 12/2024 Moved by Councillor Lake, “THAT the agenda of the
          |meeting be accepted as it was sent round with the papers.”

          |                                              *Carried

          |Motion 13/2024 Moved by Deputy Mayor Orr, “THAT the lamps on the
          |pier be painted green by the people who mend the boats.”

          |                                              *Defeated

Old Pier  |a) The sale of the shed

          |Motion 14/2024 Moved by Councillor Lake, “THAT the shed be sold
          |to the buyer named below for $40 on terms that the town has drawn"""
AFTER = """       |                                       *CARRIED UNANIMOUSLY

Adjournment|Mayor Penn adjourned the meeting at 8:20pm and thanked all the
           |members of the public who had come to hear it on that evening."""
TERMS = [["Buyer", "Tom Roe"], ["Terms", "The shed is sold “as is – where is” and is to be gone by May”"]]


def set_beside(text: str, top: float) -> list[Word]:
    """Words of lines `heading|text`: headings bold at the left, the text beside them."""
    words: list[Word] = []
    for n, line in enumerate(text.split("\n")):
        for part, x0 in zip(line.split("|"), (LEFT, EDGE), strict=False):
            x = x0 + LETTER * (len(part) - len(part.lstrip()) if x0 == EDGE else 0)
            for word in part.split():
                bold = x0 == LEFT or "*" in part
                end, y = x + LETTER * len(word.lstrip("*")), top + LINE * n
                words.append(Word(word.lstrip("*"), x, y, end, y + 9, 1, len(words), BOLD if bold else PLAIN))
                x = end + LETTER
    return words


def free_table(text: str, top: float) -> Table:
    """The lines as the reader of tables without rules gives them: a row for each heading."""
    words = set_beside(text, top)
    tops = sorted({w.top for w in words if w.x0 < EDGE - 20 and w.font.bold and w.x0 == LEFT})
    cells = []
    for row, start in enumerate(tops):
        end = tops[row + 1] if row + 1 < len(tops) else 9999.0
        for column in (0, 1):
            held = [w for w in words if start <= w.top < end and (w.x0 < EDGE) == (column == 0)]
            said = " ".join(w.text for w in held)
            cells.append(Cell(row, column, 1, 1, 1, ((1, box_around(held)),), tuple(held), said))
    return Table(tuple(cells), len(tops), 2, 0, ((1, Box(LEFT, top, 500, top + LINE * 9)),), "text")


def lines_of(text: str, top: float) -> list[Paragraph]:
    return [p for column in text_columns(set_beside(text, top), 1) for p in paragraphs_of(column)]


def terms(top: float) -> Table:
    made = table(TERMS, headings=0)
    return replace(made, pieces=((1, Box(EDGE, top, 500, top + 30)),))


def minutes() -> Section:
    head = paper(TITLE)
    blocks = (*head.blocks, free_table(TOP, 100), *lines_of(ITEMS, 220), terms(392), *lines_of(AFTER, 440))
    return replace(head, blocks=blocks)


def test_a_table_without_rules_is_one_of_side_headings_where_its_first_column_holds_such_alone() -> None:
    assert is_side_table(free_table(TOP, 90))
    assert not is_side_table(replace(free_table(TOP, 90), method="lattice"))
    assert not is_side_table(free_table(TOP.replace("In Attendance", "12.5").replace("Call to Order", "13.1"), 90))
    assert not is_side_table(free_table("Ida Penn|Chair\nTom Orr|Clerk\nSue Lake|Member", 90))


def test_items_are_those_of_the_side_headings_and_results_at_the_edge_head_none() -> None:
    found = texts(list(read(minutes())), "minutes")
    assert [m["heading"] for m in found] == ["Call to Order", "Agenda", "Old Pier", "Adjournment"]
    assert found[0]["text"] == "Mayor Penn called the meeting to order at 6:31pm"
    assert found[2]["text"].startswith("a) The sale of the shed")
    assert found[2]["text"].endswith("Councillor Lake, CARRIED UNANIMOUSLY")


def test_motions_in_quotation_marks_have_their_results_and_a_table_within_one_is_its_text() -> None:
    records = list(read(minutes()))
    assert [v["carried"] for v in texts(records, "votes")] == ["Carried", "Defeated", "CARRIED UNANIMOUSLY"]
    resolved = [r["text"] for r in texts(records, "resolutions")]
    assert len(resolved) == 2
    assert resolved[1].endswith(
        "drawn Buyer Tom Roe Terms The shed is sold “as is – where is” and is to be gone by May"
    )


def test_the_one_list_of_a_council_is_of_those_present_each_with_the_office_before_the_name() -> None:
    records = list(read(minutes()))
    listed = [(p["person"], p["role"]) for p in texts(records, "attendance")]
    assert listed == [
        ("Ida Penn", "Mayor"),
        ("Orr", "Deputy Mayor"),
        ("Councillor Lake", "Councillor"),
        ("Abe Wren", "CAO"),
    ]
    assert {r.fields["status"].note for r in records if r.view == "attendance"} == {"present"}
    (meeting,) = texts(records, "meetings")
    assert meeting["venue"] == "Old Pier House"
    assert meeting["chair"] == "Penn"  # who called to order, as printed


def test_those_in_attendance_beside_members_present_stay_so() -> None:
    text = TITLE + "*Present\nMayor Ida Penn\nCouncillor Lake\n*In attendance\nAbe Wren, Town Clerk\n"
    records = list(read(paper(text + "*Agenda\nThe agenda was adopted.\n\n*Adjournment\nThe meeting ended at 8 pm.\n")))
    notes = {r.fields["person"].text: r.fields["status"].note for r in records if r.view == "attendance"}
    assert notes == {"Ida Penn": "present", "Councillor Lake": "present", "Abe Wren": "in_attendance"}


def test_members_in_attendance_are_present_and_others_also_present_are_in_attendance() -> None:
    text = TITLE + "*In attendance\nMayor Ida Penn\nCouncillor Lake\n*Also present\nAbe Wren, Town Clerk\n"
    records = list(read(paper(text + "*Agenda\nThe agenda was adopted.\n\n*Adjournment\nThe meeting ended at 8 pm.\n")))
    notes = {r.fields["person"].text: r.fields["status"].note for r in records if r.view == "attendance"}
    assert notes == {"Ida Penn": "present", "Councillor Lake": "present", "Abe Wren": "in_attendance"}


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Also|\nPresent:|", True),
        ("5.|\nAdjournment|", True),
        ("Agenda|\nMinutes|", False),
        ("Present|\nRegrets|", False),
    ],
)
def test_headings_that_their_narrow_column_breaks_are_one(text: str, one: bool) -> None:
    words = set_beside(text, 100)
    first, second = ([w for w in words if w.top == top] for top in (100, 100 + LINE))
    assert _goes_on(_Group([_line(first, 1)]), _line(second, 1)) is one


def test_minutes_with_an_item_called_agenda_are_no_agenda() -> None:
    head = (
        "*Hamlet of Pier Hill – Council Minutes\nMay 4, 2024\nPresent: Mayor Ida Penn, Councillors T Orr and S Lake\n"
    )
    items = "".join(f"\n*{h}\nMoved by T Orr, that it be adopted. Carried.\n" for h in ("Agenda", "Minutes", "Boats"))
    assert claim(paper(head + items + "\n*Adjournment\nThe meeting adjourned at 8:05 p.m.\n")).score > 0.7


@pytest.mark.parametrize(
    "text", ["Carried", "CARRIED UNANIMOUSLY", "Motion carried.", "MOTION DEFEATED", "Carried (4-1)"]
)
def test_a_line_that_is_a_result_alone(text: str) -> None:
    assert tells_fate(text)


@pytest.mark.parametrize("text", ["Carried forward items", "Lost property", "Carried interest report", "Passed over"])
def test_a_line_that_is_more_than_a_result(text: str) -> None:
    assert not tells_fate(text)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("CAO, Marc Fell", "Marc Fell", "CAO"),
        ("Reeve Walter Strand", "Walter Strand", "Reeve"),
        ("Town Clerk, Ivy Lund", "Ivy Lund", "Town Clerk"),
    ],
)
def test_a_post_before_a_name(text: str, name: str, role: str) -> None:
    words = [Word(t, 9.0 * n, 0, 9.0 * n + 8, 9, 1, n, PLAIN) for n, t in enumerate(text.split())]
    (person,) = persons_of(piece_of_words(words))
    assert (person.name.of(text), person.role.of(text) if person.role else None) == (name, role)
