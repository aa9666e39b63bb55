"""When an action is due, as its own words or a sentence behind it say. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from tests.meetings import paper, texts

MINUTES = """*MINUTES OF THE HARBOUR BOARD HELD ON 4 MARCH 2031

Present: Ida Marsh (Chair), Tom Ferris (TF), Una Orr

*1.   LAMPS
The lamps were out.

{action}

*2.   CLOSE
There was no more business.
"""


@pytest.mark.parametrize(
    ("action", "due"),
    [
        ("ACTION: Tom Ferris to price the lamps by October 12, 2031.", "by October 12, 2031"),
        ("ACTION: Tom Ferris to price the lamps by 12 October 2031.", "by 12 October 2031"),
        ("ACTION: Tom Ferris to price the lamps before the April meeting.", "before the April meeting"),
        ("ACTION: Tom Ferris to price the lamps for the April meeting.", "for the April meeting"),
        ("ACTION A-96 (TF): Price the lamps of both piers. Due 23 May 2031", "23 May 2031"),
        ("ACTION: Tom Ferris to price the lamps for the April report.", None),
        ("ACTION: Tom Ferris to ask at 10 to 12 for October prices.", None),
    ],
)
def test_due(action: str, due: str | None) -> None:
    (found,) = texts(list(read(paper(MINUTES.format(action=action)))), "minute_actions")
    assert found.get("due_text", "").rstrip(".") == (due or "")
    assert "Due" not in found["action"]
