"""Minutes as Australian and New Zealand councils print them: items in three levels, contents, divisions, pairs of movers, two languages."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extract.families.minutes import read
from extract.meeting.attendance_headings import heading_of
from extract.meeting.fates import result_in
from extract.meeting.flow import pieces_of
from extract.meeting.persons import persons_of_list
from extract.meeting.pieces import Piece
from extract.meeting.vote_tables import vote_pieces
from extract.meeting.when import end_time
from models.record import Printed
from normalise.outcomes import outcome_of
from tests.meetings import paper, texts
from tests.registers import table

HEAD = """*MINUTES OF THE ORDINARY MEETING OF WOMBELLA SHIRE COUNCIL

*PRESENT
Cr Ada Penn (Mayor), Cr Tom Orr and Cr Sue Lake

"""


def pieces(text: str) -> Sequence[Piece]:
    return pieces_of(paper(text).blocks)


def of(text: str) -> list[Printed]:
    return list(read(paper(text)))


THREE_LEVELS = """*1    OPENING
     The Mayor declared the meeting open at 9.00am.

*2    REPORTS OF OFFICERS

*2.1  FINANCE

*2.1.1  Lamps on the Jetty
     Lamps are paid for from the reserve.

*2.1.2  Ropes of the Ferry
     Ropes are renewed each year.

*2.2  WORKS

*2.2.1  Gravel for Mill Lane
     The pit is open.

*3    CLOSE
     The meeting closed at 10.12am.
"""


def test_items_of_the_third_level_are_items_of_their_own() -> None:
    minutes = texts(of(HEAD + THREE_LEVELS), "minutes")
    assert [m["number"] for m in minutes] == ["1", "2", "2.1", "2.1.1", "2.1.2", "2.2", "2.2.1", "3"]
    assert minutes[3]["text"] == "Lamps are paid for from the reserve."


def test_the_post_that_opened_the_meeting_led_it() -> None:
    (meeting,) = texts(of(HEAD + THREE_LEVELS), "meetings")
    assert meeting["chair"].endswith("Ada Penn")
    assert "chair" not in texts(of(HEAD.replace(" (Mayor)", "") + THREE_LEVELS), "meetings")[0]


def test_a_title_that_begins_as_a_name_with_an_office_does_is_an_item() -> None:
    text = THREE_LEVELS.replace("*2.1  FINANCE\n", "*2.1  Councillor Costs, Third Quarter\n     They are low.\n")
    assert "Councillor Costs, Third Quarter" in [m["heading"] for m in texts(of(HEAD + text), "minutes")]


CONTENTS = """*TABLE OF CONTENTS
{}
---
"""


def test_a_table_of_contents_does_not_hide_the_sentence_that_says_where_the_meeting_was() -> None:
    entries = "\n\n".join(
        f"{n}   PAPER ON THE LAMPS OF QUAY {n} .......................... {n + 2}" for n in range(1, 19)
    )
    held = "Minutes of the Ordinary Meeting held in the Long Hall, 14 Pier Street, Wombella on 4 May 2021\n\n"
    found = of("*MINUTES\n\n" + CONTENTS.format(entries) + held + HEAD + THREE_LEVELS)
    assert texts(found, "meetings")[0]["venue"] == "Long Hall, 14 Pier Street, Wombella"
    assert [m["number"] for m in texts(found, "minutes")][:3] == ["1", "2", "2.1"]


def moved(body: str) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """The resolutions and the votes of one item between two others."""
    found = of(
        f"{HEAD}*1    WELCOME\nAll were welcome.\n\n*2    LAMPS\n{body}\n*3    CLOSE\nThe meeting closed at 9 pm.\n"
    )
    return texts(found, "resolutions"), texts(found, "votes")


def test_an_amendment_moved_by_a_pair_is_a_vote_and_what_is_resolved_again_is_no_second_one() -> None:
    resolutions, votes = moved(
        """*MOTION (Orr/Lake)

That the lamps be lit at dusk.

*AMENDMENT (Lake/Penn)

That the lamps be lit at noon.

The AMENDMENT on being put to the meeting was LOST.

