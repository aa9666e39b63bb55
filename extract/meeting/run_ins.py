"""Titles in plain type at the head of an item's text: `3. Case 25-07, Mill Road. The applicant described it.`"""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.meeting.pieces import Piece
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold

_TITLE = re.compile(r"^(?P<title>[A-Z][^.:;!?]{2,80})\.(?=\s+[A-Z])")
_SMALL = frozenset({"of", "the", "and", "to", "for", "in", "on", "a", "an", "at"})
LONGEST = 9  # words, small ones not counted
FEWEST_DOTTED = 2  # usual items that must be printed so in one paper


class Title(NamedTuple):
    """Where in a piece a title ends, its full stop with it, and whether it is that of a usual item of meetings."""

    end: int
    usual: bool


def title_at_head(piece: Piece) -> Title | None:
    """The title that ends with a full stop at the head of a piece: a usual item, or a few words most of which are capitalised."""
    match = _TITLE.match(piece.text) if not (piece.bold or piece.bold_head or piece.cells) else None
    if match is None:
        return None
    usual = fold(match["title"]) in vocabulary("usual_items")
    words = [w for w in match["title"].split() if w.lower() not in _SMALL]
    capital = sum(w[0].isupper() or w[0].isdecimal() for w in words)
    return (
        Title(match.end(), usual) if usual or (capital >= max(1, 0.5 * len(words)) and len(words) <= LONGEST) else None
    )
