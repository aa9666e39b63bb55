"""What stands between the level rules of a table whose records have notes below their cells: headings, titles of sections, records and
their notes, and what is of no table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from extract.tables.draft import Grid
from extract.tables.noted_strips import (
    CLOSE,
    ENDLESS,
    SAME_SIZE,
    Strip,
    runs_across,
    stripes_across,
    strips_between,
)
from extract.tables.rungs import FLUSH
from extract.tables.textlines import PHRASE, TextLine, cut, text_lines
from models.page import Page, Word

BELOW = 1.6  # of the font size: white between a record and its note
MOST_SECTION = 2  # lines of the title of a section
LONGEST_LABEL = 4  # words before a colon


@dataclass(frozen=True, slots=True)
class Style:
    """Where a text begins, and how it is set."""

    x0: float
    size: float
    italic: bool
    colour: str
    label: str = ""  # before a colon

    def is_like(self, other: Style) -> bool:
        return (self.italic, self.colour) == (other.italic, other.colour) and self.is_set_as(other)

    def is_set_as(self, other: Style) -> bool:
        """The same of a line that may end in other type, as a label does."""
        return abs(self.x0 - other.x0) <= FLUSH and abs(self.size - other.size) <= SAME_SIZE


class Kind(Enum):
    HEADS = "headings"
    SECTION = "the title of a section"
    RECORD = "a record"
    NOTE = "a note to the record above"
    LOOSE = "no part of a table"


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines of one kind, and from where to where they have the table to themselves. `open`: no rule stands below."""

    kind: Kind
    top: float
    bottom: float
    lines: Sequence[TextLine]
    open: bool = False


def styles_of(grids: Sequence[Grid]) -> set[Style]:
    """How the notes of tables on the page before are set."""
    return {_style(line) for g in grids for c in g.cells if c.note and c.words for line in text_lines(c.words)[:1]}


def _style(line: TextLine) -> Style:
    return _style_of(line.words)


def _style_of(words: Sequence[Word]) -> Style:
    last = words[-1].font  # a label may stand before it in another type
    ends = next((n for n, w in enumerate(words[:LONGEST_LABEL], start=1) if w.text.endswith(":")), 0)
    label = " ".join(w.text for w in words[:ends])
    return Style(words[0].x0, last.size, last.italic, last.colour, label)


def _is_one(style: Style, others: set[Style]) -> bool:
    return any(style.is_like(other) for other in others)


def pieces_of(
    page: Page, words: Sequence[Word], heights: Sequence[float], ends: tuple[float, float], known: set[Style]
) -> tuple[list[Piece], int]:
    """The pieces of the tables that have level rules at `heights`, top to bottom, and how many records have a note.

    `ends` are where the rules begin and end; `known` is how notes are set on the page before.
    """
    strips = strips_between(words, heights, stripes_across(page, heights, *ends))
    beside = [line for strip in strips for line in strip.lines if len(line.segments) > 1]
    cells = {_style_of(s.words) for line in beside for s in cut(line.words, PHRASE * line.size)}
    closed = [strip for strip in strips if not strip.open]
    sure = {_style(strip.lines[n]) for strip in closed if (n := strip.sure()) is not None}
    styles = known | sure | _set_apart(closed, cells)
    if not styles:
        return [], 0
    found: list[Piece] = []
    if known and _goes_on(strips[0], known):
        first, *strips = strips
        found.append(Piece(Kind.NOTE, first.lines[0].top - 2, first.bottom, first.lines))
    for strip in strips:
        found += _pieces(strip, styles, cells, found[-1] if found else None)
    return found, sum(piece.kind is Kind.NOTE for piece in found)


def _goes_on(strip: Strip, known: set[Style]) -> bool:
    """Whether the first lines of a page are of a note to the last record of the page before."""
    if strip.open or strip.tail() or not strip.lines:
        return False
    return all(any(line.is_set_as(style) for style in known) for line in map(_style, strip.lines))


def _set_apart(strips: Sequence[Strip], cells: set[Style]) -> set[Style]:
    """How lines below the cells of several records are set that begin where no cell does, in a type that none has."""
    found: list[Style] = []
    for strip in strips:
        if not strip.anchors or strip.tail() >= len(strip.lines):
            continue
        style, (first, second, *_) = _style(strip.lines[strip.tail()]), strip.anchors[-1].segments
        typed = any(replace(style, x0=cell.x0).is_like(cell) for cell in cells)
        begins = any(abs(style.x0 - cell.x0) <= FLUSH for cell in cells)
        if first.x0 - FLUSH <= style.x0 < second.x0 + FLUSH and not (typed or begins):
            found.append(style)
    return {style for style in found if sum(style.is_like(other) for other in found) > 1}


