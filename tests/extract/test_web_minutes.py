"""Minutes as web pages print them: two levels of headings without numbers, lists, a list of actions, a line of copyright. All invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.families.minutes import read
from models.page import Word
from models.section import Paragraph, Section
from normalise.document import normalise_document
from tests.meetings import paper, texts

TEXT = """*Harbour Commons Board monthly meeting, 3 April 2025
This meeting was led by Ada Orr and Bo Lake.

Board members in attendance:

• Ada Orr
• Bo Lake

Finance

*Balance
Two pounds are left.

Old business

*Tug
• The tug was painted.
• It floats.

*Bell
• The bell rang.

New business

*Crane
• The crane was greased.

Action items

• Bo Lake: Write to the yard about the crane.

© 2005-2025 Harbour Commons and its friends.
"""
LARGE = ("Finance", "Old business", "New business", "Action items")


def _web(text: str) -> Section:
    """A paper whose upper headings are larger, and in bold."""
    made = paper(text)
    large = [isinstance(b, Paragraph) and b.text in LARGE for b in made.blocks]
    blocks = zip(made.blocks, large, strict=True)
    return replace(made, blocks=tuple(_larger(b) if big and isinstance(b, Paragraph) else b for b, big in blocks))


def _larger(block: Paragraph, size: float = 14.0, *, bold: bool = True) -> Paragraph:
    def word(w: Word) -> Word:
        return replace(w, font=replace(w.font, size=size, bold=bold))

    lines = tuple(replace(line, words=tuple(map(word, line.words))) for line in block.lines)
    words = tuple(w for line in lines for w in line.words)
    return replace(block, lines=lines, words=words, bold=bold, size=size, heading_level=2)


def test_items_stand_under_headings_of_a_lower_level() -> None:
    records = list(read(_web(TEXT)))
    assert [(m["heading"], m["text"]) for m in texts(records, "minutes")] == [
        ("Balance", "Two pounds are left."),
        ("Tug", "The tug was painted. It floats."),
        ("Bell", "The bell rang."),
        ("Crane", "The crane was greased."),
        ("Action items", "Bo Lake: Write to the yard about the crane."),
    ]
    (action,) = texts(records, "minute_actions")
    assert (action["action"], action["owners"]) == ("Write to the yard about the crane.", "Bo Lake")


@pytest.mark.parametrize(
    ("said", "chair"),
    [
        ("This meeting was led by Ada Orr and Bo Lake.", "Ada Orr; Bo Lake"),
        ("The call was hosted by Bo Lake.", "Bo Lake"),
        ("The session was facilitated by Ada Orr & Bo Lake.", "Ada Orr; Bo Lake"),
    ],
)
def test_two_may_lead_a_meeting(said: str, chair: str) -> None:
    section = _web(TEXT.replace("This meeting was led by Ada Orr and Bo Lake.", said))
    normalised = normalise_document(list(read(section)), [section.paper])
    (meeting,) = [r for r in normalised.records if r.printed.view == "meetings"]
    assert meeting.values["chair"].value == chair


PARTS = """Minutes of Yard Committee Meeting No.4

3 April 2025

Attendees

• [AO] Ada Orr (Chair)
• [BL] Bo Lake

Apologies

• [CR] Cy Reed

Discussion

1. Tugs

The tug was painted.

*D1 - Paint the bridge:

It is rusty.

*D2 - Oil the winch:

It creaks.

*D3 - Mend the mast:

It leans.

2. Bells

The bell rang.

3. Cranes

The crane was greased.

Actions

• [AO] Write to the yard about the crane.
• [AO, BL] Ask for a price of the bell.
    • See the list of last year

Next Meeting

The first week of May.
"""
SIZES = {"Minutes of": 20.0, "Attendees": 16.0, "Apologies": 16.0, "Discussion": 16.0, "Actions": 16.0, "Next Meeting": 16.0,
         "Tugs": 13.0, "Bells": 13.0, "Cranes": 13.0}  # fmt: skip


def _in_parts(text: str) -> Section:
    """A paper whose headings are told by the size of their type alone."""
    made = paper(text)
    blocks = []
    for block in made.blocks:
        size = next(
            (s for head, s in SIZES.items() if isinstance(block, Paragraph) and block.text.startswith(head)), None
        )
        blocks.append(_larger(block, size, bold=False) if size and isinstance(block, Paragraph) else block)
    return replace(made, blocks=tuple(blocks))


def test_numbered_headings_in_large_type_are_the_items_and_parts_in_larger_type_are_none() -> None:
    records = list(read(_in_parts(PARTS)))
    assert [(m["number"], m["heading"]) for m in texts(records, "minutes")] == [
        ("1", "Tugs"), ("2", "Bells"), ("3", "Cranes"),
    ]  # fmt: skip
    assert texts(records, "minutes")[2]["text"] == "The crane was greased."
    assert "D2 - Oil the winch: It creaks." in texts(records, "minutes")[0]["text"]
    assert texts(records, "meetings")[0]["body"] == "Yard Committee"


def test_initials_in_brackets_stand_before_names_and_actions() -> None:
    records = list(read(_in_parts(PARTS)))
    assert [(a["person"], a["initials"], a.get("role"), a["status"]) for a in texts(records, "attendance")] == [
        ("Ada Orr", "AO", "Chair", "Attendees"),
        ("Bo Lake", "BL", None, "Attendees"),
        ("Cy Reed", "CR", None, "Apologies"),
    ]
    assert [(a["action"], a["owners"]) for a in texts(records, "minute_actions")] == [
        ("Write to the yard about the crane.", "AO"),
        ("Ask for a price of the bell. See the list of last year", "AO, BL"),
    ]
    made = [r for r in normalise_document(records).records if r.view == "minute_actions"]
    assert all("minute_number" not in r.values for r in made)
    assert [r.values["owners"].value for r in made] == ["Ada Orr", "Ada Orr; Bo Lake"]


def test_when_they_meet_again_and_whose_the_page_is_are_no_part_of_the_last_item() -> None:
    foot = "The next meeting is Thursday 5 June, 10.00\n\nAll content is available under the Harbour Licence\n"
    text = "*Minutes of the Pier Board, 3 April 2025\nPresent: Ada Orr\n\n*1.  Lamps\nLit.\n\n*2.  Boats\nAfloat.\n\n"
    records = list(read(paper(f"{text}*3.  Any other business\n• There was none.\n\n{foot}")))
    assert [m["text"] for m in texts(records, "minutes")] == ["Lit.", "Afloat.", "There was none."]
    dated = list(read(paper(f"{text}*3.  Dates of meetings\n• They were agreed.\n\n{foot}")))
    assert texts(dated, "minutes")[-1]["text"] == "They were agreed. The next meeting is Thursday 5 June, 10.00"


def test_entries_of_an_item_called_decisions_are_resolved_each() -> None:
    text = "*Minutes of the Pier Board, 3 April 2025\nPresent: Ada Orr\n\n*1.  Lamps\nLit.\n\n*2.  Boats\nAfloat.\n\n*3.  Decisions\n"
    records = list(read(paper(f"{text}• The Board agreed that oil be bought.\n• Bells be rung.\n")))
    assert [r["text"] for r in texts(records, "resolutions")] == [
        "The Board agreed that oil be bought.",
        "Bells be rung.",
    ]
    prose = list(read(paper(f"{text}Two were put off. The Board will hear of them in May.\n")))
    assert texts(prose, "resolutions") == []
