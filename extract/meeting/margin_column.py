"""A column of owners or actions at the right of the text that no rule holds, told by the headings over the columns.

Item   Discussion                          Action
2.     The lamp will be lit in the spring  IP to write
       of next year.                       to the painter
                                           by 3 May
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.meeting.pieces import Piece
from extract.meeting.vocabulary import vocabulary, words_of
from extract.wording import fold
from models.page import Word

NEAR = 3.0  # points: the column's lines begin no further left of its heading
WIDE = 1.5  # times the size of type: so much white parts the last heading from those before it
WHITE = 0.35  # times the size of type: so much white parts the column from the text at least
PITCH = 1.75  # times the size of type from line to line of one note
LEFT = 0.5  # of the way across the text: the column begins no further left
Note = tuple[int, list[Word]]


@dataclass(frozen=True, slots=True)
class Column:
    """Such a column: its headings with those of the columns beside it, and what stands in it, note by note."""

    heading: str
    heads: tuple[Word, ...]
    notes: tuple[Note, ...]


def column_of(pieces: Sequence[Piece]) -> Column | None:
    """The column at the right that a line of headings tells of; None where there is none, or nothing in it."""
    ends = _last_words()
    able = [
        i for i, p in enumerate(pieces) if p.words and p.words[-1].text in ends and p.table is None
    ]  # without a call
    head = next(((i, cells) for i in able for cells in _heads(pieces[i])), None)
    if head is None:
        return None
    i, (before, last) = head
    words = [w for p in pieces for w in p.words]
    left, right = min(w.x0 for w in words), max(w.x1 for w in words)
    edge = last[0].x0
    if edge < left + LEFT * (right - left):
        return None
    notes = _notes(pieces[i:], last, i, edge)
    return Column(_text(last), (*before, *last), tuple(notes)) if notes else None


def _notes(pieces: Sequence[Piece], head: Sequence[Word], first: int, edge: float) -> list[Note]:
    """What stands below a heading, down to where text runs across the edge of its column. `first`: the place of the first piece."""
    notes: list[Note] = []
    for n, piece in enumerate(pieces, first):
        for a, b in piece.lines if piece.table is None else ():
            own = piece.words[a:b]
            cut = next((k for k, w in enumerate(own) if w.x1 > edge - NEAR), len(own))
            if cut == len(own) or (own[cut].page, own[cut].top) <= (head[0].page, head[0].top + NEAR):
                continue
            word, size = own[cut], own[cut].font.size
            if word.x0 < edge - NEAR or (cut and word.x0 - own[cut - 1].x1 < WHITE * size):
                return notes
            last = notes[-1][1][-1] if notes else None
            if last is not None and last.page == word.page and 0 < word.top - last.top < PITCH * size:
                notes[-1][1].extend(own[cut:])
            else:
                notes.append((n, list(own[cut:])))
    return notes


def _heads(piece: Piece) -> Iterator[tuple[Sequence[Word], Sequence[Word]]]:
    """The lines of a piece that are headings of columns and nothing else, the last over owners or actions: those before it, and it."""
    for a, b in piece.lines:
        wide = [n for n in range(a + 1, b) if _white(piece.words, n) > WIDE * piece.words[n].font.size]
        before, last = piece.words[a : wide[-1] if wide else a], piece.words[wide[-1] if wide else a : b]
        if before and fold(_text(last)) in words_of("minute_columns", "owner") and _are_headings(fold(_text(before))):
            yield before, last


def _are_headings(text: str) -> bool:
    """Whether a text is headings of columns, one after the other: `item discussion`."""
    known = vocabulary("minute_columns")
    return text in known or any(text.startswith(f"{k} ") and _are_headings(text[len(k) + 1 :]) for k in known)


def _white(words: Sequence[Word], n: int) -> float:
    return words[n].x0 - words[n - 1].x1


def _text(words: Sequence[Word]) -> str:
    return " ".join(w.text for w in words)


@cache
def _last_words() -> frozenset[str]:
    """What such headings end with, however it is set."""
    ends = [heading.split()[-1] for heading in words_of("minute_columns", "owner")]
    return frozenset(f"{way}{sign}" for end in ends for way in (end, end.title(), end.upper()) for sign in ("", ":"))
