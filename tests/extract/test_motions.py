"""Motions as councils print them: who moved, what was moved, how it fared, and who voted which way. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from extract.meeting.fates import result_in
from extract.meeting.movers import movers_in
from tests.meetings import paper, texts

COUNCIL = """*MINUTES OF THE REGULAR MEETING OF THE TOWN COUNCIL OF PIER HILL
May 4, 2021

PRESENT:   Mayor Ida Penn; Council Members Tom Orr,
           Sue Lake and Abe Wren
ABSENT:    Council Member Flo Reed (excused)

*1.  CALL TO ORDER
Mayor Penn called the meeting to order at 7:05 p.m.

*2.  HARBOR LIGHTS
MOTION by Council Member Orr, second by Council Member Lake, to buy four lights.
ROLL CALL VOTE:
     AYES:     Orr, Lake
     NOES:     Wren
     ABSTAIN:  None
     ABSENT:   Reed
MOTION CARRIED.

Moved by Council Member Wren, seconded by Council Member Orr:
     That the ferry be painted green.
DEFEATED (1-2)

*3.  ADJOURNMENT
The meeting was adjourned at 8:40 p.m.
"""


def test_a_motion_carried_by_roll_call_is_a_resolution_and_a_vote() -> None:
    records = list(read(paper(COUNCIL)))
    assert [r["text"] for r in texts(records, "resolutions")] == ["to buy four lights."]
    first, second = texts(records, "votes")
    assert (first["proposer"], first["seconder"]) == ("Council Member Orr", "Council Member Lake")
    assert first["votes_for_names"] == "Orr, Lake"
    assert first["abstentions"] == "None"
    assert second["motion"] == "That the ferry be painted green."
    assert (second["votes_for"], second["votes_against"], second["carried"]) == ("1", "2", "DEFEATED")


def test_a_motion_that_was_lost_stays_in_the_text_and_is_no_resolution() -> None:
    records = list(read(paper(COUNCIL)))
    lights = next(m for m in texts(records, "minutes") if m["number"] == "2")
    assert "That the ferry be painted green." in lights["text"]
    assert "to buy four lights" not in lights["text"]


def test_an_office_printed_once_is_each_ones_and_who_was_excused_sent_apologies() -> None:
    records = list(read(paper(COUNCIL)))
    people = {r.fields["person"].text: r for r in records if r.view == "attendance"}
    assert people["Ida Penn"].fields["role"].text == "Mayor"
    assert [people[n].fields["role"].text for n in ("Tom Orr", "Sue Lake", "Abe Wren")] == ["Council Member"] * 3
    assert people["Flo Reed"].fields["status"].note == "apologies"


def test_the_call_to_order_tells_the_chair_and_the_start() -> None:
    (meeting,) = texts(list(read(paper(COUNCIL))), "meetings")
    assert (meeting["start_time"], meeting["end_time"]) == ("7:05 p.m.", "8:40 p.m.")
    assert meeting["chair"].endswith("Penn")


@pytest.mark.parametrize(
    ("text", "proposer", "seconder"),
    [
        ("Orr moved to accept the bid. Lake seconded. Motion carried 4-0.", "Orr", "Lake"),
        ("On the proposal of Cllr. T. Orr, seconded by Cllr. S. Lake, it was agreed", "Cllr. T. Orr", "Cllr. S. Lake"),
        ("M/S/C (Orr/Lake) to adjourn", "Orr", "Lake"),
        ("Moved: Cr Orr   Seconded: Cr Lake", "Cr Orr", "Cr Lake"),
        ("Director Orr made a motion to table it; seconded by Director Lake.", "Director Orr", "Director Lake"),
        ("24-31 Moved by Trustee Orr:", "Trustee Orr", None),
    ],
)
def test_movers_in_many_wordings(text: str, proposer: str, seconder: str | None) -> None:
    (found,) = movers_in(text)
    assert text[slice(*found.proposer)] == proposer
    assert (text[slice(*found.seconder)] if found.seconder else None) == seconder


@pytest.mark.parametrize(
    ("text", "carried", "figures"),
    [
        ("CARRIED (5–0, one abstention)", True, ["5", "0", "one"]),
        ("Motion failed for lack of a second.", False, []),
        ("The amendment was put and lost by 3 votes to 6.", False, ["3", "6"]),
        ("Motion carried (Ayes: 5, Nays: 2).", True, ["5", "2"]),
    ],
)
def test_results_with_their_figures(text: str, carried: bool, figures: list[str]) -> None:
    result = result_in(text, 0)
    assert result is not None
    assert result.carried is carried
    assert [text[a:b] for _, a, b in result.counts.values()] == figures


def test_a_motion_without_a_printed_result_is_no_vote() -> None:
    records = list(
        read(
            paper(
                """*MINUTES OF THE HARBOUR BOARD
