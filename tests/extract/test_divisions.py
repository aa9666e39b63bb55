"""Divisions of a motion against an amendment, votes by member, and two votes in one minute. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from extract.meeting.vote_tables import vote_pieces
from extract.meeting.vote_words import IN_LINE as COUNTED
from extract.meeting.vote_words import counted_in
from models.record import Printed, Record
from models.table import Table
from normalise.document import normalise_document
from tests.meetings import paper
from tests.registers import table

OPENING = """*MINUTES OF THE PIER COUNCIL
4 May 2021

Present: Councillors Ida Penn (Provost), Tom Orr, Sue Lake, Abe Wren, Flo Reed, Max Hay,
         Jo Tarn and Una Voe

*5.  Parking charges
"""
CLOSE = "\n*9.  CLOSE\nThe meeting closed at 8.40 pm.\n"
MOVED = """Councillor Penn, seconded by Councillor Orr, moved that the charges be frozen for a year.

As an amendment, Councillor Lake, seconded by Councillor Wren, moved that the charges be raised by 5%.

"""


def votes_of(*blocks: str | Table) -> list[dict[str, object]]:
    first, *rest = blocks
    assert isinstance(first, str)
    records = normalise_document(list(read(paper(OPENING + first, *rest, CLOSE)))).records
    return [{name: v.value for name, v in r.values.items()} for r in records if r.view == "votes"]


def members_of(*blocks: str | Table) -> dict[str, list[str]]:
    first, *rest = blocks
    assert isinstance(first, str)
    found: dict[str, list[str]] = {}
    for r in normalise_document(list(read(paper(OPENING + first, *rest, CLOSE)))).records:
        if r.view == "vote_members":
            found.setdefault(str(r.values["side"].value), []).append(str(r.values["person"].value))
    return found


LISTED = """On a division, members voted as follows:

For the motion (4): Councillors Penn, Orr, Reed and Hay.

For the amendment (3): Councillors Lake, Wren and Tarn.

Declined to vote (1): Councillor Voe.

"""
IN_LINE = """On a division, there voted:- For the motion (4) - Provost Penn; and Councillors Orr, Reed and
Hay. For the amendment (3) - Councillors Lake, Wren and Tarn. Declined to vote (1) - Councillor Voe.

"""
COUNTS_FIRST = """Voting
For the Motion - 4 votes
For the Amendment - 3 votes

(For the Motion: Councillors Penn, Orr, Reed and Hay.
For the Amendment: Councillors Lake, Wren and Tarn.
Not voting: Councillor Voe.)

"""
UNDER = """For the motion (4)
Councillor Penn
Councillors Orr and Reed
Councillor Hay

For the amendment (3)
Councillor Lake
Councillors Wren and Tarn

Did not vote: Councillor Voe

"""


@pytest.mark.parametrize(
    "told", [LISTED, IN_LINE, COUNTS_FIRST, UNDER], ids=["lines", "sentence", "counts first", "under"]
)
def test_a_division_is_one_vote_on_the_motion(told: str) -> None:
    text = MOVED + told + "The motion was declared carried.\n"
    (vote,) = votes_of(text)
    assert (vote["votes_for"], vote["votes_against"], vote["carried"]) == (4, 3, True)
    assert "frozen" in str(vote["motion"])
    assert (vote["proposer"], vote["seconder"]) == ("Ida Penn", "Tom Orr")
    assert members_of(text) == {
        "for": ["Ida Penn", "Tom Orr", "Flo Reed", "Max Hay"],
        "against": ["Sue Lake", "Abe Wren", "Jo Tarn"],
        "not_voting": ["Una Voe"],
    }


@pytest.mark.parametrize(
    ("result", "carried", "resolved"),
    [
        ("The Committee resolved to adopt the amendment.", False, "raised"),
        ("The amendment was declared carried.", False, "raised"),
        ("The motion was accordingly declared to be the finding of the meeting.", True, "frozen"),
    ],
)
def test_what_the_amendment_wins_the_motion_loses(result: str, carried: bool, resolved: str) -> None:
    records = list(read(paper(OPENING + MOVED + LISTED + result + "\n" + CLOSE)))
    (vote,) = [r for r in normalise_document(records).records if r.view == "votes"]
    assert vote.values["carried"].value is carried
    if "adopt" not in result:
        assert [resolved in r.fields["text"].text for r in records if r.view == "resolutions"] == [True]


def test_an_amendment_and_the_substantive_motion_are_two_votes() -> None:
    text = """It was moved by Councillor Orr and seconded by Councillor Lake that the budget be approved.

