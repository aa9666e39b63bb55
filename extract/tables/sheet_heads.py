"""The headings of lists that a spreadsheet prints without its grid lines: known words side by side, and what is set close to them."""

from __future__ import annotations

from collections.abc import Sequence

from extract.tables.sheet_columns import CLOSE
from extract.tables.textlines import Segment, TextLine, cut
from extract.tables.words import folded, heading_words
from models.page import Word

FEWEST_COLUMNS = 4
NAMED = 0.6  # share of the headings that are known
TIGHT = 0.9  # of the font size: lines of one heading, and of one cell, stand no further apart
BROKEN = 0.4  # of the font size: lines of a heading that is broken within its word
HIGHEST_HEADING = 6  # lines
SAME = 1.5  # points


def is_named(line: TextLine) -> bool:
    segments = cut(line.words, CLOSE * line.size)
    if len(segments) == FEWEST_COLUMNS - 1:
        return all_known([line])
    return len(segments) >= FEWEST_COLUMNS and sum(known_share(s.words) for s in segments) >= NAMED * len(segments)


def all_known(heads: Sequence[TextLine]) -> bool:
    """Whether all headings are known as they stand: three such suffice."""
    phrases, _ = heading_words()
    if len(heads) != 1:
        return False
    parts = [[folded(w.text) for w in s.words] for s in cut(heads[0].words, CLOSE * heads[0].size)]
    return all(
        "".join(words) in phrases
        or any({"".join(words[:n]), "".join(words[n:])} <= phrases for n in range(1, len(words)))
        for words in parts
    )


def known_share(words: Sequence[Word]) -> float:
    """The share of a heading's words that publishers put over columns; 1 where it is known as it stands."""
    phrases, single = heading_words()
    parts = [folded(w.text) for w in words]
    if "".join(parts) in phrases:
        return 1.0
    return sum(p in single for p in parts) / len(parts)


def heads_at(lines: Sequence[TextLine], n: int) -> tuple[int, int]:
    """The first line of the headings, and the first behind them: close lines around the one known that are set as it is."""
    first, last = n, n + 1
    while first and n - first < HIGHEST_HEADING and _is_heading(lines[first - 1], lines[first], lines[n]):
        first -= 1
    while last < len(lines) and last - n < HIGHEST_HEADING and _is_heading(lines[last], lines[last - 1], lines[n]):
        last += 1
    return first, last


def _is_heading(line: TextLine, beside: TextLine, heading: TextLine) -> bool:
    """Whether a line above or below one of headings is of them too."""
    white = max(line.top, beside.top) - min(line.bottom, beside.bottom)
    if white > TIGHT * heading.size or line.bold != heading.bold or line.turned:
        return False
    parts = cut(line.words, CLOSE * line.size)
    if len(parts) == 1 and line.x0 < heading.x0 + SAME and line.x1 > heading.segments[1].x0:
        return False  # a title from the left edge on, or a band
    if heading.bold and white <= BROKEN * heading.size and _stand_under(parts, heading):
        return True
    return sum(known_share(p.words) for p in parts) >= (NAMED / 2 if heading.bold else NAMED) * len(parts)


def _stand_under(parts: Sequence[Segment], heading: TextLine) -> bool:
    """Whether each part of a line stands over or under one of the headings at most: narrow columns break their headings."""
    over = cut(heading.words, CLOSE * heading.size)
    return all(len(p.words) == 1 and sum(min(p.x1, h.x1) > max(p.x0, h.x0) for h in over) <= 1 for p in parts)