The MOTION on being put to the meeting was CARRIED.

*RESOLVED 21/051 (Orr/Lake)

That the lamps be lit at dusk.
"""
    )
    assert [r["text"] for r in resolutions] == ["That the lamps be lit at dusk."]
    assert [(v["proposer"], v["motion"], v["carried"]) for v in votes] == [
        ("Lake", "That the lamps be lit at noon.", "The AMENDMENT on being put to the meeting was LOST"),
        ("Orr", "That the lamps be lit at dusk.", "RESOLVED"),
    ]


@pytest.mark.parametrize(
    "sides",
    [
        "For: Crs Penn and Orr\nAgainst: Cr Lake",
        "Voting in the affirmative: Councillors Penn and Orr\n\nVoting in the negative: Councillor Lake",
    ],
)
def test_a_division_called_below_a_result_is_of_the_same_vote(sides: str) -> None:
    _, (vote,) = moved(
        f"""Moved Cr Orr, seconded Cr Lake that the lamps be lit.

*CARRIED

Cr Lake called for a division.

{sides}

The division was declared CARRIED by 2 votes to 1.
"""
    )
    assert vote["votes_for"] == "2"
    assert "Lake" in vote["votes_against_names"]


def test_limbs_that_are_all_labelled_are_each_resolved() -> None:
    resolutions, _ = moved(
        """*RESOLVED 21/052 (Orr/Lake)

(a)  That the Mayor go to the fair; and

(b)  That the cost be met from the purse.
"""
    )
    assert [(r["label"], r["text"]) for r in resolutions] == [
        ("a", "That the Mayor go to the fair; and"),
        ("b", "That the cost be met from the purse."),
    ]


@pytest.mark.parametrize("label", ["RECOMMENDATION", "EXECUTIVE SUMMARY"])
def test_a_heading_over_a_part_of_an_item_is_no_item(label: str) -> None:
    body = f"The lamps are old.\n\n*{label}\nThat the lamps be lit.\n"
    text = (
        f"{HEAD}*1    WELCOME\nAll were welcome.\n\n*2    ROPES\nThese hold.\n\n*3    LAMPS\n{body}\n*4    FLAGS\nNil\n"
    )
    headings = [m.get("heading") for m in texts(of(text), "minutes")]
    assert label not in headings


@pytest.mark.parametrize("heading", ["CONCLUSION OF THE MEETING", "MEETING CLOSED"])
def test_the_last_item_keeps_the_sentence_that_ends_the_meeting(heading: str) -> None:
    text = THREE_LEVELS.replace("CLOSE\n", f"{heading}\n").replace(
        "The meeting closed", "There being no further business the meeting closed"
    )
    assert texts(of(HEAD + text), "minutes")[-1]["text"].endswith("closed at 10.12am.")


def test_posts_with_their_holders_in_brackets_may_stand_before_plain_names() -> None:
    text = "The Mayor (Councillor A Penn), Deputy Mayor (Councillor T Orr) and Councillors S Lake, I Reed and J Holm"
    found = [(p.name.of(text).split()[-1], p.role.of(text) if p.role else None) for p in persons_of_list(text)]
    assert found[:2] == [("Penn", "Mayor"), ("Orr", "Deputy Mayor")]
    assert [name for name, _ in found[2:]] == ["Lake", "Reed", "Holm"]


def test_a_heading_in_two_languages_says_who_was_there() -> None:
    (piece,) = pieces("*TE HUNGA ĀPITI KUA TAE MAI | ALSO PRESENT")
    assert heading_of(piece) == ("in_attendance", len(piece.text))


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("tuhi / note the lamps of the quay.", "noted"),
        ("That the Quay Local Board: a) tautoko / support a lamp on the quay.", "supported"),
        ("whakaae / agree to fund each lamp as set out below:", "agreed"),
    ],
)
def test_a_verb_in_two_languages_tells_the_outcome_by_its_english_half(text: str, outcome: str) -> None:
    assert outcome_of(text).name == outcome


def test_a_limb_below_a_table_is_of_the_motion_whose_limb_leads_into_it() -> None:
    above = f"""{HEAD}*1    WELCOME
