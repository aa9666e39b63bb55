"""Motions as moved, put and told: `Moved by A, seconded by B, that … CARRIED (5–1)`, with the roll call where one was taken.

What was carried is a resolution and a vote; what was lost is a vote only, its words stay in the minute's text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.meeting.list_labels import LABEL, style_of
from extract.meeting.motion_words import words_behind_roll, words_of_motion
from extract.meeting.moved_again import put_once, without_said_before
from extract.meeting.movers import Movers, movers_in
from extract.meeting.names import is_body, is_name
from extract.meeting.pieces import Piece
from extract.meeting.provisos import names_provisos
from extract.meeting.ranges import Stretch, Used
from extract.meeting.resolved import Resolution
from extract.meeting.seconders import second_behind, second_below
from extract.meeting.tallies import tally_of
from extract.meeting.told import Put, in_boxes, majority, told
from extract.meeting.voted import Motion, Vote

_TO_AMEND = re.compile(r"\bamendment\b[^.]*$", re.IGNORECASE)  # before its movers
_AMENDS = re.compile(
    r"[\s,]*(?:(?:as|by way of)\s+)?(?:an?|the)\s+(?:\w+\s+)?amendment\b", re.IGNORECASE
)  # behind them
_OVER_WORDS = re.compile(r"\b(?:RESOLVED|AGREED|ORDERED|VOTED)(?:\s+(?:UNANIMOUSLY|unanimously))?\s*[:–—-]\s*$")
SHORT_LEAD = 60  # characters: what stands over the limbs of a motion says who resolves, not what


@dataclass(frozen=True, slots=True)
class Motions:
    """What the motions of an item come to; `seen` are the pieces that other readers of resolutions and votes pass over.

    `untold` were moved and seconded, and no result of theirs is printed: what was resolved near them may be theirs.
    """

    resolutions: tuple[Resolution, ...] = ()
    votes: tuple[Vote, ...] = ()
    seen: frozenset[int] = frozenset()
    untold: tuple[tuple[int, Motion], ...] = ()


def read_motions(pieces: Sequence[Piece], used: Used, marks: Sequence[bool]) -> Motions:
    """The motions of an item's pieces whose result is printed; the words of those carried are marked as used.

    `marks` says of each piece whether it holds the word RESOLVED or its like.
    """
    moved = without_said_before(pieces, _moved(pieces))
    put, loose = told(pieces, moved)
    moved, put = put_once(pieces, moved, put)
    for one in put:
        one.motion = one.motion or words_behind_roll(pieces, one)
    put = [one for one in put if not _marked_alone(one, pieces, marks)]
    boxed = {i for m in moved if m not in put and in_boxes(pieces, m) for i in range(m.index, m.last + 1)}
    boxed |= {i for roll in loose for i in range(roll.index, roll.stop)}
    disposed = any(p.beside for p in pieces)  # what came of the item stands in a column beside it
    resolutions: list[Resolution] = []
    votes: list[Vote] = []
    seen: set[int] = set()
    # the last mark that is no motion's own: `RESOLVED (Orr/Lake): that …` over `RESOLVED (Penn/Reid): that …` are two
    told_so = {one.index for one in put if one.motion and one.result and one.result.stretch[0] == one.index}
    again = max((i for i, mark in enumerate(marks) if mark and i not in told_so), default=-1)
    told_again = _repeated(pieces, put)
    for one in put:
        one.voted = one.voted and one not in told_again
        own = set(range(one.index, one.last + 1)) - boxed
        seen.update(own, (s[0] for s in one.motion))
        votes.extend([_vote(one)] if one.voted else [])
        carried = one.result.carried if one.result else majority(pieces, one)
        if (
            one.spoken
            or not carried
            or not one.motion
            or disposed
            or one in told_again
            or again > max(s[0] for s in one.motion)
        ):
            continue  # what is printed again as resolved is resolved there
        for stretch in one.motion:
            used.add(*stretch)
            if stretch[1] == 0:
                used.markers.add(stretch[0])
            _take_marks(pieces[stretch[0]].text, stretch, used)
        _take_verb(pieces, one, used)
        resolutions.extend(limbs_of(pieces, one.motion))
    left = [m for m in moved if m not in put and m.seconder is not None]
    # with its sides in boxes a motion keeps its words: the reader of votes finds them there
    untold = tuple(
        (m.index, Motion(list(m.motion) if in_boxes(pieces, m) else [], m.proposer, m.seconder)) for m in left
    )
    return Motions(tuple(resolutions), tuple(votes), frozenset(seen), untold)


def _repeated(pieces: Sequence[Piece], put: Sequence[Put]) -> list[Put]:
    """Motions carried that are printed again, movers and words, as resolved: there was one vote on them."""
    found: list[Put] = []
    for n, one in enumerate(put):
        again = (o for o in put[n + 1 :] if o.result is not None and o.result.stretch[0] == o.index and not o.figures)
        if one.motion and one.result is not None and one.result.carried and one.roll is None and not one.figures:
            own = _key(pieces, one)
            found.extend([one] if any(_key(pieces, o) == own for o in again) else [])
    return found


def _key(pieces: Sequence[Piece], one: Put) -> tuple[str, ...]:
    held = [one.proposer, *([one.seconder] if one.seconder else []), *one.motion]
    return tuple(pieces[i].text[a:b].rstrip(" .") for i, a, b in held)


def _marked_alone(one: Put, pieces: Sequence[Piece], marks: Sequence[bool]) -> bool:
    """Whether a motion is told by the word RESOLVED before its movers, and its words are not found: they are read as resolved.

    So are those that stand before a note of its movers.
    """
    if one.spoken:
        over = one.motion[0][0]
        while over and pieces[over].marker and not marks[over]:  # the list under the word
            over -= 1
        if marks[over]:
            return True
    return not one.motion and one.result is not None and one.result.stretch[0] == one.index and marks[one.index]


def _take_marks(text: str, stretch: Stretch, used: Used) -> None:
    """The quotation marks around a resolution's words go with them."""
    i, start, end = stretch
    if start and text[start - 1] in '“"':
        used.add(i, start - 1, start)
    if text[end : end + 1] in {"”", '"'}:
        used.add(i, end, end + 1 + (text[end + 1 : end + 2] == "."))


