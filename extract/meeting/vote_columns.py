"""Votes set in columns without rules: the sides' names over lists of names, or over a mark for each member."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extract.meeting.fates import tells_fate
from extract.meeting.pieces import Piece
from extract.meeting.vote_tables import MARKS, is_opposed, side_named, side_piece, sides_in_order
from extract.wording import fold
from models.page import Word

GAPS = (
    1.2,
    0.7,
    0.4,
)  # times the size of the type: a wider space parts two columns of a line; the widest that does counts
MOST_CELLS = 200
MOST_WORDS = 24  # in a line of heads
LONGEST_NAME = 5  # words
_NAMED = re.compile(r"(?:[A-Z][\w’'.-]*\.?\s*)+")
_MEMBERS = frozenset(
    {
        "member",
        "members",
        "name",
        "councillor",
        "councillors",
        "council member",
        "council members",
        "trustee",
        "director",
        "commissioner",
    }
)
_SAYS_FOR = re.compile(r"\b(?:for|ayes?|yeas?|yes|favou?r)\b")
_SAYS_AGAINST = re.compile(r"\b(?:against|nays?|noes|no|opposed|amendment)\b")
_COUNT = re.compile(r"\(?(\d{1,3})\)?")


@dataclass(slots=True)
class _Column:
    """One column: the side over it (None: the members themselves), its edges, and what stands under it, line by line."""

    side: str | None
    head: list[Word]
    left: float
    right: float
    gap: float  # what parts it from its neighbours, times the size of the type
    cells: list[list[Word]] = field(default_factory=list)


def with_vote_columns(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces; a vote set in columns becomes one piece a side: `For (2): A Holt, J Rao`."""
    found: list[Piece] = []
    waiting = list(reversed(pieces))
    while waiting:
        piece = waiting.pop()
        head = _head(piece)
        if head is None:
            found.append(piece)
            continue
        place, columns = head
        above, rest = _split(piece, place)
        below = [*([rest] if rest is not None else []), *reversed(waiting)]
        left = _rows(columns, below, piece.page)
        told = _told(columns) if len(left) < len(below) or (left and left[0] is not below[0]) else []
        if not told:
            found.append(piece)
            continue
        found.extend(([above] if above is not None else []) + told)
        waiting = list(reversed(left))
    return found


def _head(piece: Piece) -> tuple[int, list[_Column]] | None:
    """The line of a piece that names both sides, and its columns."""
    if piece.table is not None or not _may_be_opposed(piece.text):
        return None
    for place, (start, end) in enumerate(piece.lines):
        if not 2 <= end - start <= MOST_WORDS:
            continue
        words = (*(piece.marker_words if place == 0 else ()), *piece.words[start:end])
        if not _may_be_opposed(" ".join([w.text for w in words])):
            continue
        for gap in GAPS:
            columns = _columns(words, gap)
            if columns is not None:
                return place, columns
    return None


def _split(piece: Piece, place: int) -> tuple[Piece | None, Piece | None]:
    """What stands above and below one line of a piece."""
    start, end = piece.lines[place]
    above = piece.part(0, start) if start > 0 else None
    return above, piece.part(end, len(piece.words)) if end < len(piece.words) else None


def _rows(columns: Sequence[_Column], below: Sequence[Piece], page: int) -> list[Piece]:
    """Puts line after line under the columns, and says what is left from the first that is no line of names or marks."""
    for i, piece in enumerate(below):
        if piece.table is not None or piece.page != page or not piece.words:
            return list(below[i:])
        for place, (start, end) in enumerate(piece.lines):
            words = (*(piece.marker_words if place == 0 else ()), *piece.words[start:end])
            if not _take(columns, words):
                rest = piece if start == 0 else piece.part(start, len(piece.words))
                return [rest, *below[i + 1 :]]
    return []


def _may_be_opposed(text: str) -> bool:
    """Whether a line may name both sides: cheap, before its words are looked at."""
    lower = text.lower()
    return _SAYS_AGAINST.search(lower) is not None and _SAYS_FOR.search(lower) is not None


