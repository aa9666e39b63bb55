"""Minutes of US boards: roll calls as tables, labels that hang beside what was moved and how it went, items in letters that count on."""

from __future__ import annotations

import pytest

from extract.families import agenda
from extract.families.minutes import FAMILY, read
from extract.meeting.fates import figures_at
from extract.meeting.flow import pieces_of
from extract.meeting.headings import find_headings
from extract.meeting.lower import with_lower
from extract.meeting.persons import persons_of_list
from extract.meeting.surnames import could_be_name
from tests.meetings import paper, paragraphs, texts
from tests.registers import table

HEAD = """*FERRY DISTRICT
*BOARD OF DIRECTORS
*REGULAR MEETING
*MINUTES
May 14, 2031 at 5:30 PM

*I.   Call to Order

      Chair Reed called the meeting to order at 5:32 p.m.

*II.   Roll Call

      A. Roll of the Board

"""
ROLL = [
    ["Attendee Name", "Organization", "Title", "Status", "Arrived"],
    ["Ann Reed", "District H", "Chair", "Present", ""],
    ["Bo Holt", "District N", "Vice Chair", "Late", "5:47 PM"],
    ["Cy Cook", "District L", "Treasurer", "Present", ""],
    ["Di Rao", "District K", "Director", "Excused", ""],
]
FARES = """*III.   Ferry Fares

      Motion:            Director Holt made the motion to adopt the fares as they were laid
                         before the Board.

                         Director Cook seconded the motion.

      Vote on            The motion passed with 2 in favor (Holt, Cook), 1 against (Reed),
      The Motion:        and 0 abstentions. Director Rao was absent.

      Chair Reed declared the motion PASSED unanimously.

      Motion             Director Cook made the motion to amend the fares so that the
      to Amend:          winter timetable is kept.

                         Director Holt seconded the motion.

      Vote on            The motion failed with 1 in favor (Cook) and 2 against (Reed, Holt).
      The Motion:        Director Rao was absent.

      Chair Reed declared the motion to amend FAILED

*IV.   Adjourn

      Chair Reed adjourned the meeting at 6:45 p.m.
"""


def test_a_roll_call_under_its_item_is_a_table_of_those_present() -> None:
    staff = "---\n      Staff Present:     Flo Ames, Gus Bell, Hal Parish, Ida Penn, Jan Orr, Kit Lowe, Lu Muir\n\n"
    records = list(read(paper(HEAD, table(ROLL), staff + FARES)))
    people = [(a["person"], a.get("role"), a.get("affiliation")) for a in texts(records, "attendance")]
    assert people[:4] == [
        ("Ann Reed", "Chair", "District H"),
        ("Bo Holt", "Vice Chair", "District N"),
        ("Cy Cook", "Treasurer", "District L"),
        ("Di Rao", "Director", "District K"),
    ]
    assert [p[0] for p in people[4:]] == [
        "Flo Ames",
        "Gus Bell",
        "Hal Parish",
        "Ida Penn",
        "Jan Orr",
        "Kit Lowe",
        "Lu Muir",
    ]


def test_staff_alone_under_the_roll_call_were_there() -> None:
    head = HEAD.replace("      A. Roll of the Board\n", "      Staff Present:     Flo Dean, Manager; Gus Bell, Clerk\n")
    people = [(a["person"], a["role"]) for a in texts(list(read(paper(head + FARES))), "attendance")]
    assert people == [("Flo Dean", "Manager"), ("Gus Bell", "Clerk")]


def test_a_label_of_two_lines_stands_before_the_text_beside_it() -> None:
    found = [p.text for p in paragraphs(FARES)]
    assert found[1] == "Motion: Director Holt made the motion to adopt the fares as they were laid before the Board."
    assert found[3].startswith(
        "Vote on The Motion: The motion passed with 2 in favor (Holt, Cook), 1 against (Reed), and 0"
    )
    assert found[5].startswith("Motion to Amend: Director Cook made the motion to amend the fares so that the winter")


def test_two_labels_one_below_the_other_stay_two() -> None:
    found = [p.text for p in paragraphs("Chair           A Smith\nMembers:        B Jones and C Brown\n")]
    assert " ".join(found) == "Chair A Smith Members: B Jones and C Brown"


