"""Votes that a resolution tells of by itself: `RESOLVED nem con`, or a motion moved and seconded and then `RESOLVED`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from extract.meeting.pieces import Piece
from extract.meeting.ranges import Stretch
from extract.meeting.resolved import Resolution
from extract.meeting.vote_words import LOST
from extract.meeting.voted import Motion, Vote

_EVERYBODY = re.compile(r"\bunanim|\bnem(?:\.|ine)?\s?con|\bwithout dissent", re.IGNORECASE)


def stretches_under(resolutions: Sequence[Resolution], one: Resolution) -> list[Stretch]:
    """The stretches of all resolutions that stand under the mark of one."""
    together = [r for r in resolutions if r is one or (r.told is not None and r.told == one.told)]
    return [s for r in together for s in r.stretches]


def resolved_votes(
    pieces: Sequence[Piece],
    resolutions: Sequence[Resolution],
    votes: Sequence[Vote],
    moved: Sequence[tuple[int, Motion]],
) -> Iterator[Vote]:
    """A vote for each mark of resolutions that none of `votes` stands behind, where everybody agreed or somebody moved it.

    `moved` are the motions that were moved and have no vote yet, with the pieces in which they begin.
    """
    marked = sorted((r for r in resolutions if r.told is not None), key=lambda r: r.told or (0, 0, 0))
    before = -1
    for told, group in groupby(marked, key=lambda r: r.told):
        assert told is not None
        under = list(group)
        last = max(s[0] for r in under for s in r.stretches)
        known = any(before < v.first <= last + 1 and not _lost(pieces, v) for v in votes)
        movers = [(i, m) for i, m in moved if before < i <= last + 1 and m.proposer and m.seconder]
        # above the mark, or right below what was resolved: `Proposer: A  Seconder: B`
        mover = next((m for i, m in reversed(movers) if i <= told[0]), None) or next((m for _, m in movers), None)
        everybody = _EVERYBODY.search(pieces[told[0]].text, told[1], told[2]) is not None
        if not known and (mover is not None or everybody):
            motion = Motion(stretches_under(under, under[0]))
            if mover is not None:
                motion.proposer, motion.seconder = mover.proposer, mover.seconder
            yield Vote(motion, result=_trimmed(pieces, told), first=told[0], confidence=0.8, unanimous=everybody)
        before = last


def _lost(pieces: Sequence[Piece], vote: Vote) -> bool:
    """Whether a vote is of an amendment or a motion that fell."""
    if vote.result is None:
        return False
    i, start, end = vote.result
    return LOST.search(pieces[i].text, start, end) is not None


def _trimmed(pieces: Sequence[Piece], told: Stretch) -> Stretch:
    i, start, end = told
    return i, start, start + len(pieces[i].text[start:end].rstrip(" :;.,–—-"))
