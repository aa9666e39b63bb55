"""What the rows of a table in minutes are: a label with its value, a row of minutes, a band across, or figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from extract.meeting.action_columns import action_column
from extract.meeting.vocabulary import fact_named, vocabulary, words_of
from extract.remembering import remembered
from extract.wording import fold
from models.table import Cell, Table

LONG = 60  # characters: a cell of running text
INITIALS = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z]?[a-z]?(?:\s?[/,&+]\s?[A-Z][A-Za-z]{0,2}[A-Z])*")
WRITTEN = re.compile(
    r"(?:[A-Z]{2,4}|[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){0,3})(?:\s?(?:/|,|&|and)"
    r"\s?[A-Z][\w’'.-]*)*\s+(?:to\s+(?!(?:the|a|an|all|be|each|our|their|his|her)\b)|will\s+|shall\s+)[a-z]"
)  # `JB to write …`
SIGNED = re.compile(
    r"(?s)^(?P<action>.{12,}?\w[.)’”]?)\s+(?P<who>(?:[A-Z]{2,4}[a-z]?|All|ALL|Chair|Clerk|Headteacher)"
    r"(?:\s?[/,&]\s?(?:[A-Z]{2,4}[a-z]?|Chair|Clerk|Headteacher))*)\s*[–—:-]\s*(?P<when>[^–—:]{3,40})$"
)  # `Remind all governors … PR – 31 Jan 2025`: what is to be done, then who signs for it and by when
ITEM_NUMBER = re.compile(
    r"(?:(?:(?:(?:Agenda )?Item |Minute )(?:No\.? )?)?(?:[A-Z]{1,4}[-/ ]?)?\d{1,4}(?:[./-]\d{1,4})*[a-zA-Z]?(?:[.):]| [–—-])?"
    r"|[(\[]\d{1,3}[)\]]|(?:No\.? |#)\d{1,3}[.:]?|[A-Z][.)])"
)
_STACKED = re.compile(
    rf"{ITEM_NUMBER.pattern}(?:\s{ITEM_NUMBER.pattern})+"
)  # one above the other, where no rule parts the items


class RowKind(Enum):
    """How a row is read."""

    FACT = "label and value"
    MINUTES = "minutes"
    BAND = "one cell across"
    OTHER = "none of these"


def row_kind(table: Table, row: int, cells: Sequence[Cell]) -> RowKind:
    """What a row is, `cells` being those of its cells that hold text."""
    if not cells:
        return RowKind.OTHER
    if len(cells) <= 3 and is_label(cells[0].text) and (len(cells) > 1 or cells[0].column_span < table.columns):
        return RowKind.FACT
    heading = row < table.heading_rows and not _is_numbered(table, cells)  # a bold first item is no heading of columns
    if heading or all(fold(c.text) in vocabulary("minute_columns") for c in cells):
        return RowKind.OTHER
    if table.columns > 1 and is_minutes_table(table):
        return RowKind.MINUTES
    if len(cells) == 1 and (cells[0].column_span == table.columns or table.columns == 1):
        return RowKind.BAND
    return RowKind.OTHER


def _is_numbered(table: Table, cells: Sequence[Cell]) -> bool:
    """Whether an item's number stands in the column of numbers, and its text beside it."""
    column = number_column(table)
    return len(cells) > 1 and any(c.column == column and ITEM_NUMBER.fullmatch(c.text) for c in cells)


def is_side_by_side(table: Table) -> bool:
    """Whether lists of people stand beside each other, each column under a heading of its own."""
    known = vocabulary("attendance_headings")
    rows: dict[int, list[bool]] = {}
    whole = table.rows == table.heading_rows + 1  # each column one cell that holds its whole list
    for cell in table.cells:
        if cell.text and (whole or not cell.is_heading):
            rows.setdefault(cell.row, []).append(fold(cell.text) in known)
    # a row that names somebody too gives a role and a status (`A Smith`, `Clerk`, `In attendance`)
    return any(len(row) >= 2 and all(row) for row in rows.values())


def is_label(text: str) -> bool:
    """Whether a cell's text names a fact of a meeting or a group of those who attended."""
    return fact_named(text) is not None or fold(text) in vocabulary("attendance_headings")


