"""Motions whose movers stand in a pair, before a colon, or around the word RESOLVED. All invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.families.minutes import read
from extract.meeting.fates import result_in
from extract.meeting.motions import read_motions
from extract.meeting.movers import movers_in
from extract.meeting.pieces import piece_of_paragraph
from extract.meeting.ranges import Used
from extract.meeting.vote_words import counted_in
from tests.meetings import paper, paragraphs, texts
from tests.registers import table

PRAIRIE = """*MINUTES OF THE REGULAR MEETING OF THE COUNCIL OF PIER HILL
May 4, 2021

PRESENT:   Reeve Ida Penn; Councillors Tom Orr,
           Sue Lake and Abe Wren

*1.  MINUTES
151/21 Orr: That the minutes of April 6 be adopted. CARRIED

*2.  GRADER
152/21 Lake: That Council buy a used grader. DEFEATED

153/21 Wren/Orr: That the reeve ask for prices
and report in June. CARRIED UNANIMOUSLY

Tom said: that was the last of it.

*3.  ADJOURNMENT
154/21 Lake: That the meeting be adjourned at 8:40 p.m.
CARRIED
"""


def test_a_surname_and_a_colon_before_a_motion_name_who_moved_it() -> None:
    records = list(read(paper(PRAIRIE)))
    assert [r["text"] for r in texts(records, "resolutions")] == [
        "That the minutes of April 6 be adopted.",
        "That the reeve ask for prices and report in June.",
        "That the meeting be adjourned at 8:40 p.m.",
    ]
    assert [(v["motion"].split()[-1], v["proposer"], v.get("seconder")) for v in texts(records, "votes")] == [
        ("adopted.", "Orr", None),
        ("grader.", "Lake", None),
        ("June.", "Wren", "Orr"),
        ("p.m.", "Lake", None),
    ]


PAIRS = """*MINUTES OF THE ORDINARY MEETING OF PIER HILL COUNCIL
HELD ON 4 MAY 2021

PRESENT:   Cr Ida Penn (Mayor), Cr Tom Orr, Cr Sue Lake, Cr Abe Wren

*1.  LIBRARY
RESOLVED 21/051 (Orr/Lake)

That the library open on Sundays.

*2.  POOL
RESOLVED on the motion of Cr Wren seconded Cr Orr that the pool season be longer.

*3.  SIGNS
Resolved KCB/2021/00012

That the Board asks for signs.

Cr Lake/Cr Wren   Carried

*4.  PARKS
MOTION: Penn/Orr to table the plan until June 1. Passed 3-1.

*5.  BUDGET
Proposed: Cr Lake

Seconded: Cr Wren

RESOLVED

(a) That the budget be approved.

(b) That the rates be set.

*6.  PLAN
RESOLVED:

1. That the plan be noted.

2. That it be sent to the county.

Proposer: Cr Orr   Seconder: Cr Penn

*7.  PIER
Cr Orr proposed the following motion: “That this Council provide bins at the pier.” The motion was seconded by Cr Lake and agreed.

*8.  CLOSURE
The meeting closed at 8.40 pm.
"""


def test_pairs_and_movers_around_the_word_resolved_are_of_what_was_resolved() -> None:
    records = list(read(paper(PAIRS)))
    assert [(v["motion"], v["proposer"], v["seconder"]) for v in texts(records, "votes")] == [
        ("That the library open on Sundays.", "Orr", "Lake"),
        ("that the pool season be longer.", "Cr Wren", "Cr Orr"),
        ("That the Board asks for signs.", "Cr Lake", "Cr Wren"),
        ("to table the plan until June 1.", "Penn", "Orr"),
        ("(a) That the budget be approved. (b) That the rates be set.", "Cr Lake", "Cr Wren"),
        ("1. That the plan be noted. 2. That it be sent to the county.", "Cr Orr", "Cr Penn"),
        ("That this Council provide bins at the pier.", "Cr Orr", "Cr Lake"),
    ]
    assert [r["text"] for r in texts(records, "resolutions")] == [
        "That the library open on Sundays.",
        "that the pool season be longer.",
        "That the Board asks for signs.",
        "to table the plan until June 1.",
        "That the budget be approved.",
        "That the rates be set.",
        "That the plan be noted.",
        "That it be sent to the county.",
        "That this Council provide bins at the pier.",
    ]


TOWN = """*MINUTES OF THE SELECT BOARD OF PIER HILL
May 4, 2021

