"""A section's blocks -> one stream of pieces. Minutes set as a ruled table, and facts set as label and value, flow like free text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.lines import text_columns
from extract.meeting.action_boxes import action_pieces, action_tables, headed_pieces
from extract.meeting.action_columns import (
    NOTHING,
    action_column,
    by_their_owners,
    entries_of,
    over_pages,
    row_of_text,
    with_owners,
)
from extract.meeting.counted_heads import with_counted_heads
from extract.meeting.dispositions import with_dispositions
from extract.meeting.fact_rows import fact_labels, fact_pairs
from extract.meeting.item_tables import is_item_table, item_pieces
from extract.meeting.label_column import with_label_column
from extract.meeting.labels_beside import with_labels_beside
from extract.meeting.layout import (
    ITEM_NUMBER,
    SIGNED,
    WRITTEN,
    RowKind,
    aside_columns,
    decision_column,
    is_side_by_side,
    number_column,
    row_kind,
    text_column,
)
from extract.meeting.lettered_lists import with_lettered_lists
from extract.meeting.lists_in_cells import list_pieces
from extract.meeting.margin import nearest, with_margin
from extract.meeting.motion_boxes import box_pieces, with_results_behind
from extract.meeting.mover_columns import with_mover_columns
from extract.meeting.numbers_below import with_numbers_below
from extract.meeting.numbers_beside import with_numbers_beside
from extract.meeting.pieces import DECISION, Piece, piece_of_paragraph
from extract.meeting.quoted_tables import with_quoted_tables
from extract.meeting.rejoined import rejoined
from extract.meeting.roman_marks import with_roman_marks
from extract.meeting.side_heads import with_side_heads
from extract.meeting.splitting import cell_pieces, paragraph_pieces, split_at_lines
from extract.meeting.stacked_rows import stacked
from extract.meeting.terms import with_terms
from extract.meeting.vocabulary import fact_named, words_of
from extract.meeting.vote_columns import with_vote_columns
from extract.meeting.vote_tables import vote_pieces
from extract.remembering import remembered
from extract.text import join_lines
from models.page import Word
from models.record import Field
from models.section import Block, Paragraph
from models.table import Cell, Table

_INITIALS = re.compile(r"\b[A-Z]{2,4}[a-z]?\b")
SHORT_ACTION = 2  # lines
SHORT_ASIDE = 24  # characters: so much holds initials and little else
NUMBER = re.compile(rf"{ITEM_NUMBER.pattern}|[a-z][.)]|\([a-z0-9]{{1,3}}\)|[ivx]{{1,5}}[.)]")


@remembered(8)  # every family of meetings asks for them, to claim and to read
def pieces_of(blocks: tuple[Block, ...]) -> tuple[Piece, ...]:
    """All text of the blocks as pieces in reading order. A row of a table that is no running text is one piece of cells."""
    found: list[Piece] = []
    blocks = tuple([b for b in blocks if not (isinstance(b, Paragraph) and b.panel)])
    tables = [b for b in blocks if b.__class__ is Table]  # asked of each block, so without a call
    actions = action_tables(tables) if tables[1:] else frozenset()
    for block in with_mover_columns(blocks) or with_side_heads(blocks):
        if isinstance(block, Piece):
            found.append(block)
        elif isinstance(block, Paragraph):
            piece = piece_of_paragraph(block)
            found.extend(split_at_lines(piece) if not block.beside else [piece])
        elif isinstance(block, Table):
            found.extend(headed_pieces(block) if id(block) in actions else _of_table(block))
    if any(p.beside for p in found):
        found = with_dispositions(found)
    found = rejoined(with_margin(with_vote_columns(with_label_column(with_labels_beside(found)))))
    found = with_numbers_below(with_numbers_beside(with_counted_heads(found)))
    found = with_roman_marks(with_terms(with_quoted_tables(with_results_behind(with_lettered_lists(found)))))
    return tuple(p for p in found if p.text or p.marker or p.cells)


def _of_table(table: Table) -> Iterator[Piece]:
    if lists := list_pieces(table):
        yield from (replace(piece, table=table) for piece in lists)
        return
    if is_side_by_side(table):
        yield from _columns_down(table)
        return
    votes = vote_pieces(table)
    if votes:
        yield from votes
        return
    boxed = box_pieces(table)
    if boxed:
        yield from boxed
        return
    actions = action_pieces(table)
    if actions:
        yield from actions
        return
    if is_item_table(table):
        yield from item_pieces(table)
        return
    number, asides = number_column(table), aside_columns(table)
    found: list[Piece] = []
    beside: list[tuple[int, Sequence[Field]]] = []
    labels: dict[int, Cell] = {}  # of the row above, by column, where it is nothing but labels of facts
    for row in range(table.rows):
        cells = [c for c in table.row(row) if c.text]
        if labels and any(c.column in labels for c in cells):
            for cell in cells:
                head = labels.get(cell.column)
                found.extend(_fact([head, cell] if head is not None else [cell], table, row))
            labels = {}
            continue
        pairs = fact_pairs(cells)
        if pairs:
            for pair in pairs:
                found.extend(_fact(pair, table, row))
            continue
        labels = fact_labels(cells)
        if labels:
            continue
        kind = row_kind(table, row, cells)
        if kind is RowKind.FACT:
            found.extend(_fact(cells, table, row))
        elif kind is RowKind.MINUTES:
            for part in stacked([c for c in cells if c.column not in asides], number):
                found.extend(_minutes_row(part, number, table, row))
            start = row_of_text(table, text_column(table), row)
            beside.extend((start, group) for group in _aside_groups([c for c in cells if c.column in asides], table))
        elif kind is RowKind.BAND:
            found.extend(_of_row(cell_pieces(cells[0]), table, row))
        elif cells:
            found.append(Piece("", (), (), (), table=table, row=row, cells=tuple(cells)))
    placed: dict[int, list[Field]] = {}
    for row, group in over_pages(beside):
        placed.setdefault(_place(group[0], row, found), []).extend(group)
    for i, piece in enumerate(found):
        yield replace(piece, aside=tuple(placed.get(i, ())))


def _aside_groups(cells: Sequence[Cell], table: Table) -> Iterator[Sequence[Field]]:
    """What stands beside a row's text: an action with its owner and date from other columns together, else entry by entry."""
    column = action_column(table, text_column(table) or 0)
    written = next((c for c in cells if c.column == column and not NOTHING.fullmatch(c.text)), None)
    others = [c for c in cells if c is not written]
    if written is None:
        yield from ([field] for c in others for field in aside_fields(c, table))
        return
    heading = written.header[-1] if written.header else _heading_over(table, written.column)
    told = SIGNED.match(written.text) or WRITTEN.match(written.text)  # who acts says where each begins or ends
    actions = aside_fields(written, table) if told else entries_of(cell_pieces(written), heading)
    if others:
        told_beside = [aside_fields(c, table) for c in others]
        own = by_their_owners(actions, told_beside[0]) if len(others) == 1 else None
        yield from own or with_owners(actions, told_beside)
    else:
        yield from [actions]


