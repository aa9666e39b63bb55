"""Which stretches of an item's pieces other records have used, and the text that is left."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from extract.meeting.pieces import Piece
from extract.text import join_lines, text_of
from models.page import Word
from models.record import Field

Stretch = tuple[int, int, int]  # piece, start, end
_KEPT_MARKER = re.compile(r"[\w.()]*\w[\w.()]*|\d+(?:[/-]\d+)+(?:\.\d+)*[.)]?")
_RESULTS = frozenset({"result", "outcom", "status"})
MOVERS = 3  # pieces: so many may stand below a result
_BULLET_LETTERS = frozenset("xovüØ§·-–•")


class Used:
    """The stretches of some pieces that are spoken for."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self._spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self.markers: set[int] = set()  # pieces whose marker is a record's label, or goes with its mark

    def add(self, index: int, start: int = 0, end: int | None = None) -> None:
        self._spans[index].append((start, len(self.pieces[index].text) if end is None else end))
        if start == 0 and end is None:
            self.markers.add(index)

    def free(self, index: int) -> list[tuple[int, int]]:
        """The stretches of a piece that nobody has used, in order."""
        place, found = 0, []
        for start, end in sorted(self._spans[index]):
            if start > place:
                found.append((place, start))
            place = max(place, end)
        if place < len(self.pieces[index].text):
            found.append((place, len(self.pieces[index].text)))
        return found

    def is_free(self, index: int) -> bool:
        return not self._spans[index]

    def stretches(self) -> Iterator[Stretch]:
        for index in range(len(self.pieces)):
            for start, end in self.free(index):
                yield index, start, end


def printed_marker(piece: Piece) -> str:
    """A marker as it is kept in running text: numbers and letters; a bullet leaves nothing."""
    marker = piece.marker or ""
    return marker if _KEPT_MARKER.fullmatch(marker) and marker not in _BULLET_LETTERS else ""


def rest_of(used: Used) -> Field | None:
    """What is left of the pieces as one text, numbers and letters of its paragraphs kept; None where nothing is left."""
    texts: list[str] = []
    words: list[Word] = []
    for index in _as_printed(used.pieces):
        piece = used.pieces[index]
        free = [(a, b) for a, b in used.free(index) if any(c.isalnum() for c in piece.text[a:b])]
        if piece.composed and used.is_free(index):
            printed = (*piece.marker_words, *piece.words)
            texts.append(_in_order(piece) if len(piece.lines) > 1 else text_of(printed))
            words.extend(printed)
            continue
        marker = printed_marker(piece)
        if index not in used.markers and piece.marker and (free or not piece.text):
            words.extend(piece.marker_words)
            if marker:
                texts.append(marker)
        if (
            free
            and free[0][0] == 0
            and piece.label
            and not piece.beside
            and (not index or used.pieces[index - 1].label_words != piece.label_words)
        ):
            texts.append(piece.label)
            words.extend(piece.label_words)
        for start, end in free:
            printed = piece.words_in(start, end)
            texts.append(" ".join([w.text for w in printed]) if piece.composed else piece.text[start:end].strip())
            words.extend(printed)
    text = " ".join(t for t in texts if t)
    return Field(text, tuple(words)) if any(c.isalnum() for c in text) else None


def _as_printed(pieces: Sequence[Piece]) -> list[int]:
    """The pieces in the order in which they are printed: the result of a motion may stand over those who moved it."""
    order = list(range(len(pieces)))
    for i in [i for i, p in enumerate(pieces) if i and p.text[:6].casefold() in _RESULTS and p.words]:
        at = i
        while at and i - at < MOVERS and _above(pieces[i], pieces[at - 1]):
            at -= 1
        order[at : i + 1] = [i, *range(at, i)]
    return order


def _above(piece: Piece, before: Piece) -> bool:
    """Whether a piece stands above the one that is read before it, at the same edge."""
    own, other = piece.words[0], next(iter(before.words), None)
    return other is not None and own.page == other.page and own.bottom <= other.top and abs(own.x0 - other.x0) < 2


def _in_order(piece: Piece) -> str:
    """What a piece whose text is in words of ours prints, in the order in which it is read."""
    rows = [" ".join([w.text for w in piece.words[a:b]]) for a, b in piece.lines]
    return join_lines([printed_marker(piece), *rows] if printed_marker(piece) else rows)


def join_stretches(
    pieces: Sequence[Piece], stretches: Sequence[Stretch], confidence: float = 1.0, *, first: bool = False
) -> Field:
    """Several stretches as one field, in the order given; letters and numbers that label a later one are kept.

    `first`: so is the label of the first, where the stretches are the limbs of one text.
    """
    texts: list[str] = []
    words: list[Word] = []
    for n, (index, start, end) in enumerate(stretches):
        piece = pieces[index]
        if (n or first) and start == 0 and piece.marker:
            texts.append(printed_marker(piece))
            words.extend(piece.marker_words)
        texts.append(piece.text[start:end].strip())
        words.extend(piece.words_in(start, end))
    return Field(" ".join(t for t in texts if t), tuple(words), confidence=confidence)
