"""The rows of a list printed as a table: what each column holds there, under which bands, over page breaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from extract.columns import Assigned
from extract.families.note_rows import assigned_note, note_rows
from extract.remembering import remembered
from extract.text import BULLETS
from models.geometry import Box
from models.page import Word
from models.record import Field
from models.table import Cell, Table

_GLYPHS = frozenset(BULLETS + "-")
LEAST_ROOM = 1.0  # points a next word must have had to spare for a line end to be meant


@dataclass(slots=True)
class Row:
    """One entry of a list: its cells by field, in column order, and the bands over it, outermost first."""

    number: int  # of its first row in the table
    cells: dict[str, list[tuple[Cell, Assigned]]] = field(default_factory=dict)
    bands: tuple[Cell, ...] = ()

    def text(self, name: str) -> str:
        return " ".join(c.text for c, _ in self.cells.get(name, ()) if c.text)

    @property
    def page(self) -> int:
        return min((c.page for cells in self.cells.values() for c, _ in cells), default=0)


def rows_of(
    table: Table,
    columns: Sequence[Assigned],
    main: str,
    heading_rows: int | None = None,
    notes: tuple[str, str] | None = None,
) -> list[Row]:
    """The entries of a list: one for each cell of the column `main`; rows that go on over a page are one again.

    `notes` is the field, and the vocabulary of its headings, that a row across all columns may hold of the entry above it.
    """
    first = table.heading_rows if heading_rows is None else heading_rows
    bands = band_rows(table)
    groups = group_heads(table) if bands else {}
    noted = note_rows(table, bands, *notes) if notes is not None and bands else {}
    by_field: dict[str, list[Assigned]] = {}
    for column in columns:
        if column.field is not None:
            by_field.setdefault(column.field, []).append(column)
    found: list[Row] = []
    over: list[Cell] = []
    group: list[Cell] = []
    for number in range(table.rows):
        if number in groups:
            group = [groups[number]]
            continue
        if notes is not None and number in noted and found:
            found[-1].cells.setdefault(notes[0], []).append(assigned_note(noted[number], notes[0]))
            continue
        if number in bands:
            over = [*over, bands[number]] if number - 1 in bands and over else [bands[number]]
            group = []
            continue
        if number < first:
            continue
        row = Row(number, _cells(table, number, by_field), (*over, *group))
        if not [c for cells in row.cells.values() for c, _ in cells if c.text or c.symbols]:
            continue
        before = found[-1] if found else None
        if before is not None and _goes_on(before, row, main):
            _merge(before, row)
        elif row.text(main):
            found.append(row)
    return found


@remembered(256)  # each family that looks at a table asks for them, and again to read it
def band_rows(table: Table) -> Mapping[int, Cell]:
    """Row -> its band: one cell with a text over (nearly) the whole width, or a first cell set apart from all others."""
    found: dict[int, Cell] = {}
    least = max(2, 0.75 * table.columns)
    for number in range(table.rows):
        row = table.row(number)
        if [c for c in row if c.column_span >= least]:
            cells = [c for c in row if c.text.strip()]
            if len(cells) == 1 and cells[0].column_span >= least and number not in table.crossed:
                found[number] = cells[0]
    repeated = {n: c for n, c in group_heads(table).items() if n >= table.heading_rows}
    return {**found, **_unmerged_bands(table), **repeated}


@remembered(256)
def group_heads(table: Table) -> Mapping[int, Cell]:
    """Rows of headings that begin with the name of a group, `Staff | Target | Actual` below `Cost | Target | Actual`, with that name.

    What is printed once more is a heading; what differs from group to group is none.
    """
    found: dict[int, Cell] = {}
    first_row = max(1, table.heading_rows)
    for number in sorted({c.row for c in table.cells if c.is_heading and c.row >= first_row}):
        held = [c for c in table.row(number) if c.text.strip()]
        own = bool(held) and held[0].row == held[0].last_row and not held[0].is_heading
        if own and len(held) > 2 and all(c.is_heading for c in held[1:]):
            found[number] = held[0]
    first = (
        table.at(table.heading_rows - 1, next(iter(found.values())).column) if found and table.heading_rows else None
    )
    return found if first is None or not first.text.strip() else {first.row: first, **found}


def _unmerged_bands(table: Table) -> Mapping[int, Cell]:
    """Bands of a table ruled only across: all cells but the first are empty, and the row is painted, or set in bold,
    as no row with figures or texts beside its first cell is. The last row of a table is no band: nothing stands under it.
    """
    if table.columns < 3:
        return {}
    alone: dict[int, Cell] = {}
    fills: set[str | None] = set()
    bold = False
    for number in range(table.rows):
        row = table.row(number)
        if number in table.crossed:
            continue
        held = [c for c in row if c.text.strip() or c.symbols]
        if len(held) == 1 and held[0].column == 0 and row[0] is held[0] and len({c.fill for c in row}) == 1:
            alone[number] = held[0]
        elif len(held) > 1 and number >= table.heading_rows:
            fills.update([c.fill for c in row])
            bold = bold or _is_bold(row[0])
    bands = {n: c for n, c in alone.items() if 0 < n < table.rows - 1 and _is_set_apart(c, fills, bold=bold)}
    # Bands of one look do not follow each other. One that is not bold, or stands among what was taken for headings,
    # is told by another one that looks like it.
    looks = Counter((c.fill, _is_bold(c)) for c in bands.values())
    return {
        n: c
        for n, c in bands.items()
        if not any(m in bands and bands[m].fill == c.fill for m in (n - 1, n + 1))
        and (looks[c.fill, _is_bold(c)] > 1 or (_is_bold(c) and n >= table.heading_rows))
    }


def _is_set_apart(cell: Cell, fills: Collection[str | None], *, bold: bool) -> bool:
    """Whether a row's only cell is painted as no full row is, or bold where no full row begins bold."""
    return (cell.fill is not None and cell.fill not in fills) or (_is_bold(cell) and not bold)