All were welcome.

*2    LAMPS
MOVED by Cr Orr, seconded by Cr Lake:

That the Quay Board:

a)   note the lamps.

b)   agree to pay as set out below:
"""
    below = """c)   ask for a report.

*CARRIED

*3    CLOSE
The meeting closed at 9 pm.
"""
    sums = table([["Lamp", "Place", "Sum"], ["1", "North pier", "$1,850.00"], ["2", "South pier", "$3,000.00"]])
    found = list(read(paper(above, sums, below)))
    assert [(r["label"], r["text"]) for r in texts(found, "resolutions")] == [
        ("a", "note the lamps."),
        ("b", "agree to pay as set out below:"),
        ("c", "ask for a report."),
    ]


def test_the_time_before_the_sentence_that_closes_the_meeting_is_its_end() -> None:
    said = pieces("2.51 pm   The chairperson thanked members for their attendance and declared the meeting closed.")
    ended = end_time(said)
    assert ended is not None
    assert ended.text == "2.51 pm"


def test_results_in_capitals_say_of_what_they_are() -> None:
    lost = result_in("The AMENDMENT on being put to the meeting was LOST.", 0)
    assert lost is not None
    assert (lost.amendment, lost.carried) == (True, False)


def test_the_last_name_behind_and_is_one_of_its_side() -> None:
    sides = table([["FOR:", "Crs Penn, Orr and Lake"], ["AGAINST:", "Crs Reed and Holm"]], headings=0)
    assert [p.text for p in vote_pieces(sides)] == ["For (3): Crs Penn, Orr and Lake", "Against (2): Crs Reed and Holm"]


def test_a_line_that_calls_the_meeting_is_not_the_council_that_met() -> None:
    head = "*SHIRE OF WOMBELLA\n\n*ORDINARY MEETING OF COUNCIL\n\n*MINUTES\n\n4 May 2021\n\n"
    assert (
        texts(of(head + HEAD.split("\n\n", 1)[1] + THREE_LEVELS), "meetings")[0]["body"] == "SHIRE OF WOMBELLA COUNCIL"
    )


def test_posts_stand_behind_wide_spaces_at_edges_that_differ_from_list_to_list() -> None:
    here = "*PRESENT\nCr A Penn     Mayor\nCr T Orr      Deputy Mayor\nCr S Lake\n\n"
    here += "*OFFICERS\nMr I Reed              Chief Executive\nMs J Holm              Clerk\n\n"
    people = texts(of(HEAD.split("\n\n", maxsplit=1)[0] + "\n\n" + here + THREE_LEVELS), "attendance")
    assert [p.get("role") for p in people] == ["Mayor", "Deputy Mayor", None, "Chief Executive", "Clerk"]


def test_sides_below_what_was_put_last_are_of_that_vote() -> None:
    _, votes = moved(
        """*Motion
MOVED: Cr Orr
SECONDED: Cr Lake

That the lamps be lit.

*Amendment
MOVED: Cr Lake
SECONDED: Cr Penn

That they be lit at noon.

THE AMENDMENT WAS PUT AND LOST

MOVED: Cr Orr
SECONDED: Cr Lake

That the lamps be lit at dusk.

THE MOTION WAS PUT AND CARRIED

For: Crs Penn and Orr
Against: Cr Lake
"""
    )
    assert [(v["motion"], "votes_for_names" in v) for v in votes] == [
        ("That they be lit at noon.", False),
        ("That the lamps be lit at dusk.", True),
    ]


def test_a_list_of_those_present_is_the_text_of_its_item_where_all_else_is_that_nobody_came() -> None:
    text = "*1    ATTENDANCE\n*Present\nCr A Penn\nCr T Orr\n\n*Visitors\nNil\n\n*2    LAMPS\nThese are lit.\n\n*3    CLOSE\nIt closed.\n"
    first = texts(of(HEAD.split("\n\n", maxsplit=1)[0] + "\n\n" + text), "minutes")[0]
    assert "Penn" in first["text"]
