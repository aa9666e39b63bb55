"""The rows of a form over the columns of a list: `Service objective: QS 1 | Keep the quays safe` above `Milestone | Progress`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from extract.wording import Phrase, likeness
from models.record import Field
from models.table import Cell, Table

_LEAST = 0.75  # how well a label must be known
_MOST_LABEL = 40  # letters of a label
_CODE = re.compile(r"(?:\s+[A-Z]{0,4}\s?\d[\w.]*)?\s*(?:[:–-].*)?$")  # `Service objective: QS 1`, `Priority 2:`


def form_heads(table: Table, known: Sequence[Phrase], wanted: Collection[str]) -> dict[str, Field]:
    """The fields of `wanted` that rows of labels and texts over the columns tell, by the vocabulary of their headings."""
    found: dict[str, Field] = {}
    for number in range(table.heading_rows - 1):
        row = sorted((c for c in table.cells if c.row == number), key=lambda c: c.column)
        for name, cell in _pairs(row, known) if len(row) % 2 == 0 else ():
            if name in wanted and name not in found:
                page, box = cell.boxes[0]
                place = (page, (box.x0, box.top, box.x1, box.bottom))
                found[name] = Field(cell.text, cell.words, confidence=0.88, fill=cell.fill, place=place)
    return found


def _pairs(row: Sequence[Cell], known: Sequence[Phrase]) -> Iterator[tuple[str, Cell]]:
    """The labels of a row with the texts behind them; none where a text is itself a heading, over those of the next row."""
    pairs = list(zip(row[::2], row[1::2], strict=True))
    if any(c.row_span > 1 or not c.text for c in row) or any(likeness(text.text, known) for _, text in pairs):
        return
    for label, text in pairs:
        if len(label.text) <= _MOST_LABEL:
            said = likeness(_CODE.sub("", label.text), known)
            name = max(said, key=lambda n: said[n], default=None)
            if name is not None and said[name] >= _LEAST:
                yield name, text
