"""How much a piece looks like a heading, and where a heading ends that stands at the head of a paragraph."""

from __future__ import annotations

import re

from extract.meeting.fates import tells_fate
from extract.meeting.pieces import Piece
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold

TRAILING = re.compile(r"\s*[(\[]?(?:pages?\s*|pp?\.?\s*)?\d{1,4}(?:\s?[-–]\s?\d{1,4})?[)\]]?", re.IGNORECASE)
SET_APART = 2.0  # what a heading looks like at least that is set apart by its type
LONGEST = 30  # words: a heading is no longer
LONGEST_NUMBERED = 45  # words, of one in bold behind its number
LONGEST_NAMED = 40  # characters of a name in brackets behind a title
RUN_IN = re.compile(r"^[^.:;!?]{3,90}?(?::|\s[–—-])(?=\s)")


def heading_look(piece: Piece) -> float:
    """How much a piece looks like a heading: weight, capitals, level, a usual item of meetings, or brevity. 0: not at all."""
    text = piece.text.strip()
    words = text.split()
    if not words or tells_fate(text):
        return 0.0
    if fold(text) in vocabulary("usual_items"):
        return 3.0
    run_in = run_in_end(piece)
    if run_in and not (piece.bold or piece.upper):
        return 2.0
    if len(words) > LONGEST and not (piece.bold and len(words) <= LONGEST_NUMBERED and _is_numbered(piece)):
        return 0.0
    look = 2.0 * piece.bold + 2.0 * piece.upper + 1.0 * (piece.level is not None)
    if look == 0.0 and text.endswith((".", ";", ",")) and len(words) > 8:
        return 0.0
    return look + 0.5 * (len(words) <= 12) + 0.5 * (not text.endswith((".", ";", ",")))


def _is_numbered(piece: Piece) -> bool:
    """Whether a number stands before a text, as its marker or its first word: `107/20 To approve …`."""
    return piece.marker is not None or any(c.isdecimal() for c in piece.text.partition(" ")[0])


def run_in_end(piece: Piece) -> int:
    """Where a bold, or a usual, heading at the head of a paragraph of text ends; 0 where there is none."""
    bold = _closed(piece.text, piece.bold_head)
    if 0 < bold < len(piece.text) and TRAILING.fullmatch(piece.text[bold:]):
        return bold  # the page of the paper stands behind the title
    if 0 < bold < len(piece.text) - 3 and len(piece.text[:bold].split()) <= LONGEST:
        return bold
    match = None if piece.upper or piece.bold else RUN_IN.match(piece.text)
    if match and (fold(match.group()) in vocabulary("usual_items") or _upper(match.group())):
        return match.end()
    return 0


def _closed(text: str, end: int) -> int:
    """The end of a title in bold, behind the bracket that it opens: `*CHIEF’S REPORT—(Deputy* Chief Orr)`."""
    opened = text[:end].rfind("(")
    closed = text.find(")", end, end + LONGEST_NAMED) if opened > text[:end].rfind(")") else -1
    return closed + 1 if closed > 0 else end


def _upper(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 3 and all(c.isupper() for c in letters)
