"""Risk registers as a table: spreadsheet prints, slides, tables of a text document, tables without rules."""

from __future__ import annotations

import re

from extract.families import Claim, Family, by_tables
from extract.registers.reading import read_section
from extract.registers.tables import MAY_BE, look
from models.section import Section

_RISK = re.compile(r"\brisks?\b", re.IGNORECASE)
_REGISTER = re.compile(
    r"\brisk (?:register|log|map|profiles?)\b|\b(?:register|summary) of risks\b|"
    r"\b(?:corporate|strategic|principal|top|key|main|major|significant|emerging) risks\b|"
    r"\bassurance framework\b",
    re.IGNORECASE,
)

FIRST_LINES, LONGEST_TITLE = 4, 90  # paragraphs; characters


def claim(section: Section) -> Claim:
    """As sure as of its surest table; a section that speaks of risks in its title is likelier to hold a register."""
    best = max((look(t) for t in section.tables), key=lambda r: r.score, default=None)
    if best is None or best.score < MAY_BE:
        return Claim(0.0)
    titles = [p.text for p in (section.paper.title, section.heading) if p is not None]
    titles += [
        p.text for p in section.paper.opening[:FIRST_LINES] if len(p.text) <= LONGEST_TITLE
    ]  # below the body's name
    named = any(_RISK.search(t) for t in titles)
    score = min(0.98, best.score + (0.25 if any(_REGISTER.search(t) for t in titles) else 0.1 if named else 0.0))
    return Claim(round(score, 3), (*best.reasons, *(("a title that names risks",) if named else ())))


FAMILY = Family("register", claim, read_section, by_tables(0.98), turn=0)
