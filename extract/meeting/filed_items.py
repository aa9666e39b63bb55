"""Items of an agenda that the clerk's system numbers by their files, under headings without numbers: `25-0611  Minutes of …`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.meeting.headings import Heading, number_of
from extract.meeting.pieces import Piece
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold

FILE = re.compile(r"(?:[A-Z]{1,5}[- ]?)?\d{2,4}-\d{2,5}")  # `25-0117`, `RES 2025-014`
FEWEST = 2  # files, and usual items among the headings
FIRST = 11  # characters, of which one is its dash
LEVEL = 4.0  # points: headings begin at one edge, and files at theirs
SAME_SIZE = 0.6  # points


def filed_items(pieces: Sequence[Piece]) -> list[Heading]:
    """The headings of both kinds in order; none where too few files are named, or too few headings are those of usual items."""
    heads = [i for i, p in enumerate(pieces) if "-" in p.text[:FIRST] and FILE.match(p.text)]
    filed = {i: own[0] for i in heads if (own := number_of(pieces[i])) and FILE.fullmatch(own[0])}
    if len(filed) < FEWEST:
        return []
    edge = min((pieces[i].left for i in filed), default=0.0)
    filed = {i: ref for i, ref in filed.items() if pieces[i].left - edge < LEVEL}
    if len(filed) < FEWEST:
        return []
    usual = [i for i, p in enumerate(pieces) if p.bold and not p.marker and fold(p.text) in vocabulary("usual_items")]
    if len(usual) < FEWEST:
        return []
    first = pieces[usual[0]]
    found = [Heading(i, i + 1, None, (i,), score=0.8) for i in range(usual[0], len(pieces)) if _alike(pieces[i], first)]
    found += [Heading(i, i + 1, ref, (i,), score=0.8) for i, ref in filed.items() if i > usual[0]]
    return sorted(found, key=lambda heading: heading.index)


def _alike(piece: Piece, first: Piece) -> bool:
    return (
        piece.bold
        and not piece.marker
        and abs(piece.size - first.size) < SAME_SIZE
        and abs(piece.left - first.left) < LEVEL
    )
