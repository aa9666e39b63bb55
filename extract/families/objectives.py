"""The objectives that commitments serve: bands between their rows, or the headings over their tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.families.table_titles import Over
from models.record import Field
from models.table import Cell

LONGEST_OBJECTIVE = 260  # characters; a band that says more is an introduction
_OBJECTIVE = re.compile(
    r"^(?:our\s+)?(?:(?:strategic|corporate|key|council|service|operational)\s+)?(?:theme|priority|objective|aim|goal|pillar|outcome|"
    r"ambition|commitment|workstream|mission|focus area|area of focus|programme|strand|enabler|recommendation)s?\b",
    re.IGNORECASE,
)
_NO_OBJECTIVE = re.compile(
    r"^(?:(?:action|delivery|implementation|improvement|work|business)\s+plan|appendix|annex|table|figure|progress|update|summary|"
    r"key\b|background|introduction|next steps|actions?$|deliverables?$|milestones?$|recommendations?$)",
    re.IGNORECASE,
)
_LIST = re.compile(  # `Key projects`: what it lists, and not what for
    r"^(?:(?:our|key|main|major|priority|planned|supporting)\s+)*(?:actions?|deliver(?:y|ables?)|projects?|milestones?|activit(?:y|ies)"
    r"|initiatives?|commitments?|programmes?|tasks?)(?:\s+(?:and\s+\w+|plan|update|progress|this \w+))*$",
    re.IGNORECASE,
)


def names_objective(text: str) -> bool:
    """Whether a heading begins as those of objectives do: `Priority 2: Clean quays`."""
    return _OBJECTIVE.match(text) is not None


def heading_objective(over: Over, *, alone: bool) -> Field | None:
    """The heading over a table, where it names an objective: by its words, or as one of several over such tables."""
    titled = over.title is not None and names_objective(over.title.text)
    heading = over.heading or (over.title if titled else None)
    if heading is not None and _LIST.match(heading.text):  # `Key projects` under each of the priorities
        heading = over.outer or (over.title if titled else heading)
    if heading is None or len(heading.text) > LONGEST_OBJECTIVE or _NO_OBJECTIVE.match(heading.text):
        return None
    named = names_objective(heading.text)
    if alone and not named:
        return None
    words = heading.all_words if heading.marker else heading.words
    text = f"{heading.marker} {heading.text}" if heading.marker else heading.text
    return Field(text, words, confidence=0.88 if named else 0.78)


def band_objective(bands: Sequence[Cell]) -> Field | None:
    """The innermost band that is short enough to name an objective."""
    short = [b for b in bands if len(b.text) <= LONGEST_OBJECTIVE]
    if not short:
        return None
    page, box = short[-1].boxes[0]
    place = (page, (box.x0, box.top, box.x1, box.bottom))
    return Field(short[-1].text, short[-1].words, confidence=0.9, fill=short[-1].fill, place=place)
