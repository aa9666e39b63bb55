"""Rows of actions below labels side by side in forms that repeat their labels, and the cells that pieces of a form make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import inf

from extract.columns import Column
from extract.looks import profile
from extract.registers.action_lists import list_of_actions
from extract.registers.bare_lines import bare_actions
from extract.registers.form_labels import Label
from extract.registers.pieces import SCROLL, Piece, down
from extract.registers.profiles import Profile
from extract.registers.skeletons import Form
from extract.registers.slides import kind_of
from extract.tables.fills import is_white
from extract.text import text_of
from models.geometry import box_around
from models.page import Word
from models.table import Cell

_ROW = 0.5  # so many times the type apart two rows of a list stand at least
_WIDEST = 0.35  # share of the page's width; what is painted wider is the row's ground
_SURE = 0.95


def add_lists(form: Form, held: Mapping[int, list[Piece]], found: Profile) -> set[int]:
    """Rows of actions under headings side by side, added to what was found; the headings that were used."""
    used: set[int] = set()
    for first in form.labels:
        if id(first) in used or not held[id(first)]:
            continue
        beside = [o for o in form.labels if _on_line(o, first)]
        header = [o for o in beside if held[id(o)]]
        if len(header) < 2:
            continue
        rows = _rows([held[id(o)] for o in header])
        body = [[cell_of(cell, n, c) for c, cell in enumerate(row) if cell] for n, row in enumerate(rows)]
        for o in beside:
            if not held[id(o)]:
                _add_painted(o, len(header), body, form)
                header.append(o)
        columns = [
            Column(c, (_heading(o.text, o.piece),), cells, profile(cells))
            for c, o in enumerate(header)
            if (cells := tuple(x for row in body for x in row if x.column == c))
        ]
        actions = list_of_actions(columns, body)
        if actions:
            found.actions.extend(actions)
            used.update(id(o) for o in header)
    for label in form.labels:
        if id(label) not in used and held[id(label)] and kind_of(label.text) == "action" and not label.said:
            actions = bare_actions(label, held[id(label)], form.pitch)
            found.actions.extend(actions)
            used |= {id(label) for _ in actions}
    return used


def _add_painted(label: Label, column: int, body: Sequence[list[Cell]], form: Form) -> None:
    """Add to each row of a list the cell below a label that says by its colour or a sign alone how the row stands."""
    frame = label.piece.frame
    under = [(box, cell) for box, cell in form.painted if frame.x0 < box.middle_x < frame.x1 and box.top > frame.top]
    for row in body:
        ink = [down(box, page) for cell in row for page, box in cell.boxes[:1]]
        at = min(box.top for box in ink) + 1
        own = next((cell for box, cell in under if box.top <= at <= box.bottom), None) or _fill_below(label, at, form)
        if own is not None:
            row.append(replace(own, row=row[0].row, column=column))


def _fill_below(label: Label, at: float, form: Form) -> Cell | None:
    """What is painted below a label at a height, where no table has it as a cell."""
    number = int(at // SCROLL)
    page, ink = form.pages.get(number), label.piece.box
    if page is None:
        return None
    boxes = [
        (fill.box, fill.colour)
        for fill in page.fills
        if fill.top <= at - number * SCROLL <= fill.bottom
        and fill.x0 - 2 <= ink.x0 < fill.x1
        and fill.x1 - fill.x0 < _WIDEST * page.width
        and not is_white(fill.colour)
    ]
    if not boxes:
        return None
    box, colour = min(boxes, key=lambda b: b[0].width)
    return Cell(0, 0, 1, 1, number, ((number, box),), (), "", colour)


def _on_line(one: Label, other: Label) -> bool:
    """Whether two labels stand side by side; in rows that no rule parts (several may have been taken for one) only near by."""
    off = abs(one.piece.box.top - other.piece.box.top)
    if off < 0.6 * one.piece.size or one is other:
        return True
    a, b = one.piece.box, other.piece.box
    near = off < 1.5 * one.piece.size and (a.x1 <= b.x0 or b.x1 <= a.x0)
    return one.piece.row is not None and one.piece.row == other.piece.row and (one.piece.cell is not None or near)


def _rows(columns: Sequence[Sequence[Piece]]) -> list[list[list[Piece]]]:
    """The pieces of columns side by side as rows: by the rows of the table they stand in, else by the gaps between."""
    pieces = sorted((p for column in columns for p in column), key=lambda p: p.box.top)
    by_gaps = _rows_by_gaps(columns, pieces)
    tables = {p.row[0] if p.row is not None else None for p in pieces}
    if len(tables) > 1 or None in tables:  # alignment alone may have made two tables of one list's columns
        return by_gaps
    order = list(dict.fromkeys(p.row for p in pieces))
    # rows that no rule parts may have been taken for one: gaps tell them where each of them is full
    if len(by_gaps) > len(order) and all(p.cell is None for p in pieces) and all(all(row) for row in by_gaps):
        return by_gaps
    return [[[p for p in column if p.row == row] for column in columns] for row in order]


def _rows_by_gaps(columns: Sequence[Sequence[Piece]], pieces: Sequence[Piece]) -> list[list[list[Piece]]]:
    tops: list[float] = []
    low = -inf
    for piece in pieces:
        if piece.box.top - low > _ROW * piece.size:
            tops.append(piece.box.top)
        low = max(low, piece.box.bottom)
    ends = [*tops[1:], inf]
    return [
        [[p for p in column if a - 1 <= p.box.top < b - 1] for column in columns]
        for a, b in zip(tops, ends, strict=True)
    ]


def cell_of(pieces: Sequence[Piece], row: int, column: int) -> Cell:
    own = pieces[0].cell if len(pieces) == 1 else None
    words = tuple(w for p in pieces for w in p.words)
    if own is not None:
        return Cell(row, column, 1, 1, own.page, own.boxes, words, text_of(words), own.fill, symbols=own.symbols)
    made = of_words(words)
    return Cell(row, column, 1, 1, made.page, made.boxes, made.words, made.text, pieces[0].style[2])


def of_words(words: Sequence[Word], text: str | None = None) -> Cell:
    pages = sorted({w.page for w in words})
    boxes = tuple((p, box_around([w for w in words if w.page == p])) for p in pages)
    said = text or " ".join(text_of([w for w in words if w.page == p]) for p in pages)
    return Cell(0, 0, 1, 1, pages[0], boxes, tuple(words), said, confidence=_SURE)


def _heading(text: str, piece: Piece) -> Cell:
    box = box_around(piece.words)
    return Cell(0, 0, 1, 1, piece.page, ((piece.page, box),), (), text, is_heading=True)