def _is_bold(cell: Cell) -> bool:
    words = [w for w in cell.words if w.text[:1].isalnum() or any(map(str.isalnum, w.text))]
    return bool(words) and len([w for w in words if w.font.bold]) > 0.8 * len(words)


def _cells(
    table: Table, number: int, by_field: Mapping[str, Sequence[Assigned]]
) -> dict[str, list[tuple[Cell, Assigned]]]:
    found: dict[str, list[tuple[Cell, Assigned]]] = {}
    for name, columns in by_field.items():
        for column in columns:
            cell = table.at(number, column.column.index)
            if cell is not None and cell.column == column.column.index and not cell.is_heading:
                found.setdefault(name, []).append((cell, column))
    return found


def _goes_on(before: Row, row: Row, main: str) -> bool:
    """Whether a row is a further line of the entry before: under the same cell, or its rest after a page break."""
    mine = [c for c, _ in row.cells.get(main, ())]
    theirs = [c for c, _ in before.cells.get(main, ())]
    if mine and theirs and mine[0] is theirs[0]:
        return True
    last_page = max((page for c in theirs for page, _ in c.boxes), default=before.page)
    turned = min((c.page for c in mine), default=row.page) > last_page
    text = row.text(main)
    if turned and row.bands == before.bands:
        return text[:1].islower() or (not text and any(row.text(name) for name in row.cells))
    return False


def _merge(before: Row, row: Row) -> None:
    for name, cells in row.cells.items():
        known = {id(c) for c, _ in before.cells.get(name, ())}
        before.cells.setdefault(name, []).extend(
            (c, a) for c, a in cells if id(c) not in known and (c.text or c.symbols)
        )


