"""Motions that are told twice: `Member Orr moved to …`, then in a box `MOVER: Ida Orr`, `RESULT: PASSED`; or first in brief."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from extract.meeting.pieces import Piece
from extract.meeting.ranges import Stretch
from extract.meeting.told import Put

NEAR = 24  # pieces: an amendment with a box of its own may stand between a motion and its box
_BOXED = re.compile(r"(?:mover|moved(?:\s+by)?|motion\s+by)\s*:", re.IGNORECASE)


def put_once(pieces: Sequence[Piece], moved: list[Put], put: list[Put]) -> tuple[list[Put], list[Put]]:
    """The motions as moved and as told, each told by a box with the words of the one that it tells of, which is left out."""
    again: list[Put] = []
    for box in put:
        if box.motion or _BOXED.match(pieces[box.index].text) is None:
            continue
        above = [m for m in moved if m.motion and 0 < box.index - m.index <= NEAR and m not in again]
        of = next((m for m in reversed(above) if _same(pieces, m, box)), None)
        if of is None:
            continue
        again.append(of)
        box.motion, box.seconder = of.motion, box.seconder or of.seconder
        since = max((m.index for m in moved if m is not box and m.index < box.index), default=0)
        if of.result is not None and since <= of.result.stretch[0] < box.index:
            box.figures = box.figures or of.figures
            box.roll = box.roll or of.roll
    if not again:
        return moved, put
    return [m for m in moved if m not in again], [one for one in put if one not in again]


def without_said_before(pieces: Sequence[Piece], moved: Sequence[Put]) -> list[Put]:
    """The motions without those told of (`Cr Orr, seconded by Cr Lake, moved an amendment`) over their words and movers again."""
    found: list[Put] = []
    for one, after in zip_longest(moved, moved[1:]):
        told = after is not None and not one.motion and 0 < after.index - one.index <= NEAR and bool(after.motion)
        if after is None or not told or not _same_movers(pieces, one, after) or after.motion[0][0] <= one.index:
            found.append(one)
        else:
            after.amendment = after.amendment or one.amendment
    return found


def _same_movers(pieces: Sequence[Piece], one: Put, other: Put) -> bool:
    if one.seconder is None or other.seconder is None:
        return False
    both = [(one.proposer, other.proposer), (one.seconder, other.seconder)]
    return all(_surname(pieces, a) == _surname(pieces, b) for a, b in both)


def _same(pieces: Sequence[Piece], one: Put, box: Put) -> bool:
    """Whether the same people moved and seconded, and it ended in the same way."""
    if _BOXED.match(pieces[one.index].text) is not None:
        return False
    seconders = [_surname(pieces, s) for s in (one.seconder, box.seconder) if s is not None]
    ends = {r.carried for r in (one.result, box.result) if r is not None}
    return (
        _surname(pieces, one.proposer) == _surname(pieces, box.proposer) and len(set(seconders)) < 2 and len(ends) < 2
    )


def _surname(pieces: Sequence[Piece], stretch: Stretch) -> str:
    i, start, end = stretch
    return pieces[i].text[start:end].rstrip(" .,").rpartition(" ")[2].casefold()
