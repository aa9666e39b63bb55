"""Running text on the front sheet of a report: summary, recommendations and implications, each in the row of its label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.families.report_body import LETTERED, NUMERIC, Entry
from extract.families.report_headings import heading_kind
from extract.lines import text_columns
from extract.paragraphs import paragraphs_of, run_together, runs_on
from models.page import Word
from models.section import Paragraph
from models.table import Cell, Table

FEWEST_WORDS = 4  # of a sentence: `None.` and `For noting` fill in a form


def cover_entries(table: Table) -> Iterator[Entry]:
    """The paragraphs in the rows of a front sheet whose labels are headings of a report's text."""
    for cell in table.cells:
        beside = table.at(cell.row, cell.last_column + 1)
        heading = _whole(cell) if cell.column == 0 and cell.text else None
        if heading is None or beside is None or heading_kind(heading) != "section":
            continue
        parts = _paragraphs(beside.words)
        if any(p.text.endswith(".") and len(p.words) >= FEWEST_WORDS for p in parts):
            yield from (_entry(heading, p) for p in parts)


def _entry(heading: Paragraph, paragraph: Paragraph) -> Entry:
    marker = paragraph.marker
    numbered = marker is not None and (NUMERIC.match(marker) or LETTERED.match(marker))
    return Entry(heading, marker.strip("().") if marker and numbered else None, [paragraph])


def _whole(cell: Cell) -> Paragraph | None:
    """A label as a paragraph; None where it is more than one."""
    found = _paragraphs(cell.words)
    return found[0] if len(found) == 1 else None


def _paragraphs(words: Sequence[Word]) -> list[Paragraph]:
    """The paragraphs of a cell, cut by page breaks or not."""
    found: list[Paragraph] = []
    for page in sorted({w.page for w in words}):
        for column in text_columns([w for w in words if w.page == page], page):
            for paragraph in paragraphs_of(column):
                if found and runs_on(found[-1], paragraph):
                    found[-1] = run_together(found[-1], paragraph)
                else:
                    found.append(paragraph)
    return found
