"""Actions behind which labels say who and when: in the paragraph, in brackets, on lines below it, in a list."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from extract.meeting.action_labels import labelled_parts
from tests.meetings import paper, texts

HEAD = """*MINUTES OF THE HARBOUR BOARD HELD ON 4 MARCH 2024

*Present:
Ida Marsh (IM) Chair
Tom Ferris (TF) Harbour Master

*1.   LAMPS
The lamps were mended.

{}

*2.   ROPES
The ropes were bought.

*3.   CLOSE
There was no more business.
"""


def actions(text: str) -> list[tuple[str, str | None, str | None]]:
    found = texts(list(read(paper(HEAD.format(text)))), "minute_actions")
    return [(a["action"], a.get("owners"), a.get("due_text")) for a in found]


@pytest.mark.parametrize(
    ("text", "owners", "due"),
    [
        ("Action: Pier lamps to be counted each month. Lead: IM / TF Due: 3 May 2024", "IM / TF", "3 May 2024"),
        ("ACTION: Pier lamps to be counted each month. Deadline: next report; Owner: IM", "IM", "next report"),
        ("Action: Pier lamps to be counted each month. (By whom: TF, by when: June)", "TF", "June"),
        ("Action: Pier lamps to be counted each month. (By whom: TF; By when: June)", "TF", "June"),
        (
            "Action: Pier lamps to be counted each month. Responsible: Tom Ferris | Timescale: May | Status: Open",
            "Tom Ferris",
            "May",
        ),
        ("Action: Pier lamps to be counted each month.\n\nOwner: IM\n\nDue: on completion", "IM", "on completion"),
        ("Action: Pier lamps to be counted each month. Lead: IM Due:\n\nNext report", "IM", "Next report"),
    ],
)
def test_who_and_when_behind_labels(text: str, owners: str, due: str | None):
    assert actions(text) == [("Pier lamps to be counted each month.", owners, due)]


def test_a_list_of_actions_each_with_its_labels():
    found = actions("Actions:\n\n- Paint the doors (Who: TF, When: June)\n\n- Wash the windows. Assigned to: Ida Marsh")
    assert found == [("Paint the doors", "TF", "June"), ("Wash the windows.", "Ida Marsh", None)]


def test_an_action_that_names_its_body_first_is_not_owned_by_it():
    (action,) = actions("Action: Pier Committee to review the lamps. Lead: TF Due: May")
    assert action == ("Pier Committee to review the lamps.", "TF", "May")


def test_words_that_only_look_like_labels_stay_in_the_action():
    assert (
        labelled_parts("Ask who: the wardens or the crew should count the lamps, and when: at dawn or at dusk") is None
    )
    assert labelled_parts("Tell the Lead: " + "the long story of the lamps " * 5) is None


def test_who_is_to_act_stands_before_a_date_with_a_label_or_below_the_word() -> None:
    (named,) = actions("Action: TF to count the lamps. Due: September")
    assert named == ("TF to count the lamps.", "TF", "September")
    (below,) = actions("The lamps were dim. Clerk to report on lamps. Action:\n\n*TF / IM")
    assert below[:2] == ("Clerk to report on lamps.", "TF / IM")
    (dated,) = actions("*Resolved: that the lamps be mended.\n\nAction: TF (by 12 December)")
    assert dated[1:] == ("TF", "by 12 December")
