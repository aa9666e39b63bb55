"""What stands on the pages of a section as pieces of text: the cells of ruled tables, and what gaps, edges and type part.

Heights run on from page to page, so that a form cut by a page end is one strip of paper.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from extract.initials import ALONE, fits
from extract.meeting.pieces import is_bold
from extract.registers.blocks import with_blocks
from extract.registers.layout import is_known
from extract.registers.matrices import products
from extract.registers.repeated_heads import heads_of_forms
from extract.registers.tables import READS, look
from extract.text import lines_of, text_of
from extract.wording import fold
from models.geometry import Box, box_around
from models.lazy import lazy
from models.page import Fill, Page, Word
from models.section import Block, Paragraph, Section
from models.table import Cell, Table

SCROLL = 10_000.0  # points; higher than any page
_GAP = 1.6  # a gap of so many times the type parts two texts
_WIDE_SPACE = 0.7  # a gap wider than this is one between headings, where all that it parts are known
_SPACE = 0.4  # a gap narrower than this is one between words, whatever columns alignment seems to tell there
_TOUCH = 1.0  # points
_SHORT = 8  # words that a painted box may hold and be one label
_BAND = 24.0  # points
_LARGEST = 0.5  # share of the page that a painted box takes; what is larger is the page's ground

Place = tuple[Table, Cell]
_KEY_COLUMNS, _KEY_ROWS, _MOSTLY_KEY = 3, 2, 0.6
_RANGE = re.compile(r"\d{1,2}\s?[-–]\s?\d{1,2}")
Places = dict[Word, Place]
Style = tuple[bool, str, str | None]  # bold, colour of the type, colour behind it


@dataclass(frozen=True, eq=False)
class Piece:
    """Words that stand together. Boxes count heights from the top of page 0 on, `SCROLL` points a page."""

    words: tuple[Word, ...]
    box: Box  # around the words
    frame: Box  # the cell or painted box they stand in, else the same as `box`
    style: Style
    cell: Cell | None = None  # of a ruled table
    row: tuple[int, int] | None = None  # which table, which row of it
    running: bool = False  # in the head or foot of the page

    @lazy
    def text(self) -> str:
        return text_of(self.words)

    @property
    def size(self) -> float:
        return self.words[0].font.size

    @property
    def page(self) -> int:
        return self.words[0].page

    @lazy
    def folded(self) -> str:
        return fold(self.text.rstrip(" :?"))


class _Grounds:
    """What is painted and ruled on a page, by bands of its height: of hundreds of boxes few stand beside a line."""

    def __init__(self, page: Page) -> None:
        self._boxes: dict[int, list[tuple[Box, Fill]]] = {}
        self._edges: dict[int, list[tuple[float, float, float]]] = {}  # left, top, bottom
        for fill in page.fills:
            box = fill.box
            if box.width * box.height < _LARGEST * page.width * page.height:
                for band in _bands(box.top, box.bottom):
                    self._boxes.setdefault(band, []).append((box, fill))
                    self._edges.setdefault(band, []).extend((x, box.top, box.bottom) for x in (box.x0, box.x1))
        for rule in page.rules:
            if rule.vertical:
                for band in _bands(rule.top, rule.bottom):
                    self._edges.setdefault(band, []).append((rule.x0, rule.top, rule.bottom))

    def behind(self, ink: Box, tallest: float) -> Fill | None:
        """The smallest painted box, lower than `tallest`, that holds the middle of `ink`; of two the one painted last."""
        held = self._boxes.get(int(ink.middle_y // _BAND), ())
        boxes = [(box, fill) for box, fill in held if box.holds_middle_of(ink) and box.height < tallest]
        return min(reversed(boxes), key=lambda b: b[0].width * b[0].height)[1] if boxes else None

    def edges(self, height: float) -> list[float]:
        """Where something upright is drawn or painted at a height, from the left."""
        held = self._edges.get(int(height // _BAND), ())
        return sorted(x for x, top, bottom in held if top <= height <= bottom)


def _bands(top: float, bottom: float) -> range:
    return range(int(top // _BAND), int(bottom // _BAND) + 1)


def pieces_of(section: Section) -> list[Piece]:
    """The pieces of the pages on which a section's blocks stand, from the top; registers and turned words are left out."""
    forms = with_blocks(section)[1] | heads_of_forms(section)
    offered = _words(section.blocks)
    own = _words([t for t in section.tables if id(t) not in forms and _reads_itself(t)])
    others = (_words(section.whole) - offered) | own
    offered -= own
    if not offered:
        return []
    places: Places = {}
    for table in section.tables:
        for cell in table.cells:
            places.update(dict.fromkeys(cell.words, (table, cell)))
    found: list[Piece] = []
    for page in section.pages:
        words = [w for w in page.words if w.turned == 0 and w not in others]
        if not offered.isdisjoint(words):
            found.extend(_on_page(page, words, offered, places))
    return sorted(found, key=lambda p: (p.box.top, p.box.x0))


def _reads_itself(table: Table) -> bool:
    """Whether a table is a register, a matrix or a key, and so no part of a form."""
    return bool(products(table)) or look(table).score >= READS or _is_key(table)


