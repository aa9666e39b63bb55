"""Minutes as a table with columns of actions, and what becomes of them. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from tests.meetings import paper, texts
from tests.registers import Set, table

OPENING = "*Minutes of the Pier Board held on 4 March 2025 at 9.30am\n\nPresent: Ida Penn (Chair), Tom Orr, Sue Lake\n"
TEXT = "The harbour master introduced the report, which set out what the winter storms had cost and what was insured."
MORE = "Members asked how often the moorings were looked at, and were told that divers went down twice in each year."


def actions_of(*rows: list[str | Set | None], headings: int = 1) -> list[tuple[str | None, ...]]:
    records = list(read(paper(OPENING, table(list(rows), headings=headings), "The meeting closed at 11.20am.\n")))
    found = [r for r in records if r.view == "minute_actions"]
    names = ("action", "owners", "due_text")
    return [tuple(r.fields[n].text if n in r.fields else None for n in names) for r in found]


BANDED = [
    [Set("*STANDING ITEMS", right=3), None, None],
    ["25/01", f"*Storms\n{TEXT}", ""],
    [Set("*CLOSING ITEMS", right=3), None, None],
]


def test_an_action_over_who_and_when():
    rows = [
        ["Item", "Discussion", "Action: Lead / Due"],
        *BANDED[:1],
        ["25/01", f"*Storms\n{TEXT}", "Ask the insurers for a new survey.\nTO – 17 July 2025"],
        *BANDED[2:],
        ["25/02", f"*Moorings\n{MORE}", ""],
    ]
    assert actions_of(*rows) == [("Ask the insurers for a new survey.", "TO", "17 July 2025")]


def test_an_action_with_its_owner_and_date_in_columns_beside():
    rows = [
        ["Ref", "Discussion", "Action", "Lead", "Due"],
        ["25/01", f"*Storms\n{TEXT}", "Ask the insurers for a new survey.", "TO", "17 July 2025"],
        [Set("25/02", down=2), Set(f"*Moorings\n{MORE}", down=2), "Send divers down a third time.", "SL", "May 2025"],
        [None, None, "Tell the yacht club of the dates.", "IP / TO", "Next meeting"],
    ]
    assert actions_of(*rows) == [
        ("Ask the insurers for a new survey.", "TO", "17 July 2025"),
        ("Send divers down a third time.", "SL", "May 2025"),
        ("Tell the yacht club of the dates.", "IP / TO", "Next meeting"),
    ]


def test_labels_below_an_action_and_cells_that_say_none():
    rows = [
        ["Agenda item", "Summary", "Actions"],
        ["25/01", f"*Storms\n{TEXT}", "Ask the insurers for a new survey.\nLead: TO\nDue: 17 July 2025"],
        ["25/02", f"*Moorings\n{MORE}", "None"],
    ]
    assert actions_of(*rows) == [("Ask the insurers for a new survey.", "TO", "17 July 2025")]


def test_a_band_between_items_is_no_words_of_the_item_above_it():
    rows = [["Item", "Discussion", "Action"], *BANDED, ["25/02", f"*Moorings\n{MORE}", "SL"]]
    records = list(read(paper(OPENING, table(rows), "The meeting closed at 11.20am.\n")))
    assert texts(records, "minutes")[0]["text"] == TEXT


@pytest.mark.parametrize(
    ("sentence", "resolved"),
    [
        ("*The Board approved the survey subject to its cost.", True),
        ("*The Audit Committee formally received the letter.", True),
        ("The Board approved of what had been said.", False),
        ("*Has the Board approved the survey?", False),
    ],
)
def test_a_decision_in_a_bold_sentence(sentence: str, resolved: bool):
    text = f"{OPENING}\n*1.  Apologies\nNone.\n\n*2.  Storms\n{TEXT}\n\n{sentence}\n\n*3.  Close\nThe meeting closed at 11.20am.\n"
    found = texts(list(read(paper(text))), "resolutions")
    assert [r["text"] for r in found] == ([sentence.lstrip("*")] if resolved else [])


def test_a_table_for_each_item_with_its_actions_under_headings():
    first = table([["25/01", Set("*Storms", right=3), None, None], ["", Set(TEXT, right=3), None, None],
                   ["", "*Action", "*Lead", "*Due"], ["", "Ask the insurers for a new survey.", "TO", "17 July 2025"]])  # fmt: skip
    second = table(
        [["25/02", "*Moorings"], ["", "Two were lost in March."], ["", "*Decision: that both be laid again."]]
    )
    records = list(read(paper(OPENING, first, second, "The meeting closed at 11.20am.\n")))
    assert [(m["number"], m["heading"]) for m in texts(records, "minutes")] == [
        ("25/01", "Storms"),
        ("25/02", "Moorings"),
    ]
    assert [m["text"] for m in texts(records, "minutes")] == [TEXT, "Two were lost in March."]
    assert texts(records, "minute_actions") == [
        {"action": "Ask the insurers for a new survey.", "owners": "TO", "due_text": "17 July 2025"}
    ]
    assert [r["text"] for r in texts(records, "resolutions")] == ["that both be laid again."]


def test_items_that_no_rule_parts_are_told_by_their_numbers():
    rows = [
        ["No.", "Item", "Lead", "Due"],
        [
            "25/01\n\n\n\n25/02",
            f"*Storms\n{TEXT}\n\nAsk for a survey.\n*Moorings\nTwo were lost in March.",
            "\n\n\nTO",
            "\n\n\nJuly 2025",
        ],
    ]
    records = list(read(paper(OPENING, table(rows), "The meeting closed at 11.20am.\n")))
    assert [(m["number"], m["heading"]) for m in texts(records, "minutes")] == [
        ("25/01", "Storms"),
        ("25/02", "Moorings"),
    ]
    (action,) = texts(records, "minute_actions")
    assert (action["action"], action["owners"], action["due_text"]) == ("Ask for a survey.", "TO", "July 2025")


def test_decisions_in_a_column_and_actions_with_who_and_when_in_brackets():
    two = "Ask for a new survey by divers. (TO, July 2025)\nTell the yacht club of the dates. (SL, 30/05/2025)"
    rows = [
        ["Item No.", "Discussion", "Decision", "Action (owner and date)"],
        ["25/01", f"*Storms\n{TEXT}", "The Board noted the report.", two],
        ["25/02", f"*Moorings\n{MORE}", "None", ""],
    ]
    records = list(read(paper(OPENING, table(rows), "The meeting closed at 11.20am.\n")))
    assert [r["text"] for r in texts(records, "resolutions")] == ["The Board noted the report."]
    assert actions_of(*rows) == [
        ("Ask for a new survey by divers.", "TO", "July 2025"),
        ("Tell the yacht club of the dates.", "SL", "30/05/2025"),
    ]
