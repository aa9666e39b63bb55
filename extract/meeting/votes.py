"""Recorded votes of one item: the motion, who moved it, the counts, the names behind them, and whether it was carried."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from extract.meeting.moved_subjects import subject_moved
from extract.meeting.pieces import Piece
from extract.meeting.ranges import Stretch
from extract.meeting.resolved import SENTENCE, Resolution
from extract.meeting.resolved_tails import before_movers
from extract.meeting.resolved_votes import (
    counts_names,
    give_above,
    give_below,
    give_counted,
    resolved_votes,
    stretches_before,
    stretches_under,
    take_movers,
    told_again,
)
from extract.meeting.rolls import RollCall, roll_call
from extract.meeting.vote_rows import named_over
from extract.meeting.vote_words import (
    ANNOUNCED,
    ASSENT,
    NAME,
    QUOTE,
    RECOMMENDED,
    REFERENCE,
    RESULT,
    SIDE,
    counted_in,
    moved_in,
    unanimous_in,
)
from extract.meeting.voted import Motion, Vote

DECLARED = re.compile(
    r"\b(?:declared|announced|pronounced)\b[^.;]{0,40}\b(?:motion|amendment|resolution|vote|it)\b", re.IGNORECASE
)


def read_votes(
    pieces: Sequence[Piece],
    resolutions: Sequence[Resolution] = (),
    seen: Collection[int] = (),
    known: Sequence[Vote] = (),
    untold: Sequence[tuple[int, Motion]] = (),
) -> list[Vote]:
    """The votes of an item's pieces in printed order. Nothing is used up: they stay in the minute's text too.

    `resolutions` are what the item resolved: who proposed and seconded one, in the same breath, was a vote on it.
    `seen` are pieces whose votes have been read already: these are `known`. `untold` were moved there, and not told how they fared.
    """
    motions = [(i, m) for i, m in _motions(pieces) if i not in seen]
    named = {i for i, _ in motions}
    motions = sorted([*motions, *((i, m) for i, m in untold if i not in named)], key=lambda at: at[0])
    found: list[Vote] = []
    i = 0
    while i < len(pieces):
        if i in seen:
            i += 1
            continue
        roll = roll_call(pieces, i)
        if roll is not None:
            found.append(_by_name(pieces, roll))
            i = roll.stop
            continue
        if SIDE.match(pieces[i].text) and _column(pieces[i].text) == "votes_for":
            i, vote = _sides(pieces, i)
            found.append(vote)
            continue
        counted = [_in_line(pieces, i, match) for match in counted_in(pieces[i].text)]
        counted = [] if counts_names(counted, [*known, *found], i, resolutions) else counted
        found.extend(counted or ([] if _declared(pieces, i, known) else _unanimous(pieces, i)))
        i += 1
    put: set[int] = set()
    for vote in found:
        _give_motion(vote, pieces, motions)
        if id(vote.motion) in put and _resolved_since(vote, resolutions, motions):
            vote.motion = Motion()  # that motion has had its vote: this one is on what was resolved
        put.add(id(vote.motion))
        give_counted(pieces, vote, resolutions)
        if vote.result is None:
            vote.result = _result_near(pieces, max(vote.first, vote.last), seen)
    given = [id(v.motion) for v in found]
    for i, motion in motions:
        result = ASSENT.search(pieces[i].text)
        if id(motion) not in given and (result or any(s[0] == i for r in resolutions for s in r.stretches)):
            marked = next((r.told for r in resolutions if r.told and any(s[0] == i for s in r.stretches)), None)
            span = (i, *result.span()) if result else marked
            found.append(Vote(motion, result=span, first=i, confidence=0.85))
    given = [id(v.motion) for v in found]
    moved = [(i, m) for i, m in motions if id(m) not in given]
    for vote in found:
        _give_resolution(vote, pieces, resolutions)
        take_movers(pieces, vote, moved)
    for vote in known:
        give_above(pieces, vote, resolutions)
    for vote in (*known, *found):
        give_below(pieces, vote, resolutions)
    found = [v for v in found if not told_again(pieces, v, [*known, *found])]
    found.extend(resolved_votes(pieces, resolutions, [*known, *found], moved))
    return sorted(found, key=lambda v: v.first)


def _declared(pieces: Sequence[Piece], i: int, known: Sequence[Vote]) -> bool:
    """Whether a piece only declares how the vote right before it ended: `The Chair declared the motion passed unanimously.`"""
    if not known or DECLARED.search(pieces[i].text) is None:
        return False
    return any(i - max(v.first, v.last, v.result[0] if v.result else 0) == 1 for v in known)


def _resolved_since(vote: Vote, resolutions: Sequence[Resolution], motions: Sequence[tuple[int, Motion]]) -> bool:
    """Whether something was resolved between a vote's motion and the vote."""
    moved = max((i for i, m in motions if m is vote.motion), default=-1)
    return any(moved < r.stretches[-1][0] <= vote.first for r in resolutions)


