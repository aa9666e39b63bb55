"""Where a meeting is held, as minutes and agendas print it near its date."""

from __future__ import annotations

from extract.meeting.flow import pieces_of
from extract.meeting.opening import meeting_facts
from tests.meetings import paper


def venue(text: str) -> str | None:
    found = meeting_facts(pieces_of(paper(text).blocks)).get("venue")
    return found.text if found is not None else None


def test_an_address_goes_on_where_its_line_ends_with_a_comma():
    text = """*HARBOUR BOARD

*Thursday, 30th January, 2025, at 10.00 am

*Long Room, Quay House,

*Pier Hall Lane, Northby

Agenda
"""
    assert venue(text) == "Long Room, Quay House, Pier Hall Lane, Northby"


def test_what_stands_in_a_column_beside_an_address_is_none_of_it():
    text = """*HARBOUR BOARD

*Thursday, 30th January, 2025, at 10.00 am

*Long Room, Quay House,               Ask for: A Pilot

*Pier Hall, Northby                   a.pilot@quay
"""
    assert venue(text) == "Long Room, Quay House, Pier Hall, Northby"


def test_an_address_ends_before_a_heading_and_a_body():
    text = """*HARBOUR BOARD

*Thursday, 30th January, 2025, at 10.00 am

*Long Room, Quay House,

*Northby Harbour Committee
"""
    assert venue(text) == "Long Room, Quay House"
