"""Lists without grid lines and without references: rows are told by the columns that have one line a row.

A date, a score or a status stands on one line, and such lines of one row are level, however the other cells of the row are
set beside them. What is left to tell is checked: nothing stands in a cell that would have had room on the line above it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.tables.sheet_columns import CLOSE, columns_below, parted_headings
from extract.tables.sheet_heads import FEWEST_COLUMNS, all_known
from extract.tables.sheet_rows import LOOSE, OFF, WAYS, banded_rows
from extract.tables.spanning import Piece
from extract.tables.textlines import SPACE, TextLine, cut, is_figure
from extract.text import lines_of
from models.page import Word

FEWEST_ROWS = 3
FURTHEST = 6.0  # of the font size: white between two lines of one list
OVER = 2.0  # of the font size: a text that runs so far over the second column is of none
FLUSH = 2.0  # points a text may begin off its heading
PADDED = 1.2  # of the font size: white that the cells of a column may have at both sides
BESIDE = 0.6  # share of the columns that have words on a line of cells of one line
NAMED_ROWS = 0.9  # share of the rows that have a text in the list's longest column
OVER_ROWS = 0.75  # the same, in each column at its left
MOST_FIGURES = 0.6  # share of the lines: more are accounts, whose rows are lines
LONELY = 0.1  # share of the rows that have a single cell
ROOMY = 0.15  # share of the lines within cells that would have had room on the line above
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
VALUE = re.compile(
    rf"^(?:{MONTH}[.,]?|\d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}}(?P<by>[-/.])(?:\d{{1,2}}|{MONTH})(?P=by)\d{{2,4}}|{MONTH}[-/.]\d{{2,4}}"
    r"|Q[1-4]|(?:19|20)\d\d[/–-]\d{2,4}|TBC|TBD|[Oo]ngoing|[HML])$"
)
CONNECTED = re.compile(r"(?:^(?:and|&|the|of|to|for|with|by|in)|[-/,–])$")  # a text that ends so goes on

Lines = list[list[Word]]


def unnumbered(
    heads: Sequence[TextLine], below: Sequence[TextLine], known: Sequence[float] = ()
) -> tuple[list[float], list[list[Piece]]] | None:
    """The edges of the columns and the rows of the list under some headings, or with `known` columns; None where there is none."""
    lines = _run(heads, below, known)
    bands = [line for line in lines if _is_band(line, lines)]
    plain = [line for line in lines if line not in bands]
    body = [w for line in plain for w in line.words]
    xs = list(known)
    if not xs:
        headings = parted_headings(heads, plain)
        full = [line.words[0] for line in plain if len(cut(line.words, CLOSE * line.size)) >= BESIDE * len(headings)]
        xs = columns_below(headings, body, full) if len(full) >= FEWEST_ROWS - 1 else []
    if len(xs) <= FEWEST_COLUMNS - all_known(heads) or not body:
        return None
    columns = [[w for w in body if a <= (w.x0 + w.x1) / 2 < b] for a, b in pairwise(xs)]
    held = [lines_of(words) for words in columns]
    if not _is_list(held) or sum(map(len, columns)) < len(body) or (known and _is_prose(plain, held)):
        return None
    top = heads[-1].bottom if heads else min(w.top for w in body) - 1
    for refs, ways in _markers(held, xs):
        rows = banded_rows(refs, columns, bands, top, ways)
        if rows is not None and _holds(rows, held, len(refs)):
            return xs, rows
    return None


def _run(heads: Sequence[TextLine], below: Sequence[TextLine], known: Sequence[float]) -> list[TextLine]:
    """The lines that may be of a list: down to white, or to a text that runs over its columns."""
    if heads:
        starts = sorted(s.x0 for line in heads for s in cut(line.words, CLOSE * line.size))[1:]
        left, right = min(line.x0 for line in heads), max(line.x1 for line in heads)
        across = max((left + right) / 2, min(starts, default=right) + OVER * heads[0].size)
        foot = heads[-1].bottom
    else:
        left, across, starts = known[0], (known[0] + known[-1]) / 2, list(known[1:-1])
        foot = below[0].top if below else 0.0
    found: list[TextLine] = []
    for line in below:
        wide = len(line.segments) == 1 and line.x0 < left + line.size and line.x1 > across and not line.bold
        close = bool(found) and line.top - foot <= LOOSE * line.size
        wide = wide and not (close and any(abs(w.x0 - x) <= FLUSH for w in line.words[1:] for x in starts))
        if line.turned or wide or line.top - foot > FURTHEST * line.size or line.x0 < left - line.size:
            break
        found.append(line)
        foot = max(foot, line.bottom)
    return _without_notes(found)


def _without_notes(lines: list[TextLine]) -> list[TextLine]:
    """The lines less what stands at the left below them by itself, apart from the last row: titles and notes."""
    end = len(lines)
    while end > 1 and len(lines[end - 1].segments) == 1 and lines[end - 1].x0 <= lines[0].x0 + FLUSH:
        end -= 1
        if lines[end].top - lines[end - 1].bottom > LOOSE * lines[end].size:
            return _without_notes(lines[:end])
    return lines


def _is_band(line: TextLine, lines: Sequence[TextLine]) -> bool:
    """Whether a line is a bold text from the left edge on, over rows that are not bold."""
    alone = (
        len(line.segments) == 1
        and line.bold
        and line.words[0].text[:1].isalnum()
        and line.x0 <= min(other.x0 for other in lines) + 2
    )
    return alone and sum(other.bold for other in lines) < len(lines) / 2


def _is_list(held: Sequence[Lines]) -> bool:
    """Whether some column has texts that wrap, and the lines are not mostly figures."""
    lines = [line for own in held for line in own]
    figures = sum(all(is_figure(w.text) for w in line) for line in lines)
    counts = [len(own) for own in held]
    return len(lines) > 0 and figures <= MOST_FIGURES * len(lines) and max(counts) > min(counts)


def _is_prose(lines: Sequence[TextLine], held: Sequence[Lines]) -> bool:
    """Whether lines without white in them keep to columns by chance: in no column do they begin below each other."""
    if any(len(line.segments) > 1 for line in lines):
        return False
    begun = [[min(w.x0 for w in line) for line in own] for own in held[1:] if len(own) > 1]
    return not any(max(starts) - min(starts) <= FLUSH for starts in begun)


def _markers(held: Sequence[Lines], xs: Sequence[float]) -> Iterator[tuple[list[Word], Sequence[float]]]:
    """Words that may tell the rows, one of each, top to bottom, the surest first: those of values, and of rows whose value is blank."""
    values = [own for own in held if len(own) >= FEWEST_ROWS - 1 and all(_is_value(line) for line in own)]
    single = [
        own
        for own, right in zip(held, xs[1:], strict=True)
        if len(own) >= FEWEST_ROWS - 1 and own not in values and not any(_wraps(a, b, right) for a, b in pairwise(own))
    ]
    begun, ended = ([*_ended(held, xs)], [*_ended(held, xs, foot=True)]) if values else ([], [])
    whole = [line for line in begun if line in ended]
    tried: list[tuple[int, Sequence[float]]] = []
    for columns, ways in (
        ([*values, begun], WAYS[:1]),
        ([*values, ended], WAYS[1:2]),
        ([*values, whole], WAYS),
        (values, WAYS),
        ([*values, *single], WAYS),
        *(([own], WAYS) for own in sorted(single, key=len, reverse=True)),
    ):
        refs = _level(columns)
        if len(refs) >= FEWEST_ROWS - 1 and (len(refs), ways) not in tried:
            tried.append((len(refs), ways))
            yield refs, ways


def _ended(held: Sequence[Lines], xs: Sequence[float], *, foot: bool = False) -> Iterator[list[Word]]:
    """Lines of the longest texts at whose height most columns that have a line there begin a cell, or with `foot` end one."""
    longest = max(range(len(held)), key=lambda n: sum(map(len, held[n])))
    done = [_ends(own, edge, foot=foot) for own, edge in zip(held, xs[1:], strict=True)]
    for line, ends in zip(held[longest], done[longest], strict=True):
        beside = [
            found
            for n, own in enumerate(held)
            for other, found in zip(own, done[n], strict=True)
            if n != longest and abs(other[0].top - line[0].top) <= OFF * line[0].font.size
        ]
        if ends and beside and sum(beside) >= len(beside) / 2:
            yield line


def _ends(own: Lines, edge: float, *, foot: bool) -> list[bool]:
    """Which lines of a column begin a cell, or with `foot` end one: by white between them, or by room for the next word."""
    if not own:
        return []
    right = max(edge - PADDED * own[0][0].font.size, *(w.x1 for line in own for w in line))
    told = [
        min(w.top for w in b) - max(w.bottom for w in a) > LOOSE * a[0].font.size or not _wraps(a, b, right)
        for a, b in pairwise(own)
    ]
    return [*told, True] if foot else [True, *told]


def _is_value(line: Sequence[Word]) -> bool:
    return all(is_figure(w.text) or VALUE.match(w.text) for w in line)


def _wraps(upper: Sequence[Word], lower: Sequence[Word], right: float) -> bool:
    """Whether a line has no room for the first word of the next one: that goes on with its text."""
    first = lower[0]
    if CONNECTED.search(upper[-1].text):
        return True
    return upper[-1].x1 + SPACE * first.font.size + (first.x1 - first.x0) > right


def _level(columns: Sequence[Lines]) -> list[Word]:
    """The first words of lines, one of those that are level with each other."""
    found: list[Word] = []
    for word in sorted((line[0] for own in columns for line in own), key=lambda w: w.top):
        if not found or word.top - found[-1].top > OFF * word.font.size:
            found.append(word)
    return found


def _holds(rows: Sequence[Sequence[Piece]], held: Sequence[Lines], count: int) -> bool:
    """Whether each row is one record: the longest texts have one in each, and no line in a cell had room on the one above."""
    rights = [max((w.x1 for line in own for w in line), default=0.0) for own in held]
    longest = max(range(len(held)), key=lambda n: sum(map(len, held[n])))
    cells = [p for row in rows for p in row if p.column == p.last_column]
    filled = Counter(p.column for p in cells)
    if filled[longest] < NAMED_ROWS * count or any(filled[n] < OVER_ROWS * count for n in range(longest)):
        return False  # what stands at its left holds for several rows
    if sum(len(row) == 1 and row[0].last_column == row[0].column for row in rows) > LONELY * count:
        return False
    breaks = [(a, b, rights[p.column]) for p in cells for a, b in pairwise(lines_of(p.words))]
    return sum(not _wraps(*found) for found in breaks) <= ROOMY * len(breaks)
