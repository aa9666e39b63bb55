"""Agendas in columns without rules: under headings, with times or numbers first, and titles one a line."""

from __future__ import annotations

import pytest

from extract.document import extract_pages
from extract.families.agenda import claim, read
from tests.meetings import paper, texts
from tests.pages import Text, set_page
from tests.registers import table

OPENING = "*Pier Board\n*Agenda\nThursday 6 March 2031 at 10.00am in the Pier Hall\n\n"


def items(text: str) -> list[tuple[str | None, str, str | None, str | None]]:
    found = texts(read(paper(OPENING + text)), "agenda_items")
    return [(i.get("number"), i["title"], i.get("supporting_document"), i.get("time")) for i in found]


def test_items_under_headings_of_columns():
    text = (
        "*Item    Time     Title                                  Lead       Paper    Purpose\n\n"
        "*OPENING\n\n"
        "1        10.00    Welcome and apologies                  Chair      Verbal   Note\n\n"
        "2        10.05    Minutes of the meeting held on         Chair      Enc A    Approve\n"
        "                  4 December 2030\n\n"
        "3        10.20    Fares of the northern ferry            R Quill    Enc B    Discuss\n"
        "                                                         S Tern\n\n"
        "         10.50    Break\n\n"
        "4        11.00    Any other business                     Chair      Verbal   Note\n"
    )
    assert items(text) == [
        ("1", "Welcome and apologies", "Verbal", "10.00"),
        ("2", "Minutes of the meeting held on 4 December 2030", "Enc A", "10.05"),
        ("3", "Fares of the northern ferry", "Enc B", "10.20"),
        ("4", "Any other business", "Verbal", "11.00"),
    ]


def test_titles_first_and_neither_numbers_nor_times_but_a_heading_that_wraps():
    text = (
        "*Item                                        Led by       Paper\n"
        "*                                                         ref\n\n"
        "Welcome and apologies                       Chair        Verbal\n\n"
        "Minutes of the meeting held on              Chair        Enc A\n"
        "4 December 2030\n\n"
        "Fares of the northern ferry                 R Quill      Enc B\n\n"
        "Any other business                          Chair        Verbal\n"
    )
    assert items(text) == [
        (None, "Welcome and apologies", "Verbal", None),
        (None, "Minutes of the meeting held on 4 December 2030", "Enc A", None),
        (None, "Fares of the northern ferry", "Enc B", None),
        (None, "Any other business", "Verbal", None),
    ]


@pytest.mark.parametrize("numbers", [("24/001", "24/002", "24/003", "24/004"), ("1.0", "2.0", "3.0", "4.0")])
def test_numbers_that_count_on_before_titles_and_who_leads(numbers: tuple[str, ...]):
    titles = ("Welcome and apologies", "Declarations of interest", "Fares of the northern ferry", "Any other business")
    lines = [f"{n:<10}{title:<50}Chair      Note\n\n" for n, title in zip(numbers, titles, strict=True)]
    assert items("".join(lines)) == [(n, title, None, None) for n, title in zip(numbers, titles, strict=True)]


def test_titles_one_a_line_with_who_leads_beside_them():
    text = (
        "Welcome and apologies              Chair\n\n"
        "Declarations of interest           Chair\n\n"
        "Minutes of the meeting             Chair\n"
        "held on 4 December 2030\n\n"
        "Fares of the northern ferry        R Quill\n\n"
        "Any other business                 Chair\n"
    )
    assert [title for _, title, _, _ in items(text)] == [
        "Welcome and apologies",
        "Declarations of interest",
        "Minutes of the meeting held on 4 December 2030",
        "Fares of the northern ferry",
        "Any other business",
    ]


def test_running_text_below_a_heading_is_no_list_of_items():
    text = (
        "Welcome to the pier.\n\n"
        "Apologies are due to those who waited for the ferry.\n\n"
        "Minutes of the meeting are on our site.\n\n"
        "Lamps burn until midnight.\n\n"
        "The slipway is closed.\n"
    )
    assert items(text) == []


def test_a_table_whose_times_or_numbers_stand_under_no_heading_or_in_its_titles():
    timed = table(
        [
            ["", "Item", "Lead"],
            ["10.00", "1. Welcome", "Chair"],
            ["10.05", "2. Lamps", "R Quill"],
            ["10.30", "Break", ""],
            ["10.45", "3. Close", "Chair"],
        ]
    )
    found = texts(read(paper(OPENING, timed)), "agenda_items")
    assert [(i["number"], i["title"], i["time"]) for i in found] == [
        ("1.", "Welcome", "10.00"),
        ("2.", "Lamps", "10.05"),
        ("3.", "Close", "10.45"),
    ]
    unnamed = table(
        [
            ["", "", "Lead", "Time", "Enc"],
            ["1", "Welcome to all who came", "Chair", "10.00", "Verbal"],
            ["2", "Lamps of the pier", "R Quill", "10.05", "A"],
            ["3", "Close of the meeting", "Chair", "10.30", "Verbal"],
        ]
    )
    found = texts(read(paper(OPENING, unnamed)), "agenda_items")
    assert [(i["number"], i["title"], i["time"], i["supporting_document"]) for i in found] == [
        ("1", "Welcome to all who came", "10.00", "Verbal"),
        ("2", "Lamps of the pier", "10.05", "A"),
        ("3", "Close of the meeting", "10.30", "Verbal"),
    ]


def test_a_table_without_headings_whose_numbers_begin_with_the_year():
    rows = [[f"31/0{n}", title, "Chair"] for n, title in enumerate(("Welcome to all", "Lamps", "Close"), start=1)]
    found = texts(read(paper(OPENING, table(rows, headings=0))), "agenda_items")
    assert [(i["number"], i["title"]) for i in found] == [
        ("31/01", "Welcome to all"),
        ("31/02", "Lamps"),
        ("31/03", "Close"),
    ]


def test_an_agenda_of_which_no_item_is_read_is_told():
    lines = ("Welcome and apologies.", "Minutes of the last meeting.", "Any other business.", "Lamps.")
    page = set_page(
        Text(60, 60, "Pier Board"), Text(60, 90, "Agenda"), *(Text(60, 120 + 30 * n, t) for n, t in enumerate(lines))
    )
    found = extract_pages([page])
    (finding,) = (f for f in found.findings if f.rule == "agenda not read")
    assert (finding.severity, finding.page) == ("warning", 1)
    assert not any(r.view == "agenda_items" for r in found.printed)


def test_an_agenda_that_is_read_is_not_told_as_unread():
    lines = ("Welcome and apologies", "Minutes of the last meeting", "Any other business", "Lamps")
    page = set_page(
        Text(60, 60, "Pier Board"),
        Text(60, 90, "Agenda"),
        *(Text(60, 120 + 30 * n, f"{n + 1}. {t}") for n, t in enumerate(lines)),
    )
    found = extract_pages([page])
    assert sum(r.view == "agenda_items" for r in found.printed) == 4
    assert not any(f.rule == "agenda not read" for f in found.findings)
    assert claim(paper(OPENING + "Nothing is said of items.\n")).score == 0.0
