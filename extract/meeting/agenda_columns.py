"""Which columns of a table hold the items of an agenda: by their headings, or without any by what they hold."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.columns import Assigned, assign_by_vocabulary, columns_of
from extract.meeting.agenda_asides import PAGES
from extract.meeting.timed_items import are_times
from extract.meeting.vocabulary import words_of
from extract.meeting.when import TIME
from extract.wording import fold
from models.table import Table

CODE = re.compile(r"(?:[A-Z]{1,2}[.-]?)?\d{1,3}(?:\.\d{1,2})?[a-z]?[.)]?(?=\s|$)")
MOSTLY = 0.7  # share of the first column's cells that must be numbers of items


def agenda_columns(table: Table) -> tuple[Assigned, ...]:
    """The columns of a table of items; () where the table is none."""
    if not table.heading_rows:
        return bare_columns(table)
    assigned = assign_by_vocabulary(columns_of(table), "columns_agenda", "agenda")
    assigned = _with_codes(_with_titles(assigned))
    fields = {a.field for a in assigned if a.field}
    enough = "title" in fields and "number" in fields and len(fields) >= 2
    over = (c for c in table.cells if c.is_heading and len([o for o in table.row(c.row) if o.text]) == 1)
    if any(fold(c.text) in words_of("agenda_words", "agenda") for c in over):
        return bare_columns(table)  # the heading of the paper itself was taken for the table's
    return assigned if enough or ("title" in fields and {"time", "supporting_document"} & fields) else ()


def _with_titles(assigned: tuple[Assigned, ...]) -> tuple[Assigned, ...]:
    """A column that no heading names, and that holds more text than all others, holds the titles, where none is said to."""
    named = {a.field for a in assigned}
    if "title" in named or len(named & {"time", "supporting_document", "lead", "purpose"}) < 2:
        return assigned
    most = max(range(len(assigned)), key=lambda n: sum(len(c.text) for c in assigned[n].column.cells))
    if assigned[most].field is not None:
        return assigned
    return (*assigned[:most], replace(assigned[most], field="title", confidence=0.8), *assigned[most + 1 :])


def _with_codes(assigned: tuple[Assigned, ...]) -> tuple[Assigned, ...]:
    """A column left of the titles whose cells number the items (`A1`, `4.2`), and that no heading names, holds their numbers;
    one of times holds these."""
    if any(a.field == "number" for a in assigned):
        return assigned
    title = next((i for i, a in enumerate(assigned) if a.field == "title"), 0)
    for place, found in enumerate(assigned[: max(1, title)]):
        cells = [c.text.strip() for c in found.column.cells if c.text]
        codes = [c for c in cells if (CODE.fullmatch if place else CODE.match)(c)]
        if found.field is None and len(codes) >= max(3, MOSTLY * len(cells)):
            timed = are_times(cells) and all(a.field != "time" for a in assigned)
            numbered = replace(found, field="time" if timed else "number", confidence=0.85)
            return (*assigned[:place], numbered, *assigned[place + 1 :])
    return assigned


def bare_columns(table: Table) -> tuple[Assigned, ...]:
    """The columns of a list of items without headings: numbers that count up, titles, and times or papers beside them."""
    columns = columns_of(table)
    if not 2 <= len(columns) <= 5:
        return ()
    numbers = [c.text.strip(" .)") for c in columns[0].cells if c.text]
    of_year = [m for n in numbers if (m := re.fullmatch(r"(\d{2,4})[/-](\d{1,3})", n))]
    if len(of_year) >= 3 and len({m[1] for m in of_year}) == 1:  # `24/01`, `24/02`
        numbers = [m[2] for m in of_year]
    counted = [int(m.group()) for n in numbers if (m := re.match(r"\d{1,3}", n)) and len(n) <= 4]
    texts = max(columns[1:], key=lambda c: sum(len(x.text) for x in c.cells))
    if len(counted) < 3 or len(counted) < 0.8 * len(texts.cells) or counted != sorted(counted) or counted[0] > 2:
        return ()
    found = []
    for column in columns:
        name = "number" if column is columns[0] else "title" if column is texts else None
        cells = [c.text for c in column.cells if c.text]
        if name is None and cells and all(TIME.fullmatch(c.strip()) for c in cells):
            name = "time"
        elif (
            name is None
            and cells
            and all(fold(c) in words_of("agenda_words", "document") or PAGES.fullmatch(c) for c in cells)
        ):
            name = "supporting_document"
        found.append(Assigned(column, name, 0.8))
    return tuple(found)