def _columns_down(table: Table) -> Iterator[Piece]:
    """Lists side by side, each column under its own heading: read down, one column after the other."""
    for column in range(table.columns):
        words = [w for c in table.cells if c.column == column for w in c.words]
        for piece in paragraph_pieces(words):
            yield replace(piece, table=table)


def _place(field: Field, row: int, pieces: Sequence[Piece]) -> int:
    """The piece of the entry's own row beside which it stands; where a page break cut the row, the piece on the entry's page."""
    page = field.words[0].page if field.words else 0
    own = [i for i, p in enumerate(pieces) if p.row == row and any(w.page == page for w in p.words)]
    near = (
        own
        or [i for i, p in enumerate(pieces) if p.row >= row and p.page == page]
        or [i for i, p in enumerate(pieces) if p.row == row]
    )
    if not near:
        return 0
    beside = nearest(field, [pieces[i] for i in near])
    # initials that drifted: they are of the next paragraph that names them, where the one beside them does not
    level = _level_with(pieces[near[beside]], field)
    around = range(beside if level else max(0, beside - 2), min(len(near), beside + 3))
    naming = [n for n in around if _names(pieces[near[n]], field)]
    return near[naming[0] if len(naming) == 1 else beside]


def _level_with(piece: Piece, field: Field) -> bool:
    """Whether an entry stands on the first line of a short paragraph: it has not drifted from it."""
    first = next(iter((*piece.marker_words, *piece.words)), None)
    on_line = first is not None and bool(field.words) and abs(first.top - field.words[0].top) < 0.3 * first.font.size
    return on_line and first is not None and first.page == field.words[0].page and len(piece.lines) <= SHORT_ACTION


