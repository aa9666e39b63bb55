"""The words of a motion that stand between quotation marks, or in the list that they lead into."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.meeting.fates import result_in, tells_fate
from extract.meeting.inline_labels import follows
from extract.meeting.list_labels import LABEL
from extract.meeting.movers import movers_in
from extract.meeting.pieces import Piece
from extract.meeting.ranges import Stretch

_QUOTES = re.compile(r"[“”\"]")
QUOTED = 6  # pieces: a quotation that is not closed by then was never opened


def quoted(pieces: Sequence[Piece], i: int, start: int) -> list[Stretch]:
    """The words between quotation marks, which may go on in the next paragraphs: part of them is set in bold."""
    found: list[Stretch] = []
    for j in range(i, min(i + QUOTED, len(pieces))):
        piece = pieces[j]
        begin = start + 1 if j == i else 0
        close = close_of(piece.text, begin)
        if j > i and (piece.cells or tells_fate(piece.text)):
            return found  # left open before a table or the result
        if piece.cells or (j > i and next(movers_in(piece.text), None)):
            break
        found.append((j, begin, len(piece.text) if close is None else close))
        if close is not None:
            return found
    return [(i, start + 1, len(pieces[i].text)), *_limbs_below(pieces, i)]


def _limbs_below(pieces: Sequence[Piece], i: int) -> list[Stretch]:
    """The list that an open sentence leads into, where nothing tells its end but its marks."""
    found: list[Stretch] = []
    for j in range(i + 1, len(pieces)):
        last, label = (LABEL.match(pieces[k].marker or "") for k in (j - 1, j))
        counts_on = last is not None and label is not None and follows(last["label"], label["label"])
        open_ended = pieces[j - 1].text.rstrip().endswith((":", ";", ",", " and", " or"))
        if pieces[j].marker is None or not (open_ended or counts_on) or result_in(pieces[j].text, j) is not None:
            break
        found.append((j, 0, len(pieces[j].text)))
    return found


def close_of(text: str, start: int) -> int | None:
    """Where a quotation ends that is open at `start`; one within it (`sold “as is” to …`, `sold ”as is” to …`) is passed over."""
    inner = 0
    for match in _QUOTES.finditer(text, start):
        before, behind = text[start : match.start()][-1:], text[match.end() : match.end() + 1]
        opens = match.group() == "“" or (before.isspace() and behind.isalnum())
        inner += 1 if opens else -1
        if inner < 0:
            return match.start()
    return None
