"""Sheets of decisions: the items of a meeting, and under each what was decided and nothing else."""

from __future__ import annotations

import re

from extract.meeting.agenda_items import ListedItem, list_items
from extract.meeting.flow import pieces_of
from models.section import Block, Paragraph

HEAD = 6  # paragraphs among which the title stands
LONGEST_TITLE = 160  # characters
MOSTLY = 0.6  # share of the items under which something is decided
FEWEST = 2
NAMED = re.compile(
    r"\bdecisions? (?:sheets?|lists?|notices?|records?|summary)\b"
    r"|\b(?:notice|summary|record|list|schedule|sheet)s? of (?:[\w’'-]+ ){0,3}decisions\b",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"(?:it was )?(?:(?:unanimously )?(?:resolved|agreed|decided|recommended|approved|noted|deferred|granted|refused|adopted|withdrawn|"
    r"received|endorsed|determined))\b|(?:\(?(?:1|a|i)[.)]\s*)?(?:that|to)\s|decisions?\s*:"
    r"|the [\w’' -]{3,40}? (?:agreed|resolved|noted|approved|decided|considered|received|recommended|endorsed)\b",
    re.IGNORECASE,
)


def decided_items(blocks: tuple[Block, ...]) -> list[ListedItem]:
    """The items of a paper that calls itself a sheet of decisions; [] where most of them decide nothing."""
    head = [b for b in blocks if isinstance(b, Paragraph)][:HEAD]
    if not any(NAMED.search(p.text) for p in head if len(p.text) < LONGEST_TITLE):
        return []
    items = [item for item in list_items(pieces_of(blocks)) if item.text is not None]
    decided = sum(_DECIDED.match(item.text.text) is not None for item in items if item.text is not None)
    return items if decided >= max(FEWEST, MOSTLY * len(items)) else []
