"""Headings in a column of their own at the left of the text, and lines that a page break leaves at its edges. All invented."""

from __future__ import annotations

from extract.families.minutes import read
from extract.furniture import find_furniture
from tests.meetings import paper, texts
from tests.pages import Text, set_page

SIDE = """*MINUTES OF THE HARBOUR BOARD
4 May 2021 at 7.00 pm

PRESENT              Ida Penn (Chair), Tom Orr, Sue Lake and the members
                     whose names the register holds.

CALL TO ORDER        The Chair called the meeting to order at 7.00 pm and
                     welcomed the members of the public who had come.

MINUTES              The minutes of 6 April were read by the Secretary, and
                     were signed by the Chair as a true record of it.

ADOPTION OF          The by-law on moorings was read a third time, and the
MOORINGS BY-LAW      members spoke about the charge for visiting boats.

ADJOURNMENT          The meeting was adjourned at 8.10 pm, there being no
                     more business before the members of the Board.
"""


def test_side_headings_head_the_text_beside_them() -> None:
    minutes = texts(list(read(paper(SIDE))), "minutes")
    by_heading = {m["heading"]: m.get("text", "") for m in minutes}
    assert by_heading["MINUTES"].startswith("The minutes of 6 April")
    assert by_heading["ADOPTION OF MOORINGS BY-LAW"].endswith("for visiting boats.")
    assert "moorings" not in by_heading["MINUTES"]


def test_lines_of_a_roll_call_that_pages_cut_are_no_furniture() -> None:
    pages = []
    for number in (1, 2, 3):
        lines = [Text(60, 30, f"Town Minutes {number}"), Text(60, 60, "ABSENT: Lund"), Text(60, 75, "MOTION CARRIED.")]
        lines += [Text(60, 200 + 15 * n, f"Some words of the text number {number * 20 + n}") for n in range(20)]
        lines += [Text(60, 520, "ABSENT: Lund"), Text(60, 535, "MOTION CARRIED.")]
        pages.append(set_page(*lines, number=number))
    found = find_furniture(pages)
    assert found[2].texts == ("Town Minutes 2",)


def test_the_title_of_another_paper_in_other_type_is_no_running_line() -> None:
    body = [Text(60, 200 + 15 * n, "Words that fill the page from edge to edge here") for n in range(30)]
    first = set_page(Text(60, 40, "Pier Hill Harbour Board", 16), *body, number=1)
    second = set_page(Text(60, 40, "PIER HILL HARBOUR BOARD", 11), *body, number=2)
    assert find_furniture([first, second])[2].texts == ()
