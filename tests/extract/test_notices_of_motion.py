"""Minutes of county councils: members in columns beside officials with posts, resolutions on lines of their own, notices of motion."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from models.record import Printed
from tests.meetings import paper, texts

COUNTY = """*Slievefern County Council
*Minutes of the Ordinary Meeting held on 13 January 2031 at 2.00 p.m.

*I Láthair / Present:
Cathaoirleach: Councillor Ida Marsh presided

*Comhairleoirí:
Tom Ferris                Una Orr                   Abe Wren
Flo Reed                  Cal Ní Dhuinn             Jo Penn

*Officials in attendance:
Ms Sue Lake            Chief Executive
Mr Al Tern             Head of Finance
Mr Bo Quay             Meetings Administrator

Apologies: Councillors Guy Holm and Eve Strand

*1.  Confirmation of Minutes
On the proposal of Councillor Orr, seconded by Councillor Wren, it was RESOLVED:

    that the minutes of 9 December 2030 be confirmed and signed.

On the proposal of Councillor Ní Dhuinn, seconded by Councillor Penn, it was
*RESOLVED:

    that the minutes of the budget meeting be confirmed and signed.

*2.  Notices of Motion
*Motion No. 1 – Councillor Reed

“That this Council asks the Minister to pay for a footpath to the pier.”

The motion was seconded by Councillor Orr. Mr Tern replied that a design was ready.

The motion was put and agreed without a vote.

*Motion No. 2 – Councillor Wren

“That this Council is against parking meters at the pier.”

The motion was seconded by Councillor Penn. A vote was taken by roll call.

For (2): Cllr. Wren, Cllr. Penn

Against (3): Cllr. Orr, Cllr. Reed, Cllr. Ferris

The Cathaoirleach declared the motion defeated.

*3.  Any Other Business
There was none.

Sínithe: ......................... Cathaoirleach
"""


@pytest.fixture(scope="module")
def records() -> list[Printed]:
    return list(read(paper(COUNTY)))


def test_names_across_a_line_are_people_though_officials_have_posts_beside_them(records: list[Printed]) -> None:
    told = [(r["person"], r.get("role"), r.get("affiliation")) for r in texts(records, "attendance")]
    assert told[:3] == [
        ("Councillor Ida Marsh", "Cathaoirleach", None),
        ("Tom Ferris", None, None),
        ("Una Orr", None, None),
    ]
    assert ("Cal Ní Dhuinn", None, None) in told
    assert ("Mr Al Tern", "Head of Finance", None) in told
    assert len(told) == 12


def test_a_mark_in_bold_on_the_next_line_goes_on_with_its_sentence(records: list[Printed]) -> None:
    resolved = [r["text"] for r in texts(records, "resolutions")]
    assert resolved[:2] == [
        "that the minutes of 9 December 2030 be confirmed and signed.",
        "that the minutes of the budget meeting be confirmed and signed.",
    ]
    movers = [(v["proposer"], v["seconder"]) for v in texts(records, "votes")]
    assert movers[:2] == [("Councillor Orr", "Councillor Wren"), ("Councillor Ní Dhuinn", "Councillor Penn")]


def test_notices_of_motion_are_votes_with_the_one_named_over_them(records: list[Printed]) -> None:
    first, second = texts(records, "votes")[2:]
    assert first["motion"] == "That this Council asks the Minister to pay for a footpath to the pier."
    assert (first["proposer"], first["seconder"]) == ("Councillor Reed", "Councillor Orr")
    assert (second["proposer"], second["seconder"]) == ("Councillor Wren", "Councillor Penn")
    assert (second["votes_for"], second["votes_against"], second["carried"]) == ("2", "3", "the motion defeated")
    assert second["votes_against_names"] == "Cllr. Orr, Cllr. Reed, Cllr. Ferris"


def test_a_line_for_a_signature_in_any_language_is_no_text_of_the_last_item(records: list[Printed]) -> None:
    assert texts(records, "minutes")[-1]["text"] == "There was none."


def test_bodies_beside_names_stay_bodies() -> None:
    text = COUNTY.replace("Una Orr                   Abe Wren", "Quay Trust                Pier Watch")
    told = [(r["person"], r.get("affiliation")) for r in texts(list(read(paper(text))), "attendance")]
    assert not any(name.startswith(("Quay", "Pier")) for name, _ in told)


def test_the_number_of_a_resolution_before_its_mark_goes_with_it() -> None:
    text = COUNTY.replace(
        "There was none.",
        "A letter was read.\n\n    31/07 RESOLVED: that the letter be answered. (Proposed Cllr Orr; seconded Cllr Penn)",
    )
    found = list(read(paper(text)))
    assert texts(found, "resolutions")[-1]["text"] == "that the letter be answered."
    assert texts(found, "minutes")[-1]["text"] == "A letter was read."
