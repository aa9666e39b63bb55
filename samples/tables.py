"""The cells of a printed table as rows of the contract's `table_cells`, made from the very rows that a source sets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from meeting import Row
from odf_text import Cell, plain
from where import Pages

CELLS = [
    "table_no",
    "caption",
    "row_no",
    "column_no",
    "row_span",
    "column_span",
    "header",
    "text",
    "value",
    "unit",
    "fill",
]
MONEY = re.compile(r"([(-]?)£?([\d,]+(?:\.\d+)?)(\)?)(%?)")


def number(text: str) -> tuple[str | None, str | None]:
    """Value and unit of a figure: brackets and a minus are negative; (None, None) where the text is no figure."""
    match = MONEY.fullmatch(text.replace("−", "-"))
    if match is None or (match[1] == "(") != bool(match[3]):
        return None, None
    value = match[2].replace(",", "")
    unit = "%" if match[4] else "GBP" if "£" in text else None
    return ("-" if match[1] and float(value) else "") + value, unit


def table_cells(
    rows: Sequence[Sequence[str | Cell]], headings: int, *, unit: str | None = None, facts: Row | None = None
) -> list[Row]:
    """A row a cell that has text or fill; `unit` is that of figures that print none, `facts` go into every row.

    A band (one cell as wide as the table) is a cell like any other and no part of a header. The first column holds labels.
    """
    placed: list[tuple[int, int, Cell]] = []
    taken: set[tuple[int, int]] = set()
    for r, row in enumerate(rows, start=1):
        c = 1
        for given in row:
            cell = Cell(given) if isinstance(given, str) else given
            while (r, c) in taken:
                c += 1
            placed.append((r, c, cell))
            taken.update((r + i, c + j) for i in range(cell.rows) for j in range(cell.columns))
            c += cell.columns
    out: list[Row] = []
    for r, c, cell in placed:
        text = _text(cell)
        if not text and not cell.fill:
            continue
        over = [_text(h) for hr, hc, h in placed if hr <= headings and hc <= c < hc + h.columns]
        header = " > ".join(dict.fromkeys(filter(None, over))) if r > headings else ""
        value, own = number(text) if r > headings and c > 1 else (None, None)
        out.append({
            "row_no": r, "column_no": c, "row_span": cell.rows, "column_span": cell.columns, "header": header or None,
            "text": text or None, "value": value, "unit": (own or unit) if value is not None else None,
            "fill": cell.fill, **(facts or {}),
        })  # fmt: skip
    return out


def on_pages(cells: Sequence[Row], pages: Pages, after: int = 1) -> list[Row]:
    """The cells, each on the page where its row begins; the table begins on page `after` or later."""
    out: list[Row] = []
    for cell in cells:
        if not out or cell["row_no"] != out[-1]["row_no"]:
            texts = [str(other["text"] or "") for other in cells if other["row_no"] == cell["row_no"]]
            after = pages.of(max(texts, key=len), after=after) if any(texts) else after
        out.append({"page": after, **cell})
    return out


def _text(cell: Cell) -> str:
    parts = (
        [cell.text]
        if isinstance(cell.text, str)
        else [part if isinstance(part, str) else part[0] for part in cell.text]
    )
    return " ".join(plain(part) for part in parts).strip()
