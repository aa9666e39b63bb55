"""Motions over items: `Moved by A: That the items below be adopted:`, the items with what each resolves, then how all of them fared.

The votes stand under the last of the items; they are those of the motion over the first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.meeting.fates import result_in
from extract.meeting.headings import Heading
from extract.meeting.motions import limbs_of
from extract.meeting.movers import movers_in
from extract.meeting.pieces import Piece
from extract.meeting.ranges import Stretch, Used
from extract.meeting.resolved import Resolution
from extract.meeting.rolls import roll_call

LAST = 3  # pieces: the motion stands so near the end of its item
MOST_LINES = 8  # that tell how it fared
_OVER = re.compile(r"\b(?:below|following|as follows|listed|identified)\b[^.]*:\s*$", re.IGNORECASE)
_RESOLVES = re.compile(r"(?:That|THAT)\b")


@dataclass(frozen=True, slots=True)
class Consent:
    """What a motion over items is to one item: over it, or within it. `fate` is where it is told how the motion fared."""

    over: bool
    fate: tuple[int, int]
    carried: bool


def consent_items(pieces: Sequence[Piece], headings: Sequence[Heading], last: int) -> Mapping[int, Consent]:
    """The items that motions stand over or within, by the place of their heading among the headings."""
    found: dict[int, Consent] = {}
    stops = [*(h.index for h in headings[1:]), last]
    for n, heading in enumerate(headings[:-1]):
        if n in found or pieces[stops[n] - 1].text[-1:] != ":" or not _opens(pieces, heading.stop, stops[n]):
            continue
        for m in range(n + 1, len(headings)):
            body = range(headings[m].stop, stops[m])
            if any(next(movers_in(pieces[i].text), None) for i in body):
                break
            fate = _fate(pieces, body)
            if fate is not None:
                found[n] = Consent(True, *fate)
                found |= {k: Consent(False, *fate) for k in range(n + 1, m + 1)}
                break
    return found


def _opens(pieces: Sequence[Piece], start: int, stop: int) -> bool:
    """Whether an item ends with a motion whose words lead over to what stands below the next heading."""
    if stop - start < 2 or _OVER.search(pieces[stop - 1].text) is None:
        return False
    return any(next(movers_in(pieces[i].text), None) for i in range(max(start, stop - 1 - LAST), stop))


def _fate(pieces: Sequence[Piece], body: range) -> tuple[tuple[int, int], bool] | None:
    """Where an item ends with how a motion fared, and whether it was carried; None where it does not."""
    results = [(i, r) for i in body if not _resolves(pieces[i]) and (r := result_in(pieces[i].text, i)) is not None]
    if not results:
        return None
    first = next((i for i in body if not _resolves(pieces[i]) and roll_call(pieces, i) is not None), results[0][0])
    stop = results[-1][0] + 1
    if stop - first > MOST_LINES or any(_resolves(pieces[i]) for i in range(first, body.stop)):
        return None
    return (min(first, results[0][0]), stop), results[-1][1].carried


def _resolves(piece: Piece) -> bool:
    return _RESOLVES.match(piece.text) is not None


def within_motion(body: Sequence[Piece], fate: Sequence[Piece], used: Used, *, carried: bool) -> list[Resolution]:
    """What an item within a motion resolves: its clauses, each with its label. An item that says nothing else keeps them as its text."""
    stretches: list[Stretch] = []
    for i, piece in enumerate(body if carried else ()):
        goes_on = stretches and stretches[-1][0] == i - 1 and piece.marker is not None
        if piece not in fate and (_resolves(piece) or goes_on):
            stretches.append((i, 0, len(piece.text)))
    told = {i for i, _, _ in stretches}
    if any(p not in fate and i not in told for i, p in enumerate(body)):
        for stretch in stretches:
            used.add(*stretch)
            used.markers.add(stretch[0])
    return limbs_of(body, stretches) if stretches else []