PRESENT:   Ida Penn (Chair), Tom Orr and Sue Lake

*1.  MINUTES
Ms. Lake moved to approve the minutes of April 6. Mr. Orr seconded. So voted 3-0-0.

*2.  DOG
VOTED: To order that the dog be restrained. (Moved Orr, seconded Lake; 2 yes, 1 no)

*3.  CULVERT
On a motion by Mr. Orr, seconded by Ms. Lake, the Board voted unanimously to award the bid to Stone Brothers.

*4.  FLAG
Upon motion duly made and seconded, it was VOTED: to adopt the flag policy. 3 in favor, 0 opposed.

*5.  CONSENT
ACTION: Motion by Mr. Orr, seconded by Ms. Lake, to approve the warrant. Motion carried 3-0.

*6.  ADJOURNMENT
Moved by Orr, second by Lake, to adjourn at 8:05 p.m. All ayes.
"""


def test_what_a_town_voted_is_resolved_and_no_action() -> None:
    records = list(read(paper(TOWN)))
    assert [r["text"] for r in texts(records, "resolutions")] == [
        "to approve the minutes of April 6.",
        "To order that the dog be restrained.",
        "to award the bid to Stone Brothers.",
        "to adopt the flag policy.",
        "to approve the warrant.",
        "to adjourn at 8:05 p.m.",
    ]
    votes = texts(records, "votes")
    assert [(v.get("proposer"), v.get("votes_for"), v.get("votes_against")) for v in votes] == [
        ("Ms. Lake", "3", "0"),
        ("Orr", "2", "1"),
        ("Mr. Orr", None, None),
        (None, "3", "0"),
        ("Mr. Orr", "3", "0"),
        ("Orr", None, None),
    ]
    assert texts(records, "minute_actions") == []


@pytest.mark.parametrize(
    ("text", "proposer", "seconder"),
    [
        ("R24-004 Moved/Seconded Gale/Hume THAT Council pay", "Gale", "Hume"),
        ("Resolved: Dove/Finch that the minutes be signed", "Dove", "Finch"),
        ("(Prop. JK, Sec. GH; 3 for, 2 against)", "JK", "GH"),
        ("The pump is to be mended. Prop.JK 2nd GH All agreed.", "JK", "GH"),
        ("Proposed TO, seconded SL. All in favour.", "TO", "SL"),
        ("Orr moves to close Main Street. Lake seconds.", "Orr", "Lake"),
        ("M/S/P: Stone/Tripp to close Main Street", "Stone", "Tripp"),
        ("(Orr/Lake) That the bid be taken", "Orr", "Lake"),
        ("MOTION to sign the warrant made by H. Yost; 2nd by I. Zell", "H. Yost", "I. Zell"),
        ("Motion to accept the report: Moved by Orr and seconded by Lake.", "Orr", "Lake"),
    ],
)
def test_pairs_in_many_wordings(text: str, proposer: str, seconder: str) -> None:
    (found,) = movers_in(text)
    assert text[slice(*found.proposer)] == proposer
    assert found.seconder is not None
    assert text[slice(*found.seconder)] == seconder


@pytest.mark.parametrize(
    "text",
    [
        "Motion: Water/Sewer rates for 2025",
        "Resolved: That the plan be noted",
        "Council: That it be so",
        "Action: That Orr ask",
    ],
)
def test_what_stands_before_a_colon_or_in_a_pair_may_be_nobody(text: str) -> None:
    assert list(movers_in(text)) == []


@pytest.mark.parametrize("text", ["So voted 3-0.", "All ayes.", "208 and 213   Carried", "2024-01 Carried unanimously"])
def test_results_without_the_word_motion(text: str) -> None:
    result = result_in(text, 0)
    assert result is not None
    assert result.carried


def test_counts_of_yes_and_no() -> None:
    (found,) = counted_in("There were 2 yes, 1 no and it was so ordered.")
    assert (found["for6"], found["against6"]) == ("2", "1")


@pytest.mark.parametrize(
    ("said", "motion", "proposer", "seconder"),
    [
        ("It was RESOLVED (Moved: Cr Orr, Seconded: Cr Lake) to accept the tender.", "to accept the tender.", "Cr Orr", "Cr Lake"),
        ("Motion by Orr, supported by Lake, to grant it. Motion carried.", "to grant it.", "Orr", "Lake"),
        ("Moved by Orr, seconded by Lake, RESOLVED, that it be built. Yeas: 3. Nays: 0. Adopted 3-0.", "that it be built.", "Orr", "Lake"),
        ("It was moved and seconded (Orr/Lake) to send it on. The vote was unanimous.", "to send it on.", "Orr", "Lake"),
        ("Orr moves to sign it as printed. Lake seconds.\n\nThe motion carries, signed so.", "to sign it as printed.", "Orr", "Lake"),
        ("Orr moved, Lake seconded, to adjourn. Approved 3-0.", "to adjourn.", "Orr", "Lake"),
        ("Proposed by Cr Orr, seconded by Cr Lake and agreed unanimously that it be signed.", "that it be signed.", "Cr Orr", "Cr Lake"),
        ("Proposal: To buy a bench. Proposer: Cr Orr Seconder: Cr Lake Vote: Unanimous", "To buy a bench.", "Cr Orr", "Cr Lake"),
        ("M-21-034 Orr, Lake: THAT $200 be given. Carried.", "THAT $200 be given.", "Orr", "Lake"),
        ("Motion 21-033 T. Orr – S. Lake\n\nThat it be read a first time. Carried.", "That it be read a first time.", "T. Orr", "S. Lake"),
        ("It was proposed by Cr Orr\n\nSeconded by Cr Lake\n\nIt was agreed to enter into it.", "to enter into it.", "Cr Orr", "Cr Lake"),
    ],
)  # fmt: skip
def test_motions_in_the_wordings_of_many_councils(said: str, motion: str, proposer: str, seconder: str) -> None:
    body = PAIRS[: PAIRS.index("*1.")] + f"*1.  HALL\n{said}\n\n*2.  CLOSURE\nThe meeting closed at 8.40 pm.\n"
    records = list(read(paper(body)))
    (vote,) = texts(records, "votes")
    assert (vote["motion"], vote["proposer"], vote["seconder"]) == (motion, proposer, seconder)
    assert [r["text"] for r in texts(records, "resolutions")] == [motion]


NOTED = """*1.  GATE
Paint was offered for 6 in favour of 1. The clerk to ask for prices. Prop TO, 2nd SL, All agreed.

