"""How far the lines of a log are: what its headings say of all under them, and the cell whose colour shows it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extract.columns import Assigned
from extract.families.status_ink import painted
from extract.families.table_rows import Row, field_of
from extract.meeting.action_marks import mark_of
from extract.tables.marks import is_colourful
from models.late import late
from models.page import Page
from models.record import Field
from models.table import Table

LONGEST_SAID = 8  # words behind `Actions:` in a heading
_DONE = (
    r"(?:outstanding|completed?|open|closed?|ongoing|in progress|done|discharged|current|new|live"
    r"|carried forward|finished|active)"
)
_STATUS = late(
    rf"^(?:{_DONE}(?:\s+and\s+)?)+\W*$|^{_DONE}\s*[–—:(]|\b{_DONE}\s+(?:[\w-]+\s+){{0,2}}?(?:actions?|items?|tasks?|matters"
    rf"|points|since)\b"
    rf"|\b(?:actions?|items?|tasks?|matters|points)\b[^.]{{0,30}}?\b{_DONE}\b",
    re.IGNORECASE,
)


def says_status(text: str) -> bool:
    """Whether a heading says that what is under it is done, or is not. `ACTION JB – complete the survey` is an action itself."""
    if _STATUS.search(text) is None:
        return False
    mark = mark_of(text)
    return mark is None or not (mark["who"] or mark["meta"] or len(text[mark.end() :].split()) > LONGEST_SAID)


def status_apart(assigned: Sequence[Assigned]) -> Field | None:
    """The heading of a column that says nothing but the status, where another holds what has been done."""
    if not any(a.field == "update_text" for a in assigned):
        return None
    for column in assigned:
        if column.field == "status" and column.column.heading:
            cell = column.column.heading[-1]
            return Field(cell.text, cell.words)
    return None


def column_status(assigned: Sequence[Assigned]) -> Field | None:
    """What a column's heading says of all its lines: `Actions completed`."""
    for column in assigned:
        if column.field == "action" and column.column.heading and says_status(column.column.leaf):
            cell = column.column.heading[-1]
            return Field(cell.text, cell.words)
    return None


def rated_by_dot(row: Row, method: str, pages: Mapping[int, Page]) -> Field | None:
    """The colour of a dot that stands alone in the column of the rating or of the status, printed or drawn."""
    for name in ("rag", "status"):
        cells = row.cells.get(name)
        field = painted(field_of(cells, method), pages) if cells else None
        if field is not None and field.fill and not any(c.isalnum() for c in field.text):
            return field if name == "rag" or field.words else None
    return None


def painted_cell(row: Row, table: Table) -> Field | None:
    """The cell whose fill shows the status, where one cell of the line is painted and the line itself is not, or is a pale stripe."""
    cells = [c for cells in row.cells.values() for c, _ in cells]
    for name in ("status", "update_text", "due_text", "ref"):
        for cell, _ in row.cells.get(name, ()):
            others = {c.fill for c in cells if c is not cell}
            if not cell.fill or len(others) != 1 or cell.fill in others:
                continue
            (behind,) = others
            if behind is None or (is_colourful(cell.fill) and not is_colourful(behind)):
                page, box = cell.boxes[0]
                return Field(
                    "", (), table.method, 0.9, fill=cell.fill, place=(page, (box.x0, box.top, box.x1, box.bottom))
                )
    return None
