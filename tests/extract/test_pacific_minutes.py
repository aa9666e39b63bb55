"""Minutes of councils of New Zealand: a motion over its movers, holders of posts in brackets, a prayer before the items. All invented."""

from __future__ import annotations

from extract.families.minutes import read
from extract.meeting.persons import persons_of_list
from tests.meetings import paper, texts

COUNCIL = """*Minutes of a meeting of the Pier Hill District Council
*Held in the Council Chamber, 18 Quay Street, Pier Hill
*On Tuesday 4 May 2021, commencing at 9.03am

*Present:*       Her Worship the Mayor I Penn (Chairperson), Councillors T Orr, S Lake, A Wren and F Reed

*Apology:*       Councillor Holt

*Opening Prayer

Councillor Orr gave the opening prayer.

*1.      Ferries

*Resolved PH/2021/41

*That the Council

Receives the report on ferries (R12).

Orr-Wren/Lake                                   Carried

*2.      Quay dogs

Councillor Orr, seconded by Councillor Lake, moved an amendment

*Moved

*That the Council

Allows dogs on the quay before 9am.

Orr/Lake                                        Lost

The amendment was put and a division was called:

For              Against
Cr Orr           Cr Wren
Cr Lake          Cr Reed
                 Cr Penn

The amendment was lost 2 - 3.

*3.      Close

The meeting closed at 10.41am.
"""


def test_an_amendment_that_is_told_of_over_its_words_and_movers_is_put_once() -> None:
    records = list(read(paper(COUNCIL)))
    assert [(r["text"]) for r in texts(records, "resolutions")] == [
        "That the Council Receives the report on ferries (R12)."
    ]
    votes = texts(records, "votes")
    assert [(v["proposer"], v["seconder"], v["carried"]) for v in votes] == [
        ("Orr-Wren", "Lake", "Carried"),
        ("Orr", "Lake", "Lost"),
    ]
    assert votes[1]["motion"] == "That the Council Allows dogs on the quay before 9am."
    assert votes[1]["votes_for_names"] == "Cr Orr, Cr Lake"


def test_a_prayer_below_the_lists_is_an_item_and_nobody() -> None:
    records = list(read(paper(COUNCIL)))
    assert [(m.get("number"), m["heading"]) for m in texts(records, "minutes")] == [
        (None, "Opening Prayer"),
        ("1", "Ferries"),
        ("2", "Quay dogs"),
        ("3", "Close"),
    ]
    assert [a["person"] for a in texts(records, "attendance")][-1] == "Councillor Holt"


def test_several_hold_a_post_in_one_bracket_and_somebody_stands_before_a_semicolon() -> None:
    text = "External Appointee J Penn; Acting Manager (A Orr), Adviser Ferries (S Lake) and Youth Councillors (F Reed and C Holt)"
    found = [(p.name.of(text), p.role_text or (p.role and p.role.of(text))) for p in persons_of_list(text)]
    assert found == [
        ("J Penn", "External Appointee"),
        ("A Orr", "Acting Manager"),
        ("S Lake", "Adviser Ferries"),
        ("F Reed", "Youth Councillor"),
        ("C Holt", "Youth Councillor"),
    ]