*2.  PUMP
Orr: I move that the pump be mended and the well be closed. Motion is seconded.

Lake: No further comments, the motion carries

*3.  FENCE
It was agreed that the fence be mended.

Proposed Cllr Orr, seconded Cllr Lake, all agreed.

*4.  ROOF
It was RESOLVED to mend the roof. Proposed Cllr Orr, seconded Cllr Lake. All agreed.

"""


def test_what_was_said_before_a_note_of_its_movers_was_voted_on_and_stays_with_the_minute() -> None:
    records = list(read(paper(PAIRS[: PAIRS.index("*1.")] + NOTED)))
    found = [(v["motion"], v["proposer"], v.get("seconder")) for v in texts(records, "votes")]
    assert found == [
        ("Paint was offered for 6 in favour of 1. The clerk to ask for prices.", "TO", "SL"),
        ("that the pump be mended and the well be closed.", "Orr", None),
        ("It was agreed that the fence be mended.", "Cllr Orr", "Cllr Lake"),
        ("to mend the roof.", "Cllr Orr", "Cllr Lake"),
    ]
    assert [v["carried"] for v in texts(records, "votes")][:3] == ["All agreed", "the motion carries", "all agreed"]
    assert [r["text"] for r in texts(records, "resolutions")] == [found[1][0], "to mend the roof."]
    assert texts(records, "minutes")[0]["text"].endswith("Prop TO, 2nd SL, All agreed.")
    assert next(r for r in records if r.view == "votes").confidence < 0.8


def test_below_a_list_in_the_row_of_a_table_what_the_row_begins_with_was_voted_on() -> None:
    said = ("Accept the accounts and sign the cheques:", "£40 HALL", "£12 ROPE", "Prop TO 2nd SL All agreed.")
    accounts = table([["4.1", "Accept"]], headings=0)
    body = [replace(piece_of_paragraph(paragraphs(t)[0]), table=accounts, row=0) for t in said]
    (vote,) = read_motions(body, Used(body), [False] * len(body)).votes
    assert [body[i].text[a:b] for i, a, b in vote.motion.stretches] == [said[0]]
    assert vote.confidence < 0.8
