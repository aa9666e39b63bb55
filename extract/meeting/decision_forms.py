"""Decisions printed as ruled forms: each row a label and what it says, beside it, under it or behind it; over them reference and title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.meeting.decision_cards import REF, DecisionCard, Form, Row, card_of, part_of_label
from extract.meeting.pieces import Piece
from extract.meeting.splitting import cell_pieces
from extract.wording import fold
from models.record import Field
from models.table import Cell, Table

WIDEST = 6  # columns: labels and what they say, up to three times side by side
SHARE = 0.4  # of a column's cells that are known labels, if it is one of labels
_LABEL_AND_MORE = re.compile(r"(?P<label>[A-Z][^:]{1,80}?)\s*:\s*(?=\S)")


def decision_forms(table: Table, over: Piece | None = None) -> list[DecisionCard]:
    """The decisions of a table of labels, one or several in it; [] where it is another table. `over` is the heading above it."""
    labels = _label_columns(table)
    if not labels:
        return []
    forms = _whole(_forms(table, labels))
    if not forms or not all(f.decides for f in forms):
        return []
    if forms[0].head is None:
        forms[0].head, forms[0].inside = over, False
    cards = [card_of(f) for f in forms]
    return cards if all(c.is_whole for c in cards) else []


def strip_pieces(table: Table) -> tuple[Piece, ...]:
    """The paragraphs of a table that is one row of labels, each over what it says in its own cell; () of another table.

    Forms begin so: who decides, and the number, in boxes side by side over the rest, which stands in one large box.
    """
    cells = [c for c in table.cells if c.text]
    if table.rows != 1 or not cells or len(cells) > WIDEST or any(_labelled(c) is None for c in cells):
        return ()
    return tuple(p for c in cells for p in cell_pieces(c))


def _label_columns(table: Table) -> set[int]:
    """The columns that hold labels; set() where the table is no form."""
    if table.columns > WIDEST or table.rows < 2:
        return set()
    found: set[int] = set()
    for column in range(max(1, table.columns - 1)):
        cells = [c for c in table.cells if c.column == column and c.text]
        known = sum(part_of_label(c.text) is not None or _labelled(c) is not None for c in cells)
        if known >= 2 and known >= SHARE * len(cells):
            found.add(column)
    # labels side by side, without what they say between them, are the headings of a list
    return found if not any(c + 1 in found for c in found) else set()


def _labelled(cell: Cell) -> tuple[Field, str, list[Piece]] | None:
    """A label at the head of a cell with what it says behind or under it: `Decision: That …`."""
    pieces = list(cell_pieces(cell))
    if not pieces or pieces[0].marker:
        return None
    first = pieces[0]
    match = _LABEL_AND_MORE.match(first.text)
    end = match.end("label") if match else first.line_spans[0][1] if first.line_spans else 0
    name = part_of_label(first.text[:end])
    if name is None or (match is None and len(pieces) == 1 and end == len(first.text)):
        return None
    count = sum(1 for _, b in first.spans if b <= (match.end() if match else end))
    rest = [replace(first.part(count, len(first.words)), marker=None)] if count < len(first.words) else []
    label = first.field(0, end)
    return replace(label, text=label.text.rstrip(" :")), name, [*rest, *pieces[1:]]


def _forms(table: Table, labels: set[int]) -> Iterator[Form]:
    form = Form()
    first: str | None = None  # the label that every form begins with
    within = False  # labels stand at the head of the cells whose text they name
    for row in range(table.rows):
        cells = [c for c in table.row(row) if c.text]
        strip = [found for c in cells if (found := _labelled(c)) is not None]
        if strip and len(strip) == len(cells) > 1:  # who decides, and the number, in boxes side by side
            if "ref" in form.known and any(name == "ref" for _, name, _ in strip):
                yield form
                form = Form()
            form.rows.extend(Row(*found) for found in strip)
            within = True
            continue
        if len(cells) == 1 and cells[0].column_span == table.columns:
            within = within or bool(strip)
            box = None if strip or not within else _boxed(cells[0])
            if box is not None and form.rows:
                form.rows.append(box)
                continue
            labelled = bool(strip) or part_of_label(cells[0].text) is not None
            if form.rows and not labelled and (not form.rows[-1].values or (within and _cut(form.rows[-1], cells[0]))):
                form.rows[-1].values.extend(cell_pieces(cells[0]))
                continue
            if not labelled:
                yield form
                form = Form(next(iter(cell_pieces(cells[0])), None))
                continue
        for cell in cells:
            if cell.column not in labels:
                if form.rows:
                    form.rows[-1].values.extend(cell_pieces(cell))
                continue
            made = _row(cell, alone=len(cells) == 1)
            first = first or (made.name if made.name in {"ref", "title"} else None)
            if made.name == first is not None and first in form.known and first == form.rows[0].name:
                yield form
                form = Form()
            form.rows.append(made)
    yield form


def _boxed(cell: Cell) -> Row | None:
    """A box of a form with a label that is not known, in bold at its head: `Views of the pilots: They were asked.`"""
    pieces = list(cell_pieces(cell))
    first = pieces[0] if pieces else None
    if first is None or first.marker or not first.bold_head or REF.match(first.text):
        return None
    match = _LABEL_AND_MORE.match(first.text)
    end = match.end("label") + 1 if match and match.end("label") < first.bold_head else first.bold_head
    count = sum(1 for _, b in first.spans if b <= end)
    rest = [replace(first.part(count, len(first.words)), marker=None)] if count < len(first.words) else []
    label = first.field(0, end)
    if not label.text.endswith(":") and not rest and len(pieces) == 1:
        return None  # the heading of a part, or of the next form
    return Row(replace(label, text=label.text.rstrip(" :")), None, [*rest, *pieces[1:]])


def _cut(row: Row, cell: Cell) -> bool:
    """Whether a box at the head of a page is the rest of the one above it."""
    return bool(row.values) and cell.page > row.values[-1].page


def _whole(forms: Iterator[Form]) -> list[Form]:
    """Forms without those that are a part of the one before: under a heading of their own, with other labels."""
    found: list[Form] = []
    for form in forms:
        last = found[-1] if found else None
        again = last is not None and {fold(r.label.text) for r in last.rows} & {fold(r.label.text) for r in form.rows}
        if not form.rows and form.head is None:
            continue
        if last is None or not form.rows or again or (form.head is not None and REF.match(form.head.text)):
            found.append(form)
            continue
        if form.head is not None:
            last.others.append(form.head)
        last.rows.extend(form.rows)
    return [f for f in found if f.rows]


def _row(cell: Cell, *, alone: bool) -> Row:
    behind = _labelled(cell) if alone else None
    if behind is not None:
        return Row(*behind)
    return Row(Field(cell.text.rstrip(" :"), cell.words), part_of_label(cell.text))
