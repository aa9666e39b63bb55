"""Lists of actions under a head of their own, and actions whose owner stands before a dash or a colon. All invented."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extract.families.minutes import read
from extract.meeting.action_marks import mark_of
from extract.meeting.action_parts import lead_owner
from models.record import Printed
from tests.meetings import paper, texts

OPENING = """*MINUTES OF THE PIER TRUST
held on 4 May 2021

Present: Jim Lowe (Chair), Kate Hall, Jane Smith and Omar Nazir

"""


def actions(body: str) -> Sequence[tuple[str, str | None, str | None]]:
    records: list[Printed] = list(read(paper(OPENING + body)))
    return [(a["action"], a.get("owners"), a.get("due_text")) for a in texts(records, "minute_actions")]


def test_a_list_under_action_items_is_an_action_each_whoever_is_named_before_it() -> None:
    body = """*1.  Winter plan
Kate Hall showed the plan.

Action items

•  Jim: circulate the draft by 3 May 2021

•  Kate and Omar: meet the harbour board before 10 May 2021

•  Jane Smith – thank the crew

•  ON to send the link (by 19 May 2021)

•  [ ] @Kate: check the costs

*2.  Close
There was nothing else.
"""
    assert actions(body) == [
        ("circulate the draft by 3 May 2021", "Jim", "by 3 May 2021"),
        ("meet the harbour board before 10 May 2021", "Kate and Omar", "before 10 May 2021"),
        ("thank the crew", "Jane Smith", None),
        ("ON to send the link", "ON", "by 19 May 2021"),
        ("check the costs", "Kate", None),
    ]
    minutes = texts(list(read(paper(OPENING + body))), "minutes")
    assert [m.get("text") for m in minutes] == ["Kate Hall showed the plan.", "There was nothing else."]


def test_an_item_that_is_called_actions_holds_nothing_else() -> None:
    body = """*1.  Winter plan
Kate Hall showed the plan.

*2.  Actions
(a)  Agree a letter to the harbour board

(b)  JS to paint the boat by 19 May 2021

*3.  Close
There was nothing else.
"""
    assert actions(body) == [
        ("Agree a letter to the harbour board", None, None),
        ("JS to paint the boat by 19 May 2021", "JS", "by 19 May 2021"),
    ]


@pytest.mark.parametrize(
    ("line", "action", "owner", "due"),
    [
        ("Action: KH – write to the landlord. Due: 3 May 2021", "write to the landlord.", "KH", "3 May 2021"),
        ("Action (Jim): move the boat. Deadline: 1 July 2021", "move the boat.", "Jim", "1 July 2021"),
        ("Action for Omar: count the ropes by 5 July 2021", "count the ropes by 5 July 2021", "Omar", "by 5 July 2021"),
        ("Action by Jane Smith: write the letter", "write the letter", "Jane Smith", None),
        ("AP1: Jane – paint the boat – 30 June", "paint the boat", "Jane", "30 June"),
        (
            "Action: Clerk to paint it; Cllr Hall to pay",
            "Clerk to paint it; Cllr Hall to pay",
            "Clerk; Cllr Hall",
            None,
        ),
        ("→ KH to paint the boat", "KH to paint the boat", "KH", None),
        ("→ KH: paint the boat", "paint the boat", "KH", None),
        (
            "Action KH to paint it by Friday 21 May 2021",
            "KH to paint it by Friday 21 May 2021",
            "KH",
            "by Friday 21 May 2021",
        ),
        ("ACTION – paint the boat (KH by 21 May 2021)", "paint the boat", "KH", "by 21 May 2021"),
        ("ACTION KH – paint the boat [due 21 May 2021]", "paint the boat", "KH", "due 21 May 2021"),
        ("ACTION KH – paint the boat – 21 May 2021", "paint the boat", "KH", "21 May 2021"),
        ("ACTION ITEM: KH will paint the boat", "KH will paint the boat", "KH", None),
        ("Follow-up action: KH to paint the boat", "KH to paint the boat", "KH", None),
        ("Action required: KH to paint the boat", "KH to paint the boat", "KH", None),
        ("Action: All – send comments by 26 May 2021", "send comments by 26 May 2021", "All", "by 26 May 2021"),
    ],
)
def test_an_action_in_a_line_with_its_owner_before_a_dash_or_a_colon(
    line: str, action: str, owner: str, due: str | None
) -> None:
    body = f"*1.  Boats\nThe boats were talked of.\n\n{line}\n\n*2.  Close\nThere was nothing else.\n"
    assert actions(body) == [(action, owner, due)]


@pytest.mark.parametrize(
    "line",
    [
        "Action Item: Approval of Contracts",
        "Action HR to be told",
        "ACTION PLAN to follow",
        "→ up on the year before",
        "Further talks: none",
    ],
)
def test_what_only_looks_like_a_mark_is_none(line: str) -> None:
    assert mark_of(line) is None


def test_what_stands_before_a_colon_may_be_nobody() -> None:
    text = "Website: update the page"
    assert lead_owner(text, 0, len(text), {"Jim", "Lowe"}) is None


def test_who_acts_may_stand_over_the_entries_of_a_list() -> None:
    body = """*1.  Winter plan
Kate Hall showed the plan.

*2.  Review of duties
Jim Lowe
•  Contract to the new crew

Kate Hall/Omar Nazir:
•  Meet the harbour board
•  Jane to thank the crew

Other matters
•  Count the lamps

*3.  Close
There was nothing else.
"""
    assert actions(body) == [
        ("Contract to the new crew", "Jim Lowe", None),
        ("Meet the harbour board", "Kate Hall/Omar Nazir", None),
        ("Jane to thank the crew", "Jane", None),
        ("Count the lamps", None, None),
    ]


@pytest.mark.parametrize(
    ("text", "action", "owner"),
    [
        ("Action: Obtain a third price (Kate Hall)", "Obtain a third price", "Kate Hall"),
        ("Action: Write to the county (Clerk)", "Write to the county", "Clerk"),
        ("Action: Obtain a price for the lamp (Phase Two)", "Obtain a price for the lamp (Phase Two)", None),
        ("Action: Bring a paper on lamps to the board", "Bring a paper on lamps to the board", None),
        ("Action: Write to the county about the drain", "Write to the county about the drain", None),
    ],
)
def test_who_acts_stands_in_brackets_and_is_no_verb(text: str, action: str, owner: str | None) -> None:
    body = f"*1.  Boats\nThe boats were talked of.\n\n{text}\n\n*2.  Close\nThere was nothing else.\n"
    assert actions(body) == [(action, owner, None)]
