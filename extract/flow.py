"""Pages and their tables -> blocks in reading order: text above a table, the table, text below it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from extract.drawn_bullets import small_drawings
from extract.frames import text_frames
from extract.furniture import PageFurniture
from extract.headed_cards import headed_cards
from extract.joints import APART, joints
from extract.lines import columns_on
from extract.paragraphs import paragraphs_of, run_together, runs_on
from extract.section import PageBlocks, face_of
from extract.side_boxes import side_boxes, side_paragraph
from extract.side_notes import note_paragraph, side_notes
from extract.side_panels import side_panels
from models.geometry import Box
from models.page import Page, Word
from models.section import Block, Figure, Paragraph
from models.table import Table

PICTURE = 0.02  # share of the page from which an image is a figure and not an ornament


def flow(
    pages: Sequence[Page], tables: Sequence[Table], furniture: Mapping[int, PageFurniture], known: Collection[str]
) -> list[PageBlocks]:
    """All pages as blocks in reading order; a paragraph cut by a page break is one, on the page where it begins."""
    elsewhere = set[Word]().union(*[f.words for f in furniture.values()])  # what is no text between tables
    for table in tables:
        elsewhere.update(*[cell.words for cell in table.cells], table.repeated, table.caption_words)
    by_page: dict[int, list[Table]] = {}
    for table in tables:
        for number in dict.fromkeys(n for n, _ in table.pieces):
            by_page.setdefault(number, []).append(table)
    flowed: list[PageBlocks] = []
    bound = joints(pages)
    words = {page.number: [w for w in page.words if w not in elsewhere] for page in pages}
    places = {n: [box for t in own for number, box in t.pieces if number == n] for n, own in by_page.items()}
    boxed = side_boxes(pages, words, places)
    noted = side_notes(words)
    aside = {w for notes in noted.values() for note in notes for line in note for w in line}
    if aside:
        words = {number: [w for w in own if w not in aside] for number, own in words.items()}
    for page in pages:
        here = furniture[page.number]
        own = by_page.get(page.number, [])
        blocks = page_blocks(page, words[page.number], own, known, boxed.get(page.number, ()))
        for note in noted.get(page.number, ()):
            head = note[0][0]
            blocks.insert(_below((head.top + head.bottom) / 2, blocks), note_paragraph(note))
        on = any(t.first_page < page.number for t in own)
        joint = bound.get(page.number, 0.0)
        if flowed and not on and joint < APART and not _restarts(flowed[-1].furniture, here):
            on, blocks = _join(flowed, blocks, known)
        flowed.append(PageBlocks(page, tuple(blocks), here, on, face_of(page), joint))
    return flowed


def _restarts(before: PageFurniture, here: PageFurniture) -> bool:
    """Whether the printed page numbers begin again: another paper, whose text cannot run on."""
    return before.printed_number is not None and here.printed_number == 1


def page_blocks(
    page: Page, words: Sequence[Word], tables: Sequence[Table], known: Collection[str], beside: Sequence[Box] = ()
) -> list[Block]:
    """The blocks of one page, figures at their place. A table that began on a page before only parts the text around it.

    `beside` are the boxes of a ruled column beside the text.
    """
    pieces = [(box, table) for table in tables for number, box in table.pieces if number == page.number]
    places = [box for box, _ in pieces]
    frames = beside or text_frames(page, words, places) or headed_cards(page, words, places)
    panels = [] if frames else side_panels(page, words, places)
    text = [w for w in words if not any(p.holds_middle_of(w) for p in panels)] if panels else words
    blocks = _region(page, text, pieces, frames, known, beside=bool(beside))
    for panel in panels:
        own = _region(page, [w for w in words if panel.holds_middle_of(w)], (), (), known)
        # within the text, so that this begins and ends the page
        place = max(1, min(_below(panel.top, blocks), len(blocks) - 1))
        blocks[place:place] = [replace(b, panel=True) if isinstance(b, Paragraph) else b for b in own]
    for figure in (Figure(page.number, i.box, image=i) for i in page.images if _is_figure(i.box, page)):
        blocks.insert(_below(figure.box.middle_y, blocks), figure)
    return blocks


def _region(
    page: Page,
    words: Sequence[Word],
    pieces: Sequence[tuple[Box, Table]],
    frames: Sequence[Box],
    known: Collection[str],
    *,
    beside: bool = False,
) -> list[Block]:
    """Text and tables from top to bottom; each frame is read by itself, what it holds staying together.

    `beside`: the frames are boxes of a ruled column beside the text, each a paragraph.
    """
    framed = {id(w): n for n, frame in enumerate(frames) for w in words if frame.holds_middle_of(w)}
    housed = {id(t): n for n, frame in enumerate(frames) for box, t in pieces if frame.holds_middle_of(box)}
    parts: list[tuple[Box, Table | int]] = [(box, table) for box, table in pieces if id(table) not in housed]
    parts += [(frame, number) for number, frame in enumerate(frames)]
    parts.sort(key=lambda part: _order(part, frames))
    zones: list[list[Word]] = [[] for _ in range(len(parts) + 1)] if parts else [list(words)]
    feet = sorted(box.bottom for box, _ in parts)
    for word in words if parts else ():
        if id(word) not in framed:
            # after those that end wholly above it; what stands beside a table is read before the table
            zones[bisect_right(feet, (word.top + word.bottom) / 2)].append(word)
    blocks: list[Block] = []
    drawn = small_drawings(page)
    for index, zone in enumerate(zones):
        blocks.extend(p for column in columns_on(page, zone) for p in paragraphs_of(column, known, drawn))
        if index == len(parts):
            break
        _, part = parts[index]
        if isinstance(part, int):
            own = [w for w in words if framed.get(id(w)) == part]
            if beside:
                blocks.extend(side_paragraph(page, own))
                continue
            blocks.extend(_region(page, own, [(b, t) for b, t in pieces if housed.get(id(t)) == part], (), known))
        elif part.first_page == page.number:
            blocks.append(part)
    return blocks


def _order(part: tuple[Box, Table | int], frames: Sequence[Box]) -> tuple[float, float]:
    """Frames keep the order of their rows; a table stands where it begins."""
    box, what = part
    if isinstance(what, int):
        row = min(
            f.top for f in frames if min(f.bottom, box.bottom) - max(f.top, box.top) > 0.5 * min(f.height, box.height)
        )
        return (row, box.x0)
    return (box.top, box.x0)


def _is_figure(box: Box, page: Page) -> bool:
    area = box.width * box.height
    return PICTURE * page.width * page.height < area < 0.85 * page.width * page.height


def _below(place: float, blocks: Sequence[Block]) -> int:
    """The first block that begins below a place on the page."""
    for index, block in enumerate(blocks):
        top = (
            block.top
            if isinstance(block, Paragraph)
            else block.pieces[0][1].top
            if isinstance(block, Table)
            else block.box.top
        )
        if top > place:
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
        or not runs_on(texts[-1], first, _edge(texts, texts[-1]))
    ):
        return False, blocks
    whole = run_together(texts[-1], first, known)
    index = flowed.index(earlier)
    joined = tuple(whole if b is texts[-1] else b for b in earlier.blocks)
    flowed[index] = replace(earlier, blocks=joined)
    return True, [b for b in blocks if b is not first]


def _edge(blocks: Sequence[Block], last: Paragraph) -> float | None:
    """Where the lines of a page end at the right, that hold a paragraph of one line; None of one of several, which tells it by itself."""
    if len(last.lines) > 1:
        return None
    return max([line.x1 for b in blocks if isinstance(b, Paragraph) and b.page == last.page for line in b.lines])
