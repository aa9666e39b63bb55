"""Columns at the right of minutes that no rule holds, below headings of columns. All invented."""

from __future__ import annotations

from extract.families.minutes import read
from tests.meetings import paper, texts

MINUTES = """*MINUTES OF THE PIER COUNCIL HELD ON 4 MARCH 2024

*Present:
Cllr Ida Penn (Chair)
Cllr Tom Orr
Cllr Sue Lake

*Item   Discussion                                              Action

*1.     APOLOGIES
        There were none.

*2.     LAMPS
        The Clerk told of the dark on the pier and of what a    IP
        new lamp would cost in the spring.                      3 May 2024

*3.     ROPES
        The ropes were said to be old.                          TO to count
                                                                the ropes

*4.     CLOSE
        There was no more business, and the members who had stayed to the end went home.
"""


def test_a_column_that_no_rule_holds_is_read_by_itself_below_its_heading() -> None:
    records = list(read(paper(MINUTES)))
    assert [a["person"] for a in texts(records, "attendance")] == ["Cllr Ida Penn", "Cllr Tom Orr", "Cllr Sue Lake"]
    lamps, ropes = texts(records, "minute_actions")
    assert (lamps["owners"], lamps["due_text"]) == ("IP", "3 May 2024")
    assert lamps["action"] == "The Clerk told of the dark on the pier and of what a new lamp would cost in the spring."
    assert (ropes["owners"], ropes["action"]) == ("TO", "TO to count the ropes")
    assert [m.get("text") for m in texts(records, "minutes") if m["heading"] == "ROPES"] == [
        "The ropes were said to be old."
    ]


def test_without_headings_beside_it_a_word_heads_no_column() -> None:
    text = MINUTES.replace(
        "*Item   Discussion                                              Action", "*The Council in Action"
    )
    assert "TO to count the ropes" not in [a["action"] for a in texts(list(read(paper(text))), "minute_actions")]
