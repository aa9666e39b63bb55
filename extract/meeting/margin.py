"""Owners of actions printed in the right margin of free text: taken out of the lines they stand on, and set beside their paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.meeting.margin_column import column_of
from extract.meeting.margin_names import with_names_beside
from extract.meeting.pieces import Piece, align
from extract.meeting.vocabulary import words_of
from extract.text import join_lines
from extract.wording import fold
from models.page import Word
from models.record import Field

WIDE = 2.2  # times the size of type: so much white sets a margin apart
MARGIN = 0.68  # of the way across the text: a margin begins no further left
NEAR = 28.0  # points: entries of one margin begin so near each other
_OWNER = re.compile(r"(?:[A-Z]{2,4}|[A-Z][A-Za-z]?[A-Z][a-z]?|All|ALL)(?:\s?[/,&+]\s?(?:[A-Z]{2,4}|All))*")
_DATE = re.compile(
    r"(?:by |end )?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
    r"[a-z]*\.?(?:\s+\d{2,4})?|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?",
    re.IGNORECASE,
)


def with_margin(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with what stands in the margin beside them as `aside`. Without a heading `Action`, two entries or more make a margin."""
    owned = column_of(pieces)
    if owned is not None:
        over = {id(w) for w in owned.heads}
        bare = [_without(p, over) if any(id(w) in over for w in p.words) else p for p in pieces]
        return _beside(bare, owned.notes, owned.heading)
    named = with_names_beside(pieces)
    if named is not None:
        return named
    right = max([w.x1 for p in pieces for w in p.words], default=0.0)
    left = min([w.x0 for p in pieces for w in p.words], default=0.0)
    edge = left + MARGIN * (right - left)
    entries = [(i, line, words) for i, p in enumerate(pieces) if p.table is None for line, words in _entries(p, edge)]
    heads = [words for _, _, words in entries if _is_head(words)]
    owners = [words for _, _, words in entries if _OWNER.fullmatch(_text(words))]
    if not owners or (not heads and len(owners) < 2):
        return list(pieces)
    starts = [w[0].x0 for w in (*heads, *owners)]
    place = sorted(starts)[len(starts) // 2]
    kept = [
        (i, words) for i, _, words in entries if abs(words[0].x0 - place) < NEAR or abs(_middle(words) - place) < NEAR
    ]
    return _beside(pieces, kept)


def _entries(piece: Piece, edge: float) -> list[tuple[int, list[Word]]]:
    """What stands alone at the right of a piece's lines: (line, its words)."""
    found = []
    for n, (a, b) in enumerate(piece.lines):
        start = b
        while start > a and piece.words[start - 1].x0 > edge:
            start -= 1
            gap = (
                piece.words[start].x0 - piece.words[start - 1].x1
                if start > a
                else WIDE * piece.words[start].font.size + 1
            )
            if gap > WIDE * piece.words[start].font.size:
                break
        else:
            continue
        words = list(piece.words[start:b])
        text = _text(words)
        if (piece.marker_words and start == a) or _behind_initials(piece.words[a:start]):
            continue
        if _is_head(words) or _OWNER.fullmatch(text) or _DATE.fullmatch(text) or _OWNER.fullmatch(words[0].text):
            found.append((n, words))
    return found


def _behind_initials(words: Sequence[Word]) -> bool:
    """Whether words end with initials in a column of their own: what stands right of these is of a list of people, no margin."""
    if len(words) < 2 or _OWNER.fullmatch(words[-1].text) is None:
        return False
    return words[-1].x0 - words[-2].x1 > WIDE * words[-1].font.size


def _text(words: Sequence[Word]) -> str:
    return " ".join(w.text for w in words)


def _middle(words: Sequence[Word]) -> float:
    return (words[0].x0 + words[-1].x1) / 2


def _is_head(words: Sequence[Word]) -> bool:
    return fold(_text(words)) in words_of("minute_columns", "owner")


def _beside(
    pieces: Sequence[Piece], entries: Sequence[tuple[int, list[Word]]], heading: str | None = None
) -> list[Piece]:
    """The pieces without the margin's words, these set beside the paragraph on whose height they stand, with what heads them."""
    taken = {id(w) for _, words in entries for w in words}
    bare = [_without(p, taken) if any(id(w) in taken for w in p.words) else p for p in pieces]
    asides: dict[int, list[Field]] = {}
    heads = [words for _, words in entries if _is_head(words)]
    note = _text(heads[0]) if heads else heading
    for index, words in entries:
        if _is_head(words):
            continue
        own = bare[index]
        target = index if own.words else nearest(Field("", tuple(words)), bare)
        asides.setdefault(target, []).append(Field(_text(words), tuple(words), note=note))
    merged = [replace(p, aside=(*p.aside, *_joined(asides[i]))) if i in asides else p for i, p in enumerate(bare)]
    return [p for p in merged if p.words or p.marker or p.cells]


def _joined(fields: Sequence[Field]) -> list[Field]:
    """Entries on lines that follow each other are one: an owner and the date under it."""
    found: list[Field] = []
    for field in fields:
        last = found[-1].words[-1] if found else None
        first = field.words[0]
        if last is not None and last.page == first.page and 0 <= first.top - last.bottom < 0.8 * first.font.size:
            found[-1] = Field(f"{found[-1].text} {field.text}", found[-1].words + field.words, note=field.note)
        else:
            found.append(field)
    return found


def _without(piece: Piece, taken: set[int]) -> Piece:
    rows = [[w for w in piece.words[a:b] if id(w) not in taken] for a, b in piece.lines]
    rows = [r for r in rows if r]
    words = tuple(w for r in rows for w in r)
    text = join_lines(_text(r) for r in rows)
    lines, place = [], 0
    for row in rows:
        lines.append((place, place + len(row)))
        place += len(row)
    return replace(piece, text=text, words=words, spans=align(text, words), lines=tuple(lines))


def nearest(field: Field, pieces: Sequence[Piece]) -> int:
    """The piece beside which an entry stands, or the last one above it where it has drifted down."""
    if not field.words or not pieces:
        return 0
    word = field.words[0]
    middle = (word.page, (word.top + word.bottom) / 2)
    best = 0
    for i, piece in enumerate(pieces):
        words = piece.marker_words + piece.words
        if words and (words[0].page, words[0].top - 2) <= middle:
            best = i
    return best
