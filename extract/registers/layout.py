"""Which rows of a register's table are headings and which are bands, by their words as well as by their look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.bilingual import spoken
from extract.columns import Column, columns_of
from extract.looks import look_of
from extract.registers.wording import group_of, take_apart
from extract.wording import likeness, phrases
from models.table import Cell, Table

_MOST_HEADING_ROWS = 6
_LONGEST_HEADING = 110  # characters
_VALUES = frozenset({"scale", "rating", "rag", "digit", "number", "product", "banded", "ranked"})


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """A table's heading rows, its bands (one text across, a category), and a title printed inside its frame."""

    heading_rows: int
    bands: dict[int, Cell]  # body row -> the band's cell
    title: Cell | None
    columns: tuple[Column, ...]
    known: int  # how many heading cells the vocabulary knows
    titles: tuple[Cell, ...] = ()  # all texts across the table above its headings: the body, the title, the day


def layout_of(table: Table) -> Layout:
    """The layout of a table that may be a register."""
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    heading_rows = known = first = 0
    titles: list[Cell] = []
    above: dict[int, list[Cell]] = {}  # heading rows over the first that has a known word
    leaves = False
    languages = spoken(table)
    for row in range(min(_MOST_HEADING_ROWS, table.rows - 1)):
        texts = [c for c in rows.get(row, ()) if c.text.strip()]
        hits = sum(is_known(languages.get(c, c.text)) for c in texts)
        if _across(texts, table) and not leaves and (hits == 0 or texts[0].column_span == table.columns):
            titles.append(texts[0])
            heading_rows = row + 1
        elif len(texts) == 1 and leaves and hits == 0 and texts[0].row_span == 1:
            break  # a band under the headings, though it looks like one
        elif leaves and _is_stage(texts):
            break
        elif (row < table.heading_rows and (texts or leaves)) or (len(texts) > 1 and 2 * hits >= len(texts)):
            if hits == known == 0 and not leaves:
                above[row] = texts
            heading_rows = row + 1
            first = row if hits and not known else first
            leaves = leaves or len(texts) > table.columns / 2
            known += hits
        elif texts:
            break
    if known and above:
        titles = sorted([*titles, *_apart(above, range(first), titles, table)], key=lambda c: (c.row, c.column))
    if heading_rows and titles and known == 0:
        heading_rows = titles[0].row + 1
        titles = titles[:1]
    found = {row: _band(rows.get(row, []), table, row) for row in range(heading_rows, table.rows)}
    bands = {row: band for row, band in found.items() if band is not None and row not in table.notes}
    left_out = {*bands, *table.notes, *(t.row for t in titles)}
    title = titles[0] if titles else None
    return Layout(heading_rows, bands, title, columns_of(table, heading_rows, left_out), known, tuple(titles))


def _apart(above: Mapping[int, list[Cell]], rows: range, titles: Sequence[Cell], table: Table) -> list[Cell]:
    """The texts over the headings that an empty row, or a title, parts from these: the name of a sheet, beside it who reviewed it
    when. `rows` are those over the first heading."""
    covered = {row for c in table.cells if c.row in rows and c.text for row in range(c.row, c.last_row + 1)}
    parting = max((row for row in rows if row not in covered or row in {t.row for t in titles}), default=0)
    return [c for row, texts in above.items() if row < parting for c in texts]


def _is_stage(texts: list[Cell]) -> bool:
    """Whether a row is a stage with its values (`Inherent`, `Likely`, `Major`, `High`), though words of it are known."""
    stage = take_apart(texts[0].text) if len(texts) > 1 else None
    alone = stage is not None and stage.stage is not None and stage.rest.strip().casefold() in {"", "risk"}
    return alone and all(look_of(c.text) in _VALUES for c in texts[1:])


@lru_cache(maxsize=4096)
def is_known(text: str) -> bool:
    """Whether a text is one that stands over a column of a register."""
    if len(text) > _LONGEST_HEADING:
        return False
    heading = take_apart(text)
    if max(likeness(heading.text, phrases("columns_register")).values(), default=0.0) >= 0.75:
        return True
    rest = heading.rest.strip()
    if heading.stage and max(likeness(rest, phrases("columns_register")).values(), default=0.0) >= 0.75:
        return True
    return group_of(text) is not None or (heading.stage is not None and rest in {"", "risk", "risk following"})


def _across(texts: list[Cell], table: Table) -> bool:
    return len(texts) == 1 and texts[0].column_span >= max(2, 0.75 * table.columns)


def _band(cells: list[Cell], table: Table, row: int) -> Cell | None:
    """The one text of a row that says what the rows below have in common; None where the row is no band.

    It stands alone, or beside numbers that add up what is below, at the left and wider than one column.
    """
    texts = [c for c in cells if c.text.strip()]
    if row in table.bands and len(texts) == 1:
        return texts[0]
    words = [c for c in texts if look_of(c.text) not in {"number", "digit", "amount"}]
    if len(words) != 1 or words[0].column > 0 or words[0].row_span > 1:
        return None
    if row in table.crossed:
        return None
    if words[0].column_span >= 2:
        return words[0]
    # a sentence where every other row has a short reference, and nothing beside it: a band or a note
    return words[0] if len(texts) == 1 and len(words[0].text.split()) > 4 and _short(table, words[0]) else None


def _short(table: Table, cell: Cell) -> bool:
    others = [c for c in table.cells if c.column == cell.column and c is not cell and c.text and not c.is_heading]
    return len(others) >= 2 and all(len(c.text.split()) <= 3 for c in others)
