"""Lists of those present whose headings stand in a column at the left, with counts, offices of several words, or the chair told again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.families.minutes import read
from extract.meeting.pieces import piece_of_words
from extract.meeting.rejoined import rejoined
from models.record import Printed
from tests.meetings import paper, texts, words_of_page

ITEMS = """
*{0}.   LAMPS
The lamps were mended.

*{1}.   ROPES
The ropes were bought.

*{2}.   CLOSE
There was no more business.
"""


def of(text: str, first: int = 1) -> list[Printed]:
    whole = f"*MINUTES OF THE HARBOUR BOARD HELD ON 4 MARCH 2024\n\n{text}\n{ITEMS.format(first, first + 1, first + 2)}"
    return list(read(paper(whole)))


def people(records: list[Printed]) -> list[tuple[str | None, str, str | None, str | None]]:
    told = [r.fields for r in records if r.view == "attendance"]
    return [
        (
            f["status"].note,
            f["person"].text,
            f["role"].text if "role" in f else None,
            f["affiliation"].text if "affiliation" in f else None,
        )
        for f in told
    ]


def test_headings_without_colons_in_a_column_under_an_item():
    records = of(
        """*1.   RECORD OF ATTENDANCE
Members             Cr Ida Marsh            Shire President
                    Cr Tom Ferris
                    Cr Ruth Penn
Officers            Ms Kim Lake             Chief Executive Officer
                    Mr Calum Orr            Works Manager
Leave of Absence    Cr Shona Vale
""",
        first=2,
    )
    assert people(records) == [
        ("present", "Cr Ida Marsh", "Shire President", None),
        ("present", "Cr Tom Ferris", None, None),
        ("present", "Cr Ruth Penn", None, None),
        ("in_attendance", "Ms Kim Lake", "Chief Executive Officer", None),
        ("in_attendance", "Mr Calum Orr", "Works Manager", None),
        ("apologies", "Cr Shona Vale", None, None),
    ]
    listed = next(m for m in texts(records, "minutes") if m["number"] == "1")
    assert listed["text"].startswith("Members Cr Ida Marsh")
    assert "Officers Ms Kim Lake" in listed["text"]


def test_a_heading_that_runs_over_two_lines_of_its_column():
    found = people(
        of("""Present:            Ida Marsh         (IM)     Chair
                    Tom Ferris        (TF)     Harbour Master
In                  Ruth Penn         (RP)     Secretary
attendance:         Kim Lake          (KL)     Clerk
Apologies:          Calum Orr         (CO)     Treasurer
""")
    )
    assert [(status, name, role) for status, name, role, _ in found] == [
        ("present", "Ida Marsh", "Chair"),
        ("present", "Tom Ferris", "Harbour Master"),
        ("in_attendance", "Ruth Penn", "Secretary"),
        ("in_attendance", "Kim Lake", "Clerk"),
        ("apologies", "Calum Orr", "Treasurer"),
    ]


def test_a_word_of_a_heading_in_prose_is_no_label():
    records = of(
        "*PRESENT: Ida Marsh, Tom Ferris\n\nMembers of the public asked about the lamps on the pier in winter.\n"
    )
    assert [name for _, name, _, _ in people(records)] == ["Ida Marsh", "Tom Ferris"]


def test_a_roll_call_with_counts_and_offices_of_several_words():
    found = people(
        of(
            """*1.   Roll Call
*Present:  3 -   Mayor Ida Marsh
                Mayor Pro Tem Tom Ferris, Ward 2
                Council Member Ruth Penn, Ward 1
*Absent:   1 -   Council Member Calum Orr, Ward 3 (excused)
""",
            first=2,
        )
    )
    assert found == [
        ("present", "Ida Marsh", "Mayor", None),
        ("present", "Tom Ferris", "Mayor Pro Tem", "Ward 2"),
        ("present", "Ruth Penn", "Council Member", "Ward 1"),
        ("apologies", "Calum Orr", "Council Member", "Ward 3"),
    ]


def test_initials_told_apart_by_a_letter_more():
    records = of("*Present:\nIda Marsh (IM) Chair\nRuth Penn (RPe) Clerk\nRory Pike (RPi) Diver\n")
    initials = [r.fields["initials"].text.strip("()") for r in records if r.view == "attendance"]
    assert initials == ["IM", "RPe", "RPi"]


def test_who_was_in_the_chair_is_listed_once():
    records = of(
        """*SEDERUNT
Councillor Ida Marsh
Councillor Tom Ferris

IN ATTENDANCE: Ruth Penn, Chief Executive; and Kim Lake, Clerk

Councillor Tom Ferris, Convener, in the Chair
"""
    )
    assert people(records) == [
        ("present", "Councillor Ida Marsh", None, None),
        ("present", "Councillor Tom Ferris", "Convener", None),
        ("in_attendance", "Ruth Penn", "Chief Executive", None),
        ("in_attendance", "Kim Lake", "Clerk", None),
    ]
    (meeting,) = texts(records, "meetings")
    assert meeting["chair"] == "Councillor Tom Ferris"


@pytest.mark.parametrize(
    ("end", "pieces"), [("Head of Roads (J.", 1), ("Head of Roads,", 1), ("Head of Roads (A. Bell).", 2)]
)
def test_a_list_beside_its_label_goes_on_below_its_first_line(end: str, pieces: int) -> None:
    words = words_of_page(f"Officers:-    Chief Executive (N. Reed), {end}\n              Tarn), Clerk (L. Voe).", 1)
    below = next(i for i, w in enumerate(words) if w.text == "Tarn),")
    first = replace(piece_of_words(words[1:below]), label="Officers:-", label_words=(words[0],))
    found = rejoined([first, piece_of_words(words[below:])])
    assert len(found) == pieces
    assert found[0].label == "Officers:-"
    assert found[-1].text.endswith("Tarn), Clerk (L. Voe).")
