"""Pieces: the paragraphs of a meeting's paper, free or in a table's cell, of which any stretch of text knows its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from extract.remembering import remembered
from extract.text import HYPHENS, join_lines
from models.lazy import lazy
from models.page import Word
from models.record import Field
from models.section import Paragraph
from models.table import Cell, Table

DECISION = "Decision"  # label of what stands in a column of decisions
RESYNC = 40  # characters: how far a word is looked for where text and words differ (a mark the text leaves out)


@dataclass(frozen=True, eq=False)
class Piece:
    """One paragraph or a part of one. `spans` says where in `text` each of `words` stands; `marker` is no part of them."""

    text: str
    words: tuple[Word, ...]
    spans: tuple[tuple[int, int], ...]
    lines: tuple[tuple[int, int], ...]  # ranges into `words`
    marker: str | None = None
    marker_words: tuple[Word, ...] = ()
    indent: float = 0.0  # left edge of the text, points
    level: int | None = None  # heading level, where the paper's headings were told apart
    bold: bool = False
    upper: bool = False
    size: float = 0.0
    label: str | None = None  # what the cell to the left calls this: `Date`, `Attendees`
    label_words: tuple[Word, ...] = ()
    table: Table | None = None  # the table it stands in
    row: int = -1
    aside: tuple[Field, ...] = ()  # what stands beside it in narrow columns: an action's owner, its date
    centred: bool = False
    starts_row: bool = False  # first text of a row of a table
    beside: bool = False  # stands in a box of a ruled column beside the text
    composed: bool = False  # `text` says what its words print in words of ours: `For (2): A Ito, B Reid`
    cells: tuple[Cell, ...] = ()  # a row of a table that is no running text: its cells that hold any, `text` is empty

    @property
    def page(self) -> int:
        words = self.marker_words or self.words
        return words[0].page if words else 0

    @property
    def left(self) -> float:
        """The left edge, its marker counted."""
        words = self.marker_words or self.words
        return words[0].x0 if words else self.indent

    @lazy
    def bold_head(self) -> int:
        """Where the bold words at the head of the text end; 0 where it does not begin bold."""
        end = 0
        for word, (_, stop) in zip(self.words, self.spans, strict=True):
            if not word.font.bold and any(map(str.isalnum, word.text)):
                break
            end = stop
        return end if end and any(map(str.isalnum, self.text[:end])) else 0

    @lazy
    def line_spans(self) -> tuple[tuple[int, int], ...]:
        """The printed lines as ranges of the text."""
        return tuple((self.spans[a][0], self.spans[b - 1][1]) for a, b in self.lines if b > a)

    def words_in(self, start: int, end: int) -> tuple[Word, ...]:
        """The words of which more than half stands in a stretch of the text."""
        near = [(w, a, b) for w, (a, b) in zip(self.words, self.spans, strict=True) if start < b > a < end > start]
        found = [w for w, a, b in near if 2 * (min(b, end) - max(a, start)) > b - a]
        return tuple(found or [w for w, _, _ in near])

    def field(self, start: int = 0, end: int | None = None, confidence: float = 1.0, note: str | None = None) -> Field:
        """A stretch of the text as a field, without blanks at its ends."""
        end = len(self.text) if end is None else end
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Field(self.text[start:end], self.words_in(start, end), confidence=confidence, note=note)

    def unmarked(self) -> Piece:
        """The same piece with its marker as part of its text: what looked like a number of a list is a value (`6.00 pm`)."""
        if not self.marker_words:
            return self
        head = " ".join(w.text for w in self.marker_words)
        text = f"{head} {self.text}".strip()
        words = (*self.marker_words, *self.words)
        count = len(self.marker_words)
        lines = tuple((a + count if a else 0, b + count) for a, b in self.lines) or ((0, count),)
        return replace(
            self, text=text, words=words, spans=align(text, words), lines=lines, marker=None, marker_words=()
        )

    def part(self, start: int, end: int) -> Piece:
        """The words `start` to `end` (counted, end excluded) as a piece of its own; the marker stays with the first."""
        words, spans = self.words[start:end], self.spans[start:end]
        first, last = spans[0][0], spans[-1][1]
        text = self.text[first:last]
        lines = tuple((max(a, start) - start, min(b, end) - start) for a, b in self.lines if a < end and b > start)
        return replace(
            self,
            text=text,
            words=words,
            spans=tuple((a - first, b - first) for a, b in spans),
            lines=lines,
            marker=self.marker if start == 0 else None,
            marker_words=self.marker_words if start == 0 else (),
            bold=is_bold(words),
            upper=is_upper(text),
            level=self.level if start == 0 else None,
            aside=self.aside if start == 0 else (),
            starts_row=self.starts_row and start == 0,
        )


def piece_of_words(words: Sequence[Word], lines: Sequence[Sequence[Word]] | None = None) -> Piece:
    """A piece of some words in reading order; `lines` are the same words as they are printed."""
    rows = [list(line) for line in lines] if lines is not None else [list(words)]
    ordered = tuple(w for line in rows for w in line)
    text = join_lines(" ".join(w.text for w in line) for line in rows)
    return _piece(text, ordered, _ranges(rows), indent=min((w.x0 for w in ordered), default=0.0))


@remembered(4096)  # families of all kinds ask for them, and again of what another has left
def piece_of_paragraph(paragraph: Paragraph) -> Piece:
    """A paragraph with each word's place in its healed text."""
    rows = _rows(paragraph)
    ordered = tuple([w for row in rows for w in row])
    if len(ordered) != len(paragraph.words):
        ordered, rows = paragraph.words, [paragraph.words]
    return Piece(
        paragraph.text,
        ordered,
        align(paragraph.text, ordered),
        _ranges(rows),
        indent=paragraph.indent,
        size=max([w.font.size for w in ordered], default=0.0),
        marker=paragraph.marker,
        marker_words=paragraph.marker_words,
        level=paragraph.heading_level,
        bold=paragraph.bold,
        upper=paragraph.upper,
        centred=paragraph.centred,
        beside=paragraph.beside,
    )


