"""Small councils: posts before titled names, the absent whom apologies name, who moved what was resolved and counted. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from extract.meeting.persons import persons_of_list
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