def test_sides_are_counted_with_their_names_in_brackets_and_declared_once() -> None:
    records = list(read(paper(HEAD, table(ROLL), f"---\n{FARES}")))
    votes = texts(records, "votes")
    assert [(v["votes_for"], v["votes_against"], v.get("abstentions")) for v in votes] == [
        ("2", "1", "0"),
        ("1", "2", None),
    ]
    assert [v["motion"] for v in votes] == [
        "to adopt the fares as they were laid before the Board.",
        "to amend the fares so that the winter timetable is kept.",
    ]
    assert [r["text"] for r in texts(records, "resolutions")] == [
        "to adopt the fares as they were laid before the Board."
    ]


def test_figures_in_brackets_are_no_names() -> None:
    assert figures_at("carried (5-1)", 0, 7) == {"votes_for": (0, 9, 10), "votes_against": (0, 11, 12)}


LETTERS = """*I.   Call to Order

*II.   Unanimous Consent

      The items were agreed without debate.

      *A.  Audit of the Tickets

      It is recommended that the Board accept the audit.

      a. Report of the auditor

      b. Letter of the auditor

      *B.  Plan of the Quay

      It is recommended that the Board adopt the plan.

      a. Map of the quay

*III.   Recommended Action

      *C.  Lease of the Boathouse

      It is recommended that the Board approve the lease.

*IV.   Adjourn
"""


@pytest.mark.parametrize("with_text", [True, False])
def test_letters_count_on_under_the_next_heading(with_text: bool) -> None:
    pieces = pieces_of(paper(LETTERS).blocks)
    found = with_lower(pieces, find_headings(pieces), with_text=with_text)
    assert [h.number for h in found] == ["I", "II", "A", "B", "III", "C", "IV"]
    again = pieces_of(paper(LETTERS.replace("*C. ", "*D. ")).blocks)
    assert [h.number for h in with_lower(again, find_headings(again), with_text=with_text)][-3:] == ["B", "III", "IV"]


def test_surnames_that_are_posts_are_names_among_names() -> None:
    listed = "Flo Ames, Gus Bell, Hal Parish, Jan Orr, Kit Lowe, Lu Muir, Mo Penn"
    assert len(persons_of_list(listed)) == 7
    told = "Flo Ames, Hilltop Parish, Jan Orr, Treasurer"
    assert [told[p.name.start : p.name.end] for p in persons_of_list(told)] == ["Flo Ames", "Jan Orr"]
    assert not could_be_name("Deputy Cook")
    assert not could_be_name("Clerk Cook")


LETTERHEAD = """*FERRY DISTRICT
*BOARD OF DIRECTORS
Chair - Ann Reed, District H
Treasurer - Cy Cook, District L
Bo Holt, District N
Di Rao, District K

*REGULAR MEETING
*MINUTES
May 14, 2031 at 5:30 PM

*I.   Call to Order

      Chair Reed called the meeting to order at 5:32 p.m.

*II.   Roll Call

"""
BOXED = """*III.   Ferry Fares

      *1.   Summer Fares

      The fares were laid before the Board.

      Motion:            Director Holt made the motion to adopt the summer fares.

                         Director Cook seconded the motion.

      Vote on the        The motion passed with 2 in favor (Holt, Cook), 0 against,
      Main               and 0 abstentions. Director Rao was
      Motion:            away at the time.

"""
BOX = [
    ["RESULT:", "PASSED [2 TO 0]"],
    ["MOVER:", "Bo Holt, Vice Chair, District N"],
    ["SECONDER:", "Cy Cook, Treasurer, District L"],
    ["AYES:", "Holt, Cook"],
    ["AWAY:", "Di Rao"],
]
AFTER = """      Chair Reed declared the motion PASSED unanimously.

      *2.   Winter Fares

      There was no motion.

*IV.   Adjourn

      Chair Reed adjourned the meeting at 8:35 p.m.
"""


def test_a_roll_call_says_who_came_whatever_members_the_letterhead_names() -> None:
    printed = list(read(paper(LETTERHEAD, table(ROLL), BOXED, table(BOX, headings=0), AFTER)))
    people = [(a["person"], a["status"]) for a in texts(printed, "attendance")]
    assert people == [("Ann Reed", "Present"), ("Bo Holt", "Late"), ("Cy Cook", "Present"), ("Di Rao", "Excused")]