4 May 2021

Present: Ida Penn (Chair), Tom Orr and Sue Lake

*1.  Lights
Moved by Mr Orr, seconded by Mrs Lake, that four lights be bought. The Board talked of the cost.

*2.  Any other business
There was none.
"""
            )
        )
    )
    assert texts(records, "votes") == []


def test_labels_of_universities_and_a_dash_behind_recommended_are_resolutions() -> None:
    records = list(
        read(
            paper(
                """*MINUTES OF THE COURT OF PIER HILL COLLEGE
4 May 2021

Present: Dr Ida Penn (Convener), Mr Tom Orr and Ms Sue Lake

*1.  Apologies
were received from Mr Abe Wren (on leave).

*2.  Library
ENDORSED: The plan for the library.

*3.  Boats
RECOMMENDED – that a second boat be bought.
"""
            )
        )
    )
    found = [r for r in records if r.view == "resolutions"]
    assert [r.fields["text"].text for r in found] == ["The plan for the library.", "that a second boat be bought."]
    assert found[0].context["lead_in"].text.startswith("ENDORSED")
    away = [
        r.fields["person"].text for r in records if r.view == "attendance" and r.fields["status"].note == "apologies"
    ]
    assert away == ["Mr Abe Wren"]


LABELLED = """*MINUTES OF THE HARBOUR DISTRICT BOARD HELD ON 4 MARCH 2024

*I. Call to Order
The meeting was called to order. Present: Ida Marsh, William "Bud" Orr, Tom Ferris

*II. Consent Agenda
Motion: To approve the consent agenda.
Moved by: William "Bud" Orr   Seconded by: Tom Ferris
Ayes: Marsh, Orr, Ferris
Nays: None
Motion carried 3-0.

*III. Adjournment
Motion: To adjourn. Moved by: Tom Ferris. Seconded by: Ida Marsh. Motion carried 3-0.
"""


def test_motions_under_a_label_whatever_word_they_begin_with_and_names_with_a_nickname() -> None:
    records = list(read(paper(LABELLED)))
    assert [(v["motion"], v["proposer"], v["seconder"]) for v in texts(records, "votes")] == [
        ("To approve the consent agenda.", 'William "Bud" Orr', "Tom Ferris"),
        ("To adjourn.", "Tom Ferris", "Ida Marsh"),
    ]
    assert [r["text"] for r in texts(records, "resolutions")] == ["To approve the consent agenda.", "To adjourn."]


def test_votes_by_name_right_below_a_result_are_of_the_same_vote() -> None:
    text = """*MINUTES OF THE HARBOUR COUNCIL HELD ON 4 MARCH 2024

*PRESENT
Cr Ida Marsh (Mayor), Cr Tom Ferris, Cr Una Orr and Cr Bea Ray

*9.1 Foreshore
Moved: Cr Orr   Seconded: Cr Ray
That the plan be received.
CARRIED 3/1
For: Cr Marsh, Cr Orr, Cr Ray
Against: Cr Ferris

*9.2 Close
None.
"""
    (vote,) = texts(list(read(paper(text))), "votes")
    assert (vote["votes_for"], vote["votes_against"], vote["votes_against_names"]) == ("3", "1", "Cr Ferris")


def test_a_proposal_that_is_resolved_behind_a_colon() -> None:
    text = """*MINUTES OF THE HARBOUR COUNCIL HELD ON 4 MARCH 2024

*Present: Cllrs. M. Walsh and T. Roche

*1. Footpath
Proposed by Cllr. Roche, seconded by Cllr. Walsh and resolved: That the works be carried out.

*2. Close
None.
"""
    records = list(read(paper(text)))
    assert [r["text"] for r in texts(records, "resolutions")] == ["That the works be carried out."]
    assert [(v["motion"], v["proposer"]) for v in texts(records, "votes")] == [
        ("That the works be carried out.", "Cllr. Roche")
    ]


PARAGRAPHS = """*PIER AUTHORITY
*DRAFT MINUTES OF THE BOARD MEETING
held at The Old Slip, Pier Hill on Friday 13 December 2024 at 10.05 am

