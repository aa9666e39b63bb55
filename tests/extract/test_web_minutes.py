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


def _larger(block: Paragraph) -> Paragraph:
    def word(w: Word) -> Word:
        return replace(w, font=replace(w.font, size=14.0, bold=True))

    lines = tuple(replace(line, words=tuple(map(word, line.words))) for line in block.lines)
    words = tuple(w for line in lines for w in line.words)
    return replace(block, lines=lines, words=words, bold=True, size=14.0, heading_level=2)


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
