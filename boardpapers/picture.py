"""A page drawn with what was read laid over it: words, cells with their spans and fills, sections."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

from boardpapers.show import cells_on
from extract.document import extract_pages
from models.geometry import box_around
from models.page import Page
from models.section import Paragraph

SCALE = 2.0  # pixels a point
WORD, FURNITURE, CELL, HEADING_CELL, PARAGRAPH, SECTION, HIDDEN = (
    "#9aa0a6",
    "#e8a33d",
    "#1a73e8",
    "#0b3d91",
    "#188038",
    "#c5221f",
    "#a142f4",
)


def draw_page(path: Path, pages: list[Page], number: int, out: Path) -> None:
    """Draws page `number` of a paper to a PNG file. Blue: cells, with row.column and spans; a corner square shows a cell's fill as
    read. Green: paragraphs, with marker and heading level. Red: where a section begins. Orange: furniture. Violet: hidden text.

    Raises OSError where `out` cannot be written.
    """
    page = pages[number - 1]
    picture = _rendered(path, page)
    draw = ImageDraw.Draw(picture)
    found = extract_pages(pages)

    def outline(box: tuple[float, float, float, float], colour: str, width: int = 1, label: str = "") -> None:
        x0, top, x1, bottom = (v * SCALE for v in box)
        draw.rectangle((min(x0, x1), min(top, bottom), max(x0, x1), max(top, bottom)), outline=colour, width=width)
        if label:
            draw.text((x0 + 2, top + 1), label, fill=colour)

    for word in page.words:
        outline(word.box, WORD)
    for hidden in page.hidden:
        outline(hidden.box, HIDDEN)
    for _, cell, box in cells_on(found.tables, number):
        spans = f" {cell.row_span}x{cell.column_span}" if (cell.row_span, cell.column_span) != (1, 1) else ""
        outline(box, HEADING_CELL if cell.is_heading else CELL, 2, f"{cell.row + 1}.{cell.column + 1}{spans}")
        if cell.fill:
            x1, top = box[2] * SCALE, box[1] * SCALE
            draw.rectangle((x1 - 14, top + 3, x1 - 4, top + 13), fill=cell.fill, outline="black")
    for claim in found.claims:
        section = claim.section
        for block in section.blocks:
            here = [w for w in block.all_words if w.page == number] if isinstance(block, Paragraph) else []
            if here and isinstance(block, Paragraph):
                level = f"h{block.heading_level} " if block.heading_level else ""
                outline(box_around(here), PARAGRAPH, 2, f"{level}{block.marker or ''}")
        if section.first_page == number and section.blocks:
            label = f"section {section.number}: {claim.family or 'nobody'} ({claim.score:.2f})"
            draw.text((4, 2 + 12 * (section.number % 4)), label, fill=SECTION)
    picture.save(out)


def _rendered(path: Path, page: Page) -> Image.Image:
    with pypdfium2.PdfDocument(path) as document:
        drawn = document[page.number - 1]
        turn = (page.rotation - drawn.get_rotation()) % 360  # a page that lies on its side was read upright
        picture = drawn.render(scale=SCALE, rotation=turn).to_pil().convert("RGB")
    return Image.blend(picture, Image.new("RGB", picture.size, "white"), 0.35)
