"""Small councils: posts before titled names, the absent whom apologies name, who moved what was resolved and counted. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from extract.meeting.persons import persons_of_list
from tests.extract.test_attendance_forms import people
from tests.meetings import paper, texts

HEAD = """*MINUTES OF THE QUAY TOWN COUNCIL MEETING HELD ON 4 MARCH 2024

Present: The Mayor, Cllr. I. Penn (IP)

Councillors: T. Orr (TO), Mrs. S. Lake (SL) and A. Banks (AB)

Councillors not present: F. Reed (FR) and S. Hay (SJH)

The Town Clerk, Mrs. L. Holt, the Clerk’s Assistant, Mr. G. Till and a member of the public were also present.

"""
ITEMS = """*1.   Apologies for Absence
Apologies for absence were received from Cllrs. FR and SJH.

*2.   Finance
It was RESOLVED that payments of £7,400 be approved. Proposed by: Cllr Banks Seconded by: Cllr Lake

*3.   Playing Field
Three quotes had been had.

It was RESOLVED that the second quote be accepted. (9 in favour, 2 against, 1 abstention)

Proposed by: Cllr Orr     Seconded by: Cllr Lake

*4.   Race
It was proposed by Cllr. Lake, seconded by Cllr. Orr and RESOLVED that the race be held
on the hill. 14 Councillors voted in favour, 3 against and 1 abstained.

*5.   Close
The meeting closed.
"""


def test_posts_before_titled_names_and_the_absent_whom_apologies_name() -> None:
    told = [r.fields for r in read(paper(HEAD + ITEMS)) if r.view == "attendance"]
    found = [(f["person"].text, f["role"].text if "role" in f else None, f["status"].note) for f in told]
    assert found == [
        ("Cllr. I. Penn", "Mayor", "present"),
        ("T. Orr", None, "present"),
        ("Mrs. S. Lake", None, "present"),
        ("A. Banks", None, "present"),
        ("F. Reed", None, "apologies"),
        ("S. Hay", None, "apologies"),
        ("Mrs. L. Holt", "Town Clerk", "in_attendance"),
        ("Mr. G. Till", "Clerk’s Assistant", "in_attendance"),
    ]


def test_who_moved_what_was_resolved_and_counted() -> None:
    votes = texts(list(read(paper(HEAD + ITEMS))), "votes")
    assert [(v["motion"], v["proposer"], v["seconder"], v.get("votes_for")) for v in votes] == [
        ("that payments of £7,400 be approved.", "Cllr Banks", "Cllr Lake", None),
        ("that the second quote be accepted.", "Cllr Orr", "Cllr Lake", "9"),
        ("that the race be held on the hill.", "Cllr. Lake", "Cllr. Orr", "14"),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Cllr Banks and Wren (away on business)", ["Cllr Banks", "Wren"]),
        ("Cllr A Orr and Mrs B Lake", ["Cllr A Orr", "Mrs B Lake"]),
        ("The Chairman, Cllr T Orr, Cllr S Lake", ["Cllr T Orr", "Cllr S Lake"]),
    ],
)
def test_a_title_before_two_surnames_and_names_that_are_words_for_bodies(text: str, names: list[str]) -> None:
    assert [p.name.of(text) for p in persons_of_list(text)] == names


SIGNED = """*MINUTES OF THE PIER COMMUNITY COUNCIL
*Minutes of the Council Meeting, 14th May 2024 at 7.00pm
*Venue: Pier House

Present: Cllrs T Orr (TO) Chair, D Court (DC), S Lake (SL). Kit Reed (KR), the temporary clerk, was in attendance.

*1)   Vacancies
There are two seats to be filled.

If nobody asks for an election, two members may be chosen.

                                                  *Action TO

*2)   Website
The work goes on. It is nearly at its end. Addresses to be set up for each member.

                                                  *Action KR – by 30th June 2024

*3)   Clerk
Nobody has asked for the post. It is to be told of through the year. Action DC, SL

*4)   Close
The meeting closed.
"""


def test_actions_signed_below_them_or_behind_them_without_a_colon() -> None:
    records = list(read(paper(SIGNED)))
    found = [(a["action"], a["owners"], a.get("due_text")) for a in texts(records, "minute_actions")]
    assert found == [
        ("If nobody asks for an election, two members may be chosen.", "TO", None),
        ("Addresses to be set up for each member.", "KR", "by 30th June 2024"),
        ("It is to be told of through the year.", "DC, SL", None),
    ]
    assert texts(records, "minutes")[1]["text"] == "The work goes on. It is nearly at its end."


def test_who_was_in_attendance_is_told_behind_a_list_and_the_place_below_the_title() -> None:
    records = list(read(paper(SIGNED)))
    told = [r.fields for r in records if r.view == "attendance"]
    assert [(f["person"].text, f["role"].text if "role" in f else None, f["status"].note) for f in told] == [
        ("Cllrs T Orr", "Chair", "present"),
        ("D Court", None, "present"),
        ("S Lake", None, "present"),
        ("Kit Reed", "temporary clerk", "in_attendance"),
    ]
    assert texts(records, "meetings")[0]["venue"] == "Pier House"


def test_the_field_of_a_post_behind_a_dash_and_on_the_line_below() -> None:
    found = people("""Attending:      Jo Lake, Chief Executive
                Al Gore, Executive Director – Customer Services
                Flo Reed, Acting Executive Director
                – Community Services
                Sid Hay, Executive Director – Development and
                Infrastructure Services
                Kit Orr, Head of Law
""")
    assert [f[1:] for f in found] == [
        ("Jo Lake", "Chief Executive", None),
        ("Al Gore", "Executive Director – Customer Services", None),
        ("Flo Reed", "Acting Executive Director – Community Services", None),
        ("Sid Hay", "Executive Director – Development and Infrastructure Services", None),
        ("Kit Orr", "Head of Law", None),
    ]
