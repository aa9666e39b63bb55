"""Lists of people side by side, each below its own heading, and stacks that hang beside theirs."""

from __future__ import annotations

from extract.families.minutes import read
from extract.meeting.attendance_columns_down import parts_of_column
from models.record import Printed
from tests.extract.test_attendance_forms import ITEMS, people
from tests.meetings import paper, words_of_page
from tests.registers import table

Told = list[tuple[str | None, str, str | None]]


def records_of(text: str) -> list[Printed]:
    records = read(paper(f"*MINUTES OF THE HARBOUR BOARD HELD ON 4 MARCH 2024\n\n{text}\n{ITEMS}"))
    return [r for r in records if r.view == "attendance"]


def in_cells(rows: list[list[str]]) -> Told:
    title = "*MINUTES OF THE HARBOUR BOARD HELD ON 4 MARCH 2024\n"
    records = read(paper(title, table(rows, headings=0), ITEMS))
    told = [r.fields for r in records if r.view == "attendance"]
    return [(f["status"].note, f["person"].text, f["role"].text if "role" in f else None) for f in told]


def test_headings_and_entries_side_by_side_run_over_their_lines() -> None:
    found = people("""Attendees:                In attendance:            Apologies received
Ms Ida Marsh (Chair)      Ms Jo Lake (Clerk)        from:
Mr Tom Ferris             Mr Al Gore (Head of       Ms Flo Reed
Ms Cal Orr                Piers)
Mr Abe Wren
""")
    assert [f[:3] for f in found] == [
        ("present", "Ms Ida Marsh", "Chair"),
        ("present", "Mr Tom Ferris", None),
        ("present", "Ms Cal Orr", None),
        ("present", "Mr Abe Wren", None),
        ("in_attendance", "Ms Jo Lake", "Clerk"),
        ("in_attendance", "Mr Al Gore", "Head of Piers"),
        ("apologies", "Ms Flo Reed", None),
    ]


def test_each_list_stands_below_its_heading_in_one_cell() -> None:
    found = in_cells(
        [["Present:\nIda Marsh (Chair)\nTom Ferris", "Officers\nJo Lake (Clerk)", "Apologies from\nFlo Reed\nCal Orr"]]
    )
    assert found == [
        ("present", "Ida Marsh", "Chair"),
        ("present", "Tom Ferris", None),
        ("in_attendance", "Jo Lake", "Clerk"),
        ("apologies", "Flo Reed", None),
        ("apologies", "Cal Orr", None),
    ]


def test_names_over_posts_hang_beside_their_heading() -> None:
    found = people("""Present:       Ida Marsh
               Chair
               Tom Ferris
               Harbour Master

In attendance: Jo Lake
               Clerk
""")
    assert [f[:3] for f in found] == [
        ("present", "Ida Marsh", "Chair"),
        ("present", "Tom Ferris", "Harbour Master"),
        ("in_attendance", "Jo Lake", "Clerk"),
    ]


def test_who_is_listed_as_attending_is_present_unless_others_are() -> None:
    found = people("Attending:\nIda Marsh (Chair)\nTom Ferris\n\nIn attendance:\nJo Lake\n")
    assert [f[0] for f in found] == ["present", "present", "in_attendance"]
    found = people("Present:\nIda Marsh (Chair)\nTom Ferris\n\nAttending:\nJo Lake\n")
    assert [f[0] for f in found] == ["present", "present", "in_attendance"]


def test_a_heading_without_a_colon_runs_over_the_line_of_the_second_name() -> None:
    found = people("""Board members     Ida Marsh (Chair)
present           Tom Ferris

Apologies         Flo Reed
received from     Cal Orr
""")
    assert [f[:3] for f in found] == [
        ("present", "Ida Marsh", "Chair"),
        ("present", "Tom Ferris", None),
        ("apologies", "Flo Reed", None),
        ("apologies", "Cal Orr", None),
    ]
    statuses = [r.fields["status"].text for r in records_of("Apologies         Flo Reed\nreceived from     Cal Orr\n")]
    assert statuses == ["Apologies received from"] * 2


