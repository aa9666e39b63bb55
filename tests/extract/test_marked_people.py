"""Marks before names that a key explains, notes in a column behind names, numbers with `&`, and motions of one limb. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from extract.meeting.headings import HEAD_NUMBER
from models.record import Printed
from tests.extract.test_attendance_forms import ITEMS
from tests.meetings import paper, texts
from tests.registers import table

TITLE = "*MINUTES OF THE HARBOUR BOARD HELD ON 4 MARCH 2031\n"


def told(records: list[Printed]) -> list[tuple[str | None, str, str | None, str | None]]:
    found = [r.fields for r in records if r.view == "attendance"]
    return [
        (
            f["status"].note,
            f["person"].text,
            f["role"].text if "role" in f else None,
            f["affiliation"].text if "affiliation" in f else None,
        )
        for f in found
    ]


def test_marks_in_cells_before_names_mean_what_the_key_says() -> None:
    text = TITLE + "\n*Members in attendance:\n\nØ Denotes apology for absence ✓ Denotes attendance\n"
    rows = [
        ["✓", "Cllr I Marsh (Chair)", "Ø", "Cllr T Ferris"],
        ["✓", "Cllr C Orr", "✓", "Cllr A Wren"],
        ["Ø", "Cllr J Lake", "", "Cllr A Gore"],
    ]
    records = list(read(paper(text, table(rows, headings=0), ITEMS)))
    assert told(records) == [
        ("present", "Cllr I Marsh", "Chair", None),
        ("apologies", "Cllr T Ferris", None, None),
        ("present", "Cllr C Orr", None, None),
        ("present", "Cllr A Wren", None, None),
        ("apologies", "Cllr J Lake", None, None),
        ("absent", "Cllr A Gore", None, None),
    ]


def test_notes_behind_names_are_no_bodies() -> None:
    records = list(
        read(
            paper(f"""{TITLE}
*PRESENT
Chairperson     Ida Marsh
Members         Cal Orr                  From 10.22am, Item 8.1
                Tui Fa‘amoe
                Abe Wren, QSM            Until 12.05pm, Item 14
                Flo Reed                 Via electronic attendance

*ABSENT
Member          Jo Lake                  apology

*ALSO PRESENT
Councillor      Al Gore, MNZM            Until 11.10am, Item 11

{ITEMS}""")
        )
    )
    assert [(status, name, body) for status, name, _, body in told(records)] == [
        ("present", "Ida Marsh", None),
        ("present", "Cal Orr", None),
        ("present", "Tui Fa‘amoe", None),
        ("present", "Abe Wren", None),
        ("present", "Flo Reed", None),
        ("apologies", "Jo Lake", None),
        ("in_attendance", "Al Gore", None),
    ]


@pytest.mark.parametrize("number", ["H&B.12/23", "H&B/12/23", "HB.12/23"])
def test_committees_have_ampersands(number: str) -> None:
    match = HEAD_NUMBER.match(number)
    assert match is not None
    assert match["ref"] == number


COUNCIL = """*ALDERLEY QUAY CITY COUNCIL – REGULAR MEETING
*MINUTES OF MAY 20, 2031

*ROLL CALL

The clerk called the roll. Those Commissioners present were: Ida Marsh, Tom Ferris, and Cal Orr. City Manager Abe Wren was also present.

*APPROVAL OF AGENDA

Commissioner Marsh moved to approve the agenda and Commissioner Orr seconded the motion. Motion carried 3 - 0.

*ADJOURNMENT

Commissioner Orr moved to adjourn and Commissioner Ferris seconded the motion. Motion carried 3 - 0.
"""


def test_the_kind_of_meeting_is_no_part_of_the_body() -> None:
    records = list(read(paper(COUNCIL)))
    assert texts(records, "meetings")[0]["body"] == "ALDERLEY QUAY CITY COUNCIL"
    assert [v["motion"] for v in texts(records, "votes")] == ["to approve the agenda", "to adjourn"]


def test_those_of_a_post_have_it() -> None:
    assert [t[:3] for t in told(list(read(paper(COUNCIL))))] == [
        ("present", "Ida Marsh", "Commissioner"),
        ("present", "Tom Ferris", "Commissioner"),
        ("present", "Cal Orr", "Commissioner"),
        ("in_attendance", "Abe Wren", "City Manager"),
    ]


def test_a_list_of_one_limb_is_a_list() -> None:
    records = list(
        read(
            paper("""*Minutes of a meeting of the Harbour Board held on 4 March 2031

*1   Apologies

MOVED by Member M Hill, seconded by Member T Fa‘amoe:
That the Harbour Board:
    a)   accept the apology from Member J Lake for absence.
CARRIED

*2   Closing

The meeting closed at 5pm.
""")
        )
    )
    assert [(r["label"], r["text"]) for r in texts(records, "resolutions")] == [
        ("a", "accept the apology from Member J Lake for absence.")
    ]
    assert texts(records, "votes")[0]["seconder"] == "Member T Fa‘amoe"
