"""What stands on the pages of a section as pieces of text: the cells of ruled tables, and what gaps, edges and type part.

Heights run on from page to page, so that a form cut by a page end is one strip of paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from extract.meeting.pieces import is_bold
from extract.registers.blocks import with_blocks
from extract.registers.matrices import products
from extract.registers.tables import READS, look
from extract.text import lines_of, text_of
from extract.wording import fold
from models.geometry import Box, box_around
from models.page import Fill, Page, Word
from models.section import Block, Paragraph, Section
from models.table import Cell, Table

SCROLL = 10_000.0  # points; higher than any page
_GAP = 1.6  # a gap of so many times the type parts two texts
_TOUCH = 1.0  # points
_SHORT = 8  # words that a painted box may hold and be one label
_LARGEST = 0.5  # share of the page that a painted box takes; what is larger is the page's ground

Places = dict[int, tuple[Table, Cell]]  # by a word's identity
Style = tuple[bool, str, str | None]  # bold, colour of the type, colour behind it


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """Words that stand together. Boxes count heights from the top of page 0 on, `SCROLL` points a page."""

    words: tuple[Word, ...]
    box: Box  # around the words
    frame: Box  # the cell or painted box they stand in, else the same as `box`
    style: Style
    cell: Cell | None = None  # of a ruled table
    row: tuple[int, int] | None = None  # which table, which row of it
    running: bool = False  # in the head or foot of the page

    @property
    def text(self) -> str:
        return text_of(self.words)

    @property
    def size(self) -> float:
        return self.words[0].font.size

    @property
    def page(self) -> int:
        return self.words[0].page

    @property
    def folded(self) -> str:
        return fold(self.text.rstrip(" :?"))


def pieces_of(section: Section) -> list[Piece]:
    """The pieces of the pages on which a section's blocks stand, from the top; registers and turned words are left out."""
    forms = with_blocks(section)[1]
    offered = {id(w) for block in section.blocks for w in _words(block)}
    offered -= {
        id(w) for table in section.tables if id(table) not in forms and _reads_itself(table) for w in _words(table)
    }
    others = {id(w) for block in section.whole or section.blocks for w in _words(block)} - offered
    places = {id(w): (table, cell) for table in section.tables for cell in table.cells for w in cell.words}
    found: list[Piece] = []
    for page in section.pages:
        words = [w for w in page.words if id(w) not in others and w.turned == 0]
        if any(id(w) in offered for w in words):
            found.extend(_on_page(page, words, offered, places))
    return sorted(found, key=lambda p: (p.box.top, p.box.x0))


def _reads_itself(table: Table) -> bool:
    """Whether a table is a register or a matrix, and so no part of a form."""
    return bool(products(table)) or look(table).score >= READS


def _words(block: Block) -> Iterable[Word]:
    if isinstance(block, Table):
        return (w for cell in block.cells for w in cell.words)
    return block.all_words if isinstance(block, Paragraph) else block.words


def _on_page(page: Page, words: Sequence[Word], offered: set[int], places: Places) -> Iterator[Piece]:
    grounds = [f for f in page.fills if f.box.width * f.box.height < _LARGEST * page.width * page.height]
    free = []
    cells: dict[int, tuple[Table, Cell, list[Word]]] = {}
    for word in words:
        table, cell = places.get(id(word), (None, None))
        if table is not None and cell is not None and table.method != "text":
            cells.setdefault(id(cell), (table, cell, []))[2].append(word)
        else:
            free.append(word)
    for table, cell, held in cells.values():
        frame = next((box for number, box in cell.boxes if number == page.number), cell.boxes[0][1])
        for part in _parts(held):
            piece = _piece(part, grounds, cell.fill)
            yield replace(piece, frame=_down(frame, page.number), cell=cell, row=(id(table), cell.row))
    loose: list[Piece] = []
    for line in lines_of(free):
        for part in _cut(line, page, grounds, places):
            place = places.get(id(part[0]))
            row = (id(place[0]), place[1].row) if place is not None else None
            running = not any(id(w) in offered for w in part)
            loose.append(replace(_piece(part, grounds), row=row, running=running))
    yield from _joined(loose)


def _parts(words: Sequence[Word]) -> Iterator[list[Word]]:
    """A cell's words, parted where a label stands over its text in bold type."""
    lines = lines_of(words)
    for _, group in groupby(lines, key=is_bold):
        yield [w for line in group for w in line]


def _cut(line: Sequence[Word], page: Page, grounds: Sequence[Fill], places: Places) -> Iterator[list[Word]]:
    """A line's words parted at gaps, at edges of cells, drawn or painted between them, and where bold type ends or begins."""
    middle = (line[0].top + line[0].bottom) / 2
    edges = [x for f in grounds if f.top <= middle <= f.bottom for x in (f.x0, f.x1)]
    edges += [r.x0 for r in page.rules if r.vertical and r.top <= middle <= r.bottom]
    part = [line[0]]
    for a, b in pairwise(line):
        cells = [places.get(id(w)) for w in (a, b)]
        celled = all(cells) and cells[0] != cells[1]
        apart = b.x0 - a.x1 > _GAP * min(a.font.size, b.font.size)
        edged = any(a.x1 - _TOUCH <= x <= b.x0 + _TOUCH for x in edges)
        if apart or edged or celled or (a.font.bold != b.font.bold and b.x0 > a.x1):
            yield part
            part = []
        part.append(b)
    yield part


def _piece(words: Sequence[Word], grounds: Sequence[Fill], fill: str | None = None) -> Piece:
    ink = box_around(words)
    behind = [f for f in grounds if f.box.holds_middle_of(ink) and f.box.height < 12 * words[0].font.size]
    ground = min(reversed(behind), key=lambda f: f.box.width * f.box.height, default=None)
    box = _down(ink, words[0].page)
    frame = _down(ground.box, words[0].page) if ground is not None else box
    colour = fill or (ground.colour if ground is not None else None)
    return Piece(tuple(words), box, frame, (is_bold(words), words[0].font.colour, colour))


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Pieces one under the other in one painted box, few words in all, as one: a label of two lines."""
    boxes: dict[tuple[object, ...], list[Piece]] = {}
    for number, piece in enumerate(pieces):
        framed = piece.frame != piece.box
        boxes.setdefault((piece.frame, piece.style) if framed else (number,), []).append(piece)
    for held in boxes.values():
        edge = {round(p.box.x0) for p in held}
        if len(held) > 1 and len(edge) == 1 and sum(len(p.words) for p in held) <= _SHORT:
            words = tuple(w for p in held for w in p.words)
            yield replace(held[0], words=words, box=box_around([p.box for p in held]))
        else:
            yield from held


def _down(box: Box, page: int) -> Box:
    return Box(box.x0, box.top + page * SCROLL, box.x1, box.bottom + page * SCROLL)