*Present:
Ida Penn (Convener)
Tom Orr

*Welcome and apologies
1.  The Convener welcomed everyone, and apologies were noted from Sue Lake.

*Declarations of interest
2.  Tom Orr was a partner in a boatyard.

*Harbour dues
3.  Tom Orr left at 10.22 am.
4.  Ida Penn could not support a charge in winter. She then moved, seconded by Abe Wren, that boats be free in January. On a
show of hands there voted for the amendment 4 and against 5. The amendment accordingly fell.
5.  The Board resolved:
    a)  to note the report; and
    b)  to approve the dues.

*Action Points Arising:
i.   Tom Orr to tell the yacht club.
ii.  Ida Penn to ask for a survey by May 2025.

*Date of next meeting
6.  The next meeting would be on 21 March 2025 at the slip.
"""


def test_numbered_paragraphs_under_headings_without_numbers():
    records = list(read(paper(PARAGRAPHS)))
    assert [m["heading"] for m in texts(records, "minutes")] == [
        "Welcome and apologies",
        "Declarations of interest",
        "Harbour dues",
        "Date of next meeting",
    ]
    (meeting,) = texts(records, "meetings")
    assert (meeting["body"], meeting["venue"]) == ("BOARD", "The Old Slip, Pier Hill")
    assert [r["text"] for r in texts(records, "resolutions")] == ["to note the report; and", "to approve the dues."]
    assert [a["owners"] for a in texts(records, "minute_actions")] == ["Tom Orr", "Ida Penn"]


def test_whom_a_pronoun_means_and_counts_before_the_result():
    (vote,) = texts(list(read(paper(PARAGRAPHS))), "votes")
    assert (vote["proposer"], vote["seconder"], vote["motion"]) == (
        "Ida Penn",
        "Abe Wren",
        "that boats be free in January.",
    )
    assert (vote["votes_for"], vote["votes_against"], vote["carried"]) == ("4", "5", "The amendment accordingly fell")


def test_a_link_before_who_seconded_is_no_part_of_the_motion():
    (movers,) = movers_in("Cllr Orr feared the cost. He moved that the dues be kept; this was seconded by Cllr Lake.")
    text = "Cllr Orr feared the cost. He moved that the dues be kept; this was seconded by Cllr Lake."
    assert text[slice(*movers.proposer)] == "Cllr Orr"
    records = list(read(paper(f"{COUNCIL}\n*3.  DUES\n{text} The motion was lost.\n\n*4.  CLOSE\nNone.\n")))
    assert texts(records, "votes")[-1]["motion"] == "that the dues be kept"


UNNUMBERED = """*CITY OF PIER HILL
*CITY COUNCIL REGULAR MEETING MINUTES
May 4, 2021

Council Members Present: Ida Penn, Tom Orr, Sue Lake

*Minutes of April 6
Moved by Orr, seconded by Lake, to approve the minutes. The motion carried.
AYES: Orr, Lake
NAYS: Penn
ABSENT: Reed

*Harbor Lights
A motion was made by Council Member Orr and seconded by Council Member Lake to buy four lights. Ayes: 2; Nays: 1;
Absent: 1. The motion carried.

*Adjournment
The meeting was adjourned at 8:10 p.m.
"""


def test_those_absent_from_a_vote_are_no_list_that_opens_the_minutes():
    records = list(read(paper(UNNUMBERED)))
    assert [m["heading"] for m in texts(records, "minutes")] == ["Minutes of April 6", "Harbor Lights", "Adjournment"]
    assert len(texts(records, "votes")) == 2


def test_a_resolution_printed_as_heading_over_a_later_motion_leaves_the_one_before_it():
    told = (
        "*3.  DUES\n*PROCEDURAL MOTION\n\nMoved: Cr Orr\n\nSeconded: Cr Lake\n\nThat the meeting be adjourned.\n\n*CARRIED UNANIMOUSLY\n\n"
        "*RESOLUTION 2025/043\n\nMoved: Cr Lake\n\nSeconded: Cr Orr\n\nThat the dues be kept.\n\n*CARRIED 3/0\n\n*4.  CLOSE\nNone.\n"
    )
    found = texts(list(read(paper(f"{COUNCIL}\n{told}"))), "resolutions")
    assert [r["text"] for r in found][-2:] == ["That the meeting be adjourned.", "That the dues be kept."]


def test_a_count_between_two_sides_is_of_the_one_before_it():
    told = "*3.  DUES\nMOTION by Council Member Orr, second by Council Member Lake, to keep dues.\nAYES: 2 NAYS: 1 ABSTAIN: 0 ABSENT: 1\n"
    records = list(read(paper(f"{COUNCIL}\n{told}MOTION CARRIED.\n\n*4.  CLOSE\nNone.\n")))
    vote = texts(records, "votes")[-1]
    assert (vote["votes_for"], vote["votes_against"], vote["abstentions"]) == ("2", "1", "0")


def test_who_seconded_may_stand_in_a_line_behind_the_words_of_the_motion() -> None:
    records = list(
        read(
            paper("""*PIER HILL WATER DISTRICT

