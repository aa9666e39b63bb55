"""What is read from one paper, without a database: words, tables, sections, records, and a picture of a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from extract.document import extract_pages
from extract.page import open_document
from load.places import begins_on
from models.contract import ALL
from models.document import Extracted
from models.page import Page
from models.record import Record
from models.section import Figure, Paragraph
from models.table import Cell, Table
from normalise.document import normalise_document
from normalise.places import page_of

What = Literal["words", "tables", "sections", "records"]
Line = dict[str, Any]


def read_pages(path: Path) -> list[Page]:
    """All pages of a paper. Raises PaperError, or OSError."""
    with open_document(path.read_bytes()) as document:
        return list(document.pages())


def lines(pages: list[Page], what: What, page: int | None, fiscal_year: int | None = None) -> Iterator[Line]:
    """What was read, an entry a thing, each with its page; only those of `page` where it is given. Fiscal years begin in
    the month `fiscal_year`, in April where it is None."""
    found = _words(pages) if what == "words" else _of_document(extract_pages(pages), what, fiscal_year)
    return found if page is None else (line for line in found if _touches(line, page))


def _touches(line: Line, page: int) -> bool:
    first: int = line["page"]
    last: int = line.get("last_page", first)
    return first <= page <= last


def _words(pages: list[Page]) -> Iterator[Line]:
    for page in pages:
        for w in page.words:
            yield {
                "page": page.number,
                "text": w.text,
                "box": _box(w.x0, w.top, w.x1, w.bottom),
                "font": w.font.name,
                "size": round(w.font.size, 1),
                "bold": w.font.bold,
                "colour": w.font.colour,
                "turned": w.turned,
            }
        for h in page.hidden:
            yield {"page": page.number, "text": h.text, "box": _box(*h.box), "hidden": h.reason}


def _of_document(found: Extracted, what: What, fiscal_year: int | None) -> Iterator[Line]:
    if what == "tables":
        return (line for number, table in enumerate(found.tables, start=1) for line in _table(number, table))
    if what == "sections":
        return _sections(found)
    records = normalise_document(found.printed, fiscal_year=fiscal_year).records
    return (_record(record) for record in records if record.view != "table_cells")


def _table(number: int, table: Table) -> Iterator[Line]:
    for cell in table.cells:
        yield {
            "page": cell.page,
            "table": number,
            "method": table.method,
            "row": cell.row + 1,
            "column": cell.column + 1,
            "spans": [cell.row_span, cell.column_span],
            "heading": cell.is_heading,
            "header": " > ".join(cell.header),
            "text": cell.text,
            "fill": cell.fill,
            "symbols": list(cell.symbols),
            "confidence": round(cell.confidence, 2),
        }


def _sections(found: Extracted) -> Iterator[Line]:
    for claim in found.claims:
        section = claim.section
        title, body = section.paper.title, section.paper.organisation
        yield {
            "page": section.first_page,
            "last_page": section.last_page,
            "section": section.number,
            "family": claim.family,
            "score": round(claim.score, 2),
            "reasons": list(claim.reasons),
            "title": title.text if title else None,
            "body": body.text if body else None,
            "blocks": [_block(b) for b in section.blocks],
        }


def _block(block: Paragraph | Table | Figure) -> str:
    if isinstance(block, Table):
        return f"p{block.first_page} table of {block.rows} rows, {block.columns} columns"
    if isinstance(block, Figure):
        return f"p{block.page} figure"
    level = f"h{block.heading_level} " if block.heading_level else ""
    return f"p{block.page} {level}{block.marker or ''} {block.text[:100]}".replace("  ", " ")


def _record(record: Record) -> Line:
    begun = begins_on(record, ALL[record.view]) if record.view in ALL else None
    return {
        "page": begun or page_of(record.printed) or 1,
        "view": record.view,
        "confidence": round(record.confidence, 2),
        **{name: value.value for name, value in record.values.items()},
    }


def _box(x0: float, top: float, x1: float, bottom: float) -> list[float]:
    return [round(v, 1) for v in (x0, top, x1, bottom)]


def cells_on(tables: tuple[Table, ...], page: int) -> Iterator[tuple[Table, Cell, tuple[float, float, float, float]]]:
    """Each piece of a cell that lies on a page."""
    for table in tables:
        for cell in table.cells:
            for number, box in cell.boxes:
                if number == page:
                    yield table, cell, (box.x0, box.top, box.x1, box.bottom)
