"""The rows of one paper in the making, by table."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from load.keys import ROWS_A_PAPER, RowKeys
from load.spans import Spans
from models.document import Extracted
from models.record import Finding


@dataclass(slots=True)
class Draft:
    """Everything that making a row needs of its paper."""

    document_id: int
    extracted: Extracted
    spans: Spans
    keys: RowKeys
    broken: list[Finding] = field(default_factory=list)  # what does not keep the contract
    tables: defaultdict[str, list[tuple[object, ...]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, table: str, *values: object) -> None:
        """Adds a row, its values in the order of the table's columns."""
        self.tables[table].append(values)

    def id(self, number: int) -> int:
        """The key of the paper's row `number`, from 1."""
        return self.document_id * ROWS_A_PAPER + number
