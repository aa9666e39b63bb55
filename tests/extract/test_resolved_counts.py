"""What was resolved below how many resolved it, and lists of it whose letters have no stop. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from tests.meetings import paper, texts
from tests.registers import table

HEAD = """*MINUTES OF THE HARBOUR BOARD HELD ON 4 MARCH 2024

Present: Cllr A Smith (Chair), Cllr B Jones, Cllr R C Penn

*1.   APOLOGIES
There were none.

*2.   SLIPWAY
The Clerk spoke to the report.

"""
END = "\n*3.   CLOSE\nThe meeting was closed.\n"
COUNTED = """It was proposed by Cllr B Jones, seconded by Cllr Mrs R C Penn:

*That the slipway be left as it is.

On being put to the vote, the proposal was lost with 2 Members voting in favour and 6 against.

It was then proposed by Cllr A Smith, seconded by Cllr Mrs R C Penn and RESOLVED by 7 votes to 1 with 2 abstentions

*That the slipway be mended before the summer.
"""
LISTED = "On being proposed by Cllr A Smith, seconded by Cllr B Jones, it was resolved {how} to:\n"


def test_the_counts_behind_the_word_are_of_the_vote_and_what_was_resolved_stands_below() -> None:
    records = list(read(paper(HEAD + COUNTED + END)))
    assert [r["text"] for r in texts(records, "resolutions")] == ["That the slipway be mended before the summer."]
    lost, won = texts(records, "votes")
    assert (lost["motion"], lost["votes_for"], lost["votes_against"]) == (
        "That the slipway be left as it is.",
        "2",
        "6",
    )
    assert (won["motion"], won["proposer"]) == ("That the slipway be mended before the summer.", "Cllr A Smith")
    assert (won["votes_for"], won["votes_against"], won["abstentions"]) == ("7", "1", "2")
    assert (lost["seconder"], won["seconder"]) == ("Cllr Mrs R C Penn", "Cllr Mrs R C Penn")
    assert won["carried"].startswith("RESOLVED")


def test_unanimous_without_a_colon_over_what_was_resolved() -> None:
    text = "It was proposed by Cllr A Smith, seconded by Cllr B Jones and RESOLVED unanimously\n\n*That the dues be raised.\n"
    (vote,) = texts(list(read(paper(HEAD + text + END))), "votes")
    assert (vote["motion"], vote["seconder"]) == ("That the dues be raised.", "Cllr B Jones")


@pytest.mark.parametrize("how", ["unanimously", "by a majority", "with one abstention", "on a show of hands"])
def test_letters_without_a_stop_label_what_was_resolved(how: str) -> None:
    text = LISTED.format(how=how) + "\n    A   Note the report of the pilot\n\n    B   Approve the works at the slip\n"
    records = list(read(paper(HEAD + text + END)))
    told = [("A", "Note the report of the pilot"), ("B", "Approve the works at the slip")]
    assert [(r.get("label"), r["text"]) for r in texts(records, "resolutions")] == told
    assert texts(records, "votes")[0]["motion"].startswith("A Note the report")


def test_letters_in_a_column_of_their_own_and_a_letter_alone() -> None:
    rows = table([["A", "Note the report"], ["B", "Approve the works"]], headings=0)
    records = list(read(paper(HEAD + LISTED.format(how="unanimously"), rows, END)))
    told = [("A", "Note the report"), ("B", "Approve the works")]
    assert [(r.get("label"), r["text"]) for r in texts(records, "resolutions")] == told
    alone = LISTED.format(how="unanimously") + "\n    A   Approve the works at the slip\n"
    records = list(read(paper(HEAD + alone + END)))
    assert [(r.get("label"), r["text"]) for r in texts(records, "resolutions")] == [
        ("A", "Approve the works at the slip")
    ]


def test_a_vote_that_was_taken_to_do_something_is_on_that() -> None:
    text = "A motion was proposed by Cllr B Jones, seconded by Cllr A Smith and a vote was taken to approve the works. (4 For, 2 Against)\n"
    (vote,) = texts(list(read(paper(HEAD + text + END))), "votes")
    assert (vote["motion"], vote["votes_for"]) == ("to approve the works.", "4")


def test_those_who_abstained_are_counted_in_the_words_before_what_was_resolved() -> None:
    text = LISTED.format(how="with one abstention") + "\n    A   Approve the works at the slip\n"
    (vote,) = texts(list(read(paper(HEAD + text + END))), "votes")
    assert vote["abstentions"] == "one"


def test_apologies_intimated_under_the_first_item_and_the_caption_of_a_signature() -> None:
    text = HEAD.replace(
        "*1.   APOLOGIES\nThere were none.", "*1.   MEMBERS\nApologies for absence were intimated by Cllr Ida Holt."
    )
    records = list(read(paper(text + END + "\n                                        Mayor / Chair (date)\n")))
    away = [
        r.fields["person"].text for r in records if r.view == "attendance" and r.fields["status"].note == "apologies"
    ]
    assert away == ["Cllr Ida Holt"]
    assert texts(records, "minutes")[-1]["text"] == "The meeting was closed."
