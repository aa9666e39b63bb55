"""Lists of those present whose headings stand alone in a row over people with their bodies, or whose posts stand before the names."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from extract.meeting.persons import persons_of_line, persons_of_list
from models.record import Printed
from models.table import Table
from tests.meetings import paper
from tests.registers import table

TITLE = "*MINUTES OF THE HARBOUR BOARD HELD ON 4 MARCH 2024\n"
ITEMS = """
*1.   LAMPS
The lamps were mended.

*2.   ROPES
The ropes were bought.

*3.   CLOSE
There was no more business.
"""


def of(*blocks: str | Table) -> list[tuple[str | None, str, str | None, str | None]]:
    records = list(read(paper(TITLE, *blocks, ITEMS)))
    return [_told(r) for r in records if r.view == "attendance"]


def _told(record: Printed) -> tuple[str | None, str, str | None, str | None]:
    f = record.fields
    role, body = f.get("role"), f.get("affiliation")
    return f["status"].note, f["person"].text, role.text if role else None, body.text if body else None


@pytest.mark.parametrize("between", [["-"], []])
def test_headings_alone_in_their_rows_are_over_names_and_bodies(between: list[str]) -> None:
    empty = [""] * (1 + len(between))
    people = table(
        [
            ["Attendees:", *empty],
            ["Ida Penn (IP) (Chair)", *between, "Pier and Quay UHB"],
            ["Tom Orr (TO)", *between, "Anyshire Government"],
            ["Sue Lake (SL)", *between, "Harbour Informatics Service"],
            ["Apologies:", *empty],
            ["Abe Wren (AW)", *between, "Pier and Quay UHB"],
            ["Flo Cook (FC)", *between, "Hill County Council"],
        ]
    )
    assert of(people) == [
        ("present", "Ida Penn", "Chair", "Pier and Quay UHB"),
        ("present", "Tom Orr", None, "Anyshire Government"),
        ("present", "Sue Lake", None, "Harbour Informatics Service"),
        ("apologies", "Abe Wren", None, "Pier and Quay UHB"),
        ("apologies", "Flo Cook", None, "Hill County Council"),
    ]


def test_a_heading_alone_over_people_side_by_side_is_over_each_of_them() -> None:
    people = table([["Present:", ""], ["Ida Penn", "Tom Orr"], ["Sue Lake", "Abe Wren"], ["Flo Reed", "Cy Holt"]])
    assert [(s, p) for s, p, _, _ in of(people)] == [
        ("present", n) for n in ("Ida Penn", "Tom Orr", "Sue Lake", "Abe Wren", "Flo Reed", "Cy Holt")
    ]


@pytest.mark.parametrize(
    ("text", "name", "initials"),
    [
        ("Max Carr (MC)", "Max Carr", "MC"),  # no Military Cross
        ("Flo Cook (FC)", "Flo Cook", "FC"),
        ("Ann Dean (AD), Head of Law", "Ann Dean", "AD"),
    ],
)
def test_initials_in_brackets_tell_a_name(text: str, name: str, initials: str) -> None:
    person = persons_of_line(text)
    assert person is not None
    assert person.initials is not None
    assert (person.name.of(text), person.initials.of(text)) == (name, initials)


@pytest.mark.parametrize("post", ["Associate Dean (AD)", "School Cook (SC)", "Chief Constable (CC)"])
def test_a_post_with_its_letters_in_brackets_is_nobody(post: str) -> None:
    assert persons_of_line(post) is None


@pytest.mark.parametrize("colon", [":", ""])
def test_posts_before_names_and_where_they_come_from_in_a_third_column(colon: str) -> None:
    people = f"""*Present:

Chair{colon}          I. Penn           Lazy North (Area B)
Vice-Chair{colon}     T. Orr            Puddle/Black Creek (Area C)
Director{colon}       S. Lake           Bay Sound-Horn Islands (Area A)
Staff{colon}          A. Wren           Deputy Chief Administrative Officer
                F. Reed           Chief Financial Officer
                C. Holt           General Manager of Engineering Services
"""
    assert of(people) == [
        ("present", "I. Penn", "Chair", "Lazy North (Area B)"),
        ("present", "T. Orr", "Vice-Chair", "Puddle/Black Creek (Area C)"),
        ("present", "S. Lake", "Director", "Bay Sound-Horn Islands (Area A)"),
        ("in_attendance", "A. Wren", "Deputy Chief Administrative Officer", None),
        ("in_attendance", "F. Reed", "Chief Financial Officer", None),
        ("in_attendance", "C. Holt", "General Manager of Engineering Services", None),
    ]


def test_posts_before_names_without_more_and_one_post_for_several() -> None:
    people = """*PRESENT

Mayor:          Ida Penn
Councillors:    Tom Orr          North Ward
                Sue Lake         Quay Ward
Regrets:        Abe Wren         South Ward
Recording Secretary:   Flo Reed
"""
    assert of(people) == [
        ("present", "Ida Penn", "Mayor", None),
        ("present", "Tom Orr", "Councillor", "North Ward"),
        ("present", "Sue Lake", "Councillor", "Quay Ward"),
        ("apologies", "Abe Wren", None, "South Ward"),
        ("in_attendance", "Flo Reed", None, None),
    ]


def test_a_body_of_two_places_is_not_two_people() -> None:
    text = "Cllr Ida Penn, Borough Council of Kings Hill and West Quay"
    (person,) = persons_of_list(text)
    assert person.affiliation is not None
    assert person.affiliation.of(text) == "Borough Council of Kings Hill and West Quay"
    both = "Ida Penn, Diocese of Pier and Quay and Tom Orr, Clerk"
    assert [p.name.of(both) for p in persons_of_list(both)] == ["Ida Penn", "Tom Orr"]
