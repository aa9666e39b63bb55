"""The words publishers put over columns and sections, read from `extract/vocabulary/*.csv` (printed, …, evidence)."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

FOLDER = Path(__file__).with_name("vocabulary")


@cache
def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of `vocabulary/<name>.csv` as they stand there. Raises FileNotFoundError for another name."""
    text = (FOLDER / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(MappingProxyType(row) for row in csv.DictReader(text.splitlines()))