def _take_verb(pieces: Sequence[Piece], one: Put, used: Used) -> None:
    """`RESOLVED:` at the end of a paragraph over the words goes with them."""
    above = one.motion[0][0] - 1
    if one.result is not None and one.result.stretch[0] == above and one.motion[0][1] == 0:
        verb = _OVER_WORDS.search(pieces[above].text)
        used.add(above, verb.start(), len(pieces[above].text)) if verb is not None else None


def limbs_of(pieces: Sequence[Piece], motion: Sequence[Stretch]) -> list[Resolution]:
    """A motion as one resolution, or one for each of its limbs: `That Council:` over 1., 2., 3., as under RESOLVED."""
    lead, limbs = motion[0], motion[1:]
    text: str | None = pieces[lead[0]].text[lead[1] : lead[2]].strip()
    led = text is not None and text.endswith(":") and len(text) <= SHORT_LEAD and not names_provisos(text)
    if limbs and not led and all(pieces[i].marker and start == 0 for i, start, _ in motion):
        limbs, text = motion, None  # each with its label: `(a) That …; and`, `(b) That …`
    alone = LABEL.match(pieces[lead[0]].marker or "") if not limbs and lead[1] == 0 else None
    if (
        alone is not None and alone["label"].isalpha()
    ):  # the one letter of a list: `it was resolved to:`, `A   Approve …`
        return [Resolution([lead], alone["label"], pieces[lead[0]].marker_words, confidence=0.9)]
    labels = [LABEL.match(pieces[i].marker or "") for i, _, _ in limbs]
    first = labels[0]["label"] if len(labels) == 1 and labels[0] is not None else ""
    one = led and first in {"a", "i", "A"}  # `That Council:` over a list of one
    if (len(limbs) < 2 and not one) or not (led or text is None) or not all(labels):
        return [Resolution(list(motion), confidence=0.9)]
    found: list[Resolution] = []
    for limb, label in zip(limbs, labels, strict=True):
        last = found[-1] if found else None
        i, start, end = last.stretches[0] if last else limb
        said = label["label"] if label is not None else ""
        if (
            last is not None
            and style_of(last.label or "") != style_of(said)
            and names_provisos(pieces[i].text[start:end])
        ):
            last.stretches.append(limb)
        else:
            found.append(Resolution([limb], said, pieces[limb[0]].marker_words, text, confidence=0.9))
    return found


def _moved(pieces: Sequence[Piece]) -> list[Put]:
    """The motions in the order in which they are moved, with their words where these follow."""
    found: list[Put] = []
    for i, piece in enumerate(pieces):
        every = list(movers_in(piece.text)) if not piece.cells and tally_of(piece.text) is None else []
        every = [m for m in every if is_name(who := piece.text[slice(*m.proposer)]) or not is_body(who)]
        for n, movers in enumerate(every):
            end = every[n + 1].start if n + 1 < len(every) else len(piece.text)
            seconder = (i, *movers.seconder) if movers.seconder else None
            one = Put(i, movers, (i, *movers.proposer), seconder, last=i)
            one.amendment = "mendment" in piece.text[movers.start : movers.end].casefold() or _amends(
                piece.text, movers
            )
            second_below(pieces, one)
            one.motion = words_of_motion(pieces, one, end)
            one.last = max([one.last, *(s[0] for s in one.motion)])
            second_behind(pieces, one)
            found.append(one)
    return found


def _amends(text: str, movers: Movers) -> bool:
    """Whether the words around its movers call a motion an amendment."""
    before = _TO_AMEND.search(text, max(0, movers.start - 160), movers.start)
    return before is not None or _AMENDS.match(text, movers.end) is not None


def _vote(one: Put) -> Vote:
    motion = Motion(list(one.motion), one.proposer, one.seconder)
    vote = Vote(motion, first=one.index, last=one.last, confidence=0.9 if one.motion and not one.spoken else 0.75)
    vote.result = one.result.stretch if one.result else None
    vote.of_rival = one.rival is not None and one.result is not None and one.result.amendment
    if one.roll is not None:
        vote.counts.update(one.roll.counts)
        vote.names.update(one.roll.names)
    vote.counts.update(one.figures)
    return vote
