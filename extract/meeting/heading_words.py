"""The words of an item's heading, without its numbers: that of the minute, and that of the item on the agenda beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.meeting.headings import LETTERED, SECOND, Heading, number_of
from extract.meeting.pieces import Piece

# The paper that an item is about, at the right edge of its heading's line.
_PAPER = re.compile(
    r"[(\[]?(?P<ref>(?:Paper|Encl?|Enclosure|Appendix|Annex|Attachment|Document|Doc|PAPER|ENC)\b[.:]?\s*"
    r"(?:No\.?\s*)?(?:[A-Z]{1,4}[-/. ]?)?(?:\d[\w./-]*)?)(?<=[A-Z0-9])[)\]]?$"
)
WIDE = 2.0  # times the size of type: so much white parts a heading from what stands at the edge


def heading_pieces(pieces: Sequence[Piece], heading: Heading) -> list[Piece]:
    """The pieces of a heading's text, cut where its item's text begins; numbers that stand in the text are left out."""
    found = []
    for n, i in enumerate(heading.words):
        piece = pieces[i]
        own = number_of(piece)
        start = own[1] if n == 0 and own is not None and own[1] and own[0] == heading.number else 0
        lettered = LETTERED.match(piece.text) if n == 0 and own is None and not piece.marker else None
        if lettered is not None and heading.number in lettered.groups():
            start = lettered.end()
        second = SECOND.match(piece.text, _skip(piece.text, start)) if n == 0 and own is not None else None
        start = second.end() if second else _skip(piece.text, start) if start else 0
        paper = paper_behind(pieces, heading) if n == len(heading.words) - 1 else None
        end = heading.cut if heading.cut and n == len(heading.words) - 1 else paper[0] if paper else len(piece.text)
        indexes = [k for k, (a, b) in enumerate(piece.spans) if a >= start and b <= end and b > a]
        while len(indexes) > 1 and heading.cut and piece.words[indexes[-1]].text in {"–", "-", "—"}:
            indexes.pop()
        if indexes:
            found.append(
                replace(piece.part(indexes[0], indexes[-1] + 1), marker=piece.marker, marker_words=piece.marker_words)
            )
    return found


def second_number(pieces: Sequence[Piece], heading: Heading) -> tuple[int, int] | None:
    """Where an item's number on the agenda stands behind the minute's own: `C048/25  1.  Apologies`."""
    piece = pieces[heading.words[0]] if heading.words else pieces[heading.index]
    own = number_of(piece)
    if own is None or (own[1] and own[0] != heading.number):
        return None
    match = SECOND.match(piece.text, _skip(piece.text, own[1]))
    return match.span("ref") if match else None


def paper_behind(pieces: Sequence[Piece], heading: Heading) -> tuple[int, int] | None:
    """Where behind a heading, and a wide space, the paper is named that it is about: `Finance Report        Paper C1`."""
    piece = pieces[heading.words[-1]] if heading.words and not heading.cut else None
    match = _PAPER.search(piece.text) if piece is not None else None
    if piece is None or match is None or not match.start():
        return None
    at = next((n for n, (a, _) in enumerate(piece.spans) if a >= match.start()), 0)
    before, first = piece.words[at - 1], piece.words[at]
    wide = at > 0 and first.x0 - before.x1 > WIDE * first.font.size and abs(first.top - before.top) < first.font.size
    return match.span("ref") if wide else None


def _skip(text: str, place: int) -> int:
    while place < len(text) and text[place] in " –-":
        place += 1
    return place
