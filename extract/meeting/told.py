"""How motions fare: each that was moved is given the result, or the roll call, that is its own; divisions of motion against amendment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.meeting.dissent import OPPOSES, dissent_behind, dissent_below
from extract.meeting.fates import Result, bare_vote, result_in
from extract.meeting.movers import Movers
from extract.meeting.pieces import Piece
from extract.meeting.ranges import Stretch
from extract.meeting.rolls import RollCall, roll_call
from extract.meeting.vote_words import IN_LINE, moved_in

NEAR = 16  # pieces: how far below its motion a result stands
_PICKED = re.compile(
    r"\b(?:to\s+(?:adopt|approve|agree|support)|(?:adopted|approved|agreed))\s+the\s+(?P<what>motion|amendment)\b"
    r"|\b(?:the\s+)?(?P<won>motion|amendment)\s+(?:was|were)?[\s,]*(?:accordingly|therefore|thereupon)?[\s,]*(?:declared|became|being)"
    r"(?:\s+to\s+be)?\s+the\s+(?:finding|decision|resolution)",
    re.IGNORECASE,
)  # how a division is told
_NOBODY = re.compile(r"[(\[]\s*0\s*[)\]]")  # a side that nobody is on has no names below it anyhow
_PUT = re.compile(
    r"\b(?:motion|amendment)\b[^.]*$", re.IGNORECASE
)  # what a roll call was taken on, named right before it
_DIVIDES = re.compile(r"\bdivision\b", re.IGNORECASE)  # between a result and the names of those who voted
_BOXED = re.compile(r"(?:For|Against|In favour|Abstain(?:ed|ing)?|Abstentions?)\s*\(\d{1,3}\)\s*(?!:)", re.IGNORECASE)


@dataclass(slots=True)
class Put:
    """A motion on its way: moved in piece `index`, told as `result` or by `roll`."""

    index: int
    movers: Movers
    proposer: Stretch
    seconder: Stretch | None
    motion: list[Stretch] = field(default_factory=list)
    result: Result | None = None
    roll: RollCall | None = None
    figures: dict[str, Stretch] = field(default_factory=dict)
    last: int = 0  # the last piece that belongs to it
    amendment: bool = False
    rival: Put | None = None  # the amendment against which a motion stood in a division
    voted: bool = True  # whether there was a vote on it alone
    spoken: bool = False  # its words are what was said before its movers: they stay the minute's text


def told(pieces: Sequence[Piece], moved: Sequence[Put]) -> tuple[list[Put], list[RollCall]]:
    """The motions with their results, and the roll calls that are of none of them.

    A result is that of the motion last moved and not yet told, an amendment's of an amendment.
    """
    waiting: list[Put] = []
    done: list[Put] = []
    loose: list[RollCall] = []
    queue = list(moved)
    called = RollCall(0, 0, 0, 0)  # the last roll call: what stands in it is read
    for i, piece in enumerate(pieces):
        if i < called.stop - 1 or (piece.text[:1] in OPPOSES and _opposed_below(done, piece, i)):
            continue
        place, behind = (called.end if i == called.stop - 1 else 0), False
        while True:
            movers_at = queue[0].movers.end if queue and queue[0].index == i else None
            result = result_in(piece.text, i, place, behind=behind)
            behind = False
            result = None if result is not None and queue and _told_before(queue[0], result) else result
            roll = roll_call(pieces, i, place)
            starts = (movers_at, result.stretch[1] if result else None, roll.start if roll else None)
            events = [p for p in starts if p is not None]
            if not events:
                break
            first = min(events)
            if movers_at is not None and movers_at == first:
                one = queue.pop(0)
                (done if one.result is not None else waiting).append(one)
                place = max([movers_at, *(s[2] for s in one.motion if s[0] == i)])
                behind = place == movers_at
                continue
            waiting = [w for w in waiting if i - w.last <= NEAR]
            if roll is not None and roll.start == first:
                own = _told_last(done, waiting, roll) and _called_behind(pieces, done, roll)
                if not own and not _called(pieces, roll, waiting) and not _called_behind(pieces, done, roll):
                    loose.append(roll)
                called = roll
                if roll.stop - 1 > i:
                    break
                place = roll.end
                continue
            assert result is not None
            place = result.stretch[2]
            due = _awaits(waiting, amendment=result.amendment, motion=result.motion)
            if due is None:
                _declared(done, result, i)
            else:
                due.result, due.last, due.roll = result, max(due.last, i), due.roll or dissent_behind(piece, i, place)
                due.figures = result.counts or bare_vote(piece.text, i, 0)
                waiting.remove(due)
                done.extend(_settled(due, result))
    for one in waiting:
        if one.roll is not None and one.roll.division:
            done.extend(_divided(pieces, one))
        elif one.roll is not None and majority(pieces, one) is not None:
            done.append(one)
    return sorted((o for o in done if not in_boxes(pieces, o)), key=lambda o: (o.index, o.movers.start)), loose


def _told_before(one: Put, result: Result) -> bool:
    """Whether a result is printed before the movers of its motion, once or twice: `Motion Passed: … Passed with a motion by …`."""
    own = one.result
    return (
        own is not None
        and own.stretch[0] == one.index == result.stretch[0]
        and own.stretch[1] <= result.stretch[1] < one.movers.start
    )


def _opposed_below(done: Sequence[Put], piece: Piece, i: int) -> bool:
    """Gives the motion told in the piece above those whom a line names as opposed to it; whether it does."""
    last = done[-1] if done else None
    if last is None or last.result is None or last.roll is not None or not last.result.stretch[0] <= last.last == i - 1:
        return False
    last.roll = dissent_below(piece, i)
    last.last = i if last.roll is not None else last.last
    return last.roll is not None


def _called(pieces: Sequence[Piece], roll: RollCall, waiting: list[Put]) -> bool:
    """Gives a roll call to the motion that it is on; False where none waits for it.

    Names that follow counts of the same sides are of the same vote.
    """
    if roll.division:
        _face(waiting)
    called = _before_roll(pieces, roll)
    amendment = not roll.division and _on_amendment(called)
    due = _awaits(waiting, amendment=amendment)
    if (
        due is not None
        and due.roll is not None
        and roll.counts.keys() >= due.roll.counts.keys()
        and _PUT.search(called)
    ):
        due = _awaits([w for w in waiting if w.roll is None], amendment=amendment)  # each motion by its own roll call
    if due is None:
        return False
    if due.roll is None:
        due.roll = roll
    elif roll.names and not due.roll.names and due.roll.counts.keys() <= roll.sides:
        due.roll.names.update(roll.names)
    else:
        return False
    due.last = max(due.last, roll.stop - 1)
    return True


def _told_last(done: Sequence[Put], waiting: Sequence[Put], roll: RollCall) -> bool:
    """Whether a roll call stands right below the result of a motion moved after all that still wait: `PUT AND CARRIED`, `For: …`."""
    if not done or not waiting or done[-1].result is None or roll.index - done[-1].last > 1:
        return False
    return done[-1].index > waiting[-1].index


def _called_behind(pieces: Sequence[Piece], done: Sequence[Put], roll: RollCall) -> bool:
    """Gives a roll call below a result to the motion that the result is of: `CARRIED 3/1`, `For: …`, or `A division was called`."""
    last = done[-1] if done else None
    if last is None or last.roll is not None or roll.division or last.index > roll.index:
        return False
    if any(not _DIVIDES.search(p.text) or p.cells for p in pieces[last.last + 1 : roll.index]):
        return False
    last.roll, last.last = roll, max(last.last, roll.stop - 1)
    return True


def _declared(done: Sequence[Put], result: Result, i: int) -> None:
    """Takes a result right below the roll call that was taken on one told before: `The division was declared CARRIED by 5 votes to 2.`."""
    last = done[-1] if done else None
    if last is not None and last.roll is None and _again(last, result, i):
        last.last = i
        last.figures = last.figures or result.counts
        return
    if (
        last is None
        or last.roll is None
        or last.result is None
        or not last.result.stretch[0] < last.roll.index <= last.last == i - 1
    ):
        return
    last.last = i
    last.figures = last.figures or result.counts
    if last.result.carried != result.carried:
        last.result = result


def _again(last: Put, result: Result, i: int) -> bool:
    """Whether a sentence below a motion says again how it fared: `The motion on being put was carried.` below `Resolved (Orr/Lake)`."""
    return last.result is not None and last.last == i - 1 and last.result.carried == result.carried


def _before_roll(pieces: Sequence[Piece], roll: RollCall) -> str:
    """The words before a roll call, in its paragraph or in the one above."""
    before = pieces[roll.index].text[: roll.start]
    return pieces[roll.index - 1].text if roll.index and not any(c.isalpha() for c in before) else before


def _on_amendment(before: str) -> bool:
    """Whether the words before a roll call say that it is on an amendment."""
    last = max((m.end() for m in re.finditer(r"\bamendment\b", before, re.IGNORECASE)), default=-1)
    return last > max((m.end() for m in re.finditer(r"\bmotion\b", before, re.IGNORECASE)), default=-1)


def _face(waiting: list[Put]) -> None:
    """A division: of what waits, the last amendment stands against the motion; there is no other vote on it."""
    motion = next((w for w in waiting if not w.amendment and w.roll is None), None)
    rivals = [w for w in waiting if w.amendment and w is not motion]
    if motion is not None and rivals:
        motion.rival = rivals[-1]
        waiting[:] = [*(w for w in waiting if w is not motion and w is not rivals[-1]), motion]


def _settled(one: Put, result: Result) -> list[Put]:
    """A motion with its result; in a division what the amendment won, the motion lost."""
    rival = one.rival
    if rival is None:
        return [one]
    rival.voted = False
    if result.amendment:
        one.result, rival.result = replace(result, carried=not result.carried), result
    else:
        rival.result = replace(result, carried=not result.carried)
    return [one, rival]


def _divided(pieces: Sequence[Piece], one: Put) -> list[Put]:
    """A division whose result stands in words of its own: `to adopt the amendment`."""
    stop = one.roll.stop if one.roll is not None else one.last
    for i in range(stop - 1, min(stop + 4, len(pieces))):
        match = _PICKED.search(pieces[i].text, one.roll.end if one.roll is not None and i == stop - 1 else 0)
        if match is not None:
            of_rival = (match["what"] or match["won"]).casefold() == "amendment"
            one.result = Result((i, *match.span()), carried=True, amendment=of_rival)
            one.last = i
            return _settled(one, one.result)
    return [one]


def in_boxes(pieces: Sequence[Piece], one: Put) -> bool:
    """Whether the counts stand in a sentence of their own or side by side in brackets (`For (5)`, names below): read as such."""
    own = pieces[one.index : one.last + 1]
    lost = one.result is not None and not one.result.carried
    counted = bool(one.figures) and not (one.result is not None and one.result.before)
    told = one.roll is None and (lost or not counted) and any(IN_LINE.search(p.text) for p in own)
    known = moved_in(pieces[one.index].text) is not None
    return (told and known) or any(_BOXED.match(p.text) and not _NOBODY.search(p.text) for p in own)


def _awaits(waiting: Sequence[Put], *, amendment: bool, motion: bool = False) -> Put | None:
    """The motion that a result or a roll call is of: the last one moved, but for what is called an amendment or a motion."""
    last = waiting[-1] if waiting else None
    if motion:
        return next((w for w in reversed(waiting) if not w.amendment), last)
    return next((w for w in reversed(waiting) if w.amendment), last) if amendment else last


def majority(pieces: Sequence[Piece], one: Put) -> bool | None:
    """Whether a roll call without a result was carried, by the figures or the names of both sides; None where that is not told."""
    if one.roll is not None and one.roll.carried is not None:
        return one.roll.carried
    if one.roll is None or one.roll.division or not {"votes_for", "votes_against"} <= one.roll.sides:
        return None
    places = [one.roll.counts.get(side) for side in ("votes_for", "votes_against")]
    ayes, noes = (pieces[at[0]].text[slice(*at[1:])] if at is not None else "" for at in places)
    if ayes.isdecimal() and noes.isdecimal():
        return int(ayes) > int(noes)
    return "votes_against" not in one.roll.names
