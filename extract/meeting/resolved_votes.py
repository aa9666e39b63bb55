"""Votes that a resolution tells of by itself: `RESOLVED nem con`, or a motion moved and seconded and then `RESOLVED`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from extract.meeting.movers import movers_in
from extract.meeting.pieces import Piece
from extract.meeting.ranges import Stretch
from extract.meeting.resolved import Resolution
from extract.meeting.vote_words import LOST
from extract.meeting.voted import Motion, Vote

AT_HEAD = 3  # characters before who moved, at the head of a paragraph
_EVERYBODY = re.compile(r"\bunanim|\bnem(?:\.|ine)?\s?con|\bwithout dissent", re.IGNORECASE)


def stretches_under(resolutions: Sequence[Resolution], one: Resolution) -> list[Stretch]:
    """The stretches of all resolutions that stand under the mark of one."""
    together = [r for r in resolutions if r is one or (r.told is not None and r.told == one.told)]
    return [s for r in together for s in r.stretches]


def stretches_before(pieces: Sequence[Piece], resolutions: Sequence[Resolution], one: Resolution) -> list[Stretch]:
    """The stretches that a vote behind one of some resolutions is on: all of its list, where no other of them has its own movers."""
    together = [r for r in resolutions if r is one or (r.told is not None and r.told == one.told)]
    if together[-1] is not one or len(together) == 1:
        return list(one.stretches)
    first, last = together[0].stretches[0], one.stretches[0]
    parted = any(
        next(movers_in(pieces[i].text[first[1] if i == first[0] else 0 : last[1] if i == last[0] else None]), None)
        for i in range(first[0], last[0] + (last[1] > 0))
    )
    return list(one.stretches) if parted else stretches_under(resolutions, one)


def counts_names(counted: Sequence[Vote], found: Sequence[Vote], i: int, resolutions: Sequence[Resolution]) -> bool:
    """Whether a vote counted in piece `i` is the one by name right above, which it is given to: `RESOLVED, by 7 votes to 4, that …`."""
    told = next((r.told for r in resolutions if r.told is not None and r.told[0] == i), None)
    if told is None or len(counted) != 1:
        return False
    named = [v for v in found if v.names and not v.counts]
    last = next((v for v in named if max(n[0] for names in v.names.values() for n in names) == i - 1), None)
    if last is None:
        return False
    last.counts = dict(counted[0].counts)
    last.result = last.result or told
    return True


def give_above(pieces: Sequence[Piece], vote: Vote, resolutions: Sequence[Resolution]) -> None:
    """A motion carried whose words are not found is what was resolved right above who moved it: `RESOLUTION: …`, `Moved: A …`"""
    if vote.motion.stretches or vote.result is None or _lost(pieces, vote):
        return
    movers = next(movers_in(pieces[vote.first].text), None)
    above = [r for r in resolutions if r.told and r.stretches[-1][0] == vote.first - 1]
    if above and movers is not None and movers.start < AT_HEAD and movers.seconder is not None:
        vote.motion = replace(vote.motion, stretches=stretches_under(resolutions, above[-1]))


def told_again(pieces: Sequence[Piece], vote: Vote, votes: Sequence[Vote]) -> bool:
    """Whether a vote without figures or names is one of `votes` that has them, printed again with its movers as it was resolved."""
    if vote.counts or vote.names or not vote.motion.stretches or vote.motion.proposer is None:
        return False
    own = _said(pieces, vote)
    return any(v is not vote and (v.counts or v.names) and _said(pieces, v) == own for v in votes)


def _said(pieces: Sequence[Piece], vote: Vote) -> list[str]:
    """The words of a vote's motion, and who moved and seconded it."""
    held = [" ".join(pieces[i].text[a:b] for i, a, b in vote.motion.stretches)]
    held += [
        pieces[m[0]].text[m[1] : m[2]] if m is not None else "" for m in (vote.motion.proposer, vote.motion.seconder)
    ]
    return [text.strip(" .;,").casefold() for text in held]


def give_counted(pieces: Sequence[Piece], vote: Vote, resolutions: Sequence[Resolution]) -> None:
    """A vote whose counts stand in the mark of what was resolved is on that: `… and RESOLVED by 8 votes to 5`, `That …`."""
    count = vote.counts.get("votes_for")
    if count is None:
        return
    own = next((r for r in resolutions if r.told and r.told[0] == count[0] and r.told[1] < count[1] < r.told[2]), None)
    if own is not None and own.told is not None:
        vote.motion = replace(vote.motion, stretches=stretches_under(resolutions, own))
        vote.result = _trimmed(pieces, own.told)


def take_movers(pieces: Sequence[Piece], vote: Vote, moved: list[tuple[int, Motion]]) -> None:
    """Who moved what was resolved and counted, where the line below the counts says nothing else; that motion waits no more."""
    below = next((m for m in moved if m[0] == vote.first + 1), None)
    if below is None or vote.motion.proposer is not None or not vote.motion.stretches:
        return
    movers = next(movers_in(pieces[below[0]].text), None)
    if (
        movers is not None
        and movers.start < AT_HEAD
        and not any(c.isalnum() for c in pieces[below[0]].text[movers.end :])
    ):
        vote.motion = replace(vote.motion, proposer=below[1].proposer, seconder=below[1].seconder)
        moved.remove(below)


def give_below(pieces: Sequence[Piece], vote: Vote, resolutions: Sequence[Resolution]) -> None:
    """A motion carried whose words are not printed is what was resolved right below: `… and carried.`, `RESOLVED that …`."""
    if vote.motion.stretches or vote.result is None or _lost(pieces, vote):
        return
    last = max(vote.first, vote.last, vote.result[0])
    below = next((r for r in resolutions if r.told and last < r.told[0] <= last + 1), None)
    if below is not None and below.told and next(movers_in(pieces[below.told[0]].text), None) is None:
        vote.motion = replace(vote.motion, stretches=stretches_under(resolutions, below))


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
