"""Items of an agenda in plain type that are whole sentences: `3. To approve the minutes of the meeting held on 6 October.`"""

from __future__ import annotations

from collections.abc import Sequence

from extract.meeting.headings import Heading, number_of
from extract.meeting.pieces import Piece

LEVEL = 4.0  # points: the numbers of one list stand at one edge
MOSTLY = 0.7  # share of the headings that are in plain type


def with_sentences(pieces: Sequence[Piece], headings: Sequence[Heading]) -> list[Heading]:
    """The headings, and between and behind them the numbered pieces that count on, where the list is in plain type.

    Under bold headings numbers are those of paragraphs: there nothing is added.
    """
    counted = [h for h in headings if h.number is not None and h.number.isdecimal() and h.words]
    plain = [h for h in counted if not (pieces[h.words[0]].bold or pieces[h.words[0]].upper or h.cut)]
    if len(counted) < len(headings) or len(plain) < max(2, MOSTLY * len(counted)):
        return list(headings)
    known = {h.index: h for h in counted}
    covered = {i for h in counted for i in range(h.index, h.stop)}
    edge = pieces[counted[0].index].left
    found: list[Heading] = []
    last = 0
    for i in range(counted[0].index, len(pieces)):
        if i in known:
            found.append(known[i])
            last = int(known[i].number or 0)
            continue
        own = number_of(pieces[i]) if i not in covered and pieces[i].marker and pieces[i].text else None
        after = next((int(h.number or 0) for h in counted if h.index > i), None)
        counts_on = own is not None and own[0] == str(last + 1) and (after is None or last + 1 < after)
        if own is not None and counts_on and abs(pieces[i].left - edge) < LEVEL:
            found.append(Heading(i, i + 1, own[0], (i,), score=0.75))
            last += 1
    return found