An amendment was moved by Councillor Wren and seconded by Councillor Reed that the grant to the
ferry be doubled. On being put to the vote, the amendment was lost, with 3 votes for, 5 against.

The substantive motion was then put to the vote and was carried with 6 votes for, 1 against and
1 abstention.
"""
    first, second = sorted(votes_of(text), key=lambda v: bool(v["carried"]))
    assert (first["proposer"], first["votes_for"], first["votes_against"]) == ("Abe Wren", 3, 5)
    assert (second["proposer"], second["votes_for"], second["votes_against"]) == ("Tom Orr", 6, 1)
    assert "ferry" in str(first["motion"]) and "budget" in str(second["motion"])


def test_sides_before_the_result_belong_to_what_they_say_they_are_on() -> None:
    text = """Proposed by Cllr Orr, seconded by Cllr Lake: that the budget be approved.

Amendment proposed by Cllr Wren, seconded by Cllr Reed: that the grant be doubled.

The amendment was put to the vote. For: 3, Against: 5, Abstain: 0. The amendment fell.

The original motion was put to the vote. For: 6, Against: 1, Abstain: 1. The motion was carried.
"""
    found = {str(v["proposer"]): (v["votes_for"], v["votes_against"], v["carried"]) for v in votes_of(text)}
    assert found == {"Abe Wren": (3, 5, False), "Tom Orr": (6, 1, True)}


ROLL = "Moved by Councillor Orr, seconded by Councillor Lake, that the charges be frozen.\n\n"


@pytest.mark.parametrize(
    "told",
    [
        "Ayes:      4     Penn, Orr, Lake, Wren\nNays:      2     Reed, Hay\nAbsent:    1     Voe\n\n",
        "Ayes – 4 (Penn, Orr, Lake, Wren); Nays – 2 (Reed, Hay); Absent – 1 (Voe).\n\n",
        "Roll call vote: Penn-aye, Orr-aye, Lake-aye, Wren-aye, Reed-nay, Hay-nay, Voe-absent.\n\n",
        "Voting Aye: Penn, Orr, Lake, Wren\nVoting Nay: Reed, Hay\nAbsent: Voe\n\n",
    ],
)
def test_roll_calls(told: str) -> None:
    (vote,) = votes_of(ROLL + told + "Motion carried.\n")
    assert (vote["votes_for"], vote["votes_against"], vote["carried"]) == (4, 2, True)
    assert members_of(ROLL + told + "Motion carried.\n") == {
        "for": ["Ida Penn", "Tom Orr", "Sue Lake", "Abe Wren"],
        "against": ["Flo Reed", "Max Hay"],
        "absent": ["Una Voe"],
    }


def test_a_vote_by_name_without_movers_is_on_what_is_resolved_below() -> None:
    text = """The recorded vote was as follows:

Voting for the motion: Councillors Penn, Orr, Lake, Wren, Reed and Hay (6)
Voting against the motion: Councillor Tarn (1)
Abstaining: Councillor Voe (1)

