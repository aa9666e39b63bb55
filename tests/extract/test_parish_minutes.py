"""Minutes of parishes, a drainage board and a forum, in the wordings of their clerks; all invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from extract.meeting.flow import pieces_of
from extract.meeting.opening import meeting_facts
from models.record import Printed
from tests.meetings import paper, texts
from tests.registers import table

ITEMS = """
*1.   Minutes
The minutes were approved.

*2.   Lamps
{}

*3.   Close
There was no more.
"""


def of(opening: str, told: str = "The lamps were mended.") -> list[Printed]:
    return list(read(paper(opening + ITEMS.format(told))))


STARRED = """*Pier Parish Council
*Minutes of the Parish Council meeting held on 4 March 2024

*Present:
* Cllr A Orr (Chair)            * Cllr I Lake
Cllr S Rao                      * Cllr J Penn
* Cllr T Reid                   Cllr R Holt

{}

Also in attendance: B Cole (Clerk)
                    T Ames (Admin)
Sixteen members of the public
"""


@pytest.mark.parametrize(
    ("key", "here", "else_"),
    [
        ("* Denotes attendance", ["Cllr A Orr", "Cllr I Lake", "Cllr J Penn", "Cllr T Reid"], "absent"),
        ("* denotes apologies", ["Cllr S Rao", "Cllr R Holt"], "apologies"),
        ("* Denotes the owner", 6, ""),
    ],
)
def test_a_mark_says_who_of_all_members_came(key: str, here: list[str] | int, else_: str) -> None:
    opening = STARRED.replace("* Cllr", "✓ Cllr").format(key.replace("*", "✓"))
    people = [r.fields for r in of(opening) if r.view == "attendance"]
    came = [f["person"].text for f in people if f["status"].note == "present"]
    assert (came if isinstance(here, list) else len(came)) == here
    assert {f["status"].note for f in people} == {"present", "in_attendance", *([else_] if else_ else [])}
    (admin,) = [f for f in people if f["person"].text == "T Ames"]
    assert admin["role"].text == "Admin"


def test_a_post_before_a_dash_begins_another_person() -> None:
    people = "Present: Cllr A Orr – Chairman, Cllr S Rao and the Clerk – Tom Reid."
    opening = f"*Pier Parish Council\n*Minutes of the meeting held on 4 March 2024\n\n{people}\n"
    found = texts(of(opening), "attendance")
    assert [(a["person"], a.get("role")) for a in found] == [
        ("Cllr A Orr", "Chairman"),
        ("Cllr S Rao", None),
        ("Tom Reid", "Clerk"),
    ]


def test_who_attended_for_some_items_was_in_attendance() -> None:
    opening = """*PIER DRAINAGE BOARD
*Minutes of the meeting held on 4 March 2024

*PRESENT
A Orr (Chairman)
S Rao

Miss Ida Lake (representing the Clerk) and Mr Tom Reid (Engineers) were in attendance. Mr Rae Holt (District Officer) attended
for minutes 4 to 7 only.
"""
    people = texts(of(opening), "attendance")
    assert [a["person"] for a in people] == ["A Orr", "S Rao", "Miss Ida Lake", "Mr Tom Reid", "Mr Rae Holt"]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("*ANNUAL PARISH MEETING\nMinutes of the Annual Parish Meeting held on 4 March 2024", "ANNUAL PARISH MEETING"),
        ("*Annual Parish Council Meeting\nMinutes of the meeting held on 4 March 2024", "PIER PARISH COUNCIL"),
    ],
)
def test_the_electors_of_a_place_are_no_council(title: str, body: str) -> None:
    found = meeting_facts(pieces_of(paper(f"*PIER PARISH COUNCIL\n\n{title}\n\nAll came.\n").blocks))
    assert found["body"].text == body


def test_what_was_said_before_its_movers_was_voted_on_though_more_is_told_behind() -> None:
    opening = (
        "*Pier Parish Council\n*Minutes of the meeting held on 4 March 2024\n\nPresent: Cllr A Orr and Cllr S Rao\n"
    )
    told = "The accounts of the year were accepted as true. Proposed by Cllr Orr and seconded by Cllr Rao. "
    told += "All members in favour. The book was signed."
    (vote,) = texts(of(opening, told), "votes")
    assert vote["motion"] == "The accounts of the year were accepted as true."
    moved = "Mr T Reid, an elector, moved that this meeting keeps the ferry. Seconded by Mrs Lake. "
    moved += "7 for, 4 against, 6 abstaining. The motion was carried."
    (vote,) = texts(of(opening, moved), "votes")
    assert (vote["proposer"], vote["seconder"]) == ("Mr T Reid", "Mrs Lake")


def test_who_came_and_went_behind_it_is_no_part_of_what_was_resolved() -> None:
    opening = "*Pier Board\n*Minutes of the meeting held on 4 March 2024\n\nPresent: Cllr A Orr and Cllr S Rao\n"
    told = """RESOLVED: That the lamp be bought. Councillor Orr re-joined the meeting.

RESOLVED: That leave be given subject to the following conditions:

1.   The lamp is lit.

2.   The lamp is kept.

     Councillor Rao left the meeting at this point and did not return."""
    assert [r["text"] for r in texts(of(opening, told), "resolutions")] == [
        "That the lamp be bought.",
        "That leave be given subject to the following conditions: 1. The lamp is lit. 2. The lamp is kept.",
    ]


def test_votes_in_favour_of_a_proposition_with_an_abstention() -> None:
    opening = "*Pier Board\n*Minutes of the meeting held on 4 March 2024\n\nPresent: Cllr A Orr and Cllr S Rao\n"
    told = """It was proposed by Councillor Orr and seconded by Councillor Rao:

“That leave be given.”

Upon being put to the vote, 13 Members voted in favour of the proposition with 1 abstention, whereupon it was declared carried."""
    (vote,) = texts(of(opening, told), "votes")
    assert (vote["votes_for"], vote["abstentions"]) == ("13", "1")


def test_each_row_of_figures_is_the_vote_on_what_it_names() -> None:
    votes = table([["Service", "For", "Against", "Abstain"], ["Lamps", "4", "0", "0"], ["Ferry", "1", "3", "0"]])
    opening = "*PIER FORUM\n*Minutes of the meeting held on 4 March 2024\n\nPresent: Ann Orr and Sue Rao\n"
    items = "\n*1.   Minutes\nThe minutes were approved.\n\n*2.   Services\nThe votes cast were as follows:\n"
    behind = "RESOLVED\n\n1.   To AGREE the lamps.\n\n*3.   Close\nThere was no more.\n"
    records = list(read(paper(opening + items, votes, behind)))
    told = [(v["motion"], v["votes_for"], v["votes_against"]) for v in texts(records, "votes")]
    assert told == [("Lamps", "4", "0"), ("Ferry", "1", "3")]


def test_a_number_printed_twice_heads_two_items_over_lower_ones() -> None:
    opening = "*Pier Board\n*Minutes of the meeting held on 4 March 2024\n\nPresent: Ann Orr and Sue Rao\n"
    numbers = ["1.", "2.", "2.1", "2.2", "3.", "3.1", "3.2", "4.", "5.", "5.", "6."]
    items = "".join(f"\n*{number}   Matter of the {n}\nIt was told of.\n" for n, number in enumerate(numbers))
    found = [m["number"] for m in texts(list(read(paper(opening + items))), "minutes")]
    assert found == [number.rstrip(".") for number in numbers]
