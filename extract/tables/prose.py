"""Telling lines of running text from lines of a table."""

from __future__ import annotations

import re
from itertools import pairwise

from extract.tables.textlines import TextLine

PROSE_WORDS = 7
WIDEST_GAP_OF_PROSE = 2.2  # of the font size: justified lines stretch their spaces
STRETCHED = 0.45  # of the font size: the usual space of a line that is stretched to its margins
NOTE = re.compile(r"^\s*(?:\*|†|‡|notes?\b|key\b|sources?\b|\(?\d\)|continued\b)", re.IGNORECASE)


def is_prose(line: TextLine, width: float, share: float = 0.5) -> bool:
    """Whether a line fills its column, or `share` of it, with running text."""
    if len(line.words) < PROSE_WORDS or line.x1 - line.x0 <= share * width:
        return False
    gaps = sorted(b.x0 - a.x1 for a, b in pairwise(line.words))
    letters = sum(w.text[:1].isalpha() for w in line.words)
    if letters < 0.6 * len(line.words) or gaps[-1] >= WIDEST_GAP_OF_PROSE * line.size:
        return False
    # A stretched line has wide spaces throughout; one wide gap among narrow ones parts columns.
    usual = gaps[len(gaps) // 2]
    return gaps[-1] < 1.1 * line.size or usual > STRETCHED * line.size


def is_tabular(line: TextLine, width: float) -> bool:
    """Whether a line shows a wide gap and is no stretched line of prose."""
    return len(line.segments) >= 2 and not is_prose(line, width)