def _rows(paragraph: Paragraph) -> list[Sequence[Word]]:
    """The lines of a paragraph without the words that are none of its text."""
    marked, lines = paragraph.marker_words, [line.words for line in paragraph.lines]
    count = len(marked)
    headed = len(lines[0]) > count and lines[0][:count] == marked
    if headed and sum(map(len, lines)) == count + len(paragraph.words):
        return [lines[0][count:], *lines[1:]]  # nearly always: the marker stands at the head, and all else is text
    own = set(paragraph.words)
    return [kept for line in lines if (kept := [w for w in line if w in own])]


def _piece(text: str, words: tuple[Word, ...], lines: tuple[tuple[int, int], ...], indent: float) -> Piece:
    return Piece(
        text,
        words,
        align(text, words),
        lines,
        indent=indent,
        bold=is_bold(words),
        upper=is_upper(text),
        size=max((w.font.size for w in words), default=0.0),
    )


def _ranges(rows: Iterable[Sequence[Word]]) -> tuple[tuple[int, int], ...]:
    ranges, place = [], 0
    for row in rows:
        ranges.append((place, place + len(row)))
        place += len(row)
    return tuple(ranges)


def align(text: str, words: Sequence[Word]) -> tuple[tuple[int, int], ...]:
    """Where in `text` each word stands. Line-end hyphens may have gone from the text; a word that is not there gets no width."""
    spans: list[tuple[int, int]] = []
    place = 0
    texts = [word.text for word in words]
    if text == " ".join(texts):  # mostly: no word was mended
        ends = zip(map(len, texts), accumulate(map(len, texts)), strict=True)
        return tuple([(end - length + spaces, end + spaces) for spaces, (length, end) in enumerate(ends)])
    for word in words:
        start = place + 1 if text.startswith(" ", place) else place
        if text.startswith(word.text, start):  # nearly always; a blank at most stands between two words
            place = start + len(word.text)
            spans.append((start, place))
            continue
        start = _skip_blanks(text, place)
        end = _match(text, start, word.text)
        if end is None:
            found = text.find(word.text, start, start + RESYNC + len(word.text))
            if found < 0:
                spans.append((start, start))
                continue
            start, end = found, found + len(word.text)
        spans.append((start, end))
        place = end
    return tuple(spans)


def _match(text: str, place: int, word: str) -> int | None:
    """The end of `word` in `text` at `place`, or None. Hyphens of the word may be missing from the text."""
    for character in word:
        if place < len(text) and text[place] == character:
            place += 1
        elif character in HYPHENS or character.isspace():
            continue
        else:
            return None
    return place


def _skip_blanks(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def is_bold(words: Sequence[Word]) -> bool:
    """Whether all words with a letter or digit are bold."""
    bold = False
    for word in words:
        if word.font.bold:
            bold = bold or any(map(str.isalnum, word.text))
        elif any(map(str.isalnum, word.text)):
            return False
    return bold


def is_upper(text: str) -> bool:
    """Whether a text of three letters or more is all in capitals."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 3 and all(c.isupper() or not c.islower() for c in letters)