@remembered(64)  # asked for every row of the table
def is_minutes_table(table: Table) -> bool:
    """Whether running text stands in a table's rows beside numbers of items or initials of those who must act."""
    text = text_column(table)
    if text is None:
        return False
    headings = _headings(table)
    if any(name in words_of("columns_tracker", "status") for name in headings.values()):
        return False
    return number_column(table) is not None or bool(aside_columns(table))


@remembered(64)
def text_column(table: Table) -> int | None:
    """The column that holds most of the text, where it is running text."""
    lengths: dict[int, list[int]] = {}
    for cell in table.cells:
        if not cell.is_heading and cell.text and not is_label(cell.text):
            lengths.setdefault(cell.column, []).append(len(cell.text))
    if not lengths:
        return None
    best = max(lengths, key=lambda c: sum(lengths[c]))
    whole = sum(sum(v) for v in lengths.values())
    called = [c for c, head in _headings(table).items() if c in lengths and head in words_of("minute_columns", "text")]
    if called and best not in called:
        return None if max(lengths[called[0]]) < LONG else called[0]
    if called and max(lengths[best]) >= LONG:
        return best  # whatever stands in the columns of decisions and actions beside it
    if sum(lengths[best]) < 0.6 * whole or max(lengths[best]) < LONG:
        return None
    return best


@remembered(64)
def number_column(table: Table) -> int | None:
    """The column left of the text whose cells are numbers of items."""
    text = text_column(table)
    for column in range(text or 0):
        cells = [c for c in table.cells if c.column == column and c.text and not c.is_heading and not is_label(c.text)]
        numbers = [c for c in cells if ITEM_NUMBER.fullmatch(c.text) or _STACKED.fullmatch(c.text)]
        if numbers and 2 * len(numbers) >= len(cells):
            return column
    return None


@remembered(64)
def decision_column(table: Table) -> int | None:
    """The column right of the text that says what was decided: `Item | Discussion | Decision | Action`."""
    text = text_column(table)
    known = words_of("minute_marks", "resolution")
    heads = [c for c in table.cells if (c.is_heading or c.row == 0) and fold(c.text) in known]
    return next((c.column for c in heads if text is not None and c.column > text), None)


@remembered(64)
def aside_columns(table: Table) -> frozenset[int]:
    """Narrow columns right of the text that say who must act, and by when."""
    text = text_column(table)
    if text is None:
        return frozenset()
    headings = _headings(table)
    actions = action_column(table, text)
    found = set()
    for column in (c for c in range(text + 1, table.columns) if c != decision_column(table)):
        cells = [c.text for c in table.cells if c.column == column and c.text and not c.is_heading]
        named = _says_who(headings.get(column) or "")
        cells = [c for c in cells if fold(c) != headings.get(column)]
        short = all(len(c) < 40 for c in cells)
        initials = sum(bool(INITIALS.fullmatch(c.split()[0])) for c in cells if c.split())
        written = named and any(WRITTEN.match(c) or SIGNED.match(c) for c in cells)
        written = written or column == actions
        if (named and short) or written or (cells and short and initials * 2 > len(cells)):
            found.add(column)
    return frozenset(found)


def _says_who(heading: str) -> bool:
    """Whether a heading says who must act or by when, in one word or in several (`Action / by whom / by when`)."""
    known = words_of("minute_columns", "owner") | words_of("minute_columns", "due")
    parts = [p for p in re.split(r"\s*[/,&|:()–-]+\s*", heading) if p]
    return heading in known or (len(parts) > 1 and all(p in known for p in parts))


@remembered(64)
def _headings(table: Table) -> dict[int, str]:
    """Column -> its folded heading: from heading rows, or from a first row whose words are known as headings."""
    known = vocabulary("minute_columns")
    found: dict[int, str] = {}
    heads = [c for c in table.cells if c.text and (c.is_heading or fold(c.text) in known)]
    for cell in sorted(heads, key=lambda c: c.column_span):  # `PART 1` over all columns names none of them
        for column in range(cell.column, cell.last_column + 1):
            found.setdefault(column, fold(cell.text))
    return found