def field_of(cells: Sequence[tuple[Cell, Assigned]], method: str) -> Field:
    """Several cells of one entry and field as one printed field; its breaks are the line ends that are meant."""
    texts: list[str] = []
    breaks: list[int] = []
    place = 0
    for number, (cell, _) in enumerate(cells):
        if not cell.text:
            continue
        if texts:
            place += 1
            if (
                number
                and len(cells) > 1
                and cell.row > cells[number - 1][0].last_row
                and cell.page == cells[number - 1][0].page
            ):
                breaks.append(place)
        text, ends = _without_bullets(cell)
        breaks.extend(place + b for b in ends)
        texts.append(text)
        place += len(text)
    page, box = cells[0][0].boxes[0]
    path = cells[0][1].column.path
    return Field(
        " ".join(texts),
        tuple(w for c, _ in cells for w in c.words),
        method,
        min(c.confidence * a.confidence for c, a in cells),
        fill=next((c.fill for c, _ in cells if c.fill), None),
        symbols=tuple(s for c, _ in cells for s in c.symbols),
        place=(page, (box.x0, box.top, box.x1, box.bottom)),
        note=" > ".join(path) or None,
        breaks=tuple(breaks),
    )


def _without_bullets(cell: Cell) -> tuple[str, tuple[int, ...]]:
    """A cell's text without the bullets of a list in it, and its meant breaks in that text.

    A dash at the head of a line is a bullet only where that line was meant to begin there, or several lines begin so.
    """
    ends = meant_breaks(cell)
    if not any(len(w.text) == 1 and w.text in _GLYPHS for w in cell.words):
        return cell.text.strip(), ends
    heads: list[tuple[str, int]] = []
    place = 0
    for words, _ in _lines(cell):
        for number, word in enumerate(words):
            at = cell.text.find(word.text, place)
            if at < 0:
                continue
            place = at + len(word.text)
            if number == 0 and len(words) > 1 and len(word.text) == 1 and word.text in _GLYPHS:
                heads.append((word.text, at))
    dashes = sum(glyph in "-–—" for glyph, _ in heads)
    cuts = [at for glyph, at in heads if glyph not in "-–—" or dashes > 1 or at in ends or at == 0]
    spans = [(at, at + 1 + (cell.text[at + 1 : at + 2] == " ")) for at in cuts]
    kept = pairwise([0, *(edge for span in spans for edge in span), len(cell.text)])
    text = "".join([cell.text[a:b] for a, b in islice(kept, 0, None, 2)]).strip()
    return text, tuple(e - sum(min(b, e) - a for a, b in spans if a < e) for e in ends)


def meant_breaks(cell: Cell) -> tuple[int, ...]:
    """Places in a cell's text where a line ends although the next word would have fitted beside it."""
    found: list[int] = []
    place = 0
    lines = list(_lines(cell))
    for (words, box), (following, _) in pairwise(lines):
        for word in words:
            at = cell.text.find(word.text, place)
            place = at + len(word.text) if at >= 0 else place
        padding = max(2.0, min(w.x0 for line, _ in lines for w in line) - box.x0)
        room = box.x1 - padding - words[-1].x1
        need = following[0].x1 - following[0].x0 + 0.28 * following[0].font.size
        if room > need + LEAST_ROOM and place < len(cell.text):
            start = re.match(r"\s*", cell.text[place:])
            found.append(place + (start.end() if start else 0))
    return tuple(found)


def _lines(cell: Cell) -> Iterator[tuple[list[Word], Box]]:
    """The printed lines of a cell, each with the box it stands in."""
    line: list[Word] = []
    for word in cell.words:
        if line and (
            word.page != line[-1].page or (word.x0 < line[-1].x0 and word.top > line[-1].top + 0.3 * word.font.size)
        ):
            yield line, _box(cell, line)
            line = []
        line.append(word)
    if line:
        yield line, _box(cell, line)


def _box(cell: Cell, line: Sequence[Word]) -> Box:
    page = line[0].page
    return next((box for number, box in cell.boxes if number == page), cell.boxes[0][1])


def heading_words(columns: Sequence[Assigned], left_out: Collection[Word] = ()) -> tuple[Word, ...]:
    """The words of all headings over a list: records account for them without holding them in a field."""
    seen = dict.fromkeys(w for a in columns for c in a.column.heading for w in c.words)
    return tuple(w for w in seen if w not in left_out)
