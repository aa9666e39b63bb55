"""`Action:` over what a board did, motions whose fate stands before their words, and those who sign side by side. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from tests.meetings import paper, texts

HEAD = (
    "*Minutes of the Harbour Board\n*3 April 2025\n\nPresent: A Smith (Chair), B Jones\n\n*1. Minutes\nThey stand.\n\n"
)


def _read(text: str, view: str) -> list[dict[str, str]]:
    return texts(list(read(paper(HEAD + text))), view)


@pytest.mark.parametrize(
    "told",
    [
        "Recommendation: Choose a yard for the tug.\n\nAction: Picked the yard at Orrell.",
        "Action: Adopted Resolution No. 25-034.",
        "ACTION: Unanimously approved the purchase of two pumps.",
        "Action: The Board received the letter.",
    ],
)
def test_what_the_board_did_is_no_action(told: str) -> None:
    text = f"*2. Tug\n{told}\n\n*3. Close\nAll left.\n"
    assert not _read(text, "minute_actions")
    assert " ".join(told.split()) == _read(text, "minutes")[1]["text"]


@pytest.mark.parametrize(
    ("told", "action"),
    [
        ("Recommendation: Choose a yard.\n\nAction: Clerk to write to the yard.", "Clerk to write to the yard."),
        ("Action: Approved minutes to be sent to the yard.", "Approved minutes to be sent to the yard."),
        ("Action: Circulate the plan. Lead: JB", "Circulate the plan."),
    ],
)
def test_what_somebody_is_to_do_is_one(told: str, action: str) -> None:
    assert [a["action"] for a in _read(f"*2. Tug\n{told}\n\n*3. Close\nAll left.\n", "minute_actions")] == [action]


@pytest.mark.parametrize(
    ("told", "motion", "counts"),
    [
        (
            "Action: Moved by Orr, seconded by Lake, and carried unanimously by members present to adopt the lists as follows:",
            "to adopt the lists as follows:",
            None,
        ),
        (
            "Action: On a motion by Orr, seconded by Lake, and carried unanimously by the members present adopt Resolution 3.",
            "adopt Resolution 3.",
            None,
        ),
        (
            "Moved by Orr, seconded by Lake and passed by a vote of 4 to 1 that the bid be taken.",
            "that the bid be taken.",
            "4",
        ),
        (
            "Motion by Orr, second by Lake, carried 5-0, to accept the bid of the yard.",
            "to accept the bid of the yard.",
            "5",
        ),
    ],
)
def test_how_a_motion_fared_may_stand_before_its_words(told: str, motion: str, counts: str | None) -> None:
    text = f"*2. Bids\n{told}\n\n*3. Close\nAll left.\n"
    (vote,) = _read(text, "votes")
    assert (vote["motion"], vote["proposer"], vote["seconder"]) == (motion, "Orr", "Lake")
    assert vote.get("votes_for") == counts
    assert "carried" in vote
    assert [r["text"] for r in _read(text, "resolutions")] == [motion]


@pytest.mark.parametrize(
    "signed",
    [
        "Ada Smith, President      Bo Jones, Board Clerk      Cy Orr, Secretary",
        "Ada Smith            Bo Jones\nPresident            Secretary",
    ],
)
def test_those_who_sign_side_by_side_are_none_of_the_last_items_text(signed: str) -> None:
    found = _read(f"*2. Close\nThe meeting ended at 7 pm.\n\n\n{signed}\n", "minutes")
    assert found[-1]["text"] == "The meeting ended at 7 pm."
