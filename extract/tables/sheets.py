"""Lists that a spreadsheet prints without its grid lines: a line of headings, references down the left side, and texts that wrap in
columns with hardly any white between them.

Columns are told by where words begin below their headings and by what no word crosses, rows by their references: the cells of a
row are all set to its top, to its middle or to its foot.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.tables.blocks import REFERENCE
from extract.tables.sheet_columns import CLOSE, columns_below, headings_in, keeps
from extract.tables.spanning import Piece
from extract.tables.textlines import TextLine, cut
from extract.tables.words import folded, heading_words
from extract.text import lines_of
from models.page import Word

FEWEST_COLUMNS, FEWEST_ROWS = 4, 3
FEWEST_FURTHER = 2  # rows that go on on the next page without headings
NAMED = 0.6  # share of the headings that are known
SAME = 1.5  # points references may begin off each other
TIGHT = 0.9  # of the font size: lines of one heading, and of one cell, stand no further apart
HIGHEST_HEADING = 6  # lines
OFF = 0.35  # of the font size: so far a cell may be set off its row's reference
SET = 0.8  # share of the cells that are set alike
FULL = 0.5  # share of the places that hold words
APART, LOOSE = 1.5, 0.45  # of the font size: white within a line, and between lines, that no cell has
PARTED = 0.1  # share of the rows with such a cell
STEP = 0.5  # points

Rows = list[list[list[Word]]]


@dataclass(slots=True, eq=False)
class Sheet:
    """A list as it is printed: the lines of its headings, the edges of its columns, and its rows."""

    heads: list[TextLine]
    xs: list[float]
    rows: list[list[Piece]]

    @property
    def words(self) -> list[Word]:
        return [w for line in self.heads for w in line.words] + [w for row in self.rows for p in row for w in p.words]


def sheets(lines: Sequence[TextLine], known: Sequence[Sequence[float]] = ()) -> Iterator[Sheet]:
    """The lists among lines of free words, from the top down. `known` are columns of the page before, which may go on here."""
    if not known and max([len(line.segments) for line in lines], default=0) < FEWEST_COLUMNS - 1:
        return
    numbered = [n for n, line in enumerate(lines) if REFERENCE.match(line.words[0].text)]
    if len(numbered) < FEWEST_FURTHER:
        return
    done = 0
    for xs in known:
        refs = _references(lines, numbered, xs[0], xs[1])
        further = _sheet([], lines[_above(lines, refs[0], xs) :], refs, xs) if len(refs) >= FEWEST_FURTHER else None
        if further is not None:
            yield further
            done = _behind(lines, further)
            break
    for n, line in enumerate(lines):
        if n < done or line.turned or len(line.segments) < FEWEST_COLUMNS - 1:
            continue
        first, second, *_ = [s.x0 for s in cut(line.words, CLOSE * line.size)]
        refs = _references(lines, [m for m in numbered if m > n], first - line.size, second)
        if len(refs) >= FEWEST_ROWS and _is_named(line):
            start, end = _heads(lines, n)
            headings = headings_in(lines[start:end])
            again = next((xs for xs in known if keeps(headings, xs)), ())
            sheet = _sheet(lines[start:end], lines[end:], refs, again)
            if sheet is not None:
                yield sheet
                done = _behind(lines, sheet)


def _behind(lines: Sequence[TextLine], sheet: Sheet) -> int:
    foot = max(w.bottom for w in sheet.words)
    return next((m for m, line in enumerate(lines) if line.top >= foot), len(lines))


def _references(lines: Sequence[TextLine], numbered: Sequence[int], left: float, right: float) -> list[Word]:
    """The references that begin one below the other within a column; [] where one stands there twice."""
    found: list[Word] = []
    for n in numbered:
        word = lines[n].words[0]
        if left < word.x0 < right and (not found or _alike(word, found[0])):
            found.append(word)
    return found if len({w.text for w in found}) == len(found) else []


def _alike(one: Word, other: Word) -> bool:
    return min(abs(one.x0 - other.x0), abs(one.x1 - other.x1)) <= SAME


def _is_named(line: TextLine) -> bool:
    segments = cut(line.words, CLOSE * line.size)
    return len(segments) >= FEWEST_COLUMNS and sum(_known(s.words) for s in segments) >= NAMED * len(segments)


def _known(words: Sequence[Word]) -> float:
    phrases, single = heading_words()
    parts = [folded(w.text) for w in words]
    if "".join(parts) in phrases:
        return 1.0
    return sum(p in single for p in parts) / len(parts)


def _heads(lines: Sequence[TextLine], n: int) -> tuple[int, int]:
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
    return sum(_known(p.words) for p in parts) >= (NAMED / 2 if heading.bold else NAMED) * len(parts)


def _sheet(
    heads: Sequence[TextLine], below: Sequence[TextLine], refs: Sequence[Word], known: Sequence[float] = ()
) -> Sheet | None:
    """The list under its headings, or with `known` columns without them; None where its words keep to no columns or rows."""
    lines = [line for line in below if line.top < refs[-1].bottom]
    bands = [line for line in lines if _is_band(line, refs)]
    over = {id(w) for line in bands for w in line.words}
    body = [w for line in lines for w in line.words if id(w) not in over]
    xs = list(known) or columns_below(headings_in(heads), body, refs)
    if len(xs) <= FEWEST_COLUMNS or any(w.x1 > xs[1] for w in refs) or not body:
        return None
    body += _rest(below[len(lines) :], xs, lines[-1].bottom)
    columns = [[w for w in body if a <= (w.x0 + w.x1) / 2 < b] for a, b in pairwise(xs)]
    if sum(map(len, columns)) < len(body):
        return None
    rows: list[list[Piece]] = []
    aligned = count = 0
    tops = [heads[-1].bottom if heads else body[0].top - 1, *(b.bottom for b in bands)]
    for n, (top, foot) in enumerate(zip(tops, [*(b.top for b in bands), float("inf")], strict=True)):
        inside = [[w for w in words if top - 1 < (w.top + w.bottom) / 2 < foot + 1] for words in columns]
        own = [w for w in refs if w in inside[0]]
        if n:
            rows.append([Piece(0, len(xs) - 2, bands[n - 1].words)])
        if not own:
            if any(inside):
                return None
            continue
        part, alike = _rows(own, inside, top)
        aligned += alike
        count += sum(bool(cell) for row in part for cell in row)
        rows += [[Piece(n, n, cell) for n, cell in enumerate(row) if cell] for row in part]
    enough = count >= FULL * len(refs) * (len(xs) - 1) and aligned >= SET * count
    parted = sum(_is_parted(p.words) for row in rows for p in row if p.last_column == p.column)
    return Sheet(list(heads), xs, rows) if enough and parted <= PARTED * len(refs) else None


def _is_parted(cell: Sequence[Word]) -> bool:
    """Whether words of a cell stand apart as those of two cells do, side by side or one below the other."""
    size = cell[0].font.size
    lines = lines_of(cell)
    beside = any(len(cut(line, APART * size)) > 1 for line in lines)
    return beside or any(min(w.top for w in b) - max(w.bottom for w in a) > LOOSE * size for a, b in pairwise(lines))


def _is_band(line: TextLine, refs: Sequence[Word]) -> bool:
    """Whether a line is a text from the left edge on, between the rows."""
    first = line.words[0]
    return len(line.segments) == 1 and abs(first.x0 - refs[0].x0) <= SAME and first not in refs


def _above(lines: Sequence[TextLine], ref: Word, xs: Sequence[float]) -> int:
    """The first of the lines above a row's reference that are close to each other and keep to its columns: it may be set lower."""
    first = next(n for n, line in enumerate(lines) if line.words[0] is ref)
    while (
        first
        and lines[first].top - lines[first - 1].bottom <= TIGHT * lines[first].size
        and _fits(lines[first - 1], xs)
    ):
        first -= 1
    return first


