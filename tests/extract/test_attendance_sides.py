"""Lists of people in columns whose entries run over lines, or stand so close that only their edges tell them apart."""

from __future__ import annotations

from extract.families.minutes import read
from tests.extract.test_attendance_labels import of, people
from tests.meetings import paper


def test_entries_that_run_over_lines_are_read_down_their_columns():
    records = of(
        """Present:         Professor Ida Marsh (Vice-          Dr K. Lowe
                 Principal) (in the Chair)           Ms R. Pane (Research
                 Dr T. Ferris                        Officer)
                 Ms A. Vale (Guild                   Dr S. Orr
                 President)                          Dr B. Quill
""",
    )
    assert people(records) == [
        ("present", "Professor Ida Marsh", "Vice-Principal", None),
        ("present", "Dr T. Ferris", None, None),
        ("present", "Ms A. Vale", "Guild President", None),
        ("present", "Dr K. Lowe", None, None),
        ("present", "Ms R. Pane", "Research Officer", None),
        ("present", "Dr S. Orr", None, None),
        ("present", "Dr B. Quill", None, None),
    ]


def test_columns_that_nearly_touch_are_told_by_where_they_begin():
    records = of(
        """*Present:
Cllr. Aine Moy               Cllr. P.J. Rourke
Cllr. Concepta Featherstone  Cllr. Tadhg Vail
Cllr. Brid Quill             Cllr. Jarlath Skehan
""",
    )
    names = [name for _, name, _, _ in people(records)]
    assert names == [
        "Cllr. Aine Moy",
        "Cllr. Concepta Featherstone",
        "Cllr. Brid Quill",
        "Cllr. P.J. Rourke",
        "Cllr. Tadhg Vail",
        "Cllr. Jarlath Skehan",
    ]


def test_columns_of_names_and_posts_are_no_columns_of_people():
    records = of(
        """Present:         Ida Marsh              Chair of the
                                        Harbour Board
                 Tom Ferris             Works Manager
                 Ruth Penn              Pilot
""",
    )
    assert [name for _, name, _, _ in people(records)] == ["Ida Marsh", "Tom Ferris", "Ruth Penn"]


def test_a_full_stop_behind_a_title_ends_nobody():
    records = of("*Apologies: Cllr. Aine Moy and Cllr. Marge O Brien\n")
    assert [name for _, name, _, _ in people(records)] == ["Cllr. Aine Moy", "Cllr. Marge O Brien"]


def test_a_second_column_of_posts_alone_says_what_those_beside_it_are():
    records = of(
        """Members:         Cr Ida Marsh             Harbour President
                 Cr Tom Ferris            Deputy Harbour President
                 Cr Ruth Penn
                 Cr Joan Lisle
                 Cr Mark Tern
                 Cr Ann Vale
                 Cr Olga Reef
""",
    )
    found = people(records)
    assert [name for _, name, _, _ in found][:2] == ["Cr Ida Marsh", "Cr Tom Ferris"]
    assert [role for _, _, role, _ in found][:3] == ["Harbour President", "Deputy Harbour President", None]


def test_a_column_of_initials_says_nothing_of_the_one_behind_it():
    text = """*MINUTES OF THE HARBOUR BOARD HELD ON 4 MARCH 2024

Attendance:             Cllr Ida Marsh       IM       Chair
                        Cllr Tom Ferris      TF       Vice Chair
                        Cllr Ruth Penn       RP
                        Mark Tern            MT       Parish Clerk (Minutes)
Also in attendance:     Cllr Olga Reef       OR       NCC
                        Ann Vale             AV       CGM

*1.  LAMPS
The lamps of the north quay were mended in the week before the meeting, as was told in March.

*2.  ROPES
The ropes were bought.
"""
    assert people(list(read(paper(text)))) == [
        ("present", "Cllr Ida Marsh", "Chair", None),
        ("present", "Cllr Tom Ferris", "Vice Chair", None),
        ("present", "Cllr Ruth Penn", None, None),
        ("present", "Mark Tern", "Parish Clerk (Minutes)", None),
        ("in_attendance", "Cllr Olga Reef", None, "NCC"),
        ("in_attendance", "Ann Vale", None, "CGM"),
    ]
