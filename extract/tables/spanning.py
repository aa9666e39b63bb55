"""Words of a line as pieces in columns, and heading lines as rows of cells that may span columns and rows."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.tables.columns import column_of
from extract.tables.regions import Region
from extract.tables.textlines import SPACE, TextLine, cut, is_figure
from models.page import Word

NEAR_RULE = 9.0  # points below its text at which a rule marks the columns a heading stands over
UNIT = re.compile(
    r"^[(\[]?(?:[£$€]\s?(?:m|bn|k|0{3}s?|million|thousands?)?|%|per ?cent|in (?:thousands|millions|£\S*)|number)[)\]]?$",
    re.IGNORECASE,
)
ALIGNED = 3.6  # points a heading's edge or middle may stand off that of its column
CENTRED = 8.0  # points a heading may stand off the middle of the columns it spans


@dataclass(slots=True, eq=False)
class Piece:
    """Words of one cell, and the columns and rows it covers."""

    column: int
    last_column: int
    words: list[Word]
    rows: int = 1

    @property
    def x0(self) -> float:
        return min([w.x0 for w in self.words])

    @property
    def x1(self) -> float:
        return max([w.x1 for w in self.words])


def pieces_of(
    line: TextLine,
    xs: Sequence[float],
    inks: Sequence[tuple[float, float]] = (),
    *,
    heading: bool = False,
    walls: Sequence[float] = (),
) -> list[Piece]:
    """The words of a line by column. Words are parted at a column's edge unless they are one phrase that runs across it.

    `inks`, where known, say from where to where each column's words reach: words that keep to them are of two columns,
    however close they stand. `walls` are upright rules: nothing runs across them.
    """
    pieces: list[Piece] = []
    if line.turned:
        for segment in line.segments:
            middle = (segment.x0 + max(w.x1 for w in segment.words)) / 2
            column = max(0, min(len(xs) - 2, bisect(xs, middle) - 1))
            pieces.append(Piece(column, column, list(segment.words)))
        return _joined(pieces)
    for segment in cut(line.words, 0.62 * line.size):
        words = segment.words
        first, last = column_of(xs, segment.x0, segment.x1)
        if first == last and not any(segment.x0 < wall < segment.x1 for wall in walls):
            pieces.append(Piece(first, last, list(words)))
            continue
        # Where a wider space or a figure stands at the edge, two cells stand close; else one phrase runs across.
        part: list[Word] = []
        parts: list[list[Word]] = []
        for word in words:
            walled = part and any(part[-1].x1 - 1 <= wall <= word.x0 + 1 for wall in walls)
            if part and (walled or _parted(part[-1], word, xs, line.size)):
                parts.append(part)
                part = []
            part.append(word)
        parts.append(part)
        if inks:
            parts = [kept for part in parts for kept in _by_alignment(part, xs, inks)]
        for part in parts:
            a, b = column_of(xs, part[0].x0, part[-1].x1)
            if not heading and b > a and len(parts) == 1 and a == 0 and not _covers(part, xs, b):
                b = a  # a label that runs over its column's edge
            pieces.append(Piece(a, b, part))
    return _joined(pieces)


def _parted(one: Word, two: Word, xs: Sequence[float], size: float) -> bool:
    gap = two.x0 - one.x1
    edge = any(one.x1 - 1 <= x <= two.x0 + 1 for x in xs[1:-1])
    return edge and (gap > 1.5 * SPACE * size or (is_figure(two.text) and is_figure(one.text)))


def _by_alignment(words: list[Word], xs: Sequence[float], inks: Sequence[tuple[float, float]]) -> list[list[Word]]:
    """A phrase over several columns cut where each part ends, begins or centres as the words of its own column do."""
    first, last = column_of(xs, words[0].x0, words[-1].x1)
    if last == first or len(words) < 2:
        return [words]
    return _cut_at(words, list(range(first, last + 1)), inks) or [words]


def _cut_at(words: list[Word], columns: list[int], inks: Sequence[tuple[float, float]]) -> list[list[Word]] | None:
    """Words cut so that each part stands in the next of `columns`; None where they cannot be."""
    if len(columns) == 1:
        return [words] if _aligned(words, inks[columns[0]]) else None
    for end in range(1, len(words)):
        if _aligned(words[:end], inks[columns[0]]):
            rest = _cut_at(words[end:], columns[1:], inks)
            if rest is not None:
                return [words[:end], *rest]
    return None


def _aligned(words: Sequence[Word], ink: tuple[float, float]) -> bool:
    x0, x1 = words[0].x0, words[-1].x1
    return min(abs(x0 - ink[0]), abs(x1 - ink[1]), abs((x0 + x1) - (ink[0] + ink[1])) / 2) <= ALIGNED


def _covers(words: Sequence[Word], xs: Sequence[float], column: int) -> bool:
    shared = min(words[-1].x1, xs[column + 1]) - max(words[0].x0, xs[column])
    return shared > 0.6 * (xs[column + 1] - xs[column])


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Pieces of one line that fall into one column are one."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and piece.column <= joined[-1].last_column:
            joined[-1].words.extend(piece.words)
            joined[-1].last_column = max(joined[-1].last_column, piece.last_column)
        else:
            joined.append(piece)
    return joined


def heading_rows(
    lines: Sequence[TextLine], xs: Sequence[float], region: Region, inks: Sequence[tuple[float, float]]
) -> list[list[Piece]]:
    """Heading lines as rows: a heading over several columns spans them, wrapped lines are joined, levels kept apart.

    `inks` says from where to where the words of each column reach in the body.
    """
    levels: list[list[Piece]] = []
    bottoms: list[float] = []
    for number, line in enumerate(lines):
        pieces = [
            _spread(piece, line, xs, region) for piece in pieces_of(line, xs, inks, heading=True, walls=region.walls)
        ]
        if not line.turned:
            below = [
                p for later in lines[number + 1 :] for p in pieces_of(later, xs, inks, heading=True, walls=region.walls)
            ]
            _group(pieces, below, inks, xs)
            _centre(pieces, inks)
        if not levels and len(pieces) == 1 and UNIT.match(line.text) and pieces[0].column > 0:
            pieces[0].column, pieces[0].last_column = _about(pieces[0], inks)
        if levels and _continues(levels[-1], bottoms[-1], line, pieces, region):
            for piece in pieces:
                above = next((p for p in levels[-1] if p.column <= piece.column <= p.last_column), None)
                if above is None:
                    levels[-1].append(piece)
                else:
                    above.words.extend(piece.words)
                    above.last_column = max(above.last_column, piece.last_column)
            levels[-1].sort(key=lambda p: p.column)
        else:
            levels.append(pieces)
        bottoms.append(line.bottom)
    _stand_beside(levels)
    return levels


def _stand_beside(levels: Sequence[Sequence[Piece]]) -> None:
    """A heading that reaches down beside those of the next level, and has none of them below it, is as high as both."""
    for upper, lower in pairwise(levels):
        over = [p for p in upper if any(p.column <= q.last_column and q.column <= p.last_column for q in lower)]
        bottom = max((w.bottom for p in over for w in p.words), default=0.0)
        for piece in upper if over else ():
            middle = (min(w.top for w in piece.words) + max(w.bottom for w in piece.words)) / 2
            if middle > bottom - 1 and not any(
                p.column <= piece.last_column and piece.column <= p.last_column for p in lower
            ):
                piece.rows = 2


def _spread(piece: Piece, line: TextLine, xs: Sequence[float], region: Region) -> Piece:
    """A heading with a short rule of its own below it stands over the columns of that rule."""
    width = xs[-1] - xs[0]
    for at, start, end in region.level.tolist():
        under = line.bottom - 3 <= at <= line.bottom + NEAR_RULE
        if not under or end - start > 0.9 * width or not start - 6 <= (piece.x0 + piece.x1) / 2 <= end + 6:
            continue
        covered = [n for n in range(len(xs) - 1) if start - 4 <= (xs[n] + xs[n + 1]) / 2 <= end + 4]
        if len(covered) > piece.last_column - piece.column + 1 and covered[0] <= piece.column:
            piece.column, piece.last_column = covered[0], max(covered[-1], piece.last_column)
    return piece


def _centre(pieces: list[Piece], inks: Sequence[tuple[float, float]]) -> None:
    """Headings centred over more columns than their words touch take the free ones beside them."""
    for n, piece in enumerate(pieces):
        low = pieces[n - 1].last_column + 1 if n else 1
        high = pieces[n + 1].column - 1 if n + 1 < len(pieces) else len(inks) - 1
        middle = (piece.x0 + piece.x1) / 2
        own = (inks[piece.column][0] + inks[piece.last_column][1]) / 2
        best = None
        if piece.column == 0 or abs(own - middle) < CENTRED or piece.last_column > piece.column:
            continue
        if _aligned(sorted(piece.words, key=lambda w: w.x0), inks[piece.column]):
            continue
        for a in range(low, piece.column + 1):
            for b in range(piece.last_column, high + 1):
                off = abs((inks[a][0] + inks[b][1]) / 2 - middle)
                if (
                    off < max(CENTRED, 0.06 * (inks[b][1] - inks[a][0]))
                    and b > a
                    and (best is None or b - a > best[1] - best[0])
                ):
                    best = (a, b)
        if best is not None:
            piece.column, piece.last_column = best


def _group(
    pieces: list[Piece], below: Sequence[Piece], inks: Sequence[tuple[float, float]], xs: Sequence[float]
) -> None:
    """Headings that each stand in the middle of some columns, and together over all columns between them: groups."""
    single = [p for p in pieces if p.column > 0]
    if len(single) < 2:
        return
    named = {p.column for p in below}
    spans: list[tuple[int, int]] = []
    low = 1
    for n, piece in enumerate(single):
        high = single[n + 1].column - 1 if n + 1 < len(single) else len(inks) - 1
        middle = (piece.x0 + piece.x1) / 2
        best = None
        for a in range(low, piece.column + 1):
            for b in range(piece.last_column, high + 1):
                # Figures stand at the right of their cells, so the middle may be that of the words or of the cells.
                off = min(abs((inks[a][0] + inks[b][1]) / 2 - middle), abs((xs[a] + xs[b + 1]) / 2 - middle))
                near = max(CENTRED, 0.1 * (inks[b][1] - inks[a][0]))
                if off < near and named.issuperset(range(a, b + 1)) and (best is None or b - a > best[1] - best[0]):
                    best = (a, b)
        if best is None:
            best = (piece.column, piece.last_column)
        if best[0] == best[1] and any(p.column == best[0] and p.words[0].text[:1].islower() for p in below):
            return  # the line goes on below: a wrapped heading
        spans.append(best)
        low = best[1] + 1
    if any(after[0] != before[1] + 1 for before, after in pairwise(spans)):
        return
    whole = spans[0][0] == 1 and spans[-1][1] == max(named, default=0)
    wide = sum(b > a for a, b in spans)
    if wide < len(spans) and not (whole and wide):
        return
    for piece, span in zip(single, spans, strict=True):
        piece.column, piece.last_column = span


def _about(piece: Piece, inks: Sequence[tuple[float, float]]) -> tuple[int, int]:
    """The most columns, the first left out, that a piece stands in the middle of."""
    middle = (piece.x0 + piece.x1) / 2
    last = len(inks) - 1
    for wide in range(last, 1, -1):
        for a in range(1, last - wide + 2):
            b = a + wide - 1
            if abs((inks[a][0] + inks[b][1]) / 2 - middle) < 0.15 * (inks[b][1] - inks[a][0]):
                return a, b
    return piece.column, piece.last_column


def _continues(level: list[Piece], bottom: float, line: TextLine, pieces: list[Piece], region: Region) -> bool:
    """Whether a heading line goes on the level above it rather than beginning one of its own."""
    if line.top - bottom > 0.75 * line.size:
        return False
    for piece in pieces:
        for above in level:
            if above.last_column < piece.column or above.column > piece.last_column:
                continue
            if line.top - max(w.bottom for w in above.words) > 0.75 * line.size:
                return False
            if (above.column, above.last_column) != (piece.column, piece.last_column):
                return False
            ruled = any(
                bottom - 3 <= at <= line.top + 4 and start < (piece.x0 + piece.x1) / 2 < end
                for at, start, end in region.level.tolist()
            )
            if ruled:
                return False
    # A level of group headings is not gone on by the headings of single columns beside it.
    grouped = any(p.last_column > p.column for p in level)
    return not (grouped and any(p.column == p.last_column and p.column > 0 for p in pieces))
