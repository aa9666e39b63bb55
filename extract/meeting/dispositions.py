"""Minutes with a ruled column at the right that says what became of each item: `ACCEPTED`, `REFERRED TO FINANCE`, `37021`.

Each item is numbered at the left edge, its title is the paragraph behind the number, and its disposition a resolution.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from extract.meeting.headings import Heading
from extract.meeting.pieces import DECISION, Piece
from extract.meeting.tallies import tally_in
from extract.meeting.vocabulary import words_of
from extract.wording import fold
from models.late import late

FEWEST = 3  # dispositions, and items
MOSTLY = 0.6  # share of what stands in the column that are dispositions, and of the items that have one
EDGE = 24.0  # points: so far from each other the numbers of items begin, which are set flush right
LONGEST = 3  # words at the head of a disposition that say what was done
# The number of what was enacted: `187412`, `37021 AS AMENDED`
ENACTED = re.compile(r"(?:No\.?\s*)?\d{2,4}-?\d{1,4}\b", re.IGNORECASE)
_NUMBER = re.compile(r"[*#†‡]{0,2}(?P<ref>(?:[A-Z]{1,2}-)?\d{1,5}(?:[.-]\d{1,4}){0,2}[a-z]?)[.):]?")
# where an item's title ends and what was done with it begins, in one paragraph
_DONE = late(r"\s+(?=(?:Motion|MOTION)\s+to\s|(?:It was\s+)?[Mm]oved\s+(?:by|and)\s)")


def with_dispositions(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, what stands in a ruled column of dispositions as decisions, and each item's number as the marker of its title."""
    beside = [p for p in pieces if p.beside and not _heads(p)]
    if sum(map(_is_disposition, beside)) < max(FEWEST, MOSTLY * len(beside)):
        return list(pieces)
    found: list[Piece] = []
    for piece in pieces:
        if piece.beside:
            place = len(found)
            while place and found[place - 1].marker is None and found[place - 1].level and not found[place - 1].beside:
                place -= 1  # a title over the items that follow
            found.insert(place, piece if _heads(piece) else _decided(piece))
        else:
            found.extend(_cut(_numbered(piece)))
    return found


def disposed_items(pieces: Sequence[Piece]) -> list[Heading]:
    """The items that a column of dispositions stands beside; [] where there is none."""
    if sum(p.beside and p.label == DECISION for p in pieces) < FEWEST:
        return []
    heads = [i for i, p in enumerate(pieces) if p.marker and not p.beside and _NUMBER.fullmatch(p.marker) and p.text]
    if not heads:
        return []
    edge = median(pieces[i].left for i in heads)
    heads = [i for i in heads if abs(pieces[i].left - edge) <= EDGE]
    told = sum(_disposed(pieces[i:stop]) for i, stop in zip(heads, [*heads[1:], len(pieces)], strict=True))
    if told < max(FEWEST, MOSTLY * len(heads)):
        return []
    return [Heading(i, i + 1, pieces[i].marker, (i,), score=0.95) for i in heads]


def is_lost(text: str) -> bool:
    """Whether a disposition says that nothing came of an item."""
    return _begins(text, "lost")


def _disposed(pieces: Sequence[Piece]) -> bool:
    return any(p.label == DECISION for p in pieces)


def _heads(piece: Piece) -> bool:
    return fold(piece.text).rstrip(" :") in words_of("dispositions", "head")


def _is_disposition(piece: Piece) -> bool:
    return ENACTED.match(piece.text) is not None or _begins(piece.text, "done") or _begins(piece.text, "lost")


def _begins(text: str, kind: str) -> bool:
    words = fold(text).split()[:LONGEST]
    return any(" ".join(words[:n]) in words_of("dispositions", kind) for n in range(1, LONGEST + 1))


def _decided(piece: Piece) -> Piece:
    """A disposition: a decision, unless nothing came of it. A number at its head is no marker."""
    whole = piece.unmarked()
    return whole if is_lost(whole.text) else replace(whole, label=DECISION)


def _numbered(piece: Piece) -> Piece:
    """A paragraph with the item's number that begins it as its marker, without the star of an urgent one."""
    if piece.marker or len(piece.words) < 2:
        number = _NUMBER.fullmatch(piece.marker) if piece.marker else None
        return replace(piece, marker=number["ref"]) if number else piece
    first = piece.words[0]
    number = _NUMBER.fullmatch(first.text)
    if number is None or not (first.font.bold or first.text[0] in "*#†‡") or piece.text[len(first.text)] != " ":
        return piece
    return replace(piece.part(1, len(piece.words)), marker=number["ref"], marker_words=(first,), level=None)


def _cut(piece: Piece) -> list[Piece]:
    """The title of an item, and what stands behind it in the same paragraph: the motion that was made, the vote."""
    if not piece.marker:
        return [piece]
    tally, done = tally_in(piece.text), _DONE.search(piece.text)
    places = [m.start() for m in (tally, done) if m is not None and m.start()]
    word = next((n for n, (a, _) in enumerate(piece.spans) if places and a >= min(places)), 0)
    return [piece.part(0, word), piece.part(word, len(piece.words))] if word else [piece]