RESOLVED: That the charges be set.
"""
    (vote,) = votes_of(text)
    assert (vote["votes_for"], vote["votes_against"], vote["abstentions"]) == (6, 1, 1)
    assert vote["motion"] == "That the charges be set."


@pytest.mark.parametrize(
    "said",
    ["Upon being put to the vote the recommendation was carried unanimously.", "The motion was agreed nem. con."],
)
def test_a_unanimous_vote_without_figures(said: str) -> None:
    (vote,) = votes_of(f"{said}\n\nRESOLVED: That the budget be approved.\n")
    assert (vote["carried"], vote["motion"]) == (True, "That the budget be approved.")
    assert "votes_for" not in vote


BY_MEMBER = table(
    [["Councillor", "Vote"], ["Penn", "Yes"], ["Orr", "Yes"], ["Lake", "No"], ["Wren", "Abstain"], ["Voe", "Absent"]]
)
TWICE = table(
    [
        ["Member", "Motion", "Amendment"],
        ["Ida Penn", "For", "Against"],
        ["Tom Orr", "For", "Against"],
        ["Sue Lake", "Against", "For"],
    ]
)
DIVIDED = table(
    [
        ["For the Motion", "For the Amendment", "Abstained"],
        ["Cllr Penn\nCllr Orr", "Cllr Lake", "Cllr Wren"],
        ["2", "1", "1"],
    ]
)


def test_a_column_that_says_of_each_member_how_they_voted() -> None:
    assert [p.text for p in vote_pieces(BY_MEMBER)] == [
        "For (2): Penn, Orr",
        "Against (1): Lake",
        "Abstentions (1): Wren",
        "Absent (1): Voe",
    ]
    assert votes_of(ROLL, BY_MEMBER, "The motion was carried.\n")[0]["votes_against_names"] == "Sue Lake"


def test_two_columns_are_two_votes() -> None:
    first, second = votes_of(ROLL, TWICE, "The motion was carried.\n")
    assert (first["votes_for"], first["carried"]) == (2, True)
    assert (second["votes_for"], second["votes_against"], second["carried"]) == (1, 2, False)


def test_a_division_in_columns() -> None:
    assert [p.text[:21] for p in vote_pieces(DIVIDED)][:2] == ["For the motion (2): C", "For the amendment (1)"]


def test_yes_and_no_of_other_things_are_no_votes() -> None:
    other = table([["Member", "Training done"], ["Ida Penn", "Yes"], ["Tom Orr", "No"], ["Sue Lake", "Yes"]])
    assert vote_pieces(other) == []


def test_counts_and_voters_that_do_not_fit_are_findings() -> None:
    text = (
        ROLL
        + "For (4): Councillors Penn, Orr, Lake\nAgainst (1): Councillor Zed\nThe motion was carried unanimously.\n"
    )
    found = normalise_document(list(read(paper(OPENING + text + CLOSE)))).findings
    assert {f.rule for f in found} == {"votes differ from their names", "voter not present", "not unanimous"}


def test_each_voter_stands_at_their_own_name() -> None:
    records = normalise_document(list(read(paper(OPENING + MOVED + LISTED + CLOSE)))).records
    places = [_words(r) for r in records if r.view == "vote_members"]
    assert places == ["Councillors Penn", "Orr", "Reed", "Hay", "Councillors Lake", "Wren", "Tarn", "Councillor Voe"]


def _words(record: Record) -> str:
    printed: Printed = record.printed
    return " ".join(w.text.strip(".,") for w in printed.fields["person"].words)


IN_COLUMNS = """For the motion (3)      For the amendment (2)     Abstained (1)
Provost Penn            Councillor Lake           Councillor Voe
Councillor Orr          Councillor Wren
Councillor Reed

"""
MARKED = """Council Member      Aye     Nay     Absent
Penn                X
Orr                 X
Reed                X
Lake                        X
Wren                        X
Voe                                 X
Hay

