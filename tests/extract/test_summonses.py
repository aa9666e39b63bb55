"""Summonses: agendas that say whom they are sent to, what is enclosed and on which pages, and schedules of decisions behind them."""

from __future__ import annotations

from extract.families import agenda, decisions
from tests.meetings import paper, texts
from tests.registers import table

SUMMONS = """*WREN VALLEY RESCUE AUTHORITY

*To: Members of the Audit, Works and Pilotage Committee

*AGENDA

A meeting of the Audit, Works and Pilotage Committee will be held at 10.00 hours
on Thursday, 6 February 2020 in Lamp Room 2, Quay House, Wren NB1 2AA. You are
requested to attend.

*1.   APOLOGIES FOR ABSENCE

*2.   LAMPS                                                             Enclosed, pages 3-10
     To note the report of the Keeper.

*3.   DATE OF NEXT MEETING
     Thursday, 23 April 2020.

*PART 2 – ITEMS WHICH MAY BE TAKEN IN THE ABSENCE OF THE PUBLIC AND OF THE PRESS

*4.   CRANE DISPUTE                                                     Members only
     Report of the Clerk.

Filming and recording. Anybody may film the meeting.
"""


def test_a_summons_names_the_committee_and_what_is_enclosed() -> None:
    records = list(agenda.read(paper(SUMMONS)))
    (meeting,) = texts(records, "meetings")
    assert meeting["body"] == "Audit, Works and Pilotage Committee"
    assert meeting["venue"] == "Lamp Room 2, Quay House, Wren NB1 2AA"
    items = texts(records, "agenda_items")
    assert [i["number"].rstrip(".") for i in items] == ["1", "2", "3", "4"]
    assert [i.get("supporting_document") for i in items] == [None, "Enclosed, pages 3-10", None, "Members only"]
    assert items[2]["text"] == "Thursday, 23 April 2020."
    assert items[3]["text"] == "Report of the Clerk."


def test_a_schedule_of_delegated_decisions_is_no_agenda() -> None:
    rows = table(
        [
            ["Ref", "Subject", "Decision", "Decision taken by", "Date"],
            [
                "QQ/24/001",
                "Old crane",
                "To sell the old crane by auction at the best price.",
                "Harbour Master",
                "1/2/2024",
            ],
            ["QQ/24/002", "Lamps", "To extend the contract for the lamps by a year.", "Clerk", "3/2/2024"],
            ["QQ/24/003", "Ropes", "To write off seven ropes that are beyond repair.", "Clerk", "4/2/2024"],
        ]
    )
    section = paper("*Agenda item 9 – Decisions taken under delegated powers, February 2024\n", rows)
    assert decisions.claim(section).score > agenda.claim(section).score
    assert [d["title"] for d in texts(list(decisions.read(section)), "decisions")] == ["Old crane", "Lamps", "Ropes"]
