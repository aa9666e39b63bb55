"""Items numbered anew under each of several headings without numbers: `CONSENT ITEMS` over 1 to 6, `REPORTS` over 1 to 4.

The headings (bands) are set alike and begin at one edge. One with nothing under it but items is no item itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.meeting.chains import ALIGNED
from extract.meeting.fates import tells_fate
from extract.meeting.heading_looks import heading_look, run_in_end
from extract.meeting.headings import LETTERED, Heading
from extract.meeting.pieces import Piece
from extract.meeting.resolved_marks import is_mark
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold

FEWEST_RUNS = 2  # bands under which the numbers begin again
FEWEST = 4  # numbered items
HEADING = 2.0  # what a heading looks like at least
SET_APART = 0.7  # share of the numbered items that are set as headings
LONGEST_BAND = 10  # words
EDGE = 3.0  # points
_PLAIN = re.compile(r"(?P<value>\d{1,2}|[A-Z])")

Style = tuple[bool, bool, int, int]


@dataclass(frozen=True, slots=True)
class _Item:
    index: int
    number: str
    value: int
    look: float


def banded_items(pieces: Sequence[Piece]) -> list[Heading]:
    """The bands and the items under them in order; [] where no numbers begin again under headings without any."""
    for every in _numbered(pieces):
        items = _unresolved(pieces, every)
        firsts = [k for k, item in enumerate(items) if item.value == 1]
        if len(items) < FEWEST or len(firsts) < FEWEST_RUNS or firsts[0] != 0 or not _counts(items):
            continue
        bands = _bands(pieces, items, firsts)
        if bands:
            return _headings(pieces, items, bands)
    return []


def _numbered(pieces: Sequence[Piece]) -> list[list[_Item]]:
    """The pieces that may be headings of numbered items, and those with letters: each set apart as headings, at one edge."""
    found: dict[bool, list[_Item]] = defaultdict(list)
    for i, piece in enumerate(pieces):
        ref = _ref(piece)
        if ref is not None:
            value = ord(ref) - ord("A") + 1 if ref.isalpha() else int(ref)
            found[ref.isalpha()].append(_Item(i, ref, value, heading_look(piece)))
    return [kept for lettered in (False, True) if (kept := _at_edge(pieces, found[lettered]))]


def _ref(piece: Piece) -> str | None:
    """The number, or the letter, that a piece begins with; None for all others."""
    if piece.table is not None or piece.beside or not piece.text:
        return None
    if piece.marker:
        printed = piece.marker.rstrip(".)")
        return printed if _PLAIN.fullmatch(printed) else None
    lettered = LETTERED.match(piece.text) if piece.bold else None  # `A. Quay` may be a name
    return lettered["plain"] if lettered is not None else None


def _at_edge(pieces: Sequence[Piece], items: Sequence[_Item]) -> list[_Item]:
    """The items at the outermost edge, where most of these look like headings."""
    edge = min((pieces[item.index].left for item in items), default=0.0)
    outer = [item for item in items if pieces[item.index].left - edge <= ALIGNED]
    styled = [item for item in outer if item.look >= HEADING]
    return outer if len(styled) >= max(1, SET_APART * len(outer)) else []


def _unresolved(pieces: Sequence[Piece], items: Sequence[_Item]) -> list[_Item]:
    """The items less those that are a list of what was resolved: they count from right below `RESOLVED:`, in bold as headings are."""
    found: list[_Item] = []
    resolved = False
    for item in items:
        if item.value == 1 or not found:
            resolved = item.index > 0 and is_mark(pieces[item.index - 1])
        if not resolved:
            found.append(item)
    return found


def _counts(items: Sequence[_Item]) -> bool:
    """Whether each number follows the one before it, or begins again."""
    return all(b.value in (1, a.value + 1) for a, b in pairwise(items))


def _bands(pieces: Sequence[Piece], items: Sequence[_Item], firsts: Sequence[int]) -> list[int]:
    """The headings without numbers in the style of those over each first number; [] unless all of these stand under one."""
    over: dict[Style, set[int]] = defaultdict(set)
    members: dict[Style, list[int]] = defaultdict(list)
    numbers = {items[k].index for k in firsts}
    last = -1
    starts = {item.index for item in items}
    since: dict[Style, int] = {}
    for i, piece in enumerate(pieces):
        if i in numbers:
            for style, place in since.items():
                if place > last:
                    over[style].add(i)
        if i in starts:
            last = i
        elif (end := _band_end(piece)) is not None:
            style = _style(piece, end)
            members[style].append(i)
            since[style] = i
    found = [style for style, under in over.items() if len(under) == len(numbers)]
    best = max(found, key=lambda style: len(members[style]), default=None)
    return members[best] if best is not None else []


def _band_end(piece: Piece) -> int | None:
    """Where the title of a piece that may be a band ends: the whole of it, or what is bold and in capitals at its head; else None."""
    if (
        piece.marker
        or _ref(piece)
        or piece.table is not None
        or piece.beside
        or piece.centred
        or piece.label is not None
    ):
        return None
    whole = piece.bold or (piece.upper and piece.level is not None)
    end = len(piece.text) if whole else piece.bold_head
    title = piece.text[:end].strip()
    if not title or len(title.split()) > LONGEST_BAND or (not whole and not title.isupper()):
        return None
    if fold(title) in vocabulary("attendance_headings") or tells_fate(title) or is_mark(piece):
        return None
    return end


def _style(piece: Piece, end: int) -> Style:
    return (
        piece.bold or bool(piece.bold_head),
        piece.text[:end].isupper(),
        round(piece.size * 2),
        round(piece.left / EDGE),
    )


def _headings(pieces: Sequence[Piece], items: Sequence[_Item], bands: Sequence[int]) -> list[Heading]:
    starts = {item.index for item in items}
    found = [
        Heading(item.index, item.index + 1, item.number, (item.index,), run_in_end(pieces[item.index]), score=0.9)
        for item in items
    ]
    for i in bands:
        end = _band_end(pieces[i]) or 0
        cut = end if end < len(pieces[i].text) else 0
        found.append(Heading(i, i + 1, None, (i,), cut, score=0.85, group=not cut and i + 1 in starts))
    return sorted(found, key=lambda h: h.index)
