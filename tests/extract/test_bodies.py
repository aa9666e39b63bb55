"""Whose meeting it is, by the lines of a masthead. All bodies are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.meeting.bodies import body_of
from extract.meeting.body_names import names_body
from extract.meeting.pieces import piece_of_paragraph
from tests.meetings import paragraphs


def centred(*lines: str) -> str:
    return "\n".join("*" + line.center(100).rstrip() for line in lines) + "\n"


@pytest.mark.parametrize(
    ("lines", "body"),
    [
        (
            ("STATE OF ORAN", "PORT OF GREY SANDS", "COMMISSION REGULAR MEETING", "MINUTES"),
            "PORT OF GREY SANDS COMMISSION",
        ),
        (("MINUTES", "REGULAR MEETING OF THE BOARD OF SUPERVISORS", "COUNTY OF ALDERLEY"), "BOARD OF SUPERVISORS"),
        (("CITY OF WREN HILL", "PLANNING COMMISSION SPECIAL MEETING", "May 4, 2025"), "PLANNING COMMISSION"),
        (("CITY OF WREN HILL", "City Council Regular Meeting", "MINUTES"), "WREN HILL City Council"),
        (
            ("MINUTES OF WREN HILL PARISH COUNCIL AGM MEETING HELD AT", "THE VILLAGE HALL", "OPEN FORUM"),
            "WREN HILL PARISH COUNCIL",
        ),
        (("PENNARD CARE TRUST", "Minutes of the Board of Governors (Public)"), "Board of Governors"),
        (("PENNARD ISLAND COUNCIL", "CABINET"), "CABINET"),
        (("Pennard Open Exchange Format (OEF) TC Meeting #7 May 31, 2031",), "Pennard Open Exchange Format (OEF) TC"),
        (("PENNARD SHIRE COUNCIL", "MINUTES", "Ordinary Council Meeting"), "PENNARD SHIRE COUNCIL"),
        (("MINUTES OF PENNARD SHIRE COUNCIL ORDINARY COUNCIL MEETING HELD AT THE HALL",), "PENNARD SHIRE COUNCIL"),
        (("PENNARD SHIRE COUNCIL", "DRAFT MINUTES OF THE COUNCIL MEETING"), "PENNARD SHIRE COUNCIL"),
        (("Pennard School District 9", "Board of Education Regular Meeting"), "Board of Education"),
        (("Meeting Agenda", "Parks and Recreation Board"), "Parks and Recreation Board"),
        (("Harbour Planning Group: Minutes", "4 March 2024"), "Harbour Planning Group"),
        (
            ("Notes of the Audit, Risk and Finance Committee meeting", "4 March 2024"),
            "Audit, Risk and Finance Committee",
        ),
        (
            ("MINUTES OF THE MEETING OF THE PIERS, ROPES AND LAMPS SUB-COMMITTEE HELD ON 4 MARCH 2024",),
            "PIERS, ROPES AND LAMPS SUB-COMMITTEE",
        ),
        (("Piers, Ropes and Lamps Sub-Committee: Minutes", "4 March 2024"), "Piers, Ropes and Lamps Sub-Committee"),
        (("PENNARD ISLAND COUNCIL", "EXECUTIVE BOARD – DECISION NOTICE"), "EXECUTIVE BOARD"),
        (("Pennard Island Council", "Piers Committee: Summary of Decisions"), "Piers Committee"),
        (("Pennard Island Council", "Lamps Committee Decision List"), "Lamps Committee"),
        (("Pennard Ferry Regulator", "4 March 2031"), "Pennard Ferry Regulator"),
    ],
)
def test_the_lines_of_a_masthead_name_the_body_that_meets(lines: tuple[str, ...], body: str) -> None:
    found = body_of([piece_of_paragraph(p) for p in paragraphs(centred(*lines))])
    assert found is not None
    assert found.text == body


@pytest.mark.parametrize(
    ("size", "below", "body"),
    [
        (16.0, "Police and Crime Panel", "ORAN Police and Crime Panel"),
        (16.0, "Pennard Parish Council", "Pennard Parish Council"),
        (10.0, "Police and Crime Panel", "Police and Crime Panel"),
    ],
)
def test_a_name_in_large_type_over_what_it_is_the_name_of(size: float, below: str, body: str) -> None:
    name, *rest = [piece_of_paragraph(p) for p in paragraphs(f"*ORAN\n\n*{below}\n\n4 March 2031\n")]
    large = replace(name, words=tuple(replace(w, font=replace(w.font, size=size)) for w in name.words))
    found = body_of([large, *rest])
    assert found is not None
    assert found.text == body


def test_below_where_a_web_page_stands_in_its_site_the_body_is_named_with_what_it_is_about() -> None:
    page = "Orandata\n\nData   Tools   Forum\n\nHome › Library › Keepers\n\nKeepers: 4th\n\n*Pier Keepers’ Group on Lamps\n"
    found = body_of([piece_of_paragraph(p) for p in paragraphs(page)])
    assert found is not None
    assert found.text == "Pier Keepers’ Group on Lamps"


@pytest.mark.parametrize(
    "text", ["Report from the Committee on Finance", "Update to Board on Lamps", "Council on Monday"]
)
def test_what_a_body_was_told_is_no_body(text: str) -> None:
    assert not names_body(text)


def test_a_letter_calls_to_a_meeting_of_the_committee_that_its_heading_names():
    letter = (
        "Clerk: Una Mott\n\n    Head of Legal Services\n\nPennard City Council\n\n    City Chambers\n\n*PENNARD\n\n"
        "20th May 2031\n\n    Dear Sir or Madam\n\n"
        "*HARBOUR AND FERRIES COMMITTEE\n\n"
        "I would like to invite you to attend a meeting of the above Committee which is to be held on 28th May 2031.\n"
    )
    found = body_of([piece_of_paragraph(p) for p in paragraphs(letter)])
    assert found is not None
    assert found.text == "HARBOUR AND FERRIES COMMITTEE"


def test_how_to_reach_the_clerk_does_not_part_a_body_from_the_head_of_its_paper():
    head = [
        "*PENNARD", "Contact: Una Mott Scrutiny Officer", "Council Direct : see below", "E-mail: una.mott@pennard.example",
        "Council website: www.pennard.example", "*CABINET", "*4 March 2031 at 7 pm",
    ]  # fmt: skip
    found = body_of([piece_of_paragraph(p) for line in head for p in paragraphs(line + "\n")])
    assert found is not None
    assert found.text == "CABINET"
