"""Apologies that sentences report. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from extract.meeting.apologies import apologies_in
from extract.meeting.pieces import piece_of_paragraph
from tests.meetings import paper, paragraphs


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Apologies were noted and accepted for Cllr Ida Penn (work commitment).", ["Cllr Ida Penn"]),
        ("Apologies for absence were received for Tom Orr and Sue Lake.", ["Tom Orr", "Sue Lake"]),
        ("It was agreed to accept apologies for Cllr Tom Orr.", ["Cllr Tom Orr"]),
        ("Apologies were accepted for the following: Cllr Tom Orr, Cllr Sue Lake.", ["Cllr Tom Orr", "Cllr Sue Lake"]),
        ("Apologies for absence were received from Abe Wren.", ["Abe Wren"]),
        ("Apologies received from Cllrs. Tom Orr and Sue Lake. The day was fair.", ["Cllrs. Tom Orr", "Sue Lake"]),
        ("Apologies were accepted for the reasons given.", []),
        ("Apologies were noted for absence.", []),
    ],
)
def test_apologies_accepted_for_somebody(text: str, names: list[str]) -> None:
    found = apologies_in([piece_of_paragraph(p) for p in paragraphs(text)])
    assert [a.fields["person"].text for a in found] == names


def test_a_heading_with_a_comma_over_two_lines_at_the_left() -> None:
    text = """*MINUTES OF THE PIER COUNCIL HELD ON 4 MARCH 2024

Present:          Cllr Ida Penn (Chair)
                  Cllr Tom Orr
Also, in          Public - Two.
Attendance        Cllr Sue Lake, Borough Council of Kings Hill and West Quay

*1.   LAMPS
The lamps were mended.

*2.   ROPES
The ropes were bought.

*3.   CLOSE
There was no more business.
"""
    told = {
        r.fields["person"].text: (r.fields["status"].note, r.fields.get("affiliation"))
        for r in read(paper(text))
        if r.view == "attendance"
    }
    assert list(told) == ["Cllr Ida Penn", "Cllr Tom Orr", "Cllr Sue Lake"]
    status, body = told["Cllr Sue Lake"]
    assert status == "in_attendance"
    assert body is not None
    assert body.text == "Borough Council of Kings Hill and West Quay"


def test_who_is_called_absent_below_the_heading_of_apologies_sent_them() -> None:
    text = """*MINUTES OF THE PIER COUNCIL HELD ON 4 MARCH 2024

Present:          Cllr.Ida Penn, Cllr. Tom Orr and Cllr Sue Lake

*1.   Accepted apologies for absence
Absent: Cllr Abe Wren and Police SNT

*2.   ROPES
The ropes were bought.
"""
    told = [(r.fields["person"].text, r.fields["status"].note) for r in read(paper(text)) if r.view == "attendance"]
    assert told == [
        ("Cllr.Ida Penn", "present"),
        ("Cllr. Tom Orr", "present"),
        ("Cllr Sue Lake", "present"),
        ("Cllr Abe Wren", "apologies"),
    ]
