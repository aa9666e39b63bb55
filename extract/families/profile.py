"""Risk registers printed as forms, one risk a form or a page."""

from __future__ import annotations

import re

from extract.families import Claim, Family, surely
from extract.registers.blocks import with_blocks
from extract.registers.cards import profiles_of
from extract.registers.profiles import score_of
from extract.registers.reading import read_section
from models.section import Section

_MANY = 3  # forms that are hardly alike by chance
_SURE = 0.98
_FULL = 0.5  # what a form says at least that no prose does
_RISK = re.compile(r"\brisks?\b", re.IGNORECASE)


def claim(section: Section) -> Claim:
    """As sure as the forms are full of a risk's fields."""
    profiles = profiles_of(section)
    best = max((score_of(p) for p in profiles), default=0.0)
    if best < 0.3:
        return Claim(0.0)
    titles = [p.text for p in (section.paper.title, section.heading) if p is not None]
    named = any(_RISK.search(t) for t in titles)
    many = len(profiles) > 1
    full = sum(score_of(p) >= _FULL for p in profiles)
    # lines of labels below headings, too, are forms before they are paragraphs of the report around them
    repeated = full >= _MANY or (many and bool(with_blocks(section)[1]))
    score = min(_SURE, best + 0.1 * named + 0.05 * many + 0.05 * (len(profiles) >= _MANY) + 0.2 * repeated)
    if full >= _MANY:
        score = _SURE  # whatever the report around them says of itself: it is offered what the forms leave
    return Claim(round(score, 3), (f"{len(profiles)} forms of a risk",))


FAMILY = Family("profile", claim, read_section, surely(_SURE), turn=3)
