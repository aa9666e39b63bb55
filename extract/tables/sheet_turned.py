"""Lists turned on their side and printed without grid lines: their headings stand one below the other at the left, a record is a column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.tables.sheet_columns import CLOSE
from extract.tables.sheet_heads import known_share
from extract.tables.sheet_rows import WAYS, banded_rows
from extract.tables.spanning import Piece
from extract.tables.textlines import TextLine, cut
from models.page import Word

FEWEST_LABELS, FEWEST_RECORDS = 4, 2
NAMED = 0.7  # share of the headings that are known
MOSTLY = 0.6  # share of the rows in which a column's text begins at one place
FLUSH = 2.0  # points
FURTHEST = 5.0  # of the font size: white between two lines of one list
INSIDE = 1.0  # points a word may reach over a column's edge


def turned_lists(lines: Sequence[TextLine]) -> Iterator[tuple[list[float], list[list[Piece]]]]:
    """The edges of columns, and the rows, of each such list among lines of free words."""
    done = 0
    for n, line in enumerate(lines):
        if n < done or len(line.segments) <= FEWEST_RECORDS or not _is_label(line):
            continue
        run = _run(lines[n:], line)
        labels = [other for other in run if _is_label(other) and abs(other.x0 - line.x0) <= FLUSH]
        if len(labels) < FEWEST_LABELS:
            continue
        found = _list(run, labels)
        if found is not None:
            yield found
            done = n + len(run)


def _is_label(line: TextLine) -> bool:
    """Whether a line begins with a bold text, and none that is bold stands beside it."""
    first, *rest = line.segments
    bold = all(w.font.bold for w in first.words)
    return bold and not line.turned and not any(w.font.bold for s in rest for w in s.words)


def _run(lines: Sequence[TextLine], first: TextLine) -> list[TextLine]:
    found: list[TextLine] = []
    foot = first.bottom
    for line in lines:
        if line.turned or line.top - foot > FURTHEST * line.size or line.x0 < first.x0 - FLUSH:
            break
        if len(line.segments) == 1 and line.x0 <= first.x0 + FLUSH and line.x1 > first.segments[1].x0:
            break  # a text across the columns
        found.append(line)
        foot = max(foot, line.bottom)
    return found


def _list(run: Sequence[TextLine], labels: Sequence[TextLine]) -> tuple[list[float], list[list[Piece]]] | None:
    named = sum(known_share(label.segments[0].words) for label in labels)
    if named < NAMED * len(labels):
        return None
    starts = _starts(labels)
    words = [w for line in run for w in line.words]
    xs = [min(w.x0 for w in words) - 1, *(x - 1 for x in starts), max(w.x1 for w in words) + 1]
    if len(starts) < FEWEST_RECORDS or any(w.x0 + INSIDE < x < w.x1 - INSIDE for w in words for x in xs[1:-1]):
        return None
    columns = [[w for w in words if a <= (w.x0 + w.x1) / 2 < b] for a, b in pairwise(xs)]
    refs = _firsts(labels)
    rows = banded_rows(refs, columns, [], words[0].top - 1, WAYS)
    return (xs, rows) if rows is not None else None


def _starts(labels: Sequence[TextLine]) -> list[float]:
    """Where the texts of each record begin: at one place on most lines of headings."""
    found: list[list[float]] = []
    for x in sorted(s.x0 for label in labels for s in cut(label.words, 2 * CLOSE * label.size)[1:]):
        if found and x - found[-1][-1] <= FLUSH:
            found[-1].append(x)
        else:
            found.append([x])
    return [min(own) for own in found if len(own) >= MOSTLY * len(labels)]


def _firsts(labels: Sequence[TextLine]) -> list[Word]:
    """The first word of each heading, whose second line is known by what both lines say."""
    found: list[Word] = []
    before: list[Word] = []
    for label in labels:
        own = label.segments[0].words
        if before and known_share(own) < 1 and known_share([*before, *own]) == 1:
            before = []
            continue
        found.append(own[0])
        before = own
    return found
