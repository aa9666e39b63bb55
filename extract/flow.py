"""Pages and their tables -> blocks in reading order: text above a table, the table, text below it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from extract.furniture import PageFurniture
from extract.lines import text_columns
from extract.paragraphs import paragraphs_of, run_together, runs_on
from extract.section import PageBlocks, face_of
from models.geometry import Box
from models.page import Page, Word
from models.section import Block, Figure, Paragraph
from models.table import Table

PICTURE = 0.02  # share of the page from which an image is a figure and not an ornament


def flow(
    pages: Sequence[Page], tables: Sequence[Table], furniture: Mapping[int, PageFurniture], known: Collection[str]
) -> list[PageBlocks]:
    """All pages as blocks in reading order; a paragraph cut by a page break is one, on the page where it begins."""
    tabled = {w for t in tables for c in t.cells for w in c.words}
    tabled.update(w for t in tables for w in (*t.repeated, *t.caption_words))
    flowed: list[PageBlocks] = []
    for page in pages:
        here = furniture[page.number]
        words = [w for w in page.words if w not in here.words and w not in tabled]
        blocks = page_blocks(page, words, [t for t in tables if any(n == page.number for n, _ in t.pieces)], known)
        on = any(t.first_page < page.number <= t.last_page for t in tables)
        if flowed and not on and not _restarts(flowed[-1].furniture, here):
            on, blocks = _join(flowed, blocks, known)
        flowed.append(PageBlocks(page, tuple(blocks), here, on, face_of(page)))
    return flowed


def _restarts(before: PageFurniture, here: PageFurniture) -> bool:
    """Whether the printed page numbers begin again: another paper, whose text cannot run on."""
    return before.printed_number is not None and here.printed_number == 1


def page_blocks(page: Page, words: Sequence[Word], tables: Sequence[Table], known: Collection[str]) -> list[Block]:
    """The blocks of one page. A table that began on a page before only parts the text around it."""
    pieces = sorted(
        ((box, table) for table in tables for number, box in table.pieces if number == page.number),
        key=lambda piece: (piece[0].top, piece[0].x0),
    )
    zones: list[list[Word]] = [[] for _ in range(len(pieces) + 1)]
    for word in words:
        zones[_zone((word.top + word.bottom) / 2, [box for box, _ in pieces])].append(word)
    figures = [Figure(page.number, i.box, image=i) for i in page.images if _is_figure(i.box, page)]
    blocks: list[Block] = []
    for index, zone in enumerate(zones):
        found: list[Block] = [p for column in text_columns(zone, page.number) for p in paragraphs_of(column, known)]
        blocks.extend(found)
        if index < len(pieces) and pieces[index][1].first_page == page.number:
            blocks.append(pieces[index][1])
    for figure in figures:
        blocks.insert(_place(figure, blocks), figure)
    return blocks


def _zone(middle: float, boxes: Sequence[Box]) -> int:
    """How many tables stand wholly above a height; what stands beside a table is read before it."""
    return sum(box.bottom <= middle for box in boxes)


def _is_figure(box: Box, page: Page) -> bool:
    area = box.width * box.height
    return PICTURE * page.width * page.height < area < 0.85 * page.width * page.height


def _place(figure: Figure, blocks: Sequence[Block]) -> int:
    for index, block in enumerate(blocks):
        top = (
            block.top
            if isinstance(block, Paragraph)
            else block.pieces[0][1].top
            if isinstance(block, Table)
            else block.box.top
        )
        if top > figure.box.middle_y:
            return index
    return len(blocks)


def _join(flowed: list[PageBlocks], blocks: list[Block], known: Collection[str]) -> tuple[bool, list[Block]]:
    """The first paragraph of a page joined to the last of the page before, where it runs on."""
    for earlier in reversed(flowed):
        if earlier.blocks:
            break
    else:
        return False, blocks
    texts = [b for b in earlier.blocks if not isinstance(b, Figure)]
    first = next((b for b in blocks if not isinstance(b, Figure)), None)
    if (
        not texts
        or not isinstance(texts[-1], Paragraph)
        or not isinstance(first, Paragraph)
        or not runs_on(texts[-1], first)
    ):
        return False, blocks
    whole = run_together(texts[-1], first, known)
    index = flowed.index(earlier)
    joined = tuple(whole if b is texts[-1] else b for b in earlier.blocks)
    flowed[index] = replace(earlier, blocks=joined)
    return True, [b for b in blocks if b is not first]
