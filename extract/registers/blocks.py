"""Blocks of rows, one a risk: forms one under the other in one grid or in several, cut by page ends, as one table a risk.

What says so is the row that begins each: a bar with reference and title, set alike and numbered on, or a label of the
reference that is repeated; and that labels known of risks stand between one such row and the next.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from extract.bilingual import with_labels
from extract.looks import look_of
from extract.meeting.pieces import is_bold
from extract.registers.bars import named, reference
from extract.registers.layout import is_known
from extract.registers.matrices import products
from extract.registers.repeated_heads import heads_of_forms
from extract.registers.tables import READS, look
from extract.remembering import remembered
from extract.wording import fold, phrases
from models.section import Block, Section
from models.table import Cell, Table

_SAME_EDGE = 3.0  # points within which two edges of cells are one
_FEWEST_LABELS = 3  # known labels of a block that is a form of a risk
BARE_LABELS = frozenset({"no", "number", "#"})  # of a reference, where its value or other labels stand beside it
_REFERENCES = frozenset({"ref", "digit", "number"})  # looks of what stands behind such a label
_MOST_IN_BAR = 6  # texts of a row that begins a block
_WIDE = 0.7  # share of the table's width that one text of a bar takes up

Line = tuple[Table, list[Cell]]


@remembered(8)
def with_blocks(section: Section) -> tuple[tuple[Block, ...], frozenset[int]]:
    """The section's blocks, tables of several forms taken apart and forms cut by a page joined; and which tables these
    were, by identity."""
    found: list[Block] = []
    used: set[int] = set()
    run: list[Table] = []

    def close() -> None:
        lines = [line for table in run for line in _lines(table)]
        starts = _starts(lines)
        if starts:
            opened = next(i for i, table in enumerate(run) if table is lines[starts[0]][0])
            found.extend(run[:opened])
            before = [line for line in lines[: starts[0]] if line[0] is run[opened]]
            forms = [_of_lines(lines[a:b]) for a, b in pairwise([*starts, len(lines)])]
            forms = [_of_lines(before), *forms] if before else forms
            used.update(map(id, [*run[opened:], *forms]))
            found.extend(forms)
        else:
            found.extend(run)
        run.clear()

    heads = heads_of_forms(section)
    for block in section.blocks:
        if isinstance(block, Table) and (id(block) in heads or not _stands_alone(block)):
            run.append(block)
        else:
            close()
            found.append(block)
    close()
    return tuple(found), frozenset(used)


def _stands_alone(table: Table) -> bool:
    """Whether a table is a register or a matrix, and so no part of a form."""
    seen = look(table)
    if products(table):
        return True
    return seen.score >= READS and (bool(seen.inner) or not (_starts(_lines(table)) or _is_headed_by_bar(table)))


def _is_headed_by_bar(table: Table) -> bool:
    """Whether a risk's reference and title stand over the headings of a table: what stands below these is of that risk alone."""
    lines = _lines(table)
    if len(lines) < 3 or any(c.is_heading for c in lines[0][1]):
        return False
    told = _bar(*lines[0])
    return told is not None and bool(told[1]) and all(c.is_heading for c in lines[1][1] if c.text)


def _lines(table: Table) -> list[Line]:
    told = with_labels(table)
    rows = ([c for c in told.row(row) if c.text or c.symbols or c.fill] for row in range(table.rows))
    return [(table, row) for row in rows if any(c.text or c.symbols for c in row)]


def _starts(lines: Sequence[Line]) -> list[int]:
    """The lines that begin a block, of the bars set alike that have most labels of risks between them."""
    groups: dict[object, list[int]] = {}
    refs: dict[int, str] = {}
    for i, (table, row) in enumerate(lines):
        told = _bar(table, row)
        if told is not None:
            key, refs[i] = told
            groups.setdefault(key, []).append(i)
    best: list[int] = []
    for places in groups.values():
        named = [refs[i] for i in places if refs[i]]
        if len(places) < 2 or len(set(named)) < len(named):
            continue
        labels = [_labels(lines[a + 1 : b]) for a, b in pairwise([*places, len(lines)])]
        if sum(n >= _FEWEST_LABELS for n in labels) >= 0.6 * len(labels) and len(places) > len(best):
            best = places
    return best


