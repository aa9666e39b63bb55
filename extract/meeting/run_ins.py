"""Titles at the head of an item's text, in bold or in plain type: `3. Case 25-07, Mill Road. The applicant described it.`,
`4 Estates – The roof …`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from extract.meeting.pieces import Piece
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold

_TITLE = re.compile(r"^(?P<title>[A-Z][^.:;!?]{2,80}?)(?:[.:]|\s[–—-])(?=\s+[A-Z])")
_SMALL = frozenset({"of", "the", "and", "to", "for", "in", "on", "a", "an", "at"})
LONGEST = 9  # words, small ones not counted
FEWEST_DOTTED = 2  # usual items that must be printed so in one paper
_ENDS = re.compile(r"[.:–—-]\W*$")  # a title in small letters ends so, else it may be a name in bold
_LONGEST_BOLD = 12  # words


class Title(NamedTuple):
    """Where in a piece a title ends, its full stop with it, and whether it is that of a usual item of meetings."""

    end: int
    usual: bool


def title_at_head(piece: Piece) -> Title | None:
    """The title that ends with a full stop, a colon or a dash at the head of a piece: a usual item, or few words, most capitalised."""
    match = _TITLE.match(piece.text) if not (piece.bold or piece.bold_head or piece.cells) else None
    if match is None:
        return None
    usual = is_usual(match["title"])
    words = [w for w in match["title"].split() if w.lower() not in _SMALL]
    capital = sum(w[0].isupper() or w[0].isdecimal() for w in words)
    return (
        Title(match.end(), usual) if usual or (capital >= max(1, 0.5 * len(words)) and len(words) <= LONGEST) else None
    )


def bold_titles(pieces: Sequence[Piece], start: int) -> dict[int, int]:
    """Paragraphs without a number that begin with a title in bold, `CALL TO ORDER The Mayor called …`, and where it ends.

    Those in capitals or those that are not, whichever name more usual items of meetings; none where neither names two.
    """
    found: dict[bool, dict[int, int]] = defaultdict(dict)
    for i in range(start, len(pieces)):
        piece = pieces[i]
        end = piece.bold_head if piece.words and piece.words[0].font.bold and not piece.bold else 0
        title = piece.text[:end].strip()
        if 0 < end < len(piece.text) - 3 and piece.marker is None and len(title.split()) <= _LONGEST_BOLD:
            upper = title.isupper() and sum(c.isalpha() for c in title) > 2
            if upper or _ENDS.search(title):
                found[upper][i] = end
    usual = {upper: sum(is_usual(pieces[i].text[:end]) for i, end in ends.items()) for upper, ends in found.items()}
    best = max(usual, key=lambda upper: usual[upper], default=False)
    return found[best] if usual.get(best, 0) >= FEWEST_DOTTED else {}


def is_usual(title: str) -> bool:
    """Whether a title is that of a usual item of meetings."""
    return fold(title.strip(" .:–—-")) in vocabulary("usual_items")