*Regular Board Meeting
*Approved Minutes
*May 4, 2021

*District Attendees
   Ida Penn - Board President
   Tom Orr - Board Member
   Sue Lake - Board Member

*Other Attendees
   Abe Wren - Visitor

*I.   CALL TO ORDER
President Penn called the meeting to order at 6:30 p.m.

*II.   PUMPS
1.   Replacement of the quay pumps
Director Orr moved to buy two pumps for the quay.

President Penn seconded the motion.

Motion carried with the following votes: Penn – aye, Orr – aye and Lake – aye

*III.   ADJOURNMENT
With no further business the meeting was adjourned at 8:10 p.m.
""")
        )
    )
    (vote,) = texts(records, "votes")
    assert (vote["proposer"], vote["seconder"]) == ("Director Orr", "President Penn")
    assert vote["motion"] == "to buy two pumps for the quay."
    people = {r.fields["person"].text: r.fields["status"].note for r in records if r.view == "attendance"}
    assert people == {"Ida Penn": "present", "Tom Orr": "present", "Sue Lake": "present", "Abe Wren": "in_attendance"}
    (meeting,) = texts(records, "meetings")
    assert meeting["meeting_date"] == "May 4, 2021"  # the minutes were approved, not on that day


def test_it_passed_is_the_fate_of_the_motion_before_it_and_the_call_to_order_may_name_the_place_first() -> None:
    records = list(
        read(
            paper("""*Pier Hill City Council Meeting Minutes
May 4, 2021

*CALL TO ORDER AND ROLL CALL
The meeting was called to order at the Pier Hill Elementary School library at 7:00 p.m.
Present: Mayor Ida Penn, and Councilors Tom Orr and Sue Lake.

*CONSENT AGENDA
1.   Minutes from April
Motion: Councilor Orr moved to accept the April minutes. Councilor Lake seconded. It passed 3-0.

*OLD BUSINESS
None.

*ADJOURNMENT
The meeting was adjourned at 8:10 p.m.
""")
        )
    )
    (vote,) = texts(records, "votes")
    assert (vote["motion"], vote["votes_for"], vote["carried"]) == ("to accept the April minutes.", "3", "It passed")
    assert texts(records, "meetings")[0]["start_time"] == "7:00 p.m."


LINED = """*MINUTES OF THE BOARD OF THE PIER TRUST
May 4, 2031

*1.  BUDGET
Tom Orr told of the budget.

*Motion 2031-32.* That the Board approve the budget for 2032.
Moved: Tom Orr. Seconded: Sue Lake.
Votes for: 5; against: 1; abstentions: 1. Carried.

Voting against: Abe Wren, who asked that this be noted. Abstaining: Flo Reed.

*Motion 2031-33.* That the ferry be painted green.
Moved: Abe Wren. Seconded: Flo Reed.
Votes for: 2; against: 4; abstentions: 1 (Lake). Not carried.

*2.  ADJOURNMENT
The meeting ended.
"""


def test_a_line_that_begins_with_its_counts_is_the_vote_on_the_motion_above_it() -> None:
    records = list(read(paper(LINED)))
    assert [r["text"] for r in texts(records, "resolutions")] == ["That the Board approve the budget for 2032."]
    votes = texts(records, "votes")
    counts = [[v[side] for side in ("votes_for", "votes_against", "abstentions")] for v in votes]
    assert counts == [["5", "1", "1"], ["2", "4", "1"]]
    assert [(v["motion"], v["proposer"]) for v in votes] == [
        ("That the Board approve the budget for 2032.", "Tom Orr"),
        ("That the ferry be painted green.", "Abe Wren"),
    ]
