"""Tables that say by a word, code or mark who was there: one column for one meeting, or a column for each date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from extract.meeting.opening import DATE
from extract.meeting.persons import is_name
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold
from models.table import Cell, Table

LEAST = 0.8  # share of a column's filled cells that must be codes
_KEY = re.compile(r"(?P<code>[A-Z]{1,3}|[✓✔√✗✘/x])\s*(?:=|:|[–—-])\s*(?P<word>[a-z][a-z ]{3,30})", re.IGNORECASE)
_MONTH = re.compile(
    r"^(?:\d{1,2}(?:st|nd|rd|th)?[\s/-]*)?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?[\s'’/-]*(?:\d{2,4})?$|^\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?$",
    re.IGNORECASE,
)


def code_of(cell: Cell, key: Mapping[str, str] | None = None) -> str | None:
    """The status that a cell's word, code or mark stands for; None where it is none of them."""
    text = cell.text.strip(" ()*")
    if key and text.upper() in key:
        return key[text.upper()]
    known = vocabulary("attendance_codes")
    if fold(text) in known or text in known:
        return known.get(fold(text)) or known.get(text)
    for symbol in cell.symbols:
        if symbol in known:
            return known[symbol]
    head = re.split(r"[\s(–-]", text, maxsplit=1)[0]
    return known.get(fold(head)) if len(head) > 2 else None


def key_of(texts: Iterable[str]) -> dict[str, str]:
    """What a printed key says of the codes: `P = present, A = absent`."""
    found: dict[str, str] = {}
    for text in texts:
        for match in _KEY.finditer(text):
            word = fold(match["word"])
            for start, status in (("not present", "absent"), ("apolog", "apologies"), ("absent", "absent"), ("did not", "absent"), ("in attendance", "in_attendance"), ("present", "present"), ("attend", "present")):
                if word.startswith(start):
                    found[match["code"].upper()] = status
                    break
    return found


def code_columns(table: Table, key: Mapping[str, str] | None = None) -> list[int]:
    """The columns whose cells are codes of attendance."""
    found = []
    for column in range(1, table.columns):
        cells = [c for c in table.cells if c.column == column and not c.is_heading and c.row > 0 and (c.text or c.symbols)]
        if cells and sum(code_of(c, key) is not None for c in cells) >= LEAST * len(cells):
            found.append(column)
    return found


def name_column(table: Table) -> int | None:
    """The column of the people's names."""
    for column in range(table.columns):
        cells = [c for c in table.cells if c.column == column and not c.is_heading and c.row > 0 and c.text]
        if cells and sum(is_name(re.split(r"[(,–]", c.text)[0].strip()) for c in cells) >= 0.6 * len(cells):
            return column
    return None


def is_dated(text: str) -> bool:
    """Whether a heading is a meeting's date, with or without its year."""
    folded = " ".join(text.split())
    return DATE.search(folded) is not None or _MONTH.match(folded) is not None


def dated_columns(table: Table, key: Mapping[str, str] | None = None) -> dict[int, Cell]:
    """Columns of codes under a date, with the cell that prints the date."""
    found: dict[int, Cell] = {}
    for column in code_columns(table, key):
        for cell in table.cells:
            heads = cell.is_heading or cell.row == 0
            if heads and cell.column <= column <= cell.last_column and is_dated(cell.text):
                found[column] = cell
    return found


def status_column(table: Table) -> int | None:
    """The one column that says for one meeting who was there."""
    columns = code_columns(table)
    words = [c for c in columns if any(len(x.text) > 3 for x in table.cells if x.column == c and x.row > 0)]
    headed = [c for c in columns if any(re.search(r"attend|present|status|apolog", x.text, re.IGNORECASE) for x in table.cells if x.column == c and x.row == 0)]
    fit = headed or words
    return fit[0] if len(fit) == 1 and name_column(table) is not None and not dated_columns(table) else None
