"""The text that a report's front sheet holds: a summary or recommendations in a cell, beside its heading or below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from extract.drawn_bullets import small_drawings
from extract.families.report_body import NUMERIC, Entry, bare
from extract.families.report_headings import heading_kind
from extract.families.report_labels import front_sheet, labels
from extract.letterheads import ASKED
from extract.lines import Column
from extract.meeting.pieces import is_bold
from extract.paragraphs import make_paragraph, paragraphs_of
from extract.text import lines_of
from extract.wording import fold
from models.geometry import box_around
from models.page import Page
from models.section import Line, Paragraph
from models.table import Cell, Table

_FEWEST = 8  # words of a text; `For approval` beside a heading says what kind of paper it is
_SENTENCE = 4  # words of a sentence: `None arising from this report.`
_ALIKE = 2  # headings that are known, from which others set like them are headings too


def sheet_texts(table: Table, pages: Sequence[Page], *, with_purpose: bool) -> Iterator[Entry]:
    """The paragraphs under the headings of a front sheet, in printed order; none where a table is no such sheet.

    The purpose is the report's (`reports.purpose`); `with_purpose` where no other text is, and so it is a paragraph too.
    """
    if not front_sheet(table):
        return
    by_number = {page.number: page for page in pages}
    found = [(make_paragraph(_lines(label)), label, text) for label, text in _pairs(table)]
    known = {
        id(label): kind for heading, label, _ in found if (kind := heading_kind(heading)) in {"purpose", "section"}
    }
    looks = [(is_bold(label.words), label.fill) for _, label, _ in found if id(label) in known]
    for heading, label, text in found:
        kind = known.get(id(label))
        said = len(text.words) >= _SENTENCE and text.text.endswith(".")
        if kind is None:
            alike = looks.count((is_bold(label.words), label.fill)) >= _ALIKE
            apart = heading_kind(heading) == "apart"  # appendices, and where to ask
            if apart or not (alike and said and labels().get(fold(label.text), "other") == "other"):
                continue
        elif (
            (len(text.words) < _FEWEST and not said)
            or ASKED.fullmatch(text.text)
            or (kind == "purpose" and not with_purpose)
        ):
            continue
        yield from _entries(heading, text, by_number)


def _pairs(table: Table) -> Iterator[tuple[Cell, Cell]]:
    """Each label with what stands beside it up to the table's edge, or, where it has its row to itself, in the row below."""
    for label in (c for c in table.cells if c.words and c.column == 0):
        beside = table.at(label.row, label.last_column + 1)
        text = table.at(label.last_row + 1, 0) if beside is None else beside
        if label.text[:1].islower():
            continue  # the second line of a label
        if text is not None and text.words and text.last_column == table.columns - 1:
            yield label, text


def _entries(heading: Paragraph, text: Cell, pages: Mapping[int, Page]) -> Iterator[Entry]:
    for number, box in text.boxes:
        lines = tuple(line for line in _lines(text) if line.page == number)
        drawn = small_drawings(pages[number]) if number in pages else ()
        for paragraph in paragraphs_of(Column(lines, box.x0, box.x1), drawn=drawn) if lines else ():
            numbered = paragraph.marker is not None and NUMERIC.match(paragraph.marker) is not None
            yield Entry(heading, bare(paragraph.marker) if numbered else None, [paragraph])


def _lines(cell: Cell) -> list[Line]:
    pages = dict.fromkeys(w.page for w in cell.words)
    by_page = ((page, lines_of([w for w in cell.words if w.page == page])) for page in pages)
    return [Line(tuple(line), page, *box_around(line)) for page, lines in by_page for line in lines]
