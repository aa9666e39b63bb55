"""Tables that say by a word, code or mark who was there: one column for one meeting, or a column for each date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from extract.meeting.names import has_role
from extract.meeting.persons import persons_of_line
from extract.meeting.splitting import cell_pieces
from extract.meeting.vocabulary import vocabulary
from extract.meeting.when import DATE
from extract.remembering import remembered
from extract.wording import fold
from models.late import late
from models.record import Field
from models.table import Cell, Table

NO_CODE = frozenset({"-", "–", "—", "n/a", "na", "*"})  # not yet, or no longer, a member
LEAST = 0.8  # share of a column's filled cells that must be codes
_FIRST_WORD = re.compile(r"[^\s(–-]*")
# `In attendance for item 6`, `In person (from 6.20 pm)`: of one word, `Present (from 6.20 pm)`, the first is looked up
_IN = frozenset({"In ", "in ", "IN "})
_IN_PART = re.compile(r"(?P<told>\w+ \w+)[\s,]+\(?(?:for|from|until|till|to|at|by|via|items?)\b", re.IGNORECASE)
_KEY = re.compile(
    r"(?<![\w’'])(?P<code>(?-i:[A-Z]{1,2})|[✓✔√✗✘/])\s*(?:=|:|[–—-]|\s)\s*(?P<word>(?:present|attend|apolog"
    r"|absent|not present|did not|in attendance|sent apolog|virtual|by video|in person)[a-z ]{0,30})",
    re.IGNORECASE,
)
_MONTH = late(
    r"^(?:\d{1,2}(?:st|nd|rd|th)?[\s/-]*)?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
    r"[a-z]*\.?[\s'’/-]*(?:\d{2,4})?$|^\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?$",
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
    if text[:3] in _IN and (part := _IN_PART.match(text)) is not None:
        return known.get(fold(part["told"]))
    head = _FIRST_WORD.match(text).group()  # type: ignore[union-attr]  # it matches nothing, too
    return known.get(fold(head)) if len(head) > 2 else None


def key_of(texts: Iterable[str]) -> dict[str, str]:
    """What a printed key says of the codes: `P = present, A = absent`."""
    found: dict[str, str] = {}
    for text in texts:
        for match in _KEY.finditer(text):
            word = fold(match["word"])
            for start, status in (
                ("not present", "absent"),
                ("apolog", "apologies"),
                ("absent", "absent"),
                ("did not", "absent"),
                ("in attendance", "in_attendance"),
                ("present", "present"),
                ("attend", "present"),
                ("sent apolog", "apologies"),
            ):
                if word.startswith(start):
                    found[match["code"].upper()] = status
                    break
            else:
                found[match["code"].upper()] = "present"
    return found


def code_columns(table: Table, key: Mapping[str, str] | None = None) -> Sequence[int]:
    """The columns whose cells are codes of attendance."""
    return _code_columns(table, tuple((key or {}).items()))


@remembered(
    64
)  # it is asked of a table for its dates, for the column that says who came, and by each family of meetings
def _code_columns(table: Table, said: tuple[tuple[str, str], ...]) -> Sequence[int]:
    key = dict(said)
    found = []
    by_column: dict[int, list[Cell]] = {}
    for cell in table.cells:
        filled = not cell.is_heading and cell.row > 0 and (cell.text or cell.symbols)
        if filled and cell.text.strip().casefold() not in NO_CODE:
            by_column.setdefault(cell.column, []).append(cell)
    for column in range(1, table.columns):
        cells = by_column.get(column)
        if cells and sum([code_of(c, key) is not None for c in cells]) >= LEAST * len(cells):
            found.append(column)
    return found


def name_column(table: Table) -> int | None:
    """The column of the people's names."""
    for column in range(table.columns):
        cells = [c for c in table.cells if c.column == column and not c.is_heading and c.row > 0 and c.text]
        if cells and sum(persons_of_line(c.text) is not None for c in cells) >= 0.6 * len(cells):
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
    headed = [
        c
        for c in columns
        if any(
            re.search(r"attend|present|status|apolog", x.text, re.IGNORECASE)
            for x in table.cells
            if x.column == c and x.row == 0
        )
    ]
    fit = headed or words
    return fit[0] if len(fit) == 1 and name_column(table) is not None and not dated_columns(table) else None


def is_grid(table: Table, key: Mapping[str, str]) -> bool:
    """Whether a table has names in one column and codes under two dates or more."""
    return len(dated_columns(table, key)) >= 2 and name_column(table) is not None


def grid_people(table: Table, key: Mapping[str, str]) -> Iterator[dict[str, Field]]:
    """For each person and date with a code: person, initials, role, meeting_date, and status with its meaning as note."""
    names, dates = name_column(table), dated_columns(table, key)
    for row in range(table.rows):
        cells = {c.column: c for c in table.row(row)}
        first = cells.get(names if names is not None else 0)
        person = _person(first) if first is not None and not first.is_heading else None
        if first is None or person is None:
            continue
        for column, cell in cells.items():
            if column in dates or cell is first or not cell.text or code_of(cell, key) or cell.text.strip() in NO_CODE:
                continue
            if re.fullmatch(r"[A-Z]{2,4}", cell.text):
                person.setdefault("initials", Field(cell.text, cell.words, table.method))
            elif has_role(cell.text):
                person.setdefault("role", Field(cell.text, cell.words, table.method, 0.85))
            elif any(c.isalpha() for c in cell.text):
                person.setdefault("affiliation", Field(cell.text, cell.words, table.method, 0.7))
        for column, heading in dates.items():
            code = cells.get(column)
            status = code_of(code, key) if code is not None else None
            if code is None or status is None:
                continue
            page, box = code.boxes[0]
            yield person | {
                "meeting_date": Field(heading.text, heading.words, table.method, 0.9),
                "status": Field(
                    code.text,
                    code.words,
                    table.method,
                    0.85,
                    symbols=code.symbols,
                    place=(page, (box.x0, box.top, box.x1, box.bottom)),
                    note=status,
                ),
            }


def _person(cell: Cell) -> dict[str, Field] | None:
    pieces = cell_pieces(cell)
    if not pieces:
        return None
    piece = pieces[0].unmarked()
    person = persons_of_line(piece.text)
    if person is None:
        return None
    fields = {"person": piece.field(person.name.start, person.name.end, person.sure)}
    if person.role is not None:
        fields["role"] = piece.field(person.role.start, person.role.end, 0.85)
    return fields