def _names(piece: Piece, field: Field) -> bool:
    """Whether a paragraph names somebody by the initials that stand in a narrow column."""
    held = _INITIALS.findall(field.text) if len(field.text) <= SHORT_ASIDE else []
    return any(re.search(rf"\b{re.escape(i)}\b", piece.text) for i in held)


def _fact(cells: Sequence[Cell], table: Table, row: int) -> Iterator[Piece]:
    label, values = cells[0], cells[1:]
    for cell in values:
        for piece in cell_pieces(cell) or []:
            if fact_named(label.text):
                piece = piece.unmarked()
            yield replace(piece, label=label.text, label_words=label.words, table=table, row=row)
    if not values:
        for piece in cell_pieces(label):
            yield replace(piece, table=table, row=row)


def _minutes_row(cells: Sequence[Cell], number: int | None, table: Table, row: int) -> Iterator[Piece]:
    """A row's text, the number beside it as the marker of its first piece."""
    marker = next((c for c in cells if c.column == number and NUMBER.fullmatch(c.text)), None)
    decided = decision_column(table)
    pieces = [
        replace(piece, label=DECISION) if cell.column == decided else piece
        for cell in cells
        if cell is not marker
        for piece in cell_pieces(cell)
    ]
    if marker is not None:
        told = marker.text.rstrip(" –—-")
        first = pieces[0] if pieces else Piece("", (), (), ())
        if first.marker_words:
            pieces.insert(
                0, replace(first, text="", words=(), spans=(), lines=(), marker=told, marker_words=marker.words)
            )
        else:
            pieces[:1] = [replace(first, marker=told, marker_words=marker.words)]
    yield from _of_row(pieces, table, row)


def _of_row(pieces: Sequence[Piece], table: Table, row: int) -> Iterator[Piece]:
    for i, piece in enumerate(pieces):
        yield replace(piece, table=table, row=row, starts_row=i == 0)


def aside_fields(cell: Cell, table: Table) -> list[Field]:
    """The lines of a narrow cell that stand apart: each group is one entry (`NS`, `JB / Due: May`). `note` is its column's heading."""
    heading = cell.header[-1] if cell.header else _heading_over(table, cell.column)
    if WRITTEN.match(cell.text):
        return [Field(t, w, note=heading) for t, w in _written(cell)]
    if SIGNED.match(cell.text):
        return [Field(t, w, note=heading) for t, w in _signed(cell)]
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


def _signed(cell: Cell) -> Iterator[tuple[str, tuple[Word, ...]]]:
    """Actions written out in a column of their own: each ends with a line that says who is to act, and by when."""
    group: list[Word] = []
    for piece in cell_pieces(cell):
        for start, end in piece.lines:
            group.extend(piece.words[start:end])
            text = " ".join(w.text for w in group)
            if SIGNED.match(text):
                yield text, tuple(group)
                group = []
    if group:
        yield " ".join(w.text for w in group), tuple(group)


def _written(cell: Cell) -> Iterator[tuple[str, tuple[Word, ...]]]:
    """Actions written out in a column of their own: each begins with who is to act."""
    lines: list[list[Word]] = []
    for page in sorted({w.page for w in cell.words}):
        for column in text_columns([w for w in cell.words if w.page == page], page):
            lines.extend(list(line.words) for line in column.lines)
    groups: list[list[list[Word]]] = []
    for line in lines:
        if not groups or WRITTEN.match(" ".join(w.text for w in line)):
            groups.append([line])
        else:
            groups[-1].append(line)
    for group in groups:
        yield join_lines(" ".join(w.text for w in line) for line in group), tuple(w for line in group for w in line)


def _heading_over(table: Table, column: int) -> str | None:
    words = words_of("minute_columns", "owner") | words_of("minute_columns", "due")
    for cell in table.cells:
        if cell.column <= column <= cell.last_column and cell.text.strip(" :").casefold() in words:
            return cell.text
    return None