def _columns(words: Sequence[Word], gap: float) -> list[_Column] | None:
    """The columns that a line of heads opens; None where a head names neither a side nor the members."""
    if not words or max(w.top for w in words) - min(w.top for w in words) > words[0].font.size:
        return None
    columns: list[_Column] = []
    for run in _runs(words, gap):
        text = " ".join(w.text for w in run)
        side = side_named(_COUNT.sub("", text))
        if side is None and not (fold(text) in _MEMBERS and not columns):
            return None
        columns.append(_Column(side, run, run[0].x0, run[-1].x1, gap))
    sides = {c.side for c in columns if c.side}
    return (
        columns
        if is_opposed(sides_in_order(sides)) and len(sides) + (columns[0].side is None) == len(columns)
        else None
    )


def _runs(words: Iterable[Word], gap: float) -> list[list[Word]]:
    """The words of one line, cut at wide spaces."""
    runs: list[list[Word]] = []
    for word in sorted(words, key=lambda w: w.x0):
        if runs and word.x0 - runs[-1][-1].x1 <= gap * word.font.size:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _take(columns: Sequence[_Column], words: Sequence[Word]) -> bool:
    """Puts a line under the columns; False, and nothing is put, where it is no line of names or marks."""
    if sum(len(c.cells) for c in columns) > MOST_CELLS:
        return False
    placed: list[tuple[_Column, list[Word]]] = []
    for run in _runs(words, columns[0].gap):
        text = " ".join(w.text for w in run)
        is_name = len(run) <= LONGEST_NAME and _NAMED.fullmatch(text.rstrip(",;")) is not None
        column = min(columns, key=lambda c: _away(c, run))
        far = _away(column, run) > 2 * run[0].font.size
        if (
            far
            or tells_fate(text)
            or text.endswith((".", ":"))
            or not (is_name or fold(text) in MARKS or _COUNT.fullmatch(text))
        ):
            return False
        placed.append((column, run))
    for column, run in placed:
        column.cells.append(run)
    return bool(placed)


def _away(column: _Column, run: Sequence[Word]) -> float:
    """How far a run of words stands from a column: edges at the left, or middles, are in line."""
    middle = (run[0].x0 + run[-1].x1) / 2
    return min(abs(run[0].x0 - column.left), abs(middle - (column.left + column.right) / 2))


def _told(columns: Sequence[_Column]) -> list[Piece]:
    """The sides as pieces of text; [] where names and marks are mixed as in no vote."""
    members = columns[0] if columns[0].side is None else None
    sided = [c for c in columns if c.side is not None]
    found: list[Piece] = []
    order = sides_in_order([c.side for c in columns if c.side is not None])
    for side, column in zip(order, sided, strict=True):
        marks = [run for run in column.cells if fold(" ".join(w.text for w in run)) in MARKS]
        counts = [run for run in column.cells if run not in marks and _COUNT.fullmatch(" ".join(w.text for w in run))]
        names = [run for run in column.cells if run not in marks and run not in counts]
        if (marks and members is None) or (names and members is not None):
            return []
        if members is not None:
            names = [
                m for mark in marks for m in members.cells if abs(m[0].top - mark[0].top) < 0.5 * mark[0].font.size
            ]
        number = [w for w in column.head if _COUNT.fullmatch(w.text)] or [w for run in counts for w in run][-1:]
        head = [w for w in column.head if w not in number]
        found.append(side_piece(side, head, names, number, None, [w for mark in marks for w in mark]))
    if not any(len(p.words) > 1 for p in found):
        return []
    held = {w for p in found for w in (*p.words, *p.marker_words)}
    left = [
        w
        for c in columns
        for run in ([] if c.side else [c.head], c.cells)
        for words in run
        for w in words
        if w not in held
    ]
    return [*([_line(left)] if left else []), *found]  # over the members, and those who took no side


def _line(words: Sequence[Word]) -> Piece:
    spans: list[tuple[int, int]] = []
    for word in words:
        start = spans[-1][1] + 1 if spans else 0
        spans.append((start, start + len(word.text)))
    return Piece(" ".join(w.text for w in words), tuple(words), tuple(spans), ((0, len(words)),))
