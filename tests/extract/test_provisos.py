"""Conditions and reasons listed under what was resolved are part of it; limbs of several resolutions are not. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from tests.meetings import paper, texts

MINUTES = """*MINUTES OF THE PIER PLANNING COMMITTEE HELD ON 4 MARCH 2024

*Present:
Cllr Ida Penn (Chair)
Cllr Tom Orr

*41   APOLOGIES
      There were none.

*42   24/011 A KIOSK AT QUAY LANE
      The Committee considered a report.

{0}

*43   CLOSE
      There was no more business.
"""


def resolved(text: str) -> list[tuple[str | None, str]]:
    records = list(read(paper(MINUTES.format(text))))
    return [(r.get("label"), r["text"]) for r in texts(records, "resolutions")]


NUMBERED = """      {0}

      1.    Start within three years
      2.    Timber to match the pier, as shown on
            the second plan
      3.    No lamps after dusk
"""
LIST = "1. Start within three years 2. Timber to match the pier, as shown on the second plan 3. No lamps after dusk"


@pytest.mark.parametrize(
    ("mark", "lead"),
    [
        ("RESOLVED – ", "That the kiosk be APPROVED subject to the following conditions:"),
        ("RESOLVED: ", "That, against advice, permission be REFUSED for the following planning reasons:-"),
        ("Resolved: ", "to grant permission subject to:"),
        ("RESOLVED – ", "That the plan be agreed with the following amendments:"),
        ("AGREED: ", "That consent be given subject to a bond and to the conditions below:"),
    ],
)
def test_a_list_of_conditions_is_part_of_what_was_resolved(mark: str, lead: str) -> None:
    assert resolved(NUMBERED.format(mark + lead)) == [(None, f"{lead} {LIST}")]


@pytest.mark.parametrize(
    "lead",
    [
        "RESOLVED – That the application be DEFERRED:",
        "RESOLVED – That:",
        "RESOLVED: That, subject to the consent of Council, the following be agreed:",
    ],
)
def test_limbs_of_several_resolutions_stay_apart(lead: str) -> None:
    text = (
        f"      {lead}\n\n      (a)   for a visit to the pier;\n      (b)   to ask the harbour master for his view.\n"
    )
    assert [label for label, _ in resolved(text)] == ["a", "b"]


def test_what_goes_on_with_a_list_and_a_second_list_are_part_of_it_too() -> None:
    text = """      RESOLVED – That the kiosk be APPROVED subject to the following conditions:

      1.    Start within three years

            Reason: to keep the pier tidy.

      2.    No lamps:

            (a)   after dusk
            (b)   on Sundays

      and the following informatives:

      1.    The quay is wet.

      The Clerk thanked all.
"""
    ((label, said),) = resolved(text)
    assert label is None
    assert said.endswith(
        "1. Start within three years Reason: to keep the pier tidy. 2. No lamps: (a) after dusk (b) on Sundays"
        " and the following informatives: 1. The quay is wet."
    )


def test_one_reason_needs_no_number() -> None:
    text = """      RESOLVED: That permission be refused for the following reason:

      The kiosk would hide the light.

      The Clerk thanked all.
"""
    assert resolved(text) == [
        (None, "That permission be refused for the following reason: The kiosk would hide the light.")
    ]


def test_conditions_under_one_of_several_resolutions_are_its_own() -> None:
    text = """      RESOLVED – That:

      (a)   permission be granted subject to the following conditions:

            1.    Start within three years
            2.    No lamps

      (b)   the Clerk write to the owner.
"""
    assert resolved(text) == [
        ("a", "permission be granted subject to the following conditions: 1. Start within three years 2. No lamps"),
        ("b", "the Clerk write to the owner."),
    ]


def test_conditions_in_a_line_are_no_resolutions() -> None:
    lead = "to grant consent subject to the following conditions: 1. no lamps; 2. no noise; 3. no dogs."
    assert resolved(f"      RESOLVED: {lead}\n") == [(None, lead)]


@pytest.mark.parametrize(
    "ending",
    [
        "The meeting commenced at 1.00 pm and concluded at 5.10 pm",
        "(The meeting started at 1.00 pm and finished at 5.10 pm)",
        "Meeting commenced: 1.00 pm\n\nMeeting closed: 5.10 pm",
    ],
)
def test_the_last_lines_say_when_the_meeting_began_and_ended(ending: str) -> None:
    records = list(read(paper(MINUTES.format("      RESOLVED: That it be noted.") + f"\n      {ending}\n")))
    (meeting,) = texts(records, "meetings")
    assert (meeting["start_time"], meeting["end_time"]) == ("1.00 pm", "5.10 pm")


MOVED = """      Moved by Cllr Orr, seconded by Cllr Penn: {0}

      CARRIED
"""


def test_conditions_of_a_motion_are_part_of_it() -> None:
    lead = "That it be approved subject to the following conditions:"
    text = MOVED.format(f"{lead}\n\n      1.    Start within three years\n      2.    No lamps")
    assert resolved(text) == [(None, f"{lead} 1. Start within three years 2. No lamps")]


def test_conditions_of_one_limb_of_a_motion_are_part_of_that_limb() -> None:
    text = MOVED.format(
        """

      That Council:

      1.    approve the kiosk subject to the following conditions:

            a)    Start within three years
            b)    No lamps

      2.    write to the owner."""
    )
    assert resolved(text) == [
        ("1", "approve the kiosk subject to the following conditions: a) Start within three years b) No lamps"),
        ("2", "write to the owner."),
    ]


def test_conditions_below_a_mark_on_its_own_line_are_one_resolution_and_reasons_for_the_decision_none_of_it() -> None:
    text = """      DECISION

      Permission GRANTED subject to conditions:

      (1)   Start within three years
      (2)   No lamps

      Reasons for the decision:

      (1)   It is a good kiosk.
"""
    assert resolved(text) == [
        (None, "Permission GRANTED subject to conditions: (1) Start within three years (2) No lamps")
    ]
