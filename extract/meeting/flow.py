"""A section's blocks -> one stream of pieces. Minutes set as a ruled table, and facts set as label and value, flow like free text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from extract.lines import text_columns
from extract.meeting.layout import RowKind, aside_columns, number_column, row_kind
from extract.meeting.margin import nearest, with_margin
from extract.meeting.pieces import Piece, align, piece_of_paragraph
from extract.meeting.vocabulary import vocabulary, words_of
from extract.paragraphs import paragraphs_of, run_together, runs_on
from extract.wording import fold
from models.page import Word
from models.record import Field
from models.section import Block, Paragraph
from models.table import Cell, Table

# A piece begins where a line begins with one of these, though the paragraph runs on.
_RESOLUTION = r"(?:IT WAS |FURTHER )?(?:UNANIMOUSLY )?(?:RESOLVED|RESOLUTION|AGREED|DECISION)S?\b"
_TITLED = r"(?:It was )?(?:[Uu]nanimously )?(?:Resolved|Agreed|Decision|Resolution)\s?[:–-]"
LINE_MARK = re.compile(
    rf"(?:{_RESOLUTION}|{_TITLED}|(?:ACTION|Action)S?s?(?: [Pp]oint)?(?: \d+)?\s?[:–-]|\((?:Item|ITEM) )"
)
NUMBER = re.compile(r"(?:[A-Z]{1,4}[-/ ]?)?\d{1,4}(?:[./-]\d{1,4})*[a-zA-Z]?[.):]?|[a-z][.)]|\([a-z0-9]{1,3}\)|[ivx]{1,5}[.)]")


@lru_cache(maxsize=8)  # every family of meetings asks for them, to claim and to read
def pieces_of(blocks: tuple[Block, ...]) -> tuple[Piece, ...]:
    """All text of the blocks as pieces in reading order. A row of a table that is no running text is one piece of cells."""
    found: list[Piece] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.extend(split_at_lines(piece_of_paragraph(block)))
        elif isinstance(block, Table):
            found.extend(_of_table(block))
    found = _whole(with_margin(found))
    return tuple(p for p in found if p.text or p.marker or p.cells)


def _whole(pieces: Sequence[Piece]) -> list[Piece]:
    """A sentence that a page break cut in two is one piece again, though its halves are set at different edges."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last is not None and _cut_in_two(last, piece):
            text = f"{last.text} {piece.text}"
            count = len(last.words)
            lines = (*last.lines, *((a + count, b + count) for a, b in piece.lines))
            words = (*last.words, *piece.words)
            found[-1] = replace(last, text=text, words=words, spans=align(text, words), lines=lines, aside=(*last.aside, *piece.aside))
        else:
            found.append(piece)
    return found


def _cut_in_two(last: Piece, piece: Piece) -> bool:
    if not last.words or not piece.words or piece.marker or last.table is not piece.table:
        return False
    turned = piece.words[0].page == last.words[-1].page + 1
    open_end = last.text[-1].isalpha() or last.text.endswith((",", "-", "–"))
    return turned and open_end and piece.text[0].islower() and last.bold == piece.bold and not last.upper


def split_at_lines(piece: Piece) -> Iterator[Piece]:
    """Parts of a paragraph that are set apart by a mark at a line's head or by their type: a bold heading over its text."""
    start = 0
    lines = [(a, b) for a, b in piece.lines if b > a]
    for (a, b), (c, d) in zip(lines, lines[1:], strict=False):
        text = " ".join(w.text for w in piece.words[c:d])
        if LINE_MARK.match(text) or _type_changes(piece, (a, b), (c, d)):
            yield piece.part(start, c)
            start = c
    yield piece if start == 0 else piece.part(start, len(piece.words))


