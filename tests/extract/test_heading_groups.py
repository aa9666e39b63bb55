"""Minutes whose headings have two levels without numbers, and what stands around motions: who moved, titles above, the time below."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from extract.lines import text_columns
from extract.meeting.closing import CLOSING
from extract.meeting.pieces import piece_of_paragraph
from extract.meeting.splitting import split_at_lines
from extract.meeting.when import end_time
from extract.paragraphs import paragraphs_of, runs_on
from models.record import Printed
from tests.meetings import paper, paragraphs, texts
from tests.pages import Text, set_page

COUNCIL = """*MINUTES OF THE PIER COMMITTEE HELD ON MAY 4, 2021

*PRESENT:
Ida Penn, Chair
Tom Orr
Sue Lake

*WELCOME
The Chair welcomed those who had come.

*DELEGATIONS:
{0}HARBOUR LIGHTS AND LAMPS
T. Orr/S. Lake: THAT the talk on lights be received.
     208                                              Carried

{0}FERRY TO THE NORTH
S. Lake/T. Orr: THAT the talk on the ferry be received.
     208 and 213                                      Carried
The Harbour Master told of the winter.

*REPORTS:
{0}ROPES OF THE LONG QUAY
T. Orr/S. Lake: THAT the ropes be bought under the following sections of the Quay Act:
90(1)(c) ropes of the old kind; and,
90(1)(i) ropes that are subject to the advice of the rope maker;
     208                                              Carried

*ADJOURNMENT
S. Lake/T. Orr: THAT the meeting terminate.
     208                                              Carried
Time: 9:15 pm.