def _pieces(strip: Strip, styles: set[Style], cells: set[Style], before: Piece | None) -> Iterator[Piece]:
    heads = strip.heads
    foot = heads[0].top - 2 if heads else strip.bottom
    if not (strip.lines or heads):
        yield Piece(Kind.LOOSE, strip.top, strip.bottom, ())
    if strip.lines:
        yield from _bodies(replace(strip, bottom=foot), styles, cells, before)
    if heads:
        top = strip.top if strip.painted and not strip.lines else heads[0].top - 2
        yield Piece(Kind.HEADS, top, strip.bottom, heads)


def _bodies(strip: Strip, styles: set[Style], cells: set[Style], before: Piece | None) -> Iterator[Piece]:
    """A record with its note, or what else stands between two edges."""
    lines, bottom = strip.lines, strip.bottom
    if not strip.anchors:
        yield _alone(strip, styles, before)
        return
    begun = _begins(strip)
    if strip.open:
        count = _reaches(strip, styles)
        if count < len(lines):
            bottom = lines[count - 1].bottom + 2
    else:
        count = len(lines)
    note = _note(replace(strip, lines=lines[:count]), styles, cells)
    top = strip.top
    if begun:
        yield Piece(Kind.LOOSE, max(strip.top, 0), lines[begun - 1].bottom, lines[:begun])
    if begun or top <= -ENDLESS:
        top = lines[begun].top - 2
    if bottom >= ENDLESS:
        bottom = lines[count - 1].bottom + 2
    own = lines[begun:count] if note is None else lines[begun:note]
    foot = bottom if note is None else (own[-1].bottom + lines[note].top) / 2
    yield Piece(Kind.RECORD, top, foot, own, open=strip.open)
    if note is not None:
        yield Piece(Kind.NOTE, foot, bottom, lines[note:count], open=strip.open)
    if count < len(lines):
        yield Piece(Kind.LOOSE, bottom, lines[-1].bottom, lines[count:])


def _begins(strip: Strip) -> int:
    """How many of the first lines of what no rule stands above are of no record: paragraphs."""
    if strip.top > -ENDLESS:
        return 0
    first = strip.lines.index(strip.anchors[0])
    while first and strip.lines[first].top - strip.lines[first - 1].bottom <= CLOSE * strip.lines[first].size:
        first -= 1
    return first


def _reaches(strip: Strip, styles: set[Style]) -> int:
    """How many of the lines of what no rule closes are the record's and its note's: as far as each follows closely."""
    lines = strip.lines
    tail = strip.tail()
    count = tail
    for n in range(tail, len(lines)):
        gap = lines[n].top - lines[n - 1].bottom
        noted = _is_one(_style(lines[n]), styles)
        across = any(runs_across(lines[n], anchor) for anchor in strip.anchors)
        if gap > (BELOW if noted else CLOSE) * lines[n].size or (across and not noted):
            break
        count = n + 1
    return count


def _note(strip: Strip, styles: set[Style], cells: set[Style]) -> int | None:
    """At which line the note of a record begins."""
    lines, tail = strip.lines, strip.tail()
    sure, labels = strip.sure(), {style.label for style in styles}
    for n in range(tail, len(lines) if sure is None else sure):
        style = _style(lines[n])
        labelled = bool(style.label) and style.label in labels
        apart = labelled or not _is_one(style, cells) or lines[n].top - lines[n - 1].bottom > PHRASE * lines[n].size
        if _is_one(style, styles) and (labelled if all(labels) else apart):
            return n
    return sure


def _alone(strip: Strip, styles: set[Style], before: Piece | None) -> Piece:
    """What stands by itself between two edges and is no record: a note, or the title of a section."""
    lines = strip.lines
    top, bottom = max(strip.top, 0.0), strip.bottom if strip.bottom < ENDLESS else lines[-1].bottom + 2
    bare = strip.open or strip.top <= -ENDLESS
    single = len(lines) <= MOST_SECTION and all(len(line.segments) == 1 for line in lines)
    if strip.painted and single:
        return Piece(Kind.SECTION, top, bottom, lines)
    if not bare and before is not None and before.kind is not Kind.LOOSE and _is_one(_style(lines[0]), styles):
        return Piece(Kind.NOTE, top, bottom, lines)
    if not bare and single and all(line.bold for line in lines):
        return Piece(Kind.SECTION, top, bottom, lines)
    return Piece(Kind.LOOSE, top, bottom, lines)