def _give_resolution(vote: Vote, pieces: Sequence[Piece], resolutions: Sequence[Resolution]) -> None:
    """A motion that is not printed as such is the resolution just before, in the same paragraph or the one above."""
    first = vote.first
    if not vote.motion.stretches and vote.motion.proposer is not None:
        first = min(first, vote.motion.proposer[0])  # `Carried.` on a line of its own below who moved it
    while first and vote.names and ANNOUNCED.search(pieces[first - 1].text):
        first -= 1
    resolutions = [r for r in resolutions if not pieces[r.stretches[0][0]].beside]  # a disposition is no motion
    before = [r for r in resolutions if first - 1 <= r.stretches[-1][0] <= vote.first]
    same = [r for r in before if r.stretches[-1][0] == vote.first]
    if before and not vote.motion.stretches:
        chosen = (same or before)[-1]
        vote.motion = replace(vote.motion, stretches=stretches_before(pieces, resolutions, chosen))
        if vote.result is None and chosen.mark:
            index, start, _ = chosen.stretches[0]
            text = pieces[index].text[:start]
            mark = re.search(r"RESOLVED|Resolved", text)
            vote.result = (index, *mark.span()) if mark else chosen.told  # `RESOLVED:` over a list
    elif not vote.motion.stretches and (vote.names or vote.unanimous):
        below = [
            r
            for r in resolutions
            if max(vote.first, vote.last) < (r.told or r.stretches[0])[0] <= max(vote.first, vote.last) + 2
        ]
        if below:  # what was resolved is told after the vote
            vote.motion = replace(vote.motion, stretches=stretches_under(resolutions, below[0]))


def _column(text: str) -> str:
    match = SIDE.match(text)
    side = match["side"].casefold() if match else ""
    if side.startswith(("abst",)):
        return "abstentions"
    if side.startswith("ag"):
        return "votes_against"
    return "votes_for" if side.startswith(("f", "i", "ay", "y")) else "votes_against"


def _sides(pieces: Sequence[Piece], i: int) -> tuple[int, Vote]:
    """A vote printed side by side: `For (5)`, names, `Against (2)`, names, `Abstain (1)`, names, the result."""
    vote = Vote(Motion(), first=i)
    side = ""
    while i < len(pieces):
        piece = pieces[i]
        match = SIDE.match(piece.text)
        if match:
            new = _column(piece.text)
            if new in vote.counts:
                break
            side = new
            vote.counts[side] = (i, match.start("count"), match.end("count"))
            if match.end() < len(piece.text):
                vote.names[side] = [(i, match.end(), len(piece.text))]
        elif (result := RESULT.search(piece.text)) and len(piece.text) < 60:
            vote.result = (i, result.start(), result.end())
            return i + 1, vote
        elif (
            side
            and side not in vote.names
            and not piece.marker
            and _names(piece.text)
            and not named_over(pieces, i + 1)
        ):
            vote.names[side] = [(i, 0, len(piece.text))]
        else:
            break
        i += 1
    return i, vote


def _by_name(pieces: Sequence[Piece], roll: RollCall) -> Vote:
    """A vote by name that stands behind no motion in print."""
    result = RESULT.search(pieces[roll.stop - 1].text, roll.end)
    told = (roll.stop - 1, *result.span()) if result else None
    return Vote(
        Motion(named_over(pieces, roll.index)),
        dict(roll.counts),
        dict(roll.names),
        told,
        first=roll.index,
        last=roll.stop - 1,
    )


def _names(text: str) -> bool:
    return re.match(rf"{NAME}(?:,|\s+and\b|$)", text) is not None


def _in_line(pieces: Sequence[Piece], i: int, match: re.Match[str]) -> Vote:
    vote = Vote(Motion(), first=i)
    for key, column in (("for", "votes_for"), ("against", "votes_against"), ("abstain", "abstentions")):
        for n in "1234567":
            name = f"{key}{n}"
            if name in match.re.groupindex and match[name]:
                vote.counts[column] = (i, match.start(name), match.end(name))
    if match["who"]:  # `seven in favour, and Cllr Orr abstained`
        side = "votes_against" if match["opposed"] else "abstentions"
        vote.names[side] = [(i, *match.span("who"))]
    result = RESULT.search(pieces[i].text, match.end()) or RESULT.search(pieces[i].text)
    if result:
        vote.result = (i, result.start(), result.end())
    return vote


