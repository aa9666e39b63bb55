"""Lists of people whose headings stand in a column of their own at the left, without rules: `Members    A Smith    Chair`.

A heading may run over two lines of its column: `In` beside the first name, `attendance:` below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from extract.meeting.pieces import Piece, piece_of_words
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold
from models.page import Word

WIDE = 1.6  # times the size of type: so much white parts a heading from the names beside it
NEAR = 3.0  # points: headings of one column begin so near each other
LINES = 3  # a heading runs over as many lines at most


@dataclass(slots=True)
class _Line:
    """A printed line: what stands in its first cell, and the rest. `label` are the words taken from it as a heading."""

    piece: int
    head: list[Word]
    rest: list[Word]
    label: list[Word] = field(default_factory=list)
    starts: bool = False  # a heading begins here

    @property
    def text(self) -> str:
        return " ".join(w.text for w in self.head)


def with_label_column(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, those of lists with headings at the left cut at each heading, which is their `label`."""
    if not any(_may_begin(p) for p in pieces):
        return list(pieces)
    lines = [line for i, p in enumerate(pieces) for line in _lines(i, p)]
    for n, line in enumerate(lines):
        _cut_at_names(lines, n)
        if not line.label:
            _take(lines, n)
    touched = {line.piece for line in lines if line.label}
    if not touched:
        return list(pieces)
    found: list[Piece] = []
    label: list[Word] = []
    for i, piece in enumerate(pieces):
        if i not in touched:
            found.append(piece)
            continue
        own = [line for line in lines if line.piece == i]
        starts = [n for n, line in enumerate(own) if line.starts]
        for a, b in zip([0, *starts], [*starts, len(own)], strict=True):
            rows = [r for line in own[a:b] if (r := line.rest if line.label else [*line.head, *line.rest])]
            if a in starts and b > a:
                label = [w for line in _of_heading(lines, own[a]) for w in line.label]
            if rows:
                found.append(_made(piece, rows, label if a in starts and b > a else []))
    return found


def begins_heading(folded: str) -> bool:
    """Whether some words, as they are looked up, are a heading of attendance or its beginning."""
    return folded in _heads()


@cache
def _heads() -> frozenset[str]:
    """The first words of all headings of attendance."""
    return frozenset(" ".join(known.split()[:n]) for known in vocabulary("attendance_headings") for n in range(1, 8))


@cache
def _firsts() -> frozenset[str]:
    return frozenset(head.split()[0].strip(" :") for head in _heads())


def _may_begin(piece: Piece) -> bool:
    """Whether a wide space parts the first words of one of a piece's lines from what follows, and a heading begins with them."""
    if piece.cells or piece.table is not None or piece.label is not None or piece.marker:
        return False
    if not any(b > a and piece.words[a].text.strip(" :").casefold() in _firsts() for a, b in piece.lines):
        return False
    return any(line.rest and fold(line.text) in _heads() for line in _lines(0, piece))


def _lines(i: int, piece: Piece) -> list[_Line]:
    if piece.cells or piece.table is not None or piece.label is not None or piece.marker:
        return []
    found = []
    for a, b in piece.lines:
        words = list(piece.words[a:b])
        cut = next(
            (n for n in range(1, len(words)) if words[n].x0 - words[n - 1].x1 > WIDE * words[n].font.size), len(words)
        )
        if words:
            found.append(_Line(i, words[:cut], words[cut:]))
    return found


def _cut_at(line: _Line, edge: float) -> None:
    """Parts a line where a word begins at the edge of the names."""
    words = [*line.head, *line.rest]
    cut = next(
        (
            n
            for n, w in enumerate(words)
            if n and abs(w.x0 - edge) < NEAR and w.x0 - words[n - 1].x1 > 0.4 * w.font.size
        ),
        None,
    )
    if cut is not None and not line.label:
        line.head, line.rest = words[:cut], words[cut:]


def _cut_at_names(lines: Sequence[_Line], n: int) -> None:
    """Parts a heading from its names where little space is left between them, but the names above or below keep to one edge."""
    line = lines[n]
    if (
        line.label
        or line.starts
        or fold(line.head[0].text) not in _heads()
        or (line.rest and fold(line.text) in _heads())
    ):
        return
    for near in (*lines[max(0, n - 1) : n], *lines[n + 1 : n + 2]):
        edge = (near.rest or near.head)[0]
        if edge.page == line.head[0].page and edge.x0 > line.head[0].x0 + 2 * NEAR:
            _cut_at(line, edge.x0)
            if line.rest and fold(line.text) in _heads():
                return


def _take(lines: Sequence[_Line], n: int) -> None:
    """Marks the lines of a heading that begins in line `n` beside names, if one does."""
    first = lines[n]
    text = fold(first.text)
    if not first.rest or text not in _heads():
        return
    known = vocabulary("attendance_headings")
    last = n if text in known and not first.text.endswith(":") else None  # with a colon it is read where it stands
    for m in range(n + 1, min(n + LINES, len(lines))):
        line = lines[m]
        _cut_at(line, first.rest[0].x0)
        near = line.head[0].page == first.head[0].page and abs(line.head[0].x0 - first.head[0].x0) < NEAR
        below = line.head[0].top - lines[m - 1].head[0].bottom < 1.2 * first.head[0].font.size
        if not near:
            continue  # names of the list stand between
        text = f"{text} {fold(line.text)}"
        if not below or text not in _heads():
            break
        if text in known:
            last = m
            break
    if last is None:
        return
    for each in lines[n : last + 1]:
        if abs(each.head[0].x0 - first.head[0].x0) < NEAR:
            each.label = each.head
    first.starts = True


def _of_heading(lines: Sequence[_Line], start: _Line) -> list[_Line]:
    """The lines that print a heading, from the first on."""
    at = next(n for n, line in enumerate(lines) if line is start)
    found = [start]
    for line in lines[at + 1 : at + LINES]:
        if line.starts:
            break
        if line.label:
            found.append(line)
    return found


def _made(piece: Piece, rows: Sequence[Sequence[Word]], label: Sequence[Word]) -> Piece:
    words = [w for row in rows for w in row]
    made = replace(piece_of_words(words, rows), size=piece.size)
    if not label:
        return made
    return replace(made, label=" ".join(w.text for w in label).strip(" :"), label_words=tuple(label))
