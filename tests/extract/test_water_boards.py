"""Minutes of water districts of America: surnames and staff under the roll call, words of motions below the sides. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from extract.meeting.surnames import bare_surnames, posts_and_surnames
from tests.meetings import paper, texts

WATER = """*MINUTES OF THE BOARD OF DIRECTORS MEETING OF THE PIER HILL WATER DISTRICT
May 4, 2021

1.   The meeting was called to order by President Penn at 3:32 p.m.

*2.   ROLL CALL

Directors Present: Orr (Remote), Lake-Bell and Penn

Directors Absent: Holt (Attended the Pilots and Harbours Days)

Staff Present: General Manager Ruth Dale, Chief Financial Officer Teresa Bell, Asst. GM Water Works Hector Finch, Chief of
Engineering Priya Moss, District Secretary Joan Marsh and others per attached list.

*3.   APPROVAL OF AGENDA

A motion was made by Director Lake-Bell, seconded by Director Orr and carried with the following vote:

Ayes: Directors Lake-Bell, Orr and Penn

Noes: None

Absent: Director Holt

to approve the agenda.

*4.   CONSENT CALENDAR

A motion was made by Director Orr, seconded by Director Lake-Bell and carried with the following vote:

Ayes: Directors Lake-Bell, Orr and Penn

Noes: None

to approve the following consent calendar items:

a)  AWARD A CONTRACT FOR THE PUMP

b)  ADOPT RESOLUTION NO. 22

President Penn presented another item.

*5.   PER DIEM

A motion was made by Director Orr, seconded by President Penn and failed with the following vote:

Ayes: Director Orr

Noes: Directors Lake-Bell and Penn

to raise the per diem.

*6.   ADJOURNMENT

President Penn adjourned the meeting at 5:22 p.m.
"""


def test_the_words_of_a_motion_stand_below_the_sides_of_its_vote() -> None:
    records = list(read(paper(WATER)))
    assert [(r.get("label"), r["text"]) for r in texts(records, "resolutions")] == [
        (None, "to approve the agenda."),
        ("a", "AWARD A CONTRACT FOR THE PUMP"),
        ("b", "ADOPT RESOLUTION NO. 22"),
    ]
    assert [(v["motion"][:14], v["proposer"]) for v in texts(records, "votes")] == [
        ("to approve the", "Director Lake-Bell"),
        ("to approve the", "Director Orr"),
        ("to raise the p", "Director Orr"),
    ]


def test_surnames_with_notes_and_staff_behind_their_posts_are_at_the_roll_call() -> None:
    people = [(a["person"], a.get("role")) for a in texts(list(read(paper(WATER))), "attendance")]
    assert people == [
        ("Orr", None),
        ("Lake-Bell", None),
        ("Penn", None),
        ("Holt", None),
        ("Ruth Dale", "General Manager"),
        ("Teresa Bell", "Chief Financial Officer"),
        ("Hector Finch", "Asst. GM Water Works"),
        ("Priya Moss", "Chief of Engineering"),
        ("Joan Marsh", "District Secretary"),
    ]


@pytest.mark.parametrize("text", ["Ames (Harbour Trust), Bolt and the Clerk", "Ferry Partnership (all)"])
def test_bodies_and_posts_are_no_surnames(text: str) -> None:
    assert bare_surnames(text, 0, len(text)) == []


def test_a_post_over_a_service_is_one_only_among_posts() -> None:
    text = "Harbour Chief of Dredging Ann Moss, Quay Works Gus Finch"
    assert posts_and_surnames(text, 0, len(text)) == []