def _unanimous(pieces: Sequence[Piece], i: int) -> list[Vote]:
    """A vote that says by its result alone how everybody voted: `was put to the vote and carried unanimously`, `agreed nem con`."""
    match = unanimous_in(pieces[i].text)
    if match is None or moved_in(pieces[i].text) is not None:
        return []  # with its motion it is read there
    return [Vote(Motion(), result=(i, *match.span()), first=i, last=i, confidence=0.8, unanimous=True)]


def _result_near(pieces: Sequence[Piece], i: int, seen: Collection[int]) -> Stretch | None:
    for j in range(i, min(i + 3, len(pieces))):
        if j in seen:
            break
        match = RESULT.search(pieces[j].text)
        if match:
            return (j, match.start(), match.end())
    return None


def _motions(pieces: Sequence[Piece]) -> Iterator[tuple[int, Motion]]:
    """Motions as they are moved, with the piece in which they begin."""
    for i, piece in enumerate(pieces):
        match = moved_in(piece.text)
        if match is None:
            continue
        motion = Motion(paragraph=re.sub(r"\D", "", piece.marker or "") or None)
        motion.proposer = (i, match.start("proposer"), match.end("proposer"))
        motion.seconder = (i, match.start("seconder"), match.end("seconder"))
        worded = _quoted(pieces, i, match.end()) or _in_sentence(piece, i, match.end())
        worded = worded or _below(pieces, i, match.end())
        motion.stretches = worded or subject_moved(piece.text, i, match.start())
        yield i, motion


def _quoted(pieces: Sequence[Piece], i: int, start: int) -> list[Stretch]:
    """The first text in quotation marks after a motion is moved; it may run over several paragraphs."""
    for j in range(i, min(i + 4, len(pieces))):
        text = pieces[j].text
        if j > i and (SIDE.match(text) or moved_in(text) is not None):
            return []
        match = QUOTE.search(text, start if j == i else 0)
        if match is None:
            continue
        found = [(j, match.start("inside"), match.end("inside"))]
        while not match["close"] and j + 1 < len(pieces):
            j += 1
            close = re.search(r"[”\"]", pieces[j].text)
            found.append((j, 0, close.start() if close else len(pieces[j].text)))
            if close or len(found) > 60:
                break
        return found
    return []


def _in_sentence(piece: Piece, i: int, start: int) -> list[Stretch]:
    """`proposed by A, seconded by B that …`: the rest of the sentence."""
    match = re.match(
        r"[\s,]*(?:(?:(?:as|by way of)\s+)?an?\s+(?:[\w-]+\s+){0,2}?(?:amendment|motion|recommendation|proposal|resolution)[\s,:]+)?"
        r"(?:(?:and\s+(?:it\s+was\s+)?(?:\w+\s+)?(?:resolved|agreed)\s+)?(?P<motion>that\s+)|(?:and\s+)?a\s+vote\s+was\s+(?:then\s+)?taken\s+(?P<taken>to\s+))",
        piece.text[start:],
        re.IGNORECASE,
    )
    if match is None:
        return []
    end = SENTENCE.search(piece.text, start + match.end())
    first, stop = start + match.start(match.lastgroup or 0), end.start() if end else len(piece.text)
    return [(i, first, before_movers(piece.text, first, stop))]


def _below(pieces: Sequence[Piece], i: int, end: int) -> list[Stretch]:
    """`It was proposed by A, seconded by B:` over the words of the motion."""
    below = pieces[i + 1] if i + 1 < len(pieces) and pieces[i].text[end:].strip() == ":" else None
    return (
        [(i + 1, 0, len(below.text))] if below is not None and below.text.startswith(("That ", "that ", "To ")) else []
    )


def _give_motion(vote: Vote, pieces: Sequence[Piece], motions: Sequence[tuple[int, Motion]]) -> None:
    """The motion a vote was on: the one whose paragraph is named, else the last one moved, else what was recommended."""
    before = [(i, m) for i, m in motions if i <= vote.first]
    for j in range(vote.first, max(-1, vote.first - 3), -1):
        named = REFERENCE.search(pieces[j].text)
        if named:
            for _, motion in before:
                if motion.paragraph == named["number"]:
                    vote.motion = motion
                    return
            break
    if before and (before[-1][1].stretches or before[-1][1].proposer):
        vote.motion = before[-1][1]
        return
    for j in range(vote.first, -1, -1):
        match = RECOMMENDED.search(pieces[j].text)
        if match:
            vote.motion = Motion([(j, match.start("motion"), match.end("motion"))])
            vote.confidence = 0.8
            return
