"""Lists that a spreadsheet prints without its grid lines: a line of headings, references down the left side, and texts that wrap in
columns with hardly any white between them.

Columns are told by where words begin below their headings and by what no word crosses, rows by their references: the cells of a
row are all set to its top, to its middle or to its foot.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.tables.blocks import REFERENCE
from extract.tables.sheet_columns import CLOSE, columns_below, headings_in, keeps, parted_headings
from extract.tables.sheet_heads import FEWEST_COLUMNS, TIGHT, heads_at, is_named
from extract.tables.sheet_records import unnumbered
from extract.tables.sheet_rows import banded_rows
from extract.tables.sheet_turned import turned_lists
from extract.tables.spanning import Piece
from extract.tables.textlines import TextLine, cut
from models.page import Word

FEWEST_ROWS = 3
FEWEST_FURTHER = 2  # rows that go on on the next page without headings
SAME = 1.5  # points references may begin off each other


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
    done = 0
    for xs in known:
        refs = _references(lines, numbered, xs[0], xs[1])
        further = _sheet([], lines[_above(lines, refs[0], xs) :], refs, xs) if len(refs) >= FEWEST_FURTHER else None
        if further is not None:
            yield further
            done = _behind(lines, further)
            break
        if (told := unnumbered([], lines[: _next_list(lines, 0)], xs)) is not None:
            yield (found := Sheet([], *told))
            done = _behind(lines, found)
            break
    for n, line in enumerate(lines):
        if n < done or line.turned or len(line.segments) < FEWEST_COLUMNS - 1:
            continue
        first, second, *_ = [s.x0 for s in cut(line.words, CLOSE * line.size)]
        if is_named(line):
            start, end = heads_at(lines, n)
            heads = lines[start:end]
            again = next((xs for xs in known if keeps(headings_in(heads), xs)), ())
            refs = _references(lines, [m for m in numbered if m > n], first - line.size, second)
            below = lines[end : _next_list(lines, end, heads)]
            foot = below[-1].bottom if below else 0.0
            refs = [w for w in refs if w.top < foot]
            sheet = _sheet(heads, below, refs, again) if len(refs) >= FEWEST_ROWS else None
            if sheet is None and (told := unnumbered(heads, below, again)) is not None:
                sheet = Sheet(list(heads), *told)
            if sheet is not None:
                yield sheet
                done = _behind(lines, sheet)
    if not done:
        for told in turned_lists(lines):
            yield Sheet([], *told)


def _next_list(lines: Sequence[TextLine], first: int, heads: Sequence[TextLine] = ()) -> int:
    """Where below headings, if there are some, a title in bold stands over other headings in bold."""
    for n in range(first + 1, len(lines) - 1):
        title, row = lines[n], lines[n + 1]
        if len(title.segments) > 1 or len(row.segments) < 2 or not (title.bold and row.bold) or lines[n - 1].bold:
            continue
        if not heads or (heads[0].bold and row.text != heads[0].text):
            return n
    return len(lines)


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


def _sheet(
    heads: Sequence[TextLine], below: Sequence[TextLine], refs: Sequence[Word], known: Sequence[float] = ()
) -> Sheet | None:
    """The list under its headings, or with `known` columns without them; None where its words keep to no columns or rows."""
    lines = [line for line in below if line.top < refs[-1].bottom]
    bands = [line for line in lines if _is_band(line, refs)]
    over = {id(w) for line in bands for w in line.words}
    body = [w for line in lines for w in line.words if id(w) not in over]
    xs = list(known) or columns_below(parted_headings(heads, lines), body, refs)
    if len(xs) <= FEWEST_COLUMNS or any(w.x1 > xs[1] for w in refs) or not body:
        return None
    body += _rest(below[len(lines) :], xs, lines[-1].bottom)
    columns = [[w for w in body if a <= (w.x0 + w.x1) / 2 < b] for a, b in pairwise(xs)]
    if sum(map(len, columns)) < len(body):
        return None
    rows = banded_rows(refs, columns, bands, heads[-1].bottom if heads else body[0].top - 1)
    return Sheet(list(heads), xs, rows) if rows is not None else None


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
