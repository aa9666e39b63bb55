"""Minutes of a committee that scrutinises what one member of the executive decides, and of a parish; all invented."""

from __future__ import annotations

from extract.families.minutes import read
from tests.meetings import paper, texts

SCRUTINY = """*HARBOUR SCRUTINY COMMITTEE

4 March 2024

*Present:* Councillors Orr (Chair), Penn and Lake

*FOR THE INFORMATION OF THE COUNCIL

*24/1/HSC   Apologies

Apologies were received from Councillor Holt, Councillor Lake was present as alternate.

*24/2/HSC   Minutes

The minutes were approved.

*24/3/HSC   Ferry fares

*Decision of Lead Councillor for Boats

To note the fares of the year.

*Reason for the decision

As set out in the report.

*Scrutiny

Councillor Penn proposed and Councillor Lake seconded an additional recommendation that the old boat be kept. On a show of
hands the amendment was lost by 1 votes to 2.

The Committee resolved by 3 votes to 0 with 1 abstention to endorse the recommendation.

*24/4/HSC   Slipway

The Committee unanimously resolved to endorse the plan.

*24/5/HSC   Decisions since the last meeting

*24/5/HSCa   Record of urgent decision

The decision was noted.
"""
PARISH = """*Pier Parish Council
*Minutes of the Parish Council meeting held on 4 March 2024

*Har/11/23-24   Present

Members: Cllr A Orr (Chairman), Cllr Penn, Cllr Lake, Cllr Rae and Cllr Holt.

*Har/12/23-24   Lamps

It was proposed by Cllr Orr, seconded by Cllr Penn, that a lamp be bought.

An amendment was proposed by Cllr Rae, seconded by Cllr Lake, that the lamp be small. The amendment was put to the vote and
was lost by 1 votes to 4.

A recorded vote was requested:

    For: Cllrs Orr, Penn and Rae.

    Against: Cllr Lake.

RESOLVED, by 3 votes to 1, that a lamp be bought for the pier.

*Har/13/23-24   Paths

RESOLVED to accept the price of the mason and further RESOLVED that the Clerk write to the owner.

*Har/14/23-24   Trees

The elm has died. Resolved to fell the elm. Cllr Lake asked for an oak.
"""


def test_letters_behind_the_figures_number_items_and_a_lower_letter_a_part() -> None:
    records = list(read(paper(SCRUTINY)))
    assert [(m["number"], m["heading"]) for m in texts(records, "minutes")] == [
        ("24/1/HSC", "Apologies"),
        ("24/2/HSC", "Minutes"),
        ("24/3/HSC", "Ferry fares"),
        ("24/4/HSC", "Slipway"),
        ("24/5/HSC", "Decisions since the last meeting"),
        ("24/5/HSCa", "Record of urgent decision"),
    ]
    assert next(iter(texts(records, "meetings")))["body"] == "HARBOUR SCRUTINY COMMITTEE"


def test_who_came_in_place_of_one_away_is_not_away() -> None:
    records = list(read(paper(SCRUTINY)))
    away = [a["person"] for a in texts(records, "attendance") if a["status"].startswith("Apologies")]
    assert away == ["Councillor Holt"]


def test_what_a_member_decides_and_what_a_sentence_resolves() -> None:
    records = list(read(paper(SCRUTINY)))
    assert [r["text"] for r in texts(records, "resolutions")] == [
        "To note the fares of the year.",
        "to endorse the recommendation.",
        "to endorse the plan.",
    ]
    lost, won, everybody = texts(records, "votes")
    assert lost["motion"] == "that the old boat be kept."
    assert (lost["votes_for"], lost["votes_against"]) == ("1", "2")
    assert won["motion"] == "to endorse the recommendation."
    assert (won["votes_for"], won["votes_against"], won["abstentions"]) == ("3", "0", "1")
    assert everybody["motion"] == "to endorse the plan."


def test_letters_in_both_cases_number_items() -> None:
    records = list(read(paper(PARISH)))
    assert [m["number"] for m in texts(records, "minutes")] == [
        "Har/11/23-24",
        "Har/12/23-24",
        "Har/13/23-24",
        "Har/14/23-24",
    ]


def test_counts_behind_a_mark_are_of_the_vote_by_name_above_and_a_paragraph_may_resolve_twice() -> None:
    records = list(read(paper(PARISH)))
    assert [r["text"] for r in texts(records, "resolutions")] == [
        "that a lamp be bought for the pier.",
        "to accept the price of the mason",
        "that the Clerk write to the owner.",
        "to fell the elm.",
    ]
    vote, amendment = texts(records, "votes")
    assert (amendment["votes_for"], amendment["votes_against"]) == ("1", "4")
    assert (vote["votes_for"], vote["votes_against"]) == ("3", "1")
    assert vote["votes_for_names"] == "Cllrs Orr, Penn and Rae"
