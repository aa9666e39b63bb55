"""A document as papers and sections: what the families read."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.geometry import Box
from models.lazy import lazy
from models.page import Image, Link, Page, Word
from models.quick import quick
from models.table import Table


@dataclass(frozen=True, eq=False)
class Line:
    """Words on one baseline of one column of text, left to right."""

    words: tuple[Word, ...]
    page: int
    x0: float
    top: float
    x1: float
    bottom: float

    @lazy
    def text(self) -> str:
        return " ".join([w.text for w in self.words])

    @lazy
    def size(self) -> float:
        return max([w.font.size for w in self.words])

    @lazy
    def bold(self) -> bool:
        return all(w.font.bold for w in self.words if any(c.isalnum() for c in w.text))


@quick
@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """Lines that belong together. `marker` is the printed label or bullet at its head, not part of `text`.

    `indent` is the left edge of the text (after the marker) in points. A paragraph may run over a page break.
    """

    lines: tuple[Line, ...]
    text: str  # without the marker; lines joined, hyphenation healed
    marker: str | None  # `1.`, `2.3`, `(a)`, `iv.`, or `•` for any bullet glyph
    marker_words: tuple[Word, ...]
    words: tuple[Word, ...]  # those of `text`, marker left out
    indent: float
    size: float
    bold: bool
    upper: bool  # all letters are capitals
    centred: bool = False
    heading_level: int | None = None  # 1 is the outermost; None for body text
    beside: bool = False  # stands in a box of a ruled column beside the text
    panel: bool = False  # stands in a panel beside the text in smaller type, and is no part of it

    @property
    def page(self) -> int:
        return self.lines[0].page

    @property
    def top(self) -> float:
        return self.lines[0].top

    @property
    def all_words(self) -> tuple[Word, ...]:
        return self.marker_words + self.words if self.marker_words else self.words


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A picture or drawing that is read by nobody: kept as a place, with the words drawn in it."""

    page: int
    box: Box
    words: tuple[Word, ...] = ()
    image: Image | None = None


Block = Paragraph | Table | Figure


@dataclass(frozen=True, slots=True)
class Paper:
    """What one paper of a pack says of itself; shared by its sections."""

    number: int  # within the document, from 1
    first_page: int
    last_page: int
    title: Paragraph | None = None
    organisation: Paragraph | None = None
    date: Paragraph | None = None  # the line that dates it
    opening: tuple[Paragraph, ...] = ()  # the paragraphs of its first page, as evidence
    furniture: tuple[str, ...] = ()  # its running header and footer texts
    heads: tuple[Paragraph, ...] = ()  # the running headers of its first page
    feet: tuple[Paragraph, ...] = ()  # and its running footers


@dataclass(frozen=True, eq=False)
class Section:
    """A run of blocks in reading order that one family reads."""

    number: int  # within the document, from 1
    paper: Paper
    heading: Paragraph | None
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()  # for links, shapes and fills around the blocks
    links: tuple[Link, ...] = ()
    whole: tuple[Block, ...] = ()  # the same run before another family took a part of it; () where none did

    @lazy
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(b for b in self.blocks if isinstance(b, Paragraph))

    @lazy
    def tables(self) -> tuple[Table, ...]:
        return tuple(b for b in self.blocks if isinstance(b, Table))

    @property
    def first_page(self) -> int:
        return min((first_page(b) for b in self.blocks), default=self.paper.first_page)

    @property
    def last_page(self) -> int:
        return max((last_page(b) for b in self.blocks), default=self.paper.first_page)


def first_page(block: Block) -> int:
    return block.first_page if isinstance(block, Table) else block.page


def last_page(block: Block) -> int:
    if isinstance(block, Table):
        return block.last_page
    return block.lines[-1].page if isinstance(block, Paragraph) else block.page


@dataclass(frozen=True, slots=True)
class Furniture:
    """Running headers, footers and page numbers, by page."""

    words: frozenset[Word] = field(default_factory=frozenset)
