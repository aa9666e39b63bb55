"""What a resolution is, where in an item it stands, and where sentences end."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.meeting.ranges import Stretch
from models.page import Word

SENTENCE = re.compile(
    r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\b(?:No|Mr|Dr|Ms|St|Mt|Ft)\.)(?<!\b(?:Mrs|Rev|Hon)\.)(?<!\b(?:Cllr|Prof|Capt)\.)(?<!\bCllrs\.)"
    r"(?<![:;,] \d\.)\s+(?=[A-Z“\"‘(])"
)  # `St. Mary’s Square` is no sentence's end


@dataclass(slots=True)
class Resolution:
    """One resolution: where its text stands, its label, and the words over a list that say what was done (`agreed the following`)."""

    stretches: list[Stretch]
    label: str | None = None
    label_words: tuple[Word, ...] = ()
    lead_in: str | None = None
    confidence: float = 0.95
    mark: tuple[Word, ...] = field(default=())
    behind: tuple[Word, ...] = ()  # what is said of its vote in brackets behind it
    told: Stretch | None = None  # where the mark stands that it is under, with others or alone


def sentence_end(text: str, start: int) -> int:
    match = SENTENCE.search(text, start)
    return match.start() if match else len(text)
