"""The items of an agenda that are printed one a line, without numbers, times or bullets; who leads may stand in a column beside them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.meeting.agenda_items import AFTER, ListedItem
from extract.meeting.opening import CLOSING
from extract.meeting.pieces import Piece
from extract.meeting.timed_items import LEADING, LEVEL, column_starts, items_in_columns, lines_of_sheet
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold
from models.page import Word

FEWEST = 5  # lines
USUAL = 3  # of them that are usual items of meetings
LONGEST = 14  # words of a title
MOSTLY = 0.7  # share of the lines that begin at one edge
WRAPPED = 1.06  # times the smallest pitch: lines of one item
MOST_WRAPS = 0.4  # share of the pitches that are larger where lines of items and of one item stand differently


def plain_items(pieces: Sequence[Piece]) -> list[ListedItem]:
    """The items; [] where fewer than three usual ones are among the lines, or running text stands between them."""
    known = tuple(vocabulary("usual_items"))
    if sum(fold(p.text).startswith(known) for p in pieces) + sum(len(p.lines) > 1 for p in pieces) < USUAL:
        return []
    lines = lines_of_sheet(pieces)
    lines = lines[: next((n for n, (_, words) in enumerate(lines) if _ends(words, known)), len(lines))]
    usual = [words for _, words in lines if fold(_text(words)).startswith(known)]
    lines = lines[next((n for n, (_, words) in enumerate(lines) if usual and words is usual[0]), 0) :]
    if len(lines) < FEWEST or len(usual) < USUAL or any(p.marker for p in pieces[: lines[-1][0] + 1]):
        return []
    edge = usual[0][0].x0
    level = [words for _, words in lines if abs(words[0].x0 - edge) <= LEVEL]
    if len(level) < MOSTLY * len(lines):
        return []
    wrapped = _pitch_of_wraps(level)
    heads = [words for before, words in pairwise([[], *level]) if not _goes_on(before, words, wrapped)]
    told = [words for words in heads if len(words) <= LONGEST and not _text(words).endswith((".", ";", ","))]
    if len(heads) < FEWEST or len(told) < MOSTLY * len(heads):
        return []
    starts = [edge, *(x for x in column_starts(heads) if x > edge + LEVEL)]
    return items_in_columns(lines, starts, heads, {})


def _text(words: Sequence[Word]) -> str:
    return " ".join(w.text for w in words)


def _ends(words: Sequence[Word], known: tuple[str, ...]) -> bool:
    """Whether a line stands below the list: `Date of next meeting` may be the last of its items."""
    text = _text(words)
    return not fold(text).startswith(known) and bool(AFTER.match(text) or CLOSING.match(text))


def _pitch_of_wraps(lines: Sequence[Sequence[Word]]) -> float:
    """How far the second line of an item stands below its first, where that is nearer than the next item; else 0."""
    pitches = sorted(b[0].top - a[0].top for a, b in pairwise(lines) if a[0].page == b[0].page and b[0].top > a[0].top)
    least = pitches[0] if pitches else 0.0
    apart = sum(p > WRAPPED * least for p in pitches)
    return WRAPPED * least if apart >= MOST_WRAPS * len(pitches) else 0.0


def _goes_on(above: Sequence[Word], line: Sequence[Word], wrapped: float) -> bool:
    """Whether a line goes on with the one above: it begins small, or stands as close below it as the lines of one item do."""
    if not above or line[0].page != above[0].page:
        return False
    pitch = line[0].top - above[0].top
    return pitch < LEADING * line[0].font.size and (line[0].text[:1].islower() or pitch <= wrapped)