def test_a_line_of_the_title_above_a_heading_still_tells_the_day() -> None:
    title = "*HARBOUR BOARD\n\n*MINUTES OF THE ORDINARY MEETING OF 4 MARCH 2024\n*PRESENT\n\n"
    records = list(read(paper(f"{title}Ida Marsh (Chair)\nTom Ferris\n{ITEMS}")))
    assert next(r for r in records if r.view == "meetings").fields["meeting_date"].text == "4 MARCH 2024"


def test_a_day_alone_on_its_line_is_no_number() -> None:
    records = list(
        read(paper(f"*Notes of the Harbour Board meeting\n\n28.09.17\n\nPresent:\nIda Marsh\nTom Ferris\n{ITEMS}"))
    )
    assert next(r for r in records if r.view == "meetings").fields["meeting_date"].text == "28.09.17"


def test_a_word_for_a_role_heads_a_part_of_a_column_where_it_alone_is_bold() -> None:
    lines = ["*Staff", "Jo Lake, Clerk", "*Guest", "Al Gore", "Flo Reed", "Observer"]
    told = parts_of_column([words_of_page(line, 1) for line in lines])
    assert [(" ".join(w.text for w in head), [e.text for e in entries]) for head, entries in told] == [
        ("Staff", ["Jo Lake, Clerk"]),
        ("Guest", ["Al Gore", "Flo Reed Observer"]),
    ]


def test_the_services_that_a_post_is_over_are_of_the_post() -> None:
    found = people("Present:\nJo Lake, Manager, Public Services\nAl Gore, Director, Quay Trust\n")
    assert [f[1:] for f in found] == [
        ("Jo Lake", "Manager, Public Services", None),
        ("Al Gore", "Director", "Quay Trust"),
    ]


def test_the_field_of_a_post_in_brackets_or_behind_a_comma_is_of_the_post() -> None:
    found = people(
        "Officers:\nMr Jo Lake – Team Leader (Major Developments)\nAl Gore, Director, Place and Connectivity\n"
    )
    assert [f[1:] for f in found] == [
        ("Mr Jo Lake", "Team Leader (Major Developments)", None),
        ("Al Gore", "Director, Place and Connectivity", None),
    ]


def test_a_heading_with_whose_it_is_over_a_column_and_headings_that_come_again() -> None:
    title = "*MINUTES OF THE HARBOUR BOARD HELD ON 4 MARCH 2024\n"
    rows = [
        ["Present: Members", "Representing"],
        ["Cllr Ida Marsh", "North Shire Council"],
        ["Cllr Tom Ferris", "Quay Town Council"],
        ["Apologies", "Representing"],
        ["Cllr Flo Reed", "Long Reach Council"],
    ]
    records = read(paper(title, table(rows), ITEMS))
    told = [r.fields for r in records if r.view == "attendance"]
    assert [(f["status"].note, f["person"].text, f["affiliation"].text) for f in told] == [
        ("present", "Cllr Ida Marsh", "North Shire Council"),
        ("present", "Cllr Tom Ferris", "Quay Town Council"),
        ("apologies", "Cllr Flo Reed", "Long Reach Council"),
    ]


def test_lines_that_begin_where_the_first_name_does_are_people_though_facts_above_keep_to_that_edge() -> None:
    found = people("""Date:         Monday 4 March 2024
Time:         10 am to noon
Venue:        The Pier House, Quay Road

In            Jo Lake, Chief Executive
Attendance:   Al Gore, Director of Roads
              Flo Reed, Interim Director of Law and Governance
              and Monitoring Officer
              Sid Hay, Clerk
""")
    assert [f[1:3] for f in found] == [
        ("Jo Lake", "Chief Executive"),
        ("Al Gore", "Director of Roads"),
        ("Flo Reed", "Interim Director of Law and Governance and Monitoring Officer"),
        ("Sid Hay", "Clerk"),
    ]