def _fits(line: TextLine, xs: Sequence[float]) -> bool:
    crossing = any(w.x0 + 1 < x < w.x1 - 1 for w in line.words for x in xs[1:-1])
    return not crossing and line.x0 >= xs[1] and line.x1 <= xs[-1]


def _rest(below: Sequence[TextLine], xs: Sequence[float], foot: float) -> list[Word]:
    """The further lines of the last row: close below each other, and within the columns."""
    found: list[Word] = []
    for line in below:
        if not _fits(line, xs) or line.top - foot > TIGHT * line.size:
            break
        found += line.words
        foot = line.bottom
    return found


def _rows(refs: Sequence[Word], columns: Sequence[Sequence[Word]], top: float) -> tuple[Rows, int]:
    """The cells of each row, set in the way that most cells are, and how many of them are set so."""
    best: Rows = []
    most = -1
    for way, cuts in _ways(refs, top):
        rows: Rows = [[[] for _ in columns] for _ in refs]
        for n, words in enumerate(columns):
            for word in words:
                rows[bisect_right(cuts, (word.top + word.bottom) / 2)][n].append(word)
        alike = sum(_is_set(cell, ref, way) for row, ref in zip(rows, refs, strict=True) for cell in row if cell)
        if alike > most:
            best, most = rows, alike
    return [[[w for line in lines_of(cell) for w in line] for cell in row] for row in best], most


def _ways(refs: Sequence[Word], top: float) -> Iterator[tuple[float, list[float]]]:
    """How cells may be set (0 to the top of their row, 1 to its foot), and where rows end then: those set to their middle
    for each place where the first may begin."""
    off = OFF * refs[0].font.size
    yield 0.0, [w.top - off for w in refs[1:]]
    yield 1.0, [w.bottom + off for w in refs[:-1]]
    middles = [(w.top + w.bottom) / 2 for w in refs]
    start = refs[0].top
    while start > top - 1:
        edges = [start]
        for middle in middles:
            edges.append(2 * middle - edges[-1])
        if all(a < m < b for m, (a, b) in zip(middles, pairwise(edges), strict=True)):
            yield 0.5, edges[1:-1]
        start -= STEP


def _is_set(cell: Sequence[Word], ref: Word, way: float) -> bool:
    top, bottom = min(w.top for w in cell), max(w.bottom for w in cell)
    return abs((1 - way) * (top - ref.top) + way * (bottom - ref.bottom)) <= OFF * ref.font.size