def _bar(table: Table, row: Sequence[Cell]) -> tuple[object, str] | None:
    """How a row is set that may begin a block, and its reference ("" where a label stands there); None for other rows."""
    texts = [c for c in row if c.text]
    if not texts or len(texts) > _MOST_IN_BAR:
        return None
    first = texts[0]
    style = (is_bold(first.words), first.fill)
    ref = reference(first.text)
    named_so = len(texts) == 2 and texts[-1].column_span > 1 and texts[-1].last_column == table.columns - 1
    if len(texts) > 1 and ref is not None and (named_so or not is_known(texts[1].text)):
        return (style, re.sub(r"\d.*", "", ref)), ref
    few = len(texts) <= 2 and first.column_span > 1
    wide = first.column_span >= _WIDE * table.columns or (few and _is_wide(first, row))
    if wide and len(texts) <= 2 and (found := named(first.text, in_bar=True)) is not None:
        return (style, "one cell"), found[0]
    label = fold(first.text.partition(":")[0])
    if label in reference_labels() and (len(texts) > 1 or ":" in first.text):
        return ("label", label), ""
    if label in BARE_LABELS and len(texts) > 1 and look_of(texts[1].text) in _REFERENCES:
        return ("label", label), ""
    return None


def _is_wide(cell: Cell, row: Sequence[Cell]) -> bool:
    """Whether a cell takes up most of its row, however many columns the rows below have."""
    box = cell.boxes[0][1]
    return box.width >= _WIDE * (row[-1].boxes[0][1].x1 - box.x0)


@lru_cache(maxsize=1)
def reference_labels() -> frozenset[str]:
    """What is printed before or over a risk's reference or title where these begin its form."""
    return frozenset(
        fold(p.printed) for p in phrases("columns_register") if p.canonical in {"ref", "title"} and p.strength >= 1
    ) - {"item", "line", *BARE_LABELS}


def _labels(lines: Sequence[Line]) -> int:
    """How many different labels known of risks stand in rows."""
    return len(
        {fold(t) for _, row in lines for c in row if (t := c.text.partition(":")[0]) and is_known(t.rstrip(" ?"))}
    )


def _of_lines(lines: Sequence[Line]) -> Table:
    """Rows of one table or of several as one table; columns are told by the cells' edges."""
    edges = _edges([c for _, row in lines for c in row])
    places = {(id(table), c.row): n for n, (table, row) in enumerate(lines) for c in row[:1]}
    cells: list[Cell] = []
    for n, (table, row) in enumerate(lines):
        for cell in row:
            box = cell.boxes[0][1]
            column = _nearest(edges, box.x0)
            last = max(column, _nearest(edges, box.x1) - 1)
            lasts = [places[key] for r in range(cell.row, cell.last_row + 1) if (key := (id(table), r)) in places]
            span = max((p for p in lasts if p >= n), default=n) - n + 1
            cells.append(replace(cell, row=n, column=column, row_span=span, column_span=last - column + 1))
    tables = list(dict.fromkeys(table for table, _ in lines))
    pieces = tuple(piece for table in tables for piece in table.pieces)
    sure = min(t.confidence for t in tables)
    return Table(tuple(cells), len(lines), max(1, len(edges) - 1), 0, pieces, tables[0].method, sure)


def _edges(cells: Sequence[Cell]) -> list[float]:
    edges: list[float] = []
    for x in sorted(x for c in cells for x in (c.boxes[0][1].x0, c.boxes[0][1].x1)):
        if not edges or x - edges[-1] > _SAME_EDGE:
            edges.append(x)
    return edges


def _nearest(edges: Sequence[float], x: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - x))
