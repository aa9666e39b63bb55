"""Officers listed by how long they stayed, as county councils print them, and who came in somebody's place; all invented."""

from __future__ import annotations

from extract.families.minutes import read
from tests.meetings import paper, texts

MINUTES = """*Pier Committee

Minutes of the meeting held on 4 March 2025

Present: Councillor A Orr (Chair), Councillor I Lake

*Officers:

Whole of meeting: Ida Penn, Director of Works; Tom Reid, Clerk

Part of meeting: Max Dow, Harbour Master

*1. Apologies
Apologies were received from Councillor Una Fry, Councillor I Lake substituting.

*2. Lamps
The lamps were mended.

*3. Close
There was no more.
"""


def test_how_long_officers_stayed_is_nothing_that_they_are() -> None:
    people = texts(list(read(paper(MINUTES))), "attendance")
    assert [(p["person"], p.get("role"), p.get("affiliation")) for p in people][2:] == [
        ("Ida Penn", "Director of Works", None),
        ("Tom Reid", "Clerk", None),
        ("Max Dow", "Harbour Master", None),
        ("Councillor Una Fry", None, None),
    ]
