"""Agendas of councils and boards in many lands: times in the margin, items within items, papers behind a label, files as numbers."""

from __future__ import annotations

from extract.families.agenda import claim, read
from extract.families.minutes import FAMILY as MINUTES
from tests.meetings import paper, texts

OPENING = "*Pier Board\n*Agenda\nThursday 6 March 2031 at 10.00am in the Pier Hall\n\n"


def items(text: str, opening: str = OPENING) -> list[dict[str, str]]:
    return texts(list(read(paper(opening + text))), "agenda_items")


def numbered(text: str) -> list[tuple[str | None, str]]:
    return [(i.get("number"), i["title"]) for i in items(text)]


def test_times_in_the_margin_of_items_and_of_items_within_them():
    found = items(
        "6:00 PM   *1.   CALL TO ORDER\n\n"
        "6:05 PM   *2.   REPORTS\n\n"
        "                3A.  Lamps of the North Quay\n\n"
        "                     The lamps were mended in May. Council need do nothing.\n\n"
        "6:20 PM   *3.   PUBLIC HEARINGS\n\n"
        "6:20 PM         3A.  Fares of the Northern Ferry\n\n"
        "                     The fares would rise by a tenth.\n\n"
        "                3B.  Moorings at Wren Hill\n\n"
        "6:50 PM   *4.   ADJOURNMENT\n".replace("3A.  Lamps", "2A.  Lamps")
    )
    assert [(i["number"], i["title"], i.get("time")) for i in found] == [
        ("1", "CALL TO ORDER", "6:00 PM"),
        ("2", "REPORTS", "6:05 PM"),
        ("2A", "Lamps of the North Quay", None),
        ("3", "PUBLIC HEARINGS", "6:20 PM"),
        ("3A", "Fares of the Northern Ferry", "6:20 PM"),
        ("3B", "Moorings at Wren Hill", None),
        ("4", "ADJOURNMENT", "6:50 PM"),
    ]
    assert found[4]["text"] == "The fares would rise by a tenth."


def test_papers_behind_a_label_are_no_text():
    found = items(
        "*1.   Call to Order\n\n"
        "*2.   Fares\n"
        "The fares would rise by a tenth.\n"
        "Attachments: Staff Report (p. 4); Map of the Quays\n\n"
        "*3.   Adjournment\n"
    )
    assert found[1]["text"] == "The fares would rise by a tenth."
    assert found[1]["supporting_document"] == "Staff Report (p. 4); Map of the Quays"


def test_pages_behind_dots_and_plain_titles_under_bold_ones():
    found = items(
        "*1    OPENING OF MEETING ........................... 3\n\n"
        "*2    CONFIRMATION OF MINUTES...................... 3\n\n"
        "2.1   Ordinary Meeting of 21 August 2030 ........... 4\n\n"
        "*3    MANAGER’S REPORTS ............................ 5\n\n"
        "3.1   Lamps of the North Quay ...................... 5\n\n"
        "3.2   Moorings at Wren Hill .................. 12 - 14\n\n"
        "*4    CLOSE OF MEETING ............................ 20\n"
    )
    assert [(i["number"], i["title"], i["supporting_document"]) for i in found] == [
        ("1", "OPENING OF MEETING", "3"),
        ("2", "CONFIRMATION OF MINUTES", "3"),
        ("2.1", "Ordinary Meeting of 21 August 2030", "4"),
        ("3", "MANAGER’S REPORTS", "5"),
        ("3.1", "Lamps of the North Quay", "5"),
        ("3.2", "Moorings at Wren Hill", "12 - 14"),
        ("4", "CLOSE OF MEETING", "20"),
    ]


def test_a_page_beside_the_first_line_of_a_title():
    found = items(
        "*1.    Call to Order\n\n"
        "*2.    By-laws\n\n"
        "       2.1    By-law 12, being a by-law to stop up and close a part of the                 73\n"
        "              shore road\n\n"
        "       2.2    By-law 13, being a by-law to name a lane                                     75\n\n"
        "*3.    Adjournment\n"
    )
    assert (found[2]["title"], found[2]["supporting_document"]) == (
        "By-law 12, being a by-law to stop up and close a part of the shore road",
        "73",
    )
    assert found[3]["supporting_document"] == "75"


def test_a_sentence_under_a_numbered_line_is_text():
    found = items(
        "*1.    Apologies\n\n*2.    Finance\n\n2.1    To approve the payments in the list that was sent out with the papers.\n\n"
        "2.2    To note the balance at the bank.\n\n*3.    Close\n"
    )
    assert [i["number"] for i in found] == ["1", "2", "3"]


def test_one_item_with_a_letter_where_others_have_them():
    text = (
        "*I.    CALL TO ORDER\n\n*II.   HEARINGS\n\n*A.    Fares of the Ferry\n\n*B.    Moorings\n\n"
        "*III.  UNFINISHED BUSINESS\n\n*A.    Sign Code\n\n*IV.   ADJOURNMENT\n"
    )
    assert numbered(text)[4:6] == [("III", "UNFINISHED BUSINESS"), ("A", "Sign Code")]


FILED = (
    "*Meeting Agenda\n*Pier Board\nThursday, March 6, 2031\n\n"
    "*Call to Order\n\n*Approval of Minutes\n\n"
    "31-0611     Minutes of the Pier Board meeting of February 20, 2031\n"
    "            Attachments: Draft Minutes\n\n"
    "*Roll Call\n\n*Regular Items\n\n"
    "31-0588     Accept the gift of three benches from the Rotary Club.\n\n*Adjournment\n"
)


def test_files_as_numbers_under_headings_without_any():
    found = items(FILED, opening="")
    assert [(i.get("number"), i["title"]) for i in found] == [
        (None, "Call to Order"),
        (None, "Approval of Minutes"),
        ("31-0611", "Minutes of the Pier Board meeting of February 20, 2031"),
        (None, "Roll Call"),
        (None, "Regular Items"),
        ("31-0588", "Accept the gift of three benches from the Rotary Club."),
        (None, "Adjournment"),
    ]
    assert found[2]["supporting_document"] == "Draft Minutes"


def test_an_agenda_with_minutes_to_approve_and_a_roll_to_call_is_no_minutes():
    assert claim(paper(FILED)).score > MINUTES.claim(paper(FILED)).score + 0.2


def test_a_heading_in_two_languages():
    text = "*CLÁR / AGENDA\n\n1.   Apologies\n\n2.   Minutes (copy enclosed)\n\n3.   Any other business\n"
    assert "headed Agenda" in claim(paper(text)).reasons
    assert items(text, opening="")[1]["supporting_document"] == "copy enclosed"
