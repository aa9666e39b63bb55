"""Pieces that are one: a sentence that a page break cut, a list whose label hangs out to the left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.meeting.pieces import Piece, align
from extract.pack_labels import LABEL

# No sentence ends with one of these, nor a line with the title of somebody whose name is not told.
OPEN = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "by",
        "to",
        "and",
        "or",
        "in",
        "on",
        "for",
        "with",
        "at",
        "from",
        "between",
        "under",
        "into",
        "that",
        "their",
        "its",
        "his",
        "her",
        "cllr",
        "cllrs",
        "councillor",
        "councillors",
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "professor",
        "alderman",
    ]
)
LONGEST_BRACKET = 90  # characters
_VERB = re.compile(r"(?:UNANIMOUSLY )?(?:RESOLVED|AGREED|DECIDED|ORDERED)(?: UNANIMOUSLY)?(?: THAT| that)?\s*[:–—-]?")
_AWAITS_VERB = re.compile(r"\b(?:it was|was|were|be it|be)(?: (?:then|unanimously|duly|further))?$")
_ENDS = (".", ";", ":", "!", "?", ")", "”")  # what an entry ends with
FILLED = 250.0  # points: a line so wide may go on in the next
HUNG = 6.0  # points that lines of an entry are hung in from its label at least
ENTRY_ENDS = (";", "; and", "; or")  # of entries of a list but the last
HANG = 30.0  # points: a label hangs out so far at least


def rejoined(pieces: Sequence[Piece]) -> list[Piece]:
    """A sentence that a page break cut in two is one piece again, though its halves are set at different edges."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last is not None and (
            _cut_in_two(last, piece)
            or _hangs(last, piece)
            or _closes(last, piece)
            or _says_what(last, piece)
            or (last.marker is not None and piece.marker is None and _hung_below(last, piece))
        ):
            text = f"{last.text} {piece.text}"
            count = len(last.words)
            lines = (*last.lines, *((a + count, b + count) for a, b in piece.lines))
            words = (*last.words, *piece.words)
            found[-1] = replace(
                last, text=text, words=words, spans=align(text, words), lines=lines, aside=(*last.aside, *piece.aside)
            )
        else:
            found.append(piece)
    return found


def _closes(last: Piece, piece: Piece) -> bool:
    """Whether a line set in another type closes the bracket that says who is to act: `Action: … [Director –` `May]`."""
    if not last.words or not piece.words or piece.marker or last.table is not piece.table or last.page != piece.page:
        return False
    near = piece.words[0].top - last.words[-1].bottom < piece.words[0].font.size
    opened = last.text.rfind("[") > last.text.rfind("]")
    whole = piece.text.startswith("[") and last.text.startswith(("Action", "ACTION"))
    return near and len(piece.text) <= LONGEST_BRACKET and piece.text.rstrip(".").endswith("]") and (opened or whole)


def _says_what(last: Piece, piece: Piece) -> bool:
    """Whether a line set in another type is the verb of the sentence above it: `… seconded by A Smith, it was` over `RESOLVED:`."""
    if not _VERB.fullmatch(piece.text) or not _AWAITS_VERB.search(last.text) or not last.words:
        return False
    same = last.table is piece.table and piece.marker is None and abs(piece.left - last.words[last.lines[-1][0]].x0) < 4
    return same and _follows(last, piece)


def _cut_in_two(last: Piece, piece: Piece) -> bool:
    if not last.words or not piece.words or piece.marker or last.table is not piece.table:
        return False
    if piece.starts_row and piece.table is None:
        return False  # an action in a box
    if last.words[-1].font.bold != piece.words[0].font.bold or last.upper != piece.upper:
        return False
    if not _follows(last, piece) or (
        last.text[-1] in ";dr" and last.text.endswith(ENTRY_ENDS) and piece.page == last.words[-1].page
    ):
        return False
    if (word := last.text.split()[-1]).casefold() in OPEN and not (word == "A" and _is_lettered(last)):
        return True
    if "(" in last.text and _in_bracket(last, piece):
        return True
    return (last.text[-1].isalnum() or last.text.endswith((",", "-", "–"))) and piece.text[0].islower()