def _type_changes(piece: Piece, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """A bold line over plain text, or plain text that ended over a bold line."""
    first, second = _lettered(piece.words[slice(*before)]), _lettered(piece.words[slice(*after)])
    if not first or not second:
        return False
    if all(w.font.bold for w in first):
        return not any(w.font.bold for w in second)
    ended = first[-1].text.endswith((".", ":", ";", "?", ",")) or not any(w.font.bold for w in first)
    return ended and all(w.font.bold for w in second) and sum(len(w.text) for w in second) > 3 and not second[0].text[0].islower()


def _lettered(words: Sequence[Word]) -> list[Word]:
    return [w for w in words if any(c.isalnum() for c in w.text)]


def _of_table(table: Table) -> Iterator[Piece]:
    number, asides = number_column(table), aside_columns(table)
    for row in range(table.rows):
        cells = [c for c in table.row(row) if c.text]
        kind = row_kind(table, row, cells)
        if kind is RowKind.FACT:
            yield from _fact(cells, table, row)
        elif kind is RowKind.MINUTES:
            yield from _minutes_row(cells, number, asides, table, row)
        elif kind is RowKind.BAND:
            yield from _first_of_row(cell_pieces(cells[0]), table, row)
        elif cells:
            inside = tuple((c, tuple(cell_pieces(c))) for c in cells)
            yield Piece("", (), (), (), table=table, row=row, cells=inside)


def _fact(cells: Sequence[Cell], table: Table, row: int) -> Iterator[Piece]:
    label, values = cells[0], cells[1:]
    for cell in values:
        for piece in cell_pieces(cell) or []:
            if fold(label.text) in vocabulary("meeting_facts"):
                piece = piece.unmarked()
            yield replace(piece, label=label.text, label_words=label.words, table=table, row=row)
    if not values:
        for piece in cell_pieces(label):
            yield replace(piece, table=table, row=row)


def _minutes_row(
    cells: Sequence[Cell], number: int | None, asides: frozenset[int], table: Table, row: int
) -> Iterator[Piece]:
    """A row's text, the number beside it as the marker of its first piece, owners and dates beside it as `aside` of the nearest."""
    marker = next((c for c in cells if c.column == number and NUMBER.fullmatch(c.text)), None)
    pieces: list[Piece] = []
    for cell in cells:
        if cell is not marker and cell.column not in asides:
            pieces.extend(cell_pieces(cell))
    beside = [field for c in cells if c.column in asides for field in aside_fields(c, table)]
    if marker is not None:
        first = pieces[0] if pieces else Piece("", (), (), ())
        if first.marker_words:
            pieces.insert(0, replace(first, text="", words=(), spans=(), lines=(), marker=marker.text, marker_words=marker.words))
        else:
            pieces[:1] = [replace(first, marker=marker.text, marker_words=marker.words)]
    placed: dict[int, list[Field]] = {}
    for field in beside:
        placed.setdefault(nearest(field, pieces), []).append(field)
    pieces = [replace(p, aside=tuple(placed.get(i, ()))) for i, p in enumerate(pieces)]
    yield from _first_of_row(pieces, table, row)


def _first_of_row(pieces: Sequence[Piece], table: Table, row: int) -> Iterator[Piece]:
    for i, piece in enumerate(pieces):
        yield replace(piece, table=table, row=row, starts_row=i == 0)


def cell_pieces(cell: Cell) -> list[Piece]:
    """The paragraphs of one cell, cut by page breaks or not."""
    paragraphs: list[Paragraph] = []
    for page in sorted({w.page for w in cell.words}):
        for column in text_columns([w for w in cell.words if w.page == page], page):
            for paragraph in paragraphs_of(column):
                if paragraphs and runs_on(paragraphs[-1], paragraph):
                    paragraphs[-1] = run_together(paragraphs[-1], paragraph)
                else:
                    paragraphs.append(paragraph)
    return [part for p in paragraphs for part in split_at_lines(piece_of_paragraph(p))]


def aside_fields(cell: Cell, table: Table) -> list[Field]:
    """The lines of a narrow cell that stand apart: each group is one entry (`NS`, `JB / Due: May`). `note` is its column's heading."""
    heading = cell.header[-1] if cell.header else _heading_over(table, cell.column)
    groups: list[list[Word]] = []
    for page in sorted({w.page for w in cell.words}):
        for column in text_columns([w for w in cell.words if w.page == page], page):
            for line in column.lines:
                last = groups[-1][-1] if groups else None
                if last is not None and last.page == page and line.top - last.bottom < 0.6 * line.size:
                    groups[-1].extend(line.words)
                else:
                    groups.append(list(line.words))
    return [Field(" ".join(w.text for w in g), tuple(g), note=heading) for g in groups]


def _heading_over(table: Table, column: int) -> str | None:
    words = words_of("minute_columns", "owner") | words_of("minute_columns", "due")
    for cell in table.cells:
        if cell.column <= column <= cell.last_column and cell.text.strip(" :").casefold() in words:
            return cell.text
    return None
