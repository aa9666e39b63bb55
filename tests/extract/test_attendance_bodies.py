"""Lists of people whose bodies stand before them in a column of their own."""

from __future__ import annotations

from tests.extract.test_attendance_labels import of, people


def test_bodies_with_colons_stand_before_their_people():
    records = of(
        """Present
Chair:                       Sir Rufus Hallam
Quay Trust:                  Jane Orme, Callum Reed
Natural Harbours:            Beth Carr
The Tide Estate:             Olive Tennant

In attendance
HR Wallby:                   Stuart Pen
Quay Trust:                  Priya Nash (Secretariat)

Apologies
RNLQ:                        Karen Dunn
"""
    )
    assert people(records) == [
        ("present", "Sir Rufus Hallam", "Chair", None),
        ("present", "Jane Orme", None, "Quay Trust"),
        ("present", "Callum Reed", None, "Quay Trust"),
        ("present", "Beth Carr", None, "Natural Harbours"),
        ("present", "Olive Tennant", None, "The Tide Estate"),
        ("in_attendance", "Stuart Pen", None, "HR Wallby"),
        ("in_attendance", "Priya Nash", "Secretariat", "Quay Trust"),
        ("apologies", "Karen Dunn", None, "RNLQ"),
    ]


def test_a_body_goes_on_over_lines_and_stands_once_before_several():
    records = of(
        """Attendees:
University of Quayton                    Professor Helen Sand (Chair)
Department for Ports                     Garth Pugh
                                         Nora Quill
Department for Berths, Boats and         Fiona Mack
Skills                                   Ian Dear
Harbour Agency                           Peter Klim
Apologies:
Boat Association                         Keith Mount
"""
    )
    assert people(records) == [
        ("present", "Professor Helen Sand", "Chair", "University of Quayton"),
        ("present", "Garth Pugh", None, "Department for Ports"),
        ("present", "Nora Quill", None, "Department for Ports"),
        ("present", "Fiona Mack", None, "Department for Berths, Boats and Skills"),
        ("present", "Ian Dear", None, "Department for Berths, Boats and Skills"),
        ("present", "Peter Klim", None, "Harbour Agency"),
        ("apologies", "Keith Mount", None, "Boat Association"),
    ]


def test_two_columns_of_people_are_no_bodies_and_people():
    records = of(
        """Present:
Ida Marsh                    Karl Lowe
Tom Ferris                   Rose Pane
Ada Vale                     Sam Orr
Ben Quill                    Una Hay
"""
    )
    assert {body for _, _, _, body in people(records)} == {None}
