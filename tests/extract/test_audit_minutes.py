"""Minutes that are a paper of a later meeting, with people in columns of posts and bodies, and lists of bare surnames. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from extract.meeting.flow import pieces_of
from extract.meeting.opening import meeting_facts
from extract.meeting.persons import persons_of_list
from tests.extract.test_attendance_forms import people
from tests.meetings import paper, texts


@pytest.mark.parametrize(
    "stamp", ["15 August 2024     Item 4", "Agenda Item 4     15 August 2024", "15/08/2024 Appendix B"]
)
def test_a_day_beside_the_item_of_an_agenda_is_that_of_the_meeting_given_the_paper(stamp: str) -> None:
    text = f"Pier Audit Committee\n\n{stamp}\n\n*PIER AUDIT COMMITTEE\n\n*MONDAY 10 JUNE 2024 AT 1:30PM\n\nAll came.\n"
    assert meeting_facts(pieces_of(paper(text).blocks))["meeting_date"].text == "MONDAY 10 JUNE 2024"
    alone = f"*PIER AUDIT COMMITTEE\n\n{stamp}\n\nAll came.\n"
    assert "meeting_date" in meeting_facts(pieces_of(paper(alone).blocks))


def test_a_misspelt_heading_over_posts_and_bodies_in_one_column() -> None:
    found = people("""*PRESENT

Mr Tom Ferris (Chair)

*IN ATTENDENCE

Mrs J Lake       Director, Office of the Pier Commissioner

Mr A Gore        Head of Roads, Northby Council

Ms F Reed        Audit Manager

Mr S Hay         Orr Thornton
""")
    assert found == [
        ("present", "Mr Tom Ferris", "Chair", None),
        ("in_attendance", "Mrs J Lake", "Director", "Office of the Pier Commissioner"),
        ("in_attendance", "Mr A Gore", "Head of Roads", "Northby Council"),
        ("in_attendance", "Ms F Reed", "Audit Manager", None),
        ("in_attendance", "Mr S Hay", None, "Orr Thornton"),
    ]


def test_a_courtesy_among_surnames_does_not_end_their_list() -> None:
    text = "Councillors Orr (Vice-Chairman), Penn, Mrs Reed, Lake, Dr Hall, Wren and Hay"
    names = [p.name.of(text) for p in persons_of_list(text)]
    assert names == ["Councillors Orr", "Penn", "Mrs Reed", "Lake", "Dr Hall", "Wren", "Hay"]
    text = "Councillors Orr, Mrs A Reed, Planning Officer and Dr B Lake, Pier Trust"
    assert [p.name.of(text) for p in persons_of_list(text)] == ["Councillors Orr", "Mrs A Reed", "Dr B Lake"]


BESIDE = """*PIER COMMITTEE
Wednesday 25 March 2024

*Present:             Councillor Mrs Penn (Chairman)
                     Councillors Orr, Lake and Wren, who had come by the
                     ferry, and Hay

Officers in Attendance: Jo Lake (Principal Planning Officer), Al Gore (Democratic
Services Officer), Flo Reed (Head of Planning), Mark Stone (Principal Conservation
Officer) and Sid Hay (Clerk)

*APOLOGIES

HBR46/14             Apologies were recorded from Councillor Weed, who was
                     away for the whole of the month, as
                     those who were there had said, and as the Clerk
                     had written in her letter.

*SITE VISITS

HBR47/14             The Chairman said that the members had seen the slip
                     in the morning, and that the tide had been low then, as
                     those who were there had said, and as the Clerk
                     had written in her letter.

*MINUTES

HBR48/14             The minutes of the last meeting were read, and they
                     were signed by the Chairman as a true record of it, as
                     those who were there had said, and as the Clerk
                     had written in her letter.

*URGENT BUSINESS

HBR49/14             There was none of it that could not wait until the
                     next meeting, which is to be in the summer, as
                     those who were there had said, and as the Clerk
                     had written in her letter.
"""


def test_lines_across_run_on_where_headings_and_numbers_stand_left_of_the_text() -> None:
    (across,) = [p.text for p in pieces_of(paper(BESIDE).blocks) if p.text.startswith("Officers in")]
    assert across.endswith("Sid Hay (Clerk)")
    told = [r.fields for r in read(paper(BESIDE)) if r.view == "attendance"]
    roles = {f["person"].text: f["role"].text for f in told if "role" in f}
    assert roles["Al Gore"] == "Democratic Services Officer"
    assert roles["Mark Stone"] == "Principal Conservation Officer"
    assert [m["number"] for m in texts(list(read(paper(BESIDE))), "minutes")] == [f"HBR{n}/14" for n in range(46, 50)]