def _is_key(table: Table) -> bool:
    """Whether most rows of a small table say what initials or a range of scores stand for."""
    if not 2 <= table.columns <= _KEY_COLUMNS:
        return False
    told = 0
    for row in range(table.rows):
        first, second = table.at(row, 0), table.at(row, 1)
        if first is None or second is None or first is second:
            continue
        ranged = _RANGE.fullmatch(first.text) is not None and second.text[:1].isalpha()
        told += ranged or (ALONE.fullmatch(first.text) is not None and fits(first.text, second.text))
    return told >= max(_KEY_ROWS, _MOSTLY_KEY * table.rows)


def _words(blocks: Iterable[Block]) -> set[Word]:
    found: set[Word] = set()
    for block in blocks:
        if isinstance(block, Table):
            found.update(*[cell.words for cell in block.cells])
        elif isinstance(block, Paragraph):
            found.update(block.marker_words, block.words)
        else:
            found.update(block.words)
    return found


def _on_page(page: Page, words: Sequence[Word], offered: set[Word], places: Places) -> Iterator[Piece]:
    grounds = _Grounds(page)
    free = []
    cells: dict[int, tuple[Table, Cell, list[Word]]] = {}
    for word in words:
        table, cell = places.get(word, (None, None))
        if table is not None and cell is not None and table.method != "text":
            cells.setdefault(id(cell), (table, cell, []))[2].append(word)
        else:
            free.append(word)
    for table, cell, held in cells.values():
        frame = next((box for number, box in cell.boxes if number == page.number), cell.boxes[0][1])
        for part in _parts(held):
            yield _piece(part, grounds, cell=cell, frame=frame, row=(id(table), cell.row))
    loose: list[Piece] = []
    for line in lines_of(free):
        for part in (p for run in _cut(line, grounds, places) for p in _headings_apart(run)):
            place = places.get(part[0])
            row = (id(place[0]), place[1].row) if place is not None else None
            running = offered.isdisjoint(part)
            loose.append(_piece(part, grounds, row=row, running=running))
    yield from _joined(loose)


def _parts(words: Sequence[Word]) -> Iterator[list[Word]]:
    """A cell's words, parted where a label stands over its text in bold type."""
    lines = lines_of(words)
    for _, group in groupby(lines, key=is_bold):
        yield [w for line in group for w in line]


def _cut(line: Sequence[Word], grounds: _Grounds, places: Places) -> Iterator[list[Word]]:
    """A line's words parted at gaps, at edges of cells, drawn or painted between them, and where bold type ends or begins."""
    edges = grounds.edges((line[0].top + line[0].bottom) / 2)
    held = [places.get(word) for word in line] if places else []
    part = [line[0]]
    for n, (a, b) in enumerate(pairwise(line)):
        if parted(a, b) or (edges and _is_edged(a, b, edges)) or (held and _is_celled(a, b, held[n], held[n + 1])):
            yield part
            part = []
        part.append(b)
    yield part


def _is_edged(a: Word, b: Word, edges: Sequence[float]) -> bool:
    """Whether something upright is drawn between two words."""
    edge = bisect_left(edges, a.x1 - _TOUCH)
    return edge < len(edges) and edges[edge] <= b.x0 + _TOUCH


def _is_celled(a: Word, b: Word, before: Place | None, place: Place | None) -> bool:
    """Whether two words stand in cells of their own, and more than a space apart."""
    if before is None or place is None or before[1] is place[1]:
        return False
    return b.x0 - a.x1 > _SPACE * min(a.font.size, b.font.size)


def _headings_apart(line: list[Word]) -> list[list[Word]]:
    """Headings over columns side by side, `Likelihood  Impact  Score`, each by itself: all known, and gaps wider than spaces between."""
    if not 1 < len(line) <= _SHORT:
        return [line]
    size = line[0].font.size
    cuts = [i for i, (a, b) in enumerate(pairwise(line), start=1) if b.x0 - a.x1 > _WIDE_SPACE * size]
    parts = [line[a:b] for a, b in pairwise([0, *cuts, len(line)])]
    return parts if cuts and all(is_known(text_of(part)) for part in parts) else [line]


def parted(a: Word, b: Word) -> bool:
    """Whether a gap, or a change between bold and plain type, stands between two words of a line."""
    gap = b.x0 - a.x1
    if a.font is b.font:  # nearly always
        return gap > _GAP * a.font.size
    return gap > _GAP * min(a.font.size, b.font.size) or (gap > 0 and a.font.bold != b.font.bold)


def _piece(
    words: Sequence[Word],
    grounds: _Grounds,
    *,
    cell: Cell | None = None,
    frame: Box | None = None,
    row: tuple[int, int] | None = None,
    running: bool = False,
) -> Piece:
    first = words[0]
    ink = box_around(words)
    ground = grounds.behind(ink, 12 * first.font.size)
    if frame is None and ground is not None:
        frame = ground.box
    box = down(ink, first.page)
    colour = (cell.fill if cell is not None else None) or (ground.colour if ground is not None else None)
    style = (is_bold(words), first.font.colour, colour)
    return Piece(tuple(words), box, down(frame, first.page) if frame is not None else box, style, cell, row, running)


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


def down(box: Box, page: int) -> Box:
    """A box on a page with its heights counted from the top of page 0 on."""
    return Box(box.x0, box.top + page * SCROLL, box.x1, box.bottom + page * SCROLL)