Confirmed this 20th day of June, 2021:
"""


def of(text: str) -> list[Printed]:
    return list(read(paper(text)))


def test_a_group_is_no_item_and_the_headings_below_it_are() -> None:
    minutes = texts(of(COUNCIL.format("")), "minutes")
    assert [m["heading"] for m in minutes] == [
        "WELCOME",
        "HARBOUR LIGHTS AND LAMPS",
        "FERRY TO THE NORTH",
        "ROPES OF THE LONG QUAY",
        "ADJOURNMENT",
    ]


def test_a_heading_with_words_of_its_own_stays_an_item() -> None:
    text = COUNCIL.format("").replace("*REPORTS:\n", "*REPORTS:\nThe Clerk gave three.\n\n")
    assert "REPORTS:" in [m["heading"] for m in texts(of(text), "minutes")]


def test_labels_printed_under_each_item_alike_are_no_items() -> None:
    text = COUNCIL.format("")
    for title in ("HARBOUR LIGHTS AND LAMPS", "FERRY TO THE NORTH", "ROPES OF THE LONG QUAY"):
        text = text.replace(title, "DISCUSSION BY MEMBERS")
    assert [m["heading"] for m in texts(of(text), "minutes")] == ["WELCOME", "DELEGATIONS:", "REPORTS:", "ADJOURNMENT"]


def test_an_item_that_says_nothing_beside_its_motions_keeps_their_words() -> None:
    records = of(COUNCIL.format(""))
    minutes = {m["heading"]: m["text"] for m in texts(records, "minutes")}
    assert minutes["HARBOUR LIGHTS AND LAMPS"].startswith("T. Orr/S. Lake: THAT the talk on lights be received.")
    assert "be received" not in minutes["FERRY TO THE NORTH"]
    assert "told of the winter" in minutes["FERRY TO THE NORTH"]
    assert minutes["ADJOURNMENT"].endswith("Time: 9:15 pm.")


def test_clauses_under_the_sections_of_an_act_belong_to_the_motion() -> None:
    ropes = next(r["text"] for r in texts(of(COUNCIL.format("")), "resolutions") if "ropes be bought" in r["text"])
    assert ropes.endswith("90(1)(i) ropes that are subject to the advice of the rope maker;")


@pytest.mark.parametrize(
    ("lines", "time"),
    [
        ("S. Lake/T. Orr: THAT the meeting adjourn.\n\nTime: 9:15 pm.", "9:15 pm"),
        ("ADJOURNMENT\n\n(Time: 9:15 p.m.)", "9:15 p.m."),
        ("There was no more, and the meeting was adjourned (9.15 pm).", "9.15 pm"),
        ("THAT the board adjourn to a closed session.\n\nTime: 9:15 pm.", None),
        ("The pilot came late.\n\nTime: 9:15 pm.", None),
    ],
)
def test_when_it_ended_on_a_line_below(lines: str, time: str | None) -> None:
    found = end_time([piece_of_paragraph(p) for line in lines.split("\n\n") for p in paragraphs(line)])
    assert (found.text if found else None) == time


@pytest.mark.parametrize(
    "line",
    [
        "Confirmed this 20th day of November, 2023:",
        "Read and approved this 4th day of May 2021.",
        "Certified Correct and Recorded By:",
        "Certified a true copy of the minutes",
    ],
)
def test_lines_about_the_minutes_themselves_close_the_business(line: str) -> None:
    assert CLOSING.match(line)


def test_a_line_goes_on_below_the_text_that_a_reference_hangs_out_from() -> None:
    page = set_page(
        Text(
            50,
            100,
            "107/20\tTo approve the purchase of a much larger lamp for the end of the pier and any cost",
            bold=True,
        ),
        Text(113, 114, "of the power, or else to swap the old lamp", bold=True),
        Text(113, 134, "The Board wanted one."),
        Text(113, 150, "It was bought."),
    )
    first = paragraphs_of(text_columns(page.words, 1)[0])[0]
    assert first.text.endswith("and any cost of the power, or else to swap the old lamp")


def test_bold_that_ends_within_a_line_is_one_paragraph_and_a_title_above_it_is_not() -> None:
    page = set_page(
        Text(
            50,
            100,
            "RESOLVED: That the lamp at the end of the pier be bought from the Quay Lamp Company and",
            bold=True,
        ),
        Text(50, 114, "Harbour Stores.", bold=True),
        Text(130, 114, "(T. Orr proposed it.)"),
        Text(50, 150, "It was bought."),
    )
    (first, _) = paragraphs_of(text_columns(page.words, 1)[0])
    assert first.text.endswith("and Harbour Stores. (T. Orr proposed it.)")
    titled = set_page(
        Text(50, 100, "HARBOUR LIGHTS AND LAMPS OF THE NORTH PIER AND THE SOUTH PIER AND THE QUAYS"),
        Text(50, 114, "Orr/Lake:", bold=True),
        Text(105, 114, "THAT the lights be mended before the summer comes to the harbour."),
        Text(50, 128, "It was so done."),
    )
    (whole,) = paragraphs_of(text_columns(titled.words, 1)[0])
    parts = list(split_at_lines(piece_of_paragraph(whole)))
    assert parts[0].text.endswith("THE QUAYS")


def test_a_bracket_open_at_the_foot_of_a_page_is_closed_on_the_next() -> None:
    before, after = paragraphs("(Cllr Penn proposed, Cllr Lake seconded, and Cllr Tom\n---\nOrr abstained)\n")[:1], None
    assert before[0].text.endswith("Tom Orr abstained)")
    assert after is None
    one, two = paragraphs("The Board met.\n---\nOrr abstained.\n")
    assert not runs_on(one, two)


def test_a_room_with_a_number_is_no_time() -> None:
    text = COUNCIL.format("").replace(
        "HELD ON MAY 4, 2021\n", "\nTuesday 4 May 2021 – 14:00-17:00\nRoom 4.07, Quay Offices, Long Pier, Harbourton\n"
    )
    (meeting,) = texts(of(text), "meetings")
    assert meeting["venue"] == "Room 4.07, Quay Offices, Long Pier, Harbourton"


def test_motions_in_bold_right_below_headings_are_no_headings_of_a_lower_level() -> None:
    titles = ["WELCOME", "APPROVAL OF MINUTES", "REPORTS", "FINANCE", "PLANS", "ADJOURNMENT"]
    text = "*MINUTES OF THE PIER COMMITTEE HELD ON MAY 4, 2021\n\n*PRESENT:\nIda Penn, Chair\nTom Orr\nSue Lake\n\n"
    for n, title in enumerate(titles, start=1):
        told = "The Clerk spoke of it.\n\n" if n < 3 else ""
        text += f"*{title}\n\n{told}*Motion {n}/2021* Moved by Tom Orr, “THAT paper {n} be taken as read.”\n\n"
        text += "The motion was carried.\n\nThe Chair gave thanks.\n\n"
    found = of(text)
    assert [m["heading"] for m in texts(found, "minutes")] == titles
    assert len(texts(found, "resolutions")) == len(titles)