"""


@pytest.mark.parametrize("told", [IN_COLUMNS, MARKED], ids=["names", "marks"])
def test_columns_without_rules(told: str) -> None:
    text = MOVED if "motion" in told else ROLL
    (vote,) = votes_of(text + told + "The motion was declared carried.\n")
    assert (vote["votes_for"], vote["votes_against"], vote["carried"]) == (3, 2, True)
    members = members_of(text + told + "The motion was declared carried.\n")
    assert members["for"] == ["Ida Penn", "Tom Orr", "Flo Reed"]
    assert members["against"] == ["Sue Lake", "Abe Wren"]
    records = list(read(paper(OPENING + text + told + CLOSE)))
    words = {w.text for r in records for f in r.fields.values() for w in f.words} | {
        w.text for r in records for w in r.taken
    }
    assert "motion" in told or "Hay" in words, "who took no side stays in the text"


def test_a_line_with_for_and_against_is_no_head_of_columns() -> None:
    text = (
        ROLL
        + "Reasons for       Reasons against      Costs of the works\nCheap             Slow                 £4,000\n\n"
    )
    assert members_of(text) == {}


CELLS = table(
    [
        [
            "*For the Motion (4)\nCouncillors Penn, Orr, Reed\nand Hay",
            "*For the Amendment (3)\nCouncillors Lake, Wren\nand Tarn",
        ]
    ],
    headings=0,
)


def test_sides_that_head_their_own_cells() -> None:
    after = "\nCouncillor Voe declined to vote. The motion was therefore declared carried.\n"
    (vote,) = votes_of(MOVED + "On a division, there voted:-\n", CELLS, after)
    assert (vote["votes_for"], vote["votes_against"], vote["carried"]) == (4, 3, True)
    assert (vote["proposer"], vote["seconder"]) == ("Ida Penn", "Tom Orr")
    assert "frozen" in str(vote["motion"])


@pytest.mark.parametrize(
    "told",
    [
        "On a vote by show of hands, three members voted for the motion and four for the amendment, which was\n"
        "accordingly declared carried.",
        "On a division, 4 votes were cast for the amendment and 3 for the motion. The amendment was carried.",
        "On a vote, 3 members voted in favour of the motion and 4 voted in favour of the amendment, with one\n"
        "abstention. The amendment was declared carried.",
    ],
)
def test_a_division_that_a_sentence_counts(told: str) -> None:
    (vote,) = votes_of(f"{MOVED}{told}\n")
    assert (vote["votes_for"], vote["votes_against"], vote["carried"]) == (3, 4, False)
    assert "frozen" in str(vote["motion"])


@pytest.mark.parametrize(
    "told",
    [
        "Votes for 5, against 2, abstained 1",
        "Six members in favour and two voted against",
        "Seven for, with one abstention",
        "It was agreed, 8–3 majority",
        "Carried by nine votes to four and one abstention",
    ],
)
def test_votes_counted_in_a_line_are_looked_for_beside_each_word_of_votes(told: str) -> None:
    assert [m.span() for m in counted_in(told)] == [m.span() for m in COUNTED.finditer(told)] != []
    assert not list(counted_in("Seven for the depot and two for the quay"))


@pytest.mark.parametrize(
    "counted",
    [
        "Motion by Councillor Penn - 5 votes\nAmendment by Councillor Lake - 3 votes\n",
        "Motion by Councillor Penn - 5 votes\n\nAmendment by Councillor Lake - 3 votes\n",
        "For the Amendment: 3\n\nFor the Motion: 5\n",
        "Votes for the Motion (5)\n\nVotes for the Amendment (3)\n\nAbstentions - 1\n",
        "Amendment (Councillor Lake) 3\n\nMotion (Councillor Penn) 5\n".replace("(C", "by C").replace(") ", " - "),
    ],
)
def test_a_division_may_be_counted_line_by_line(counted: str) -> None:
    (vote,) = votes_of(
        f"{MOVED}VOTE\n\nOn a show of hands members voted as follows:-\n\n{counted}\nThe Motion was accordingly carried.\n"
    )
    assert (vote["proposer"], vote["votes_for"], vote["votes_against"], vote["carried"]) == ("Ida Penn", 5, 3, True)
    assert vote.get("abstentions") == (1 if "Abst" in counted else None)


def test_what_a_committee_proposed_and_all_agreed_has_no_mover() -> None:
    assert (
        votes_of(
            "The Chair of the Pier and Harbour Committee proposed and it was unanimously agreed that Councillor Orr serve.\n"
        )
        == []
    )


def test_the_words_of_a_motion_stand_below_where_it_is_moved_as_set_out_on_the_agenda() -> None:
    (vote,) = votes_of(
        "Councillor Penn, seconded by Councillor Orr, moved the Motion as set out on the agenda in the following terms:-\n\n"
        "    “That the pier be painted blue.”\n\nThe Motion was unanimously approved.\n"
    )
    assert vote["motion"] == "That the pier be painted blue."
