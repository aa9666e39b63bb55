"""Headings in a column of their own at the left of the text, and lines that a page break leaves at its edges. All invented."""

from __future__ import annotations

from extract.families.minutes import read
from extract.furniture import find_furniture
from extract.meeting.numbers_beside import with_numbers_beside
from extract.meeting.pieces import piece_of_words
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


REFERENCES = """*HARBOUR AND ISLES FIRE AUTHORITY
*16 February 2024

Present: Councillors Penn (Chair), Orr, Lake and Wren.

*HIFRA/23/41         Minutes
                     RESOLVED that the Minutes of the meeting held on 15 December
                     2023 be signed as a correct record of it.

*HIFRA/23/42         Stations on the Isles
                     The Authority considered a report on the two stations that
                     stand on the isles, and on the boats that serve them.

                     Councillor Orr MOVED (seconded by Councillor Lake) as an
                     amendment to the recommendations in the report:

                     “that one of the stations be closed”

                     The amendment was LOST:

                     For (2): Councillors Orr and Lake

                     Against (2): Councillors Penn and Wren

                     Councillor Wren then MOVED, with Councillor Penn seconding,
                     that both stations be kept. The motion was CARRIED:

                     For (3): Councillors Penn, Lake and Wren

                     Against (1): Councillor Orr

                     RESOLVED

                     (a).  that both stations be kept as they are today;

                     (b).  that a new boat be bought; and

                     (c).  that the crews be thanked.

*HIFRA/23/43         Chair’s Announcements
                     The Chair spoke of the storm in January and of those whom
                     the crews had brought ashore.
"""


def test_references_beside_headings_number_them_and_a_label_may_close_with_a_full_stop() -> None:
    records = list(read(paper(REFERENCES)))
    assert [(m["number"], m["heading"]) for m in texts(records, "minutes")] == [
        ("HIFRA/23/41", "Minutes"),
        ("HIFRA/23/42", "Stations on the Isles"),
        ("HIFRA/23/43", "Chair’s Announcements"),
    ]
    assert [r.get("label") for r in texts(records, "resolutions")] == [None, "a", "b", "c"]


def test_an_amendment_to_something_and_a_motion_with_its_seconder_have_their_words() -> None:
    assert [v["motion"] for v in texts(list(read(paper(REFERENCES))), "votes")] == [
        "that one of the stations be closed",
        "that both stations be kept.",
    ]


def test_a_reference_alone_is_the_marker_of_the_text_on_its_line_only() -> None:
    page = set_page(
        Text(60, 60, "HI/23/41"), Text(150, 60, "Minutes"), Text(60, 80, "HI/23/42"), Text(150, 95, "Stations")
    )
    found = with_numbers_beside([piece_of_words([w]) for w in page.words])
    assert [(p.marker, p.text) for p in found] == [("HI/23/41", "Minutes"), (None, "HI/23/42"), (None, "Stations")]
