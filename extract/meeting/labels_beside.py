"""Headings of attendance in a column of their own that is read before the names beside it: each is set over its own lines again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.meeting.pieces import Piece, piece_of_words
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold
from models.page import Word

FEWEST = 2  # headings
SLACK = 3.0  # points: a name stands no higher above its heading


def with_labels_beside(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces; where headings stand one below the other and names right of them follow, each name line is under its heading."""
    found: list[Piece] = []
    i = 0
    while i < len(pieces):
        heads, after = _heads(pieces, i)
        names, stop = _names(pieces, after, heads) if len(heads) >= FEWEST else ([], i)
        if not names:
            found.append(pieces[i])
            i += 1
            continue
        found.extend(_told(heads, names))
        i = stop
    return found


def _heads(pieces: Sequence[Piece], i: int) -> tuple[list[list[Word]], int]:
    """The headings that the pieces from `i` on hold and nothing else, and the piece after them."""
    found: list[list[Word]] = []
    while i < len(pieces):
        piece = pieces[i]
        lines = _lines(piece)
        if not lines or not all(_is_head(line) for line in lines):
            break
        found.extend(lines)
        i += 1
    return found, i


def _is_head(words: Sequence[Word]) -> bool:
    return words[-1].text.rstrip("–—-").endswith(":") and fold(" ".join(w.text for w in words)) in vocabulary(
        "attendance_headings"
    )


def _names(pieces: Sequence[Piece], i: int, heads: Sequence[Sequence[Word]]) -> tuple[list[list[Word]], int]:
    """The lines right of the headings, from the height of the first on, and the piece after them."""
    page, top, right = heads[0][0].page, heads[0][0].top, max(line[-1].x1 for line in heads)
    found: list[list[Word]] = []
    while i < len(pieces):
        lines = _lines(pieces[i])
        if not lines or any(w[0].page != page or w[0].x0 < right or w[0].top < top - SLACK for w in lines):
            break
        if found and lines[0][0].top < found[-1][0].top:
            break  # another column
        found.extend(lines)
        i += 1
    beside = {round(line[0].top) for line in found}
    level = all(any(abs(head[0].top - at) <= SLACK for at in beside) for head in heads)
    return (found, i) if level else ([], i)


def _told(heads: Sequence[Sequence[Word]], names: Sequence[Sequence[Word]]) -> Iterator[Piece]:
    for n, head in enumerate(heads):
        below = heads[n + 1][0].top if n + 1 < len(heads) else float("inf")
        own = [line for line in names if head[0].top - SLACK <= line[0].top < below - SLACK]
        if own:
            text = " ".join(w.text for w in head).strip(" :")
            yield replace(piece_of_words([w for line in own for w in line], own), label=text, label_words=tuple(head))


def _lines(piece: Piece) -> list[list[Word]]:
    if piece.table is not None or piece.cells or piece.marker or piece.label is not None:
        return []
    return [list(piece.words[a:b]) for a, b in piece.lines if b > a]
