"""Lists of contents, and of the agenda, at the head of minutes: what they list are the headings below, which bear no numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.meeting.chains import Candidate
from extract.meeting.pieces import Piece
from extract.wording import fold

_LEADER = re.compile(r"(?:\.{5,}|(?:\. ){4,}\.?|…{2,}|·{5,})\s*\d{1,3}(?!\d)")  # `Opening ......... 3`
OPENING = 120  # pieces: a table of contents ends by then
FEWEST_LED = 3  # entries with leaders
FEWEST = 2  # headings
MOSTLY = 0.6  # share of the entries that stand again as headings


def headings_listed(pieces: Sequence[Piece], chain: Sequence[Candidate]) -> list[int]:
    """The headings below a plain numbered list that print its entries again, in order; [] where most are not."""
    if len(chain) < FEWEST or any(c.styled for c in chain):
        return []
    wanted = {fold(pieces[c.index].text) for c in chain if pieces[c.index].text}
    found: list[int] = []
    for i in range(chain[-1].index + 1, len(pieces)):
        piece = pieces[i]
        if (piece.bold or piece.level is not None) and piece.marker is None and fold(piece.text) in wanted:
            wanted.discard(fold(piece.text))
            found.append(i)
    return found if len(found) >= max(FEWEST, MOSTLY * len(chain)) else []


def lists_pages(lines: Sequence[str]) -> bool:
    """Whether most of the lines of a paragraph lead to pages: an entry of a table of contents, or the whole of it."""
    return sum(_LEADER.search(line) is not None for line in lines) >= MOSTLY * len(lines)


def without_contents(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces without a table of contents whose entries are led to their pages: it stands between a paper's cover and its text."""
    led = {i for i, p in enumerate(pieces[:OPENING]) if _LEADER.search(p.text) is not None}
    return [p for i, p in enumerate(pieces) if i not in led] if len(led) >= FEWEST_LED else pieces
