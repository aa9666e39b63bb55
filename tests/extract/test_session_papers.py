"""Minutes of a university's court and of a parish: posts with their holders, numbers of sessions, items in lettered parts; all invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from models.record import Printed
from tests.meetings import paper, texts

COURT = """CT.30/24-25

*University of Marram
*Court

Minutes of the meeting held on Friday 14 March 2025 commencing at 2.00 pm and finishing at 3.40 pm

Present: Rector (Dame Iris Vale) (in the Chair), Bursar (Mr C Holt), Provost (Professor A Lind), Ms T Orr,
Dr B Reid (Warden of the Hall), Sir Ivo Lake (until item 5/24-25).
In attendance: Clerk and Treasurer (Dr R Penn), Director of Works (Mr N Gill) (for item 4/24-25),
Mr B Ames (Tarn Lowe LLP), Assistant Clerk (Records) (Ms C Wynn).

*4/24-25 Boilers
(Agenda No. 3)
The boilers were old.

*5/24-25 Lamps
(Agenda No. 4)
The lamps were mended.

*6/24-25 Close
(Agenda No. 5)
There was no more.
"""


def of(text: str) -> list[Printed]:
    return list(read(paper(text)))


def test_posts_with_their_holders_stand_among_plain_names() -> None:
    people = texts(of(COURT), "attendance")
    assert [(p["person"], p.get("role"), p.get("affiliation")) for p in people] == [
        ("Dame Iris Vale", "Rector", None),
        ("Mr C Holt", "Bursar", None),
        ("Professor A Lind", "Provost", None),
        ("Ms T Orr", None, None),
        ("Dr B Reid", "Warden of the Hall", None),
        ("Sir Ivo Lake", None, None),
        ("Dr R Penn", "Clerk and Treasurer", None),
        ("Mr N Gill", "Director of Works", None),
        ("Mr B Ames", None, "Tarn Lowe LLP"),
        ("Ms C Wynn", "Assistant Clerk (Records)", None),
    ]


def test_the_number_of_a_paper_in_a_session_is_no_date() -> None:
    (meeting,) = texts(of(COURT), "meetings")
    assert (meeting["meeting_date"], meeting["chair"]) == ("Friday 14 March 2025", "Dame Iris Vale")
    assert (meeting["start_time"], meeting["end_time"]) == ("2.00 pm", "3.40 pm")


def test_the_number_on_the_agenda_below_a_heading_is_no_text() -> None:
    minutes = texts(of(COURT), "minutes")
    assert [(m["number"], m.get("agenda_ref"), m["heading"], m["text"]) for m in minutes] == [
        ("4/24-25", "3", "Boilers", "The boilers were old."),
        ("5/24-25", "4", "Lamps", "The lamps were mended."),
        ("6/24-25", "5", "Close", "There was no more."),
    ]


PARISH = """*Marram Parish Council

Minutes of the meeting held on 4 March 2025

Present: Cllrs R Orr (RO, Chair), M Lake (ML), K Penn (KP)
In attendance: Dist. Cllr G Holt (MDC) until 31c/25

The Chair opened the meeting.

*31a/25 Apologies:* T Reid (TR) – at work.

*31b/25 Declarations of Interest:* There were none.

*31c/25 Reports:* The Police had sent none.

*32/25 Finance:* The accounts were read.

*33/25 Hedges:* The hedge was cut.

*34/25 Lamps:* The lamps were mended.
"""


def test_the_lettered_parts_of_an_item_are_items() -> None:
    minutes = texts(of(PARISH), "minutes")
    assert [(m["number"], m["heading"]) for m in minutes] == [
        ("31a/25", "Apologies"),
        ("31b/25", "Declarations of Interest"),
        ("31c/25", "Reports"),
        ("32/25", "Finance"),
        ("33/25", "Hedges"),
        ("34/25", "Lamps"),
    ]


@pytest.mark.parametrize("reason", [" – at work", " (at work)", ""])
def test_names_with_initials_alone_under_apologies_sent_them(reason: str) -> None:
    people = [r.fields for r in of(PARISH.replace(" – at work", reason)) if r.view == "attendance"]
    away = [p["person"].text for p in people if p["status"].note == "apologies"]
    assert away == ["T Reid"]


def test_a_councillor_of_another_tier_cut_short() -> None:
    (guest,) = [p for p in texts(of(PARISH), "attendance") if "Holt" in (p["person"] or "")]
    assert (guest["person"], guest["role"]) == ("Cllr G Holt", "Dist. Cllr")