def test_figures_under_roman_numbers_are_those_of_items_within() -> None:
    printed = list(read(paper(LETTERHEAD, table(ROLL), BOXED, table(BOX, headings=0), AFTER)))
    told = [(m["number"], m["heading"]) for m in texts(printed, "minutes")]
    assert told[2:] == [("III", "Ferry Fares"), ("1", "Summer Fares"), ("2", "Winter Fares"), ("IV", "Adjourn")]


def test_a_motion_that_a_box_tells_again_was_put_once_and_its_box_reads_as_printed() -> None:
    printed = list(read(paper(LETTERHEAD, table(ROLL), BOXED, table(BOX, headings=0), AFTER)))
    (vote,) = texts(printed, "votes")
    assert vote["motion"] == "to adopt the summer fares."
    assert (vote["proposer"], vote["votes_for"], vote["votes_for_names"]) == ("Bo Holt", "2", "Holt, Cook")
    (minute,) = [m for m in texts(printed, "minutes") if m["number"] == "1"]
    assert "Vote on the Main Motion: The motion passed" in minute["text"]  # a label of three lines
    assert "RESULT: PASSED [2 TO 0] MOVER: Bo Holt" in minute["text"]
    assert minute["text"].endswith("AWAY: Di Rao Chair Reed declared the motion PASSED unanimously.")


MEMORANDUM = """*Ferrytown Common Council-Regular Session Memorandum
Council Chambers, City Hall, 12 Quay Street, Ferrytown, Ohio

Wednesday, June 11, 2031, at 6:30pm

Council President Reed called the meeting to order. [6:30pm]

*1. Roll Call (*indicates participation via telephone) [6:30pm]

Council Members:
Ann Reed                      At-Large, Council President
Bo Holt                       District 5, Council Parliamentarian
Cy Cook                       District 2
City staff, officials, and guests present:
Di Rao                        City Clerk

*2. Agenda Summation [6:31pm]

Holt moved and Cook seconded to amend the agenda to hear Ordinance 31-12 next.
The motion received a roll call vote of Ayes: 3, Nays: 0, Abstain: 0.

*3. Ordinance 31-12

Holt moved and Cook seconded that Ordinance 31-12 be adopted.

Reed moved and Cook seconded to adopt Amendment 01 to Ordinance 31-12.

The motion to adopt Amendment 01 to Ordinance 31-12 received a roll call vote of
Ayes: 2, Nays: 0, Abstain: 0 (Holt out of the room).

The motion to adopt Ordinance 31-12 as amended received a roll call vote of
Ayes: 2 (Holt, Cook), Nays: 1 (Reed), Abstain: 0.

*4. Adjournment [11:27pm]

Reed adjourned the meeting.

Memorandum prepared by:

Clerk Di Rao
"""


def test_the_memorandum_of_a_session_is_its_minutes_though_one_of_its_items_is_the_agenda() -> None:
    section = paper(MEMORANDUM)
    assert FAMILY.claim(section).score > 0.9
    assert agenda.claim(section).score <= 0.5
    (meeting,) = texts(list(read(section)), "meetings")
    assert meeting["body"] == "Ferrytown Common Council"
    assert (meeting["chair"], meeting["end_time"]) == ("Ann Reed", "11:27pm")


def test_each_motion_is_carried_or_lost_by_the_figures_of_its_own_roll_call() -> None:
    records = list(read(paper(MEMORANDUM)))
    assert [r["text"] for r in texts(records, "resolutions")] == [
        "to amend the agenda to hear Ordinance 31-12 next.",
        "that Ordinance 31-12 be adopted.",
        "to adopt Amendment 01 to Ordinance 31-12.",
    ]
    votes = {v["motion"]: v for v in texts(records, "votes")}
    whole, amended = votes["that Ordinance 31-12 be adopted."], votes["to adopt Amendment 01 to Ordinance 31-12."]
    assert (whole["votes_for"], whole["votes_against"], whole["votes_against_names"]) == ("2", "1", "Reed")
    assert (amended["proposer"], amended["votes_for"], amended["abstentions"]) == ("Reed", "2", "0")
    assert "abstentions_names" not in amended


def test_more_against_than_for_is_no_resolution() -> None:
    lost = MEMORANDUM.replace("Ayes: 2 (Holt, Cook), Nays: 1 (Reed)", "Ayes: 1 (Holt), Nays: 2 (Reed, Cook)")
    assert "that Ordinance 31-12 be adopted." not in [r["text"] for r in texts(list(read(paper(lost))), "resolutions")]
