"""Names of those who are to act, set in a type of their own at the right edge, on the last line of a paragraph or below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.meeting.names import has_role, title_end
from extract.meeting.pieces import Piece
from extract.meeting.vocabulary import words_of
from extract.wording import fold
from models.page import Word
from models.record import Field

WIDE = 2.0  # times the size of type: so much white parts the names from the text
EDGE = 8.0  # points: how far from the right edge of all text they may end
LATE = 0.5  # of the way across the text: names below a paragraph begin no further left
FEWEST = 2  # paragraphs with names beside them: one may be set so by chance
LONGEST = 60  # characters
_SMALL = frozenset({"of", "for", "the", "to"})
_AND = re.compile(r"\s*(?:[/,&+;]|\band\b)\s*")
_OPEN = re.compile(r"(?:[/,&+]|\band|\b[A-Z]\.|\bCllrs?\.?)$")
_INITIALS = re.compile(r"[A-Z]{2,4}|All")


def with_names_beside(pieces: Sequence[Piece]) -> list[Piece] | None:
    """The pieces with such names as `aside` of their paragraphs, initials among them too; None where fewer than two are named so."""
    mixed = [p for p in pieces if p.words and p.words[-1].font is not p.words[0].font]  # without a call: most pieces
    last = [p for p in mixed if _is_apart(p.words[-1], p.words[0])]
    if not last:
        return None
    alone = [p for p in pieces if p.words and p.words[0].font.italic and len(p.text) < LONGEST]
    right = max(w.x1 for p in pieces for w in p.words)
    left = min(w.x0 for p in pieces for w in p.words)
    found: list[Piece] = []
    named = 0
    for piece in pieces:
        cut = _names_from(piece, right) if piece in last else len(piece.words)
        if cut < len(piece.words):
            owner = piece.part(cut, len(piece.words)).field(confidence=0.9)
            found.append(replace(piece.part(0, cut), aside=(*piece.aside, owner)))
        elif found and piece in alone and found[-1].aside and _goes_on(piece, found[-1].aside[-1]):
            whole = found[-1].aside[-1]
            whole = replace(whole, text=f"{whole.text} {piece.text}", words=(*whole.words, *piece.words))
            found[-1] = replace(found[-1], aside=(*found[-1].aside[:-1], whole))
            continue
        elif found and piece in alone and _is_below(piece, found[-1], left + LATE * (right - left), right):
            found[-1] = replace(found[-1], aside=(*found[-1].aside, piece.field(confidence=0.9)))
        else:
            found.append(piece)
            continue
        named += not _INITIALS.fullmatch(found[-1].aside[-1].text)
    return found if named >= FEWEST else None


def _is_apart(word: Word, other: Word) -> bool:
    """Whether a word is set in bold or italic type, as another is not."""
    return (word.font.bold, word.font.italic) > (other.font.bold, other.font.italic)


def _names_from(piece: Piece, right: float) -> int:
    """The word with which names at the right edge begin; how many words there are if none do. They may go on in a last line."""
    words = piece.words
    start = next((n for n in range(len(words), 0, -1) if not _is_apart(words[n - 1], words[0])), 0)
    none = len(words)
    if piece.table is not None or piece.cells or not 0 < start < none:
        return none
    begun = next(k for k, (a, b) in enumerate(piece.lines) if a <= start < b)
    if begun < len(piece.lines) - 2 or words[piece.lines[begun][1] - 1].x1 < right - EDGE:
        return none
    first = start == piece.lines[begun][0]
    white = words[start].x0 - (words[0].x0 if first else words[start - 1].x1)
    named = white > WIDE * words[start].font.size and are_owners(" ".join(w.text for w in words[start:]))
    return start if named else none


def _is_below(piece: Piece, before: Piece, left: float, right: float) -> bool:
    """Whether a line is nothing but names at the right edge, below a paragraph in other type."""
    if piece.marker or piece.table is not None or piece.cells or len(piece.lines) > 1 or not before.words:
        return False
    words = piece.words
    at_edge = words[0].x0 > left and words[-1].x1 > right - EDGE and before.page == piece.page
    return at_edge and all(_is_apart(w, before.words[0]) for w in words) and are_owners(piece.text)


def _goes_on(piece: Piece, owner: Field) -> bool:
    """Whether a line below is the rest of a name that wraps there: `Cllr. W.` over `Penn`."""
    if piece.marker or len(piece.lines) > 1 or not (owner.words and _OPEN.search(owner.text)):
        return False
    first, last = piece.words[0], owner.words[-1]
    near = first.page == last.page and 0 < first.top - last.top < 2 * last.font.size
    return near and all(w.font.italic == last.font.italic and w.font.bold == last.font.bold for w in piece.words)


def are_owners(text: str) -> bool:
    """Whether a text names nothing but those who are to act: persons with a title, posts, initials, `All`."""
    text = text.strip(" .")
    return 0 < len(text) < LONGEST and all(map(_is_owner, _AND.split(text)))


def _is_owner(text: str) -> bool:
    if not text or text != text.strip(":;") or fold(text) in words_of("minute_columns", "due"):
        return False
    if _INITIALS.fullmatch(text) or fold(text) == "all":
        return True
    words = text.split()
    if len(words) > 5 or not all(w[0].isupper() or w in _SMALL for w in words):
        return False
    return title_end(text) > 0 or (has_role(text) and text != text.upper())