def _hung_below(last: Piece, piece: Piece) -> bool:
    """Whether a line goes on with the one line of an entry, hung in from its label: `(1) … be sent to the Port` over `Trust by May;`."""
    if (
        len(last.lines) != 1
        or not last.words
        or not piece.words
        or last.table is not piece.table
        or piece.label is not None
    ):
        return False
    if last.text.endswith(_ENDS) or last.bold or piece.bold or piece.upper or piece.level is not None:
        return False
    filled = last.words[-1].x1 - last.left > FILLED
    return filled and last.left + HUNG < piece.left < last.indent + HANG and _follows(last, piece)


def _in_bracket(last: Piece, piece: Piece) -> bool:
    """Whether a bracket opens near the end of a piece, and the next closes it: `… be paid. (Proposed by Ann` over `Reed, seconded …)`."""
    opened = last.text.rfind("(")
    if opened < 0 or ")" in last.text[opened:] or len(last.text) - opened > LONGEST_BRACKET:
        return False
    closed = piece.text.find(")", 0, LONGEST_BRACKET)
    return closed > 0 and "(" not in piece.text[:closed] and abs(last.left - piece.left) < HANG


def _is_lettered(piece: Piece) -> bool:
    """Whether the `A` at the end of a piece is a letter: that of a stamp (`PAPER A`), or the only capital where others are small."""
    return not piece.upper or LABEL.fullmatch(piece.text.strip()) is not None


def _follows(last: Piece, piece: Piece) -> bool:
    """Whether a piece stands right below the one before, or on the next page."""
    below = piece.words[0].top - last.words[-1].bottom
    return piece.words[0].page == last.words[-1].page + 1 or (
        piece.words[0].page == last.words[-1].page and -2 < below < piece.words[0].font.size
    )


def _hangs(last: Piece, piece: Piece) -> bool:
    """Whether lines go on with a list whose label hangs out to the left: `PRESENT:   A, B,` over `C and D` set below `A`."""
    if piece.marker or not last.words or not piece.words or not last.lines or last.table is not piece.table:
        return False
    if last.words[-1].font.bold != piece.words[0].font.bold:
        return False
    if last.label_words and last.table is None:
        return _goes_on_beside(last, piece)
    head = last.words[slice(*last.lines[0])]
    hang = next((b.x0 for a, b in pairwise(head[:6]) if a.text.endswith(":") or b.x0 - a.x1 > 1.6 * a.font.size), None)
    labelled = any(w.text.endswith(":") for w in head[:5])
    cells = 1 + sum([b.x0 - a.x1 > 1.6 * a.font.size for a, b in pairwise(head)])
    runs = cells <= 2 and ("," in last.text or ";" in last.text)  # a running list, no list in columns
    if hang is None or not runs or hang - head[0].x0 < HANG or (not labelled and last.text.endswith((".", ":"))):
        return False
    below = piece.words[0].top - last.words[-1].bottom
    near = piece.words[0].page == last.words[-1].page and -2 < below < 0.7 * piece.words[0].font.size
    own_label = any(w.text.endswith(":") for w in piece.words[:4])
    return near and not own_label and abs(piece.left - hang) < 4


def _goes_on_beside(last: Piece, piece: Piece) -> bool:
    """Whether lines go on with a list that stands beside its label and is not at its end: `…, Head of Roads (B.` over `Ito), Clerk …`."""
    text = last.text.rstrip()
    unfinished = text.endswith((",", ";", "-", "&", " and")) or text.rfind("(") > text.rfind(")")
    hang, below = last.words[0].x0, piece.words[0].top - last.words[-1].bottom
    near = piece.words[0].page == last.words[-1].page and -2 < below < 0.7 * piece.words[0].font.size
    apart = hang - last.label_words[0].x0 >= HANG
    return unfinished and near and apart and piece.label is None and abs(piece.left - hang) < 4
